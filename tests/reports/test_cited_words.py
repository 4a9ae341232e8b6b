"""A report cites the words that decide, and shows the passage behind them; the record keeps all of it."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace

import pytest
from lxml import html as lxml_html

from tests.reports.golden_files import PUBLISHED
from tests.reports.hostile import hostile_report
from tests.reports.test_readers import READERS
from workbench.domain.anchors import Span
from workbench.domain.articles import Origin
from workbench.domain.evidence import EvidenceState
from workbench.reports import averitec, claimreview, docx_format, html, json_format, markdown, notes, pdf
from workbench.reports.model import Report, ReviewedClaim

BEFORE, DECIDES, AFTER = "Questions & answers. ", "The bridge has <b>cost</b> £52.4m.", " *Dogs* stay on a lead."
PASSAGE = BEFORE + DECIDES + AFTER


def citing(item: ReviewedClaim, by: Origin) -> ReviewedClaim:
    span = Span(len(BEFORE), len(BEFORE) + len(DECIDES))
    verdicts = tuple(
        replace(one, evidence=tuple(replace(piece, quote=PASSAGE, cited=span, cited_by=by) for piece in one.evidence))
        for one in item.verdicts
    )
    return replace(item, verdicts=verdicts)


def report(by: Origin = Origin.PERSON, of: Report = PUBLISHED) -> Report:
    articles = tuple(replace(entry, claims=tuple(citing(item, by) for item in entry.claims)) for entry in of.articles)
    return replace(of, articles=articles)


@pytest.mark.parametrize("name", READERS)
def test_the_words_that_decide_come_first_and_the_passage_behind_them(name: str) -> None:
    render, text = READERS[name]
    shown = text(render(report()))
    assert DECIDES in shown
    assert "The passage around it" in shown
    assert "Dogs" in shown
    assert shown.index(DECIDES) < shown.index(BEFORE.strip())
    assert "The passage around it" not in text(render(PUBLISHED))


def test_the_page_marks_them_in_the_passage() -> None:
    page = lxml_html.document_fromstring(html.render(report()).decode("utf-8"))
    details, *_ = page.xpath("//details[@class='passage']")
    assert details.xpath(".//mark")[0].text_content() == DECIDES
    assert details.xpath("./p")[0].text_content() == PASSAGE
    assert not page.xpath("//details//b")


@pytest.mark.parametrize("name", READERS)
def test_words_that_the_program_chose_are_marked_as_its_choice(name: str) -> None:
    render, text = READERS[name]
    assert "⚙ the program chose the words" in text(render(report(Origin.MACHINE)))
    assert "chose the words" not in text(render(report()))
    assert b"the program chose the words" in b"".join(notes.files(report(Origin.MACHINE)).values())


@pytest.mark.parametrize("by", Origin)
def test_machines_are_given_the_words_alone_where_a_person_chose_them(by: Origin) -> None:
    given = DECIDES if by is Origin.PERSON else PASSAGE
    reviews = json.loads(claimreview.render(claimreview.build(report(by))))
    cited = [one["text"] for review in reviews for one in review.get("citation", [])]
    assert cited
    assert set(cited) == {given}
    rows = json.loads(averitec.render(report(by)))
    answers = {one["answer"] for row in rows for question in row["questions"] for one in question["answers"]}
    assert answers == {given}


def test_the_notes_quote_the_words_and_tell_the_passage() -> None:
    with zipfile.ZipFile(io.BytesIO(notes.obsidian(report()))) as archive:
        text = "\n".join(archive.read(name).decode() for name in archive.namelist())
    assert (
        "\n> The bridge has &lt;b&gt;cost&lt;/b&gt; £52.4m.\n\nThe passage around it: Questions &amp; answers." in text
    )


def test_the_json_export_keeps_the_whole_passage_and_the_place_of_the_words() -> None:
    told = json.loads(json_format.render(report()))
    pieces = [
        piece
        for article in told["articles"]
        for claim in article["claims"]
        for verdict in claim["verdicts"]
        for piece in verdict["evidence"]
    ]
    assert {piece["quote"] for piece in pieces} == {PASSAGE}
    assert {tuple(piece["cited"].values()) for piece in pieces} == {(len(BEFORE), len(BEFORE) + len(DECIDES))}
    assert json_format.parse(json_format.render(report()), "report.json") == report()
    assert b'"cited"' not in json_format.render(PUBLISHED)


def test_a_link_of_which_words_were_chosen_is_shown_so_before_a_verdict_cites_it() -> None:
    entry = next(one for one in PUBLISHED.articles if any(item.evidence for item in one.claims))
    item = next(one for one in entry.claims if one.evidence)
    link = item.evidence[0]
    words = link.passage.text.split()[1]
    start = link.passage.text.index(words)
    linked = replace(
        link,
        evidence=replace(
            link.evidence,
            state=EvidenceState.ACCEPTED,
            cited=Span(start, start + len(words)),
            stance=link.evidence.stance,
        ),
    )
    alone = replace(item, verdicts=(), standing=None, publication=None, evidence=(linked,))
    changed = replace(PUBLISHED, articles=(replace(entry, claims=(alone,)),))
    shown = markdown.render(changed).decode()
    assert f"- “{words}”" in shown
    assert "The passage around it" in shown


@pytest.mark.parametrize("render", [html.render, markdown.render, docx_format.render, pdf.render])
def test_hostile_passages_stay_harmless(render: object) -> None:
    of = hostile_report()
    text = next(piece.quote for item in of.claims for one in item.verdicts for piece in one.evidence)

    def cut(item: ReviewedClaim) -> ReviewedClaim:
        verdicts = tuple(
            replace(one, evidence=tuple(replace(piece, cited=Span(4, len(text) - 9)) for piece in one.evidence))
            for one in item.verdicts
        )
        return replace(item, verdicts=verdicts)

    changed = replace(of, articles=tuple(replace(one, claims=tuple(map(cut, one.claims))) for one in of.articles))
    made = render(changed)  # type: ignore[operator]
    assert made
    if render is html.render:
        page = lxml_html.document_fromstring(made.decode("utf-8"))
        assert not page.xpath("//script")
        assert not page.xpath("//details//img")
