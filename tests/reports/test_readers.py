"""The formats for people: complete, the same every time, and deaf to what hostile text tells them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import docx
import pytest
from lxml import html as lxml_html
from markdown_it import MarkdownIt
from pypdf import PdfReader

from tests.reports.hostile import hostile_report
from tests.reports.sample import REPORT
from workbench.domain.errors import BadInputError
from workbench.reports import docx_format, html, markdown, pdf
from workbench.reports.model import Report, State
from workbench.reports.viewing import view

MUST_SHOW = (
    "Harbour bridge opens a year early",
    "County Checks",
    "The Harbour Gazette",
    "It cost less than £40m",
    "The new harbour bridge cost less than £40m",
    "Ada Quill",
    "16 November 2021",
    "The claim is not accurate.",
    "The final account shows that no part of the claim holds.",
    "The harbour bridge has cost £52.4m to date",
    "Harbour County Council",
    "2 October 2021",
    "45 days before the claim",
    "later: published 23 days after the claim",
    "Mostly false",
    "Unproven",
    "it does not say that the claim is false",
    "Tolls will rise next spring",
    "listed, not rated",
    "suggested by the program",
    "second opinion by tomas",
    "settled after disagreement",
    "(withdrawn)",
    "The program",
    "A second reviewer rates a claim without seeing the first rating",
    "event 9, 12 December 2021, 16:30 UTC",
)


def pdf_text(content: bytes) -> str:
    return " ".join("\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())


def docx_text(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    words = [
        "".join(node.text or "" for node in paragraph._p.iter() if str(node.tag).endswith("}t"))
        for paragraph in document.paragraphs
    ]
    words += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join(" ".join(words).split())


def html_text(content: bytes) -> str:
    body = lxml_html.document_fromstring(content.decode("utf-8")).find("body")
    assert body is not None
    return " ".join(body.text_content().split())


def markdown_text(content: bytes) -> str:
    rendered = MarkdownIt("commonmark", {"html": True}).enable("table").render(content.decode("utf-8"))
    return " ".join(lxml_html.document_fromstring(rendered).text_content().split())


READERS: dict[str, tuple[Callable[[Report], bytes], Callable[[bytes], str]]] = {
    "html": (html.render, html_text),
    "markdown": (markdown.render, markdown_text),
    "pdf": (pdf.render, pdf_text),
    "docx": (docx_format.render, docx_text),
}


@pytest.mark.parametrize("name", READERS)
def test_a_reader_is_shown_everything_a_report_must_show(name: str) -> None:
    render, text = READERS[name]
    shown = text(render(REPORT))
    assert [words for words in MUST_SHOW if words.casefold() not in shown.casefold()] == []


@pytest.mark.parametrize("name", READERS)
def test_dropped_claims_are_not_shown(name: str) -> None:
    render, text = READERS[name]
    assert "claim 6" not in text(render(REPORT)).casefold()


@pytest.mark.parametrize("name", READERS)
def test_the_same_report_gives_the_same_bytes(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    render, _ = READERS[name]
    first = render(REPORT)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    monkeypatch.setattr("time.localtime", lambda *_: datetime(2033, 1, 1).timetuple())
    assert render(REPORT) == first


@pytest.mark.parametrize("name", READERS)
def test_an_empty_report_is_a_report(name: str) -> None:
    render, text = READERS[name]
    shown = text(render(replace(REPORT, articles=(), sources=(), events=(), state=State())))
    assert "0 articles" in shown


# --- HTML ---------------------------------------------------------------------------------------------------------


def page(report: Report = REPORT) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(html.render(report).decode("utf-8"))


def test_the_page_loads_and_runs_nothing() -> None:
    root = page()
    assert not root.xpath("//script | //link | //img | //iframe | //object | //*[@onclick or @onload or @style]")
    assert "url(" not in root.xpath("string(//style)")
    assert "default-src 'none'" in root.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")


def test_marked_claims_and_verdicts_link_to_each_other() -> None:
    root = page()
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    for target in root.xpath("//a[starts-with(@href, '#')]/@href"):
        assert target[1:] in ids
    [mark] = root.xpath("//a[@id='mark-2']")
    assert mark.get("href") == "#claim-2"
    assert mark.text == "It cost less than £40m"
    assert root.xpath("//article[@id='claim-2']//a[@href='#mark-2']")


def test_every_chart_says_in_words_what_it_shows() -> None:
    root = page()
    charts = root.xpath("//*[local-name()='svg']")
    assert len(charts) == 2
    assert all(chart.get("role") == "img" for chart in charts)
    assert "False 1" in root.xpath("string(//*[local-name()='svg'][1]/*[local-name()='title'])")


def test_an_attacker_gets_no_element_into_the_page() -> None:
    root = page(hostile_report())
    assert not root.xpath("//script | //img")
    assert not root.xpath("//@onerror")
    addresses = root.xpath("//a/@href")
    assert all(address.startswith(("#", "https://")) for address in addresses), addresses
    assert set(root.xpath("//div[@class='article']/@lang")) == {"en"}


def test_words_put_into_a_wording_are_told_as_added() -> None:
    [entry] = REPORT.articles
    item = entry.claims[1]
    [repair] = item.claim.resolutions
    added = replace(repair, original="", end=repair.start, replacement="The bridge ")
    report = replace(
        REPORT,
        articles=(replace(entry, claims=(replace(item, claim=replace(item.claim, resolutions=(added,))),)),),
    )
    assert "added: “The bridge” (pronoun, the sentence before)" in html_text(html.render(report))


def test_claims_that_overlap_are_both_marked() -> None:
    [entry] = REPORT.articles
    first, second = entry.claims[1], entry.claims[2]
    wide = replace(first, claim=replace(first.claim, anchor=replace(first.claim.anchor, end=second.claim.end)))
    root = page(replace(REPORT, articles=(replace(entry, claims=(wide, second)),)))
    assert root.xpath("//a[@id='mark-2']")
    assert root.xpath("//a[@id='mark-3']")
    text = "".join(root.xpath("//div[@class='article']/p[2]//text()"))
    assert "It cost less than £40m" in text
    assert "carries 12,000 cars a day" in text


# --- Markdown -----------------------------------------------------------------------------------------------------


def test_hostile_text_makes_no_markdown() -> None:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = [
        child for token in parser.parse(markdown.render(hostile_report()).decode()) for child in token.children or ()
    ]
    assert not [token for token in tokens if token.type == "image"]
    inline = {token.content for token in tokens if token.type == "html_inline"}
    assert all(re.fullmatch(r'<a id="(claim|mark)-\d+">|</a>', tag) for tag in inline), inline
    links = [str(token.attrGet("href")) for token in tokens if token.type == "link_open"]
    assert all(link.startswith(("#", "https://a.example/%22%3E%3Cscript%3E")) for link in links), links
    blocks = {token.type for token in parser.parse(markdown.render(hostile_report()).decode())}
    assert not blocks & {"html_block", "fence", "code_block", "ordered_list_open"}


def test_an_article_line_cannot_become_a_heading_or_a_list() -> None:
    [entry] = REPORT.articles
    text = "# one\n    two\n- three\n1. four\n> five\n```\n<div>"
    lines = replace(entry, article=replace(entry.article, text=text), claims=())
    rendered = MarkdownIt("commonmark").render(markdown.render(replace(REPORT, articles=(lines,))).decode())
    [quoted] = re.findall(r"<blockquote>(.*?)</blockquote>", rendered, re.DOTALL)
    assert re.findall(r"<(\w+)", quoted) == ["p"] * 7
    assert "# one" in quoted


# --- PDF and DOCX -------------------------------------------------------------------------------------------------


def test_hostile_text_stands_in_the_pdf_as_it_is() -> None:
    shown = pdf_text(pdf.render(hostile_report()))
    assert '#panic("x") *bold* $x$ @ref <label>' in shown
    assert "{{ 7*7 }}" in shown
    reader = PdfReader(io.BytesIO(pdf.render(hostile_report())))
    addresses = [
        str(annotation.get_object()["/A"]["/URI"])
        for one in reader.pages
        for annotation in one.get("/Annots", [])
        if "/URI" in annotation.get_object().get("/A", {})
    ]
    assert addresses
    assert all(address.startswith("https://a.example/") for address in addresses)


def test_the_pdf_is_dated_by_the_last_event_and_tagged() -> None:
    reader = PdfReader(io.BytesIO(pdf.render(REPORT)))
    assert reader.metadata is not None
    assert reader.metadata.title == "Harbour bridge opens a year early"
    assert str(reader.metadata.get("/CreationDate")).startswith("D:20211212163000")
    assert "/StructTreeRoot" in reader.root_object


def test_an_article_in_a_script_no_font_shows_still_gives_a_pdf() -> None:
    [entry] = REPORT.articles
    odd = replace(entry, article=replace(entry.article, title="\U00012000 𓀀 漢字", text="\U00012000 𓀀"), claims=())
    assert pdf.render(replace(REPORT, articles=(odd,))).startswith(b"%PDF-")


def test_a_pdf_that_would_not_fit_into_memory_is_refused() -> None:
    [entry] = REPORT.articles
    with pytest.raises(BadInputError, match=r"too many for one PDF.*--article, or use html or docx"):
        pdf.render(replace(REPORT, articles=(replace(entry, claims=entry.claims * 500),)))


def test_hostile_text_stands_in_the_document_as_it_is() -> None:
    content = docx_format.render(hostile_report())
    assert "<script>alert(1)</script>" in docx_text(content)
    links = docx.Document(io.BytesIO(content)).part.rels.values()
    addresses = [link.target_ref for link in links if link.is_external]
    assert addresses
    assert all(address.startswith("https://a.example/") for address in addresses)


def test_the_document_is_dated_by_the_last_event() -> None:
    content = docx_format.render(REPORT)
    properties = docx.Document(io.BytesIO(content)).core_properties
    assert properties.created == properties.modified == datetime.fromisoformat("2021-12-12T16:30:00+00:00")
    assert properties.title == "Harbour bridge opens a year early"
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(2021, 12, 12, 16, 30, 0)}


def test_the_document_links_claims_and_verdicts() -> None:
    with zipfile.ZipFile(io.BytesIO(docx_format.render(REPORT))) as package:
        xml = package.read("word/document.xml").decode()
    names = set(re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', xml))
    anchors = set(re.findall(r'<w:hyperlink w:anchor="([^"]+)"', xml))
    assert anchors == names == {f"{kind}-{number}" for kind in ("claim", "mark") for number in range(1, 6)}


# --- house style --------------------------------------------------------------------------------------------------


def test_a_house_template_replaces_blocks_and_style(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text(
        '{% extends "shipped/report.html" %}{% block head %}<h1>The Daily: {{ report.title }}</h1>{% endblock %}'
    )
    (tmp_path / "report.css").write_text("body { color: teal }")
    shown = html.render(REPORT, template=tmp_path).decode()
    assert "<h1>The Daily: Harbour bridge opens a year early</h1>" in shown
    assert "body { color: teal }" in shown
    assert 'id="claim-2"' in shown


def test_a_house_template_of_markdown_escapes_too(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text("{{ report.articles[0].title }}")
    assert markdown.render(hostile_report(), template=tmp_path).decode().startswith("\\=cmd\\|")


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{{ report.nothing }}", "nothing"),
        ("{% if %}", "line 1"),
        ("{{ ''.__class__.__mro__ }}", "unsafe"),
        ("{{ report.title.__class__.__base__.__subclasses__() }}", "unsafe"),
        ("{% include '../secret.html' %}", "secret"),
        ("{{ 1 / 0 }}", "zero"),
        ("{{ report.title() }}", "not callable"),
    ],
)
def test_a_wrong_house_template_is_one_sentence(tmp_path: Path, template: str, words: str) -> None:
    (tmp_path / "secret.html").write_text("secret")
    house = tmp_path / "house"
    house.mkdir()
    (house / "report.html").write_text(template)
    with pytest.raises(BadInputError, match=words) as caught:
        html.render(REPORT, template=house)
    assert "\n" not in str(caught.value)


def test_a_missing_template_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="not a folder"):
        html.render(REPORT, template=tmp_path / "none")


def test_rows_of_a_word_table_that_went_to_the_disk_are_where_they_belong(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many rows are held at once, the document is the same, byte for byte."""
    whole = docx_format.render(REPORT)
    rows = sum(len(table.rows) for table in docx.Document(io.BytesIO(whole)).tables)
    for most in (1, 2, 3):
        monkeypatch.setattr(docx_format, "_ROWS", most)
        content = docx_format.render(REPORT)
        assert sum(len(table.rows) for table in docx.Document(io.BytesIO(content)).tables) == rows
        assert docx_text(content) == docx_text(whole)
        assert zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml") == zipfile.ZipFile(
            io.BytesIO(whole)
        ).read("word/document.xml")


def test_articles_are_made_as_they_are_looked_at() -> None:
    seen = view(REPORT).articles
    assert seen[0] is seen[0]
    assert list(seen) == [*seen[:]]
    with pytest.raises(IndexError):
        seen[len(seen)]
