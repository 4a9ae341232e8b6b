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
        self._finding: str | None = None
        """What was typed to find a word; None while nothing is being found."""
        self._found = ""

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
        self.mode, self.cut, self._finding = "", None, None

    @property
    def span(self) -> tuple[int, int]:
        """The words that are chosen; in a split, those of the second claim."""
        low, high = sorted((self._from, self._to))
        return self._words[low][0], self._words[-1 if self.mode == "split" else high][1]

    @property
    def said(self) -> str:
        """What is chosen, in words."""
        if self._finding is not None:
            found = "" if self._at(self._finding) is not None or not self._finding else " (not in the article)"
            return f"Find: {one_line(self._finding)}▏{found}"
        what = "The second claim" if self.mode == "split" else "The new claim"
        return f"{what}: “{one_line(self._text[slice(*self.span)])}”"

    @property
    def keys(self) -> list[BarKey]:
        """The keys that choose."""
        if self._finding is not None:
            return [("Enter", "stays there", ""), ("Esc", "ends finding", "")]
        more = (
            [("Shift+← →", "more words", ""), ("s", "sentence", ""), ("/", "find", ""), ("n", "next", "")]
            if self.mode == "add"
            else []
        )
        does = "adds" if self.mode == "add" else "splits"
        return [("← →", "word", ""), *more, ("Enter", does, ""), ("Esc", "leaves", "back")]

    def press(self, key: str, *, printable: bool, character: str | None = None) -> Pressed:
        """What a key does while words are chosen; other letters do nothing, as they may have been meant for later."""
        if self._finding is not None:
            return self._find(key, character if printable else None)
        if self.mode == "add" and key in ("slash", "s", "n"):
            return self._begin_find() if key == "slash" else self._sentence() if key == "s" else self._next()
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

    # finding

    def _begin_find(self) -> Pressed:
        self._finding = ""
        return "moved"

    def _find(self, key: str, character: str | None) -> Pressed:
        """Type the beginning of words: the first place from here on is gone to."""
        assert self._finding is not None  # keys are sent here while something is being found
        if key in ("enter", "escape"):
            self._found, self._finding = self._finding or self._found, None
        elif key == "backspace":
            self._finding = self._finding[:-1]
        elif character is not None:
            self._finding += character
            self._go(self._at(self._finding))
        else:
            return "not mine"
        return "moved"

    def _next(self) -> Pressed:
        """The next place of what was found last."""
        if not self._found:
            return "swallowed"
        self._go(self._at(self._found, after=1))
        return "moved"

    def _go(self, at: int | None) -> None:
        if at is not None:
            self._from = self._to = at

    def _at(self, words: str, after: int = 0) -> int | None:
        """The first word from the present one on, around the end, at which these words begin."""
        wanted = " ".join(words.casefold().split())
        count = len(self._words)
        for away in range(after, count + after):
            at = (self._from + away) % count
            start = self._words[at][0]
            here = self._text[start : start + 2 * len(words) + 40].casefold()
            if wanted and " ".join(here.split()).lstrip(_OPENING).startswith(wanted):
                return at
        return None

    def _sentence(self) -> Pressed:
        """Choose the whole sentence around the word."""
        from workbench.language.text.sentences import sentences

        start = self._words[self._to][0]
        span = next((one for one in sentences(self._text) if one.start <= start < one.end), None)
        if span is None:
            return "swallowed"
        inside = [at for at, (first, last) in enumerate(self._words) if first >= span.start and last <= span.end]
        if inside:
            self._from, self._to = inside[0], inside[-1]
        return "moved"


_OPENING = "\"'“”‘’«»([{"
"""What may stand before the first letter of a word."""
