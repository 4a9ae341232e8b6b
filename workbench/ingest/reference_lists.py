"""What lists of references say of each work: RIS (read by rispy), BibTeX (by bibtexparser) and CSL-JSON."""

from __future__ import annotations

import itertools
import json
import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from workbench.domain.documents import Skipped
from workbench.ingest.fields import web_address
from workbench.ingest.text import one_line

CSL_TYPES = frozenset(
    {
        "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast",
        "chapter", "classic", "collection", "dataset", "document", "entry", "entry-dictionary",
        "entry-encyclopedia", "figure", "graphic", "hearing", "interview", "legal_case", "legislation",
        "manuscript", "map", "motion_picture", "musical_score", "pamphlet", "paper-conference", "patent",
        "performance", "periodical", "personal_communication", "post", "post-weblog", "regulation", "report",
        "review", "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage",
    }
)  # fmt: skip
"""The types of CSL-JSON 1.0.2 (https://docs.citationstyles.org/en/stable/specification.html, appendix III)."""

_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_RIS_BEGIN = re.compile(r"^TY {1,3}- ?", re.MULTILINE)
_RIS_FILE = re.compile(r"^L[1-4] {1,3}- ?(.+)$", re.MULTILINE)
_RIS_END = re.compile(r"^ER {1,3}-", re.MULTILINE)
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}


@dataclass(frozen=True, slots=True)
class Reference:
    """What a list says of one work. `where` is its place as the user is told of it, `raw` what its digest is of."""

    where: str
    raw: bytes
    key: str = ""
    title: str = ""
    abstract: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    published: str = ""
    url: str = ""
    doi: str = ""
    language: str = ""
    files: tuple[str, ...] = field(default=())


def _name(words: str) -> str:
    """A person's name as it is said: "Reed, Sam" is Sam Reed; a name in braces or without a comma stays."""
    line = one_line(words.strip(), 300)
    if line.startswith("{") and line.endswith("}"):
        return line.strip("{}")
    parts = [part.strip() for part in line.split(",")]
    if len(parts) == 3 and parts[1].rstrip(".").casefold() in ("jr", "sr", "ii", "iii", "iv"):
        return f"{parts[2]} {parts[0]} {parts[1]}"
    return f"{parts[1]} {parts[0]}" if len(parts) == 2 and all(parts) else line


def _doi(*values: object) -> str:
    for value in values:
        if isinstance(value, str) and (match := _DOI.search(value[:2_000])):
            return match[1].rstrip(".,;")
    return ""


def parse_ris(text: str, origin: str) -> Iterator[Reference | Skipped]:
    """The references of a list in RIS; one without an end is named with its line, and the next begins at its own."""
    import rispy

    places = [match.start() for match in _RIS_BEGIN.finditer(text)]
    for number, (start, end) in enumerate(itertools.pairwise([*places, len(text)]), start=1):
        record = text[start:end]
        where = f"{origin}, reference {number} (line {text.count(chr(10), 0, start) + 1})"
        if not _RIS_END.search(record):
            yield Skipped(where, "it has no end (ER)")
            continue
        try:
            [entry] = rispy.loads(record)
        except Exception as error:  # a hostile record may make a library raise anything
            yield Skipped(where, f"it is no RIS ({type(error).__name__})")
            continue
        yield _of_ris(entry, record, where)


def _of_ris(entry: Mapping[str, Any], record: str, where: str) -> Reference:
    def said(*names: str) -> str:
        values = (entry.get(name) for name in names)
        return next((value for value in values if isinstance(value, str) and value.strip()), "")

    urls = [one for one in entry.get("urls", []) if isinstance(one, str)]
    day = said("date", "publication_year", "year").strip()
    if re.fullmatch(r"[\d/ ]*/.*", day):  # YYYY/MM/DD/other, where any part may be empty
        day = "-".join(part.strip().zfill(2) for part in day.split("/")[:3] if part.strip().isdecimal())
    return Reference(
        where=where,
        raw=record.strip().encode(),
        key=said("id", "reference_id"),
        title=said("title", "primary_title", "translated_title", "secondary_title"),
        abstract=said("abstract", "notes_abstract"),
        authors=tuple(_name(one) for one in entry.get("authors", entry.get("first_authors", [])) if one.strip()),
        publisher=said("publisher", "journal_name", "alternate_title3", "secondary_title"),
        published=day,
        url=next((found for one in [*urls, said("url")] if (found := web_address(one))), ""),
        doi=_doi(said("doi")),
        language=said("language"),
        files=tuple(match.strip() for match in _RIS_FILE.findall(record)),
    )


