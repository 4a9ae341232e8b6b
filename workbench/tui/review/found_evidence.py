"""What is known of the evidence of each claim: decided, found, searched for with own words. No widgets, no database.

Two things hold here that a hand at the keys relies on. The list of a claim never changes its order while the claim is
looked at: what arrives later stands below, and the next visit puts it in order. And a decision shows from the key on:
what was read from the database before it was written does not take it back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from workbench.domain.articles import Claim, Origin
from workbench.domain.evidence import Evidence, EvidenceState, Hit, Passage, Provenance, SearchResult, Source, Stance
from workbench.tui.dialogs.forms import Wanted
from workbench.tui.widgets.evidence_list import Card


@dataclass(slots=True)
class _Decision:
    """A card as it was decided; `reads` is the number of readings begun when it was written, None until then."""

    card: Card
    number: int
    reads: int | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """What a search found for the wording `words`; `judged` when the stances are there too."""

    words: str
    result: SearchResult
    judged: bool


@dataclass(frozen=True, slots=True)
class CopiedPassage:
    """A passage of a collection, by its number there, and as it is in the workspace since it was copied."""

    old: int
    passage: Passage
    source: Source

    def put_in(self, result: SearchResult) -> SearchResult:
        """The same result, with the copy in the place of the passage."""
        if all(hit.passage.id != self.old for hit in result.hits):
            return result
        return replace(result, hits=tuple(map(self.hit, result.hits)))

    def hit(self, hit: Hit) -> Hit:
        """A hit, of the copy where it was of the passage."""
        return replace(hit, passage=self.passage, source=self.source) if hit.passage.id == self.old else hit

    def number(self, passage_id: int) -> int:
        """The number of a passage now."""
        return self.passage.id if passage_id == self.old else passage_id


class FoundEvidence:
    """The evidence of the claims of one article."""

    def __init__(self) -> None:
        self.own: dict[int, tuple[Wanted, SearchResult]] = {}
        """Searches with the reviewer's own words, by claim."""
        self.searching: set[int] = set()
        """Claims for which own words are being searched for."""
        self._asked: dict[int, Wanted] = {}
        self._linked: dict[int, tuple[Card, ...]] = {}
        self._old: set[int] = set()
        """Claims whose linked evidence has changed since it was read; it is shown until it is read again."""
        self._found: dict[int, _Found] = {}
        self._decided: dict[tuple[int, int], _Decision] = {}
        self._reads = self._made = 0
        self._opened: set[tuple[int, int]] = set()
        self.marked: set[tuple[int, int]] = set()
        """Passages of claims that are to be decided about together."""
        self._visited: tuple[int, bool] | None = None
        self._places: list[int] = []
        """Passages in the order in which they are shown in the present visit."""
        self._seen: dict[int, Hit] = {}
        """Hits that are shown in the present visit, for the words `_seen_for`."""
        self._seen_for = ""
        self.is_ordered = False
        """Whether the stance model had its part in the order of the present visit."""
        self._listed: set[tuple[int, int]] = set()
        """Claims and the passages that the program's own lists of them have held."""

    # what was decided

    def begin_reading(self) -> int:
        """The number of a reading that begins now."""
        self._reads += 1
        return self._reads

    def take_linked(self, claim_id: int, cards: tuple[Card, ...], reading: int) -> None:
        """Take what a reading found; decisions written since it began are newer than what it found."""
        self._linked[claim_id] = cards
        self._old.discard(claim_id)
        for key, decision in list(self._decided.items()):
            if key[0] == claim_id and decision.reads is not None and decision.reads < reading:
                del self._decided[key]

    def is_read(self, claim_id: int) -> bool:
        """Whether the linked evidence of a claim is known as it is now."""
        return claim_id in self._linked and claim_id not in self._old

    def forget_linked(self, claim_ids: set[int] | None = None) -> None:
        """It has changed (None: of any claim), and is to be read again before it is relied on."""
        self._old |= set(self._linked) if claim_ids is None else claim_ids

    def decide(self, claim_id: int, card: Card) -> int:
        """A decision was made, and is not written yet; its number."""
        self._made += 1
        kept = replace(card, hit=None, open=False, marked=False)
        self._decided[claim_id, card.passage.id] = _Decision(kept, self._made)
        return self._made

    def written(self, claim_id: int, card: Card, number: int) -> bool:
        """A decision was written, and is now as `card` has it; whether no later one about the passage was made."""
        decision = self._decided.get((claim_id, card.passage.id))
        if decision is None or decision.number != number:
            return False
        decision.reads = self._reads
        decision.card = replace(card, hit=None, open=False)
        return True

    def copied(self, copy: CopiedPassage) -> None:
        """A passage of a collection was copied: it goes by its number in the workspace, wherever it is spoken of."""
        self._found = {claim: replace(found, result=copy.put_in(found.result)) for claim, found in self._found.items()}
        self.own = {claim: (asked, copy.put_in(result)) for claim, (asked, result) in self.own.items()}
        for (claim, passage), decision in list(self._decided.items()):
            if passage == copy.old:
                decision.card = replace(decision.card, passage=copy.passage, source=copy.source)
                self._decided[claim, copy.passage.id] = self._decided.pop((claim, passage))
        self._opened = {(claim, copy.number(passage)) for claim, passage in self._opened}
        self.marked = {(claim, copy.number(passage)) for claim, passage in self.marked}
        self._places = list(dict.fromkeys(map(copy.number, self._places)))
        self._seen = {hit.passage.id: hit for hit in map(copy.hit, self._seen.values())}
        self._listed = {(claim, copy.number(passage)) for claim, passage in self._listed}

    def refused(self, claim_id: int, passage_id: int) -> None:
        """A decision was not written: what the database says counts."""
        self._decided.pop((claim_id, passage_id), None)
        self._old.add(claim_id)

    def linked(self, claim_id: int) -> tuple[Card, ...]:
        """The passages that people have decided about."""
        cards = {card.passage.id: card for card in self._linked.get(claim_id, ())}
        decided = {key[1]: one.card for key, one in self._decided.items() if key[0] == claim_id}
        return tuple((cards | decided).values())

    # what was found

    def take_found(self, claim: Claim, result: SearchResult, *, judged: bool) -> None:
        """Take what the search has found for the wording of a claim."""
        self._found[claim.id] = _Found(claim.text, result, judged)
        self._listed |= {(claim.id, hit.passage.id) for hit in result.hits}

    def result(self, claim: Claim) -> SearchResult | None:
        """What was found with the wording the claim has now."""
        found = self._found.get(claim.id)
        return found.result if found is not None and found.words == claim.text else None

    def is_found(self, claim: Claim) -> bool:
        """Whether the passages to decide about are there, in their order; the stances may still be on their way."""
        return claim.id not in self.searching and (claim.id in self.own or self.result(claim) is not None)

    def is_judged(self, claim: Claim) -> bool:
        """Whether everything that is looked for is there: hits and their stances."""
        found = self._found.get(claim.id)
        if claim.id in self.searching:
            return False
        if claim.id in self.own:
            return True
        # what a collection did not answer is asked for again with the next visit
        return found is not None and found.words == claim.text and found.judged and not found.result.incomplete

    def forget_found(self, *, own: bool) -> None:
        """Search again, in a new order; with `own` the searches with own words are forgotten too."""
        self._found.clear()
        self._visited = None
        if own:
            self.own.clear()

    def ask(self, claim_id: int, asked: Wanted) -> None:
        """Own words are searched for."""
        self._asked[claim_id] = asked

    def asked(self, claim_id: int) -> Wanted | None:
        """The own words that were searched for last, where their result is what is shown."""
        return self._asked.get(claim_id) if claim_id in self.own else None

    def provenance(self, claim: Claim, passage_id: int) -> Provenance:
        """How a passage that is shown came here: the program's own list holds it, or only a search of the reviewer's.

        A list for a wording that the claim has no longer was shown too.
        """
        listed = (claim.id, passage_id) in self._listed
        return Provenance.SEARCH if claim.id in self.own and not listed else Provenance.LIST

    # what is shown

    def toggle_full(self, claim_id: int, passage_id: int) -> bool:
        """Show a passage in full, or short again; whether it is in full now."""
        self._opened ^= {(claim_id, passage_id)}
        return (claim_id, passage_id) in self._opened

    def cards(self, claim: Claim, day: date | None) -> tuple[Card, ...]:
        """One card a passage in the order of this visit; `day` is when the claim was made."""
        own = self.own.get(claim.id)
        found = own[1] if own is not None else self.result(claim)
        linked = self.linked(claim.id)
        if own is not None:  # what was searched for, and nothing else
            sought = {hit.passage.id for hit in own[1].hits}
            linked = tuple(card for card in linked if card.passage.id in sought)
        elif found is None:  # what was rejected stands at the end, and the end is not known yet
            linked = tuple(card for card in linked if card.state is not EvidenceState.REJECTED)
        opened = {passage for of, passage in self._opened if of == claim.id}
        marked = {passage for of, passage in self.marked if of == claim.id}
        self._visit((claim.id, own is not None), found)
        cards = merge_cards(linked, self._hits(found) if found is not None else (), day)
        cards = tuple(replace(card, open=card.passage.id in opened, marked=card.passage.id in marked) for card in cards)
        shown = {card.passage.id: card for card in cards}
        known = set(self._places)
        self._places = [passage for passage in self._places if passage in shown]
        self._places += [passage for passage in shown if passage not in known]
        return tuple(shown[passage] for passage in self._places)

    def _visit(self, visit: tuple[int, bool], found: SearchResult | None) -> None:
        """Begin another visit where it is one."""
        if visit != self._visited:
            self._visited, self._places, self._seen, self._seen_for = visit, [], {}, ""
        if found is None or found.query != self._seen_for:
            self._seen, self._seen_for = {}, found.query if found is not None else ""
            self.is_ordered = found is not None and is_ranked(found)

    def _hits(self, found: SearchResult) -> tuple[Hit, ...]:
        """The hits, and behind them those that an earlier list of this visit held: nothing goes from under a hand."""
        now = {hit.passage.id for hit in found.hits}
        hits = (*found.hits, *(hit for number, hit in self._seen.items() if number not in now))
        self._seen = {hit.passage.id: hit for hit in hits}
        return hits


