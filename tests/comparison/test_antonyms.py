"""Which words of claim and passage are compared with each other as opposites, and which are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.comparison.antonyms import ask_of_antonyms, compare_antonyms, turned_elsewhere
from workbench.comparison.compare import compare
from workbench.comparison.outcomes import Facts, Outcome
from workbench.comparison.put_in import Sure


def borne_out(claim: str, passage: str, title: str = "") -> Sure:
    """Answers as of one who finds an opposite in everything: what is kept apart is so by words."""
    return {one: 0.0 if one.statement == claim else 1.0 for one in ask_of_antonyms(claim, passage, title)}


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
    ("The bridge was closed in May.", "The bridge reopened to traffic in May.", "closed", "reopened"),
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
    ("The council's plan was approved.", "The council's plan was rejected.", "approved", "rejected"),
    ("Profit of the firm rose.", "The firm’s profit fell in May.", "rose", "fell"),
    ("The mayor's budget was approved.", "Parliament rejected the mayor's budget.", "approved", "rejected"),
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


IN_TURN = [
    ("The road was reopened after two weeks.", "The road was closed for two weeks."),
    ("The bridge reopened after repairs.", "The bridge was shut for repairs until Monday."),
    ("The bridge was closed in May.", "The bridge reopened in May after repairs."),
    ("The shop opened at nine.", "The shop closed at six."),
    ("The minister was acquitted on appeal.", "The minister was convicted in 2019, but won the appeal."),
    ("The strike began on Monday.", "The strike stopped after three days."),
    ("The firm hired 40 workers.", "The firm dismissed 40 workers in March."),
]
TAKEN_BACK = [
    ("The ban on diesel cars was scrapped.", "Diesel cars are allowed again."),
    ("The court refused to lift the ban.", "The ban remains in force, the court ruled."),
    ("The planned rise in fares was dropped.", "Fares fell."),
]
OF_ANOTHER = [
    ("The Delhi court acquitted three men.", "A military court convicted three men in Delhi."),
    ("The lower house approved the bill.", "The upper house rejected the bill."),
    ("The price of milk rose.", "The price of milk powder fell."),
    ("Sales of cars rose in May.", "Sales of used cars fell in May."),
    ("Unemployment among women rose.", "Unemployment among young people fell."),
    ("Crime rose in the east.", "Crime fell in the west."),
    ("The nurses' union accepted the offer.", "The doctors' union rejected the offer."),
    ("The health ministry approved the vaccine.", "The European agency rejected the vaccine."),
    ("The road bridge is safe.", "The rail bridge is unsafe."),
    ("The national team's coach was hired in May.", "The national team's physiotherapist was dismissed in May."),
    ("Exports to China rose.", "Exports to India fell."),
    ("The tax on beer was raised.", "The tax on wine was reduced."),
    ("The mayor approved the plan for a pool.", "The mayor rejected the plan for a car park."),
    ("The museum's main hall reopened.", "The museum's east wing closed."),
    ("Support for the president grew.", "Support for the prime minister fell."),
    ("The river's level fell.", "The lake's level rose."),
    ("The jury convicted the driver of dangerous driving.", "The jury acquitted the driver of manslaughter."),
    ("The regional court rejected the appeal.", "The constitutional court accepted the appeal."),
    ("The number of births rose.", "The number of deaths fell."),
    ("The wage of teachers increased.", "The wage of teaching assistants decreased."),
    ("Flights to Oslo resumed.", "Flights to Bergen were suspended."),
    ("The ban on smoking in pubs was imposed.", "The ban on smoking in parks was lifted."),
    ("Police allowed the march.", "The city forbade the march."),
    ("Profit at the bank rose.", "Profit at the bank's insurance arm fell."),
    ("The workers at the mine rejected the deal.", "The managers of the mine accepted the deal."),
    ("The first reactor was closed.", "The second reactor was opened."),
    ("The senator accepted the invitation.", "The senator's rival refused the invitation."),
    ("Turnout rose in the cities.", "Turnout fell in the villages."),
    ("The army's budget was increased.", "The navy's budget was reduced."),
    ("Prices of houses fell in Madrid.", "Prices of houses rose in Spain."),
    ("The club's women's team was promoted and its income rose.", "The club's men's team saw income fall."),
    ("The governor vetoed the bill.", "The assembly approved the bill."),
    ("Deaths from flu rose.", "Deaths from pneumonia fell."),
    ("The council's plan was approved.", "The council's budget was rejected."),
    ("The firm's profit rose.", "The firm's rival's profit fell."),
    ("The airline cut its flights to Rome.", "The airline increased its flights from Milan."),
    ("The library opened on Saturdays.", "The library's café closed on Saturdays."),
]


@pytest.mark.parametrize(("claim", "passage", "said", "against"), OPPOSED, ids=[row[0] for row in OPPOSED])
def test_opposite_words_of_one_thing_are_named_as_each_text_has_them(
    claim: str, passage: str, said: str, against: str
) -> None:
    """Both words are shown, denied ones with their "not"; and so the other way round."""
    (found,) = compare_antonyms(claim, passage, sure=borne_out(claim, passage))
    assert (found.outcome, found.claim, found.passage) == (Outcome.OPPOSITE, said, against)
    assert found.words == f"claim: {said}; passage: {against} (opposite)"


@pytest.mark.parametrize(("claim", "passage"), NOT_OPPOSED)
def test_words_of_other_things_and_times_are_not_opposed(claim: str, passage: str) -> None:
    """Nothing is said where the words around differ, a year or month keeps them apart, or the passage says both."""
    assert compare_antonyms(claim, passage, sure=borne_out(claim, passage)) == []


@pytest.mark.parametrize(("claim", "passage"), OF_ANOTHER)
def test_the_opposite_that_another_did_or_that_befell_another_is_none(claim: str, passage: str) -> None:
    """ "Refuted" had been shown beside the wrong bank, ministry and share of the unemployed."""
    assert ask_of_antonyms(claim, passage) == []
    assert compare_antonyms(claim, passage) == []


@pytest.mark.parametrize(("claim", "passage"), [*IN_TURN, *TAKEN_BACK])
def test_what_follows_each_other_or_was_taken_back_is_no_opposite(claim: str, passage: str) -> None:
    assert ask_of_antonyms(claim, passage) == []
    assert compare_antonyms(claim, passage) == []


def test_an_opposite_of_something_else_is_known_as_that() -> None:
    """So that nobody takes it for a refutation by its other words."""
    assert turned_elsewhere("The price of rice rose.", "The price of rice bran fell.")
    assert not turned_elsewhere("The price of rice rose.", "The price of rice fell.")
    assert not turned_elsewhere("The price of rice rose.", "The minister resigned.")


def test_what_is_told_in_other_words_is_told_where_a_network_bears_it_out() -> None:
    """Nobody there to ask: nothing is said, for the passage may be of another bill."""
    claim, passage = (
        "The bill was approved.",
        "After a long night the deputies rejected the bill 61 to 40 in its last reading.",
    )
    (asked,) = ask_of_antonyms(claim, passage)
    assert asked.statement == "The bill was rejected."
    assert compare_antonyms(claim, passage) == []
    assert compare_antonyms(claim, passage, sure={asked: 0.7}) == []
    assert len(compare_antonyms(claim, passage, sure={asked: 0.8})) == 1


def test_a_denial_is_told_where_the_claim_is_not_borne_out() -> None:
    claim, passage = "The drug is effective.", "The drug is not effective, three trials have shown."
    (asked,) = ask_of_antonyms(claim, passage)
    assert asked.statement == claim
    assert compare_antonyms(claim, passage, sure={asked: 0.4}) == []
    assert len(compare_antonyms(claim, passage, sure={asked: 0.05})) == 1


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
