"""Whether the "m" behind a number is metres or millions: "5.84m at the bridge", "3m people"."""

from __future__ import annotations

import re

from workbench.language.grammar.lexicon import PHRASE_ENDS
from workbench.language.text.tokenizer import word_set

_METRES = re.compile(r"\d\s?m\.?$")
_TALL = re.compile(
    r"\b(?:level|levels|height|heights|tall|high|deep|depth|depths|long|length|wide|width|tide|tides|river|"
    r"waves?|snow|snowdrifts?|jump(?:ed|s)?|cleared|"
    r"threw|throw|leap|leapt|altitude|elevation|diameter|swim|sprint|hurdles|above\s+(?:sea|normal)|"
    r"below\s+(?:sea|ground)|underwater|distance)\b",
    re.IGNORECASE,
)
"""What is told of in metres where "m" may be a million."""
_BY_MONEY = (
    r"\b(?:rais(?:e|es|ed|ing)|cost(?:s|ing)?|pa(?:y|ys|id|ying)|spen(?:d|ds|t|ding)|earn(?:s|ed|ing)?|donat(?:e|es|ed|ing)|"
    r"fined|owe[sd]?|borrow(?:s|ed)?|invest(?:s|ed)?|worth|sold\s+for|bought\s+for)\b"
)
_PAID = re.compile(rf"{_BY_MONEY}[^.;\d]{{0,30}}$", re.IGNORECASE)
"""What is told of money right before a number: "the distance runners raised 3m"."""
_RAISED_BY = re.compile(r"\b(?:by|to) $", re.IGNORECASE)
"""Before a measure: "raised the wall by 3m"."""
_SIZED = word_set(
    """
    wall fence wave swell bank pile pole post tower mast board barrier sheet rod pipe cable rope ladder beam bar trench
    crack hole gap drift strip section stretch span race hurdle sprint
    """
)
"""What is itself so many metres high, long or deep: "3m waves"."""
_NO_SURE_SIZE = word_set("gap bank race")
"""Of them, what may as well be of so many millions: "a 3m gap in its budget"."""
_LONG = word_set(
    """
    pier jetty pontoon footbridge dam dyke levee breakwater chimney spire statue turbine crane scaffold container pool
    pond boat yacht dinghy barge trawler canoe shark whale crocodile python snake squid tree oak pine cliff hedge ditch
    shaft sinkhole crater gash banner
    """
)
"""What is told of by its length where there is one of it: "a 12m yacht"; many may be millions: "lost 7m trees"."""
_SIZED_NOUN = "|".join(sorted(_SIZED - _NO_SURE_SIZE))
_NOUN_ENDS = rf"(?=\W*$|[.,;:!?)]|\s(?:{'|'.join(sorted(PHRASE_ENDS))})\b)"
_SIZE_BEHIND = re.compile(
    rf"\s?(?:high|tall|deep|long|wide|thick|in\s(?:height|length|depth|diameter))(?:{_NOUN_ENDS}|\s(?:{_SIZED_NOUN})\b)"
)
_ONE_SIZED = re.compile(rf"\s(?:[a-z]{{2,12}}\s)?(?:{_SIZED_NOUN}|{'|'.join(sorted(_LONG))}){_NOUN_ENDS}")
_OF_A_TRACK = re.compile(r"(?:60|100|200|400|800|1,?500|5,?000|10,?000)\s?m")
_MONEY_BEHIND = re.compile(r"\s(?:in|of)\s(?:[a-z]+\s)?(?:money|cash|prizes?|lottery|funds?|aid|shares|debts?)\b")
_WON = re.compile(
    r"\b(?:w[io]ns?|ran|runs?|swims?|swam|lost|finished|entered|medals?|titles?|record|gold|silver|bronze|final|heats?)\b[^.;]{0,40}"
    r"\b(?:the|his|her|their|in|over)(?:\s(?:men|women|boys|girls)['’]s?)?\s$",
    re.IGNORECASE,
)
"""Before the name of a race: "won the 400m"."""
_SOLD_FOR = re.compile(
    r"\b(?:buys?|bought|sells?|sold|selling|let|leased?|rent(?:ed|s)?|traded|went)\b[^.;]{0,50}\bfor $", re.IGNORECASE
)
"""Before a price: "bought a plot 20m wide for 3m"."""
_ONE = re.compile(
    r"\b(?:an?|the|this|that|its|his|her|their|each|every|another)\s(?:[a-z]{2,12}\s){0,2}$", re.IGNORECASE
)
_PAID_SO_MUCH = re.compile(rf"{_BY_MONEY}(?:\s(?:about|some|nearly|over|up|to|another)){{0,2}}\s$", re.IGNORECASE)
"""A verb of money right before a number: "invested 40m long before the war"."""


def _has_a_size(text: str, at: int, end: int) -> bool:
    """Whether the words beside a number say how high or long one thing is: "a wall 3m high", "a 6m mast"."""
    before, behind = text[max(0, at - 60) : at], text[end : end + 40]
    if _SIZE_BEHIND.match(behind) is not None:
        return _PAID_SO_MUCH.search(before) is None
    return _ONE_SIZED.match(behind) is not None and _ONE.search(before) is not None


def _names_a_race(text: str, at: int, end: int) -> bool:
    """Whether a length is the name of a race: "won the 400m in Holm"."""
    if _OF_A_TRACK.fullmatch(text[at:end]) is None or _MONEY_BEHIND.match(text, end) is not None:
        return False
    return _WON.search(text[max(0, at - 60) : at]) is not None


def are_metres(text: str, at: int, end: int, written: str, unit: str | None) -> bool:
    """Whether a number is told of in metres.

    Args:
        text: The text.
        at: Where the number begins.
        end: Where it ends.
        written: The number as it is written, the last one of a range.
        unit: What the words behind it say that it counts.
    """
    if _METRES.search(written) is None:
        return False
    before = text[max(0, at - 60) : at]
    if _SOLD_FOR.search(before) is not None:
        return False
    if _has_a_size(text, at, end) or _names_a_race(text, at, end):
        return True
    if _PAID.search(before) is not None and not _RAISED_BY.search(text[max(0, at - 4) : at]):
        return False
    around = before + " " + text[end : end + 16]
    return _TALL.search(around) is not None and not _counts_many(text, at, end, unit)


def _counts_many(text: str, at: int, end: int, unit: str | None) -> bool:
    """Whether a plural that can be counted in millions follows a number: "3m people", "5m jobs", not "3m waves"."""
    if unit is None or unit in _SIZED or _TALL.fullmatch(unit) or text[at - 3 : at].lower() == "at ":
        return False
    return unit not in re.findall(r"[a-z]+", text[end : end + 48].lower())
