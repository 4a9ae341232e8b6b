"""The options that `article add` and `evidence add` share, and a progress line for long readings."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, TypeVar

import click

from workbench.cli.output import complain, plain
from workbench.domain.documents import Skipped
from workbench.domain.errors import BadInputError
from workbench.domain.ports import Progress

F = TypeVar("F", bound=Callable[..., Any])
QUIET_SECONDS = 0.5
REPAINT_SECONDS = 0.1
LONG_SECONDS, MANY_SECONDS = 10.0, 60.0
"""Where nobody sees the line: after how long, and with how much more to come, it is said once."""


def parse_date(text: str | None, what: str = "--published") -> date | None:
    """A date given on the command line: YYYY-MM-DD, or one written as in the forms of the terminal ("1 March 2023").

    Raises:
        BadInputError: It is no date, or could be two.
    """
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    from workbench.services.written_days import read_day

    try:
        day = read_day(text, date.today())
        if day is None:
            raise BadInputError("it is empty")
    except BadInputError as error:
        raise BadInputError(
            f"{what} {plain(text)!r} is no date; write it as YYYY-MM-DD, for example 2022-01-29."
        ) from error
    return day


def written_due(text: str) -> str:
    """A day or moment given on the command line, in the form of the store or as in the forms of the terminal.

    What cannot be read is given as it is: who keeps it says what is wrong with it.
    """
    from workbench.services.written_days import read_due

    if re.match(r"\d{4}-\d{2}-\d{2}", text.strip()):
        return text
    try:
        return read_due(text, date.today()) or text
    except BadInputError:
        return text


allow_option = click.option(
    "--allow-host",
    "allow_hosts",
    multiple=True,
    metavar="HOST",
    help="A host, address or network (10.20.0.0/16) of this machine or a local network that may be read (repeatable).",
)


def reading_options(command: F) -> F:
    """Give a command the options that override what a reading finds."""
    for name, text in (
        ("--language", "Language code of the text (default: detected)."),
        ("--published", "Day of publication, YYYY-MM-DD."),
        ("--author", "Who wrote it."),
        ("--publisher", "Who published it."),
        ("--archive", "Address of an archived copy."),
        ("--url", "Its address."),
        ("--title", "Its title."),
    ):
        command = click.option(name, default=None, help=text)(command)
    command = click.option(
        "--include", multiple=True, metavar="GLOB", help="In a folder or archive, read only what matches (repeatable)."
    )(command)
    command = click.option(
        "--exclude", multiple=True, metavar="GLOB", help="In a folder or archive, leave out what matches (repeatable)."
    )(command)
    command = click.option(
        "--column",
        "columns",
        multiple=True,
        metavar="FIELD=COLUMN",
        help="In a table or JSON rows, the column that holds id, title, text, url, publisher, author or published.",
    )(command)
    command = click.option(
        "--speech-model",
        metavar="DIR",
        help="Folder of the Whisper model that makes words of recordings (default: the setting speech_model).",
    )(command)
    command = click.option(
        "--ignore-robots", is_flag=True, help="Read a page although the site asks robots to stay away (robots.txt)."
    )(command)
    return allow_option(command)


def read_options(given: dict[str, Any]) -> Any:
    """The `ReadOptions` that the options of `reading_options` mean.

    Raises:
        BadInputError: A date or host is not one, or a column mapping has no "=" or names no field.
    """
    from workbench.ingest.allowed import allowed_hosts
    from workbench.ingest.options import FIELDS, ReadOptions

    columns = {}
    for pair in given["columns"]:
        field, equals, column = pair.partition("=")
        if not equals or not field or not column:
            raise BadInputError(f"--column {plain(pair)!r} must be of the form FIELD=COLUMN, for example text=body.")
        if field.strip() not in FIELDS:
            raise BadInputError(f"--column {plain(pair)!r}: no field of that name; there are {', '.join(FIELDS)}.")
        columns[field.strip()] = column.strip()
    return ReadOptions(
        title=given["title"],
        url=given["url"],
        archive_url=given["archive"],
        publisher=given["publisher"],
        author=given["author"],
        published=parse_date(given["published"]),
        language=given["language"],
        include=tuple(given["include"]),
        exclude=tuple(given["exclude"]),
        columns=columns,
        allowed=allowed_hosts(given["allow_hosts"]),
        ignore_robots=given["ignore_robots"],
        speech_model=given["speech_model"],
    )


def told(item: Skipped) -> str:
    """What to say of something that was skipped, or of which only a part could not be used."""
    return f"{'Note on' if item.partial else 'Skipped'} {item.origin}: {item.reason}"


@contextmanager
def progress_line(unit: str, *, long: str = "") -> Iterator[Progress]:
    """A line on stderr with count, rate and time left, repainted in place; silent when stderr is no terminal.

    Args:
        unit: What is counted where it is not known how many there are.
        long: What is said once, behind how long it will take, where minutes are left and stderr is no terminal.
    """
    started = painted = began = heard = time.monotonic()
    counted: tuple[int, int | None] = (0, None)
    shown = False

    def progress(done: int, total: int | None, what: str) -> None:
        nonlocal painted, began, heard, counted, shown, long
        now = time.monotonic()
        if done < counted[0] or total != counted[1]:
            # another count: its rate is its own, without what was prepared for it
            began = now if done == 0 else heard
        heard, counted = now, (done, total)
        if long and done and total and now - began >= LONG_SECONDS and not sys.stderr.isatty():
            wait = (total - done) * (now - began) / done
            if wait >= MANY_SECONDS:
                complain(f"{plain(what)[:40]}: {done:,} of {total:,}, about {_duration(wait)} left; {long}")
                long = ""
        if now - started < QUIET_SECONDS or now - painted < REPAINT_SECONDS or not sys.stderr.isatty():
            return
        painted, shown = now, True
        rate = done / (now - began) if now > began else 0.0
        left = f", {_duration((total - done) / rate)} left" if total and rate > 0 else ""
        count = f"{done:,} of {total:,}" if total else f"{done:,} {unit}"
        sys.stderr.write(f"\r\x1b[K{plain(what)[:40]}: {count}, {rate:,.0f}/s{left}")
        sys.stderr.flush()

    try:
        yield progress
    finally:
        if shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _duration(seconds: float) -> str:
    whole = int(seconds + 0.5)
    return f"{whole // 60} min {whole % 60} s" if whole >= 60 else f"{whole} s"
