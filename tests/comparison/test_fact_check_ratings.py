"""An earlier fact check speaks through its rating, and not through the claim whose words it repeats."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.comparison.fact_check_ratings import Truth, by_rating, rated_by, truth_of
from workbench.domain.documents import FactCheck, SourceKind
from workbench.domain.evidence import Source, StanceSuggestion

CLAIM = "The tower cost 9 million crowns."
SAME = StanceSuggestion("supports", 0.8, 0.05, 0.15, "9 million crowns in both")


def source(check: FactCheck | None) -> Source:
    return Source(
        id="check",
        kind=SourceKind.FACT_CHECK if check else SourceKind.DOCUMENT,
        title="Fact check",
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
        fact_check=check,
    )


@pytest.mark.parametrize(
    ("rating", "position", "truth"),
    [
        ("False", None, Truth.FALSE),
        ("Pants on fire!", 0.0, Truth.FALSE),
        ("Mostly False", None, Truth.FALSE),
        ("Not true", None, Truth.FALSE),
        ("Four Pinocchios", None, Truth.FALSE),
        ("Falsch", None, Truth.FALSE),
        ("Faux", None, Truth.FALSE),
        ("Half true", None, Truth.OPEN),
        ("Partly false", None, Truth.OPEN),
        ("Missing context", None, Truth.OPEN),
        ("Unproven", None, Truth.OPEN),
        ("Misleading", 0.0, Truth.OPEN),
        ("Mostly true", None, Truth.TRUE),
        ("Correct Attribution", None, Truth.TRUE),
        ("Verdadero", None, Truth.TRUE),
        ("Grün", 0.1, Truth.FALSE),
        ("Grün", 0.95, Truth.TRUE),
        ("Grün", 0.5, Truth.OPEN),
        ("Grün", None, Truth.OPEN),
        ("We looked at the books and what they say of it is that nothing at all is false here", None, Truth.OPEN),
    ],
)
def test_ratings_in_words_and_figures(rating: str, position: float | None, truth: Truth) -> None:
    assert truth_of(FactCheck(CLAIM, rating, truth=position)) is truth


def test_a_check_that_rates_the_same_claim_false_refutes_it() -> None:
    said = by_rating(SAME, source(FactCheck(CLAIM, "False")))
    assert (said.label, said.supports, said.refutes) == ("refutes", 0.0, 0.8)
    assert said.supports + said.refutes + said.neutral == pytest.approx(1.0)
    assert said.comparison == "rated False by Tower Check; 9 million crowns in both"
    assert by_rating(replace(SAME, label="leans supports"), source(FactCheck(CLAIM, "Fake"))).label == "leans refutes"
    assert by_rating(replace(SAME, label="repeats"), source(FactCheck(CLAIM, "Fake"))).label == "refutes"


def test_that_the_opposite_was_rated_false_proves_nothing() -> None:
    said = by_rating(StanceSuggestion("refutes", 0.05, 0.9, 0.05), source(FactCheck("It cost 2 million.", "False")))
    assert (said.label, said.refutes) == ("context", 0.05)


def test_a_check_that_rates_it_true_supports_and_one_between_is_context() -> None:
    assert by_rating(SAME, source(FactCheck(CLAIM, "True"))).label == "supports"
    assert by_rating(SAME, source(FactCheck(CLAIM, "Half true"))).label == "context"


def test_other_sources_and_other_claims_are_left_alone() -> None:
    assert by_rating(SAME, source(None)) is SAME
    assert rated_by(source(None)) == ""
    other = StanceSuggestion("neither", 0.1, 0.1, 0.8)
    assert by_rating(other, source(FactCheck("Cheese is round.", "False"))).label == "neither"
