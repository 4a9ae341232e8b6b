"""A text as its numbers are read: no addresses, note marks or superscripts, letters that print joined parted again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.language.text.alike_letters import with_usual_letters

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]+|(?<![\w.+-])[\w.+-]{1,100}@[\w-]+\.[\w.-]+")
_NOTE = re.compile(r"(?<=[\w.,;:!?”’\"')\]])\[(?:\d{1,3}|[a-z]|note \d{1,2}|citation needed)\]")
_SUPERSCRIPT = re.compile('(?<=\\d)[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?![\\w⁄/])|(?<=[\\w.,”"’)])[⁰¹⁴⁵⁶⁷⁸⁹]+')
_OWN_DIGITS = {}
for _zero in (0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0E50, 0xFF10):
    _OWN_DIGITS.update({_zero + digit: str(digit) for digit in range(10)})
_OWN_DIGITS.update({0x066B: ".", 0x066C: ",", 0x066A: "%"})
_WRITTEN_OTHERWISE = re.compile("[" + "".join(re.escape(chr(code)) for code in _OWN_DIGITS) + "]")


@dataclass(frozen=True, slots=True)
class Legible:
    """A text to read numbers in, and where each of its characters stands in the text it was made of.

    `offsets` is None where both have the same length and every character its own place.
    """

    text: str
    offsets: tuple[int, ...] | None = None

    def at(self, offset: int) -> int:
        """The place in the text itself of the character at `offset` here; the end for the end."""
        return offset if self.offsets is None else self.offsets[offset]

    def of(self, offset: int) -> int:
        """The place here of the character at `offset` of the text itself."""
        if self.offsets is None:
            return offset
        low, high = 0, len(self.offsets) - 1
        while low < high:
            middle = (low + high) // 2
            if self.offsets[middle] < offset:
                low = middle + 1
            else:
                high = middle
        return low


def legible(text: str) -> Legible:
    """The text with whatever holds digits that count nothing blanked, all digits as European ones."""
    text = with_usual_letters(text)
    for pattern in (_ADDRESS, _NOTE, _SUPERSCRIPT):
        if pattern.search(text):
            text = pattern.sub(lambda match: " " * len(match.group()), text)
    if not text.isascii() and _WRITTEN_OTHERWISE.search(text):
        text = text.translate(_OWN_DIGITS)
    if text.isascii() or not _LIGATURE.search(text):
        return Legible(text)
    written: list[str] = []
    offsets: list[int] = []
    for at, character in enumerate(text):
        spelled = _LIGATURES.get(character, character)
        written.append(spelled)
        offsets.extend([at] * len(spelled))
    offsets.append(len(text))
    return Legible("".join(written), tuple(offsets))
