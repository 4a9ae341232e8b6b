"""Parts of a ZIP container, unpacked piece by piece: what it claims of their sizes is compared with what comes out."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from copy import copy

CHUNK = 1 << 16


def pieces(container: zipfile.ZipFile, part: str | zipfile.ZipInfo) -> Iterator[bytes]:
    """The bytes of a part, never more than a piece of them at a time.

    `ZipFile.read` unpacks all that was packed before it cuts that to the size claimed, and of what bzip2 and LZMA
    packed a few bytes become gigabytes in one step; neither is done here.

    Raises:
        zipfile.BadZipFile: It is damaged, or holds more or fewer bytes than it claims.
        NotImplementedError: It is packed by a method that is not read.
        KeyError: There is no such part.
        RuntimeError: It is locked with a password.
    """
    known = container.getinfo(part) if isinstance(part, str) else part
    if known.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise NotImplementedError("packed by a method that is not read")
    open_ended = copy(known)
    open_ended.file_size += 1  # else zipfile stops at the size claimed, whatever follows
    size = 0
    with container.open(open_ended) as file:
        while piece := file.read(CHUNK):
            size += len(piece)
            if size > known.file_size:
                break
            yield piece
    if size != known.file_size:
        raise zipfile.BadZipFile("a part is not as large as it claims")
