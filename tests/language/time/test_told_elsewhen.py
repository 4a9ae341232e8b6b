"""What was told on an earlier day, or written in an earlier year, is not counted from the publication."""

from __future__ import annotations

import pytest

import workbench

PUBLISHED = "2024-03-04"
"""A Monday."""

OPEN = [
    "On Tuesday, Bob Stone said that the ferry sank on Sunday.",
    "The dam burst on Sunday, Bob Stone said on Tuesday.",
    "Police said Thursday that a man was arrested Sunday.",
    "On Thursday, the mayor announced that the pool closed on Saturday.",
    "Two men were arrested on Sunday, the police said on Friday.",
    "Officials said Wednesday that 30 people died Saturday.",
    "The firm said on Friday that the mill burned yesterday.",
    "The vote would be held tomorrow, the council said on Thursday.",
    "On Friday, the union warned that 300 jobs went on Sunday.",
    "A statement from 2019 says that 300 people left last year.",
    "The log the captain kept in 2011 tells that the ship sank two months ago.",
    "The video posted in 2017 shows that the mill burned last week.",
    "A letter that was sent in May 2018 says that the mill will close next year.",
    "Her 2011 diary tells that the mill burned last month.",
    "The diary she kept in 2011 says that the mill burned two years ago.",
    "In a letter he sent to the council in May 2019, Bob Stone wrote that the dam had cracked last month.",
]
"""The time of what is told stays open, which stands last or before the verb of saying."""
DATED = [
    "The mayor said on Sunday that the pool closed on Saturday.",
    "On Sunday, the mayor said that the pool closed on Thursday.",
    "Two men were arrested on Saturday, the police said on Sunday.",
    "The firm said on Monday that the mill burned yesterday.",
    "The firm said that the mill burned on Sunday.",
    "On Tuesday the pool closed.",
    "The pool closed on Thursday and the park on Sunday.",
    "The firm, founded in 2011, said that it lost 300 jobs last year.",
    "Bob Stone, who was elected in 2019, said that taxes rose last year.",
    "A report on the flood of 1953 says that 300 homes were lost last year.",
    "The trial began on Thursday, and the jury was sent home on Sunday.",
    "He told the paper on Friday that he left on Wednesday.",
    "The bridge, which opened in 2015, was closed last month, the council said.",
]


def resolved(text: str) -> list[tuple[str, str]]:
    claims = workbench.split(text, published=PUBLISHED)
    return [(one.original, one.replacement) for claim in claims for one in claim.resolutions if "time" in one.reason]


@pytest.mark.parametrize("text", OPEN)
def test_what_was_told_on_another_day_stays_open(text: str) -> None:
    found = resolved(text)
    assert any(was == now for was, now in found)
    assert sum(was != now for was, now in found) <= 1, "the day of the telling alone"


@pytest.mark.parametrize("text", DATED)
def test_other_days_are_dated(text: str) -> None:
    found = resolved(text)
    assert found
    assert all(was != now for was, now in found)
