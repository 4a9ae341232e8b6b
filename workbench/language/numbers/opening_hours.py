"""Hours told without their name: "open between 7 and 9"."""

from __future__ import annotations

import re

BETWEEN = re.compile(r"\b(?:between|zwischen|entre|tra|fra|tussen|mellan|między|pomiędzy)\s+$", re.IGNORECASE)
_OF_HOURS = re.compile(
    r"\b(?:cancel\w*|clos(?:ed?|es|ing)|opens?|opened|opening|shut|arriv\w+|depart\w+|leav(?:e|es|ing)|starts?|"
    r"started|begins?|began|"
    r"runs?|ran|happen\w*|occurr\w+|took\s+place|held|seen|worked|slept|waited|blocked|delayed|suspended|hours?|"
    r"morning|evening|night|afternoon|tonight|today|tomorrow|yesterday|(?:mon|tues|wednes|thurs|fri|satur|"
    r"sun)day|[ap]\.?m\b)",
    re.IGNORECASE,
)
"""What is told of with hours: what opens, runs or happens, or a part of a day."""


def between_hours(text: str, at: int, end: int) -> bool:
    """Whether "between 7 and 9" tells hours: in English, where the sentence is of what opens, runs or happens."""
    between = BETWEEN.search(text, max(0, at - 12), at)
    if between is None:
        return False
    if between.group().strip().lower() != "between":
        return True
    before = re.split(r"[.!?]\s|\n", text[max(0, at - 90) : at])[-1]
    return _OF_HOURS.search(before) is not None or _OF_HOURS.match(text[end : end + 24].lstrip()) is not None
