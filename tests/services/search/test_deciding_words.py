"""The sentence of a passage that decides about a claim, or none where nothing says which."""

from __future__ import annotations

import pytest

from workbench.comparison.outcomes import Comparison, Outcome
from workbench.domain.anchors import Span
from workbench.models.stance import load_stance
from workbench.services.search.deciding_words import deciding_words, label_side
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


def words(
    compared: list[Comparison], read: list[str], text: str = PAGE, language: str = "en"
) -> tuple[str, str] | None:
    """What decides, and for which stance."""
    found = deciding_words(CLAIM, text, compared, [span(one, text) for one in read], language)
    return None if found is None else (found.words.of(text), found.stance)


def pair(outcome: Outcome, passage: str, *, places: bool = False) -> Comparison:
    return Comparison(outcome, "40", passage, places)


@pytest.mark.parametrize(
    ("compared", "read", "decides"),
    [
        # all that was read, where no other sentence has more of the claim's words; for what the model says of it
        ([], [COUNTED, SMALLER], (f"{COUNTED} {SMALLER}", "")),
        ([], [COUNTED], (f"{COUNTED} {SMALLER}", "")),
        ([], [PAINTED, DOGS], None),
        ([], [], None),
        # what differs comes first, be it a day, and refutes
        ([pair(Outcome.CONFLICT, "52 ships")], [PAINTED], (f"{COUNTED} {SMALLER}", "refutes")),
        ([pair(Outcome.CONFLICT, "spring", places=True)], [COUNTED], (PAINTED, "refutes")),
        ([pair(Outcome.AGREEMENT, "spring"), pair(Outcome.CONFLICT, "lead")], [], (DOGS, "refutes")),
        # one that is told by the sentence before it has that with it
        ([pair(Outcome.OPPOSITE, "smaller")], [COUNTED], (f"{COUNTED} {SMALLER}", "refutes")),
        ([pair(Outcome.SWAPPED, "on a lead")], [], (DOGS, "refutes")),
        # an amount that agrees supports, a day that does only says when
        ([pair(Outcome.AGREEMENT, "a lead")], [COUNTED], (DOGS, "supports")),
        ([pair(Outcome.AGREEMENT, "in spring", places=True)], [COUNTED, SMALLER], (f"{COUNTED} {SMALLER}", "")),
        ([pair(Outcome.AGREEMENT, "in spring", places=True)], [], None),
        # one of its sort, where something else of the claim stands with it
        ([pair(Outcome.UNKNOWN, "52 ships")], [PAINTED], (f"{COUNTED} {SMALLER}", "")),
        ([pair(Outcome.UNKNOWN, "a lead")], [COUNTED], (f"{COUNTED} {SMALLER}", "")),
        ([pair(Outcome.UNKNOWN, "a lead")], [PAINTED], None),
        # nothing of the passage: not told, or told in other words
        ([Comparison(Outcome.UNTOLD, "at night", "")], [], None),
        ([pair(Outcome.CONFLICT, "52,000")], [], None),
    ],
)
def test_the_sentence_compared_or_read_decides(
    compared: list[Comparison], read: list[str], decides: tuple[str, str] | None
) -> None:
    assert words(compared, read) == decides


def test_of_two_that_hold_the_same_words_the_one_that_was_read_decides() -> None:
    plan, office = "The plan names 52 ships.", "The office counted 52 ships."
    text = f"{plan} Parking is free. {office} Dogs are not."
    said = [pair(Outcome.CONFLICT, "52 ships")]
    assert words(said, [office], text) == (office, "refutes")
    assert words(said, [], text) == (plan, "refutes")


def test_a_heading_decides_nothing() -> None:
    text = "Ships that sailed from the port in 2021\n\nThe quay is painted. The office counted 52. Dogs are not."
    assert words([], ["Ships that sailed from the port in 2021"], text) is None


@pytest.mark.parametrize("text", ["The office counted 52 ships.", "52 ships", "", "Ships | 52", "One\n\nTwo"])
def test_a_passage_of_one_sentence_or_of_headings_is_cited_whole(text: str) -> None:
    assert deciding_words(CLAIM, text, [pair(Outcome.CONFLICT, "52 ships")], [], "en") is None


@pytest.mark.parametrize("language", ["en", "de", "zh", "ja", "xx", "", "pt-BR"])
def test_every_language_is_read(language: str) -> None:
    text = "Das Amt zählte 52 Schiffe. Der Kai wird gestrichen. 港口有五十二艘船。狗要拴着。"
    assert words([pair(Outcome.CONFLICT, "52 Schiffe")], [], text, language) == (
        "Das Amt zählte 52 Schiffe.",
        "refutes",
    )


def test_spans_of_another_text_decide_nothing() -> None:
    for wrong in (Span(3, 17), Span(3, 9_000), Span(0, 0)):
        assert deciding_words(CLAIM, PAGE, [], [wrong], "en") is None


@pytest.mark.parametrize(
    ("label", "side"),
    [
        ("supports", "supports"),
        ("leans supports", "supports"),
        ("refutes", "refutes"),
        ("leans refutes", "refutes"),
        ("neither", ""),
        ("unclear", ""),
        ("context", ""),
        ("repeats", ""),
    ],
)
def test_a_label_is_for_one_stance_or_for_none(label: str, side: str) -> None:
    assert label_side(label) == side


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (
            "Vaccines cause autism.",
            "Five things are often heard. First, the vaccine causes autism. No study has found that. Doctors ask "
            "parents to come. The list is on the door.",
        ),
        (
            "The council spent 4 million on the pool.",
            "Much is said of the pool. The council spent 4 million on it, the opposition claims. The books show less "
            "than one. The roof is new. Children swim free.",
        ),
        (
            "The mayor took money from the builder.",
            "The paper printed a letter. It says the mayor took money from the builder. The writer has admitted that "
            "he made it up. The court sits in May. Nobody else is charged.",
        ),
        (
            "The bridge was closed in 2019.",
            "Some say many things. The bridge was closed in 2019, a brochure claims. It was open all that year. Lamps "
            "were put up. Dogs may cross.",
        ),
    ],
)
def test_words_that_say_the_opposite_alone_do_not_stand_for_their_passage(claim: str, text: str) -> None:
    """A sentence that only tells what is then denied is cited neither for nor against without what follows."""
    (said,) = StanceReader(load_stance()).read([StancePair(claim, text, "Notes")])
    if said.decides is not None:
        cited = said.decides.of(text)
        denied = ("No study", "less than", "made it up", "open all")
        assert said.decides_for == "supports" or any(words in cited for words in denied), cited


def test_the_shipped_model_reads_and_names_the_sentence() -> None:
    (said,) = StanceReader(load_stance()).read([StancePair("40 ships sailed in 2021", PAGE, "Port Authority")])
    assert said.read[0].of(PAGE) == COUNTED
    assert said.decides is None or COUNTED in said.decides.of(PAGE)
