"""Tables of figures as evidence: each row one passage, every value with the header of its column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from pathlib import PurePath

from workbench.domain.documents import Section, Skipped
from workbench.ingest.columns import HEADER_ROWS, USUAL_NAMES, no_text
from workbench.ingest.dates import parse_date
from workbench.ingest.fields import digest
from workbench.ingest.heartbeat import beat
from workbench.ingest.item import Found, Item
from workbench.ingest.plain import fields_of, notices, offer_name_date
from workbench.ingest.text import normalise, one_line

Numbered = tuple[int, list[str]]
HEADER_LINES = 3
"""Rows that a header with merged cells may take."""
ROWS_OF_ONE = 100_000
"""Rows of one document; a longer table becomes several."""
_CELL = 2_000
_HEADER = 120
_GROUP = 80
_FIGURE = re.compile(r"[^\w\n]{0,6}\d[\d\s.,:'’·/-]{0,40}[^\w\n]{0,6}")
_SMALL = 2
"""Words in small letters that make a sentence, whatever it ends in."""
_MARK = 3
"""Characters that "plc." and its like have at most."""
_WORD = 12
"""Characters that "No. 4" and "approx." have at most; a sentence has more."""
_SPAN = re.compile(r"(?:\d{1,3}\s?[-–]\s?\d{1,3}|[<>≤≥]\s?\d{1,3}|\d{1,3}\s?\+)")
_COUNTED = 2
"""Columns that are named by spans of numbers, or by one number after the other, at least."""
_FEW = 3
"""Columns numbered from 0 or 1 that make a header where no whole number stands below."""
_MANY = 6
"""Numbered columns that no row of data is likely to have by chance."""
_CERTAIN = 7
"""Columns numbered from 0 or 1 on, in order, that make a header whatever its first cell says."""
_KIND = re.compile(
    r"\b(?:regions?|stations?|countr(?:y|ies)|states?|districts?|count(?:y|ies)|cit(?:y|ies)|towns?|municipalit(?:y|"
    r"ies)|areas?|"
    r"wards?|places?|sites?|locations?|schools?|hospitals?|names?|groups?|categor(?:y|ies)|class(?:es)?|types?|kinds?|"
    r"sectors?|"
    r"products?|items?|species|sex|gender|ages?|years?|months?|quarters?|weeks?|days?|dates?|ports?|plants?|firms?|"
    r"compan(?:y|ies)|"
    r"constituenc(?:y|ies)|precincts?|boroughs?|parish(?:es)?|provinces?|cantons?|players?|questions?|patients?|students?|"
    r"pupils?|participants?|samples?|bezirke?|provinz|kanton|wahlkreise?|frage|provincia|distrito|parroquia|province|"
    r"canton|provincie|powiat|район|"
    r"teams?|parties|party|land|länder|kreis|gemeinde|ort|stadt|schule|gruppe|art|jahr|monat|alter|geschlecht|name|"
    r"pays|région|commune|ville|département|année|mois|âge|sexe|nom|país|región|municipio|ciudad|año|mes|edad|sexo|"
    r"nombre|"
    r"paese|regione|comune|città|anno|mese|età|nome|região|cidade|ano|idade|regio|gemeente|plaats|jaar|maand|leeftijd|"
    r"kommun|ort|år|månad|ålder|kraj|województwo|gmina|miasto|rok|miesiąc|wiek|płeć|nazwa|область|місто|рік|регион|"
    r"город|год)\b|^\W|\(",
    re.IGNORECASE,
)
"""What the first cell of a header says that the rows are; in doubt a row of numbers is one of data."""
_WHOLE = re.compile(r"\d{1,9}")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:\s?[-/–]\s?\d{2,4})?")


def is_of_figures(columns: Sequence[str], item: Item) -> bool:
    """Whether a table has no column of text, and so is read row by row whole: for evidence, where nothing is mapped.

    A column of titles alone does not make it one of texts, if there is more beside than says whose they are.
    """
    if not item.as_evidence or item.options.columns:
        return False
    named = {one_line(column, 200).lower() for column in columns if column.strip()}
    if named.intersection(USUAL_NAMES["text"]):
        return False
    usual = {name for names in USUAL_NAMES.values() for name in names}
    titled = named.intersection(USUAL_NAMES["title"])
    return not titled or (bool(named - usual) and not named.intersection(USUAL_NAMES["url"]))


def figure_documents(
    rows: Iterable[Numbered | Skipped],
    item: Item,
    *,
    sheet: str = "",
    part: str = "sheet",
    word: str = "row",
    sha256: str | None = None,
    columns: Sequence[str] = (),
    title: str = "",
) -> Found:
    """Read a table whole.

    Args:
        rows: Its rows with their numbers, and what could not be read.
        item: The file it stands in.
        sheet: The name of the sheet.
        part: What a sheet is called where it is cited.
        word: What a row is called where it is cited: "row" or "line".
        sha256: Digest of the file, where the table is all of it.
        columns: The names of its columns where no row holds them.
        title: Its title where that is known.

    Raises:
        UnreadableError: No row has two cells side by side.
    """
    left = iter(rows)
    top: list[Numbered] = []
    told = False
    for entry in left:
        if isinstance(entry, Skipped):
            told = True
            yield entry
        elif any(entry[1]):
            top.append((entry[0], [_value(cell) for cell in entry[1]]))
            if len(top) == HEADER_ROWS:
                break
    widest = max((sum(map(bool, cells)) for _, cells in top), default=0)
    if widest < 2:
        raise no_text(top[0][1] if top else [])
    begun, after, header = (0, 0, [_value(name)[:_HEADER] for name in columns]) if columns else _header(top, widest)
    if not header and _has_texts([cells for _, cells in top[begun:]], widest):
        raise no_text(top[begun][1])
    title = title or next((words for _, cells in top[:begun] if (words := _lone(cells))), "")
    if not title:
        title = PurePath(item.name).stem.replace("_", " ")
        title = f"{title}: {one_line(sheet, 80)}" if sheet else title
    writer = _Writer(item, one_line(title, 200), f"{part} {one_line(sheet, 80)}" if sheet else "", word, sha256)
    for number, cells in top[:begun]:
        writer.add(number, "; ".join(filter(None, cells)))
    group = ""
    for entry in chain(top[after:], left):
        if isinstance(entry, Skipped):
            told = True
            yield entry
            continue
        number, cells = entry[0], [_value(cell) for cell in entry[1]]
        if not any(cells):
            continue
        if number % 1_000 == 0:
            beat()
        if writer.count >= item.options.limits.rows:
            yield Skipped(f"{item.origin}, {word} {number}", f"only the first {writer.count} rows were read")
            break
        alone = _lone(cells)
        if alone:
            group = alone if widest > 2 and len(alone) <= _GROUP and cells[0] else ""
            words = alone
        else:
            words = "; ".join(filter(None, (group, *_named(header, cells))))
        if writer.is_full(len(words)):
            yield from writer.document()
        writer.add(number, words)
    if writer.count or not told:  # that its one row cannot be read is said; that no other is left, says no more
        yield from writer.document(last=True)


def _value(cell: str) -> str:
    return one_line(cell, _CELL)


def _lone(cells: Sequence[str]) -> str:
    """The words of a row that has one cell alone: a title, a note, or the name of the rows below."""
    filled = [cell for cell in cells if cell]
    return filled[0] if len(filled) == 1 and not _FIGURE.fullmatch(filled[0]) else ""


def _named(header: Sequence[str], cells: Sequence[str]) -> Iterator[str]:
    for place, cell in enumerate(cells):
        if cell:
            name = header[place] if place < len(header) else ""
            yield f"{name}: {cell}" if name else cell


def _holds_figures(cells: Sequence[str]) -> bool:
    """Whether a row is one of data: a cell holds a number that is no year, or the row begins with a day."""
    if any(_FIGURE.fullmatch(cell) and not _YEAR.fullmatch(cell) for cell in cells if cell):
        return True
    first = next(filter(None, cells), "")
    return (parse_date(first) is not None and not _YEAR.fullmatch(first)) or all(
        _YEAR.fullmatch(cell) for cell in cells if cell
    )


def _counts_columns(cells: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether a row names its columns by numbers behind a word: "Region, 0-4, 5-9, 65+", "Station, 1, 2, 3".

    Such a row may be one of data, of scores or ranks; only what the rows below hold tells which, and in doubt it is.
    """
    places = [place for place, cell in enumerate(cells) if _FIGURE.fullmatch(cell) or _SPAN.fullmatch(cell)]
    first = next(place for place, cell in enumerate(cells) if cell)
    if first in places or len(places) < _COUNTED:
        return False
    many = len(places) >= _CERTAIN and [cells[place] for place in places[1:]] == [
        str(int(cells[places[0]]) + step) if _WHOLE.fullmatch(cells[places[0]]) else ""
        for step in range(1, len(places))
    ]
    if not many and not _names_a_kind(cells[first], [row[first] for row in below if first < len(row)]):
        return False
    columns = [[row[place] for place in places if place < len(row) and row[place]] for row in below]
    beneath = list(chain.from_iterable(columns))
    if not beneath or any(map(_SPAN.fullmatch, beneath)):
        return False
    others = [cells[place] for place in places]
    if all(map(_SPAN.fullmatch, others)):
        return _rise(others)
    begin = int(others[0]) if others[0] in {"0", "1"} else None
    counted = [str((begin or 0) + place) for place in range(len(others))]
    if begin is None or others != counted or len(others) < sum(map(bool, cells)) - 1:
        return False
    if all(_FIGURE.fullmatch(row[first]) for row in below if first < len(row) and row[first]):
        return True  # a word above years or numbers
    if not any(map(_WHOLE.fullmatch, beneath)):
        return len(others) >= _FEW
    # So many in order are no data, but where a row below has as many, which it ranks or counts up.
    return len(others) >= _MANY and not any(map(_is_run, columns))


