"""Splitting an article with whatever models are there: trees for the clauses, vectors for the worthiness."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.domain.articles import NOT_RATED, Attribution, ClaimDraft
from workbench.domain.documents import Document
from workbench.domain.ports import Cancelled, Progress, Step
from workbench.domain.press_releases import issuer
from workbench.language.article import RULED_LANGUAGES, split_article
from workbench.language.text.duplicates import link_duplicates
from workbench.services.articles.language_models import LanguageModels, own_words
from workbench.services.claims.claim_vectors import EncodedTexts
from workbench.services.workspace import Workspace
from workbench.store.duplicates import DuplicateLink, wordings

LONG = 20_000
"""Characters from which splitting takes long enough to tell how far it is; many short articles are counted instead."""


class SplittingStopped(Exception):
    """Splitting was cancelled; there are no claims."""


@dataclass(frozen=True, slots=True)
class Split:
    """The claims suggested for an article, by which version of the splitter, and what the user should know.

    `encoded` are wordings of them with the vectors that were made to score them.
    """

    drafts: tuple[ClaimDraft, ...]
    version: str
    note: str = ""
    encoded: tuple[EncodedTexts, ...] = ()


def opinions_last(drafts: Sequence[ClaimDraft]) -> tuple[ClaimDraft, ...]:
    """The claims of an article, in order; no opinion or prediction ranks above a fact that can be checked."""
    facts = [draft.checkworthiness for draft in drafts if not NOT_RATED.intersection(draft.kinds)]
    least = min(facts, default=1.0)
    return tuple(
        replace(draft, checkworthiness=round(max(0.0, least - 0.0001), 4))
        if NOT_RATED.intersection(draft.kinds) and draft.checkworthiness >= least
        else draft
        for draft in drafts
    )


def by_issuer(drafts: Sequence[ClaimDraft], document: Document) -> tuple[tuple[ClaimDraft, ...], str]:
    """The claims of a press release that name nobody are those of who issued it, where that is certain; and a note."""
    found = issuer(document.text, document.title)
    if found is None or not found.certain:
        return tuple(drafts), ""
    name = found.name
    given = tuple(
        replace(draft, speaker=name, attribution=Attribution.DIRECT)
        if draft.speaker is None and draft.attribution is Attribution.OUTLET
        else replace(draft, speaker=name, speaker_alias=draft.speaker)
        if draft.speaker is not None and found.is_called(draft.speaker)
        else draft
        for draft in drafts
    )
    note = f"It is a press release of {name}, who makes each claim that names nobody (`workbench article speaker`)."
    return given, note if given != tuple(drafts) else ""


class Splitter:
    """Splits articles, loading each model once and doing without the ones that are missing.

    Args:
        models: False splits by word patterns and scores by rules alone.
    """

    def __init__(self, *, models: bool = True) -> None:
        self._models = LanguageModels(trees=models, vectors=models)

    def split(
        self, document: Document, *, progress: Progress | None = None, cancelled: Cancelled | None = None
    ) -> Split:
        """Suggest the claims of a document, by trees where there is a parser for its language.

        Args:
            document: The text, and what is known of it.
            progress: Told how far a long text is, in sentences and then in claims.
            cancelled: Asked between sentences.
        Raises:
            SplittingStopped: `cancelled` said so.
        """
        told = progress if len(document.text) >= LONG else None

        def stage(what: str) -> Step:
            def step(done: int, total: int) -> None:
                if cancelled is not None and cancelled():
                    raise SplittingStopped
                if told is not None:
                    told(done, total, what)

            return step

        language = document.language or "en"
        named = (segment.speaker for segment in document.segments)
        speakers = tuple(dict.fromkeys(name for name in named if name))
        trees = self._models.parse(document.text, document.title, language, stage("sentences parsed"), speakers)
        analysis = split_article(
            document.text,
            title=document.title,
            published=document.published,
            publisher=document.publisher,
            author=document.author,
            language=language,
            speakers=speakers,
            trees=trees,
            antecedents=None if trees is None else self._models.antecedents(),
            step=stage("sentences split into claims"),
        )
        encoded: list[EncodedTexts] = []
        # the model of check-worthiness was taught on English: elsewhere amounts, times and comparisons rank alone
        ruled = language in RULED_LANGUAGES
        score = stage("claims scored")
        drafts = self._models.rescore(analysis.claims, score, encoded.append) if ruled else analysis.claims
        drafts = opinions_last(drafts)
        drafts, issued = by_issuer(drafts, document)
        how = "by word patterns" if trees is None else "by trees"
        note = " ".join(part for part in (analysis.note, self._models.missing, issued) if part)
        return Split(drafts, f"{analysis.splitter}, {how}", note, tuple(encoded))

    def duplicates(self, workspace: Workspace, split: Split) -> list[DuplicateLink | None]:
        """For each suggestion the claim it repeats: an earlier one of the article, or one of another article."""
        there = wordings(workspace.database)
        links = link_duplicates([*(text for _, text in there), *(own_words(draft) for draft in split.drafts)])
        return [
            None
            if link is None
            else DuplicateLink(claim_id=there[link][0])
            if link < len(there)
            else DuplicateLink(draft=link - len(there))
            for link in links[len(there) :]
        ]
