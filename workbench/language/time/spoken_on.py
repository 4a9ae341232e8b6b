"""The day on which the words of a transcript were spoken, where its heading gives one."""

from __future__ import annotations

from datetime import date

from workbench.language.text.layout import TextKind, layout_of
from workbench.language.time.times import times

_DAYS = 31
"""Days from the words to their publication within which a heading's date is theirs."""
_HEAD = 1_500
"""Characters before the first label in which a heading stands."""


def day_counted_from(text: str, published: date | None) -> date | None:
    """The day that "yesterday" is counted from: that of a transcript's heading, else the day of publication.

    Minutes and records come out after the words were said. A heading that names no day, several, or one that is long
    past tells nothing.
    """
    layout = layout_of(text)
    if layout.kind not in {TextKind.TRANSCRIPT, TextKind.EARNINGS} or not layout.turns:
        return published
    days = {
        ref.earliest
        for ref in times(text[: min(layout.turns[0].label_start, _HEAD)])
        if not ref.relative and ref.earliest is not None and ref.earliest == ref.latest
    }
    day = days.pop() if len(days) == 1 else None
    if day is None or (published is not None and not 0 <= (published - day).days <= _DAYS):
        return published
    return day
