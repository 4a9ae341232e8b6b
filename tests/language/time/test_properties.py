"""Dates as anyone may write them: read where they stand, as the day they are."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from workbench.language.time.times import times

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
FORMS = ("{d:%B} {n}, {d.year}", "{n} {d:%B} {d.year}", "{d:%Y-%m-%d}", "{d:%A}, {n} {d:%B} {d.year}")


@given(st.text(max_size=200), st.none() | DAYS)
def test_times_stand_where_they_say(text: str, published: date | None) -> None:
    found = times(text, published=published)
    for one in found:
        assert text[one.start : one.end] == one.text
        assert one.earliest is None or one.latest is None or one.earliest <= one.latest
    assert [one.start for one in found] == sorted(one.start for one in found)


@given(DAYS, st.sampled_from(FORMS), DAYS)
def test_a_full_date_is_its_day_whenever_the_article_was_published(day: date, form: str, published: date) -> None:
    written = form.format(d=day, n=day.day)
    (one,) = times(f"The bridge was opened on {written}.", published=published)
    assert (one.earliest, one.latest) == (day, day)


@given(st.integers(1900, 2099))
def test_a_year_is_all_of_it(year: int) -> None:
    (one,) = times(f"The bridge was opened in {year}.")
    assert (one.earliest, one.latest) == (date(year, 1, 1), date(year, 12, 31))
