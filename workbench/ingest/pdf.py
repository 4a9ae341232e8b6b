"""PDF files, page by page, so that a passage can say on which page it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from workbench.domain.documents import Section, Segment
from workbench.domain.unforeseen import ours, went_on
from workbench.ingest.bylines import author_of_properties
from workbench.ingest.dates import parse_date
from workbench.ingest.fields import clean, digest
from workbench.ingest.heartbeat import beat
from workbench.ingest.item import Found, Item, Stream
from workbench.ingest.ocr import has_picture, name, words_of_page
from workbench.ingest.options import MissingReaderError, UnreadableError
from workbench.ingest.paper_heads import paper_head
from workbench.ingest.pdf_text import text_of_page
from workbench.ingest.pictures import NEEDS, available
from workbench.ingest.plain import fields_of, offer_name_date, whole_file
from workbench.ingest.printed_pages import is_printed, without_margins, without_stamps
from workbench.ingest.running_heads import without_running_lines
from workbench.ingest.text_heads import offer_head

_STAMP = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?")
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_HYPHEN = re.compile(r"([^\W\d_])[-\u2010]$")
_SPAN = re.compile(r"\d[-\u2010–]$")
"""A span of numbers that a line's end divides: "2022-", and "2023" below."""
_SOFT_BREAK = re.compile(r"\u00ad[ \t]*\n[ \t]*")
_PLACEHOLDER_TITLE = re.compile(r"(?:untitled|microsoft word - .*|.*\.(?:docx?|pdf|indd|tex)|slide \d+)", re.IGNORECASE)


_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_DIVIDED = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,60}[-\u2010]\n[^\W\d_]{1,60}")
_LAST_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,60}$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_SHORT_WORDS = (
    "with under over out in on for there where how when to can may up any some every no not my her him them our your "
    "it be after through down off by an a al all what who"
)
_PARTS_OF_WORDS = frozenset(_SHORT_WORDS.split())
"""Words with which one word often begins ("with-out"), so that two words side by side prove nothing."""


def words_of(text: str) -> set[str]:
    """The words of a page, also those with a hyphen in them, but for what a line's end divides."""
    return set(_WORD.findall(_DIVIDED.sub(" ", text)))


def _keeps_hyphen(before: str, behind: str, known: set[str]) -> bool:
    """Whether a hyphen at a line's end is the word's own ("high-pressure"), by the words written elsewhere."""
    left, right = _LAST_WORD.search(before), _FIRST_WORD.match(behind)
    if left is None or right is None:
        return False
    first, second = left[0], right[0]
    if known & {first + second, (first + second).lower(), (first + second).capitalize()}:
        return False
    if known & {f"{first}-{second}", f"{first.lower()}-{second}", f"{first.capitalize()}-{second}"}:
        return True
    both = second in known and bool(known & {first, first.lower()})
    return both and first.lower() not in _PARTS_OF_WORDS and min(len(first), len(second)) > 2


def reflow(text: str, known: set[str] | None = None) -> str:
    """Join the lines of a page to paragraphs: a line that ends far from the margin or a blank one ends a paragraph.

    A word divided at a line end is put together again, with its hyphen where `known`, the words of the document, tells
    that it has one.
    """
    known = words_of(text) if known is None else known
    lines = [line.strip() for line in text.split("\n")]
    margin = max((len(line) for line in lines), default=0)
    paragraphs: list[str] = []
    current = ""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if not line:
            if current:
                paragraphs.append(current)
            current = ""
            continue
        if current and (divided := _HYPHEN.search(current)) and line[0].islower():
            kept = _keeps_hyphen(current[: divided.end(1)], line, known)
            current = current[: divided.end(1)] + ("-" if kept else "") + line
        elif current and line[0].isdigit() and _SPAN.search(current):
            current += line
        else:
            current = f"{current} {line}" if current else line
        short = len(line) < 0.75 * margin and (_SENTENCE_END.search(line) or len(line) < 0.5 * margin)
        if short and not following[:1].islower():
            paragraphs.append(current)
            current = ""
    if current:
        paragraphs.append(current)
    return "\n\n".join(paragraphs)


