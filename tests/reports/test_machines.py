"""The formats for machines: what another program reads back, and what spreadsheets must not run."""

from __future__ import annotations

import base64
import csv
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import openpyxl
import pytest

from tests.reports.golden_files import PUBLISHED
from tests.reports.hostile import HOSTILE, hostile_report, texts
from tests.reports.sample import REPORT, TEXT
from workbench.domain.review import AVERITEC_SCALE, DEFAULT_SCALE, POLITIFACT_SCALE, RatingScale, VerdictKind
from workbench.reports import annotations as web_annotations
from workbench.reports import averitec, csv_format, json_format, xlsx_format
from workbench.reports.model import Report

from .sample import verdict


def rows(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_format.render(report).decode("utf-8"), newline="")))


def test_csv_has_one_row_a_claim_with_the_verdict_that_stands() -> None:
    table = rows(REPORT)
    assert [row["claim_id"] for row in table] == ["1", "2", "3", "4", "5"]
    second = table[1]
    assert second["quote"] == "It cost less than £40m"
    assert (second["rating"], second["rating_value"], second["reviewer"]) == ("False", "1", "ines")
    assert second["evidence_against"].startswith("Capital projects ledger, third quarter (Harbour County Council, 2021")
    assert TEXT[int(second["start"]) : int(second["end"])] == second["quote"]
    assert table[0]["rating"] == ""


def test_no_csv_cell_runs() -> None:
    content = csv_format.render(hostile_report())
    for row in csv.reader(io.StringIO(content.decode("utf-8"), newline="")):
        for cell in row:
            assert not cell.lstrip().startswith(("=", "+", "-", "@"))
            assert not set(cell) & set("\x00\x07\x1b\x9b")


def sheets(report: Report) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(xlsx_format.render(report)))


def test_the_workbook_has_claims_verdicts_evidence_and_its_state() -> None:
    book = sheets(REPORT)
    assert book.sheetnames == ["Claims", "Verdicts", "Evidence", "About"]
    claims = [[cell.value for cell in row] for row in book["Claims"].iter_rows()]
    column = claims[0].index("rating")
    assert [row[column] for row in claims[1:]] == [None, "False", "Mostly true", "Unproven", None]
    assert book["Verdicts"].max_row == 1 + 7
    assert book["Evidence"].max_row == 1 + 5


def test_no_cell_of_the_workbook_is_a_formula() -> None:
    report = hostile_report()
    content = xlsx_format.render(report)
    book = openpyxl.load_workbook(io.BytesIO(content))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    assert "e" not in kinds
    [title] = [row[1].value for row in book["Claims"].iter_rows(min_row=2)]
    assert str(title).startswith("=cmd|")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert not [name for name in package.namelist() if b"<f>" in package.read(name) or b"<f " in package.read(name)]


def test_an_error_word_and_an_overlong_text_are_texts() -> None:
    [entry] = REPORT.articles
    long = replace(entry.claims[0], claim=replace(entry.claims[0].claim, text="🧨" * 40_000, speaker="#N/A"))
    book = sheets(replace(REPORT, articles=(replace(entry, claims=(long,)),)))
    row = {str(head.value): cell for head, cell in zip(book["Claims"][1], book["Claims"][2], strict=True)}
    assert row["speaker"].value == "#N/A"
    assert row["speaker"].data_type == "s"
    assert str(row["text"].value).endswith("(cut: a cell holds no more)")
    assert len(str(row["text"].value).encode("utf-16-le")) // 2 <= xlsx_format.LONGEST_TEXT


def test_the_workbook_is_dated_by_the_last_event() -> None:
    content = xlsx_format.render(REPORT)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(2021, 12, 12, 16, 30, 0)}
        core = package.read("docProps/core.xml").decode()
    assert core.count("2021-12-12T16:30:00Z") == 2
    assert content == xlsx_format.render(REPORT)


def items(report: Report) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(web_annotations.render(report))["first"]["items"]
    return found


def test_annotations_select_the_claims_words() -> None:
    collection = json.loads(web_annotations.render(REPORT))
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    assert collection["total"] == 5
    for item in items(REPORT):
        position, quote = item["target"]["selector"]
        assert TEXT[position["start"] : position["end"]] == quote["exact"]
        assert TEXT[: position["start"]].endswith(quote["prefix"])
        assert TEXT[position["end"] :].startswith(quote["suffix"])
        assert item["target"]["source"] == "https://gazette.example/2021/11/harbour-bridge"
    assert len({item["id"] for item in items(REPORT)}) == 5


