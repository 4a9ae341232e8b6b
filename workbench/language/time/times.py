"""Time expressions as data, resolved against the publication date where they need one."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from workbench.domain.quantities import TimeKind, TimeRef
from workbench.language.numbers.numbers import CARDINALS
from workbench.language.text.alike_letters import with_usual_letters
from workbench.language.time.bare_days import bare_days
from workbench.language.time.han_times import LANGUAGES as HAN
from workbench.language.time.han_times import han_times
from workbench.language.time.plain_dates import LANGUAGES as NAMED
from workbench.language.time.plain_dates import plain_dates
from workbench.language.time.range_reader import RangeReader
from workbench.language.time.time_forms import absent_forms, may_hold_time, time_forms
from workbench.language.time.time_tense import Decide, Side
from workbench.language.time.times_elsewhere import LANGUAGES as ELSEWHERE
from workbench.language.time.times_elsewhere import is_number_elsewhere, times_elsewhere

CONTEXT = 120
"""Characters before the part that is read which the patterns may look back at."""

_PREFIX = re.compile(
    r"\b(since|until|till|by|before|after|from|as\s+of|through|up\s+to|no\s+later\s+than)\s+(?:the\s+|at\s+least\s+|around\s+|about\s+)?$",
    re.IGNORECASE,
)


def times(
    text: str,
    start: int = 0,
    end: int | None = None,
    *,
    published: date | None = None,
    language: str = "en",
    decide: Decide | None = None,
) -> tuple[TimeRef, ...]:
    """Read the time expressions of `text[start:end]`.

    Args:
        text: The text; offsets of the result are code points of it.
        start: Where to begin.
        end: Where to stop, None for the end of the text.
        published: The day "this week" or "yesterday" is counted from; without it they stay unresolved.
        decide: Tells on which side of the publication a time lies (`ArticleTimes`); without it the words around do.
        language: Relative expressions are read in English and the languages of `calendars_elsewhere`; in others dates,
            months and years.
    Returns:
        Expressions in order, not overlapping. "since 2017" has the kind SINCE and no latest day.
    """
    if language != "tr" and (usual := with_usual_letters(text)) != text:
        found_there = times(usual, start, end, published=published, language=language, decide=decide)
        return tuple(replace(ref, text=text[ref.start : ref.end]) for ref in found_there)
    if language in HAN:
        stop = len(text) if end is None else min(end, len(text))
        dated = han_times(text, start, stop, published)
        bare = [
            one for one in bare_days(text, start, stop, language, published)
            if all(one.end <= ref.start or one.start >= ref.end for ref in dated)
        ]  # fmt: skip
        return tuple(sorted([*dated, *bare], key=lambda ref: ref.start))
    if language in ELSEWHERE:
        return times_elsewhere(text, start, len(text) if end is None else min(end, len(text)), published, language)
    if language not in NAMED and not may_hold_time(text[start:end]):
        return ()
    base = max(0, start - CONTEXT)
    window = text[base:] if end is None or end >= len(text) else text[base:end]
    start -= base
    reader = RangeReader(window, published, _moved(decide, base))
    found: list[TimeRef] = []
    taken = bytearray(max(0, len(window) - start))
    if language in NAMED:
        named = plain_dates(window, start, len(window), language)
        for one in [*named, *bare_days(window, start, len(window), language, published)]:
            if not any(taken[one.start - start : one.end - start]):
                taken[one.start - start : one.end - start] = b"\x01" * (one.end - one.start)
                found.append(one)
    english = language not in CARDINALS or language == "en"
    absent = absent_forms(window[start:])
    for name, pattern in time_forms():
        if name in absent:
            continue
        if not english and name not in {"iso", "slash", "dmy", "mdy", "my", "years", "year", "month", "weekday"}:
            continue
        for match in pattern.finditer(window, start):
            a, b = match.span()
            if language != "en" and name == "year" and is_number_elsewhere(window, a, b):
                continue
            if a == b or any(taken[a - start : b - start]):
                continue
            ref = reader.read(name, match)
            if ref is None:
                continue
            taken[ref.start - start : ref.end - start] = b"\x01" * (ref.end - ref.start)
            found.append(_with_prefix(window, start, ref))
    ordered = sorted(found, key=lambda ref: (ref.start, ref.end))
    return tuple(ordered) if base == 0 else tuple(replace(r, start=r.start + base, end=r.end + base) for r in ordered)


def _moved(decide: Decide | None, base: int) -> Decide | None:
    """The same question asked by offsets that are counted from `base`."""
    if decide is None or not base:
        return decide

    def moved(key: str, start: int, end: int) -> Side | int | None:
        return decide(key, start + base, end + base)

    return moved


def _with_prefix(text: str, start: int, ref: TimeRef) -> TimeRef:
    """Let "since 2017" and "by 12 May" point from or up to their date."""
    if ref.kind not in {TimeKind.DATE, TimeKind.PERIOD}:
        return ref
    match = _PREFIX.search(text, max(start, ref.start - 24), ref.start)
    if match is None:
        return ref
    word = match.group(1).lower()
    if word == "since":
        return TimeRef(
            ref.start, ref.end, ref.text, TimeKind.SINCE, ref.earliest, None, ref.days, ref.relative, ref.approximate
        )
    if word in {"until", "till", "by", "up to", "no later than", "through"} and not ref.text.lower().startswith(
        "the past"
    ):
        return TimeRef(
            ref.start, ref.end, ref.text, TimeKind.UNTIL, None, ref.latest, ref.days, ref.relative, ref.approximate
        )
    return ref
