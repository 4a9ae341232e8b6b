"""Parts of a whole and multiples in English words: "one in five", "by a third", "half of", "doubled", "3-fold"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.language.numbers.numbers import FRACTIONS, words_value

_PARTS = r"half|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?"
_THAN_WHAT = (
    r"\s+(?:as|what|that|those|the|its|their|his|her|my|our|your|average|normal|(?:last|this)\s+\w{1,12}['’]s|"
    r"(?:(?-i:[A-Z])[\w.-]{1,20}\s+){0,2}(?-i:[A-Z])[\w.-]{1,20}(?:['’]s|(?<=s)['’](?=\s))|"
    r"(?!(?:in|at|on|to|with|for|by|over|under|above|below|from|since|and|or|but|when|while|this|last|next|before|after|"
    r"during|a|an|per|because)\b)(?:[\w-]{2,20}\s+){1,2}(?:levels?|rates?))(?!\w)"
)
"""What "twice" measures something by; else it tells how often."""
_OFTEN = re.compile(rf"\btwice\b(?!{_THAN_WHAT})", re.IGNORECASE)
_RATIO = re.compile(
    r"(?<![\d.,])\b(?P<part>\d+|one|two|three|four|five|six|seven|eight|nine)\s+"
    r"(?:(?:(?-i:[a-z])[a-z-]{2,20}\s+){1,2}(?=in\s+(?:\d{1,3}|[a-z]{3,8})(?:\s+(?:is|are|was|were|has|have|had|"
    r"now|does|do|did|can|cannot|will|would|lives?|goes|go|says?|said|"
    r"earns?|owns?|lacks?|works?|gets?|leaves?|left|died|dies|suffers?|needs?|uses?|voted|speaks?|walks?|"
    r"dropped|failed|goes)\b|[.,;!?]|$)))?"
    r"(?:in(?!\s+(?:1[4-9]|2[01])\d\d\b)|(?:times\s+)?out\s+of)\s+(?:every\s+)?"
    r"(?P<whole>\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|"
    r"eighteen|nineteen|twenty|thirty|forty|"
    r"fifty|hundred|a\s+hundred|thousand)\b"
    r"(?!\s+(?:years|months|days|weeks|january|february))"
    rf"|\b(?:(?P<num>one|two|three|four|five|an?|\d)[\s-]{{1,2}}(?P<frac>{_PARTS})|(?P<half>half))\b"
    r"|\b(?P<fold>\d+(?:\.\d+)?|two|three|four|five|six|ten)[\s-]?fold\b|(?<![\w.,-])(?P<x>\d+(?:\.\d+)?)x(?!\w)"
    r"|(?<![\d.,])\b(?P<multiple>\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|"
    r"hundred)\s+times\s+"
    r"(?=as\s|what\s|that\s+of\s|more\s|less\s|higher|lower|larger|bigger|smaller|greater|longer|faster|slower|"
    r"likelier|(?:the|its|their|his|her|my|our|your)\s+"
    r"(?!(?:(?:following|first|last|whole|next|same|other|entire)\s+)?"
    r"(?:year|month|week|day|season|night|time|morning|evening|spring|summer|autumn|winter|decade)\b(?!['’]s)))"
    rf"|\b(?P<times>twice(?={_THAN_WHAT})|(?:doubl|tripl|trebl)(?:ed|e(?=\s+(?:the|that|what|its|his|her|their|in|to|this|last|"
    r"\d))|e(?=\s*[.,;]))|(?:quadrupl|halv)ed"
    r"|(?:doubl|tripl|trebl|quadrupl|halv)ing(?!\s+(?:rate|time|period)))\b",
    re.IGNORECASE,
)
_TIMES = {"twice": 2.0, "doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadr": 4.0, "halve": 0.5, "halvi": 0.5}
"""Multiples by their first five letters."""

_OF_A_NUMBER = re.compile(r"\s+of\s+an?\s+(?:hundred|thousand|million|billion|trillion)\b", re.IGNORECASE)
_OF_WHAT = re.compile(r"\s+(?:of|the|its|his|her|their|our|my|all)\b", re.IGNORECASE)
_BY = re.compile(
    r"\b(?:by|up|down|off)\s+(?:(?:about|around|roughly|some|nearly|almost|over|under|(?:more|less)\s+than|at\s+least|up\s+to)\s+)?$",
    re.IGNORECASE,
)
_LOST = re.compile(
    r"\b(?:lost|loses?|shed|gained|saved|spent|wasted)\s+(?:about\s+|nearly\s+|almost\s+)?$", re.IGNORECASE
)
_NO_NOUN = re.compile(
    r"\s*(?:[.,;:!?)\]]|$)|\s+(?:in|on|at|from|to|since|over|during|between|within|compared|after|before|by|and|"
    r"or|but"
    r"|because|when|while|as|last|this|next|per|for|under|than|with|through|until)\b",
    re.IGNORECASE,
)
_LESS = re.compile(r"\s+(?:fewer|less|more|lower|higher|smaller|larger|cheaper)\b", re.IGNORECASE)
_DROP = re.compile(r"\s+(?:drop|fall|cut|rise|increase|reduction|decline|decrease)\b", re.IGNORECASE)
_WERE = re.compile(r"\s+(?:are|were|have|had)\b", re.IGNORECASE)
_AS_MUCH = re.compile(r"\s+as\s+[a-z]{2,14}\b(?!\s+possible)", re.IGNORECASE)
_OF_A_ROW = re.compile(
    r"\b(?:first|second|third|fourth|latter|other|last|past|next|final|each|this|top|bottom|upper|lower|left|right"
    r"|front|rear|back|(?:north|south|east|west)(?:ern)?)[\s-]+$",
    re.IGNORECASE,
)


def ratios(text: str, start: int = 0) -> Iterator[tuple[int, int, float]]:
    """The ratios of a text from `start` on, in order: begin, end, value ("a third" is 1/3, "doubled" 2)."""
    for match in _RATIO.finditer(text, start):
        value = _value(text, match)
        if value is not None:
            yield match.start(), match.start() + len(match.group().rstrip()), value


def twice(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Where "twice" tells how often something happened: "scored twice", "twice a year"."""
    return (match.span() for match in _OFTEN.finditer(text, start))