def test_an_annotation_tells_rating_reason_reviewer_and_evidence() -> None:
    second = items(PUBLISHED)[1]
    assert second["motivation"] == "assessing"
    assert second["creator"] == {"type": "Person", "name": "ines"}
    assert second["created"] == "2021-12-12T16:30:00.250Z"
    by_purpose = {body["purpose"]: body.get("value") for body in second["body"]}
    assert by_purpose["classifying"] == "False"
    links = [body["source"] for body in second["body"] if body["purpose"] == "linking"]
    assert links == ["https://checks.example/bridge#claim-2", "https://council.example/ledger-q3?a=1&b=2"]
    assert items(PUBLISHED)[0]["creator"] == {"type": "Software", "name": "rules 1"}


def test_an_article_without_address_is_named_by_its_digest() -> None:
    [entry] = REPORT.articles
    offline = replace(REPORT, articles=(replace(entry, article=replace(entry.article, url=None)),))
    source = items(offline)[0]["target"]["source"]
    assert source.startswith("ni:///sha-256;")
    digest = base64.urlsafe_b64decode(source.rsplit(";", 1)[1] + "=")
    assert digest.hex() == entry.article.sha256


def test_averitec_rows_have_its_labels_and_dates() -> None:
    data = json.loads(averitec.render(REPORT))
    assert [(row["claim_id"], row["label"]) for row in data] == [
        (2, "Refuted"),
        (3, "Supported"),
        (4, "Not Enough Evidence"),
    ]
    first = data[0]
    assert first["claim_date"] == "16-11-2021"
    assert first["speaker"] == "Ada Quill"
    [question] = first["questions"]
    assert question["answers"][0]["answer_type"] == "Extractive"
    assert question["answers"][0]["source_url"] == "https://council.example/ledger-q3?a=1&b=2"


@pytest.mark.parametrize(
    ("scale", "words", "label"),
    [
        (DEFAULT_SCALE, "True", "Supported"),
        (DEFAULT_SCALE, "Half true", "Conflicting Evidence/Cherrypicking"),
        (DEFAULT_SCALE, "Mostly false", "Refuted"),
        (DEFAULT_SCALE, "Not checkable", None),
        (POLITIFACT_SCALE, "Mostly True", "Supported"),
        (POLITIFACT_SCALE, "Half True", "Conflicting Evidence/Cherrypicking"),
        (POLITIFACT_SCALE, "Pants on Fire", "Refuted"),
        (AVERITEC_SCALE, "Supported", "Supported"),
        (AVERITEC_SCALE, "Not Enough Evidence", "Not Enough Evidence"),
    ],
)
def test_ratings_of_every_scale_have_a_label(scale: RatingScale, words: str, label: str | None) -> None:
    step = scale.find(words)
    assert step is not None
    given = replace(
        verdict(1, 1, "ines", "1", VerdictKind.VERDICT, "2021-11-17T09:30:00.000Z", ""),
        scale_id=scale.id,
        rating=step.words,
        value=step.value,
    )
    assert averitec.label_of(scale, given) == label


def test_json_keeps_hostile_text_as_it_is() -> None:
    data = json.loads(json_format.render(hostile_report()))
    assert HOSTILE in texts(data)
    assert json_format.parse(json_format.render(hostile_report()), "x") == hostile_report()


def _addresses(data: Any) -> list[str]:
    """Every value of a key that programs take for an address."""
    if isinstance(data, dict):
        mine = [item for key, item in data.items() if key == "source" or "url" in key or key == "fact_checking_article"]
        return [item for item in mine if isinstance(item, str)] + [
            a for item in data.values() for a in _addresses(item)
        ]
    return [a for item in data for a in _addresses(item)] if isinstance(data, list) else []


@pytest.mark.parametrize("render", [web_annotations.render, averitec.render], ids=["annotations", "averitec"])
@pytest.mark.parametrize("page", ["https://checks.example/x", "javascript:alert(1)//"])
def test_hostile_text_is_data_and_no_address_runs(render: Callable[[Report], bytes], page: str) -> None:
    """Texts come through as they are; what is offered as an address is one of the web; no byte acts on a terminal."""
    report = hostile_report()
    content = render(replace(report, settings=replace(report.settings, page_url=page)))
    data = json.loads(content)
    assert HOSTILE in texts(data)
    found = _addresses(data)
    assert found
    for address in found:
        assert address.startswith(("https://", "ni:///")), address
        assert not set(address) & set("<>\"' ")
    assert not set(content.decode("utf-8")) & set("\x00\x07\x1b\x7f\x9b\u202e\u2066")
