"""Of a longer passage the sentence most like the claim is read first, with one beside it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.services.search.test_stance import FakeModel
from workbench.domain.evidence import StanceSuggestion
from workbench.models.stance import load_stance
from workbench.services.search.best_sentences import LEAST, ToRead, read_first
from workbench.services.search.stance_reading import StancePair, StanceReader

CLAIM = "The swimming pool in Kerrow lost its roof in the storm."
BESIDE = (
    "The library has bought forty new novels.",
    "A choir from Sweden sings in the church on Sunday.",
    "Lost gloves can be fetched at the town hall.",
    "The bakery on the quay is for sale.",
)
SETTLES = "A gust tore the roof off the swimming pool in Kerrow during the storm."
AFTER = "Two lifeguards had just gone home."


def read(passage: str, title: str = "", language: str = "en", claim: str = CLAIM) -> list[str]:
    """The sentences that are read closely."""
    (spans,) = read_first([ToRead(claim, passage, title, language)])
    return [passage[one.start : one.end] for one in spans]


@pytest.mark.parametrize("at", range(len(BESIDE)))
def test_the_sentence_most_like_the_claim_comes_first_and_then_the_next(at: int) -> None:
    passage = " ".join([*BESIDE[:at], SETTLES, AFTER, *BESIDE[at:]])
    assert read(passage) == [SETTLES, AFTER]


def test_the_last_sentence_is_read_with_the_one_before_it() -> None:
    assert read(" ".join([*BESIDE, SETTLES])) == [SETTLES, BESIDE[-1]]


@pytest.mark.parametrize(
    "leaning",
    [
        "It lost its roof in the storm, and the pool is shut.",
        "Since then the pool in Kerrow has had no roof, for the storm took it.",
        "In June, it lost the roof over the pool in the storm.",
        "But the storm took the roof of the pool.",
    ],
)
def test_a_sentence_that_leans_on_the_one_before_is_read_with_that(leaning: str) -> None:
    named = "Kerrow has an old swimming hall."
    assert read(" ".join([BESIDE[0], named, leaning, *BESIDE[1:]])) == [leaning, named]


def test_the_title_helps_to_find_it() -> None:
    passage = "The hall is to be painted. The old roof lies in the car park. Bread is dear. Parking is free."
    assert read(passage, "Swimming pool, Kerrow")[0] == "The old roof lies in the car park."


@pytest.mark.parametrize(
    ("passage", "language"),
    [
        (" ".join([*BESIDE[: LEAST - 2], SETTLES]), "en"),
        ("", "en"),
        (SETTLES, "en"),
        ("Year: 2019; Roofs: 31; Pools: 4", "en"),
        (" ".join(["Das Bad hat kein Dach.", "Der Sturm nahm es mit.", "Es regnet.", "Es schneit.", "Es taut."]), "de"),
    ],
)
def test_what_is_short_or_a_row_or_in_another_language_is_read_as_a_whole(passage: str, language: str) -> None:
    assert read(passage, language=language) == []


def test_pairs_keep_their_order() -> None:
    long, short = " ".join([*BESIDE, SETTLES]), SETTLES
    found = read_first([ToRead(CLAIM, short), ToRead(CLAIM, long), ToRead(CLAIM, short)])
    assert [len(spans) for spans in found] == [0, 2, 0]
    assert read_first([]) == []


class Closely(FakeModel):
    """A model that is told what to read closely, as the shipped one."""

    weight: float | None = 0.3

    def judge_closely(self, pairs: Sequence[tuple[str, str, str]]) -> list[StanceSuggestion]:
        self.parts = [part for _, _, part in pairs]
        return self.judge([(claim, whole) for claim, whole, _ in pairs])


def test_the_shipped_model_is_given_the_whole_passage_and_what_counts_in_it() -> None:
    model, passage = Closely(), " ".join([*BESIDE, SETTLES])
    pairs = [StancePair(CLAIM, passage, "Kerrow Post"), StancePair(CLAIM, SETTLES), StancePair(CLAIM, " ")]
    StanceReader(model).read(pairs)
    assert model.asked[:3] == [(CLAIM, f"Kerrow Post: {passage}"), (CLAIM, SETTLES), (CLAIM, "")]
    # what may be cited is read alone, as a reader of the report does
    assert model.asked[3:] == [(CLAIM, f"Kerrow Post: {BESIDE[-1]} {SETTLES}")]
    assert model.parts == [f"Kerrow Post: {SETTLES} {BESIDE[-1]}", SETTLES, ""]


def test_another_model_reads_whole_passages() -> None:
    """What a part is worth was measured with the shipped one alone."""
    model = Closely()
    model.weight = None
    StanceReader(model).read([StancePair(CLAIM, " ".join([*BESIDE, SETTLES]))])
    assert not hasattr(model, "parts")
    assert len(model.asked) == 1


REFUTED = "The roof of the swimming pool in Kerrow held in the storm, and not a tile was lost."


@pytest.mark.parametrize("at", range(len(BESIDE) + 1))
def test_where_a_sentence_stands_does_not_decide_what_is_read(at: int) -> None:
    passage = " ".join([*BESIDE[:at], REFUTED, *BESIDE[at:]])
    (said,) = StanceReader(load_stance()).read([StancePair(CLAIM, passage, "Kerrow Post")])
    assert said.refutes > max(said.supports, said.neutral)


@pytest.mark.parametrize(("as_a_whole", "label"), [(0.6, "supports"), (0.59, "leans supports")])
def test_what_is_read_in_part_supports_only_if_the_whole_does_so_too(as_a_whole: float, label: str) -> None:
    class Twice(Closely):
        """Finds that the part bears the claim out."""

        def judge_closely(self, pairs: Sequence[tuple[str, str, str]]) -> list[StanceSuggestion]:
            return [StanceSuggestion("supports", 0.95, 0.02, 0.03) for _ in pairs]

    model = Twice(StanceSuggestion("supports", as_a_whole, 0.2, 0.8 - as_a_whole))
    passage = " ".join([*BESIDE, SETTLES])
    said = StanceReader(model).read([StancePair(CLAIM, passage), StancePair(CLAIM, SETTLES)])
    assert [one.label for one in said] == [label, "supports"], "a short passage was read as a whole the first time"
    assert model.asked[0] == (CLAIM, passage)
