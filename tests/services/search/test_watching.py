"""New passages are compared with saved searches and published verdicts; nothing is told twice."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.desk import Clock, Desk
from workbench.domain.articles import Claim
from workbench.domain.desk_work import Why
from workbench.domain.evidence import EvidenceState, Hit, StanceSuggestion
from workbench.services.evidence.decisions import decide
from workbench.services.evidence.sources import add_evidence
from workbench.services.record.export import render
from workbench.services.record.history import undo
from workbench.services.record.import_ import import_report
from workbench.services.record.reporting import build_report
from workbench.services.review import desk_work, review
from workbench.services.review.inbox import inbox
from workbench.services.search.stance import StanceService
from workbench.services.search.watching import News, look_for_news
from workbench.services.workspace import Workspace


def row(number: int, text: str, publisher: str = "Auditor") -> str:
    return json.dumps({"id": f"r{number}", "title": f"Row {number}", "text": text, "publisher": publisher}) + "\n"


NEW = '{"id": "audit", "title": "Audit", "text": "The repairs cost £3.4m.", "publisher": "Auditor"}\n'


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
    return look_for_news(desk.ada, indexed=indexed, stances=Says(desk.ada, label))


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
    desk_work.save_search(desk.bo, "cost", "the repairs cost")
    desk_work.save_search(desk.cy, "pilots", "ships", publisher="pilots")
    add_evidence(desk.ada, [str(desk.file("new.jsonl", NEW))])
    assert look(desk) == News(1, 0)
    assert [one.words for one in inbox(desk.bo)] == ["cost: Audit: The repairs cost £3.4m."]
    assert inbox(desk.cy) == []
    assert look(desk) == News(0, 0)


def test_what_is_older_stands_before_nothing_new(desk: Desk) -> None:
    """However many older passages say the same, and however many new ones come in at once."""
    add_evidence(desk.ada, [str(desk.file("old.jsonl", "".join(row(n, "The repairs cost a lot.") for n in range(40))))])
    look(desk)
    desk_work.save_search(desk.bo, "cost", "the repairs cost")
    desk_work.save_search(desk.cy, "trust", "the repairs cost", publisher="harbour TRUST")
    new = "".join(row(100 + n, f"In year {n} the repairs cost £{n}m.") for n in range(30))
    trust = row(200, "They say that the repairs cost nothing.", "Harbour Trust")
    add_evidence(desk.ada, [str(desk.file("new.jsonl", new + trust))])
    assert look(desk) == News(32, 0)
    assert [one.words for one in inbox(desk.cy)] == ["trust: Row 200: They say that the repairs cost nothing."]


def test_a_search_for_other_words_forgets_what_the_former_found(desk: Desk) -> None:
    look(desk)
    desk_work.save_search(desk.bo, "w", "the repairs cost")
    add_evidence(desk.ada, [str(desk.file("new.jsonl", NEW))])
    look(desk)
    assert not desk_work.save_search(desk.bo, "w", "the repairs cost")
    assert len(inbox(desk.bo)) == 1, "kept so already"
    desk_work.save_search(desk.bo, "w", "cats of Rome")
    assert inbox(desk.bo) == []


def test_what_was_weighed_before_is_no_news(desk: Desk) -> None:
    look(desk)
    cost = desk.claim("£2m")
    add_evidence(desk.ada, [str(desk.file("new.jsonl", NEW))])
    passage = desk.ada.database.value("SELECT max(id) FROM passages")
    decide(desk.ada, cost.id, passage, EvidenceState.REJECTED)
    review.rate(desk.ada, cost.id, "True", why="The auditor means something else.")
    review.publish(desk.ada, cost.id)
    assert look(desk) == News(0, 0)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The repairs cost £3.4m in all.", 1),
        ("The repairs cost £1.4m in all.", 0),
        ("That the repairs cost less than the budget is denied.", 1),
    ],
)
def test_what_only_leans_is_told_where_no_amount_agrees(desk: Desk, words: str, told: int) -> None:
    look(desk)
    cost = desk.claim("£2m")
    review.rate(desk.ada, cost.id, "True", why="The council says so.")
    review.publish(desk.ada, cost.id)
    add_evidence(desk.ada, [str(desk.file("new.jsonl", row(1, words)))])
    assert look(desk, "leans refutes") == News(0, told)
    assert [one.words.partition("leans refutes: ")[2] for one in inbox(desk.bo)] == [f"Row 1: {words}"] * told
    assert look(desk, "leans supports") == News(0, 0)


def test_what_an_import_brings_is_no_news(desk: Desk, tmp_path: Path) -> None:
    desk_work.tag(desk.ada, "claim", [desk.claim("£2m").id], ["Money"])
    desk_work.tag(desk.ada, "claim", [desk.claim("£2m").id], ["gone"])
    desk_work.tag(desk.ada, "claim", [desk.claim("£2m").id], [], off=["gone"])
    desk_work.assign(desk.ada, "claim", [desk.claim("£2m").id], "Bo", "2022-03-03")
    desk_work.comment(desk.ada, desk.claim("£2m").id, "Words for us.")
    desk_work.save_search(desk.ada, "cost", "the repairs cost")
    path = tmp_path / "export.json"
    path.write_bytes(render(build_report(desk.ada), "json").content)
    with Workspace.create(tmp_path / "other", reviewer=desk.ada.reviewer) as other:
        import_report(other, path)
        assert look_for_news(other, stances=Says(other, "refutes")) == News(0, 0)
        assert desk_work.tag_counts(other) == [("money", "claim", 1)]
        assert [one.assignee for one in desk_work.assigned(other, "claim").values()] == ["Bo"]
        assert [one.query for one in desk_work.saved_searches(other)] == ["the repairs cost"]
        desk_work.comment(other, desk.claim("£2m").id, "Words of another desk.")
        assert [line.action for line in undo(other)] == ["comment.add"]
        assert desk_work.comments_on(other, [desk.claim("£2m").id]) == []
        before = undo(other)[0].action.partition(".")[0]
        assert before not in {"tag", "comment", "assignment", "search"}, "what another desk did is passed over"


def test_a_private_source_is_named_by_its_title_alone(desk: Desk) -> None:
    look(desk)
    desk_work.save_search(desk.bo, "cost", "the repairs cost")
    add_evidence(desk.ada, [str(desk.file("new.jsonl", NEW))], private=True)
    look(desk)
    assert [one.words for one in inbox(desk.bo)] == ["cost: Audit"]
