"""Spreadsheets, texts and presentations of the office programs: all that is shown, as it is shown, and no more."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from tests.ingest.making import documents, refusal, skipped
from workbench.ingest.cell_values import is_time, shown_number
from workbench.ingest.rtf import _blocks, _Reader

SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
)


def workbook(path: Path, sheets: dict[str, list[list[Any]]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def packed(path: Path, members: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in members.items():
            container.writestr(name, content)
    return path


def open_document(path: Path, kind: str, body: str, styles: str = "", **more: str) -> Path:
    content = (
        f"<?xml version='1.0'?><office:document-content {SPACES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body>{body}</office:body></office:document-content>"
    )
    inner: dict[str, str] = {"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content}
    return packed(path, inner | {name.replace("_", "."): text for name, text in more.items()})


def test_every_row_of_every_sheet_is_a_document(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        {
            "Autumn": [
                ["id", "claim", "speaker", "date", "url"],
                ["A1", "The mill employs 40 people.", "Ada Quist", datetime.date(2021, 9, 3), "https://mill.example/1"],
                ["A2", "Wages rose by 9 per cent.", "Bo Lund", datetime.datetime(2021, 9, 4, 18, 30), None],
            ],
            "Spring": [["text", "source"], ["The mill burned down in 1974.", "Mill Gazette"]],
        },
    )
    found = documents(path)
    assert [document.text for document in found] == [
        "The mill employs 40 people.",
        "Wages rose by 9 per cent.",
        "The mill burned down in 1974.",
    ]
    assert found[0].id == "A1"
    assert (found[0].author, str(found[0].published), found[0].url) == (
        "Ada Quist",
        "2021-09-03",
        "https://mill.example/1",
    )
    assert str(found[1].published) == "2021-09-04"
    assert found[2].publisher == "Mill Gazette"


def test_figures_stand_as_the_sheet_shows_them(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["text"])
    for value, code in (
        (0.125, "0.0%"), (1234567.5, "#,##0.00"), (1500, '#,##0 "tonnes"'), (-12, "#,##0;[Red](#,##0)"),
        (0.1 + 0.2, "General"),
        (2500000, '0.0,,"m"'), (42, "General"), (7, "000"), (19.5, '"€"#,##0.00'), (datetime.time(9, 5), "h:mm"),
        (12345678901, "General"), (5, "0.00E+00"),
    ):  # fmt: skip
        sheet.append([value])
        sheet.cell(sheet.max_row, 1).number_format = code
    book.save(path)
    assert [document.text for document in documents(path)] == [
        "12.5%", "1,234,567.50", "1,500 tonnes", "-12", "0.3", "2.5m", "42", "007", "€19.50", "09:05", "12345678901",
        "5",
    ]  # fmt: skip


@given(st.text(max_size=12), st.text('0#,.%;$€-()[]"\\_*ymdhsGE+ ', max_size=25))
def test_no_number_format_is_stumbled_over(written: str, code: str) -> None:
    assert isinstance(shown_number(written, code), str)


@given(st.floats(allow_nan=False), st.text('0#,.%;$€-()[]"\\_*ymdhsGE+ ', max_size=25))
def test_no_number_is_stumbled_over(value: float, code: str) -> None:
    assert isinstance(shown_number(repr(value), code), str)


def test_colours_and_words_of_a_format_make_no_date() -> None:
    assert not is_time('[Red]0.0 "days"')
    assert not is_time("General")
    assert is_time("[$-407]d. mmmm yyyy")
    assert is_time("[h]:mm")


def test_what_is_struck_out_hidden_or_not_computed_is_not_read_and_that_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Open"
    sheet.append(["text", "title"])
    sheet.append(["999 people drowned.", "Old"])
    sheet["A2"].font = Font(strike=True)
    block = TextBlock(InlineFont(strike=True), "90 ")
    raised = TextBlock(InlineFont(vertAlign="superscript"), "3")
    sheet.append([CellRichText("The toll is ", block, "80 euros", raised, "."), "=1+1"])
    hidden = book.create_sheet("Notes")
    hidden.append(["text"])
    hidden.append(["888 people drowned."])
    hidden.sheet_state = "hidden"
    book.save(path)
    assert [document.text for document in documents(path)] == ["Old", "The toll is 80 euros."]
    reasons = [one.reason for one in skipped(path)]
    assert reasons == [
        "1 formulas have no result in the file; open and save it to have them read",
        "it is hidden and was not read",
    ]


def test_a_title_may_stand_above_the_header_and_a_table_may_have_none(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx", {"A": [["Claims of the week"], [], ["No", "text"], [1, "The dam holds 3 km³."]]}
    )
    assert [document.text for document in documents(path)] == ["The dam holds 3 km³."]
    bare = workbook(tmp_path / "b.xlsx", {"A": [[1, "The dam was built in 1921."], [2, "The dam is 40 metres high."]]})
    found = documents(bare, columns={"text": "2"})
    assert [document.text for document in found] == ["The dam was built in 1921.", "The dam is 40 metres high."]
    assert [one.reason for one in skipped(bare, columns={"text": "2"})] == [
        "only “2” is read as text; what stands in the columns 1 is left out: without --column each row is read whole, "
        "every value with the header of its column"
    ]
    assert "--column text=COLUMN" in refusal(bare, as_evidence=False)
    assert documents(path, columns={"text": "text", "id": "No"})[0].id == "1"


def test_a_sheet_without_text_is_named_beside_the_others(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Key": [["code", "colour"], [1, "red"]], "A": [["text"], ["The dam holds."]]})
    assert [document.text for document in documents(path)] == ["code: 1; colour: red", "The dam holds."]
    assert [document.text for document in documents(path, as_evidence=False)] == ["The dam holds."]
    (told,) = skipped(path, as_evidence=False)
    assert told.partial
    assert told.origin.endswith("sheet Key")


@pytest.mark.parametrize("kind", ["xlsx", "ods", "odt", "odp", "pptx", "docx"])
def test_what_is_cut_short_or_grows_without_end_is_one_sentence(tmp_path: Path, kind: str) -> None:
    from workbench.ingest.specimens import specimens

    name, data = specimens()[kind]
    cut = tmp_path / name
    cut.write_bytes(data[: len(data) // 2])
    assert "is damaged or cut short" in refusal(cut) or "is no" in refusal(cut)
    grown = tmp_path / f"grown-{name}"
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(grown, "w", zipfile.ZIP_DEFLATED) as container:
        for info in whole.infolist():
            content = whole.read(info)
            main = ("sheet1.xml", "content.xml", "slide1.xml", "document.xml")
            if info.filename.endswith(main):
                content = content.replace(b">", b">" + b" " * 150_000_000, 1)
            container.writestr(info.filename, content)
    told = refusal(grown)
    assert any(words in told for words in ("unpacks to more", "unpack to more", "is larger or nested deeper"))
    evil = tmp_path / f"evil-{name}"
    bomb = (
        '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]>'
    )
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(evil, "w") as container:
        for info in whole.infolist():
            text = whole.read(info).decode()
            if info.filename.endswith(("sheet1.xml", "content.xml", "slide1.xml", "document.xml")):
                text = bomb + text.replace("The ferry", "&c;&d; ferry")
            container.writestr(info.filename, text)
    assert "entities" in refusal(evil)


def test_an_open_document_table_gives_its_rows(tmp_path: Path) -> None:
    def row(*cells: str, more: str = "") -> str:
        return f"<table:table-row {more}>" + "".join(cells) + "</table:table-row>"

    def cell(text: str, more: str = "") -> str:
        return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"

    day = 'office:value-type="date" office:date-value="2021-09-03"'
    share = 'office:value-type="percentage" office:value="0.0912"'
    struck = "<text:span text:style-name='S'>50</text:span>"
    rows = (
        row(cell("claim"), cell("date"), cell("title")),
        row("<table:table-cell/>", more='table:number-rows-repeated="1000000"'),
        row(cell(f"The mill employs {struck} 40 people."), cell("3.9.21", day), cell("9.1 %", share)),
    )  # fmt: skip
    old = row(cell("claim")) + row(cell("999 drowned."))
    hidden = f"<table:table table:name='Old' table:style-name='H'>{old}</table:table>"
    styles = (
        '<style:style style:name="S"><style:text-properties style:text-line-through-style="solid"/></style:style>'
        '<style:style style:name="H"><style:table-properties table:display="false"/></style:style>'
    )
    body = f"<office:spreadsheet><table:table table:name='A'>{''.join(rows)}</table:table>{hidden}</office:spreadsheet>"
    path = open_document(tmp_path / "a.ods", "spreadsheet", body, styles)
    (found,) = documents(path)
    assert (found.text, found.title, str(found.published)) == ("The mill employs 40 people.", "9.1 %", "2021-09-03")
    assert [one.reason for one in skipped(path)] == ["it is hidden and was not read"]


def test_an_open_document_text_gives_what_is_shown(tmp_path: Path) -> None:
    styles = (
        '<style:style style:name="Up"><style:text-properties style:text-position="super 58%"/></style:style>'
        '<style:style style:name="Gone"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="Struck" style:parent-style-name="Base"/>'
        '<style:style style:name="Base"><style:text-properties style:text-line-through-type="single"/></style:style>'
    )
    body = """<office:text>
      <text:tracked-changes><text:changed-region><text:deletion><text:p>777 ships sank.</text:p></text:deletion>
      </text:changed-region></text:tracked-changes>
      <text:h text:outline-level="1">The mill</text:h>
      <text:p>The tank held 10<text:span text:style-name="Up">6</text:span> litres<text:note
      ><text:note-citation>1</text:note-citation>
      <text:note-body><text:p>So the office says.</text:p></text:note-body></text:note> in 2020.
      <office:annotation><text:p>Is that so?</text:p></office:annotation></text:p>
      <text:p><text:span text:style-name="Gone">888 </text:span><text:span text:style-name="Struck">90</text:span
      >80<text:s text:c="2"/>euros</text:p>
      <text:list><text:list-item><text:p>First point</text:p></text:list-item></text:list>
      <table:table><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell><table:table-cell><text:p>Ships</text:p>
      </table:table-cell></table:table-row></table:table>
    </office:text>"""
    meta = (
        f"<office:document-meta {SPACES}><office:meta><dc:title>On the mill</dc:title>"
        "<dc:creator>Ada Quist</dc:creator>"
        "<meta:creation-date>2021-09-03T10:00:00</meta:creation-date></office:meta></office:document-meta>"
    )
    path = open_document(tmp_path / "a.odt", "text", body, styles, meta_xml=meta)
    (found,) = documents(path)
    assert found.text.split("\n\n") == [
        "The mill", "The tank held 10^6 litres in 2020.", "80 euros", "First point", "Year | Ships",
        "So the office says.",
    ]  # fmt: skip
    assert (found.title, found.author, str(found.published)) == ("On the mill", "Ada Quist", "2021-09-03")
    assert "published" in found.guessed
    assert [section.label for section in found.sections] == ["The mill"]


def test_a_locked_open_document_says_so(tmp_path: Path) -> None:
    manifest = '<m:manifest xmlns:m="urn:x"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    path = open_document(tmp_path / "a.odt", "text", "<office:text/>", **{"META-INF/manifest_xml": manifest})
    assert "locked with a password" in refusal(path)


def make_pptx(path: Path, slides: list[str], notes: dict[int, str] | None = None, hidden: int = 0) -> Path:
    base = "http://schemas.openxmlformats.org"
    space = f'xmlns:p="{base}/presentationml/2006/main" xmlns:a="{base}/drawingml/2006/main"'
    kinds = f"{base}/officeDocument/2006/relationships"

    def relations(*pairs: tuple[str, str]) -> str:
        listed = "".join(f'<R Id="r{n}" Type="{kinds}/{k}" Target="{t}"/>' for n, (k, t) in enumerate(pairs, start=1))
        return f"<Rs>{listed}</Rs>"

    ids = "".join(f'<p:sldId id="{n}" r:id="r{n}"/>' for n in range(1, len(slides) + 1))
    members: dict[str, str] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations(("officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": (
            f'<p:presentation {space} xmlns:r="{kinds}"><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>'
        ),
        # the file's order is not the order of names
        "ppt/_rels/presentation.xml.rels": relations(
            *(("slide", f"slides/slide{len(slides) + 1 - n}.xml") for n in range(1, len(slides) + 1))
        ),
    }
    for number, body in enumerate(slides, start=1):
        name = f"slide{len(slides) + 1 - number}.xml"
        show = ' show="0"' if number == hidden else ""
        members[f"ppt/slides/{name}"] = f"<p:sld {space}{show}><p:cSld><p:spTree>{body}</p:spTree></p:cSld></p:sld>"
        if notes and number in notes:
            members[f"ppt/slides/_rels/{name}.rels"] = relations(
                ("notesSlide", f"../notesSlides/{name}"), ("chart", "../c")
            )
            members[f"ppt/notesSlides/{name}"] = (
                f"<p:notes {space}><p:cSld><p:spTree>{notes[number]}</p:spTree></p:cSld></p:notes>"
            )
    return packed(path, members)


def shape(*paragraphs: str, kind: str = "") -> str:
    place = f'<p:nvSpPr><p:nvPr><p:ph type="{kind}"/></p:nvPr></p:nvSpPr>' if kind else ""
    return f"<p:sp>{place}<p:txBody>{''.join(f'<a:p>{p}</a:p>' for p in paragraphs)}</p:txBody></p:sp>"


def run(text: str, look: str = "") -> str:
    return f"<a:r><a:rPr {look}/><a:t>{text}</a:t></a:r>"


def test_a_presentation_gives_slides_tables_and_notes_in_their_order(tmp_path: Path) -> None:
    table = (
        "<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr><a:tc><a:txBody><a:p>" + run("Year")
        + "</a:p></a:txBody></a:tc><a:tc><a:txBody><a:p>" + run("Ships") + "</a:p></a:txBody></a:tc></a:tr></a:tbl>"
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )  # fmt: skip
    up, gone = run("6", 'baseline="30000"'), run(" 999", 'strike="sngStrike"')
    path = make_pptx(
        tmp_path / "a.pptx",
        [
            shape(run("The mill"), kind="title") + shape(run("1"), kind="sldNum"),
            shape(f"{run('The tank held 10')}{up}{run(' litres.')}{gone}") + table,
            shape(run("888 people")),
        ],
        {2: shape(run("Say that the office counted.")) + shape(run("2"), kind="sldNum")},
        hidden=3,
    )  # fmt: skip
    (found,) = documents(path)
    assert found.text.split("\n\n") == [
        "The mill", "The tank held 10^6 litres.", "Year | Ships", "Say that the office counted.",
    ]  # fmt: skip
    assert [section.label for section in found.sections] == ["slide 1", "slide 2", "slide 2, notes"]
    assert [one.reason for one in skipped(path)] == [
        "slide 3 is hidden and was not read",
        "the figures of its 1 charts were not read",
    ]


def test_an_open_document_presentation_gives_its_slides(tmp_path: Path) -> None:
    box = "<draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>"
    notes = f"<presentation:notes>{box.format('Count again.')}</presentation:notes>"
    page = f"<draw:page>{box.format('The mill employs 40 people.')}{notes}</draw:page>"
    path = open_document(tmp_path / "a.odp", "presentation", f"<office:presentation>{page}</office:presentation>")
    (found,) = documents(path)
    assert found.text == "The mill employs 40 people.\n\nCount again."
    assert [section.label for section in found.sections] == ["slide 1", "slide 1, notes"]


RTF = rb"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times;}}
{\stylesheet{\s1 heading 1;}}
{\info{\title The mill \'e9}{\author Ada Quist}{\creatim\yr2021\mo9\dy3}}{\*\generator Writer 7;}
{\pard\outlinelevel0 On the mill\par}
\pard The mill\rquote s tank held 10{\super 6} litres{\super 1}{\footnote So the office says.} in 2020,
 {\strike 90 }80 euros.{\v hidden 999}\par
{\f1 \'cc\'ee\'f1\'f2} \u8364?5 and \uc2\u228ae\uc1 ,\line second line\emdash done{\deleted 777}\par
{\trowd \intbl Year\cell Ships\cell\row}
{\pict\pngblip 89504e470d0a}{\field{\*\fldinst HYPERLINK "https://x.example"}{\fldrslt the link}}\bin4 {}}}\par
}"""


