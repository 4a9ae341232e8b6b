"""What may be attached to a workspace, and what leaves the machine for it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.services.collections.memory_engine import MemoryEngine, attach
from workbench.cli.main import main
from workbench.domain.errors import BadInputError, CollectionError, MissingExtraError, NotFoundError
from workbench.domain.shared_evidence import CollectionFacts
from workbench.services.collections import attaching, consent
from workbench.services.collections.collection_loading import remove_from_collection
from workbench.services.record import installation
from workbench.services.record.doctor import examine
from workbench.services.record.history import history
from workbench.services.workspace import Workspace

FACTS = CollectionFacts("some-model/float32/1", "", "float32", "0" * 64, 8)
ELSEWHERE = "https://milvus.post.example:19530"


@pytest.fixture(autouse=True)
def _no_consent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_STATE", str(tmp_path / "state"))


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> MemoryEngine:
    made = MemoryEngine(FACTS)
    asked: list[str] = []

    def open_it(one: attaching.Attached) -> MemoryEngine:
        attaching.refuse_without_consent(one)
        asked.append(one.uri)
        return made

    monkeypatch.setattr(attaching, "opened", open_it)
    return made


@pytest.mark.parametrize(
    ("name", "uri", "words"),
    [
        ("World", "a.db", "no name for a collection"),
        ("x y", "a.db", "no name for a collection"),
        ("world", "ftp://host/x", "no address of a Milvus server"),
        ("world", "http://", "no address"),
        ("world", "http://ann:secret@127.0.0.1:19530", "a token belongs in"),
        ("world", "http://127.0.0.1:19530/?token=x", "a token belongs in"),
        ("world", "evidence.sqlite", "has to be called ….db"),
        ("world", " ", "--uri needs"),
    ],
)
def test_what_is_no_name_or_place_is_refused(
    workspace: Workspace, engine: MemoryEngine, name: str, uri: str, words: str
) -> None:
    with pytest.raises(BadInputError, match=words):
        attaching.attach(workspace, name, uri)
    assert attaching.attached(workspace) == []


def test_another_machine_is_asked_only_when_its_host_was_named(workspace: Workspace, engine: MemoryEngine) -> None:
    with pytest.raises(BadInputError, match="--allow-host milvus"):
        attaching.attach(workspace, "world", ELSEWHERE)
    with pytest.raises(BadInputError, match="not this machine"):
        attaching.attach(workspace, "world", ELSEWHERE, hosts=["other.example"])
    assert attaching.attach(workspace, "world", ELSEWHERE, hosts=["milvus.post.example"]).remote
    assert [one.uri for one in attaching.attached(workspace)] == [ELSEWHERE]


def test_a_workspace_that_others_made_brings_no_consent(
    workspace: Workspace, engine: MemoryEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attaching.attach(workspace, "world", ELSEWHERE, hosts=["milvus.post.example"])
    monkeypatch.setenv("WORKBENCH_STATE", str(tmp_path / "of somebody else"))
    [one] = attaching.attached(workspace)
    with pytest.raises(BadInputError, match="collection attach world"):
        attaching.opened(one)
    # saying it for oneself is what the sentence asks for
    attaching.attach(workspace, "world", ELSEWHERE, hosts=["milvus.post.example"])
    assert attaching.opened(one) is engine


def test_nothing_of_a_confidential_workspace_goes_to_another_machine(
    workspace: Workspace, engine: MemoryEngine
) -> None:
    workspace.set_setting("confidential", "yes")
    with pytest.raises(BadInputError, match="marked confidential"):
        attaching.attach(workspace, "world", ELSEWHERE, hosts=["milvus.post.example"])
    assert not consent.is_consented(ELSEWHERE)
    assert not attaching.attach(workspace, "here", "http://127.0.0.1:19530").remote


def test_no_token_is_ever_in_the_record(
    workspace: Workspace, engine: MemoryEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = tmp_path / "key"
    key.write_text("root:s3cret-token\n", encoding="utf-8")
    key.chmod(0o600)
    one = attaching.attach(workspace, "world", "http://localhost:19530", token_file=key)
    assert attaching.token_of(one) == "root:s3cret-token"
    monkeypatch.setenv("WORKBENCH_TOKEN_WORLD", "of the environment")
    assert attaching.token_of(one) == "of the environment"
    workspace.database.close()
    kept = b"".join(path.read_bytes() for path in workspace.path.rglob("*") if path.is_file())
    assert b"s3cret-token" not in kept
    assert b"of the environment" not in kept


def test_a_key_file_that_others_can_read_is_not_used(
    workspace: Workspace, engine: MemoryEngine, tmp_path: Path
) -> None:
    key = tmp_path / "key"
    key.write_text("token", encoding="utf-8")
    key.chmod(0o644)
    with pytest.raises(BadInputError, match="chmod 600"):
        attaching.token_of(attaching.attach(workspace, "world", "http://localhost:19530", token_file=key))
    with pytest.raises(BadInputError, match="cannot be read"):
        attaching.token_of(attaching.attach(workspace, "here", "http://localhost:19530", token_file=tmp_path / "none"))


def test_a_workspace_that_others_made_sends_no_file_of_the_user_anywhere(
    workspace: Workspace, engine: MemoryEngine, tmp_path: Path
) -> None:
    key = tmp_path / "a key of mine"
    key.write_text("s3cret", encoding="utf-8")
    key.chmod(0o600)
    told = json.dumps({"uri": "http://127.0.0.1:19530", "token_file": str(key)})
    workspace.set_setting(attaching.SETTING + "world", told)
    [one] = attaching.attached(workspace)
    with pytest.raises(BadInputError, match=r"you have not: .*--token-file '.*a key of mine'"):
        attaching.token_of(one)
    # what was named for one address goes to no other
    attaching.attach(workspace, "mine", "http://127.0.0.1:19531", token_file=key)
    with pytest.raises(BadInputError, match="you have not"):
        attaching.token_of(one)
    assert attaching.token_of(attaching.attach(workspace, "world", one.uri, token_file=key)) == "s3cret"


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("World", "http://127.0.0.1:19530"),
        ("../x", "http://127.0.0.1:19530"),
        ("a\x1b[31m", "/nowhere/a.db"),
        ("", "/nowhere/a.db"),
        ("world", "tcp://milvus.post.example:19530"),
        ("world", "http://ann:secret@127.0.0.1"),
        ("world", "/nowhere/a\x1b[31m.db"),
    ],
)
def test_what_no_attach_would_have_written_is_no_collection(workspace: Workspace, name: str, uri: str) -> None:
    workspace.set_setting(attaching.SETTING + name, json.dumps({"uri": uri}))
    workspace.set_setting(attaching.SETTING + "sound", json.dumps({"uri": "/nowhere/b.db"}))
    assert [one.name for one in attaching.attached(workspace)] == ["sound"]


def test_nothing_is_removed_or_dropped_elsewhere_from_a_confidential_workspace(
    workspace: Workspace, engine: MemoryEngine
) -> None:
    attaching.attach(workspace, "world", ELSEWHERE, hosts=["milvus.post.example"])
    workspace.set_setting("confidential", "yes")
    with pytest.raises(BadInputError, match="marked confidential"):
        remove_from_collection(workspace, "world", "ferry")
    with pytest.raises(BadInputError, match="marked confidential"):
        attaching.drop(workspace, "world")


def test_a_collection_of_another_model_or_other_words_is_not_attached(sample: Path, engine: MemoryEngine) -> None:
    with Workspace.open(sample, reviewer="ada") as workspace:
        with pytest.raises(CollectionError, match=r"holds vectors of some-model/float32/1 \(8 figures each\)"):
            attaching.attach(workspace, "world", "a.db")
        assert attaching.attached(workspace) == []


def test_attaching_is_an_act_that_history_tells_and_undo_takes_back(workspace: Workspace, engine: MemoryEngine) -> None:
    attaching.attach(workspace, "world", "a.db")
    with pytest.raises(BadInputError, match="another collection world is attached"):
        attaching.attach(workspace, "world", "b.db")
    assert history(workspace)[0].words == "attached the collection world"
    assert main(["-w", str(workspace.path), "--reviewer", "ada", "undo"]) == 0
    assert attaching.attached(workspace) == []
    with pytest.raises(NotFoundError, match="collection attach"):
        attaching.detach(workspace, "world")


def test_without_the_extra_it_is_named(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pymilvus", None)
    one = attaching.Attached("world", str(workspace.path / "world.db"))
    with pytest.raises(MissingExtraError, match=r"claim-workbench\[scale\]"):
        attaching.opened(one)
    arguments = ["-w", str(workspace.path), "collection", "attach", "world", "--uri", one.uri]
    for _ in range(2):
        assert main(arguments) == 4, "also where there is no such folder"
        assert "claim-workbench[scale]" in capsys.readouterr().err
        (workspace.path / "world.db").mkdir(exist_ok=True)


def test_doctor_names_the_extra_that_attached_collections_need(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(workspace, MemoryEngine(FACTS), monkeypatch)
    monkeypatch.setitem(sys.modules, "pymilvus", None)
    for name in ("readers", "exporters"):  # what others are tried takes a while
        monkeypatch.setattr(installation, name, lambda: iter(()))
    found = {one.check: one for one in examine(workspace)}
    assert found["collections"].state == "problem"
    assert "world" in found["collections"].detail
    assert found["collections"].remedy == "pip install 'claim-workbench[scale]'"
    attaching.detach(workspace, "world")
    assert "collections" not in {one.check for one in examine(workspace)}


def test_drop_asks_first(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    attach(workspace, MemoryEngine(FACTS), monkeypatch)
    dropped: list[str] = []
    monkeypatch.setattr(attaching, "drop", lambda _, name: dropped.append(name))
    monkeypatch.setattr("click.confirm", lambda *_, **__: False)
    assert main(["-w", str(workspace.path), "collection", "drop", "world"]) == 2
    assert dropped == []
    assert main(["-w", str(workspace.path), "collection", "drop", "world", "--yes"]) == 0
    assert dropped == ["world"]


def test_private_evidence_goes_into_no_collection(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("Some words.", encoding="utf-8")
    arguments = ["evidence", "add", str(tmp_path / "a.txt"), "--private", "--collection", "world"]
    assert main(["-w", str(workspace.path), *arguments]) == 2
    assert "private evidence stays" in capsys.readouterr().err
