"""Amounts that a passage names only to measure another by: what was expected, a whole economy, what came before.

"Damage of $10 billion, over half of its GDP of $19.2 billion" tells of no damage of $19.2 billion, and "$1.47 a share
against $1.04 expected" of no $1.04 earned.
"""

from __future__ import annotations

import re

from workbench.comparison.context_window import just_before, stems
from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.comparison.two_periods import RANKS, is_of_the_asked, one_sort
from workbench.domain.quantities import Quantity

_BEFORE = re.compile(
    r"\b(?:(?:expectations?|projections?|forecasts?|estimates?|consensus|targets?|budget|capacity|GDP|(?:gross\s)?domestic\sproduct)"
    r"\sof|(?:expected|forecast|predicted|projected|hoped\sfor|vs\.?|versus|shy\sof|short\sof|on\stop\sof"
    r"|instead\sof|rather\sthan|compared\s(?:with|to))(?:\s[a-z]+){0,5}?)"
    r"(?:\s(?:the|an?|its|some|about|around|up|to|of|nearly|almost|over|more|than)){0,4}\s$",
    re.I,
)
"""Right before an amount that another is measured by."""
_BEHIND = re.compile(
    r"\s(?:(?:a\sshare|per\sshare|in\s[a-z]+)\s)?(?:(?:that|which)\s)?(?:(?:was|were|is|are|had\sbeen)\s)?(?:expected|forecast|predicted|projected|estimated\sby\sanalysts|targeted)\b"
    r"|\sshy\sof\b|\sconsensus\b",
    re.I,
)
_LONGEST = 80


def of_a_yardstick(claim: Facts, passage: Facts) -> list[tuple[Quantity, Comparison]]:
    """Amounts that are the claim's by their number and are named to measure another by, each with what is told.

    Only where the passage has another amount of the sort, and the claim measures nothing by its own.
    """
    found = []
    for own in claim.quantities:
        if own.kind in RANKS or _measures(claim.text, own):
            continue
        kin = [one for one in passage.quantities if one_sort(own, one)]
        equal = [one for one in kin if (one.low, one.high) == (own.low, own.high)]
        others = [one for one in kin if one not in equal and not _measures(passage.text, one)]
        if not equal or not others or not all(_measures(passage.text, one) for one in equal):
            continue
        if any(is_of_the_asked(claim, passage, one) for one in equal):
            continue  # what a later year is measured by is what the claim tells of that one
        if any((_names(_said(passage.text, one)) - stems(one.text)) & stems(claim.text) for one in equal):
            continue  # "its GDP is $19.2 billion"
        found += [
            (one, Comparison(Outcome.ANOTHER, own.text.rstrip(" .,;"), _said(passage.text, one))) for one in equal
        ]
    return found


_NO_NAMES = stems("compared instead rather short shy top than against had was")
_LETTERS = re.compile(r"[^\W\d_]{3,}")


def _names(said: str) -> frozenset[str]:
    """The stems of what a yardstick is called."""
    return stems(" ".join(_LETTERS.findall(said))) - _NO_NAMES


def _measures(text: str, one: Quantity) -> bool:
    return just_before(_BEFORE, text, one.start) is not None or _BEHIND.match(text, one.end) is not None


def _said(text: str, one: Quantity) -> str:
    """An amount with the words that say what it is."""
    before, behind = just_before(_BEFORE, text, one.start), _BEHIND.match(text, one.end)
    said = text[before.start() if before else one.start : behind.end() if behind else one.end]
    return " ".join(said.split()).rstrip(" .,;")[-_LONGEST:]
