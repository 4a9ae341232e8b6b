"""A last year, month or week that a period of the sentence is measured against, and is counted from that period.

Results for "the year ended 31 December" that come out in February are set against "last year": the one before theirs,
not the one before the publication.
"""

from __future__ import annotations

import re
from datetime import date

from workbench.language.text.calendar_names import MONTH

_LAST = re.compile(r"last\s(?P<unit>year|quarter|month|week)", re.IGNORECASE)
_AGAINST = re.compile(
    r"\b(?:(?:up|down|risen|rose|fell|fallen|grew|grown|improved|increased?d?|decreased?d?|dropped|declined|climbed|"
    r"jumped|cent|percent|points?|%)\s(?:(?:from|on|over|to)\s)|"
    r"(?:compar(?:ed|es|ing|able)|against|versus|vs\.?|than|from)\s(?:(?:to|with)\s)?)"
    r"(?:[^\s,;:.!?“”]+(?:[.,]\d+\S*)?\s){0,9}?$",
    re.IGNORECASE,
)
"""What leads from an amount to what it is measured by, up to the time of that: "compared with €38 million"."""
_YEAR_OF_ITS_OWN = re.compile(
    r"\b(?:(?:full|fiscal|financial|tax|trading|crop|school|academic)[\s-]years?|fiscal|FY\s?\d{2,4}|"
    r"years?\s(?:ended|ending|to|through|until)|quarter(?:ly)?|Q[1-4]|half[\s-]year(?:ly)?|(?:first|second)\s(?:half|\w+\smonths)|"
    rf"months?\s(?:ended|ending|to|of|through|until)|weeks?\s(?:ended|ending|to)|{MONTH}|(?:spring|summer|autumn|winter))\b",
    re.IGNORECASE,
)
"""A period other than a year of the calendar, or one whose year is not told."""
_OF_MONTHS = re.compile(rf"\b(?:{MONTH}|months?\s(?:ended|ending|to))\b")
_OF_WEEKS = re.compile(r"\bweeks?\s(?:ended|ending|to|of)\b", re.IGNORECASE)
_RESULTS = re.compile(
    r"\b(?:quarter(?:ly)?|Q[1-4]|half[\s-]year(?:ly)?|(?:first|second)\shalf|full[\s-]year|(?:annual|year[\s-]end)\s"
    r"(?:results|report|accounts|figures)|(?:year|months)\s(?:ended|ending|to)\b)",
    re.IGNORECASE,
)
"""What makes a text one of results, at its head."""
_HEAD = 400


def is_measured_by(text: str, begin: int, start: int, end: int, stop: int, day: date) -> bool:
    """Whether a "last year" is what an amount of another period is measured by: no publication dates it.

    Args:
        text: The article.
        begin: Where the sentence begins that the time stands in.
        start: Where the time begins.
        end: Where it ends.
        stop: Where the sentence ends.
        day: The day of publication.
    """
    last = _LAST.fullmatch(text, start, end)
    against = _AGAINST.search(text, max(begin, start - 90), start)
    if last is None or against is None:
        return False
    own = f"{text[begin : against.start()]} … {text[end:stop]}"
    unit = last["unit"].lower()
    if unit == "week":
        return _OF_WEEKS.search(own) is not None
    if unit == "month":
        return _OF_MONTHS.search(own) is not None
    told = str(day.year - 1) in own or _YEAR_OF_ITS_OWN.search(own) is not None
    return told or any(_RESULTS.search(part) for part in (text[:_HEAD], text[text.rfind("\n", 0, begin) + 1 : start]))
