"""OpenDocument texts and presentations (`.odt`, `.odp`): what a reader sees, block by block."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from workbench.domain.documents import Section
from workbench.ingest.bylines import author_of_properties
from workbench.ingest.fields import clean, digest
from workbench.ingest.formulas import line_of
from workbench.ingest.item import Found, Item
from workbench.ingest.letterheads import letterhead
from workbench.ingest.options import UnreadableError
from workbench.ingest.plain import fields_of, join_blocks, offer_name_date, whole_file
from workbench.ingest.raised import lowered, raised
from workbench.ingest.text_heads import offer_head
from workbench.ingest.zip_container import elements, member, names_in, opened, xml

_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
ODF = {name: f"{{{_BASE}{name}:1.0}}" for name in ("office", "text", "table", "style", "meta", "manifest")}
ODF["draw"] = f"{{{_BASE}drawing:1.0}}"
ODF["presentation"] = f"{{{_BASE}presentation:1.0}}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_MATHML = "{http://www.w3.org/1998/Math/MathML}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_T, _DRAW, _PRESENTATION = ODF["text"], ODF["draw"], ODF["presentation"]
# Deleted text, remarks, hidden text, marks of notes, and lists that say again what stands in the text.
_UNSEEN = frozenset(
    (
        *(f"{_T}{name}" for name in ("tracked-changes", "hidden-text", "note-citation", "ruby-text", "page-number")),
        *(f"{_T}{name}" for name in ("table-of-content", "alphabetical-index", "bibliography", "illustration-index")),
        *(f"{ODF['office']}{name}" for name in ("annotation", "annotation-end", "binary-data", "forms")),
        *("{http://www.w3.org/2000/svg}title", "{http://www.w3.org/2000/svg}desc"),
    )
)
_STYLES_DEEP = 20
_PARAGRAPHS = (f"{_T}p", f"{_T}h")


@dataclass(frozen=True, slots=True)
class TextLook:
    """How text is shown, as far as it changes what is read."""

    unseen: bool = False
    place: str = ""


Styles = Mapping[str, TextLook]


def refuse_locked(container: zipfile.ZipFile) -> None:
    """Look whether the file is encrypted.

    Raises:
        UnreadableError: It is.
    """
    if "META-INF/manifest.xml" in names_in(container):
        manifest = member(container, "META-INF/manifest.xml", 5_000_000)
        if b"encryption-data" in manifest:
            raise UnreadableError("it is locked with a password")


def text_styles(container: zipfile.ZipFile, limit: int) -> Styles:
    """The look of text by the name of its style."""
    stated: dict[str, tuple[str, Mapping[str, str]]] = {}
    for name in ("styles.xml", "content.xml"):
        if name in names_in(container):
            for style in elements(container, name, limit, f"{ODF['style']}style"):
                properties = style.find(f"{ODF['style']}text-properties")
                stated[style.get(f"{ODF['style']}name", "")] = (
                    style.get(f"{ODF['style']}parent-style-name", ""),
                    dict(properties.attrib) if properties is not None else {},
                )
    return {name: _look_of(name, stated) for name in stated}


def _look_of(name: str, stated: Mapping[str, tuple[str, Mapping[str, str]]]) -> TextLook:
    chain: list[Mapping[str, str]] = []
    while name in stated and len(chain) < _STYLES_DEEP:
        chain.append(stated[name][1])
        name = stated[name][0]
    look = TextLook()
    for properties in reversed(chain):
        line = properties.get(f"{ODF['style']}text-line-through-style")
        kind = properties.get(f"{ODF['style']}text-line-through-type")
        shown = properties.get(f"{ODF['text']}display")
        if line is not None or kind is not None or shown is not None:
            struck = any(value not in (None, "none") for value in (line, kind))
            look = replace(look, unseen=struck or shown == "none")
        if place := properties.get(f"{ODF['style']}text-position"):
            first = place.split()[0]
            share = first.rstrip("%")
            high = first == "super" or (share.isdecimal() and int(share) > 0)
            low = first == "sub" or share.startswith("-")
            look = replace(look, place="superscript" if high else "subscript" if low else "")
    return look


def styled_words(element: Any, styles: Styles) -> str:
    """The visible words of a paragraph, without those of the paragraphs inside it (notes, boxes)."""
    pieces: list[tuple[str, str]] = []

    def add(words: str | None, look: TextLook) -> None:
        if words and not look.unseen:
            pieces.append((words, look.place))

    def gather(node: Any, look: TextLook, depth: int) -> None:
        if depth > 200:
            raise UnreadableError("it is nested too deep")
        add(_spaced(node.text), look)
        for child in node:
            if isinstance(child.tag, str) and child.tag not in _UNSEEN and child.tag not in _PARAGRAPHS:
                if child.tag == f"{_T}s":
                    count = child.get(f"{_T}c", "1")
                    add(" " * (min(int(count), 1_000) if count.isdecimal() else 1), look)
                elif child.tag == f"{_T}tab":
                    add("\t", look)
                elif child.tag == f"{_T}line-break":
                    add("\n", look)
                elif child.tag == f"{_DRAW}frame" and (formula := child.get(FORMULA)):
                    add(f" {formula} ", look)
                elif child.tag not in (f"{_T}note", f"{_DRAW}frame", f"{_DRAW}text-box"):
                    styled = styles.get(child.get(f"{_T}style-name", ""))
                    inner = look
                    if styled is not None and child.tag == f"{_T}span":
                        inner = TextLook(look.unseen or styled.unseen, styled.place or look.place)
                    gather(child, inner, depth + 1)
            add(_spaced(child.tail), look)

    own = styles.get(element.get(f"{_T}style-name", ""), TextLook())
    gather(element, own, 0)
    words = ""
    for number, (text, place) in enumerate(pieces):
        if place == "superscript":
            after = pieces[number + 1][0] if number + 1 < len(pieces) else ""
            words += raised(words[-40:], text, after[:20])
        else:
            words += lowered(words[-40:], text) if place == "subscript" else text
    return clean(re.sub(r" {2,}", " ", words))  # two blanks where words between them are not read


FORMULA = "formula"
"""The attribute in which a frame's formula stands once it was read."""


