"""What machines proposed is shown as theirs, counted nowhere, and taken over as an act of the reviewer."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from tests.tui.desk import make_app, review, settle
from tests.tui.review.test_together import shown
from workbench.assistants.openai_client import ChatModel
from workbench.domain.articles import Origin
from workbench.services.assistance.proposals import keep_proposal, proposals
from workbench.services.review.blind import visible_claim
from workbench.services.workspace import Workspace
from workbench.store.evidence import evidence_of
from workbench.store.sources import passages_of
from workbench.tui.review.proposed import model_named
from workbench.tui.widgets.bars import WordingBar


async def test_a_wording_is_taken_over_as_ones_own(desk: Path) -> None:
    with Workspace.open(desk, reviewer="ann") as ann:
        keep_proposal(ann, "tiny-7b", "wording", {"text": "Thousands of soldiers stand there."}, claim_id=1)
    app = make_app(desk)
    async with app.run_test(size=(150, 40)) as pilot:
        await settle(pilot)
        said = shown(review(app).query_one(WordingBar))
        assert "machine: tiny-7b proposes: wording" in said
        assert "Thousands of soldiers stand there." not in said
        await pilot.press("asterisk", "1")
        await settle(pilot)
    with Workspace.open(desk, reviewer="ann") as ann:
        claim = visible_claim(ann, 1)
        assert (claim.text, claim.origin) == ("Thousands of soldiers stand there.", Origin.PERSON)


async def test_a_stance_is_accepted_and_a_query_searched_for(desk: Path) -> None:
    with Workspace.open(desk, reviewer="ann") as ann:
        (passage,) = passages_of(ann.database, "notice")
        content = {"stance": "refutes", "passage_id": passage.id, "quotation": "was completed"}
        keep_proposal(ann, "tiny-7b", "stance", content, claim_id=3)
        keep_proposal(ann, "tiny-7b", "queries", {"queries": ["certification", "other"]}, claim_id=3)
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j")
        await settle(pilot)
        await pilot.press("asterisk", "2")
        await settle(pilot)
        await pilot.press("asterisk", "1")
        await settle(pilot)
        await pilot.press("1")
        await settle(pilot)
        assert app.finder.asked == ["certification"]  # type: ignore[attr-defined]
    with Workspace.open(desk, reviewer="ann") as ann:
        (linked,) = evidence_of(ann.database, 3)
        assert (linked.evidence.stance, linked.evidence.reviewer) == ("refutes", "ann")


async def test_claims_that_a_machine_found_are_added_one_by_one(desk: Path) -> None:
    with Workspace.open(desk, reviewer="ann") as ann:
        text = ann.database.row("SELECT text FROM articles WHERE id = 1")["text"]  # type: ignore[index]
        at = text.index("officials said on Friday")
        claims = [
            {"quote": "officials said on Friday", "text": "Officials said it", "start": at, "end": at + 24},
            {"quote": "broken", "start": "x", "end": 3},
        ]
        keep_proposal(ann, "tiny-7b", "claims", {"article_id": 1, "claims": claims}, claim_id=None)
    app = make_app(desk)
    async with app.run_test(size=(150, 40)) as pilot:
        await settle(pilot)
        assert "tiny-7b" not in shown(review(app).query_one(WordingBar)), "it is about no claim that is there"
        await pilot.press("asterisk", "1", "1")
        await settle(pilot)
        current = review(app).session.claim
        assert current is not None
        assert (current.quote, current.text) == ("officials said on Friday", "Officials said it")


@pytest.mark.parametrize(
    ("key", "answer", "kind"),
    [
        ("w", {"text": "Thousands of soldiers stand there."}, "wording"),
        ("q", {"queries": ["troops border"]}, "queries"),
        ("s", {"stance": "refutes", "quotation": "NOTICE"}, "stance"),
        ("c", {"claims": [{"quote": "officials said on Friday", "text": "Officials said it on Friday"}]}, "claims"),
    ],
)
async def test_the_model_of_the_workspace_is_asked(
    desk: Path, monkeypatch: pytest.MonkeyPatch, key: str, answer: dict[str, object], kind: str
) -> None:
    asked: list[str] = []

    def ask(model: ChatModel, messages: list[dict[str, str]], schema: object, tokens: int) -> str:
        asked.append(f"{model.name} {model.endpoint} {tokens}")
        return json.dumps(answer)

    with Workspace.open(desk, reviewer="ann") as ann:
        ann.set_setting("llm_model", "tiny-7b")
        (passage,) = passages_of(ann.database, "notice")
    if kind == "stance":
        answer["quotation"] = passage.text[:20]
    monkeypatch.setattr(ChatModel, "ask", ask)
    app = make_app(desk)
    async with app.run_test(size=(150, 40)) as pilot:
        await settle(pilot)
        if kind == "stance":
            await pilot.press("j", "j")
            await settle(pilot)
        await pilot.press("asterisk", key)
        await settle(pilot)
    with Workspace.open(desk, reviewer="ann") as ann:
        [one] = proposals(ann)
    assert (one.made_by, one.kind) == ("machine: tiny-7b", kind)
    assert asked[0].startswith("tiny-7b http://127.0.0.1:11434/v1 ")


async def test_asking_is_stopped_and_keeps_nothing(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    may_end = threading.Event()

    def ask(*_: object) -> str:
        may_end.wait()
        return json.dumps({"text": "too late"})

    with Workspace.open(desk, reviewer="ann") as ann:
        ann.set_setting("llm_model", "tiny-7b")
    monkeypatch.setattr(ChatModel, "ask", ask)
    app = make_app(desk)
    async with app.run_test(size=(150, 40)) as pilot:
        await settle(pilot)
        await pilot.press("asterisk", "w")
        while not app.jobs.running:
            await pilot.pause(0.02)
        await pilot.press("ctrl+x")
        await settle(pilot)
        may_end.set()
    with Workspace.open(desk, reviewer="ann") as ann:
        assert proposals(ann) == []


@pytest.mark.parametrize("endpoint", ["https://models.example/v1", "http://["])
async def test_a_model_that_may_not_be_asked_from_here_is_not_offered(desk: Path, endpoint: str) -> None:
    """One on another machine is named each time, on the command line."""
    with Workspace.open(desk, reviewer="ann") as ann:
        ann.set_setting("llm_model", "tiny-7b")
        assert model_named(ann) == "tiny-7b"
        ann.set_setting("llm_endpoint", endpoint)
        assert model_named(ann) == ""


async def test_without_one_the_key_says_so(desk: Path) -> None:
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("asterisk")
        await settle(pilot)
        assert app.screen is app.front
