"""An earlier fact check speaks through its rating, and not through the claim whose words it repeats."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from workbench.comparison.fact_check_ratings import SAME_WORDS, Truth, by_rating, rated_by, truth_of
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


DENIED_WORDS = """
Not true. | Nicht wahr | Stimmt nicht | Nicht richtig | pas vrai | Ce n'est pas vrai | no es cierto | No es verdad
Non è vero | Niet waar | не правда | Nie prawda | It isn't true | Isn't true
That is not correct | Não é verdade | inte sant
"""
NEITHER_WORDS = """
Never true | No longer true | Hardly true | Not entirely true | Not quite right | Not false | Not wrong | Not fake
Not inaccurate | Nothing wrong | Not far wrong | Nicht falsch | Pas faux | Vrai ou faux ? | True or false? | Far right
Real photo, false claim? | Right-wing rumour | Verdadero, pero exagerado | C'est vrai mais | Correct, with reservations
Was true, no longer | Not untrue | Stimmt so nicht ganz | Wrong number | No evidence | Not supported | True once
"""
DENIED_TRUTH = [words.strip() for words in re.split(r"[|\n]", DENIED_WORDS) if words.strip()]
NEITHER = [words.strip() for words in re.split(r"[|\n]", NEITHER_WORDS) if words.strip()]


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
        ("C'est faux", None, Truth.FALSE),
        ("False. The tower cost 9 crowns.", None, Truth.FALSE),
        ("Falso: nunca fue cerrado", None, Truth.FALSE),
        ("This claim is false.", None, Truth.FALSE),
        ("Completamente falso", None, Truth.FALSE),
        ("असत्य", None, Truth.FALSE),
        ("错误", None, Truth.FALSE),
        *((words, None, Truth.FALSE) for words in DENIED_TRUTH),
        *((words, None, Truth.OPEN) for words in NEITHER),
        ("Not entirely true", 0.9, Truth.OPEN),
        ("Right-wing rumour", 0.1, Truth.FALSE),
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
    said = by_rating(SAME, source(FactCheck(CLAIM, "False")), CLAIM)
    assert (said.label, said.supports, said.refutes) == ("refutes", 0.0, SAME_WORDS)
    assert said.supports + said.refutes + said.neutral == pytest.approx(1.0)
    assert said.comparison == "rated False by Tower Check; 9 million crowns in both"
    assert (
        by_rating(replace(SAME, label="leans supports"), source(FactCheck(f"{CLAIM[:-1]} then", "Fake")), CLAIM).label
        == "leans refutes"
    )
    assert by_rating(replace(SAME, label="repeats"), source(FactCheck(CLAIM, "Fake")), CLAIM).label == "refutes"


@pytest.mark.parametrize(
    ("claim", "checked"),
    [
        ("Unemployment has risen since 2019.", "Unemployment has doubled since 2019."),
        ("Half of all crimes are committed by migrants.", "Half of all migrants commit crimes."),
        ("The vaccine causes autism.", "The vaccine causes autism in all children."),
        ("The tower cost 9 million crowns.", "The tower cost 9.5 million crowns."),
    ],
)
def test_a_false_claim_that_says_more_or_is_turned_refutes_nothing_for_sure(claim: str, checked: str) -> None:
    said = by_rating(SAME, source(FactCheck(checked, "False")), claim)
    assert said.label == "leans refutes"


def test_a_claim_that_says_more_than_the_false_one_is_refuted_with_it() -> None:
    claim = "The tower in Varen cost 9 million crowns in 2019."
    assert by_rating(SAME, source(FactCheck("The tower cost 9 million crowns", "False")), claim).label == "refutes"


def test_that_the_opposite_was_rated_false_proves_nothing() -> None:
    said = by_rating(
        StanceSuggestion("refutes", 0.05, 0.9, 0.05), source(FactCheck("It cost 2 million.", "False")), CLAIM
    )
    assert (said.label, said.refutes) == ("context", 0.05)


def test_a_check_that_rates_it_true_supports_and_one_between_is_context() -> None:
    assert by_rating(SAME, source(FactCheck(CLAIM, "True")), CLAIM).label == "supports"
    assert by_rating(SAME, source(FactCheck(CLAIM, "Half true")), CLAIM).label == "context"


def test_other_sources_and_other_claims_are_left_alone() -> None:
    assert by_rating(SAME, source(None), CLAIM) is SAME
    assert rated_by(source(None)) == ""
    other = StanceSuggestion("neither", 0.1, 0.1, 0.8)
    assert by_rating(other, source(FactCheck("Cheese is round.", "False")), CLAIM).label == "neither"


def test_a_check_of_the_very_words_is_of_the_claim_whatever_a_network_reads() -> None:
    unsure = StanceSuggestion("unclear", 0.4, 0.4, 0.2)
    said = by_rating(
        unsure, source(FactCheck("The tower cost 9 million crowns", "False")), "A tower cost 9 million crowns."
    )
    assert (said.label, said.refutes) == ("refutes", SAME_WORDS)
    other = by_rating(unsure, source(FactCheck("The tower has cost 9 million crowns", "False")), CLAIM)
    assert other.label == "unclear"


def test_the_title_of_a_check_is_not_read_with_the_claim_it_rates() -> None:
    assert source(FactCheck(CLAIM, "False")).read_under == ""
    assert source(None).read_under == source(None).title != ""
