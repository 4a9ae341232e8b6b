"""Web archives (WARC, WACZ): the archived pages, with the date and digest of their capture as provenance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import Any

from workbench.domain.documents import Document, Skipped
from workbench.ingest.allowance import Allowance
from workbench.ingest.fields import web_address
from workbench.ingest.file_kinds import guarded
from workbench.ingest.heartbeat import beat
from workbench.ingest.item import HEAD, Found, Item, Stream, megabytes
from workbench.ingest.options import UnreadableError
from workbench.ingest.text import is_binary, one_line
from workbench.ingest.zip_container import opened, streamed
from workbench.system.zip_parts import CHUNK

_READ = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf", "application/json", "text/markdown")
_PAGES = ("http://", "https://", "ftp://", "file:")
"""Addresses of pages: archiving programs keep their logs and settings under others (metadata:, urn:, dns:)."""
_NAMES = {"application/pdf": "page.pdf", "text/plain": "page.txt", "application/json": "page.json"}
_UNPACKED_ELSEWHERE = {"br": "Brotli", "zstd": "Zstandard"}
"""Packings of pages for which the program has no library of its own."""
_DIGEST = re.compile(r"(sha1|sha256|md5):([A-Za-z0-9+/=]{8,100})")


def _capped(stream: Any, limit: int) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while piece := stream.read(CHUNK):
        size += len(piece)
        if size > limit:
            raise UnreadableError(f"it is larger than {megabytes(limit)}")
        pieces.append(piece)
    return b"".join(pieces)


def _provenance(record: Any, origin: str) -> dict[str, str]:
    headers = record.rec_headers
    found = {"archive": origin}
    for header, name in (
        ("WARC-Date", "archived"),
        ("WARC-Payload-Digest", "payload_digest"),
        ("WARC-Record-ID", "record"),
    ):
        if value := headers.get_header(header):
            found[name] = one_line(value, 200)
    if "payload_digest" in found and _DIGEST.fullmatch(found["payload_digest"]):
        checker = getattr(record, "digest_checker", None)
        passed = getattr(checker, "passed", None)
        found["payload_digest"] += " (checked)" if passed else " (does not match)" if passed is False else ""
    return found


def _page(record: Any, item: Item, number: int) -> Found:
    """The document of one archived response.

    Raises:
        UnreadableError: It cannot be read.
    """
    from workbench.ingest.warc_records import is_cut

    http = record.http_headers
    status = http.get_statuscode() if http is not None else "200"
    if status not in ("200", "203", "206"):
        return
    content_type = (http.get_header("Content-Type") if http is not None else record.content_type) or ""
    kind = content_type.split(";", 1)[0].strip().lower()
    if kind not in _READ:
        return
    payload = _capped(record.content_stream(), item.options.limits.page)
    if is_cut(record):
        raise UnreadableError("it breaks off in the middle")
    if not payload:
        return
    packed = (http.get_header("Content-Encoding") or "").strip().lower() if http is not None else ""
    if packed in _UNPACKED_ELSEWHERE and is_binary(payload[:HEAD]):
        raise UnreadableError(f"it is packed with {_UNPACKED_ELSEWHERE[packed]}, which is not read here")
    charset = re.search(r"charset=[\"']?([\w.:-]+)", content_type)
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    inner = replace(
        item.inner(f"record {number}", payload),
        name=_NAMES.get(kind, "page.html"),
        charset=charset.group(1) if charset else None,
        content_type=content_type,
        address=web_address(address.strip("<>")),
        retrieved=one_line(record.rec_headers.get_header("WARC-Date") or "", 40) or None,
        found=_provenance(record, item.origin),
    )
    yield from guarded(inner)
    if reason := record.rec_headers.get_header("WARC-Truncated"):
        yield Skipped(inner.origin, f"the archive holds only a part of it ({one_line(reason, 40)})", partial=True)


def _is_page(record: Any) -> bool:
    """Whether a record is what an address answered, and no note of the program that made the archive."""
    if record.rec_type not in ("response", "resource"):
        return False
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>").lower()
    return address.startswith(_PAGES)


def records(file: Stream, item: Item, allowance: Allowance, places: Iterator[int]) -> Iterator[Document | Skipped]:
    """The documents of a WARC stream.

    Args:
        file: The stream.
        item: The archive.
        allowance: Its time.
        places: The numbers of its records among all that the archive holds.
    Raises:
        UnreadableError: It is no WARC file, or holds no readable page.
    """
    from workbench.ingest.warc_records import BROKEN, WarcRecords

    number = pages = 0
    given = int(item.resumed is not None)
    archive = WarcRecords(file)
    broken = ""
    try:
        for record in archive:
            beat()
            number += 1
            place = next(places)
            if not _is_page(record):
                continue
            pages += 1
            if item.is_past(place):
                continue
            if allowance.left <= 0:
                yield Skipped(item.origin, allowance.reason)
                return
            allowance.begin(place, f"{item.origin}, record {number}")
            try:
                for entry in allowance.member(_page(record, item, number), min(record.length, item.size)):
                    given += 1
                    yield entry
            except UnreadableError as error:
                given += 1
                yield Skipped(f"{item.origin}, record {number}", str(error))
            if given >= item.options.limits.rows:
                yield Skipped(item.origin, f"only the first {given} pages were read")
                return
    except BROKEN as error:
        broken = one_line(str(error), 80).lower() or "it breaks off"
    if not given:
        if broken or archive.broken:
            raise UnreadableError(f"it is no web archive, or is damaged ({broken or 'it breaks off'})")
        raise UnreadableError(
            f"none of its {pages} archived answers is a page that can be read" if pages else "there is no page in it"
        )
    if broken or archive.broken:
        yield Skipped(item.origin, f"the archive breaks off after record {number}; what came before went in")


def _bounded(found: Iterator[Document | Skipped], allowance: Allowance, item: Item) -> Found:
    """What comes of an archive within its time: also what passes over the records that are no pages takes some."""
    given = item.resumed is not None
    try:
        for entry in allowance.member(found, item.size):
            given = True
            yield entry
    except UnreadableError as error:
        if not given:
            raise
        yield Skipped(item.origin, f"{error}; what came before went in")


def read_warc(item: Item) -> Found:
    """The archived pages of a WARC or ARC file, compressed or not, one document each.

    Raises:
        UnreadableError: It is no web archive, or holds no page.
    """
    if not item.head().startswith((b"WARC/", b"\x1f\x8b", b"filedesc:")):
        raise UnreadableError("it is no web archive")
    allowance = Allowance(item.size, item.options.limits, item.resumed)
    with item.open() as file:
        yield from _bounded(records(file, item, allowance, count(1)), allowance, item)


def read_wacz(item: Item) -> Found:
    """The archived pages of a WACZ file.

    Raises:
        UnreadableError: It is damaged, or holds no archive.
    """
    any_found = False
    allowance, places = Allowance(item.size, item.options.limits, item.resumed), count(1)
    with opened(item, "web archive (WACZ)") as container:
        for name in sorted(container.namelist()):
            if name.startswith("archive/") and name.endswith((".warc", ".warc.gz")):
                any_found = True
                with streamed(container, name) as file:
                    found = records(file, item, allowance, places)
                    yield from _bounded(found, allowance, item)
    if not any_found:
        raise UnreadableError("there is no archive in it")
