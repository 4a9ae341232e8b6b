"""Working with evidence: deciding about it, searching, adding, citing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from workbench.domain.articles import Claim
from workbench.domain.evidence import Evidence, EvidenceState, Stance
from workbench.domain.shared_evidence import HeldPassage
from workbench.domain.urgency import Urgency
from workbench.store.acts import new_batch
from workbench.tui.dialogs.forms import Link, Wanted
from workbench.tui.dialogs.kept_searches import keep_search
from workbench.tui.review.archiving_cited import offer_archive
from workbench.tui.review.decision_writing import DecisionWriting
from workbench.tui.review.evidence_loading import EvidenceLoading
from workbench.tui.review.evidence_marks import EvidenceMarks
from workbench.tui.review.found_evidence import stance_of
from workbench.tui.review.work import ReviewWork
from workbench.tui.source.citing import CHOICES, ONE_SENTENCE, Choice, chosen, copy_citation, open_address
from workbench.tui.text.formatting import count_words, one_line
from workbench.tui.widgets.evidence_list import Card
from workbench.tui.work_screen import Handlers

CITING = frozenset({"cite_next", "cite_previous"})
NEED_CARD = frozenset({*CITING, "show_scores", "pin_evidence", "copy_citation"})
"""Commands that are greyed out where there is no evidence."""
ACCEPTING = {"accept_supports": Stance.SUPPORTS, "accept_refutes": Stance.REFUTES, "accept_context": Stance.CONTEXT}
DECISIONS = frozenset({*ACCEPTING, "reject_evidence"})
"""What waits for evidence that is on its way, and all that is typed after it."""


class EvidenceActions:
    """A decision shows at once and is written behind."""

    def __init__(self, work: ReviewWork, loading: EvidenceLoading) -> None:
        self._work, self._loading = work, loading
        self._held: tuple[int, Callable[[], None]] | None = None
        """The claim whose evidence a decision waits for, and the decision."""
        work.arrived.append(self._leave)
        loading.ended.append(self._evidence_is_there)
        self.marks = EvidenceMarks(work)
        self.decisions = DecisionWriting(work, loading)

    def handlers(self) -> Handlers:
        """What each command does."""
        return {
            **{name: partial(self.accept, stance) for name, stance in ACCEPTING.items()},
            "reject_evidence": self.reject,
            "mark_evidence": self._mark,
            "mark_evidence_to_here": self._mark_to_here,
            "pin_evidence": self.pin,
            "note_evidence": self.note,
            "show_scores": self.show_scores,
            "search_evidence": self.search,
            "change_ranking": self.change_ranking,
            "add_link": self.add_link,
            "copy_citation": self.copy_citation,
            "open_address": self.open_address,
            "open_source": self.open_source,
            **{name: partial(self._cite, choose) for name, choose in CHOICES.items() if name in CITING},
        }

    @property
    def card(self) -> Card | None:
        """The passage under the cursor."""
        return self._work.view.evidence.card

    # deciding

    def accept(self, stance: Stance) -> None:
        """Accept the card, or all that are marked, with a stance, whatever was decided about them before."""
        if not self._waits(partial(self.accept, stance)) and (card := self._card_in_sight()) is not None:
            self._decide_all(card, EvidenceState.ACCEPTED, stance)

    def accept_and(self, stance: Stance, then: Callable[[], None]) -> None:
        """Accept the card with a stance, then do something; all of it waits where the evidence is on its way."""
        if not self._waits(partial(self.accept_and, stance, then)):
            self.accept(stance)
            then()

    def reject(self) -> None:
        """Reject the card, or all that are marked; once more makes it a suggestion again."""
        if not self._waits(self.reject) and (card := self._card_in_sight()) is not None:
            again = card.state is EvidenceState.REJECTED and not self.marks.cards
            self._decide_all(card, EvidenceState.SUGGESTED if again else EvidenceState.REJECTED, None)

    def _decide_all(self, card: Card, state: EvidenceState, stance: Stance | None) -> None:
        """Decide about the marked cards, as one act; without any, about the one under the cursor."""
        cards = self.marks.cards or [card]
        self.marks.clear()
        batch = new_batch() if len(cards) > 1 else None
        for one in cards:
            self.decisions.decide(replace(one, marked=False), state, stance or stance_of(one), batch=batch)
        if len(cards) > 1:
            said = f"{count_words(len(cards), 'passage')} {'accepted' if stance else 'rejected'}"
            self._work.tell(f"{said}; {self._work.keyed('{undo}')} takes all of it back.")

    def _mark(self) -> None:
        if self._card_in_sight() is not None:
            self.marks.mark()

    def _mark_to_here(self) -> None:
        if self._card_in_sight() is not None:
            self.marks.mark_to_here()

    def _card_in_sight(self) -> Card | None:
        """The card that a decision is about; None, and a word about it, where none is seen."""
        view, claim = self._work.view, self._work.claim
        if claim is None:
            return None
        card, hidden = self.card, view.narrow and view.pane != "evidence"
        if card is not None and not hidden:
            return card
        self._work.session.lacking.add(claim.id)
        if hidden:
            view.show_pane("evidence")
            view.focus("evidence")
            self._work.tell("Here is the evidence: the key decides about what is seen.", warning=True)
        else:
            self._work.tell("There is no evidence to decide about.", warning=True)
        return None

    def decide_elsewhere(self, claim: Claim, card: Card, state: EvidenceState, stance: Stance | None) -> Card:
        """Decide about a passage that is read in its source; the card as it is then."""
        return self.decisions.decide(card, state, stance or stance_of(card), claim=claim)

    def _waits(self, decision: Callable[[], None]) -> bool:
        """Whether a decision has to wait: a key means what it would mean had its hand waited for the screen."""
        claim = self._work.claim
        if claim is None or self._work.session.evidence.is_found(claim):
            return False
        self._held = (claim.id, decision)
        self._work.host.key_queue.hold(self._drop)
        said = "Waiting for the evidence; what you type is done after it. {back} drops it."
        self._work.tell(self._work.keyed(said))
        return True

    def _evidence_is_there(self, claim: Claim) -> None:
        """Do what waited for the evidence of a claim, then what was typed after it."""
        if self._held is not None and self._held[0] == claim.id:
            decision, self._held = self._held[1], None
            if not self._work.session.evidence.is_found(claim):  # it never will be
                self._work.session.lacking.add(claim.id)
                self._work.tell("The evidence could not be searched: nothing was decided about it.", warning=True)
            else:
                decision()
            self._work.host.key_queue.release()

    def _leave(self, claim: Claim) -> None:
        """The cursor stands on another claim: what waited for the evidence of the one before is not done."""
        self.marks.keep_those_of(claim.id)
        if self._held is not None and self._held[0] != claim.id:
            self._held = None
            self._work.tell("You have left the claim: its evidence was not decided about.", warning=True)
            self._work.host.key_queue.release()

    def _drop(self, keys: int) -> None:
        self._held = None
        more = f", nor were {count_words(keys, 'key')} typed after it" if keys else ""
        self._work.tell(f"The evidence was not decided about{more}.", warning=True)

    def pin(self) -> None:
        """Pin the card, or loosen it."""
        card = self.card
        if card is not None:
            pinned = card.evidence is not None and card.evidence.pinned
            self.decisions.decide(card, card.state, stance_of(card), pinned=not pinned)

    def note(self) -> None:
        """Write a note on the card."""
        from workbench.tui.dialogs.reason import WriteText

        card = self.card
        if card is not None:
            before = card.evidence.note if card.evidence else ""
            self._work.ask(
                WriteText("Note on this passage", value=before, above=one_line(card.passage.text)[:200]),
                partial(self._take_note, card),
            )

    def _take_note(self, card: Card, note: str) -> None:
        self.decisions.decide(card, card.state, stance_of(card), note=note)

    def show_scores(self) -> None:
        """Show the card in full, or short again."""
        card, claim = self.card, self._work.claim
        if card is not None and claim is not None:
            opened = self._work.session.evidence.toggle_full(claim.id, card.passage.id)
            self._work.view.evidence.show_card(replace(card, open=opened))
            self._work.view.evidence.list.follow()

    # searching and adding

    def change_ranking(self) -> None:
        """The stance model puts the closest passages in order, or no longer does."""
        host, finder, claim = self._work.host, self._loading.finder, self._work.claim
        finder.ranked = host.saved.ranked = not host.saved.ranked
        host.remember()
        asked = self._work.session.evidence.asked(claim.id) if claim is not None else None
        self._work.session.evidence.forget_found(own=False)
        if claim is not None and asked is not None:
            self._search(claim, asked, in_order=True)
        elif claim is not None:
            self._work.show_claim(scroll=False)
            self._loading.bring_in_order(claim)
        whose = "the stance model and the search" if finder.ranked else "the search alone"
        self._work.tell(f"The closest passages stand in the order of {whose}.")

    def search(self, asked: Wanted | None = None) -> None:
        """Search with own words, asked for where they are not given; empty ones bring the claim's own evidence back."""
        from workbench.tui.dialogs.forms import SearchForm

        claim = self._work.claim
        if claim is not None and asked is not None:
            self._search(claim, asked)
        elif claim is not None:
            before = self._work.session.evidence.asked(claim.id)
            self._work.ask(SearchForm(before), partial(self._search, claim))

    def _search(self, claim: Claim, asked: Wanted, *, in_order: bool = False) -> None:
        keep_search(self._work.host, asked)
        if asked:
            self._work.session.evidence.ask(claim.id, asked)
            self._work.session.evidence.searching.add(claim.id)
            self._work.view.evidence.show_searching()
            self._work.start(partial(self._searching, claim, asked, in_order), group="evidence", alone=True)
        else:
            self.drop_search()

    async def _searching(self, claim: Claim, asked: Wanted, in_order: bool) -> None:
        threads, finder, session = self._work.host.threads, self._loading.finder, self._work.session
        try:
            await self._loading.load_models(None)
            words = asked if asked.words else replace(asked, words=claim.text)
            if in_order and finder.ranked:
                result = await threads.judge(Urgency.NOW, finder.ranked_words, words, session.claim_day)
            else:
                result = await threads.search(finder.words, words, session.claim_day)
            session.evidence.own[claim.id] = (asked, result)
        finally:
            session.evidence.searching.discard(claim.id)
            self._loading.show(claim)
            self._evidence_is_there(claim)
        result = await threads.judge(Urgency.NOW, finder.judge, claim, result)
        if session.evidence.asked(claim.id) == asked:
            session.evidence.own[claim.id] = (asked, result)
            self._loading.show(claim)

    def drop_search(self) -> bool:
        """Back to the claim's own evidence; whether there was a search with own words."""
        claim = self._work.claim
        dropped = claim is not None and self._work.session.evidence.own.pop(claim.id, None) is not None
        self._work.view.show_evidence()
        return dropped

    def forget_found(self) -> None:
        """The index has changed: search again."""
        self._work.session.evidence.forget_found(own=True)
        self._work.show_claim()

    def add_link(self) -> None:
        """Add evidence by hand."""
        from workbench.services.evidence.decisions import add_link
        from workbench.tui.dialogs.forms import AddLinkForm

        claim = self._work.claim
        if claim is None:
            return

        def add(link: Link) -> None:
            facts = {"title": link.title, "publisher": link.publisher, "published": link.published}
            self._work.write(
                lambda workspace: add_link(workspace, claim.id, link.url, link.quote, stance=link.stance, **facts),  # type: ignore[arg-type]
                lambda evidence: self._take_link(claim, evidence),
                sent=link.sent,
                said=self._work.keyed("The link is evidence now, accepted. {update_index} updates the index with it."),
            )

        self._work.ask(AddLinkForm(), add)

    def _take_link(self, claim: Claim, evidence: Evidence) -> None:
        offer_archive(self._work, claim.id)
        self._work.view.evidence.want(claim.id, evidence.passage_id)

    # citing and opening

    def copy_citation(self) -> None:
        """Copy the citation to the clipboard of the terminal."""
        if self.card is not None:
            copy_citation(self._work.screen, self.card)

    def _cite(self, choose: Choice) -> None:
        """Cite other words of the card; reports show them, with the passage behind them."""
        card, claim = self._card_in_sight(), self._work.claim
        if card is None or claim is None:
            return
        words = chosen(card, choose)
        if words is None:
            self._work.tell(ONE_SENTENCE)
        else:
            self.decisions.cite(claim, card, words)

    def open_address(self) -> None:
        """Open the address in the browser, after asking."""
        if self.card is not None:
            open_address(self._work.screen, self.card)

    def open_source(self) -> None:
        """Open the source text at the passage."""
        from workbench.tui.source.screen import SourceScreen

        card, claim = self.card, self._work.claim
        if card is not None and isinstance(card.passage, HeldPassage):
            where = one_line(card.passage.collection)
            said = f"The collection {where} gives no more of this source; {{show_scores}} shows the passage in full."
            self._work.tell(self._work.keyed(said))
        elif card is not None and claim is not None:
            cards = [one for one in self._work.view.evidence.list.items if one.source.id == card.source.id]
            self._work.screen.app.push_screen(
                SourceScreen(card, tuple(cards), claim, self.decide_elsewhere, self.decisions.cite)
            )
