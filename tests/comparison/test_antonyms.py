"""Which words of claim and passage are compared with each other as opposites, and which are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.comparison.antonyms import compare_antonyms
from workbench.comparison.compare import compare
from workbench.comparison.outcomes import Facts, Outcome

OPPOSED = [
    ("Unemployment rose in June.", "Unemployment fell in June, the office said.", "rose", "fell"),
    ("Taxes went up.", "Taxes went down.", "went up", "went down"),
    (
        "Unemployment rose in Denmark in June 2021, the minister Jens Holm said on Monday.",
        "Unemployment in Denmark fell in June 2021 to 3.4 per cent, the statistics office said.",
        "rose",
        "fell",
    ),
    ("Inflation is rising.", "Inflation fell to 2.1% in August from 2.3% in July.", "rising", "fell"),
    ("Rents in Berlin are increasing.", "Rents in Berlin decreased by 3 percent in 2023.", "increasing", "decreased"),
    ("Deaths on the roads went up last year.", "Deaths on the roads declined last year.", "went up", "declined"),
    ("The minister rejected the deal.", "The minister accepted the deal after long talks.", "rejected", "accepted"),
    ("The bridge was closed in May.", "The bridge reopened to traffic in May after repairs.", "closed", "reopened"),
    ("The court acquitted the mayor.", "The mayor was found guilty on two counts by the court.", "acquitted", "guilty"),
    ("The union called off the strike.", "The strike will go ahead, the union said.", "called off", "go ahead"),
    ("The factory will close.", "The factory will stay open.", "close", "open"),
    ("The vaccine is safe.", "The vaccine is unsafe, the agency found.", "safe", "unsafe"),
    ("The vaccine is safe.", "The vaccine is not safe, the agency found.", "safe", "not safe"),
    ("The drug isn't effective.", "The drug is effective, three trials have shown.", "not effective", "effective"),
    ("The vaccine prevents infection.", "The vaccine does not prevent infection.", "prevents", "not prevent"),
    ("The council banned scooters on pavements.", "The council allowed scooters on pavements.", "banned", "allowed"),
    ("Exercise lowers blood pressure.", "Exercise raised blood pressure in nine of ten.", "lowers", "raised"),
    ("The gene promotes tumour growth.", "The gene inhibits tumour growth in mice.", "promotes", "inhibits"),
    ("The law was approved by the senate.", "The law was voted down by the senate.", "approved", "voted down"),
    ("The mine has a high output.", "The low output of the mine was a surprise.", "high", "low"),
    ("Turnout was lower than in 2019.", "Turnout exceeded that of 2019.", "lower", "exceeded"),
    ("The budget has a surplus.", "The budget has a deficit of two billion.", "surplus", "deficit"),
    (
        "The ferry failed a safety inspection in November.",
        "The ferry passed its safety inspection in November.",
        "failed",
        "passed",
    ),
    ("The school failed the fire test.", "The school has passed its fire test.", "failed", "passed"),
]  # fmt: skip

NOT_OPPOSED = [
    # the same said in other words
    ("Unemployment rose in June.", "Unemployment went up in June."),
    ("The drug is ineffective.", "The drug is not effective."),
    ("The vaccine does not prevent infection.", "The vaccine failed to prevent infection."),
    # another thing
    ("Unemployment rose in June.", "Prices fell in June, the office said."),
    ("The minister rejected the deal.", "The parliament of the neighbouring country accepted a budget."),
    ("Exports rose while the government was in office.", "Tea drinking fell in the nineteenth century."),
    # of another
    ("Germany's exports fell.", "Exports of copper expanded, which helped the small economy of the islands."),
    ("Rents in Bonn rose sharply.", "Rents in Ulm fell sharply."),
    # another quality of one thing, and a bound that is no opposite
    ("The new test has a higher sensitivity for cancer.", "The new test for cancer is less specific."),
    ("Greater distancing slowed the epidemic.", "Distancing of less than 70 per cent slowed the epidemic."),
    # another time
    ("Unemployment rose in 2020.", "Unemployment fell in 2021."),
    ("Unemployment rose in June.", "Unemployment fell in July."),
    # both are said
    ("Unemployment rose.", "Unemployment rose at first and fell again in autumn."),
    ("The factory will close.", "The factory, open since 1950, will close."),
    # no word of the table, or none on the other side
    ("The mayor lives in Bergen.", "The mayor has moved to Oslo."),
    ("Unemployment rose in June.", "Unemployment was the subject of the talks in June."),
    # "not only" denies nothing
    ("The tax cut helped: wages rose.", "Not only wages rose after the tax cut."),
    ("", "Unemployment fell."),
    ("Unemployment rose.", ""),
    ("The ferry failed a safety inspection.", "Parliament passed its safety law."),
    ("The ferry failed a safety inspection in May.", "The ferry passed its safety inspection in November."),
    ("The brakes failed.", "The brakes passed the test of time."),
]


@pytest.mark.parametrize(("claim", "passage", "said", "against"), OPPOSED, ids=[row[0] for row in OPPOSED])
def test_opposite_words_of_one_thing_are_named_as_each_text_has_them(
    claim: str, passage: str, said: str, against: str
) -> None:
    """Both words are shown, denied ones with their "not"; and so the other way round."""
    (found,) = compare_antonyms(claim, passage)
    assert (found.outcome, found.claim, found.passage) == (Outcome.OPPOSITE, said, against)
    assert found.words == f"claim: {said}; passage: {against} (opposite)"


@pytest.mark.parametrize(("claim", "passage"), NOT_OPPOSED)
def test_words_of_other_things_and_times_are_not_opposed(claim: str, passage: str) -> None:
    """Nothing is said where the words around differ, a year or month keeps them apart, or the passage says both."""
    assert compare_antonyms(claim, passage) == []


def test_what_the_claim_names_may_stand_in_the_title_alone() -> None:
    """A page about Bonn need not say "Bonn" in every sentence."""
    assert compare_antonyms("Rents in Bonn rose sharply.", "Rents fell sharply.") == []
    assert len(compare_antonyms("Rents in Bonn rose sharply.", "Rents fell sharply.", "Living in Bonn")) == 1


def test_opposite_words_stand_among_the_comparisons_behind_conflicting_numbers() -> None:
    """A reader sees the numbers that conflict first, then the words."""
    found = compare(Facts("Rents in Bonn rose."), Facts("Rents in Bonn fell."))
    assert [item.words for item in found] == ["claim: rose; passage: fell (opposite)"]


SOME = "rose fell not prices the of bank safe unsafe 2020 2021 June July . ; went up down closed open can't council"
WORDS = st.sampled_from(SOME.split())


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_no_text_of_one_sentence_opposes_itself(text: str) -> None:
    """Whatever a sentence says, it says the same as itself."""
    text = text.replace(" .", "").replace(" ;", "")
    assert compare_antonyms(text, text) == []


@given(st.text(max_size=400), st.text(max_size=400))
def test_any_text_can_be_read(claim: str, passage: str) -> None:
    """Whatever the texts hold, there is an answer, in words that stand in them."""
    for found in compare_antonyms(claim, passage):
        assert found.claim.removeprefix("not ") in claim
        assert found.passage.removeprefix("not ") in passage


def test_of_a_claim_as_long_as_an_article_only_the_first_words_are_compared() -> None:
    """Whatever is pasted as a claim, a passage is read in no time."""
    claim = "The first fare rose. " + " ".join(f"Fare number{'x' * n} rose." for n in range(200))
    found = compare_antonyms(claim, " ".join(f"Fare number{'x' * n} fell." for n in range(200)))
    assert 0 < len(found) <= 20
