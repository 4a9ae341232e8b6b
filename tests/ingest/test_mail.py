"""Mails within mails, and what a mail quotes of another one."""

from __future__ import annotations

from base64 import encodebytes
from pathlib import Path

import pytest

from workbench.domain.documents import Document, Skipped
from workbench.ingest import read
from workbench.ingest.mail_quotes import without_quotes

_INNER = (
    b"From: Harbour Press <press@harbour.example>\nTo: desk@paper.example\nSubject: Harbour figures\n"
    b"Date: Mon, 04 Mar 2024 08:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
    b"The harbour handled 41,000 containers in 2023, the port said.\n"
)
_OUTER = (
    b"From: Forwarding Desk <fw@paper.example>\nSubject: See below\n"
    b"Date: Tue, 05 Mar 2024 10:00:00 +0000\nMIME-Version: 1.0\n"
)
_NOTE = b"Content-Type: text/plain\n\nPlease look at what came in from the harbour this morning.\n"


def _sent(tmp_path: Path, part: bytes, *, alone: bool = False) -> list[Document | Skipped]:
    """What is read of a mail that is, or holds, this part."""
    mixed = b'Content-Type: multipart/mixed; boundary="XX"\n\n--XX\n' + _NOTE + b"--XX\n" + part + b"\n--XX--\n"
    path = tmp_path / "mail.eml"
    path.write_bytes(_OUTER + (part if alone else mixed))
    return list(read(path, as_evidence=True))


def _part(kind: str, name: str = "", encoding: str = "", body: bytes = _INNER) -> bytes:
    named = f'; name="{name}"\nContent-Disposition: attachment; filename="{name}"' if name else ""
    encoded = f"\nContent-Transfer-Encoding: {encoding}" if encoding else ""
    return f"Content-Type: {kind}{named}{encoded}\n\n".encode() + (encodebytes(body) if encoding == "base64" else body)


@pytest.mark.parametrize(
    "part",
    [
        _part("message/rfc822"),
        _part("message/rfc822", encoding="base64"),
        _part("message/rfc822", "harbour.eml", "base64"),
        _part("message/rfc822", encoding="quoted-printable", body=_INNER.replace(b"said.", b"sai=\nd=2E")),
        _part("application/octet-stream", "harbour.eml"),
        _part("application/octet-stream", "harbour.eml", "base64"),
        _part("application/octet-stream", "HARBOUR.EML", "base64"),
        _part("application/octet-stream", "harbour", "base64"),
        _part("text/plain", "harbour.eml"),
        _part("text/plain", "harbour.eml", "base64"),
        _part("application/eml", "harbour.eml", "base64"),
    ],
)
def test_a_mail_attached_in_any_way_is_read_with_its_own_sender_and_day(tmp_path: Path, part: bytes) -> None:
    documents = [one for one in _sent(tmp_path, part) if isinstance(one, Document)]
    assert [one.author for one in documents] == ["Forwarding Desk", "Harbour Press"]
    assert documents[1].title == "Harbour figures"
    assert documents[1].published is not None
    assert documents[1].published.isoformat() == "2024-03-04"
    assert documents[1].text.strip() == "The harbour handled 41,000 containers in 2023, the port said."


@pytest.mark.parametrize("encoding", ["", "base64", "8bit"])
def test_a_mail_that_only_carries_another_is_that_one(tmp_path: Path, encoding: str) -> None:
    found = _sent(tmp_path, _part("message/rfc822", encoding=encoding), alone=True)
    assert [(one.author, one.title) for one in found if isinstance(one, Document)] == [
        ("Harbour Press", "Harbour figures")
    ]
    assert len(found) == 1


@pytest.mark.parametrize(
    ("part", "named"),
    [
        (_part("application/octet-stream", "x.eml", "base64", bytes(range(256))), "x.eml"),
        (_part("application/octet-stream", "x.bin", "base64", bytes(range(256))), "x.bin"),
        (_part("application/octet-stream", "list.eml", "base64", b"3 of 9 libraries close.\n"), "list.eml"),
        (_part("message/rfc822", "broken.eml", "base64", b""), "broken.eml"),
        (_part("image/png", "sign.png", "base64", b"\x89PNG\r\n\x1a\n" + bytes(60)), "sign.png"),
    ],
)
def test_what_is_no_mail_is_named_and_not_read(tmp_path: Path, part: bytes, named: str) -> None:
    told = list(_sent(tmp_path, part))
    assert sum(isinstance(one, Document) for one in told) == 1
    assert any(isinstance(one, Skipped) and named in one.reason + one.origin for one in told)


