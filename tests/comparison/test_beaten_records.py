"""The record that was beaten is not the one that stands."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.compare import compare
from workbench.comparison.outcomes import Outcome
from workbench.comparison.stances import SUPPORTS, Weighing, labelled
from workbench.domain.evidence import StanceSuggestion

BEATEN = [
    (
        "The 2008 final was the longest in history.",
        "It was the longest final in history, beating the final of 2008.",
    ),
    (
        "The 1987 flood was the worst in Norvik's history.",
        "The flood is the worst in Norvik's history, surpassing the flood of 1987.",
    ),
    (
        "The 2004 budget was the largest ever.",
        "At 4.1 billion it is the largest budget ever, beating that of 2004.",
    ),
    (
        "The summer of 2003 was the hottest on record in Dace.",
        "This summer was the hottest on record in Dace, breaking the record of 2003.",
    ),
    (
        "The 1912 storm was the deadliest in Velm.",
        "The storm is now the deadliest in Velm, overtaking that of 1912.",
    ),
    (
        "The Tarn bridge is the longest in Norland.",
        "The Halm bridge is the longest in Norland, taking the title from the Tarn bridge.",
    ),
    (
        "The Oslet Tower is the tallest building in Brode.",
        "At 240 metres the Kern Tower is the tallest building in Brode, ahead of the Oslet Tower.",
    ),
    (
        "Paul Dorn is the youngest mayor in the history of Velm.",
        "At 24 Ida Lind is the youngest mayor in the history of Velm, a record held until now by Paul Dorn.",
    ),
    (
        "The 1976 drought was the longest in Ostia.",
        "The drought is the longest in Ostia since records began, eclipsing the one of 1976.",
    ),
    (
        "The 1995 strike was the biggest at the port.",
        "The strike was the biggest at the port, exceeding the one in 1995.",
    ),
    (
        "Mara Dunn scored the most goals in a season for Tarn.",
        "Kim Bohn scored the most goals in a season for Tarn, passing the mark set by Mara Dunn.",
    ),
    (
        "The 2011 earthquake was the strongest in Ostia.",
        "It was the strongest quake in Ostia, more powerful than that of 2011.",
    ),
    (
        "The sale in 2013 was the most expensive in the auction house's history.",
        "The sale was the most expensive in the auction house's history, beating a record set in 2013.",
    ),
    (
        "The winter of 2014 was the warmest in Dace.",
        "Last winter was the warmest in Dace by far, breaking a mark set in 2014.",
    ),
]
STANDS = [
    (
        "The 2019 final was the longest in history.",
        "The 2019 final was the longest in history, beating the final of 2008.",
    ),
    (
        "The 2018 flood was the worst in Norvik's history.",
        "The 2018 flood is the worst in Norvik's history, surpassing the flood of 1987.",
    ),
    (
        "The Halm bridge is the longest in Norland.",
        "The Halm bridge is the longest in Norland, taking the title from the Tarn bridge.",
    ),
    (
        "The Kern Tower is the tallest building in Brode.",
        "At 240 metres the Kern Tower is the tallest building in Brode, ahead of the Oslet Tower.",
    ),
    (
        "Ida Lind is the youngest mayor in the history of Velm.",
        "At 24 Ida Lind is the youngest mayor in the history of Velm, a record held until now by Paul Dorn.",
    ),
    (
        "Kim Bohn scored the most goals in a season for Tarn.",
        "Kim Bohn scored the most goals in a season for Tarn, passing the mark set by Mara Dunn.",
    ),
    (
        "The drought is the longest in Ostia since records began.",
        "The drought is the longest in Ostia since records began, eclipsing the one of 1976.",
    ),
    (
        "The 2008 final was the longest in history until 2019.",
        "The final of 2019 was the longest in history, beating the final of 2008.",
    ),
    (
        "The 2008 final was the longest before this one.",
        "It was the longest final in history, beating the final of 2008.",
    ),
    ("The strike was bigger than that of 1995.", "The strike was the biggest at the port, exceeding the one in 1995."),
    ("The turnout was the highest since 2016.", "The turnout was the highest in Dace since 2016."),
    (
        "The summer of 2003 was the hottest on record in Dace.",
        "The summer of 2003 was the hottest on record in Dace, beating that of 1947.",
    ),
    ("The 1912 storm killed more people than any other in Velm.", "The 1912 storm, the deadliest in Velm, killed 300."),
    (
        "Tarn's 2014 budget was the largest in its history.",
        "The 2014 budget was the largest in the history of Tarn, larger than that of 2009.",
    ),
    ("Lind is the fastest woman in Ostia.", "Lind, the fastest woman in Ostia, beat Moe in Dace."),
    (
        "Lind is the fastest woman in Ostia.",
        "Lind is the fastest woman in Ostia. Moe was faster than Lind in Dace, but as a guest from Norland.",
    ),
    ("A record was set in 2014.", "Last winter was the warmest in Dace, breaking a record set in 2014."),
]


@pytest.mark.parametrize(("claim", "passage"), BEATEN)
def test_what_was_beaten_bears_nothing_out(claim: str, passage: str) -> None:
    found = compare(facts(claim), facts(passage))
    assert Outcome.ANOTHER in {one.outcome for one in found}
    assert Outcome.AGREEMENT not in {one.outcome for one in found}
    weighing = Weighing(thresholds={SUPPORTS: 0.7}, lean=0.5)
    assert labelled(StanceSuggestion("", 0.9, 0.06, 0.04), weighing, found).label == "unclear"


@pytest.mark.parametrize(("claim", "passage"), STANDS)
def test_what_beat_it_or_is_said_of_its_time_is_told(claim: str, passage: str) -> None:
    assert Outcome.ANOTHER not in {one.outcome for one in compare(facts(claim), facts(passage))}
