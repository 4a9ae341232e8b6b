"""Labelled rows of JSON lines, and what measuring over them gives."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from workbench.domain.errors import BadInputError
from workbench.domain.syntax import Tree

Row = dict[str, Any]
Parse = Callable[[str, str], "Sequence[Tree] | None"]
"""Gives the trees of (text, title), None where words alone are to be used."""

WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Measurement:
    """Predictions for every row, and metrics by name (empty where no row had labels)."""

    predictions: list[Row] = field(default_factory=list)
    metrics: dict[str, float] = field(default_factory=dict)


def read_rows(path: Path, needed: Sequence[str]) -> list[Row]:
    """Read a JSONL file.

    Raises:
        BadInputError: The file cannot be read, or a line is no JSON object or lacks a key; the line is named.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise BadInputError(f"{path} cannot be read: {error.strerror}.") from error
    try:
        content = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInputError(f"{path} is not a text in UTF-8.") from error
    rows: list[Row] = []
    for number, line in enumerate(content.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise BadInputError(f"{path}, line {number}: not a JSON object.") from error
        if not isinstance(row, dict):
            raise BadInputError(f"{path}, line {number}: not a JSON object.")
        missing = [key for key in needed if not isinstance(row.get(key), str)]
        if missing:
            raise BadInputError(f'{path}, line {number}: "{missing[0]}" is missing or is no text.')
        row["_line"] = number
        rows.append(row)
    if not rows:
        raise BadInputError(f"{path} holds no rows.")
    return rows


def shares(right: int, predicted: int, labelled: int) -> dict[str, float]:
    """Precision, recall and F1 from counts; 0 where nothing was predicted or labelled."""
    precision = right / predicted if predicted else 0.0
    recall = right / labelled if labelled else 0.0
    both = precision + recall
    return {"precision": precision, "recall": recall, "F1": 2 * precision * recall / both if both else 0.0}


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, in order."""
    return [match.group().lower() for match in WORD.finditer(text)]


def published_on(row: Mapping[str, Any], path: Path) -> date | None:
    """The day a row says its text was published, None where it does not say.

    Raises:
        BadInputError: It is no date.
    """
    value = row.get("published")
    if value is None or value == "":
        return None
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError as error:
        raise BadInputError(f'{path}, line {row.get("_line")}: "{value}" is no date (YYYY-MM-DD).') from error
