"""Broken and hostile files cost one sentence: no hang, no memory, no file of the machine, no lost neighbour."""

from __future__ import annotations

import gzip
import json
import os
import select
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import Any

import pytest

from tests.ingest.fuzzing import examine
from tests.ingest.making import (
    WORDS,
    documents,
    everything,
    make_docx,
    make_epub,
    make_pdf,
    make_warc,
    make_zip,
    page,
    refusal,
    skipped,
)
from workbench.domain.documents import Document
from workbench.ingest import Limits, ReadOptions, read

MEGABYTES = 500

_MEASURED = """
import json, resource, sys
from workbench.domain.errors import BadInputError
from workbench.ingest import read
told = []
try:
    for entry in read(sys.argv[1], as_evidence=True):
        told.append(getattr(entry, "reason", None) or entry.text[:200])
except BadInputError as error:
    told.append(str(error))
# The own peak from the kernel's book on this program: ru_maxrss would count the program that started it too.
own = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
peak = (own + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024
print(json.dumps({"told": [len(told), *told[:20]], "peak": peak}))
"""


def measured(path: Path) -> list[Any]:
    """Read in a process of its own and see that all of it together stays below 500 MB; what it told, count first."""
    done = subprocess.run([sys.executable, "-c", _MEASURED, str(path)], capture_output=True, text=True, check=True)
    answer = json.loads(done.stdout)
    assert answer["peak"] < MEGABYTES, f"{answer['peak']:.0f} MB for {path.name}"
    told: list[Any] = answer["told"]
    return told


def zeros(path: Path, name: str, megabytes: int, extra: dict[str, str] | None = None) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as container:
        for other, content in (extra or {}).items():
            container.writestr(other, content)
        with container.open(name, "w", force_zip64=True) as file:
            for _ in range(megabytes):
                file.write(b" " * 1_000_000)
    return path


def test_a_zip_bomb_is_stopped_while_it_unpacks(tmp_path: Path) -> None:
    path = zeros(tmp_path / "bomb.zip", "zeros.txt", 230)
    assert path.stat().st_size < 2_000_000
    assert measured(path) == [1, "it unpacks to more than 200 MB"]


def test_a_bomb_inside_a_word_document_or_a_book_is_stopped(tmp_path: Path) -> None:
    path = zeros(tmp_path / "bomb.docx", "word/document.xml", 110, {"[Content_Types].xml": "<x/>"})
    assert measured(path)[1] == f"{path}: it unpacks to more than 100 MB."
    book = make_epub(tmp_path / "bomb.epub", {"a.xhtml": "<p>" + " " * 60_000_000, "b.xhtml": "<p>" + " " * 60_000_000})
    assert "it unpacks to more than" in measured(book)[1]


def test_a_zip_of_many_files_or_of_archives_is_not_followed(tmp_path: Path) -> None:
    inner = make_zip(tmp_path / "inner.zip", {"a.txt": "x"})
    path = make_zip(tmp_path / "outer.zip", {"inner.zip": inner.read_bytes(), "b.txt": "Read."})
    assert [d.text for d in documents(path)] == ["Read."]
    assert skipped(path)[0].reason == "it is an archive inside an archive; unpack it first"
    many = make_zip(tmp_path / "many.zip", {f"{n}.txt": "x" for n in range(120)}, zipfile.ZIP_STORED)
    assert "it holds 120 files and at most 100 are read" in refusal(many, limits=Limits(archive_members=100))
    together = skipped(many, limits=Limits(archive=50))
    assert together[-1].reason.startswith("it unpacks to more than")


def test_names_that_lead_out_of_an_archive_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "out.zip"
    with zipfile.ZipFile(path, "w") as container:
        for name in ("../../up.txt", "/etc/abs.txt", "a/../../b.txt", "C:\\win.txt", "..\\up.txt"):
            container.writestr(name, "out")
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        container.writestr(link, "/etc/passwd")
        container.writestr("line\nbreak\x1b[31m.txt", "Fine.")
    found = documents(path)
    assert [(d.origin, d.text) for d in found] == [(f"{path}, line break.txt", "Fine.")]
    assert {entry.reason for entry in skipped(path)} == {"its name leads out of the archive", "it is a link"}
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["out.zip"]


SECRET = "the secret of this machine"


@pytest.fixture
def entity(tmp_path: Path) -> str:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET)
    return f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]>'


