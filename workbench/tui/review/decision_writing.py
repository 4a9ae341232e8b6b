"""Writing what is decided about passages: it shows from the key on, and is written behind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from workbench.domain.anchors import Span
from workbench.domain.articles import Claim, Origin
from workbench.domain.evidence import Evidence, EvidenceState, Stance
from workbench.domain.shared_evidence import HeldPassage
from workbench.tui.review.evidence_loading import EvidenceLoading
from workbench.tui.review.found_evidence import CopiedPassage, not_yet_written, stance_of
from workbench.tui.review.reasons import what_stands
from workbench.tui.review.work import ReviewWork
from workbench.tui.widgets.evidence_list import Card

if TYPE_CHECKING:
    from workbench.services.workspace import Workspace

Cited = Span | Literal[False]
"""The words of a passage that a person cites; False leaves them to the program."""


class DecisionWriting:
    """Decisions, notes, pins and cited words of the passages of a review."""

    def __init__(self, work: ReviewWork, loading: EvidenceLoading) -> None:
        self._work, self._loading = work, loading

    def cite(self, claim: Claim, card: Card, cited: Cited) -> Card:
        """Cite other words of a passage; the card as it is then."""
        return self.decide(card, card.state, stance_of(card), cited=cited, claim=claim)

    def decide(
        self,
        card: Card,
        state: EvidenceState,
        stance: Stance | None,
        *,
        note: str | None = None,
        pinned: bool | None = None,
        cited: Cited | None = None,
        claim: Claim | None = None,
        batch: str | None = None,
    ) -> Card:
        """Write a decision; with a note, a pin or cited words, these alone: the decision is left as it is."""
        from workbench.services.collections.keeping import keep
        from workbench.services.evidence.decisions import annotate, decide

        claim = claim or self._work.claim
        assert claim is not None  # a card is that of a claim
        before = card.evidence or not_yet_written(claim, card, self._work.host.reviewer)
        remark = not (note is None and pinned is None and cited is None)
        came = self._work.session.evidence.provenance(claim, card.passage.id)

        def work(workspace: Workspace) -> Evidence:
            # what is being written has no version yet, and one's own decision is nothing to compare with
            version = 0 if card.evidence is None else before.version or None
            passage_id = keep(workspace, card.passage, card.source, claim_id=claim.id)
            if remark:
                return annotate(
                    workspace,
                    claim.id,
                    passage_id,
                    note=note,
                    pinned=pinned,
                    cited=cited,
                    version=version,
                    provenance=came,
                )
            return decide(
                workspace,
                claim.id,
                passage_id,
                state,
                stance=stance,
                version=version,
                provenance=came,
                batch=batch,
            )

        shown = replace(before, state=state, stance=stance, origin=Origin.PERSON)
        kept = shown.pinned if pinned is None else pinned
        shown = replace(shown, note=shown.note if note is None else note, pinned=kept)
        if cited is not None:
            shown = replace(shown, cited=cited or None)
        decided = replace(card, evidence=shown)
        number = self._work.session.evidence.decide(claim.id, decided)
        self._show(claim, decided)
        self._work.start(partial(self._write, claim, decided, number, work), group="write")
        record = self._work.session.records.get(claim.id)
        if (not remark or cited is not None) and (said := what_stands(claim, record, card.passage.id)):
            self._work.tell(self._work.keyed(said), warning=True)
        return decided

    async def _write(self, claim: Claim, card: Card, number: int, work: Callable[[Workspace], Evidence]) -> None:
        evidence = self._work.session.evidence
        try:
            written = replace(card, evidence=await self._work.host.threads.write(work))
        except Exception:
            evidence.refused(claim.id, card.passage.id)
            self._loading.bring(claim)
            raise
        if isinstance(card.passage, HeldPassage) and written.evidence is not None:
            written = self._copied(claim, written, card.passage, written.evidence.passage_id)
        if evidence.written(claim.id, written, number):
            self._show(claim, written)

    def _copied(self, claim: Claim, card: Card, held: HeldPassage, number: int) -> Card:
        """The card of a passage that came from a collection, and is in the workspace since it was decided about."""
        from workbench.services.collections.keeping import as_kept

        passage, source = as_kept(held, card.source, number)
        copy = CopiedPassage(held.id, passage, source)
        self._work.session.evidence.copied(copy)
        self._loading.finder.copied(copy)
        self._loading.show(claim)
        return replace(card, passage=passage, source=source)

    def _show(self, claim: Claim, card: Card) -> None:
        """Show a decided card in its place; what was rejected suggests no rating any more."""
        view = self._work.view
        if claim.id == self._work.session.current_id and view.evidence.is_attached:
            view.evidence.show_card(card)
            view.show_verdict()
