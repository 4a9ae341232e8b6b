"""Gathering what is known of a document: what the user gave wins, then what was found first."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from workbench.domain.documents import Document, FactCheck, Section, Segment, SourceKind
from workbench.ingest.dates import dates_in, ends_with_weekday, parse_date
from workbench.ingest.letterheads import (
    greeting_end,
    is_greeting,
    is_kicker,
    is_release,
    letterhead,
    letterhead_end,
    subject_of_letter,
)
from workbench.ingest.options import ReadOptions, UnreadableError
from workbench.ingest.own_days import day_of_kind
from workbench.ingest.text import normalise, one_line

GIVEN = "given by the user"
TITLE_LENGTH = 200
RUNNING = 60
"""A first line of more characters that ends like a sentence is no heading but the text itself."""
MOST_FIRST_WORDS = 70
"""Characters of a title that is made of the first words of a text."""
_PAPERS = (
    "advertiser",
    "anzeiger",
    "argus",
    "chronicle",
    "courier",
    "enquirer",
    "gazette",
    "herald",
    "inquirer",
    "kurier",
    "tagblatt",
    "tageblatt",
    "telegraph",
    "tribune",
    "zeitung",
)
"""Words that end the name of a paper and hardly a heading."""
_SHORT_PAPERS = ("express", "mail", "mirror", "news", "post", "press", "record", "standard", "star", "times")
_MASTHEAD = re.compile(
    rf"(?:The |THE )?(?:[^\W\d_a-zß-ÿ][\w'’&.-]{{0,20}} ){{0,4}}(?i:{'|'.join(_PAPERS)})|"
    rf"(?:[^\W\d_a-zß-ÿ][\w'’&.-]{{0,20}} ){{0,3}}(?i:daily|evening|sunday) (?i:{'|'.join(_SHORT_PAPERS)})|"
    r"(?:The|THE) (?:[^\W\d_a-zß-ÿ][\w'’&.-]{0,20} ){1,2}(?:Times|TIMES)|"
    r"(?:The|THE) (?i:times|guardian|observer|independent)"
)
"""The name of a paper in capitals; "Annual Review" and "Opening Times" are headings."""
_MARK = re.compile(r"\s?[,|·–—-]\s?$")
_BEFORE_DAY = re.compile(
    r"(?:(?:issued|published|posted|released|date|veröffentlicht|erschienen|datum|publié|publicado|pubblicato)\b"
    r"(?: (?:on|am|le|el|il|den))?\s?:?\s?|(?:am|le|el|den) )?",
    re.IGNORECASE,
)
_PLACE = re.compile(r"[^\W\d_a-zß-ÿ][^\W\d_]{1,20}(?:[ -][^\W\d_a-zß-ÿ][^\W\d_]{1,20})?, ")
_HEADING = re.compile(r"\s{0,9}(?!Dear\b)[^\s\n:]{1,40}(?: [^\s\n:]{1,40}){2,15}(?<![.!?,;])\n[ \t]{0,9}\n")
"""A line that a blank line parts from the text behind it."""
_BEHIND_DAY = re.compile(
    r"[\s,|–-]{0,4}(?:(?:at |um )?"
    r"(?:\d{1,2}[:.h]\d\d(?::\d\d)?(?:\s?(?:uhr|[ap]\.?m\.?))?|\d{1,2}\s?(?:uhr|[ap]\.?m\.?))"
    r"\s?(?-i:[A-Z]{2,4})?)?\W{0,3}",
    re.IGNORECASE,
)
_TIME_CODE = re.compile(r"^[\[(]\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]\s{0,3}")
"""When the first words of a transcript are said."""


def digest(data: bytes) -> str:
    """The sha256 of bytes in hex."""
    return hashlib.sha256(data).hexdigest()


def web_address(text: str) -> str | None:
    """An absolute http or https address on one line, None for anything else (a script, a path, a bare word)."""
    address = one_line(text, 2_000)
    if address.startswith("www."):
        address = "https://" + address
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname or " " in address:
        return None
    return address


class Fields:
    """The fields of one document while it is read; the first offer of each is kept."""

    def __init__(self, options: ReadOptions, *, whole: bool = True) -> None:
        """Begin with what the user gave; `whole` False leaves out what is for a single document only."""
        self.values: dict[str, Any] = {}
        self.found: dict[str, str] = {}
        self.guessed: set[str] = set()
        self.refused: list[str] = []
        if whole:
            self.offer("title", options.title, GIVEN)
            self.offer("url", options.url, GIVEN)
            self.offer("archive_url", options.archive_url, GIVEN)
        self.offer("publisher", options.publisher, GIVEN)
        self.offer("author", options.author, GIVEN)
        self.offer("language", options.language, GIVEN)
        if options.published is not None:
            self.values["published"] = options.published
            self.found["published"] = GIVEN

    def offer(self, name: str, value: object, how: str, *, guessed: bool = False) -> None:
        """Take a value for a field that has none yet; what is no text or empty is passed over."""
        if name in self.values or not isinstance(value, str | int | float) or isinstance(value, bool):
            return
        if name in ("url", "archive_url"):
            address = web_address(str(value))
            if address is None:
                if str(value).strip():
                    self.refused.append(f"“{one_line(str(value), 60)}” is no web address and was left out")
                return
            self._keep(name, address, how, guessed)
            return
        line = one_line(str(value))
        if line:
            self._keep(name, line, how, guessed)

    def offer_date(self, value: object, how: str, *, guessed: bool = False, order: str | None = None) -> None:
        """Take a publication date; one that is not one is told in `refused`. The time and zone stay in `found`."""
        if "published" in self.values or value is None or value == "":
            return
        found = value if isinstance(value, date) else parse_date(value, order)
        stated = one_line(str(value), 60)
        if found is None:
            if stated:
                self.refused.append(f"“{stated}” is no date; it went in without one")
            return
        self._keep("published", found, how if stated == found.isoformat() else f"{how}: {stated}", guessed)

    def _keep(self, name: str, value: object, how: str, guessed: bool) -> None:
        self.values[name] = value
        self.found[name] = how
        if guessed:
            self.guessed.add(name)

    def note(self, name: str, how: str) -> None:
        """Keep something worth knowing about the reading that is no field."""
        self.found[name] = how

    def document(
        self,
        text: str,
        *,
        origin: str,
        sha256: str,
        limit: int,
        identifier: str | None = None,
        retrieved: str | None = None,
        kind: SourceKind = SourceKind.DOCUMENT,
        fact_check: FactCheck | None = None,
        sections: tuple[Section, ...] = (),
        segments: tuple[Segment, ...] = (),
        machine: str | None = None,
        guess: bool = True,
    ) -> Document:
        """Make the document from text that is normalised already (sections point into it).

        Args:
            text: Normalised text.
            origin: The file or address as the user would recognise it.
            sha256: Digest of the raw bytes.
            limit: Characters a document may hold.
            identifier: The id its maker gave it.
            retrieved: When it was fetched (ISO 8601, UTC).
            kind: What sort of source it is.
            fact_check: For claims someone already checked.
            sections: Headings or pages.
            segments: When what was said, or how surely it was read.
            machine: The program that made the words out of pictures or sound.
            guess: Whether a title and a language are guessed where none were found.

        Raises:
            UnreadableError: There is no text, or too much of it.
        """
        if not text.strip():
            raise UnreadableError("there is no text in it")
        if len(text) > limit:
            raise UnreadableError(
                f"it holds {len(text) / 1e6:.1f} million characters of text and at most {limit / 1e6:g} million are "
                "read; split it into parts"
            )
        if guess:
            if "title" not in self.values:
                self.guess_title(text)
            if "language" not in self.values:
                self.guessed.add("language")  # by whoever started the reader: see `with_language`
        return Document(
            text=text,
            title=self.values.get("title", ""),
            origin=origin,
            sha256=sha256,
            id=identifier,
            url=self.values.get("url"),
            archive_url=self.values.get("archive_url"),
            publisher=self.values.get("publisher"),
            author=self.values.get("author"),
            published=self.values.get("published"),
            retrieved=retrieved,
            language=self.values.get("language"),
            kind=kind,
            fact_check=fact_check,
            sections=sections,
            found=self.found,
            guessed=frozenset(self.guessed),
            segments=segments,
            machine=machine,
        )

    def guess_title(self, text: str) -> None:
        """Call a document that has no title by its first line or words, behind the head of its paper."""
        headed = letterhead_end(text)[1]
        text = text[headed:]
        subject = subject_of_letter(text)
        if subject:
            self._keep("title", one_line(subject), "what the letter says that it is about", True)
            return
        first, _, rest = text.strip().partition("\n")
        if subject is not None and (headed or is_greeting(one_line(first))):
            self._keep(
                "title", _first_words(one_line(text[greeting_end(text) :], 2 * TITLE_LENGTH)), "its first words", True
            )
            return
        if letterhead(text):
            kind, _, behind = rest.strip().partition("\n")
            below = one_line(behind.strip().partition("\n")[0])
            if not day_of_kind(one_line(kind)) or (below and len(below) < RUNNING * 2 and below[-1] not in ".!?…:;,"):
                first, rest = kind, behind  # what it is called; a heading below that is its title
        if headed and is_kicker(one_line(first), one_line(rest.strip().partition("\n")[0])):
            first, _, rest = rest.strip().partition("\n")
        while (
            rest.strip()
            and len(first) < 100
            and (is_release(one_line(first)) or _is_a_day(one_line(first), rest) or _is_kind_above_heading(first, rest))
        ):
            first, _, rest = rest.strip().partition("\n")
        line = _TIME_CODE.sub("", one_line(first[: 2 * TITLE_LENGTH])) or "Untitled"
        running = len(line) > RUNNING and line.endswith((".", "!", "?", "…", "。"))
        if rest.strip() and len(first) <= TITLE_LENGTH and not running:
            self._keep("title", line, "its first line", True)
        else:
            self._keep("title", _first_words(line), "its first words", True)


def is_masthead(words: str) -> bool:
    """Whether words are a paper's name, which the day of the issue follows: "Holm Courier, 3 June 2022"."""
    mark = _MARK.search(words)
    return mark is not None and _MASTHEAD.fullmatch(words[: mark.start()]) is not None


