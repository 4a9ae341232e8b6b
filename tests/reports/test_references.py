"""The cited sources as references: read back by programs that read such lists, and by the workbench itself."""

from __future__ import annotations

import json
import tracemalloc
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from tests.ingest.making import documents
from tests.reports.csl import SCHEMA
from tests.reports.hostile import hostile_report
from tests.reports.sample import REPORT
from workbench.reports.model import Report
from workbench.reports.references import RENDERERS, bibtex, cited_sources, csl_json, ris


def test_a_source_is_named_once_with_the_claims_that_cite_it() -> None:
    ledger, count, earlier = cited_sources(REPORT)
    assert (ledger.key, ledger.claims, ledger.locators) == ("harbour-county-council-2021", (2,), ("p. 4",))
    assert (count.key, earlier.key) == ("county-roads-survey-2021", "county-checks-2021")
    assert earlier.fact_check
    assert ledger.note == (
        "Archived at https://archive.example/2021/ledger-q3; Passages at p. 4; relied on for claim 2"
    )


def test_csl_json_fits_its_schema_and_is_set_by_a_citation_processor() -> None:
    works = json.loads(csl_json(REPORT))
    jsonschema.validate(works, SCHEMA)
    assert works[0] == {
        "id": "harbour-county-council-2021",
        "type": "webpage",
        "title": "Capital projects ledger, third quarter",
        "publisher": "Harbour County Council",
        "container-title": "Harbour County Council",
        "issued": {"date-parts": [[2021, 10, 2]]},
        "accessed": {"date-parts": [[2021, 11, 17]]},
        "URL": "https://council.example/ledger-q3?a=1&b=2",
        "language": "en",
        "note": "Archived at https://archive.example/2021/ledger-q3; Passages at p. 4; relied on for claim 2",
    }
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    listed = CitationStylesBibliography(style, CiteProcJSON(works), formatter.plain)
    listed.register(Citation([CitationItem(works[0]["id"])]))
    [entry] = listed.bibliography()
    assert "Capital projects ledger" in str(entry)
    assert "2021" in str(entry)


def test_ris_is_read_by_another_program() -> None:
    first, second, third = rispy.loads(ris(REPORT).decode())
    assert (first["type_of_reference"], first["title"]) == ("ELEC", "Capital projects ledger, third quarter")
    assert (first["date"], first["publisher"]) == ("2021/10/02", "Harbour County Council")
    assert first["urls"] == ["https://council.example/ledger-q3?a=1&b=2"]
    assert {second["id"], third["id"]} == {"county-roads-survey-2021", "county-checks-2021"}


def test_bibtex_is_read_by_another_program() -> None:
    library = parse_string(bibtex(REPORT).decode())
    assert not library.failed_blocks
    first = library.entries[0]
    fields = {field.key: field.value for field in first.fields}
    assert (first.entry_type, first.key) == ("misc", "harbour-county-council-2021")
    assert fields["title"] == "{Capital projects ledger, third quarter}"
    assert (fields["year"], fields["month"], fields["url"]) == (
        "2021",
        "10",
        "https://council.example/ledger-q3?a=1&b=2",
    )


@pytest.mark.parametrize(("format_", "name"), [("csl-json", "a.csl.json"), ("ris", "a.ris"), ("bibtex", "a.bib")])
def test_what_goes_out_comes_back_in(tmp_path: Path, format_: str, name: str) -> None:
    (tmp_path / name).write_bytes(RENDERERS[format_](REPORT))
    read = documents(tmp_path / name)
    wanted = [(one.title, one.publisher, one.published, one.url) for one in cited_sources(REPORT)]
    assert [(one.title, one.publisher, one.published, one.url) for one in read] == wanted
    assert read[0].published == date(2021, 10, 2)


@pytest.mark.parametrize(("format_", "name"), [("csl-json", "a.csl.json"), ("ris", "a.ris"), ("bibtex", "a.bib")])
def test_hostile_texts_stay_inside_their_field(tmp_path: Path, format_: str, name: str) -> None:
    content = RENDERERS[format_](hostile_report())
    (tmp_path / name).write_bytes(content)
    assert b"\x1b" not in content
    assert "\u202e" not in content.decode()
    [only] = documents(tmp_path / name)
    assert only.title.startswith("=cmd|")
    if format_ == "csl-json":
        jsonschema.validate(json.loads(content), SCHEMA)


def test_two_sources_of_one_publisher_and_year_have_two_keys() -> None:
    def renamed(report: Report) -> Report:
        sources = tuple(replace(one, source=replace(one.source, publisher="One")) for one in report.sources)
        return replace(report, sources=sources)

    assert [one.key for one in cited_sources(renamed(REPORT))] == ["one-2021", "one-2021-2", "one-2021-3"]


def test_a_key_is_looked_for_no_further_than_the_first_free_one() -> None:
    """No list of all keys there could be is made for each source."""
    tracemalloc.start()
    cited_sources(REPORT)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 1_000_000
