"""The day on which the words of a transcript or speech were spoken, where its heading gives one."""

from __future__ import annotations

import re
from datetime import date

from workbench.domain.press_releases import issuer
from workbench.language.text.layout import TextKind, layout_of
from workbench.language.time.times import times

_DAYS = 31
"""Days from the words to their publication within which a heading's date is theirs."""
_MINUTES_DAYS = 100
"""Days from a meeting to the next, at which its minutes are approved and come out."""
_MINUTES = re.compile(
    r"\W{0,3}(?:draft\s+|approved\s+|unconfirmed\s+)?minutes\s+(?:of|from)\s+(?:the\s+|a\s+|an\s+)?[^.]{0,120}\d",
    re.IGNORECASE,
)
_SHORT = 25
"""Words a line of a heading may have."""
_LINES = re.compile(r"[^\n]+\n?")
_SPOKEN = re.compile(r"\b(?:speech|address|remarks|lecture|statement|sermon)\b", re.IGNORECASE)
"""What a title calls words that were spoken."""
_HEAD = 1_500
"""Characters before the first label in which a heading stands."""


def day_counted_from(text: str, published: date | None, title: str = "") -> date | None:
    """The day that "yesterday" is counted from: that of a transcript's heading, else the day of publication.

    Minutes and records come out after the words were said. A heading that names no day, several, or one that is long
    past tells nothing; where a speech's heading does, it is open which of the two days it is.
    """
    layout = layout_of(text, title)
    if layout.kind is TextKind.POST and layout.turns and published is not None:
        posted = {_posted_on(text[turn.label_start : turn.start], published) for turn in layout.turns}
        return posted.pop() if len(posted) == 1 else None  # posts of several days
    if layout.kind is TextKind.NEWS and _SPOKEN.search(title) and published is not None:
        told = {ref.earliest for ref in times(title) if ref.earliest and ref.earliest == ref.latest}
        if len(told) == 1 and 0 < (published - told.copy().pop()).days <= _DAYS:
            return None  # the words themselves, or a report of them that came later
    if published is not None and (met := _met_on(text, title)) is not None and met < published:
        return met if (published - met).days <= _MINUTES_DAYS else None
    if layout.kind in {TextKind.NEWS, TextKind.PRESS_RELEASE}:
        return _released_on(text, published, title)
    if layout.kind not in {TextKind.TRANSCRIPT, TextKind.EARNINGS, TextKind.SPEECH} or not layout.turns:
        return published
    first = layout.turns[0]
    head = _end_of_heading(text) if layout.kind is TextKind.SPEECH else first.label_start
    days = {
        ref.earliest
        for ref in times(f"{title}\n{text[: min(head, _HEAD)]}")
        if not ref.relative and ref.earliest is not None and ref.earliest == ref.latest
    }
    day = days.pop() if len(days) == 1 else None
    if day is None or published is None or 0 <= (published - day).days <= _DAYS:
        return published if day is None else day
    return None if layout.kind is TextKind.SPEECH and day < published else published


def _released_on(text: str, published: date | None, title: str) -> date | None:
    """The day in the dateline of a press release or of a report about one: its "today"."""
    found = issuer(text, title)
    head = text[: text.find(found.opening)] if found is not None and found.opening else ""
    days = {ref.earliest for ref in times(head) if ref.earliest and ref.earliest == ref.latest and not ref.relative}
    day = days.pop() if len(days) == 1 else None
    return day if day is not None and (published is None or 0 <= (published - day).days <= _DAYS) else published


def _met_on(text: str, title: str) -> date | None:
    """The day of the meeting that minutes are of, where their heading gives one."""
    line = next((line for line in f"{title}\n{text[:_HEAD]}".split("\n") if _MINUTES.match(line)), "")
    days = {ref.earliest for ref in times(line) if ref.earliest and ref.earliest == ref.latest and not ref.relative}
    return days.pop() if len(days) == 1 else None


def _posted_on(head: str, published: date) -> date:
    """The day that the lines above a post give it, with a year or without: "17 March at 21:04"."""
    days = {ref.earliest for ref in times(head, published=published) if ref.earliest and ref.earliest == ref.latest}
    day = days.pop() if len(days) == 1 else None
    return day if day is not None and 0 <= (published - day).days <= _DAYS else published


def _end_of_heading(text: str) -> int:
    """Where the short lines above the first sentence of a speech end."""
    end = 0
    for line in _LINES.finditer(text, 0, _HEAD):
        if line.group().rstrip().endswith((".", "!", "?")) or len(line.group().split()) > _SHORT:
            break
        end = line.end()
    return end
