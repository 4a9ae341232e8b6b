"""Two that have changed places: "Kern bought Vogt" and "Vogt bought Kern" share every word and say the contrary.

A sentence of the passage is laid on one of the claim. Where two of its parts stand in each other's place around the
same words, it is told the other way round; where those words set one above the other ("more … than", "north of",
"before"), both cannot be right. A passive is turned round first, and so is who "lost to" whom. What goes both ways
("met", "with", "and") tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from workbench.comparison.context_window import is_past
from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.comparison.stemming import stem

MOST_WORDS, MOST_SENTENCES = 45, 40
"""Words of a sentence, and sentences of a passage, that are laid on a claim."""
LONGEST_PART, MOST_BETWEEN = 4, 7
"""Words of one of the two that change places, and words between them."""
LEAST_SHARED = 0.6
"""Part of the claim's words that a sentence must have to be laid on it."""

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,:–-]*\d|\d|[,;:()“”\"–—]")
_END = re.compile(r"(?<![A-Z])[.!?]['\"”’)]*\s+(?=\S)|\n+")
_ARTICLES = frozenset(("the", "a", "an"))
_ARTICLE = re.compile(r"\b(?:the|an?)\s$", re.I)
_BE = {"are": "is", "were": "was", "been": "was", "be": "is", "being": "is"}
_SMALL_WORDS = """
    of in on at to for from by with as is was and or but not no who which that what when where than then into over about
    between during it its he she they his her their this these those there has have had will would can could do does did
    if whether while because since until near against per also only just both all , ; : ( ) “ ” " – —
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_DOUBT_WORDS = (
    "not no never if whether would could might may should will false untrue myth n't nor neither unless hardly"
)
_DOUBT = frozenset(_DOUBT_WORDS.split())
_SAYING = frozenset(
    map(stem, ["said", "says", "told", "reported", "found", "showed", "according", "added", "announced", "confirmed"])
)
_BOTH_WAYS_WORDS = """
    met meets marry married wed divorced fought spoke talked talks agreed joined shared shares bordered borders faced
    faces played plays tied drew separated negotiated clashed collaborated cooperated resembled resembles equalled
    equals matched said told asked answered thanked called replied says near close next far away adjacent opposite
    similar different linked connected related associated same twin beside alongside versus becomes became
    remained means distance km miles
    metres minutes hours cousin friend neighbour neighbor sibling rival ally colleague partner classmate
"""
BOTH_WAYS = frozenset(map(stem, _BOTH_WAYS_WORDS.split()))
_JOINS = frozenset(("with", "and", "or", "but", "between", ",", ";", ":", "(", ")", "“", "”", '"', "–", "—", "as"))
_TURNED_WORDS = """
    before after | north south | east west | northeast southwest | northwest southeast | above below | more less
    | more fewer | longer shorter | larger smaller | bigger smaller | higher lower | taller shorter | older
    younger | older newer
    | richer poorer | faster slower | heavier lighter | warmer colder | warmer cooler | hotter colder | cheaper dearer
    | better worse | stronger weaker | earlier later | greater smaller | greater less | wider narrower | wetter drier
    | upstream downstream | ahead behind
