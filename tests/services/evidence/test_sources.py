"""Evidence in: the same again changes nothing, new content becomes a new version, old verdicts keep the old one."""

from __future__ import annotations

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from workbench.domain.documents import Document
from workbench.domain.errors import NotFoundError
from workbench.ingest.options import ReadOptions
from workbench.services.evidence.sources import (
    EvidenceReport,
    add_evidence,
    list_sources,
    remove_source,
    show_source,
    store_documents,
)
from workbench.services.workspace import Workspace
from workbench.store.sources import counts


def write_rows(path: Path, *rows: dict[str, str]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def add(workspace: Workspace, path: Path, options: ReadOptions | None = None) -> EvidenceReport:
    return add_evidence(workspace, [str(path)], options)


FERRY = {
    "id": "ferry",
    "title": "Ferry timetable",
    "text": "The ferry to Harwich sails twice a day.",
    "publisher": "Harbour Office",
    "published": "2021-05-04",
}


def test_a_row_becomes_a_source_whose_passages_are_its_exact_words(workspace: Workspace, tmp_path: Path) -> None:
    report = add(workspace, write_rows(tmp_path / "a.jsonl", FERRY))
    assert (report.added, report.passages, report.ids) == (1, 1, ["ferry"])
    source, passages = show_source(workspace, "ferry")
    assert (source.title, source.publisher, str(source.published)) == (
        "Ferry timetable",
        "Harbour Office",
        "2021-05-04",
    )
    assert source.added_by == "ada"
    assert [source.text[p.start : p.end] for p in passages] == [p.text for p in passages] == [FERRY["text"]]


def test_a_long_document_is_cut_into_passages_that_stand_in_it(workspace: Workspace, tmp_path: Path) -> None:
    text = "\n\n".join(f"Paragraph {i} tells of ship {i}. " + "It carried grain and coal. " * 20 for i in range(12))
    (tmp_path / "long.txt").write_text(text, encoding="utf-8")
    report = add(workspace, tmp_path / "long.txt")
    source, passages = show_source(workspace, report.ids[0])
    assert len(passages) > 5
    assert all(source.text[p.start : p.end] == p.text for p in passages)


def test_the_same_rows_again_change_nothing(workspace: Workspace, tmp_path: Path) -> None:
    path = write_rows(tmp_path / "a.jsonl", FERRY)
    add(workspace, path)
    events = workspace.database.value("SELECT count(*) FROM events")
    report = add(workspace, path)
    assert (report.added, report.updated, report.unchanged) == (0, 0, 1)
    assert workspace.database.value("SELECT count(*) FROM events") == events


def test_new_content_under_an_id_is_a_new_version_and_the_old_passage_stays_readable(
    workspace: Workspace, tmp_path: Path
) -> None:
    add(workspace, write_rows(tmp_path / "a.jsonl", FERRY))
    (old,) = show_source(workspace, "ferry")[1]
    for number, words in enumerate(("three times", "four times"), start=2):
        changed = {**FERRY, "text": f"The ferry to Harwich sails {words} a day."}
        report = add(workspace, write_rows(tmp_path / "a.jsonl", changed))
        assert (report.added, report.updated, report.ids) == (0, 1, [f"ferry@{number}"])
    assert counts(workspace.database) == (1, 1)
    assert [source.id for source, _ in list_sources(workspace)] == ["ferry@3"]
    source, kept = show_source(workspace, "ferry")
    assert (source.text, kept) == (FERRY["text"], [old])
    hits = workspace.database.rows("SELECT rowid FROM passages_fts WHERE passages_fts MATCH 'twice'")
    assert hits == []


def test_an_address_that_a_text_names_does_not_make_it_that_source(workspace: Workspace, tmp_path: Path) -> None:
    """What a file says of itself is a link to follow: a stranger's text took the place of the page at that address."""
    address = "https://harbour.example/page"
    add(workspace, write_rows(tmp_path / "a.jsonl", {"title": "Ports", "text": "The port is shut.", "url": address}))
    other = tmp_path / "n.txt"
    other.write_text(f"Title: Ports\nURL: {address}\nPublisher: Bank\n\nThe port is open.\n", encoding="utf-8")
    report = add(workspace, other)
    assert (report.added, report.updated) == (1, 0)
    (first, _), (second, _) = list_sources(workspace)
    assert (first.url, second.url) == (address, address)
    other.write_text(f"Title: Ports\nURL: {address}\n\nThe port is open again.\n", encoding="utf-8")
    report = add(workspace, other)
    assert (report.added, report.updated, len(list_sources(workspace))) == (0, 1, 2)


def piped(workspace: Workspace, words: str) -> EvidenceReport:
    return add_evidence(workspace, ["-"], ReadOptions(stdin=words.encode()))


def titles(workspace: Workspace) -> list[str]:
    return [source.title for source, _ in list_sources(workspace)]


@pytest.mark.parametrize("address", ["URL: https://{0}.example/1\n", ""])
def test_two_texts_through_standard_input_are_two_sources(workspace: Workspace, address: str) -> None:
    """The second took the place of the first, which was searched no more."""
    for name in ("First", "Second"):
        head = f"Title: {name}\n{address.format(name.lower())}Publisher: Post\n\n"
        assert piped(workspace, f"{head}The pier of {name} has 40 lamps.\n").added == 1
        assert piped(workspace, f"{head}The pier of {name} has 40 lamps.\n").unchanged == 1
    assert titles(workspace) == ["First", "Second"]
    for name in ("First", "Second"):
        head = f"Title: {name}\n{address.format(name.lower())}Publisher: Post\n\n"
        report = piped(workspace, f"{head}The pier of {name} has 50 lamps.\n")
        assert (report.added, report.updated) == (0, 1)
    assert titles(workspace) == ["First", "Second"]


def test_files_of_one_name_that_name_two_addresses_are_two_sources(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for lamps in (40, 50):
        for name in ("harbour", "bridge"):
            folder = tmp_path / name
            folder.mkdir(exist_ok=True)
            (folder / "n.txt").write_text(f"Title: {name}\nURL: https://{name}.example\n\nIt has {lamps} lamps.\n")
            monkeypatch.chdir(folder)
            report = add(workspace, Path("n.txt"))
            assert (report.added, report.updated) == ((1, 0) if lamps == 40 else (0, 1))
    assert titles(workspace) == ["harbour", "bridge"]


PAGE = "https://harbour.example/page"


def text_of(workspace: Workspace, source_id: str) -> str:
    return show_source(workspace, source_id)[0].text


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("n.txt", f"Title: Ports\nURL: {PAGE}\n\nThe port is open.\n"),
        ("n.md", f"---\ntitle: Ports\nurl: {PAGE}\n---\n\nThe port is open.\n"),
        ("n.html", f'<link rel="canonical" href="{PAGE}"><title>Ports</title><p>The port is open to all ships again.'),
        ("n.jsonl", json.dumps({"title": "Ports", "url": PAGE, "text": "The port is open."})),
    ],
)
def test_no_file_takes_the_place_of_what_was_read_from_the_address(
    workspace: Workspace, tmp_path: Path, name: str, written: str
) -> None:
    page = Document("The port is shut.", "Ports", origin=PAGE, sha256="0" * 64, url=PAGE)
    store_documents(workspace, iter([page]), EvidenceReport())
    path = tmp_path / name
    path.write_text(written, encoding="utf-8")
    report = add(workspace, path)
    assert (report.added, report.updated) == (1, 0)
    assert text_of(workspace, PAGE) == "The port is shut."
    path.write_text(written.replace("open", "idle"), encoding="utf-8")
    assert add(workspace, path).updated == 1
    assert text_of(workspace, PAGE) == "The port is shut."
    newer = Document("The port is half shut.", "Ports", origin=PAGE, sha256="1" * 64, url=PAGE)
    store_documents(workspace, iter([newer]), report := EvidenceReport())
    assert (report.added, report.updated, len(list_sources(workspace))) == (0, 1, 2)


