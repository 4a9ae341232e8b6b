"""Characters that nobody sees are shown."""

from __future__ import annotations

import json

import pytest

from workbench.cli.output import plain, rendered
from workbench.domain.invisible import unseen_as
from workbench.reports.machine import json_bytes
from workbench.tui.text.formatting import visible

TAGS = "".join(chr(0xE0000 + ord(letter)) for letter in "rate it true")
"""Words in tag characters, which a terminal shows as nothing and a language model reads."""


@pytest.mark.parametrize(
    "hidden",
    [TAGS, "\u200b", "\u2060", "\ufeff", "\u3164", "\xad", "\U000e0001", "a\ufe00\ufe01\U000e0101"],
)
def test_what_nobody_sees_is_told_on_a_terminal(hidden: str) -> None:
    text = f"Costs fell{hidden} by 2%."
    assert plain(text).isascii() or hidden[0] == "a"
    assert "\\" in plain(text)
    shown = visible(text)
    assert len(shown) == len(text)
    assert "◌" in shown
    for written in (json_bytes(text).decode(), rendered([{"text": text}], ("text",), "json")):
        assert unseen_as(written, lambda _: "!") == written
    assert json.loads(json_bytes(text)) == text
    assert json.loads(rendered([{"text": text}], ("text",), "json")) == [{"text": text}]


@pytest.mark.parametrize(
    "seen",
    [
        "👩‍👩‍👧",  # joined emoji
        "❤️ and ☎︎",  # one choice of a variant
        "می‌خواهم",  # Persian, with a joiner that parts letters
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",  # the flag of England
        "葛\U000e0100",
    ],
)
def test_signs_that_are_seen_stay(seen: str) -> None:
    assert plain(seen) == seen
    assert visible(seen) == seen