"""
_ORDERS = frozenset(
    [
        "before",
        "after",
        "north",
        "south",
        "east",
        "west",
        "northeast",
        "southwest",
        "northwest",
        "southeast",
        "above",
        "below",
        "ahead",
        "behind",
    ]
)
_STANDS = frozenset(("is", "was", *map(stem, ("lies", "stands", "lie"))))
_BEATEN = re.compile(r"\b(?:defeat(?:s|ed)?|thrash(?:es|ed)?|overc[ao]mes?|won\s+against|wins\s+against)\b", re.I)
_LOST_TO = re.compile(r"\b(?:lost|lose|loses|went\s+down)\s+(?P<score>\d{1,3}\s?[-–:]\s?\d{1,3}\s+)?to\b", re.I)
_EXCEED = re.compile(r"\b(?:exceed|surpass)(?P<past>ed|es|s)?\b", re.I)


def _turns() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for pair in _TURNED_WORDS.split("|"):
        one, other = pair.split()
        found[one] = found.get(one, frozenset()) | {other}
        found[other] = found.get(other, frozenset()) | {one}
    return found


_TURNED = _turns()


class _Word(NamedTuple):
    """A word by its stem, where it stands, and whether it tells what happened."""

    key: str
    start: int
    end: int
    done: bool = False


class _Found(NamedTuple):
    """Where two parts stand around what lies between them, as places in a row of words."""

    start: int
    middle: int
    second: int
    end: int


def exchanged(claim: Facts, passage: Facts) -> tuple[list[Comparison], bool]:
    """What the passage tells the other way round; and whether it tells what the claim does by turning it twice."""
    found: list[Comparison] = []
    same = False
    sentences = list(_sentences(passage.text))
    for mine in _sentences(claim.text):
        told, as_said = _one(mine, sentences, claim.text, passage.text)
        found += told
        same = same or as_said
    return found, same


def _one(
    mine: Sequence[_Word], sentences: Sequence[Sequence[_Word]], claim: str, passage: str
) -> tuple[list[Comparison], bool]:
    keys = _keys(mine)
    shared = frozenset(keys) - _SMALL
    alike = [words for words in sentences if len(shared.intersection(_keys(words))) >= LEAST_SHARED * len(shared) > 0]
    twice = (
        _swapped(turned, theirs) is not None and _keys(theirs).count(other) == _keys(turned).count(other)
        for turned, other in _variants(mine)
        for theirs in alike
    )
    if any(twice):
        return [], True
    for theirs in alike:
        said = _written(claim, mine), _written(passage, theirs)
        if any(_keys(turned) == _keys(theirs) for turned, _ in _variants(mine) if _one_of_the_two(turned)):
            return [Comparison(Outcome.OPPOSITE, *said)], False
        place = _swapped(mine, theirs)
        if place is None or frozenset(_keys(theirs)) & _DOUBT - frozenset(keys):
            continue
        if any(_has(words, keys[place.start : place.end]) for words in alike):
            continue  # it tells both
        between = keys[place.middle : place.second]
        if _ordered(keys, between):
            if _nothing_more(mine, theirs):
                return [Comparison(Outcome.OPPOSITE, *said)], False
        elif _goes_one_way(between) and not _apart_in_time(keys, _keys(theirs)):
            return [Comparison(Outcome.SWAPPED, *said)], False
    return [], False


def _has(words: Sequence[_Word], wanted: Sequence[str]) -> bool:
    """Whether words stand in a sentence one behind the other."""
    return f" {' '.join(wanted)} " in f" {' '.join(_keys(words))} "


def _one_of_the_two(words: Sequence[_Word]) -> bool:
    """Whether a thing can be only one of a pair: longer or shorter; people are arrested before and after a march."""
    keys = _keys(words)
    return "than" in keys or ("of" in keys and bool(_STANDS & frozenset(keys)))


def _written(text: str, words: Sequence[_Word]) -> str:
    """A sentence as it stands there, from its first word to its last."""
    start, end = min(word.start for word in words), max(word.end for word in words)
    article = _ARTICLE.search(text, max(0, start - 5), start)
    start = article.start() if article else start
    return " ".join(text[start:end].split())[:160]


def _keys(words: Sequence[_Word]) -> list[str]:
    return [word.key for word in words]


@lru_cache(maxsize=512)
def _sentences_of(text: str) -> tuple[tuple[_Word, ...], ...]:
    said = _BEATEN.sub(lambda found: "beat".ljust(len(found.group())), text)
    begins, found = 0, []
    for stop in [*(end.end() for end in _END.finditer(said)), len(said)][:MOST_SENTENCES]:
        words = [
            _Word(_key(match.group()), match.start(), match.end(), is_past(match.group()))
            for match in _TOKEN.finditer(said, begins, stop)
            if match.group().casefold() not in _ARTICLES
        ]
        if 3 <= len(words) <= MOST_WORDS:
            found.append(tuple(_active(_lost(_exceeding(words, said), said))))
        begins = stop
    return tuple(found)


def _sentences(text: str) -> Iterator[Sequence[_Word]]:
    return iter(_sentences_of(text))


def _key(word: str) -> str:
    said = word.casefold()
    if said in _SMALL or said in _BE or said in _TURNED:
        return _BE.get(said, said)
    return "beat" if said in ("beaten", "beats") else stem(said)


def _exceeding(words: list[_Word], text: str) -> list[_Word]:
    """Words with "exceeded" put as "was higher than"."""
    found: list[_Word] = []
    for word in words:
        match = _EXCEED.fullmatch(text, word.start, word.end)
        if match is None:
            found.append(word)
            continue
        be = "was" if match["past"] == "ed" else "is"
        found += [word._replace(key=key) for key in (be, "higher", "than")]
    return found


def _lost(words: list[_Word], text: str) -> list[_Word]:
    """Words of "A lost 3-1 to B" as those of "B beat A 3-1"."""
    match = _LOST_TO.search(text, words[0].start, words[-1].end)
    if match is None:
        return words
    before = [word for word in words if word.end <= match.start()]
    at = [word for word in words if match.start() <= word.start < match.end()]
    after = [word for word in words if word.start >= match.end()]
    size = _part_size(after)
    if not before or not size or len(before) > LONGEST_PART:
        return words
    score = [word for word in at if word.key[0].isdigit()]
    return [*after[:size], at[0]._replace(key="beat"), *before, *score, *after[size:]]


def _active(words: list[_Word]) -> list[_Word]:
    """Words of "A was bought in May by B" as those of "B bought A in May"."""
    keys = _keys(words)
    by = next((at for at, key in enumerate(keys) if key == "by"), None)
    be = next((at for at, key in enumerate(keys[:by]) if key in ("is", "was")), None) if by else None
    if by is None or be is None or be + 1 >= by or by - be > MOST_BETWEEN:
        return words
    begin = max((at + 1 for at, key in enumerate(keys[:be]) if key in ("that", ",", ":")), default=0)
    size = _part_size(words[by + 1 :])
    if not size or not 0 < be - begin <= LONGEST_PART or keys[be + 1] in _SMALL:
        return words
    doer, whom = words[by + 1 : by + 1 + size], words[begin:be]
    return [*words[:begin], *doer, words[be + 1], *whom, *words[be + 2 : by], *words[by + 1 + size :]]


def _part_size(words: Sequence[_Word]) -> int:
    """How many words from the first on name one that does something or has it done."""
    size = 0
    while size < min(len(words), LONGEST_PART) and words[size].key not in _SMALL and not words[size].key[0].isdigit():
        size += 1
    return size


def _is_part(words: Sequence[_Word]) -> bool:
    """Whether words may name one of two: no small words but "of" within, and nothing that was done."""
    if words[0].key in _SMALL or words[-1].key in _SMALL:
        return False
    return not any((one.key in _SMALL and one.key != "of") or one.key in _TURNED or one.done for one in words)


def _variants(words: Sequence[_Word]) -> Iterator[tuple[list[_Word], str]]:
    """The words with one that sets two above each other turned round, and that: "fewer" for "more"."""
    for at, word in enumerate(words):
        for other in _TURNED.get(word.key, ()):
            yield [*words[:at], word._replace(key=other), *words[at + 1 :]], other


def _places(words: Sequence[_Word]) -> Iterator[_Found]:
    keys = _keys(words)
    for start in range(len(keys)):
        for middle in range(start + 1, min(start + LONGEST_PART, len(keys) - 1) + 1):
            if not _is_part(words[start:middle]):
                continue
            for second in range(middle + 1, min(middle + MOST_BETWEEN, len(keys) - 1) + 1):
                for end in range(second + 1, min(second + LONGEST_PART, len(keys)) + 1):
                    if _is_part(words[second:end]):
                        yield _Found(start, middle, second, end)


def _swapped(mine: Sequence[_Word], theirs: Sequence[_Word]) -> _Found | None:
    """Where two parts of the claim's sentence stand in each other's place in the passage's, around the same words."""
    keys, there = _keys(mine), _keys(theirs)
    known = frozenset(there)
    for place in _places(mine):
        if keys[place.start] not in known or keys[place.second] not in known:
            continue
        one, between, two = (
            keys[place.start : place.middle],
            keys[place.middle : place.second],
            keys[place.second : place.end],
        )
        if one == two or not _tells(keys, between):
            continue
        wanted = [*two, *between, *one]
        for at in range(len(there) - len(wanted) + 1):
            if there[at : at + len(wanted)] == wanted and _bounded(keys, place, there, at, at + len(wanted)):
                return place
    return None


