"""Style sheets that lie beside a saved page: what they hide is not read. Nothing is ever fetched."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from workbench.ingest.text import decode

Sheets = Callable[[str], bytes | None]
"""Gives the bytes of a sheet by what a page's link says, None where none lies there."""
MOST = 40
LARGEST = 1_000_000
"""Sheets of a page, and bytes of one, that are looked at."""


def in_folder(folder: Path) -> Sheets:
    """Sheets that a browser put into a folder beside the page ("page_files/x.css"), and none from anywhere else."""
    top = folder.resolve()

    def found(link: str) -> bytes | None:
        try:
            parts = urlsplit(link)
            name = unquote(parts.path)
            if parts.scheme or parts.netloc or not name or name.startswith(("/", "\\")) or "\x00" in name:
                return None
            path = (top / name).resolve()
            if not path.is_relative_to(top) or not path.is_file() or path.stat().st_size > LARGEST:
                return None
            return path.read_bytes()
        except (OSError, ValueError, RuntimeError):
            return None  # a link that names no file names no sheet

    return found


def put_in(tree: Any, sheets: Sheets) -> None:
    """Put the sheets that a page names and that lie beside it in the places of their links; the tree is changed."""
    links = [one for one in tree.iter("link") if "stylesheet" in (one.get("rel") or "").lower().split()]
    for link in islice(links, MOST):
        if "alternate" in (link.get("rel") or "").lower().split() or link.get("disabled") is not None:
            continue
        data = sheets((link.get("href") or "").strip())
        if data:
            media = link.get("media")
            tail = link.tail
            link.clear()
            link.tag, link.tail = "style", tail
            link.text = decode(data, None).text.replace("\x00", "")
            if media:
                link.set("media", media)
