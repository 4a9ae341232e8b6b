"""Many files are parsed at once, in order, and one bad file stops none of the rest."""

from __future__ import annotations

import os
from pathlib import Path

from tests.ingest.making import WORDS, documents, everything, make_docx, make_pdf, make_zip, page
from workbench.domain.documents import Document, Skipped
from workbench.ingest import ReadOptions, read
from workbench.ingest.fingerprint import Fingerprint, fingerprint


def make_many(folder: Path, count: int) -> list[Path]:
    """Files of mixed kinds, every tenth of them broken."""
    paths = []
    for number in range(count):
        stem = folder / f"{number // 20}" / f"{number:03d}"
        stem.parent.mkdir(parents=True, exist_ok=True)
        match number % 10:
            case 0 | 1 | 2:
                path = stem.with_suffix(".html")
                path.write_text(page(f"Page {number}", WORDS))
            case 3:
                path = make_docx(stem.with_suffix(".docx"))
            case 4:
                path = make_pdf(stem.with_suffix(".pdf"), [[f"Page of {number}."]])
            case 5:
                path = make_zip(stem.with_suffix(".zip"), {"a.txt": "One.", "b.txt": "Two."})
            case 6:
                path = stem.with_suffix(".jsonl")
                path.write_text("".join(f'{{"id": "{number}-{row}", "text": "Row."}}\n' for row in range(200)))
            case 7:
                path = stem.with_suffix(".pdf")
                path.write_bytes(b"%PDF-1.4 broken")
            case _:
                path = stem.with_suffix(".txt")
                path.write_text(f"Text {number}.")
        paths.append(path)
    return paths


def test_results_come_in_the_order_of_names_however_many_work(tmp_path: Path) -> None:
    paths = make_many(tmp_path, 24)
    told: list[tuple[int, int | None]] = []
    options = ReadOptions(jobs=3)
    progress = lambda done, total, what: told.append((done, total))  # noqa: E731
    three = list(read(tmp_path, as_evidence=True, options=options, progress=progress))
    one = everything(tmp_path, isolate=True, jobs=1)
    here = everything(tmp_path)
    assert three == one == here
    origins = list(dict.fromkeys(entry.origin.split(",")[0] for entry in three))
    assert origins == [str(path) for path in sorted(paths)]
    assert sum(isinstance(entry, Skipped) for entry in three) == 2
    assert told == [(number, 24) for number in range(1, 25)]


def test_a_second_run_reads_only_what_is_new_or_changed(tmp_path: Path) -> None:
    paths = make_many(tmp_path, 20)
    marks = {str(path): fingerprint(path) for path in paths}

    def known(origin: str, mark: Fingerprint) -> bool:
        there = marks.get(origin)
        return there is not None and (there.size, there.mtime_ns) == (mark.size, mark.mtime_ns)

    assert everything(tmp_path, known=known) == []
    paths[8].write_text("Changed.")
    (tmp_path / "zz.txt").write_text("New.")
    assert [document.text for document in documents(tmp_path, known=known)] == ["Changed.", "New."]


def test_a_file_that_was_only_touched_has_the_same_digest(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Words.")
    before = fingerprint(path)
    os.utime(path, ns=(1, 1))
    after = fingerprint(path)
    assert before.mtime_ns != after.mtime_ns
    assert before.sha256 == after.sha256 == documents(path)[0].sha256


def test_leaving_early_ends_the_processes(tmp_path: Path) -> None:
    make_many(tmp_path, 20)
    found = read(tmp_path, as_evidence=True, options=ReadOptions(jobs=2))
    assert isinstance(next(found), Document)
    found.close()  # type: ignore[attr-defined]
    assert not [line for line in Path("/proc/self/task").glob("*/children") if line.read_text().strip()]


def test_cancelling_keeps_what_was_given(tmp_path: Path) -> None:
    make_many(tmp_path, 20)
    asked = iter([False, False, False, True])
    assert len(list(read(tmp_path, as_evidence=True, cancelled=lambda: next(asked)))) == 4
