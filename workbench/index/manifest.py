"""manifest.json: what the index was made of, and how a reader tells that it is whole."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from workbench.domain.errors import IndexProblemError
from workbench.domain.searching import WORD_RULES
from workbench.index.array_files import MEND, digest_of, unreadable, write_json

MANIFEST = "manifest.json"
SCHEMA = 2


@cache
def analyzer_in_use() -> str:
    """By which rules words are brought to their stems: our own and those of the installed Snowball stemmers."""
    return f"rules {WORD_RULES}, PyStemmer {version('PyStemmer')}"


@dataclass(frozen=True, slots=True)
class FileMark:
    """How a file looked when the manifest was written.

    A reader that finds the same size and time of change trusts it; any other time makes it read the whole file and
    compare the digest, so a copied index is checked once more at every opening and a changed byte is found.
    """

    bytes: int
    mtime_ns: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The index in use. Paths are relative to its folder."""

    generation: int
    folder: str
    """Where the files of this generation lie."""
    vectors: str
    """Where the vectors of its model lie."""
    rows: int
    """How many rows of the vector file belong to it; later ones are of a reindex that was interrupted."""
    model: str
    model_sha256: str
    model_name: str
    """What the model is loaded by; empty for the bundled one."""
    precision: str
    dimension: int
    factory: str
    """FAISS factory string; "Flat" is exact search on the vector file itself."""
    nprobe: int
    recall_at_10: float
    """Measured against exact search when the index was made; 1 for exact search."""
    count: int
    digest: str
    """Sha256 of the ids and hashes of the passages, in order of their ids."""
    last_id: int
    """Highest passage id when the index was made."""
    built_at: str
    analyzer: str = ""
    """By which rules its words were brought to their stems, see `analyzer_in_use`."""
    metric: str = "inner product of unit vectors"
    files: dict[str, FileMark] = field(default_factory=dict)
    libraries: dict[str, str] = field(default_factory=dict)
    schema: int = SCHEMA

    @property
    def identity(self) -> str:
        """Names this very index: generations are counted from 1 again where an index was made again from nothing."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()

    @property
    def counts_words_as_we_do(self) -> bool:
        """Whether the words of a query are found in it: they have to be stemmed alike."""
        return self.analyzer == analyzer_in_use()


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of an index folder, None when there is no index.

    Raises:
        IndexProblemError: It cannot be read, or is of another version.
    """
    try:
        data: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if data.get("schema") != SCHEMA:
            raise IndexProblemError(
                f"{folder} was made by another version of the workbench (index schema {data.get('schema')}, "
                f"this one reads {SCHEMA}); {MEND}."
            )
        files = {name: FileMark(**mark) for name, mark in data.pop("files").items()}
        return Manifest(**data, files=files)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise unreadable(folder / MANIFEST, error) from error


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Make `manifest` the one in use, in one step."""
    write_json(folder / MANIFEST, asdict(manifest))


def mark(path: Path, length: int | None = None) -> FileMark:
    """How a file looks now; `length` bytes of it when it may grow."""
    status = path.stat()
    size = status.st_size if length is None else length
    return FileMark(size, status.st_mtime_ns, digest_of(path, size))


def check_files(folder: Path, manifest: Manifest, *, read: bool = False) -> None:
    """See that every file is the one the manifest was written for.

    Args:
        folder: The index folder.
        manifest: What it says of its files.
        read: Read also those whose size and time are as they were: a disk errs without telling the time.
    Raises:
        IndexProblemError: One is missing, truncated or changed.
    """
    for name, expected in manifest.files.items():
        path = folder / name
        try:
            status = path.stat()
            if status.st_size < expected.bytes:
                raise IndexProblemError(f"the index file {name} is truncated; {MEND}.")
            if not read and status.st_size == expected.bytes and status.st_mtime_ns == expected.mtime_ns:
                continue
            # Vectors are added to; whatever else is longer would be read to its end.
            grown = status.st_size > expected.bytes and not name.startswith(f"{manifest.vectors}/")
            if grown or digest_of(path, expected.bytes) != expected.sha256:
                raise IndexProblemError(f"the index file {name} is damaged; {MEND}.")
        except FileNotFoundError as error:
            raise IndexProblemError(f"the index file {name} is missing; {MEND}.") from error
        except OSError as error:
            raise unreadable(name, error) from error
