"""RSS and Atom feeds: their entries, read from bytes that were fetched by the workbench itself."""

from __future__ import annotations

from html import unescape
from io import BytesIO
from typing import Any

from workbench.domain.documents import Skipped
from workbench.ingest.dates import order_of
from workbench.ingest.fields import clean, digest
from workbench.ingest.html import all_blocks
from workbench.ingest.item import Found, Item
from workbench.ingest.options import UnreadableError
from workbench.ingest.plain import fields_of, notices
from workbench.ingest.text import one_line

NO_ENTRIES = "there is no entry in the feed"
ENTRIES = 2_000
"""Entries of a feed that are read."""


def _words(entry: Any, key: str) -> str:
    # Past the library's own get, which puts one date in place of another and warns of it.
    value = dict.get(entry, key)
    return value if isinstance(value, str) else ""


def _text(entry: Any) -> str:
    """The fullest text an entry carries, without its markup."""
    bodies = [part.get("value", "") for part in entry.get("content") or () if isinstance(part, dict)]
    bodies.append(_words(entry, "summary"))
    longest = max((body for body in bodies if isinstance(body, str)), key=len, default="")
    return "\n\n".join(words for words, _ in all_blocks(longest)) if longest else ""


def _plain(markup: str) -> str:
    """A title without markup; signs that were escaped twice are signs."""
    return clean(unescape(" ".join(words for words, _ in all_blocks(markup))))


def _authors(entry: Any) -> str:
    """Every author of an entry, in its order."""
    listed = dict.get(entry, "authors") or ()
    names = [_words(author, "name") for author in listed if isinstance(author, dict)]
    return ", ".join(dict.fromkeys(filter(None, names))) or _words(entry, "author")


def read_feed(item: Item) -> Found:
    """The entries of a feed, one document each, their text what the feed itself carries.

    The entry's own id, the feed's title and whether the text is only a teaser stay in `found`; the pages that
    entries link to are not fetched.

    Raises:
        UnreadableError: It is no feed.
    """
    import feedparser

    data = item.content(item.options.limits.page)
    # A stream, not bytes: given bytes the library would look for a file of that name first.
    parsed = feedparser.parse(BytesIO(data), response_headers={"content-type": item.content_type or "application/xml"})
    if not parsed.get("version") and not parsed.entries:
        raise UnreadableError("it is no RSS or Atom feed")
    feed_title = one_line(_plain(_words(parsed.feed, "title")), 300)
    order = order_of(_words(parsed.feed, "language"))
    seen: set[str] = set()
    for number, entry in enumerate(parsed.entries, start=1):
        where = f"{item.origin}, entry {number}"
        if number > ENTRIES:
            yield Skipped(where, f"only the first {ENTRIES} entries of a feed are read")
            return
        link = _words(entry, "link")
        identifier = one_line(_words(entry, "id") or link or _words(entry, "title"), 500)
        if not identifier or identifier in seen:
            continue
        seen.add(identifier)
        inner = item.inner(f"entry {number}", b"")
        fields = fields_of(inner)
        fields.offer("url", link, "link of the feed's entry")
        fields.offer("title", _plain(_words(entry, "title")), "feed: title")
        fields.offer("author", _authors(entry), "feed: author")
        fields.offer("publisher", feed_title, "title of the feed")
        for key in ("published", "created", "updated"):
            fields.offer_date(_words(entry, key), f"feed: {key}", order=order)
        fields.note("feed", item.address or item.origin)
        fields.note("feed_title", feed_title)
        fields.note("feed_entry", identifier)
        title = fields.values.get("title", "")
        text = "\n\n".join(part for part in (title, _text(entry)) if part)
        try:
            yield fields.document(
                text,
                origin=where,
                sha256=digest(text.encode()),
                limit=item.limit,
                identifier=None if fields.values.get("url") else identifier,
                retrieved=item.retrieved,
            )
        except UnreadableError as error:
            yield Skipped(where, str(error))
            continue
        for reason in notices(inner, fields):
            yield Skipped(where, reason.reason, partial=True)
    if not parsed.entries:
        raise UnreadableError(NO_ENTRIES)
