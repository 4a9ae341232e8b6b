"""EPUB books: the chapters in reading order, each a section."""

from __future__ import annotations

import posixpath
from typing import Any
from urllib.parse import unquote

from workbench.domain.documents import Section
from workbench.ingest.fields import digest
from workbench.ingest.html import all_blocks, decode_page
from workbench.ingest.item import Found, Item
from workbench.ingest.options import UnreadableError
from workbench.ingest.plain import fields_of, whole_file
from workbench.ingest.text import one_line
from workbench.ingest.zip_container import member, opened, xml

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_READABLE = frozenset(("application/xhtml+xml", "text/html", "application/html+xml"))


def _chapters(package: Any, folder: str) -> list[str]:
    manifest = {entry.get("id"): entry for entry in package.iter(f"{_OPF}item")}
    paths = []
    for reference in package.iter(f"{_OPF}itemref"):
        entry = manifest.get(reference.get("idref"))
        if (
            entry is None
            or entry.get("media-type") not in _READABLE
            or "nav" in (entry.get("properties") or "").split()
        ):
            continue
        # A path that leads out of the book names nothing in it, and is asked of the book only.
        paths.append(posixpath.normpath(posixpath.join(folder, unquote(entry.get("href") or ""))))
    return paths


def read_epub(item: Item) -> Found:
    """A book becomes one document with a section a chapter.

    Raises:
        UnreadableError: It is damaged, locked, or unpacks to too much.
    """
    limits = item.options.limits
    data = item.content(limits.packed)
    fields = fields_of(item)
    parts: list[str] = []
    sections: list[Section] = []
    length = 0
    with opened(item, "EPUB book") as container:
        names = set(container.namelist())
        rootfile = xml(member(container, "META-INF/container.xml", limits.expanded)).find(f".//{_CONTAINER}rootfile")
        package_path = rootfile.get("full-path") if rootfile is not None else None
        if not package_path or package_path not in names:
            raise UnreadableError("it is no EPUB book: its table of contents is missing")
        package = xml(member(container, package_path, limits.expanded))
        left = limits.expanded
        for number, path in enumerate(_chapters(package, posixpath.dirname(package_path)), start=1):
            if path not in names:
                continue
            markup = member(container, path, left)
            left -= len(markup)
            blocks = all_blocks(decode_page(markup, None).text)
            if not blocks:
                continue
            label = next((words for words, heading in blocks if heading), f"Chapter {number}")
            text = "\n\n".join(words for words, _ in blocks)
            sections.append(Section(length, length + len(text), one_line(label, 200)))
            parts.append(text)
            length += len(text) + 2
        for name, key in (
            ("title", "title"),
            ("author", "creator"),
            ("publisher", "publisher"),
            ("language", "language"),
        ):
            stated = package.findtext(f".//{_DC}{key}")
            fields.offer(name, stated[:2].lower() if stated and key == "language" else stated, f"EPUB metadata: {key}")
        fields.offer_date(package.findtext(f".//{_DC}date"), "EPUB metadata: date")
    yield from whole_file(item, fields, "\n\n".join(parts), digest(data), sections=tuple(sections))
