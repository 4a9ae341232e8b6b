"""Containers that lie about their sizes, or whose few bytes become many: nothing of it fills the memory."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from workbench.domain.errors import BadInputError
from workbench.ingest.options import UnreadableError
from workbench.ingest.zip_container import elements, member
from workbench.reports.bundle import unpacked
from workbench.reports.decision_sheet import sheet_rows
from workbench.reports.heads import export_in, head_in
from workbench.system.zip_parts import pieces

REAL = 60_000_000
MOST = 20_000_000
"""Bytes of memory that reading may take at its height: a third of what hides in the container."""
METHODS = {"deflate": zipfile.ZIP_DEFLATED, "bzip2": zipfile.ZIP_BZIP2, "lzma": zipfile.ZIP_LZMA}


def lying(name: str, method: int = zipfile.ZIP_DEFLATED, told: int = 10, **others: bytes) -> bytes:
    """A container of a part that claims few bytes and unpacks to many, with the checksum of the few."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as container:
        for other, content in others.items():
            container.writestr(other.replace("__", "."), content)
        with container.open(name, "w", force_zip64=True) as file:
            for _ in range(REAL // 1_000_000):
                file.write(b" " * 1_000_000)
        claimed = container.getinfo(name)
        claimed.file_size, claimed.CRC = told, zlib.crc32(b" " * told)
    return out.getvalue()


def height_of(read: Callable[[], object]) -> int:
    """Bytes of memory that reading took at its height."""
    tracemalloc.start()
    try:
        with suppress(BadInputError, UnreadableError, zipfile.BadZipFile, NotImplementedError):
            read()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def container_of(content: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(content))


def rows_in(tmp_path: Path, content: bytes) -> list[list[str]]:
    path = tmp_path / "table.xlsx"
    path.write_bytes(content)
    return list(sheet_rows(path))


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("told", [10, REAL])
def test_no_reader_unpacks_more_than_it_looks_at(tmp_path: Path, method: str, told: int) -> None:
    way = METHODS[method]
    bundle, report = lying("blanks", way, told, bundle__json=b"{}"), lying("report.json", way, told)
    part, table = lying("a.xml", way, told), lying("[Content_Types].xml", way, told)
    readers: dict[str, Callable[[], object]] = {
        "member": lambda: member(container_of(part), "a.xml", 1_000_000),
        "elements": lambda: list(elements(container_of(part), "a.xml", 1_000_000, "a")),
    }
    if told < REAL:  # an honest one may be as large as the limit of the report's readers
        readers |= {
            "bundle": lambda: unpacked(bundle, "b.zip"),
            "head of a bundle": lambda: head_in(report, "b.zip"),
            "export": lambda: export_in(report, "b.zip"),
            "head of a text": lambda: head_in(part, "b.docx"),
            "table": lambda: rows_in(tmp_path, table),
        }
    heights = {name: height_of(read) for name, read in readers.items()}
    assert {name: height for name, height in heights.items() if height > MOST} == {}


def test_a_part_that_is_not_as_large_as_it_claims_is_damaged() -> None:
    for told in (0, 10, REAL - 1, REAL + 1):
        with pytest.raises(zipfile.BadZipFile), container_of(lying("a", told=told)) as container:
            for _ in pieces(container, "a"):
                pass


def test_readers_tell_of_it_in_a_sentence(tmp_path: Path) -> None:
    _, broken = unpacked(lying("blanks", bundle__json=b"{}"), "b.zip")
    assert broken["blanks"].startswith("it is damaged (")
    with pytest.raises(BadInputError, match="a damaged or locked package"):
        head_in(lying("report.json"), "b.zip")
    with pytest.raises(BadInputError, match="no workbook that can be read"):
        rows_in(tmp_path, lying("[Content_Types].xml"))
    with pytest.raises(UnreadableError, match="damaged or cut short"):
        member(container_of(lying("a.xml")), "a.xml", REAL)
    for method in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        with pytest.raises(UnreadableError, match="pack it anew as an ordinary ZIP"):
            member(container_of(lying("a.xml", method, REAL)), "a.xml", REAL)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("content", [b"", b"few words", bytes(range(256)) * 2_000])
def test_an_honest_part_is_read_whole(method: int, content: bytes) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as container:
        container.writestr("a", content)
    with container_of(out.getvalue()) as container:
        assert b"".join(pieces(container, "a")) == content
        assert b"".join(pieces(container, container.getinfo("a"))) == content == container.read("a")
