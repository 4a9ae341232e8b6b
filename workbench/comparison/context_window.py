"""The words around a number or a date: what it is about, and what keeps two of them from being held together."""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.comparison.headings import within_lines
from workbench.comparison.stemming import stem

BESIDE_WORDS = 6
"""Words on either side of an amount that say what it measures."""

NOUN_WITHIN = 6
"""Words after a number or year among which the noun it stands before is looked for."""

LEAD = 100
"""Characters before a number or date in which the words that lead up to it are looked for."""

_MONTH_NAMES = "January February March April May June July August September October November December"
MONTHS = frozenset(_MONTH_NAMES.split())
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")


def months(text: str, at: int) -> frozenset[str]:
    """The months that the sentence around a place names."""
    return frozenset(_MONTH.findall(text, *sentence(text, at)))


WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_EMPTY_WORDS = """
    a an the of in on at to for from by with as is are was were be been being has have had do does did will would can
    could may might must should it its he she they his her their this that these those there and or but not no who
    which what when where than then also into over about after before between during more less least most per cent
    around nearly almost even some only since until up year years month months day days first one
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())


@lru_cache(maxsize=2048)
def stems(text: str) -> frozenset[str]:
    """The stems of the words of a text that say something."""
    return frozenset(
        stem(word) for word in map(str.casefold, WORD.findall(text)) if word not in _EMPTY and len(word) > 2
    )


@lru_cache(maxsize=4096)
def beside(text: str, start: int, end: int) -> frozenset[str]:
    """The stems of the words beside a span."""
    return stems(around(text, start, end))


@lru_cache(maxsize=4096)
def around(text: str, start: int, end: int) -> str:
    """The words beside a span, within its sentence as far as full stops tell."""
    least, most = within_lines(text, start, end)
    before = re.split(r"[.;!?](?=\s)", text[max(least, start - 120) : start])[-1].split()[-BESIDE_WORDS:]
    after = re.split(r"[.;!?](?=\s|$)", text[end : min(most, end + 120)])[0].split()[:BESIDE_WORDS]
    return " ".join([*before, *after])


LONGEST = 400
"""Characters on either side within which the ends of a sentence are looked for; tables and lists have none."""

_STOP = re.compile(r"[.!?](?:\s|$)")


@lru_cache(maxsize=4096)
def sentence(text: str, at: int) -> tuple[int, int]:
    """Where the sentence around `at` begins and ends, as far as full stops and the ends of headings tell."""
    begins, ends = within_lines(text, at, at)
    least, most = max(begins, at - LONGEST), min(ends, at + LONGEST)
    start = max((match.end() for match in _STOP.finditer(text, least, at) if match.end() <= at), default=least)
    end = _STOP.search(text, at, most)
    return start, end.start() if end else most


def just_before(words: re.Pattern[str], text: str, place: int) -> re.Match[str] | None:
    """What a pattern that ends in "$" finds right before a place of a text."""
    return words.search(text, max(within_lines(text, place, place)[0], place - LEAD), place)


_PHRASE = re.compile(
    r"\b(?P<link>in|for|to|from|at|on|among|across|with|by|over|under)\s+(?:(?:the|a|an|its|his|her|their|all)\s+)?(?P<of>[^\W\d_][\w-]*)",
    re.I,
)


_NUMBERS = "two three four five six seven eight nine ten twelve twenty hundred thousand million billion"
_NUMBER_STEMS = frozenset(map(stem, _NUMBERS.split()))


def phrases(text: str, start: int) -> dict[str, frozenset[str]]:
    """By preposition, the stems of what stands behind it in the sentence at `start`: "in" Italy, "for" nurses."""
    begin, end = sentence(text, start)
    found: dict[str, frozenset[str]] = {}
    for match in _PHRASE.finditer(text, begin, end):
        link = match["link"].casefold()
        found[link] = found.get(link, frozenset()) | (stems(match["of"]) - _NUMBER_STEMS)
    return found


_PLACE = re.compile(r"\b(?i:in|at|across|throughout)\s+(?:the\s+)?(?P<name>[^\W\d_a-z][\w-]+)")


def places(text: str, start: int) -> frozenset[str]:
    """The stems of the names that stand behind "in" in the sentence at `start`, months left out."""
    begin, end = sentence(text, start)
    found = (match["name"] for match in _PLACE.finditer(text, begin, end))
    return frozenset(stem(name.casefold()) for name in found if name.casefold() not in _OPENERS)


_PAST = re.compile(
    r"(?:[^\W\d_]{2,}(?:[^e]ed|owed|eed)|began|begun|built|held|sold|sent|found|made|done|won|paid|met|lost|left|kept"
    r"|brought|fell|fallen|took|taken|gave|given|wrote|written|went|gone|came|became|grew|grown|flew|flown|broke|broken"
    r"|chose|chosen|drew|drawn|drove|driven|rose|risen|shot|struck|sank|sunk|shut|cut|put|led|fought|bought|caught|taught"
    r"|thought|spent|born|died|ran|set|hit|said|told|saw|seen|stood|spoke|spoken|opens?|closes?|starts?|begins?|ends?"
    r"|expires?|laid|sat|slept|threw|thrown|swept|stole|stolen|rode|ridden|hid|hidden|bred|fed"
    r"|burnt|dealt|dug|hung|lent|lit|meant|rang|sang|sought|stuck|swam|swore|sworn|tore|torn"
    r"|woke|wore|worn|withdrew|withdrawn|overcame|undertook|underwent|will)$",
    re.I,
)


def is_verb(word: re.Match[str]) -> bool:
    """Whether a word is likely to tell what happened, by its form."""
    return is_past(word.group())


@lru_cache(maxsize=16_384)
def is_past(word: str) -> bool:
    """Whether a word is likely to tell what happened, by its form alone."""
    return word[0].islower() and _PAST.match(word) is not None


def verb_before(text: str, start: int) -> str | None:
    """The stem of the last verb before a place in its sentence, None without one."""
    begin, _ = sentence(text, start)
    before = [word.group() for word in WORD.finditer(text, begin, start) if is_verb(word)]
    return stem(before[-1].casefold()) if before else None


def verb_at(text: str, start: int, end: int) -> str | None:
    """The stem of the verb that is nearest to a span in its sentence, before it rather than after; None without one."""
    before = verb_before(text, start)
    if before is not None:
        return before
    stop = sentence(text, start)[1]
    after = next((word.group() for word in WORD.finditer(text, end, stop) if is_verb(word)), None)
    return stem(after.casefold()) if after else None


def next_stems(text: str, end: int, most: int) -> list[str]:
    """The stems of the first words after a span, up to one that says nothing."""
    found: list[str] = []
    for match in WORD.finditer(text, end):
        word = match.group().casefold()
        if len(found) == most or word in _EMPTY:
            break
        found.append(stem(word))
    return found


def same_noun(one: tuple[str, int], other: tuple[str, int]) -> bool:
    """Whether the word after one place of a text is among the first after the other: "album" and "studio album"."""
    mine, theirs = next_stems(*one, NOUN_WITHIN), next_stems(*other, NOUN_WITHIN)
    return bool(mine and theirs) and (mine[0] in theirs or theirs[0] in mine)


_FAR_MARKS = {
    "denied": r"not(?! only| just)|never|no longer|without|nor|false|falsely|untrue|wrong|wrongly|denie[sd]|deny|myth"
    r"|hoax|rather than|instead of|cannot|except",
    "hoped": r"hop(?:e|es|ed|ing)|plan(?:s|ned|ning)?|expect\w*|forecast\w*|predict\w*|project(?:s|ed)|target\w*"
    r"|aim\w*|goals?|would|could|may(?!\s+\d)|might|should|will|shall|propos\w*|intend\w*|pledg\w*|promis\w*|budgeted|if"
    r"|ask(?:s|ed|ing)? for|demand\w*|s(?:eeks?|ought)|want(?:s|ed)?|request\w*|call(?:s|ed)? for|offer(?:s|ed)?"
    r"|polls?",
    "told": r"claim(?:s|ed)?(?!\s(?:\w+\s){1,3}lives)|alleg\w*|reportedly|supposed\w*|rumou?r\w*"
    r"|(?:was|were|is|are) said|purported\w*",
    "earlier": r"initially|at first|originally|previously|formerly|earlier(?!\sthan)|used to|so far"
    r"|preliminary|provisional|last time|at the time",
    "each": r"each|every|average|averaged|median|mean|per (?:person|head|capita|household)|apiece",
    "akin": r"predecessor|successor|brother|sister|son|daughter|wife|husband|father|mother|deputy|assistant|spokes\w+"
    r"|rivals?|enem(?:y|ies)|neighbours?|opponents?",
}
_CLOSE_MARKS = {
    "other": r"another|others?|former|previous|similar|neighbouring|different|elsewhere|old|new",
    "part": r"wing|branch|youth|section|phase|stage|alone|among|remaining|the rest|additional|extra|further"
    r"|subsidiary|(?:lower|upper) house",
}
_FAR, _CLOSE = (
    {name: re.compile(rf"\b(?:{words})\b", re.I) for name, words in marks.items()}
    for marks in (_FAR_MARKS, _CLOSE_MARKS)
)
_SHORT_NOT = re.compile(r"n['’]t\b", re.I)
_OF_THEM = re.compile(r"\s+of (?:them|whom|which|those)\b", re.I)
_DONE_TO = re.compile(r"\b(?!including)[a-z]{2,20}ing\s(?:(?:at|least|most|about|some|nearly|another)\s){0,2}$")
"""Opens what was done to so many, who are all of them: "infected 40, killing six of them"."""


@lru_cache(maxsize=4096)
def marks(text: str, start: int, end: int) -> frozenset[str]:
    """What the words around a span say of it beside the matter: that it is denied, hoped for, of another, of a part."""
    begin, stop = sentence(text, start)
    far = text[max(begin, start - 70) : start] + " " + text[end : min(stop, end + 40)]
    close = text[max(begin, start - 35) : start] + " " + text[end : min(stop, end + 25)]
    found = {name for name, words in _FAR.items() if words.search(far)}
    found |= {name for name, words in _CLOSE.items() if words.search(close)}
    if _SHORT_NOT.search(far):
        found.add("denied")
    if _OF_THEM.match(text, end) and not _DONE_TO.search(text, begin, start):
        found.add("part")
    return frozenset(found)


@lru_cache(maxsize=4096)
def marks_within(text: str, start: int) -> frozenset[str]:
    """What marks stand anywhere in the sentence at a place: "the new law" is far from whoever backed it."""
    said = text[slice(*sentence(text, start))]
    return frozenset(name for marks in (_FAR, _CLOSE) for name, words in marks.items() if words.search(said))


_NAME = re.compile(r"\b[^\W\d_a-z][^\W\d_]{2,}")


_SHORT_NAMES = (
    (re.compile(r"\bU\.?S\.?(?:A\.?)?(?=\W|$)"), "United States"),
    (re.compile(r"\bU\.?K\.?(?=\W|$)"), "United Kingdom"),
)


def _written_out(text: str) -> str:
    for short, name in _SHORT_NAMES:
        text = short.sub(name, text)
    return text


def _names(text: str) -> frozenset[str]:
    return frozenset(
        stem(word)
        for word in map(str.casefold, _NAME.findall(_written_out(text)))
        if word not in _EMPTY and word not in _OPENERS
    )


_PRONOUN = re.compile(r"(?:in \S+ )?(?:\w+, )?(?:he|she|it|they|his|her|its|their)\b", re.I)
_OPENER_WORDS = """
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday and but yet all both each every last next while although though because two three
    four five six seven eight nine ten dozens hundreds thousands millions half nearly almost fewer
    eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy
    eighty ninety around about some only
    """
_OPENERS = frozenset(_OPENER_WORDS.split())


def of_another(claim: str, passage: str, about: str, start: int) -> bool:
    """Whether the sentence at `start` of a passage names others, and the passage hardly any that the claim names.

    Args:
        claim: The claim's words.
        passage: The passage's words.
        about: The title it stands under.
        start: A place in the sentence that is asked about.
    """
    own = _names(claim)
    if not own or _PRONOUN.match(claim):
        return False
    there = stems(_written_out(f"{about} {passage}"))
    if 2 * len(own & there) >= len(own):
        return False
    begin, end = sentence(passage, start)
    said = passage[begin:end]
    return not _PRONOUN.match(said) and bool(_names(said) - stems(claim))
