"""Time expressions as data."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.quantities import TimeKind, TimeRef
from workbench.language.claims.decontextualisation import apply_resolutions
from workbench.language.claims.time_wording import resolve_times, time_in_words
from workbench.language.time import times as module
from workbench.language.time.times import times

PUBLISHED = date(2022, 1, 29)


def one(text: str, language: str = "en") -> TimeRef:
    found = times(text, published=PUBLISHED, language=language)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("it met this week", date(2022, 1, 24), date(2022, 1, 30)),
        ("within the next two weeks", date(2022, 1, 29), date(2022, 2, 12)),
        ("earlier this month", date(2022, 1, 1), date(2022, 1, 29)),
        ("in the mid-1990s", date(1994, 1, 1), date(1996, 12, 31)),
        ("on 8 February 2010", date(2010, 2, 8), date(2010, 2, 8)),
        ("on February 8, 2010", date(2010, 2, 8), date(2010, 2, 8)),
        ("in December 2017", date(2017, 12, 1), date(2017, 12, 31)),
        ("from 2004 to 2009", date(2004, 1, 1), date(2009, 12, 31)),
        ("she left last week", date(2022, 1, 17), date(2022, 1, 23)),
        ("it closed yesterday", date(2022, 1, 28), date(2022, 1, 28)),
        ("it closed the day before yesterday", date(2022, 1, 27), date(2022, 1, 27)),
        ("it opens the day after tomorrow", date(2022, 1, 31), date(2022, 1, 31)),
        ("two years ago", date(2020, 1, 1), date(2020, 12, 31)),
        ("it will open on Monday", date(2022, 1, 31), date(2022, 1, 31)),
        ("it opened on Monday", date(2022, 1, 24), date(2022, 1, 24)),
        ("it snowed this winter", date(2021, 12, 1), date(2022, 2, 28)),
        ("it snowed last winter", date(2020, 12, 1), date(2021, 2, 28)),
        ("it will open next winter", date(2022, 12, 1), date(2023, 2, 28)),
        ("it rained last summer", date(2021, 6, 1), date(2021, 8, 31)),
    ],
)
def test_times_are_resolved_from_the_publication_date(text: str, earliest: date, latest: date) -> None:
    found = one(text)
    assert (found.earliest, found.latest) == (earliest, latest)


def test_since_has_no_latest_day_and_by_no_earliest() -> None:
    assert (one("the first since 2017").kind, one("the first since 2017").latest) == (TimeKind.SINCE, None)
    assert (one("to be ready by May 2023").kind, one("to be ready by May 2023").earliest) == (TimeKind.UNTIL, None)


def test_without_a_publication_date_relative_times_stay_open() -> None:
    (found,) = times("it met this week")
    assert found.relative
    assert found.earliest is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("this week", "in the week of 24 January 2022"),
        ("within the next two weeks", "by 12 February 2022"),
        ("yesterday", "on 28 January 2022"),
        ("last year", "in 2021"),
        ("in 2017", None),
    ],
)
def test_relative_times_are_said_as_dates(text: str, words: str | None) -> None:
    assert time_in_words(one(text)) == words


@pytest.mark.parametrize(
    ("language", "text"), [("de", "am 3. März 2021"), ("fr", "le 3 mars 2021"), ("es", "el 3 de marzo de 2021")]
)
def test_dates_of_other_languages(language: str, text: str) -> None:
    assert one(text, language).earliest == date(2021, 3, 3)


def test_a_month_that_is_a_verb_is_no_time() -> None:
    assert times("they may march on", published=PUBLISHED) == ()


@given(st.text(), st.dates())
def test_any_text_gives_expressions_in_order(text: str, published: date) -> None:
    for found in times(text, published=published):
        assert text[found.start : found.end] == found.text


@pytest.mark.parametrize("published", [date.min, date(1, 2, 28), date(9999, 1, 1), date(9990, 6, 1), date.max])
@pytest.mark.parametrize("unit", ["day", "week", "weekend", "month", "quarter", "year", "decade", "century", "winter"])
def test_the_edges_of_the_calendar_are_no_failure(published: date, unit: str) -> None:
    """A date of publication can be any that the calendar has, by mistake or with intent."""
    text = (
        f"last {unit}, this {unit}, next {unit}, the past {unit}, the coming {unit}, the following {unit}, earlier "
        f"this {unit}, so far this {unit}, the end of the {unit}, three {unit}s ago, within nine {unit}s, the next "
        f"99 {unit}s. It will open on Monday, on 30 December, in May, tomorrow. It was shut yesterday, until last "
        f"{unit}, since last {unit}. It will close by next {unit}, on Tuesday."
    )
    found = times(text, published=published)
    resolve_times(text, 0, len(text), found)


TUESDAY = date(2022, 2, 1)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("The fair took place this weekend and drew crowds.", date(2022, 1, 29), date(2022, 1, 30)),
        ("This weekend, the fair will open.", date(2022, 2, 5), date(2022, 2, 6)),
        ("On Friday, the mayor and her staff are to meet the builders.", date(2022, 2, 4), date(2022, 2, 4)),
        ("On Friday, the mayor said the bridge will open.", date(2022, 1, 28), date(2022, 1, 28)),
        ("Seventeen years ago the hall burned down.", date(2005, 1, 1), date(2005, 12, 31)),
        ("Two hundred years ago the hall burned down.", date(1822, 1, 1), date(1822, 12, 31)),
        ("A hundred years ago the hall burned down.", date(1922, 1, 1), date(1922, 12, 31)),
        ("One hundred and twenty years ago the hall burned down.", date(1902, 1, 1), date(1902, 12, 31)),
        ("One hundred eighty-five years ago the hall burned down.", date(1837, 1, 1), date(1837, 12, 31)),
        ("One hundred days ago the hall burned down.", date(2021, 10, 24), date(2021, 10, 24)),
    ],
)
def test_the_tense_tells_which_weekend_or_day_is_meant(text: str, earliest: date, latest: date) -> None:
    (found, *_) = times(text, published=TUESDAY)
    assert (found.earliest, found.latest) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "He went back the next Tuesday night.",
        "She sat in a cell for the next 30 hours.",
        "He sold the mill in 1990 and the following year he left.",
    ],
)
def test_a_time_counted_from_within_a_story_is_not_counted_from_the_publication(text: str) -> None:
    *_, found = times(text, published=PUBLISHED)
    assert (found.earliest, found.latest, found.relative) == (None, None, False)


@pytest.mark.parametrize(
    "text",
    [
        "She told Sample Weekly about it.",
        "England reached the final of Euro 2020.",
        "They showed it at Expo 2016 in town.",
        "A survey of 1709 schoolchildren was made.",
        "Results of World Cup 2018 day five",
    ],
)
def test_names_and_counts_are_no_times(text: str) -> None:
    assert times(text, published=PUBLISHED) == ()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("after nearly half an hour", 0.5 / 24),
        ("it lasted half a day", 0.5),
        ("children aged 8–10 years", 9 * 365.25),
        ("two to four days", 3.0),
    ],
)
def test_halves_and_ranges_of_time(text: str, days: float) -> None:
    found = one(text)
    assert found.kind is TimeKind.DURATION
    assert found.days == pytest.approx(days)


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("This year's theme was water.", "The 2022 theme was water."),
        ("The winner of last year's race was Ann Sample.", "The winner of the 2021 race was Ann Sample."),
        ("Next month’s vote was called off.", "The February 2022 vote was called off."),
        ("It rained on Friday (January 28) in town.", "It rained on 28 January 2022 in town."),
    ],
)
def test_a_time_before_a_noun_or_in_brackets_is_said_without_its_preposition(text: str, wording: str) -> None:
    found = times(text, published=PUBLISHED)
    assert apply_resolutions(text, 0, len(text), resolve_times(text, 0, len(text), found)) == wording


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("The hall was shut until last week.", "The hall was shut until the week of 17 January 2022."),
        ("The hall was shut until last month.", "The hall was shut until December 2021."),
        ("The hall stays shut until next year.", "The hall stays shut until 2023."),
        ("The hall was open up to last winter.", "The hall was open up to the winter of 2020–21."),
        ("The hall stays shut until this weekend.", "The hall stays shut until the weekend of 29 January 2022."),
        ("The hall will open by May.", "The hall will open by May 2022."),
        ("The hall was shut in late December.", "The hall was shut in late December 2021."),
        ("The hall has been shut since early December.", "The hall has been shut since early December 2021."),
        ("The hall has been shut since last week.", "The hall has been shut since the week of 17 January 2022."),
        ("The hall has been shut since last Sunday.", "The hall has been shut since 23 January 2022."),
        ("The hall has been shut since last Tuesday.", "The hall has been shut since last Tuesday."),
        ("The hall was shut until Friday.", "The hall was shut until 28 January 2022."),
        ("The hall must close by the end of the year.", "The hall must close by the end of 2022."),
    ],
)
def test_what_is_said_of_a_week_a_month_or_a_year_names_no_day_of_it(text: str, wording: str) -> None:
    """Until when or since when, within the week or the year, was not said; a day is named where the words name one."""
    found = times(text, published=PUBLISHED)
    assert apply_resolutions(text, 0, len(text), resolve_times(text, 0, len(text), found)) == wording


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("The tunnel was shut until late December.", date(2021, 12, 31)),
        ("The tunnel is shut until late December.", date(2022, 12, 31)),
        ("The tunnel will be shut until late December.", date(2022, 12, 31)),
        ("The tunnel was shut until 20 December.", date(2021, 12, 20)),
        ("The tunnel is shut until 20 December.", date(2022, 12, 20)),
        ("It may be shut until 5 June.", date(2022, 6, 5)),
        ("The baker did not reopen until late November.", date(2021, 11, 30)),
        ("The mill stood empty until October.", date(2021, 10, 31)),
        ("The strike lasted until October.", date(2021, 10, 31)),
        ("The firm was to pay by October.", date(2022, 10, 31)),
        ("Until October, the mill was home to a choir.", date(2021, 10, 31)),
        ("Until May, visitors pay half.", date(2022, 5, 31)),
        ("The trial was adjourned until March.", date(2022, 3, 31)),
        ("The council extended the lease until September.", date(2022, 9, 30)),
        ("The council said the tunnel was shut until May.", date(2022, 5, 31)),
        ("Farmers have until 30 June to apply.", date(2022, 6, 30)),
        ("Farmers have until Monday to apply.", date(2022, 1, 31)),
        ("Farmers had until Monday to apply.", date(2022, 1, 24)),
        ("Prices had fallen by a third by November.", date(2021, 11, 30)),
        ("By late December, twelve houses had been rebuilt.", date(2021, 12, 31)),
        ("By December the firm aims to cut its costs.", date(2022, 12, 31)),
        ("The court ordered the firm to pay by October.", date(2022, 10, 31)),
    ],
)
def test_until_a_day_or_a_month_is_the_coming_one_unless_the_past_tense_says_it_is_over(
    text: str, latest: date
) -> None:
    assert (one(text).earliest, one(text).latest) == (None, latest)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The trial resumes on 9 May.", date(2022, 5, 9)),
        ("The trial resumed on 9 May.", date(2021, 5, 9)),
        ("The deadline is 3 March.", date(2022, 3, 3)),
        ("The deadline was 3 May.", date(2021, 5, 3)),
        ("The next hearing is on Monday.", date(2022, 1, 31)),
        ("The last hearing was on Monday.", date(2022, 1, 24)),
        ("The mayor said the pool would open on 4 July.", date(2022, 7, 4)),
        ("The union has called a strike for 17 May.", date(2022, 5, 17)),
        ("The pool, which opens at seven, was flooded on 4 July.", date(2021, 7, 4)),
        ("The lamp shop ends up in a fire on 4 July.", date(2021, 7, 4)),
    ],
)
def test_the_present_tense_of_a_timetable_names_a_day_to_come(text: str, day: date) -> None:
    assert (one(text).earliest, one(text).latest) == (day, day)


def test_a_day_before_a_day_in_may_is_no_word_of_what_may_be() -> None:
    found = one("The tunnel was shut from 3 May until 5 June.")
    assert (found.earliest, found.latest) == (date(2021, 5, 3), date(2021, 6, 5))


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("The pool was shut on 20 December. It is old.", "The pool was shut on 20 December 2021. It is old."),
        ("The pool was shut on 20 Dec. for repairs.", "The pool was shut on 20 December 2021 for repairs."),
        ("The pool was shut on June 3.", "The pool was shut on 3 June 2021."),
        ("The pool was shut on 3 June.", "The pool was shut on 3 June 2021."),
    ],
)
def test_the_full_stop_behind_a_whole_month_is_the_sentence_s(text: str, wording: str) -> None:
    found = times(text, published=PUBLISHED)
    assert apply_resolutions(text, 0, len(text), resolve_times(text, 0, len(text), found)) == wording


PHRASES = (
    "on 4 May 2021,", "since March", "last Tuesday", "two weeks ago", "three days later", "a 12-year-old",
    "every summer",
    "in 1994", "so far this year", "the end of the month", "the past two years", "for decades", "tonight",
    "next autumn",
    "2019-03-01", "between 2010 and 2014", "the mid-1990s", "at 10.30 GMT", "earlier today", "annual",
    "five to ten days",
    "the old", "agora", "perhaps", "mayor", "Sunni", "marching", "second",
)  # fmt: skip
PIECES = st.lists(st.sampled_from(PHRASES), max_size=6).map(" ".join)


@given(PIECES)
def test_forms_left_out_for_want_of_their_letters_would_have_found_nothing(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "absent_forms", lambda _: frozenset())
        everything = times(text, published=PUBLISHED)
    assert times(text, published=PUBLISHED) == everything


@pytest.mark.parametrize(
    "text",
    ["The book by Jan Brekke sold well.", "June Harding moved to Holm.", "Helen Friday was fined.", "Will Monday won."],
)
def test_a_month_or_weekday_that_is_part_of_a_persons_name_is_no_date(text: str) -> None:
    assert not times(text, 0, len(text), published=date(2026, 3, 10))


@pytest.mark.parametrize(
    "text", ["He left in June Harding was ill.", "Mrs Holm said Friday that it rained.", "In May it fell."]
)
def test_a_month_or_weekday_beside_other_capitals_is_a_date(text: str) -> None:
    assert times(text, 0, len(text), published=date(2026, 3, 10))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The minister said that last year the firm lost 3 million.", date(2021, 1, 1), date(2021, 12, 31)),
        ("He said that last week the ferry sank.", date(2022, 1, 17), date(2022, 1, 23)),
        ("She said that next year the pier will be sold.", date(2023, 1, 1), date(2023, 12, 31)),
        ("She said that on Friday the bridge was closed.", date(2022, 1, 28), date(2022, 1, 28)),
        ("She said that last Sunday the bridge was closed.", date(2022, 1, 23), date(2022, 1, 23)),
        ("The port handled the same last year.", date(2021, 1, 1), date(2021, 12, 31)),
        ("The guards counted one last week.", date(2022, 1, 17), date(2022, 1, 23)),
        ("The farmers say that this winter was dry.", date(2021, 12, 1), date(2022, 2, 28)),
        ("The club came first last year.", date(2021, 1, 1), date(2021, 12, 31)),
    ],
)
def test_that_before_a_time_of_its_own_only_joins(text: str, first: date, last: date) -> None:
    assert (one(text).earliest, one(text).latest) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "That last year the mill stood empty.",
        "In that last week the mill stood empty.",
        "He left that Sunday.",
        "The owner left on the following Monday.",
        "The roof fell two years ago on Friday.",
        "The roof fell two years ago last Friday.",
        "The first Monday was the worst.",
    ],
)
def test_a_day_or_year_counted_from_another_one_has_no_date(text: str) -> None:
    assert all(found.earliest is None for found in times(text, published=PUBLISHED) if "ago" not in found.text)
