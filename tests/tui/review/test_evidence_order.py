"""Whose order the passages of a claim stand in, and that nothing moves while they are looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.desk import held, make_app, make_workspace, review, settle
from workbench.services.review.review import rate
from workbench.services.workspace import Workspace
from workbench.tui.review import loading
from workbench.tui.review.evidence_pane import EvidencePane

FOUND = ["notice", "regulator", "later"]
PIPELINE = 3


def order(pane: EvidencePane) -> list[str]:
    return [card.source.id for card in pane.list.items]


async def test_passages_are_there_before_the_stance_model_has_read_them(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They keep their places under the cursor; the next visit has them in the model's order. Each time it is told."""
    app = make_app(desk)
    app.finder.reranks = True  # type: ignore[attr-defined]
    let_go = held(monkeypatch, app.finder, "judge")
    async with app.run_test(size=(160, 48)) as pilot:
        try:
            while not review(app).session.claims:
                await pilot.pause()
            await pilot.press("j", "j")
            pane = review(app).query_one(EvidencePane)
            while order(pane) != FOUND:
                await pilot.pause()
            assert "search order" in str(pane.border_title)
            assert {card.stance[0] for card in pane.list.items} == {""}
            await pilot.press("J")
            card = pane.card
            assert card is not None
            assert card.source.id == "regulator"
        finally:
            let_go.set()
        await settle(pilot)
        assert order(pane) == FOUND
        assert pane.card is not None
        assert pane.card.passage.id == card.passage.id
        assert all(card.stance[0] for card in pane.list.items)
        assert "search order" in str(pane.border_title)
        await pilot.press("k", "j")
        await settle(pilot)
        assert order(pane) == FOUND[::-1]
        assert "reranked" in str(pane.border_title)


async def test_an_order_that_is_asked_for_is_shown_at_once(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """R and R again: who asks for the model's order waits for it."""
    app = make_app(desk)
    app.finder.reranks = True  # type: ignore[attr-defined]
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j")
        await settle(pilot)
        pane = review(app).query_one(EvidencePane)
        for expected in (FOUND, FOUND[::-1]):
            await pilot.press("R")
            await settle(pilot)
            assert order(pane) == expected


async def test_work_on_another_article_lets_this_one_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a colleague rates elsewhere is no reason to read this article again; what they rate here is."""
    path = tmp_path / "newsroom"
    make_workspace(path, articles=2).close()
    read: list[int] = []
    load = loading.load_review

    def counted(workspace: Workspace, article_id: int) -> loading.ReviewData:
        read.append(article_id)
        return load(workspace, article_id)

    monkeypatch.setattr(loading, "load_review", counted)
    app = make_app(path)
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        await app.watcher.look()
        await settle(pilot)
        before = len(read)
        with Workspace.open(path, reviewer="ben") as ben:
            elsewhere = [one.id for one in loading.load_claims(ben, 2)[0]]
            rate(ben, elsewhere[0], "1", why="Counted.")
            await app.watcher.look()
            await settle(pilot)
            assert len(read) == before
            rate(ben, PIPELINE, "1", why="Completed.")
            await app.watcher.look()
            await settle(pilot)
        assert len(read) == before + 1
        assert review(app).session.claim_by_id(PIPELINE).rating is not None  # type: ignore[union-attr]
