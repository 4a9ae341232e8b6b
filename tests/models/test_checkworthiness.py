"""The check-worthiness network: the shipped weights, and what is said of damaged ones."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from workbench.domain.errors import ModelUnavailableError
from workbench.language.worthiness import FEATURES, feature_vector, features_of_text
from workbench.models.checkworthiness import WEIGHTS, CheckworthinessModel, load_checkworthiness
from workbench.models.encoder import load_encoder

TEXTS = [
    "Unemployment fell from 8 to 5 per cent between 2012 and 2016.",
    "Thank you all so much for being here with us tonight.",
    "The government spent £3.2bn on consultants last year.",
]


def test_facts_score_above_courtesies() -> None:
    features = [feature_vector(features_of_text(text)) for text in TEXTS]
    scores = load_checkworthiness().score(load_encoder().encode(TEXTS), features)
    assert scores[0] > 0.5 > scores[1]
    assert scores[2] > 0.5


def test_a_score_does_not_depend_on_the_company_it_is_in() -> None:
    model = load_checkworthiness()
    vectors = np.random.default_rng(7).normal(size=(5, 384)).astype(np.float32)
    features = [feature_vector(features_of_text(text)) for text in [*TEXTS, *TEXTS[:2]]]
    together = model.score(vectors, features)
    assert together == [model.score(vectors[i : i + 1], features[i : i + 1])[0] for i in range(5)]


def test_the_weights_know_the_features_of_the_rules() -> None:
    assert load_checkworthiness().features == FEATURES
    assert load_checkworthiness().encoder == load_encoder().key
    assert load_checkworthiness().score(np.zeros((0, 384), dtype=np.float32), []) == []


def test_damaged_weights_are_told(tmp_path: Path) -> None:
    for name in ("checkworthiness.json", "checkworthiness.npz"):
        shutil.copy(WEIGHTS / name, tmp_path / name)
    (tmp_path / "checkworthiness.npz").write_bytes(b"no weights")
    with pytest.raises(ModelUnavailableError, match="damaged"):
        CheckworthinessModel(tmp_path)
    (tmp_path / "checkworthiness.json").write_text(json.dumps({"version": 999}), encoding="utf-8")
    with pytest.raises(ModelUnavailableError, match="version"):
        CheckworthinessModel(tmp_path)


def test_vectors_of_another_encoder_are_refused() -> None:
    with pytest.raises(ModelUnavailableError, match="another encoder"):
        load_checkworthiness().score(np.zeros((1, 3), dtype=np.float32), [[0.0]])
