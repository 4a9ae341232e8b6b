"""What the first lines of office files and PDFs state of them: it goes before what their properties say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from tests.ingest.making import documents, make_pdf
from tests.ingest.test_office import open_document

LINES = ("Mill burns", "Published 3 May 2019", "By Ada Quist")
BODY = "The mill burned down on 4 July 1974 and was built again, the council said in its report on the old town."
META = (
    '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:creator>A. Typist</dc:creator></office:meta>'
    "</office:document-meta>"
)


def word(path: Path, lines: tuple[str, ...]) -> Path:
    document = docx.Document()
    document.core_properties.author = "A. Typist"
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))
    return path


def odt(path: Path, lines: tuple[str, ...]) -> Path:
    words = "".join(f"<text:p>{line}</text:p>" for line in lines)
    return open_document(path, "text", f"<office:text>{words}</office:text>", meta_xml=META)


def rtf(path: Path, lines: tuple[str, ...]) -> Path:
    words = r"\par ".join(lines)
    path.write_text(r"{\rtf1\ansi{\info{\author A. Typist}{\creatim\yr2011\mo2\dy1}}" + words + r"\par}", "ascii")
    return path


def pdf(path: Path, lines: tuple[str, ...]) -> Path:
    return make_pdf(path, [list(lines)], {"Author": "A. Typist", "CreationDate": "D:20110201"})


MAKERS = (word, odt, rtf, pdf)


@pytest.mark.parametrize("make", MAKERS)
def test_day_and_author_that_lines_state(tmp_path: Path, make: Callable[[Path, tuple[str, ...]], Path]) -> None:
    (found,) = documents(make(tmp_path / "file", (*LINES, BODY)))
    assert (str(found.published), found.author) == ("2019-05-03", "Ada Quist")
    assert "published" not in found.guessed
    assert "Published 3 May 2019" in found.text


@pytest.mark.parametrize("make", MAKERS)
def test_the_day_of_a_dateline_is_a_guess(tmp_path: Path, make: Callable[[Path, tuple[str, ...]], Path]) -> None:
    (found,) = documents(make(tmp_path / "file", ("Mill burns", f"VAREN, 3 May 2019 - {BODY}")))
    assert str(found.published) == "2019-05-03"
    assert "published" in found.guessed


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("line", ["By The Numbers", "By Train To Varen", "By Holm Council Planning", "By Design Alone"])
def test_what_may_be_nobody_does_not_go_before_the_author_that_is_stated(
    tmp_path: Path, make: Callable[[Path, tuple[str, ...]], Path], line: str
) -> None:
    (found,) = documents(make(tmp_path / "file", ("Annual report", line, BODY)))
    assert found.author == "A. Typist"
