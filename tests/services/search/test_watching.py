"""New passages are held against saved searches and published verdicts; nothing is told twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.desk import Clock, Desk
from workbench.domain.articles import Claim
from workbench.domain.desk_work import Why
from workbench.domain.evidence import Hit, SearchResult, StanceSuggestion
from workbench.services.evidence.sources import add_evidence
from workbench.services.review import desk_work, review
from workbench.services.review.inbox import inbox
from workbench.services.search.search import Searcher
from workbench.services.search.stance import StanceService
from workbench.services.search.watching import News, look_for_news
from workbench.services.workspace import Workspace

NEW = '{"id": "audit", "title": "Audit", "text": "The repairs cost £3.4m.", "publisher": "Auditor"}\n'


class Found(Searcher):
    """Finds all passages close, in the order they came in."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._work = workspace

    def everything(self, words: str) -> SearchResult:
        from workbench.store.sources import sources_of_passages

        ids = [row["id"] for row in self._work.database.rows("SELECT id FROM passages ORDER BY id")]
        found = sources_of_passages(self._work.database, ids)
        hits = tuple(Hit(n, *found[one], 1.0) for n, one in enumerate(ids, 1))
        return SearchResult(words, hits, len(hits), len(hits))

    def for_claim(self, claim: Claim, **_: object) -> SearchResult:
        return self.everything(claim.text)

    def search(self, text: str, **_: object) -> SearchResult:
        return self.everything(text)


class Says(StanceService):
    """Reads every passage the same way."""

    def __init__(self, workspace: Workspace, label: str) -> None:
        super().__init__(workspace)
        self.label = label

    def judge(
        self, claim: Claim | str, hits: Sequence[Hit], cancelled: Callable[[], bool] | None = None
    ) -> Iterator[Hit]:
        said = StanceSuggestion(self.label, 0.05, 0.9, 0.05, "", "given")
        for hit in hits:
            yield replace(hit, stance=said)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    clock = Clock()
    clock.stop(monkeypatch)
    made = Desk(tmp_path, clock)
    made.article = made.add_article()
    made.add_sources()
    yield made
    made.close()


def look(desk: Desk, label: str = "refutes", *, indexed: bool = True) -> News:
    return look_for_news(desk.ada, indexed=indexed, searcher=Found(desk.ada), stances=Says(desk.ada, label))


def test_what_gainsays_a_published_verdict_is_told_once(desk: Desk) -> None:
    cost = desk.claim("£2m")
    review.rate(desk.ada, cost.id, "True", why="The council says so.")
    review.publish(desk.ada, cost.id)
    look(desk, "supports")
    assert inbox(desk.ada) == []
    add_evidence(desk.ada, [str(desk.file("new.jsonl", NEW))])
    assert look(desk, indexed=False) == News(0, 1)
    assert look(desk) == News(0, 0), "the same passage is no news after the reindex"
    (told,) = inbox(desk.bo)
    assert (told.why, told.claim_id) == (Why.NEW_EVIDENCE, cost.id)
    assert "£3.4m" in told.words
    review.correct(desk.bo, cost.id, "False", why="The auditor says £3.4m.")
    assert [one.why for one in inbox(desk.cy)] == [], "the verdict says now what the passage says"


@pytest.mark.parametrize(
    ("rating", "label"), [("True", "supports"), ("True", "unclear"), ("Half true", "refutes"), ("Unproven", "refutes")]
)
def test_what_does_not_gainsay_it_is_not_told(desk: Desk, rating: str, label: str) -> None:
    cost = desk.claim("£2m")
    review.rate(desk.ada, cost.id, rating, why="So it is.")
    review.publish(desk.ada, cost.id)
    look(desk, "supports")
    add_evidence(desk.ada, [str(desk.file("new.jsonl", NEW))])
    assert look(desk, label) == News(0, 0)


def test_a_saved_search_tells_of_new_passages_of_its_publisher(desk: Desk) -> None:
    look(desk)
    desk_work.save_search(desk.bo, "cost", "what the repairs cost")
    desk_work.save_search(desk.cy, "pilots", "ships", publisher="pilots")
    add_evidence(desk.ada, [str(desk.file("new.jsonl", NEW))])
    assert look(desk) == News(1, 0)
    assert [one.words for one in inbox(desk.bo)] == ["cost: Audit: The repairs cost £3.4m."]
    assert inbox(desk.cy) == []
    assert look(desk) == News(0, 0)


def test_a_private_source_is_named_by_its_title_alone(desk: Desk) -> None:
    look(desk)
    desk_work.save_search(desk.bo, "cost", "what the repairs cost")
    add_evidence(desk.ada, [str(desk.file("new.jsonl", NEW))], private=True)
    look(desk)
    assert [one.words for one in inbox(desk.bo)] == ["cost: Audit"]
