"""What goes over the socket: a length, JSON, and arrays as raw bytes whose shapes are checked. Nothing is executed.

A frame is four letters, the length of its JSON and of its arrays (two unsigned numbers of 32 bits, the larger byte
first), the JSON and the bytes. The JSON is an object of two members: `said`, what is asked or answered, and `arrays`,
the kind and shape of each array, in the order of their bytes.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import prod
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

MAGIC = b"WBI1"
PROTOCOL = 1
"""Raised when an older program could not read what is said."""
HEAD = struct.Struct("!4sII")
STILL = "still"
"""Asks for how many seconds the piece of work that has stood still longest has done so; answered at once."""
MOST_WORDS = 16 << 20
"""Bytes of JSON in a frame."""
MOST_NUMBERS = 128 << 20
"""Bytes of arrays in a frame: the ids of sixteen million passages."""
MOST_ARRAYS, MOST_AXES = 4, 2
_KINDS: dict[str, np.dtype[Any]] = {"float32": np.dtype("<f4"), "int64": np.dtype("<i8")}


class BadFrameError(Exception):
    """Bytes that are no frame, or one that is larger than may be."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What is said, and the arrays that belong to it (read-only)."""

    said: Mapping[str, Any]
    arrays: Sequence[NDArray[Any]] = field(default=())


def packed(frame: Frame) -> bytes:
    """A frame as bytes.

    Raises:
        BadFrameError: It is larger than may be, or holds what is no number.
    """
    kinds, bodies = [], []
    for one in frame.arrays:
        name = one.dtype.name
        kinds.append([name, list(one.shape)])
        bodies.append(np.ascontiguousarray(one, dtype=_KINDS[name]).tobytes())
    try:
        words = json.dumps({"said": dict(frame.said), "arrays": kinds}, allow_nan=False).encode("ascii")
    except ValueError as error:
        raise BadFrameError("the frame holds what is no number") from error
    numbers = b"".join(bodies)
    if len(words) > MOST_WORDS or len(numbers) > MOST_NUMBERS:
        raise BadFrameError("the frame is too large")
    return HEAD.pack(MAGIC, len(words), len(numbers)) + words + numbers


def lengths(head: bytes) -> tuple[int, int]:
    """How many bytes of JSON and of arrays follow the first twelve bytes.

    Raises:
        BadFrameError: They do not begin a frame, or one larger than may be.
    """
    magic, words, numbers = HEAD.unpack(head)
    if magic != MAGIC or words > MOST_WORDS or numbers > MOST_NUMBERS:
        raise BadFrameError("this is no frame")
    return int(words), int(numbers)


def unpacked(words: bytes, numbers: bytes) -> Frame:
    """The frame of its two parts.

    Raises:
        BadFrameError: It is not JSON, or the arrays are not of the shapes it names.
    """
    try:
        found = json.loads(words, parse_constant=_no_number)
        said, kinds = found["said"], found["arrays"]
        if not isinstance(said, dict) or not isinstance(kinds, list) or len(kinds) > MOST_ARRAYS:
            raise ValueError
        arrays, at = [], 0
        for name, shape in kinds:
            kind = _KINDS[name]
            if not isinstance(shape, list) or len(shape) > MOST_AXES or not all(map(_is_length, shape)):
                raise ValueError
            size = prod(shape) * kind.itemsize
            if at + size > len(numbers):
                raise ValueError
            arrays.append(np.frombuffer(numbers, dtype=kind, count=prod(shape), offset=at).reshape(shape))
            at += size
        if at != len(numbers):
            raise ValueError
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise BadFrameError("this is no frame") from error
    return Frame(said, tuple(arrays))


def _is_length(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST_NUMBERS


def _no_number(name: str) -> float:
    raise ValueError(name)
