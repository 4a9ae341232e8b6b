"""Reference lists become documents: RIS, BibTeX and CSL-JSON, with the files that stand beside them.

Each reference is a document of its title and abstract, or, where the file it names lies in the folder of the list, the
text of that file with the reference's fields. RIS is read by rispy, BibTeX by bibtexparser.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from workbench.domain.documents import Document, Skipped
from workbench.ingest.dates import parse_date
from workbench.ingest.fields import Fields, clean, digest
from workbench.ingest.file_kinds import guarded
from workbench.ingest.heartbeat import beat
from workbench.ingest.item import Found, Item, shown
from workbench.ingest.options import UnreadableError
from workbench.ingest.reference_lists import CSL_TYPES, Reference, parse_bibtex, parse_csl, parse_ris
from workbench.ingest.text import decode, is_binary, one_line
from workbench.ingest.used_identifiers import UsedIdentifiers

LONGEST_ABSTRACT = 200_000
MOST_AUTHORS = 100
MOST_FILES = 20
"""Files of one reference that are looked at."""


def read_ris(item: Item) -> Found:
    """A list in RIS; a reference that breaks off is named, and the others go in.

    Raises:
        UnreadableError: There is no reference in it.
    """
    yield from _documents(parse_ris(_text(item), item.origin), item, "RIS")


def read_bibtex(item: Item) -> Found:
    """A list in BibTeX or BibLaTeX; an entry that is broken is named by its line, and the others go in.

    Raises:
        UnreadableError: There is no entry in it.
    """
    yield from _documents(parse_bibtex(_text(item), item.origin), item, "BibTeX")


def is_csl(loaded: Any) -> bool:
    """Whether JSON is a list of works in CSL-JSON, and not rows that hold texts of their own."""
    if not isinstance(loaded, list) or not loaded:
        return False
    return any(isinstance(one, dict) and {"title", "author", "issued"} & set(one) for one in loaded[:50]) and all(
        isinstance(one, dict)
        and one.get("type") in CSL_TYPES
        and not {"text", "body", "content"} & set(one)
        and isinstance(one.get("issued", {}), dict | str)
        and isinstance(one.get("author", []), list)
        for one in loaded[:50]
    )


def read_csl(loaded: list[Any], item: Item) -> Found:
    """The works of a list in CSL-JSON."""
    yield from _documents(parse_csl(loaded, item.origin), item, "CSL-JSON")


def _text(item: Item) -> str:
    data = item.content(item.options.limits.json)
    if is_binary(data):
        raise UnreadableError("it is a binary file, not text")
    return decode(data).text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _documents(found: Iterable[Reference | Skipped], item: Item, what: str) -> Found:
    seen = UsedIdentifiers("reference")
    number = read = 0
    for entry in found:
        beat()
        if isinstance(entry, Skipped):
            yield entry
            continue
        number += 1
        if number > item.options.limits.rows:
            yield Skipped(entry.where, f"only the first {number - 1} references were read")
            return
        try:
            for document in _of(entry, item, what):
                if isinstance(document, Document):
                    taken = seen.take(document, number, entry.where)
                    read += 1
                    yield taken
                else:
                    yield document
        except UnreadableError as error:
            yield Skipped(entry.where, str(error))
    if not number and not read:
        raise UnreadableError(f"there is no reference in it that {what} has")


def _of(entry: Reference, item: Item, what: str) -> Found:
    """The documents of one reference: its files that can be read, else its title and abstract."""
    fields = _fields(entry, item, what)
    read = False
    for named in entry.files[:MOST_FILES]:
        path = _beside(named, item)
        if path is None:
            why = f"its file {shown(named)} is not beside the list" if item.whole else "its files are read only where "
            why += "" if item.whole else "the list itself is named"
            yield Skipped(entry.where, why, partial=True)
            continue
        attached = replace(item, origin=shown(path), name=path.name, path=path, data=None, whole=False, kind=None)
        try:
            for document in guarded(attached):
                read = read or isinstance(document, Document)
                yield _told_by(document, fields) if isinstance(document, Document) else document
        except UnreadableError as error:
            yield Skipped(attached.origin, str(error), partial=True)
    if not read:
        text = clean("\n\n".join(part for part in (entry.title, entry.abstract[:LONGEST_ABSTRACT]) if part))
        yield fields.document(text, origin=item.origin, sha256=digest(entry.raw), limit=item.limit, guess=False)
    for reason in fields.refused:
        yield Skipped(entry.where, reason, partial=True)


def _fields(entry: Reference, item: Item, what: str) -> Fields:
    fields = Fields(item.options, whole=False)
    fields.found.update(item.found)
    how = f"{what} reference"
    fields.offer("title", entry.title, how)
    fields.offer("author", ", ".join(entry.authors[:MOST_AUTHORS]), how)
    fields.offer("publisher", entry.publisher, how)
    fields.offer("language", entry.language, how)
    fields.offer("url", entry.url or (f"https://doi.org/{entry.doi}" if entry.doi else ""), how)
    if parse_date(entry.published):
        fields.offer_date(entry.published, how)
    elif entry.published:  # a year or a month is no day: it is kept as it stands
        fields.note("issued", one_line(entry.published, 60))
    for name, value in (("reference", entry.key), ("doi", entry.doi)):
        if value:
            fields.note(name, one_line(value, 300))
    return fields


def _told_by(document: Document, fields: Fields) -> Document:
    """A file with what its reference says of it: whoever keeps the list has looked at the work."""
    known = {name: fields.values[name] for name in _LAID_OVER if name in fields.values}
    found = {**document.found, **fields.found}
    return replace(document, found=found, guessed=document.guessed - set(known), **known)


_LAID_OVER = ("title", "author", "publisher", "published", "url", "language")


def _beside(named: str, item: Item) -> Path | None:
    """The file that a reference names, if it lies in the folder of the list or below: no other is ever opened."""
    if item.path is None or not item.whole:
        return None
    plain = named.strip().removeprefix("file://").replace("\\", "/")
    if not plain or "\x00" in plain or "://" in plain:
        return None
    try:
        home = item.path.parent.resolve()
        for place in (home / plain, home / PurePosixPath(plain).name):
            real = place.resolve()
            if real.is_relative_to(home) and real.is_file() and real != item.path.resolve():
                return place
    except (OSError, ValueError):
        pass
    return None
