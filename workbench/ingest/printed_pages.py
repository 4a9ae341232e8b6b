"""Web pages that a browser has printed to PDF: what it wrote around them, and that its day is no day of publication.

A browser writes the same on every page: the day and hour of printing, the title, the address, and the page's number of
all. Only a document whose every page carries its own number of all is taken for one with such margins.
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
_COUNT = re.compile(r"(?:\b[^\W\d_]{2,10}\.?\s)?(?<![\d/.,])(\d{1,4})\s?(?:/|[^\W\d_]{1,4})\s?(\d{1,4})(?![\d/.,])")
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
    counts = [
        {at for at in inside if _counts(lines[at], number, len(pages))}
        for number, (lines, inside) in enumerate(zip(split, edges, strict=True), start=1)
    ]
    if not all(found or not inside for found, inside in zip(counts, edges, strict=True)) or not any(counts):
        return list(pages), None
    whole = " ".join((title or "").split())
    alike = [{lines[at].strip() for at in inside} for lines, inside in zip(split, edges, strict=True) if inside]
    everywhere = {line for line in set.intersection(*alike) if len(alike) > 1 and _ADDRESS.fullmatch(line)}
    kept: list[str] = []
    addresses: list[str] = []
    for lines, inside, numbered in zip(split, edges, counts, strict=True):
        gone = {at for at in numbered if _is_margin(lines[at], whole, counted=True)}
        beside = {at for at in inside if any(abs(at - other) == 1 for other in numbered)}
        gone |= {at for at in inside if _STAMP.search(lines[at]) and _is_margin(lines[at], whole, counted=False)}
        gone |= {at for at in inside if whole and _ADDRESS.search(lines[at]) and _left(lines[at]) == whole}
        gone |= {at for at in inside if lines[at].strip() in everywhere}
        if not any(_ADDRESS.search(lines[at]) for at in gone):  # the address in a line of its own beside the number
            gone |= {at for at in beside if _ADDRESS.fullmatch(lines[at].strip())}
        addresses += [found[0] for at in sorted(gone) if (found := _LINK.search(lines[at]))]
        kept.append("\n".join(line for at, line in enumerate(lines) if at not in gone))
    own = set(addresses)
    return kept, own.pop() if len(own) == 1 and not next(iter(addresses)).endswith(_CUT) else None


def _edge_lines(lines: list[str]) -> set[int]:
    written = [number for number, line in enumerate(lines) if line.strip()]
    return {*written[:_EDGE], *written[-_EDGE:]}


def _counts(line: str, number: int, pages: int) -> bool:
    """Whether a line holds the page's own number of all."""
    return any(int(found[1]) == number and int(found[2]) == pages for found in _COUNT.finditer(_left(line)))


def _left(line: str) -> str:
    """What a line holds besides day and hour and an address."""
    return " ".join(_STAMP.sub(" ", _ADDRESS.sub(" ", line)).split())


def _is_margin(line: str, title: str, *, counted: bool) -> bool:
    """Whether a line holds nothing but what a browser writes: day and hour, title, address, number of the page."""
    left = _left(line)
    left = " ".join(_COUNT.sub(" ", left).split()) if counted else left
    cut = next((left.removesuffix(end).rstrip() for end in _CUT if left.endswith(end)), "")
    if not left or left == title or (bool(cut) and title.startswith(cut)):
        return True
    return not title and not counted  # a page without a title of its own: what stands beside day and hour is that
