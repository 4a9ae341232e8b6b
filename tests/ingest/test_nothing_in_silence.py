"""Files that hold nothing say so, and what is whole of a broken archive is read."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.ingest.making import documents, make_zip, page, refusal, skipped


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.csv", "claim,date\n", "it holds no rows below its header"),
        ("a.csv", "text\n", "it holds no rows below its header"),
        ("a.csv", "claim;speaker;date\n\n\n", "it holds no rows below its header"),
        ("a.tsv", "claim\tdate\n", "it holds no rows below its header"),
        ("a.json", "[]", "it holds no rows"),
        ("a.json", " [ ] \n", "it holds no rows"),
        ("a.jsonl", "\n\n", "it holds no rows"),
    ],
)
def test_a_table_without_rows_says_so(tmp_path: Path, name: str, content: str, told: str) -> None:
    path = tmp_path / name
    path.write_text(content)
    assert refusal(path).endswith(f"{told}.")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "claim,date\nThe port has 9 cranes.,2024-03-04\n"),
        ("a.csv", "text\nThe port has 9 cranes.\n"),
        ("a.tsv", "claim\tdate\nThe port has 9 cranes.\t2024-03-04\n"),
        ("a.json", '[{"text": "The port has 9 cranes."}]'),
        ("a.json", '{"text": "The port has 9 cranes."}'),
        ("a.jsonl", '\n{"text": "The port has 9 cranes."}\n'),
    ],
)
def test_one_row_is_enough(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content)
    assert [one.text for one in documents(path)] == ["The port has 9 cranes."]


def test_a_table_without_rows_within_an_archive_is_named(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "a.zip", {"a.csv": "claim,date\n", "b.txt": "The port has 9 cranes.\n"})
    assert len(documents(path)) == 1
    assert [one.reason for one in skipped(path)] == ["it holds no rows below its header"]


def _archive(*bodies: tuple[bytes, str]) -> list[bytes]:
    """Packed records of answers, each with a body and the packing that its head names."""
    found = []
    for number, (body, packing) in enumerate(bodies):
        head = [("Content-Type", "text/html; charset=utf-8")] + ([("Content-Encoding", packing)] if packing else [])
        file = io.BytesIO()
        writer = WARCWriter(file, gzip=True)
        answer = StatusAndHeaders("200 OK", head, protocol="HTTP/1.1")
        record = writer.create_warc_record(
            f"https://paper.example/{number}", "response", payload=io.BytesIO(body), http_headers=answer
        )
        writer.write_record(record)
        record.raw_stream.close()
        found.append(file.getvalue())
    return found


_PAGES = [
    page(f"Port news {n}", f"The port handled {n}1,000 boxes in the year, and its board met twice in May.").encode()
    for n in range(1, 5)
]


@pytest.mark.parametrize("whole", [1, 2, 3])
@pytest.mark.parametrize("left", [0.2, 0.5, 0.9])
def test_the_records_before_a_cut_are_read(tmp_path: Path, whole: int, left: float) -> None:
    records = _archive(*((one, "") for one in _PAGES))
    path = tmp_path / "cut.warc.gz"
    path.write_bytes(b"".join(records[:whole]) + records[whole][: int(len(records[whole]) * left)])
    assert [one.title for one in documents(path)] == [f"Port news {n}" for n in range(1, whole + 1)]
    assert "breaks off" in skipped(path)[-1].reason


@pytest.mark.parametrize("packing", ["", "gzip"])
def test_a_whole_archive_says_nothing(tmp_path: Path, packing: str) -> None:
    packed = [(gzip.compress(one) if packing else one, packing) for one in _PAGES]
    path = tmp_path / "whole.warc.gz"
    path.write_bytes(b"".join(_archive(*packed)))
    assert len(documents(path)) == len(_PAGES)
    assert not skipped(path)


@pytest.mark.parametrize(("packing", "called"), [("br", "Brotli"), ("zstd", "Zstandard"), ("BR", "Brotli")])
def test_a_packing_that_is_not_read_is_named(tmp_path: Path, packing: str, called: str) -> None:
    path = tmp_path / "packed.warc.gz"
    path.write_bytes(b"".join(_archive((bytes(range(256)) * 9, packing), (_PAGES[0], ""))))
    assert [one.title for one in documents(path)] == ["Port news 1"]
    assert [one.reason for one in skipped(path)] == [f"it is packed with {called}, which is not read here"]


def test_a_page_that_is_only_called_packed_is_read(tmp_path: Path) -> None:
    path = tmp_path / "plain.warc.gz"
    path.write_bytes(b"".join(_archive((_PAGES[0], "zstd"))))
    assert [one.title for one in documents(path)] == ["Port news 1"]
