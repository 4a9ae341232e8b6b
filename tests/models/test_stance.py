"""The shipped stance model, and what happens when its files are not what they should be."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.models.tiny_cross_encoder import tiny_cross_encoder
from workbench.domain.errors import ModelUnavailableError
from workbench.models.onnx_session import OnnxSession, load_tokenizer
from workbench.models.pair_network import REMEMBERED, PairNetwork
from workbench.models.reranker import CrossEncoderReranker, load_reranker
from workbench.models.stance import NAME, WEIGHTS, WIDE, OnnxStanceModel, load_stance

CLAIM = "The Elm Street bridge was opened in 1987."
PAIRS = [
    (CLAIM, "The mayor opened the Elm Street bridge to traffic in 1987."),
    (CLAIM, "The Elm Street bridge was not opened in 1987; work on it stopped that year and was never finished."),
    (CLAIM, "Pasta is cooked in salted water for about ten minutes."),
]


def test_the_three_readings_are_told_apart() -> None:
    supports, refutes, context = load_stance().judge(PAIRS)
    assert supports.supports > supports.refutes
    assert refutes.refutes > refutes.supports
    assert context.label == "context"


def test_probabilities_sum_to_one_and_name_the_model() -> None:
    for said in load_stance().judge(PAIRS):
        assert said.supports + said.refutes + said.neutral == pytest.approx(1)
        assert said.model == load_stance().key


def test_what_is_about_the_claim_is_more_relevant_than_what_is_not() -> None:
    about, against, beside = load_stance().score(PAIRS)
    assert min(about, against) > beside


def test_a_pair_is_judged_alike_alone_and_among_others() -> None:
    together = load_stance().judge([*PAIRS, ("a", "b " * 400)])
    alone = load_stance().judge(PAIRS[:1])
    # int8 activations are scaled by the batch, so the last digits may differ
    assert together[0].supports == pytest.approx(alone[0].supports, abs=0.06)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "x" * 100_000,
        "word " * 10_000,
        "<b>[/red]</b> {{7*7}} \x1b[31m",
        "Der Brücke fehlt ein Pfeiler.",
        "\ud800",
        "橋" * 500,
    ],
)
def test_any_text_can_be_judged_on_either_side(text: str) -> None:
    for said in load_stance().judge([(text, CLAIM), (CLAIM, text), (text, text)]):
        assert said.supports + said.refutes + said.neutral == pytest.approx(1)


class Counting:
    """A session that counts the pairs it is given."""

    def __init__(self, session: OnnxSession) -> None:
        self._session = session
        self.pairs = 0

    def run(self, inputs: dict[str, NDArray[np.int64]]) -> dict[str, NDArray[np.float32]]:
        self.pairs += len(inputs["input_ids"])
        return self._session.run(inputs)


def counted(shipped: OnnxStanceModel) -> tuple[list[Counting], OnnxStanceModel]:
    """The shipped model with nothing in its memory, and what counts the pairs of each network."""
    sessions = [Counting(network._session) for network in shipped.networks]
    fresh = [PairNetwork(session, load_tokenizer(), "") for session in sessions]  # type: ignore[arg-type]
    return sessions, OnnxStanceModel(fresh, shipped._card)


def test_ranking_anew_and_judging_read_each_pair_once() -> None:
    """What is asked again is remembered, up to so many pairs; what is said of it is the same."""
    (small, wide), model = counted(load_stance())
    pairs = [*PAIRS, PAIRS[0]]
    scores = model.score(pairs)
    assert (small.pairs, wide.pairs) == (len(PAIRS), 0), "relevance is what the small network says alone"
    first = model.judge(pairs)
    assert small.pairs == wide.pairs == len(PAIRS)
    assert (model.score(pairs), model.judge(pairs)) == (scores, first)
    assert first[0] == first[-1]
    model.score([(CLAIM, str(number)) for number in range(REMEMBERED)])
    model.score(PAIRS)
    assert small.pairs == 2 * len(PAIRS) + REMEMBERED


def test_the_scores_of_both_networks_are_weighed() -> None:
    model = load_stance()
    small, wide = (network.logits(PAIRS) for network in model.networks)
    assert sum(model.shares) == pytest.approx(1)
    wholes = [(claim, passage, passage) for claim, passage in PAIRS]
    assert model.logits(wholes) == pytest.approx(model.shares[0] * small + model.shares[1] * wide, abs=1e-5)
    assert not np.allclose(small, wide, atol=0.1)


def test_the_wide_network_reads_the_part_that_counts() -> None:
    (small, wide), model = counted(load_stance())
    beside = "The library has bought forty new novels. A choir sings on Sunday. "
    closely = [(claim, beside + passage, passage) for claim, passage in PAIRS]
    wholes = [(claim, passage) for claim, passage, _ in closely]
    expected = model.shares[0] * model.networks[0].logits(wholes) + model.shares[1] * model.networks[1].logits(PAIRS)
    assert model.logits(closely) == pytest.approx(expected, abs=1e-5)
    assert small.pairs == wide.pairs == len(PAIRS)
    whole = model.judge(wholes)
    assert model.judge_closely(closely) != whole
    assert model.judge_closely([(claim, passage, passage) for claim, passage in wholes]) == whole


def test_an_empty_side_is_context() -> None:
    assert [said.neutral for said in load_stance().judge([("", CLAIM), (CLAIM, " ")])] == [1.0, 1.0]
    assert load_stance().judge([]) == []


def copied(folder: Path) -> Path:
    for name in (f"{NAME}.onnx", f"{NAME}.json", f"{WIDE}.onnx"):
        shutil.copy(WEIGHTS / name, folder)
    return folder


def test_a_missing_model_is_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailableError, match=r"stance-en.json"):
        load_stance(tmp_path)


@pytest.mark.parametrize("name", [NAME, WIDE])
def test_a_truncated_model_is_told_in_one_sentence(tmp_path: Path, name: str) -> None:
    path = copied(tmp_path) / f"{name}.onnx"
    path.write_bytes(path.read_bytes()[:100_000])
    with pytest.raises(ModelUnavailableError, match=f"{name}.onnx is damaged"):
        load_stance(tmp_path)


def test_a_model_of_another_version_is_told_in_one_sentence(tmp_path: Path) -> None:
    path = copied(tmp_path) / f"{NAME}.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"version": 99}))
    with pytest.raises(ModelUnavailableError, match="version"):
        load_stance(tmp_path)


@pytest.mark.parametrize("lost", ["temperature", "thresholds", "weight", "key"])
def test_a_description_that_lacks_a_setting_is_told_in_one_sentence(tmp_path: Path, lost: str) -> None:
    path = copied(tmp_path) / f"{NAME}.json"
    path.write_text(json.dumps({name: value for name, value in json.loads(path.read_text()).items() if name != lost}))
    with pytest.raises(ModelUnavailableError, match=f"stance-en.json lacks {lost}"):
        load_stance(tmp_path)


@pytest.mark.parametrize("beside", [{"share": 0.6}, {"sha256": "0" * 64}, 7])
def test_a_description_that_does_not_tell_what_is_beside_is_told_in_one_sentence(
    tmp_path: Path, beside: object
) -> None:
    path = copied(tmp_path) / f"{NAME}.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"beside": beside}))
    with pytest.raises(ModelUnavailableError, match=f"{NAME}.json lacks digest or share"):
        load_stance(tmp_path)


def test_both_networks_are_described_with_the_same_digest() -> None:
    small, wide = (json.loads((WEIGHTS / f"{name}.json").read_text(encoding="utf-8")) for name in (NAME, WIDE))
    assert small["beside"]["sha256"] == wide["sha256"]


@pytest.mark.parametrize(("name", "most"), [(NAME, 30), (WIDE, 80)])
def test_the_networks_stay_small(name: str, most: int) -> None:
    assert (WEIGHTS / f"{name}.onnx").stat().st_size < most * 1_000_000


def test_the_shipped_model_is_the_default_reranker_and_an_unknown_name_is_told() -> None:
    assert load_reranker() is load_stance()
    with pytest.raises(ModelUnavailableError, match="not on this machine"):
        load_reranker("no/such-model")


def test_a_folder_that_is_not_there_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ModelUnavailableError, match="not on this machine"):
        load_reranker("./none")
    assert (capfd.readouterr().err, caplog.records) == ("", [])


class FakeCrossEncoder:
    """As sentence-transformers' own, with labels of one's choice."""

    def __init__(self, labels: dict[int, str], scores: list[list[float]]) -> None:
        self.model = SimpleNamespace(config=SimpleNamespace(id2label=labels, num_labels=len(labels)))
        self.scores = scores
        self.asked: list[tuple[str, str]] = []

    def predict(self, pairs: list[tuple[str, str]], **_: object) -> object:
        self.asked.extend(pairs)
        return np.asarray(self.scores[: len(pairs)], dtype=np.float32)


def test_an_inference_models_labels_are_mapped_whatever_their_order() -> None:
    fake = FakeCrossEncoder({0: "contradiction", 1: "entailment", 2: "neutral"}, [[5.0, 0.0, 0.0]])
    model = CrossEncoderReranker(fake, "nli")
    said = model.judge([(CLAIM, "passage")])[0]
    assert said.label == "refutes"
    assert fake.asked == [("passage", CLAIM)]  # premise first
    assert model.score([(CLAIM, "passage")])[0] == pytest.approx(1 - said.neutral)


def test_a_ranking_model_ranks_and_says_that_it_has_no_stances() -> None:
    model = CrossEncoderReranker(FakeCrossEncoder({0: "LABEL_0"}, [[0.3], [0.9]]), "ranker")
    assert model.score([(CLAIM, "a"), (CLAIM, "b")]) == pytest.approx([0.3, 0.9])
    with pytest.raises(ModelUnavailableError, match="not stances"):
        model.judge([(CLAIM, "a")])


@pytest.mark.parametrize(
    "labels",
    [
        {0: "LABEL_0", 1: "LABEL_1", 2: "LABEL_2"},
        {0: "positive", 1: "negative", 2: "neutral"},
        {0: "a", 1: "b", 2: "c", 3: "d", 4: "e"},
    ],
)
def test_outputs_that_do_not_say_what_they_mean_are_refused(labels: dict[int, str]) -> None:
    with pytest.raises(ModelUnavailableError, match="do not say what they mean"):
        CrossEncoderReranker(FakeCrossEncoder(labels, []), "own")


@pytest.mark.parametrize(
    ("labels", "scores", "expected"),
    [
        (["ENTAILMENT", "NEUTRAL", "CONTRADICTION"], [9.0, 0.0, 0.0], "supports"),
        (["SUPPORTS", "REFUTES", "NOT_ENOUGH_INFO"], [0.0, 9.0, 0.0], "refutes"),
        (["neutral", "contradiction", "entailment"], [9.0, 0.0, 0.0], "context"),
    ],
)
def test_labels_are_known_in_capitals_and_in_the_words_of_fact_checking(
    labels: list[str], scores: list[float], expected: str
) -> None:
    model = CrossEncoderReranker(FakeCrossEncoder(dict(enumerate(labels)), [scores]), "nli")
    assert model.judge([(CLAIM, "passage")])[0].label == expected


@pytest.mark.parametrize("labels", [["entailment", "not_entailment"], ["not_entailment", "entailment"]])
def test_of_two_outputs_entailment_is_the_relevant_one(labels: list[str]) -> None:
    scores = [[1.0, 0.0], [0.0, 1.0]]
    first, second = CrossEncoderReranker(FakeCrossEncoder(dict(enumerate(labels)), scores), "own").score(
        [(CLAIM, "a"), (CLAIM, "b")]
    )
    assert (first > second) is (labels[0] == "entailment")


def test_a_model_that_fails_on_text_is_told_in_one_sentence() -> None:
    class Failing(FakeCrossEncoder):
        def predict(self, pairs: list[tuple[str, str]], **_: object) -> object:
            raise IndexError("index out of range in self")

    model = CrossEncoderReranker(Failing({0: "LABEL_0"}, []), "own")
    with pytest.raises(ModelUnavailableError, match="may not belong together"):
        model.score([(CLAIM, "a")])


def test_a_cross_encoder_reads_any_length_and_its_fingerprint_follows_its_files(tmp_path: Path) -> None:
    folder = tiny_cross_encoder(tmp_path / "own", ["relevance"])
    model = load_reranker(str(folder))
    assert len(model.score([(CLAIM, "word " * 10_000), ("", ""), (CLAIM, "\x1b[31m 🌾 \ud800")])) == 3
    before = model.fingerprint
    (folder / "config.json").write_text((folder / "config.json").read_text(encoding="utf-8") + " ", encoding="utf-8")
    assert model.fingerprint == before, "that of what is loaded"
    assert load_reranker(str(folder)).fingerprint != before


def test_the_fingerprint_changes_with_weights_and_settings(tmp_path: Path) -> None:
    path = copied(tmp_path) / f"{NAME}.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"temperature": 9.0}))
    assert load_stance(tmp_path).fingerprint != load_stance().fingerprint
