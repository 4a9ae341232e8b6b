"""Zip-based documents (DOCX, XLSX) without a trace of when they were written."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime

_DATES = re.compile(rb"(<dcterms:(created|modified)[^>]{0,200}>)[^<]{0,200}(</dcterms:\2>)")


Filling = Callable[[bytes], Iterable[bytes]]


def fixed(content: bytes, moment: datetime, filled: Mapping[str, Filling] | None = None) -> bytes:
    """The same package, its parts in order and every time in it set to `moment`.

    Args:
        content: The package as a library wrote it.
        moment: The time that everything in it bears.
        filled: For the name of a part what is made of it, piece by piece.
    """
    stamp = moment.astimezone(UTC)
    when = (stamp.year, stamp.month, stamp.day, stamp.hour, stamp.minute, stamp.second)
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, when)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            if filled and name in filled:
                with new.open(entry, "w", force_zip64=True) as copy:
                    for piece in filled[name](old.read(name)):
                        copy.write(piece)
                continue
            if name != "docProps/core.xml":
                entry.file_size = old.getinfo(name).file_size  # or the head would be written for any size
                with old.open(name) as part, new.open(entry, "w") as copy:
                    shutil.copyfileobj(part, copy)
                continue
            dates = _DATES.sub(rb"\g<1>" + f"{stamp:%Y-%m-%dT%H:%M:%SZ}".encode() + rb"\g<3>", old.read(name))
            new.writestr(entry, dates)
    return packed.getvalue()
