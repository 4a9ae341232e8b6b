"""The day an article was published, told or corrected after it is in; the times that hang on it are counted again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from workbench.domain.articles import Article, Claim, ClaimFilter, ReviewStatus
from workbench.domain.syntax import Tree
from workbench.services.claims.claim_wording import decontextualised, times_read, times_resolved, worded_by_hand
from workbench.services.review.judging import new_act
from workbench.services.workspace import Workspace
from workbench.store import articles
from workbench.store.articles import ArticlePatch
from workbench.store.articles import article as read_article
from workbench.store.claims import ClaimPatch, claims, update_many
from workbench.store.database import Database
from workbench.store.resplitting import DATED

_UNJUDGED = (ReviewStatus.OPEN, ReviewStatus.NOT_RATED)


def set_published(workspace: Workspace, article_id: int, day: date | None) -> int | None:
    """Set or (with None) remove the day of an article, and count the relative times of its claims from it.

    One act, taken back as one. A wording that a person wrote stays, and so does that of a claim that was judged: its
    verdict is about these words. A published claim is locked and stays as it is altogether.

    Returns:
        How many claims changed; None when the article had this day already.

    Raises:
        NotFoundError: There is no such article.
    """
    from workbench.services.articles.language_models import LanguageModels

    database = workspace.database
    article = read_article(database, article_id)
    # The language rules take their time: others are not kept waiting for it.
    trees = None if day is None else LanguageModels(vectors=False).parse(article.text, article.title, article.language)
    ahead = {
        (claim.id, claim.version): _counted(database, article, replace(article, published=day), claim, trees)
        for claim in claims(database, ClaimFilter(article_id))
        if claim.status is not ReviewStatus.PUBLISHED
    }
    with database.write() as connection:
        there = read_article(database, article_id)
        if there.version != article.version:
            article, ahead = there, {}
        if article.published == day and not article.published_guessed:
            return None
        act = new_act(workspace, DATED)
        articles.update(connection, article_id, ArticlePatch(published=day, published_guessed=False), act)
        patches = {
            claim.id: ahead.get((claim.id, claim.version))
            or _counted(database, article, replace(article, published=day), claim, trees)
            for claim in claims(database, ClaimFilter(article_id))
            if claim.status is not ReviewStatus.PUBLISHED
        }
        return len(update_many(connection, patches, act))


def _counted(
    database: Database, before: Article, now: Article, claim: Claim, trees: Sequence[Tree] | None
) -> ClaimPatch:
    """What of a claim hangs on the day of its article."""
    from workbench.language.claims.time_wording import is_counted
    from workbench.language.claims.words_around import NEAR, counted_again, is_around

    patch = ClaimPatch(times=times_read(now, claim.start, claim.end, trees))
    if claim.status not in _UNJUDGED or worded_by_hand(database, before, claim):
        return patch
    others = [repair for repair in claim.resolutions if not is_counted(repair)]
    if any(is_around(repair) for repair in others):
        near = max(0, claim.start - NEAR), min(len(now.text), claim.end + NEAR)
        were, are = (times_resolved(each, *near, trees) for each in (before, now))
        others = [
            replace(repair, replacement=counted_again(repair.replacement, were, are)) if is_around(repair) else repair
            for repair in others
        ]
    counted = [
        repair
        for repair in times_resolved(now, claim.start, claim.end, trees)
        if all(repair.end <= other.start or repair.start >= other.end for other in others if other.applied)
    ]
    resolutions = (*counted, *others)
    text = decontextualised(now.text, claim.start, claim.end, resolutions)
    return replace(patch, resolutions=resolutions, text=text)
