"""`collection load NAME s3://…`, asked of a server on loopback by the library that asks real ones."""

from __future__ import annotations

import json
import os
import pickle
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.scale.small_storage import BUCKET, KEY, SmallStorage, served
from tests.workflows.program import Outcome, refused, run
from workbench.collections.object_storage import ObjectStorage, StoredFile
from workbench.ingest.item import Item
from workbench.ingest.options import MissingReaderError, ReadOptions, UnreadableError
from workbench.services.collections import node_reading
from workbench.services.collections.cut_documents import CutDocument
from workbench.services.collections.node_reading import FileWanted, NotHere, Portion, read_portion, sees_portion

pytestmark = pytest.mark.scale

WORDS = "The harbour ferry carried 1,200 people on its first day, the council said, more than in any week since 2017."
ROWS = "".join(
    json.dumps({"id": f"r{n}", "text": f"The mill of town {n} was opened in {1900 + n}."}) + "\n" for n in (1, 2)
)


@pytest.fixture
def storage(monkeypatch: pytest.MonkeyPatch) -> Iterator[SmallStorage]:
    files = {
        "archive/one.txt": WORDS.encode(),
        "archive/deep/two ö.html": f"<html><title>Ferry</title><article><p>{WORDS}</p></article></html>".encode(),
        "archive/rows.jsonl": ROWS.encode(),
        "archive/broken.pdf": b"%PDF-1.4 nothing",
        "archive/.hidden": b"not to be read",
        "other.txt": b"The bridge was closed in March 2020 for eleven days.",
    }
    with served(files) as server:
        for name in [name for name in os.environ if name.startswith("AWS_")]:
            monkeypatch.delenv(name)
        monkeypatch.setenv("AWS_ENDPOINT_URL", server.address)
        monkeypatch.setenv("AWS_ACCESS_KEY_ID", KEY)
        monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "a secret of this test")
        yield server


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A workspace with an empty collection."""
    assert run("init", tmp_path / "desk", here=True).code == 0
    made = run("collection", "create", "world", "--uri", tmp_path / "w.db", workspace=tmp_path / "desk", here=True)
    assert made.code == 0, made.err
    return tmp_path / "desk"


def load(desk: Path, *arguments: str) -> Outcome:
    return run("collection", "load", "world", *arguments, "--format", "json", workspace=desk, here=True)


def _lying_in(desk: Path) -> list[str]:
    """The files of a workspace but for the log that SQLite keeps beside its database while it is open."""
    return sorted(path.name for path in desk.iterdir() if not path.name.startswith("claims.db-"))


def test_what_lies_there_is_read_once_and_nothing_of_it_stays_beside_the_workspace(
    desk: Path, storage: SmallStorage
) -> None:
    """Also where a page of the list holds but some of it; one broken file is told and stops no other."""
    before = _lying_in(desk)
    told = load(desk, f"s3://{BUCKET}/archive")
    assert told.code == 0, told.err
    assert [(row["added"], row["skipped"]) for row in told.rows] == [(4, 1)]
    assert f"s3://{BUCKET}/archive/broken.pdf" in told.err
    assert "archive/.hidden" not in storage.given
    assert _lying_in(desk) == before
    again = load(desk, f"s3://{BUCKET}/archive", f"s3://{BUCKET}/other.txt")
    assert [(row["added"], row["unchanged"], row["passages"]) for row in again.rows] == [(1, 4, 1)]
    found = run("search", "harbour ferry", "--format", "json", workspace=desk, here=True)
    assert any(row["collection"] == "world" for row in found.rows), found.out


def test_what_is_wrong_there_is_one_sentence(
    desk: Path, storage: SmallStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def why(address: str) -> str:
        return refused("collection", "load", "world", address, workspace=desk, here=True, code=2)

    assert "no bucket nobody at http://127.0.0.1" in why("s3://nobody/x")
    assert "no bucket nobody at http://127.0.0.1" in why("s3://nobody")
    assert "there is no such file or folder" in why(f"s3://{BUCKET}/nothing")
    assert "damaged or cut short" in why(f"s3://{BUCKET}/archive/broken.pdf")
    said = why(f"s3://ann:pass@{BUCKET}/x")
    assert ("no address" in said, "pass" in said) == (True, False)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "ANOTHER")
    assert "does not let these keys read it" in why(f"s3://{BUCKET}/archive")
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    assert "holds AWS_SECRET_ACCESS_KEY but not AWS_ACCESS_KEY_ID" in why(f"s3://{BUCKET}/archive")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    assert "not open to everybody" in why(f"s3://{BUCKET}/archive")


def test_a_file_that_may_not_be_had_stops_no_other(desk: Path, storage: SmallStorage) -> None:
    storage.files["archive/tiny.txt"] = b"A mill."
    storage.refused |= {"archive/one.txt", "archive/tiny.txt"}
    told = load(desk, f"s3://{BUCKET}/archive")
    assert [(row["added"], row["skipped"]) for row in told.rows] == [(3, 3)], told.err
    assert f"s3://{BUCKET}/archive/one.txt" in told.err
    assert f"s3://{BUCKET}/archive/tiny.txt" in told.err


def test_a_server_that_goes_away_is_told_and_the_same_command_goes_on(desk: Path, storage: SmallStorage) -> None:
    assert load(desk, f"s3://{BUCKET}/other.txt").code == 0
    storage.most = 3
    told = refused("collection", "load", "world", f"s3://{BUCKET}/archive", workspace=desk, here=True, code=2)
    assert f"{storage.address} does not answer" in told
    assert not [path for path in desk.iterdir() if path.name.startswith(".fetched-")]
    storage.most = None
    again = load(desk, f"s3://{BUCKET}")
    assert [(row["added"], row["unchanged"]) for row in again.rows] == [(4, 1)]


def test_a_machine_of_a_cluster_that_may_fetch_a_file_reads_it_itself(
    storage: SmallStorage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In order, with those between that it cannot have; nothing of them stays there."""
    storage.refused.add("archive/deep/two ö.html")
    options = ReadOptions()
    wanted = [
        FileWanted(
            number, Item(f"s3://{BUCKET}/{name}", name, True, options), stored=StoredFile(f"s3://{BUCKET}/{name}", "")
        )
        for number, name in enumerate(["archive/broken.pdf", "archive/deep/two ö.html", "archive/one.txt", "gone.txt"])
    ]
    there = ObjectStorage(f"s3://{BUCKET}/archive")
    portion = Portion(tuple(wanted), there.exact, there.server, str(tmp_path))
    answers = [one for data in read_portion(pickle.dumps(portion)) for one in pickle.loads(data)]
    assert [(number, type(step)) for number, step in answers] == [
        (0, UnreadableError), (0, type(None)), (1, NotHere), (2, CutDocument), (2, type(None)), (3, NotHere)
    ]  # fmt: skip
    assert not sees_portion(pickle.dumps(portion))
    assert sees_portion(pickle.dumps(replace(portion, wanted=(wanted[2],))))
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setenv("AWS_ENDPOINT_URL", storage.address.replace("127.0.0.1", "localhost"))
    for other in (portion, replace(portion, server=ObjectStorage(there.exact).server, version="0.0.1")):
        one = pickle.dumps(replace(other, wanted=(wanted[2],)))
        assert not sees_portion(one), "another server may have other files of that name, another program other passages"
        assert [type(step) for data in read_portion(one) for _, step in pickle.loads(data)] == [NotHere]


def test_what_a_machine_of_a_cluster_has_no_reader_for_is_read_by_the_one_that_runs_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another installation there changes nothing of what is read."""

    class Lacking:
        def read(self, items: Iterator[Item]) -> Iterator[tuple[Item, object]]:
            for item in items:
                yield item, MissingReaderError("it needs what is not installed") if item.name == "b.txt" else None
                if item.name == "b.txt":
                    yield item, None

    wanted = []
    for number, name in enumerate(("a.txt", "b.txt", "c.txt")):
        path = tmp_path / name
        path.write_text("A mill.", encoding="utf-8")
        stat = path.stat()
        item = Item(name, name, True, ReadOptions(), path=path)
        wanted.append(FileWanted(number, item, (stat.st_size, stat.st_mtime_ns)))
    monkeypatch.setattr(node_reading, "_kept", {ReadOptions().limits: Lacking()})
    answers = [one for data in read_portion(pickle.dumps(Portion(tuple(wanted)))) for one in pickle.loads(data)]
    assert answers == [(0, None), (1, NotHere()), (2, None)]
