"""What only an engine can do wrong: locks, kills, servers that go, collections of others."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from tests.index.hashing import HashingEncoder
from workbench.cli.main import main
from workbench.collections import milvus, milvus_access
from workbench.collections.milvus import MilvusCollection, drop_collection, make_collection, open_collection
from workbench.domain.codec import encode
from workbench.domain.errors import CollectionError
from workbench.domain.shared_evidence import CollectionFacts
from workbench.ingest.options import ReadOptions
from workbench.ingest.reader import read
from workbench.services.collections.collection_loading import CollectionLoader
from workbench.services.evidence.sources import EvidenceReport, without_skipped

pytestmark = pytest.mark.scale

ENCODER = HashingEncoder()
FACTS = CollectionFacts(ENCODER.key, "", "float32", ENCODER.sha256, ENCODER.dimension)
LOAD_SECONDS = milvus.LOAD_SECONDS
TOP = Path(__file__).resolve().parents[2]
SERVER = """
import sys
from milvus_lite.adapter.grpc.server import start_server_in_thread
server, db, port = start_server_in_thread(data_dir=sys.argv[1], host="127.0.0.1", port=0)
print(port, flush=True)
sys.stdin.read()
"""
HOLDER = """
import sys
from workbench.collections.milvus import open_collection
collection = open_collection(sys.argv[1], "held")
print("open", flush=True)
sys.stdin.read()
"""
KILLED = """
import os, signal, sys
from tests.scale import test_milvus
from workbench.collections.milvus import MilvusCollection, open_collection
put, done = MilvusCollection.put, []
def counting(self, passages):
    put(self, passages)
    done.append(len(passages))
    if len(done) == 2:
        os.kill(os.getpid(), signal.SIGKILL)
