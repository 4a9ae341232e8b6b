"""What the bar tells of the words of a claim that were left as they are."""

from __future__ import annotations

from dataclasses import replace

from workbench.domain.articles import Resolution
from workbench.reports.specimen import specimen
from workbench.tui.widgets.bars import worth_parts


def shown(repair: Resolution) -> str:
    claim = replace(specimen().claims[0].claim, resolutions=(repair,))
    return "".join(words for words, _ in worth_parts(claim))


def test_a_time_that_stays_is_no_offer_of_itself() -> None:
    told = shown(Resolution(0, 5, "Today", "Today", "a relative time; which day it is, is not sure", 0.0, False))
    assert "Today: a relative time; which day it is, is not sure" in told
    assert "perhaps" not in told


def test_a_guess_that_was_not_put_in_is_told_by_its_words() -> None:
    told = shown(Resolution(0, 11, "The country", "The country", "perhaps Norway: the only country named", 0.4, False))
    assert "The country: perhaps Norway" in told