def test_rich_text_gives_what_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes(RTF)
    (found,) = documents(path)
    assert found.text.split("\n\n") == [
        "On the mill", "The mill’s tank held 10^6 litres in 2020, 80 euros.", "Мост €5 and ä,\nsecond line—done",
        "Year | Ships", "the link", "So the office says.",
    ]  # fmt: skip
    assert (found.title, found.author, str(found.published)) == ("The mill é", "Ada Quist", "2021-09-03")
    assert [section.label for section in found.sections] == ["On the mill"]


def test_rich_text_that_is_cut_short_gives_what_was_there_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(rb"{\rtf1\ansi The mill employs 40 people.\par The dam")
    assert documents(path)[0].text == "The mill employs 40 people.\n\nThe dam"
    assert "cut short" in skipped(path)[0].reason
    path.write_bytes(b"{\\rtf1" + b"{" * 5_000)
    assert "nested too deep" in refusal(path)
    path.write_bytes(b"{\\rtf1\\ansi }")
    assert "no text" in refusal(path)


PIECES = (
    b"{", b"}", b"\\par ", b"\\u-3913?", b"\\'e4", b"word ", b"\\f1 ", b"\\fonttbl", b"\\*", b"\\bin3 ", b"\\uc0 ",
    b"\\super ", b"\\", b"\\info", b"\\title ",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_no_rich_text_is_stumbled_over(tokens: list[bytes]) -> None:
    reader = _Reader(b"{\\rtf1 " + b"".join(tokens))
    reader.read()
    _blocks(reader.words.pieces)


def compound(name: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + name.encode("utf-16-le") + bytes(600)


@pytest.mark.parametrize(
    ("name", "stream", "said"),
    [
        ("a.doc", "WordDocument", "save it as .docx"),
        ("a.xls", "Workbook", "save it as .xlsx"),
        ("a.ppt", "PowerPoint Document", "save it as .pptx"),
        ("a.msg", "__substg1.0_0037001F", "save it as .eml"),
        ("a.xlsx", "EncryptedPackage", "locked with a password"),
        ("a.docx", "EncryptedPackage", "locked with a password"),
        ("a.bin", "Other", "old Office file"),
    ],
)
def test_old_files_are_refused_by_name_with_what_to_do(tmp_path: Path, name: str, stream: str, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(compound(stream))
    assert said in refusal(path)


@pytest.mark.parametrize(
    "head",
    [
        b"ID3\x04" + bytes(40), b"\x00\x00\x00\x18ftypmp42" + bytes(40), b"RIFF\x24\x00\x00\x00WAVEfmt ",
        b"OggS\x00" + bytes(40),
    ],
)  # fmt: skip
def test_recordings_are_refused_by_name_with_what_to_do(tmp_path: Path, head: bytes) -> None:
    path = tmp_path / "a.mp3"
    path.write_bytes(head)
    assert "make subtitles of it first" in refusal(path)


@pytest.mark.parametrize(
    ("name", "said"), [("a.pages", "Pages"), ("a.numbers", "Numbers"), ("a.key", "Keynote"), ("a.zip", "iWork")]
)
def test_files_of_iwork_are_refused_by_name_with_what_to_do(tmp_path: Path, name: str, said: str) -> None:
    path = packed(tmp_path / name, {"Index/Document.iwa": b"x", "Metadata/p.plist": b"x"})
    message = refusal(path)
    assert said in message
    assert "export it as" in message


_M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def _math(words: str) -> str:
    return f"<m:r><m:t>{words}</m:t></m:r>"


@pytest.mark.parametrize(
    ("formula", "line"),
    [
        (_math("E=14"), "E=14"),
        (f"<m:sSup><m:e>{_math('10')}</m:e><m:sup>{_math('6')}</m:sup></m:sSup>", "10^6"),
        (f"<m:sSup><m:e>{_math('10')}</m:e><m:sup>{_math('-4')}</m:sup></m:sSup>", "10^-4"),
        (f"<m:sSub><m:e>{_math('CO')}</m:e><m:sub>{_math('2')}</m:sub></m:sSub>", "CO_2"),
        (f"<m:f><m:num>{_math('a+b')}</m:num><m:den>{_math('14')}</m:den></m:f>", "(a+b)/14"),
        (f"<m:rad><m:deg/><m:e>{_math('9')}</m:e></m:rad>", "√9"),
        (f"<m:d><m:e>{_math('x')}</m:e></m:d>", "(x)"),
    ],
)
def test_formulas_of_a_word_document_are_read(tmp_path: Path, formula: str, line: str) -> None:
    body = f"<w:p><w:r><w:t xml:space='preserve'>It is </w:t></w:r><m:oMath {_M}>{formula}</m:oMath></w:p>"
    types = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"
    words = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
    members = {
        "[Content_Types].xml": types,
        "word/document.xml": f"<w:document {words}><w:body>{body}</w:body></w:document>",
    }
    [found] = documents(packed(tmp_path / "formula.docx", members))
    assert found.text == f"It is {line}"


def test_formulas_of_slides_are_read_as_a_line(tmp_path: Path) -> None:
    maths = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    formula = (
        '<c:AlternateContent xmlns:c="http://schemas.openxmlformats.org/markup-compatibility/2006"><c:Choice>'
        f'<b:m xmlns:b="http://schemas.microsoft.com/office/drawing/2010/main" xmlns:m="{maths}"><m:oMath>'
        "<m:r><m:t>E=2</m:t></m:r><m:sSup><m:e><m:r><m:t>m</m:t></m:r></m:e><m:sup><m:r><m:t>3</m:t></m:r></m:sup></m:sSup>"
        "</m:oMath></b:m></c:Choice><c:Fallback><a:r><a:t>picture</a:t></a:r></c:Fallback></c:AlternateContent>"
    )
    [found] = documents(make_pptx(tmp_path / "a.pptx", [shape(f"{run('The yield is')}{formula}{run('a day.')}")]))
    assert found.text == "The yield is E=2m^3 a day."


def test_formulas_of_open_documents_are_read_as_a_line(tmp_path: Path) -> None:
    formula = (
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>V</mi><mo>=</mo><mn>3</mn>'
        '<msup><mi>h</mi><mn>2</mn></msup></mrow><annotation encoding="StarMath 5.0">V=3h^2</annotation>'
        "</semantics></math>"
    )
    frame = '<draw:frame><draw:object xlink:href="./Object 1" xmlns:xlink="http://www.w3.org/1999/xlink"/></draw:frame>'
    chart = frame.replace("Object 1", "Object 2")
    body = f"<office:text><text:p>The volume is {frame} a berth.</text:p><text:p>A chart.{chart}</text:p></office:text>"
    inner = {"Object 1/content_xml": formula, "Object 2/content_xml": "<office:document xmlns:office='urn:x'/>"}
    [found] = documents(open_document(tmp_path / "a.odt", "text", body, **inner))
    assert found.text == "The volume is V = 3h^2 a berth.\n\nA chart."
