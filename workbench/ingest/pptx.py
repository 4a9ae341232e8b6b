"""PowerPoint presentations: the words of each slide in order, its tables and diagrams, and the speaker's notes."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from typing import Any

from workbench.ingest.fields import clean, digest
from workbench.ingest.heartbeat import beat
from workbench.ingest.item import Found, Item
from workbench.ingest.office_formulas import line_of_formula
from workbench.ingest.open_document import of_slides
from workbench.ingest.options import UnreadableError
from workbench.ingest.plain import fields_of, offer_name_date, whole_file
from workbench.ingest.raised import lowered, raised
from workbench.ingest.zip_container import member, names_in, opened, related, xml

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_MATH = "{http://schemas.microsoft.com/office/drawing/2010/main}m"
_FURNITURE = frozenset(("sldNum", "dt", "ftr", "hdr", "sldImg"))
"""Placeholders of what stands on every slide."""


def _runs(paragraph: Any) -> Iterator[Any]:
    """What a paragraph is made of, of two forms of one thing the one that is chosen."""
    for run in paragraph:
        if run.tag == _ALTERNATIVES:
            yield from run.find(_CHOICE) if run.find(_CHOICE) is not None else ()
        else:
            yield run


def _words(paragraph: Any) -> str:
    pieces: list[tuple[str, int]] = []
    for run in _runs(paragraph):
        if run.tag == _MATH:
            pieces.append((f" {' '.join(line_of_formula(one) for one in run)} ", 0))
            continue
        if run.tag == f"{_A}br":
            pieces.append(("\n", 0))
            continue
        said = run.findtext(f"{_A}t") if run.tag in (f"{_A}r", f"{_A}fld") else None
        look = run.find(f"{_A}rPr")
        if not said or (look is not None and look.get("strike", "noStrike") != "noStrike"):
            continue
        place = look.get("baseline", "0").rstrip("%") if look is not None else "0"
        pieces.append((said, -1 if place.startswith("-") else int(place.strip("0.") != "")))
    words = ""
    for number, (said, place) in enumerate(pieces):
        after = pieces[number + 1][0] if number + 1 < len(pieces) else ""
        if place > 0:
            words += raised(words[-40:], said, after[:20])
        else:
            words += lowered(words[-40:], said) if place < 0 else said
    return clean(re.sub(r" {2,}", " ", words))


def _blocks(element: Any) -> Iterator[str]:
    """Paragraphs and rows of tables below an element, in the order of the file."""
    stack = [element]
    while stack:
        node = stack.pop()
        if node.tag == _FALLBACK:
            continue
        if node.tag == f"{_P}sp":
            place = node.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")
            shape = node.find(f"{_P}nvSpPr/{_P}cNvPr")
            if place is not None and place.get("type") in _FURNITURE:
                continue
            if shape is not None and shape.get("hidden") in ("1", "true"):
                continue
        if node.tag == f"{_A}p":
            yield _words(node)
            continue
        if node.tag == f"{_A}tr":
            cells = [" ".join(" ".join(map(_words, cell.iter(f"{_A}p"))).split()) for cell in node.findall(f"{_A}tc")]
            if any(cells):
                yield " | ".join(cells)
            continue
        stack.extend(reversed([child for child in node if isinstance(child.tag, str)]))


def _slide(container: zipfile.ZipFile, name: str, limit: int) -> tuple[bool, list[str], list[str], int]:
    """Whether a slide is shown, its blocks, those of its notes, and how many charts it has."""
    tree = xml(member(container, name, limit))
    blocks = list(_blocks(tree))
    notes: list[str] = []
    charts = 0
    for kind, part in related(container, name, limit).values():
        if kind == "diagramData" and part in names_in(container):
            blocks += [_words(p) for p in xml(member(container, part, limit)).iter(f"{_A}p")]
        elif kind == "notesSlide" and part in names_in(container):
            notes += _blocks(xml(member(container, part, limit)))
        charts += kind == "chart"
    return tree.get("show", "1") not in ("0", "false"), blocks, notes, charts


def read_pptx(item: Item) -> Found:
    """A presentation becomes one document with a section a slide.

    Raises:
        UnreadableError: It is damaged, locked, or unpacks to too much.
    """
    limits = item.options.limits
    data = item.content(limits.packed)
    fields = fields_of(item)
    hidden: list[int] = []
    charts = 0
    slides: list[tuple[str, list[str]]] = []
    left = limits.expanded
    with opened(item, "PowerPoint file") as container:
        package = related(container, "", left)
        main = next((name for kind, name in package.values() if kind == "officeDocument"), "ppt/presentation.xml")
        listed = xml(member(container, main, left)).iter(f"{_P}sldId")
        parts = related(container, main, left)
        for number, entry in enumerate(listed, start=1):
            beat()
            name = parts.get(entry.get(f"{_R}id", ""), ("", ""))[1]
            if name not in names_in(container):
                raise UnreadableError(f"it lacks its slide {number}")
            left -= container.getinfo(name).file_size
            if left < 0:
                raise UnreadableError("its slides unpack to more than is read")
            shown, blocks, notes, drawn = _slide(container, name, left)
            charts += drawn
            if not shown:
                hidden.append(number)
                continue
            slides.append((f"slide {number}", blocks))
            slides.append((f"slide {number}, notes", notes))
        if "docProps/core.xml" in names_in(container):
            core = xml(member(container, "docProps/core.xml", limits.expanded))
            title = core.findtext(f"{_DC}title") or ""
            if title.strip().lower() not in ("powerpoint presentation", "presentation"):
                fields.offer("title", title, "document properties: title")
            fields.offer("author", core.findtext(f"{_DC}creator"), "document properties: creator")
            offer_name_date(item, fields)
            fields.offer_date(core.findtext(f"{_TERMS}created"), "document properties: created", guessed=True)
    text, sections = of_slides(slides)
    left_out = []
    if hidden:
        told = ", ".join(map(str, hidden[:10])) + (" and more" if len(hidden) > 10 else "")
        left_out.append(f"slide {told} is hidden and was not read")
    if charts:
        left_out.append(f"the figures of its {charts} charts were not read")
    yield from whole_file(item, fields, text, digest(data), sections=sections, left_out=left_out)
