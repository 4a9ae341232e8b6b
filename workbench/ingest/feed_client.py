"""Following a feed: what is new in it, and the pages its entries link to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from http import HTTPStatus
from urllib.parse import urljoin

from workbench.domain.documents import Document, Skipped
from workbench.domain.errors import BadInputError
from workbench.ingest.feeds import NO_ENTRIES
from workbench.ingest.fields import web_address
from workbench.ingest.item import shown
from workbench.ingest.options import ReadOptions, UnreadableError
from workbench.ingest.reader import read_item, with_raw
from workbench.ingest.web import Answer, Fetcher, item_of
from workbench.ingest.workers import Workers

_LINKS = re.compile(r"<link\b[^<>]{0,1000}>", re.IGNORECASE)
_FEED_TYPE = re.compile(r"application/(?:rss|atom)\+xml", re.IGNORECASE)
_TARGET = re.compile(r"href\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
ENOUGH = 600
"""Characters of text in the feed itself that are taken for the whole entry where its page cannot be had."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed: its own id, and what the feed itself says of it."""

    id: str
    document: Document


@dataclass(frozen=True, slots=True)
class FeedAnswer:
    """What a feed answered. `unchanged` is True where the server says that nothing is new since the last time."""

    title: str
    etag: str | None
    modified: str | None
    entries: tuple[Entry, ...]
    skipped: tuple[Skipped, ...]
    unchanged: bool = False


class FeedReader:
    """Asks feeds and the pages they link to, one at a time and politely. Close it, or use it in a `with`."""

    def __init__(self, options: ReadOptions) -> None:
        # What the user says of one document does not hold for every entry.
        self._options = replace(options, title=None, url=None, archive_url=None, known=None)
        self._fetcher = Fetcher(self._options)
        self._workers = Workers(1, options.limits)  # for all entries: to start one takes longer than to read a page

    def __enter__(self) -> FeedReader:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection and end the parser."""
        self._fetcher.close()
        self._workers.close()

    def entries(self, address: str, *, etag: str | None = None, modified: str | None = None) -> FeedAnswer:
        """Ask a feed for its entries, newest first as it gives them.

        Args:
            address: Of the feed.
            etag: Of the answer known; with `modified` the server may answer that nothing is new.
            modified: Last-Modified of the answer known.

        Raises:
            BadInputError: It cannot be had, or is no feed.
        """
        try:
            answer = self._fetcher.get(address, etag=etag, modified=modified)
        except UnreadableError as error:
            raise BadInputError(f"{shown(address)}: {error}.") from None
        if answer.status == HTTPStatus.NOT_MODIFIED:
            return FeedAnswer("", etag, modified, (), (), unchanged=True)
        item = replace(item_of(answer, as_evidence=True, options=self._options, whole=False), kind="feed")
        entries: list[Entry] = []
        skipped: list[Skipped] = []
        try:
            for found in read_item(item, self._workers):
                if isinstance(found, Skipped):
                    skipped.append(found)
                else:
                    entries.append(Entry(found.found["feed_entry"], found))
        except BadInputError as error:
            if NO_ENTRIES not in str(error):
                raise BadInputError(str(error).removesuffix(".") + _named_feeds(answer) + ".") from None
        title = entries[0].document.found["feed_title"] if entries else ""
        headers = answer.headers
        return FeedAnswer(title, headers.get("etag"), headers.get("last-modified"), tuple(entries), tuple(skipped))

    def documents(self, entry: Entry, *, as_evidence: bool) -> Iterator[Document | Skipped]:
        """What an entry stands for: the page it links to, else its own text where there is enough of it.

        Raises:
            BadInputError: Neither can be had.
        """
        address = entry.document.url
        if address is None:
            yield entry.document
            return
        try:
            answer = self._fetcher.get(address)
            item = item_of(answer, as_evidence=as_evidence, options=self._options, whole=False)
            for found in with_raw(read_item(item, self._workers), answer.content):
                yield _completed(found, entry.document) if isinstance(found, Document) else found
        except (UnreadableError, BadInputError) as error:
            if len(entry.document.text) >= ENOUGH:
                reason = str(error).removeprefix(f"{shown(address)}: ").rstrip(".")
                yield replace(
                    entry.document, found={**entry.document.found, "text": f"the feed, since of the page {reason}"}
                )
                return
            if isinstance(error, UnreadableError):
                raise BadInputError(f"{shown(address)}: {error}.") from None
            raise


def _named_feeds(answer: Answer) -> str:
    """What a page that is no feed says where its feeds are."""
    named = []
    for tag in _LINKS.findall(answer.content[:200_000].decode("utf-8", errors="replace")):
        target = _TARGET.search(tag)
        if _FEED_TYPE.search(tag) and target and (address := web_address(urljoin(answer.address, target.group(1)))):
            named.append(address)
    return f"; the page names {' and '.join(dict.fromkeys(named[:3]))}" if named else ""


def _completed(document: Document, entry: Document) -> Document:
    """A page with what the feed says surer than the page."""
    found, guessed = dict(document.found), set(document.guessed)
    changes: dict[str, object] = {}
    for name in ("title", "author", "publisher", "published"):
        stated = getattr(entry, name)
        if stated and name not in entry.guessed and (not getattr(document, name) or name in guessed):
            changes[name] = stated
            found[name] = entry.found[name]
            guessed.discard(name)
    found["feed"] = entry.found["feed"]
    found["feed_entry"] = entry.found["feed_entry"]
    return replace(document, found=found, guessed=frozenset(guessed), **changes)  # type: ignore[arg-type]