def is_ranked(result: SearchResult) -> bool:
    """Whether the stance model had its part in the order of the hits."""
    return any(hit.rerank_score is not None for hit in result.hits)


def merge_cards(linked: tuple[Card, ...], hits: tuple[Hit, ...], claim_day: date | None) -> tuple[Card, ...]:
    """One card a passage: what people decided, with what the search says about it.

    Pinned cards come first, then what was accepted, the hits in their order, linked passages that the search did not
    give; what was rejected goes to the end.
    """
    by_passage = {card.passage.id: card for card in linked}
    cards: list[Card] = []
    for hit in hits:
        known = by_passage.pop(hit.passage.id, None)
        cards.append(Card(hit.passage, hit.source, hit, known.evidence if known else None, claim_day))
    cards += [replace(card, claim_day=claim_day) for card in by_passage.values()]
    return tuple(sorted(cards, key=_place))


def _place(card: Card) -> int:
    if card.evidence is not None and card.evidence.pinned:
        return 0
    return {EvidenceState.ACCEPTED: 1, EvidenceState.REJECTED: 3}.get(card.state, 2)


def not_yet_written(claim: Claim, card: Card, reviewer: str) -> Evidence:
    """What is shown of a first decision about a passage until it is in the database, which numbers and dates it."""
    nothing = EvidenceState.SUGGESTED
    return Evidence(0, claim.id, card.passage.id, nothing, None, None, Origin.PERSON, reviewer, "", version=0)


def stance_of(card: Card) -> Stance | None:
    """What the card says about the claim now, by a person or the machine."""
    label = card.stance[0]
    return Stance(label) if label in {stance.value for stance in Stance} else None