def read_formulas(container: zipfile.ZipFile, tree: Any, limit: int) -> None:
    """Put into each frame of a formula the line that says the same: it is a document of its own in the container."""
    left = limit
    for frame in tree.iter(f"{_DRAW}frame"):
        for embedded in frame.findall(f"{_DRAW}object"):
            name = f"{(embedded.get(_HREF) or '').removeprefix('./').rstrip('/')}/content.xml"
            if name not in names_in(container):
                continue
            left -= container.getinfo(name).file_size
            if left < 0:
                return
            formula = xml(member(container, name, limit))
            if formula.tag == f"{_MATHML}math":
                frame.set(FORMULA, line_of(formula))


def _spaced(text: str | None) -> str:
    """White space of the XML is one blank: what is meant is said by elements."""
    if not text:
        return ""
    joined = " ".join(text.split())
    return f"{' ' if text[0].isspace() else ''}{joined}{' ' if joined and text[-1].isspace() else ''}"


def _blocks(element: Any, styles: Styles, later: list[tuple[str, bool]], depth: int = 0) -> Iterator[tuple[str, bool]]:
    """Paragraphs, headings and rows of tables below an element; notes are put into `later`."""
    if depth > 200:
        raise UnreadableError("it is nested too deep")
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _UNSEEN:
            continue
        if child.tag in _PARAGRAPHS:
            if words := styled_words(child, styles):
                yield words, child.tag == f"{_T}h"
            for note in child.iter(f"{_T}note-body"):
                later.extend(_blocks(note, styles, later, depth + 1))
            for box in child.iter(f"{_DRAW}text-box"):
                yield from _blocks(box, styles, later, depth + 1)
        elif child.tag == f"{ODF['table']}table-row":
            cells = [
                " ".join(" ".join(words for words, _ in _blocks(cell, styles, later, depth + 1)).split())
                for cell in child
                if cell.tag == f"{ODF['table']}table-cell"
            ]
            if any(cells):
                yield " | ".join(cells), False
        elif child.tag == f"{_DRAW}frame" and child.get(FORMULA):
            yield child.get(FORMULA, ""), False
        elif child.tag == f"{_T}hidden-paragraph" or child.get(f"{_T}display") == "none":
            continue
        else:
            yield from _blocks(child, styles, later, depth + 1)


