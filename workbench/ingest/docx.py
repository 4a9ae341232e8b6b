"""Word documents, read straight from their XML: paragraphs, headings, tables, footnotes, properties."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from workbench.ingest.bylines import author_of_properties
from workbench.ingest.fields import clean, digest
from workbench.ingest.item import Found, Item
from workbench.ingest.letterheads import letterhead
from workbench.ingest.office_formulas import FORMULAS, line_of_formula
from workbench.ingest.options import UnreadableError
from workbench.ingest.plain import fields_of, join_blocks, offer_name_date, whole_file
from workbench.ingest.raised import lowered, raised
from workbench.ingest.text_heads import offer_head
from workbench.ingest.zip_container import member, opened, xml

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_OF_A_TEMPLATE = frozenset({"python-docx", "2013-12-23T23:15:00Z"})
"""Creator and moment of the empty document that python-docx begins with: nothing of what was then written in it."""
_BREAKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-"}
# Text taken out under "track changes" is no text of the document.
_UNSEEN = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText"))
# What stands around whole paragraphs and tables.
_FRAMES = frozenset((f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins", f"{_W}moveTo"))
_STYLES_DEEP = 20
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


@dataclass(frozen=True, slots=True)
class _Look:
    """How text is shown, as far as it changes what is read: struck out or hidden text is not."""

    unseen: bool = False
    place: str = ""


_PLAIN = _Look()
_Styles = Mapping[str, _Look]


def _on(properties: Any, name: str) -> bool | None:
    """Whether a property is switched on or off, None where nothing is said of it."""
    found = properties.find(f"{_W}{name}")
    return None if found is None else found.get(f"{_W}val", "true").lower() not in ("false", "0", "off", "none")


def _look(properties: Any, base: _Look) -> _Look:
    """The look that properties of a run or style give, on top of another."""
    stated = [said for name in ("vanish", "strike", "dstrike") if (said := _on(properties, name)) is not None]
    place = properties.find(f"{_W}vertAlign")
    return _Look(
        any(stated) if stated else base.unseen,
        base.place if place is None else place.get(f"{_W}val", ""),
    )


def _run_look(run: Any, styles: _Styles) -> _Look:
    properties = run.find(f"{_W}rPr")
    if properties is None:
        return _PLAIN
    style = properties.find(f"{_W}rStyle")
    return _look(properties, styles.get(style.get(f"{_W}val", ""), _PLAIN) if style is not None else _PLAIN)


def _words(element: Any, styles: _Styles) -> str:
    """The visible words below an element, without recursion; paragraphs inside it stand on lines of their own."""
    pieces: list[tuple[str, str]] = []
    gone = False
    stack = [(element, _PLAIN)]
    while stack:
        node, look = stack.pop()
        if node.tag in _UNSEEN or node.tag == _ALTERNATE:
            continue
        if node.tag == f"{_W}r":
            look = _run_look(node, styles)
        if look.unseen:
            gone = True
            continue
        if node.tag in FORMULAS:
            pieces.append((line_of_formula(node), ""))
            continue
        if node.tag == f"{_W}t":
            if gone and pieces and pieces[-1][0].endswith(" "):
                node.text = (node.text or "").lstrip(" ")  # one blank, and not one from each side
            gone = False
            if pieces and pieces[-1][1] == look.place:
                pieces[-1] = (pieces[-1][0] + (node.text or ""), look.place)
            else:
                pieces.append((node.text or "", look.place))
        elif node.tag == f"{_W}p" and pieces:
            pieces.append(("\n", ""))
        elif node.tag in _BREAKS:
            pieces.append((_BREAKS[node.tag], ""))
        stack.extend((child, look) for child in reversed(node))
    words = ""
    for number, (text, place) in enumerate(pieces):
        if place == "superscript":
            after = pieces[number + 1][0] if number + 1 < len(pieces) else ""
            words += raised(words[-40:], text, after[:20])
        else:
            words += lowered(words[-40:], text) if place == "subscript" else text
    return clean(words)


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


def _blocks(body: Any, headings: frozenset[str], styles: _Styles) -> Iterator[tuple[str, bool]]:
    for element in body:
        if element.tag == f"{_W}p":
            if words := _words(element, styles):
                yield words, _heading(element, headings)
        elif element.tag == f"{_W}tbl":
            for row in _inside(element, f"{_W}tr"):  # a table inside a cell is part of its words
                cells = [" ".join(_words(cell, styles).split()) for cell in _inside(row, f"{_W}tc")]
                if any(cells):
                    yield " | ".join(cells), False
        elif element.tag in _FRAMES:
            yield from _blocks(element, headings, styles)


@dataclass(frozen=True, slots=True)
class _StyleSheet:
    """Ids of the styles that are headings, and the look of runs by the id of their style."""

    headings: frozenset[str] = frozenset()
    runs: _Styles = field(default_factory=dict)


def _style_sheet(container: zipfile.ZipFile, limit: int) -> _StyleSheet:
    """Headings are known by the names of their styles, which unlike the ids are the same in every language."""
    if "word/styles.xml" not in container.namelist():
        return _StyleSheet()
    headings = set()
    styles = {}
    for style in xml(member(container, "word/styles.xml", limit)).iter(f"{_W}style"):
        identifier = style.get(f"{_W}styleId") or ""
        styles[identifier] = style
        name = style.find(f"{_W}name")
        stated = (name.get(f"{_W}val") or "").lower() if name is not None else ""
        if stated == "title" or stated.startswith("heading"):
            headings.add(identifier)
    return _StyleSheet(frozenset(headings), {identifier: _style_look(identifier, styles) for identifier in styles})


def _style_look(identifier: str, styles: Mapping[str, Any]) -> _Look:
    """The look of a style with all it is based on."""
    chain: list[Any] = []
    while identifier in styles and len(chain) < _STYLES_DEEP:
        chain.append(styles[identifier])
        based = chain[-1].find(f"{_W}basedOn")
        identifier = based.get(f"{_W}val", "") if based is not None else ""
    look = _PLAIN
    for style in reversed(chain):
        if (properties := style.find(f"{_W}rPr")) is not None:
            look = _look(properties, look)
    return look


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
        styles = _style_sheet(container, limits.expanded)
        blocks = list(_blocks(body, styles.headings, styles.runs)) if body is not None else []
        for notes in ("word/footnotes.xml", "word/endnotes.xml"):
            if notes in names:
                blocks += [
                    (words, False)
                    for note in xml(member(container, notes, limits.expanded))
                    if (words := _words(note, styles.runs))
                ]
        text, sections = join_blocks(blocks)
        if "docProps/core.xml" not in names:
            offer_head(text, fields)
        else:
            core = xml(member(container, "docProps/core.xml", limits.expanded))
            creator = core.findtext(f"{_DC}creator")
            creator = None if creator in _OF_A_TEMPLATE else creator
            offer_head(text, fields, creator)
            fields.offer("title", core.findtext(f"{_DC}title"), "document properties: title")
            fields.offer("author", author_of_properties(creator), "document properties: creator")
            offer_name_date(item, fields)
            if (created := core.findtext(f"{_TERMS}created")) not in _OF_A_TEMPLATE:
                fields.offer_date(created, "document properties: created", guessed=True)
    if blocks and blocks[0][1] and not letterhead(text):
        fields.offer("title", blocks[0][0], "its first heading")
    offer_name_date(item, fields)
    yield from whole_file(item, fields, text, digest(data), sections=sections)
