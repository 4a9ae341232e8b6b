"""The report as a Word document, with headings, links and tables that Word and LibreOffice understand."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Any

from docx import Document
from docx.opc.oxml import serialize_part_xml
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

from workbench.reports.harmless import clean
from workbench.reports.model import Report
from workbench.reports.package import fixed
from workbench.reports.view import ClaimView, EvidenceView, RatingView, ReportedArticle, ReportView
from workbench.reports.viewing import view

_TONES = {
    "true": "0B5CAD",
    "mostly-true": "2F6EA8",
    "half": "5C6068",
    "mostly-false": "96530A",
    "false": "8F3D00",
    "off": "5A5273",
    "none": "565B64",
}
_SOFT = "565B64"
_ROWS = 500
"""Rows of a table after which they go to the disk."""
_HERE = "the finished part of the body"
_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def render(report: Report) -> bytes:
    """The report as DOCX, its dates those of the last event."""
    writer = _Writer(report)
    writer.write()
    return writer.content()


class _Writer:
    """Writes one report into one document."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._view: ReportView = view(report)
        self._document: Any = Document()
        self._bookmarks = 0
        self._end: Any = self._document.element.body.sectPr
        self._links: dict[str, str] = {}
        self._goes_on = False
        """Whether the first thing in the body is a table of which rows are on the disk."""
        # what is finished goes to the disk as it is: a document held as a whole takes kilobytes a paragraph
        self._finished: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed when it is read
        normal = self._document.styles["Normal"]
        normal.font.name = "Georgia"
        normal.font.size = Pt(10.5)

    def write(self) -> None:
        """Fill the document, from title to method."""
        seen = self._view
        self._properties()
        if seen.organisation:
            self._paragraph(("Fact check by ", None, None), (seen.organisation, None, seen.organisation_url))
        self._run(self._new("Title"), seen.title)
        if seen.as_of:
            self._soft(seen.as_of)
        self._plain(", ".join(f"{count} {words}" for words, count in seen.counts) + ".")
        self._summary()
        for article in seen.articles:
            self._article(article)
            self._put_away()
        self._heading("The verdicts", 1)
        for article in seen.articles:
            for claim in article.claims:
                self._claim(claim)
                self._put_away()
        headed = False
        for article in seen.articles:
            for claim in article.listed:
                if not headed:
                    self._heading("Predictions and opinions: listed, not rated", 1)
                    headed = True
                self._claim_head(claim)
                self._claim_facts(claim)
                self._back(claim)
            self._put_away()
        self._method()

    def content(self) -> bytes:
        """The finished document."""
        buffer = io.BytesIO()
        self._put_away()
        self._run(self._new(), _HERE)
        self._document.save(buffer)
        self._finished.seek(0)
        with self._finished:
            return fixed(buffer.getvalue(), self._report.state.moment, {"word/document.xml": self._body})

    def _body(self, rest: bytes) -> Iterator[bytes]:
        """The body with what was put away in its place."""
        place = rest.index(_HERE.encode())
        yield rest[: rest.rindex(b"<w:p>", 0, place)]
        while part := self._finished.read(1 << 20):
            yield part
        yield rest[rest.index(b"</w:p>", place) + len(b"</w:p>") :]

    def _put_away(self) -> None:
        """Move the finished part of the body to the disk."""
        body = self._document.element.body
        written = serialize_part_xml(body)
        self._finished.write(written[self._begin(written) : written.rindex(b"<w:sectPr")])
        for element in list(body)[:-1]:
            body.remove(element)

    def _put_away_rows(self, table: Any) -> None:
        """Move all before the end of the last table to the disk; rows that follow go on with it."""
        body = self._document.element.body
        written = serialize_part_xml(body)
        self._finished.write(written[self._begin(written) : written.rindex(b"</w:tbl>")])
        for element in list(body)[:-2]:
            body.remove(element)
        for row in table._tbl.tr_lst:
            table._tbl.remove(row)
        self._goes_on = True

    def _begin(self, written: bytes) -> int:
        """Where in the written body that begins which is not on the disk yet."""
        if self._goes_on:  # head and columns of the table are there
            self._goes_on = False
            end = written.index(b"</w:tbl>")
            first = written.find(b"<w:tr>", 0, end)
            return first if first >= 0 else end
        return written.index(b">", written.index(b"<w:body")) + 1

    def _properties(self) -> None:
        moment = self._report.state.moment.replace(tzinfo=None)
        properties = self._document.core_properties
        properties.title = clean(self._view.title)[:255]
        properties.author = clean(self._view.organisation or self._report.program)[:255]
        properties.last_modified_by = ""
        properties.comments = ""
        properties.language = "en-GB"
        properties.created = properties.modified = moment
        properties.revision = 1

    def _summary(self) -> None:
        self._heading("At a glance", 1)
        claims = (claim for article in self._view.articles for claim in article.claims)
        self._table(("Claim", "Rating"), ((claim.wording, _words(claim.rating)) for claim in claims))
        for scale in self._view.scales:
            if scale.given:
                self._table(
                    (f"Rating ({scale.name})", "Claims"), [(_words(step), str(count)) for step, count in scale.steps]
                )
        self._plain(" ".join(self._view.agreement))

    def _article(self, article: ReportedArticle) -> None:
        self._heading(f"The article: {article.title}", 1)
        self._soft(" · ".join(f"{name}: {value}" for name, value in article.facts))
        if article.url:
            self._paragraph(("the article as published", None, article.url))
        claims = article.by_id
        for line in article.paragraphs:
            paragraph = self._new()
            for stretch in line:
                if not stretch.claims:
                    self._run(paragraph, stretch.text)
                    continue
                claim = claims[stretch.claims[0]]
                for begun in stretch.begins:
                    self._bookmark(paragraph, f"mark-{begun}")
                self._link(paragraph, stretch.text, _TONES[claim.rating.tone], anchor=claim.anchor)
                for ended in stretch.ends:
                    run = self._run(paragraph, f" {claims[ended].rating.glyph}{ended}")
                    run.font.superscript = True

    def _claim_head(self, claim: ClaimView) -> None:
        heading = self._heading(f"Claim {claim.id}: “{claim.quote}”", 2)
        self._bookmark(heading, claim.anchor)
        if claim.reworded:
            said = " — ".join(filter(None, (claim.wording, "; ".join(claim.repairs))))
            self._soft(f"In words that stand alone: {said}")

    def _claim_facts(self, claim: ClaimView) -> None:
        rows = (("Who", claim.who), ("Where", claim.where), ("When", claim.when), ("Kind", claim.kinds))
        self._soft(" · ".join(f"{name}: {value}" for name, value in rows))

    def _claim(self, claim: ClaimView) -> None:
        self._claim_head(claim)
        run = self._run(self._new(), _words(claim.rating), _TONES[claim.rating.tone])
        run.bold = True
        run.font.size = Pt(13)
        if claim.rating.definition:
            number = f" ({claim.rating.number}.)" if claim.rating.number else ""
            self._soft(f"{claim.scale}: {claim.rating.definition}{number} {claim.result_note}".strip())
        if claim.rationale:
            self._plain(claim.rationale)
        if claim.reviewer:
            self._soft(
                f"By {claim.reviewer}, {claim.given}. What was known up to {claim.known_at} was considered. "
                f"Review: {claim.status}; {claim.agreement}."
            )
        if claim.published:
            self._soft(claim.published)
        self._claim_facts(claim)
        self._list(
            "Corrections",
            (
                f"{item.given}: {item.before + ' → ' if item.before else ''}{item.after}. {item.reason} {item.resting}"
                for item in claim.corrections
            ),
        )
        for name, pieces in claim.groups:
            self._evidence(name, pieces)
        if not claim.groups:
            self._soft(claim.no_evidence)
        if claim.suggested:
            self._evidence("Not decided", claim.suggested)
            if claim.suggested_more:
                self._soft(f"and {claim.suggested_more} more.")
        if len(claim.opinions) > 1:
            self._list(
                "Every verdict on this claim",
                (
                    f"{item.given}, {item.what} by {item.reviewer}{' (withdrawn)' if item.withdrawn else ''}: "
                    f"{_words(item.rating)}. {item.rationale}"
                    for item in claim.opinions
                ),
            )
        if claim.history:
            self._soft(f"Worth checking {claim.worth} (the program's estimate). The claim was {claim.origin}.")
        self._list("History", (f"{line.at}, {line.reviewer}: {line.what}" for line in claim.history))
        self._back(claim)

    def _back(self, claim: ClaimView) -> None:
        paragraph = self._new()
        self._link(paragraph, f"↑ claim {claim.id} in the article", _SOFT, anchor=claim.mark)

    def _evidence(self, name: str, pieces: Sequence[EvidenceView]) -> None:
        self._heading(name, 3)
        for piece in pieces:
            if piece.quote:
                self._run(self._new("Quote"), piece.quote)
            parts: list[tuple[str, str | None, str | None]] = [(piece.title, _SOFT, piece.url)]
            age = f"⚑ later: {piece.age}" if piece.later else piece.age
            words = (piece.publisher, piece.published, piece.locator, age, *piece.marks, piece.note)
            parts += [(f" · {part}", _SOFT, None) for part in words if part]
            if piece.archive_url:
                parts += [(" · ", _SOFT, None), ("archived copy", _SOFT, piece.archive_url)]
            self._paragraph(*parts)
            if piece.passage:
                self._soft(f"{piece.around}:")
                for line in filter(str.strip, piece.passage.split("\n")):
                    self._soft(line)

    def _method(self) -> None:
        self._heading("How this was checked", 1)
        self._plain(" ".join(self._view.method))
        for scale in self._view.scales:
            self._table(
                (f"Rating ({scale.name})", "Meaning"), [(_words(step), step.definition) for step, _ in scale.steps]
            )
        for name, value in self._view.facts:
            self._soft(f"{name}: {value}")

    def _heading(self, text: str, level: int) -> Any:
        heading = self._new(f"Heading{level}")
        self._run(heading, text)
        return heading

    def _new(self, style: str | None = None) -> Any:
        """A new last paragraph, its style named by id. (python-docx looks each name up again, which takes long.)"""
        element = OxmlElement("w:p")
        self._end.addprevious(element)
        paragraph = Paragraph(element, self._document._body)
        if style is not None:
            element.style = style
        return paragraph

    def _plain(self, text: str) -> None:
        for line in clean(text).split("\n"):
            if line.strip():
                self._run(self._new(), line)

    def _soft(self, text: str) -> None:
        self._paragraph((text, _SOFT, None))

    def _list(self, name: str, items: Iterable[str]) -> None:
        lines = list(items)
        if lines:
            self._heading(name, 3)
        for line in lines:
            self._run(self._new("ListBullet"), line)

    def _table(self, head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
        table = self._document.add_table(rows=1, cols=len(head), style="Light List")
        for cell, text in zip(table.rows[0].cells, head, strict=True):
            cell.text = clean(text)
        # tells screen readers and page breaks which row is the head
        properties = table.rows[0]._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:tblHeader"))
        for number, row in enumerate(rows, start=1):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = clean(text)
            if number % _ROWS == 0:
                self._put_away_rows(table)
        self._new()

    def _paragraph(self, *parts: tuple[str, str | None, str | None]) -> None:
        """A paragraph of (text, colour, address) parts."""
        paragraph = self._new()
        for text, colour, url in parts:
            if url:
                self._link(paragraph, text, colour or _SOFT, url=url)
            else:
                self._run(paragraph, text, colour)

    def _run(self, paragraph: Any, text: str, colour: str | None = None) -> Any:
        run = paragraph.add_run(clean(text))
        if colour:
            run.font.color.rgb = RGBColor.from_string(colour)
        return run

    def _link(
        self, paragraph: Any, text: str, colour: str, *, url: str | None = None, anchor: str | None = None
    ) -> None:
        link = OxmlElement("w:hyperlink")
        if url:
            if url not in self._links:  # python-docx looks through all of them
                self._links[url] = paragraph.part.relate_to(url, _HYPERLINK, is_external=True)
            link.set(qn("r:id"), self._links[url])
        else:
            link.set(qn("w:anchor"), anchor or "")
        run = self._run(paragraph, text, colour)
        run.underline = True
        link.append(run._r)
        paragraph._p.append(link)

    def _bookmark(self, paragraph: Any, name: str) -> None:
        self._bookmarks += 1
        for kind in ("w:bookmarkStart", "w:bookmarkEnd"):
            element = OxmlElement(kind)
            element.set(qn("w:id"), str(self._bookmarks))
            if kind == "w:bookmarkStart":
                element.set(qn("w:name"), name)
            paragraph._p.append(element)


def _words(rating: RatingView) -> str:
    return f"{rating.glyph} {rating.words}"
