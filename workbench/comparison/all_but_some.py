"""All but one: "the largest after Cairo", "all flights except two" for "the largest" and "all flights"."""

from __future__ import annotations

import re

from workbench.comparison.outcomes import Comparison, Outcome
from workbench.comparison.ranks import NO_SUPERLATIVE
from workbench.comparison.told_words import (
    DETERMINERS,
    LITTLE,
    NUMBER_WORDS,
    PREPOSITIONS,
    PlacedWord,
    Telling,
    is_verb,
    set_of,
)

_ALL = frozenset(("all", "every", "each", "everyone", "everybody", "everything", "entire", "whole", "always"))
_NONE = frozenset(("no", "none", "nobody", "nothing", "never"))
_TOP = frozenset(("most", "best", "worst", "top", "first", "only", "least"))
_EXCEPT = re.compile(
    r"\b(?:(?i:except(?:\sfor|ing)?|apart\sfrom|aside\sfrom|other\sthan|excluding|barring|besides|with\sthe\sexception\sof"
    r"|second\sonly\sto)|save(?:\sfor)?(?=\s(?:the|one|two|a|an|for|[A-Z])))\s"
    r"(?!in\b|on\b|at\b|by\b|when|where|that\b|to\b|if\b|for\b|as\b|during|being|having|[a-z]{2,15}ing\b)"
)
_RANKED_AFTER = re.compile(r"\b(?:[Aa]fter|[Bb]ehind|bar|[Oo]utside)\s(?=(?:the\s|only\s)?(?:[A-Z]|one\b))")
_BUT = re.compile(
    r"\b(?:but|bar)\s(?=(?:the\s)?(?:[A-Z\d]|one\b|two\b|three\b|four\b|five\b|six\b|a\sfew\b|a\shandful\b|the\s))"
)
_ALL_BUT = re.compile(rf"\b[Aa]ll\sbut\s(?:\d{{1,4}}|{'|'.join(sorted(NUMBER_WORDS))}|a\sfew|the\s|[A-Z])")
_DAYS = set_of(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday easter christmas ramadan"
)
_OTHER_CLAUSE = re.compile(r"[;:()–—]|,\s(?:and|but|which|who|with|while)\b")
FAR = 9
"""Words between a superlative or "all" and what is left out."""


def all_but_some(told: Telling) -> Comparison | None:
    """What the claim says of all, or of the first of all, where the passage leaves somebody out."""
    places = [at for at, word in enumerate(told.claim) if _kind(word.low) and not _is_ranked(told.claim, at)]
    kinds = {_kind(told.claim[at].low) for at in places}
    if not kinds or _EXCEPT.search(told.claimed) or any(word.low == "but" for word in told.claim):
        return None
    own = places[0]
    places = [at for at, word in enumerate(told.words) if _kind(word.low) in kinds]
    found = [_left_out(told, at) for at in places]
    if not found or not all(found):
        return None
    return Comparison(Outcome.ANOTHER, told.own_said(own, own + 2), found[0])


def _kind(word: str) -> str:
    if word in _ALL or word in _NONE:
        return "all" if word in _ALL else "none"
    ends = word.endswith("est") and len(word) > 4 and word not in NO_SUPERLATIVE
    return "top" if ends or word in _TOP else ""


def _is_ranked(words: tuple[PlacedWord, ...], at: int) -> bool:
    """Whether a superlative stands behind an ordinal: "the fifth largest" has others before it."""
    return at > 0 and re.fullmatch(r"(?:second|third|[a-z]+th|\d+(?:st|nd|rd|th))", words[at - 1].low) is not None


def _left_out(told: Telling, at: int) -> str:
    """Who is left out of what a word ranks or counts, in the passage's words."""
    words, text = told.words, told.text
    top = _kind(words[at].low) == "top"
    begin, stop = words[0].start, words[-1].end
    whole = _ALL_BUT.match(text, words[at].start)
    if whole is not None:
        return told.said(at, min(at + 2, len(words) - 1))
    forms = (_EXCEPT, _RANKED_AFTER) if top else (_EXCEPT, _BUT)
    for form in forms:
        for one in form.finditer(text, begin, stop):
            first = next(place for place, word in enumerate(words) if word.start >= one.start())
            name = next((place for place, word in enumerate(words) if word.start >= one.end()), None)
            if name is None or not _is_of(told, at, first, name):
                continue
            last = _last(told, name)
            if last and (form is _EXCEPT or _stands_alone(told, at, first, last)):
                return told.said(min(at, first), max(last, at)) if abs(first - at) < FAR else told.said(first, last)
    return ""


def _is_of(told: Telling, at: int, first: int, name: int) -> bool:
    """Whether an exception stands in the clause of a word, behind it or before its sentence."""
    words = told.words
    low, high = sorted((at, first))
    between = told.text[words[low].end : words[high].start]
    led = first == 0 or words[first - 1].text in ",;"
    near = high - low <= FAR + 6 and _OTHER_CLAUSE.search(between) is None
    return near and (first > at or led) and words[name].low.removesuffix("'s") not in _DAYS


def _last(told: Telling, name: int) -> int:
    """Where the name ends of whom an exception leaves out, 0 where the claim names it too."""
    words, last = told.words, name
    while last + 1 < len(words) and last - name < 4 and words[last + 1].is_word:
        if words[last + 1].low in LITTLE | PREPOSITIONS or (last > name and is_verb(words, last + 1)):
            break
        if (words[name].is_name or words[name].is_number) and told.in_claim(words[last + 1]):
            break
        last += 1
    named = [word for word in words[name : last + 1] if word.low not in LITTLE | DETERMINERS or word.low == "one"]
    return 0 if not named or all(told.in_claim(word) for word in named) else last


def _stands_alone(told: Telling, at: int, first: int, last: int) -> bool:
    """Whether whom a "but" or "after" names does nothing itself: not "after Ghana withdrew"."""
    words = told.words
    subject = first > at and not any(is_verb(words, place) for place in range(at + 1, first))
    if words[first].low == "but" and subject:
        return True
    after = last + 1
    if first < at:  # "After Lagos, it is the largest", and not "After Ann's deal it is"
        return after < len(words) and words[after].text == ","
    return after >= len(words) or not (is_verb(words, after) or is_verb(words, last))
