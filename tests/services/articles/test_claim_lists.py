"""A list of claims that somebody keeps in a table becomes an article of claims."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from workbench.cli.main import main
from workbench.domain.articles import Origin
from workbench.domain.errors import BadInputError
from workbench.services.articles.claim_lists import add_claim_list
from workbench.services.articles.stored_articles import list_articles, show_article
from workbench.services.record import history
from workbench.services.workspace import Workspace

CSV = (
    "Claim,Who,When,Remark,Link\n"
    'The harbour of Lowick lost 300 ships in 2021,Ida Brand,2022-01-29,"Said on the radio, twice",https://radio.example/1\n'
    ",Nobody,,,\n"
    "=1+1 is what the council spent,,29 January,,\n"
    "The basin is 12 metres deep,,,,ftp://x\n"
    "The basin is 12 metres deep,,,,\n"
)
MAP = {"text": "Claim", "speaker": "who", "date": "When", "note": "Remark", "url": "Link"}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace.create(tmp_path / "desk", reviewer="ada")


def test_each_row_is_a_claim_with_its_speaker_and_stands_in_the_text_with_what_the_list_says(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(CSV)
    made = add_claim_list(workspace, path, MAP)
    article, claims = show_article(workspace, made.article.id)
    assert [(claim.quote, claim.speaker) for claim in claims] == [
        ("The harbour of Lowick lost 300 ships in 2021", "Ida Brand"),
        ("The basin is 12 metres deep", None),
    ]
    assert all(article.text[claim.start : claim.end] == claim.quote for claim in claims)
    assert "(Ida Brand, 2022-01-29; Said on the radio, twice; https://radio.example/1; row 2)" in article.text
    assert {claim.origin for claim in claims} == {Origin.PERSON}
    assert article.title == "list"
    reasons = [(one.origin.rsplit(", ", 1)[1], one.reason) for one in made.skipped if "row" in one.origin]
    assert reasons == [
        ("row 3", "it has no claim"),
        ("row 4", "its date '29 January' is not one day for certain; write it as YYYY-MM-DD"),
        ("row 6", "the same claim by the same speaker stands in row 5"),
    ]


def test_the_same_list_again_is_the_same_article(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(CSV)
    first = add_claim_list(workspace, path, MAP).article
    again = add_claim_list(workspace, path, MAP).article
    assert (again.id, again.state) == (first.id, "unchanged")


def test_one_undo_takes_the_list_back_and_the_same_list_brings_it_again(workspace: Workspace, tmp_path: Path) -> None:
    """It was one command: an undo had taken back its last claim alone."""
    path = tmp_path / "list.csv"
    path.write_text(CSV)
    number = add_claim_list(workspace, path, MAP).article.id
    [gone] = history.undo(workspace)
    assert (gone.article_id, gone.claim_id) == (number, None)
    assert list_articles(workspace) == []
    with pytest.raises(BadInputError, match="there is nothing of ada to undo"):
        history.undo(workspace)
    history.redo(workspace)
    assert len(show_article(workspace, number)[1]) == 2
    history.undo(workspace)
    again = add_claim_list(workspace, path, MAP).article
    assert (again.id, again.state, again.claims) == (number, "restored", 2)


def test_excel_and_usual_names_need_no_map(workspace: Workspace, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Statement", "Speaker", "Date"])
    sheet.append(["About 40 ships a week use the harbour", "Mo Reed", "2022-02-01"])
    book.save(tmp_path / "list.xlsx")
    made = add_claim_list(workspace, tmp_path / "list.xlsx", {})
    _, [claim] = show_article(workspace, made.article.id)
    assert (claim.quote, claim.speaker) == ("About 40 ships a week use the harbour", "Mo Reed")


@pytest.mark.parametrize(
    ("content", "columns", "told"),
    [
        ("a,b\n1,2\n", {}, "none of its columns \\(a, b\\) holds the claims"),
        ("claim\nx\n", {"speaker": "Who"}, "has no column 'Who' for speaker"),
        ("claim\n \n", {}, "holds no claims"),
        ("claim\n!!\n", {}, "row 2: it has no claim"),
        ('claim\n"never closed\n', {}, "no valid CSV"),
    ],
)
def test_what_is_no_list_is_one_sentence_and_leaves_nothing(
    workspace: Workspace, tmp_path: Path, content: str, columns: dict[str, str], told: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(content)
    with pytest.raises(BadInputError, match=told):
        add_claim_list(workspace, path, columns)
    assert workspace.database.value("SELECT count(*) FROM articles") == 0


def test_the_command(workspace: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "list.csv"
    path.write_text(CSV)
    desk = ["-w", str(workspace.path), "article", "add", str(path)]
    mapped = [part for field, column in MAP.items() for part in ("--map", f"{field}={column}")]
    assert main([*desk, "--claims", *mapped, "--publisher", "Radio", "--format", "json"]) == 0
    out, err = capsys.readouterr()
    [row] = json.loads(out)
    assert (row["id"], row["title"], row["claims"], row["state"]) == (1, "list", 2, "added")
    assert "row 3: it has no claim" in err
    assert main([*desk, *mapped]) == 2
    assert main([*desk, "--claims", "--map", "colour=Claim"]) == 2


def test_days_and_names_of_columns_are_read_as_people_write_them(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("Aussage,Sprecher,Datum\nDer Damm kostete\x0b45 Millionen,Ida Brand,3. März 2024\n")
    article = add_claim_list(workspace, path, {}).article.id
    (claim,) = show_article(workspace, article)[1]
    assert (claim.text, claim.speaker) == ("Der Damm kostete 45 Millionen.", "Ida Brand")
    assert "Ida Brand, 2024-03-03" in show_article(workspace, article)[0].text


def test_a_column_of_claims_goes_before_one_of_any_text(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("claim,text\nThe dam cost 45 million,Other.\n")
    (claim,) = show_article(workspace, add_claim_list(workspace, path, {}).article.id)[1]
    assert claim.text == "The dam cost 45 million."


@pytest.mark.parametrize(
    "stated",
    ["03/04/2024", "3 or 4 March 2024", "before 3 March 2024", "3 March 2024 to 5 May 2024", "22-03-05", "March 2024"],
)
def test_a_date_that_may_be_another_is_named(workspace: Workspace, tmp_path: Path, stated: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"claim,date\nThe dam cost 45 million,{stated}\nThe lake lost 3 metres,25/03/2024\n")
    (told,) = add_claim_list(workspace, path, {}).skipped
    assert told.reason == f"its date {stated!r} is not one day for certain; write it as YYYY-MM-DD"


def test_a_column_of_data_beside_english_ones_is_no_day(workspace: Workspace, tmp_path: Path) -> None:
    sheet = tmp_path / "claims.csv"
    sheet.write_text("claim,speaker,data\nThe dam holds 40 million litres,Ida Voss,from the survey\n", "utf-8")
    added = add_claim_list(workspace, sheet, {})
    assert not added.skipped
