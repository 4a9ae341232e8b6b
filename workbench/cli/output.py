"""The only writer to stdout, and the only one to stderr.

Rows leave in six formats; `-o FILE` and `> FILE` hold the same bytes. Nothing that came from an article or a
source can act on the terminal (escapes are shown as "\\x1b"), nor run as a formula in a spreadsheet.
"""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from workbench.domain.errors import BadInputError
from workbench.domain.invisible import unseen_as
from workbench.services.record.atomic_files import check_reachable, write_whole
from workbench.system.whole_files import copy_parts

FORMATS = ("table", "json", "jsonl", "csv", "tsv", "markdown")
READ, CUT = 32, 12
"""Characters that a column keeps on a narrow terminal: the one that people read, and any other that is longer."""
F = TypeVar("F", bound=Callable[..., Any])
Row = Mapping[str, Any]

# Characters that reorder what follows them: a quote could otherwise show other words than it holds.
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def plain(text: str) -> str:
    """`text` with control, direction and unseen characters made visible, safe to print on a terminal."""
    return "".join(
        character
        if character in "\n\t" or (unicodedata.category(character) != "Cc" and character not in _BIDI)
        else _escaped(character)
        for character in unseen_as(text, _escaped)
    )


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def complain(message: str) -> None:
    """Say something on stderr; stdout is for data. Where stderr takes nothing, nothing is said."""
    with suppress(OSError):
        print(plain(message), file=sys.stderr)  # noqa: T201


def say(message: str) -> None:
    """Tell the user how it went, on stderr."""
    complain(message)


def needs_terminal() -> None:
    """Refuse to open the terminal UI where there is nobody to see it: it would wait for a key forever.

    Raises:
        BadInputError: Standard input or standard error, where the screen is drawn, is no terminal.
    """
    if os.environ.get("TEXTUAL_DRIVER"):
        # `workbench serve` draws for a browser.
        return
    keys, screen = (stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))
    if keys and not screen:
        raise BadInputError(
            "the terminal UI is drawn on standard error, which is no terminal here: leave out 2> (and 2>&1)."
        )
    if not keys:
        raise BadInputError("the terminal UI needs a terminal; `workbench --help` lists the commands that need none.")


def emit(text: str, output: Path | None = None) -> None:
    """Write `text` to stdout, or to a file in one piece: a reader sees the old file or the new one.

    Raises:
        BadInputError: Standard output is closed or full, or the folder is missing or cannot be written.
    """
    if output is None or str(output) == "-":
        with _told():
            sys.stdout.write(text)
            sys.stdout.flush()
    else:
        write_whole(output, text.encode("utf-8"))


def emit_bytes(content: bytes | Iterable[bytes], output: Path | None = None) -> int:
    """Write a finished file to stdout, or to a file in one piece; gives how many bytes it has.

    Raises:
        BadInputError: Standard output is closed or full, or the folder is missing or cannot be written.
    """
    if output is None or str(output) == "-":
        with _told():
            sys.stdout.flush()
            size = copy_parts((content,) if isinstance(content, bytes) else content, sys.stdout.buffer)
            sys.stdout.buffer.flush()
            return size
    return write_whole(output, content)