def test_external_entities_fetch_nothing(tmp_path: Path, entity: str) -> None:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = f"{entity}<w:document {w}><w:body><w:p><w:r><w:t>A &e; B</w:t></w:r></w:p></w:body></w:document>"
    word = make_zip(tmp_path / "xxe.docx", {"[Content_Types].xml": "<x/>", "word/document.xml": body})
    assert refusal(word).endswith("its XML declares entities, which documents do not need and attacks do.")
    feed = tmp_path / "xxe.xml"
    feed.write_text(
        f'<?xml version="1.0"?>{entity}<rss version="2.0"><channel><item><title>A &e; B</title>'
        "<guid>1</guid></item></channel></rss>"
    )
    markup = tmp_path / "xxe.html"
    markup.write_text(f"{entity}<html><body><p>A &e; B {WORDS}</p></body></html>")
    book = make_epub(tmp_path / "xxe.epub", {"a.xhtml": f"{entity}<html><body><p>A &e; B</p></body></html>"})
    for path in (feed, markup, book):
        assert not any(SECRET in d.text for d in documents(path))
    package = make_zip(
        tmp_path / "container.epub",
        {"mimetype": "application/epub+zip", "META-INF/container.xml": f"{entity}<container>&e;</container>"},
    )
    assert SECRET not in refusal(package)


