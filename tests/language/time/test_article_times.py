"""One expression has one date in an article, and verbs tell which side of the publication it lies on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.language.trees import tree
from workbench.domain.anchors import Span
from workbench.language.claims.decontextualisation import apply_resolutions
from workbench.language.claims.time_wording import is_counted, resolve_times
from workbench.language.time.article_times import ArticleTimes
from workbench.language.time.time_tense import Side
from workbench.language.time.tree_tense import side_in_tree

WEDNESDAY = date(2024, 3, 13)


def spans(text: str) -> list[Span]:
    return [Span(match.start(), match.end()) for match in re.finditer(r"[^.\n]+\.?", text)]


def dated(text: str, published: date = WEDNESDAY) -> list[tuple[str, str]]:
    """What each time of a text is, with the day or the first and the last that it means."""
    clock = ArticleTimes(text, spans(text), published=published)
    return [
        (one.text, " ".join(sorted({str(day) for day in (one.earliest, one.latest) if day})))
        for one in clock.within(0, len(text))
    ]


def worded(text: str, published: date = WEDNESDAY) -> str:
    clock = ArticleTimes(text, spans(text), published=published)
    return apply_resolutions(text, 0, len(text), resolve_times(text, 0, len(text), clock.within(0, len(text))))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Flights were cancelled due to a strike on Thursday.", "2024-03-07"),
        ("Divers searched the planned route on Friday.", "2024-03-08"),
        ("A going concern on paper, the mill shut its doors on Sunday.", "2024-03-10"),
        ("The pool must close, the owner said on Tuesday.", "2024-03-12"),
        ("A set of stamps was stolen on Saturday.", "2024-03-09"),
        ("The mayor apologised ahead of Sunday’s march.", "2024-03-17"),
        ("Tuesday’s storm felled 300 trees.", "2024-03-12"),
        ("The court will hear the case on Monday.", "2024-03-18"),
        ("Both sides are to meet on Friday.", "2024-03-15"),
        ("The ferry sank last Saturday.", "2024-03-09"),
        ("The vote is next Monday.", "2024-03-18"),
        ("The old law lapsed on Thursday, November 30.", "2023-11-30"),
        ("The trial begins on May the 7th.", "2024-05-07"),
        ("The trial began on the 7th of February.", "2024-02-07"),
    ],
)
def test_the_verb_says_which_day_is_meant(text: str, day: str) -> None:
    assert [found for _, found in dated(text)] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank last Monday.",  # of this week, or a week before
        "The vote is next Friday.",
        "Shops sold out before Saturday’s storm.",
        "The museum burned down on 4 May.",  # the next one is nearer than the last
        "The council will meet on Wednesday.",  # it is Wednesday
        "About 400 people live in the village today.",
        "Everything changed on 9 November. Since that year the town has grown.",
        "In 2011 the bridge was hit by a barge. On 3 January it was closed.",
    ],
)
def test_a_day_that_is_not_sure_is_not_written(text: str) -> None:
    assert not any(found for words, found in dated(text) if not words.isdigit())
    assert worded(text) == text


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("From 4 to 9 February the harbour was frozen.", "From 4 to 9 February 2024 the harbour was frozen."),
        ("The fair ran from February 4-9 in town.", "The fair ran from 4 to 9 February 2024 in town."),
        ("It was open on February 4-9.", "It was open on 4–9 February 2024."),
        ("It was shut between 28 January and 3 February.", "It was shut between 28 January and 3 February 2024."),
        ("It was shut January 30-February 2.", "It was shut 30 January to 2 February 2024."),
        ("Sales fell between October and January.", "Sales fell between October 2023 and January 2024."),
        ("It must close by the end of May.", "It must close by the end of May 2024."),
        ("At the start of January it had 40 buses.", "At the start of January 2024 it had 40 buses."),
        ("It sank in the early hours of Sunday.", "It sank in the early hours of 10 March 2024."),
        ("It sank late on Friday.", "It sank late on 8 March 2024."),
        ("It sank on Friday night.", "It sank on the night of 8 March 2024."),
        ("It cost 2 euros, against 1 euro a year ago.", "It cost 2 euros, against 1 euro a year ago."),
        ("Two hundred years ago the town had no port.", "Around 1824 the town had no port."),
        ("The mill was built a hundred years ago.", "The mill was built around 1924."),
        ("It was shut over the past four years.", "It was shut over the past four years."),
        ("It will be rebuilt within two years.", "It will be rebuilt within two years."),
        ("The vote followed Tuesday’s storm.", "The vote followed the 12 March 2024 storm."),
        ("Sunday was the hottest day.", "10 March 2024 was the hottest day."),
        ("Prices fell from November.", "Prices fell from November 2023."),
    ],
)
def test_a_date_is_put_in_without_breaking_the_sentence(text: str, wording: str) -> None:
    assert worded(text) == wording


@pytest.mark.parametrize(
    "text",
    [
        "A thousand years ago the valley was forest.",
        "The temple was built 2,000 years ago.",
        "The temple was built two hundred thousand years ago.",
        "Several hundred years ago the river moved.",
        "A hundred days ago the strike began.",
        "Two or three years ago the mill closed.",
        "The dam broke 3-4 years ago.",
        "The dam was built ten to fifteen years ago.",
        "Some 50 years ago the bank failed.",
        "At least forty years ago the road was built.",
        "Exactly 50 years ago the dam broke.",
        "The pier was built a good fifty years ago.",
    ],
)
def test_a_number_of_years_that_is_round_or_qualified_stays_as_it_is_written(text: str) -> None:
    assert worded(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "The Saturday Post reported that the mine was shut.",
        "It was the worst fire since Black Saturday.",
        "He told the radio's Today programme that ships were waiting.",
        'She spoke on the programme "Coast This Morning" of ships.',
        "The programme Tonight at Nine was broadcast.",
        "The concert was called off at the last minute.",
    ],
)
def test_names_of_papers_and_programmes_are_no_times(text: str) -> None:
    assert dated(text) == []


def test_a_day_that_one_sentence_dates_is_the_same_day_in_all() -> None:
    text = "New fares from the 1st of October. Tickets must be exchanged by 1 October. No fares on October 1."
    assert {found for _, found in dated(text)} == {"2024-10-01"}
    assert {found for _, found in dated("It opened on 4 May 2022. It shut again on 4 May.")} == {"2022-05-04"}


BEHIND = ("The mill burned down {}.", "{}, the mill burned down.", "Police said the mill had been shut {}.")
AHEAD = ("The mill will reopen {}.", "The mill is due to reopen {}.", "The council plans to sell the mill {}.")
OPEN = ("New fares {}.", "Mill to close {}.", "The mill closes {}.")
TIMES = (
    "on Monday", "on Wednesday", "on 4 May", "on December 4", "in May", "in March", "in October", "on the 1st of July",
)  # fmt: skip


@given(
    st.sampled_from(TIMES),
    st.lists(st.sampled_from(BEHIND + AHEAD + OPEN), min_size=2, max_size=6),
    st.integers(min_value=0, max_value=1500),
)
def test_one_expression_has_one_date_in_an_article(words: str, sentences: list[str], days: int) -> None:
    """What was told to lie ahead and behind alike is dated on one side at most."""
    text = " ".join(sentence.format(words) for sentence in sentences)
    text = re.sub(r"(?:^|(?<=\. ))o", "O", re.sub(r"(?:^|(?<=\. ))i", "I", text))
    found = {day for _, day in dated(text, date(2021, 1, 1) + timedelta(days=days)) if day}
    assert len(found) <= 1


@pytest.mark.parametrize(
    ("text", "rows", "side"),
    [
        (
            "Flights stopped due to a strike on Friday.",
            "Flights/NOUN/nsubj>1 stopped/VERB/root>-1 due/ADJ/case>5 to/ADP/fixed>2 a/DET/det>5 strike/NOUN/obl>1 "
            "on/ADP/case>7 Friday/PROPN/nmod>5",
            Side.BEHIND,
        ),
        (
            "The judge presents a report on Friday.",
            "The/DET/det>1 judge/NOUN/nsubj>2 presents/VERB/root>-1 a/DET/det>4 report/NOUN/obj>2 on/ADP/case>6 "
            "Friday/PROPN/obl>2",
            Side.AHEAD,
        ),
        (
            "After the storm on Friday the council will rebuild.",
            "After/ADP/case>2 the/DET/det>2 storm/NOUN/obl>8 on/ADP/case>4 Friday/PROPN/nmod>2 the/DET/det>6 "
            "council/NOUN/nsubj>8 will/AUX/aux>8 rebuild/VERB/root>-1",
            Side.UNSURE,
        ),
        (
            "The sale was planned for Friday.",
            "The/DET/det>1 sale/NOUN/nsubj:pass>3 was/AUX/aux:pass>3 planned/VERB/root>-1 for/ADP/case>5 "
            "Friday/PROPN/obl>3",
            Side.UNSURE,
        ),
    ],
)
def test_a_parsed_sentence_tells_by_the_verb_that_a_time_hangs_on(text: str, rows: str, side: Side) -> None:
    at = text.index("Friday")
    assert side_in_tree(tree(text, rows), at, at + 6) is side


def test_the_reason_says_which_day_a_heading_gives() -> None:
    text = "Harbour hearing, 6 May 2024\n\nMR DAHL: It rose last year.\n\nMS HOLT: It fell again.\n"
    clock = ArticleTimes(text, spans(text), published=None)
    at = text.index("It rose")
    found = resolve_times(text, at, at + 20, clock.within(at, at + 20), "en", clock.counted_from(at))
    assert [(one.replacement, one.reason) for one in found] == [
        ("in 2023", "relative time, counted from 6 May 2024, the day in the heading")
    ]
    assert is_counted(found[0])


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("Today the trust is in debt.", "As of 13 March 2024 the trust is in debt."),
        ("Today, one child in five is hungry.", "As of 13 March 2024, one child in five is hungry."),
        ("It is the cheapest on the market today.", "It is the cheapest on the market today."),
        ("The number was 780 at the end of December.", "The number was 780 at the end of December 2023."),
        ("The fair is usually held in July.", "The fair is usually held in July."),
    ],
)
def test_how_things_stand_and_what_comes_back(text: str, wording: str) -> None:
    assert worded(text) == wording


class Walked(list[int]):
    """Places that may be looked up and not gone through one by one."""

    def __iter__(self) -> Iterator[int]:
        raise AssertionError("all sentences were gone through for one time")


@pytest.mark.parametrize(
    ("language", "text"),
    [("zh", "他去年8月宣布停工。"), ("en", "It closed last week."), ("de", "Im Mai stieg der Preis.")],
)
def test_a_time_costs_the_same_in_a_long_article(language: str, text: str) -> None:
    clock = ArticleTimes(text, [Span(0, len(text))], published=date(2025, 3, 19), language=language)
    clock._starts = Walked([0])
    assert clock.within(0, len(text))
