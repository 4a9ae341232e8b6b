"""The review screen."""

from __future__ import annotations

from textual import on

from workbench.domain.articles import ReviewStatus
from workbench.tui.review.claim_actions import ClaimActions
from workbench.tui.review.collaboration import TogetherActions
from workbench.tui.review.evidence_actions import EvidenceActions
from workbench.tui.review.layout import PANES
from workbench.tui.review.verdict_actions import VerdictActions
from workbench.tui.source.citing import address_of
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.evidence_list import EvidenceList

DECISIONS = ("accept_evidence", "reject_evidence")
"""Said to be too early, rather than ignored, while evidence is on its way."""


class ReviewScreen(ClaimActions, VerdictActions, EvidenceActions, TogetherActions):
    """An article, its claims, the evidence of the claim under the cursor."""

    def action_next_claim(self) -> None:
        """Go to the next claim of the list."""
        self._step(1)

    def action_previous_claim(self) -> None:
        """Go to the previous claim of the list."""
        self._step(-1)

    def _step(self, step: int) -> None:
        rows = self.query_one(ClaimList)
        row = rows.cursor + step
        if 0 <= row < len(rows.items):
            self.go_to(rows.items[row].claim.id)

    def action_next_pane(self) -> None:
        """Go to the next pane."""
        self._turn(1)

    def action_previous_pane(self) -> None:
        """Go to the previous pane."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        focused = self.focused.id if self.focused is not None else ""
        here = PANES.index(focused) if focused in PANES else PANES.index(self.host.saved.pane)
        name = PANES[(here + step) % len(PANES)]
        self.show_pane(name)
        self.query_one(f"#{name}").focus()

    def action_back(self) -> None:
        """Drop what was begun, one thing at a time; then go back to the desk."""
        claim = self.claim
        if self.mode:
            self.end_choice()
        elif self.drop_pending():
            return
        elif claim is not None and self.own_words.pop(claim.id, None) is not None:
            self.show_evidence()
        else:
            self.host.show_desk()

    @on(ClaimList.Chosen, "#claims")
    def claim_chosen(self) -> None:
        """Enter in the list of claims."""
        self.action_keep_rating()

    @on(EvidenceList.Chosen, "#evidence")
    def card_chosen(self) -> None:
        """Enter on a card: keep the rating that waits, or open the source."""
        self.action_keep_rating()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What cannot be done now is greyed out."""
        claim = self.claim
        needs_claim = {"edit_wording", "split_claim", "merge_claim", "drop_claim", "set_kinds", "set_speaker"}
        needs_card = {
            "accept_evidence",
            "reject_evidence",
            "set_stance",
            "show_scores",
            "pin_evidence",
            "copy_citation",
        }
        if action in needs_claim and claim is None:
            return None
        waits = claim is not None and claim.id not in self.found and claim.id not in self.own_words
        if action in needs_card and self.is_mounted and self.card is None and not (waits and action in DECISIONS):
            return None
        return True

    def applies(self, action: str) -> bool:
        """What the claim under the cursor, its state and its evidence leave to be done."""
        claim, card = self.claim, self.card
        if claim is None:
            return True
        published = claim.status is ReviewStatus.PUBLISHED
        rules = {
            "write_reason": claim.rateable and not published,
            "keep_rating": claim.id in self.pending or card is not None,
            "ask_second_opinion": claim.status is ReviewStatus.RATED,
            "settle": claim.id in self.disputed or claim.status is ReviewStatus.SETTLED,
            "publish": claim.rating is not None and not published,
            "correct_verdict": published,
            "note_evidence": card is not None,
            "open_source": card is not None,
            "open_address": card is not None and address_of(card) is not None,
        }
        return rules.get(action, True)

    def show_keys(self, first: list[tuple[str, str, str]] | None = None) -> None:
        """The key bar of a review."""
        if self.is_mounted:
            super().show_keys(first)
