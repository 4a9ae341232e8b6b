"""Files of every format, damaged in every way hypothesis can think of, and what must hold of a reading of them."""

from __future__ import annotations

import json
import tempfile
import unicodedata
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from tests.ingest.making import WORDS, make_docx, make_epub, make_pdf, make_warc, make_zip, page
from workbench.domain.documents import Document, Skipped
from workbench.ingest import Limits, ReadOptions
from workbench.ingest.file_kinds import guarded
from workbench.ingest.item import Item
from workbench.ingest.options import UnreadableError

Changes = list[tuple[str, float, int | bytes]]

LIMITS = Limits(
    article_text=200_000, evidence_text=200_000, expanded=2_000_000, archive=4_000_000, packed=2_000_000, page=2_000_000
)
OPTIONS = ReadOptions(isolate=False, limits=LIMITS)

_REVIEW = {
    "@type": "ClaimReview",
    "url": "https://check.example/1",
    "claimReviewed": "A million took the ferry.",
    "reviewRating": {"@type": "Rating", "alternateName": "False", "ratingValue": 1, "bestRating": 5, "worstRating": 1},
    "itemReviewed": {"@type": "Claim", "author": {"name": "A. Mayor"}, "appearance": ["https://a.example/1"]},
}
_FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title><item><title>One</title>'
    "<link>https://a.example/1</link><guid>1</guid><pubDate>Sat, 29 Jan 2022 10:00:00 GMT</pubDate>"
    "<description>&lt;p&gt;Words&lt;/p&gt;</description></item></channel></rss>"
)
_MAIL = (
    b"From: Ann <a@b.example>\nSubject: =?utf-8?q?Caf=C3=A9?=\nDate: Sat, 29 Jan 2022 10:00:00 +0000\n"
    b'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n'
    b"--b\nContent-Type: text/plain; charset=latin-1\n"
    b"Content-Transfer-Encoding: base64\n\nV29yZHM=\n--b\nContent-Type: text/html\n\n<p>Words</p>\n--b--\n"
)


