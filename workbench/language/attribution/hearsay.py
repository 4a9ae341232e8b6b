"""Sentences that tell what somebody says whom they do not name, and those that go on telling what was said."""

from __future__ import annotations

import re

_HEARD = re.compile(
    r"\b(?i:court|jury|jurors?|tribunal|inquest|inquiry|hearing|trial|panel|magistrates|judges?|councillors|committee|meeting|"
    r"coroner|mps|peers|senators|lawmakers|inspectors?)"
    r",?\s(?:(?:also|then|has|have|had|later|previously|earlier)\s){0,2}"
    r"(?:(?:heard|hears|hear)\b|(?:was|were|is|been)\stold|told(?=\W{0,3}$))"
    r"(?!\s(?:from|evidence|testimony|arguments?|submissions?|appeals?|about|of|oral|to|by)\b)"
)
"""What a court hears, somebody tells it."""
_IS_SAID = (
    r"(?:said|claimed|reported|rumou?red|alleged|thought|believed|understood|reputed|feared|suspected|estimated|"
    r"suggested|argued|expected)"
)
_IT_IS_SAID = rf"(?:{_IS_SAID}|gathered|learn(?:ed|t))"
_SAID_TO = re.compile(
    rf"\b(?:is|are|was|were|am|be|been|being)\s(?:also\s|widely\s|now\s|once\s|still\s)?{_IS_SAID}\sto\s"
    rf"(?=(?:have|be|do|hold|own|cost|want|\w{{2,20}})\b)"
    rf"|\b[Ii]t\s(?:is|was|has\sbeen|had\sbeen|is\sbeing|was\sbeing)\s(?:also\s|widely\s|often\s|sometimes\s|now\s)?{_IT_IS_SAID}"
    rf"\b[^.:;\"“”]{{0,60}}\bthat\b"
    r"|\b(?:[Rr]umou?rs?\s(?:has|have)\sit|(?:the|as\sthe)\s(?:story|legend|rumou?r|tale|saying)\s(?:goes|has\sit)|"
    r"[Ll]egend\shas\sit|(?:[Ss]ome|[Mm]any|[Pp]eople)\s(?:say|claim|argue|believe|insist)\b)"
)
_EXPECTED = re.compile(r"\b(?:expected|estimated|thought)\sto\b")
"""What an outlet may expect and estimate itself."""
_BACK = re.compile(
    r"(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Tt]his|[Tt]hese|(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ss]ome|[Mm]ost|[Aa]ll|[Nn]one|[Bb]oth|[Oo]thers|[Nn]obody)"
    r"(?:\s[a-z]{3,20})?)\s(?:had|hadn['’]t)\b|[^\"“”;:]{2,120}?\b(?:would|wouldn['’]t)\b"
)
"""How a sentence begins one step back in time, as what somebody said is told on: "It would close in May"."""
_COURT = re.compile(
    r"\b(?:(?:court|jury|jurors|inquest|tribunal)\s(?:has\s|also\s)?(?:heard|hears|was\stold|were\stold)|"
    r"told\s(?:the\s)?(?:court|jury|jurors|inquest|tribunal|magistrates)|[Cc]ross-examined|"
    r"[Tt]he\s(?:trial|inquest|hearing)\b[^.\n]{0,60}\bcontinues)"
)
_PLEADS = re.compile(
    r"\b(?:prosecuting|defending|prosecut(?:or|ion)|defen[cs]e|counsel|KC|QC|SC|barrister|solicitor|lawyer|mitigation|"
    r"[Oo]pening\sthe\s(?:case|prosecution|inquest)|for\sthe\s(?:Crown|family|state))\b"
)
"""What tells of those who put a case, a sentence at a time."""


def is_hearsay(words: str) -> bool:
    """Whether a sentence tells what is said, and nobody who says it: "The jury heard that …", "It is claimed that"."""
    if _HEARD.search(words):
        return True
    return any(not _EXPECTED.search(match[0]) for match in _SAID_TO.finditer(words))


def puts_a_case(words: str) -> bool:
    """Whether a sentence gives what somebody tells a court, who may go on with it: counsel, or nobody who is named."""
    return _HEARD.search(words) is not None or _PLEADS.search(words) is not None


def goes_on_telling(words: str) -> bool:
    """Whether a sentence behind what somebody said may tell more of it, by its verb: one step back in time."""
    return _BACK.match(words) is not None


def is_of_a_court(text: str) -> bool:
    """Whether a text reports what was said in a court."""
    return _COURT.search(text) is not None
