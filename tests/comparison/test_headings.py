"""The title or heading above a sentence is no part of it: what a passage tells below one is compared as without it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.comparison.test_another import facts
from workbench.cli.main import main
from workbench.comparison.compare import compare
from workbench.comparison.context_window import sentence
from workbench.comparison.headings import heading

HEADINGS = (
    "Education\n\n",
    "1 Introduction\n\n",
    "Annual report of the town\n\n",
    "Weekly news from the region\n\n",
    "About us\n",
    "No money for the old mill\n",
)
PAIRS = [
    ("The school has 340 pupils.", "The school has 300 pupils."),
    ("The port of Varen has 38 cranes.", "The port of Varen has 41 cranes. It opened in 1987."),
    ("The port of Varen has 41 cranes.", "The port of Varen has 41 cranes. It opened in 1987."),
    ("The tram line is 17 kilometres long.", "The tram line is 12 kilometres long and cost 300 million."),
    ("Rents in Ardel rose by 6 per cent.", "Rents in Ardel rose by 9 per cent."),
    ("The council did not close the library.", "The council closed the library."),
    ("The hospital has 80 beds.", "The old hospital had 120 beds."),
]


@pytest.mark.parametrize("above", HEADINGS)
@pytest.mark.parametrize(("claim", "passage"), PAIRS)
def test_a_heading_changes_nothing(claim: str, passage: str, above: str) -> None:
    assert compare(facts(claim), facts(above + passage)) == compare(facts(claim), facts(passage))


def test_what_a_sentence_leaves_out_stands_above_it() -> None:
    headed = "Ardel tram line runs over budget\n\nThe line is 12 kilometres long."
    found = compare(facts("The tram line is 17 kilometres long."), facts(headed))
    assert [one.outcome.value for one in found] == ["conflict"]


SENTENCES = [
    (
        "On the way back to Holm the ship Ann\nMarie carried 30 passengers.",
        "On the way back to Holm the ship Ann\nMarie carried 30 passengers",
    ),
    ("The bridge cost 30 million\neuros and opened.", "The bridge cost 30 million\neuros and opened"),
    ("Report of the\nPort of Varen\n\nIt has 30 cranes.", "It has 30 cranes"),
    ("- It opened in 2012\n- It cost 30 million", "It cost 30 million"),
    ("Old bridge\nThe bridge cost 30 million", "The bridge cost 30 million"),
    ("The port. It has 30 cranes, and\nVaren owns it.", "It has 30 cranes, and\nVaren owns it"),
]


@pytest.mark.parametrize(("text", "said"), SENTENCES)
def test_a_sentence_ends_with_its_lines_but_not_where_they_were_broken_to_fit(text: str, said: str) -> None:
    assert text[slice(*sentence(text, text.index("30")))].strip() == said


def test_an_item_of_a_list_heads_nothing() -> None:
    text = "Bridges of Ardel\n\nThere are two.\n- The bridge cost 30 million\n- The tunnel cost 40 million."
    assert heading(text, text.index("two")) == "Bridges of Ardel"
    assert heading("- The bridge cost 30 million\n- The tunnel cost 40 million.", 40) == ""


def test_the_first_passage_of_a_file_is_compared_below_its_title(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, work = tmp_path / "report.txt", str(tmp_path / "work")
    path.write_text(
        "Title: Port of Varen annual report\n\nThe port of Varen has 41 cranes. It was built in 1987 and lies on the "
        "northern bank of the river.\n",
        encoding="utf-8",
    )
    assert main(["init", work]) == 0
    assert main(["-w", work, "evidence", "add", str(path)]) == 0
    capsys.readouterr()
    for claimed, told in (("38", "differ"), ("41", "agree")):
        claim = f"The port of Varen has {claimed} cranes."
        assert main(["-w", work, "search", claim, "--format", "json"]) == 0
        rows = json.loads(capsys.readouterr().out)
        assert [row["comparisons"] for row in rows] == [[f"claim: {claimed}; passage: 41 ({told})"]]
