"""Times that are counted from another one than the publication: "the next day", "his last year", "fiscal 2024"."""

from __future__ import annotations

import re

from workbench.domain.syntax import Tree
from workbench.language.grammar.lexicon import SAYING
from workbench.language.time.time_tense import is_told

_OWNED = re.compile(
    r"(?:\b(?:the|an?|my|your|his|her|its|our|their|each|every)|['’]s|s['’]|\b(?:in|during|for|of|since|until)\s+that|"
    r"\b(?-i:That))\s+$",
    re.IGNORECASE,
)
"""Words that tell whose last or next year or month it is; none of them is counted from the publication.

Behind other words "that" only joins: "she said that last year …".
"""
_OF = re.compile(r"\s+of\b")
_YEAR_OF = r"(?:fiscal|financial|tax|school|academic|budget|accounting|crop|reporting)"
_FISCAL = re.compile(rf"\b{_YEAR_OF}(?:[\s-]+years?)?\s+$|\bseasons?\s+$", re.IGNORECASE)
_FISCAL_BEHIND = re.compile(rf"(?:\s+{_YEAR_OF}[\s-]+years?|\s+season)\b", re.IGNORECASE)
_REACH = 24


def in_narrative(text: str, match: re.Match[str]) -> bool:
    """Whether a time is counted from another one in the text ("the following week", "the next Tuesday")."""
    rel = match["rel"].lower().split()[-1]
    if rel in {"following", "previous"} or _is_owned(text, match) or _is_ago(text, match):
        return True
    if rel != "next":
        return False
    if match.groupdict().get("u", "").lower() == "day":
        return True  # "the next day" is never that of the publication
    the = (
        "the" in match.group().lower().split()[:3] or text[max(0, match.start() - 4) : match.start()].lower() == "the "
    )
    return the and is_told(text, match.start())


def _is_owned(text: str, match: re.Match[str]) -> bool:
    """Whether it is the last or next one of somebody or something: "his last year at school"."""
    if match.start("rel") > match.start() or match["rel"].lower().startswith("the"):
        return _OF.match(text, match.end()) is not None  # "in the last month of the war"
    before = text[max(0, match.start() - _REACH) : match.start()]
    return match["rel"].lower() in {"last", "next"} and _OWNED.search(before) is not None


def is_fiscal(text: str, start: int, end: int) -> bool:
    """Whether a year is one of accounts, of schools or of a sport, which begins when its body says."""
    return (
        _FISCAL.search(text[max(0, start - _REACH) : start]) is not None or _FISCAL_BEHIND.match(text, end) is not None
    )


_WEEKS_ON = r"(?:an?|one|two|three)\s+(?:weeks?|fortnights?)"
_AGO = re.compile(rf"\b(?:following|previous|preceding|ago|{_WEEKS_ON})\s+$", re.IGNORECASE)
_TOLD_DAY = re.compile(
    r"\b(?:following|previous|preceding|same|that|first|second|third|fourth|final|one|an?|every|each|ago(?:\s+on)?|"
    rf"{_WEEKS_ON}(?:\s+on)?)\s+$",
    re.IGNORECASE,
)


def _is_ago(text: str, match: re.Match[str]) -> bool:
    """Whether a time with its own "on", "last" or "this" leads on or back: "a year ago on Friday", "a week on it"."""
    return _AGO.search(text[max(0, match.start() - _REACH) : match.start()]) is not None


def is_told_day(text: str, start: int) -> bool:
    """Whether the text counts a bare weekday from another day: "the following Monday", "that Sunday"."""
    return _TOLD_DAY.search(text[max(0, start - _REACH) : start]) is not None


_UP_TO = re.compile(r"\b(?:to|than|from|with|against)\s+(?:\w+\s+)?\S{0,3}\d[\d.,]*\s?(?:%|\w+)?\s+$")
_STANDS = re.compile(
    r",?\s+(?:(?!who\b|which\b|that\b|whose\b|to\b)[^\s.,;:!?“”\"()]+\s+){0,8}?"
    r"(?:is|are|has|have|(?:we|they|it|there|he|she|I|you)['’](?:s|re|ve|m))\b(?!\s+(?:\w+ly\s+)?\w+ing\b)"
)
"""What is told of how things stand on a day: "Today we have 40"."""


def is_up_to(text: str, match: re.Match[str]) -> bool:
    """Whether a "today" is where an amount has come to: "from $888 in 2021 to $1,064 today"."""
    before = _UP_TO.search(text, max(0, match.start() - 30), match.start())
    return match["d"].lower() == "today" and before is not None


def stands_today(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence that opens with "Today" tells how things are on that day."""
    return match["d"][0].isupper() and _STANDS.match(text, match.end()) is not None


_PER = re.compile(
    r"(?:(?<![\d.,])\d[\d.,]{0,15}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|"
    r"hundred|thousand|million|billion|dozens?|hundreds|thousands|millions|once|twice|times))(?:\s?(?:[bm]n|[kmp]))?"
    r"(?:\s(?!(?:for|in|within|after|over|about|than|of|took|takes|almost|nearly|only|just|lasted|spent|half|waited|last|and|or|to|"
    r"on|with|before|until|once)\b)[a-z][\w’'-]{0,24}){0,3}\s{1,3}$",
    re.IGNORECASE,
)


def is_rate(text: str, match: re.Match[str]) -> bool:
    """Whether "a day" says how often an amount comes: "six sailings a day", "£900 a year"."""
    return _PER.search(text, max(0, match.start() - 80), match.start()) is not None


_A_YEAR = re.compile(r"1[89]\d\d|20\d\d")


def is_told_in_earlier_year(tree: Tree, start: int, year: int) -> bool:
    """Whether the time at `start` is in the content of what was said in a year before `year`: "said in 2015 that …".

    The nearest verb of saying above it decides; what stands beside what was said is told by the article.
    """
    tokens = tree.tokens
    at = next((i for i, t in enumerate(tokens) if t.start >= start and t.upos not in {"ADP", "DET"}), -1)
    for _ in tokens:
        below, at = at, tokens[at].head if at >= 0 else -1
        if at < 0 or tokens[below].deprel == "parataxis":
            return False
        if tokens[at].upos == "VERB" and tokens[at].text.lower() in SAYING:
            low, high = sorted((at, below))
            apart = any(t.text == ";" for t in tokens[low:high])
            return tokens[below].deprel in {"ccomp", "xcomp"} and not apart and _has_year_before(tree, at, year)
    return False


def _has_year_before(tree: Tree, verb: int, year: int) -> bool:
    """Whether a verb has a year before `year` of its own: "said in 2015", "In May 2019 … promised"."""
    tokens = tree.tokens
    beside = {i for i in tree.children(verb) if tokens[i].deprel.startswith("obl")}
    beside |= {verb + 2} if tokens[verb + 1 : verb + 2] and tokens[verb + 1].text.lower() == "in" else set()
    years = (t for i, t in enumerate(tokens) if i in beside or t.head in beside)
    return any(_A_YEAR.fullmatch(t.text) and int(t.text) < year for t in years)
