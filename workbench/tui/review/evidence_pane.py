"""The pane with the evidence of the claim under the cursor."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from workbench.domain.articles import Claim
from workbench.domain.evidence import SearchResult
from workbench.tui.commands.table import keyed
from workbench.tui.review.session import ReviewSession
from workbench.tui.text.formatting import clip_words, one_line, sentence
from workbench.tui.widgets.evidence_list import Card, EvidenceList


class EvidencePane(Vertical):
    """Lists the evidence of a session's claim, the cursor where the reader left it or where it is wanted."""

    def __init__(self, session: ReviewSession, *, classes: str) -> None:
        super().__init__(id="evidence-pane", classes=classes)
        self.session = session
        self.list = EvidenceList(id="evidence")
        self.loading_words = ""
        """What is being loaded before evidence can be found."""
        self._shown: tuple[int | None, bool] = (None, False)
        self._wanted: tuple[int, int] | None = None
        self.none_close = False
        """Whether passages were found, and none of them is close."""

    def compose(self) -> ComposeResult:
        """The list."""
        yield self.list

    def on_mount(self) -> None:
        """Until the claims are read."""
        self.list.show([], note=" ")

    @property
    def card(self) -> Card | None:
        """The passage under the cursor."""
        return self.list.current

    def show(self) -> None:
        """Bring the list in step. Within one visit the cursor stays on its passage, whatever arrives."""
        claim = self.session.claim
        if claim is None:
            self.list.show([], 0, "Choose a claim.")
            self.border_title, self.border_subtitle = "Evidence", ""
            return
        own = self.session.evidence.own.get(claim.id)
        found = own[1] if own is not None else self.session.evidence.result(claim)
        cards = self.session.cards()
        self.none_close = found is not None and bool(cards) and bool(found.searched) and not found.close
        visit, here = (claim.id, own is not None), self.card
        at = 0
        if visit == self._shown and here is not None:
            at = next((i for i, card in enumerate(cards) if card.passage.id == here.passage.id), self.list.cursor)
        self._shown = visit
        note = (self.loading_words or "Searching …") if found is None else found.note
        self.list.show(cards, at, note if cards else self._empty(note, found))
        self._go_to_wanted()
        self._entitle(claim, found, note if cards else "")

    def _empty(self, note: str, found: SearchResult | None) -> str:
        if found is None:
            return note
        said = sentence(note) or "Nothing close was found."
        return f"{said}\n\n{keyed(EvidenceList.EMPTY, getattr(self.app, 'keys_changed', {}))}"

    def _entitle(self, claim: Claim, found: SearchResult | None, note: str) -> None:
        title = "Evidence"
        asked = self.session.evidence.asked(claim.id)
        if asked is not None:
            words = f" for “{clip_words(asked.words)}”" if asked.words else ""
            title += words + (f", {asked.limits_said}" if asked.limits_said else "")
        if found is not None:
            title += f" · {found.close} close of {found.searched:,}" if found.searched else ""
            title += self._order_words()
        self.border_title = title.replace("[", "\\[")
        self.border_subtitle = one_line(note).replace("[", "\\[")

    def _order_words(self) -> str:
        """Whose order it is: what the stance model says of it only later changes nothing in this visit."""
        evidence = self.session.evidence
        if evidence.is_ordered:
            return " · reranked"
        return " · search order" if self.session.saved.ranked and self.list.items else ""

    def show_searching(self) -> None:
        """A search with own words is under way."""
        self.list.show([], 0, "Searching …")

    def show_card(self, card: Card) -> None:
        """Draw one card again, in its place."""
        for index, shown in enumerate(self.list.items):
            if shown.passage.id == card.passage.id:
                self.list.update_item(index, card)

    def want(self, claim_id: int, passage_id: int) -> None:
        """Put the cursor on a passage as soon as it is among the evidence of its claim."""
        self._wanted = (claim_id, passage_id)
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        places = [(self.session.current_id, card.passage.id) for card in self.list.items]
        if self._wanted in places:
            self.list.move_to(places.index(self._wanted))
            self._wanted = None
