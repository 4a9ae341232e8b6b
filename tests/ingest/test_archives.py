"""Archives: their time counts for the whole, a bad member costs itself alone, and a cut one says so."""

from __future__ import annotations

import gzip
import itertools
from pathlib import Path

import pytest

from tests.ingest.making import WORDS, documents, everything, make_warc, make_zip, page, refusal, skipped
from workbench.domain.documents import Document
from workbench.ingest import Limits, workers
from workbench.ingest.workers import STOPPED, Workers, _Worker

SLOW = "<html><body>" + "<div><p>x <b>y</b></div>" * 2_000
"""A page that takes seconds of processor time and some kilobytes of an archive."""


def told(path: Path, **limits: float) -> list[str]:
    found = everything(path, isolate=True, limits=Limits(seconds=900, **limits))  # type: ignore[arg-type]
    return [entry.text if isinstance(entry, Document) else entry.reason for entry in found]


@pytest.fixture
def slow_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each look at the clock takes a second of processor time."""
    seconds = itertools.count()
    monkeypatch.setattr("workbench.ingest.allowance.time.process_time", lambda: float(next(seconds)))


@pytest.mark.usefixtures("slow_clock")
def test_the_time_of_an_archive_counts_for_the_whole_and_good_members_go_in(tmp_path: Path) -> None:
    message = "From a\nSubject: S\n\nWords {}.\n\n"
    paths = [
        make_zip(tmp_path / "a.zip", {f"{n}.txt": f"Words {n}." for n in range(200)}),
        make_warc(tmp_path / "a.warc", {f"https://a.example/{n}": ("text/plain", b"Words.") for n in range(200)}),
        tmp_path / "a.mbox",
    ]
    paths[-1].write_text("".join(message.format(n) for n in range(200)))
    for path in paths:
        found = everything(path, limits=Limits(archive_seconds=100, member_seconds=50, megabyte_seconds=0))
        assert isinstance(found[0], Document)
        told = [entry.reason for entry in found if not isinstance(entry, Document)]
        assert told == ["reading it took 100 seconds, all that its size allows; the rest was not read"], path
        assert 5 < len(found) < 40, "the time of the first members is not given to the later ones again"


def test_a_member_that_takes_too_long_is_stopped_in_the_middle_and_the_others_go_in(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "a.zip", {"a.txt": "First.", "m.html": SLOW, "z.txt": "Last."})
    first, stopped, last = told(path, archive_seconds=900, member_seconds=0.2, megabyte_seconds=0)
    assert (first, last) == ("First.", "Last.")
    assert stopped.startswith("reading it was stopped after")
    assert stopped.endswith("more than its size allows")


SLOWEST = "<html><body>" + "<div><p>x <b>y</b></div>" * 400_000
"""A page that takes far longer than any test waits for."""


def with_a_slow_member(folder: Path, kind: str) -> Path:
    """An archive of a first and a last good member, and a slow page between them."""
    if kind == "zip":
        return make_zip(folder / "a.zip", {"a.txt": "First.", "m.html": SLOWEST, "z.txt": "Last."})
    if kind == "warc":
        pages = {
            "https://a.example/1": ("text/plain", b"First."),
            "https://a.example/2": ("text/html", SLOWEST.encode()),
        }
        return make_warc(folder / "a.warc", {**pages, "https://a.example/3": ("text/plain", b"Last.")})
    path = folder / "a.mbox"
    message = "From a\nSubject: S\nContent-Type: text/{}\n\n{}\n\n"
    parts = (("plain", "First."), ("html", SLOWEST), ("plain", "Last."))
    path.write_text("".join(message.format(*part) for part in parts))
    return path


KINDS = pytest.mark.parametrize("kind", ["zip", "warc", "mbox"])


@KINDS
def test_a_member_that_gives_nothing_is_stopped_before_its_parser_is(tmp_path: Path, kind: str) -> None:
    """Whoever waits for a parser would end it, and the later members would be lost with it."""
    limits = Limits(seconds=2, megabyte_seconds=1e6)
    found = everything(with_a_slow_member(tmp_path, kind), isolate=True, limits=limits)
    told = [entry.text.strip() if isinstance(entry, Document) else entry.reason for entry in found]
    assert (told[0], told[-1]) == ("First.", "Last.")
    assert any(words.endswith("for it gave nothing") for words in told)


@pytest.fixture
def deadly(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of members over which every parser dies."""
    take, numbers = Workers._take, list[int]()

    def take_and_kill(self: Workers, worker: _Worker) -> None:
        task = worker.task
        before = task and task.member
        take(self, worker)
        if task is not None and task.member is not None and task.member != before and task.member.number in numbers:
            worker._process.kill()

    monkeypatch.setattr(Workers, "_take", take_and_kill)
    return numbers


@KINDS
def test_a_parser_that_dies_over_a_member_costs_that_member_alone(tmp_path: Path, kind: str, deadly: list[int]) -> None:
    deadly.append(2)
    path = with_a_slow_member(tmp_path, kind)
    first, lost, last = everything(path, isolate=True, limits=Limits(seconds=900, megabyte_seconds=1e6))
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert not isinstance(lost, Document)
    assert (first.text.strip(), last.text.strip()) == ("First.", "Last.")
    assert (lost.reason, lost.origin.startswith(str(path))) == (STOPPED, True)


