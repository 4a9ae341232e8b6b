"""What stands above a plain text: the day it was posted and who wrote it, where lines of its own say so."""

from __future__ import annotations

import re
from datetime import date

from workbench.ingest.bylines import is_byline, line_authors, undated
from workbench.ingest.dates import dates_in
from workbench.ingest.fields import RELEASE, Fields, is_masthead

LINES = 8
"""Lines at the top of a text among which they stand."""
_LONGEST = 140
_STATED = re.compile(
    r"(?:first\s+|originally\s+)?(?:posted|published|aired|broadcast|filed|issued|released|veröffentlicht|erschienen|publié|"
    r"publicado|pubblicato)\b(?=[^.!?]*\d)(?![^.!?]*[.!?]\s+\w+\s+\w+\s)",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"(?:minutes|protokoll|niederschrift)\b[^.!?\d]{0,60}\b(?:meeting|sitzung)\b[^.!?\d]{0,20}", re.IGNORECASE
)
"""What stands before the day in the heading of minutes; when they came out is a guess from it."""
_WEEKDAY = re.compile(r"^\W*(?:[^\W\d_]{3,10}day|[^\W\d_]{2,9}tag|mittwoch)\W*(?:at|um)?\W*$", re.IGNORECASE)


_DATELINE = re.compile(r"\s{0,3}(?:\([^()]{1,40}\)|/[^/]{1,40}/)?\s{0,3}[-–—]{1,2}\s{1,3}[^\sa-zß-ÿ]")
_PLACE = re.compile(r"(?:[^\W\d_a-zß-ÿ][\w.'’-]{0,30}(?:,?\s{1,2}|,)){1,5}(?:\([^()]{1,40}\)\s?,?\s?)?")
_PLACE_LENGTH = 80
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d%]|[.,]\d)")
_READ = 20_000


def dateline(line: str) -> date | None:
    """The day in the dateline with which a report begins: "SELVIK, Norway, Feb. 1, 2024 (Wire) — The ferry …"."""
    for start, end, day in dates_in(line[: 2 * _PLACE_LENGTH]):
        if start <= _PLACE_LENGTH and _PLACE.fullmatch(line[:start]) and _DATELINE.match(line[end:]):
            return day
        break
    return None


def _is_issue(text: str, line: str, found: tuple[int, int, date]) -> bool:
    """Whether a line gives the issue of a paper ("Holm Courier, 3 June 2022") of a text that names no later year."""
    start, end, day = found
    if line[end:].strip() or not is_masthead(line[:start]):
        return False
    return not any(day.year < int(year) <= date.today().year for year in _YEAR.findall(text[:_READ]))


def offer_head(text: str, fields: Fields) -> None:
    """Offer the day and the authors that the first lines of a text state; a day alone or in a dateline is a guess."""
    heads: list[str] = []
    opening: str | None = None
    for line in text[: LINES * 400].split("\n"):
        if not line.strip():
            continue
        if len(line) > _LONGEST or len(heads) == LINES:
            opening = " ".join(line.split())
            break
        heads.append(" ".join(line.split()))
    today = date.today()
    for line in heads:
        found = [one for one in dates_in(line) if one[2] <= today]
        if not found:
            continue
        _, _, day = found[0]
        if _STATED.match(line) or RELEASE.fullmatch(line):
            fields.offer_date(day, f"a line at its top: {line[:80]}")
            break
        if len(found) == 1 and (
            _MEETING.fullmatch(line[: found[0][0]])
            or _is_issue(text, line, found[0])
            or not _WEEKDAY.sub("", undated(line))
            or is_byline(undated(line))
        ):
            fields.offer_date(day, f"a line at its top: {line[:80]}", guessed=True)
            break
    for line in (*heads, opening or ""):
        if (begun := dateline(line)) is not None and begun <= today:
            fields.offer_date(begun, f"the dateline of its text: {line[:60]}", guessed=True)
            break
    fields.offer("author", line_authors(heads[1:] or heads), "by-line in its text")
