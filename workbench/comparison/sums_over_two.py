"""An amount of two together that is no amount of the one: "12 dead in Holm" and "12 dead in Holm and Dace"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.comparison.told_words import (
    DETERMINERS,
    HELPERS,
    LITTLE,
    NUMBER_WORDS,
    PREPOSITIONS,
    PlacedWord,
    Telling,
    is_verb,
    set_of,
    tokens,
    told_by,
)

LONGEST = 4
"""Words of the other one: "the north of England" is told by its first."""

_APART = set_of("each apiece respectively both either respective separately")
"""Words that tell the amount of each of them."""
_COUNT_WORDS = """
    several many dozens some another more at least about nearly over around up almost few most half other others
    often sometimes
"""
_ANOTHER_COUNT = frozenset(_COUNT_WORDS.split()) | NUMBER_WORDS
_SUMS = ("total", "number", "further", "sum", "others", "room", "space")
_OPENS_CLAUSE = set_of("which who that where when while whose because but")
_NEARBY = set_of("nearby neighbouring neighboring surrounding other parts most")
_JOINS: tuple[tuple[str, ...], ...] = (
    ("and",),
    ("together", "with"),
    ("along", "with"),
    ("as", "well", "as"),
    ("plus",),
)
_NOT_JOINED = (LITTLE | HELPERS) - DETERMINERS


def of_both(claim: Facts, passage: Facts, amounts: Sequence[Comparison]) -> list[Comparison]:
    """The amounts, where those that agree are told of what the claim names and of another together."""
    if not any(_is_held(one) for one in amounts):
        return list(amounts)
    sentences = told_by(claim.text, passage.text)
    if any(word.low in _APART for told in sentences for word in told.words):
        return list(amounts)
    found = []
    for one in amounts:
        found_in = [_joined(told, one.passage) for told in sentences] if _is_held(one) else []
        joined = found_in[0] if found_in and all(found_in) else ""
        said = joined if one.passage in joined else f"{one.passage}, {joined}"
        found.append(replace(one, outcome=Outcome.ANOTHER, passage=said) if joined else one)
    return found


def _is_held(one: Comparison) -> bool:
    return one.outcome is Outcome.AGREEMENT and not one.places and any(word.is_number for word in tokens(one.claim))


def _joined(told: Telling, amount: str) -> str:
    """What the passage names beside something of the claim's, in its own words; "" where it tells of it alone."""
    words = told.words
    placed = [at for at, word in enumerate(words) if word.text in amount.split() and word.is_number]
    for at, word in enumerate(words):
        if not placed or not _is_own(told, at):
            continue
        if word.low in NUMBER_WORDS or not _in_one_clause(words, at, placed[0]) or _told_alone(told, at):
            continue
        last, first = _other_behind(told, at), _other_before(told, at)
        if last or first is not None:
            return told.said(at, last) if last else told.said(first or 0, at)
    return ""


def _told_alone(told: Telling, at: int) -> bool:
    """Whether the word at a place stands elsewhere in the sentence without another beside it."""
    return any(
        twin.stem == told.words[at].stem
        and other != at
        and not _other_behind(told, other)
        and _other_before(told, other) is None
        for other, twin in enumerate(told.words)
    )


def _in_one_clause(words: tuple[PlacedWord, ...], at: int, amount: int) -> bool:
    """Whether one thing is done between a word and an amount: no clause of another stands there."""
    low, high = sorted((at, amount))
    done = sum(is_verb(words, place) and words[place].low not in HELPERS for place in range(low + 1, high))
    between = words[low + 1 : high]
    return done < 2 and not any(word.text in ";:()–—" or word.low in _OPENS_CLAUSE for word in between)


def _other_behind(told: Telling, at: int) -> int:
    """Where another ends that is joined to the word at a place by what follows it, 0 without one."""
    words = told.words
    begins = _after_join(told, at)
    if not begins:
        return _end_of_list(told, at)
    before = words[at - 1].low if at else ""
    if words[begins].low in PREPOSITIONS and words[begins].low == before:  # "in Holm and in Dace"
        begins += 1
    if words[at - 1].low == "to" and not words[at].is_name and not words[at].low.endswith("s"):
        return 0  # "to detect and classify mines"
    return _one(told, begins, doer=_is_doer(told, at), names=_is_named(told, at))


def _after_join(told: Telling, at: int) -> int:
    """Where what is joined begins, 0 where nothing is."""
    words = told.words
    after = at + 1
    if after < len(words) and words[after].text == ",":
        after += 1
        joins = _JOINS[1:]
    else:
        joins = _JOINS
    for join in joins:
        if tuple(word.low for word in words[after : after + len(join)]) == join and after + len(join) < len(words):
            return after + len(join)
    return 0


