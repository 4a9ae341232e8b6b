"""A small workspace for the screens, the same in every run; hits are given, so that no model is needed."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from workbench.comparison.outcomes import each
from workbench.domain.articles import Attribution, Claim, ClaimDraft, Kind, Resolution
from workbench.domain.documents import Document, SourceKind
from workbench.domain.evidence import Hit, Match, SearchResult, Source, StanceSuggestion
from workbench.services.search.already_checked import EarlierVerdict, text_differences
from workbench.services.workspace import Workspace
from workbench.store.articles import add_article
from workbench.store.claims import claim
from workbench.store.sources import NewPassage, insert_source, passages_of, source
from workbench.store.verdicts import review_state
from workbench.tui.app import WorkbenchApp
from workbench.tui.review.finder import Finder, Step
from workbench.tui.review.screen import ReviewScreen

ARTICLE = """Tensions rise as the pipeline waits

Thousands of troops stand on the border, officials said on Friday.

The ambassador said the Nord Stream 2 pipeline stood on the list of sanctions. The line, which \
carries gas to Germany, comes with "grave consequences" because it is yet to be completed.

Her journey would be the first to Moscow since 2017. She said: "We agreed a date."

The government will consider further options next week."""

HOSTILE = """A page with [/foo] in it

He wrote [sic] and [bold]more[/bold], with \x1b[31mred\x1b[0m letters and \u202egnihtemos\u202c besides.

The town of [/nowhere] has 12,000 people, says \u05e9\u05dc\u05d5\u05dd."""


def draft(article: str, words: str, *kinds: Kind, **more: Any) -> ClaimDraft:
    """A suggestion that covers `words`."""
    start = article.index(words)
    more.setdefault("text", words)
    return ClaimDraft(start, start + len(words), words, more.pop("text"), kinds, **more)


def drafts(text: str) -> tuple[ClaimDraft, ...]:
    """The claims of `ARTICLE`."""
    it = text.index("it is yet")
    return (
        draft(
            text,
            "Thousands of troops stand on the border",
            Kind.QUANTITY,
            speaker="officials",
            attribution=Attribution.PARAPHRASE,
            checkworthiness=0.91,
            reasons=("quantity", "military"),
        ),
        draft(text, "carries gas to Germany", Kind.STATUS, checkworthiness=0.41, reasons=("status",)),
        draft(
            text,
            "it is yet to be completed",
            Kind.STATUS,
            Kind.TIME,
            text="The Nord Stream 2 pipeline is yet to be completed",
            speaker="the ambassador",
            attribution=Attribution.PARAPHRASE,
            checkworthiness=0.84,
            reasons=("status", "named"),
            resolutions=(Resolution(it, it + 2, "it", "The Nord Stream 2 pipeline", "pronoun", 0.9),),
        ),
        draft(
            text,
            "the first to Moscow since 2017",
            Kind.TIME,
            Kind.COMPARISON,
            checkworthiness=0.77,
            reasons=("superlative", "year"),
        ),
        draft(text, "We agreed a date", Kind.QUOTE, Kind.EVENT, speaker="the foreign secretary", checkworthiness=0.35),
        draft(text, "will consider further options next week", Kind.PREDICTION, checkworthiness=0.05),
    )


SOURCES = (
    (
        "notice",
        "Nord Stream 2: construction completed",
        "Nord Stream AG",
        date(2021, 9, 10),
        "The laying of the last pipe of the Nord Stream 2 pipeline was completed on 10 September 2021.",
        "https://example.org/notice",
    ),
    (
        "regulator",
        "Certification suspended",
        "Bundesnetzagentur",
        date(2021, 11, 16),
        "The certification procedure of the pipeline operator was suspended on 16 November 2021.",
        None,
    ),
    (
        "later",
        "Certification halted",
        "Daily Wire of Berlin",
        date(2022, 2, 22),
        "Germany halted the certification of the completed pipeline on 22 February 2022.",
        "https://example.org/later",
    ),
)


def make_workspace(path: Path, *, articles: int = 1) -> Workspace:
    """A workspace with `articles` articles and three sources."""
    workspace = Workspace.create(path, reviewer="ann")
    for number in range(articles):
        text = ARTICLE if number == 0 else f"{ARTICLE}\n\nEdition {number}."
        title = "Tensions rise as the pipeline waits" if number == 0 else f"Edition {number} of the story"
        add_text(workspace, text, title, drafts(text))
    with workspace.database.write() as connection:
        for key, title, publisher, day, words, url in SOURCES:
            source = Source(
                id=key,
                kind=SourceKind.DOCUMENT,
                title=title,
                url=url,
                archive_url=None,
                publisher=publisher,
                author=None,
                published=day,
                published_guessed=False,
                retrieved=None,
                language="en",
                sha256=hashlib.sha256(words.encode()).hexdigest(),
                text=f"{title}\n\n{words}\n\nContact the press office for more.",
                added_at="2022-01-29T08:00:00.000Z",
                added_by="ann",
            )
            start = len(title) + 2
            piece = NewPassage(
                start, start + len(words), words, title, hashlib.sha256(words.encode()).hexdigest(), None
            )
            insert_source(connection, source, [piece], digest=key)
    return workspace


def add_text(workspace: Workspace, text: str, title: str, claims: tuple[ClaimDraft, ...]) -> int:
    """Add one article as it is."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    document = Document(text, title, "desk", digest, publisher="Evening News", published=date(2022, 1, 29))
    return add_article(workspace.database, document, digest, claims, reviewer="ann", splitter="test")


@dataclass
class GivenFinder(Finder):
    """Finds the three sources for every claim about the pipeline, nothing for others."""

    asked: list[str] = field(default_factory=list)
    reranks: bool = False
    """Whether there is a model that turns the order round."""
    steps: list[Step] = field(default_factory=list)
    """What is to be loaded first."""
    checked: dict[int, int] = field(default_factory=dict)
    """Claims that mean the same as one which is rated."""

    def __post_init__(self) -> None:
        super().__init__()

    def earlier(self, workspace: Workspace, claims: Sequence[Claim]) -> dict[int, tuple[EarlierVerdict, ...]]:
        """The verdicts of the claims that a test says mean the same."""
        found: dict[int, tuple[EarlierVerdict, ...]] = {}
        for one in claims:
            verdict = review_state(workspace.database, self.checked.get(one.id, 0)).standing
            if verdict is not None:
                other = claim(workspace.database, verdict.claim_id)
                apart = text_differences(one.text, verdict.claim_text)
                found[one.id] = (EarlierVerdict(other, verdict, 0.83, apart.named, "An earlier story"),)
        return found

    def to_load(self) -> list[Step]:
        """Nothing, unless a test says so."""
        return list(self.steps)

    def hits(self, workspace: Workspace, claim: Claim) -> SearchResult:
        """The sources, in order."""
        if "pipeline" not in claim.text and "gas" not in claim.text:
            return SearchResult(claim.text, (), 0, 3, "Nothing close was found.")
        return SearchResult(claim.text, tuple(given_hits(workspace)), 2, 3)

    def ranked_hits(self, workspace: Workspace, claim: Claim) -> SearchResult:
        """The sources the other way round, where a test says that there is a model."""
        result = self.hits(workspace, claim)
        if not self.reranks:
            return result
        hits = [replace(hit, rank=n, rerank_score=1 / n) for n, hit in enumerate(reversed(result.hits), 1)]
        return replace(result, hits=tuple(hits))

    def words(self, workspace: Workspace, asked: Any, day: date | None) -> SearchResult:
        """The sources that hold a word."""
        self.asked.append(asked.words)
        hits = tuple(hit for hit in given_hits(workspace) if asked.words.casefold() in hit.passage.text.casefold())
        return SearchResult(asked.words, hits, len(hits), 3)

    def judge(self, workspace: Workspace, claim: Claim, result: SearchResult) -> SearchResult:
        """The first that was found refutes, the rest is context."""
        if not result.hits:
            return result
        compared = "claim: yet to be completed; passage: completed (opposite)"
        said = [StanceSuggestion("refutes", 0.02, 0.91, 0.07, compared, "given")]
        said += [StanceSuggestion("context", 0.2, 0.25, 0.55, "", "given")] * (len(result.hits) - 1)
        hits = tuple(
            replace(hit, stance=one, comparisons=each(one.comparison))
            for hit, one in zip(result.hits, said, strict=True)
        )
        return replace(result, hits=hits)


def given_hits(workspace: Workspace) -> list[Hit]:
    """The three sources as hits."""
    hits = []
    for rank, (key, _, _, day, words, _) in enumerate(SOURCES, 1):
        found = passages_of(workspace.database, key)[0]
        at = words.index("complet") if "complet" in words else words.index("pipeline")
        days = (date(2022, 1, 29) - day).days
        hits.append(
            Hit(
                rank,
                found,
                replace(source(workspace.database, key), text=""),
                1 / (60 + rank),
                lexical_score=9.5 - rank,
                lexical_rank=rank,
                dense_score=0.8 - rank / 10,
                dense_rank=rank,
                matches=(Match(at, at + 9, "completed"),),
                shared=("Nord Stream 2",) if rank == 1 else (),
                also_in=("A second paper", "A third paper") if rank == 1 else (),
                timing="after" if days < 0 else "before",
                days_before=None if days < 0 else days,
            )
        )
    return hits


def make_app(path: Path, reviewer: str = "ann", *, article_id: int | None = 1, **config: object) -> WorkbenchApp:
    """The app on a workspace, its evidence given."""
    app = WorkbenchApp(path, reviewer, article_id=article_id, config=dict(config))
    app.finder = GivenFinder()
    app.finder.ranked = app.saved.ranked
    app.saved.toured = True
    app.today = lambda: date(2022, 1, 30)  # type: ignore[method-assign]
    return app


async def settle(pilot: Pilot[None]) -> None:
    """Wait until everything that was started has been shown.

    Idle by the clock is not enough: on a busy machine a process that is given no time looks idle too.
    """
    app = pilot.app
    quiet = 0
    while quiet < 3:
        with suppress(WorkerCancelled):  # newer work of its group has taken its place
            await app.workers.wait_for_complete()
        await pilot.pause()
        done = not isinstance(app, WorkbenchApp) or (app.key_queue.at_rest and not app.jobs.running)
        quiet = quiet + 1 if done or not app.is_running else 0


def review(app: WorkbenchApp) -> ReviewScreen:
    """The review screen in front."""
    screen = app.front
    assert isinstance(screen, ReviewScreen)
    return screen


def held(patch: pytest.MonkeyPatch, owner: Any, name: str) -> threading.Event:
    """Let a function wait for the event that is given back; the thread it runs in waits, not the screen."""
    let_go, real = threading.Event(), getattr(owner, name)

    def waiting(*args: Any, **kwargs: Any) -> Any:
        let_go.wait()
        return real(*args, **kwargs)

    patch.setattr(owner, name, waiting)
    return let_go
