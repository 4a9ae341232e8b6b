"""Web pages that a browser has printed to PDF: what it wrote around them, and that its day is no day of publication."""

from __future__ import annotations

import re

_BROWSERS = re.compile(
    r"Mozilla/|Chrom(?:e|ium)|Skia/PDF|Firefox|\bSafari\b|WebKit|\bEdg(?:e|A)?/|wkhtmltopdf", re.IGNORECASE
)
_STAMP = re.compile(
    r"\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\.?(?:,?\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AP]\.?M\.?)?)?", re.IGNORECASE
)
_ADDRESS = re.compile(r"(?:https?|f(?:i|ﬁ)le|ﬁle)://\S{1,2000}", re.IGNORECASE)
_COUNT = re.compile(r"\b\d{1,4}\s?(?:/|of|von|de|di|sur|z|van|av)\s?\d{1,4}\b")
_CUT = ("…", "...")
_EDGE = 2
"""Lines at the head and at the foot of a page in which a browser writes."""


def is_printed(creator: str | None, producer: str | None) -> bool:
    """Whether the document information names a browser, or a program that prints as one does."""
    return _BROWSERS.search(f"{creator or ''} {producer or ''}") is not None


def without_margins(page: str, title: str | None) -> str:
    """The text of a printed page without the browser's own lines: day, title, address and number of the page.

    A line goes only where it holds nothing else, and more than the title: the title alone may be the page's heading.
    """
    lines = page.split("\n")
    written = [number for number, line in enumerate(lines) if line.strip()]
    edges = {*written[:_EDGE], *written[-_EDGE:]}
    return "\n".join(
        line for number, line in enumerate(lines) if number not in edges or not _is_margin(line.strip(), title or "")
    )


def _is_margin(line: str, title: str) -> bool:
    whole = " ".join(title.split())
    undated, days = _STAMP.subn(" ", _ADDRESS.sub(" ", line))
    left = " ".join(_COUNT.sub(" ", undated).split())
    placed = _ADDRESS.search(line) is not None or _COUNT.search(undated) is not None
    cut = next((left.removesuffix(end).rstrip() for end in _CUT if left.endswith(end)), "")
    titled = bool(left) and (left == whole or (bool(cut) and whole.startswith(cut)))
    # a day alone may be the article's own
    return (placed and (titled or not left)) or (titled and days > 0)