def test_an_archive_over_which_parsers_die_again_and_again_is_left(
    tmp_path: Path, deadly: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "DEATHS", 1)
    deadly += [2, 3]
    path = make_zip(tmp_path / "a.zip", {"a.txt": "First.", "b.html": SLOWEST, "c.html": SLOWEST, "z.txt": "Last."})
    first, *lost = everything(path, isolate=True, limits=Limits(seconds=900, megabyte_seconds=1e6))
    assert isinstance(first, Document)
    assert [entry.reason for entry in lost if not isinstance(entry, Document)] == [
        STOPPED,
        f"{STOPPED}; the rest was not read",
    ]


def test_time_grows_with_the_size_of_an_archive(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "a.zip", {"a.txt": "First.", "m.html": SLOW, "z.txt": "Last."})
    found = told(path, archive_seconds=0, member_seconds=0, megabyte_seconds=1e6)
    assert (len(found), found[0], found[-1]) == (3, "First.", "Last.")


def web_archive(path: Path, *, compressed: bool) -> bytes:
    pages = {f"https://a.example/{n}": ("text/html", page(f"Page {n}", WORDS * 30).encode()) for n in range(3)}
    return make_warc(path, pages, compressed=compressed).read_bytes()


@pytest.mark.parametrize("compressed", [True, False])
def test_a_cut_web_archive_says_so_wherever_it_is_cut(tmp_path: Path, compressed: bool) -> None:
    """Whole records go in, half ones do not; only a cut exactly between records cannot be seen."""
    name = "a.warc.gz" if compressed else "a.warc"
    data = web_archive(tmp_path / "whole" if compressed else tmp_path / "plain", compressed=compressed)
    path = tmp_path / name
    path.write_bytes(data)
    whole = {document.text for document in documents(path)}
    assert len(whole) == 3
    assert skipped(path) == []
    between = {n for n in range(len(data)) if data.startswith(b"\x1f\x8b\x08" if compressed else b"WARC/1.0\r\n", n)}
    ends = {place - n for place in (*between, len(data)) for n in range(5 if not compressed else 1)}
    for share in range(1, 200):
        place = len(data) * share // 200
        path.write_bytes(data[:place])
        if place in ends or place < 4:
            continue
        try:
            found = everything(path)
        except Exception:
            assert "damaged" in refusal(path)
            continue
        assert not isinstance(found[-1], Document), place
        assert "breaks off" in found[-1].reason
        for entry in found:
            assert not isinstance(entry, Document) or entry.text in whole, "no half of a page"


def record(kind: str, address: str, content: bytes, content_type: str, extra: str = "") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2022-01-29T10:00:00Z\r\n"
        f"WARC-Target-URI: {address}\r\n{extra}Content-Type: {content_type}\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def test_what_an_archiving_program_notes_for_itself_is_no_evidence(tmp_path: Path) -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + WORDS.encode()
    path = tmp_path / "a.warc"
    path.write_bytes(
        record("response", "https://a.example/", answer, "application/http; msgtype=response")
        + record("metadata", "metadata://gnu.org/software/wget/warc/MANIFEST.txt", b"<urn:uuid:1>", "text/plain")
        + record("resource", "metadata://gnu.org/software/wget/warc/wget_arguments.txt", b'"--warc"', "text/plain")
        + record("resource", "<metadata://gnu.org/software/wget/warc/wget.log>", b"Saved.", "text/plain")
        + record("resource", "urn:pageinfo:https://a.example/", b'{"urls": 3}', "application/json")
        + record("resource", "https://a.example/notes.txt", b"Notes of the harbour.", "text/plain")
    )
    assert [document.text for document in documents(path)] == [WORDS, "Notes of the harbour."]
    path.write_bytes(record("resource", "metadata://gnu.org/software/wget/warc/wget.log", b"Saved.", "text/plain"))
    assert "there is no page in it" in refusal(path)


def test_a_page_that_the_archive_holds_in_part_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(record("resource", "https://a.example/", WORDS.encode(), "text/plain", "WARC-Truncated: time\r\n"))
    assert [document.text for document in documents(path)] == [WORDS]
    assert [entry.reason for entry in skipped(path)] == ["the archive holds only a part of it (time)"]


def old_archive() -> bytes:
    """Two pages in the form before WARC."""
    start = b"1 0 Archive\nURL IP-address Archive-date Content-type Archive-length\n"
    whole = b"filedesc://a.arc 0.0.0.0 20050404120000 text/plain %d\n" % len(start) + start
    for number in (1, 2):
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(f"Page {number}", WORDS).encode()
        whole += b"\nhttps://a.example/%d 192.0.2.1 20050404120000 text/html %d\n" % (number, len(answer)) + answer
    return whole + b"\n"


@pytest.mark.parametrize("algorithm", [b"sha9:", b"\x00sha1:"])
def test_a_digest_of_an_unknown_kind_does_not_lose_the_record(tmp_path: Path, algorithm: bytes) -> None:
    pages = {f"https://a.example/{n}": ("text/plain", b"The ferry carried 40 people.") for n in range(2)}
    data = make_warc(tmp_path / "a.warc", pages, compressed=False).read_bytes()
    assert b"sha1:" in data
    (tmp_path / "a.warc").write_bytes(data.replace(b"sha1:", algorithm, 1))
    assert len(documents(tmp_path / "a.warc")) == 2


@pytest.mark.parametrize("name", ["a.arc", "a.arc.gz", "a", "a.warc"])
def test_archives_in_the_form_before_warc_are_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    data = old_archive()
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    found = documents(path)
    assert [document.title for document in found] == ["Page 1", "Page 2"]
    assert found[0].url == "https://a.example/1"
    assert found[0].found["archived"] == "2005-04-04T12:00:00Z"
    assert found[0].retrieved == "2005-04-04T12:00:00Z"
