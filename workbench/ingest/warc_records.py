"""The records of a web archive, and whether the archive was whole: warcio alone takes a cut for the end."""

from __future__ import annotations

import gzip
import zlib
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeadersParserException

BROKEN = (ArchiveLoadFailed, EOFError, OSError, ValueError, KeyError, AttributeError, IndexError)
"""What warcio raises on archives that are damaged."""


def is_cut(record: Any) -> bool:
    """Whether fewer bytes of a record are there than its head says. Reads it to its end."""
    while record.raw_stream.read(1 << 16):
        pass
    return bool(getattr(record.raw_stream, "limit", 0) > 0)


class _Unpacked:
    """The bytes of an archive, packed record by record, as a whole, or not at all; `cut` if the packing breaks off."""

    def __init__(self, file: Any) -> None:
        packed = file.peek(2) if hasattr(file, "peek") else file.getbuffer()
        self._file = gzip.GzipFile(fileobj=file) if bytes(packed[:2]) == b"\x1f\x8b" else file
        self._offset = 0
        self.cut = False

    def read(self, size: int = -1) -> bytes:
        """The next bytes, none after the end or the cut."""
        try:
            # a packed record that breaks off gives what it has, and so do those before it
            read = self._file.read1 if isinstance(self._file, gzip.GzipFile) else self._file.read
            data = b"" if self.cut else read(size)
        except (EOFError, zlib.error, gzip.BadGzipFile):
            self.cut, data = True, b""
        self._offset += len(data)
        return bytes(data)

    def tell(self) -> int:
        """Bytes that were read."""
        return self._offset


class _Loader(ArcWarcRecordLoader):  # type: ignore[misc]
    """Reads one record; a digest whose algorithm has a NUL in its name is unknown, as others are."""

    def wrap_digest_verifying_stream(
        self, stream: Any, rec_type: str, rec_headers: Any, digest_checker: Any, length: int | None = None
    ) -> tuple[Any, bool]:
        try:
            wrapped: tuple[Any, bool] = super().wrap_digest_verifying_stream(
                stream, rec_type, rec_headers, digest_checker, length
            )
        except TypeError:
            digest_checker.problem("unknown hash algorithm name")
            return stream, False
        return wrapped


class WarcRecords(ArchiveIterator):  # type: ignore[misc]
    """The records of a WARC or ARC file, ARC ones with the heads of WARC.

    It is broken where a record is shorter than its head says, a head has no end, or the packing breaks off.
    """

    def __init__(self, file: Any) -> None:
        self._broken = False
        self._bytes = _Unpacked(file)
        super().__init__(self._bytes, check_digests=True, arc2warc=True)
        self.loader = _Loader(arc2warc=True)

    @property
    def broken(self) -> bool:
        """Whether something was met that a whole archive does not hold."""
        return self._broken or self._bytes.cut

    def _place(self) -> int:
        buffered = self.reader.buff_size - self.reader.buff.tell() if self.reader.buff else 0
        return int(self.reader.num_read - buffered)

    def _next_record(self, next_line: bytes | None) -> Any:
        before = self._place()
        try:
            record = super()._next_record(next_line)
        except EOFError:
            self._broken = self._broken or next_line is not None or self._place() > before
            raise
        except StatusAndHeadersParserException:
            if self._bytes.cut:  # in the middle of a head
                raise EOFError from None
            raise
        if record.rec_type is None or record.length is None:
            self._broken = True
            raise ArchiveLoadFailed("a record lacks what every record has")
        return record

    def read_to_end(self, record: Any = None) -> None:
        """Pass over what is left of the current record."""
        super().read_to_end(record)
        if self.record is not None and getattr(self.record.raw_stream, "limit", 0) > 0:
            self._broken = True