MilvusCollection.put = counting
test_milvus.load(open_collection(sys.argv[1], "killed"), sys.argv[2])
"""


def load(collection: MilvusCollection, path: str) -> EvidenceReport:
    report = EvidenceReport()
    loader = CollectionLoader(collection, "ann", encoder=ENCODER)
    documents = read(path, as_evidence=True, options=ReadOptions(isolate=False))
    loader.load(without_skipped(documents, report.skipped), report, None, lambda: False)
    return report


def many(path: Path, count: int, words: str = "ships called at Lowick") -> str:
    lines = (
        json.dumps({"id": f"r{n}", "title": f"Year {n}", "text": f"In year {n}, {n} {words}."}) for n in range(count)
    )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def everything(collection: MilvusCollection) -> dict[str, str]:
    """Text by id of all that is there; fails where an id is there twice."""
    found = collection._query("", ("id", "text"), 10_000)
    assert len({row["id"] for row in found}) == len(found)
    return {row["id"]: row["text"] for row in found}


def child(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=TOP,
        env=os.environ | {"PYTHONPATH": str(TOP)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def line_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def ended(process: subprocess.Popen[str]) -> None:
    process.communicate()


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(tmp_path / "evidence.db")


@pytest.fixture
def work(tmp_path: Path) -> Path:
    assert main(["init", str(tmp_path / "work")]) == 0
    return tmp_path / "work"


def test_a_load_that_was_killed_goes_on_where_it_was(folder: str, tmp_path: Path) -> None:
    path = many(tmp_path / "rows.jsonl", 2_500)
    make_collection(folder, "killed", FACTS).close()
    milvus_lite_stopped(folder)
    process = child(KILLED, folder, path)
    ended(process)
    assert process.returncode == -signal.SIGKILL
    collection = open_collection(folder, "killed")
    there = everything(collection)
    assert len(there) == 512
    report = load(collection, path)
    assert (report.passages, report.unchanged) == (2_500 - 512, 512)
    assert there.items() <= everything(collection).items()
    assert collection.count() == 2_500
    whole = make_collection(folder, "whole", FACTS)
    load(whole, path)
    assert everything(whole) == everything(collection)


def test_two_loaders_at_once_leave_every_passage_once(folder: str, tmp_path: Path) -> None:
    collection = make_collection(folder, "twice", FACTS)
    paths = [many(tmp_path / name, 600) for name in ("one.jsonl", "two.jsonl")]
    both = threading.Barrier(2)
    problems: list[BaseException] = []

    def work(path: str) -> None:
        both.wait()
        try:
            load(collection, path)
        except BaseException as error:
            problems.append(error)

    threads = [threading.Thread(target=work, args=(path,)) for path in paths]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert len(everything(collection)) == collection.count() == 600


def test_a_folder_that_another_program_has_is_told(folder: str, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_collection(folder, "held", FACTS).close()
    milvus_lite_stopped(folder)
    process = child(HOLDER, folder)
    assert line_of(process) == "open"
    with pytest.raises(CollectionError, match="is in use by another program"):
        open_collection(folder, "held")
    assert main(["-w", str(work), "collection", "attach", "held", "--uri", folder]) == 2
    err = capsys.readouterr().err
    assert "is in use by another program" in err
    assert "Traceback" not in err
    ended(process)
    assert open_collection(folder, "held").count() == 0


def test_a_server_that_dies_in_the_middle_loses_nothing(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = many(tmp_path / "rows.jsonl", 700)
    process = child(SERVER, folder)
    uri = f"http://127.0.0.1:{line_of(process)}"
    collection = make_collection(uri, "served", FACTS)
    put = MilvusCollection.put
    puts: list[int] = []

    class Losing(MilvusCollection):
        def put(self, passages):  # type: ignore[no-untyped-def]
            if puts:
                process.kill()
                ended(process)
                monkeypatch.setattr(milvus, "LOAD_SECONDS", 1.0)  # nobody will answer, however long it is tried
            puts.append(len(passages))
            put(self, passages)

    losing = Losing(collection._client, uri, "served", FACTS)
    with pytest.raises(CollectionError, match=r"Milvus at 127\.0\.0\.1:\d+ does not answer; is it running\?"):
        load(losing, path)
    monkeypatch.setattr(milvus, "LOAD_SECONDS", LOAD_SECONDS)
    again = child(SERVER, folder)
    collection = open_collection(f"http://127.0.0.1:{line_of(again)}", "served")
    assert collection.count() == puts[0]
    assert load(collection, path).passages == 700 - puts[0]
    assert len(everything(collection)) == 700
    ended(again)


def test_no_server_is_one_sentence(
    work: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(milvus_access, "CONNECT_SECONDS", 1.0)
    assert main(["-w", str(work), "collection", "attach", "world", "--uri", "http://127.0.0.1:9"]) == 2
    told = capsys.readouterr().err
    assert told == "Error: Milvus at 127.0.0.1:9 does not answer; is it running?\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("auth check failure, please check username and password", "refuses the token"),
        ("No space left on device", "the disk there is full"),
        ("<_MultiThreadedRendezvous: DEADLINE_EXCEEDED>", "does not answer"),
        ("something\nodd", "answers: something odd"),
    ],
)
def test_what_a_server_says_is_put_in_a_sentence(words: str, sentence: str) -> None:
    import pymilvus

    with pytest.raises(CollectionError, match=sentence), milvus_access.told("https://milvus.example:19530"):
        raise pymilvus.MilvusException(1, words)


def test_collections_of_others_and_of_newer_programs_are_refused(folder: str) -> None:
    client = milvus_access.client_of(folder, "", make=True)
    client.create_collection("foreign", dimension=8)
    with pytest.raises(CollectionError, match="was not made by the workbench"):
        open_collection(folder, "foreign")
    make_collection(folder, "newer", replace(FACTS, format=2))
    with pytest.raises(CollectionError, match=r"made by a newer workbench \(format 2; this one reads 1\)"):
        open_collection(folder, "newer")
    make_collection(folder, "lying", FACTS)
    client.alter_collection_properties(
        "lying", {milvus.PROPERTY: json.dumps(encode(replace(FACTS, dimension=ENCODER.dimension + 1)))}
    )
    with pytest.raises(CollectionError, match="vectors of another length"):
        open_collection(folder, "lying")
    with pytest.raises(CollectionError, match="has no collection none"):
        open_collection(folder, "none")
    with pytest.raises(CollectionError, match="has a collection newer already"):
        make_collection(folder, "newer", FACTS)


def test_dropping_deletes_it(folder: str) -> None:
    make_collection(folder, "world", FACTS).close()
    drop_collection(folder, "world")
    with pytest.raises(CollectionError, match="has no collection world"):
        open_collection(folder, "world")


def test_a_path_that_is_no_folder_of_milvus_lite_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(b"SQLite format 3\x00")
    with pytest.raises(CollectionError, match="is a file, and no folder of Milvus Lite"):
        make_collection(str(tmp_path / "a.db"), "world", FACTS)
    with pytest.raises(CollectionError, match="is not there"):
        open_collection(str(tmp_path / "b.db"), "world")
    with pytest.raises(CollectionError, match="there is no folder"):
        make_collection(str(tmp_path / "none" / "b.db"), "world", FACTS)


def milvus_lite_stopped(folder: str) -> None:
    """Let go of a folder that this process has opened, so that another can have it."""
    from milvus_lite.server_manager import server_manager_instance

    server_manager_instance.release_server(folder)