def parse_bibtex(text: str, origin: str) -> Iterator[Reference | Skipped]:
    """The entries of a list in BibTeX, letters decoded from LaTeX; broken ones are named with their line."""
    from bibtexparser import middlewares
    from bibtexparser.entrypoint import parse_string

    for library_name in ("bibtexparser", "pylatexenc"):  # they tell the log of what is told as skipped here
        logging.getLogger(library_name).setLevel(logging.CRITICAL)
    library = parse_string(
        text, append_middleware=[middlewares.LatexDecodingMiddleware(), middlewares.SeparateCoAuthors()]
    )
    for block in library.failed_blocks:
        yield Skipped(f"{origin}, line {(block.start_line or 0) + 1}", "its entry is broken and was left out")
    plain = {entry.key: entry for entry in parse_string(text).entries}  # decoding LaTeX spoils addresses and paths
    for entry in library.entries:
        begin = entry.start_line or 0
        where = f"{origin}, {one_line(entry.key, 80)} (line {begin + 1})"
        yield _of_bibtex(entry, plain.get(entry.key, entry), where)


def _held(entry: Any, name: str) -> Any:
    return next((one.value for one in entry.fields if one.key.casefold() == name), "")


def _of_bibtex(entry: Any, plain: Any, where: str) -> Reference:
    def said(*names: str) -> str:
        values = (_held(entry, name) for name in names)
        return next((value for value in values if isinstance(value, str) and value.strip()), "")

    def verbatim(name: str) -> str:
        return re.sub(r"\\url|\\(?=[_%#&~$])|[{}]", "", str(_held(plain, name)))

    authors = _held(entry, "author")
    link = next((found for name in ("url", "howpublished") if (found := web_address(verbatim(name)))), "")
    return Reference(
        where=where,
        raw=str(entry.raw or where).encode(),
        key=one_line(entry.key, 300),
        title=said("title", "booktitle"),
        abstract=said("abstract", "annote", "annotation"),
        authors=tuple(_name(one) for one in authors if isinstance(one, str)) if isinstance(authors, list) else (),
        publisher=said("publisher", "institution", "organization", "school", "journaltitle", "journal"),
        published=_bibtex_day(said("date"), said("year"), said("month"), said("day")),
        url=link,
        doi=_doi(verbatim("doi")),
        language=said("langid", "language"),
        files=tuple(_bibtex_files(str(_held(plain, "file")))),
    )


def _bibtex_day(day: str, year: str, month: str, of_month: str) -> str:
    if day:
        return day.split("/", 1)[0]
    named = _MONTHS.get(month.strip()[:3].casefold())
    number = named or (int(month) if month.strip().isdecimal() and 1 <= int(month) <= 12 else None)
    if not (year.strip().isdecimal() and number):
        return year.strip()
    return f"{year.strip()}-{number:02d}" + (f"-{int(of_month):02d}" if of_month.strip().isdecimal() else "")


def _bibtex_files(value: str) -> Iterator[str]:
    """The paths in a `file` field, as JabRef, Mendeley and Zotero write it: "description:path:type", several by ";"."""
    for one in re.split(r"(?<!\\);", value.strip().strip("{}")):
        parts = [part.replace("\\:", ":").replace("\\;", ";") for part in re.split(r"(?<!\\):", one)]
        if path := (parts[1] if len(parts) >= 3 else parts[0]).strip():
            yield path


def parse_csl(works: list[Any], origin: str) -> Iterator[Reference | Skipped]:
    """The works of a list in CSL-JSON."""
    for number, work in enumerate(works, start=1):
        where = f"{origin}, reference {number}"
        if not isinstance(work, dict) or work.get("type") not in CSL_TYPES:
            yield Skipped(where, "it is no work of CSL-JSON")
            continue
        yield _of_csl(work, where)


def _of_csl(work: Mapping[str, Any], where: str) -> Reference:
    def said(*names: str) -> str:
        values = (work.get(name) for name in names)
        return next((str(value) for value in values if isinstance(value, str | int) and str(value).strip()), "")

    return Reference(
        where=where,
        raw=json.dumps(work, sort_keys=True).encode(),
        key=said("id"),
        title=said("title"),
        abstract=said("abstract"),
        authors=tuple(name for one in work.get("author", []) if (name := _csl_name(one))),
        publisher=said("publisher", "container-title"),
        published=_csl_day(work.get("issued")),
        url=said("URL"),
        doi=_doi(said("DOI")),
        language=said("language"),
    )


def _csl_name(name: Any) -> str:
    if not isinstance(name, dict):
        return ""
    parts = (name.get(key) for key in ("given", "dropping-particle", "non-dropping-particle", "family", "suffix"))
    words = " ".join(part for part in (name.get("literal"), *parts) if isinstance(part, str) and part.strip())
    return one_line(words, 300)


def _csl_day(issued: Any) -> str:
    if isinstance(issued, str):
        return issued.split("/", 1)[0]
    if not isinstance(issued, dict):
        return ""
    parts = issued.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        digits = [str(part).strip() for part in parts[0][:3]]
        return "-".join(part.zfill(2) for part in digits if part.isdecimal())
    return next((str(issued[key]) for key in ("raw", "literal", "edtf") if isinstance(issued.get(key), str)), "")
