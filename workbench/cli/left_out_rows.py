"""What of a page is not in its text, as rows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from workbench.cli.output import emit_rows, say
from workbench.domain.documents import LeftOut


def emit_left_out(what: str, parts: Sequence[LeftOut], format_: str, output: Path | None) -> None:
    """One row for each part of the page, in its order: where it stands, and its words; a sentence where none is."""
    rows = [{"where": "hidden" if part.hidden else "beside the article", "words": part.words} for part in parts]
    if rows or format_ != "table" or output is not None:
        emit_rows(rows, ("where", "words"), format_, output)
    if not rows:
        say(f"{what}: nothing is known to be left out (it is told of pages alone).")
