"""Evidence cards: what a passage says about the claim, whose it is, and how old it was when the claim was made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from workbench.comparison.fact_check_ratings import rated_by
from workbench.comparison.outcomes import beside_in_passage, contradicts, differing_in_passage, rated_instead
from workbench.comparison.stances import CONTEXT
from workbench.domain.anchors import Span
from workbench.domain.evidence import Evidence, EvidenceState, Hit, Passage, Source
from workbench.domain.shared_evidence import HeldPassage
from workbench.tui.commands.table import keyed
from workbench.tui.text.formatting import (
    SETTLES_NOTHING,
    STANCE_GLYPH,
    STANCE_WORDS,
    STATE_WORDS,
    age_words,
    count_words,
    date_words,
    gap_words,
    one_line,
    probability,
    source_words,
    visible,
)
from workbench.tui.text.themes import STANCE_STYLE
from workbench.tui.text.wrapping import Line, Lit, Part, cells, clip, marked_within, spread, wrap
from workbench.tui.widgets.block_list import Blocks


@dataclass(frozen=True, slots=True)
class Card:
    """A passage beside a claim: how it was found, and what people made of it."""

    passage: Passage
    source: Source
    hit: Hit | None = None
    evidence: Evidence | None = None
    claim_day: date | None = None
    open: bool = False
    """Shown in full, with its scores."""
    marked: bool = False
    """To be decided about together with others."""

    @property
    def state(self) -> EvidenceState:
        """Suggested until a person decides."""
        return self.evidence.state if self.evidence else EvidenceState.SUGGESTED

    @property
    def stance(self) -> tuple[str, float | None]:
        """What the passage says about the claim, with the machine's probability; a person's word has none."""
        if self.evidence is not None and self.evidence.stance is not None:
            return self.evidence.stance.value, self.evidence.probability
        suggestion = self.hit.stance if self.hit else None
        if suggestion is None:
            return "", None
        chance = {"supports": suggestion.supports, "refutes": suggestion.refutes, "context": suggestion.neutral}
        return suggestion.label, chance.get(suggestion.label)

    @property
    def cited(self) -> Span | None:
        """The words of the passage that a verdict would cite, None: all of it; the card marks them."""
        chosen = self.evidence.cited if self.evidence is not None else None
        if chosen is not None:
            return None if chosen.of(self.passage.text).strip() == self.passage.text.strip() else chosen
        said = self.hit.stance if self.hit is not None else None
        if said is None:
            return None
        given = self.evidence.stance if _by_person(self) and self.evidence is not None else None
        return said.decides if given is None or said.decides_for == given.value else None

    @property
    def lit(self) -> Lit | None:
        """The words that are cited, as they are lit in the passage; else those that were read closely."""
        if (cited := self.cited) is not None:
            return cited.start, cited.end, "cited"
        whole = self.evidence is not None and self.evidence.cited is not None
        read = self.hit.read if self.hit is not None and not whole else ()
        return (read[0].start, read[0].end, "read") if read else None

    @property
    def words(self) -> str:
        """These words."""
        return self.passage.text if (cited := self.cited) is None else cited.of(self.passage.text)

    @property
    def after_claim(self) -> bool:
        """Whether it was published after the claim was made."""
        return self.age == "after the claim"

    @property
    def age(self) -> str:
        """How old the passage was when the claim was made, in words."""
        if self.hit is not None:
            return age_words(self.hit, self.claim_day)
        if self.source.published is None or self.claim_day is None:
            return "age unknown: the article has no date" if self.source.published else "age unknown"
        return gap_words((self.claim_day - self.source.published).days)


FIRST_SEEN, LED_UP_BY = 120, 60
"""What begins so far into a passage may be cut off; then so many characters before it are shown."""
MOST_LINES, RAGGED = 4, 11
"""Lines of a passage not shown in full, and the cells of each that its indent and a word that does not fit take."""
DECISIONS = "{accept_supports} supports  {accept_refutes} refutes  {accept_context} context  {reject_evidence} rejects"


class EvidenceList(Blocks[Card]):
    """The evidence of the claim under the cursor."""

    EMPTY = (
        "{search_evidence} searches with your own words, {add_link} adds a link, "
        "{nothing_found} notes that nothing was found."
    )
    DEFAULT_CSS = "EvidenceList { height: 1fr; }"

    def block(self, item: Card, width: int, current: bool) -> list[Line]:
        """A card and the line below it, which has the keys that decide about the one under the cursor."""
        line: Line = [("─" * width, "faint")]
        if current:
            said = keyed(DECISIONS, getattr(self.app, "keys_changed", {}))
            line = clip([("── ", "faint"), (said, "dim"), (" " + "─" * width, "faint")], width + 1)[:-1]
            line = [*line, ("─" * max(0, width - sum(cells(words) for words, _ in line)), "faint")]
        return [*card_lines(item, width, current), line]


def card_lines(card: Card, width: int, current: bool) -> list[Line]:
    """The lines of one card."""
    label, chance = card.stance
    rejected = card.state is EvidenceState.REJECTED
    style = "faint" if rejected else STANCE_STYLE.get(label, "dim")
    stance: Line = [("▶ " if current else "  ", "key")]
    if rejected:  # what was found in it is no longer said of the claim
        stance += [(f"– {STATE_WORDS[card.state]}", style), ("  ", "text")]
    elif label:
        said, sure = STANCE_WORDS.get(label, label), ""
        if not _by_person(card):
            if label == CONTEXT:
                said, style = SETTLES_NOTHING, "faint" if rejected else "dim"
            elif chance is not None:
                sure = f" {probability(chance)}"
        stance += [(f"{STANCE_GLYPH.get(label, '·')} {said}{sure}", style), ("  ", "text")]
    right: Line = [("◆ marked ", "key")] if card.marked else []
    if card.evidence is not None and card.evidence.pinned:
        right.append(("pinned ", "key"))
    if card.state in STATE_WORDS and not rejected:
        right.append((STATE_WORDS[card.state] + " ", "info"))
    who, when = source_words(card.source), date_words(card.source)
    taken = sum(cells(words) for words, _ in [*stance, *right]) + (1 if right else 0)
    both = f"{who} · {when}"
    fits = taken + cells(both) <= width
    lines = [spread([*stance, (both if fits else who, "faint" if rejected else "bold")], right, width)]
    if rejected and not card.open:
        return lines
    for words in _differing(card):
        lines += wrap([("≠ ", "refute"), (words, "refute")], width - 1, indent="    ", most=2)
    age: Part = ("⚑ after the claim", "warn") if card.after_claim else (card.age, "dim")
    lines.append(_below(age, "" if fits else f"{when} · ", _where(card), width))
    lines += wrap(
        _excerpt(card, MOST_LINES * (width - RAGGED)), width - 1, indent="    ", most=None if card.open else MOST_LINES
    )
    lines += _reasons(card, width)
    if card.evidence is not None and card.evidence.note:
        lines += wrap([(f"note: {one_line(card.evidence.note)}", "new")], width - 1, indent="    ")
    if card.open:
        lines += _scores(card, width)
    return lines


def _by_person(card: Card) -> bool:
    return card.evidence is not None and card.state is not EvidenceState.SUGGESTED


def _below(age: Part, when: str, where: str, width: int) -> Line:
    """The second line. A row of a table means nothing without its title: date and age give way to it, in this order."""
    begin: Line = [("    ", "text")]
    whole: Line = [*begin, (when, "dim"), age, (f" · {where}" if where else "", "dim")]
    if not where or sum(cells(words) for words, _ in whole) <= width:
        return clip(whole, width)
    short: Line = [*begin, age, (f" · {where}", "dim")]
    if sum(cells(words) for words, _ in short) <= width:
        return short
    flag: Line = [("⚑ ", "warn")] if age[1] == "warn" else []
    return clip([*begin, *flag, (where, "dim")], width)


def _where(card: Card) -> str:
    parts = []
    title, place = one_line(card.source.title), one_line(card.passage.locator or "")
    if title != source_words(card.source):  # one publisher may have said all of it
        parts.append(title)
    if place and place != title:  # the first heading of a page is its title
        parts.append(place)
    if card.source.kind.value == "fact_check":
        judged = card.hit is not None and card.hit.stance is not None  # then its reasons say so
        parts.append("fact check" if judged else f"fact check · {one_line(rated_by(card.source))}")
    if card.source.private:
        parts.append("private")
    if isinstance(card.passage, HeldPassage):
        parts.append(f"collection {card.passage.collection}")
    if card.source.kind.value == "link":
        parts.append("added by hand")
    return " · ".join(parts)


def _excerpt(card: Card, room: int) -> list[Part]:
    """The passage with its matching words marked, and the words that decide lit; it starts with what counts in it."""
    text = visible(card.passage.text).replace("\n", " ")
    spans = [(match.start, match.end) for match in card.hit.matches] if card.hit else []
    differs, beside = _places(text, card), _beside(text, card)
    begin = 0 if card.open else _begin(text, room, card.lit, (differs, beside), spans)
    cut = begin > 0
    if not card.open and not cut and (title := visible(card.source.title)) and text.startswith(f"{title} "):
        begin = len(text) - len(text[len(title) :].lstrip())  # the title stands above
    parts = marked_within(text, begin, len(text), _apart(spans, [*differs, *beside]), card.lit)
    return [("“… " if cut else "“", "dim"), *parts, ("”", "dim")]


Places = list[tuple[int, int]]


def _begin(text: str, room: int, lit: Lit | None, found: tuple[Places, Places], matches: Places) -> int:
    """Where an excerpt begins that has room for so many cells: 0 where what counts in it is in sight anyway.

    What counts are the words that are cited; else what differs from the claim, or stands beside an amount of it, or was
    read closely, or matches, whichever of these there is first.
    """
    differs, beside = found
    if lit is not None and (lit[2] == "cited" or not (differs or beside)):
        return lit[0] if lit[1] > room else 0
    first = min(differs or beside or matches, default=(0, 0))[0]
    return text.rfind(" ", 0, first - LED_UP_BY) + 1 if first > FIRST_SEEN else 0


def _places(text: str, card: Card) -> list[tuple[int, int]]:
    """Where the words of the passage stand that cannot be right beside the claim, in order."""
    words = {word for part in _differing(card) for word in differing_in_passage(part)}
    found = (re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) for word in words)
    return sorted(one.span() for one in found if one is not None)


def _beside(text: str, card: Card) -> list[tuple[int, int]]:
    """Where the amounts and times stand that are of one sort with some of the claim, and were not compared."""
    words = {beside_in_passage(pair) for pair in card.hit.beside} if card.hit is not None else set()
    found = (re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) for word in sorted(words))
    return [one.span() for one in found if one is not None]


def _apart(spans: list[tuple[int, int]], more: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans with more of them, those left out that would lie in one that is there."""
    return spans + [(s, e) for s, e in more if not any(s < end and start < e for start, end in spans)]


