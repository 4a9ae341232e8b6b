"""The rows of texts in JSON: a list, an object alone, or the list that an interface wraps in objects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from workbench.ingest.columns import USUAL_NAMES
from workbench.ingest.markup_blocks import words_without_tree

_DEEP = 4
"""Objects in each other down to the rows: {"data": {"results": […]}}."""
_WORDS = ("rendered", "name", "@value")
"""Where interfaces and linked data put the words of a title, a text, a person."""
_LOOKED = 20
"""Rows of a list that are looked at."""
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-f]{2,5}|amp|lt|gt|quot|nbsp|[lr][sd]quo|[nm]dash|hellip|euro|pound);", re.I)
_MARKUP = re.compile(
    r"</(?:p|div|li|ul|ol|a|b|i|em|strong|span|h[1-6]|blockquote|td|figure)\s*>|<br\s*/?>", re.IGNORECASE
)


def plain_row(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row whose values are words: of {"rendered": …} and {"name": …} what they hold, of a list of names the names."""
    return {key: _words_of(value) for key, value in row.items()}


def _words_of(value: Any) -> Any:
    if isinstance(value, dict):
        return next((value[key] for key in _WORDS if isinstance(value.get(key), str)), value)
    if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
        names = [_words_of(one) for one in value]
        return ", ".join(names) if all(isinstance(name, str) for name in names) else value
    return value


def _has_text(row: object, columns: Mapping[str, str]) -> bool:
    if not isinstance(row, dict):
        return False
    if "text" in columns:
        return isinstance(row.get(columns["text"]), str)
    lower = {key.lower().strip(): _words_of(value) for key, value in row.items()}
    return any(isinstance(lower.get(name), str) and lower[name] for name in USUAL_NAMES["text"])


def _lists(data: dict[str, Any], name: str = "", levels: int = _DEEP) -> Iterator[tuple[str, list[Any]]]:
    """The lists of objects in an object and those in it, each by where it stands."""
    for key, value in data.items():
        called = f"{name} {key}".strip()
        if isinstance(value, list) and value and isinstance(value[0], dict):
            yield called, value
        elif isinstance(value, dict) and levels > 1:
            yield from _lists(value, called, levels - 1)


def text_rows(data: Any, columns: Mapping[str, str]) -> tuple[list[Any] | None, list[tuple[str, int]]]:
    """The rows to read, None without any, and the names and lengths of other lists that hold texts."""
    if isinstance(data, list):
        return data, []
    if not isinstance(data, dict):
        return None, []
    lists = list(_lists(data))
    texts = [(name, rows) for name, rows in lists if any(_has_text(row, columns) for row in rows[:_LOOKED])]
    if _has_text(data, columns):
        return [data], [(name, len(rows)) for name, rows in texts]
    direct = [entry for entry in lists if entry[0] in data]
    best = max(texts or direct, key=lambda entry: len(entry[1]), default=None)
    if best is None:
        return [data], []
    return best[1], [(name, len(rows)) for name, rows in texts if rows is not best[1]]


def holds_texts(data: Any, columns: Mapping[str, str]) -> bool:
    """Whether one of the rows that would be read has a text."""
    rows, _ = text_rows(data, columns)
    return any(_has_text(row, columns) for row in (rows or [])[:_LOOKED])


def field_words(name: str, value: Any) -> Any:
    """The value of a field: names of a list as one line, a title without markup."""
    if isinstance(value, list):
        return ", ".join(part for part in value if isinstance(part, str))
    return plain_words(value) if name == "title" and isinstance(value, str) else value


def plain_words(text: str) -> str:
    """A text of a row without the markup of a page in it, block by block."""
    if _MARKUP.search(text) is None:
        return unescape(text) if _ENTITY.search(text) else text
    return "\n\n".join(words for words, _ in words_without_tree(text))
