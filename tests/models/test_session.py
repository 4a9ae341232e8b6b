"""Files are checked before they run; texts become batches of like length."""

from __future__ import annotations

import json
import os
import signal
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.domain.errors import ExitCode, ModelUnavailableError
from workbench.models.minilm import read_safetensors
from workbench.models.onnx_session import (
    OnnxSession,
    file_sha256,
    load_tokenizer,
    read_side_file,
    token_ids,
    tokenize_batches,
    uninterrupted,
)


def one_sentence(error: pytest.ExceptionInfo[ModelUnavailableError]) -> str:
    text = str(error.value)
    assert text.endswith(".")
    assert "\n" not in text
    assert error.value.exit_code is ExitCode.MODEL
    return text


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailableError) as error:
        OnnxSession(tmp_path / "gone.onnx", "0" * 64)
    assert "gone.onnx" in one_sentence(error)


def test_a_model_of_another_digest_never_runs(tmp_path: Path) -> None:
    path = tmp_path / "model.onnx"
    path.write_bytes(b"not the one")
    with pytest.raises(ModelUnavailableError) as error:
        OnnxSession(path, "0" * 64)
    assert "another version" in one_sentence(error)


def test_a_file_that_is_no_model_is_told(tmp_path: Path) -> None:
    path = tmp_path / "model.onnx"
    path.write_bytes(b"not a graph at all")
    with pytest.raises(ModelUnavailableError) as error:
        OnnxSession(path, file_sha256(path))
    assert "does not load" in one_sentence(error)


@pytest.mark.parametrize("content", ["", "[]", "{", '{"version": 7}', "\x00"])
def test_a_description_of_another_version_is_told(tmp_path: Path, content: str) -> None:
    path = tmp_path / "model.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ModelUnavailableError) as error:
        read_side_file(path, 1)
    assert "model.json" in one_sentence(error)


def test_a_description_is_read(tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    path.write_text(json.dumps({"version": 1, "sha256": "ab"}), encoding="utf-8")
    assert read_side_file(path, 1)["sha256"] == "ab"


@pytest.mark.parametrize(
    "content", [b"", b"\x08", b"\x10\x00\x00\x00\x00\x00\x00\x00{", b"\x02\x00\x00\x00\x00\x00\x00\x00{}"]
)
def test_truncated_weights_are_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "model.safetensors"
    path.write_bytes(content)
    if content.endswith(b"{}"):
        assert read_safetensors(path) == {}
        return
    with pytest.raises(ModelUnavailableError) as error:
        read_safetensors(path)
    one_sentence(error)


def test_a_missing_tokenizer_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailableError) as error:
        load_tokenizer(tmp_path / "tokenizer.json")
    one_sentence(error)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=120), max_size=12), st.integers(8, 64), st.integers(16, 256))
def test_every_text_is_in_one_batch_within_the_budget(texts: list[str], length: int, budget: int) -> None:
    batches = list(tokenize_batches(load_tokenizer(), texts, length, budget))
    assert sorted(row for batch in batches for row in batch.rows) == list(range(len(texts)))
    for batch in batches:
        assert batch.ids.shape == batch.mask.shape == batch.types.shape
        assert batch.ids.shape[1] <= length
        assert batch.ids.size <= budget or len(batch.rows) == 1
        assert (batch.ids[batch.mask == 0] == 0).all()


def test_of_a_pair_the_second_text_is_cut() -> None:
    tokenizer = load_tokenizer()
    claim = "The bridge was closed on Tuesday"
    batch = next(tokenize_batches(tokenizer, [(claim, "word " * 500)], 32))
    head = token_ids(tokenizer, [claim], 99)[0]
    assert batch.ids.shape == (1, 32)
    assert batch.ids[0, 1 : len(head) + 1].tolist() == head
    assert batch.types[0].tolist() == [0] * (len(head) + 2) + [1] * (32 - len(head) - 2)


def test_a_claim_longer_than_the_window_leaves_room_for_the_passage() -> None:
    batch = next(tokenize_batches(load_tokenizer(), [("claim " * 500, "word " * 500)], 64))
    assert batch.ids.shape == (1, 64)
    assert int(batch.types.sum()) == 61 // 4 + 1


def test_a_text_that_utf8_cannot_carry_is_taken() -> None:
    assert token_ids(load_tokenizer(), ["a \ud800 b"], 9)


def test_the_head_of_a_book_is_enough() -> None:
    """Cutting before the tokenizer gives the same first subwords as cutting after it."""
    tokenizer = load_tokenizer()
    book = "Chapter one begins by the sea, far from the town. " * 2000
    assert token_ids(tokenizer, [book], 254)[0] == tokenizer.encode(book, add_special_tokens=False).ids[:254]
    spaces = " " * 20_000 + "end"
    assert token_ids(tokenizer, [spaces], 254)[0] == tokenizer.encode("end", add_special_tokens=False).ids


def test_ctrl_c_waits_until_a_library_is_loaded_and_is_then_answered() -> None:
    reached = []

    def load() -> None:
        with uninterrupted():
            os.kill(os.getpid(), signal.SIGINT)
            reached.append("the end")

    with pytest.raises(KeyboardInterrupt):
        load()
    assert reached == ["the end"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_nothing_is_put_off_outside_the_main_thread() -> None:
    reached = []

    def load() -> None:
        with uninterrupted():
            reached.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=load)
    thread.start()
    thread.join()
    assert reached == [signal.default_int_handler]
