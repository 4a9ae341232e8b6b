"""Vectors by the hash of what was encoded: the same text is never encoded twice.

A folder holds `vectors.i16` (rows of little-endian int16, 32,767 standing for 1), `hashes.bin` (32 bytes a row) and
`blocks.jsonl` (one line a finished block, with the digests of its bytes in both). All three only ever grow, so a reader
that has them mapped is never disturbed; a block counts once its line is on the disk.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from workbench.index.array_files import explained, map_array

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.domain.ports import Vectors

    Stored = NDArray[np.int16]

HASH_BYTES = 32
WIDTH = 2
"""Bytes of one component."""

VECTORS, HASHES, BLOCKS = "vectors.i16", "hashes.bin", "blocks.jsonl"

ONE = 32_767
"""What stands for 1 in the file. No component of a unit vector is larger, and rounding moves an inner product of two
by a hundred-thousandth: half the size of float32 for nothing that a ranking could show."""


def stored(vectors: Vectors) -> Stored:
    """Unit vectors as they stand in the file."""
    found: Stored = np.rint(vectors * np.float32(ONE)).astype("<i2")
    return found


def restored(rows: Stored) -> Vectors:
    """Rows of the file as float32 vectors, in memory of their own."""
    found: Vectors = rows.astype(np.float32)
    found *= np.float32(1 / ONE)
    return found


@dataclass(frozen=True, slots=True)
class _Block:
    first: int
    count: int
    vectors: str
    hashes: str


class VectorStore:
    """The vectors of one model. Only the holder of the index lock may append."""

    def __init__(self, folder: Path, dimension: int) -> None:
        self.folder = folder
        self.dimension = dimension
        self._blocks = self._read_blocks()
        self._keys: NDArray[np.uint64] | None = None
        self._order: NDArray[np.int64] | None = None
        self._damaged: NDArray[np.int64] = np.empty(0, dtype=np.int64)

    @property
    def count(self) -> int:
        """Rows in finished blocks, whether or not they are whole."""
        return self._blocks[-1].first + self._blocks[-1].count if self._blocks else 0

    def vectors(self) -> Stored:
        """All rows as they stand in the file, shape (count, dimension), mapped from the disk and read-only."""
        rows: Stored = map_array(self.folder / VECTORS, np.int16, self.count * self.dimension)
        return rows.reshape(self.count, self.dimension)

    def lookup(self, hashes: NDArray[np.uint8]) -> NDArray[np.int64]:
        """The row of each hash, -1 without one.

        Args:
            hashes: Shape (n, 32), the digests as bytes.
        """
        if len(hashes) == 0 or self.count == 0:
            return np.full(len(hashes), -1, dtype=np.int64)
        known = map_array(self.folder / HASHES, np.uint8, self.count * HASH_BYTES).reshape(-1, HASH_BYTES)
        if self._keys is None or self._order is None:
            keys = np.ascontiguousarray(known[:, :8]).view("<u8").ravel()
            self._order = np.argsort(keys, kind="stable")
            self._keys = keys[self._order]
        wanted = np.ascontiguousarray(hashes[:, :8]).view("<u8").ravel()
        # The last of equal keys: a row appended again replaces one whose block was damaged.
        at = np.searchsorted(self._keys, wanted, side="right") - 1
        rows = self._order[np.maximum(at, 0)]
        found = (at >= 0) & (known[rows] == hashes).all(axis=1)
        if len(self._damaged):
            found &= ~np.isin(rows, self._damaged)
        return np.where(found, rows, -1)

    def append(self, hashes: NDArray[np.uint8], vectors: Vectors) -> None:
        """Add a block of rows; once this returns they survive a crash.

        Raises:
            IndexProblemError: The disk is full or the folder cannot be written.
            ValueError: The shapes do not belong to this store, or a row is not of unit length.
        """
        if vectors.shape != (len(hashes), self.dimension) or hashes.shape[1:] != (HASH_BYTES,):
            raise ValueError(f"a block of {hashes.shape} hashes and {vectors.shape} vectors does not fit this store")
        if len(vectors) and not np.allclose(np.einsum("ij,ij->i", vectors, vectors), 1, atol=1e-3):
            raise ValueError("the vectors are not of unit length")
        raw = np.ascontiguousarray(stored(vectors)).tobytes()
        names = np.ascontiguousarray(hashes, dtype=np.uint8).tobytes()
        first = self.count
        with explained(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            _write_at(self.folder / VECTORS, first * self.dimension * WIDTH, raw)
            _write_at(self.folder / HASHES, first * HASH_BYTES, names)
            block = _Block(first, len(hashes), _digest(raw), _digest(names))
            line = {"first": first, "count": block.count, "vectors": block.vectors, "hashes": block.hashes}
            self._append_line(json.dumps(line).encode() + b"\n")
        self._blocks.append(block)
        self._keys = self._order = None

    def check(self) -> int:
        """Read every byte and set aside the rows of blocks that are not as they were written; gives how many.

        Rows set aside are not found by `lookup`, so their texts are encoded and appended again.
        """
        bad = [
            np.arange(block.first, block.first + block.count, dtype=np.int64)
            for block in self._blocks
            if not self._is_whole(block)
        ]
        self._damaged = np.concatenate(bad) if bad else np.empty(0, dtype=np.int64)
        return len(self._damaged)

    def _is_whole(self, block: _Block) -> bool:
        for name, width, digest in (
            (VECTORS, self.dimension * WIDTH, block.vectors),
            (HASHES, HASH_BYTES, block.hashes),
        ):
            with (self.folder / name).open("rb") as file:
                file.seek(block.first * width)
                if _digest(file.read(block.count * width)) != digest:
                    return False
        return True

    def _read_blocks(self) -> list[_Block]:
        """The finished blocks that the files are long enough for; a torn last line ends the list."""
        blocks: list[_Block] = []
        try:
            room = min(
                (self.folder / VECTORS).stat().st_size // (WIDTH * self.dimension),
                (self.folder / HASHES).stat().st_size // HASH_BYTES,
            )
            lines = (self.folder / BLOCKS).read_bytes().split(b"\n")[:-1]
        except OSError:
            return blocks
        next_row = 0
        for line in lines:
            try:
                block = _Block(**json.loads(line))
                fits = block.first == next_row and block.count > 0 and block.first + block.count <= room
            except (ValueError, TypeError):
                break
            if not fits:
                break
            blocks.append(block)
            next_row += block.count
        return blocks

    def _append_line(self, line: bytes) -> None:
        """Add a line after the last one that counts, cutting off what a crash left half written."""
        path = self.folder / BLOCKS
        kept = b"".join(path.read_bytes().splitlines(keepends=True)[: len(self._blocks)]) if path.exists() else b""
        _write_at(path, len(kept), line)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _write_at(path: Path, offset: int, content: bytes) -> None:
    """Write at an offset, end the file there, and see that it is on the disk."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT, 0o666)
    try:
        left = memoryview(content)
        os.lseek(handle, offset, os.SEEK_SET)
        while left:
            left = left[os.write(handle, left) :]
        os.ftruncate(handle, offset + len(content))
        os.fsync(handle)
    finally:
        os.close(handle)
