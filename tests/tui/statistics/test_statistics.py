"""The statistics of the reviews: each figure once, with its bar."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.tui.desk import make_app, review, settle
from tests.tui.test_everywhere import SIZES, text_of
from workbench.services.review.review import rate, request_second_opinion
from workbench.services.workspace import Workspace
from workbench.tui.desk.screen import DeskScreen
from workbench.tui.review.screen import ReviewScreen
from workbench.tui.statistics.screen import Figure, FigureList, StatisticsScreen, bar, figure, figures_of


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
        lines = text_of(app).splitlines()
        [line] = [line for line in lines if "✔ True" in line]
        assert line.split("True")[1].split()[:2] == ["2", "claims"]
        assert "█" in line, "its bar stands beside it"
        assert sum("a second opinion is asked for" in line for line in lines) <= 1, "no figure stands twice"
        assert not any("hours" in line for line in lines), "times are told as people say them"
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, DeskScreen)


@SIZES
async def test_every_figure_can_be_gone_to(desk: Path, size: tuple[int, int]) -> None:
    """Whatever the size, the figure under the cursor can be read with its number."""
    judged(desk)
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("g")
        await settle(pilot)
        figures = app.screen.query_one(FigureList)
        for _ in figures.items:
            current = figures.current
            assert current is not None
            line = next(line for line in text_of(app).splitlines() if "▶" in line)
            assert current.name[:12] in line, current
            if current.unit not in ("hours", ""):
                assert f" {figure(current.value)} " in line
            await pilot.press("j")
            await settle(pilot)
        await pilot.press("k")
        assert figures.cursor == len(figures.items) - 2


async def test_an_article_tells_how_far_its_verdicts_are_carried_by_what_they_cite(desk: Path) -> None:
    """Recall and precision of `stats --citations`, from the review."""
    from workbench.services.record.citations import citation_figures

    judged(desk)
    with Workspace.open(desk, reviewer="ann") as ann:
        [one] = citation_figures(ann, 1)
    app = make_app(desk, article_id=1)
    async with app.run_test(size=(120, 60)) as pilot:
        await settle(pilot)
        await pilot.press("g")
        await settle(pilot)
        found = {one.name: one.value for one in app.screen.query_one(FigureList).items if "cite" in one.about}
        assert found["claims rated on the scale"] == one.claims
        assert found["recall: the share of them"] == 100 * (one.recall or 0)
        assert "recall: the share of them" in text_of(app)


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
        assert "Ratings:" not in text_of(app)
        judged(desk)
        app._look()
        await settle(pilot)
        await pilot.press("f2")
        await settle(pilot)
        assert "Ratings:" in text_of(app)
        assert any(one.name == "True" and one.value == 2 for one in app.screen.query_one(FigureList).items)


@pytest.mark.parametrize("title", ["日本語の新聞の見出しはとても長い", "short", "[/foo] \x1b[31mred\x1b[0m \u202egnp"])
@pytest.mark.parametrize("width", [78, 118, 200])
def test_labels_take_the_same_room_whatever_they_hold(title: str, width: int) -> None:
    """Wide characters, markup and escapes: the bars begin in one column, and the words stand as written."""
    listed = FigureList()
    columns = set()
    for name in (title, "another source"):
        item = Figure("most-used sources", name, 3.0, "accepted passages", False, 0.5)
        [line] = listed.block(item, width, current=False)
        columns.add(sum(cell_len(words) for words, _ in line[:-1]))
        assert sum(cell_len(words) for words, _ in line) <= width
        assert "\x1b" not in "".join(words for words, _ in line)
        assert "█" in line[-1][0]
    assert len(columns) == 1


def test_bars_are_as_long_as_their_figure() -> None:
    """To an eighth of a cell; what is more than nothing is seen."""
    assert [bar(share, 4) for share in (0, 0.0001, 0.5, 0.53, 1)] == ["", "▏", "██", "██▏", "████"]


def test_numbers_are_short() -> None:
    """Whole numbers without, others with at most two decimals."""
    assert [figure(value) for value in (1200, 0.5, 0.666)] == ["1,200", "0.5", "0.67"]


def test_nothing_is_drawn_of_an_empty_workspace(tmp_path: Path) -> None:
    """No bar without a count."""
    from workbench.services.record.stats import stats

    Workspace.create(tmp_path / "empty", reviewer="ann").close()
    with Workspace.open(tmp_path / "empty", reviewer="ann") as workspace:
        assert not any(one.share for one in figures_of(stats(workspace)))
