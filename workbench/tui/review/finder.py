"""Evidence for claims and for own words: the searcher and the judge, made when they are first needed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from workbench.domain.articles import Claim
from workbench.domain.errors import ModelUnavailableError
from workbench.domain.evidence import SearchResult
from workbench.tui.review.found_evidence import CopiedPassage

if TYPE_CHECKING:
    from workbench.domain.ports import Reranker
    from workbench.services.collections.asking import SharedEvidence
    from workbench.services.search.already_checked import AlreadyChecked, EarlierVerdict
    from workbench.services.search.search import Searcher
    from workbench.services.search.stance import StanceService
    from workbench.services.workspace import Workspace
    from workbench.tui.dialogs.forms import Wanted

HITS = 12
KEPT = 400
"""Results kept: what was begun for a claim that the cursor has left is not done twice."""
OPENING, ENCODER = "Opening the index …", "Loading the encoder …"
Step = tuple[str, Callable[["Workspace"], None]]
"""What is being loaded, in words, and the loading."""


class Finder:
    """Keeps the open index and the models. `hits` and `words` are for the thread that searches, `judge`, `ranked_hits`
    and `ranked_words` for the one that judges, `earlier` for the one that compares.
    """

    def __init__(self) -> None:
        self.ranked = False
        """Whether the stance model puts the closest passages in order, where it is there."""
        self._making = threading.Lock()
        self._searcher: Searcher | None = None
        self._ranking: Searcher | None = None
        self._shared: SharedEvidence | None = None
        self._reranker: Reranker | None = None
        self._lack = ""
        self._stances: StanceService | None = None
        self._loaded: set[str] = set()
        self._kept: dict[tuple[int, str, bool], SearchResult] = {}
        self._already: AlreadyChecked | None = None

    def to_load(self) -> list[Step]:
        """What is still to be loaded before the first result, in order."""
        steps: list[Step] = [(OPENING, self._open), (ENCODER, self._load_encoder)]
        return [(words, step) for words, step in steps if words not in self._loaded]

    def hits(self, workspace: Workspace, claim: Claim) -> SearchResult:
        """The passages closest to a claim, in the order of the search."""
        return self._of_claim(workspace, claim, ranked=False)

    def ranked_hits(self, workspace: Workspace, claim: Claim) -> SearchResult:
        """The passages closest to a claim, the stance model's order joined to that of the search; where there is no
        such model they come as they are, with a note.
        """
        return self._of_claim(workspace, claim, ranked=True)

    def _of_claim(self, workspace: Workspace, claim: Claim, *, ranked: bool) -> SearchResult:
        kept = self._kept  # another where the index changes meanwhile: what is found is old then
        key = (claim.id, claim.text, ranked)
        result = kept.get(key)
        if result is None:
            result = self._noted(self._ready(workspace, ranked).for_claim(claim, k=HITS), ranked)
            if len(kept) >= KEPT:
                kept.clear()
            if not result.incomplete:
                kept[key] = result
        return result

    def words(self, workspace: Workspace, asked: Wanted, day: date | None) -> SearchResult:
        """The passages closest to own words, in the order of the search; `day` is when the claim was made."""
        return self._of_words(workspace, asked, day, ranked=False)

    def ranked_words(self, workspace: Workspace, asked: Wanted, day: date | None) -> SearchResult:
        """The passages closest to own words, see `ranked_hits`."""
        return self._of_words(workspace, asked, day, ranked=True)

    def _of_words(self, workspace: Workspace, asked: Wanted, day: date | None, *, ranked: bool) -> SearchResult:
        from workbench.services.review.desk_work import tagged_sources

        result = self._ready(workspace, ranked).search(
            asked.words,
            k=4 * HITS if asked.source else HITS,
            # the day itself counts; the last day of the calendar has no day after it
            before=asked.before + timedelta(days=1) if asked.before and asked.before < date.max else None,
            after=asked.after,
            day=day,
            sources=tagged_sources(workspace, [asked.tag]) if asked.tag else (),
        )
        wanted = asked.source.casefold()
        hits = (hit for hit in result.hits if wanted in f"{hit.source.publisher or ''} {hit.source.title}".casefold())
        return self._noted(replace(result, query=asked.words, hits=tuple(hits)[:HITS]), ranked)

    def judge(self, workspace: Workspace, claim: Claim, result: SearchResult) -> SearchResult:
        """The same hits with what each says about the claim; the very same result where nothing can be said."""
        if not result.hits:
            return result
        from workbench.services.search.thresholds import counted

        if self._stances is None:
            from workbench.services.search.stance import StanceService

            self._stances = StanceService(workspace)
        hits = tuple(self._stances.judge(claim, result.hits))
        if result.query != claim.text:  # close is what is like the words that were asked
            hits = tuple(replace(one, close=was.close) for one, was in zip(hits, result.hits, strict=True))
        if self._stances.note and not self._lack:  # what is lacking is told once
            return replace(result, hits=hits, note=f"{result.note} {self._stances.note}".strip())
        return result if hits == result.hits else counted(result, hits)

    def earlier(self, workspace: Workspace, claims: Sequence[Claim]) -> dict[int, tuple[EarlierVerdict, ...]]:
        """What the desk has rated already that means the same as these claims; nothing where no model can tell."""
        if self._already is None:
            from workbench.services.search.already_checked import AlreadyChecked

            self._already = AlreadyChecked(workspace)
        try:
            return self._already.earlier(claims)
        except ModelUnavailableError:  # what is lacking is told by the search for evidence
            return {}

    def forget(self) -> None:
        """What was found is old. A new index is opened by the next search, in its own thread."""
        self._kept = {}

    def copied(self, copy: CopiedPassage) -> None:
        """A passage of a collection is in the workspace now."""
        self._kept = {key: copy.put_in(result) for key, result in self._kept.items()}

    # loading

    def _open(self, workspace: Workspace) -> None:
        self._ready(workspace, False)
        self._loaded.add(OPENING)

    def _load_encoder(self, _: Workspace) -> None:
        from workbench.services.inference.sharing import load_encoder_of_stances

        try:
            load_encoder_of_stances()
        except ModelUnavailableError as error:
            self._lack = str(error)
        self._loaded.add(ENCODER)

    def _load_reranker(self, _: Workspace) -> None:
        from workbench.services.inference.sharing import stance_model

        try:
            self._reranker = stance_model()
        except ModelUnavailableError as error:
            self._lack = str(error)

    def _ready(self, workspace: Workspace, ranked: bool) -> Searcher:
        with self._making:  # two threads may be the first
            return self._made(workspace, ranked)

    def _made(self, workspace: Workspace, ranked: bool) -> Searcher:
        from workbench.services.search.search import Searcher

        if self._shared is None:
            from workbench.services.collections.asking import SharedEvidence

            self._shared = SharedEvidence(workspace)
        if ranked and not self._lack:
            if self._reranker is None:
                self._load_reranker(workspace)
            if self._ranking is None and self._reranker is not None:
                self._ranking = Searcher(workspace, reranker=self._reranker, shared=self._shared)
        if ranked and self._ranking is not None:
            return self._ranking
        if self._searcher is None:
            self._searcher = Searcher(workspace, shared=self._shared)
        return self._searcher

    def _noted(self, result: SearchResult, ranked: bool) -> SearchResult:
        """With one line where the order is not the one that was asked for."""
        if not ranked or not self._lack:
            return result
        note = f"{self._lack} The order is that of the search."
        return replace(result, note=f"{result.note} {note}".strip())
