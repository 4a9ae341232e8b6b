"""A row of a table speaks of the year, place or group that it names, and is compared by its headers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from workbench.comparison.headed_rows import row_of
from workbench.comparison.outcomes import in_words
from workbench.comparison.row_cells import is_title_alone
from workbench.comparison.stances import NEITHER
from workbench.domain.evidence import StanceSuggestion
from workbench.services.search.stance_reading import StancePair, StanceReader, compared

HOMES = "Social homes completed in Calder"
CRANES = "Cranes in the ports of Velmark"
ROWS = [
    (
        "Calder completed 1,140 social homes in 2023.",
        HOMES,
        "Year: 2023; City: 412; Others: 728; Total: 1140",
        "agreement",
    ),
    (
        "Calder completed 1,240 social homes in 2023.",
        HOMES,
        "Year: 2023; City: 412; Others: 728; Total: 1140",
        "conflict",
    ),
    (
        "Calder completed 1,140 social homes in 2023.",
        HOMES,
        "Year: 2022; City: 380; Others: 620; Total: 1000",
        "elsewhere",
    ),
    ("Port Hale had 36 cranes in 2019.", CRANES, "Year: 2020; Cranes: 41", "elsewhere"),
    ("Port Hale had 36 cranes in 2019.", CRANES, "Year: 2019; Cranes: 36", "agreement"),
    ("Port Hale had 36 cranes in 2019.", CRANES, "Year: 2019; Cranes: 31", "conflict"),
    ("Port Hale had 36 cranes in 2019.", CRANES, "Port: Varen; Year: 2019; Cranes: 31", "elsewhere"),
    ("Port Hale had 36 cranes in 2019.", CRANES, "Port: Hale; Year: 2019; Cranes: 31; Ships: 36", "conflict"),
    ("In May 2021 St Olav's treated 3,400 patients.", "St Olav's", "Month: June 2021; Patients: 2,412", "elsewhere"),
    (
        "Unemployment in Varen was 6.2 per cent in 2018.",
        "Work",
        "Region: Varen; Year: 2018; Unemployment (%): 7.1",
        "conflict",
    ),
    (
        "Unemployment in Varen was 6.2 per cent in 2018.",
        "Work",
        "Region: Holm; Year: 2018; Unemployment (%): 6.2",
        "elsewhere",
    ),
    ("It spent €4.5 million in 2022.", "Spending (EUR million)", "Year: 2022; Schools: 3.1; Total: 4.5", "agreement"),
    ("Women held 40 seats after the election of 2019.", "Seats", "Group: Women; 2015: 33; 2019: 44", "conflict"),
    ("Girls in Varen scored 510 points.", "Test results", "Varen; Group: Boys; Points: 488", "elsewhere"),
]


@pytest.mark.parametrize(("claim", "title", "row", "outcome"), ROWS)
def test_a_row_is_compared_where_it_is_the_claims(claim: str, title: str, row: str, outcome: str) -> None:
    assert [item.outcome.value for item in compared(StancePair(claim, row, title=title))] == [outcome]


@pytest.mark.parametrize(
    ("claim", "row"),
    [
        ("There were 41 cranes.", "Year: 2020; Cranes: 36"),
        ("Port Hale had 36 ships in 2019.", "Year: 2019; Cranes: 31"),
        ("Port Hale had 36 ferries in 2019.", "Year: 2019; Cranes: 31; Sheds: 36"),
        ("Port Hale lost 36 cranes in 2019.", "Year: 2019; Cranes: 31"),
        ("Port Hale buys some 3 cranes a year, as in 2019.", "Year: 2019; Cranes: 31"),
        ("More than 30 cranes sank off Hale in 2019.", "Year: 2019; Cranes: 310"),
        ("Hale had 36 crane drivers in 2019.", "Year: 2019; Cranes: 31"),
        ("Unemployment in Hale fell by 2 per cent in 2019.", "Year: 2019; Unemployment: 6.2%"),
        ("A drop of 2 per cent in unemployment was seen in 2019.", "Year: 2019; Unemployment: 6.2%"),
        ("We lost 212 nurses between 2017 and 2019.", "Year: 2018; Nurses: 632; Left: 98"),
        ("Hale had 212 cranes between 2017 and 2019.", "Year: 2018; Cranes: 98"),
        ("Some 12 cranes were out of service in Hale in 2019.", "Year: 2019; Cranes: 310"),
        ("Hale overspent its budget by €1.1 million in 2019.", "Year: 2019; Budget: €3.8 million"),
        ("In Greater Hale, 40 people died in 2019.", "City: Hale; Year: 2019; Deaths: 38"),
        ("In 2019 Hale had 3,200 students.", "Year: 2019; Students: 3.200"),
        ("In 2019 Hale had 3.2 million students.", "Year: 2019; Students: 3.2"),
        ("It spent €4.5 million in 2019.", "Year: 2019; Budget in € million: 4.1"),
    ],
)
def test_nothing_is_told_of_a_row_that_may_be_of_something_else(claim: str, row: str) -> None:
    assert in_words(compared(StancePair(claim, row, title=CRANES))) == ""


def test_sentences_and_labels_are_no_rows() -> None:
    assert row_of("He gave two reasons: the price, and the time; the board took neither.") is None
    assert row_of("Chair: We begin; it is ten.") is None
    assert row_of("Year: 2020; Year: 2021; Cranes: 4") is None


class _Refutes:
    """A model that takes every passage to refute."""

    key = "sure"

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[StanceSuggestion]:
        return [StanceSuggestion("refutes", 0.02, 0.96, 0.02) for _ in pairs]


@pytest.mark.parametrize("passage", ["Year: 2020; Cranes: 41", CRANES])
def test_a_row_of_another_year_and_a_title_alone_refute_nothing(passage: str) -> None:
    pair = StancePair("Port Hale had 36 cranes in 2019.", passage, title=CRANES, claim_day=date(2020, 1, 1))
    (said,) = StanceReader(_Refutes()).read([pair])
    assert said.label == NEITHER
    assert said.neutral > 0.9


def test_a_title_alone() -> None:
    assert is_title_alone("Cranes in the ports of Velmark", CRANES)
    assert not is_title_alone("Cranes in the ports of Velmark fell to 41", CRANES)
    assert not is_title_alone("The port of Velmark has 40 cranes.", "The port of Velmark has 40 cranes.")


BREDE = "Year: 2021; Town: Brede; Nurses: 210"
OF_ANOTHER_COUNT = [
    ("Brede and Holm together had 600 nurses in 2021.", BREDE),
    ("Brede and Holm had 600 nurses in 2021.", BREDE),
    ("Brede had 40 more nurses in 2021 than Holm.", BREDE),
    ("Brede had 60 male nurses in 2021.", BREDE),
    ("Brede did not have 210 nurses in 2021.", BREDE),
    ("Brede should have 300 nurses in 2021.", BREDE),
    ("The county of Brede had 800 nurses in 2021.", BREDE),
    ("In March 2021 Brede had 190 nurses.", BREDE),
    ("In 2021 the clinic in Brede had 40 nurses.", BREDE),
    ("In 2021 the towns of Norland had 900 nurses, 210 of them in Brede.", BREDE.replace("210", "190")),
    ("In 2021, 40 people died of flu in Brede.", "Year: 2021; Town: Brede; Deaths: 340"),
    ("In 2021 some 50 children died in Brede.", "Year: 2021; Town: Brede; Deaths: 340"),
    ("Norwegian hospitals had 41,000 nurses in 2020.", "Country: Norway; Year: 2020; Nurses: 38,000"),
    ("Ann Marr, born in 1970, owns 40 flats.", "Owner: Ann Marr; Year: 2021; Flats: 38"),
    ("The Brede ferry (built 1988) had 40 crew.", "Ship: Brede ferry; Year: 2021; Crew: 38"),
    ("Brede had 4,500 pupils in 2021.", "Town: Brede; Year: 2021; Pupils: 4.500"),
    ("Brede had 4,500 pupils in 2021.", "Town: Brede; Year: 2021; Pupils: 4,5"),
]


@pytest.mark.parametrize(("claim", "row"), OF_ANOTHER_COUNT)
def test_sums_additions_and_years_in_passing_are_not_compared(claim: str, row: str) -> None:
    assert compared(StancePair(claim, row)) == []


def test_a_row_under_a_title_that_names_its_column_is_no_title_alone() -> None:
    assert not is_title_alone("Year: 2020; Cranes: 41", CRANES)
    assert is_title_alone("Cranes in the ports of Velmark", CRANES)


def test_a_plural_header_is_what_is_counted() -> None:
    found = compared(StancePair("Holm had 180 buses in 2020.", "Year: 2020; City: Holm; Buses: 140"))
    assert [one.passage for one in found] == ["Buses: 140"]


BOUNDED = [
    ("Varen never had more than 41 cranes in 2020.", "City: Varen; Year: 2020; Cranes: 45", "", ["conflict"]),
    ("Varen did not have more than 41 cranes in 2020.", "City: Varen; Year: 2020; Cranes: 39", "", ["agreement"]),
    ("Varen did not have 41 cranes in 2020.", "City: Varen; Year: 2020; Cranes: 45", "", []),
    (
        "Women held 33 of the 90 seats in 2019.",
        "Group: Women; 2015: 30; 2019: 44",
        "Seats in parliament",
        ["conflict"],
    ),
]


@pytest.mark.parametrize(("claim", "row", "title", "outcomes"), BOUNDED)
def test_a_bound_under_a_not_and_the_whole_of_a_part(claim: str, row: str, title: str, outcomes: list[str]) -> None:
    assert [one.outcome.value for one in compared(StancePair(claim, row, title=title))] == outcomes


@pytest.mark.parametrize(
    ("claim", "row", "told"),
    [
        (
            "Repairs to the roof had cost £86,300 against a budget of £70,000.",
            "project: Swimming pool roof; budget_gbp: 70000; actual_gbp: 86300",
            False,
        ),
        ("Holm recorded a fall of 40 per cent.", "project: Library heating; budget_gbp: 70000", False),
        ("Journal sales fell by 40 per cent.", "reservoir: Sorrow Tarn; level_m: 12", False),
        ("Holm spent a budget of £90,000.", "project: Library heating; budget_gbp: 70000", True),
        ("Port Hale had 36 cranes in 2019.", "Port: Brede; Year: 2019; Cranes: 31", True),
    ],
)
def test_another_row_is_told_of_a_table_that_tells_what_the_claim_does(claim: str, row: str, told: bool) -> None:
    assert ("another row" in in_words(compared(StancePair(claim, row)))) is told


LINE = "Line: Line 4; Year: 2015; Passengers: 3,104,400"
CENSUS = "municipality: Norrby; census: 2011; inhabitants: 3,872"
DEAL = (
    "date: 2019-04-17; buyer: Halden Foods; company: Corrin Valley Creamery; seller: Farmers' Co-operative; price: £23m"
)


@pytest.mark.parametrize(
    ("claim", "row", "outcomes"),
    [
        ("Halden bought the creamery in 2018 for £23m from the Farmers' Co-operative.", DEAL, ["unsure"]),
        ("Halden bought the creamery in 2019 for £23m from the Farmers' Co-operative.", DEAL, ["agreement"]),
        ("Quill bought the creamery in 2018 for £9m.", DEAL, ["elsewhere"]),
        ("Kern bought Vogt for €80m in 2012.", "year: 2012; buyer: Kern; company: Vogt; price: €60m", ["conflict"]),
        ("Vogt bought Kern for €80m in 2012.", "year: 2012; buyer: Kern; company: Vogt; price: €60m", []),
        ("Kern was to buy Vogt for €80m in 2012.", "year: 2012; buyer: Kern; company: Vogt; price: €60m", []),
        ("Line 4 carried 4.6 million passengers in 2015.", LINE, ["conflict"]),
        ("Line 4 carried 3.1 million passengers in 2015.", LINE, ["agreement"]),
        ("Line 4 carried 1.2 million tourists in 2015.", LINE, []),
        ("Norrby had 4,120 inhabitants in 2021.", CENSUS, ["elsewhere"]),
        ("Norrby had 4,120 inhabitants in 2011.", CENSUS, ["conflict"]),
    ],
)  # fmt: skip
def test_deals_censuses_and_what_was_carried(claim: str, row: str, outcomes: list[str]) -> None:
    assert [item.outcome.value for item in compared(StancePair(claim, row, "Figures"))] == outcomes
