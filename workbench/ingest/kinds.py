"""What kind of thing a file is, told from its first bytes, its name and what a server says."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from pathlib import PurePath

from workbench.ingest.item import Found, Item
from workbench.ingest.options import UnreadableError
from workbench.ingest.text import is_binary

_PARSERS = {
    "text": "plain:read_text",
    "markdown": "plain:read_markdown",
    "html": "html:read_html",
    "jsonl": "rows:read_jsonl",
    "json": "rows:read_json",
    "csv": "rows:read_table",
    "tsv": "rows:read_tsv",
    "pdf": "pdf:read_pdf",
    "docx": "docx:read_docx",
    "epub": "epub:read_epub",
    "eml": "mail:read_eml",
    "mbox": "mail:read_mbox",
    "warc": "warc:read_warc",
    "wacz": "warc:read_wacz",
    "zip": "archive:read_zip",
    "feed": "feeds:read_feed",
}
"""Kind → module and function; a parser's libraries are imported when a file of its kind is met."""

IN_PROCESS = frozenset(("text", "jsonl", "csv", "tsv"))
"""Kinds read by the standard library alone, line by line or with a small limit: no process of their own."""

_EXTENSIONS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".jsonld": "json",
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".pdf": "pdf",
    ".docx": "docx",
    ".epub": "epub",
    ".eml": "eml",
    ".mbox": "mbox",
    ".mbx": "mbox",
    ".warc": "warc",
    ".arc": "warc",
    ".wacz": "wacz",
    ".zip": "zip",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
}
_CONTENT_TYPES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "markdown",
    "application/pdf": "pdf",
    "application/json": "json",
    "application/ld+json": "json",
    "application/jsonl": "jsonl",
    "application/x-ndjson": "jsonl",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/epub+zip": "epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "message/rfc822": "eml",
    "application/mbox": "mbox",
    "application/warc": "warc",
    "application/zip": "zip",
}
_PARSER_ERRORS = {
    MemoryError: "reading it takes more memory than a file may",
    RecursionError: "it is nested too deep",
    FileNotFoundError: "there is no such file or folder",
    PermissionError: "it may not be read (permission denied)",
}
_MARKUP = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_FEED = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.I | re.S)
_MAIL = re.compile(
    rb"(?:(?:Received|Return-Path|From|Date|Message-ID|MIME-Version|Subject|To|Delivered-To):[ \t])", re.I
)
_HEADER_LINE = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]")


def _by_signature(head: bytes) -> str | None:
    if head.startswith(b"%PDF-") or b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        if b"word/" in head or b"[Content_Types].xml" in head:
            return "docx"
        if b"application/epub+zip" in head[:200]:
            return "epub"
        return "wacz" if b"datapackage.json" in head or b"archive/" in head[:200] else "zip"
    if head.startswith(b"PK\x05\x06"):
        return "zip"
    if head.startswith(b"WARC/"):
        return "warc"
    return None


def _by_look(head: bytes) -> str:
    """The kind of text without a telling name."""
    start = head.removeprefix(b"\xef\xbb\xbf")
    if _MARKUP.match(start):
        return "html"
    if _FEED.match(start):
        return "feed"
    stripped = start.lstrip()
    if stripped.startswith(b"{"):
        return "jsonl" if b"}\n{" in head or b"}\r\n{" in head else "json"
    if re.match(rb"\[\s*\{", stripped):
        return "json"
    if start.startswith(b"From ") and b"\nFrom:" in start:
        return "mbox"
    if _MAIL.match(start) and len(_HEADER_LINE.findall(start.split(b"\n\n", 1)[0])) >= 3:
        return "eml"
    return "text"


def kind_of(item: Item) -> str:
    """Tell the kind of an item.

    A signature wins over the name ("report.txt" that is a PDF is read as one), the name over the server's word, and
    the look of the text decides where neither tells.

    Raises:
        UnreadableError: It is empty, or binary of a kind that is not read.
    """
    head = item.head()
    if not head:
        raise UnreadableError("the file is empty")
    if item.kind is not None:
        return item.kind
    suffixes = [suffix.lower() for suffix in PurePath(item.name).suffixes[-2:]]
    named = _EXTENSIONS.get(suffixes[-1]) if suffixes else None
    if suffixes[-2:] == [".warc", ".gz"] or suffixes[-2:] == [".arc", ".gz"]:
        return "warc"
    signed = _by_signature(head)
    if signed == "zip" and named in ("docx", "epub", "wacz"):
        return named
    if signed:
        return signed
    served = _CONTENT_TYPES.get((item.content_type or "").split(";", 1)[0].strip().lower())
    if named in ("pdf", "docx", "epub", "wacz", "zip", "warc") and (item.content_type is None or is_binary(head)):
        if not is_binary(head):
            raise UnreadableError(f"its name says {named.upper()}, but it is none")
        return named
    if is_binary(head):
        raise UnreadableError("it is a binary file of a kind that is not read")
    if item.content_type is not None:
        look = _by_look(head)
        # Servers call pages and feeds plain text or XML; what they look like is surer.
        plain_name = named if named in IN_PROCESS or named == "markdown" else None
        return look if served in (None, "text", "feed") and look != "text" else plain_name or served or look
    if named == "feed" or named == "text":
        look = _by_look(head)
        return look if named == "feed" and look in ("feed", "html") else named
    return named or _by_look(head)


def parser_of(kind: str) -> Callable[[Item], Found]:
    """The function that reads a kind.

    Raises:
        UnreadableError: Nothing reads it.
    """
    if kind not in _PARSERS:
        raise UnreadableError("it is of a kind that is not read here")
    module, function = _PARSERS[kind].split(":")
    parser: Callable[[Item], Found] = getattr(importlib.import_module(f"workbench.ingest.{module}"), function)
    return parser


def unreadable(error: Exception) -> UnreadableError:
    """An error of the file system or of a parser as one clause."""
    if isinstance(error, UnreadableError):
        return error
    for kind, reason in _PARSER_ERRORS.items():
        if isinstance(error, kind):
            return UnreadableError(reason)
    if isinstance(error, OSError) and error.strerror:
        return UnreadableError(f"it cannot be read ({error.strerror.lower()})")
    return UnreadableError(f"it is damaged, or of a make that is not understood ({type(error).__name__})")


def guarded(item: Item) -> Found:
    """Read one item in this process. Whatever a parser trips over leaves as one clause.

    Raises:
        UnreadableError: It cannot be read; what was given before is good.
    """
    try:
        yield from parser_of(kind_of(item))(item)
    except (UnreadableError, GeneratorExit):
        raise
    except Exception as error:  # a hostile file may make a library raise anything
        raise unreadable(error) from error
