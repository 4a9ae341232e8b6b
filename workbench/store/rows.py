"""Dataclass to row and back, by the mapper of `domain.codec`: the one place that knows how an object lies in a table.

Words, numbers and enumerations lie in a column as they are, dates as ISO 8601, truths as 0 and 1, everything else as
JSON text.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Callable, Mapping
from dataclasses import astuple, fields
from datetime import date
from enum import Enum
from typing import Any, Final, Generic, TypeVar

from workbench.domain.anchors import Anchor
from workbench.domain.articles import Article, Claim
from workbench.domain.codec import decoder, encode, hints_of, optional, to_json
from workbench.domain.errors import WorkspaceError
from workbench.domain.evidence import Evidence, Passage, Source
from workbench.domain.review import Event, RatingScale, Verdict

__all__ = ["Row", "StoredTable", "Unset", "from_json", "to_json"]

T = TypeVar("T")
_ANCHOR = ("start", "end", "quote", "prefix", "suffix", "media_start", "media_end")
"""The columns of an anchor."""

Row = dict[str, Any]


class Unset(Enum):
    """Stands in a patch for what stays as it is."""

    UNSET = "unset"


UNSET: Final = Unset.UNSET


_SHARED = 400
"""Characters of a text up to which all rows share one copy of it."""


def shared(value: Any) -> Any:
    """A value, of a short text the one copy of it: a long record says the same names and sentences many times."""
    return sys.intern(value) if type(value) is str and len(value) <= _SHARED else value


def slim(row: Row) -> Row:
    """A row whose short texts are shared with those of others."""
    return {name: shared(value) for name, value in row.items()}


def _named(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {sys.intern(name): shared(value) for name, value in pairs}


_READER = json.JSONDecoder(object_pairs_hook=_named)


def from_json(text: str) -> Any:
    """What `to_json` wrote.

    Raises:
        WorkspaceError: It is no JSON any more: the file is damaged.
    """
    try:
        return _READER.decode(text) if isinstance(text, str) else json.loads(text, object_pairs_hook=_named)
    except ValueError as error:
        raise WorkspaceError(
            f"claims.db is damaged: a record of it cannot be read ({error}); restore a copy with "
            "`workbench restore FILE`."
        ) from error


def must_have_stored(cursor: sqlite3.Cursor, table: str, rows: int = 1) -> None:
    """Make sure that a statement wrote as many rows as it was given: a foreign trigger can keep it from it silently.

    Raises:
        WorkspaceError: It did not; the caller's transaction is given up.
    """
    if cursor.rowcount != rows:
        raise WorkspaceError(
            f"what was to be written to the table {table} of claims.db was not stored, and nothing was changed: "
            "something in the database prevents it; `workbench doctor --record` shows what does not belong there."
        )


class StoredTable(Generic[T]):
    """A table and the dataclass whose objects lie in it.

    Attributes:
        name: Of the table.
        word: What one row is called in a sentence.
        kind: The dataclass.
        key: The column that names a row.
    """

    def __init__(
        self, name: str, word: str, kind: type[T], *, key: str = "id", left_out: Mapping[str, Any] | None = None
    ):
        """Describe a table; `left_out` gives what stands in for a column that a query leaves out."""
        self.name, self.word, self.kind, self.key = name, word, kind, key
        shape: Any = kind  # a dataclass, which the type cannot say
        hints = hints_of(shape)
        self._left_out = dict(left_out or {})
        self._names = [
            name for field in fields(shape) for name in (_ANCHOR if hints[field.name] is Anchor else (field.name,))
        ]
        self._readers = [
            (field.name, _anchor if hints[field.name] is Anchor else _reader(field.name, hints[field.name]))
            for field in fields(shape)
        ]

    def selected(self, alias: str, prefix: str) -> str:
        """All columns for a SELECT that reads several tables at once, those left out aside; see `prefixed`."""
        names = [name for name in self._names if name not in self._left_out]
        return ", ".join(f'{alias}."{name}" AS "{prefix}{name}"' for name in names)

    def read(self, row: Row) -> T:
        """The object in a row.

        Raises:
            WorkspaceError: The row holds what was never written so: the file is damaged.
        """
        if self._left_out:
            row = self._left_out | row
        try:
            return self.kind(**{name: of(row) for name, of in self._readers})
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise WorkspaceError(
                f"claims.db is damaged: {self.word} {row[self.key]} cannot be read ({error}); restore a copy with "
                "`workbench restore FILE`."
            ) from error

    def columns(self, item: Any) -> Row:
        """The columns of an object of the table, or of a patch for one: fields that are `UNSET` are left out."""
        row: Row = {}
        for field in fields(item):
            value = getattr(item, field.name)
            if value is UNSET:
                continue
            if isinstance(value, Anchor):
                row |= zip(_ANCHOR, astuple(value), strict=True)
            else:
                row[field.name] = column(value)
        return row


def prefixed(row: Row, prefix: str) -> Row:
    """The columns of one table among those that `Table.selected` gave, under their own names."""
    return {name[len(prefix) :]: value for name, value in row.items() if name.startswith(prefix)}


def column(value: Any) -> Any:
    """One value of a dataclass as it lies in its column."""
    if value is None or isinstance(value, str | int | float | date | Enum):
        plain = encode(value)
        return int(plain) if isinstance(plain, bool) else plain
    return to_json(value)


def _reader(name: str, hint: Any) -> Callable[[Row], Any]:
    inner = optional(hint)
    if inner is not None:
        read = _reader(name, inner)
        empty = _lies_as_json(inner) or inner is date
        return lambda row: None if row[name] is None or (empty and not row[name]) else read(row)
    if hint is bool:
        return lambda row: bool(row[name])
    of = decoder(hint)
    if _lies_as_json(hint):
        return lambda row: of(from_json(row[name]))
    return lambda row: of(row[name])


def _lies_as_json(hint: Any) -> bool:
    return not (hint in (str, int, float, bool, date, Any) or (isinstance(hint, type) and issubclass(hint, Enum)))


def _anchor(row: Row) -> Anchor:
    return Anchor(*(row[name] for name in _ANCHOR))


ARTICLES = StoredTable("articles", "article", Article)
CLAIMS = StoredTable("claims", "claim", Claim)
SOURCES = StoredTable("sources", "source", Source, left_out={"text": ""})
PASSAGES = StoredTable("passages", "passage", Passage)
EVIDENCE = StoredTable("evidence", "evidence", Evidence)
VERDICTS = StoredTable("verdicts", "verdict", Verdict)
EVENTS = StoredTable("events", "event", Event)
SCALES = StoredTable("rating_scales", "rating scale", RatingScale)

article_from = ARTICLES.read
claim_from = CLAIMS.read
source_from = SOURCES.read
passage_from = PASSAGES.read
evidence_from = EVIDENCE.read
verdict_from = VERDICTS.read
event_from = EVENTS.read
scale_from = SCALES.read
