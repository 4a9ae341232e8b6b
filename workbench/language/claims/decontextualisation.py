"""Standalone wording: a claim's words repaired so that they need no article around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from workbench.domain.articles import Resolution
from workbench.domain.quantities import TimeKind, TimeRef
from workbench.language.time.calendar_words import MONTH_NAMES, MONTHS, add_months, day_in_words, month_span

SURE = 0.6
"""A resolution below this confidence is noted but not applied."""


def time_in_words(ref: TimeRef) -> str | None:
    """The words that say a relative time on the calendar, preposition included; None when it is not known.

    "this week", read on 29 January 2022, is "in the week of 24 January 2022".
    """
    surface = ref.text.lower()
    first, last = ref.earliest, ref.latest
    if not ref.relative:
        return None
    if first is None and last is not None and ref.kind is TimeKind.UNTIL:
        until = _period_of(surface, last, ends=True) or day_in_words(last)
        return f"{surface.split()[0]} {until}" if surface.startswith(("by", "until")) else until
    if first is not None and last is None and ref.kind is TimeKind.SINCE:
        period = _period_of(surface, first)
        return (
            f"since {period or day_in_words(first)}" if period or (ref.days is None and not ref.approximate) else None
        )
    if first is None or last is None:
        return None
    if first == last:
        return f"on {day_in_words(first)}"
    if surface.startswith(("within", "in the next", "over the next")) and ref.days:
        return f"by {day_in_words(last)}"
    if surface.startswith(("in the coming", "in the next", "over the coming", "the coming")):
        return f"in the days after {day_in_words(first)}" if (last - first).days < 27 else None
    if "past" in surface or surface.startswith(("in the last", "over the last")):
        return (
            f"between {day_in_words(first)} and {day_in_words(last)}"
            if ref.days
            else f"in the days before {day_in_words(last)}"
            if (last - first).days < 27
            else None
        )
    if surface.startswith("earlier"):
        return (
            f"between {day_in_words(first)} and {day_in_words(last)}"
            if (last - first).days
            else f"on {day_in_words(first)}"
        )
    if surface.startswith("later"):
        return f"after {day_in_words(first)}"
    if surface.startswith("so far"):
        return f"between {day_in_words(first)} and {day_in_words(last)}"
    span = (last - first).days
    if span == 6:
        return f"in the week of {day_in_words(first)}"
    if span == 1:
        return f"on the weekend of {day_in_words(first)}"
    if (first, last) == month_span(first.year, first.month):
        return f"in {_period_of(surface, first) or f'{MONTH_NAMES[first.month]} {first.year}'}"
    if first == date(first.year, 1, 1) and last == date(first.year, 12, 31):
        return f"{'around' if ref.approximate and 'ago' in surface else 'in'} {first.year}"
    for season in ("spring", "summer", "autumn", "fall", "winter"):
        if season in surface:
            return f"in {season} {first.year}"
    if add_months(first, 3) > last:
        return f"between {day_in_words(first)} and {day_in_words(last)}"
    return None


_PERIOD = re.compile(
    r"(?:^|\s)(?:(?P<part>early|mid|late)[\s-]+)?"
    rf"(?P<unit>week|weekend|month|year|spring|summer|autumn|fall|winter|{'|'.join(MONTHS)})$"
)


def _period_of(surface: str, day: date, *, ends: bool = False) -> str | None:
    """The week, month, season or year that a relative time names, told from its first day (or last, if it `ends`).

    "until last week" names no day: which one of the week it was is not said. None for words that name a day.
    """
    found = _PERIOD.search(surface)
    if found is None or re.search(r"\d|\bpast\b|\bend\b", surface):
        return None
    unit, part = found["unit"], f"{found['part']} " if found["part"] else ""
    if unit == "week":
        return f"the week of {day_in_words(day - timedelta(days=day.weekday()))}"
    if unit == "weekend":
        return f"the weekend of {day_in_words(day - timedelta(days=ends))}"
    if unit == "year":
        return f"{day.year}"
    if unit == "month" or unit in MONTHS:
        return f"{part}{MONTH_NAMES[day.month]} {day.year}"
    return f"{unit} {(add_months(day, -2) if ends else day).year}"


_LEADING = re.compile(r"^(?:on|by|until|since|in|within|over|during|late|early|for)\s+", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(on|in|by|during|until|since|from|of|before|after|for|late|early|within|over|to)\s+$", re.IGNORECASE
)


_PLAIN_TIME = re.compile(r"^(?:on|in)\s+((?:\d{1,2}\s+)?(?:[A-Z][a-z]+\s+)?\d{4})$")


def _before_noun(words: str) -> str | None:
    """A day, month or year in words so that it can stand before a noun ("in 2021" is "the 2021"), None for others."""
    match = _PLAIN_TIME.match(words)
    return f"the {match.group(1)}" if match else None


def resolve_times(text: str, start: int, end: int, refs: Sequence[TimeRef], language: str = "en") -> list[Resolution]:
    """Resolutions for the relative times inside `text[start:end]`; what is put in is English, so others have none."""
    found: list[Resolution] = []
    if language != "en":
        return found
    for ref in refs:
        words = time_in_words(ref)
        if words is None or ref.start < start or ref.end > end:
            if ref.relative and ref.start >= start and ref.end <= end and ref.earliest is None and ref.latest is None:
                found.append(
                    Resolution(
                        ref.start,
                        ref.end,
                        ref.text,
                        ref.text,
                        "a relative time; the publication date is not known",
                        0.0,
                        False,
                    )
                )
            continue
        if ":" in ref.text:
            continue
        before = _BEFORE.search(text, max(start, ref.start - 10), ref.start)
        if before and not _LEADING.match(ref.text):
            replacement = re.sub(r"^(?:on|in|by|since|until)\s+(?:the\s+weekend\s+of\s+)?", "", words)
        else:
            replacement = words
        if ref.text[:1].isupper() and (ref.start == start or text[ref.start - 1] in '"“'):
            replacement = replacement[:1].upper() + replacement[1:]
        stop = ref.end
        if text[stop : stop + 2] in {"'s", "’s"}:
            # "today's readers" may be those of these years
            noun = _before_noun(words) if ref.text.lower() not in {"today", "tonight"} else None
            if noun is None or text[max(0, ref.start - 4) : ref.start].lower() == "the ":
                continue
            replacement, stop = noun, stop + 2
            if ref.text[:1].isupper():
                replacement = noun[:1].upper() + noun[1:]
        elif text[ref.start - 1 : ref.start] == "(":
            replacement = _LEADING.sub("", replacement)
        sure = 0.7 if ref.approximate else 0.9
        reason = "relative time, counted from the publication date"
        found.append(Resolution(ref.start, stop, text[ref.start : stop], replacement, reason, sure))
    return found


def apply_resolutions(text: str, start: int, end: int, resolutions: Sequence[Resolution]) -> str:
    """The wording of `text[start:end]` with the applied resolutions put in, as one sentence."""
    parts: list[str] = []
    at = start
    for resolution in sorted((r for r in resolutions if r.applied), key=lambda r: (r.start, r.end)):
        if resolution.start < at or resolution.end > end:
            continue
        parts.append(text[at : resolution.start])
        parts.append(resolution.replacement)
        at = resolution.end
    parts.append(text[at:end])
    sentence = " ".join("".join(parts).split())
    sentence = _balanced(sentence).strip(" ,;:–—-")
    if not sentence:
        return ""
    if sentence[0] in '"“‘' and sentence[1:2].islower():
        sentence = sentence[0] + sentence[1].upper() + sentence[2:]
    if sentence[0].islower() and not re.match(r"^(?:i[A-Z]|e[A-Z])", sentence):
        sentence = sentence[0].upper() + sentence[1:]
    return sentence if sentence[-1] in ".!?…\"”'" and not sentence.endswith((',"', ",”")) else sentence + "."


def _balanced(sentence: str) -> str:
    """Mend the quotation marks whose partner lies outside the claim.

    Words that are quoted as a whole need none; a quotation that begins or ends inside the claim gets its other mark.
    """
    if "„" in sentence:  # here “ closes
        return sentence
    opened: int | None = None
    lone: list[int] = []
    for at, mark in enumerate(sentence):
        if mark not in '"“”':
            continue
        before, after = sentence[at - 1 : at] if at else " ", sentence[at + 1 : at + 2]
        opens = mark == "“" or (mark == '"' and (before.isspace() or before in "([—–-:'‘") and not after.isspace())
        if opens:
            if opened is not None:
                lone.append(opened)
            opened = at
        elif opened is not None:
            opened = None
        else:
            lone.append(at)
    if opened is not None:
        lone.append(opened)
    if not lone:
        return sentence
    if len(lone) > 1:
        return "".join(character for at, character in enumerate(sentence) if at not in lone)
    (at,) = lone
    if at == 0:
        return sentence[1:]
    if at == len(sentence) - 1:
        return sentence[:-1].rstrip(",")
    if opened is None:
        return ("“" if sentence[at] == "”" else '"') + sentence
    ending = "" if sentence[-1] in ".!?…" else "."
    return sentence.rstrip(" ,;:–—-") + ending + ("”" if sentence[at] == "“" else '"')
