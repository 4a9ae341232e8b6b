"""The pane of evidence: what is known of the claim under the cursor, in its order, under its title."""

from __future__ import annotations

from workbench.domain.evidence import EvidenceState
from workbench.tui.review.core import ReviewCore
from workbench.tui.review.data import merge_cards
from workbench.tui.review.finder import is_ranked
from workbench.tui.text.formatting import clip_words, one_line, record_words, sentence, suggestion_words
from workbench.tui.text.wrapping import Line
from workbench.tui.widgets.bars import worth_parts
from workbench.tui.widgets.evidence_list import EvidenceList


class EvidencePane(ReviewCore):
    """Shows linked passages and what was found for them, the cursor where it is wanted."""

    def __init__(self, article_id: int) -> None:
        super().__init__(article_id)
        self._wanted_card: tuple[int, int] | None = None
        """Claim and passage to go to as soon as it is shown."""

    def show_evidence(self) -> None:
        """Show what is known of the current claim's evidence."""
        claim = self.claim
        self.show_scale()
        cards = self.query_one(EvidenceList)
        pane = self.query_one("#evidence-pane")
        if claim is None:
            cards.show([], 0, "Choose a claim.")
            pane.border_title = "Evidence"
            return
        linked = self.linked.get(claim.id)
        own = self.own_words.get(claim.id)
        found = own or (self.found[claim.id][1] if self.found.get(claim.id, ("",))[0] == claim.text else None)
        if own is not None:  # what was searched for, and nothing else
            sought = {hit.passage.id for hit in own.hits}
            linked = tuple(card for card in linked or () if card.passage.id in sought)
        shown = merge_cards(linked or (), found.hits if found else (), self.claim_day, self.opened_of(claim.id))
        places = {card.passage.id: place for place, card in enumerate(cards.items)}
        same = self._evidence_of == claim.id and places.keys() == {card.passage.id for card in shown}
        if same:  # a decision does not move the cards under the reader; the next visit puts them in order
            shown = tuple(sorted(shown, key=lambda card: places[card.passage.id]))
        self._evidence_of = claim.id
        note = (self.being_loaded or "Searching …") if found is None else found.note
        empty = (
            note if found is None else f"{sentence(note) or 'Nothing close was found.'}\n\n{self.keyed(cards.EMPTY)}"
        )
        cards.show(shown, None if same else 0, note if shown else empty)
        self._go_to_card()
        title = "Evidence"
        asked = self.asked.get(claim.id)
        if own is not None and asked is not None:
            words = f" for “{clip_words(asked.words)}”" if asked.words else ""
            title += words + (f", {asked.limits_said}" if asked.limits_said else "")
        if found is not None:
            title += f" · {found.close} close of {found.searched:,}" if found.searched else ""
            title += " · reranked" if is_ranked(found) else ""
        pane.border_title = title.replace("[", "\\[")
        pane.border_subtitle = one_line(note).replace("[", "\\[") if note and shown else ""
        self.show_tabs()

    def said(self) -> Line:
        """The reason that is about to be signed, else what reviewers have said, else what strong evidence suggests."""
        claim = self.claim
        if claim is None:
            return []
        if (pending := self.pending.get(claim.id)) is not None:  # read in full here, the scale may cut it
            return [("Reason: ", "dim"), (one_line(pending.reason), "text")]
        record = self.records.get(claim.id)
        if record is not None and (words := record_words(record, self.keyed("{settle}"))):
            return words
        searched, found = self.found.get(claim.id, ("", None))
        if found is None or searched != claim.text or self.scale is None:
            return []
        cards = self.linked.get(claim.id, ())
        rejected = {card.passage.id for card in cards if card.state is EvidenceState.REJECTED}
        hits = [hit for hit in found.hits if hit.passage.id not in rejected]
        suggested = suggestion_words(claim, hits, self.scale)
        return [*suggested, *worth_parts(claim)] if suggested else []

    def _go_to_card(self) -> None:
        cards = self.query_one(EvidenceList)
        places = [(self.current_id, card.passage.id) for card in cards.items]
        if self._wanted_card in places:
            cards.move_to(places.index(self._wanted_card))
            self._wanted_card = None

    def opened_of(self, claim_id: int) -> frozenset[int]:
        """Passages of a claim that are shown in full."""
        return frozenset(passage for claim, passage in self.opened if claim == claim_id)
