"""What goes over the socket comes out as it went in, and nothing else is taken for it."""

from __future__ import annotations

import json
from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from workbench.inference import frames
from workbench.inference.frames import HEAD, MAGIC, BadFrameError, Frame, lengths, packed, unpacked

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)  # fmt: skip
SHAPES = array_shapes(min_dims=1, max_dims=2, min_side=0, max_side=5)
ARRAYS = arrays(np.float32, SHAPES) | arrays(np.int64, SHAPES)


def parts(raw: bytes) -> tuple[bytes, bytes]:
    words, numbers = lengths(raw[: HEAD.size])
    rest = raw[HEAD.size :]
    assert len(rest) == words + numbers
    return rest[:words], rest[words:]


@given(st.dictionaries(st.text(), VALUES, max_size=4), st.lists(ARRAYS, max_size=4))
def test_a_frame_comes_out_as_it_went_in(said: dict[str, object], numbers: list[np.ndarray]) -> None:
    """Lone surrogates and every float to its last bit included."""
    found = unpacked(*parts(packed(Frame(said, numbers))))
    assert found.said == said
    assert [(one.dtype, one.shape, one.tobytes()) for one in found.arrays] == [
        (one.dtype, one.shape, one.tobytes()) for one in numbers
    ]


@given(st.binary(max_size=64), st.binary(max_size=64))
def test_no_bytes_do_anything_but_be_refused(words: bytes, numbers: bytes) -> None:
    with pytest.raises(BadFrameError):
        unpacked(b"\x80\x04" + words, numbers)  # also what another language's way of storing objects begins with
    with suppress(BadFrameError):
        unpacked(words, numbers)


@pytest.mark.parametrize(
    "words",
    [
        b"",
        b"[]",
        b"{}",
        b'{"said": 1, "arrays": []}',
        b'{"said": {}, "arrays": {}}',
        b'{"said": {"a": NaN}, "arrays": []}',
        b"[" * 100_000,
        b'{"said": {"a": ' + b"9" * 5000 + b'}, "arrays": []}',
        *(
            json.dumps({"said": {}, "arrays": [one]}).encode()
            for one in (
                ["object", [1]],
                ["float64", [1]],
                ["float32", [-1]],
                ["float32", [2]],
                ["float32", [True]],
                ["float32", [1, 1, 1]],
                ["float32", [1 << 62, 4]],
                ["float32", "1"],
                ["float32", [0.5]],
                ["int64", [1]],
                [["float32"], [1]],
                1,
            )
        ),
        json.dumps({"said": {}, "arrays": [["float32", [0]]] * 5}).encode(),
    ],
    ids=lambda words: words[:60].decode(),
)
def test_what_is_no_frame_is_refused(words: bytes) -> None:
    with pytest.raises(BadFrameError):
        unpacked(words, b"\0" * 4)


def test_what_is_too_large_is_neither_sent_nor_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    for head in ((MAGIC, frames.MOST_WORDS + 1, 0), (MAGIC, 0, frames.MOST_NUMBERS + 1), (b"GET ", 1, 1)):
        with pytest.raises(BadFrameError):
            lengths(HEAD.pack(*head))
    monkeypatch.setattr(frames, "MOST_WORDS", 100)
    with pytest.raises(BadFrameError):
        packed(Frame({"text": "x" * 100}))
    monkeypatch.setattr(frames, "MOST_NUMBERS", 100)
    with pytest.raises(BadFrameError):
        packed(Frame({}, (np.zeros(26, dtype=np.float32),)))


def test_what_is_no_number_is_not_sent() -> None:
    with pytest.raises(BadFrameError):
        packed(Frame({"share": float("nan")}))
