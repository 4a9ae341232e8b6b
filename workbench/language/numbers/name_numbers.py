"""Numbers that are part of a name and count nothing: "Apollo 11", "Covid-19", "Article 5", "No. 10"."""

from __future__ import annotations

import re

from workbench.language.numbers.units import BOUNDS
from workbench.language.references.places import COUNTRIES
from workbench.language.text.tokenizer import word_set

_DESIGNATORS = word_set(
    """
    article articles section sections chapter clause paragraph amendment protocol annex appendix resolution directive
    regulation order proposition title volume book episode part act version channel radio route highway motorway
    interstate junction runway platform terminal gate pier dock flight room ward block unit building hall reactor line
    tunnel lane zone district precinct region camp area sector tier level grade stage phase type class category
    group pillar figure table page step scenario model mark apollo gemini soyuz artemis voyager sputnik luna ariane
    boeing airbus tupolev antonov ilyushin windows iphone android playstation fifa formula euro euros covid
    sars-cov no. no nos. number omicron mach brent war agenda studio
    year
    """
)
"""Words whose number tells one of them from the others; in lower case where they stand right before a number."""

_COUNTED_TOO = word_set(
    "part act order line area number no model table step mark war book title unit radio lane zone year"
)
"""Of these, words that may end a phrase of their own before an amount: they name only with a capital."""

_VOTES = word_set("ayes noes nays yeas contents abstentions yes no")
"""What a count of votes is named by: "Ayes 9, Noes 14"."""

_SINGULAR_S = word_set(
    """
    is was has as its this us thus yes plus does
    gas news bus lens crisis virus campus census series species analysis basis thesis politics economics physics
    diabetes canvas bonus status corps atlas chaos process class pass press
    """
)
_PEOPLE = word_set("people men women children")
_WHERE = word_set("in at near across around outside inside from under since on by")
_VERBS_AFTER = word_set("died were are had have was drowned fled survived remain remained arrived")
_BEFORE = re.compile(r"([^\W_][\w'’.]{0,40}(?:-[\w'’.]{1,40}){0,4})([ \u00a0]|-)$")
_EARLIER = re.compile(r"([\w'’-]{1,24})\s{1,24}$")
_FOLLOWING = re.compile(r"[\s-]+([^\W\d_]+(?:-[^\W\d_]+)?)")
_ADDRESS = re.compile(r"(?:no\.|no|number)\s?\d+", re.IGNORECASE)
_RANKED = re.compile(
    r"\s+(?:seeds?|spot|single|song|album|hit|player|draft|ranking|ranked|pick|position|choice|priority|issue|reason|"
    r"concern|cause|killer|enemy|team|tune|record)\b",
    re.IGNORECASE,
)
_RANKING = re.compile(
    r"\b(?:world|ranked|seeded|former|current|at|a|career-high|reached|hit|is|"
    r"as)\s+$",
    re.IGNORECASE,
)


_NUMBERED = re.compile(
    r"\b(?:bulletin|issue|edition|newsletter|episode|volume|case|application|lot|plot|house|ward|unit|gate|notice|circular|"
    r"platform|pit|bus|locomotive|engine|order|release|paper)\s$",
    re.IGNORECASE,
)
"""What has a number to tell one of them from the others: "Bulletin No. 47"."""


def is_name_number(text: str, start: int, after: int, written: str) -> bool:
    """Whether a whole number belongs to a name before it ("Apollo 11"), not to a noun after it ("in Kyiv 30 people").

    Args:
        text: The text the number stands in.
        start: Where it begins.
        after: Where it ends.
        written: The number as it is written, in lower case.
    """
    if not written.isdigit() or len(written) > 4 or start < 2:
        return False
    match = _BEFORE.search(text, max(0, start - 40), start)
    if match is None:
        return False
    word, lower = match.group(1), match.group(1).lower()
    if lower in BOUNDS or lower in _VOTES:
        return False
    capital = word[0].isupper()
    if match.group(2) == "-":
        return capital or lower in _DESIGNATORS
    if len(written) > 3:
        return capital and lower in _DESIGNATORS
    if lower in _DESIGNATORS and (capital or lower not in _COUNTED_TOO):
        return True
    if not capital or lower in _WHERE:
        return False
    found = _FOLLOWING.match(text, after, min(len(text), after + 40))
    noun = found.group(1) if found else ""
    if noun[:1].isupper() and not noun.isupper() and not noun.endswith("s"):
        return not _opens(text, match.start())
    if len(word) == 1 and noun.islower() and _opens(text, match.start()):
        return False  # "Z 40 wniosków": a small word of another language
    earlier = _EARLIER.search(text, max(0, match.start() - 24), match.start())
    before = earlier.group(1) if earlier else ""
    if before.lower() == "the" and _counted(lower) and not _counted(noun.lower()):
        return False  # "the Conservatives 14 and the Greens five"
    if not _counted(noun.lower()):
        if before.lower() in _WHERE and noun.lower() in _VERBS_AFTER:
            return False
        return word.isupper() or not _opens(text, match.start())
    return _with_article(text, match.start(), word)


