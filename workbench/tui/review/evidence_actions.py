"""Working with evidence: bringing it, deciding about it, searching, adding, citing."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual.css.query import NoMatches

from workbench.domain.articles import Claim, Origin
from workbench.domain.errors import WorkbenchError
from workbench.domain.evidence import Evidence, EvidenceState, SearchResult, Stance
from workbench.tui.review.pane import EvidencePane
from workbench.tui.runtime import loading
from workbench.tui.source.citing import copy_citation, open_address
from workbench.tui.text.formatting import one_line
from workbench.tui.widgets.evidence_list import Card, EvidenceList

if TYPE_CHECKING:
    from workbench.services.workspace import Workspace
    from workbench.tui.dialogs.forms import Link, Wanted

AHEAD = 2
"""Claims whose evidence is found before it is asked for."""
_STANCES = (Stance.SUPPORTS, Stance.REFUTES, Stance.CONTEXT)


def _not_yet_written(claim: Claim, card: Card, reviewer: str) -> Evidence:
    """What is shown of a first decision about a passage until it is in the database, which numbers and dates it."""
    nothing = EvidenceState.SUGGESTED
    return Evidence(0, claim.id, card.passage.id, nothing, None, None, Origin.PERSON, reviewer, "", version=0)


class EvidenceActions(EvidencePane):
    """Evidence is there when the cursor arrives; a decision shows at once and is written behind."""

    # bringing it

    async def bring_evidence(self, claim: Claim) -> None:
        """What was decided about a claim at once, then what the search finds, then what comes next.

        A fault of ours in searching or judging is told where the evidence would stand; the claim can be rated without.
        """
        try:
            await self._bring(claim, shown=True)
            places = [row.claim for row in self.rows()]
            here = next((i for i, one in enumerate(places) if one.id == claim.id), 0)
            for ahead in places[here + 1 : here + 1 + AHEAD]:
                await self._bring(ahead, shown=False)
        except (NoMatches, WorkbenchError, OSError):
            raise
        except Exception as error:
            self.being_loaded = ""
            note = f"The search failed ({type(error).__name__}: {error}). The claim can be rated all the same."
            self.found[claim.id] = (claim.text, SearchResult(claim.text, (), 0, 0, note))
            self._show_if(claim, shown=True)

    async def _bring(self, claim: Claim, *, shown: bool) -> None:
        app = self.host
        if claim.id not in self.linked:
            day = self.claim_day
            cards, record = await app.threads.read(loading.load_linked, claim.id, day)
            self.linked[claim.id], self.records[claim.id] = cards, record
            if shown and claim.id == self.current_id and not cards and claim.id not in self.found:
                self.show_scale()  # the record; the list of evidence is drawn once, with what the search finds
            else:
                self._show_if(claim, shown)
        if self.found.get(claim.id, ("",))[0] == claim.text:
            return
        await self._load_models(claim, shown=shown)
        result = await app.threads.search(app.finder.hits, claim)
        self.found[claim.id] = (claim.text, result)
        self._show_if(claim, shown)
        judged = await app.threads.search(app.finder.judge, claim, result)
        if judged is not result:
            self.found[claim.id] = (claim.text, judged)
            self._show_if(claim, shown)

    async def _load_models(self, claim: Claim, *, shown: bool) -> None:
        """Load what finding evidence needs, saying what is being loaded."""
        app = self.host
        steps = app.finder.to_load()
        for words, step in steps:
            self.being_loaded = words
            self._show_if(claim, shown)
            await app.threads.search(step)
        self.being_loaded = ""
        if steps:
            app.memory.calm()

    def _show_if(self, claim: Claim, shown: bool) -> None:
        if shown and claim.id == self.current_id and self.is_attached:
            self.show_evidence()

    def forget_found(self) -> None:
        """The index has changed: search again."""
        self.found.clear()
        self.own_words.clear()
        self._evidence_of = None
        self.show_claim()

    def action_change_ranking(self) -> None:
        """The stance model puts the closest passages in order, or no longer does."""
        app = self.host
        app.finder.ranked = app.saved.ranked = not app.saved.ranked
        app.remember()
        self.found.clear()
        self._evidence_of = None
        claim = self.claim
        if claim is not None and claim.id in self.own_words:
            self._search(claim, self.asked[claim.id])
        else:
            self.show_claim(scroll=False)
        whose = "the stance model and the search" if app.finder.ranked else "the search alone"
        self.tell(f"The closest passages stand in the order of {whose}.")

    # moving

    def action_next_evidence(self) -> None:
        """Go to the next card."""
        cards = self.query_one(EvidenceList)
        cards.move_to(cards.cursor + 1)

    def action_previous_evidence(self) -> None:
        """Go to the previous card."""
        cards = self.query_one(EvidenceList)
        cards.move_to(cards.cursor - 1)

    def action_show_scores(self) -> None:
        """Show the card in full, or short again."""
        card, claim = self.card, self.claim
        if card is None or claim is None:
            return
        self.opened ^= {(claim.id, card.passage.id)}
        cards = self.query_one(EvidenceList)
        cards.update_item(cards.cursor, replace(card, open=not card.open))
        cards.follow()

    # deciding

    def action_accept_evidence(self) -> None:
        """Accept the card, or take that back."""
        self._decide(EvidenceState.ACCEPTED)

    def action_reject_evidence(self) -> None:
        """Reject the card, or take that back."""
        self._decide(EvidenceState.REJECTED)

    def action_set_stance(self) -> None:
        """The next stance: supports, refutes, context."""
        card = self.card
        if card is None:
            return
        label = card.stance[0]
        here = [stance.value for stance in _STANCES].index(label) if label in {s.value for s in _STANCES} else -1
        self._decide(card.state, _STANCES[(here + 1) % len(_STANCES)])

    def action_pin_evidence(self) -> None:
        """Pin the card, or loosen it."""
        card = self.card
        if card is not None:
            self._decide(card.state, pinned=not (card.evidence is not None and card.evidence.pinned))

    def action_note_evidence(self) -> None:
        """Write a note on the card."""
        from workbench.tui.dialogs.reason import WriteText

        card = self.card
        if card is not None:
            before = card.evidence.note if card.evidence else ""
            self.ask(
                WriteText("Note on this passage", value=before, above=one_line(card.passage.text)[:200]),
                lambda note: self._decide(card.state, note=note, card=card),
            )

    def _decide(
        self,
        state: EvidenceState,
        stance: Stance | None = None,
        *,
        note: str | None = None,
        pinned: bool | None = None,
        card: Card | None = None,
    ) -> None:
        claim, card = self.claim, card or self.card
        if claim is None:
            return
        if card is None:
            self.tell("The evidence is still being searched.", warning=True)
            return
        plain = stance is None and note is None and pinned is None
        if plain and card.state is state:
            state = EvidenceState.SUGGESTED
        label = card.stance[0]
        chosen = stance or (Stance(label) if label in {s.value for s in _STANCES} else None)
        before = card.evidence or _not_yet_written(claim, card, self.host.reviewer)
        version = before.version or None
        passage_id = card.passage.id

        def work(workspace: Workspace) -> Evidence:
            from workbench.services.evidence.decisions import decide

            return decide(
                workspace, claim.id, passage_id, state, stance=chosen, note=note, pinned=pinned, version=version
            )

        async def writing() -> None:
            try:
                evidence = await self.host.threads.write(work)
            except Exception:
                self.linked.pop(claim.id, None)
                self.start(partial(self.bring_evidence, claim), group="evidence", alone=True)
                raise
            self._take_decision(claim, replace(card, evidence=evidence))

        shown = replace(before, state=state, stance=chosen, origin=Origin.PERSON)
        shown = replace(shown, note=note if note is not None else shown.note)
        shown = replace(shown, pinned=pinned if pinned is not None else shown.pinned)
        self._take_decision(claim, replace(card, evidence=shown))
        self.start(writing, group="write")

    def _take_decision(self, claim: Claim, card: Card) -> None:
        """Show a decided card in its place; the list is put in order anew when the cursor comes back."""
        linked = [one for one in self.linked.get(claim.id, ()) if one.passage.id != card.passage.id]
        self.linked[claim.id] = (*linked, replace(card, hit=None, open=False))
        cards = self.query_one(EvidenceList)
        for index, shown in enumerate(cards.items):
            if claim.id == self.current_id and shown.passage.id == card.passage.id:
                cards.update_item(index, card)
        self.show_scale()  # what was rejected suggests no rating any more
        self.evidence_decided(claim)

    def evidence_decided(self, claim: Claim) -> None:
        """The reason that is suggested follows the evidence."""

    # searching and adding

    def action_search_evidence(self) -> None:
        """Search with own words; empty words bring the claim's own evidence back."""
        from workbench.tui.dialogs.forms import SearchForm

        claim = self.claim
        if claim is None:
            return
        before = self.asked.get(claim.id) if claim.id in self.own_words else None
        self.ask(SearchForm(before), lambda asked: self._search(claim, asked))

    def _search(self, claim: Claim, asked: Wanted) -> None:
        self.asked[claim.id] = asked

        async def searching() -> None:
            app = self.host
            await self._load_models(claim, shown=False)
            words = asked if asked.words else replace(asked, words=claim.text)
            result = await app.threads.search(app.finder.words, words, self.claim_day)
            result = await app.threads.search(app.finder.judge, claim, result)
            self.take_search(claim, result)

        if asked:
            self.query_one(EvidenceList).show([], 0, "Searching …")
            self.start(searching, group="evidence", alone=True)
        else:
            self.own_words.pop(claim.id, None)
            self.show_evidence()

    def take_search(self, claim: Claim, result: SearchResult) -> None:
        """Show what a search with own words has found."""
        self.own_words[claim.id] = result
        if claim.id == self.current_id:
            self.show_evidence()
            self.query_one(EvidenceList).move_to(0)

    def action_add_link(self) -> None:
        """Add evidence by hand."""
        from workbench.tui.dialogs.forms import AddLinkForm

        claim = self.claim
        if claim is None:
            return

        def add(link: Link) -> None:
            def work(workspace: Workspace) -> Evidence:
                from workbench.services.evidence.decisions import add_link

                return add_link(
                    workspace,
                    claim.id,
                    link.url,
                    link.quote,
                    title=link.title,
                    publisher=link.publisher,
                    published=link.published,
                    stance=link.stance,
                )

            self.write(
                work,
                lambda evidence: self.show_card(claim, evidence.passage_id),
                said=self.keyed("The link is evidence now, accepted. {update_index} updates the index with it."),
            )

        self.ask(AddLinkForm(), add)

    def show_card(self, claim: Claim, passage_id: int) -> None:
        """Put the cursor on a passage as soon as it is among the evidence of its claim."""
        self._wanted_card = (claim.id, passage_id)
        self._go_to_card()

    # citing and opening

    def action_copy_citation(self) -> None:
        """Copy the citation to the clipboard of the terminal."""
        if self.card is not None:
            copy_citation(self, self.card)

    def action_open_address(self) -> None:
        """Open the address in the browser, after asking."""
        if self.card is not None:
            open_address(self, self.card)

    def action_open_source(self) -> None:
        """Open the source text at the passage."""
        card, claim = self.card, self.claim
        if card is None or claim is None:
            return
        from workbench.tui.source.screen import SourceScreen

        cards = [one for one in self.query_one(EvidenceList).items if one.source.id == card.source.id]
        self.app.push_screen(SourceScreen(card, tuple(cards), claim))
