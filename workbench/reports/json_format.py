"""The JSON export and its way back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any

from workbench.domain.codec import decode, encode
from workbench.domain.errors import BadInputError
from workbench.reports.machine import json_bytes
from workbench.reports.model import Report
from workbench.reports.schema import FORMAT, VERSION, json_schema

if TYPE_CHECKING:
    from jsonschema.protocols import Validator


def render(report: Report) -> bytes:
    """The report as one JSON object (see docs/reference/json-export.md)."""
    return b"".join(parts(report))


def parts(report: Report) -> Iterator[bytes]:
    """The same piece by piece: an article, a source or an event at a time, so that no copy of all is held."""
    yield b"{"
    before = b"\n"
    for name, value in (("format", FORMAT), ("version", VERSION), *_members(report)):
        yield before + _line({name: None})[2:].rpartition(b"null")[0]
        yield from _value(value)
        before = b",\n"
    yield b"\n}\n"


def _members(report: Report) -> Iterator[tuple[str, Any]]:
    return ((field.name, getattr(report, field.name)) for field in fields(report))


def _value(value: Any) -> Iterator[bytes]:
    """A member of the report; lists are given item by item."""
    if not isinstance(value, tuple) or not value:
        yield _line(encode(value)).replace(b"\n", b"\n  ")
        return
    before = b"[\n    "
    for item in value:
        yield before + _line(encode(item)).replace(b"\n", b"\n    ")
        before = b",\n    "
    yield b"\n  ]"


def _line(data: Any) -> bytes:
    return json_bytes(data).rstrip(b"\n")


def parse(content: bytes, name: str) -> Report:
    """Read an export back.

    Args:
        content: The file's bytes.
        name: What to call the file when something is wrong with it.
    Raises:
        BadInputError: It is no JSON, no such export, of a newer version, or does not fit the schema.
    """
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise BadInputError(f"{name} is not JSON: {_short(str(error))}.") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise BadInputError(f"{name} is not a JSON export of the workbench: its format is not {FORMAT!r}.")
    version = data.get("version")
    if isinstance(version, int) and version > VERSION:
        raise BadInputError(
            f"{name} was exported by a newer workbench (version {version} of the format, this one reads {VERSION}); "
            "upgrade the workbench to import it."
        )
    _validate(data, name)
    try:
        report = decode(Report, {key: value for key, value in data.items() if key not in ("format", "version")})
    except (KeyError, TypeError, ValueError) as error:
        raise BadInputError(f"{name} does not fit the format of an export: {_short(str(error))}.") from error
    assert isinstance(report, Report)  # what `decode` was asked for
    return report


@cache
def _validator() -> Validator:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(json_schema())


def _validate(data: dict[str, Any], name: str) -> None:
    from jsonschema.exceptions import best_match

    try:
        problem = best_match(_validator().iter_errors(data))
    except RecursionError as error:
        raise BadInputError(f"{name} is nested too deeply for an export.") from error
    if problem is not None:
        raise BadInputError(
            f"{name} does not fit the format of an export at {problem.json_path}: {_short(problem.message)}."
        )


def _short(words: str) -> str:
    """An error message cut to what fits a line."""
    flat = " ".join(ascii(words)[1:-1].split()).rstrip(".")
    return flat if len(flat) <= 160 else flat[:159] + "…"
