"""A sentence with one sign for each of its quotations, as the places of verbs are read in it."""

from __future__ import annotations

import re

_QUOTED = re.compile(
    r"»[^«»]{0,2000}«(?=\W|$)|«[^«»]{0,2000}»|“[^“”]{0,2000}”|„[^„“”]{0,2000}[“”]|”[^”]{0,2000}”|\"[^\"]{0,2000}\"|"
    r"‘[^‘’]{0,2000}’(?=[,\s])|(?<![^\s(])'[^'\n]{4,2000}'(?=[,\s])"
)
QUOTE = "“”"
"""What stands for a whole quotation while a sentence is read."""
_BLANKS = re.compile(r"\s+")
_LONGEST = 1_200


def bare_of_quotations(sentence: str) -> str:
    """A sentence with one sign for each quotation, and single blanks."""
    return _BLANKS.sub(" ", _QUOTED.sub(QUOTE, sentence.strip()[:_LONGEST])).rstrip(" .;")
