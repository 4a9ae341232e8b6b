"""Pages that a browser saved: what the file itself says about where and when it was saved.

SingleFile writes a comment, "Save page as" of browsers another; MHTML (RFC 2557) has headers. What SingleFile saves as
a page that unpacks itself is a page and a ZIP archive at once; what it saves as ZIP has the page and a list beside it.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from workbench.ingest.fields import web_address
from workbench.ingest.item import Found, Item
from workbench.ingest.options import UnreadableError
from workbench.ingest.sheets_beside import LARGEST
from workbench.ingest.zip_container import member, opened

_HEAD = 4_000
_SINGLE_FILE = re.compile(r"<!--\s*Page saved with SingleFile(.{0,2000}?)-->", re.DOTALL)
_UNPACKS_ITSELF = re.compile(
    rb"<html[^>]{0,200} data-sfz[\s>].{0,20}?<!--\s{0,20}Page saved with SingleFile", re.DOTALL
)
_URL = re.compile(r"^[ \t]*url:\s*(\S{1,2000})", re.MULTILINE)
_SAVED = re.compile(r"^[ \t]*saved date:\s*([^\n]{1,100})", re.MULTILINE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)(\S{1,2000}?)\s*-->")
_DAY = re.compile(r"(?:\w{3} )?(\w{3} \d{1,2} \d{4} \d\d:\d\d:\d\d) GMT([+-]\d{4})")
# Pictures and letters that are kept inside the page; they are not among its words.
_INSIDE = re.compile(rb"data:[\w/+.-]{0,60}(?:;[\w=-]{1,40}){0,3},[A-Za-z0-9+/=%_-]{40,}")
_MANIFEST = 1_000_000
PARTS = 200
"""Parts of an MHTML file that are looked at for its page."""


@dataclass(frozen=True, slots=True)
class Saved:
    """Where a page was saved from, and when (ISO 8601, UTC)."""

    address: str | None = None
    retrieved: str | None = None


def _utc(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _moment(written: str) -> str | None:
    """A time as JavaScript writes it ("Sat Jan 29 2022 18:30:00 GMT+0100 (…)"), or as ISO 8601 has it."""
    try:
        if match := _DAY.search(written):
            return _utc(datetime.strptime(f"{match.group(1)} {match.group(2)}", "%b %d %Y %H:%M:%S %z"))
        when = datetime.fromisoformat(
            written.strip().removesuffix("Z") + ("+00:00" if written.strip()[-1:] == "Z" else "")
        )
    except (ValueError, OverflowError):
        return None
    return _utc(when) if when.tzinfo else None


def saved(markup: str) -> Saved:
    """What the head of a saved page says; nothing where it says nothing."""
    head = markup[:_HEAD]
    if match := _SINGLE_FILE.search(head):
        address, when = _URL.search(match.group(1)), _SAVED.search(match.group(1))
        return Saved(web_address(address.group(1)) if address else None, _moment(when.group(1)) if when else None)
    if match := _SAVED_FROM.search(head):
        return Saved(web_address(match.group(1)))
    return Saved()


def without_pictures(item: Item) -> bytes:
    """The bytes of a page; of one that holds its pictures inside itself, these are left out where it is too large.

    Raises:
        UnreadableError: It is larger than pages are all the same, or it is to unpack itself and is damaged.
    """
    limits = item.options.limits
    if _UNPACKS_ITSELF.search(item.head()):
        with opened(item, "page saved by SingleFile") as container:
            return member(container, "index.html", limits.page)
    if item.size <= limits.page or b"SingleFile" not in item.head():
        return item.content(limits.page)
    data = _INSIDE.sub(b"", item.content(limits.json))
    return replace(item, path=None, data=data).content(limits.page)


def is_manifest(name: str, data: bytes) -> bool:
    """Whether a member of a ZIP archive is SingleFile's list of what lies in it: no page, and no document."""
    if name != "manifest.json" or len(data) > _MANIFEST:
        return False
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(told, dict) and {"originalUrl", "indexFilename"} <= told.keys()


def read_mhtml(item: Item) -> Found:
    """A page saved as MHTML: its page with the address and the day it was saved.

    Raises:
        UnreadableError: It is damaged, too large, or holds no page.
    """
    data = item.content(item.options.limits.json)
    message = message_from_bytes(data, policy=policy.default)
    pages = []
    sheets: dict[str, bytes] = {}
    for number, part in enumerate(message.walk()):
        if number >= PARTS:
            break
        if isinstance(part, EmailMessage) and part.get_content_type() == "text/css":
            content = part.get_payload(decode=True)
            cid = (_stated(part, "Content-ID") or "").strip("<>")
            for name in (_stated(part, "Content-Location"), f"cid:{cid}" if cid else None):
                if name and isinstance(content, bytes) and len(content) <= LARGEST:
                    sheets[name] = content
        if isinstance(part, EmailMessage) and part.get_content_type() in ("text/html", "application/xhtml+xml"):
            pages.append(part)
    if not pages:
        raise UnreadableError("there is no page in it, or it is damaged or cut short")
    location = _stated(message, "Snapshot-Content-Location") or _stated(pages[0], "Content-Location")
    page = next((part for part in pages if location and _stated(part, "Content-Location") == location), pages[0])
    payload = page.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload.strip():
        raise UnreadableError("there is no page in it, or it is damaged or cut short")
    retrieved = None
    try:
        when = parsedate_to_datetime(_stated(message, "Date") or "")
        retrieved = _utc(when) if when.tzinfo else None
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    from workbench.ingest.html import read_html

    yield from read_html(
        replace(
            item,
            path=None,
            data=payload,
            charset=page.get_content_charset(),
            content_type=None,
            address=item.address or web_address(location or ""),
            retrieved=item.retrieved or retrieved,
            kind="html",
        ),
        sheets.get,
    )


def _stated(message: EmailMessage, name: str) -> str | None:
    try:
        value = message[name]
        return "".join(str(value).split()) if value is not None and name != "Date" else value and str(value)
    except Exception:  # the parser of headers raises many kinds of errors on hostile ones
        return None
