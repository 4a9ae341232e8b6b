"""What a caller may say about a reading, and how much of anything is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from workbench.domain.errors import BadInputError, MissingPartError
from workbench.domain.ports import Cancelled, Progress
from workbench.ingest.allowed import AllowedHosts
from workbench.ingest.fingerprint import Fingerprint

MEGABYTE = 1_000_000

FIELDS = ("id", "text", "title", "url", "publisher", "author", "published", "archive_url", "language")
"""What a column may be mapped to."""


class UnreadableError(BadInputError):
    """One thing that cannot be read. Its text is a clause without the name of the file."""


class MissingReaderError(MissingPartError, UnreadableError):
    """One thing that cannot be read for want of a part of the installation. Its text is a clause, too."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read of anything. Bytes unless it says otherwise; MB are millions."""

    article_text: int = 5 * MEGABYTE
    """Characters of an article."""
    evidence_text: int = 10 * MEGABYTE
    """Characters of one document of evidence; files of many rows or messages have no limit of their own."""
    row: int = 10 * MEGABYTE
    """One line of JSON lines, one cell of a table."""
    json: int = 50 * MEGABYTE
    """A JSON file, which is read whole."""
    page: int = 10 * MEGABYTE
    """An HTML page or a feed."""
    download: int = 50 * MEGABYTE
    """Whatever one address answers."""
    packed: int = 200 * MEGABYTE
    """A PDF, DOCX or EPUB file."""
    expanded: int = 100 * MEGABYTE
    """What the text parts of a DOCX or EPUB file may unpack to."""
    archive: int = 1_000 * MEGABYTE
    """What the files of a ZIP archive may unpack to together."""
    archive_members: int = 20_000
    """Files in a ZIP archive."""
    pdf_pages: int = 3_000
    """Pages of a PDF file."""
    message: int = 50 * MEGABYTE
    """One e-mail message with its attachments."""
    rows: int = 5 * MEGABYTE
    """Rows, messages or archived pages taken from one file (a count)."""
    seconds: float = 60.0
    """Processor time that a parser may take without a sign of life before it is stopped."""
    file_seconds: float = 600.0
    """Processor time that a parser may take, signs of life or not, without giving a document."""
    archive_seconds: float = 60.0
    """Processor time that the members of one archive may take together, beside `megabyte_seconds`."""
    member_seconds: float = 20.0
    """Processor time that one member of an archive may take, beside `megabyte_seconds`."""
    megabyte_seconds: float = 100.0
    """Processor time for each megabyte of an archive, and of a member, as they lie on the disk."""
    fetch_seconds: float = 30.0
    """How long one address may take to answer in full."""
    memory: int = 350 * MEGABYTE
    """What a parser may allocate in its own process."""
    picture_memory: int = 1_600 * MEGABYTE
    """What it may allocate where words are read out of pictures (extra `ocr`)."""
    picture_pages: int = 100
    """Pages without text of a PDF file whose pictures are read (a count)."""

    recording: int = 4_000 * MEGABYTE
    """A recording of sound or video."""
    recording_memory: int = 12_000 * MEGABYTE
    """What a parser may allocate where speech is made into words (extra `transcribe`): the model and the sound."""

    def text(self, as_evidence: bool) -> int:
        """Characters one document may hold."""
        return self.evidence_text if as_evidence else self.article_text


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user gave, which wins over anything found, and how to read.

    `title`, `url` and `archive_url` are for one document and are not laid over the rows of a table or the files of a
    folder; `publisher`, `author`, `published` and `language` are laid over all of them.
    """

    title: str | None = None
    url: str | None = None
    archive_url: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    language: str | None = None
    include: tuple[str, ...] = ()
    """Globs over the path inside a folder or archive; only what matches one is read."""
    exclude: tuple[str, ...] = ()
    """Globs over the path inside a folder or archive; what matches one is left out."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """One of `FIELDS` → column of theirs, for tables and JSON rows."""
    stdin: bytes | None = None
    """The bytes read from standard input, for the name "-"; None reads them."""
    allowed: AllowedHosts = field(default_factory=AllowedHosts)
    """Hosts and networks that may be asked although they are not of the public internet."""
    ignore_robots: bool = False
    """Whether a page may be read although the site's robots.txt asks robots to stay away."""
    pause: float = 1.0
    """Seconds between two questions to the same host."""
    jobs: int | None = None
    """Processes that parse at the same time; None takes the machine's cores, at most four."""
    isolate: bool = True
    """Whether parsers of rich formats run in processes of their own, with bounded memory and time."""
    left_out: bool = False
    """Whether a page is to tell what of it did not become its text."""
    known: Callable[[str, Fingerprint], bool] | None = None
    """Asked for every file of a folder; True leaves it out as unchanged."""
    speech_model: str | None = None
    """Folder of the model that makes words of recordings (extra `transcribe`)."""
    heard: Progress | None = None
    """Told how far the reading of one long file is."""
    cancelled: Cancelled | None = None
    """Asked while a process of its own reads one file that takes long, a recording; True ends that."""
    limits: Limits = field(default_factory=Limits)