def test_a_memorandum_among_unknown_files_stays_a_text(tmp_path: Path) -> None:
    memo = b"From: the council\nTo: all residents\nDate: 3 March 2024\n\nThe council will close 3 of 9 libraries.\n"
    found = _sent(tmp_path, _part("application/octet-stream", "memo.txt", "base64", memo))
    assert [one.author for one in found if isinstance(one, Document)] == ["Forwarding Desk", None]


_REPLY = "We counted 7 sailings in May.\n"


@pytest.mark.parametrize(
    ("quotation", "lines"),
    [
        ("\nOn Mon, 4 Mar 2024 at 09:12, A. Reader <a@paper.example> wrote:\n> You counted 9 sailings.\n", 1),
        ("\nOn Mon, 4 Mar 2024 at 09:12, A. Reader\n<a@paper.example> wrote:\n\n> You counted 9.\n> Right?\n", 2),
        ("\nAm 04.03.2024 um 09:12 schrieb A. Leser:\n> Der Rat zählte 9 Fahrten.\n", 1),
        ("\nLe lun. 4 mars 2024 à 09:12, A. Lecteur <a@paper.example> a écrit :\n> Le conseil compta 9 trajets.\n", 1),
        ("\nEl lun, 4 mar 2024 a las 9:12, A. Lector (<a@paper.example>) escribió:\n> El consejo contó 9.\n", 1),
        ("\nOp ma 4 mrt 2024 om 09:12 schreef A. Lezer:\n> De raad telde 9 overtochten.\n", 1),
        ("\n> You counted 9 sailings.\n", 1),
        ("\n>You counted 9 sailings.\n>>The board counted 5.\n", 2),
        ("\n> > Did you count 5?\n> We counted 9.\n>\n> Yours\n", 4),
        ("\n | forwarded\n> 9 sailings were counted,\n> 3 of them by night.\n", 2),
        ("\na@paper.example wrote:\n> 9 sailings\n", 1),
        ("\n > You counted 9 sailings.\n", 1),
    ],
)
def test_what_a_mail_quotes_of_another_is_not_its_own(quotation: str, lines: int) -> None:
    own, count = without_quotes(_REPLY + quotation)
    assert count == lines
    assert "7 sailings" in own
    assert "9" not in own
    assert "wrote" not in own
    assert "2024" not in own


@pytest.mark.parametrize(
    "text",
    [
        _REPLY,
        _REPLY + "\nOn Monday the minister wrote: We lost 4 ships.\n",
        _REPLY + "\nIn 2024 the minister wrote:\n\nWe lost 4 ships.\n",
        "Days of heat were told apart:\n> 30 degrees\nThere were 9.\n",
        "Fares\n\n> €40\n\nwere rare.\n",
        "Fares\n\n>40 a day\n\nwere rare.\n",
        "Temperatures > 30 degrees were measured on 9 days.\n",
        "> The whole of it is quoted.\n> The board counted 9.\n",
        "On Mon, 4 Mar 2024 at 09:12, A. Reader wrote:\n> The whole of it is quoted.\n",
        "The results: 5 -> 7\n4 => 2\n",
        "»The board counted 9«\n",
        "",
    ],
)
def test_a_mail_that_quotes_nothing_stays_as_it_is(text: str) -> None:
    assert without_quotes(text) == (text, 0)


def test_a_line_above_a_quotation_that_tells_no_writer_stays() -> None:
    own, count = without_quotes("The board says this:\n> We counted 9.\nIt is wrong.\n")
    assert (own, count) == ("The board says this:\nIt is wrong.\n", 1)


def test_the_reader_is_told_that_quoted_lines_were_not_read(tmp_path: Path) -> None:
    path = tmp_path / "reply.eml"
    path.write_bytes(_OUTER + b"Content-Type: text/plain\n\nWe counted 7 sailings.\n\n> You counted 9.\n> Right?\n")
    document, told = list(read(path, as_evidence=True))
    assert isinstance(document, Document)
    assert "9" not in document.text
    assert isinstance(told, Skipped)
    assert told.partial
    assert told.reason == "2 lines quoted in it from another message (“> …”) were not read"