@cache
def seeds() -> dict[str, bytes]:
    """A small sound file of every format, by its name."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages = {"https://a.example/": ("text/html", page("One", WORDS).encode())}
        made = [
            make_pdf(folder / "a.pdf", [[WORDS], ["Two."]], {"Title": "T", "CreationDate": "D:20220129"}),
            make_docx(folder / "a.docx"),
            make_epub(folder / "a.epub", {"a.xhtml": page("One", WORDS)}),
            make_zip(folder / "a.zip", {"a.txt": WORDS, "b/c.html": page("One", WORDS)}),
            make_warc(folder / "a.warc", pages, compressed=False),
            make_warc(folder / "b.warc.gz", pages),
        ]
        files = {path.name: path.read_bytes() for path in made}
    review = json.dumps(_REVIEW)
    script = f'<script type="application/ld+json">{review}</script><meta name="date" content="2022">'
    files |= {
        "a.txt": f"A title\n\n{WORDS} £2 “quoted” café\n".encode(),
        "b.txt": f"A title\n\n{WORDS} café".encode("utf-16"),
        "a.md": f"---\ntitle: T\ndate: 2022-01-29\n---\n# One\n\n{WORDS} **b** [l](https://x.example)\n".encode(),
        "a.html": page("One", WORDS, script).encode(),
        "a.jsonl": (json.dumps({"id": 1, "text": WORDS, "published": "2022-01-29"}) + "\n" + review + "\n").encode(),
        "a.json": json.dumps({"@graph": [_REVIEW]}).encode(),
        "b.json": json.dumps([{"id": 1, "text": WORDS}, {"id": 2, "text": "x", "metadata": {"date": "x"}}]).encode(),
        "a.csv": f'id,text,published\n1,"{WORDS}",2022-01-29\n2,x,never\n'.encode(),
        "a.tsv": f"id\ttext\n1\t{WORDS}\n".encode(),
        "a.eml": _MAIL,
        "a.mbox": b"From a\n" + _MAIL + b"\nFrom b\n" + _MAIL,
        "a.xml": _FEED.encode(),
        "b.bin": bytes(range(256)),
    }
    return files


TOKENS = (
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1b[31m", b"\r", b"\n", b"\xe2\x80\xae", b"\xed\xa0\x80", b"<", b">"),
    *(b"&", b'"', b"'", b"{", b"}", b"[" * 50, b"-1", b"99999999999999999999", b"1e999", b"NaN", b"null", b"../"),
    *(b"<!--", b"]]>", b"<![CDATA[", b"&#x0;", b"&#xD800;", b"<script>", b"<table>" * 20, b"%", b"\\u0000", b"\\ud800"),
    *(b"javascript:", b"data:", b"/Kids [2 0 R]", b"/Length 99999", b"endobj", b"0000-00-00", b"9999-12-31", b"From "),
    *(b"Content-Length: -1\r\n", b"Content-Type: x/y; charset=\xff\r\n", b"boundary=", b"=?utf-8?b?////?=", b"\xc3("),
)

edit = st.one_of(
    st.tuples(st.just("cut"), st.floats(0, 1), st.integers(1, 400)),
    st.tuples(st.just("put"), st.floats(0, 1), st.sampled_from(TOKENS) | st.binary(min_size=1, max_size=12)),
    st.tuples(st.just("flip"), st.floats(0, 1), st.integers(1, 255)),
    st.tuples(st.just("double"), st.floats(0, 1), st.integers(1, 2_000)),
    st.tuples(st.just("end"), st.floats(0, 1), st.just(0)),
)
edits = st.lists(edit, max_size=6)
names = st.sampled_from(sorted(seeds()))


def damaged(data: bytes, changes: Changes) -> bytes:
    """The file after edits; positions are shares of its length."""
    for what, share, amount in changes:
        place = int(share * len(data))
        if isinstance(amount, bytes):
            data = data[:place] + amount + data[place:]
        elif what == "cut":
            data = data[:place] + data[place + amount :]
        elif what == "flip" and data:
            place = min(place, len(data) - 1)
            data = data[:place] + bytes([data[place] ^ amount]) + data[place + 1 :]
        elif what == "double":
            data = data[:place] + data[place : place + amount] * 2 + data[place + amount :]
        elif what == "end":
            data = data[:place]
    return data


def examine(name: str, data: bytes, *, as_evidence: bool = True) -> int:
    """Read bytes under a name and see that all promises hold; gives how many documents came.

    Raises:
        AssertionError: One does not.
    """
    count = 0
    try:
        for entry in guarded(Item(name, name, as_evidence, OPTIONS, data=data)):
            if isinstance(entry, Skipped):
                _is_line(entry.origin)
                _is_line(entry.reason)
            else:
                count += 1
                _holds(entry)
    except UnreadableError as error:
        _is_line(str(error))
        cause = error.__cause__
        assert not isinstance(cause, AssertionError | TypeError | AttributeError | NameError), repr(cause)
    return count


def _is_line(text: str) -> None:
    assert text
    assert not any(unicodedata.category(c) == "Cc" for c in text), repr(text)


def _holds(document: Document) -> None:
    from workbench.ingest import normalise

    assert document.text.strip()
    assert normalise(document.text) == document.text
    assert len(document.text) <= LIMITS.evidence_text
    for name in ("title", "origin", "id", "publisher", "author", "url", "archive_url", "language", "retrieved"):
        value = getattr(document, name)
        if value is not None and (name != "title" or value):
            _is_line(value)
    if document.url is not None:
        assert document.url.lower().startswith(("http://", "https://"))
    for section in document.sections:
        assert 0 <= section.start < section.end <= len(document.text)
        _is_line(section.label)
    for how in document.found.values():
        _is_line(how) if how else None
    if document.fact_check is not None:
        assert document.fact_check.rating
        assert document.fact_check.claim == document.text
    assert len(document.sha256) == 64
