"""What a file is, told from its first bytes and, for containers, from what is really in them.

Everything here looks at each byte a fixed number of times: what is sniffed has not been judged yet.
"""

from __future__ import annotations

import re
import zipfile

from workbench.ingest.foreign import COMPOUND, compound_kind, is_recording
from workbench.ingest.item import Item
from workbench.ingest.options import UnreadableError
from workbench.ingest.pictures import is_image
from workbench.ingest.text import is_binary
from workbench.ingest.zip_container import member, names_in, opened

_ROOT = re.compile(rb"<!doctype[ \t\r\n]+html\b|<(?:html|head|body|rss|feed|rdf:RDF)\b", re.IGNORECASE)
_PAGES = (b"<html", b"<head", b"<body", b"<!doctype")
_MAIL = re.compile(rb"(?:Received|Return-Path|From|Date|Message-ID|MIME-Version|Subject|To|Delivered-To):[ \t]", re.I)
_HEADER_LINE = re.compile(rb"^[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]", re.MULTILINE)
_PDF = re.compile(rb"(?:\A|[\r\n])%PDF-\d\.\d")
_BLANKS = b" \t\r\n\x0b\x0c"
_SUBTITLE = re.compile(rb"\s*\d{1,6}[ \t]*\r?\n\d{1,3}:\d\d:\d\d[.,]\d{1,3}[ \t]*-->")
_TTML = re.compile(
    rb"<(?:[a-z]{1,8}:)?tt\s[^>]{0,800}http://www\.w3\.org/\d{4}/\d\d/ttaf1|<(?:[a-z]{1,8}:)?tt\s[^>]{0,800}/ns/ttml"
)
_FOREIGN = ((b"BEGIN:VCALENDAR", "calendar"), (b"BEGIN:VCARD", "card"))
_NAMESPACED = re.compile(rb"<[A-Za-z][\w.:-]{0,40}\s[^<>]{0,400}\bxmlns(?::\w{1,20})?\s?=")
_LATEX = re.compile(rb"^[ \t]*\\documentclass\b[^\n]{0,200}\{", re.MULTILINE)
_SAVED_PAGE = re.compile(rb"^(?:Snapshot-Content-Location:|From:\s*<?Saved by )", re.IGNORECASE | re.MULTILINE)
_ZIPPED = (b"PK\x03\x04", b"PK\x05\x06")
_OFFICE = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))
_MIMETYPES = {
    b"application/epub+zip": "epub",
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.presentation": "odp",
}
_MIMETYPE_BYTES = 200


def by_signature(item: Item, head: bytes) -> str | None:
    """The kind that the first bytes prove, None where they prove none.

    Args:
        item: What is asked about; opened once more if it is a container.
        head: Its first bytes.
    """
    if _PDF.match(head.lstrip(_BLANKS)[:20]):
        return "pdf"
    # Anything may stand before the signature (ISO 32000, appendix H), but words that mention it are words.
    if _PDF.search(head[:1024]) and (is_binary(head) or b" obj" in head):
        return "pdf"
    if is_container(head):
        return _container(item)
    if head.startswith((b"WARC/", b"filedesc:")):
        return "warc"
    if head.lstrip(_BLANKS).startswith(b"{\\rtf"):
        return "rtf"
    if is_image(head):
        return "image"
    if is_recording(head):
        return "recording"
    if head.startswith(COMPOUND):
        return compound_kind(item)
    return None


def is_container(head: bytes) -> bool:
    """Whether a file begins as a ZIP container does."""
    return head.startswith(_ZIPPED)


def _container(item: Item) -> str:
    """What a ZIP container holds; a plain archive where it cannot be opened."""
    try:
        with opened(item, "ZIP archive") as container:
            kind = _contained(container)
            if kind != "iwork":
                return kind
            suffix = item.name.rpartition(".")[2].lower()
            return suffix if suffix in ("pages", "numbers", "key") else kind
    except UnreadableError:
        return "zip"


def _contained(container: zipfile.ZipFile) -> str:
    names = names_in(container)
    if "[Content_Types].xml" in names:  # Open Packaging Conventions, ECMA-376 part 2
        return next((kind for folder, kind in _OFFICE if any(name.startswith(folder) for name in names)), "opc")
    if "mimetype" in names:
        try:
            declared = member(container, "mimetype", _MIMETYPE_BYTES).strip()
        except UnreadableError:
            declared = b""
        if declared in _MIMETYPES:
            return _MIMETYPES[declared]
    if "Index/Document.iwa" in names or "index.xml" in names or "Index.zip" in names or "index.apxl" in names:
        return "iwork"
    archived = any(name.startswith("archive/") and name.endswith((".warc", ".warc.gz")) for name in names)
    return "wacz" if archived and "datapackage.json" in names else "zip"


def _first_tag(start: bytes) -> bytes:
    """From the first tag on that is neither a comment, a processing instruction nor a foreign document type."""
    place = 0
    while True:
        while start[place : place + 1] and start[place] in _BLANKS:
            place += 1
        if start.startswith(b"<!--", place):
            end = start.find(b"-->", place + 4)
            place = end + 3
        elif start.startswith(b"<?", place):
            end = start.find(b">", place)
            place = end + 1
        elif start[place : place + 9].lower() == b"<!doctype" and not _ROOT.match(start, place):
            end = start.find(b">", place)
            subset = start.find(b"[", place)
            if 0 <= subset < end:
                closed = start.find(b"]", subset)
                end = start.find(b">", closed) if closed >= 0 else -1
            place = end + 1
        else:
            return start[place : place + 40]
        if end < 0:
            return b""


def by_look(head: bytes) -> str:
    """The kind of text without a telling name."""
    start = head.removeprefix(b"\xef\xbb\xbf")
    if root := _ROOT.match(_first_tag(start)):
        return "html" if root.group().lower().startswith(_PAGES) else "feed"
    stripped = start.lstrip(_BLANKS)
    if stripped.startswith(b"{"):
        return "jsonl" if b"}\n{" in head or b"}\r\n{" in head else "json"
    if stripped.startswith(b"[") and stripped[1:].lstrip(_BLANKS).startswith(b"{"):
        return "json"
    if start.startswith(b"WEBVTT") or _SUBTITLE.match(start):
        return "subtitles"
    if _TTML.search(head[:1_000]):
        return "ttml"
    if foreign := next((kind for sign, kind in _FOREIGN if stripped.startswith(sign)), None):
        return foreign
    if b"/1999/xhtml" in head[:1_000]:
        return "html"
    if stripped.startswith(b"<?xml") or _NAMESPACED.match(_first_tag(start) and start.lstrip(_BLANKS)):
        return "xml"
    if _LATEX.search(head[:4_000]):
        return "latex"
    if start.startswith(b"From ") and b"\nFrom:" in start:
        return "mbox"
    if _MAIL.match(start) and _SAVED_PAGE.search(head):
        return "mhtml"
    if _MAIL.match(start) and len(_HEADER_LINE.findall(start.split(b"\n\n", 1)[0])) >= 3:
        return "eml"
    return "text"


def plainly_text(head: bytes) -> bool:
    """Whether these first bytes begin as words do: no markup, no data, no message, no signature of a file."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip(_BLANKS)
    special = start.startswith((b"<", b"{", b"[", b"%", b"From ", *_ZIPPED, b"WARC/", b"filedesc:"))
    return not (special or b"%PDF-" in head or _MAIL.match(start) or is_binary(head))
