"""A page that the user's browser hands over becomes an article or evidence, like one that was read from its address."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.documents import Skipped
from workbench.domain.errors import BadInputError
from workbench.ingest.fields import web_address
from workbench.ingest.options import ReadOptions
from workbench.services.articles.articles import add_articles
from workbench.services.evidence.sources import add_evidence
from workbench.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a page: its id where it is an article, and what to tell the user in a line."""

    article: int | None
    told: str


def receive_page(workspace: Workspace, content: bytes, url: str, *, as_evidence: bool) -> Received:
    """Store one page.

    Args:
        workspace: Where it goes.
        content: The page as the browser saved it.
        url: Where the user was looking at it.
        as_evidence: Whether it becomes evidence rather than an article.
    Raises:
        BadInputError: It has no address, or cannot be read; nothing was stored.
    """
    address = web_address(url)
    if address is None:
        raise BadInputError("a page comes with the http or https address it was looked at.")
    try:
        return _stored(workspace, ReadOptions(stdin=content, url=address), address, as_evidence)
    except BadInputError as error:
        raise type(error)(str(error).replace("standard input: ", "the page cannot be read: ", 1)) from error


def _stored(workspace: Workspace, options: ReadOptions, address: str, as_evidence: bool) -> Received:
    if as_evidence:
        report = add_evidence(workspace, ["-"], options)
        if not report.added and not report.updated:
            why = report.skipped[0].reason if report.skipped else "it is there already, unchanged"
            return Received(None, f"Nothing was added: {why}.")
        what = "A new version is in the evidence" if report.updated else "Added to the evidence"
        return Received(None, f"{what}: {address}. `workbench reindex` makes it searchable.")
    skipped: list[str] = []
    for item in add_articles(workspace, ["-"], options):
        if isinstance(item, Skipped):
            skipped.append(item.reason)
            continue
        counted = f"{item.claims} claim{'' if item.claims == 1 else 's'}"
        told = "is there already" if item.state == "unchanged" else counted
        return Received(item.id, " ".join(filter(None, (f"Article {item.id}: {item.title} ({told}).", item.note))))
    raise BadInputError(f"the page was not added: {skipped[0] if skipped else 'there is no text in it'}.")
