"""Web pages that a browser has printed to PDF: what it wrote around them, and that its day is no day of publication.

A browser writes the same on every page: the day and hour of printing, the title, the address, and the page's number of
all. Only a document whose every page carries its number, and a day with its hour or an address, has such margins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_BROWSERS = re.compile(
    r"Mozilla/|Chrom(?:e|ium)|Skia/PDF|Firefox|\bSafari\b|WebKit|\bEdg(?:e|A)?/|wkhtmltopdf", re.IGNORECASE
)
_OTHERS = re.compile(r"Google Docs", re.IGNORECASE)
"""Programs that print by the machinery of a browser and write nothing around a text."""
_STAMP = re.compile(
    r"\b\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{2,4}\.?,?\s+(?:[^\W\d_]{1,4}\.?\s)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?"
    r"(?:\s?[AP]\.?\s?M\.?)?",
    re.IGNORECASE,
)
"""The day and hour of printing; a day alone may be the article's own."""
_ADDRESS = re.compile(
    r"(?:https?|f(?:i|ﬁ)le|ﬁle|about|blob|chrome(?:-extension)?|moz-extension)://?\S{1,2000}|about:blank", re.I
)
_LINK = re.compile(r"https?://[^\s…]{4,2000}", re.IGNORECASE)
_COUNT = re.compile(
    r"(?:\b[^\W\d_]{2,10}\.?\s)?(?<![\d/.,])(\d{1,4})\s?(?:/|(?:of|von|de|di|sur|sobre|van|av|af|z|ze|od|iz|din|из|з)\s)\s?(\d{1,4})(?![\d/.,])"
)
_CUT = ("…", "...")
_EDGE = 2
"""Lines at the head and at the foot of a page in which a browser writes."""


def is_printed(creator: str | None, producer: str | None) -> bool:
    """Whether the document information names a browser, or a program that prints as one does."""
    by = f"{creator or ''} {producer or ''}"
    return _BROWSERS.search(by) is not None and _OTHERS.search(by) is None


def without_margins(pages: Sequence[str], title: str | None) -> tuple[list[str], str | None]:
    """The texts of a document's pages without the browser's own lines, and the address in them.

    Args:
        pages: All of its pages, one that could not be read as an empty text.
        title: The title by the document information.
    """
    split = [page.split("\n") for page in pages]
    edges = [_edge_lines(lines) for lines in split]
    numbered = _numbered(split, edges)
    if not any(numbered):
        return list(pages), None
    whole = " ".join((title or "").split())
    alike = [{lines[at].strip() for at in inside} for lines, inside in zip(split, edges, strict=True) if inside]
    everywhere = set.intersection(*alike) if len(alike) > 1 else set()
    kept: list[str] = []
    addresses: list[str] = []
    for lines, inside, counts in zip(split, edges, numbered, strict=True):
        gone = {at for at in counts if _is_margin(_COUNT.sub(" ", _left(lines[at])), whole)}
        for at in inside - gone:
            line, left = lines[at].strip(), _left(lines[at])
            dated, placed = _STAMP.search(line), _ADDRESS.search(line)
            if (
                (dated and _is_margin(left, whole))
                or (placed and whole and left == whole)
                or (line in everywhere and ((dated and not whole) or _ADDRESS.fullmatch(line)))
            ):
                gone.add(at)
        if not any(_ADDRESS.search(lines[at]) for at in gone):  # the address in a line of its own beside the number
            beside = {at for at in inside if any(abs(at - other) == 1 for other in counts)}
            gone |= {at for at in beside if _ADDRESS.fullmatch(lines[at].strip())}
        addresses += [found[0] for at in sorted(gone) if (found := _LINK.search(lines[at]))]
        kept.append("\n".join(line for at, line in enumerate(lines) if at not in gone))
    own = set(addresses)
    return kept, own.pop() if len(own) == 1 and not addresses[0].endswith(_CUT) else None


def without_stamps(page: str) -> str:
    """The text of a page without the lines at its edges that hold a day with its hour, which may be of printing."""
    lines = page.split("\n")
    inside = _edge_lines(lines)
    return "\n".join(line for at, line in enumerate(lines) if at not in inside or not _STAMP.search(line))


def _edge_lines(lines: list[str]) -> set[int]:
    written = [number for number, line in enumerate(lines) if line.strip()]
    return {*written[:_EDGE], *written[-_EDGE:]}


def _numbered(split: list[list[str]], edges: list[set[int]]) -> list[set[int]]:
    """For each page the edge lines with its number of all; none where not every page has one, and a day or address.

    The numbers rise by one from page to page under one total: pages 2 and 3 of 9 may be all that was printed.
    """
    found = [
        [(at, int(count[1]), int(count[2])) for at in inside for count in _COUNT.finditer(_left(lines[at]))]
        for lines, inside in zip(split, edges, strict=True)
    ]
    first = next((number for number, inside in enumerate(edges) if inside), None)
    for _, start, total in found[first] if first is not None else ():
        rising = [
            {at for at, number, of in counts if number == start + page - (first or 0) and number <= of == total}
            for page, counts in enumerate(found)
        ]
        marked = (
            any(_STAMP.search(lines[at]) or _ADDRESS.search(lines[at]) for at in inside)
            for lines, inside in zip(split, edges, strict=True)
            if inside
        )
        if all(ats or not inside for ats, inside in zip(rising, edges, strict=True)) and all(marked):
            return rising
    return [set() for _ in split]


def _left(line: str) -> str:
    """What a line holds besides day and hour and an address."""
    return " ".join(_STAMP.sub(" ", _ADDRESS.sub(" ", line)).split())


def _is_margin(left: str, title: str) -> bool:
    """Whether nothing is left of a line but the title, whole or cut short."""
    left = " ".join(left.split())
    cut = next((left.removesuffix(end).rstrip() for end in _CUT if left.endswith(end)), "")
    return not left or left == title or (bool(cut) and title.startswith(cut))