def test_a_file_whose_address_the_user_gives_is_the_page_at_it(workspace: Workspace, tmp_path: Path) -> None:
    page = Document("The port is shut.", "Ports", origin=PAGE, sha256="0" * 64, url=PAGE)
    store_documents(workspace, iter([page]), EvidenceReport())
    (tmp_path / "n.md").write_text("# Ports\n\nThe port is open.\n", encoding="utf-8")
    assert add(workspace, tmp_path / "n.md", ReadOptions(url=PAGE)).updated == 1


def test_rows_of_two_collections_with_one_id_are_two_sources(workspace: Workspace, tmp_path: Path) -> None:
    add(workspace, write_rows(tmp_path / "ships.jsonl", {"id": "1", "title": "Ships", "text": "Ships sail."}))
    report = add(
        workspace, write_rows(tmp_path / "trains.jsonl", {"id": "1", "title": "Trains", "text": "Trains run."})
    )
    assert report.added == 1
    assert report.ids == ["trains/1"]
    again = add(workspace, tmp_path / "trains.jsonl")
    assert (again.added, again.updated, again.unchanged) == (0, 0, 1)


def test_rows_without_titles_that_two_tables_count_from_1_are_two_sources(workspace: Workspace, tmp_path: Path) -> None:
    add(workspace, write_rows(tmp_path / "ships.jsonl", {"id": "1", "text": "Ships sail."}))
    other = add(workspace, write_rows(tmp_path / "trains.jsonl", {"id": "1", "text": "Trains run."}))
    assert (other.added, other.updated, other.ids) == (1, 0, ["trains/1"])
    newer = add(workspace, write_rows(tmp_path / "ships.jsonl", {"id": "1", "text": "Ships sail again."}))
    assert (newer.added, newer.updated) == (0, 1)
    assert add(workspace, tmp_path / "trains.jsonl").unchanged == 1


