"""Documents cut into passages: pieces short enough to be found and read, long enough to stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from workbench.domain.documents import Section
from workbench.domain.passages import PassageDraft

TARGET = 700
"""Code points a passage is filled up to. The encoder reads about 256 word pieces, some 1,100 characters of English."""

LIMIT = 1000
"""Code points no passage exceeds."""

_PARAGRAPH_BREAK = re.compile(r"\n[^\S\n]*\n\s*|\f\s*")
_LINE_BREAK = re.compile(r"\n\s*")
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\sa-z])|[。！？]")
_LONGEST_HEADER = 160
_FIGURE = re.compile(r"(?!(?:1[5-9]|20)\d\d$)\W{0,4}\d[\d,.\s’']{0,20}\S{0,6}")
"""A cell that is a figure, and no year."""
_NOT_AN_END = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Lt|Sgt|Sen|Rep|Gov|vs|No|Fig|approx|est|ca|cf|al)|\b[A-Z])\.$"
)


def split_passages(text: str, sections: Sequence[Section] = ()) -> list[PassageDraft]:
    """Cut a document into passages, in reading order, none overlapping another.

    A passage never crosses a section (page, heading) and ends where a paragraph, line or sentence ends; only a
    sentence longer than `LIMIT` is cut, between words. Neighbouring short paragraphs share a passage up to `TARGET`.
    White space around a passage belongs to none. A table that fills several passages has its header in the label of
    each behind the first ("Ships by port · Port | Ships"). Time and memory grow linearly with the text.

    Args:
        text: The normalised text of the document.
        sections: Titled stretches of it; text outside them has no locator. They may nest: the innermost one counts.
    Returns:
        Passages with the label of their section; none for a text without a letter or digit.
    """
    drafts: list[PassageDraft] = []
    for start, end, label in _stretches(text, sections):
        headers = list(_headers(text, start, end)) if " | " in text[start:end] else []
        at = 0
        for a, b in _packed(text, start, end):
            while at < len(headers) and headers[at].end <= a:
                at += 1
            headed = at < len(headers) and headers[at].below <= a
            drafts.append(PassageDraft(a, b, _labelled(label, headers[at].words) if headed else label))
    return drafts


class _Header(NamedTuple):
    """The header of a table in a text: its words, where the rows below it begin, and where they end."""

    words: str
    below: int
    end: int


def _labelled(label: str | None, header: str) -> str:
    return f"{label} · {header}" if label else header


def _headers(text: str, start: int, end: int) -> Iterator[_Header]:
    """The headers of tables: lines of cells without figures (years are names) above others of as many cells."""
    header: _Header | None = None
    cells = 0
    for row_start, row_end in _cut(text, start, end, _LINE_BREAK):
        row = text[row_start:row_end].split(" | ") if row_end - row_start <= LIMIT else []
        if header is not None and len(row) == cells:
            header = header._replace(end=row_end)
            continue
        if header is not None and header.end > header.below:
            yield header
        header, cells = None, len(row)
        words = text[row_start:row_end].strip()
        if cells > 1 and len(words) <= _LONGEST_HEADER and not any(_FIGURE.fullmatch(cell.strip()) for cell in row):
            header = _Header(words, row_end, row_end)
    if header is not None and header.end > header.below:
        yield header


def _stretches(text: str, sections: Sequence[Section]) -> Iterator[tuple[int, int, str | None]]:
    """Cut the text at every section boundary and name the innermost section of each stretch."""
    length = len(text)
    edges = {0, length}
    for section in sections:
        edges.update((min(section.start, length), min(section.end, length)))
    ordered = sorted(sections, key=lambda section: (section.start, -section.end))
    open_sections: list[Section] = []
    upcoming = 0
    for start, end in pairwise(sorted(edges)):
        while upcoming < len(ordered) and ordered[upcoming].start <= start:
            open_sections.append(ordered[upcoming])
            upcoming += 1
        open_sections = [section for section in open_sections if section.end > start]
        yield start, end, (open_sections[-1].label or None) if open_sections else None


def _packed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Fill passages with neighbouring pieces of one stretch."""
    current: tuple[int, int] | None = None
    for piece_start, piece_end in _pieces(text, start, end):
        if current is not None and piece_end - current[0] <= TARGET:
            current = (current[0], piece_end)
            continue
        if current is not None:
            yield current
        current = (piece_start, piece_end)
    if current is not None:
        yield current


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Paragraphs; of a long paragraph its lines; of a long line its sentences; of a long sentence runs of words."""
    for paragraph in _cut(text, start, end, _PARAGRAPH_BREAK):
        if paragraph[1] - paragraph[0] <= TARGET:
            yield from _worded(text, *paragraph)
            continue
        for line in _cut(text, *paragraph, _LINE_BREAK):
            if line[1] - line[0] <= TARGET:
                yield from _worded(text, *line)
                continue
            for sentence in _sentences(text, *line):
                yield from _worded(text, *sentence)


def _cut(text: str, start: int, end: int, separator: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    position = start
    for found in separator.finditer(text, start, end):
        yield position, found.start()
        position = found.end()
    yield position, end


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    for found in _SENTENCE_END.finditer(text, start, end):
        stop = found.end()
        if _NOT_AN_END.search(text, max(position, found.start() - 8), found.start() + 1):
            continue
        yield position, stop
        position = stop
    yield position, end


def _worded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Trim white space, cut what is longer than `LIMIT`, and drop what holds no letter or digit."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LIMIT:
        cut = start + LIMIT
        space = max(text.rfind(" ", start + LIMIT // 2, cut), text.rfind("\n", start + LIMIT // 2, cut))
        stop = space if space > start else cut
        if any(character.isalnum() for character in text[start:stop]):
            yield start, stop
        start = stop
        while start < end and text[start].isspace():
            start += 1
    if any(character.isalnum() for character in text[start:end]):
        yield start, end
