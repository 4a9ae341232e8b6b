"""One thing to be read: a file, a member of an archive, standard input, or what an address answered."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from workbench.domain.documents import Document, Skipped
from workbench.ingest.options import ReadOptions, UnreadableError
from workbench.ingest.text import one_line

Found = Iterator[Document | Skipped]
Stream = io.BufferedReader | io.BytesIO
HEAD = 4_096


def megabytes(size: int) -> str:
    """A size in words."""
    return f"{size / 1e6:.1f} MB" if size < 10_000_000 else f"{size / 1e6:.0f} MB"


def shown(name: str | Path) -> str:
    """A name as it may be stored and printed: on one line, without control characters."""
    return one_line(str(name), 1_000)


@dataclass(frozen=True, slots=True)
class Resumed:
    """Where the reading of an archive goes on: a parser died over member `after`, and `used` seconds are gone."""

    after: int
    used: float


@dataclass(frozen=True, slots=True)
class Item:
    """What a parser gets. Exactly one of `path` and `data` is given.

    `name` carries the extension; `origin` is what the user is told. `charset` and `content_type` come from a header.
    `address` is where it was finally found, `retrieved` when (ISO 8601, UTC). `whole` is False for one of many, which
    titles and addresses given by the user are not for. `kind` says what it is to be read as, whatever it looks like.
    `found` is provenance that every document made from it carries. `resumed` is for an archive that was begun before.
    """

    origin: str
    name: str
    as_evidence: bool
    options: ReadOptions
    path: Path | None = None
    data: bytes | None = None
    charset: str | None = None
    content_type: str | None = None
    address: str | None = None
    retrieved: str | None = None
    whole: bool = True
    kind: str | None = None
    found: dict[str, str] = field(default_factory=dict)
    resumed: Resumed | None = None

    def bare(self) -> Item:
        """It as another process can have it: without what is asked and told on the way."""
        return replace(self, options=replace(self.options, known=None, stdin=None, heard=None, cancelled=None))

    def is_past(self, number: int) -> bool:
        """Whether this member was read, or died over, when the archive was begun before."""
        return self.resumed is not None and number <= self.resumed.after

    @property
    def limit(self) -> int:
        """Characters of text one document may hold."""
        return self.options.limits.text(self.as_evidence)

    @property
    def size(self) -> int:
        """Bytes."""
        if self.data is not None:
            return len(self.data)
        assert self.path is not None
        return self.path.stat().st_size

    def open(self) -> Stream:
        """Open it for reading.

        Raises:
            OSError: The file cannot be opened.
        """
        if self.data is not None:
            return io.BytesIO(self.data)
        assert self.path is not None
        return self.path.open("rb")

    def head(self) -> bytes:
        """Its first bytes."""
        with self.open() as file:
            return file.read(HEAD)

    def check_size(self, limit: int) -> None:
        """See that it is no larger than `limit` bytes, before any of it is read.

        Raises:
            UnreadableError: It is.
        """
        if self.size > limit:
            raise UnreadableError(
                f"it is {megabytes(self.size)} large and at most {megabytes(limit)} are read; split it into parts"
            )

    def content(self, limit: int) -> bytes:
        """All of it.

        Raises:
            UnreadableError: It is larger than `limit` bytes, or empty.
        """
        self.check_size(limit)
        with self.open() as file:
            data = file.read(min(limit, self.size) + 1)  # room for all that is asked for is made before it is read
        if not data:
            raise UnreadableError("the file is empty")
        return data

    def sha256(self) -> str:
        """Digest of its bytes, read in pieces."""
        with self.open() as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def inner(self, name: str, data: bytes) -> Item:
        """A member of this archive, mailbox or feed. The address is that of the whole, and none of the member's."""
        return replace(
            self,
            origin=f"{self.origin}, {shown(name)}",
            name=name,
            path=None,
            data=data,
            charset=None,
            content_type=None,
            address=None,
            whole=False,
            kind=None,
            resumed=None,
        )
