"""Objects that a page marks in its own elements (itemscope, itemtype, itemprop), in the shape of linked data."""

from __future__ import annotations

import re
from typing import Any

DEPTH = 12
OBJECTS = 200
"""Objects of a page that are read."""
_VALUES = {
    "meta": "content",
    "time": "datetime",
    "data": "value",
    "meter": "value",
    "a": "href",
    "link": "href",
    "img": "src",
    "area": "href",
}


def marked_objects(tree: Any, kind: str) -> list[dict[str, Any]]:
    """The objects of one type ("ClaimReview") that a page marks, those in them as their values."""
    found: list[dict[str, Any]] = []
    for element in tree.iter():
        if len(found) >= OBJECTS:
            break
        if isinstance(element.tag, str) and kind in _types(element):
            found.append(_object(element, DEPTH))
    return found


def _types(element: Any) -> list[str]:
    if element.get("itemscope") is None and element.get("itemtype") is None:
        return []
    return [name.rstrip("/").rsplit("/", 1)[-1] for name in (element.get("itemtype") or "").split()]


def _value(element: Any) -> str:
    stated = element.get("content") or element.get(_VALUES.get(element.tag, "content"))
    return str(stated) if stated else re.sub(r"\s+", " ", "".join(element.itertext())).strip()


def _object(holder: Any, depth: int) -> dict[str, Any]:
    """The properties below an element, without those of objects in it."""
    made: dict[str, Any] = {"@type": _types(holder)}
    stack = list(reversed(holder))
    while stack:
        element = stack.pop()
        if not isinstance(element.tag, str):
            continue
        inner = element.get("itemscope") is not None
        for name in (element.get("itemprop") or "").split():
            value = _object(element, depth - 1) if inner and depth > 0 else _value(element)
            if name in made:
                earlier = made[name] if isinstance(made[name], list) else [made[name]]
                made[name] = [*earlier, value]
            elif value:
                made[name] = value
        if not inner:
            stack.extend(reversed(element))
    return made