def _bounded(keys: Sequence[str], place: _Found, there: Sequence[str], start: int, end: int) -> bool:
    """Whether what is found is no piece of a longer name on either side: "Vogt bought Kern shares"."""
    edges = (
        (_before(keys, place.start), _before(there, start)),
        (keys[place.end : place.end + 1], there[end : end + 1]),
    )
    return all(
        mine == theirs or all(not side or side[0] in _SMALL or side[0][0].isdigit() for side in (mine, theirs))
        for mine, theirs in edges
    )


_WHERE = frozenset(("in", "at", "on", "across", "throughout"))


def _before(keys: Sequence[str], start: int) -> Sequence[str]:
    """The word before a place, none where a sentence begins or has only said where: "in Velmark nurses"."""
    if not start or (start == 2 and keys[0] in _WHERE):
        return []
    return keys[start - 1 : start]


def _tells(keys: Sequence[str], between: Sequence[str]) -> bool:
    """Whether words between two parts tell something of them, and do not only join them."""
    if any(key in _JOINS for key in between):
        return False
    if _ordered(keys, between):
        return True
    return any(key not in _SMALL and not key[0].isdigit() for key in between)


def _ordered(keys: Sequence[str], between: Sequence[str]) -> bool:
    """Whether the words between two parts set one above, before or beyond the other."""
    if "than" in between:
        return any(key in _TURNED or key.endswith("er") for key in keys)
    return any(key in _ORDERS for key in between) and "than" not in keys


def _goes_one_way(between: Sequence[str]) -> bool:
    """Whether what one does to the other is not done by both: bought, and not met."""
    told = [key for key in between if key not in _SMALL and not key[0].isdigit()]
    return bool(told) and not any(key in BOTH_WAYS for key in told)


def _nothing_more(mine: Sequence[_Word], theirs: Sequence[_Word]) -> bool:
    """Whether neither sentence tells more than the other, who said it left out: a year, a place, a group."""
    one, other = (frozenset(_keys(words)) - (_SMALL - _DOUBT) - _SAYING for words in (mine, theirs))
    return one == other and any(word.done for word in mine) == any(word.done for word in theirs)


_TIMES = re.compile(r"(?:1[5-9]|20)\d\d")
_DAY_STEMS = frozenset(map(stem, ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]))


def _apart_in_time(keys: Sequence[str], there: Sequence[str]) -> bool:
    """Whether both name a year or weekday, and not the same."""
    years = [{key for key in words if _TIMES.fullmatch(key)} for words in (keys, there)]
    days = [_DAY_STEMS.intersection(words) for words in (keys, there)]
    return any(mine and theirs and not mine & theirs for mine, theirs in (years, days))
