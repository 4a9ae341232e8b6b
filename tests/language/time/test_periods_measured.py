"""A last year that a period of the sentence is measured against is that period's, not the publication's."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.language.article import split_article

KEPT = [
    "Revenue for the year ended December 31 was €40 million, compared with €38 million last year.",
    "In the six months to December 31, exports reached 40 million tonnes, up 1.5 per cent on last year.",
    "The maker sold 300 buses in December, up from 250 last year.",
    "In the year to June 30 the port handled 4 million boxes, up from 3 million last year.",
    "Net profit in the full year to 31 December fell to €4 million from €6 million last year.",
    "Fourth quarter revenue was €12 million, up from €10 million last year.",
    "Sales rose 4 per cent in 2023, up from 3 per cent last year.",
    "In January 2024, sales rose 4 per cent on last year.",
    "Fiscal 2023 revenue was $9 million against $8 million last year.",
    "Prices rose 3 per cent in January, up from 2 per cent last month.",
    "In the week to 18 February the clinic saw 40 patients, down from 60 last week.",
    "The club drew 40,000 visitors between October and December, more than last year.",
    "Halm Boats: full-year results\n\nProfit was €4 million, down from €5 million last year.",
]
DATED = [
    "Profit was €4 million, down from €5 million last year.",
    "The village had 300 fires last year, up from 200 in 2022.",
    "The price has risen from 3 euros in 2010 to 5 euros last year.",
    "The company, founded in 2010, sold 30 boats last year, up from 20 the year before.",
    "Last year the port handled 4 million boxes, compared with 3 million in 2019.",
    "In 2024 the city has spent 3 million euros on roads, less than the 5 million it spent last year.",
    "The minister moved from Halm to Norvik last year.",
    "So far this year 300 people have died, compared with 250 last year.",
    "There were 40 accidents in January, compared with 30 in January last year.",
    "The law was changed last year after 40 people died in December 2021.",
    "She won the race last month, two weeks after she had moved from Halm.",
    "More people were hurt than last year, when 300 were.",
]


def worded(text: str) -> str:
    return split_article(text, language="en", published=date(2024, 2, 21)).claims[-1].text


@pytest.mark.parametrize("text", KEPT)
def test_what_a_period_is_measured_by_keeps_its_words(text: str) -> None:
    assert any(words in worded(text) for words in ("last year", "last month", "last week"))


@pytest.mark.parametrize("text", DATED)
def test_elsewhere_the_publication_dates_it(text: str) -> None:
    assert not any(words in worded(text) for words in ("last year", "last month", "Last year"))
