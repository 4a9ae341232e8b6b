"""The JSON export: nothing is lost, and a file that is not ours is refused in one sentence."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.sample import ARTICLE, REPORT
from workbench.domain.articles import Resolution
from workbench.domain.codec import encode
from workbench.domain.errors import BadInputError
from workbench.reports import json_format
from workbench.reports.machine import json_bytes
from workbench.reports.model import Report, ReviewedArticle
from workbench.reports.schema import FORMAT, SCHEMA_FILE, VERSION, json_schema, reference_page, schema_text

DOCS = Path(__file__).parents[2] / "docs"


def with_title(title: str) -> Report:
    return replace(REPORT, articles=(ReviewedArticle(replace(ARTICLE, title=title)),))


def test_a_report_comes_back_as_it_was() -> None:
    assert json_format.parse(json_format.render(REPORT), "report.json") == REPORT


def test_the_same_report_gives_the_same_bytes() -> None:
    assert json_format.render(REPORT) == json_format.render(json_format.parse(json_format.render(REPORT), "x"))


def test_the_parts_of_an_export_are_those_of_the_object_in_one_piece() -> None:
    """Written piece by piece, with the very bytes that the standard library gives for the whole."""
    for report in (REPORT, replace(REPORT, articles=(), events=(), sources=()), with_title('A "title"\n\u2028')):
        whole = json_bytes({"format": FORMAT, "version": VERSION, **encode(report)})
        assert b"".join(json_format.parts(report)) == whole


def test_no_part_of_an_export_is_larger_than_what_it_tells_of() -> None:
    """Fifty articles make fifty times as many parts, none of them larger."""
    many = replace(REPORT, articles=REPORT.articles * 50, events=REPORT.events * 50)
    parts, few = list(json_format.parts(many)), list(json_format.parts(REPORT))
    assert max(map(len, parts)) == max(map(len, few))
    assert len(parts) > 40 * len(REPORT.articles)


def test_whole_numbers_come_back_whole() -> None:
    """Amounts are floats by type, but the splitter and the database may give them as whole numbers."""
    [entry] = REPORT.articles
    item = entry.claims[1]
    [amount] = item.claim.quantities
    for high in (40_000_000, 40_000_000.0):
        claim = replace(item.claim, quantities=(replace(amount, high=high),))
        report = replace(REPORT, articles=(replace(entry, claims=(replace(item, claim=claim),)),))
        content = json_format.render(report)
        assert json_format.render(json_format.parse(content, "x")) == content


def test_an_export_fits_the_shipped_schema() -> None:
    schema = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(json_format.render(REPORT)), schema)


def test_the_shipped_schema_and_its_page_are_current() -> None:
    """`python -m workbench.reports.schema [PAGE]` rewrites them."""
    assert SCHEMA_FILE.read_text(encoding="utf-8") == schema_text()
    assert (DOCS / "reference" / "json-export.md").read_text(encoding="utf-8") == reference_page()


@given(st.text())
def test_any_text_survives_the_round_trip_and_no_terminal_obeys_it(title: str) -> None:
    report = with_title(title)
    content = json_format.render(report)
    assert json_format.parse(content, "x") == report
    shown = content.decode("utf-8")
    assert not [c for c in shown if (ord(c) < 0x20 and c != "\n") or 0x7F <= ord(c) < 0xA0]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is not JSON"),
        (b"\xff\xfe\x00", "is not JSON"),
        (b"[" * 100_000, "is not JSON"),
        (b"[]", "is not a JSON export"),
        (b'{"format": "something-else"}', "is not a JSON export"),
        (b'{"format": "claim-workbench-report", "version": 99}', "newer workbench"),
        (b'{"format": "claim-workbench-report", "version": 1}', "does not fit"),
    ],
)
def test_a_foreign_file_is_refused_in_one_sentence(content: bytes, words: str) -> None:
    with pytest.raises(BadInputError, match=words) as caught:
        json_format.parse(content, "report.json")
    assert str(caught.value).startswith("report.json")
    assert "\n" not in str(caught.value)


def test_the_refusal_names_the_place() -> None:
    data = json.loads(json_format.render(REPORT))
    data["articles"][0]["claims"][1]["verdicts"][0]["value"] = "two"
    with pytest.raises(BadInputError, match=r"\$\.articles\[0\]\.claims\[1\]\.verdicts\[0\]\.value"):
        json_format.parse(json.dumps(data).encode(), "report.json")


def test_a_date_that_is_none_is_refused() -> None:
    data = json.loads(json_format.render(REPORT))
    data["articles"][0]["article"]["published"] = "2021-99-99"
    with pytest.raises(BadInputError, match="does not fit"):
        json_format.parse(json.dumps(data).encode(), "report.json")


def test_every_field_of_the_schema_is_described_by_its_object() -> None:
    assert all(definition["description"] for definition in json_schema()["$defs"].values())


def test_names_that_a_pronoun_may_mean_fit_the_schema_and_come_back() -> None:
    entry = REPORT.articles[0]
    item = entry.claims[1]
    repair = Resolution(0, 3, "She", "She", "a rule", 0.75, False, (("Ada Lind", 0.75), ("Berit Moe", 0.22)))
    claim = replace(item.claim, resolutions=(repair,))
    content = json_format.render(replace(REPORT, articles=(replace(entry, claims=(replace(item, claim=claim),)),)))
    jsonschema.validate(json.loads(content), json.loads(SCHEMA_FILE.read_text(encoding="utf-8")))
    assert json_format.parse(content, "x").articles[0].claims[0].claim.resolutions == (repair,)
