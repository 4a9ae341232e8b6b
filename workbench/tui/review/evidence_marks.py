"""Marking passages, to decide about many of them at once."""

from __future__ import annotations

from workbench.tui.review.work import ReviewWork
from workbench.tui.widgets.evidence_list import Card


class EvidenceMarks:
    """The passages of the claim on the screen that are marked."""

    def __init__(self, work: ReviewWork) -> None:
        self._work = work

    @property
    def cards(self) -> list[Card]:
        """The cards that are marked, as they are listed."""
        return [card for card in self._work.view.evidence.list.items if card.marked]

    def mark(self) -> None:
        """Mark the card under the cursor, or take its mark away, and go to the next."""
        card, claim, view = self._work.view.evidence.card, self._work.claim, self._work.view
        if card is not None and claim is not None:
            self._work.session.evidence.marked ^= {(claim.id, card.passage.id)}
            view.show_evidence()
            view.evidence.list.step(1)

    def mark_to_here(self) -> None:
        """Mark all cards from the last one marked above, or from the first, to the one under the cursor."""
        claim, view = self._work.claim, self._work.view.evidence.list
        if claim is not None:
            above = [at for at, card in enumerate(view.items[: view.cursor]) if card.marked]
            reach = view.items[above[-1] if above else 0 : view.cursor + 1]
            self._work.session.evidence.marked |= {(claim.id, card.passage.id) for card in reach}
            self._work.view.show_evidence()

    def clear(self) -> bool:
        """Take all marks away; whether there were any."""
        marked = bool(self._work.session.evidence.marked)
        self._work.session.evidence.marked.clear()
        if marked:
            self._work.view.show_evidence()
        return marked

    def keep_those_of(self, claim_id: int) -> None:
        """Forget the marks on passages of other claims."""
        evidence = self._work.session.evidence
        evidence.marked = {mark for mark in evidence.marked if mark[0] == claim_id}
