"""The cursor stays in sight, whatever the size of the terminal is or becomes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.desk import add_text, draft, make_app, review, settle
from tests.tui.test_everywhere import SIZES
from workbench.domain.articles import Kind
from workbench.services.workspace import Workspace
from workbench.tui.app import WorkbenchApp
from workbench.tui.widgets.claim_list import ClaimList

COUNT = 40


def long_article(path: Path) -> int:
    """An article of many claims; gives its number. They are the first ones of the workspace after six others."""
    said = [
        f"Number {n} of the things that were counted in the long report of the year is {n} thousand"
        for n in range(COUNT)
    ]
    text = "Many things\n\n" + " ".join(f"{words} and more, officials said." for words in said)
    claims = tuple(draft(text, words, Kind.QUANTITY) for words in said)
    with Workspace.open(path, reviewer="ann") as workspace:
        return add_text(workspace, text, "Many things", claims)


def in_sight(app: WorkbenchApp) -> bool:
    """Whether the claim under the cursor is seen whole in the list."""
    rows = review(app).query_one(ClaimList)
    first, last = rows._rows_of(rows.cursor)
    top, height = rows.scroll_offset.y, rows.scrollable_content_region.height
    return top <= first and last < top + height


@SIZES
@pytest.mark.parametrize("at", [3, 20, COUNT - 2])
async def test_the_cursor_is_in_sight_when_a_session_comes_back_and_in_every_size(
    desk: Path, at: int, size: tuple[int, int]
) -> None:
    """At the beginning of the list, in its midst, at its end."""
    article_id = long_article(desk)
    app = make_app(desk, article_id=None)
    app.saved.claims[str(article_id)] = 7 + at
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        app.open_article(article_id)
        await settle(pilot)
        assert review(app).session.current_id == 7 + at
        assert in_sight(app)
        for other in ((80, 24), (160, 48), (100, 30), (100, 24), size):
            await pilot.resize_terminal(*other)
            await settle(pilot)
            assert in_sight(app), other


async def test_a_list_scrolled_away_from_the_cursor_stays_where_it_is(desk: Path) -> None:
    """Another height is no reason to leave what was read."""
    app = make_app(desk, article_id=long_article(desk))
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        rows = review(app).query_one(ClaimList)
        rows.scroll_to(y=60, animate=False)
        await settle(pilot)
        await pilot.resize_terminal(100, 36)
        await settle(pilot)
        assert rows.scroll_offset.y == 60