def test_entities_that_multiply_are_refused(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    dtd = f'<!DOCTYPE x [<!ENTITY l0 "lol">{laughs}]>'
    word = make_zip(
        tmp_path / "laughs.docx", {"[Content_Types].xml": "<x/>", "word/document.xml": f"{dtd}<x>&l11;</x>"}
    )
    assert "entities" in measured(word)[1]
    feed = tmp_path / "laughs.xml"
    feed.write_text(f'<?xml version="1.0"?>{dtd}<rss version="2.0"><channel><title>&l11;</title></channel></rss>')
    measured(feed)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_files_cut_short_are_told_or_read_as_far_as_they_go(tmp_path: Path, share: float) -> None:
    whole = [
        make_pdf(tmp_path / "a.pdf", [[WORDS]] * 3),
        make_docx(tmp_path / "a.docx"),
        make_epub(tmp_path / "a.epub", {"a.xhtml": page("One", WORDS)}),
        make_zip(tmp_path / "a.zip", {"a.txt": WORDS, "b.txt": WORDS}),
        make_warc(tmp_path / "a.warc.gz", {f"https://a.example/{n}": ("text/plain", WORDS.encode()) for n in range(3)}),
        make_warc(
            tmp_path / "a.warc",
            {f"https://a.example/{n}": ("text/plain", WORDS.encode()) for n in range(3)},
            compressed=False,
        ),
    ]
    folder = tmp_path / "cut"
    folder.mkdir()
    (folder / "good.txt").write_text("Good.")
    for path in whole:
        data = path.read_bytes()
        (folder / path.name).write_bytes(data[: int(len(data) * share)])
    found = everything(folder)
    told = {entry.origin.split(",")[0].rsplit("/", 1)[1] for entry in found}
    assert told == {path.name for path in whole} | {"good.txt"}, "every file is read or named"
    assert "Good." in [entry.text for entry in found if isinstance(entry, Document)]


def test_a_pdf_of_ten_thousand_pages_is_refused_at_once(tmp_path: Path) -> None:
    path = make_pdf(tmp_path / "long.pdf", [["A page."]] * 10_000)
    told = measured(path)
    assert told[1] == f"{path}: it has 10,000 pages and at most 3,000 are read; split it into parts."


def test_a_pdf_whose_pages_go_round_in_a_circle_ends(tmp_path: Path) -> None:
    path = make_pdf(tmp_path / "circle.pdf", [["A page."]])
    data = path.read_bytes().replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")
    path.write_bytes(data)
    refusal(path)


def test_html_nested_a_hundred_thousand_deep_is_read_without_a_tree(tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    path.write_text("<html><body>" + "<div>" * 100_000 + WORDS + "</div>" * 100_000 + "<p>After.</p></body></html>")
    assert measured(path) == [1, f"{WORDS}\n\nAfter."]
    (document,) = documents(path)
    assert "nested too deep" in document.found["text"]


def test_a_page_of_millions_of_elements_stays_within_memory(tmp_path: Path) -> None:
    path = tmp_path / "wide.html"
    path.write_bytes(b"<html><body>" + b"<p>x" * 500_000)
    told = measured(path)
    assert told[1].startswith("x\n\nx")


def test_json_that_swells_in_memory_stays_within_it(tmp_path: Path) -> None:
    path = tmp_path / "swell.json"
    path.write_text("[" + "{}," * 16_000_000 + "{}]")
    told = measured(path)
    assert told[1].endswith("reading it takes more memory than a file may.")


def test_sparse_gigabytes_take_neither_time_nor_memory(tmp_path: Path) -> None:
    for name in ("a.txt", "b.jsonl", "c.csv", "d.pdf", "e.zip", "f.warc", "g.mbox", "h.html", "i.docx"):
        path = tmp_path / name
        with path.open("wb") as file:
            if name == "b.jsonl":
                file.write(b'{"text": "first"}\n')
            if name == "g.mbox":
                file.write(b"From a\n\nbody\n")
            file.truncate(2_000_000_000)
    told = measured(tmp_path)
    assert told[0] == 10, "each file is named once, and the good row is read"


def test_a_parser_that_gives_nothing_is_stopped_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page("A", WORDS))
    (tmp_path / "b.txt").write_text("Plain.")
    found = everything(tmp_path, isolate=True, limits=Limits(seconds=0.001))
    assert [getattr(entry, "text", None) or getattr(entry, "reason", "") for entry in found] == [
        "its parser gave nothing for 0.001 seconds and was stopped",
        "Plain.",
    ]
    slow = refusal(tmp_path / "a.html", isolate=True, limits=Limits(file_seconds=0.001))
    assert "gave no text for 0.001 seconds" in slow


def test_time_that_the_reader_takes_is_not_counted_against_a_parser(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between two documents an hour passes in the program; the parser of the second one may still go on."""
    for number in range(3):
        (tmp_path / f"{number}.html").write_text(page(f"Page {number}", WORDS))
    late = 0.0
    clock = time.monotonic
    monkeypatch.setattr("workbench.ingest.workers.time.monotonic", lambda: clock() + late)
    titles = []
    for entry in read(tmp_path, as_evidence=True, options=ReadOptions(jobs=1)):
        late += 3600.0
        titles.append(entry.title if isinstance(entry, Document) else entry.reason)
    assert titles == ["Page 0", "Page 1", "Page 2"]


def test_parsers_end_with_the_program_that_started_them(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page("A", WORDS))
    code = (
        "import sys\nfrom pathlib import Path\nfrom workbench.ingest import read\n"
        "found = read(sys.argv[1], as_evidence=True)\nnext(found)\n"
        "print(*(c for f in Path('/proc/self/task').glob('*/children') for c in f.read_text().split()), flush=True)\n"
        "sys.stdin.read()\n"
    )
    program = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with program:
        assert program.stdout is not None
        (child,) = map(int, program.stdout.readline().split())
        watched = os.pidfd_open(child)
        program.kill()
    try:
        assert select.select([watched], [], [], 60)[0], "the child has ended"
    finally:
        os.close(watched)


def test_a_parser_without_memory_costs_its_own_file_only(tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.html").write_text(page(f"Page {number}", WORDS))
    (tmp_path / "2.json").write_text("[" + "{}," * 3_000_000 + "{}]")
    found = everything(tmp_path, isolate=True, limits=Limits(memory=200_000_000), jobs=2)
    assert [entry.title for entry in found if isinstance(entry, Document)] == [f"Page {n}" for n in range(6)]
    assert [entry.reason for entry in found if not isinstance(entry, Document)] == [
        "reading it takes more memory than a file may"
    ]


def test_a_parser_that_dies_costs_its_own_file_only(tmp_path: Path) -> None:
    """With next to no memory the process cannot even answer."""
    (tmp_path / "a.html").write_text(page("A", WORDS))
    (tmp_path / "b.txt").write_text("Plain.")
    broken, plain = everything(tmp_path, isolate=True, limits=Limits(memory=1))
    assert not isinstance(broken, Document)
    assert isinstance(plain, Document)


def test_a_row_of_ten_million_cells_and_a_cell_of_ten_million_signs_stay_within_memory(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_text("id,text\n1,good\n2," + "," * 9_000_000 + '\n3,"' + "x" * 12_000_000 + '"\n')
    told = measured(path)
    assert told[1] == "good"
    assert "the table breaks off here" in told[-1]


def test_a_message_nested_without_end_is_told(tmp_path: Path) -> None:
    path = tmp_path / "nested.eml"
    path.write_bytes(
        b"Subject: x\nFrom: a@b.example\nDate: x\n" + b"Content-Type: message/rfc822\n\n" * 20_000 + b"end"
    )
    measured(path)


def test_a_warc_whose_record_lies_about_its_length_is_told(tmp_path: Path) -> None:
    path = make_warc(tmp_path / "a.warc", {"https://a.example/": ("text/plain", WORDS.encode())}, compressed=False)
    path.write_bytes(path.read_bytes().replace(b"Content-Length: ", b"Content-Length: 99999"))
    measured(path)


def test_a_packed_bomb_in_a_web_archive_is_stopped(tmp_path: Path) -> None:
    path = tmp_path / "bomb.warc.gz"
    record = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + b"x" * 60_000_000
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2022-01-29T10:00:00Z\r\n"
        "WARC-Target-URI: https://a.example/\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(record)}\r\n\r\n"
    )
    path.write_bytes(gzip.compress(head.encode() + record + b"\r\n\r\n"))
    assert measured(path)[1] == "it is larger than 10 MB"


def test_special_files_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "good.txt").write_text("Good.")
    assert [d.text for d in documents(tmp_path)] == ["Good."]
    assert refusal(tmp_path / "pipe.txt") == f"{tmp_path}/pipe.txt: it is not a regular file."
    assert refusal("/dev/zero") == "/dev/zero: it is not a regular file."


def test_folders_linked_in_a_circle_are_read_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text("Once.")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    assert [d.text for d in documents(tmp_path)] == ["Once."]


@pytest.fixture
def planted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "lxml.py").write_text("raise SystemExit('planted')")
    (tmp_path / "trafilatura.py").write_text("raise SystemExit('planted')")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_modules_lying_in_the_users_folder_are_never_run(planted: Path) -> None:
    (planted / "a.html").write_text(page("A", WORDS))
    assert documents("a.html", isolate=True)[0].title == "A"


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(page("[/foo] =cmd() \x1b[31m", WORDS + " &lt;script&gt; [sic] \x00\u202e"))
    (document,) = documents(path)
    assert document.title == "[/foo] =cmd()"
    assert "<script> [sic]" in document.text
    assert not set("\x00\x1b\u202e") & set(document.text + document.title)


def test_a_link_in_a_folder_does_not_lead_out_of_it(tmp_path: Path) -> None:
    """A folder somebody sent must not decide which files of this machine are read; a link inside it is a file."""
    (tmp_path / "secret.txt").write_text("The password is 1234.")
    folder = tmp_path / "sent"
    folder.mkdir()
    (folder / "a.txt").write_text("Some words here.")
    (folder / "b.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "c.txt").symlink_to("a.txt")
    assert [document.text for document in documents(folder)] == ["Some words here."] * 2
    (told,) = skipped(folder)
    assert told.origin.endswith("b.txt")
    assert "leads out of the folder" in told.reason
    assert "1234" in documents(folder / "b.txt")[0].text, "named by the user, it is read"
    (folder / "a.txt").unlink()
    (folder / "c.txt").unlink()
    assert "no file to read" in refusal(folder)


def test_many_links_that_lead_out_cost_a_look_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted, not timed: among thousands of them the time went with their square."""
    (tmp_path / "secret.txt").write_text("The password is 1234.")
    folder = tmp_path / "sent"
    folder.mkdir()
    (folder / "a.txt").write_text("Some words here.")
    for number in range(300):
        (folder / f"b{number}.txt").symlink_to(tmp_path / "secret.txt")
    looks = 0
    same, resolve = PurePath.__eq__, Path.resolve

    def counting_same(one: PurePath, other: object) -> bool:
        nonlocal looks
        looks += 1
        return same(one, other)

    def counting_resolve(path: Path, strict: bool = False) -> Path:
        nonlocal looks
        looks += 1
        return resolve(path, strict=strict)

    monkeypatch.setattr(PurePath, "__eq__", counting_same)
    monkeypatch.setattr(Path, "resolve", counting_resolve)
    found = everything(folder)
    monkeypatch.undo()
    assert sum(not isinstance(entry, Document) for entry in found) == 300
    assert looks < 300 * 10


@pytest.mark.parametrize(
    "page",
    [
        lambda count: "<div><p>word</div>" * count,
        lambda count: ("<div><p>word " * 100 + "</div>" * 100) * (count // 100),
        lambda count: "<figure><figcaption>A ship" + "<span class=credit>x</span>" * count + "</figcaption></figure>",
        lambda count: ("<div class=gallery>" + "<img src=x>" * 8 + f"</div><p>{'word ' * 30}</p>") * (count // 20),
    ],
    ids=["divisions", "nested", "credits", "galleries"],
)
def test_a_page_takes_as_long_as_it_is(page: Callable[[int], str]) -> None:
    """Four times the page, four times the time of the processor; with the square it would be sixteen times."""

    def spent(count: int) -> float:
        data = f"<html><body>{page(count)}</body></html>".encode()
        started = time.process_time()
        examine("page.html", data)
        return time.process_time() - started

    spent(100)  # imports
    assert any(spent(8_000) < 8 * max(spent(2_000), 0.05) for _ in range(3))
