"""No letter of a source is lost on the screen, however wide it is."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.tui.desk import make_app, settle
from workbench.services.evidence.sources import show_source
from workbench.services.workspace import Workspace
from workbench.tui.source.screen import SourceText
from workbench.tui.text.wrapping import break_lines, cells

LONG = (
    "The director general's salary for the year was published in the annual report of the service, and the fee that "
    "was waived before is named in the notes to the accounts. 東京の水道局は二十三億円を支出した。 "
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen was the longest word of that page."
)


def on_screen(text: SourceText) -> str:
    """All that its lines show, blanks left out."""
    return "".join("".join(text.render_line(y).text.replace("▌", " ").split()) for y in range(text.size.height))


async def test_a_source_is_read_whole_at_every_width(desk: Path) -> None:
    """Two letters at each line's end had stood outside the screen on one of eighty columns."""
    with Workspace.open(desk, reviewer="ann") as workspace, workspace.database.write() as connection:
        connection.execute("UPDATE sources SET text = ? || ' ' || text WHERE id = 'notice'", (LONG,))
        whole = "".join(show_source(workspace, "notice")[0].text.split())
    app = make_app(desk)
    async with app.run_test(size=(80, 48)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "V")
        await settle(pilot)
        for width in (80, 79, 81, 60, 41, 40, 99, 100, 101, 102, 103, 104, 105, 106, 107, 120, 160):
            await pilot.resize_terminal(width, 48)
            await settle(pilot)
            text = app.screen.query_one(SourceText)
            text.scroll_to(y=0, animate=False)
            await settle(pilot)
            assert on_screen(text) == whole, width


@given(st.text(alphabet="abc ÄøЖ東京\n-", max_size=120), st.integers(2, 30))
def test_lines_hold_every_letter_and_are_no_wider_than_they_may_be(text: str, width: int) -> None:
    """Blanks at the breaks alone are left out."""
    lines = [text[start:end] for start, end in break_lines(text, width)]
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells(line.rstrip()) <= width for line in lines)
