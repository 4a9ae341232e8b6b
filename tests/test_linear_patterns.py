"""No pattern that reads foreign text takes more steps than the text is long, some number of times."""

from __future__ import annotations

import random
import re

import pytest

from tests.patterns import ROOMS, Found, collected, is_linear, texts
from tests.steps import Steps


@pytest.fixture(scope="module")
def found() -> list[Found]:
    return collected()


def test_every_pattern_that_reads_foreign_text_is_linear(found: list[Found]) -> None:
    assert len(found) > 400, "patterns were found to be tried"
    assert len({one.where.removeprefix("workbench.").split(".")[0].split("/")[0] for one in found} & {*ROOMS}) > 6
    growing = [(one.where, one.pattern.pattern, is_linear(one.pattern, one.ways)) for one in found]
    assert [each for each in growing if not each[2][0]] == []


@pytest.mark.parametrize(
    ("pattern", "ways"),
    [
        (r"\s*(?:<!--.*?-->\s*)*<html", {"match"}),  # exponential
        (r"(?:a|a)*$", {"match"}),
        (r"(?:[^.?\n]|(?<=\b[A-Z])\.|[.][^\S\n])*?\?", {"match"}),  # "A. " is read in two ways
        (r"(?:[^.?\n]|\b(?:Mr|St)\.|[.][^\S\n])*?\?", {"match"}),
        (r"[^\n]*(?:\t|\s{3,})[^\n]*\S", {"match"}),  # with the cube of the length
        (r"\s+$", {"search"}),
        (r"<[^>]*>", {"search"}),
        (r"\s*,?\s*of", {"match"}),
        (r"(?:[A-Z]+ )*x", {"search"}),
        (r"(?=a*b)", {"search"}),
        (rb"\x00+\xff", {"search"}),
    ],
)
def test_patterns_that_are_not_are_found(pattern: str | bytes, ways: set[str]) -> None:
    assert not is_linear(re.compile(pattern, re.DOTALL), frozenset(ways))[0]


@pytest.mark.parametrize(
    "pattern",
    [
        r"[a-z]+",
        r"<[^>]{0,20}>",
        r"\s{1,9}of",
        r"(?:\r\n|\n)",
        r"[^\W\d_]+",
        r"[^\w\s]{31,}",
        r"x(?:ab)*+y",
        r"(?<=a)b*c",
        r"\b\w+\b:",
    ],
)
def test_patterns_that_are_linear_pass(pattern: str) -> None:
    assert is_linear(re.compile(pattern))[0]


def test_choices_that_exclude_one_another_pass() -> None:
    pattern = r"(?:[^.?\n]|\.(?=[^\S\n])|\.(?![^\S\n])(?<=\b[A-Z]\.))*\?"
    assert is_linear(re.compile(pattern), frozenset(("match",)))[0]


def test_runs_are_made_of_what_a_pattern_repeats() -> None:
    runs = texts(re.compile(r"x(?:ab)*\s+"), 1)
    assert any(run.startswith("abab") for run in runs)
    assert any(run.startswith("    ") for run in runs)


def test_case_that_a_part_drops_is_dropped() -> None:
    pattern = re.compile(r"says (?-i:[A-Z])\w*", re.IGNORECASE)
    for text in ("SAYS Ida", "says ida"):
        assert list(Steps(pattern).spans(text)) == [match.span() for match in pattern.finditer(text)]


def test_what_counts_the_steps_finds_what_the_program_finds(found: list[Found]) -> None:
    """Every pattern, on runs of its own tokens and on pieces of them put together by chance."""
    dice = random.Random(7)
    for one in found:
        own = texts(one.pattern, 1)
        pieces = [text[: dice.randint(1, 12)] for text in dice.sample(own, min(6, len(own)))]
        for text in (one.pattern.pattern[:0].join(pieces), *dice.sample(own, min(1, len(own)))):
            spans = [match.span() for match in one.pattern.finditer(text)]
            steps = Steps(one.pattern)
            # one finds an empty match where another ended, too
            mine = [span for span in steps.spans(text)]
            assert [span for span in mine if span[0] < span[1]] == [span for span in spans if span[0] < span[1]], (
                one.where,
                one.pattern.pattern,
                text,
            )
