"""The sources that verdicts rely on, as references: CSL-JSON, RIS and BibTeX for citation managers and word processors.

One reference a source that a standing verdict of the report cites, in the order in which they are cited first. What
stands in it is what is known of the source; a name is given as it was found, not taken apart into forename and surname.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from workbench.domain.documents import SourceKind
from workbench.domain.review import CitedEvidence
from workbench.domain.source_names import place_within
from workbench.reports.harmless import one_line, web_address
from workbench.reports.machine import json_bytes
from workbench.reports.model import Report


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source as a list of references names it. `key` is unique in the list; `claims` cite it."""

    source_id: str
    key: str
    title: str
    author: str
    publisher: str
    published: date | None
    url: str
    archive_url: str
    accessed: date | None
    language: str
    fact_check: bool
    claims: tuple[int, ...]
    locators: tuple[str, ...]

    @property
    def note(self) -> str:
        """Where it was archived, which passages were relied on, and which claims they were for."""
        parts = [f"Archived at {self.archive_url}"] if self.archive_url else []
        parts += [f"Passages at {', '.join(self.locators)}"] if self.locators else []
        listed = ", ".join(map(str, self.claims))
        return "; ".join([*parts, f"relied on for claim{'s' if len(self.claims) > 1 else ''} {listed}"])


def cited_sources(report: Report) -> list[CitedSource]:
    """The sources that the standing verdicts of a report cite, those cited first first."""
    pieces: dict[str, list[tuple[int, CitedEvidence]]] = {}
    for item in report.claims:
        for piece in item.verdict.evidence if item.verdict else ():
            pieces.setdefault(piece.source_id, []).append((item.claim.id, piece))
    taken: set[str] = set()
    return [_cited(report, source_id, cited, taken) for source_id, cited in pieces.items()]


def csl_json(report: Report) -> bytes:
    """The references as CSL-JSON 1.0.2, which Zotero, Pandoc and citeproc read."""
    return json_bytes([_csl(source) for source in cited_sources(report)])


def ris(report: Report) -> bytes:
    """The references as RIS, UTF-8 with CR LF."""
    return "".join(_ris(source) for source in cited_sources(report)).encode("utf-8", "replace")


def bibtex(report: Report) -> bytes:
    """The references as BibTeX, UTF-8; characters that LaTeX obeys are escaped."""
    return "\n".join(_bibtex(source) for source in cited_sources(report)).encode("utf-8", "replace")


RENDERERS: dict[str, Callable[[Report], bytes]] = {"csl-json": csl_json, "ris": ris, "bibtex": bibtex}


def _cited(report: Report, source_id: str, cited: list[tuple[int, CitedEvidence]], taken: set[str]) -> CitedSource:
    first = cited[0][1]
    source = report.source(source_id)
    title = one_line(source.title if source else first.source_title) or "Untitled"
    publisher = one_line((source.publisher if source else first.publisher) or "")
    published = source.published if source else _day(first.published)
    return CitedSource(
        source_id=source_id,
        key=_key(publisher or title, published, taken),
        title=title,
        author=one_line((source.author if source else "") or ""),
        publisher=publisher,
        published=published,
        url=web_address((source.url if source else first.url) or "") or "",
        archive_url=web_address((source.archive_url if source else first.archive_url) or "") or "",
        accessed=_day(source.retrieved) if source else None,
        language=one_line((source.language if source else "") or ""),
        fact_check=source is not None and source.kind is SourceKind.FACT_CHECK,
        claims=tuple(dict.fromkeys(number for number, _ in cited)),
        locators=tuple(dict.fromkeys(filter(None, (_place(title, piece) for _, piece in cited)))),
    )


def _place(title: str, piece: CitedEvidence) -> str:
    return place_within(title, one_line(piece.locator or ""))


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def _key(words: str, published: date | None, taken: set[str]) -> str:
    """A citation key of plain letters and digits: whose, which year, and a number where that is not enough."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    stem = "-".join(re.findall(r"[a-z0-9]+", plain.casefold())[:4]) or "source"
    stem = f"{stem[:40]}-{published.year}" if published else stem[:40]
    further = (f"{stem}-{number}" for number in itertools.count(2))
    key = next(one for one in itertools.chain([stem], further) if one not in taken)
    taken.add(key)
    return key


def _csl(source: CitedSource) -> dict[str, Any]:
    work: dict[str, Any] = {
        "id": source.key,
        "type": "webpage" if source.url else "document",
        "title": source.title,
    }
    if source.author:
        work["author"] = [{"literal": source.author}]
    if source.publisher:
        work["publisher"] = source.publisher
        if source.url:
            work["container-title"] = source.publisher
    if source.published:
        work["issued"] = _date_parts(source.published)
    if source.accessed:
        work["accessed"] = _date_parts(source.accessed)
    if source.url:
        work["URL"] = source.url
    if source.language:
        work["language"] = source.language
    if source.fact_check:
        work["genre"] = "fact check"
    return {**work, "note": source.note}


def _date_parts(day: date) -> dict[str, Any]:
    return {"date-parts": [[day.year, day.month, day.day]]}


def _ris(source: CitedSource) -> str:
    lines = [
        ("TY", "ELEC" if source.url else "GEN"),
        ("ID", source.key),
        ("TI", source.title),
        ("AU", source.author),
        ("PB", source.publisher),
        ("PY", str(source.published.year) if source.published else ""),
        ("DA", source.published.strftime("%Y/%m/%d") if source.published else ""),
        ("Y2", source.accessed.strftime("%Y/%m/%d") if source.accessed else ""),
        ("UR", source.url),
        ("LA", source.language),
        ("N1", source.note),
    ]
    # a value is one line: no text of a source begins a field of its own
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value) + "ER  - \r\n\r\n"


_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "%": r"\%",
    "#": r"\#",
    "&": r"\&",
    "_": r"\_",
    "$": r"\$",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "@": "{@}",
}


def _bibtex(source: CitedSource) -> str:
    fields = [
        ("title", f"{{{_latex(source.title)}}}"),
        ("author", f"{{{_latex(source.author)}}}" if source.author else ""),
        ("publisher", _latex(source.publisher)),
        ("year", str(source.published.year) if source.published else ""),
        ("month", str(source.published.month) if source.published else ""),
        ("date", source.published.isoformat() if source.published else ""),
        ("url", _url(source.url)),
        ("urldate", source.accessed.isoformat() if source.accessed else ""),
        ("language", _latex(source.language)),
        ("note", _latex(source.note)),
    ]
    told = "".join(f"  {name} = {{{value}}},\n" for name, value in fields if value)
    return f"@misc{{{source.key},\n{told}}}\n"


def _latex(text: str) -> str:
    return "".join(_LATEX.get(sign, sign) for sign in text)


def _url(address: str) -> str:
    """An address as it is read in `url` fields: verbatim, but for the signs that end the field."""
    return "".join(f"%{ord(sign):02X}" if sign in "{}\\" else sign for sign in address)
