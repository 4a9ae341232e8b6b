"""Emoji, for which no font is shipped, stand in a PDF as their names."""

from __future__ import annotations

import pytest

from workbench.reports.pdf import named_pictures


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("No picture ✓ ⚙ here", "No picture ✓ ⚙ here"),
        ("Hot 🔥🔥!", "Hot [fire][fire]!"),
        ("From 🇺🇦 with thanks 🙏🏽", "From [flag UA] with thanks [person with folded hands]"),
        ("👨‍👩‍👧", "[man][woman][girl]"),
    ],
)
def test_a_picture_is_named(text: str, shown: str) -> None:
    assert named_pictures(text) == shown
