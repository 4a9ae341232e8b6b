"""The forms in which times are written, as patterns, most specific first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from workbench.language.text.calendar_names import MONTHS, WEEKDAYS
from workbench.language.text.tokenizer import word_set


def _one_of(words: Iterable[str]) -> str:
    """A pattern of one of some words, the longest that fits first.

    The words are told apart letter by letter: trying sixty names one after the other at every letter of a text took
    most of the time that reading its dates took.
    """
    tails: dict[str, list[str]] = {}
    for word in words:
        tails.setdefault(word[:1], []).append(word[1:])
    ends = "" in tails
    tails.pop("", None)
    if not tails:
        return ""
    branches = [re.escape(first) + _one_of(rest) for first, rest in sorted(tails.items())]
    if len(branches) == 1 and not ends:
        return branches[0]
    ahead = f"(?=[{''.join(map(re.escape, sorted(tails)))}])" if len(branches) > 1 else ""
    return f"(?:{ahead}(?:{'|'.join(branches)})){'?' if ends else ''}"


_MONTH = _one_of(MONTHS)
_DAY = _one_of(WEEKDAYS)
_YEAR = r"(?:1[4-9]\d\d|20\d\d|21\d\d)"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_SMALL = (
    rf"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:{_ONES}))?|{_ONES}|sixteen|seventeen|"
    r"eighteen|nineteen|ten|eleven|twelve|thirteen|fourteen|fifteen)\b"
)
_VAGUE = r"several|a\s+few|a\s+couple\s+of|few|couple\s+of|many"
_SCALED = rf"(?:hundred|thousand)(?:(?:\s+and)?\s+{_SMALL})?"
_COUNT = (
    rf"(?:\d{{1,3}}(?:,\d{{3}}){{1,3}}|(?<!\d[.,])\d{{1,4}}(?:\.\d+)?|half\s+an?|"
    rf"(?:(?:{_SMALL}|an?|{_VAGUE})\s+)?{_SCALED}(?:\s+{_SCALED})?|{_SMALL}|an?|{_VAGUE}|dozens\s+of)"
)
"""A number in digits or words, whole: what is left out of it would stay in the sentence ("two hundred", "2,000")."""
_UNIT = r"(?:hours?|days?|weeks?|fortnights?|months?|years?|decades?|centur(?:y|ies)|minutes?|quarters?)"
_TH = r"(?:st|nd|rd|th)?"
_OR_YEAR = rf"(?:,?\s+(?P<y>{_YEAR})\b|\s+(?:of\s+)?(?P<ly>last|this|next)\s+year\b)?"
"""The year behind a day or month: in digits, or counted from the day of publication ("4 January last year")."""
_LINK = r"(?:\s?[-–—]\s?|\s+(?:to|and|until|till|through)\s+)"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"


@cache
def time_forms() -> list[tuple[str, re.Pattern[str]]]:
    """The forms of time expressions, most specific first."""
    flags = re.IGNORECASE
    forms = [
        ("iso", rf"(?P<y>{_YEAR})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"),
        ("slash", rf"(?P<d>\d{{1,2}})[./](?P<m>\d{{1,2}})[./](?P<y>{_YEAR})(?!\d)"),
        ("crossrange", rf"(?:(?P<from>from|between)\s+)?(?:(?P<d>\d{{1,2}}){_TH}\s+(?:of\s+)?(?P<m>{_MONTH})|"
            rf"(?P<mb>{_MONTH})\.?\s+(?P<db>\d{{1,2}}){_TH})(?P<link>{_LINK})(?:(?P<d2>\d{{1,2}}){_TH}\s+(?:of\s+)?"
            rf"(?P<m2>{_MONTH})|(?P<m2b>{_MONTH})\.?\s+(?P<d2b>\d{{1,2}}){_TH}(?!\d|:))\b{_OR_YEAR}"),
        ("dayrange", rf"(?:(?P<from>from|between)\s+)?(?:(?<!\d)(?P<d>\d{{1,2}}){_TH}(?P<link>{_LINK})(?:the\s+)?"
            rf"(?P<d2>\d{{1,2}}){_TH}\s+(?:of\s+)?(?P<m>{_MONTH})\b\.?|(?P<mb>{_MONTH})\b\.?\s+(?P<db>\d{{1,2}}){_TH}"
            rf"(?P<linkb>{_LINK})(?P<d2b>\d{{1,2}}){_TH}(?!\d|:|[.,]\d|%)){_OR_YEAR}"),
        ("monthrange", rf"(?:(?P<from>from|between)\s+)?\b(?P<m>{_MONTH})(?:\s+(?P<ya>{_YEAR}))?(?P<link>{_LINK})"
            rf"(?P<m2>{_MONTH})\b(?!\s+\d{{1,2}}\b){_OR_YEAR}"),
        ("dmy", rf"(?P<w>{_DAY})\s+\((?:the\s+)?(?P<d>\d{{1,2}}){_TH}\s+(?:of\s+)?(?P<m>{_MONTH})\.?{_OR_YEAR}\)"),
        ("mdy", rf"(?P<w>{_DAY})\s+\((?P<m>{_MONTH})\.?\s+(?P<d>\d{{1,2}}){_TH}{_OR_YEAR}\)"),
        ("dmy", rf"(?:(?P<w>{_DAY}),?\s+)?(?:the\s+)?(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.)?\s+(?:of\s+|"
            rf"de\s+)?(?P<m>{_MONTH})\b(?!['’]s?\s+\d{{1,2}}\s+(?:days|nights)\b)\.?(?:,?\s+(?:de\s+|del\s+)?(?P<y>{_YEAR})\b|"
            r"\s+(?:of\s+)?(?P<ly>last|this|next)\s+year\b)?"),
        ("mdy", rf"(?:(?P<w>{_DAY}),?\s+)?(?P<m>{_MONTH})\b\.?\s+(?:the\s+)?(?P<d>\d{{1,2}})(?:st|nd|"
            rf"rd|th)?(?!\d|:){_OR_YEAR}"),
        ("monthpart", rf"\b(?:the\s+)?(?P<part>end|close|start|beginning|middle|(?:first|second)\s+half)\s+of\s+"
            rf"(?P<m>{_MONTH})\b(?!\s+\d{{1,2}}\b){_OR_YEAR}"),
        ("my", rf"(?:(?P<part>early|mid|late|end\s+of|beginning\s+of)[\s-]+)?(?P<m>{_MONTH})\b\.?,?\s+(?:of\s+|"
            rf"de\s+)?(?P<y>{_YEAR})\b"),
        ("years", rf"(?:(?P<from>from|between)\s+)?(?P<a>{_YEAR})(?:\s?[-–—]\s?|/(?=\d\d(?:\d\d)?\b(?!/))|"
            rf"\s+(?:to|until|and(?=\s+\d{{4}})|through)\s+)(?P<b>{_YEAR}|(?:(?<=[-–—/])|(?<=[-–—]\s))\d\d)(?!\d|%|[.,]\d)\b"),
        ("partyear", r"\b(?:(?:the\s+)?(?P<q>first|second|third|fourth|1st|2nd|3rd|4th)[\s-]quarter"
            rf"(?:\s+(?:of\s+)?(?P<yq>{_YEAR}))?|"
            rf"Q(?P<n>[1-4])(?:\s+(?:of\s+)?(?P<yn>{_YEAR}))|(?:the\s+)?(?P<h>first|second)\s+half\s+of\s+(?P<yh>{_YEAR})|"
            rf"(?P<part>early|mid|late)[\s-](?P<y>{_YEAR}))\b(?![\w%]|[.,]\d)"),
        ("decade", r"(?=[eml\d])(?:(?P<part>early|mid|late)[\s-]+)?(?P<y>\b(?:1[4-9]|20|21)\d0|(?<=the\s)\d0)['’]?s\b"),
        ("month", rf"\b(?:(?P<part>early|mid|late)[\s-]+)?(?P<lead>in|since|until|by|from|before|after|during|of|to|"
            rf"and)\s+(?:(?P<part2>early|mid|late)[\s-]+)?(?P<m>{_MONTH})\s+(?:of\s+)?(?P<ly>last|this|next)\s+year\b"),
        ("weekday", rf"\b(?P<w>{_DAY})(?:\s+(?:night|morning|afternoon|evening))?\s+(?:of\s+)?(?P<lw>last|this|next)\s+"
            r"week\b"),
        ("weekdays", rf"\b(?P<from>between|from)\s+(?P<wa>{_DAY})\s+(?P<link>and|to|until|till|through)\s+"
            rf"(?P<w>{_DAY})\b"),
        ("earlier", r"\b(?P<part>earlier|later)\s+(?P<w>this\s+(?:week|month|year)|today)\b"),
        ("relunit", r"\b(?P<rel>this|last|next|the\s+past|the\s+last|past|the\s+coming|the\s+following|"
            r"the\s+previous)\s+(?P<u>week(?:end)?|month|year|decade|century|quarter)\b"
            r"(?!\s+(?:and|or)\s+next\b(?!\s+(?:week|month|year|quarter)))"),
        ("season", rf"\b(?P<rel>this|last|next)\s+(?P<s>{_SEASON})\b"),
        ("relmonth", rf"\b(?P<rel>this|last|next)\s+(?P<m>{_MONTH})\b"),
        ("relday", rf"\b(?P<rel>this|last|next|on|by|since|until|late|early)\s+"
            rf"(?P<w>{_DAY})(?:\s+(?:night|morning|afternoon|evening))?\b"),
        ("spanpast", rf"\b(?P<lead>in|over|during|for|within)?\s*the\s+(?P<rel>past|last|next|"
            rf"coming)\s+(?:(?P<n>{_COUNT})\s+)?(?P<u>{_UNIT})\b"),
        ("amount", rf"\b(?P<n>{_COUNT})\s+(?P<u>{_UNIT})(?:(?:,\s+(?P<n2>{_COUNT})\s+(?P<u2>{_UNIT}))?,?\s+and\s+"
            rf"(?P<n3>{_COUNT})\s+(?P<u3>{_UNIT})|\s+and\s+(?P<half>a\s+half))\b"
            r"(?:\s+(?P<dir>ago|earlier|later|before)\b)?"),
        ("ago", rf"\b(?:(?P<rough>just\s+over|just\s+under|over|more\s+than|nearly|almost|about|around|"
            rf"roughly)\s+)?(?P<n>{_COUNT})\s+(?P<u>{_UNIT})\s+(?P<dir>ago|earlier|later|before)\b"),
        ("daypart", r"\b(?P<d>today|tonight|(?:the\s+day\s+before\s+)?yesterday|(?:the\s+day\s+after\s+)?tomorrow|"
            r"this\s+(?:morning|afternoon|evening))\b"),
        ("sofar", r"\bso\s+far\s+this\s+(?P<u>week|month|year)\b"),
        ("yearend", r"\b(?:(?:the\s+)?end\s+of\s+(?:the|this)\s+(?P<u>week|month|year|decade)|"
            r"(?P<ye>year['’]?s?[\s-]end))\b"),
        ("recur", rf"\b(?P<r>(?:every|each|per)\s+(?:day|week|month|year|quarter|hour|{_DAY}|summer|winter)|"
            r"(?:once|twice)\s+an?\s+(?:day|week|month|year)|(?:mon|tues|wednes|thurs|fri|satur|sun)days|annually|yearly|monthly|weekly|daily|annual)\b"),
        ("age", rf"\b(?P<n>{_COUNT}|\d+)[\s-](?P<u>year|month|week|day)[\s-]old\b"),
        ("within", rf"\bwithin\s+(?P<n>{_COUNT})\s+(?P<u>{_UNIT})\b(?!\s+of\b)"),
        ("span", rf"\b(?P<a>{_COUNT})(?:\s?[-–—]\s?|\s+(?:to|or)\s+)(?P<b>{_COUNT})[\s-](?P<u>{_UNIT})\b"),
        ("duration", rf"\b(?P<n>{_COUNT})[\s-](?P<w>working[\s-]|consecutive\s+|straight\s+|full\s+)?(?P<u>{_UNIT})\b"),
        ("bareunit", r"\b(?:for|after|in|over|within|during)\s+(?:many\s+|several\s+)?(?P<u>hours|days|weeks|"
            r"months|years|decades|centuries)\b"),
        ("month", rf"\b(?:(?P<part>early|mid|late)[\s-]+)?(?P<lead>in|since|until|by|from|before|after|during|of|"
            rf"to|and|last)\s+(?:(?P<part2>early|mid|late)[\s-]+)?(?P<m>{_MONTH})\b(?!\s+\d)"),
        ("weekday", rf"\b(?P<w>{_DAY})(?:s|\s+(?:night|morning|afternoon|evening))?\b(?=[\s,.;:'’]|$)"),
        ("clock", r"\b(?P<t>\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?(?:\s?(?:GMT|UTC|BST|EST|EDT|CET|ET|PT))?|"
            r"\d{1,2}\s?[ap]\.?m\b\.?)"),
        ("year", rf"(?<![\w£$€.,#/-])(?P<y>{_YEAR})(?![\w%]|[.,]\d|\s+(?:people|men|women|children|troops|"
            r"soldiers|dollars|euros|pounds|metres|meters|km|miles|votes|cases|deaths|jobs|homes))"),
    ]  # fmt: skip
    return [(name, re.compile(pattern, flags)) for name, pattern in forms]


NEEDS_DIGIT = frozenset(
    {"crossrange", "dayrange", "iso", "slash", "dmy", "mdy", "my", "years", "decade", "clock", "year"}
)
"""The forms that hold a digit, so that a text without one need not be looked through for them."""

_DIGIT = re.compile(r"\d")
_UNIT_STEMS = ("hour", "day", "week", "fortnight", "month", "year", "decade", "centur", "minute", "quarter")
_NEEDED = {
    **dict.fromkeys(
        ("dmy", "mdy", "my", "relmonth", "month", "crossrange", "dayrange", "monthrange", "monthpart"),
        tuple(sorted(MONTHS)),
    ),
    **dict.fromkeys(("relday", "weekday", "weekdays"), tuple(sorted(WEEKDAYS))),
    **dict.fromkeys(("spanpast", "span", "amount", "duration", "bareunit", "relunit"), _UNIT_STEMS),
    "ago": ("ago", "earlier", "later", "before"),
    "age": ("old",),
    "partyear": ("quarter", "half", "early", "mid", "late", "q1", "q2", "q3", "q4"),
    "earlier": ("earlier", "later"),
    "season": ("spring", "summer", "autumn", "fall", "winter"),
    "daypart": ("today", "tonight", "yesterday", "tomorrow", "this"),
    "sofar": ("far",),
    "yearend": ("end",),
    "recur": ("every", "each", "per", "once", "twice", "annual", "yearly", "monthly", "weekly", "daily", "days"),
}
"""For a form, the letters of which it holds some."""


def absent_forms(text: str) -> frozenset[str]:
    """The forms of which a text does not hold the letters that they need, so that it need not be looked through."""
    lowered = text.lower()
    known: dict[tuple[str, ...], bool] = {}
    found = [] if _DIGIT.search(lowered) else [*NEEDS_DIGIT]
    for name, needed in _NEEDED.items():
        if needed not in known:
            known[needed] = any(letters in lowered for letters in needed)
        if not known[needed]:
            found.append(name)
    return frozenset(found)


_STEMS = tuple(
    sorted(
        {name[:3] for name in (*MONTHS, *WEEKDAYS)}
        | word_set(
            """
            hour day week fortnight month year decade centur minute quarter night morrow morning evening afternoon
            spring summer autumn fall winter annual daily
            """
        )
    )
)


def may_hold_time(text: str) -> bool:
    """Whether a text has a digit or the beginning of a word of time in it; without one no form can match.

    Looking for each word in turn is ten times faster than one pattern of all of them.
    """
    lowered = text.lower()
    return any(stem in lowered for stem in _STEMS) or _DIGIT.search(lowered) is not None
