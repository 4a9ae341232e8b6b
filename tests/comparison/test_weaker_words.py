"""What nearly was, is only said to be so, is more so than before, or is done at the other end bears no claim out."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.compare import compare
from workbench.comparison.outcomes import Outcome

ANOTHER, LESS = Outcome.ANOTHER, Outcome.LESS
NOT_ALL = [
    ("The bridge collapsed.", "The bridge nearly collapsed in the storm.", ANOTHER, "nearly collapsed"),
    ("The dam burst.", "The dam all but burst on Sunday.", ANOTHER, "all but burst"),
    ("The talks broke down.", "The talks were close to breaking down on Friday.", ANOTHER, "close to breaking"),
    ("The club was relegated.", "The club narrowly escaped being relegated.", ANOTHER, "escaped being relegated"),
    ("The species is extinct.", "The species is close to extinction.", ANOTHER, "close to extinction"),
    ("The city is bankrupt.", "The city is on the verge of bankruptcy.", ANOTHER, "on the verge of bankruptcy"),
    ("The mill burned down.", "They stopped the mill from burning down.", ANOTHER, "stopped the mill from burning"),
    ("He killed his wife.", "He was charged with killing his wife.", ANOTHER, "charged with"),
    ("The mayor took bribes.", "The mayor allegedly took bribes.", ANOTHER, "allegedly"),
    ("The firm dumps waste.", "The firm is suspected of dumping waste.", ANOTHER, "suspected of"),
    ("The firm sells guns.", "The firm has a licence to sell guns.", ANOTHER, "licence to"),
    ("The well is dry.", "The well appears to be dry.", LESS, "appears to"),
    ("The tower is haunted.", "Locals are convinced that the tower is haunted.", LESS, "convinced that"),
    ("The mast causes headaches.", "The idea that the mast causes headaches has spread.", LESS, "idea that"),
    ("The road is safe.", "The road is safer than it used to be.", LESS, "safer"),
    ("The river is polluted.", "The river is less polluted than ten years ago.", LESS, "less polluted"),
    ("The bread is very expensive.", "The bread is more expensive than it was in May.", LESS, "more expensive"),
    ("The council owes 4 million euros.", "The council is owed 4 million euros.", ANOTHER, "is owed"),
    ("The trust gave 900 euros.", "The trust was given 900 euros.", ANOTHER, "was given"),
    ("He gave the trust 900 euros.", "The trust gave him 900 euros.", ANOTHER, "gave him"),
    ("The train to Leeds was cancelled.", "The train from Leeds was cancelled.", ANOTHER, "from Leeds"),
    ("The library lent 900 books.", "The library borrowed 900 books.", ANOTHER, "borrowed 900"),
    ("The firm hired 200 people.", "The firm employs 200 people.", ANOTHER, "employs 200"),
    ("Jan Kern scored for Dace.", "Ann Lee saw Jan Kern score for Holm while Dace lost.", ANOTHER, "for Holm"),
]
ALL = [
    ("Nearly 40 people were hurt.", "Almost 40 people were hurt in the crash."),
    ("Prices doubled in a year.", "Prices almost doubled in a year."),
    ("The bridge collapsed.", "The bridge collapsed in the storm; another nearly collapsed."),
    ("The flood destroyed the mill.", "The flood destroyed the mill and nearly destroyed the church."),
    ("The mine collapsed.", "They stood on the edge of the collapsed mine."),
    ("The boat sank.", "Twelve men were rescued from the sinking boat."),
    ("The firm paid no tax.", "The firm avoided paying tax."),
    ("He was charged with killing his wife.", "He was charged with killing his wife."),
    ("The mayor took bribes.", "The court found that the mayor had taken bribes."),
    ("The drug lowers blood pressure.", "The drug, which experts believe is safe, lowers blood pressure."),
    ("The minister believes the law will pass.", "The minister believes that the law will pass."),
    ("The water is clean.", "The water is clean, cleaner than a year ago."),
    ("The town is larger than Dace.", "The town is larger than Dace and Holm."),
    ("The council owes 4 million euros.", "The council owes the bank 4 million euros."),
    ("He was awarded 900 euros.", "The court awarded him 900 euros."),
    ("The train to Leeds was cancelled.", "The train from Hull to Leeds was cancelled."),
    ("The road from Hull to Leeds is closed.", "The road from Leeds to Hull is closed."),
    ("The library lent 900 books.", "The library lent 900 books and borrowed 40."),
    ("The firm hired 200 people.", "The firm hired 200 people and now employs 900."),
    ("Jan Kern played for Dace.", "Jan Kern played for Holm in 2012 and for Dace in 2014."),
    ("Jan Kern works for Dace.", "Jan Kern works for Holm and Dace."),
    ("Jan Kern scored for Dace.", "Jan Kern scored for Dace against Holm."),
]


@pytest.mark.parametrize(("claim", "passage", "outcome", "words"), NOT_ALL)
def test_what_is_not_all_that_the_claim_says_is_told(claim: str, passage: str, outcome: Outcome, words: str) -> None:
    assert (outcome, words) in [(one.outcome, one.passage) for one in compare(facts(claim), facts(passage))]


@pytest.mark.parametrize(("claim", "passage"), ALL)
def test_of_what_is_plainly_said_nothing_is_told(claim: str, passage: str) -> None:
    assert not [one.words for one in compare(facts(claim), facts(passage)) if one.outcome in (ANOTHER, LESS)]


def test_another_amount_is_shown_though_it_is_only_thought() -> None:
    claim, passage = "The fire killed 14 people in Holm.", "Police believe the fire killed 12 people in Holm."
    found = compare(facts(claim), facts(passage))
    assert {(one.outcome, one.passage) for one in found} == {(Outcome.UNSURE, "12"), (LESS, "believe")}
