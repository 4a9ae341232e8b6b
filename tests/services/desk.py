"""A small newsroom with a clock of its own: an article, sources, and reviews by three people."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.newsroom import suggest
from workbench.domain.articles import Claim, ClaimDraft, Kind
from workbench.domain.documents import Document
from workbench.domain.evidence import EvidenceState, Passage, Stance
from workbench.services.articles.stored_articles import show_article
from workbench.services.claims import claim_editing
from workbench.services.evidence.decisions import decide
from workbench.services.evidence.sources import add_evidence, show_source
from workbench.services.review import review
from workbench.services.workspace import Workspace
from workbench.store.articles import add_article as store_article

ARTICLE = """Lowick reopens its harbour

The harbour of Lowick reopened on Monday, three weeks after a crane fell into the basin.

"The repairs cost less than £2m," the harbour master, Ida Brand, said. About 40 ships a week use the harbour.

It is the oldest harbour on the coast. Fees will rise next year, the council said.
"""

QUOTES = (
    "The harbour of Lowick reopened on Monday",
    "The repairs cost less than £2m",
    "About 40 ships a week use the harbour",
    "It is the oldest harbour on the coast",
    "Fees will rise next year",
)

SECOND = """Lowick council meets

The council of Lowick met on Tuesday and heard that 300 people had signed a petition.
"""

SECOND_QUOTES = ("300 people had signed a petition",)

ROWS = (
    {
        "id": "accounts",
        "title": "Harbour accounts",
        "text": "The repairs of the basin cost £3.1m in all, of which £2.4m was insured.",
        "publisher": "Harbour Trust",
        "published": "2022-01-15",
        "url": "https://trust.example/accounts",
    },
    {
        "id": "log",
        "title": "Ship log",
        "text": "In an ordinary week 38 to 44 ships use the harbour of Lowick.",
        "publisher": "Pilots' Office",
        "published": "2022-02-04",
        "url": "https://pilots.example/log",
    },
)


class Clock:
    """A clock that stands until it is set and ticks a second each time it is read."""

    def __init__(self) -> None:
        self.time = datetime(2022, 2, 1, 8, tzinfo=UTC)

    def set(self, day: str) -> None:
        """Go to the morning of a day (ISO 8601)."""
        self.time = datetime.fromisoformat(day).replace(hour=8, tzinfo=UTC)

    def stop(self, patch: pytest.MonkeyPatch) -> None:
        """Take the place of the program's clock."""
        patch.setattr("workbench.domain.clock.now", self.now)

    def now(self) -> datetime:
        """The time, a second later with each look."""
        self.time += timedelta(seconds=1)
        return self.time


class Desk:
    """One workspace, and the people who work in it."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.folder = folder
        self.clock = clock
        self.path = folder / "newsroom"
        self.ada = Workspace.create(self.path, reviewer="ada")
        self.bo = Workspace.open(self.path, reviewer="bo")
        self.cy = Workspace.open(self.path, reviewer="cy")
        self.article = 0

    def close(self) -> None:
        """Close the workspace of each person."""
        self.ada.close()
        self.bo.close()
        self.cy.close()

    def file(self, name: str, text: str) -> Path:
        """A file in the folder beside the workspace."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def add_article(self, text: str = ARTICLE, quotes: tuple[str, ...] = QUOTES, *, url: str | None = None) -> int:
        """Store an article, split into these claims; gives its id."""
        document = Document(
            text=text,
            title=text.splitlines()[0],
            origin="article.txt",
            sha256="0" * 64,
            url=url,
            publisher="The Lowick Post",
            published=date(2022, 1, 31),
            found={"published": "given by the reviewer"},
        )
        drafts = []
        for quote in quotes:
            start = text.index(quote)
            kinds = (Kind.PREDICTION,) if "will" in quote else (Kind.STATUS,)
            drafts.append(ClaimDraft(start, start + len(quote), quote, quote, kinds))
        digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
        return store_article(
            self.ada.database, document, sha256=digest, drafts=tuple(drafts), reviewer="ada", splitter="by hand"
        )

    def add_sources(self) -> None:
        """Add the two sources."""
        rows = "".join(json.dumps(row) + "\n" for row in ROWS)
        assert add_evidence(self.ada, [str(self.file("sources.jsonl", rows))]).added == len(ROWS)

    def claim(self, words: str, article: int | None = None) -> Claim:
        """The first claim whose quote holds these words."""
        _, claims = show_article(self.ada, article or self.article)
        return next(claim for claim in claims if words in claim.quote)

    def passage(self, source: str) -> Passage:
        """The passage of a source."""
        return show_source(self.ada, source)[1][0]

    def review_all(self) -> None:
        """A review with everything in it: verdicts, a second opinion settled, a publication and its correction."""
        self.clock.set("2022-02-01")
        self.article = self.add_article(url="https://post.example/harbour")
        self.add_sources()
        cost, ships, oldest = self.claim("£2m"), self.claim("40 ships"), self.claim("oldest")
        accounts, log = self.passage("accounts"), self.passage("log")
        self.clock.set("2022-02-02")
        suggest(self.ada, cost.id, log.id, Stance.CONTEXT, 0.55)
        decide(self.ada, cost.id, accounts.id, EvidenceState.ACCEPTED, stance=Stance.REFUTES, note="line 4")
        review.rate(self.ada, cost.id, "Mostly false", why="The accounts say £3.1m.", known_at=date(2022, 2, 2))
        self.clock.set("2022-02-03")
        review.request_second_opinion(self.ada, cost.id)
        review.second_opinion(self.bo, cost.id, "False", why="£3.1m is more than £2m.", known_at=date(2022, 2, 3))
        review.settle(self.cy, cost.id, "False", why="Agreed: it is wrong.", known_at=date(2022, 2, 3))
        self.clock.set("2022-02-04")
        review.publish(self.ada, cost.id)
        self.clock.set("2022-02-05")
        review.rate(
            self.bo,
            ships.id,
            "True",
            why="The log agrees.",
            evidence=[(log.id, Stance.SUPPORTS)],
            known_at=date(2022, 2, 5),
        )
        claim_editing.edit_wording(self.bo, oldest.id, "The harbour of Lowick is the oldest harbour on the coast")
        self.clock.set("2022-02-06")
        review.rate(self.ada, oldest.id, "Unproven", why="No register says so.", evidence=[], known_at=date(2022, 2, 6))
        self.clock.set("2022-02-07")
        review.correct(
            self.ada, cost.id, "Mostly false", why="The uninsured part was under £2m.", known_at=date(2022, 2, 7)
        )
