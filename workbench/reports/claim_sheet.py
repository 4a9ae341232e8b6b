"""A list of claims that somebody else keeps in a table: CSV or Excel, columns by their usual names or as mapped."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workbench.domain.errors import BadInputError
from workbench.reports.decision_sheet import LONGEST_CELL, MOST_COLUMNS, sheet_rows
from workbench.reports.harmless import one_line, web_address

FIELDS = ("text", "speaker", "date", "note", "url")
_CLAIM_WORDS = """claim claimreviewed claim_text statement quote aussage behauptung zitat affirmation déclaration
afirmación declaración afirmação declaração affermazione dichiarazione bewering påstående text what texte texto testo"""
_SPEAKER_WORDS = """speaker claimant who author sprecher sprecherin wer orateur locuteur auteur orador portavoz quién
declarante autor oratore source quelle name"""
_DATE_WORDS = "date claim_date published when day datum tag jour fecha día data giorno dag"
_NOTE_WORDS = (
    "note notes comment remark context anmerkung bemerkung notiz kommentar remarque commentaire nota comentario"
)
_URL_WORDS = "url link address where adresse lien enlace dirección"
_NAMES = {
    "text": _CLAIM_WORDS.split(),
    "speaker": ["said by", "gesagt von", "dit par", "dicho por", *_SPEAKER_WORDS.split()],
    "date": ["made on", *_DATE_WORDS.split()],
    "note": _NOTE_WORDS.split(),
    "url": _URL_WORDS.split(),
}
"""Field → the names of its column; what names a claim goes before what may be any text."""
_CLAIMS = ("claim", "claims", "claimreviewed", "claim_text", "statement", "quote")
MOST_CLAIMS = 5_000
LONGEST_CLAIM = 2_000
LONGEST_NOTE = 5_000


@dataclass(frozen=True, slots=True)
class ListedClaim:
    """One claim of a list, each part on one line. `line` is its row in the sheet, the header being row 1."""

    line: int
    text: str
    speaker: str
    made: date | None
    note: str
    url: str

    @property
    def told(self) -> str:
        """What the list says of it beside its words."""
        made = self.made.isoformat() if self.made else ""
        said = ", ".join(part for part in (self.speaker, made) if part)
        return "; ".join([part for part in (said, self.note, self.url) if part] + [f"row {self.line}"])


def claims_column(path: Path) -> str:
    """The column of a table that by its name holds claims, beside one that says whose they are; "" without one."""
    if path.suffix.lower() not in (".csv", ".tsv", ".xlsx"):
        return ""
    try:
        names = [one_line(name).casefold() for name in next(sheet_rows(path), [])]
    except BadInputError:
        return ""
    column = next((name for name in _CLAIMS if name in names), "")
    return column if any(name in names for name in ("speaker", "claimant", "who", "said by")) else ""


def read_claims(
    path: Path, columns: Mapping[str, str], day_of: Callable[[str], date | None]
) -> tuple[list[ListedClaim], list[tuple[int, str]]]:
    """The claims of a sheet, and the rows that hold no claim, with why.

    Args:
        path: The file.
        columns: One of `FIELDS` → the name of its column.
        day_of: The day that a cell states, None where it states none for certain.
    Raises:
        BadInputError: It cannot be read, a column that was named is missing, or none holds the claims.
    """
    rows = sheet_rows(path)
    names = [one_line(name).casefold() for name in next(rows, [])]
    if len(names) > MOST_COLUMNS:
        raise BadInputError(f"{path} has more than the {MOST_COLUMNS} columns that are read.")
    places = _places(path, names, columns)
    found: list[ListedClaim] = []
    bad: list[tuple[int, str]] = []
    seen: dict[tuple[str, str], int] = {}
    for line, cells in enumerate(rows, 2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(found) >= MOST_CLAIMS:
            bad.append((line, f"only the first {MOST_CLAIMS:,} claims were read"))
            break
        claim = _claim(line, cells, places, day_of)
        if isinstance(claim, str):
            bad.append((line, claim))
        elif (first := seen.setdefault((claim.text.casefold(), claim.speaker.casefold()), line)) != line:
            bad.append((line, f"the same claim by the same speaker stands in row {first}"))
        else:
            found.append(claim)
    return found, bad


def _places(path: Path, names: Sequence[str], columns: Mapping[str, str]) -> dict[str, int]:
    listed = ", ".join(name[:60] for name in names[:20]) or "none"
    places: dict[str, int] = {}
    for field, column in columns.items():
        wanted = one_line(column).casefold()
        if wanted not in names:
            raise BadInputError(f"{path} has no column {column!r} for {field}; its columns are {listed}.")
        places[field] = names.index(wanted)
    for field in FIELDS:
        known = next(
            (name for name in _NAMES[field] if name in names and names.index(name) not in places.values()), None
        )
        english = "text" in places and names[places["text"]] in (*_CLAIMS, "text", "what")
        if field not in places and known is not None and not (known == "data" and english):
            places[field] = names.index(known)  # in English "data" are no day
    if "text" not in places:
        raise BadInputError(
            f"{path}: none of its columns ({listed}) holds the claims; --map text=COLUMN says which does."
        )
    return places


def _claim(
    line: int, cells: Sequence[str], places: Mapping[str, int], day_of: Callable[[str], date | None]
) -> ListedClaim | str:
    def cell(field: str) -> str:
        at = places.get(field)
        # a vertical tab is a line end of a cell, and becomes a blank as others do
        return one_line(" ".join(cells[at].split())) if at is not None and at < len(cells) else ""

    if any(len(one) > LONGEST_CELL for one in cells):
        return f"a cell has more than {LONGEST_CELL:,} characters"
    text = cell("text")
    if not any(sign.isalnum() for sign in text):
        return "it has no claim"
    if len(text) > LONGEST_CLAIM:
        return f"its claim has more than {LONGEST_CLAIM:,} characters"
    made: date | None = None
    if stated := cell("date"):
        made = day_of(stated)
        if made is None:
            return f"its date {stated[:40]!r} is not one day for certain; write it as YYYY-MM-DD"
    return ListedClaim(
        line, text, cell("speaker")[:300], made, cell("note")[:LONGEST_NOTE], web_address(cell("url")) or ""
    )
