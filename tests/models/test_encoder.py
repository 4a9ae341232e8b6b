"""The bundled encoder gives the reference's vectors, in order, whatever it is given."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from workbench.domain.errors import BadInputError, ExitCode, ModelUnavailableError
from workbench.models import encoder as encoders
from workbench.models.encoder import BundledEncoder, ReferenceEncoder, encoder_key, load_encoder
from workbench.models.onnx_session import encoder_folder

TEXTS = [
    "The harbour was closed for three days after the storm.",
    "Unemployment fell to 4.1 per cent, the lowest since 1974, the ministry said.",
    "Hi",
    "",
    "Il a plu à Paris… “encore”, dit-elle — 🌧",
    "A long paragraph about grain, ships and prices. " * 60,
    "[sic] <b>not bold</b> =1+1 \x1b[31m",
]


@pytest.fixture(scope="module")
def encoder() -> BundledEncoder:
    found = load_encoder(threads=2)
    assert isinstance(found, BundledEncoder)
    return found


def test_vectors_are_unit_rows_in_the_given_order(encoder: BundledEncoder) -> None:
    vectors = encoder.encode(TEXTS)
    assert vectors.shape == (len(TEXTS), encoder.dimension)
    assert vectors.dtype == np.float32
    assert np.allclose((vectors**2).sum(axis=1), 1.0, atol=1e-5)
    assert np.allclose(encoder.encode(TEXTS[::-1])[::-1], vectors, atol=1e-6)


def test_the_company_of_a_text_does_not_change_its_vector(encoder: BundledEncoder) -> None:
    alone = np.concatenate([encoder.encode([text]) for text in TEXTS])
    assert np.allclose(encoder.encode(TEXTS * 3)[: len(TEXTS)], alone, atol=1e-6)
    small = load_encoder(precision="int8", threads=2)
    alone = np.concatenate([small.encode([text]) for text in TEXTS])
    assert np.array_equal(small.encode(TEXTS * 3)[: len(TEXTS)], alone)


def test_both_lanes_agree_with_the_reference(encoder: BundledEncoder) -> None:
    """float32 within 0.9999 of sentence-transformers on every text, the 256-subword cut included; int8 within 0.99."""
    reference = ReferenceEncoder(str(encoder_folder()), threads=2)
    want = reference.encode(TEXTS)
    assert reference.dimension == encoder.dimension
    assert float((encoder.encode(TEXTS) * want).sum(axis=1).min()) >= 0.9999
    small = load_encoder(precision="int8", threads=2)
    assert float((small.encode(TEXTS) * want).sum(axis=1).min()) >= 0.99
    assert len({encoder.key, small.key, reference.key}) == 3
    assert reference.encode([]).shape == (0, reference.dimension)


def test_no_texts_give_no_rows(encoder: BundledEncoder) -> None:
    assert encoder.encode([]).shape == (0, encoder.dimension)


def test_a_lone_surrogate_is_taken(encoder: BundledEncoder) -> None:
    assert np.isfinite(encoder.encode(["a \udfff b"])).all()


def test_the_encoder_is_loaded_once_and_known_before(encoder: BundledEncoder) -> None:
    assert load_encoder("sentence-transformers/all-MiniLM-L6-v2", threads=2) is encoder
    assert encoder.key == encoder_key() == "all-MiniLM-L6-v2/float32/1"
    assert encoder_key(precision="int8") != encoder_key()


def test_a_model_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailableError) as error:
        load_encoder(str(tmp_path / "no-model"))
    assert error.value.exit_code is ExitCode.MODEL
    assert "no-model" in str(error.value)
    assert "\n" not in str(error.value)


def test_an_unknown_precision_is_refused() -> None:
    with pytest.raises(BadInputError):
        load_encoder(precision="float8")
    with pytest.raises(BadInputError):
        load_encoder("another-model", precision="int8")


def test_weights_of_another_version_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One byte changed in the published file, and the encoder does not load."""
    folder = tmp_path / "model"
    folder.mkdir()
    for name in ("model.safetensors", "tokenizer.json"):
        (folder / name).write_bytes((encoder_folder() / name).read_bytes())
    with (folder / "model.safetensors").open("r+b") as file:
        file.seek(-1, 2)
        file.write(b"\x7f")
    monkeypatch.setattr(encoders, "encoder_folder", lambda: folder)
    with pytest.raises(ModelUnavailableError) as error:
        BundledEncoder()
    assert "model.safetensors" in str(error.value)


def test_wrong_answers_are_noticed(encoder: BundledEncoder) -> None:
    probe = {"text": "The sea is calm.", "vector": [0.0] * 383 + [1.0]}
    with pytest.raises(ModelUnavailableError):
        encoder._check([probe])


def test_neither_torch_nor_the_reference_is_imported() -> None:
    code = (
        "import sys; from workbench.models.encoder import load_encoder; load_encoder().encode(['a']); "
        "sys.exit(any(name in sys.modules for name in ('torch', 'sentence_transformers', 'transformers', 'onnx')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
