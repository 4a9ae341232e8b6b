"""Zip-based documents (DOCX, XLSX) without a trace of when they were written."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from datetime import UTC, datetime

_DATES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")


def fixed(content: bytes, moment: datetime) -> bytes:
    """The same package, its parts in order and every time in it set to `moment`."""
    stamp = moment.astimezone(UTC)
    when = (stamp.year, stamp.month, stamp.day, stamp.hour, stamp.minute, stamp.second)
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, when)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            if name != "docProps/core.xml":
                entry.file_size = old.getinfo(name).file_size  # or the head would be written for any size
                with old.open(name) as part, new.open(entry, "w") as copy:
                    shutil.copyfileobj(part, copy)
                continue
            dates = _DATES.sub(rb"\g<1>" + f"{stamp:%Y-%m-%dT%H:%M:%SZ}".encode() + rb"\g<3>", old.read(name))
            new.writestr(entry, dates)
    return packed.getvalue()
