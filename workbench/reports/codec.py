"""Dataclass to plain JSON data and back, led by the type hints: the same objects come back as went in."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

Plain = Any
"""What `json` reads and writes: None, bool, int, float, str, list and dict of these."""


def encode(value: Any) -> Plain:
    """Plain data of a dataclass: enums by value, dates as ISO 8601, tuples as lists."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: encode(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    if isinstance(value, dict):
        return {str(key): encode(item) for key, item in value.items()}
    return value


def decode(kind: Any, data: Plain) -> Any:
    """An object of type `kind` from what `encode` gave for it. Missing fields take their defaults.

    Raises:
        ValueError: A value does not fit its type.
        KeyError: A field without a default is missing.
    """
    origin = get_origin(kind)
    if kind is Any:
        return data
    if origin in (Union, types.UnionType):
        return _decode_union(kind, data)
    if origin is tuple:
        return tuple(decode(get_args(kind)[0], item) for item in data)
    if origin is dict:
        return {key: decode(get_args(kind)[1], item) for key, item in data.items()}
    if is_dataclass(kind):
        assert isinstance(kind, type)  # a hint names the class, never one of its objects
        hints = hints_of(kind)
        given = {
            field.name: decode(hints[field.name], data[field.name]) for field in fields(kind) if field.name in data
        }
        try:
            return kind(**given)
        except TypeError as error:
            raise KeyError(str(error)) from error
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    if kind is date:
        return date.fromisoformat(data)
    if kind is int and isinstance(data, float):
        # JSON has one kind of number: 3.0 is a whole one
        if not data.is_integer():
            raise ValueError(f"{data} is no whole number")
        return int(data)
    # a whole number in a field of type float stays whole: it would be written differently else
    return data


def _decode_union(kind: Any, data: Plain) -> Any:
    if data is None:
        return None
    [member] = [member for member in get_args(kind) if member is not type(None)]
    return decode(member, data)


@cache
def hints_of(kind: type) -> dict[str, Any]:
    """The types of a dataclass's fields, names resolved."""
    return get_type_hints(kind)
