"""Scans and pictures, read by the real machine of the extra `ocr`; and what is said where it is not installed."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from tests.ingest.making import documents, make_pdf, refusal, skipped
from workbench.domain.anchors import machine_words
from workbench.ingest import ocr, ocr_words, pdf, pictures
from workbench.ingest.options import UnreadableError

LINES = ("The mill employs 40 people, twice", "as many as in 2012.")


def picture(*lines: str, turned: bool = False) -> Image.Image:
    image = Image.new("RGB", (900, 200), "white")
    drawn = ImageDraw.Draw(image)
    for number, line in enumerate(lines):
        drawn.text((30, 30 + 50 * number), line, fill="black", font=ImageFont.load_default(36))
    return image.rotate(90, expand=True) if turned else image


def scanned(path: Path, *pages: Image.Image) -> Path:
    pages[0].save(path, save_all=True, append_images=pages[1:])
    return path


def mixed(path: Path) -> Path:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    writer.append(PdfReader(make_pdf(path.with_name("text.pdf"), [["The dam is 30 metres high."]])))
    writer.append(PdfReader(scanned(path.with_name("scan.pdf"), picture(*LINES))))
    writer.write(path)
    return path


def test_a_scan_is_read_and_marked_as_machine_text(tmp_path: Path) -> None:
    (found,) = documents(mixed(tmp_path / "a.pdf"), isolate=True)
    assert found.text == "The dam is 30 metres high.\n\nThe mill employs 40 people, twice as many as in 2012."
    assert found.machine is not None
    assert found.machine.startswith("OCR by RapidOCR")
    assert found.machine.endswith("(page 2)")
    assert [section.label for section in found.sections] == ["p. 1", "p. 2"]
    assert [found.text[one.start : one.end] for one in found.segments] == list(LINES)
    assert all(one.confidence is not None and 0.5 <= one.confidence <= 1 for one in found.segments)
    assert machine_words(found.segments, 0, 26) == ""
    assert machine_words(found.segments, 0, len(found.text)).startswith("machine text, confidence 0.")


def test_a_picture_is_read_and_one_without_words_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    picture(*LINES).save(path)
    (found,) = documents(path)
    assert found.text == " ".join(LINES)
    Image.new("RGB", (300, 300), "white").save(path)
    assert "no words in the picture" in refusal(path)
    path.write_bytes(path.read_bytes()[:200])
    assert "damaged or cut short" in refusal(path)


def test_lines_are_put_together_as_they_stand() -> None:
    made = ocr.Read()
    made.page([ocr.Line("The coun-", 0.9, 0, 20), ocr.Line("cil met.", 0.8, 22, 20), ocr.Line("Later", 0.7, 100, 20)])
    assert made.text == "The council met.\n\nLater"
    assert [made.text[one.start : one.end] for one in made.segments] == ["The coun", "cil met.", "Later"]


def test_a_picture_of_too_many_pixels_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    file = io.BytesIO()
    picture("x").save(file, "PNG")
    monkeypatch.setattr(ocr, "PIXELS", 1_000)
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", Image.MAX_IMAGE_PIXELS)  # is set again there, and put back here
    with pytest.raises(UnreadableError, match="million pixels"):
        list(ocr.pictures(file.getvalue()))


def test_without_the_extra_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (ocr, pdf, pictures):
        monkeypatch.setattr(module, "available", lambda: False)
    path = tmp_path / "a.png"
    picture(*LINES).save(path)
    assert "pip install 'claim-workbench[ocr]'" in refusal(path)
    assert "pip install 'claim-workbench[ocr]'" in refusal(scanned(tmp_path / "s.pdf", picture(*LINES)))
    both = mixed(tmp_path / "m.pdf")
    assert documents(both)[0].text == "The dam is 30 metres high."
    (told,) = skipped(both)
    assert told.partial
    assert told.reason.startswith("page 2 is a picture without text")


def test_nothing_of_it_is_loaded_before_it_is_needed(tmp_path: Path) -> None:
    import subprocess
    import sys

    path = make_pdf(tmp_path / "a.pdf", [["The dam is 30 metres high."]])
    code = (
        "import sys; from workbench.ingest import ReadOptions, read; "
        f"list(read({str(path)!r}, as_evidence=True, options=ReadOptions(isolate=False))); "
        "print(sorted({'cv2', 'rapidocr_onnxruntime', 'onnxruntime'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def drawn(words: str, *, light: bool = False) -> Image.Image:
    image = Image.new("L", (1200, 60), 20 if light else 245)
    ImageDraw.Draw(image).text((20, 8), words, fill=240 if light else 30, font=ImageFont.load_default(36))
    return image


@pytest.mark.parametrize("light", [False, True])
def test_blanks_that_the_reader_lost_are_put_back_as_the_picture_shows_them(light: bool) -> None:
    said = "The ferry carried 120 people on Sunday, 6 May."
    each = iter(["The", "ferry", "carried", "1", "20", "people", "on", "Sunday,", "6", "May."])  # the "1" stands wide
    glued = said.replace(" ", "")
    assert ocr_words.with_blanks(glued, drawn(said, light=light), lambda _: next(each)) == said


def test_where_the_picture_does_not_tell_a_line_stays() -> None:
    def never(_: Image.Image) -> str:
        raise AssertionError("no word is read")

    for words, line in (("The ferry left.", "The ferry left."), ("REPORT", "R E P O R T"), ("Ferry", "Ferry")):
        assert ocr_words.with_blanks(words, drawn(line), never) == words
    assert ocr_words.with_blanks("Theferry", Image.new("L", (300, 40), 250), never) == "Theferry"
    other = ocr_words.with_blanks("Theferryleft", drawn("The ferry left"), lambda _: "xyz")
    assert other == "Theferryleft", "the words alone are not those of the line"
    assert not ocr_words.is_spaced("渡轮运送了120人")
