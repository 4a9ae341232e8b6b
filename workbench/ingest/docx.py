"""Word documents, read straight from their XML: paragraphs, headings, tables, footnotes, properties."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any

from workbench.ingest.fields import clean, digest
from workbench.ingest.item import Found, Item
from workbench.ingest.options import UnreadableError
from workbench.ingest.plain import fields_of, join_blocks, notices, offer_name_date
from workbench.ingest.zip_container import member, opened, xml

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_BREAKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-"}
# Text taken out under "track changes" is no text of the document.
_UNSEEN = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText"))
# What stands around whole paragraphs and tables.
_FRAMES = frozenset((f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins", f"{_W}moveTo"))
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def _words(element: Any) -> str:
    """The visible words below an element, without recursion; paragraphs inside it stand on lines of their own."""
    words: list[str] = []
    stack = [element]
    while stack:
        node = stack.pop()
        if node.tag in _UNSEEN or node.tag == _ALTERNATE:
            continue
        if node.tag == f"{_W}t":
            words.append(node.text or "")
        elif node.tag == f"{_W}p" and words:
            words.append("\n")
        elif node.tag in _BREAKS:
            words.append(_BREAKS[node.tag])
        stack.extend(reversed(node))
    return clean("".join(words))


def _heading(paragraph: Any, headings: frozenset[str]) -> bool:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    if style is not None and style.get(f"{_W}val") in headings:
        return True
    return paragraph.find(f"{_W}pPr/{_W}outlineLvl") is not None


def _inside(element: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or cells of a row, whatever frames stand around them."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _FRAMES:
            yield from _inside(child, tag)


def _blocks(body: Any, headings: frozenset[str]) -> Iterator[tuple[str, bool]]:
    for element in body:
        if element.tag == f"{_W}p":
            if words := _words(element):
                yield words, _heading(element, headings)
        elif element.tag == f"{_W}tbl":
            for row in _inside(element, f"{_W}tr"):  # a table inside a cell is part of its words
                cells = [" ".join(_words(cell).split()) for cell in _inside(row, f"{_W}tc")]
                if any(cells):
                    yield " | ".join(cells), False
        elif element.tag in _FRAMES:
            yield from _blocks(element, headings)


def _heading_styles(container: zipfile.ZipFile, limit: int) -> frozenset[str]:
    """Ids of the styles that are headings, by their names, which unlike the ids are the same in every language."""
    if "word/styles.xml" not in container.namelist():
        return frozenset()
    found = set()
    for style in xml(member(container, "word/styles.xml", limit)).iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        stated = (name.get(f"{_W}val") or "").lower() if name is not None else ""
        if stated == "title" or stated.startswith("heading"):
            found.add(style.get(f"{_W}styleId"))
    return frozenset(found)


def read_docx(item: Item) -> Found:
    """A Word document becomes one document, its headings sections.

    Raises:
        UnreadableError: It is damaged, locked, or unpacks to too much.
    """
    limits = item.options.limits
    data = item.content(limits.packed)
    fields = fields_of(item)
    with opened(item, "Word document") as container:
        names = set(container.namelist())
        if "word/document.xml" not in names:
            raise UnreadableError("it is no Word document")
        body = xml(member(container, "word/document.xml", limits.expanded)).find(f"{_W}body")
        headings = _heading_styles(container, limits.expanded)
        blocks = list(_blocks(body, headings)) if body is not None else []
        for notes in ("word/footnotes.xml", "word/endnotes.xml"):
            if notes in names:
                blocks += [
                    (words, False) for note in xml(member(container, notes, limits.expanded)) if (words := _words(note))
                ]
        if "docProps/core.xml" in names:
            core = xml(member(container, "docProps/core.xml", limits.expanded))
            fields.offer("title", core.findtext(f"{_DC}title"), "document properties: title")
            fields.offer("author", core.findtext(f"{_DC}creator"), "document properties: creator")
            offer_name_date(item, fields)
            fields.offer_date(core.findtext(f"{_TERMS}created"), "document properties: created", guessed=True)
    if blocks and blocks[0][1]:
        fields.offer("title", blocks[0][0], "its first heading")
    offer_name_date(item, fields)
    text, sections = join_blocks(blocks)
    yield fields.document(
        text, origin=item.origin, sha256=digest(data), limit=item.limit, retrieved=item.retrieved, sections=sections
    )
    yield from notices(item, fields)
