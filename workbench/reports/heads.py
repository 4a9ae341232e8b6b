"""The head of the record in a report that was written some time ago, whatever format it has."""

from __future__ import annotations

import io
import json
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape
from typing import Any

from workbench.domain.errors import BadInputError
from workbench.reports.method import HEAD
from workbench.reports.schema import FORMAT
from workbench.system.zip_parts import pieces

_HASH = r"sha256:([0-9a-f]{64})(?![0-9a-f])"
_TOLD = re.compile(HEAD + r"\W{0,200}" + _HASH)
_KEYWORD = re.compile(r"record-head " + _HASH)
_TAG = re.compile(r"<[^<>]{0,2000}>")
WITHOUT = "CSV, AVeriTeC, feed, CSL-JSON, RIS, BibTeX, Obsidian and community note"
"""Formats that no head stands in."""
BUNDLED = "report.json"
_LARGEST_PART = 64 * 1024 * 1024
"""Bytes of a part of a package that are looked through."""
_LARGEST_PACKAGE = 200_000_000
_MOST_PARTS = 10_000
_BROKEN = (
    zipfile.BadZipFile,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    ValueError,
    OverflowError,
    lzma.LZMAError,
    zlib.error,
)


def head_in(content: bytes, name: str) -> str:
    """The one head that a report names.

    Args:
        content: The bytes of the report: JSON, JSON-LD, Markdown, HTML, PDF, DOCX, XLSX or a bundle as the workbench
            writes them.
        name: What to call the file.
    Raises:
        BadInputError: It names none, or several, or is a package that is damaged, locked or too large.
    """
    if (inside := _bundled(content, name)) is not None:
        found = set(_in_json(inside))  # what stands in the sources beside it is not looked at
    else:
        found = set(_in_json(content)) if content.lstrip()[:1] in (b"{", b"[") else set()
    if not found and inside is None:
        for text in _texts(content, name):
            found.update(_TOLD.findall(unescape(_TAG.sub(" ", text))))
            found.update(_KEYWORD.findall(text))
    if not found:
        raise BadInputError(
            f"{name} names no head of a record: it is no report with one ({WITHOUT} have no place for it), no bundle "
            "and no backup."
        )
    if len(found) > 1:
        raise BadInputError(f"{name} names {len(found)} different heads; give the hash itself.")
    return found.pop()


def export_in(content: bytes, name: str) -> bytes | None:
    """The JSON export that a file is, or that a bundle holds; None for anything else.

    Raises:
        BadInputError: It is a package that is damaged, locked or too large.
    """
    if (inside := _bundled(content, name)) is not None:
        return inside
    if content.lstrip()[:1] != b"{":
        return None
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return content if isinstance(data, dict) and data.get("format") == FORMAT else None


def _in_json(content: bytes) -> Iterator[str]:
    """Where the JSON formats have it; what stands in texts is not looked at."""
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        return
    if isinstance(data, dict):
        state = data.get("state")
        if "articles" in data and isinstance(state, dict):
            yield from _hashes(f"sha256:{state.get('head')}")
        yield from _hashes(data.get("dcterms:identifier"))
    for one in data if isinstance(data, list) else ():
        named = one.get("identifier") if isinstance(one, dict) else None
        if isinstance(named, dict) and named.get("propertyID") == "record-head":
            yield from _hashes(named.get("value"))


def _hashes(value: Any) -> list[str]:
    match = re.fullmatch(_HASH, value) if isinstance(value, str) else None
    return [match[1]] if match else []


def _bundled(content: bytes, name: str) -> bytes | None:
    """The report of a bundle, None for anything else."""
    if not content.startswith(b"PK\x03\x04"):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            if BUNDLED not in package.namelist():
                return None
            if package.getinfo(BUNDLED).file_size > _LARGEST_PACKAGE:
                raise BadInputError(
                    f"the report in {name} is larger than the {_LARGEST_PACKAGE // 1_000_000} MB that are looked "
                    "through; give the hash itself."
                )
            return b"".join(pieces(package, BUNDLED))
    except _BROKEN as error:
        raise BadInputError(f"{name} is a damaged or locked package ({type(error).__name__}).") from error


def _texts(content: bytes, name: str) -> Iterator[str]:
    if not content.startswith(b"PK\x03\x04"):
        yield content.decode("utf-8", "replace")
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = [part for part in package.infolist() if part.filename.endswith(".xml")]
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST_PACKAGE:
                raise BadInputError(
                    f"{name} has more than the {_MOST_PARTS:,} parts or {_LARGEST_PACKAGE // 1_000_000} MB that are "
                    "looked through; give the hash itself."
                )
            for part in parts:
                if part.file_size <= _LARGEST_PART:
                    yield b"".join(pieces(package, part)).decode("utf-8", "replace")
    except _BROKEN as error:
        raise BadInputError(f"{name} is a damaged or locked package ({type(error).__name__}).") from error
