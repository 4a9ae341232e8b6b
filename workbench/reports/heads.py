"""The head of the record in a report that was written some time ago, whatever format it has."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from typing import Any

from workbench.domain.errors import BadInputError
from workbench.reports.method import HEAD

_HASH = r"sha256:([0-9a-f]{64})(?![0-9a-f])"
_TOLD = re.compile(HEAD + r"\W{0,200}" + _HASH)
_KEYWORD = re.compile(r"record-head " + _HASH)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_LARGEST_PART = 64 * 1024 * 1024
"""Bytes of a part of a package that are looked through."""


def head_in(content: bytes, name: str) -> str:
    """The one head that a report names.

    Args:
        content: The bytes of the report: JSON, JSON-LD, Markdown, HTML, PDF, DOCX or XLSX as the workbench writes them.
        name: What to call the file.
    Raises:
        BadInputError: It names none, or several.
    """
    found = set(_in_json(content)) if content.lstrip()[:1] in (b"{", b"[") else set()
    if not found:
        for text in _texts(content):
            found.update(_TOLD.findall(unescape(_TAG.sub(" ", text))))
            found.update(_KEYWORD.findall(text))
    if not found:
        raise BadInputError(
            f"{name} names no head of a record: it is no report with one (CSV and AVeriTeC have no place for it), nor "
            "a backup."
        )
    if len(found) > 1:
        raise BadInputError(f"{name} names {len(found)} different heads; give the hash itself.")
    return found.pop()


def _in_json(content: bytes) -> Iterator[str]:
    """Where the JSON formats have it; what stands in texts is not looked at."""
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        return
    if isinstance(data, dict):
        yield from _hashes(f"sha256:{(data.get('state') or {}).get('head')}" if "articles" in data else None)
        yield from _hashes(data.get("dcterms:identifier"))
    for one in data if isinstance(data, list) else ():
        named = one.get("identifier") if isinstance(one, dict) else None
        if isinstance(named, dict) and named.get("propertyID") == "record-head":
            yield from _hashes(named.get("value"))


def _hashes(value: Any) -> list[str]:
    match = re.fullmatch(_HASH, value) if isinstance(value, str) else None
    return [match[1]] if match else []


def _texts(content: bytes) -> Iterator[str]:
    if not content.startswith(b"PK\x03\x04"):
        yield content.decode("utf-8", "replace")
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            for part in package.infolist():
                if part.filename.endswith(".xml") and part.file_size <= _LARGEST_PART:
                    yield package.read(part).decode("utf-8", "replace")
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return
