"""The one mapper: dataclass to plain JSON data and back, led by the type hints. What comes back is what went in."""

from __future__ import annotations

import json
import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

Plain = Any
"""What `json` reads and writes: None, bool, int, float, str, list and dict of these."""

Decoder = Callable[[Plain], Any]

LATER = {"later": True}
"""Metadata of a field that came to a dataclass after records of it were sealed: it is written only where it is set, so
that what was written before reads, and is written again, as it was."""


def encode(value: Any) -> Plain:
    """Plain data of a dataclass: enums by value, dates as ISO 8601, tuples as lists."""
    if is_dataclass(value) and not isinstance(value, type):
        found = ((name, later, getattr(value, name)) for name, later in _written(type(value)))
        return {name: encode(item) for name, later, item in found if not later or item is not None}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    if isinstance(value, dict):
        return {str(key): encode(item) for key, item in value.items()}
    return value


@cache
def _written(kind: Any) -> tuple[tuple[str, bool], ...]:
    """The names of a dataclass's fields, each with whether it is left out where it is None."""
    return tuple((field.name, "later" in field.metadata) for field in fields(kind))


def decode(kind: Any, data: Plain) -> Any:
    """An object of type `kind` from what `encode` gave for it. Missing fields take their defaults.

    Raises:
        ValueError: A value does not fit its type.
        KeyError: A field without a default is missing.
    """
    return decoder(kind)(data)


@cache
def decoder(kind: Any) -> Decoder:
    """What makes objects of one type, put together once: reading many of them looks at no type hint again."""
    member = optional(kind)
    if member is not None:
        read = decoder(member)
        return lambda data: None if data is None else read(data)
    if get_origin(kind) is tuple:
        item = decoder(get_args(kind)[0])
        return lambda data: tuple([item(one) for one in data])
    if get_origin(kind) is dict:
        item = decoder(get_args(kind)[1])
        return lambda data: {key: item(one) for key, one in data.items()}
    if is_dataclass(kind):
        assert isinstance(kind, type)  # a hint names the class, never one of its objects
        return _dataclass_decoder(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind is date:
        return date.fromisoformat
    return _whole if kind is int else _as_it_is


def optional(kind: Any) -> Any:
    """The type `T` of a hint `T | None`, None where the hint is another."""
    if get_origin(kind) not in (Union, types.UnionType):
        return None
    [member] = [member for member in get_args(kind) if member is not type(None)]
    return member


def to_json(value: Any) -> str:
    """Compact JSON with sorted keys of anything `encode` takes: the same object always gives the same text."""
    return _WRITER.encode(value)


_WRITER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=encode)


@cache
def hints_of(kind: type) -> dict[str, Any]:
    """The types of a dataclass's fields, names resolved."""
    return get_type_hints(kind)


def _dataclass_decoder(kind: type) -> Decoder:
    hints = hints_of(kind)
    steps = [(field.name, decoder(hints[field.name])) for field in fields(kind)]

    def read(data: Plain) -> Any:
        given = {name: of(data[name]) for name, of in steps if name in data}
        try:
            return kind(**given)
        except TypeError as error:
            raise KeyError(str(error)) from error

    return read


def _whole(data: Plain) -> Plain:
    # JSON has one kind of number: 3.0 is a whole one
    if isinstance(data, float):
        if not data.is_integer():
            raise ValueError(f"{data} is no whole number")
        return int(data)
    return data


def _as_it_is(data: Plain) -> Plain:
    # a whole number in a field of type float stays whole: it would be written differently else
    return data
