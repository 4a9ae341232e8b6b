"""What was, for what is: "was the mayor until 2019" beside "is the mayor", "owned for nine years" beside "owns"."""

from __future__ import annotations

import re

from workbench.comparison.context_window import is_past
from workbench.comparison.outcomes import Comparison, Outcome
from workbench.comparison.told_words import (
    DETERMINERS,
    HELPERS,
    LITTLE,
    PAST_FORMS,
    PREPOSITIONS,
    PlacedWord,
    Telling,
    set_of,
)

_NOW = set_of("is are has have")
_WAS = set_of("was were had")
_STILL = re.compile(
    r"\b(?:still|now|today|currently|since|remains?|(?:has|have)\s(?:\w+\s)?been|(?:has|have|['’]s|['’]ve)\s[a-z]+(?:ed|en)\b)",
    re.I,
)
"""What says in the passage that it has lasted."""
_YEAR = r"(?:1\d|20)\d\d"
_MANY = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{2,5}t(?:y|een)|many|several|some)"
)
_ENDED = re.compile(
    rf"\b(?:until|till)\b(?!\s(?:further|at\sleast|next|tomorrow|now|today|then|mon|tues|wednes|thurs|fri|satur|sun|the\send\sof))"
    rf"(?:\s[^\s,;.]+){{1,4}}"
    rf"|\b(?:from|between)\s(?:\w+\s)?{_YEAR}\s(?:to|until|till|and)\s(?:\w+\s)?{_YEAR}"
    rf"|\bfor\s(?:\w+\s)?(?:{_MANY}|an?)\s(?:\w+\s)?(?:years?|months?|decades?|centur(?:y|ies)|generations?|days?|weeks?|terms?)\b"
    rf"|\b(?:used\sto|formerly|previously|no\slonger|at\s(?:the|that)\stime|back\sthen|in\sthose\sdays)\b",
    re.I,
)
_DONE_TILL = re.compile(
    rf"\b(?:until|till)\s(?:[^\s,;.]+\s){{0,3}}(?:{_YEAR}|last|[a-z]{{2,20}}ed|took|came|went|became|left|won)\b"
    rf"|\b(?:from|between)\s(?:\w+\s)?{_YEAR}\s(?:to|until|till|and)\s(?:\w+\s)?{_YEAR}|\bused\sto\b",
    re.I,
)
"""What ends a thing that was done: who "was banned for two years" is so from now on."""
_WILL = re.compile(r"\b(?:will|would|shall|due)\b", re.I)
_ONCE_STOOD = re.compile(
    rf"\b(?:in|during|through|throughout)\sthe\s(?:early\s|late\s|mid-?\s?)?(?:(?:{_YEAR}s)|(?:\d\d|nine|eight)teenth\scentury|\d\dth\scentury)"
    r"|\bbefore\s(?:the\s\w+|\d{4})|\bunder\sthe\s(?:last|old|previous|former)\s\w+",
    re.I,
)
"""When something stood that no longer may: of what was done then it tells the day alone ("was banned in the 1950s")."""
_ONCE = ("once", "formerly", "previously")
_OPENS_NOUN = DETERMINERS | PREPOSITIONS
_CLAUSE_ENDS = re.compile(r";|,\s(?:and|but|which|who|where|while)\b|\s[–—]\s")


def no_longer(told: Telling) -> Comparison | None:
    """What the claim says is so, where the passage tells that it was, and that it ended."""
    at = next((place for place, word in enumerate(told.claim) if _is_present(told, place)), None)
    if at is None or any(word.low in (*_WAS, "former", "until", "once") for word in told.claim):
        return None
    said = _was_former(told, at) or _was_till(told, told.claim[at])
    return Comparison(Outcome.ANOTHER, told.own_said(at, at + 3), said) if said else None


def _is_present(told: Telling, at: int) -> bool:
    """Whether a word of the claim is its verb, in the present: by its form, or by that of the passage's."""
    word = told.claim[at]
    follows = told.claim[at + 1] if at + 1 < len(told.claim) else None
    if word.low in ("is", "are"):
        return True
    if word.low in ("has", "have"):  # "has left" is told of what was done
        return follows is not None and not is_past(follows.low) and follows.low not in ("been", "to", "had")
    past = is_past(word.low) and not word.low.endswith("s")
    before = told.claim[at - 1]
    if not at or not word.is_word or word.is_name or word.low in LITTLE or past or before.low in _OPENS_NOUN:
        return False
    if any(one.low in HELPERS for one in told.claim[:at]) or not (word.low.endswith("s") or _is_plural(before)):
        return False
    return _past_of(told, word) is not None or _used_to(told, word) is not None


def _is_plural(word: PlacedWord) -> bool:
    return word.low.endswith("s") or word.low in (
        "they",
        "we",
        "people",
        "couple",
        "men",
        "women",
        "children",
        "police",
    )


def _past_of(told: Telling, verb: PlacedWord) -> int | None:
    """Where the passage has a verb of the claim in the past."""
    for at, word in enumerate(told.words):
        same = word.stem == verb.stem and word.low.endswith("ed")
        if word.low != verb.low and (same or PAST_FORMS.get(verb.stem) == word.low):
            before = told.words[at - 1].low if at else ""
            return None if before in ("has", "have", "is", "are") else at
    return None


