"""Words in pictures, read by a machine: scanned pages and image files. Needs the extra `ocr`; nothing is downloaded.

The models (PP-OCRv4: text detection, direction, recognition) are in the package rapidocr-onnxruntime.
"""

from __future__ import annotations

import importlib.metadata
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from workbench.domain.documents import Section, Segment
from workbench.ingest.fields import clean, digest
from workbench.ingest.heartbeat import beat
from workbench.ingest.item import Found, Item
from workbench.ingest.ocr_words import is_spaced, straightened, with_blanks
from workbench.ingest.options import MissingReaderError, UnreadableError
from workbench.ingest.pictures import NEEDS, available
from workbench.ingest.plain import fields_of, offer_name_date, whole_file

LARGEST_SIDE = 3_500
"""Pixels of the longer side of a picture; larger ones are made smaller first."""
PIXELS = 120_000_000
"""Pixels of a picture that is opened at all."""
PICTURES = 20
"""Pictures of one page that are read."""
FRAMES = 100
"""Pages of one image file that are read."""
_APART = 0.9
"""Heights of a line from which on the gap to the next one parts two paragraphs."""
_HYPHEN = re.compile(r"([^\W\d_])[-\u2010]$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a picture: its words, how sure the machine is (0…1), and where it stands (pixels)."""

    text: str
    confidence: float
    top: float
    height: float


def name() -> str:
    """The program that reads, for the record."""
    return f"OCR by RapidOCR {importlib.metadata.version('rapidocr-onnxruntime')}"


_engine: Any = None


def lines_of(picture: Any) -> list[Line]:
    """The lines of a picture (of PIL), from top to bottom; none where it shows no words."""
    global _engine
    import numpy

    if _engine is None:
        from rapidocr_onnxruntime import RapidOCR

        _engine = RapidOCR(intra_op_num_threads=2)
    picture = picture.convert("RGB")
    picture.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
    if min(picture.size) < 10:
        return []
    found, _ = _engine(numpy.asarray(picture)[:, :, ::-1])  # blue first, as OpenCV has it
    lines = []
    for box, text, confidence in found or ():
        heights = [float(point[1]) for point in box]
        if is_spaced(text):
            beat()
            text = with_blanks(text, straightened(picture, box), _word)
        if words := clean(text):
            lines.append(Line(words, round(float(confidence), 2), min(heights), max(heights) - min(heights)))
    return lines


def _word(picture: Any) -> str:
    """The word in a picture of nothing else."""
    import numpy

    found, _ = _engine(numpy.asarray(picture)[:, :, ::-1], use_det=False, use_cls=False, use_rec=True)
    return str(found[0][0]) if found else ""


class Read:
    """Text put together from lines, with how sure each stretch of it is."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.segments: list[Segment] = []

    def add(self, words: str) -> None:
        """Put words behind what is there."""
        self.parts.append(words)
        self.length += len(words)

    def page(self, lines: Iterable[Line]) -> None:
        """Put the lines of one picture behind what is there: a gap parts paragraphs, a divided word is joined."""
        before: Line | None = None
        for line in lines:
            if before is not None:
                gap = line.top - before.top - before.height
                divided = _HYPHEN.search(before.text) and line.text[:1].islower()
                if gap > _APART * max(before.height, 1.0) or line.top < before.top - before.height:
                    self.add("\n\n")
                elif divided:
                    self._drop_hyphen()
                else:
                    self.add(" ")
            start = self.length
            self.add(line.text)
            self.segments.append(Segment(start, self.length, confidence=line.confidence))
            before = line

    def _drop_hyphen(self) -> None:
        self.parts[-1] = self.parts[-1][:-1]
        self.length -= 1
        last = self.segments[-1]
        self.segments[-1] = Segment(last.start, self.length, confidence=last.confidence)

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self.parts)


def pictures(data: bytes) -> Iterator[Any]:
    """The pages of an image file.

    Raises:
        UnreadableError: It is damaged, cut short, or has too many pixels.
    """
    import warnings

    from PIL import Image, ImageOps, ImageSequence

    Image.MAX_IMAGE_PIXELS = PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as image:
                for number, frame in enumerate(ImageSequence.Iterator(image)):
                    if number >= FRAMES or (number and image.format == "GIF"):
                        return
                    yield ImageOps.exif_transpose(frame.convert("RGB"))
    except Image.DecompressionBombError:
        raise UnreadableError(f"it has more than {PIXELS // 1_000_000} million pixels") from None
    except (OSError, ValueError, SyntaxError, IndexError, EOFError) as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError("it is no picture that can be read, or is damaged or cut short") from None


def has_picture(page: Any) -> bool:
    """Whether a page of a PDF file (of pypdf) shows a picture; its objects may be broken in any way."""
    try:
        objects = page["/Resources"]["/XObject"].get_object()
        return any(objects[key].get_object().get("/Subtype") == "/Image" for key in list(objects)[: PICTURES * 5])
    except (MemoryError, ImportError):
        raise
    except Exception:  # a library for a hostile format may raise anything
        return False


def words_of_page(page: Any) -> tuple[str, list[Segment]]:
    """The words of the pictures of a page of a PDF file (of pypdf), upright, and how sure each line is.

    Raises:
        UnreadableError: None of its pictures can be opened.
    """
    made = Read()
    opened = failed = 0
    names = list(page.images.keys())[:PICTURES]
    for key in names:
        beat()
        try:
            picture = page.images[key].image
            turned = picture.rotate(-int(page.rotation or 0), expand=True)
        except (MemoryError, ImportError):
            raise
        except Exception:  # pictures are packed in many ways, some of which cannot be opened here
            failed += 1
            continue
        opened += 1
        if turned.width * turned.height > PIXELS:
            continue
        lines = lines_of(turned)
        if lines and made.length:
            made.add("\n\n")
        made.page(lines)
    if failed and not opened:
        raise UnreadableError("its pictures cannot be opened")
    return made.text, made.segments


def read_image(item: Item) -> Found:
    """A picture becomes one document of the words in it, marked as made by a machine.

    Raises:
        MissingReaderError: The extra is missing.
        UnreadableError: The picture is damaged, too large, or shows no words.
    """
    if not available():
        raise MissingReaderError(f"it is a picture; to have the words in it read, {NEEDS}")
    data = item.content(item.options.limits.json)
    made = Read()
    sections: list[Section] = []
    for number, picture in enumerate(pictures(data), start=1):
        beat()
        lines = lines_of(picture)
        if not lines:
            continue
        if made.length:
            made.add("\n\n")
        start = made.length
        made.page(lines)
        sections.append(Section(start, made.length, f"p. {number}"))
    if not made.segments:
        raise UnreadableError("there are no words in the picture that could be read")
    fields = fields_of(item)
    offer_name_date(item, fields)
    fields.note("text", f"{name()}, {told(made.segments)}")
    yield from whole_file(
        item,
        fields,
        made.text,
        digest(data),
        sections=tuple(sections) if len(sections) > 1 else (),
        segments=tuple(made.segments),
        machine=name(),
    )


def told(segments: list[Segment]) -> str:
    """How many lines there are and how sure they are, in words."""
    sure = [one.confidence for one in segments if one.confidence is not None]
    return f"{len(sure):,} lines, confidence {min(sure):.2f} to {max(sure):.2f}"
