"""Dates are read where they are certain, in the zone that is stated, and nowhere else."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.ingest.dates import date_in_name, dates_in, order_of, parse_date

DAY = date(2022, 1, 29)


@pytest.mark.parametrize(
    "text",
    [
        *("2022-01-29", "2022-01-29T23:30:00-05:00", "2022-01-29 08:00", "2022/1/29", "20220129", "20220129T080000Z"),
        *("29 January 2022", "29 Jan 2022", "29th Jan. 2022", "Saturday, 29 January 2022", "January 29, 2022"),
        *("Jan 29th, 2022 10:00 GMT", "Sat, 29 Jan 2022 23:30:00 -0500", "1643414400", "1643414400000"),
    ],
)
def test_dates_as_data_states_them(text: str) -> None:
    assert parse_date(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        *("", "2022", "2022-01", "2022-13-45", "2022-02-30", "29 Smarch 2022", "01/02/2022", "yesterday", "0000-00-00"),
        *("99999999999999999999", "x" * 10_000, "2022-01-29x", "0022-01-29"),
        *("1000-01-01", "1449-12-31", "9999-12-31", "99991231", "3000-01-01", "Mon, 01 Jan 1300 10:00:00 +0000"),
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@given(st.text(max_size=40) | st.integers() | st.floats() | st.none() | st.booleans())
def test_anything_else_is_no_date_and_no_error(text: object) -> None:
    found = parse_date(text)
    assert found is None or found.year >= 1


@given(st.dates(min_value=date(1450, 1, 1), max_value=date(2199, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    assert parse_date(day.isoformat()) == day
    assert parse_date(f"{day.day} {day:%B} {day.year}") == day


def test_dates_in_names_and_words() -> None:
    assert date_in_name("2022-01-29 ferry.txt") == DAY
    assert date_in_name("ferry_20220129_b.txt") == DAY
    assert date_in_name("report-120220129.txt") is None
    assert [day for _, _, day in dates_in("By Ann Lee. Updated 29 January 2022, 10:00. In 1999 all was well.")] == [DAY]
    assert list(dates_in("Sold 29 Cars 2022 since 2017")) == []


@pytest.mark.parametrize(
    "text",
    [
        *("29.01.2022", "29.1.2022", "29/01/2022", "01/29/2022", "01/29/2022 09:49:00", "29-Jan-22", "29-01-2022"),
        *("29. Januar 2022", "29 janv. 2022", "29 de enero de 2022", "29 января 2022"),
        *("sab, 29 gen 2022 21:44:32 +0100", "29. tammikuuta 2022"),
        *("Sat, Jan 29 2022 08:18:00 PM", "Sat, 29 Jan 22 00:00:00 +0200", "2022年1月29日", "2022. január 29."),
        *("January 29, 2022, 10:00 p.m. EST", "Jan. 29, 2022, 6:11 p.m.", "Updated January 29, 2022"),
        *("Sat Jan 29 20:19:24 +0000 2022", "Sat Jan 29 21:30:09 EST 2022", "29.jan.2022 às 12h55", "29.1.22"),
        *("2022-01-29 10:00:00.000000 UTC", "Saturday 29th of January 2022", "Varen, 29. Januar 2022", "29 ocak 2022"),
    ],
)
def test_dates_as_people_write_them(text: str) -> None:
    assert parse_date(text) == DAY


def test_figures_that_may_be_read_in_two_ways_are_read_by_the_language() -> None:
    assert parse_date("02/01/2022", order_of("en-GB")) == date(2022, 1, 2)
    assert parse_date("02/01/2022", order_of("en-US")) == date(2022, 2, 1)
    assert parse_date("02/01/2022", order_of("fr")) == date(2022, 1, 2)
    assert parse_date("02/01/2022", order_of("en")) is None
    assert parse_date("02.01.2022") == date(2022, 1, 2)
    assert parse_date("03/03/2022") == date(2022, 3, 3)


def test_every_date_of_a_text_is_found_with_its_place() -> None:
    text = "Erstellt am 3. März 2021, geändert 2021-04-05; Version 1.2.2021.7"
    assert [(text[start:end], day) for start, end, day in dates_in(text)] == [
        ("3. März 2021", date(2021, 3, 3)),
        ("2021-04-05", date(2021, 4, 5)),
    ]