def _differing(card: Card) -> list[str]:
    """What of claim and passage cannot both be right, each comparison in words: the headline of a card."""
    hit = card.hit
    if hit is None:
        return []
    return [one_line(words) for words in hit.comparisons if contradicts(words)]


def _reasons(card: Card, width: int) -> list[Line]:
    hit = card.hit
    if hit is None:
        return []
    parts: list[Part] = []
    lines: list[Line] = []
    # what differs stands above already
    rest = [words for words in hit.comparisons if not contradicts(words)]
    rated = rated_by(card.source) if hit.stance is not None else ""
    for words in [*filter(None, [rated]), *rest][: None if card.open else 2]:
        said: Line = [("↔ ", "accent"), (one_line(words), "accent")]
        if (another := rated_instead(words)) and not card.open:  # two claims in full would take the place of the words
            said = [("↔ ", "accent"), ("another claim is rated: ", "accent"), (f"“{one_line(another)}”", "dim")]
            lines.append(clip([("    ", "text"), *said], width - 1))
        else:
            lines += wrap(said, width - 1, indent="    ")
    if hit.shared:
        parts.append((f"same: {', '.join(one_line(word) for word in hit.shared)}", "dim"))
    if hit.also_in:
        parts.append(((" · " if parts else "") + f"also in {count_words(len(hit.also_in), 'other source')}", "dim"))
    if parts:
        lines.append(clip([("    ", "text"), *parts], width))
    return lines


