"""Words before a time that belong to the verb, as in "took over last year" and "turned himself in Monday"."""

from __future__ import annotations

import re

_OVER = re.compile(
    r"\b(?:t[ao]k(?:e[sn]?|ing)|took|hand\w*|carr\w+|w[io]n|ca?me?|c[ao]me|ran|run|pull\w*|fell|blew)\s+over\s+$",
    re.IGNORECASE,
)
_IN = re.compile(r"\bin\s+$", re.IGNORECASE)
_MOVED_IN = re.compile(r"\b(?:\w+self|mov|com|came|brought|t[ao]k|took|g[ai]v|broke|set|sworn)\w{0,4}\s+in\s+$")


def is_of_verb(text: str, start: int, end: int, weekday: bool) -> bool:
    """Whether "in" or "over" at the end of `text[start:end]` goes with the verb and not with the time behind it.

    Nothing is "in Monday"; "50 million in this year" is told of the year.
    """
    if _OVER.search(text, start, end):
        return True
    return _IN.search(text, start, end) is not None and (weekday or _MOVED_IN.search(text, start, end) is not None)
