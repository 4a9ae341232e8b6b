"""A claim is rated on the scale of its first verdict, whatever scale has been chosen since."""

from __future__ import annotations

from pathlib import Path

from tests.tui.desk import make_app, review, settle
from workbench.services.review.review import publish, rate, record_of
from workbench.services.review.scales import use_scale
from workbench.services.workspace import Workspace
from workbench.tui.widgets.bars import ScaleBar


def steps(bar: ScaleBar) -> str:
    """The words of the scale bar."""
    return "".join(words for line in bar.lines(200) for words, _ in line)


async def test_the_bar_and_the_keys_are_those_of_the_claims_own_scale(desk: Path) -> None:
    """What is shown when a key is pressed is what is written."""
    with Workspace.open(desk, reviewer="ann") as ann:
        use_scale(ann, "politifact")
        rate(ann, 1, "5", why="Nearly.")
        use_scale(ann, "workbench")
    app = make_app(desk)
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        app.front.work.go_to(1)  # type: ignore[union-attr]
        await settle(pilot)
        bar = review(app).query_one(ScaleBar)
        assert "Pants on Fire" in steps(bar)
        await pilot.press("2")
        assert "2 False" in steps(bar)
        await pilot.press("enter")
        await settle(pilot)
        app.front.work.go_to(2)  # type: ignore[union-attr]
        await settle(pilot)
        assert "Pants on Fire" not in steps(bar)
        await pilot.press("2", "enter")
        await settle(pilot)
    with Workspace.open(desk, reviewer="ann") as ann:
        given = [record_of(ann, claim).standing for claim in (1, 2)]
        assert [(v.scale_id, v.rating) for v in given if v] == [("politifact", "False"), ("workbench", "Mostly false")]


async def test_a_correction_is_chosen_from_the_claims_own_scale(desk: Path) -> None:
    with Workspace.open(desk, reviewer="ann") as ann:
        use_scale(ann, "averitec")
        rate(ann, 1, "Supported", why="So it is.")
        publish(ann, 1)
        use_scale(ann, "workbench")
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        app.front.work.go_to(1)  # type: ignore[union-attr]
        await settle(pilot)
        await pilot.press("C")
        await settle(pilot)
        await pilot.press("1")
        await settle(pilot)
        await pilot.press(*"Misread", "ctrl+s")
        await settle(pilot)
    with Workspace.open(desk, reviewer="ann") as ann:
        stands = record_of(ann, 1).standing
        assert stands is not None
        assert (stands.rating, stands.rationale) == ("Refuted", "Misread")
