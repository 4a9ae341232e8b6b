"""What a card of evidence says, without a screen around it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.comparison.outcomes import each
from workbench.domain.anchors import Span
from workbench.domain.documents import FactCheck, SourceKind
from workbench.domain.evidence import Hit, Match, Passage, Source, StanceSuggestion
from workbench.tui.widgets.evidence_list import Card, card_lines

CLAIM = "The tower cost 9 million crowns."


SOURCE = Source(
    id="check",
    kind=SourceKind.FACT_CHECK,
    title="Was it 9 million?",
    url=None,
    archive_url=None,
    publisher="Tower Check",
    author=None,
    published=None,
    published_guessed=False,
    retrieved=None,
    language=None,
    sha256="",
    text=CLAIM,
    fact_check=FactCheck(CLAIM, "False"),
)


def shown(said: StanceSuggestion | None, locator: str | None = None) -> str:
    source = SOURCE
    passage = Passage(1, "check", 0, len(CLAIM), CLAIM, "1", locator=locator)
    compared = tuple(words for words in each(said.comparison if said else "") if words.startswith("claim: "))
    card = Card(passage, source, Hit(1, passage, source, 1.0, stance=said, comparisons=compared))
    return "\n".join("".join(words for words, _ in line) for line in card_lines(card, 100, True))


def test_a_fact_check_says_who_rated_it_how_with_and_without_a_stance() -> None:
    assert "rated False by Tower Check" in shown(None)
    judged = shown(StanceSuggestion("refutes", 0.0, 0.9, 0.1, "rated False by Tower Check"))
    assert judged.count("rated False by Tower Check") == 1


def test_numbers_that_differ_are_the_headline_and_stand_once() -> None:
    compared = "claim: 12; passage: 9 (differ) · claim: 2019; passage: 2019 (agree)"
    lines = shown(StanceSuggestion("leans refutes", 0.2, 0.6, 0.2, compared)).splitlines()
    assert lines[1].strip() == "≠ claim: 12; passage: 9 (differ)"
    assert sum("passage: 9" in line for line in lines) == 1
    assert any("↔" in line and "2019 (agree)" in line for line in lines)


def test_what_agrees_is_no_headline() -> None:
    lines = shown(StanceSuggestion("leans refutes", 0.2, 0.6, 0.2, "claim: 2019; passage: 2019 (agree)")).splitlines()
    assert "≠" not in lines[1]


def test_a_heading_that_is_the_title_stands_once() -> None:
    assert shown(None, "Was it 9 million?").count("Was it 9 million?") == 1
    assert "Was it 9 million? · Costs" in shown(None, "Costs")


LONG = (
    "Harrow Bridge: six months on Average traffic on the diversion rose from 6,100 to 8,400 vehicles, an increase of "
    "38 per cent since the closure in March. The number of collisions reported along the diversion went up from 11 to "
    "19 over the same six months. Cracks were found in three of the six piers."
)


def excerpt(compared: str, *, matches: tuple[Match, ...] = (), width: int = 58) -> str:
    """The excerpt of a card, as far as a narrow pane has room for it."""
    source = replace(
        SOURCE, id="agency", title="Harrow Bridge: six months on", kind=SourceKind.DOCUMENT, fact_check=None
    )
    passage = Passage(1, "agency", 0, len(LONG), LONG, "1")
    said = StanceSuggestion("leans refutes", 0.2, 0.6, 0.2, compared)
    hit = Hit(1, passage, source, 1.0, stance=said, comparisons=each(compared), matches=matches)
    lines = ["".join(words for words, _ in line) for line in card_lines(Card(passage, source, hit), width, True)]
    at = next(number for number, line in enumerate(lines) if "“" in line)
    return " ".join(" ".join(lines[at : at + 4]).split())


def test_an_excerpt_begins_where_what_differs_can_be_seen() -> None:
    """The headline said "went up" of words that were cut off below."""
    at = LONG.index("diversion")
    told = excerpt("claim: fell; passage: went up (opposite)", matches=(Match(at, at + 9, "diversion"),))
    assert "went up from 11 to 19" in told
    assert told.startswith("“… ")
    assert "three of the six" in excerpt("claim: two of six; passage: three of the six (differ)")


def test_an_excerpt_does_not_begin_with_the_title_that_stands_above() -> None:
    assert excerpt("claim: 38; passage: 38 (agree)").startswith("“Average traffic on the diversion")


@pytest.mark.parametrize(
    "words",
    [
        "claim: 1; passage: nowhere (differ)",
        "claim: 1; passage: iers (differ)",
        "passage (differ)",
        "claim: a; passage: (differ)",
        "",
    ],
)
def test_what_does_not_stand_in_the_passage_moves_nothing(words: str) -> None:
    assert excerpt(words).startswith("“Average traffic")


FIVE = (
    "We are asked many things about our new ship. She was built in Gdynia and is 74 metres long. Her engines run on "
    "diesel, and can be changed to methanol. She cost 37 million pounds, a fifth more than was planned. She has a shop."
)


def marked_card(hit: Hit, *, full: bool = False) -> list[tuple[str, str]]:
    """The parts of a card."""
    card = Card(hit.passage, hit.source, hit, open=full)
    return [part for line in card_lines(card, 58, current=False) for part in line]


def with_hit(**more: object) -> Hit:
    source = replace(SOURCE, kind=SourceKind.DOCUMENT, fact_check=None, language="en", text=FIVE)
    return Hit(1, Passage(1, "check", 0, len(FIVE), FIVE, "1"), source, 1.0, **more)  # type: ignore[arg-type]


def test_what_is_cited_is_underlined_and_what_was_only_read_slanted_and_both_in_sight() -> None:
    cost = FIVE[FIVE.index("She cost") : FIVE.index(" She has")]
    span = Span(FIVE.index(cost), FIVE.index(cost) + len(cost))
    said = StanceSuggestion("unclear", 0.4, 0.3, 0.3, read=(span,), decides=span)
    for hit, lit in ((with_hit(read=(span,), stance=said), "cited"), (with_hit(read=(span,)), "read")):
        parts = marked_card(hit)
        assert " ".join(words for words, style in parts if style == lit) == cost
        assert "built in Gdynia" not in "".join(words for words, _ in parts)
        assert "built in Gdynia" in "".join(words for words, _ in marked_card(hit, full=True))
    assert not any(style in ("cited", "read") for _, style in marked_card(with_hit()))


def test_an_amount_of_one_sort_with_the_claims_is_marked_and_told_in_full() -> None:
    """Nothing is said of it: the eye finds it."""
    hit = with_hit(beside=("claim: £31m; passage: 37 million pounds",), matches=(Match(3, 6, "are"),))
    assert "37 million pounds" in [words for words, style in marked_card(hit, full=True) if style == "mark"]
    text = "".join(words for words, _ in marked_card(hit, full=True))
    assert "beside claim: £31m; passage: 37 million pounds" in text
    assert "beside" not in "".join(words for words, _ in marked_card(hit))
    short = "".join(
        words for words, _ in marked_card(replace(hit, read=(Span(0, FIVE.index(" She was")),), matches=()))
    )
    assert "37 million pounds" in short, "it is in sight, also where another sentence was read"
    gone = with_hit(beside=("claim: £31m; passage: 99 pounds",))
    assert not any(style == "mark" for _, style in marked_card(gone, full=True))
