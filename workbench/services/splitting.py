"""Splitting an article with whatever models are there: trees for the clauses, vectors for the worthiness."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.domain.articles import ClaimDraft
from workbench.domain.documents import Document
from workbench.domain.errors import ModelUnavailableError
from workbench.language.article import split_article
from workbench.language.duplicates import link_duplicates
from workbench.language.sentences import sentences
from workbench.services.workspace import Workspace
from workbench.store.claims import DuplicateLink, wordings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.domain.ports import Parser
    from workbench.domain.syntax import Tree

PARSED_LANGUAGES = frozenset({"en"})


@dataclass(frozen=True, slots=True)
class Split:
    """The claims suggested for an article, by which version of the splitter, and what the user should know."""

    drafts: tuple[ClaimDraft, ...]
    version: str
    note: str = ""


class Splitter:
    """Splits articles, loading the parser once and doing without it when it is missing."""

    def __init__(self, *, models: bool = True) -> None:
        self._wanted = models
        self._parser: Parser | None = None
        self._missing = ""

    def split(self, document: Document) -> Split:
        """Suggest the claims of a document, by trees where there is a parser for its language."""
        language = document.language or "en"
        trees = self._trees(document.text, language, document.title)
        analysis = split_article(
            document.text,
            title=document.title,
            published=document.published,
            publisher=document.publisher,
            language=language,
            trees=trees,
        )
        version = analysis.splitter if trees is None else f"{analysis.splitter} with {self._key}"
        return Split(analysis.claims, version, " ".join(part for part in (analysis.note, self._missing) if part))

    def duplicates(self, workspace: Workspace, split: Split) -> list[DuplicateLink | None]:
        """For each suggestion the claim it repeats: an earlier one of the article, or one of another article."""
        there = wordings(workspace.database)
        links = link_duplicates([*(text for _, text in there), *(draft.text for draft in split.drafts)])
        return [
            None
            if link is None
            else DuplicateLink(claim_id=there[link][0])
            if link < len(there)
            else DuplicateLink(draft=link - len(there))
            for link in links[len(there) :]
        ]

    @property
    def _key(self) -> str:
        return self._parser.key if self._parser is not None else ""

    def _trees(self, text: str, language: str, title: str) -> Sequence[Tree] | None:
        if not self._wanted or language not in PARSED_LANGUAGES:
            return None
        try:
            if self._parser is None:
                from workbench.models.parser import load_parser

                self._parser = load_parser()
            return self._parser.parse(text, [(span.start, span.end) for span in sentences(text, language, title)])
        except ModelUnavailableError as error:
            # One try is enough: the rules alone carry on, and the user is told.
            self._wanted = False
            self._missing = f"{error} Claims were split by word patterns alone."
            return None
