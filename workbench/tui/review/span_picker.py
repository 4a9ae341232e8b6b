"""Choosing words of the article with the arrows: for a new claim, or where a claim is cut in two. No widgets."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Literal

from workbench.domain.articles import Claim
from workbench.tui.commands.screen_keys import BarKey
from workbench.tui.text.formatting import one_line

_WORD = re.compile(r"\S+")
Pressed = Literal["moved", "accepted", "left", "swallowed", "not mine"]


class SpanPicker:
    """Words of one text, some of them chosen. Offsets are code points of the text, ends excluded."""

    def __init__(self) -> None:
        self.mode: Literal["", "add", "split"] = ""
        """What the words are for; empty while none are chosen."""
        self.cut: Claim | None = None
        """The claim that is being split."""
        self._text = ""
        self._words: list[tuple[int, int]] = []
        self._from = self._to = 0

    def begin_split(self, text: str, claim: Claim) -> bool:
        """Choose the word at which the second claim begins; whether there is any."""
        words = [word.span() for word in _WORD.finditer(text, claim.start, claim.end)]
        if len(words) < 2:
            return False
        self.mode, self.cut, self._text, self._words = "split", claim, text, words
        self._from = self._to = len(words) // 2
        return True

    def begin_add(self, text: str, after: Claim | None, selected: tuple[int, int] | None) -> bool:
        """Choose the words of a new claim, from what is selected or from the words after a claim."""
        words = [word.span() for word in _WORD.finditer(text)]
        if not words:
            return False
        starts = [start for start, _ in words]
        place = selected[0] if selected is not None else after.end if after is not None else 0
        first = max(0, bisect_right(starts, place) - 1)
        if selected is None and after is not None:
            first = min(first + 1, len(words) - 1)
        last = max(first, bisect_right(starts, selected[1] - 1) - 1) if selected is not None else first
        self.mode, self.cut, self._text, self._words = "add", None, text, words
        self._from, self._to = first, last
        return True

    def end(self) -> None:
        """Nothing is chosen any more."""
        self.mode, self.cut = "", None

    @property
    def span(self) -> tuple[int, int]:
        """The words that are chosen; in a split, those of the second claim."""
        low, high = sorted((self._from, self._to))
        return self._words[low][0], self._words[-1 if self.mode == "split" else high][1]

    @property
    def said(self) -> str:
        """What is chosen, in words."""
        what = "The second claim" if self.mode == "split" else "The new claim"
        return f"{what}: “{one_line(self._text[slice(*self.span)])}”"

    @property
    def keys(self) -> list[BarKey]:
        """The keys that choose."""
        more = [("Shift+← →", "more words", ""), ("↑ ↓", "ten words", "")] if self.mode == "add" else []
        does = "adds" if self.mode == "add" else "splits"
        return [("← →", "word", ""), *more, ("Enter", does, ""), ("Esc", "leaves", "back")]

    def press(self, key: str, *, printable: bool) -> Pressed:
        """What a key does while words are chosen; letters do nothing, as they may have been meant for later."""
        bare = key.removeprefix("shift+")
        end = len(self._words)
        steps = {"left": -1, "right": 1, "h": -1, "l": 1, "up": -10, "down": 10, "home": -end, "end": end}
        if bare in steps:
            lowest = 1 if self.mode == "split" else 0
            self._to = max(lowest, min(self._to + steps[bare], end - 1))
            if bare == key or self.mode == "split":
                self._from = self._to
            return "moved"
        if bare == "enter":
            return "accepted"
        if bare == "escape":
            return "left"
        return "swallowed" if printable else "not mine"
