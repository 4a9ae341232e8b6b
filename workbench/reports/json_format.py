"""The JSON export and its way back."""

from __future__ import annotations

import json
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
    return json_bytes({"format": FORMAT, "version": VERSION, **encode(report)})


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