def _open(file: Stream) -> Any:
    import logging

    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PdfReadError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(file, strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("it is locked with a password")
    except DependencyError:
        raise UnreadableError("it is encrypted in a way that is not read here; save it without protection") from None
    except PdfReadError as error:
        raise UnreadableError(f"it is damaged or cut short ({str(error)[:80].rstrip('.').lower()})") from None
    return reader


def _stated(info: Any, key: str) -> str | None:
    """A field of the document information; its objects may be broken in any way."""
    try:
        value = info.get(key) if info else None
        return str(value) if value else None
    except (MemoryError, ImportError):
        raise
    except Exception:  # a library for a hostile format may raise anything
        return None


def read_pdf(item: Item) -> Found:
    """A PDF becomes one document with a section a page ("p. 4").

    Raises:
        UnreadableError: It is damaged, locked, too long, or a scan without text.
    """
    item.check_size(item.options.limits.packed)
    with item.open() as file:
        yield from _read(_open(file), item)


def _joint(before: str, behind: str) -> str:
    """What stands between two pages: a blank where a sentence goes on, else the end of a paragraph."""
    ended = _SENTENCE_END.search(before) is not None or not before[-1:].islower()
    counted = behind[:1].isdigit() and len(before.rpartition("\n")[2]) > _RUNS_ON
    return " " if not ended and (behind[:1].islower() or counted) else "\n\n"


_RUNS_ON = 40
"""Characters of a paragraph that is no heading or entry of a list."""


def _listed(pages: list[int]) -> str:
    return ", ".join(map(str, pages[:10])) + (" and more" if len(pages) > 10 else "")


def _shown(reader: Any, number: int) -> str | None:
    """The text of a page, None where it is broken."""
    beat()
    try:
        return clean(_SOFT_BREAK.sub("", text_of_page(reader.pages[number - 1])))
    except (MemoryError, ImportError):
        raise
    except Exception as error:  # a library for a hostile format may raise anything
        if ours(error):
            went_on(error)
        return None


def _up_to(texts: Iterable[str | None], limit: int) -> list[str | None]:
    """The texts of the pages, up to the first that makes them longer than is read."""
    found: list[str | None] = []
    length = 0
    for text in texts:
        found.append(text)
        length += len(text or "")
        if length > limit:
            break
    return found


def _read(reader: Any, item: Item) -> Found:
    limits = item.options.limits
    pages = len(reader.pages)
    if pages > limits.pdf_pages:
        raise UnreadableError(f"it has {pages:,} pages and at most {limits.pdf_pages:,} are read; split it into parts")
    fields = fields_of(item)
    info = reader.metadata
    title = _stated(info, "/Title")
    printed = is_printed(_stated(info, "/Creator"), _stated(info, "/Producer"))
    parts: list[str] = []
    sections: list[Section] = []
    broken: list[int] = []
    scanned: list[int] = []
    read: list[int] = []
    lines: list[Segment] = []
    known: set[str] = set()
    length = 0
    address = head = None
    whole = _up_to((_shown(reader, number) for number in range(1, pages + 1)), item.limit)
    bare = [text or "" for text in whole]
    if printed:
        bare, address = without_margins(bare, title)
        if bare == [text or "" for text in whole]:  # a day at an edge may be that of printing
            head = clean(reflow(without_stamps(next(filter(None, bare), ""))))
    bare = without_running_lines(bare)
    texts = [text if shown is not None else None for text, shown in zip(bare, whole, strict=True)]
    for number, shown in enumerate(texts, start=1):
        beat()
        if shown is None:  # one broken page leaves the others readable
            broken.append(number)
            continue
        known |= words_of(shown)
        text = clean(reflow(shown, known))
        segments: list[Segment] = []
        if not text and has_picture(reader.pages[number - 1]):
            scanned.append(number)
            if available() and len(read) < limits.picture_pages:
                try:
                    text, segments = words_of_page(reader.pages[number - 1])
                    read += [number] if text else []
                except UnreadableError:
                    broken.append(number)
        if not text:
            continue
        if parts:
            parts.append(_joint(parts[-1], text))
            length += len(parts[-1])
        lines += [replace(one, start=one.start + length, end=one.end + length) for one in segments]
        sections.append(Section(length, length + len(text), f"p. {number}"))
        parts.append(text)
        length += len(text)
        if length > item.limit:
            break  # the document will be refused for its length
    if not parts:
        if broken:
            raise UnreadableError("none of its pages can be read")
        counted = f"its {pages} pages" if pages != 1 else "its page"
        if scanned and not available():
            raise MissingReaderError(f"it holds no text on {counted}: a scan; to have it read, {NEEDS}")
        shown = "pictures with words that could be read" if scanned else "pictures"
        raise UnreadableError(f"it holds no text on {counted}, and no {shown}")
    if title and not _PLACEHOLDER_TITLE.fullmatch(title.strip()):
        fields.offer("title", title, "PDF document information: Title")
    fields.offer("url", address, "the foot of the printed page", guessed=True)
    author = _stated(info, "/Author")
    called, people = paper_head(parts[0] if head is None else head)
    fields.offer("title", called, "the head of the paper", guessed=True)
    fields.offer("author", people, "the head of the paper", guessed=True)
    offer_head(parts[0] if head is None else head, fields, author)
    fields.offer("author", author_of_properties(author), "PDF document information: Author")
    offer_name_date(item, fields)
    for key in () if printed else ("/CreationDate", "/ModDate"):  # the day on which a page was printed is not its own
        if match := _STAMP.match(_stated(info, key) or ""):
            year, month, day = match.groups(default="01")
            if made := parse_date(f"{year}-{month}-{day}"):
                fields.offer_date(made, f"PDF document information: {key[1:]}", guessed=True)
    fields.note("pages", str(pages))
    left_out = []
    if broken:
        left_out.append(f"page {_listed(broken)} could not be read; the other pages went in")
    if left := [number for number in scanned if number not in read and number not in broken]:
        why = "shows no words that could be read" if len(read) < limits.picture_pages else "is more than is read"
        reason = why if available() else f"is a picture without text and was not read; to have it read, {NEEDS}"
        left_out.append(f"page {_listed(left)} {reason}")
    yield from whole_file(
        item,
        fields,
        "".join(parts),
        digest(item.data) if item.data is not None else item.sha256(),
        sections=tuple(sections),
        segments=tuple(lines),
        machine=f"{name()} (page {_listed(read)})" if read else None,
        left_out=left_out,
    )
