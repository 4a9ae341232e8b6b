"""Bringing the evidence of a claim: what was decided about it, what the search finds, what the stance model says."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual.css.query import NoMatches

from workbench.domain.articles import Claim
from workbench.domain.errors import WorkbenchError
from workbench.domain.evidence import SearchResult
from workbench.tui.review import loading
from workbench.tui.review.finder import Finder
from workbench.tui.review.work import ReviewWork

AHEAD = 2
"""Claims whose evidence is found before it is asked for."""


class EvidenceLoading:
    """Evidence is there when the cursor arrives; that of the next claims is found meanwhile."""

    def __init__(self, work: ReviewWork, finder: Finder) -> None:
        self._work, self.finder = work, finder
        work.arrived.append(self.bring)
        self.ended: list[Callable[[Claim], None]] = []
        """Called when the passages of a claim are there, and when nothing more will come."""

    def bring(self, claim: Claim) -> None:
        """Bring what belongs to a claim, then to the ones that come next."""
        self._work.start(partial(self._bring_in_turn, claim), group="evidence", alone=True)

    async def _bring_in_turn(self, claim: Claim) -> None:
        """A fault of ours in searching or judging is told where the evidence would stand; the claim can be rated."""
        session = self._work.session
        try:
            await self._bring(claim)
            self._tell_ended(claim)
            claims = [row.claim for row in session.rows()]
            here = next((i for i, one in enumerate(claims) if one.id == claim.id), 0)
            for ahead in claims[here + 1 : here + 1 + AHEAD]:
                await self._bring(ahead)
        except (NoMatches, WorkbenchError, OSError):
            self._tell_ended(claim)
            raise
        except Exception as error:
            self._work.view.evidence.loading_words = ""
            note = f"The search failed ({type(error).__name__}: {error}). The claim can be rated all the same."
            session.evidence.take_found(claim, SearchResult(claim.text, (), 0, 0, note), judged=True)
            self._show(claim)
            self._tell_ended(claim)

    def _tell_ended(self, claim: Claim) -> None:
        for ended in self.ended:
            ended(claim)

    async def _bring(self, claim: Claim) -> None:
        threads, evidence = self._work.host.threads, self._work.session.evidence
        if not evidence.is_read(claim.id):
            reading = evidence.begin_reading()
            cards, record = await threads.read(loading.load_linked, claim.id, self._work.session.claim_day)
            evidence.take_linked(claim.id, cards, reading)
            self._work.session.records[claim.id] = record
            if claim.id == self._work.session.current_id and not cards and evidence.result(claim) is None:
                self._work.view.show_verdict()  # the record; the evidence is drawn once, with what the search finds
            else:
                self._show(claim)
        if evidence.is_judged(claim) and evidence.result(claim) is not None:
            return
        await self.load_models(claim)
        result = await threads.search(self.finder.hits, claim)
        evidence.take_found(claim, result, judged=not result.hits)
        self._show(claim)
        self._tell_ended(claim)
        if result.hits:
            evidence.take_found(claim, await threads.search(self.finder.judge, claim, result), judged=True)
            self._show(claim)

    async def load_models(self, claim: Claim | None) -> None:
        """Load what finding evidence needs, saying what is being loaded where that of `claim` would stand."""
        host, pane = self._work.host, self._work.view.evidence
        steps = self.finder.to_load()
        for words, step in steps:
            pane.loading_words = words
            if claim is not None:
                self._show(claim)
            await host.threads.search(step)
        pane.loading_words = ""
        if steps:
            host.memory.calm()

    def _show(self, claim: Claim) -> None:
        if claim.id == self._work.session.current_id and self._work.view.evidence.is_attached:
            self._work.view.show_evidence()
