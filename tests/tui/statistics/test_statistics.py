"""The statistics of the reviews: figures, and the same as bars."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.desk import make_app, review, settle
from tests.tui.test_everywhere import SIZES, text_of
from workbench.services.review.review import rate, request_second_opinion
from workbench.services.workspace import Workspace
from workbench.tui.desk.screen import DeskScreen
from workbench.tui.review.screen import ReviewScreen
from workbench.tui.statistics.screen import FigureList, StatisticsScreen, plots_of, title_of
from workbench.tui.widgets.plot import BarPlot, Plot, figure


def judged(path: Path) -> None:
    """Two reviewers, three ratings, one disagreement."""
    with Workspace.open(path, reviewer="ann") as ann, Workspace.open(path, reviewer="ben") as ben:
        rate(ann, 1, "5", why="Seen.")
        rate(ann, 2, "5", why="It does.")
        rate(ann, 3, "1", why="It was completed.")
        request_second_opinion(ann, 3)
        rate(ben, 3, "2", why="Hardly.")


@SIZES
async def test_statistics_from_the_desk_and_back(desk: Path, size: tuple[int, int]) -> None:
    """g counts, every figure stands there in words, Esc leads back."""
    judged(desk)
    app = make_app(desk, article_id=None)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("g")
        await settle(pilot)
        assert isinstance(app.screen, StatisticsScreen)
        figures = app.screen.query_one(FigureList).items
        found = {(one.about.partition(":")[0], one.name): one.value for one in figures}
        assert found["ratings", "True"] == 2
        assert found["reviewers", "unresolved disagreement"] == 1
        assert ("turnaround", "median") in found
        titles = [plot.plot.title for plot in app.screen.query(BarPlot)]
        assert titles[0] == "Claims"
        assert {title_of(one.about) for one in figures} == set(titles)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, DeskScreen)


@SIZES
async def test_moving_through_the_figures_brings_their_bars_into_sight(desk: Path, size: tuple[int, int]) -> None:
    """Whatever the size, the bars of the figure under the cursor can be read with their numbers."""
    judged(desk)
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("g")
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, StatisticsScreen)
        seen = set()
        for _ in screen.query_one(FigureList).items:
            current = screen.query_one(FigureList).current
            assert current is not None
            seen.add(current.about)
            if title_of(current.about) == "Claims" or current.about.startswith("ratings"):
                bars = screen.query_one("#plots").region
                painted = screen._compositor.render_strips()[bars.y : bars.bottom]
                words = "\n".join("".join(s.text for s in strip)[bars.x : bars.right] for strip in painted)
                assert current.name[:12] in words, "the bar of the figure under the cursor is in sight"
            await pilot.press("j")
            await settle(pilot)
        assert len(seen) >= 4
        await pilot.press("k")
        assert screen.query_one(FigureList).cursor == len(screen.query_one(FigureList).items) - 2


async def test_article_and_workspace(full_desk: Path) -> None:
    """From a review the figures are those of its article; w shows all."""
    judged(full_desk)
    app = make_app(full_desk, article_id=2)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("g")
        await settle(pilot)
        assert "this article" in text_of(app)
        figures = app.screen.query_one(FigureList)
        assert [one.value for one in figures.items if one.name == "open"] == [5]
        await pilot.press("w")
        await settle(pilot)
        assert "the workspace" in text_of(app)
        assert [one.value for one in figures.items if one.name == "open"] == [12]
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(review(app), ReviewScreen)


async def test_a_verdict_of_another_session_is_counted(desk: Path) -> None:
    """The figures follow the database while they are looked at, and every theme draws them."""
    app = make_app(desk, article_id=None)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("g")
        await settle(pilot)
        assert "Ratings (" not in text_of(app)
        judged(desk)
        app._look()
        await settle(pilot)
        await pilot.press("f2")
        await settle(pilot)
        assert "Ratings (" in text_of(app)
        assert any(one.name == "True" and one.value == 2 for one in app.screen.query_one(FigureList).items)


@pytest.mark.parametrize("title", ["日本語の新聞の見出しはとても長い", "short", "[/foo] \x1b[31mred\x1b[0m \u202egnp"])
async def test_labels_take_the_same_room_whatever_they_hold(desk: Path, title: str) -> None:
    """Wide characters, markup and escapes: the bars begin in one column, and the words stand as written."""
    app = make_app(desk, article_id=None)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        plot = BarPlot(Plot("Sources", ((title, 3.0, "none"), ("another source", 1.0, "true"))))
        await app.screen.mount(plot)
        await settle(pilot)
        from rich.cells import cell_len

        drawn = str(plot.render()).split("\n")
        columns = {cell_len(line[: line.index("█")]) for line in drawn if "█" in line}
        assert len(columns) == 1
        assert "\x1b" not in str(plot.render())
        assert all(cell_len(line.rstrip()) <= plot.size.width for line in drawn)


def test_numbers_are_short() -> None:
    """Whole numbers without, others with at most two decimals."""
    assert [figure(value) for value in (1200, 0.5, 0.666)] == ["1,200", "0.5", "0.67"]


def test_nothing_is_drawn_of_an_empty_workspace(tmp_path: Path) -> None:
    """No bar without a count."""
    from workbench.services.record.stats import stats

    Workspace.create(tmp_path / "empty", reviewer="ann").close()
    with Workspace.open(tmp_path / "empty", reviewer="ann") as workspace:
        assert plots_of(stats(workspace)) == []
