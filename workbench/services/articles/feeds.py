"""Following feeds: what is new in them becomes articles or evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from workbench.domain.documents import Document, Skipped
from workbench.domain.errors import BadInputError, NotFoundError
from workbench.domain.ports import Cancelled, Progress
from workbench.ingest.feed_client import Entry, FeedReader
from workbench.ingest.options import ReadOptions
from workbench.services.articles.articles import add_document
from workbench.services.articles.splitting import Splitter
from workbench.services.claims.claim_vectors import encode_new_claims
from workbench.services.evidence.sources import EvidenceReport, store_documents
from workbench.services.settings import reading
from workbench.services.workspace import Workspace
from workbench.store import feeds as store
from workbench.store.feeds import Feed

PURPOSES = ("article", "evidence")


@dataclass(slots=True)
class Pull:
    """What pulling one feed brought. `unchanged` counts entries whose text was in the workspace already."""

    url: str
    title: str
    purpose: str
    added: int = 0
    unchanged: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def list_feeds(workspace: Workspace) -> list[Feed]:
    """The feeds that are followed, by address."""
    return store.feeds(workspace.database)


def add_feed(workspace: Workspace, url: str, purpose: str, options: ReadOptions | None = None) -> tuple[Feed, bool]:
    """Follow a feed, after asking it once whether it is one. Its entries come with the next pull.

    Returns:
        The feed, and whether it is new.

    Raises:
        BadInputError: The address cannot be had, or is no feed.
    """
    if purpose not in PURPOSES:
        raise BadInputError(f"a feed gives {' or '.join(PURPOSES)}, not {purpose}.")
    workspace.database.require_allowed()
    with FeedReader(reading(workspace, options)) as reader:
        answer = reader.entries(url)
    new = store.add_feed(workspace.database, url, answer.title, purpose, workspace.reviewer)
    return next(feed for feed in store.feeds(workspace.database) if feed.url == url), new


def remove_feed(workspace: Workspace, url: str) -> None:
    """Follow a feed no longer; what came from it stays.

    Raises:
        NotFoundError: It is not followed.
    """
    if not store.remove_feed(workspace.database, url):
        raise NotFoundError(f"{url} is not followed; `workbench feed list` shows the feeds that are.")


def pull_feeds(
    workspace: Workspace,
    urls: Sequence[str] = (),
    options: ReadOptions | None = None,
    *,
    splitter: Splitter | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Iterator[Pull]:
    """Take what is new in feeds. An entry is done once it is stored: an interruption loses nothing.

    Args:
        workspace: Where it goes.
        urls: Feeds to ask; none asks all.
        options: How to read.
        splitter: Splits articles; made when it is needed.
        progress: Told how many of a feed's new entries are done.
        cancelled: Asked between entries.

    Returns:
        What each feed brought, once its entries are stored.

    Raises:
        NotFoundError: One of `urls` is not followed; nothing was asked.
    """
    workspace.database.require_allowed()
    followed = {feed.url: feed for feed in store.feeds(workspace.database)}
    for url in urls:
        if url not in followed:
            raise NotFoundError(f"{url} is not followed; `workbench feed add {url}` follows it.")
    chosen = [followed[url] for url in dict.fromkeys(urls)] if urls else list(followed.values())
    splitter = splitter or Splitter()
    with FeedReader(reading(workspace, options)) as reader:
        for feed in chosen:
            pull = _pull(workspace, feed, reader, splitter, progress, cancelled)
            if feed.purpose == "article" and pull.added and (problem := encode_new_claims(workspace)):
                pull.notes.append(f"The new claims have no vectors yet; {problem}")
            yield pull
            if cancelled is not None and cancelled():
                return


def _pull(
    workspace: Workspace,
    feed: Feed,
    reader: FeedReader,
    splitter: Splitter,
    progress: Progress | None,
    cancelled: Cancelled | None,
) -> Pull:
    pull = Pull(feed.url, feed.title, feed.purpose)
    try:
        answer = reader.entries(feed.url, etag=feed.etag, modified=feed.modified)
    except BadInputError as error:
        pull.skipped.append(Skipped(feed.url, str(error).removeprefix(f"{feed.url}: ").rstrip(".")))
        return pull
    pull.title = answer.title or feed.title
    taken = store.taken_entries(workspace.database, feed.url)
    new = [entry for entry in reversed(answer.entries) if entry.id not in taken]  # oldest first
    whole = True
    for number, entry in enumerate(new, start=1):
        if cancelled is not None and cancelled():
            whole = False
            break
        if _take(workspace, feed, entry, reader, splitter, pull):
            store.take_entries(workspace.database, feed.url, [entry.id])
        else:
            whole = False  # asked again next time
        if progress is not None:
            progress(number, len(new), pull.title or feed.url)
    pull.skipped.extend(skipped for skipped in answer.skipped if not skipped.partial)
    # Only when all of it was taken may the server answer "nothing new" next time.
    store.note_pull(
        workspace.database,
        feed.url,
        title=answer.title,
        etag=answer.etag if whole else None,
        modified=answer.modified if whole else None,
    )
    return pull


def _take(workspace: Workspace, feed: Feed, entry: Entry, reader: FeedReader, splitter: Splitter, pull: Pull) -> bool:
    """Store what an entry stands for; False where it could not be read and is to be tried again."""
    documents: list[Document] = []
    try:
        for found in reader.documents(entry, as_evidence=feed.purpose == "evidence"):
            if isinstance(found, Document):
                documents.append(found)
            elif not found.partial:
                pull.skipped.append(found)
        if feed.purpose == "evidence":
            report = EvidenceReport()
            store_documents(workspace, iter(documents), report)
            pull.added += report.added + report.updated
            pull.unchanged += report.unchanged
        else:
            for document in documents:
                added = add_document(workspace, document, splitter)
                pull.added += added.state == "added"
                pull.unchanged += added.state != "added"
                if added.note and added.note not in pull.notes:
                    pull.notes.append(added.note)
    except BadInputError as error:
        where = entry.document.url or entry.document.origin
        pull.skipped.append(Skipped(where, str(error).removeprefix(f"{where}: ").rstrip(".")))
        return False
    return True
