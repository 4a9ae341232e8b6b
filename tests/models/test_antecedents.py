"""Whom a pronoun means: the shipped model on texts of our own, and what is done where it is not sure."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from workbench.domain.errors import ModelUnavailableError
from workbench.language.article import split_article
from workbench.language.references.antecedents import FEATURES
from workbench.models.antecedents import WEIGHTS, AntecedentModel, load_antecedents
from workbench.services.articles.language_models import LanguageModels


@pytest.fixture(scope="module")
def models() -> LanguageModels:
    return LanguageModels(vectors=False)


def wordings(models: LanguageModels, text: str) -> list[str]:
    found = split_article(text, trees=models.parse(text), antecedents=models.antecedents())
    return [claim.text for claim in found.claims]


def test_the_only_person_of_the_sentence_before_is_named(models: LanguageModels) -> None:
    text = "Nadia Larsen won the race in Bergen on Sunday. She finished in two hours and 27 minutes."
    assert wordings(models, text)[-1] == "Nadia Larsen finished in two hours and 27 minutes."


@pytest.mark.parametrize(
    "text",
    [
        "Maria Sample took over from Helen Other in April. She had sat on the bench for 22 years.",
        "A welder was hurt at the yard, its spokesman Ivo Sample said. He had fallen from a crane.",
        "A lad was hurt at the yard, its spokesman Ivo Sample said. He had fallen from a crane.",
        "Visit\n\nThe Danish prime minister met the Swedish one. She said the bridge had paid for itself in 2019.",
        "The yard and the bank signed a deal in 2018. They shared the cost of the quay.",
        "The region sold the airport to a group in 2014. Its runway is 2,900 metres long.",
        "The Sample is the oldest ship of the line. It takes nine hours to cross the strait.",
        'Gustav Sample came on Monday.\n\n"After a hearing he was found guilty of theft," a guard said.',
    ],
)
def test_where_others_may_be_meant_the_words_stay(models: LanguageModels, text: str) -> None:
    last = wordings(models, text)[-1]
    assert any(word in last for word in ("She", "He", "he ", "They", "Its", "It takes")), last


def test_what_may_be_meant_is_kept_with_its_confidence(models: LanguageModels) -> None:
    text = "Maria Sample took over from Helen Other in April. She had sat on the bench for 22 years."
    claims = split_article(text, trees=models.parse(text), antecedents=models.antecedents()).claims
    (left,) = [one for one in claims[-1].resolutions if one.original == "She"]
    assert not left.applied
    assert {words for words, _ in left.possible} == {"Maria Sample", "Helen Other"}
    assert all(0 <= confidence <= 1 for _, confidence in left.possible)


def test_the_threshold_and_the_features_are_those_of_the_program() -> None:
    model = load_antecedents()
    assert model.features == FEATURES
    assert 0.9 <= model.sure <= 1
    assert model.woman("Ingrid") > 0.5 > model.woman("Robert")
    assert model.judge([]) == []
    with pytest.raises(ModelUnavailableError, match="other features"):
        model.judge([[0.0]])


def test_a_damaged_model_is_one_sentence(tmp_path: Path) -> None:
    for path in WEIGHTS.glob("coreference-en.*"):
        shutil.copy(path, tmp_path)
    (tmp_path / "coreference-en.npz").write_bytes(b"nothing")
    with pytest.raises(ModelUnavailableError):
        AntecedentModel(tmp_path)
    (tmp_path / "coreference-en.json").write_text(json.dumps({"version": 0}))
    with pytest.raises(ModelUnavailableError):
        AntecedentModel(tmp_path)
