"""A small newsroom to review in: one article with five claims, three dated passages, no models needed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workbench.domain.articles import Attribution, ClaimDraft, Kind, Origin
from workbench.domain.documents import Document
from workbench.domain.evidence import Source, Stance
from workbench.domain.passages import passage_hash
from workbench.services.workspace import Workspace
from workbench.store.acts import Act, new_batch
from workbench.store.articles import add_article
from workbench.store.database import Database
from workbench.store.evidence import EvidencePatch, write_link
from workbench.store.sources import NewPassage, insert_source

TEXT = (
    "The ministry said that 40 ships sailed in 2021 and that the port of Lindau was closed for three weeks.\n\n"
    "Exports rose by 4 per cent, the harbour master said. It will reopen “in spring [sic]”, she added."
)
CLAIMS = (
    ("40 ships sailed in 2021", Kind.QUANTITY, "the ministry"),
    ("the port of Lindau was closed for three weeks", Kind.EVENT, "the ministry"),
    ("Exports rose by 4 per cent", Kind.QUANTITY, "the harbour master"),
    ("It will reopen “in spring [sic]”", Kind.PREDICTION, "the harbour master"),
)
PASSAGES = (
    ("Forty-one ships left the port in 2021.", "Port Authority", date(2021, 12, 31)),
    ("Exports rose by 4.1 per cent in the year.", "Statistics Office", date(2022, 1, 20)),
    ("The port stayed open all year.", "Lindau Gazette", None),
)


@dataclass(frozen=True, slots=True)
class Newsroom:
    """What was made: ids of the article, its claims and the passages, in the order of the tuples above."""

    article: int
    claims: tuple[int, ...]
    passages: tuple[int, ...]


def span(words: str, text: str = TEXT) -> tuple[int, int]:
    """Where these words stand in the article."""
    start = text.index(words)
    return start, start + len(words)


def draft(words: str, kind: Kind, speaker: str | None = None, text: str = TEXT) -> ClaimDraft:
    """A claim as the splitter would suggest it."""
    start, end = span(words, text)
    how = Attribution.PARAPHRASE if speaker else Attribution.OUTLET
    return ClaimDraft(start, end, words, words, (kind,), speaker=speaker, attribution=how, checkworthiness=0.5)


def furnish(workspace: Workspace) -> Newsroom:
    """Put the article and the passages into an empty workspace."""
    document = Document(TEXT, "Port news", "port.txt", "0" * 64, published=date(2022, 1, 29), publisher="The Paper")
    drafts = tuple(draft(*claim) for claim in CLAIMS)
    article = add_article(
        workspace.database,
        document,
        hashlib.sha256(TEXT.encode("utf-8")).hexdigest(),
        drafts,
        reviewer=workspace.reviewer,
        splitter="by hand",
    )
    claims = tuple(row["id"] for row in workspace.database.rows("SELECT id FROM claims ORDER BY id"))
    passages = tuple(
        add_passage(workspace.database, f"source-{number}", words, publisher, day)
        for number, (words, publisher, day) in enumerate(PASSAGES, 1)
    )
    return Newsroom(article, claims, passages)


def add_passage(database: Database, source_id: str, words: str, publisher: str, day: date | None) -> int:
    """Store a source with one passage and give the passage's id."""
    source = Source(
        id=source_id,
        kind=Document(words, "", "", "").kind,
        title=f"Report of the {publisher}",
        url=f"https://example.org/{source_id}",
        archive_url=None,
        publisher=publisher,
        author=None,
        published=day,
        published_guessed=False,
        retrieved=None,
        language="en",
        sha256="2" * 64,
        text=words,
    )
    with database.write() as connection:
        insert_source(
            connection,
            source,
            [NewPassage(0, len(words), words, source.title, passage_hash(source.title, words), None)],
            digest=source_id,
        )
    return int(database.value("SELECT max(id) FROM passages"))


def suggest(
    workspace: Workspace, claim: int, passage: int, stance: Stance | None = None, probability: float | None = None
) -> None:
    """Link a passage as a machine's suggestion, as a record that was brought in from elsewhere may hold it."""
    patch = EvidencePatch(stance=stance, probability=probability, origin=Origin.MACHINE, reviewer=None)
    act = Act("machine: m1", "evidence.suggest", new_batch())
    with workspace.database.write() as connection:
        write_link(connection, claim, passage, patch, act)


def colleague(workspace: Workspace, name: str) -> Workspace:
    """The same workspace, opened by someone else; close it."""
    return Workspace.open(workspace.path, reviewer=name)


def make_newsroom(path: Path, reviewer: str = "Ann") -> tuple[Workspace, Newsroom]:
    """A furnished workspace in a new folder; close it."""
    workspace = Workspace.create(path, reviewer=reviewer)
    return workspace, furnish(workspace)