def _end_of_list(told: Telling, at: int) -> int:
    """Where a list ends that goes on behind the word at a place: "Germany, France and Spain"."""
    words, place = told.words, at + 1
    for _ in range(8):
        if place >= len(words) or words[place].text != ",":
            return 0
        last = _one(told, place + 1, doer=True, listed=True, names=_is_named(told, at))
        if not last:
            return 0
        place = last + 1
        if place < len(words) and words[place].low == "and":
            return _one(told, place + 1, doer=_is_doer(told, at), names=_is_named(told, at))
    return 0


def _one(told: Telling, begin: int, *, doer: bool, names: bool = False, listed: bool = False) -> int:
    """The last word of another thing that begins at a place, 0 without one, or where it does something itself."""
    words = told.words
    first = _first(words, begin, names=names, listed=listed)
    if not first or _is_count(words[first]) or (words[first].low.endswith("ly") and not words[first].is_name):
        return 0
    last = first - 1
    while last + 1 < len(words) and last - first < LONGEST and _goes_on(told, first, last + 1):
        last += 1
    if last < first or all(told.in_claim(word) for word in words[first : last + 1]):
        return 0
    after = last + 1
    if after == len(words):
        return last
    if words[after].low in ("among", "included"):
        return 0  # "30 hostages, women and children among them"
    if first == begin and not names and _is_own(told, after):
        return 0  # "the singer and writer Thomas Rhett"
    clause = not doer and is_verb(words, after) and words[after].low not in ("combined", "put")
    return 0 if clause else last  # "in Holm and Dace lost 40 houses"


def _first(words: tuple[PlacedWord, ...], begin: int, *, names: bool, listed: bool) -> int:
    """Where another thing is named that begins at a place, behind its article; 0 without one."""
    if begin >= len(words) - 1:
        return begin if begin < len(words) else 0
    article, next_one = words[begin].low, words[begin + 1]
    if listed:  # "in Holm, a town of farmers"; "90 trees, pine and carob"
        article_first = article in DETERMINERS
        named = next_one.is_name if article_first else words[begin].is_name
        return begin + article_first if names and named else 0
    if article in ("a", "an"):  # "12 people and a dog", "in Holm and a nearby village"
        return begin + 1 if names and next_one.low not in _SUMS else 0
    if article in DETERMINERS:
        return begin + 1 if next_one.low not in _SUMS else 0
    named = words[begin].is_name or _is_year(words[begin]) or article in _NEARBY
    return 0 if (names and not named) or article in _SUMS else begin  # "at Lake Erie and consists of meadows"


def _goes_on(told: Telling, first: int, at: int) -> bool:
    """Whether a word belongs to the thing whose name begins at `first`."""
    word = told.words[at]
    if not (word.is_word or _is_year(word)) or word.low in LITTLE | PREPOSITIONS or is_verb(told.words, at):
        return False
    return at == first or not (_is_count(word) or told.in_claim(word))


def _is_own(told: Telling, at: int) -> bool:
    """Whether a word names something that the claim names too."""
    word = told.words[at]
    return (
        (word.is_word or _is_year(word))
        and word.low not in LITTLE
        and word.stem in told.own
        and not is_verb(told.words, at)
    )


def _is_named(told: Telling, at: int) -> bool:
    return told.words[at].is_name or _is_year(told.words[at])


def _is_count(word: PlacedWord) -> bool:
    return word.low in _ANOTHER_COUNT or (word.text[0].isdigit() and not _is_year(word))


def _is_year(word: PlacedWord) -> bool:
    return word.text.isdigit() and len(word.text) == len("2020")


def _is_doer(told: Telling, at: int) -> bool:
    """Whether a word may stand in who does it: no verb stands before it in its sentence."""
    return not any(is_verb(told.words, place) for place in range(at))


def _other_before(told: Telling, at: int) -> int | None:
    """Where another begins that is joined to the word at a place by what stands before it: "Dace and Holm"."""
    words = told.words
    join = at - 1
    while join > 0 and (words[join].low in DETERMINERS or _is_own(told, join)):
        join -= 1
    if join < 1 or words[join].low != "and" or at - join > LONGEST or not _is_own(told, at):
        return None
    first = join - 1
    while first >= 0 and join - first <= LONGEST and words[first].is_word and words[first].low not in _NOT_JOINED:
        if is_verb(words, first) or words[first].low in _ANOTHER_COUNT:
            break
        first -= 1
    first += 1
    if first == join or all(told.in_claim(word) for word in words[first:join]):
        return None
    led = first > 0 and words[0].low in PREPOSITIONS and not any(is_verb(words, place) for place in range(first))
    led = led or all(word.is_name or word.text == "," for word in words[:first])  # "Germany, Austria and France"
    opens = first == 0 or words[first - 1].low in ("that", *PREPOSITIONS) or (words[first - 1].text == "," and led)
    after = at + 1
    clause = after < len(words) and is_verb(words, after) and first > 0 and words[first - 1].low in PREPOSITIONS
    return first if opens and not clause else None
