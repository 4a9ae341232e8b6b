"""The day of each message of a chat, as the stamps before them tell it: "yesterday" is counted from that one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from workbench.domain.message_stamps import days_of_stamps, has_day
from workbench.language.text.speaker_turns import Turn


class MessageDays:
    """The days of a chat's messages, where its stamps tell them for certain.

    Args:
        turns: The turns of the text, in order.
        published: Its day of publication: no message is of a later one.
    """

    def __init__(self, turns: Sequence[Turn], published: date | None) -> None:
        stamped = [turn for turn in turns if has_day(turn.code)]
        self.found = bool(stamped)
        self._starts = [turn.label_start for turn in stamped]
        self._days = days_of_stamps([turn.code for turn in stamped], published)

    def at(self, offset: int) -> date | None:
        """The day of the message that an offset stands in; None where that is not told."""
        number = bisect_right(self._starts, offset)
        return self._days[number - 1] if number else None
