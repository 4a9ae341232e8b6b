"""The smallest file of every kind that is read, made here: what `doctor` tries every reader with."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator

from workbench.domain.documents import Document
from workbench.ingest.file_kinds import kinds
from workbench.ingest.item import Item
from workbench.ingest.options import ReadOptions, UnreadableError
from workbench.ingest.workers import Workers

WORDS = "The ferry to the island carried 1,200 people on its first day."
"""What every specimen says."""

_PAGE = f"<!DOCTYPE html><html><head><title>Ferry</title></head><body><article><p>{WORDS}</p></article></body></html>"


def _packed(members: dict[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as container:
        for name, content in members.items():
            container.writestr(name, content)
    return file.getvalue()


def _pdf() -> bytes:
    drawn = f"BT /F1 12 Tf 72 720 Td ({WORDS}) Tj ET"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R "
        "/Resources << /Font << /F1 3 0 R >> >> >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
    )
    out, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n"
    return f"{out}{end}%%EOF\n".encode()


def _docx() -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    text = f"<w:document {space}><w:body><w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p></w:body></w:document>"
    return _packed({"[Content_Types].xml": "<Types/>", "word/document.xml": text})


_OFFICE = "http://schemas.openxmlformats.org"
_RELATIONS = f"{_OFFICE}/officeDocument/2006/relationships"


def _relations(**parts: str) -> str:
    """The file that names the parts of an Office file: kind of relation → member."""
    listed = "".join(
        f'<Relationship Id="r{n}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(parts.items(), start=1)
    )
    return f'<Relationships xmlns="{_OFFICE}/package/2006/relationships">{listed}</Relationships>'


def _xlsx() -> bytes:
    space = f'xmlns="{_OFFICE}/spreadsheetml/2006/main"'
    rows = "".join(f'<row><c t="inlineStr"><is><t>{words}</t></is></c></row>' for words in ("text", WORDS))
    return _packed(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": _relations(officeDocument="xl/workbook.xml"),
            "xl/workbook.xml": f'<workbook {space} xmlns:r="{_RELATIONS}"><sheets><sheet name="A" r:id="r1"/></sheets>'
            "</workbook>",
            "xl/_rels/workbook.xml.rels": _relations(worksheet="worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml": f"<worksheet {space}><sheetData>{rows}</sheetData></worksheet>",
        }
    )


def _pptx() -> bytes:
    space = f'xmlns:p="{_OFFICE}/presentationml/2006/main" xmlns:a="{_OFFICE}/drawingml/2006/main"'
    shape = f"<p:sp><p:txBody><a:p><a:r><a:t>{WORDS}</a:t></a:r></a:p></p:txBody></p:sp>"
    return _packed(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": _relations(officeDocument="ppt/presentation.xml"),
            "ppt/presentation.xml": f'<p:presentation {space} xmlns:r="{_RELATIONS}"><p:sldIdLst><p:sldId id="256" '
            'r:id="r1"/></p:sldIdLst></p:presentation>',
            "ppt/_rels/presentation.xml.rels": _relations(slide="slides/slide1.xml"),
            "ppt/slides/slide1.xml": f"<p:sld {space}><p:cSld><p:spTree>{shape}</p:spTree></p:cSld></p:sld>",
        }
    )


def _open_document(kind: str, body: str) -> bytes:
    names = {"office": "office", "text": "text", "table": "table", "draw": "drawing"}
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for short, name in names.items()
    )
    content = f"<office:document-content {spaces}><office:body>{body}</office:body></office:document-content>"
    return _packed({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content})


def _odt() -> bytes:
    return _open_document("text", f"<office:text><text:p>{WORDS}</text:p></office:text>")


def _ods() -> bytes:
    cell = "<table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell></table:table-row>"
    rows = "".join(map(cell.format, ("text", WORDS)))
    table = f'<table:table table:name="A">{rows}</table:table>'
    return _open_document("spreadsheet", f"<office:spreadsheet>{table}</office:spreadsheet>")


def _odp() -> bytes:
    box = f"<draw:frame><draw:text-box><text:p>{WORDS}</text:p></draw:text-box></draw:frame>"
    return _open_document("presentation", f"<office:presentation><draw:page>{box}</draw:page></office:presentation>")


def _epub() -> bytes:
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><manifest>'
        '<item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine>'
        "</package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
        '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    return _packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "book.opf": package,
            "c.xhtml": _PAGE.replace("<!DOCTYPE html><html>", '<html xmlns="http://www.w3.org/1999/xhtml">'),
        }
    )


def _mail() -> str:
    return f"From: a@ferry.example\nSubject: Ferry\nDate: Sat, 29 Jan 2022 10:00:00 +0000\n\n{WORDS}\n"


def _warc() -> bytes:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{_PAGE}".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:8d8a4c3e-0000-4000-8000-000000000001>\r\n"
        "WARC-Date: 2022-01-29T10:00:00Z\r\nWARC-Target-URI: https://ferry.example/\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def _ttml() -> str:
    return f'<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="1s">{WORDS}</p></div></body></tt>'


def _feed() -> str:
    entry = f"<item><title>Ferry</title><link>https://ferry.example/1</link><description>{WORDS}</description></item>"
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Ferries</title>{entry}</channel></rss>'


def specimens() -> dict[str, tuple[str, bytes]]:
    """Kind → name and content of the smallest file of that kind; each says `WORDS`."""
    row = json.dumps({"id": "1", "text": WORDS})
    texts = {
        "text": ("a.txt", WORDS),
        "markdown": ("a.md", f"# Ferry\n\n{WORDS}\n"),
        "html": ("a.html", _PAGE),
        "jsonl": ("a.jsonl", row + "\n"),
        "json": ("a.json", f"[{row}]"),
        "csv": ("a.csv", f'id,text\n1,"{WORDS}"\n'),
        "tsv": ("a.tsv", f"id\ttext\n1\t{WORDS}\n"),
        "eml": ("a.eml", _mail()),
        "mhtml": ("a.mhtml", f"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: text/html\n\n{_PAGE}"),
        "mbox": ("a.mbox", f"From a Sat Jan 29 10:00:00 2022\n{_mail()}"),
        "feed": ("a.rss", _feed()),
        "subtitles": ("a.srt", f"1\n00:00:01,000 --> 00:00:04,000\n{WORDS}\n"),
        "ttml": ("a.ttml", _ttml()),
        "rtf": ("a.rtf", f"{{\\rtf1\\ansi {WORDS}\\par}}"),
        "ris": ("a.ris", f"TY  - RPRT\nTI  - Ferry\nAB  - {WORDS}\nER  - \n"),
        "bibtex": ("a.bib", f"@report{{ferry,\n  title = {{Ferry}},\n  abstract = {{{WORDS}}},\n}}\n"),
    }
    packed = {
        "pdf": ("a.pdf", _pdf()),
        "docx": ("a.docx", _docx()),
        "xlsx": ("a.xlsx", _xlsx()),
        "pptx": ("a.pptx", _pptx()),
        "odt": ("a.odt", _odt()),
        "ods": ("a.ods", _ods()),
        "odp": ("a.odp", _odp()),
        "epub": ("a.epub", _epub()),
        "warc": ("a.warc", _warc()),
        "wacz": ("a.wacz", _packed({"archive/a.warc": _warc()})),
        "zip": ("a.zip", _packed({"a.txt": WORDS})),
    }
    return {kind: (name, text.encode()) for kind, (name, text) in texts.items()} | packed


def try_readers() -> Iterator[tuple[str, str]]:
    """Read the specimen of every kind, where and how a user's file of that kind is read.

    Returns:
        Each kind, and why it cannot be read: a clause, empty where it can.
    """
    made = specimens()
    items = [
        Item(kind, name, as_evidence=True, options=ReadOptions(), data=data)
        for kind, (name, data) in made.items()
        if kind in kinds()
    ]
    with Workers(1, ReadOptions().limits) as workers:
        read = False
        problem = ""
        for item, step in workers.read(items):
            if isinstance(step, Document):
                read = read or WORDS in step.text
            elif step is not None:
                problem = problem or str(step if isinstance(step, UnreadableError) else step.reason)
            else:
                yield item.origin, "" if read else problem or "its text is not found"
                read, problem = False, ""