@contextmanager
def _told() -> Iterator[None]:
    """Say what failed when standard output is full or closed; a reader that has gone is no failure."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise BadInputError(f"standard output cannot be written: {error.strerror}.") from error


def row_options(command: F) -> F:
    """Give a command `--format` and `-o`: every command that gives rows has both."""
    command = click.option(
        "--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True, help="Shape of the rows."
    )(command)
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path),
        default=None,
        callback=_reachable,
        help="Write to this file instead of stdout.",
    )(command)


def _reachable(_: click.Context, __: click.Parameter, output: Path | None) -> Path | None:
    """Refuse before anything is done: an act that was done and then told as failed would be done again."""
    if output is not None and str(output) != "-":
        check_reachable(output)
    return output


@dataclass(frozen=True, slots=True)
class Narrow:
    """How a table is shown where a terminal is too narrow for it.

    `reads` is the column that people read; while it has no room those of `gives_way` are left out, first to last, and
    named below the table. The first column, by which other commands are told what is meant, is not cut before them.
    """

    reads: str
    gives_way: tuple[str, ...]


def emit_rows(
    rows: Iterable[Row], columns: Sequence[str], format_: str, output: Path | None = None, narrow: Narrow | None = None
) -> None:
    """Write rows in one of `FORMATS`, columns in the given order.

    In json and jsonl every key of a row is written, in the other formats the named columns.
    """
    found = list(rows)
    shown = _that_fit(found, columns, narrow) if narrow and format_ == "table" and output is None else columns
    emit(rendered(found, shown, format_, narrow.reads if narrow else None), output)
    if left_out := [name for name in columns if name not in shown]:
        say(f"Left out, for the terminal is narrow: {', '.join(left_out)}; `--format csv` has them.")


def _that_fit(rows: Sequence[Row], columns: Sequence[str], narrow: Narrow) -> list[str]:
    """The columns that are shown on this terminal; elsewhere (a file, a pipe) all of them."""
    shown, terminal = list(columns), _terminal()
    sizes = {name: max([width(name), *(width(_one_line(row.get(name))) for row in rows)]) for name in columns}
    for name in narrow.gives_way:
        long = (narrow.reads, shown[0])
        least = sum(min(sizes[one], READ if one in long else CUT) for one in shown) + 2 * (len(shown) - 1)
        if terminal is None or least <= terminal:
            break
        if name in shown:
            shown.remove(name)
    return shown


def rendered(rows: Sequence[Row], columns: Sequence[str], format_: str, reads: str | None = None) -> str:
    """The text that `emit_rows` writes; `reads` is the column of a table that is cut last."""
    if format_ == "json":
        return _json(list(rows), indent=2) + "\n"
    if format_ == "jsonl":
        return "".join(_json(row) + "\n" for row in rows)
    if format_ in ("csv", "tsv"):
        stream = io.StringIO()
        writer = csv.writer(stream, delimiter="," if format_ == "csv" else "\t", lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_cell(row.get(name)) for name in columns] for row in rows)
        return stream.getvalue()
    cells = [[_one_line(row.get(name)) for name in columns] for row in rows]
    if format_ == "markdown":
        return _markdown(columns, cells)
    return _table(columns, cells, reads)


def _json(value: Any, indent: int | None = None) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=indent, default=str)
    # JSON leaves DEL and the C1 controls as they are; a terminal would obey them.
    seen = "".join(f"\\u{ord(c):04x}" if "\x7f" <= c <= "\x9f" or c in _BIDI else c for c in text)
    return unseen_as(seen, lambda character: json.dumps(character)[1:-1])


def _words(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.3f}".rstrip("0").rstrip(".")
    if isinstance(value, (list, tuple)):
        return "; ".join(_words(item) for item in value)
    if isinstance(value, dict):
        return _json(value)
    return str(value)


def _cell(value: Any) -> str:
    """A spreadsheet cell: words that would start a formula get a quote before them (OWASP, CSV injection)."""
    words = plain(_words(value))
    is_number = isinstance(value, (int, float))
    return f"'{words}" if words[:1] in ("=", "+", "-", "@", "\t", "\r") and not is_number else words


def _one_line(value: Any) -> str:
    return " ".join(plain(_words(value)).split())


def _markdown(columns: Sequence[str], cells: list[list[str]]) -> str:
    def escaped(words: str) -> str:
        words = words.replace("\\", "\\\\").replace("&", "&amp;").replace("<", "&lt;")
        for mark in "|*_`[]":
            words = words.replace(mark, f"\\{mark}")
        return words

    lines = ["| " + " | ".join(columns) + " |", "|" + " --- |" * len(columns)]
    lines += ["| " + " | ".join(escaped(cell) for cell in row) + " |" for row in cells]
    return "\n".join(lines) + "\n"


def width(text: str) -> int:
    """Columns of a terminal that `text` takes."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _cut(text: str, columns: int) -> str:
    if width(text) <= columns:
        return text
    used, kept = 0, []
    for character in text:
        used += width(character)
        if used > columns - 1:
            break
        kept.append(character)
    return "".join(kept) + "…"


def _terminal() -> int | None:
    """How many columns standard output has where it is a terminal, else None."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _table(columns: Sequence[str], cells: list[list[str]], reads: str | None = None) -> str:
    widths = [max([width(name), *(width(row[i]) for row in cells)]) for i, name in enumerate(columns)]
    terminal = _terminal()
    if terminal is not None:
        room = terminal - 2 * (len(columns) - 1)
        if reads is not None:
            at = columns.index(reads)
            others = [i for i in range(len(widths)) if i != at]
            # the first column is what other commands ask for
            for least, which in ((READ, others), (READ, [at]), (CUT, [i for i in others if i])):
                _narrow(widths, room, least, which)
        _narrow(widths, room, CUT, range(len(widths)))

    def line(row: Sequence[str]) -> str:
        parts = [_cut(cell, size) for cell, size in zip(row, widths, strict=True)]
        text = "  ".join(part + " " * (size - width(part)) for part, size in zip(parts, widths, strict=True)).rstrip()
        return text if terminal is None else _cut(text, max(2, terminal))

    return "\n".join([line(columns), line(["─" * size for size in widths]), *(line(row) for row in cells)]) + "\n"


def _narrow(widths: list[int], room: int, least: int, which: Sequence[int]) -> None:
    """Take from the widest of some columns first, so that short ones (ids, dates) stay whole."""
    while sum(widths) > room and (widest := max(which, key=lambda i: widths[i], default=None)) is not None:
        if widths[widest] <= least:
            return
        others = max((widths[i] for i in which if i != widest), default=0)
        too_much = sum(widths) - room
        widths[widest] = max(least, min(widths[widest] - 1, max(others, widths[widest] - too_much)))