def _value(text: str, match: re.Match[str]) -> float | None:
    """The value of a match, None where it is a rank, a part of a year or a place, or no part of anything."""
    if match["part"]:
        part, whole = _number(match["part"]), _number(match["whole"])
        return part / whole if whole and part <= whole else None
    if match["fold"]:
        return _number(match["fold"]) or None
    if match["multiple"]:
        return 100.0 if match["multiple"].lower() == "hundred" else _number(match["multiple"])
    if match["x"]:
        return _number(match["x"]) or None
    if match["times"]:
        return _TIMES[match["times"].lower()[:5]]
    if _OF_A_NUMBER.match(text, match.end()):
        return None  # "three quarters of a million" is a number
    if _OF_A_ROW.search(text, max(0, match.start() - 12), match.start()) or not _is_part(text, match):
        return None
    times = 1.0 if match["half"] or match["num"].lower() in {"a", "an"} else _number(match["num"])
    return times * FRACTIONS[(match["frac"] or match["half"]).lower()]


def _number(written: str) -> float:
    digits = written.replace(",", "")
    return float(digits) if digits[0].isdecimal() else float(words_value(written.lower().split()) or 0)


def _is_part(text: str, match: re.Match[str]) -> bool:
    """Whether a fraction word is told of something: "a third of", "by a third", "a third fewer", no "third party"."""
    end = match.end()
    if _OF_WHAT.match(text, end) or _LESS.match(text, end):
        return True
    if match["half"] and (_WERE.match(text, end) or _AS_MUCH.match(text, end)):
        return True
    if _LOST.search(text, max(0, match.start() - 24), match.start()) and _NO_NOUN.match(text, end):
        return True  # "has lost a third since 1914"
    several = not match["half"] and match["num"].lower() not in {"a", "an", "one"}
    if several and (_WERE.match(text, end) or _NO_NOUN.match(text, end)):
        return True  # "two thirds were overweight"
    if "-" in match.group() and _DROP.match(text, end):
        return True  # "a third drop" may be one after two others
    return (
        _BY.search(text, max(0, match.start() - 20), match.start()) is not None
        and _NO_NOUN.match(text, end) is not None
    )
