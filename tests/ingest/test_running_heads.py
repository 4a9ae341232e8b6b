"""Running heads, feet and page numbers of PDFs, and lines at the edges of pages that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.making import documents, make_pdf
from workbench.ingest.running_heads import without_running_lines

ONE = ["The harbour board of Varen borrowed 6 million for a slipway, its", "auditor told councillors in March."]
TWO = ["Only 12 of the 31 berths were let, down from 27 four years", "earlier, and the north wall is closed."]
THREE = ["Divers found 140 metres of rotten timber below the waterline,", "the engineer in charge said."]
BODY = [ONE, TWO, THREE]


def _pages(heads: list[list[str]], feet: list[list[str]]) -> list[str]:
    return ["\n".join([*head, *body, *foot]) for head, body, foot in zip(heads, BODY, feet, strict=False)]


def _left(pages: list[str]) -> str:
    return " ".join(" ".join(without_running_lines(pages)).split())


ALL = " ".join(" ".join(body) for body in BODY)
NONE: list[list[str]] = [[], [], []]


@pytest.mark.parametrize(
    ("heads", "feet", "right"),
    [
        (NONE, [["Page 1 of 3"], ["Page 2 of 3"], ["Page 3 of 3"]], ALL),
        (NONE, [["1"], ["2"], ["3"]], ALL),
        (NONE, [["- 11 -"], ["- 12 -"], ["- 13 -"]], ALL),
        (NONE, [["Seite 1 von 3"], ["Seite 2 von 3"], ["Seite 3 von 3"]], ALL),
        (NONE, [["Confidential 1 / 3"], ["Confidential 2 / 3"], ["Confidential 3 / 3"]], ALL),
        (NONE, [["Confidential", "1"], ["Confidential", "2"], ["Confidential", "3"]], None),
        ([["Annual report 2023"]] * 3, NONE, f"Annual report 2023 {ALL}"),
        ([["Harbour debt"], ["2 Harbour debt"], ["Harbour debt 3"]], NONE, f"Harbour debt {ALL}"),
        ([["Varen report"], ["Varen report"], ["Varen report"]], NONE, f"Varen report {ALL}"),
    ],
)
def test_what_comes_back_on_every_page_goes(heads: list[list[str]], feet: list[list[str]], right: str | None) -> None:
    left = _left(_pages(heads, feet))
    if right is None:  # the first of some words that come back stays
        right = ALL.replace(" Only", " Confidential Only")
    assert left == right


@pytest.mark.parametrize(
    ("heads", "feet"),
    [
        ([["Question 1"], ["Question 2"], ["Question 3"]], NONE),
        ([["Varen budget 2021"], ["Varen budget 2022"], ["Varen budget 2023"]], NONE),
        ([["Budget of the port of Varen 2021"], ["Budget of the port of Varen 2022"], []], NONE),
        (NONE, [["30 of 45"], ["31 members came."], []]),
        (NONE, [["North 14 9"], ["North 15 11"], ["North 16 2"]]),
        (NONE, [["2021"], ["2022"], ["2023"]]),
        (NONE, [["Present: 12 members"]] * 3),
        (NONE, [["Total 300 votes"]] * 3),
        ([["Round 1 of 3"], ["Round 2 of 3"], ["Round 3 of 3"]], NONE),
        (
            [["Ward 1 gave the plan 300 votes."], ["Ward 2 gave the plan 300 votes."], ["Ward 3 gave it 300 votes."]],
            NONE,
        ),
        ([["Stage 1 cost the town 4 million euros"], ["Stage 2 cost the town 4 million euros"], []], NONE),
        ([["Patient 1 was given 40 mg"], ["Patient 2 was given 40 mg"], ["Patient 3 was given 40 mg"]], NONE),
        ([["1 people died in the fire"], ["2 people died in the fire"], ["3 people died in the fire"]], NONE),
        (NONE, [["28 of 45"], ["29 of 45"], ["30 of 45"]]),
        ([["Appendix 1 to the treaty"], ["Appendix 2 to the treaty"], ["Appendix 3 to the treaty"]], NONE),
        (NONE, [["The motion was lost."]] * 3),
        (NONE, [["Branches open: 7"], ["Branches open: 8"], ["Branches open: 9"]]),
        (NONE, [["Branches open: 1"], ["Branches open: 2"], ["Branches open: 3"]]),
        (NONE, [["Ships lost in all 7"], ["Ships lost in all 8"], ["Ships lost in all 9"]]),
        ([["Work package 1"], ["Work package 2"], ["Work package 3"]], NONE),
        (NONE, [["Votes 14 of 20"], ["Votes 15 of 20"], []]),
        ([["Varen"], ["Holm"], ["Kelm"]], NONE),
        (NONE, [["12"], ["40"], ["7"]]),
        (NONE, [["1/1"], [], []]),
    ],
)
def test_lines_of_the_text_stay(heads: list[list[str]], feet: list[list[str]]) -> None:
    pages = _pages(heads, feet)
    assert without_running_lines(pages) == pages


@pytest.mark.parametrize(("foot", "stays"), [("Page 1 of 1", False), ("Page 1 of 2", True), ("1/1", True)])
def test_the_foot_of_a_single_page(foot: str, stays: bool) -> None:
    assert (foot in without_running_lines(["\n".join([*ONE, *TWO, foot])])[0]) is stays


def test_a_sentence_goes_on_from_page_to_page(tmp_path: Path) -> None:
    first = ["Port report - Varen Post", "Only 12 of the 31 berths were let in 2023, down from", "Page 1 of 2"]
    second = ["Port report - Varen Post", "27 four years earlier. The wall is closed.", "Page 2 of 2"]
    [found] = documents(make_pdf(tmp_path / "two.pdf", [first, second]))
    assert "down from 27 four years earlier. The wall is closed." in found.text
    assert found.text.count("Port report") == 1
    assert "Page" not in found.text
    assert [section.label for section in found.sections] == ["p. 1", "p. 2"]
    for section in found.sections:
        assert found.text[section.start : section.end].strip() == found.text[section.start : section.end]


def test_heads_that_name_title_and_author_by_turns() -> None:
    heads = [["Harbour debt", "A. Sample"], ["2 A. Sample"], ["Harbour debt 3"], ["4 A. Sample"]]
    bodies = [*BODY, ["The council will vote in June."]]
    feet: list[list[str]] = [["1"], [], [], []]
    pages = ["\n".join([*head, *body, *foot]) for head, body, foot in zip(heads, bodies, feet, strict=True)]
    assert _left(pages) == f"Harbour debt A. Sample {ALL} The council will vote in June."