_DATED_WORDS = word_set(
    """
    in since by until till from during before after of and or to the around about circa early mid late spring summer
    autumn fall winter easter christmas ramadan budget fiscal fy q1 q2 q3 q4 h1 h2 year years between through for on at
    when as while throughout copyright season session term class january february march april may june july august
    september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday
    thursday friday saturday sunday
    """
)
"""Words with a capital after which a year is a time and no part of a name."""
_COUNTING = word_set(
    "of about over some nearly almost around than least total all with for these those killed injured only another"
)
_DATED_NOUNS = word_set(
    """
    elections games olympics figures levels standards rules estimates data prices talks protests riots floods attacks
    polls results sales profits winners finals championships awards accords attacks models editions sanctions reforms
    """
)


def is_name_year(text: str, start: int) -> bool:
    """Whether the year at `start` is the end of a name ("Euro 2020", "Agenda 2030")."""
    match = _BEFORE.search(text, max(0, start - 40), start)
    if match is None:
        return False
    word = match.group(1)
    return word[0].isupper() and word.rstrip(".").lower() not in _DATED_WORDS and not _opens(text, match.start())


def is_counted(text: str, start: int, end: int) -> bool:
    """Whether what looks like a year counts something ("a survey of 1709 pupils")."""
    following, earlier = (
        _FOLLOWING.match(text, end, min(len(text), end + 40)),
        _EARLIER.search(text, max(0, start - 24), start),
    )
    if following is None or earlier is None or earlier.group(1).lower() not in _COUNTING:
        return False
    noun = following.group(1)
    return noun.islower() and _counted(noun) and noun not in _DATED_NOUNS and text[end] != "-"


def is_name_rank(text: str, start: int, end: int, number: int) -> bool:
    """Whether "No. 10" is an address or who lives there, not a place in a ranking ("the world No. 10")."""
    if not text[start].isupper() or not _ADDRESS.match(text, start, end):
        return False
    if re.match(r"\s+[A-Z]\w+\s+(?:Street|Road|Square|Lane|Avenue)\b", text[end : end + 60]):
        return True
    if _NUMBERED.search(text, max(0, start - 24), start):
        return True
    if number not in {10, 11} or _RANKED.match(text, end, min(len(text), end + 20)):
        return False
    place = text[max(0, start - 16) : start]
    ranking = _RANKING.search(place)
    return ranking is None or ranking.group().strip().lower() == "at"


def _counted(noun: str) -> bool:
    """Whether a noun after a number is a plural, and so may be what the number counts."""
    return noun.endswith(tuple(_PEOPLE)) or (noun.endswith("s") and not noun.endswith("ss") and noun not in _SINGULAR_S)


def _opens(text: str, at: int) -> bool:
    """Whether a word opens a sentence or quotation, where its capital tells nothing."""
    return text[:at].rstrip(" ")[-1:] in {"", ".", "!", "?", "\n", "“", '"'}


def _with_article(text: str, at: int, word: str) -> bool:
    """Whether the name that ends in `word` has an article: "the Apollo 11 crews", while "in Kyiv 30 boats" has none."""
    if word.isupper() or word in COUNTRIES:
        return False
    run = re.search(r"\b[Tt]he\s+((?:[A-Z][\w’'-]*\s+){0,3})$", text[max(0, at - 60) : at])
    if run is None:
        return False
    whole = (run.group(1) + word).strip()
    return whole not in COUNTRIES and not word.endswith("s")
