"""Bringing the evidence of a claim: what was decided about it, what the search finds, what the stance model says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from textual.css.query import NoMatches

from workbench.domain.articles import Claim
from workbench.domain.errors import WorkbenchError
from workbench.domain.evidence import SearchResult
from workbench.domain.unforeseen import went_on
from workbench.domain.urgency import Urgency
from workbench.tui.review import loading
from workbench.tui.review.finder import Finder
from workbench.tui.review.found_evidence import is_ranked
from workbench.tui.review.work import ReviewWork

AHEAD = 2
"""Claims whose evidence is found before it is asked for."""


class EvidenceLoading:
    """Evidence is there when the cursor arrives; that of the next claims is found meanwhile.

    No model that reads passages is waited for: they stand in the order of the search at once, what they say is told
    when it is known, and in the model's own order they stand where that was known before they were first seen.
    """

    def __init__(self, work: ReviewWork, finder: Finder) -> None:
        self._work, self.finder = work, finder
        work.arrived.append(self.bring)
        self.ended: list[Callable[[Claim], None]] = []
        """Called when the passages of a claim are there, and when nothing more will come."""
        self._ordering: int | None = None
        """The claim whose passages are to be put in order before they are shown, for that is what was asked."""

    def bring(self, claim: Claim) -> None:
        """Bring what belongs to a claim, then to the ones that come next."""
        self._work.start(partial(self._bring_in_turn, claim), group="evidence", alone=True)

    def bring_in_order(self, claim: Claim) -> None:
        """Bring the evidence of a claim again, and show it when it stands in the order that the key asked for."""
        self._ordering = claim.id
        self.bring(claim)

    async def _bring_in_turn(self, claim: Claim) -> None:
        """A fault of ours in searching or judging is told where the evidence would stand; the claim can be rated."""
        session = self._work.session
        try:
            await self._read(claim)
            if self._ordering == claim.id:
                await self._rank(claim, Urgency.NOW)
            self._ordering = None
            await self._find(claim)
            self._tell_ended(claim)
            await self._judge(claim, Urgency.NOW)
            claims = [row.claim for row in session.rows()]
            here = next((i for i, one in enumerate(claims) if one.id == claim.id), 0)
            ahead = claims[here + 1 : here + 1 + AHEAD]
            for one in ahead:
                await self._read(one)
                await self._find(one)
            for one in ahead:
                await self._judge(one, Urgency.SOON)
            for one in (*ahead, claim):
                await self._rank(one, Urgency.AHEAD)
        except (NoMatches, WorkbenchError, OSError):
            self._tell_ended(claim)
            raise
        except Exception as error:
            went_on(error)
            self._work.view.evidence.loading_words = ""
            note = f"The search failed ({type(error).__name__}: {error}). The claim can be rated all the same."
            session.evidence.take_found(claim, SearchResult(claim.text, (), 0, 0, note), judged=True)
            self.show(claim)
            self._tell_ended(claim)

    def _tell_ended(self, claim: Claim) -> None:
        for ended in self.ended:
            ended(claim)

    async def _read(self, claim: Claim) -> None:
        """What was decided about a claim."""
        threads, evidence = self._work.host.threads, self._work.session.evidence
        if not evidence.is_read(claim.id):
            reading = evidence.begin_reading()
            cards, record = await threads.read(loading.load_linked, claim.id, self._work.session.claim_day)
            evidence.take_linked(claim.id, cards, reading)
            self._work.session.records[claim.id] = record
            if claim.id == self._work.session.current_id and not cards and evidence.result(claim) is None:
                self._work.view.show_verdict()  # the record; the evidence is drawn once, with what the search finds
            else:
                self.show(claim)

    async def _find(self, claim: Claim) -> None:
        """The passages closest to a claim, in the order of the search."""
        evidence = self._work.session.evidence
        known = evidence.result(claim)
        if known is not None and not known.incomplete:
            return
        await self.load_models(claim)
        result = await self._work.host.threads.search(self.finder.hits, claim)
        evidence.take_found(claim, result, judged=not result.hits)
        self.show(claim)

    async def _judge(self, claim: Claim, urgency: Urgency) -> None:
        """What the passages say about a claim."""
        evidence = self._work.session.evidence
        result = evidence.result(claim)
        if result is None or evidence.is_judged(claim):
            return
        judged = await self._work.host.threads.judge(urgency, self.finder.judge, claim, result)
        evidence.take_found(claim, judged, judged=True)
        self.show(claim)

    async def _rank(self, claim: Claim, urgency: Urgency) -> None:
        """The closest passages in the order of the stance model too, judged."""
        threads, evidence = self._work.host.threads, self._work.session.evidence
        known = evidence.result(claim)
        if not self.finder.ranked or (known is not None and (is_ranked(known) or not known.hits)):
            return
        if known is None:
            await self.load_models(claim)
        result = await threads.judge(urgency, self.finder.ranked_hits, claim)
        if is_ranked(result):
            result = await threads.judge(urgency, self.finder.judge, claim, result)
        elif known is not None:
            result = replace(known, note=result.note if not known.note else known.note)
        evidence.take_found(claim, result, judged=is_ranked(result) or known is not None or not result.hits)
        self.show(claim)

    async def load_models(self, claim: Claim | None) -> None:
        """Load what finding evidence needs, saying what is being loaded where that of `claim` would stand."""
        host, pane = self._work.host, self._work.view.evidence
        steps = self.finder.to_load()
        for words, step in steps:
            pane.loading_words = words
            if claim is not None:
                self.show(claim)
            await host.threads.search(step)
        pane.loading_words = ""
        if steps:
            host.memory.calm()

    def show(self, claim: Claim) -> None:
        """Bring the passages on the screen in step, where they are those of this claim."""
        if claim.id == self._work.session.current_id and self._work.view.evidence.is_attached:
            self._work.view.show_evidence()
