"""Evidence in: documents become sources with passages; what is already there is left alone."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from workbench.domain.anchors import machine_words, media_times, time_span
from workbench.domain.documents import Document, Skipped
from workbench.domain.evidence import Passage, Source
from workbench.domain.passages import passage_context, passage_hash
from workbench.domain.ports import Cancelled, Progress
from workbench.ingest.fields import GIVEN
from workbench.ingest.named_lines import AT_TOP
from workbench.ingest.options import ReadOptions
from workbench.ingest.passages import split_passages
from workbench.ingest.reader import STANDARD_INPUT, read
from workbench.services.articles.known_files import FileMemory
from workbench.services.evidence.private import mark_private, title_to_tell
from workbench.services.settings import reading
from workbench.services.workspace import Workspace
from workbench.store import raw
from workbench.store import sources as store
from workbench.store.database import Database
from workbench.store.events import moment
from workbench.store.patience import give_way
from workbench.store.raw import Original, pack

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://")
BATCH = 500
"""Documents stored in one transaction at most: an interruption loses no more."""

BATCH_CHARACTERS = 500_000
"""Code points of text stored in one transaction, where it is more than one document: others wait no longer for it."""


@dataclass(slots=True)
class EvidenceReport:
    """What adding evidence did."""

    added: int = 0
    unchanged: int = 0
    updated: int = 0
    passages: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    """Ids of the sources added or updated."""
    private: bool = False
    """What is added is marked private."""
    notes: list[str] = field(default_factory=list)
    """Sentences about how it was done."""


def add_evidence(
    workspace: Workspace,
    specs: Sequence[str],
    options: ReadOptions | None = None,
    *,
    private: bool = False,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> EvidenceReport:
    """Read files, folders, addresses or "-" and store what is new as sources.

    The same source again is left alone; the same id, address or path with other content becomes a new version, and
    verdicts keep pointing at the passages of the old one. One unreadable thing does not stop the rest.

    Args:
        workspace: The open workspace.
        specs: What to read.
        options: What the user knows better than the documents.
        private: Mark what is read, also what was there already, so that only its title goes out.
        progress: Told how far it is.
        cancelled: Asked between documents.

    Raises:
        BadInputError: The one thing named cannot be read.
    """
    report = EvidenceReport(private=private)
    workspace.database.require_allowed()
    options = reading(workspace, options)
    files = FileMemory(workspace, "evidence", options, again=private)
    for spec in specs:
        documents = read(spec, as_evidence=True, options=files.options, progress=progress, cancelled=cancelled)
        store_documents(workspace, without_skipped(documents, report.skipped), report, cancelled=cancelled)
        if cancelled is None or not cancelled():
            files.remember(report.skipped)
    report.unchanged += files.unchanged
    return report


def store_documents(
    workspace: Workspace,
    documents: Iterator[Document],
    report: EvidenceReport,
    *,
    cancelled: Cancelled | None = None,
) -> None:
    """Store documents as sources, in batches of one transaction each, counting into `report`.

    All that takes its time is done before the transaction, and others get their turn between two.
    """
    for number, batch in enumerate(_batches(workspace.database, documents)):
        if number:
            give_way()
        _store_batch(workspace, batch, report)
        if cancelled is not None and cancelled():
            return


@dataclass(slots=True)
class _Prepared:
    """A document ready to be stored; what seems to be there already is cut into passages only when it is not."""

    document: Document
    digest: str
    passages: list[store.NewPassage] = field(default_factory=list)
    original: Original | None = None

    def cut(self) -> None:
        """Do what takes its time."""
        self.passages = cut_passages(self.document)
        if self.document.raw is not None:
            self.original = pack(self.document.sha256, self.document.raw)


def cut_passages(document: Document) -> list[store.NewPassage]:
    """The passages of a document, in reading order."""
    passages = []
    for draft in split_passages(document.text, document.sections):
        text, context = document.text[draft.start : draft.end], passage_context(document.title, draft.locator)
        hashed = passage_hash(context, text)
        # when it was said is no word of it: it is shown with the passage, and not searched
        said = time_span(*media_times(document.segments, draft.start, draft.end))
        read = machine_words(document.segments, draft.start, draft.end)
        locator = " · ".join(part for part in (draft.locator, said, read) if part) or None
        passages.append(store.NewPassage(draft.start, draft.end, text, context, hashed, locator))
    return passages


def _batches(database: Database, documents: Iterable[Document]) -> Iterator[list[_Prepared]]:
    """Documents prepared, in batches of at most `BATCH` and `BATCH_CHARACTERS`; a larger document is one by itself."""
    batch: list[_Prepared] = []
    characters = 0
    for document in documents:
        if batch and (len(batch) == BATCH or characters + len(document.text) > BATCH_CHARACTERS):
            yield _prepared(database, batch)
            batch, characters = [], 0
        batch.append(_Prepared(document, version_digest(document)))
        characters += len(document.text)
    if batch:
        yield _prepared(database, batch)


def _prepared(database: Database, batch: list[_Prepared]) -> list[_Prepared]:
    known = store.known_sources(database, [source_key(item.document) for item in batch])
    for item in batch:
        there = known.get(source_key(item.document))
        if there is None or there.digest != item.digest or there.removed:
            item.cut()
    return batch


def source_key(document: Document) -> str:
    """What a source is known by: its maker's id, else its address, else where it was read.

    An address that a line of the text names, or the foot of a printed page, is a link: whoever writes it may name any.
    """
    named = "url" in document.guessed or document.found.get("url", "").startswith(AT_TOP)
    return document.id or (None if named else document.url) or document.origin


def source_of(document: Document, key: str, *, added_by: str) -> Source:
    """A document as a source of this id."""
    return Source(
        id=key,
        kind=document.kind,
        title=document.title,
        url=document.url,
        archive_url=document.archive_url,
        publisher=document.publisher,
        author=document.author,
        published=document.published,
        published_guessed="published" in document.guessed,
        retrieved=document.retrieved,
        language=document.language,
        sha256=document.sha256,
        text=document.text,
        path=document.origin,
        fact_check=document.fact_check,
        added_by=added_by,
        segments=document.segments or None,
        machine=document.machine,
    )


def separate_key(document: Document) -> str:
    """What a source is known by where `source_key` names another one already."""
    key = source_key(document)
    if document.id is not None:  # the name of its file stands before
        return f"{Path(document.origin.rpartition(':')[0] or document.origin).stem}/{key}"
    if key != document.origin:  # the file it stands in, not the address that it names
        return document.origin
    # neither is shown in an id: the source may be private
    return f"{document.origin} ({_told_apart(document.url or document.title)})"


def _told_apart(words: str) -> str:
    """A few letters that stand for words which are not shown in an id."""
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:12]


def without_skipped(found: Iterable[Document | Skipped], skipped: list[Skipped]) -> Iterator[Document]:
    """The documents among what was read; what was skipped goes to `skipped`."""
    for item in found:
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            yield item


def version_digest(document: Document) -> str:
    """Of all that makes a document this version of its source; when and from where it was read does not count."""
    facts: dict[str, object] = {
        "text": document.text,
        "title": document.title,
        "url": document.url,
        "archive_url": document.archive_url,
        "publisher": document.publisher,
        "author": document.author,
        "published": document.published,
        "kind": document.kind,
        "fact_check": document.fact_check,
        "sections": [[section.start, section.end, section.label] for section in document.sections],
    }
    if document.segments:
        facts["segments"] = [[one.start, one.end, one.begins, one.ends] for one in document.segments]
    return store.digest_of(facts)


def _store_batch(workspace: Workspace, batch: Sequence[_Prepared], report: EvidenceReport) -> None:
    added: list[str] = []
    with workspace.database.write() as connection:
        now = moment(connection)
        # Asked inside the transaction: someone else may be adding the same documents.
        given = {source_key(item.document) for item in batch}
        known = store.known_sources(workspace.database, sorted(given))
        for item in batch:
            document, digest = item.document, item.digest
            key = source_key(document)
            there = known.get(key)
            if there is not None and (there.invented or (there.digest != digest and _is_other(there, document))):
                key = separate_key(document)
                there = known.get(key) or store.known_sources(workspace.database, [key]).get(key)
                if there is not None and there.digest != digest and _is_other(there, document):
                    key = f"{key} ({_told_apart(document.origin)})"  # files of one name in two folders
                    there = known.get(key) or store.known_sources(workspace.database, [key]).get(key)
            if there is not None and there.digest == digest and not there.removed:
                report.unchanged += 1
                if report.private and not there.private:
                    mark_private(workspace, there.id)
                continue
            if not item.passages:
                item.cut()
            name = key if there is None else _next_version(workspace, key, there.id, given)
            private = report.private or (there is not None and there.private)
            source = _as_source(document, name, there, now, workspace, private=private)
            store.insert_source(
                connection,
                source,
                item.passages,
                digest=digest,
                found={**document.found, **dict.fromkeys(document.guessed, "guessed")},
                original=item.original,
            )
            known[key] = store.KnownSource(
                source.id, digest, source.title, source.url, False, private=source.private, path=source.path
            )
            report.passages += len(item.passages)
            report.ids.append(source.id)
            added.append(source.id)
            if there is None:
                report.added += 1
            else:
                report.updated += 1
        if added:
            store.note_read(connection, added, workspace.reviewer, now)


def _is_other(there: store.KnownSource, document: Document) -> bool:
    """Whether what a document is known by names another one than the one stored under it.

    A maker's id does where neither title nor address agree, for two collections may both count their rows from 1; rows
    without a title are told apart by the name of their file. The address of a page that was read from there does in a
    file, unless the user says that it is that page. The name of a file does where the addresses are two: which folder
    it is in is not told. "standard input" says nothing: there it is the address, else the title.
    """
    same_address = there.url is not None and there.url == document.url
    if document.id is None:
        if source_key(document) != document.origin:
            given = document.found.get("url") == GIVEN
            return _is_read_from_there(there.path) and not _is_read_from_there(document.origin) and not given
        if there.url and document.url:
            return not same_address
        return document.origin == STANDARD_INPUT and there.title != document.title
    untitled = not there.title and not document.title
    same_file = Path(there.path or "").name == Path(document.origin).name
    other_title = not same_file if untitled else there.title != document.title
    if there.url and document.url and not same_address and not same_file:
        return True  # two pages of one title
    return other_title and not same_address


def _is_read_from_there(origin: str | None) -> bool:
    """Whether something was read from an address, and from no file of this machine."""
    return _ADDRESS.match(origin or "") is not None


def _next_version(workspace: Workspace, key: str, newest: str, given: Collection[str]) -> str:
    """An id for the next version of a source: none that a source has, and none that a maker gives in this batch."""
    tail = newest.removeprefix(f"{key}@")
    number = int(tail) if newest != tail and tail.isdecimal() and len(tail) < 10 else 1
    while True:
        wanted = [f"{key}@{number + ahead}" for ahead in range(1, 51)]
        taken = store.taken_ids(workspace.database, wanted).union(given)
        if free := [one for one in wanted if one not in taken]:
            return free[0]
        number += 50


def _as_source(
    document: Document,
    source_id: str,
    there: store.KnownSource | None,
    now: str,
    workspace: Workspace,
    *,
    private: bool = False,
) -> Source:
    title = document.title
    if private:
        # the title of the version before may have been chosen with care
        title = there.title if there is not None and there.private else title_to_tell(title, document.text, now)
    return replace(
        source_of(document, source_id, added_by=workspace.reviewer),
        title=title,
        supersedes=there.id if there is not None else None,
        added_at=now,
        private=private,
    )


def list_sources(workspace: Workspace, *, limit: int | None = None, offset: int = 0) -> list[tuple[Source, int]]:
    """Current sources without their texts, oldest first, each with its number of passages."""
    return store.sources(workspace.database, limit=limit, offset=offset)


def show_source(workspace: Workspace, source_id: str) -> tuple[Source, list[Passage]]:
    """A source with its text, and its passages in reading order.

    Raises:
        NotFoundError: There is no such source.
    """
    return store.source(workspace.database, source_id), store.passages_of(workspace.database, source_id)


def newest_version(workspace: Workspace, source_id: str) -> tuple[str, str | None]:
    """The id of the newest version of a source, and when that was removed; None while it is searched.

    Raises:
        NotFoundError: There is no such source.
    """
    return store.newest_version(workspace.database, source_id)


def remove_source(workspace: Workspace, source_id: str) -> int:
    """Take a source out of the searches; gives the number of passages removed.

    Raises:
        NotFoundError: There is no such current source.
    """
    return store.remove_source(workspace.database, source_id, reviewer=workspace.reviewer)


def original_of_source(workspace: Workspace, source_id: str) -> bytes:
    """The bytes a source was read from.

    Raises:
        NotFoundError: There is no such source, or its bytes were not kept.
    """
    return raw.original_of_source(workspace.database, source_id)
