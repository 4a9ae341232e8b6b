"""What became of a passage in a newer version of its page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.comparison.changed_words import changed_words

OLD = (
    "Average weekday traffic on the diversion rose from 6,100 to 8,400 vehicles, an increase of 38 per "
    "cent since the closure in March.",
    "The number of collisions reported along the diversion went up from 11 to 19 over the same six "
    "months, most of them minor.",
    "The agency expects the works to be finished by the end of next year, at a cost of £14.2 million, £3 "
    "million more than planned.",
    "Residents of the two villages on the diversion have asked for a lower speed limit and for a crossing "
    "near the school.",
    "The harbour took in 412 fishing boats in 2022, the port authority said, down from 530 a year "
    "earlier, because fuel had become dearer.",
    "Of the 1,140 homes completed in the city last year, 412 were built by the city itself, and the rest "
    "by housing associations.",
    "The hospital treated 40 people who had drunk tap water in the northern part of the town, and none of "
    "them had to stay overnight.",
    "The firm said it had paid no dividend for the third quarter, and that it would decide about the next "
    "one in February.",
)
NEW = (
    "Average weekday traffic on the diversion rose from 6,100 to 8,000 vehicles, an increase of 31 per "
    "cent since the closure in March.",
    "Reported collisions along the diversion went up from 11 to 17 over the same six months; most were minor.",
    "The agency now expects the works to be finished in the spring of the year after next, at a cost of £15.1 million.",
    "Residents of the two villages on the diversion have asked for a lower speed limit, for a crossing "
    "near the school and for a bus that runs at night.",
    "The harbour took in 398 fishing boats in 2022, the port authority said. A year earlier it had been "
    "530. Fuel had become dearer.",
    "Of 1,152 homes completed in the city last year, 424 were built by the city itself; the rest were "
    "built by housing associations.",
    "The hospital treated 46 people who had drunk tap water in the north of the town. Three of them had "
    "to stay overnight.",
    "The firm corrected an earlier statement: it had paid a dividend of 50 cents for the third quarter, "
    "and it would decide about the next one in February.",
)
PAGE = " ".join(NEW)


@pytest.mark.parametrize("number", range(len(OLD)))
def test_a_passage_that_was_changed_is_found_and_one_that_has_gone_is_not(number: int) -> None:
    assert changed_words(OLD[number], PAGE)
    without = " ".join(words for at, words in enumerate(NEW) if at != number)
    assert changed_words(OLD[number], without) is None


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (OLD[0], NEW[0], "from 6,100 to 8,400 → 8,000 vehicles, an; an increase of 38 → 31 per cent"),
        ("Two boats sank on Monday.", "News of the day. Two boats sank on Monday. More soon.", ""),
        ("Two boats sank on Monday", "Three boats sank on Monday", "Two → Three boats sank"),
        (
            "Two boats sank on Monday",
            "It was cold. Three boats sank on Friday night",
            "Two → Three boats sank; boats sank on Monday → Friday night",
        ),
        ("Two boats sank on Monday", "Two boats on Monday", "Two boats sank → – on Monday"),
        ("Two boats sank on Monday", "Two old boats sank on Monday", "Two – → old boats sank"),
        ("Two boats sank", "“Two boats sank.”", ""),
        ("The mill leaked.", "It is not true that the mill leaked.", "– → It is not true that The mill"),
        ("The mill leaked.", "Once more. It is untrue that the mill leaked. More.", "– → It is untrue that The mill"),
        (
            "The mill leaked.",
            "The mill leaked, the firm claimed wrongly. It did not.",
            "The mill leaked. – → the firm claimed wrongly.",
        ),
        ("The mill leaked.", "The mill leaked, they say\nBy our staff", "The mill leaked. – → they say"),
        (
            "The mill leaked. It was shut.",
            "Our error. The mill did leak. It was shut.",
            "The mill leaked. → did leak. It was",
        ),
        ("The mill leaked in May.", "Corrected\nThe mill leaked in May.\nBy our staff", ""),
        ("The mill leaked in May.", "“The mill leaked in May.” So it was said.", ""),
        ("", "Two boats sank", None),
        ("Two boats sank", "", None),
        (
            "a b c d e f g h i j k l",
            "a x c d y f g z i j v l",
            "a b → x c d; b c d e → y f g; e f g h → z i j; and 1 more",
        ),
    ],
)
def test_what_was_changed_is_told_with_the_words_around_it(before: str, after: str, told: str | None) -> None:
    assert changed_words(before, after) == told


@given(st.lists(st.sampled_from(["one", "two", "three,", "four."]), max_size=12), st.text("ab ", max_size=20))
def test_what_stands_there_as_it_is_was_not_changed(words: list[str], around: str) -> None:
    passage = " ".join(words)
    assert changed_words(passage, f"{around}\n{passage}\n{around}") == ("" if words else None)
