"""Articles in: read, split into claims, stored; the same words twice are one article."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.domain.documents import Document, Skipped
from workbench.domain.errors import BadInputError
from workbench.domain.ports import Cancelled, Progress
from workbench.ingest.options import ReadOptions
from workbench.ingest.reader import read
from workbench.language.text.text_kinds import text_kind
from workbench.services.articles.kind_of_text import FOUND
from workbench.services.articles.known_files import FileMemory
from workbench.services.articles.splitting import Splitter, SplittingStopped
from workbench.services.claims.claim_vectors import encode_new_claims, keep_vectors
from workbench.services.settings import reading
from workbench.services.workspace import Workspace
from workbench.store import articles as store

_TELLING = 40
"""Characters of a line that tells something, and is no by-line or standing title."""
_LONGEST_LINES = 3
"""Lines of an article by which a copy of it under another title is looked for."""
VERSIONS = 20
"""Articles of one address that are looked at."""


@dataclass(frozen=True, slots=True)
class AddedArticle:
    """What became of one article. `state` is "added", "unchanged" (it was there already) or "restored"."""

    id: int
    title: str
    claims: int
    state: str
    note: str = ""
    language: str = ""
    kind: str = ""


def add_articles(
    workspace: Workspace,
    specs: Sequence[str],
    options: ReadOptions | None = None,
    *,
    splitter: Splitter | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Iterator[AddedArticle | Skipped]:
    """Read files, folders, addresses or "-", split each into claims and store it.

    Args:
        workspace: Where they go.
        specs: What to read.
        options: How to read, and what the user says of the texts.
        splitter: Splits them; made when it is not given.
        progress: Told what is read, and how far the splitting of a long text is.
        cancelled: Asked between articles and while one is split; of an article there is all or nothing.
    Returns:
        What became of each, and a `Skipped` for everything that was not read or could only be done in part.
    Raises:
        BadInputError: The one thing named cannot be read.
    """
    workspace.database.require_allowed()
    options = reading(workspace, options)
    files = FileMemory(workspace, "article", options)
    splitter = splitter or Splitter()
    for spec in specs:
        skipped: list[Skipped] = []
        for item in read(spec, as_evidence=False, options=files.options, progress=progress, cancelled=cancelled):
            if isinstance(item, Skipped):
                skipped.append(item)
                yield item
                continue
            try:
                yield add_document(workspace, item, splitter, progress=progress, cancelled=cancelled)
            except BadInputError as error:
                skipped.append(Skipped(item.origin, str(error)))
                yield skipped[-1]
            except SplittingStopped:
                break
        if cancelled is not None and cancelled():
            break
        files.remember(skipped)
    if problem := encode_new_claims(workspace, progress=progress, cancelled=cancelled):
        yield Skipped("the index", f"the new claims have no vectors yet; {problem}", partial=True)


def add_document(
    workspace: Workspace,
    document: Document,
    splitter: Splitter,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> AddedArticle:
    """Split and store one document, unless an article with the same words is there.

    Raises:
        BadInputError: The document holds no words.
        SplittingStopped: `cancelled` said so; nothing was stored.
    """
    if not any(character.isalnum() for character in document.text):
        raise BadInputError(f"{document.origin} holds no text to check.")
    sha256 = hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
    if (known := known_article(workspace, sha256)) is not None:
        return known
    kind = text_kind(document.text, document.title).value
    document = replace(document, found={**document.found, FOUND: kind})
    version = _other_version(workspace, document)
    split = splitter.split(document, progress=progress, cancelled=cancelled)
    duplicates = splitter.duplicates(workspace, split)
    with workspace.database.write():
        # Splitting takes its time: someone else may have added the same words meanwhile.
        if (known := known_article(workspace, sha256)) is not None:
            return known
        article_id = store.add_article(
            workspace.database,
            document,
            sha256,
            split.drafts,
            reviewer=workspace.reviewer,
            splitter=split.version,
            duplicates=duplicates,
        )
        keep_vectors(workspace, split.encoded)
        claims = store.summaries(workspace.database, article_id)[0].claims
    note = " ".join(filter(None, (version, split.note)))
    return AddedArticle(article_id, document.title, claims, "added", note, document.language or "en", kind)


def _other_version(workspace: Workspace, document: Document) -> str:
    """A sentence about the article that has the same address, title or lines, and other words; empty without one.

    A list of texts may give all of them the address of their house: the title or a third of the lines must agree. Where
    one of the two has no address, as a saved page, the title and half of the lines must, or half of the lines of both.
    """
    lines = _lines(document.text)
    if document.url:
        for article_id, title, text in store.articles_at(workspace.database, document.url, VERSIONS):
            others = _lines(text)
            alike = title.casefold() == document.title.casefold()
            if alike or 3 * len(lines & others) >= min(len(lines), len(others)):
                return f"It has the address of {_article_that_stays(workspace, article_id)}"
    told = _long(lines)
    for article_id, url, text in store.articles_titled(workspace.database, document.title, VERSIONS):
        others = _long(_lines(text))
        shared = len(told & others - {document.title})
        if not (url and document.url) and shared and 2 * shared >= min(len(told), len(others)):
            return f"It has the title and most lines of {_article_that_stays(workspace, article_id)}"
    for line in sorted(told, key=len, reverse=True)[:_LONGEST_LINES]:
        for article_id, url, text in store.articles_holding(workspace.database, line, VERSIONS):
            others = _long(_lines(text))
            shared = len(told & others)
            if not (url and document.url) and shared > 1 and 2 * shared >= max(len(told), len(others)):
                return f"It has most lines of {_article_that_stays(workspace, article_id)}"
    return ""


def _article_that_stays(workspace: Workspace, article_id: int) -> str:
    """The rest of a sentence that names an earlier version of an article, its claims and verdicts."""
    one = store.summaries(workspace.database, article_id)[0]
    judged = one.rated + one.second_opinion + one.settled + one.published_claims
    claims = f"{one.claims} claim{'' if one.claims == 1 else 's'}"
    verdicts = f"{judged or 'no'} verdict{'' if judged == 1 else 's'}"
    return (
        f"article {article_id} and is another version of it; that one stays as it is, with its {claims} and {verdicts}."
    )


def _lines(text: str) -> set[str]:
    return {line.strip() for line in text.split("\n") if line.strip()}


def _long(lines: set[str]) -> set[str]:
    """Lines that tell something: a column stands under one title and by-line every week."""
    return {line for line in lines if len(line) >= _TELLING}


def known_article(workspace: Workspace, sha256: str) -> AddedArticle | None:
    """The article with these words, brought back if it was removed; None without one."""
    database = workspace.database
    if store.article_by_sha256(database, sha256) is None:
        return None
    with database.write():
        there = store.article_by_sha256(database, sha256)
        assert there is not None  # articles are marked as removed, never deleted
        article_id, removed = there
        if removed:
            store.restore_article(database, article_id, reviewer=workspace.reviewer)
        summary = store.summaries(database, article_id)[0]
    state = "restored" if removed else "unchanged"
    return AddedArticle(article_id, summary.title, summary.claims, state, language=summary.language, kind=summary.kind)
