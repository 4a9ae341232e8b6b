"""A file that comes in parts is whole or not there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.services.record.atomic_files import write_whole


def test_parts_become_one_file(tmp_path: Path) -> None:
    assert write_whole(tmp_path / "a", (part for part in (b"one ", b"two"))) == 7
    assert (tmp_path / "a").read_bytes() == b"one two"
    assert write_whole(tmp_path / "a", b"three") == 5
    assert (tmp_path / "a").read_bytes() == b"three"


def test_parts_that_break_off_leave_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"half"
        raise ValueError("no more")

    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(ValueError, match="no more"):
        write_whole(tmp_path / "a", broken())
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_bytes() == b"old"
