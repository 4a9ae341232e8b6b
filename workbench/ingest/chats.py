"""A chat that was copied or exported as text: who writes in it, and the day of its last message."""

from __future__ import annotations

import re
from datetime import date

from workbench.domain.message_stamps import days_of_stamps, has_day
from workbench.ingest.fields import TITLE_LENGTH, Fields

_MESSAGE = re.compile(
    r"[\u200e\u200f]?(?:\[(?P<in>[^\[\]\n]{6,30})\]|(?P<out>\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s\d{1,2}:\d\d(?::\d\d)?"
    r"(?:\s?[AaPp]\.?[Mm]\.?)?)\s[-–—])\s{0,2}(?P<name>[^\s:][^:\n]{0,40}):\s"
)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
_FEWEST = 2
_NAMED = 4
"""People that a title names."""
_READ = 5_000
"""Lines that are looked at."""


def offer_chat(text: str, fields: Fields) -> None:
    """Offer a title and a day for a text that is the messages of a chat; its first message is neither."""
    lines = [line for line in text.split("\n")[:_READ] if line.strip()]
    if not lines or _MESSAGE.match(lines[0]) is None:
        return
    found = [match for line in lines if (match := _MESSAGE.match(line))]
    stamps = [match["in"] or match["out"] for match in found]
    # times alone may be those of a recording
    if len(found) < _FEWEST or not all(_CLOCK.search(stamp) and has_day(stamp) for stamp in stamps):
        return
    last = days_of_stamps(stamps)[-1]
    if last is not None and last <= date.today():
        fields.offer_date(last, "the day of its last message", guessed=True)
    names = list(dict.fromkeys(" ".join(match["name"].split()).lstrip("~ ") for match in found))
    told = names[:_NAMED] if len(names) <= _NAMED else [*names[: _NAMED - 1], "others"]
    who = told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"
    fields.offer("title", f"Messages of {who}"[:TITLE_LENGTH], "who writes in it", guessed=True)
