"""What kind of thing a file is, told from its first bytes, its name and what a server says."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import PurePath

from workbench.domain.errors import BadInputError, MissingPartError, missing_part
from workbench.domain.system_errors import reason as reason_of
from workbench.domain.unforeseen import ours, went_on
from workbench.ingest.foreign import REFUSED
from workbench.ingest.item import Found, Item
from workbench.ingest.options import MissingReaderError, UnreadableError
from workbench.ingest.plugin_readers import PREFIX, plugin_kind, plugin_parser
from workbench.ingest.sniffing import by_look, by_signature, is_container, plainly_text
from workbench.ingest.text import is_binary

_PARSERS = {
    "text": "plain:read_text",
    "markdown": "plain:read_markdown",
    "subtitles": "transcripts:read_subtitles",
    "ttml": "transcripts:read_ttml",
    "html": "html:read_html",
    "jsonl": "table_rows:read_jsonl",
    "json": "table_rows:read_json",
    "csv": "table_rows:read_table",
    "tsv": "table_rows:read_tsv",
    "pdf": "pdf:read_pdf",
    "docx": "docx:read_docx",
    "xlsx": "workbooks:read_xlsx",
    "pptx": "pptx:read_pptx",
    "odt": "open_document:read_odt",
    "ods": "workbooks:read_ods",
    "odp": "open_document:read_odp",
    "rtf": "rtf:read_rtf",
    "epub": "epub:read_epub",
    "mhtml": "saved_pages:read_mhtml",
    "eml": "mail:read_eml",
    "mbox": "mail:read_mbox",
    "warc": "warc:read_warc",
    "wacz": "warc:read_wacz",
    "zip": "archive:read_zip",
    "feed": "feeds:read_feed",
    "ris": "references:read_ris",
    "bibtex": "references:read_bibtex",
}
"""Kind → module and function; a parser's libraries are imported when a file of its kind is met."""

_BY_EXTRA = {"image": "ocr:read_image", "recording": "recordings:read_recording"}
"""Kinds that only an extra reads; without it they are refused by its name."""

IN_PROCESS = frozenset(("text", "subtitles", "jsonl", "csv", "tsv"))
"""Kinds read by the standard library alone, line by line or with a small limit: no process of their own."""

_EXTENSIONS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".srt": "subtitles",
    ".vtt": "subtitles",
    ".ttml": "ttml",
    ".dfxp": "ttml",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".jsonld": "json",
    ".js": "json",
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".pdf": "pdf",
    ".docx": "docx",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".pptx": "pptx",
    ".odt": "odt",
    ".ods": "ods",
    ".odp": "odp",
    ".rtf": "rtf",
    ".epub": "epub",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
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
    ".ris": "ris",
    ".bib": "bibtex",
    ".bibtex": "bibtex",
    ".ics": "calendar",
    ".vcf": "card",
    ".kml": "xml",
    ".gpx": "xml",
    ".svg": "xml",
    ".tex": "latex",
    ".latex": "latex",
}
_CONTENT_TYPES = {
    "text/html": "html",
    "text/vtt": "subtitles",
    "application/x-subrip": "subtitles",
    "application/ttml+xml": "ttml",
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
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.oasis.opendocument.presentation": "odp",
    "application/rtf": "rtf",
    "text/rtf": "rtf",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "multipart/related": "mhtml",
    "message/rfc822": "eml",
    "application/mbox": "mbox",
    "application/warc": "warc",
    "application/zip": "zip",
    "application/x-research-info-systems": "ris",
    "application/x-bibtex": "bibtex",
    "application/vnd.citationstyles.csl+json": "json",
}
_CONTAINERS = ("docx", "xlsx", "pptx", "odt", "ods", "odp", "epub", "wacz")
"""Kinds of ZIP container that a name is believed about where what is in it cannot be seen."""
_ROWS = {"csv": " below its header", "tsv": " below its header", "json": "", "jsonl": ""}
"""Kinds that are rows, none of which may be there, and what is said of them then."""
_PARSER_ERRORS = {
    MemoryError: "reading it takes more memory than a file may",
    RecursionError: "it is nested too deep",
    FileNotFoundError: "there is no such file or folder",
    PermissionError: "it may not be read (permission denied)",
}


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
    named = _named(item.name)
    if named is None and (own := plugin_kind(item.name)):
        return own
    signed = by_signature(item, head)
    if signed == "zip" and named in _CONTAINERS:
        return named
    if signed:
        return signed
    if named in (*_CONTAINERS, "pdf", "rtf", "zip", "warc") and (item.content_type is None or is_binary(head)):
        if not is_binary(head):
            raise UnreadableError(f"its name says {named.upper()}, but it is not")
        return named
    if is_binary(head):
        raise UnreadableError("it is a binary file of a kind that is not read")
    if item.content_type is not None:
        served = _CONTENT_TYPES.get(item.content_type.split(";", 1)[0].strip().lower())
        look = by_look(head)
        # Servers call pages and feeds plain text or XML; what they look like is surer.
        plain_name = named if named in IN_PROCESS or named == "markdown" else None
        return look if served in (None, "text", "feed") and look != "text" else plain_name or served or look
    if named == "feed":
        look = by_look(head)
        return look if look in ("feed", "html", "ttml", "xml") else named
    if named == "text" and (look := by_look(head)) == "subtitles":
        return look  # saved from a player's window; read as text, marks of speakers and times would be claims
    return named or by_look(head)


