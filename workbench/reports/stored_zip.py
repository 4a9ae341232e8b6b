"""ZIP files whose every byte follows from names and contents: not compressed, without times, comments, extra fields.

Whoever holds such a file can tell that no byte of it was changed, also of those that no checksum of ZIP covers.
Only what is needed is written: fewer than 65,536 files, less than 4 GB (PKWARE APPNOTE 6.3.10, sections 4.3 to 4.4).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping

from workbench.domain.errors import BadInputError

OLDEST_DAY = (1980, 1, 1, 0, 0, 0)
"""The time that every file has: the oldest there is."""
_DOS_DAY = (0 << 9) | (1 << 5) | 1
_UTF8 = 0x0800
_LARGEST = 0xFFFF_FFFF
_MOST = 0xFFFF
_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"


def stored(files: Mapping[str, bytes]) -> Iterator[bytes]:
    """The bytes of the ZIP file, piece by piece, files in the order given.

    Raises:
        BadInputError: They are too many or too large for it.
    """
    if len(files) >= _MOST or sum(len(content) + 2 * len(name) + 100 for name, content in files.items()) >= _LARGEST:
        raise BadInputError("this is more than one bundle holds (4 GB); export article by article with --article.")
    place = 0
    directory = b""
    for name, content in files.items():
        encoded = name.encode()
        common = struct.pack(
            "<HHHHHIIIHH",
            20, _UTF8, 0, 0, _DOS_DAY, zlib.crc32(content), len(content), len(content), len(encoded), 0,
        )  # fmt: skip
        yield _LOCAL + common + encoded
        yield content
        directory += _CENTRAL + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, place) + encoded
        place += len(_LOCAL) + len(common) + len(encoded) + len(content)
    yield directory
    yield _END + struct.pack("<HHHHIIH", 0, 0, len(files), len(files), len(directory), place, 0)
