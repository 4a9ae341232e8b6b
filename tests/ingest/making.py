"""Real files of every format, made by the tests themselves."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from workbench.domain.documents import Document, Skipped
from workbench.domain.errors import BadInputError
from workbench.ingest import ReadOptions, read

WORDS = "The ferry carried 1,200 people on its first day, the council said, which is more than in any week since 2017."


def everything(
    spec: str | Path, *, as_evidence: bool = True, isolate: bool = False, **options: Any
) -> list[Document | Skipped]:
    """All that comes of a reading; in this process, where nothing else is asked, since that is quicker."""
    options["isolate"] = isolate
    return list(read(spec, as_evidence=as_evidence, options=ReadOptions(**options)))


def documents(spec: str | Path, *, as_evidence: bool = True, **options: Any) -> list[Document]:
    found = everything(spec, as_evidence=as_evidence, **options)
    return [entry for entry in found if isinstance(entry, Document)]


def skipped(spec: str | Path, *, as_evidence: bool = True, **options: Any) -> list[Skipped]:
    return [entry for entry in everything(spec, as_evidence=as_evidence, **options) if isinstance(entry, Skipped)]


def refusal(spec: str | Path, *, as_evidence: bool = True, **options: Any) -> str:
    """The one sentence with which a reading is refused."""
    with pytest.raises(BadInputError) as error:
        everything(spec, as_evidence=as_evidence, **options)
    message = str(error.value)
    assert "\n" not in message
    assert message.endswith(".")
    return message


def make_pdf(path: Path, pages: list[list[str]], info: dict[str, str] | None = None) -> Path:
    """A PDF with one line of text an entry, in the simplest form the format allows."""
    objects: list[bytes] = []
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for number, lines in enumerate(pages):
        shown = b" ".join(
            b"(" + line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252") + b") Tj T*"
            for line in lines
        )
        stream = b"BT /F1 12 Tf 14 TL 72 720 Td " + shown + b" ET" if lines else b"0 0 100 100 re f"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream")
    trailer = ""
    if info:
        objects.append(("<< " + " ".join(f"/{key} ({value})" for key, value in info.items()) + " >>").encode())
        trailer = f" /Info {len(objects)} 0 R"
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R{trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    path.write_bytes(out)
    return path


def make_docx(path: Path) -> Path:
    import docx

    document = docx.Document()
    document.core_properties.title = "The ferry"
    document.core_properties.author = "Ann Lee"
    document.core_properties.created = datetime(2022, 1, 29, tzinfo=UTC)
    document.add_heading("Ferry returns", level=1)
    document.add_paragraph("It carried 1,200 people ").add_run("on its first day.").bold = True
    document.add_heading("Figures", level=2)
    table = document.add_table(rows=2, cols=2)
    for row, cells in enumerate((("Year", "People"), ("2022", "1,200"))):
        for column, words in enumerate(cells):
            table.cell(row, column).text = words
    document.save(str(path))
    return path


def make_zip(path: Path, members: dict[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as container:
        for name, content in members.items():
            container.writestr(name, content)
    return path


def make_epub(path: Path, chapters: dict[str, str], extra: dict[str, str] | None = None) -> Path:
    manifest = "".join(
        f'<item id="c{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Ferries</dc:title><dc:creator>Ann Lee</dc:creator><dc:language>en-GB</dc:language>"
        f"<dc:date>2021-05-04</dc:date></metadata><manifest>{manifest}</manifest><spine>{spine}</spine></package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    members: dict[str, bytes | str] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": container,
        "OEBPS/book.opf": package,
    }
    members.update({f"OEBPS/{name}": markup for name, markup in chapters.items()})
    members.update(extra or {})
    return make_zip(path, members)


def page(title: str, words: str, head: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>'
        f"<p>{words}</p><p>{words}</p></article></body></html>"
    )


def make_warc(
    path: Path, pages: dict[str, tuple[str, bytes]], *, compressed: bool = True, status: str = "200 OK"
) -> Path:
    """Address → (content type, payload)."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=compressed)
        for address, (content_type, payload) in pages.items():
            headers = StatusAndHeaders(status, [("Content-Type", content_type)], protocol="HTTP/1.1")
            record = writer.create_warc_record(
                address,
                "response",
                payload=io.BytesIO(payload),
                http_headers=headers,
                warc_headers_dict={"WARC-Date": "2022-01-29T10:00:00Z"},
            )
            writer.write_record(record)
            record.raw_stream.close()
    return path