def _scores(card: Card, width: int) -> list[Line]:
    lines: list[Line] = wrap([(one_line(card.source.title), "dim")], width - 1, indent="    ")
    if card.source.url:
        lines.append([("    ", "text"), (one_line(card.source.url), "dim")])
    hit = card.hit
    if hit is not None:
        said = [f"rank {hit.rank}", f"fused {hit.fused:.4f}"]
        if hit.dense_score is not None:
            said.append(f"meaning {hit.dense_score:.3f} (#{hit.dense_rank})")
        if hit.lexical_score is not None:
            said.append(f"words {hit.lexical_score:.2f} (#{hit.lexical_rank})")
        if hit.rerank_score is not None:
            said.append(f"reranked {hit.rerank_score:.3f}")
        if hit.stance is not None:
            chances = (
                ("supports", hit.stance.supports),
                ("refutes", hit.stance.refutes),
                ("neither", hit.stance.neutral),
            )
            said.append(", ".join(f"{name} {probability(value)}" for name, value in chances))
        lines += wrap([(" · ".join(said), "faint")], width - 1, indent="    ")
        for pair in hit.beside:
            lines += wrap([("beside ", "faint"), (one_line(pair), "dim")], width - 1, indent="    ")
        for title in hit.also_in:
            lines.append(clip([("    also: ", "faint"), (one_line(title), "dim")], width))
    return lines
