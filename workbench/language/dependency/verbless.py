"""Facts without a verb, of lists, headlines and posts: "Net debt: 1.1 billion kroner", "Nine dead in hotel fire"."""

from __future__ import annotations

import re

from workbench.domain.quantities import QuantityKind
from workbench.language.numbers.quantity_extraction import quantities
from workbench.language.numbers.units import SUPERLATIVES
from workbench.language.text.tokenizer import word_set, words
from workbench.language.time.times import times

_RANKS = frozenset({QuantityKind.ORDINAL, QuantityKind.SUPERLATIVE})
_NO_FACT = re.compile(
    r"\s*(?:chapter|figure|fig|table|part|page|section|article|vol(?:ume)?|issue|step|episode|appendix|annex|"
    r"exhibit|note|ref|"
    r"(?:price|ticket)s?(?:\s?[:–-]|\s(?:from|at|[£$€\d]))|top|tel|phone|fax|call|room|floor|suite|click|photo|image|video|watch|by|from|with|for|about|"
    r"source|sources|read|more)\b|\s*(?:the\s+)?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|"
    r"twenty)\s+(?:[\w-]+\s+){0,2}?(?:things|reasons|ways|tips|facts|questions|takeaways|steps|photos|pictures|"
    r"charts|stories|lessons|points|best|of)\b|.*(?:\+\s?\d[\d\s()-]{6,}|\b0\d[\d\s/-]{6,}\d|https?://|@\w)",
    re.IGNORECASE | re.DOTALL,
)
_RANKING = re.compile(
    rf"\b(?:most|least|first|last|record|{'|'.join(sorted(SUPERLATIVES - {'latest', 'newest'}))})\b",
    re.IGNORECASE,
)
_STATES = word_set(
    """
    dead injured hurt wounded killed missing closed stolen lost burned burnt destroyed damaged flooded arrested sunk cut
    shut sold built open broken empty dry down up homeless evacuated rescued trapped stranded banned jailed sacked fired
    bereft ill sick infected vaccinated displaced detained charged unpaid unsold unused
    """
)
"""Words that say of things counted before them what became of them."""
_RESULT = re.compile(
    r"(?:(?-i:[A-Z])[\w’'&.-]{0,30}\s){1,4}\d{1,3}\s?[-–]\s?\d{1,3}\s(?:(?-i:[A-Z])[\w’'&.-]{0,30}[\s:,;]?){1,4}"
    r"(?:\s?\([^()]{1,30}\))?"
)
"""The result of a match: "Holm Rovers 3-2 Sund City (aet)"."""
_LABELLED = re.compile(r"(?P<label>[A-Z][\w’' /-]{2,40}):\s+(?=[^\s]{0,4}\d)")
"""A label and its figure: "Attendance: 4,817"."""
_NO_LABEL = re.compile(
    r"(?:.*\b(?:comments?|views?|likes?|shares?|words?|reading(?:\s+time)?|replies|followers?|pages?|date|time|posts|joined|"
    r"location|updated|published|posted|duration|isbn|issn|doi|order|invoice|id|number|no|age|version|zip|code|fax|tel|phone|"
    r"mobile|from|to|sent|subject|re|chapter|verse|question|answer|score|rating|ref\w*|www|http)\b.*)",
    re.IGNORECASE,
)
_NO_CHANGE = re.compile(
    r"no\s+(?:new\s+)?(?:change|changes|increase|increases|rise|rises|cut|cuts|reduction|reductions|tax|taxes|limit|charge|charges|"
    r"fee|fees|ban|deaths?|injuries|casualties|bridges?|evidence|plans?)\s+(?:to|in|for|of|on|at|during)\s+\w",
    re.IGNORECASE,
)
"""What a list of measures denies: "No change to fares"."""
_AMONG = re.compile(
    r"\b(?:in\s+(?:the\s+)?(?:state|country|county|world|region|city|town|nation|league|history|europe|asia|"
    r"africa|america|britain|years|decades|"
    r"[A-Z]\w+)|of\s+(?:any|all)|since|ever|on\s+(?:record|earth))\b"
)
_FIRST = 8
"""Characters before a rank that opens a line."""
_FEWEST = 3


def is_heading(text: str, start: int, end: int) -> bool:
    """Whether a line only says what follows: "Ten things to know", "Part 2", "Figure 3"."""
    return _NO_FACT.match(text, start, end) is not None


def asserts_without_verb(text: str, start: int, end: int, *, headline: bool) -> bool:
    """Whether words without a finite verb still state something that can be checked: an amount of something, a rank.

    Args:
        text: The article.
        start: Where the words begin.
        end: Where they end.
        headline: Whether they are a line of their own; running text needs an amount.
    """
    tokens = [token for token in words(text, start, end) if token.is_word]
    if _NO_FACT.match(text, start, end):
        return False
    label = _LABELLED.match(text, start, end)
    if label is not None and len(tokens) > 1 and not _NO_LABEL.fullmatch(label["label"]):
        return bool(quantities(text, label.end(), end))
    if len(tokens) < _FEWEST:
        return False
    if (headline and _NO_CHANGE.match(text, start, end)) or _RESULT.fullmatch(text, start, end):
        return True
    nouns = [t for t in tokens if t.text.isalpha() and len(t.text) > 2]
    dates = times(text, start, end)
    found = [q for q in quantities(text, start, end) if all(q.end <= t.start or q.start >= t.end for t in dates)]
    if nouns and any(q.kind not in _RANKS and (q.unit or q.kind is not QuantityKind.COUNT) for q in found):
        return True
    opens = next((i + 1 for i, t in enumerate(tokens[:4]) if text[t.end : t.end + 1] == ":"), 0)
    if tokens[min(opens, len(tokens) - 1)].lower == "no" and dates:
        return True  # "No water in the ward for eleven days", "Rail: no trains before Monday"
    if any(q.kind not in _RANKS for q in found):
        return bool(_STATES & {token.lower for token in tokens}) or (headline and len(nouns) > 1)
    ranking = _RANKING.search(text, start, end)
    if ranking is None or len(nouns) < 3:
        return False
    # in running text "The highest water bills in the state", not "My best wishes to all"
    return headline or (ranking.start() - start <= _FIRST and _AMONG.search(text, ranking.end(), end) is not None)
