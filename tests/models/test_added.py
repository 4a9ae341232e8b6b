"""Models that a user brings: copied whole, checked when they load, used only for what their labels say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.models.tiny_cross_encoder import tiny_cross_encoder
from workbench.comparison.stances import REFUTES
from workbench.domain.errors import BadInputError, ModelUnavailableError
from workbench.models.added import MANIFEST, add_model, added_model, added_models
from workbench.models.reranker import load_reranker
from workbench.services.search.stance_reading import StancePair, StanceReader


@pytest.fixture(autouse=True)
def _own_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_MODELS", str(tmp_path / "models"))


def test_a_model_is_copied_described_and_found_by_its_name(tmp_path: Path) -> None:
    folder = tiny_cross_encoder(tmp_path / "nli", ["entailment", "neutral", "contradiction"])
    (folder / "notes.py").write_text("raise SystemExit\n")
    added = add_model(folder, "mine")
    assert (added.purpose, added.labels, added.problem) == ("stance", ("entailment", "neutral", "contradiction"), "")
    assert not (added.folder / "notes.py").exists()
    assert add_model(folder, "mine") == added
    assert [one.name for one in added_models()] == ["mine"]
    judged = load_reranker("mine").judge([("The hall is open.", "The hall opened in May.")])
    assert sum((judged[0].supports, judged[0].refutes, judged[0].neutral)) == pytest.approx(1.0)


def test_a_changed_or_missing_file_is_told_and_never_used(tmp_path: Path) -> None:
    folder = tiny_cross_encoder(tmp_path / "nli", ["entailment", "neutral", "contradiction"])
    added = add_model(folder, "mine")
    with (added.folder / "config.json").open("a") as file:
        file.write(" ")
    assert "was changed" in added_models()[0].problem
    with pytest.raises(ModelUnavailableError, match="was changed"):
        load_reranker("mine")
    (added.folder / "config.json").unlink()
    with pytest.raises(ModelUnavailableError, match="is missing"):
        added_model("mine")


def test_two_labels_support_or_stay_unclear_and_never_refute(tmp_path: Path) -> None:
    folder = tiny_cross_encoder(tmp_path / "two", ["unsupported", "supported"])
    assert add_model(folder).purpose == "support"
    reader = StanceReader(load_reranker("two"))
    claims = ["The mine opened in 1990.", "The mine closed.", "Taxes rose by 5 percent.", "x"]
    passages = ["The mine opened in 2001.", "The mine opened.", "Taxes fell by 5 percent.", ""]
    pairs = [StancePair(claim, passage) for claim in claims for passage in passages]
    said = reader.read(pairs)
    assert all(one.refutes == 0.0 for one in said)
    assert {one.label for one in said} <= {"supports", "unclear", "repeats"}
    assert REFUTES not in {one.label for one in said}


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda folder: (folder / "model.safetensors").rename(folder / "pytorch_model.bin"), "may run code"),
        (lambda folder: (folder / "config.json").write_text("{"), "is not JSON"),
        (lambda folder: (folder / "config.json").write_text("[]"), "does not describe a model"),
        (lambda folder: (folder / "config.json").unlink(), "not the folder of a model"),
        (
            lambda folder: (folder / "config.json").write_text(
                json.dumps({**json.loads((folder / "config.json").read_text()), "auto_map": {"AutoModel": "x.Y"}})
            ),
            "code of its own",
        ),
    ],
)
def test_what_is_no_model_is_refused_in_one_sentence_and_nothing_is_kept(
    tmp_path: Path, spoil: object, words: str
) -> None:
    folder = tiny_cross_encoder(tmp_path / "nli", ["entailment", "neutral", "contradiction"])
    spoil(folder)  # type: ignore[operator]
    with pytest.raises(BadInputError, match=words):
        add_model(folder)
    assert added_models() == []


def test_another_model_of_the_same_name_is_refused(tmp_path: Path) -> None:
    add_model(tiny_cross_encoder(tmp_path / "a", ["entailment", "neutral", "contradiction"]), "mine")
    with pytest.raises(BadInputError, match="another model is called"):
        add_model(tiny_cross_encoder(tmp_path / "b", ["no", "yes"]), "mine")
    for name in ("../x", "", ".hidden", "a/b"):
        with pytest.raises(BadInputError, match="cannot be a model's name"):
            add_model(tmp_path / "a", name or "..")


def test_the_commands_add_list_and_tell_damage(tmp_path: Path) -> None:
    from workbench.cli.program import workbench

    folder = tiny_cross_encoder(tmp_path / "two", ["unsupported", "supported"])
    done = CliRunner().invoke(workbench, ["model", "add", str(folder), "--format", "json"], standalone_mode=False)
    assert json.loads(done.stdout)[0]["purpose"] == "support"
    assert "never" in done.stderr
    listed = CliRunner().invoke(workbench, ["model", "list", "--format", "json"], standalone_mode=False)
    assert json.loads(listed.stdout)[0]["name"] == "two"
    (tmp_path / "models" / "two" / MANIFEST).write_text("{}")
    damaged = CliRunner().invoke(workbench, ["model", "list", "--format", "json"], standalone_mode=False)
    assert damaged.return_value == 1


@pytest.mark.parametrize(
    "config",
    [pytest.param("[" * 200_000, id="deep"), '{"id2label": {"x": "yes"}, "architectures": []}', '{"architectures": 7}'],
)
def test_a_hostile_config_is_bad_input(tmp_path: Path, config: str) -> None:
    folder = tiny_cross_encoder(tmp_path / "two", ["unsupported", "supported"])
    (folder / "config.json").write_text(config)
    with pytest.raises(BadInputError, match=r"config\.json"):
        add_model(folder)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param("[" * 200_000, id="deep"),
        '{"name": "two", "purpose": "support", "labels": 7, "files": {"a": "b"}}',
        '{"name": "two", "purpose": "support", "labels": [], "files": ["a"]}',
        '{"name": "two", "purpose": "support", "labels": [], "files": {"a": 7}}',
        '{"name": "two", "purpose": "support", "labels": [], "files": {"../one/config.json": "b"}}',
        '{"name": "two", "purpose": "support", "labels": [], "files": {"/etc/hosts": "b"}}',
    ],
)
def test_a_damaged_description_is_told_and_hides_no_other(tmp_path: Path, damage: str) -> None:
    folder = tiny_cross_encoder(tmp_path / "source", ["unsupported", "supported"])
    add_model(folder, "one")
    add_model(folder, "two")
    (tmp_path / "models" / "two" / MANIFEST).write_text(damage)
    one, two = added_models()
    assert (one.name, one.problem) == ("one", "")
    assert (two.name, two.size) == ("two", 0)
    assert "cannot be read" in two.problem


def test_a_file_that_was_added_since_is_a_problem(tmp_path: Path) -> None:
    added = add_model(tiny_cross_encoder(tmp_path / "two", ["unsupported", "supported"]))
    (added.folder / "adapter_config.json").write_text("{}")
    assert "adapter_config.json was added since" in added_models()[0].problem
    with pytest.raises(ModelUnavailableError, match="was added since"):
        added_model("two")


@pytest.mark.parametrize(
    "stray",
    [
        ".DS_Store",
        "Thumbs.db",
        "._config.json",
        ".git/config",
        ".cache/huggingface/download/config.json.metadata",
        "config.json~",
        ".config.json.swp",
        "__pycache__/model.cpython-311.pyc",
        "Icon\r",
    ],
)
def test_what_file_managers_and_editors_leave_is_no_problem_and_no_part_of_a_model(tmp_path: Path, stray: str) -> None:
    folder = tiny_cross_encoder(tmp_path / "two", ["unsupported", "supported"])
    for place in (folder, add_model(folder).folder):
        (place / stray).parent.mkdir(parents=True, exist_ok=True)
        (place / stray).write_bytes(b"\0")
    assert add_model(folder).problem == added_models()[0].problem == ""
    assert added_model("two") is not None
    assert not (add_model(folder, "other").folder / stray).exists()


@pytest.mark.parametrize("read", ["adapter_config.json", "1_Pooling/config.json", "modeling.py", "chat_template.jinja"])
def test_a_file_that_a_library_would_read_is_a_problem_wherever_it_was_put(tmp_path: Path, read: str) -> None:
    added = add_model(tiny_cross_encoder(tmp_path / "two", ["unsupported", "supported"]))
    (added.folder / read).parent.mkdir(exist_ok=True)
    (added.folder / read).write_text("{}")
    assert f"{read} was added since" in added_models()[0].problem


@pytest.mark.parametrize("content", [b"", b"\xff" * 8, b"\x04" + b"\0" * 7 + b"{xx}", b"\x10" + b"\0" * 7 + b"{}"])
def test_weights_without_a_header_are_refused(tmp_path: Path, content: bytes) -> None:
    folder = tiny_cross_encoder(tmp_path / "two", ["unsupported", "supported"])
    (folder / "model.safetensors").write_bytes(content)
    with pytest.raises(BadInputError, match="no whole safetensors file"):
        add_model(folder)
    assert added_models() == []