def _offer_properties(container: zipfile.ZipFile, limit: int, item: Item, text: str = "") -> Any:
    fields = fields_of(item)
    meta = xml(member(container, "meta.xml", limit)) if "meta.xml" in names_in(container) else None
    creators = (f"{ODF['meta']}initial-creator", f"{_DC}creator")
    authors = [] if meta is None else [name for one in creators if (name := meta.findtext(f".//{one}"))]
    offer_head(text, fields, authors[0] if authors else None)
    offer_name_date(item, fields)
    if meta is not None:
        fields.offer("title", meta.findtext(f".//{_DC}title"), "document properties: title")
        for author in authors:
            fields.offer("author", author_of_properties(author), "document properties: creator")
        made = meta.findtext(f".//{ODF['meta']}creation-date")
        fields.offer_date(made, "document properties: created", guessed=True)
    return fields


def read_odt(item: Item) -> Found:
    """An OpenDocument text becomes one document, its headings sections.

    Raises:
        UnreadableError: It is damaged, locked, or unpacks to too much.
    """
    limits = item.options.limits
    data = item.content(limits.packed)
    with opened(item, "OpenDocument text") as container:
        refuse_locked(container)
        content = xml(member(container, "content.xml", limits.expanded))
        read_formulas(container, content, limits.expanded)
        body = content.find(f"{ODF['office']}body")
        styles = text_styles(container, limits.expanded)
        notes: list[tuple[str, bool]] = []
        blocks = list(_blocks(body, styles, notes)) if body is not None else []
        text, sections = join_blocks([*blocks, *notes])
        fields = _offer_properties(container, limits.expanded, item, text)
    if blocks and blocks[0][1] and not letterhead(text):
        fields.offer("title", blocks[0][0], "its first heading")
    yield from whole_file(item, fields, text, digest(data), sections=sections)


def read_odp(item: Item) -> Found:
    """An OpenDocument presentation becomes one document with a section a slide, the speaker's notes included.

    Raises:
        UnreadableError: It is damaged, locked, or unpacks to too much.
    """
    limits = item.options.limits
    data = item.content(limits.packed)
    with opened(item, "OpenDocument presentation") as container:
        refuse_locked(container)
        tree = xml(member(container, "content.xml", limits.expanded))
        read_formulas(container, tree, limits.expanded)
        styles = text_styles(container, limits.expanded)
        fields = _offer_properties(container, limits.expanded, item)
    slides = []
    for number, page in enumerate(tree.iter(f"{_DRAW}page"), start=1):
        later: list[tuple[str, bool]] = []
        shown = [part for part in page if part.tag != f"{_PRESENTATION}notes"]
        words = [w for part in shown for w, _ in _blocks([part], styles, later)]
        said = [w for part in page.findall(f"{_PRESENTATION}notes") for w, _ in _blocks(part, styles, later)]
        slides.append((f"slide {number}", words + [w for w, _ in later]))
        slides.append((f"slide {number}, notes", said))
    text, sections = of_slides(slides)
    yield from whole_file(item, fields, text, digest(data), sections=sections)


def of_slides(slides: list[tuple[str, list[str]]]) -> tuple[str, tuple[Section, ...]]:
    """Put the blocks of slides together, a section a slide."""
    parts: list[str] = []
    sections: list[Section] = []
    length = 0
    for label, blocks in slides:
        words = "\n\n".join(block for block in blocks if block)
        if not words:
            continue
        sections.append(Section(length, length + len(words), label))
        parts.append(words)
        length += len(words) + 2
    return "\n\n".join(parts), tuple(sections)