def _is_a_day(line: str, rest: str) -> bool:
    """Whether a line says when the text came out, perhaps in which paper, and no more; above a heading, where."""
    for start, end, _ in dates_in(line):
        before = line[: ends_with_weekday(line[:start])]
        placed = _PLACE.fullmatch(line[:start]) and _HEADING.match(rest)
        stated = placed or _BEFORE_DAY.fullmatch(before) or is_masthead(line[:start])
        return bool(stated and _BEHIND_DAY.fullmatch(line[end:]))
    return False


def _is_kind_above_heading(first: str, rest: str) -> bool:
    """Whether a line is what the text calls itself, with its day, and a heading stands below it."""
    return day_of_kind(one_line(first)) is not None and _HEADING.match(rest) is not None


def _first_words(line: str) -> str:
    """A title for a text that has no heading: its first words, never more than half of them."""
    words = line.split()
    if len(words) == 1:
        # a script without blanks between words has its characters
        return "Untitled" if line.isascii() or len(line) < 4 else f"{line[: min(len(line) // 2, 20)]}…"
    kept = words[0]
    for word in words[1 : min(len(words) // 2, 12)]:
        if len(kept) + len(word) > MOST_FIRST_WORDS:
            break
        kept = f"{kept} {word}"
    return f"{kept[:MOST_FIRST_WORDS]}…"


def clean(text: str) -> str:
    """Normalise text that was put together from parts, without blank edges."""
    return normalise(text).strip()
