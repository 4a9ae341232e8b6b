"""Plain text and Markdown."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from pathlib import PurePath

from workbench.domain.documents import Section, Segment, Skipped
from workbench.ingest.chats import offer_chat
from workbench.ingest.cue_joining import coded_cues, joined, stated_times
from workbench.ingest.dates import date_in_name
from workbench.ingest.fields import Fields, clean, digest
from workbench.ingest.item import Found, Item
from workbench.ingest.named_lines import without_named_lines
from workbench.ingest.options import UnreadableError
from workbench.ingest.raised import without_note_marks
from workbench.ingest.text import Decoded, decode, is_binary, normalise, one_line
from workbench.ingest.text_heads import offer_head

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"([A-Za-z][\w.-]*)\s*:\s*(.+)")
_BYTES = 4
"""Bytes that one character may take; how many characters there are is told once they are read."""
FRONT_MATTER_FIELDS = {
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline"),
    "publisher": ("publisher", "source", "site", "publication"),
    "url": ("url", "link", "canonical", "source_url"),
    "archive_url": ("archive_url", "archive"),
    "language": ("language", "lang"),
}


_BOLD = re.compile(r"(?<![\w*])\*\*(?=[^\s*])([^*\n]{1,300}?)(?<=\S)\*\*")
_HEADING_SIGN = re.compile(r"^#{1,6}[ \t]+(?=\S)", re.MULTILINE)
_NOTE_HEAD = re.compile(r"^\[\^[^\]\s]{1,40}\]:[ \t]*", re.MULTILINE)
_NOTE_SIGN = re.compile(r"(?<=\S)\[\^[^\]\s]{1,40}\]")
_MARKED = 2
"""Signs of Markdown from which a plain text is taken to hold them on purpose."""


def without_markdown_signs(text: str) -> str:
    """A plain text that somebody copied out of Markdown, without its signs for bold words and headings.

    Lines stay as they are: in a text that is not known to be Markdown, each may be a paragraph.
    """
    if "**" not in text:
        return text
    bold = sum(1 for _ in itertools.islice(_BOLD.finditer(text), _MARKED))
    if bold < _MARKED and not (bold and _HEADING_SIGN.search(text)):
        return text
    return _BOLD.sub(r"\1", _HEADING_SIGN.sub("", text))


def text_of(item: Item) -> tuple[bytes, Decoded]:
    """Read and decode a text file.

    Raises:
        UnreadableError: It is empty, too large or binary.
    """
    data = item.content(item.limit * _BYTES)
    if is_binary(data):
        raise UnreadableError("it is a binary file, not text")
    decoded = decode(data, item.charset)
    return data, decoded


def fields_of(item: Item) -> Fields:
    """Begin the fields of a document: what the user gave, and the provenance the item brings."""
    fields = Fields(item.options, whole=item.whole)
    fields.found.update(item.found)
    if item.address:
        fields.offer("url", item.address, "the address it was read from")
    if "archive_url" in item.found:
        fields.offer("archive_url", item.found["archive_url"], "the address it was read from")
    return fields


def notices(item: Item, fields: Fields) -> list[Skipped]:
    """What of a document did not go in, for the summary."""
    return [Skipped(item.origin, reason, partial=True) for reason in fields.refused]


def whole_file(
    item: Item,
    fields: Fields,
    text: str,
    sha256: str,
    *,
    sections: tuple[Section, ...] = (),
    segments: tuple[Segment, ...] = (),
    machine: str | None = None,
    left_out: Sequence[str] = (),
) -> Found:
    """A file that is one document, and what of it did not go in: `left_out`, then what the fields refused.

    Raises:
        UnreadableError: There is no text, or too much of it.
    """
    yield fields.document(
        text,
        origin=item.origin,
        sha256=sha256,
        limit=item.limit,
        retrieved=item.retrieved,
        sections=sections,
        segments=segments,
        machine=machine,
    )
    for reason in left_out:
        yield Skipped(item.origin, reason, partial=True)
    yield from notices(item, fields)


def offer_name_date(item: Item, fields: Fields) -> None:
    """Take a date out of the file name where nothing better was found; it is a guess."""
    if found := date_in_name(PurePath(item.name).name):
        fields.offer_date(found, "a date in the file name", guessed=True)


def read_text(item: Item) -> Found:
    """Plain text is taken as it is, so that offsets in the file and in the article agree as far as they can."""
    data, decoded = text_of(item)
    fields = fields_of(item)
    fields.note("encoding", decoded.how)
    text = without_markdown_signs(without_note_marks(normalise(decoded.text)))
    text = without_named_lines(text, fields)
    offer_chat(text, fields)
    offer_head(text, fields)
    offer_name_date(item, fields)
    if cues := coded_cues(text):
        fields.note("text", f"{len(cues):,} stretches with their times, which stood on lines of their own")
        text, segments = joined(cues)
    else:
        segments = stated_times(text)
    yield from whole_file(item, fields, text, digest(data), segments=segments)


def _front_matter(text: str, fields: Fields) -> str:
    """Take the fields of a front matter block; gives the text without it."""
    match = _FRONT_MATTER.match(text[:20_000])
    if not match:
        return text
    pairs = {}
    for line in match.group(1).splitlines():
        if pair := _PAIR.fullmatch(line.strip()):
            pairs[pair.group(1).lower()] = pair.group(2).strip().strip("\"'")
    for name, keys in FRONT_MATTER_FIELDS.items():
        for key in keys:
            fields.offer(name, pairs.get(key), f"front matter: {key}")
    for key in ("published", "date", "pubdate"):
        fields.offer_date(pairs.get(key), f"front matter: {key}")
    return text[match.end() :]


def _inline(children: object) -> str:
    """The words of inline Markdown without its signs."""
    words: list[str] = []
    struck = 0
    for token in children or ():  # type: ignore[attr-defined]
        struck += {"s_open": 1, "s_close": -1}.get(token.type, 0)
        if struck:
            continue
        if token.type in ("text", "code_inline"):
            parted = bool(words) and words[-1].endswith(" ")  # before something struck out, and behind it
            words.append(token.content.removeprefix(" ") if parted else token.content)
        elif token.type == "softbreak":
            words.append(" ")
        elif token.type == "hardbreak":
            words.append("\n")
        elif token.type == "image":
            words.append(_inline(token.children))
    return "".join(words)


def _without_note_signs(text: str) -> str:
    """Markdown without the signs of its notes in the text; the notes themselves stay as paragraphs."""
    return _NOTE_SIGN.sub("", _NOTE_HEAD.sub("", text))


def markdown_blocks(text: str) -> list[tuple[str, bool]]:
    """The blocks of a Markdown text as plain words, each with whether it is a heading."""
    from markdown_it import MarkdownIt

    blocks: list[tuple[str, bool]] = []
    heading = False
    row: list[str] | None = None
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(_without_note_signs(text)):
        if token.type == "heading_open":
            heading = True
        elif token.type == "heading_close":
            heading = False
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            blocks.append((" | ".join(row), False))
            row = None
        elif token.type == "inline":
            words = clean(_inline(token.children))
            if row is not None:
                row.append(words)
            elif words:
                blocks.append((words, heading))
        elif token.type in ("fence", "code_block") and (words := clean(token.content)):
            blocks.append((words, False))
    return blocks


def join_blocks(blocks: list[tuple[str, bool]]) -> tuple[str, tuple[Section, ...]]:
    """Put blocks together, a blank line between them; each heading opens a section that runs to the next one."""
    parts: list[str] = []
    starts: list[tuple[int, str]] = []
    length = 0
    for words, heading in ((without_note_marks(words), heading) for words, heading in blocks):
        if heading:
            starts.append((length, one_line(words, 200)))
        parts.append(words)
        length += len(words) + 2
    text = "\n\n".join(parts)
    ends = [*(start for start, _ in starts[1:]), len(text)][: len(starts)]
    return text, tuple(
        Section(start, end, label) for (start, label), end in zip(starts, ends, strict=True) if start < end
    )


def read_markdown(item: Item) -> Found:
    """Markdown becomes the words a reader sees, its headings become sections, its front matter fields."""
    data, decoded = text_of(item)
    fields = fields_of(item)
    fields.note("encoding", decoded.how)
    body = without_named_lines(_front_matter(decoded.text, fields), fields)
    blocks = markdown_blocks(body)
    if blocks and blocks[0][1]:
        fields.offer("title", blocks[0][0], "its first heading")
    text, sections = join_blocks(blocks)
    offer_head(text, fields)
    offer_name_date(item, fields)
    yield from whole_file(item, fields, text, digest(data), sections=sections)
