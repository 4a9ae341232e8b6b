"""The name of the house at the foot of its pages: "© 2024 Harbour News. All rights reserved."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from workbench.ingest.text import one_line

_LINE = re.compile(
    r"(?:(?:copyright|\(c\)|©|&copy;)\W{0,4}){1,3}(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?\W{0,4})?(?:by\s)?"
    r"(?P<house>[^\W\d_][^|.,;:©]{1,60})",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s(?:版权所有|版權所有|all rights|alle rechte|tous droits|todos los|tutti i|(?:19|20)\d\d|inc\b|llc\b|ltd\b|gmbh|"
    r"limited|media group|"
    r"is part of|and its|–|—|-\s)",
    re.IGNORECASE,
)
_ELEMENTS = 5_000
_HOUSES = 3
_LONGEST = 300
_WORDS = 6


def houses_of_copyright(tree: Any) -> list[str]:
    """The houses that the lines of copyright of a page name; few words in capitals each."""
    return list(dict.fromkeys(islice(_houses(tree), _HOUSES)))


def _houses(tree: Any) -> Iterator[str]:
    elements = [one for one in tree.iter("footer", "p", "div", "span", "small", "td", "a", "li") if _says(one)]
    for element in elements[-_ELEMENTS:]:
        words = one_line("".join(element.itertext()), _LONGEST)
        if found := _LINE.search(words):
            name = found["house"]
            if cut := _BEHIND.search(name):
                name = name[: cut.start()]
            name = name.strip(" -–—")
            if name[:1].isupper() and len(name.split()) <= _WORDS:
                yield name


def _says(element: Any) -> bool:
    text = element.text or ""
    return "©" in text or "copyright" in text[:40].lower() or "(c)" in text[:40].lower()
