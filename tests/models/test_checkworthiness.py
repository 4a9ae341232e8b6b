"""The check-worthiness network: the shipped weights, and what is said of damaged ones."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from workbench.domain.errors import ModelUnavailableError
from workbench.language.claims.worthiness import FEATURES, feature_vector, features_of_text
from workbench.models.checkworthiness import WEIGHTS, CheckworthinessModel, load_checkworthiness
from workbench.models.encoder import load_encoder

TEXTS = [
    "Unemployment fell from 8 to 5 per cent between 2012 and 2016.",
    "Thank you all so much for being here with us tonight.",
    "The government spent £3.2bn on consultants last year.",
]


def test_facts_score_above_courtesies() -> None:
    features = [feature_vector(features_of_text(text)) for text in TEXTS]
    scores = load_checkworthiness().score(TEXTS, load_encoder().encode(TEXTS), features)
    assert scores[0] > 0.5 > scores[1]
    assert scores[2] > 0.5


def test_a_score_does_not_depend_on_the_company_it_is_in() -> None:
    model = load_checkworthiness()
    vectors = np.random.default_rng(7).normal(size=(5, 384)).astype(np.float32)
    texts = [*TEXTS, *TEXTS[:2]]
    features = [feature_vector(features_of_text(text)) for text in texts]
    together = model.score(texts, vectors, features)
    alone = [model.score(texts[i : i + 1], vectors[i : i + 1], features[i : i + 1])[0] for i in range(5)]
    assert together == alone


def test_the_weights_know_the_features_of_the_rules() -> None:
    assert load_checkworthiness().features == FEATURES
    assert load_checkworthiness().encoder == load_encoder().key
    assert load_checkworthiness().score([], np.zeros((0, 384), dtype=np.float32), []) == []


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
        load_checkworthiness().score(["a"], np.zeros((1, 3), dtype=np.float32), [[0.0]])


def test_a_date_in_words_is_a_feature() -> None:
    assert features_of_text("They met in May 2019.")["date"] == 1.0
    assert features_of_text("They met in the hall.")["date"] == 0.0


def test_every_feature_of_the_rules_varied_in_training_or_is_left_out() -> None:
    model = load_checkworthiness()
    date = FEATURES.index("date")
    features = [feature_vector(features_of_text(TEXTS[0])) for _ in range(2)]
    features[0][date], features[1][date] = 0.0, 1.0
    vectors = load_encoder().encode([TEXTS[0]] * 2)
    without, with_date = model.score([TEXTS[0]] * 2, vectors, features)
    assert without != with_date