def _used_to(told: Telling, verb: PlacedWord) -> int | None:
    words = told.words
    return next(
        (
            at
            for at in range(1, len(words) - 2)
            if (words[at].low, words[at + 1].low) == ("used", "to")
            and _same(told, at + 2, verb)
            and words[at - 1].low not in HELPERS
        ),
        None,
    )


def _same(told: Telling, at: int, verb: PlacedWord) -> bool:
    word = told.words[at]
    return word.stem == verb.stem or (word.low in ("be", "have") and verb.low in _NOW and _of_claim(told, at, verb))


def _was_till(told: Telling, verb: PlacedWord) -> str:
    """The passage's verb in the past and its end, in its own words; "" where it may still be so."""
    words, helping = told.words, verb.low in _NOW
    begin, stop = words[0].start, words[-1].end
    if any(word.low == verb.low for word in words) and not helping:
        return ""
    places = [_used_to(told, verb), None if helping else _past_of(told, verb)]
    if helping:
        was = ("was", "were") if verb.low in ("is", "are") else ("had",)
        places += [at for at, word in enumerate(words) if word.low in was and _of_claim(told, at, verb)]
    for at in places:
        if at is None or (words[at - 1].low not in _WAS and _done_by_another(told, verb, at)):
            continue
        first, last = _clause(told.text, words[at].start, begin, stop)
        clause = told.text[first:last]
        if _STILL.search(clause) or (helping and _stands_now(told, first, last, verb)):
            continue
        done = helping and at + 1 < len(words) and is_past(words[at + 1].low) and words[at].low != "had"
        forms = (_DONE_TILL,) if done else (_ENDED, _ONCE_STOOD)
        ends = (one for form in forms for one in form.finditer(told.text, first, last))
        ended = next((one for one in ends if not _open(told, words[at], one)), None)
        once = next(
            (place for place in (at + 1, at - 1) if 0 <= place < len(words) and words[place].low in _ONCE), None
        )
        if ended is not None:
            return _said(told.text, words[at], ended)
        if once is not None:
            return told.said(min(at, once), min(max(at, once) + 1, len(words) - 1)).rstrip(" .,;")
    return ""


def _done_by_another(told: Telling, verb: PlacedWord, at: int) -> bool:
    """Whether who does it in the claim stands behind the verb in the passage, and only there."""
    doers = {word.stem for word in told.claim if word.end <= verb.start and word.is_word and word.low not in LITTLE}
    before, behind = ({word.stem for word in part} & doers for part in (told.words[:at], told.words[at:]))
    return bool(behind) and not before


def _open(told: Telling, verb: PlacedWord, ended: re.Match[str]) -> bool:
    """Whether an end is the claim's too, or that of something which will be."""
    between = told.text[min(verb.end, ended.start()) : max(verb.start, ended.end())]
    if ended.end() <= verb.start and ended.group().casefold().startswith("before"):
        return True  # "before the summer break, it employed 300"
    return ended.group().casefold() in told.claimed.casefold() or _WILL.search(between) is not None


def _said(text: str, verb: PlacedWord, ended: re.Match[str]) -> str:
    if ended.end() - verb.start > 80 or verb.end - ended.start() > 80:
        return f"{verb.text} … {ended.group()}"
    return " ".join(text[min(verb.start, ended.start()) : max(verb.end, ended.end())].split())


def _of_claim(told: Telling, at: int, verb: PlacedWord) -> bool:
    """Whether a "was" or "had" is followed by what the claim says is or is had."""
    place = told.claim.index(verb)
    wanted = {word.stem for word in told.claim[place + 1 :] if word.is_word and word.low not in LITTLE}
    near = [word.stem for word in told.words[at + 1 : at + 8]]
    return bool(wanted & set(near))


def _stands_now(told: Telling, first: int, last: int, verb: PlacedWord) -> bool:
    return any(word.low == verb.low and first <= word.start < last for word in told.words)


def _clause(text: str, at: int, begin: int, stop: int) -> tuple[int, int]:
    """The clause around a place, as far as commas and joining words tell."""
    first = max((one.end() for one in _CLAUSE_ENDS.finditer(text, begin, at)), default=begin)
    end = _CLAUSE_ENDS.search(text, at, stop)
    return first, end.start() if end else stop


def _was_former(told: Telling, at: int) -> str:
    """ "A former mayor" where the claim says that somebody is the mayor."""
    verb = told.claim[at]
    wanted = {word.stem for word in told.claim[at + 1 :] if word.is_word and word.low not in LITTLE}
    wanted = (wanted if verb.low in _NOW else set()) | {verb.stem}
    words = told.words
    for place, word in enumerate(words):
        if word.low not in ("former", "ex") and not word.low.startswith("ex-"):
            continue
        near = words[place + 1 : place + 5]
        held = [one for one in near if one.stem in wanted and one.low not in DETERMINERS]
        ends = next((n for n, one in enumerate(near) if one.low in PREPOSITIONS or not one.is_word), len(near))
        held = [one for one in near[:ends] if one in held]
        again = [one for one in words if held and one.stem == held[0].stem]
        if held and len(again) == 1 and not any(one.low == verb.low for one in words):
            return told.said(place, words.index(held[-1]))
    return ""
