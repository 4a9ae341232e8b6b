"""Telling whether a file changed since it was read."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Fingerprint:
    """Size, time of change and digest of a file; the digest is made when it is first asked for."""

    path: Path
    size: int
    mtime_ns: int
    _sha256: str | None = field(default=None, repr=False, compare=False)

    @property
    def sha256(self) -> str:
        """Digest of the file's bytes, read in pieces.

        Raises:
            OSError: The file cannot be read.
        """
        if self._sha256 is None:
            with self.path.open("rb") as file:
                self._sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        return self._sha256


def fingerprint(path: Path | str) -> Fingerprint:
    """Look at a file without reading it.

    Raises:
        OSError: There is no such file, or it may not be looked at.
    """
    path = Path(path)
    status = os.stat(path)  # noqa: PTH116 - one call gives both
    return Fingerprint(path, status.st_size, status.st_mtime_ns)
