"""What of a page is not in the text that the record holds: told from the page itself, read once more."""

from __future__ import annotations

from pathlib import Path

from workbench.domain.articles import Article
from workbench.domain.documents import Document, LeftOut
from workbench.domain.errors import BadInputError, NotFoundError
from workbench.domain.evidence import Source
from workbench.ingest.reader import read_again
from workbench.services.workspace import Workspace
from workbench.store import articles, raw, sources


def left_out_of_article(workspace: Workspace, article_id: int) -> tuple[LeftOut, ...]:
    """What the page of an article shows or hides that is not in the article's text; of other files nothing.

    Raises:
        NotFoundError: There is no such article, or the page it was read from is no longer there.
        BadInputError: What it was read from reads otherwise now.
    """
    found = articles.article(workspace.database, article_id)
    content = raw.kept_of_article(workspace.database, article_id)
    return _left_out(f"article {article_id}", found, content, as_evidence=False)


def left_out_of_source(workspace: Workspace, source_id: str) -> tuple[LeftOut, ...]:
    """What the page of a source shows or hides that is not in the source's text; of other files nothing.

    Raises:
        NotFoundError: There is no such source, or the page it was read from is no longer there.
        BadInputError: What it was read from reads otherwise now.
    """
    found = sources.source(workspace.database, source_id)
    content = raw.kept_of_source(workspace.database, source_id)
    return _left_out(f"source {source_id}", found, content, as_evidence=True)


def left_out_note(workspace: Workspace, item: Article | Source) -> str | None:
    """How much was left out of the page that something was read from, as a clause; None where that was not told."""
    if isinstance(item, Article):
        return articles.found_of(workspace.database, item.id).get("left_out")
    return sources.found_of(workspace.database, item.id).get("left_out")


def _left_out(what: str, kept: Article | Source, content: bytes | None, *, as_evidence: bool) -> tuple[LeftOut, ...]:
    path = None if content is not None else Path(kept.path or "")
    if path is not None and not (kept.path and path.is_file()):
        raise NotFoundError(f"{what} was read from {kept.path or 'somewhere'}, which is no file here now.")
    read = read_again(kept.path or what, path, content, kept.url, as_evidence=as_evidence)
    documents = [entry for entry in read if isinstance(entry, Document)]
    same = next((one for one in documents if one.text == kept.text), None)
    if same is None:
        raise BadInputError(
            f"{what} reads otherwise now than when it was added: its file or the way pages are read has changed; "
            "add it again to see what is left out."
        )
    return same.left_out