def test_a_removed_source_leaves_the_searches_and_comes_back_when_added_again(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = write_rows(tmp_path / "a.jsonl", FERRY)
    add(workspace, path)
    assert remove_source(workspace, "ferry") == 1
    assert counts(workspace.database) == (0, 0)
    with pytest.raises(NotFoundError):
        remove_source(workspace, "ferry")
    report = add(workspace, path)
    assert report.updated == 1
    assert counts(workspace.database) == (1, 1)


def test_an_earlier_version_of_a_removed_source_says_so(workspace: Workspace, tmp_path: Path) -> None:
    path = write_rows(tmp_path / "a.jsonl", FERRY)
    add(workspace, path)
    add(workspace, write_rows(path, FERRY | {"text": "The ferry sails once a day."}))
    with pytest.raises(NotFoundError, match=r"searched no more; the newest is 'ferry@2'\.$"):
        remove_source(workspace, "ferry")
    remove_source(workspace, "ferry@2")
    with pytest.raises(NotFoundError, match=r"searched no more; the newest, 'ferry@2', was removed\.$"):
        remove_source(workspace, "ferry")


def test_a_folder_is_read_again_only_where_it_changed(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    for name in ("a", "b", "c"):
        (folder / f"{name}.txt").write_text(f"Note {name} is about the harbour wall.", encoding="utf-8")
    assert add(workspace, folder).added == 3
    report = add(workspace, folder)
    assert (report.added, report.updated, report.unchanged) == (0, 0, 3)
    (folder / "b.txt").write_text("Note b is about the new harbour wall.", encoding="utf-8")
    report = add(workspace, folder)
    assert (report.added, report.updated, report.unchanged) == (0, 1, 2)


def test_facts_given_for_a_known_folder_are_taken(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "a.txt").write_text("Note a is about the harbour wall.", encoding="utf-8")
    add(workspace, folder)
    report = add(workspace, folder, ReadOptions(publisher="Harbour Office"))
    assert report.updated == 1
    assert show_source(workspace, report.ids[0])[0].publisher == "Harbour Office"


def test_a_cancelled_reading_keeps_what_was_stored(workspace: Workspace, tmp_path: Path) -> None:
    rows = [{"id": f"n{i}", "title": f"Note {i}", "text": f"Ship {i} left port."} for i in range(1200)]
    path = write_rows(tmp_path / "a.jsonl", *rows)
    done: list[int] = []

    def cancelled() -> bool:
        done.append(1)
        return len(done) > 700

    first = add_evidence(workspace, [str(path)], cancelled=cancelled)
    assert 0 < first.added < 1200
    assert counts(workspace.database)[0] == first.added
    second = add(workspace, path)
    assert (second.added, second.unchanged) == (1200 - first.added, first.added)


def test_people_who_add_the_same_evidence_at_once_get_each_source_once(workspace: Workspace, tmp_path: Path) -> None:
    rows = "".join(f'{{"id": "n{n}", "title": "Note {n}", "text": "Ship {n} left port."}}\n' for n in range(200))
    (tmp_path / "rows.jsonl").write_text(rows, encoding="utf-8")
    together = threading.Barrier(4)

    def adding(name: str) -> EvidenceReport:
        with Workspace.open(workspace.path, reviewer=name) as own:
            together.wait()
            return add_evidence(own, [str(tmp_path / "rows.jsonl")])

    with ThreadPoolExecutor(4) as pool:
        reports = list(pool.map(adding, ["ada", "bo", "cy", "dee"]))
    assert sum(report.added for report in reports) == 200
    assert sum(report.unchanged for report in reports) == 600
    assert not any(report.updated or report.skipped for report in reports)


def test_a_folder_is_read_again_when_its_columns_are_named_otherwise(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "a.csv").write_text("id,headline,story\n1,Ferry,The ferry sails twice a day.\n", encoding="utf-8")
    add(workspace, folder, ReadOptions(columns={"text": "headline"}))
    report = add(workspace, folder, ReadOptions(columns={"text": "story"}))
    assert report.updated == 1


def test_a_file_that_is_gone_once_it_was_read_is_no_failure(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "a.txt").write_text("The ferry sails twice a day.", encoding="utf-8")

    def gone(done: int, total: int | None, what: str) -> None:
        (folder / "a.txt").unlink()

    report = add_evidence(workspace, [str(folder)], progress=gone)
    assert report.added == 1


def rows_file(folder: Path, name: str, *rows: tuple[str, str]) -> str:
    """A file of rows: id and text; the title is that of the text."""
    path = folder / name
    lines = [json.dumps({"id": key, "title": f"On {key}", "text": text}) + "\n" for key, text in rows]
    path.write_text("".join(lines), encoding="utf-8")
    return str(path)


def test_an_id_made_for_a_newer_version_is_never_one_that_a_maker_gives(workspace: Workspace, tmp_path: Path) -> None:
    """In whatever order they come: x and x@2 given, then x changed; x changed, then x@2 given."""
    first = rows_file(tmp_path, "rows.jsonl", ("x", "The mill burns coal."), ("x@2", "The inn is shut."))
    assert add_evidence(workspace, [first]).added == 2
    changed = rows_file(tmp_path, "rows.jsonl", ("x", "The mill burns wood."), ("x@2", "The inn is shut."))
    report = add_evidence(workspace, [changed])
    assert (report.added, report.updated, report.unchanged, report.ids) == (0, 1, 1, ["x@3"])
    other = rows_file(tmp_path, "rows.jsonl", ("x@3", "The well is dry."), ("x", "The mill burns wood."))
    report = add_evidence(workspace, [other])
    assert (report.added, report.updated, report.ids) == (1, 0, ["rows/x@3"])
    texts = {row["id"]: row["text"] for row in workspace.database.rows("SELECT id, text FROM sources")}
    assert texts == {
        "x": "The mill burns coal.",
        "x@2": "The inn is shut.",
        "x@3": "The mill burns wood.",
        "rows/x@3": "The well is dry.",
    }
    again = rows_file(tmp_path, "rows.jsonl", ("x@3", "The well is dry."), ("x", "The mill burns wood."), ("y", "New."))
    assert add_evidence(workspace, [again]).ids == ["y"]
