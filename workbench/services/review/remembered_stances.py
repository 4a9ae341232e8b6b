"""What a model made of a passage when it read it for a claim: under which keys that is remembered, and asked for."""

from __future__ import annotations

import hashlib

from workbench.comparison.another_subject import NOBODY, ClaimSubject, subject_of
from workbench.comparison.retelling import same_address
from workbench.domain.articles import Article, Claim
from workbench.domain.errors import NotFoundError
from workbench.domain.evidence import Passage, Source, StanceSuggestion
from workbench.language.text.stemmers import ENGLISH
from workbench.services.workspace import Workspace
from workbench.store.articles import article
from workbench.store.stance_cache import any_stance

READING = 30
"""Raised when the rules around the model change, so that remembered stances are judged again."""


def reading_of(model: str) -> str:
    """The name under which is remembered what a model says by the rules of today."""
    return f"{model}/{READING}"


def remembered(workspace: Workspace, claim: Claim, passage: Passage, source: Source) -> StanceSuggestion | None:
    """What a model has said of a passage and a claim as both are now; None: none has read them."""
    found = article_of(workspace, claim)
    keys = claim_key(claim, found), passage_key(found, passage, source)
    return any_stance(workspace.database, *keys, reading_of(""))


def article_of(workspace: Workspace, claim: Claim | str) -> Article | None:
    """The article of a stored claim, None for words of one's own, or where it is gone."""
    if isinstance(claim, str):
        return None
    try:
        return article(workspace.database, claim.article_id)
    except NotFoundError:
        return None


def subject_for(claim: Claim | str, found: Article | None) -> ClaimSubject:
    """Whom a claim of the article `found` is about; nobody for words of one's own, and in other languages."""
    if isinstance(claim, str) or found is None or found.language != ENGLISH:
        return NOBODY
    return subject_of(claim.text, found.title, found.text, claim.anchor.start)


def claim_key(claim: Claim | str, found: Article | None) -> str:
    """All of a claim, of the article `found`, that a reading depends on."""
    words, speaker = (claim, None) if isinstance(claim, str) else (claim.text, claim.speaker)
    day, language = (found.published, found.language) if found else (None, None)
    about = subject_for(claim, found)
    return _digest(words, str(day), str(speaker), str(language), *sorted(about.names), about.letters)


def passage_key(found: Article | None, passage: Passage, source: Source) -> str:
    """All of a passage that a reading depends on for a claim of the article `found`."""
    same = str(is_same_source(found, source))
    language = source.language or ENGLISH
    return _digest(source.title, str(source.published), same, str(source.publisher), language, passage.text)


def is_same_source(found: Article | None, source: Source) -> bool:
    """Whether a source is the article itself."""
    return found is not None and (source.sha256 == found.sha256 or same_address(found.url, source.url))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
