"""Evidence for claims and for own words: the searcher and the judge, made when they are first needed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from workbench.domain.articles import Claim
from workbench.domain.evidence import SearchResult

if TYPE_CHECKING:
    from workbench.services.search import Searcher
    from workbench.services.stance import StanceService
    from workbench.services.workspace import Workspace
    from workbench.tui.dialogs.forms import Wanted

HITS = 12


class Finder:
    """Used by the searching thread alone; keeps the open index and the loaded models."""

    def __init__(self) -> None:
        self._searcher: Searcher | None = None
        self._stances: StanceService | None = None

    def hits(self, workspace: Workspace, claim: Claim) -> SearchResult:
        """The passages closest to a claim."""
        return self._ready(workspace).for_claim(claim, k=HITS)

    def words(self, workspace: Workspace, asked: Wanted, day: date | None) -> SearchResult:
        """The passages closest to own words; `day` is when the claim was made."""
        result = self._ready(workspace).search(
            asked.words,
            k=4 * HITS if asked.source else HITS,
            before=asked.before + timedelta(days=1) if asked.before else None,
            after=asked.after,
            day=day,
        )
        wanted = asked.source.casefold()
        hits = (hit for hit in result.hits if wanted in f"{hit.source.publisher or ''} {hit.source.title}".casefold())
        return replace(result, query=asked.words, hits=tuple(hits)[:HITS])

    def judge(self, workspace: Workspace, claim: Claim, result: SearchResult) -> SearchResult:
        """The same hits with what each says about the claim; the very same result where nothing can be said."""
        if not result.hits:
            return result
        if self._stances is None:
            from workbench.services.stance import StanceService

            self._stances = StanceService(workspace)
        hits = tuple(self._stances.judge(claim, result.hits))
        return result if hits == result.hits else replace(result, hits=hits)

    def forget(self) -> None:
        """The index has changed: open it anew."""
        self._searcher = None

    def _ready(self, workspace: Workspace) -> Searcher:
        if self._searcher is None:
            from workbench.services.search import Searcher

            self._searcher = Searcher(workspace)
        return self._searcher
