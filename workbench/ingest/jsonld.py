"""Linked data as people publish it: lists, graphs, nested objects, values in odd shapes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

DEPTH = 12
"""How deep objects are followed into each other."""

_NESTING = ("@graph", "properties", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item")
_FEEDS = ("dataFeedElement", "claimReview", "review", "reviews", "results", "claims", "data", "items")


def load(text: str) -> Any:
    """Read JSON, or None where it is not one; too deep nesting is not one either."""
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


_WRAPPING = re.compile(r"(?:(?://|/\*|\*/|<!\[CDATA\[|<!--|\]\]>|-->|;)\s*)+")
_LAST_COMMA = re.compile(r",(?=\s*[}\]])")


def _bare(text: str) -> str:
    text = text.strip()
    return text[match.end() :] if (match := _WRAPPING.match(text)) else text


def load_script(text: str) -> Any:
    """Read the JSON of a page's script, which may stand in a comment or a CDATA section, or be escaped; else None."""
    bare = _bare(text)
    for attempt in (bare, _LAST_COMMA.sub("", bare), unescape(bare)):
        try:
            return json.JSONDecoder(strict=False).raw_decode(attempt)[0]  # what closes the wrapping stands behind
        except (ValueError, RecursionError):
            continue
    return None


_BROKEN_TYPE = re.compile(r"[A-Za-z]{0,30}Article|BlogPosting")
_BROKEN_PART = re.compile(
    r'[{}\[\]]|"(?P<key>@type|headline|datePublished|dateModified)"\s{0,3}:\s{0,3}"(?P<value>[^"\\<]{1,300})"(?=\s{0,3}[,}])'
    r'|"author"\s{0,3}:\s{0,3}(?=\[?\s{0,3}\{[^{}\[\]]{0,200}?"name"\s{0,3}:\s{0,3}"(?P<author>[^"\\<]{1,100})"\s{0,3}[,}])'
)


def load_broken(text: str) -> dict[str, Any] | None:
    """What an article's data plainly states where a stray quotation mark elsewhere breaks it.

    Only the fields of the outermost object are the article's: those of a comment or a publisher are not. Where its
    brackets do not pair, or a field stands there twice, nobody knows whose they are, and nothing is taken.
    """
    found: dict[str, Any] = {}
    path, end, text = "", 0, _bare(text)
    for match in _BROKEN_PART.finditer(text):
        part = match[0]
        if part in ("{", "["):
            path += part
            if len(path) > DEPTH:
                return None
        elif part in ("}", "]"):
            if path[-1:] + part not in ("{}", "[]"):
                return None
            path = path[:-1]
            if not path:
                end = match.end()
                break
        elif path in ("{", "[{"):
            key = match["key"] or "author"
            if key in found:
                return None
            found[key] = match["value"] or match["author"]
    if not end or _WRAPPING.sub("", text[end:]).strip():
        return None
    return found if len(found) > 1 and _BROKEN_TYPE.fullmatch(found.get("@type", "")) else None


def objects(data: Any, depth: int = DEPTH) -> Iterator[dict[str, Any]]:
    """Every object that stands on its own in linked data: in lists, graphs, feeds and pages."""
    if depth <= 0:
        return
    if isinstance(data, list):
        for entry in data:
            yield from objects(entry, depth - 1)
    elif isinstance(data, dict):
        yield data
        for key in (*_NESTING, *_FEEDS):
            if isinstance(inner := data.get(key), dict | list):
                yield from objects(inner, depth - 1)


def types(entry: dict[str, Any]) -> frozenset[str]:
    """The types of an object without their namespace: "http://schema.org/ClaimReview" is "ClaimReview"."""
    stated = entry.get("@type", entry.get("type", ()))
    names = stated if isinstance(stated, list) else [stated]
    return frozenset(name.rsplit("/", 1)[-1].rsplit(":", 1)[-1] for name in names if isinstance(name, str))


def value(data: Any, *keys: str, depth: int = DEPTH) -> str | None:
    """The first text among the values of `keys`: bare, in a list, under @value, name, url or properties."""
    if not isinstance(data, dict):
        return None
    nested = data.get("properties")
    for key in keys:
        for holder in (data, nested):
            if isinstance(holder, dict) and key in holder and (found := words(holder[key], depth - 1)):
                return found
    return None


def words(data: Any, depth: int = DEPTH) -> str | None:
    """The text a value stands for, whatever its shape; None where it stands for none."""
    if depth <= 0 or isinstance(data, bool):
        return None
    if isinstance(data, str):
        return data.strip() or None
    if isinstance(data, int | float):
        return f"{data:g}" if isinstance(data, float) else str(data)
    if isinstance(data, list):
        return next((found for entry in data if (found := words(entry, depth - 1))), None)
    if isinstance(data, dict):
        return next(
            (
                found
                for key in ("@value", "name", "text", "headline", "url", "@id", "properties")
                if key in data and (found := words(data[key], depth - 1))
            ),
            None,
        )
    return None


def all_words(data: Any, depth: int = DEPTH) -> list[str]:
    """Every text of a value that may be one or several: a list of objects, or one object."""
    if isinstance(data, list) and depth > 0:
        return [found for entry in data for found in all_words(entry, depth - 1)]
    found = words(data, depth)
    return [found] if found else []


def names_by_id(entries: list[dict[str, Any]]) -> dict[str, str]:
    """The names of the objects that others refer to by their @id."""
    return {
        entry["@id"]: name
        for entry in entries
        if isinstance(entry.get("@id"), str) and (name := words(entry.get("name"))) is not None
    }


def named(data: Any, names: dict[str, str]) -> Any:
    """A value whose references to other objects ({"@id": …} alone) are replaced by the names of these."""
    if isinstance(data, list):
        return [named(entry, names) for entry in data]
    if isinstance(data, dict) and "name" not in data and isinstance(data.get("@id"), str):
        return names.get(data["@id"], data)
    return data
