"""What the network is told of a word."""

from __future__ import annotations

import pytest

from workbench.models.onnx_session import load_tokenizer
from workbench.models.parser_input import CLS, SEP, SHAPES, WordPieces, batch_arrays, plain_word, shape_of


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("bridge", "lower"),
        ("Bridge", "title"),
        ("NATO", "upper"),
        ("A", "initial"),
        ("McKay", "mixed"),
        ("1990s", "digits"),
        ("—", "symbols"),
    ],
)
def test_capitals_become_a_shape(word: str, shape: str) -> None:
    assert SHAPES[shape_of(word)] == shape


def test_typographic_marks_read_as_plain_ones() -> None:
    assert plain_word("“n’t”") == '"n\'t"'
    pieces = WordPieces(load_tokenizer())
    assert pieces.pieces("n’t") == pieces.pieces("n't")


def test_a_batch_pads_at_the_right_and_points_padding_at_the_root() -> None:
    pieces = WordPieces(load_tokenizer())
    arrays = batch_arrays([pieces.sentence(["Hi"]), pieces.sentence(["Grain", "exports", "fell"])])
    assert arrays["ids"][0, 0] == CLS
    assert arrays["ids"][0, 2] == SEP
    assert arrays["mask"][0].tolist() == [1, 1, 1, 0, 0]
    assert arrays["first"].tolist() == [[1, 0, 0], [1, 2, 3]]
    assert arrays["last"].tolist() == [[1, 0, 0], [1, 2, 3]]


def test_a_word_the_vocabulary_has_nothing_for_is_still_one_piece() -> None:
    pieces = WordPieces(load_tokenizer())
    assert len(pieces.pieces("\u200b")) == 1
