"""Reading on Ray: what comes of files is what comes of them here, in that order, whatever becomes of a node."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.scale.lost_nodes import loss_of_a_node
from tests.scale.many_files import a_folder
from tests.scale.small_storage import BUCKET, KEY, served
from workbench.cli.main import main
from workbench.collections import ray_reading
from workbench.collections.ray_cluster import RayCluster
from workbench.collections.ray_reading import RayReading
from workbench.domain.documents import Document, Skipped
from workbench.domain.errors import BadInputError, CollectionError
from workbench.ingest.options import ReadOptions
from workbench.ingest.reader import read
from workbench.services.collections import node_reading
from workbench.services.collections.cut_documents import CutDocument, cut
from workbench.services.collections.node_reading import NodeWorkers
from workbench.services.collections.stored_sources import read_stored
from workbench.services.workspace import Workspace

pytestmark = pytest.mark.scale


def cut_here(folder: Path) -> list[Document | Skipped]:
    """What the plain way gives."""
    found = read(folder, as_evidence=True)
    return [cut(entry) if isinstance(entry, Document) else entry for entry in found]


def on_nodes(cluster: RayCluster, told: list[str] | None = None) -> NodeWorkers:
    notes: list[str] = [] if told is None else told
    return NodeWorkers(cluster, 1, notes.append)


def test_a_folder_read_on_two_nodes_is_what_it_is_here(cluster: Any, tmp_path: Path) -> None:
    """Documents, passages, order, what was skipped and why, and which file could not be read at all."""
    folder = a_folder(tmp_path / "f")
    there, told = RayCluster(cluster.address), []  # type: ignore[var-annotated]
    found = list(read(folder, as_evidence=True, workers=on_nodes(there, told)))
    expected = cut_here(folder)
    assert found == expected
    assert told == []
    assert len([one for one in found if isinstance(one, CutDocument) and one.passages]) == 30 + 500 + 1 + 1 + 20
    assert {Path(one.origin).name for one in found if isinstance(one, Skipped)} >= {"empty.txt", "broken.pdf"}
    one = folder / "deep" / "007.html"
    assert list(read(one, as_evidence=True, workers=on_nodes(there))) == cut_here(one)
    for name in ("broken.pdf", "empty.txt"):
        with pytest.raises(BadInputError) as here:
            list(read(folder / name, as_evidence=True))
        with pytest.raises(BadInputError) as elsewhere:
            list(read(folder / name, as_evidence=True, workers=on_nodes(there)))
        assert str(here.value) == str(elsewhere.value)


def test_a_node_that_is_killed_while_it_reads_takes_no_passage_along(cluster: Any, tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "f", pages=400)
    expected = cut_here(folder)
    found = []
    with loss_of_a_node(cluster) as kill:
        for entry in read(folder, as_evidence=True, workers=on_nodes(RayCluster(cluster.address))):
            found.append(entry)
            if len(found) == 520:
                kill()
    assert found == expected


def test_what_the_nodes_do_not_have_is_read_here_and_a_line_says_so(
    cluster: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another file of the same name and place, as far as they can tell."""
    folder, told = a_folder(tmp_path / "f", pages=3), []  # type: ignore[var-annotated]
    marked = node_reading._mark
    monkeypatch.setattr(node_reading, "_mark", lambda path: (marked(path) or (0, 0))[0] and (1, 1))
    assert list(read(folder, as_evidence=True, workers=on_nodes(RayCluster(cluster.address), told))) == cut_here(folder)
    assert told == [
        "1 of 1 other machines of the cluster do not have these files, or this workbench: this one reads them alone."
    ]


def test_object_storage_is_read_by_nodes_and_by_this_machine_alike(
    cluster: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The nodes have no key (the cluster began before there was one), so that the files are fetched here in the end."""
    folder = a_folder(tmp_path / "f", pages=3)
    files = {
        f"archive/{path.relative_to(folder)}": path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
    assert main(["init", str(tmp_path / "w")]) == 0
    with served(files) as server, Workspace.open(tmp_path / "w") as workspace:
        for name, value in (("ENDPOINT_URL", server.address), ("ACCESS_KEY_ID", KEY), ("SECRET_ACCESS_KEY", "secret")):
            monkeypatch.setenv(f"AWS_{name}", value)
        server.refused.add("archive/table.csv")
        told: list[str] = []
        asked = (workspace, f"s3://{BUCKET}/archive", ReadOptions(), None, lambda: False)
        here = [cut(one) if isinstance(one, Document) else one for one in read_stored(*asked)]
        found = list(read_stored(*asked, on_nodes(RayCluster(cluster.address), told)))
    assert _sorted(found) == _sorted(here)
    assert len(told) == 1


def _sorted(found: Sequence[Document | Skipped]) -> list[str]:
    """What cannot be fetched is told when that is known."""
    return sorted(map(repr, found))


def much(portion: bytes) -> Iterator[bytes]:
    """Four hundred megabytes, noted one by one in the file that the portion names."""
    note = Path(portion.decode())
    for number in range(4_000):
        with note.open("a", encoding="utf-8") as file:
            file.write(f"{number}\n")
        yield bytes(100_000)


def numbered(portion: bytes) -> Iterator[bytes]:
    yield from (portion, b"and")


def refusing(portion: bytes) -> Iterator[bytes]:
    yield portion
    raise BadInputError("this is not for you.")


def failing(portion: bytes) -> Iterator[bytes]:
    yield portion
    raise ZeroDivisionError("nothing over nothing")


def test_a_portion_that_gives_much_waits_until_it_is_taken(cluster: Any, tmp_path: Path) -> None:
    note = tmp_path / "note"
    answers = RayReading(RayCluster(cluster.address), much).answers([str(note).encode()])
    next(answers)
    before = -1
    while before != (now := len(note.read_text(encoding="utf-8").split())):
        before = now
        time.sleep(1)
    assert before < 1_500, "four hundred megabytes are not on their way"
    assert len([*answers]) == 3_999


def test_answers_come_in_order_also_of_more_portions_than_are_handed_over_at_once(
    cluster: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ray_reading, "WINDOW", 9)
    portions = [str(number).encode() for number in range(2 * 9 + 4)]
    found = RayReading(RayCluster(cluster.address), numbered).answers(iter(portions))
    assert list(found) == [one for portion in portions for one in (portion, b"and")]


def test_what_goes_wrong_there_is_one_sentence(cluster: Any, capfd: pytest.CaptureFixture[str]) -> None:
    there = RayCluster(cluster.address)
    with pytest.raises(BadInputError, match=r"^this is not for you\.$"):
        list(RayReading(there, refusing).answers([b"a"]))
    with pytest.raises(
        CollectionError, match=r"^reading on Ray .* fails: .*nothing over nothing.*goes on where it was\.$"
    ):
        list(RayReading(there, failing).answers([b"a"]))
    assert "Traceback" not in capfd.readouterr().err


def test_reading_that_is_left_in_the_middle_ends(cluster: Any, tmp_path: Path) -> None:
    there = RayCluster(cluster.address)
    answers = RayReading(there, much).answers([str(tmp_path / "note").encode()])
    next(answers)
    answers.close()  # type: ignore[attr-defined]
    assert list(RayReading(there, numbered).answers([b"a"])) == [b"a", b"and"]
    assert (tmp_path / "note").stat().st_size < 10_000