def _names_a_kind(cell: str, below: Sequence[str]) -> bool:
    """Whether a cell tells what the cells below it are ("Region", "Age (years)"), and is not one of their kind."""
    return bool(_KIND.search(cell) or cell[0].islower() or all(_FIGURE.fullmatch(one) for one in below if one))


def _is_run(cells: Sequence[str]) -> bool:
    """Whether a row holds whole numbers that follow each other, in any order."""
    numbers = sorted(int(cell) for cell in cells if _WHOLE.fullmatch(cell))
    return len(numbers) == len(cells) and all(after == one + 1 for one, after in pairwise(numbers))


def _rise(spans: Sequence[str]) -> bool:
    """Whether spans of numbers follow each other without overlap, as classes do and scores do not."""
    reached = -1
    for span in spans:
        low, *rest = map(int, _WHOLE.findall(span))
        high = rest[0] if rest else low
        if span[0] == "<":
            low, high = 0, high - 1
        elif span[0] == "≤":
            low = 0
        elif span[0] == ">":
            low = high = high + 1
        if low <= reached or high < low or (rest and high == low):
            return False
        reached = high
    return True


def _header(top: list[Numbered], widest: int) -> tuple[int, int, list[str]]:
    """Where the header begins and ends among the first rows, and the name of each column."""
    enough = max(2, (widest + 1) // 2)
    begun = next(place for place, (_, cells) in enumerate(top) if sum(map(bool, cells)) >= enough)
    if (
        _holds_figures(top[begun][1])
        and top[begun][1][0]
        and not _counts_columns(top[begun][1], [cells for _, cells in top[begun + 1 :]])
    ):
        return begun, begun, []
    lines = [top[begun][1]]
    figures_follow = any(_holds_figures(cells) for _, cells in top[begun + 1 :])
    for _, cells in top[begun + 1 : begun + HEADER_LINES]:
        if not figures_follow or not _is_open(lines) or _holds_figures(cells) or _lone(cells):
            break
        lines.append(cells)
    width = max(map(len, lines))
    names = [""] * width
    for line in lines:
        filled = [*line, *[""] * (width - len(line))]
        if line is not lines[-1]:  # a cell over several columns leaves those to its right empty
            for place in range(1, width):
                if not filled[place] and any(filled[:place]) and _is_filled_below(lines, line, place):
                    filled[place] = filled[place - 1]
        for place, cell in enumerate(filled):
            if cell and cell not in names[place].split(" · "):
                names[place] = f"{names[place]} · {cell}" if names[place] else cell
    return begun, begun + len(lines), [name[:_HEADER].rstrip(" :").replace(" · ", " ") for name in names]


def _has_texts(rows: Sequence[Sequence[str]], widest: int) -> bool:
    """Whether a column holds nothing but sentences: without a header it is for the user to say what the others are."""
    columns = ([row[place] for row in rows if place < len(row) and row[place]] for place in range(widest))
    return any(column and all(map(_is_sentence, column)) for column in columns)


def _is_sentence(cell: str) -> bool:
    words = cell.rstrip("\"'”’»)")
    if len(cell) <= _WORD or cell[0].isdigit() or not words.endswith((".", "!", "?", "…", "。")):
        return False
    return not words.endswith(".") or words.endswith("..") or not _is_name(words[:-1].split())


def _is_name(words: Sequence[str]) -> bool:
    """Whether what ends in a full stop may be a name as "Holm Shipping Co.": it has no small words but one."""
    small = sum(word[0] == word[0].lower() and word[0].isalpha() for word in words[:-1])
    last = words[-1] if words else ""
    ends_small = last[:1] == last[:1].lower() and last.isalpha() and len(last) > _MARK
    return small < _SMALL and not (small and ends_small)


def _is_open(lines: list[list[str]]) -> bool:
    """Whether some columns have no name of their own yet: it is missing, or that of the column beside them."""
    width = max(map(len, lines))
    columns = [tuple(line[place] if place < len(line) else "" for line in lines) for place in range(width)]
    return any(not any(column) for column in columns) or len(set(columns)) < len(columns)


def _is_filled_below(lines: list[list[str]], line: list[str], place: int) -> bool:
    below = next((other for other, one in zip(lines[1:], lines, strict=False) if one is line), [])
    return place < len(below) and bool(below[place])


class _Writer:
    """Puts rows together to documents with a section for each."""

    def __init__(self, item: Item, title: str, sheet: str, word: str, sha256: str | None) -> None:
        self._item = item
        self._title = title
        self._origin = f"{item.origin}, {sheet}" if sheet else item.origin
        self._word = word
        self._sha256 = sha256
        self._parts: list[str] = []
        self._sections: list[Section] = []
        self._length = 0
        self._first = 0
        self.count = 0
        self._documents = 0

    def is_full(self, more: int) -> bool:
        """Whether a row of so many characters has no room left."""
        return bool(self._parts) and (len(self._parts) >= ROWS_OF_ONE or self._length + more + 1 > self._item.limit)

    def add(self, number: int, words: str) -> None:
        """Take a row."""
        words = normalise(words)
        if not self._parts:
            self._first = number
        self._sections.append(Section(self._length, self._length + len(words), f"{self._word} {number}"))
        self._parts.append(words)
        self._length += len(words) + 1
        self.count += 1

    def document(self, *, last: bool = False) -> Found:
        """The document of the rows so far; those that follow go into another one."""
        whole = last and not self._documents
        fields = fields_of(self._item)
        title, origin = self._title, self._origin
        if self._documents:
            title, origin = (f"{words}, from {self._word} {self._first}" for words in (title, origin))
        fields.offer("title", title, "its first line or name")
        offer_name_date(self._item, fields)
        text = "\n".join(self._parts)
        yield fields.document(
            text,
            origin=origin,
            identifier=None if origin == self._item.origin else origin,  # else all parts of an address were one
            sha256=self._sha256 if whole and self._sha256 else digest(text.encode("utf-8", "replace")),
            limit=self._item.limit,
            retrieved=self._item.retrieved,
            sections=tuple(self._sections),
        )
        if not self._documents:
            yield from notices(self._item, fields)
        self._documents += 1
        self._parts, self._sections, self._length = [], [], 0
