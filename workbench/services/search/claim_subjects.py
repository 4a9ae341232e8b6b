"""Whom a stored claim is about, by the article it stands in."""

from __future__ import annotations

from workbench.comparison.another_subject import NOBODY, Subject, subject_of
from workbench.domain.articles import Article, Claim
from workbench.language.text.stemmers import ENGLISH


def subject_for(claim: Claim | str, article: Article | None) -> Subject:
    """Whom a claim is about; an empty one for words of one's own, and in other languages than English."""
    if isinstance(claim, str) or article is None or article.language != ENGLISH:
        return NOBODY
    return subject_of(claim.text, article.title, article.text, claim.anchor.start)
