"""Numbers that only tell one thing from others: to call, of a file, of a house, of an issue; they count nothing."""

from __future__ import annotations

import re

from workbench.language.numbers.number_labels import is_phone

_RUN = re.compile(r"[\w/.-]{0,30}$")
_REST = re.compile(r"[\w/-]{0,30}")
_REFERENCE = re.compile(
    r"(?!1/)\d{1,4}/\d{3,8}(?:/[A-Za-z]{1,6})?|[A-Za-z]{0,6}[/-]?\d{1,6}/\d{1,8}/[\w/-]{1,20}|[A-Za-z]{1,6}/\d[\w/-]{0,24}|10\.\d{4,5}/\S{1,60}"
)
"""The number of a file, an application, a paper: "25/01877/FUL", "26/114", "FOI/2231"."""
_LOCAL = re.compile(
    r"\b0\d{2,4} \d{3} ?\d{3,4}\b|\b0\d{4} \d{5,6}\b|\b0\d{2} \d{4} \d{4}\b|"
    r"(?<![\d-])\(?\d{3}\)?[ -]\d{3}-\d{4}\b|\b1[38]00 \d{3} \d{3}\b"
)
"""A number to call as it is written at home."""
_WIDTH = 24
_STREET = re.compile(
    r"[a-z]?,?\s(?:[A-ZÀ-Þ][\w'’-]{1,24}\s){1,3}(?:Street|Road|Lane|Avenue|Square|Drive|Close|Way|Place|Court|Terrace|"
    r"Crescent|Hill|Gardens?|Row|Mews|Walk|Quay|Wharf|Boulevard|Parade|Grove|Green|Rise|St|Rd|Ave|Dr|Ln|Blvd)\b(?!\s[a-z]{2,20}s\b)"
)
"""What stands behind the number of a house; "30 High Street shops" are counted."""
_OF_ONE = re.compile(
    r"\b(?:items?|incidents?|plots?|dockets?|bulletins?|applications?|batch(?:es)?|codes?|references?|ref|(?:serial|order|model|"
    r"licen[cs]e|invoice|registration|crime|case|account|membership|booking) (?:numbers?|nos?)|issue|edition|minute)"
    r"(?:\.|:|\s(?:number|no\.?|codes?))?\s(?:[A-Z]{1,4}[-\d]*\d\s(?:and|to|or)\s)?$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d{1,8}(?:\s?(?:-|–|to|and)\s?\d{1,8})?")
_NOUN = re.compile(
    r"\s(?:people|men|women|children)\b|"
    r"\s(?!(?:and|or|to|of|in|on|at|for|was|is|has|had|were|are)\b)[a-z]{3,20}s\b"
)
"""A plural that the number counts: "in one incident 40 people"."""


def only_tells_apart(text: str, start: int, end: int) -> bool:
    """Whether a number is one to call, of a file, of a house or of an issue, or part of it.

    Args:
        text: The text the number stands in.
        start: Where it begins.
        end: Where it ends.
    """
    if is_phone(text, start, end):
        return True
    if any(
        found.start() <= start < found.end() for found in _LOCAL.finditer(text, max(0, start - _WIDTH), end + _WIDTH)
    ):
        return True
    run = _RUN.search(text, max(0, start - 30), start)
    begin = run.start() if run else start
    rest = _REST.match(text, start)
    whole = text[begin : rest.end() if rest else end].strip(".-")
    if "/" in whole and _REFERENCE.fullmatch(whole):
        return True
    if _DIGITS.fullmatch(text[start:end].strip()) is None:
        return False
    if _STREET.match(text, end):
        return True
    return _OF_ONE.search(text, max(0, start - 40), start) is not None and _NOUN.match(text, end) is None
