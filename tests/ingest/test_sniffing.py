"""What a file is, told from what is really in it, at a cost that grows with its first bytes and no faster."""

from __future__ import annotations

import resource
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.ingest.making import WORDS, documents, make_docx, make_zip, page, refusal
from workbench.ingest import ReadOptions
from workbench.ingest.file_kinds import kind_of, read_here
from workbench.ingest.item import Item

ENOUGH_SECONDS = 30
"""Of processor time, in a process that needs half a second of it."""


def item(name: str, data: bytes) -> Item:
    return Item(name, name, True, ReadOptions(), data=data)


def kind(name: str, data: bytes | str) -> str:
    return kind_of(item(name, data.encode() if isinstance(data, str) else data))


def within_processor_time(*arguments: str) -> str:
    """What a program prints that may use only so much of the processor; ended by the kernel when it needs more."""

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (ENOUGH_SECONDS, ENOUGH_SECONDS))

    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, preexec_fn=bounded, check=False)
    assert done.returncode == 0, f"ended with {done.returncode}: {done.stderr[-500:]}"
    return done.stdout


@pytest.mark.parametrize("comments", [24, 34, 500])
@pytest.mark.parametrize("comment", ["<!---->", "<!---->\n", "<!-- -->  ", "<?x ?>", "<!DOCTYPE x>"])
def test_comments_before_the_first_tag_cost_nothing(comments: int, comment: str) -> None:
    told = within_processor_time(
        "-c",
        "import sys\nfrom workbench.ingest import ReadOptions\nfrom workbench.ingest.item import Item\n"
        "from workbench.ingest.file_kinds import kind_of\n"
        "data = (sys.argv[1] * int(sys.argv[2])).encode()\n"
        "for end in (b'', b'<x/>', b'<html>', b'<rss>', b'<!--'):\n"
        "    print(kind_of(Item('-', '-', True, ReadOptions(), data=data + end)))\n",
        comment,
        str(comments),
    )
    assert set(told.split()) <= {"text", "html", "feed"}


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("<!-- a --> <!-- b -->\n<html><body>", "html"),
        ('<?xml version="1.0"?>\n<!-- a --><?xml-stylesheet href="x"?><rss>', "feed"),
        ("\ufeff<!DOCTYPE html>", "html"),
        ("<!doctype HTML PUBLIC 'x'><p>", "html"),
        ("<!DOCTYPE x [<!ENTITY e 'f'>]><rss version='2.0'>", "feed"),
        ("<head><title>A</title>", "html"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'>", "feed"),
        ("<rdf:RDF>", "feed"),
        ("<header>", "text"),
        ("<!-- <html> --> Words.", "text"),
        ("<!-- never closed <html>", "text"),
        ("<p>Words.", "text"),
        ("", "text"),
    ],
)
def test_markup_is_told_by_its_first_tag(start: str, expected: str) -> None:
    assert kind("-", start + " ") == expected


def test_a_folder_named_like_a_part_of_a_word_file_makes_none(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "puzzles.zip", {"crossword/a.txt": WORDS, "word/b.txt": WORDS})
    assert [document.text for document in documents(path)] == [WORDS, WORDS]
    nested = make_zip(tmp_path / "b.zip", {"old/[Content_Types].xml": "<x/>", "old/word/a.txt": WORDS}, 0)
    assert kind_of(item("b.zip", nested.read_bytes())) == "zip"
    stored = make_zip(
        tmp_path / "c.zip", {"notes.txt": "word/document.xml [Content_Types].xml application/epub+zip"}, 0
    )
    assert kind_of(item("c.zip", stored.read_bytes())) == "zip"


def test_a_word_file_is_one_whatever_its_name_and_order(tmp_path: Path) -> None:
    word = make_docx(tmp_path / "a.docx")
    assert kind("a.zip", word.read_bytes()) == "docx"
    assert kind("a", word.read_bytes()) == "docx"
    long = make_zip(tmp_path / "b.docx", {f"docProps/{n}.xml": "<x/>" for n in range(90)})
    with zipfile.ZipFile(long, "a") as container:
        container.writestr("[Content_Types].xml", "<x/>")
        container.writestr("word/document.xml", "<x/>")
    assert kind("b", long.read_bytes()) == "docx"


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}, "xlsx"),
        ({"[Content_Types].xml": "<x/>", "ppt/presentation.xml": "<x/>"}, "pptx"),
        ({"[Content_Types].xml": "<x/>", "visio/document.xml": "<x/>"}, "opc"),
        ({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}, "odt"),
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}, "ods"),
        ({"mimetype": "application/vnd.oasis.opendocument.presentation", "content.xml": "<x/>"}, "odp"),
        ({"mimetype": "application/epub+zip\n", "META-INF/container.xml": "<x/>"}, "epub"),
        ({"META-INF/container.xml": "<x/>", "mimetype": "application/epub+zip"}, "epub"),
        ({"datapackage.json": "{}", "archive/data.warc.gz": "x"}, "wacz"),
        ({"archive/data.txt": "x"}, "zip"),
        ({"mimetype": "x" * 10_000, "a.txt": "x"}, "zip"),
    ],
)
def test_containers_are_told_by_what_is_in_them(tmp_path: Path, members: dict[str, bytes | str], expected: str) -> None:
    data = make_zip(tmp_path / "a.zip", members).read_bytes()
    assert kind("a.zip", data) == expected
    assert kind("a", b"" + data) == expected


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a", "a.html"])
def test_words_that_name_a_signature_are_words(name: str) -> None:
    start = "The header of the file reads %PDF-1.7, he said.\n\n%PDF-1.4 is older.\n"
    assert kind(name, start) in ("text", "markdown", "html")
    assert kind("a.txt", b"\n\n%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n") == "pdf"
    assert kind("a.txt", b"HTTP/1.1 200 OK\r\n\r\n%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n") == "pdf"


def test_rich_text_is_none_of_json() -> None:
    assert kind("a", b"{\\rtf1\\ansi Words.}") == "rtf"
    assert kind("a.doc", b"{\\rtf1\\ansi Words.}") == "rtf"


@pytest.mark.parametrize(
    ("name", "members"),
    [("a.xlsx", {"[Content_Types].xml": "<x/>", "visio/document.xml": "<x/>"})],
)
def test_what_is_not_read_is_refused_by_name(tmp_path: Path, name: str, members: dict[str, bytes | str]) -> None:
    path = make_zip(tmp_path / name, members)
    assert "Office" in refusal(path)


@pytest.mark.parametrize(
    ("name", "data", "here"),
    [
        ("a.txt", b"Words.", True),
        ("a.csv", b"id,text\n", True),
        ("-", b"The ferry sank.", True),
        ("-", b"<!-- x --><html>", False),
        ("-", b'{"text": "x"}', False),
        ("a.xml", b"<!-- x -->", False),
        ("a.jsonl", b'{"text": "x"}', True),
        ("a.txt", b"[Updated] Words.", True),
        ("a.txt", b"PK\x03\x04", False),
        ("a", b"Subject: x\nFrom: y\n", False),
        ("a.html", b"Words.", False),
    ],
)
def test_only_what_is_plainly_plain_is_read_without_a_process_of_its_own(name: str, data: bytes, here: bool) -> None:
    assert read_here(item(name, data)) is here


def test_a_page_called_text_by_its_server_is_read_as_one(tmp_path: Path) -> None:
    path = tmp_path / "noname"
    path.write_text("<!-- a -->" * 30 + page("One", WORDS))
    assert documents(path, isolate=True)[0].title == "One"
