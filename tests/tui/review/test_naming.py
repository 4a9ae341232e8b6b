"""Whom a pronoun means: the bar says which names are possible, one key and a figure choose."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.reports.sample import REPORT
from tests.tui.desk import add_text, draft, make_app, review, settle
from tests.tui.test_everywhere import text_of
from workbench.domain.articles import Kind, Resolution
from workbench.services.workspace import Workspace
from workbench.tui.widgets.bars import worth_parts

TEXT = "Ada Lind met Berit [/Moe] in 2019. She sold 40 boats to the town."


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A workspace with one article, in which one pronoun is open."""
    at = TEXT.index("She")
    repair = Resolution(at, at + 3, "She", "She", "a rule", 0.75, False, (("Ada Lind", 0.75), ("Berit [/Moe]", 0.22)))
    claims = (
        draft(
            TEXT,
            "She sold 40 boats to the town",
            Kind.EVENT,
            text="She sold 40 boats to the town.",
            resolutions=(repair,),
        ),
    )
    with Workspace.create(tmp_path / "newsroom", reviewer="ann") as workspace:
        add_text(workspace, TEXT, "Boats", claims)
    return tmp_path / "newsroom"


@pytest.mark.parametrize("size", [(80, 24), (160, 48)], ids=["80x24", "160x48"])
async def test_the_possible_names_are_shown_and_a_figure_chooses_one(desk: Path, size: tuple[int, int]) -> None:
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        shown = " ".join(text_of(app).split())
        assert "She? Ada Lind 0.75, Berit [/Moe] 0.22 H chooses" in shown
        await pilot.press("H", "2")
        await settle(pilot)
        assert review(app).session.claims[0].text == "Berit [/Moe] sold 40 boats to the town."
        await pilot.press("H")
        await settle(pilot)
        assert review(app).session.claims[0].text == "Berit [/Moe] sold 40 boats to the town."
        await pilot.press("u")
        await settle(pilot)
        assert review(app).session.claims[0].text == "She sold 40 boats to the town."


def test_a_repair_is_told_in_words_that_can_be_read() -> None:
    """Quotation marks and a first letter stood there ("N → Ann said: "N), and a guess that is the word itself."""
    claim = replace(
        REPORT.claims[0].claim,
        resolutions=(
            Resolution(0, 2, '"N', 'Ann Berg said: "N', "somebody's own words", 1.0),
            Resolution(9, 10, '"', '"', "somebody's own words", 1.0),
            Resolution(12, 17, "today", "today", "a relative time; which day it is, is not sure", 0.3, applied=False),
            Resolution(20, 24, "Pell", "Simon Pell", "the full name as the article gives it", 0.9),
        ),
    )
    said = "".join(words for words, _ in worth_parts(claim))
    assert said.startswith(
        "+ Ann Berg said: (sure)  today: a relative time; which day it is, is not sure  Pell → Simon Pell (sure)  "
    )
