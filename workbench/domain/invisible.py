"""Characters that nobody sees and a machine reads: another text can be told in them than the one on the screen."""

from __future__ import annotations

import re
from collections.abc import Callable

_MARKS = "\xad\u115f\u1160\u180e\u200b\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a"
_TAGS = "\U000e0000-\U000e007f"
_VARIANTS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_FLAG = "\U0001f3f4"
_FOUND = re.compile(
    # the flag of a part of a country is written in tags: these belong to a sign that is seen
    f"{_FLAG}[\U000e0030-\U000e007a]{{3,6}}\U000e007f|[{_MARKS}{_TAGS}]|(?<=[{_VARIANTS}])[{_VARIANTS}]"
)
"""Joiners of letters and emoji stay, and so does one choice of a variant; a second one behind it has no use."""


def unseen_as(text: str, sign: Callable[[str], str]) -> str:
    """The text with what `sign` makes of each character that nobody sees."""
    if text.isascii():
        return text
    return _FOUND.sub(lambda found: found[0] if found[0][0] == _FLAG else sign(found[0]), text)
