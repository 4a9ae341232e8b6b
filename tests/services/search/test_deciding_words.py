"""The sentence of a passage that decides about a claim, or none where nothing says which."""

from __future__ import annotations

import pytest

from workbench.comparison.outcomes import Comparison, Outcome
from workbench.domain.anchors import Span
from workbench.models.stance import load_stance
from workbench.services.search.deciding_words import deciding_words
from workbench.services.search.stance_reading import StancePair, StanceReader

CLAIM = "40 ships sailed from the port in 2021."
ASK = "How many ships came?"
COUNTED = "In 2021 the harbour office counted 52 ships that sailed from the port."
SMALLER = "They were smaller than the year before."
PAINTED = "The quay will be painted in spring."
DOGS = "Dogs are to be kept on a lead."
PAGE = f"Port of Lindau\n\nThe authority has collected what readers ask. {ASK} {COUNTED} {SMALLER} {PAINTED} {DOGS}"


def span(words: str, text: str = PAGE) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def words(compared: list[Comparison], read: list[str], text: str = PAGE, language: str = "en") -> str | None:
    """What decides."""
    found = deciding_words(CLAIM, text, compared, [span(one, text) for one in read], language)
    return None if found is None else found.of(text)


def pair(outcome: Outcome, passage: str, *, places: bool = False) -> Comparison:
    return Comparison(outcome, "40", passage, places)


@pytest.mark.parametrize(
    ("compared", "read", "decides"),
    [
        # what was read, where none has more of the claim's words
        ([], [COUNTED, SMALLER], COUNTED),
        ([], [PAINTED, DOGS], None),
        ([], [], None),
        # what differs comes first, be it a day
        ([pair(Outcome.CONFLICT, "52 ships")], [PAINTED], COUNTED),
        ([pair(Outcome.CONFLICT, "spring", places=True)], [COUNTED], PAINTED),
        ([pair(Outcome.AGREEMENT, "spring"), pair(Outcome.CONFLICT, "52")], [PAINTED], COUNTED),
        # one that is told by the sentence before it has that with it
        ([pair(Outcome.OPPOSITE, "smaller")], [COUNTED], f"{COUNTED} {SMALLER}"),
        ([pair(Outcome.SWAPPED, "on a lead")], [], DOGS),
        # an amount that agrees decides, a day that does only says when
        ([pair(Outcome.AGREEMENT, "a lead")], [COUNTED], DOGS),
        ([pair(Outcome.AGREEMENT, "in spring", places=True)], [COUNTED, SMALLER], COUNTED),
        ([pair(Outcome.AGREEMENT, "in spring", places=True)], [], None),
        # one of its sort, where something else of the claim stands with it
        ([pair(Outcome.UNKNOWN, "52 ships")], [PAINTED], COUNTED),
        ([pair(Outcome.UNSURE, "52")], [], COUNTED),
        ([pair(Outcome.UNKNOWN, "a lead")], [COUNTED], COUNTED),
        ([pair(Outcome.UNKNOWN, "a lead")], [PAINTED], None),
        # nothing of the passage: not told, or told in other words
        ([Comparison(Outcome.UNTOLD, "at night", "")], [], None),
        ([pair(Outcome.CONFLICT, "52,000")], [], None),
    ],
)
def test_the_sentence_compared_or_read_decides(
    compared: list[Comparison], read: list[str], decides: str | None
) -> None:
    assert words(compared, read) == decides


def test_of_two_that_hold_the_same_words_the_one_that_was_read_decides() -> None:
    plan, office = "The plan names 52 ships.", "The office counted 52 ships."
    text = f"{plan} Parking is free. {office} Dogs are not."
    said = [pair(Outcome.CONFLICT, "52 ships")]
    assert words(said, [office], text) == office
    assert words(said, [], text) == plan


def test_a_heading_decides_nothing() -> None:
    text = "Ships that sailed from the port in 2021\n\nThe quay is painted. The office counted 52. Dogs are not."
    assert words([], ["Ships that sailed from the port in 2021"], text) is None


@pytest.mark.parametrize("text", ["The office counted 52 ships.", "52 ships", "", "Ships | 52", "One\n\nTwo"])
def test_a_passage_of_one_sentence_or_of_headings_is_cited_whole(text: str) -> None:
    assert deciding_words(CLAIM, text, [pair(Outcome.CONFLICT, "52 ships")], [], "en") is None


@pytest.mark.parametrize("language", ["en", "de", "zh", "ja", "xx", "", "pt-BR"])
def test_every_language_is_read(language: str) -> None:
    text = "Das Amt zählte 52 Schiffe. Der Kai wird gestrichen. 港口有五十二艘船。狗要拴着。"
    assert words([pair(Outcome.CONFLICT, "52 Schiffe")], [], text, language) == "Das Amt zählte 52 Schiffe."


def test_spans_of_another_text_decide_nothing() -> None:
    for wrong in (Span(3, 17), Span(3, 9_000), Span(0, 0)):
        assert deciding_words(CLAIM, PAGE, [], [wrong], "en") is None


def test_the_shipped_model_reads_and_names_the_sentence() -> None:
    (said,) = StanceReader(load_stance()).read([StancePair("40 ships sailed in 2021", PAGE, "Port Authority")])
    assert said.read[0].of(PAGE) == COUNTED
    assert said.decides is not None
    assert said.decides.of(PAGE) == COUNTED
