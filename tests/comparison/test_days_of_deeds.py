"""The day of another deed is not that of the claim's."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.compare import compare
from workbench.comparison.outcomes import Outcome
from workbench.comparison.stances import SUPPORTS, Weighing, labelled
from workbench.domain.evidence import StanceSuggestion

OF_ANOTHER_DEED = [
    (
        "The state of emergency in Samo was declared on 14 December.",
        "On 17 November, a state of emergency was declared. On 14 December, the emergency was extended.",
    ),
    (
        "The curfew was imposed on 3 May.",
        "The mayor imposed a curfew on 28 April. On 3 May it was lifted.",
    ),
    (
        "The strike began on 9 June.",
        "The strike began on 2 June and was suspended on 9 June.",
    ),
    (
        "The ban was introduced in 2014.",
        "The ban was introduced in 2009. In 2014 it was widened to all shops.",
    ),
    (
        "Lind was arrested on 6 March.",
        "Lind was arrested in Dace on 2 March and charged on 6 March.",
    ),
    (
        "The bridge opened in May 2016.",
        "The bridge opened in August 2012; it was closed for repairs in May 2016.",
    ),
    (
        "The law was passed in 2011.",
        "The law was passed in 2008 and repealed in 2011.",
    ),
    (
        "The museum was founded in 1953.",
        "The museum, founded in 1921, was rebuilt in 1953.",
    ),
    (
        "The trial started on 12 January.",
        "The trial, which had started in October, was adjourned on 12 January.",
    ),
    (
        "Kern was appointed director in 2018.",
        "Kern was appointed director in 2015. He resigned in 2018.",
    ),
    (
        "The company was launched in March 2019.",
        "Launched in 2017, the company went public in March 2019.",
    ),
    (
        "The lockdown was announced on 20 March.",
        "On 11 March the government announced a lockdown. It was extended on 20 March.",
    ),
    (
        "The two signed the treaty in 1998.",
        "The two signed the treaty in 1996, and it was ratified in 1998.",
    ),
    (
        "The mine closed in 1989.",
        "The mine closed in 1984. In 1989 it reopened as a museum.",
    ),
]
OF_ITS_OWN = [
    (
        "The state of emergency in Samo was declared on 17 November.",
        "On 17 November, a state of emergency was declared. On 14 December, the emergency was extended.",
    ),
    (
        "The state of emergency was extended on 14 December.",
        "On 17 November, a state of emergency was declared. On 14 December, the emergency was extended.",
    ),
    (
        "The curfew was imposed on 28 April.",
        "The mayor imposed a curfew on 28 April. On 3 May it was lifted.",
    ),
    (
        "The strike began on 2 June.",
        "The strike began on 2 June and was suspended on 9 June.",
    ),
    (
        "The ban was widened in 2014.",
        "The ban was introduced in 2009. In 2014 it was widened to all shops.",
    ),
    (
        "Lind was arrested on 2 March.",
        "Lind was arrested in Dace on 2 March and charged on 6 March.",
    ),
    (
        "The bridge opened in August 2012.",
        "The bridge opened in August 2012; it was closed for repairs in May 2016.",
    ),
    (
        "The law was repealed in 2011.",
        "The law was passed in 2008 and repealed in 2011.",
    ),
    (
        "The museum was founded in 1921.",
        "The museum, founded in 1921, was rebuilt in 1953.",
    ),
    (
        "Kern resigned in 2018.",
        "Kern was appointed director in 2015. He resigned in 2018.",
    ),
    (
        "The curfew was imposed on 3 May.",
        "A curfew came into force on 3 May. It was lifted on 9 May.",
    ),
    (
        "The ban was introduced in 2014.",
        "Since 2014 shops may not sell it. In 2016 the ban was widened.",
    ),
    (
        "The mine closed in 1989.",
        "The mine was opened in 1911. In 1989 the last shift went down, and the mine closed.",
    ),
    (
        "The law was passed in 2011.",
        "Parliament adopted the law in 2011; it was amended in 2015.",
    ),
    (
        "Kern became director in 2018.",
        "In 2018 Kern was appointed director after the resignation of Vogt.",
    ),
    (
        "The park was closed on 9 May.",
        "The zoo was closed on 2 May. On 9 May the gates of the park were shut.",
    ),
    (
        "The first case was reported on 4 March.",
        "The first case was reported in Brode on 4 March. By 20 March 40 had been reported.",
    ),
    (
        "Immunity is kept at 6 months.",
        "Immunity was kept for a year. It lasted at least 6 months in all.",
    ),
    (
        "No drug has been approved since 2017.",
        "A drug was approved in 2022, and since 2017 firms have given up.",
    ),
]


@pytest.mark.parametrize(("claim", "passage"), OF_ANOTHER_DEED)
def test_the_day_of_another_deed_bears_nothing_out(claim: str, passage: str) -> None:
    found = compare(facts(claim), facts(passage))
    assert Outcome.ANOTHER in {one.outcome for one in found}
    assert Outcome.AGREEMENT not in {one.outcome for one in found}
    weighing = Weighing(thresholds={SUPPORTS: 0.7}, lean=0.5)
    assert labelled(StanceSuggestion("", 0.9, 0.06, 0.04), weighing, found).label == "unclear"


@pytest.mark.parametrize(("claim", "passage"), OF_ITS_OWN)
def test_its_own_day_and_what_is_told_in_other_words_are_left(claim: str, passage: str) -> None:
    assert Outcome.ANOTHER not in {one.outcome for one in compare(facts(claim), facts(passage))}
