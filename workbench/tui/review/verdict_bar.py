"""The lines below the panes: the wording of the claim, what is said of it, the scale or the rating that waits."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from workbench.domain.articles import Claim, ReviewStatus
from workbench.domain.evidence import EvidenceState
from workbench.domain.standing import same_person
from workbench.tui.commands.table import keyed
from workbench.tui.review.session import ReviewSession
from workbench.tui.text.formatting import earlier_words, one_line, record_words, suggestion_words
from workbench.tui.text.wrapping import Line
from workbench.tui.widgets.bars import ChosenRating, ScaleBar, WordingBar, worth_parts


class VerdictBar(Vertical):
    """Shows the verdict of a session's claim, given or about to be; `ScaleBar` posts the steps that are clicked."""

    DEFAULT_CSS = "VerdictBar { height: auto; }"

    def __init__(self, session: ReviewSession) -> None:
        super().__init__()
        self.session = session
        self.wording = WordingBar(id="wording")
        self.scale = ScaleBar(id="scale")

    def compose(self) -> ComposeResult:
        """Wording above scale."""
        yield self.wording
        yield self.scale

    def show(self) -> None:
        """Bring both in step with the claim under the cursor."""
        session, claim = self.session, self.session.claim
        if claim is None:
            self.wording.show(None)
            self.scale.show(session.scale, None, None)
            return
        pending = session.pending.get(claim.id)
        chosen = None
        if pending is not None:
            reason = session.reason(claim.id, pending.rating)
            chosen = ChosenRating(pending.rating.key, one_line(pending.rating.words), reason)
        self.wording.show(claim, self._said(claim, chosen))
        self.scale.show(session.scale, self._given(claim), chosen, self._why_not(claim))

    def show_choice(self, words: str) -> None:
        """Words are being chosen in the article; they stand where the scale was."""
        self.scale.show(self.session.scale, None, None, words)

    def _given(self, claim: Claim) -> str | None:
        """The rating that is ticked: the one that stands, or where opinions differ this reviewer's own."""
        session = self.session
        record = session.records.get(claim.id)
        if claim.id not in session.disputed or record is None:
            return claim.rating
        own = [one.rating for one in record.verdicts if same_person(one.reviewer, session.reviewer)]
        return own[-1] if own else None

    def _why_not(self, claim: Claim) -> str:
        """Why no rating is asked for."""
        if not claim.rateable:
            kinds = " and ".join(kind.value for kind in claim.kinds)
            return f"A {kinds} is listed, not rated. {self._keyed('{set_kinds} changes its kind.')}"
        if claim.status is ReviewStatus.PUBLISHED:
            locked = self._keyed("published and locked. {correct_verdict} corrects it, with a dated reason.")
            return f"■ {one_line(claim.rating or '')}: {locked}"
        return ""

    def _said(self, claim: Claim, chosen: ChosenRating | None) -> Line:
        """The reason that is about to be signed, else what reviewers have said, else what strong evidence suggests."""
        session = self.session
        if chosen is not None:  # read in full here, the scale may cut it
            if not chosen.reason:
                says = self._keyed("what is accepted says otherwise: {write_reason} tells why")
                return [("≠ ", "warn"), (says, "text")]
            replaced = claim.rating if claim.rating != chosen.words else None
            before: Line = [(f"In place of {one_line(replaced)}. ", "warn")] if replaced else []
            return [*before, ("Reason: ", "dim"), (one_line(chosen.reason), "text")]
        record = session.records.get(claim.id)
        if record is not None and (words := record_words(record, self._keyed("{settle}"))):
            stands = record.standing
            other: Line = [("≠ rated on another wording ", "warn")]
            return [*other, *words] if stands is not None and stands.claim_text != claim.text else words
        if earlier := session.earlier_of(claim):
            return earlier_words(earlier, self._keyed("{look_at_earlier}"), self._keyed("{adopt_earlier}"))
        if proposed := [one for one in session.proposed.get(claim.id, ()) if one.claim_id == claim.id]:
            by = ", ".join(dict.fromkeys(one_line(one.made_by) for one in proposed))
            kinds = ", ".join(dict.fromkeys(one_line(one.kind) for one in proposed))
            shows: Line = [
                (f"⚙ {by} proposes: {kinds} ", "dim"),
                (self._keyed("{show_proposals}"), "key"),
                (" shows  ", "dim"),
            ]
            return [*shows, *worth_parts(claim, self._keyed("{name_pronoun}"))]
        found = session.evidence.result(claim)
        if found is None or session.scale is None:
            return []
        cards = session.evidence.linked(claim.id)
        rejected = {card.passage.id for card in cards if card.state is EvidenceState.REJECTED}
        hits = [hit for hit in found.hits if hit.passage.id not in rejected]
        suggested = suggestion_words(claim, hits, session.scale)
        return [*suggested, *worth_parts(claim, self._keyed("{name_pronoun}"))] if suggested else []

    def _keyed(self, words: str) -> str:
        return keyed(words, getattr(self.app, "keys_changed", {}))
