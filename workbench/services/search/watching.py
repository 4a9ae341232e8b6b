"""New passages compared with what is watched: saved searches, and the verdicts that were published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workbench.comparison.outcomes import AGREE, DIFFER
from workbench.domain.articles import Claim, ClaimFilter, ReviewStatus
from workbench.domain.evidence import Hit, SearchResult
from workbench.domain.ports import Cancelled, Progress
from workbench.services.review.judging import scale_after
from workbench.services.search.search import Searcher
from workbench.services.search.stance import StanceService
from workbench.services.workspace import Workspace
from workbench.store.claims import claims
from workbench.store.desk_work import saved_searches
from workbench.store.evidence import evidence_of
from workbench.store.notices import SEARCH, WATCH, NewNotice, keep_notices, looked_up_to, newest_passage
from workbench.store.verdicts import review_state

MOST_NEW = 100
"""New passages that one look tells of for a saved search: the closest ones."""
MOST_JUDGED = 5
"""New passages that one look judges for a published claim, the closest ones: a large load must not take hours."""


@dataclass(frozen=True, slots=True)
class News:
    """How many new passages were noted for saved searches, and against published verdicts."""

    searches: int
    verdicts: int

    @property
    def words(self) -> str:
        """It in a sentence, empty where there is nothing."""
        found = [
            f"{count} {what}"
            for count, what in ((self.searches, "for saved searches"), (self.verdicts, "against published verdicts"))
            if count
        ]
        return f"New evidence: {', '.join(found)}; `workbench inbox` shows it." if found else ""


def look_for_news(
    workspace: Workspace,
    *,
    indexed: bool = True,
    searcher: Searcher | None = None,
    stances: StanceService | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> News:
    """Hold the passages that came in since the last look against saved searches and published verdicts.

    Only what is new is searched, so that nothing older stands before it. A passage is noted for a search that finds it
    close, and for a published claim where what it says, as the stance model reads it, is or leans the other way than
    the verdict; a leaning beside an amount or date that agrees is left out. Nothing is noted twice.

    Args:
        workspace: The open workspace.
        indexed: Whether the index holds all of them: else they are looked at again after the next reindex.
        searcher: Searches; made when it is not given.
        stances: Judges; made when it is not given.
        progress: Told how much of what is watched was compared with them.
        cancelled: Asked in between; what was found by then is kept, and all is looked at again.
    """
    database = workspace.database
    since, newest = looked_up_to(database), newest_passage(database)
    if database.read_only or newest <= since:
        return News(0, 0)
    saved = saved_searches(database)
    watched = [
        one
        for one in claims(database, ClaimFilter(statuses=(ReviewStatus.PUBLISHED,), with_duplicates=False))
        if one.rating
    ]
    searcher = searcher or Searcher(workspace)
    counts = {SEARCH: 0, WATCH: 0}
    done = 0
    for one in saved:
        if cancelled is not None and cancelled():
            return News(counts[SEARCH], counts[WATCH])
        after = date.fromisoformat(one.after) if one.after else None
        publishers = (one.publisher,) if one.publisher else ()
        found = searcher.search(one.query, k=MOST_NEW, after=after, publishers=publishers, newer_than=since)
        new = [NewNotice(SEARCH, hit.passage.id, search_id=one.id) for hit in _new(found, since, newest)]
        counts[SEARCH] += keep_notices(database, new)
        done += 1
        if progress is not None:
            progress(done, len(saved) + len(watched), "watched")
    stances = stances or StanceService(workspace)
    for claim in watched:
        if cancelled is not None and cancelled():
            return News(counts[SEARCH], counts[WATCH])
        found = searcher.for_claim(claim, k=MOST_JUDGED, newer_than=since)
        fresh = [hit for hit in found.hits if since < hit.passage.id <= newest]
        counts[WATCH] += keep_notices(database, _against(workspace, claim, fresh, stances))
        done += 1
        if progress is not None:
            progress(done, len(saved) + len(watched), "watched")
    if indexed:
        keep_notices(database, (), up_to=newest)
    return News(counts[SEARCH], counts[WATCH])


def _new(found: SearchResult, since: int, newest: int) -> list[Hit]:
    """The close hits that came in since; those of collections outside the workspace have other numbers."""
    return [hit for hit in found.hits if hit.close and since < hit.passage.id <= newest]


def _against(workspace: Workspace, claim: Claim, fresh: Sequence[Hit], stances: StanceService) -> list[NewNotice]:
    """What says the other way than the verdict that stands; a rating in the middle is gainsaid by neither."""
    verdict = review_state(workspace.database, claim.id).standing if fresh else None
    side = None if verdict is None else scale_after(workspace, verdict).side(verdict.value)
    if side is None:
        return []
    weighed = {linked.passage.id for linked in evidence_of(workspace.database, claim.id)}
    other = "refutes" if side > 0 else "supports"
    return [
        NewNotice(
            WATCH,
            hit.passage.id,
            claim_id=claim.id,
            stance=hit.stance.label,
            probability=hit.stance.refutes if side > 0 else hit.stance.supports,
        )
        for hit in stances.judge(claim, [one for one in fresh if one.passage.id not in weighed])
        if hit.close and hit.stance is not None and _gainsays(hit, other)
    ]


def _gainsays(hit: Hit, other: str) -> bool:
    label = "" if hit.stance is None else hit.stance.label
    agrees = any(words.endswith(AGREE) for words in hit.comparisons)
    differs = any(words.endswith(DIFFER) for words in hit.comparisons)
    return label == other or (label == f"leans {other}" and (differs or not agrees))
