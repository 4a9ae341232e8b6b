"""From probabilities to a label, to "repeats the claim", to a suggested rating."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.comparison.outcomes import Comparison, Outcome
from workbench.comparison.stances import Weighing, at_rank, labelled, suggested_rating, weighed
from workbench.domain.documents import SourceKind
from workbench.domain.evidence import Hit, Passage, Source, StanceSuggestion
from workbench.domain.review import AVERITEC_SCALE, DEFAULT_SCALE, Rating, RatingScale

WEIGHING = Weighing(conflict=2.0, agreement=1.0, thresholds={"supports": 0.8, "refutes": 0.8, "context": 0.7})


def hit(
    rank: int, label: str, probability: float, publisher: str | None = "Harbour Board", timing: str = "before"
) -> Hit:
    rest = (1 - probability) / 2
    said = {"supports": rest, "refutes": rest, "context": rest} | {label: probability}
    source = Source(
        id=f"s{rank}",
        kind=SourceKind.DOCUMENT,
        title="Yearly report",
        url=None,
        archive_url=None,
        publisher=publisher,
        author=None,
        published=date(2021, 9, 10),
        published_guessed=False,
        retrieved=None,
        language="en",
        sha256="0" * 64,
        text="text",
    )
    passage = Passage(rank, source.id, 0, 4, "text", "hash")
    return Hit(
        rank,
        passage,
        source,
        1.0,
        timing=timing,
        stance=StanceSuggestion(label, said["supports"], said["refutes"], said["context"]),
    )


OPPOSITE = Comparison(Outcome.OPPOSITE, "rose", "fell")


def test_the_opposite_of_a_word_makes_refuting_likelier_and_is_told() -> None:
    """It enters the log-odds beside whatever the numbers say, and stands in the line of comparisons."""
    weighing = Weighing(opposite=1.0)
    alone = weighed(StanceSuggestion("", 0.6, 0.3, 0.1), [OPPOSITE], weighing)
    assert alone.refutes / alone.supports == pytest.approx(0.5 * 2.718281828)
    assert alone.comparison == "claim: rose; passage: fell (opposite)"
    assert weighed(StanceSuggestion("", 0.6, 0.3, 0.1), [], weighing).refutes == pytest.approx(0.3)


def test_supports_is_never_shown_beside_the_opposite_of_a_word() -> None:
    """A model that is sure all the same is not believed."""
    sure = StanceSuggestion("", 0.95, 0.03, 0.02)
    assert labelled(sure, WEIGHING).label == "supports"
    assert labelled(sure, WEIGHING, [OPPOSITE]).label == "unclear"


@pytest.mark.parametrize(
    ("neutral", "outcomes", "label"),
    [
        (0.1, [Outcome.OPPOSITE], "refutes"),
        (0.1, [Outcome.OPPOSITE, Outcome.AGREEMENT], "refutes"),  # the year agrees: one rose in it, the other fell
        (0.1, [Outcome.CONFLICT], "refutes"),
        (0.1, [Outcome.CONFLICT, Outcome.AGREEMENT], "unclear"),
        (0.1, [], "unclear"),
        (0.3, [Outcome.OPPOSITE], "unclear"),
    ],
)
def test_refutes_is_shown_where_a_comparison_bears_it_out(neutral: float, outcomes: list[Outcome], label: str) -> None:
    """Refuting must be the likeliest and the passage about the claim; numbers must not say both."""
    likely = StanceSuggestion("", 0.3, 0.6, neutral)
    weighing = Weighing(thresholds=WEIGHING.thresholds, numbers=0.2)
    assert labelled(likely, weighing, [Comparison(outcome, "a", "b") for outcome in outcomes]).label == label


@settings(deadline=None)
@given(
    st.floats(0.01, 1), st.floats(0.01, 1), st.floats(0.01, 1), st.sampled_from([Outcome.CONFLICT, Outcome.AGREEMENT])
)
def test_probabilities_sum_to_one_whatever_the_numbers_say(a: float, b: float, c: float, outcome: Outcome) -> None:
    said = weighed(StanceSuggestion("supports", a, b, c), [Comparison(outcome, "5", "6")], WEIGHING)
    assert said.supports + said.refutes + said.neutral == pytest.approx(1)


def test_conflicting_numbers_make_refuting_likelier_and_are_told() -> None:
    before = StanceSuggestion("supports", 0.5, 0.3, 0.2)
    after = weighed(before, [Comparison(Outcome.CONFLICT, "5", "6")], WEIGHING)
    assert after.refutes > before.refutes
    assert after.comparison == "claim: 5; passage: 6 (differ)"


def test_agreeing_numbers_make_support_likelier() -> None:
    before = StanceSuggestion("supports", 0.5, 0.3, 0.2)
    assert weighed(before, [Comparison(Outcome.AGREEMENT, "5", "5")], WEIGHING).supports > before.supports


def test_what_could_not_be_compared_changes_and_tells_nothing() -> None:
    before = StanceSuggestion("supports", 0.5, 0.3, 0.2)
    after = weighed(before, [Comparison(Outcome.UNKNOWN, "5", "6")], WEIGHING)
    assert after.supports == pytest.approx(before.supports)
    assert after.comparison == ""


CONFLICT, AGREEMENT = Comparison(Outcome.CONFLICT, "5", "6"), Comparison(Outcome.AGREEMENT, "5", "5")
UNSETTLED = Comparison(Outcome.UNKNOWN, "5", "6")
RULED = Weighing(thresholds={"supports": 0.8, "refutes": 1.01, "context": 0.7}, numbers=0.15)


@pytest.mark.parametrize(
    ("said", "compared", "expected"),
    [
        ((0.3, 0.6, 0.1), [CONFLICT], "refutes"),
        ((0.3, 0.6, 0.1), [], "unclear"),
        ((0.3, 0.6, 0.1), [CONFLICT, AGREEMENT], "unclear"),
        ((0.2, 0.5, 0.3), [CONFLICT], "unclear"),  # not about the claim
        ((0.6, 0.3, 0.1), [CONFLICT], "unclear"),  # the words say the opposite
        ((0.6, 0.3, 0.1), [AGREEMENT], "unclear"),
    ],
)
def test_conflicting_numbers_show_refutes_where_the_passage_is_about_the_claim(
    said: tuple[float, float, float], compared: list[Comparison], expected: str
) -> None:
    assert labelled(StanceSuggestion("", *said), RULED, compared).label == expected


@pytest.mark.parametrize(
    ("said", "compared", "expected"),
    [
        ((0.6, 0.2, 0.2), [], "leans supports"),
        ((0.15, 0.75, 0.1), [], "leans refutes"),
        ((0.2, 0.2, 0.6), [], "neither"),
        ((0.45, 0.3, 0.25), [], "unclear"),
        ((0.6, 0.2, 0.2), [CONFLICT], "unclear"),  # numbers that differ, and words that support
        ((0.2, 0.5, 0.3), [CONFLICT], "leans refutes"),
        ((0.16, 0.74, 0.1), [], "unclear"),
        ((0.16, 0.74, 0.1), [AGREEMENT], "unclear"),
        ((0.16, 0.74, 0.1), [UNSETTLED], "unclear"),
        ((0.59, 0.2, 0.21), [], "leans supports"),
        ((0.6, 0.2, 0.2), [UNSETTLED], "unclear"),  # another number, which may be of another thing
        ((0.6, 0.2, 0.2), [UNSETTLED, AGREEMENT], "unclear"),
        ((0.6, 0.2, 0.2), [AGREEMENT], "leans supports"),
        ((0.15, 0.75, 0.1), [UNSETTLED], "leans refutes"),
        ((0.85, 0.1, 0.05), [UNSETTLED], "supports"),
        ((0.85, 0.1, 0.05), [], "supports"),
    ],
)
def test_a_reading_that_is_not_sure_enough_is_shown_as_what_it_leans_to(
    said: tuple[float, float, float], compared: list[Comparison], expected: str
) -> None:
    weighing = replace(RULED, lean=0.5)
    assert labelled(StanceSuggestion("", *said), weighing, compared).label == expected


def test_a_passage_with_few_of_the_claims_words_does_not_lean_against_it_by_words_alone() -> None:
    weighing, said = replace(RULED, lean=0.5), StanceSuggestion("", 0.15, 0.75, 0.1)
    assert labelled(said, weighing, [], 0.4).label == "leans refutes"
    assert labelled(said, weighing, [], 0.39).label == "unclear"
    assert labelled(said, weighing, [CONFLICT], 0.1).label == "refutes"  # its number differs


@pytest.mark.parametrize(
    ("label", "comparison", "rank", "shown"),
    [
        ("leans refutes", "", 2, "leans refutes"),
        ("leans refutes", "", 3, "unclear"),
        ("leans supports", "", 3, "unclear"),
        ("leans supports", "claim: 12; passage: 14", 3, "unclear"),
        ("leans supports", "claim: 12; passage: 12 (agree)", 3, "leans supports"),
        ("leans refutes", "claim: 12; passage: 14 (differ)", 9, "leans refutes"),
        ("supports", "", 9, "supports"),
        ("refutes", "", 9, "refutes"),
        ("neither", "", 9, "neither"),
    ],
)
def test_what_leans_by_its_words_is_told_of_the_first_hits(label: str, comparison: str, rank: int, shown: str) -> None:
    said = StanceSuggestion(label, 0.4, 0.4, 0.2, comparison=comparison)
    assert at_rank(said, rank).label == shown


@pytest.mark.parametrize("label", ["leans supports", "leans refutes", "neither"])
def test_what_only_leans_suggests_no_rating(label: str) -> None:
    assert suggested_rating([hit(1, label, 0.97)], DEFAULT_SCALE) is None


def test_a_label_is_shown_only_from_its_threshold_on() -> None:
    assert labelled(StanceSuggestion("", 0.81, 0.1, 0.09), WEIGHING).label == "supports"
    assert labelled(StanceSuggestion("", 0.79, 0.1, 0.11), WEIGHING).label == "unclear"
    assert labelled(StanceSuggestion("", 0.1, 0.15, 0.75), WEIGHING).label == "context"


def test_a_strong_refutation_suggests_the_worst_rating_and_names_who_refutes_and_when() -> None:
    found = suggested_rating([hit(1, "refutes", 0.97), hit(2, "context", 0.99)], DEFAULT_SCALE)
    assert found is not None
    assert (found.rating, found.reason) == ("1", "Refuted by Harbour Board, 10 Sep 2021")
    assert found.passage_ids == (1,)


def test_strong_support_suggests_the_best_rating_and_a_source_without_publisher_is_named_by_title() -> None:
    found = suggested_rating([hit(1, "supports", 0.97, publisher=None)], AVERITEC_SCALE)
    assert found is not None
    assert (found.rating, found.reason) == ("3", "Supported by Yearly report, 10 Sep 2021")


def test_conflicting_evidence_suggests_no_rating_and_says_so() -> None:
    found = suggested_rating([hit(1, "supports", 0.97), hit(2, "refutes", 0.95, publisher="Port News")], DEFAULT_SCALE)
    assert found is not None
    assert found.rating is None
    assert found.conflicting
    assert "Harbour Board" in found.reason
    assert "Port News" in found.reason


@pytest.mark.parametrize(
    "hits",
    [
        [],
        [hit(1, "supports", 0.85)],
        [hit(1, "context", 0.99)],
        [hit(1, "refutes", 0.97, timing="after")],
    ],
)
def test_weak_or_later_evidence_suggests_nothing(hits: list[Hit]) -> None:
    assert suggested_rating(hits, DEFAULT_SCALE) is None


def test_a_scale_without_numbers_gets_no_suggestion() -> None:
    scale = RatingScale("words", "Words", (Rating("a", "Fine", "Fine."),))
    assert suggested_rating([hit(1, "refutes", 0.99)], scale) is None


def told(rank: int, label: str, probability: float, timing: str = "before") -> Hit:
    found = hit(rank, label, probability, timing=timing)
    assert found.stance is not None
    return replace(
        found, stance=replace(found.stance, comparison="claim: yet to open; passage: opened in May (differ)")
    )


def test_refuting_numbers_suggest_a_rating_and_are_its_reason() -> None:
    suggestion = suggested_rating([told(1, "refutes", 0.7)], DEFAULT_SCALE)
    assert suggestion is not None
    assert (
        suggestion.reason
        == "Refuted by Harbour Board, 10 Sep 2021: claim: yet to open; passage: opened in May (differ)"
    )


def test_a_private_source_is_named_by_its_title_alone_and_tells_nothing_else() -> None:
    refuting = told(1, "refutes", 0.7)
    private = replace(refuting, source=replace(refuting.source, private=True))
    suggestion = suggested_rating([private], DEFAULT_SCALE)
    assert suggestion is not None
    assert suggestion.reason == "Refuted by Yearly report"


@pytest.mark.parametrize(
    "hits",
    [
        [told(1, "refutes", 0.7, timing="after")],
        [told(1, "unclear", 0.7)],
        [hit(1, "refutes", 0.7)],
    ],
)
def test_refuting_numbers_suggest_nothing_from_later_on_or_unless_refuting_is_shown(hits: list[Hit]) -> None:
    assert suggested_rating(hits, DEFAULT_SCALE) is None


def test_a_weaker_passage_that_shows_the_opposite_is_named_as_a_conflict() -> None:
    for hits in (
        [hit(1, "supports", 0.95), told(2, "refutes", 0.7)],
        [hit(1, "refutes", 0.95), hit(2, "supports", 0.8)],
        [told(1, "refutes", 0.7), hit(2, "supports", 0.7)],
    ):
        found = suggested_rating(hits, DEFAULT_SCALE)
        assert found is not None
        assert found.rating is None
        assert found.conflicting
        assert found.reason.startswith("Conflicting: supported by Harbour Board")


def agreeing(rank: int, claimed: str, label: str = "unclear", timing: str = "before") -> Hit:
    found = hit(rank, label, 0.5, timing=timing, publisher="Port News")
    assert found.stance is not None
    return replace(found, stance=replace(found.stance, comparison=f"claim: {claimed}; passage: the same (agree)"))


def test_numbers_that_agree_elsewhere_are_named_beside_those_that_refute() -> None:
    found = suggested_rating([told(1, "refutes", 0.7), agreeing(2, "yet to open")], DEFAULT_SCALE)
    assert found is not None
    assert (found.rating, found.conflicting, found.passage_ids) == (None, True, (1, 2))
    assert found.reason == (
        "Conflicting on “yet to open”: Port News, 10 Sep 2021 agrees; Harbour Board, 10 Sep 2021 differs"
    )


def test_a_very_sure_refutation_by_numbers_stands_beside_the_number_told_elsewhere() -> None:
    found = suggested_rating([told(1, "refutes", 0.96), agreeing(2, "yet to open")], DEFAULT_SCALE)
    assert found is not None
    assert (found.rating, found.conflicting, found.passage_ids) == (None, True, (1, 2))


@pytest.mark.parametrize(
    "beside",
    [
        agreeing(2, "in the port of Elmhurst"),  # another number of the claim
        agreeing(2, "yet to open", label="repeats"),
        agreeing(2, "yet to open", timing="after"),
        agreeing(2, "yet to open", label="context"),
    ],
)
def test_what_agrees_of_another_number_later_or_in_repetition_takes_nothing_from_a_refutation(beside: Hit) -> None:
    found = suggested_rating([told(1, "refutes", 0.7), beside], DEFAULT_SCALE)
    assert found is not None
    assert (found.rating, found.passage_ids) == ("1", (1,))


def test_numbers_alone_refute_nothing_that_another_passage_leans_to_support() -> None:
    leaning = hit(2, "leans supports", 0.6, publisher="Port News")
    found = suggested_rating([told(1, "refutes", 0.7), leaning], DEFAULT_SCALE)
    assert found is not None
    assert (found.rating, found.conflicting, found.passage_ids) == (None, True, (1, 2))
    assert found.reason == (
        "Conflicting: Port News, 10 Sep 2021 leans to support; refuted by numbers of Harbour Board, 10 Sep 2021"
    )
    sure = suggested_rating([told(1, "refutes", 0.95), leaning], DEFAULT_SCALE)
    assert sure is not None
    assert sure.rating == "1"
    later = suggested_rating([told(1, "refutes", 0.7), hit(2, "leans supports", 0.6, timing="after")], DEFAULT_SCALE)
    assert later is not None
    assert later.rating == "1"


def test_a_sure_refutation_needs_no_numbers() -> None:
    found = suggested_rating([hit(1, "refutes", 0.95), agreeing(2, "yet to open")], DEFAULT_SCALE)
    assert found is not None
    assert found.rating == "1"


def test_numbers_that_agree_make_no_weak_refutation_strong() -> None:
    weak = hit(1, "refutes", 0.8)
    assert weak.stance is not None
    agreeing = replace(weak, stance=replace(weak.stance, comparison="claim: 5; passage: 5 (agree)"))
    assert suggested_rating([agreeing], DEFAULT_SCALE) is None


@pytest.mark.parametrize("label", ["repeats", "context", "unclear"])
def test_what_repeats_the_claim_or_is_unclear_counts_for_nothing(label: str) -> None:
    beside = hit(2, "supports", 0.99)
    assert beside.stance is not None
    silent = replace(beside, stance=replace(beside.stance, label=label))
    assert suggested_rating([silent], DEFAULT_SCALE) is None
    found = suggested_rating([hit(1, "refutes", 0.97), silent], DEFAULT_SCALE)
    assert found is not None
    assert found.passage_ids == (1,)