def _named(name: str) -> str | None:
    """The kind that a name tells by its extension, None where it tells none."""
    suffixes = [suffix.lower() for suffix in PurePath(name).suffixes[-2:]]
    if suffixes in ([".warc", ".gz"], [".arc", ".gz"]):
        return "warc"
    return _EXTENSIONS.get(suffixes[-1]) if suffixes else None


def read_here(item: Item) -> bool:
    """Whether an item is plainly of a kind that needs no process of its own.

    Asked before anything of it is judged, so it looks at little: what else it may be is told in the parser's process,
    whose time and memory are bounded.

    Raises:
        OSError: It cannot be opened.
    """
    if item.kind is not None:
        return item.kind in IN_PROCESS
    if item.content_type is not None:
        return False
    named = _named(item.name)
    if named in IN_PROCESS:
        return not is_container(item.head())
    return named is None and plugin_kind(item.name) is None and plainly_text(item.head())


def kinds() -> tuple[str, ...]:
    """Every kind that is read."""
    return tuple(_PARSERS)


def parser_of(kind: str) -> Callable[[Item], Found]:
    """The function that reads a kind.

    Raises:
        UnreadableError: Nothing reads it.
    """
    if kind.startswith(PREFIX):
        return plugin_parser(kind)
    if kind in REFUSED:
        raise UnreadableError(REFUSED[kind])
    if kind not in _PARSERS and kind not in _BY_EXTRA:
        raise UnreadableError("it is of a kind that is not read here")
    module, function = (_PARSERS.get(kind) or _BY_EXTRA[kind]).split(":")
    parser: Callable[[Item], Found] = getattr(importlib.import_module(f"workbench.ingest.{module}"), function)
    return parser


def unreadable(error: Exception) -> UnreadableError:
    """An error of the file system or of a parser as one clause."""
    if isinstance(error, UnreadableError):
        return error
    if isinstance(error, ImportError):
        text = str(error).lower()
        if "cannot allocate memory" in text or "failed to map segment" in text:  # the process may have no more of it
            return UnreadableError(_PARSER_ERRORS[MemoryError])
        return MissingReaderError(missing_part(error))
    for kind, reason in _PARSER_ERRORS.items():
        if isinstance(error, kind):
            return UnreadableError(reason)
    if isinstance(error, OSError) and error.strerror:
        return UnreadableError(f"it cannot be read ({reason_of(error).lower()})")
    return UnreadableError(f"it is damaged, or of a make that is not understood ({type(error).__name__})")


def refused(where: str, error: Exception) -> BadInputError:
    """The error of the file system or of a parser as the sentence a user is told, with the right exit code."""
    clause = unreadable(error)
    kind = MissingPartError if isinstance(clause, MissingPartError) else BadInputError
    return kind(f"{where}: {clause}.")


def guarded(item: Item) -> Found:
    """Read one item in this process. Whatever a parser trips over leaves as one clause.

    Raises:
        UnreadableError: It cannot be read; what was given before is good.
    """
    try:
        kind = kind_of(item)
        given = False
        for entry in parser_of(kind)(item):
            given = True
            yield entry
        if not given and kind in _ROWS:
            raise UnreadableError(f"it holds no rows{_ROWS[kind]}")
    except (UnreadableError, GeneratorExit):
        raise
    except Exception as error:  # a hostile file may make a library raise anything
        if ours(error):
            went_on(error)
        raise unreadable(error) from error
