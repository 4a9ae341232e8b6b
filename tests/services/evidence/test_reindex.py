"""Bringing the index in step: only what is new is encoded, and nothing that happens on the way harms the old index."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.index.hashing import HashingEncoder
from workbench.domain.documents import Document
from workbench.domain.errors import IndexProblemError, ModelUnavailableError, WorkspaceError
from workbench.domain.passages import encoded_text
from workbench.index.lock import index_lock
from workbench.index.manifest import MANIFEST, read_manifest
from workbench.index.opened import open_index
from workbench.index.vectors import VECTORS, VectorStore, restored
from workbench.services.evidence import reindex as module
from workbench.services.evidence.reindex import reindex
from workbench.services.evidence.sources import EvidenceReport, remove_source, store_documents
from workbench.services.record.backup import backup, restore
from workbench.services.record.doctor import examine
from workbench.services.search.search import Searcher
from workbench.services.workspace import Workspace
from workbench.store.search import live_passages, passage_words

INSTANTS = 50


def add(workspace: Workspace, *numbers: int) -> None:
    documents = (
        Document(
            text=f"Ship number {n} called at harbour {n % 7} with {n * 10} tonnes of grain.",
            title=f"Harbour log {n}",
            origin=f"log-{n}",
            sha256=f"{n:064x}",
            id=f"log-{n}",
        )
        for n in numbers
    )
    store_documents(workspace, documents, EvidenceReport())


def files(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def test_only_new_texts_are_encoded_and_removed_ones_leave(workspace: Workspace) -> None:
    encoder = HashingEncoder()
    add(workspace, *range(20))
    first = reindex(workspace, encoder=encoder)
    assert (first.added, first.unchanged, first.removed, first.encoded) == (20, 0, 0, 20)
    add(workspace, 20, 21)
    remove_source(workspace, "log-3")
    second = reindex(workspace, encoder=encoder)
    assert (second.added, second.unchanged, second.removed, second.encoded) == (2, 19, 1, 2)
    index = open_index(workspace.index_path)
    assert index is not None
    assert index.manifest.count == 21


def test_as_many_passages_but_others_is_told_as_such(workspace: Workspace) -> None:
    """Two equal numbers would not say what is wrong."""
    add(workspace, *range(3))
    reindex(workspace)
    remove_source(workspace, "log-1")
    add(workspace, 3)
    (index,) = (finding for finding in examine(workspace) if finding.check == "index")
    assert index.detail == "not in step with claims.db: it holds other passages than the database"
    add(workspace, 4)
    (index,) = (finding for finding in examine(workspace) if finding.check == "index")
    assert index.detail == "not in step with claims.db: it holds 3 passages, not the 4 of the database"


def test_nothing_changed_writes_nothing(workspace: Workspace) -> None:
    encoder = HashingEncoder()
    add(workspace, *range(5))
    reindex(workspace, encoder=encoder)
    before = files(workspace.index_path)
    again = reindex(workspace, encoder=encoder)
    assert (again.added, again.unchanged, again.encoded) == (0, 5, 0)
    assert files(workspace.index_path) == before


def test_a_workspace_without_evidence_has_an_empty_index(workspace: Workspace) -> None:
    encoder = HashingEncoder()
    assert reindex(workspace, encoder=encoder).added == 0
    for mode in ("hybrid", "dense", "lexical"):
        result = Searcher(workspace, encoder=encoder, strict=True).search("any words", mode=mode)
        assert result.hits == ()
        assert "nothing close" in result.note
    add(workspace, 1)
    assert Searcher(workspace, encoder=encoder).search("ship number 1").hits
    assert reindex(workspace, encoder=encoder).added == 1


def test_equal_texts_are_encoded_once(workspace: Workspace) -> None:
    encoder = HashingEncoder()
    twins = (
        Document(text="The same words.", title="Same title", origin=name, sha256="0" * 64, id=name) for name in "ab"
    )
    store_documents(workspace, twins, EvidenceReport())
    assert reindex(workspace, encoder=encoder).encoded == 1
    hits = Searcher(workspace, encoder=encoder).search("same words").hits
    assert [hit.also_in for hit in hits] == [("Same title",)]


def test_full_encodes_everything_anew_and_leaves_one_set_of_vectors(workspace: Workspace) -> None:
    encoder = HashingEncoder()
    add(workspace, *range(5))
    reindex(workspace, encoder=encoder)
    for _ in range(3):
        report = reindex(workspace, encoder=encoder, full=True)
        assert (report.encoded, report.unchanged) == (5, 5)
        assert len(list(workspace.index_path.glob("vectors-*"))) == 1
        assert len(list(workspace.index_path.glob("generation-*"))) == 1
    assert reindex(workspace, encoder=encoder).encoded == 0


def test_full_takes_over_no_words_either(workspace: Workspace) -> None:
    """A change that leaves size and time of a file as they were is found by no check; `full` is the way out."""
    encoder = HashingEncoder()
    add(workspace, *range(5))
    reindex(workspace, encoder=encoder)
    (counts,) = workspace.index_path.glob("generation-*/postings.counts")
    sound, status = counts.read_bytes(), counts.stat()
    counts.write_bytes(b"\x07" * len(sound))
    os.utime(counts, ns=(status.st_atime_ns, status.st_mtime_ns))
    reindex(workspace, encoder=encoder, full=True)
    (counts,) = workspace.index_path.glob("generation-*/postings.counts")
    assert counts.read_bytes() == sound


@pytest.mark.parametrize("name", ["lengths", "postings.counts", "terms.ends", "passages.groups"])
def test_a_file_that_has_grown_is_damaged_and_mended(workspace: Workspace, name: str) -> None:
    """Only the vectors may be longer than the manifest says: an interrupted reindex has added to them."""
    encoder = HashingEncoder()
    add(workspace, *range(5))
    reindex(workspace, encoder=encoder)
    (grown,) = workspace.index_path.glob(f"generation-*/{name}")
    with grown.open("ab") as file:
        file.write(bytes(range(256)) * 8)
    with pytest.raises(IndexProblemError, match=f"{name} is damaged"):
        open_index(workspace.index_path)
    add(workspace, 5)
    assert reindex(workspace, encoder=encoder).encoded == 1
    assert open_index(workspace.index_path) is not None


def test_another_model_makes_another_index_and_back_is_quick(workspace: Workspace) -> None:
    add(workspace, *range(5))
    one, other = HashingEncoder(), HashingEncoder(32, "hashing/2")
    reindex(workspace, encoder=one)
    assert reindex(workspace, encoder=other).encoded == 5
    assert reindex(workspace, encoder=one).encoded in (0, 5)
    manifest = read_manifest(workspace.index_path)
    assert manifest is not None
    assert manifest.model == one.key


def test_vectors_in_an_older_format_are_swept_away(workspace: Workspace) -> None:
    add(workspace, 1)
    older = workspace.index_path / "vectors-0123456789ab"
    older.mkdir(parents=True)
    (older / "vectors.f32").write_bytes(bytes(256))
    reindex(workspace, encoder=HashingEncoder())
    assert not older.exists()


def test_a_model_that_is_gone_is_not_replaced_silently(workspace: Workspace, tmp_path: Path) -> None:
    add(workspace, 1, 2)
    reindex(workspace, model=str(tmp_path / "our-model"), encoder=HashingEncoder())
    add(workspace, 3)
    with pytest.raises(ModelUnavailableError, match="workbench reindex --model all-MiniLM-L6-v2"):
        reindex(workspace)
    assert reindex(workspace, model="all-MiniLM-L6-v2").model.startswith("all-MiniLM-L6-v2/float32")
    assert reindex(workspace).encoded == 0


def test_cancelled_work_is_kept_and_the_old_index_stays(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BLOCK", 4)
    encoder = HashingEncoder()
    add(workspace, *range(4))
    reindex(workspace, encoder=encoder)
    add(workspace, *range(4, 24))
    report = reindex(workspace, encoder=encoder, cancelled=lambda: encoder.encoded >= 12)
    assert (report.interrupted, report.encoded) == (True, 8)
    index = open_index(workspace.index_path)
    assert index is not None
    assert index.manifest.count == 4
    assert reindex(workspace, encoder=encoder).encoded == 12


def test_a_second_reindex_is_told_who_is_at_it(workspace: Workspace) -> None:
    add(workspace, 1)
    with index_lock(workspace.index_path, "grace"), pytest.raises(WorkspaceError, match="by grace"):
        reindex(workspace, encoder=HashingEncoder())


def test_a_reader_keeps_its_index_and_finds_the_new_one(workspace: Workspace) -> None:
    """An index that is open answers as before while and after a new one is put in place."""
    encoder = HashingEncoder()
    add(workspace, *range(10))
    reindex(workspace, encoder=encoder)
    old = open_index(workspace.index_path)
    assert old is not None
    searcher = Searcher(workspace, encoder=encoder)
    assert searcher.search("ship number 4").searched == 10
    add(workspace, *range(10, 30))
    reindex(workspace, encoder=encoder)
    scores, found = old.dense.search(encoder.encode(["ship number 4"]), 10)
    assert (found >= 0).all()
    assert np.isfinite(scores).all()
    assert searcher.search("ship number 4").searched == 30


@pytest.mark.parametrize("harm", ["truncated", "flipped", "missing"])
def test_a_damaged_index_is_found_on_opening_and_mended(workspace: Workspace, harm: str) -> None:
    encoder = HashingEncoder()
    add(workspace, *range(10))
    reindex(workspace, encoder=encoder)
    for path in sorted(workspace.index_path.rglob("*")):
        if not path.is_file() or path.name in (MANIFEST, "lock", "blocks.jsonl") or not path.stat().st_size:
            continue
        content = path.read_bytes()
        if harm == "missing":
            path.unlink()
        elif harm == "truncated":
            path.write_bytes(content[:-1])
        else:
            path.write_bytes(bytes([content[0] ^ 1]) + content[1:])
        with pytest.raises(IndexProblemError, match=r"workbench reindex"):
            open_index(workspace.index_path)
        reindex(workspace, encoder=encoder)
        index = open_index(workspace.index_path)
        assert index is not None
        vectors = index.dense.scores_of(
            encoder.encode(["Harbour log 4. Ship number 4 called at harbour 4 with 40 tonnes of grain."])[0], index.ids
        )
        assert float(vectors.max()) == pytest.approx(1, abs=1e-4)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"schema": 1}', b'{"schema": 99}', b'{"schema": 2, "files": {}}', b"\xff\xfe"]
)
def test_a_manifest_that_is_none_is_explained_and_replaced(workspace: Workspace, content: bytes) -> None:
    add(workspace, 1, 2)
    encoder = HashingEncoder()
    reindex(workspace, encoder=encoder)
    (workspace.index_path / MANIFEST).write_bytes(content)
    with pytest.raises(IndexProblemError, match="workbench reindex"):
        open_index(workspace.index_path)
    assert reindex(workspace, encoder=encoder).encoded == 0
    assert open_index(workspace.index_path) is not None


def test_a_copied_index_is_read_through_once_and_trusted(workspace: Workspace, tmp_path: Path) -> None:
    """Other times of change alone do no harm: a clone of a workspace opens."""
    encoder = HashingEncoder()
    add(workspace, 1, 2)
    reindex(workspace, encoder=encoder)
    for path in workspace.index_path.rglob("*"):
        os.utime(path, (1, 1))
    assert open_index(workspace.index_path) is not None


def test_a_folder_that_cannot_be_written_is_one_clear_sentence(workspace: Workspace) -> None:
    add(workspace, 1)
    workspace.index_path.rmdir()
    workspace.index_path.write_text("in the way", encoding="utf-8")
    with pytest.raises(IndexProblemError, match="cannot be written"):
        reindex(workspace, encoder=HashingEncoder())


def in_child(work: Any) -> int:
    """Run something in a forked process and give how it ended: its exit status, or minus the signal."""
    child = os.fork()
    if child == 0:
        status = 99
        try:
            status = work()
        finally:
            os._exit(status)
    _, ended = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(ended)


def test_a_full_disk_leaves_the_old_index_in_use(workspace: Workspace) -> None:
    """Files that may not grow stand for a disk without room: the system refuses the write itself."""
    encoder = HashingEncoder(384)
    add(workspace, 1)
    reindex(workspace, encoder=encoder)
    add(workspace, *range(2, 60))

    def work() -> int:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
        path = workspace.path
        try:
            with Workspace.open(path, reviewer="ada") as own:
                reindex(own, encoder=encoder)
        except IndexProblemError as error:
            return 3 if "cannot be written" in str(error) and "left as it is" in str(error) else 4
        return 0

    assert in_child(work) == 3
    index = open_index(workspace.index_path)
    assert index is not None
    assert index.manifest.count == 1
    assert reindex(workspace, encoder=encoder).unchanged == 1


def test_a_kill_at_any_instant_leaves_a_whole_index(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """kill -9 at fifty instants of a reindex: search answers from the old index or the new one, and the next reindex
    completes without encoding again what was done."""
    monkeypatch.setattr(module, "BLOCK", 5)
    add(workspace, *range(20))
    reindex(workspace, encoder=HashingEncoder())
    add(workspace, *range(20, 40))
    workspace.close()
    prepared = workspace.path

    def killed(path: Path, instant: int) -> tuple[int, int]:
        """Reindex in a process that kills itself at its n-th call; gives how it ended and how many calls there were."""
        counted = tmp_path / "calls"

        def work() -> int:
            calls = 0

            def at_call(*_: object) -> None:
                nonlocal calls
                calls += 1
                if calls == instant:
                    os.kill(os.getpid(), signal.SIGKILL)

            with Workspace.open(path, reviewer="ada") as own:
                sys.setprofile(at_call)
                reindex(own, encoder=HashingEncoder())
                sys.setprofile(None)
            counted.write_text(str(calls), encoding="utf-8")
            return 0

        ended = in_child(work)
        return ended, int(counted.read_text(encoding="utf-8")) if ended == 0 else 0

    shutil.copytree(prepared, tmp_path / "whole")
    ended, calls = killed(tmp_path / "whole", -1)
    assert ended == 0
    chooser = random.Random(1)
    seen = set()
    for instant in sorted(chooser.sample(range(1, calls), INSTANTS)):
        path = tmp_path / f"killed-{instant}"
        shutil.copytree(prepared, path)
        ended, made = killed(path, instant)
        # two runs make not quite as many calls: one of the last instants may lie behind the end
        assert ended == -signal.SIGKILL or made < instant
        with Workspace.open(path, reviewer="ada") as own:
            result = Searcher(own, encoder=HashingEncoder(), strict=True).search(
                "ship number 7 with grain", mode="dense"
            )
            assert result.hits
            index = open_index(own.index_path)
            assert index is not None
            seen.add(index.manifest.count)
            folder = next(own.index_path.glob("vectors-*"))
            done = (folder / "blocks.jsonl").read_bytes().count(b"\n") * 5
            encoder = HashingEncoder()
            reindex(own, encoder=encoder)
            assert encoder.encoded == 40 - done
            assert open_index(own.index_path).manifest.count == 40  # type: ignore[union-attr]
            assert not list(own.index_path.glob("building-*"))
        shutil.rmtree(path)
    assert 20 in seen
    assert seen <= {20, 40}


def test_vectors_are_named_by_their_file(workspace: Workspace) -> None:
    """The documented line of numpy reads every vector of the index."""
    encoder = HashingEncoder()
    add(workspace, *range(3))
    reindex(workspace, encoder=encoder)
    manifest = read_manifest(workspace.index_path)
    assert manifest is not None
    rows = np.fromfile(workspace.index_path / manifest.vectors / VECTORS, "<i2").reshape(-1, manifest.dimension) / 32767
    assert rows.shape == (3, 64)


def test_a_database_that_is_replaced_meanwhile_puts_no_vector_under_another_text(
    workspace: Workspace, tmp_path: Path
) -> None:
    """The same numbers name other texts afterwards: vectors, words and the next run all go by what was encoded."""
    add(workspace, *range(6))
    backup(workspace, tmp_path / "copy.db")
    with Workspace.create(tmp_path / "other", reviewer="bo") as other:
        add(other, *range(100, 110))
        encoder = HashingEncoder()

        class Restoring(HashingEncoder):
            def encode(self, texts: Sequence[str]) -> Any:
                if not list(other.path.glob("claims.before-restore-*")):
                    restore(tmp_path / "copy.db", other.path, force=True)
                return super().encode(texts)

        report = reindex(other, encoder=Restoring())
        assert (report.added, report.interrupted) == (6, False)
        assert_each_vector_is_of_its_text(other, encoder)
        assert reindex(other, encoder=encoder).encoded == 0


def assert_each_vector_is_of_its_text(workspace: Workspace, encoder: HashingEncoder) -> None:
    index = open_index(workspace.index_path)
    assert index is not None
    ids, hashes = live_passages(workspace.database)
    assert index.ids.tolist() == ids.tolist()
    store = VectorStore(workspace.index_path / index.manifest.vectors, index.manifest.dimension)
    rows = store.lookup(hashes)
    texts = [encoded_text(*words) for words in passage_words(workspace.database, ids)]
    assert np.allclose(restored(store.vectors()[rows]), encoder.encode(texts), atol=1e-3)
    for number, text in zip(ids.tolist(), texts, strict=True):
        found = Searcher(workspace, encoder=encoder).search(text, k=1, mode="lexical")
        assert [hit.passage.id for hit in found.hits] == [number]


def test_a_number_that_names_another_text_after_a_restore_is_indexed_anew(workspace: Workspace, tmp_path: Path) -> None:
    add(workspace, *range(6))
    backup(workspace, tmp_path / "copy.db")
    encoder = HashingEncoder()
    with Workspace.create(tmp_path / "other", reviewer="bo") as other:
        add(other, *range(100, 110))
        reindex(other, encoder=encoder)
        restore(tmp_path / "copy.db", other.path, force=True)
        report = reindex(other, encoder=encoder)
        assert (report.added, report.unchanged, report.removed) == (6, 0, 10)
        assert_each_vector_is_of_its_text(other, encoder)


def test_vectors_of_other_texts_are_found_when_an_index_is_opened(workspace: Workspace) -> None:
    """As an older version of the program left them behind: under hashes of texts that were never encoded."""
    add(workspace, *range(6))

    class Mistaken(HashingEncoder):
        def encode(self, texts: Sequence[str]) -> Any:
            return super().encode([f"another text {number} altogether" for number, _ in enumerate(texts)])

    reindex(workspace, encoder=Mistaken())
    with pytest.raises(IndexProblemError, match="holds vectors of other texts"):
        Searcher(workspace, encoder=HashingEncoder()).search("grain", mode="dense")
    found = Searcher(workspace, encoder=HashingEncoder()).search("grain")
    assert "holds vectors of other texts" in found.note
    reindex(workspace, encoder=HashingEncoder(), full=True)
    assert not Searcher(workspace, encoder=HashingEncoder()).search("grain", mode="dense").note
