"""Whether a passage tells of another than whom a claim's article names."""

from __future__ import annotations

import pytest

from workbench.comparison.another_subject import NOBODY, ClaimSubject, another_named, subject_of

MILL = (
    "Larkmoor Paper lifts dividend as profit climbs\n\n"
    "STOCKHOLM, 13 February 2025 (Wire) – Larkmoor Paper AB reported a rise in profit on Thursday, helped by "
    "demand for bottles from Larkmoor mills.\n\n"
    "Net debt halved to SEK 2.1 billion. The board proposed a dividend of SEK 5.50.\n"
)
TRIAL = (
    "Builder jailed for four years over fatal collapse\n\nBy Jo Writer, court reporter. 14 March 2025\n\n"
    "A contractor was jailed at Dunholme Crown Court on Thursday.\n\nDarran Whitcombe, 47, was found guilty after a "
    "trial. A bricklayer, Tomas Zelenka, died when the scaffold came down.\n\nThe jury took eleven hours.\n"
)
TOWN = (
    "Westerby councillors vote to close baths\n\nWesterby Borough Council has voted by 23 votes to 17 to close "
    "the pool on Mill Lane.\n\n"
    "Council leader Jean Aldous said the building in Westerby lost £380,000. The baths had 61,000 "
    "visits.\n"
)
BODY = (
    "NOPC boss shuns Senate panel\n\nThe head of the Nordlund Oil Producing Company (NOPC), Bayo Odukoya, failed to "
    "appear before a panel in Abernu. The panel sent three letters. The company lost 9 million in 2023.\n"
)
STUDY = (
    "Coffee lowers heart risk, study finds\n\nResearchers at Larkmoor University in Dunholme followed 9,000 people, "
    "they wrote on Monday.\n\nCoffee lowers the risk by 12 per cent.\n"
)


def subject(article: str, claim: str) -> ClaimSubject:
    return subject_of(claim, article.partition("\n")[0], article, article.index(claim))


@pytest.mark.parametrize(
    ("article", "claim", "title", "passage"),
    [
        (
            MILL,
            "Net debt halved to SEK 2.1 billion",
            "Sundvik Board AB: results",
            "Sundvik Board AB said profit rose. Its net debt halved to SEK 0.9 billion, Sundvik said.",
        ),
        (
            MILL,
            "Net debt halved to SEK 2.1 billion",
            "Results",
            "Profit at Holmgren rose by a tenth. Net debt was SEK 3 billion.",
        ),
        (
            MILL,
            "The board proposed a dividend of SEK 5.50",
            "Sundvik: dividend",
            "The board of Sundvik proposed SEK 3.25.",
        ),
        (
            TRIAL,
            "The jury took eleven hours",
            "Roofer cleared",
            "A jury at Bradwell Crown Court took six hours to clear Kevin Garston.",
        ),
        (TRIAL, "The jury took eleven hours", "", "Jurors in the trial of Kevin Garston were out for six hours."),
        (
            TOWN,
            "The baths had 61,000 visits",
            "Harvale baths",
            "The pool in Harvale had 58,000 visits, the district said.",
        ),
        (TOWN, "The baths had 61,000 visits", "Leisure", "The baths at Port Ellery had 40,000 visits."),
        (BODY, "The company lost 9 million in 2023", "Results", "The refiner Varen Petrol lost 4 million in 2023."),
    ],
)
def test_names_of_others_alone_are_of_another(article: str, claim: str, title: str, passage: str) -> None:
    assert another_named(subject(article, claim), passage, title, "") is not None


@pytest.mark.parametrize(
    ("article", "claim", "title", "passage", "publisher"),
    [
        (
            MILL,
            "Net debt halved to SEK 2.1 billion",
            "Larkmoor year-end report",
            "Net debt amounted to SEK 2,100 million. The mill at Kotkala was closed.",
            "",
        ),
        (
            MILL,
            "Net debt halved to SEK 2.1 billion",
            "Year-end report",
            "The group's debt fell. Larkmoor's mills in Finland did well.",
            "",
        ),
        (
            MILL,
            "Net debt halved to SEK 2.1 billion",
            "Year-end report",
            "Debt fell to 2,100. The mill at Kotkala was closed.",
            "Larkmoor Paper AB",
        ),
        (
            MILL,
            "Net debt halved to SEK 2.1 billion",
            "Results",
            "Net debt fell to 2,100 million from 3,050 million.",
            "",
        ),
        (
            MILL,
            "The board proposed a dividend of SEK 5.50",
            "Analysts",
            "LARKMOOR: Brandvold Securities expected SEK 5.20.",
            "",
        ),
        (
            TRIAL,
            "The jury took eleven hours",
            "Whitcombe trial",
            "The jurors were out for two days, Judge Peter Calder said.",
            "",
        ),
        (
            TRIAL,
            "The jury took eleven hours",
            "Court list",
            "Dunholme: the jury in the scaffold case, sworn by Amy Sandell, took nine hours.",
            "",
        ),
        (TRIAL, "The jury took eleven hours", "Inquest", "The family of Mr Zelenka said the jury took a day.", ""),
        (TRIAL, "The jury took eleven hours", "", "The jury took six hours to reach its verdict.", ""),
        (
            TOWN,
            "The baths had 61,000 visits",
            "Minutes",
            "Councillor Aldous reported 58,000 visits to the Mill Lane baths.",
            "",
        ),
        (TOWN, "The baths had 61,000 visits", "Visits", "Facility: Mill Lane; Year: 2023; Visits: 58,300", ""),
        (TOWN, "The baths had 61,000 visits", "Survey for Westerby", "Dunmore Surveyors counted 58,000 visits.", ""),
        (
            BODY,
            "The company lost 9 million in 2023",
            "",
            "Nordlund Oil Producing Company lost 12 million, the Treasury said.",
            "",
        ),
        (
            BODY,
            "The company lost 9 million in 2023",
            "Audit",
            "The auditors found that NOPC lost 12 million in Lagrande.",
            "",
        ),
        (
            BODY,
            "The panel sent three letters",
            "Letters",
            "Mr Odukoya got two letters from the Senate clerk, Mohammed Abdi.",
            "",
        ),
        (
            STUDY,
            "Coffee lowers the risk by 12 per cent",
            "Review",
            "A Danish team under Lars Holmgren found no effect of coffee.",
            "",
        ),
    ],
)
def test_what_may_be_the_same_is_left_alone(article: str, claim: str, title: str, passage: str, publisher: str) -> None:
    about = subject(article, claim)
    assert not about or another_named(about, passage, title, publisher) is None


def test_what_is_always_so_is_about_nobody() -> None:
    assert subject(STUDY, "Coffee lowers the risk by 12 per cent") == NOBODY


def test_whoever_wrote_it_is_not_the_subject() -> None:
    assert "Writer" not in subject(TRIAL, "The jury took eleven hours").names
    assert "Jo" not in subject(TRIAL, "The jury took eleven hours").names


def test_what_is_shown_is_a_name_of_the_headline_and_of_the_title() -> None:
    about = subject(MILL, "Net debt halved to SEK 2.1 billion")
    assert about.shown == "Larkmoor Paper"
    assert (
        another_named(about, "Net debt halved at Sundvik Board AB.", "Sundvik Board AB: results", "")
        == "Sundvik Board AB"
    )
