"""A file that comes in parts is whole or not there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.domain.errors import BadInputError
from workbench.services.record.atomic_files import check_reachable, write_whole
from workbench.services.record.backup import backup
from workbench.services.workspace import Workspace


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


@pytest.mark.parametrize(
    "name",
    ["claims.db", "claims.db-wal", "claims.before-restore-1.db", "proposals.jsonl", "index/manifest.json", "old.db"],
)
def test_nothing_is_written_over_a_workspace_or_a_backup(tmp_path: Path, name: str) -> None:
    with Workspace.create(tmp_path / "w", reviewer="Ann") as workspace:
        backup(workspace, tmp_path / "w" / "old.db")
        path = tmp_path / "w" / name
        path.touch()
        before = path.read_bytes()
        link = tmp_path / "link"
        link.symlink_to(path)
        for target in (path, link):
            for call in (lambda to: write_whole(to, b"rows"), check_reachable):
                with pytest.raises(BadInputError, match="name another file"):
                    call(target)
            if name != "old.db":
                with pytest.raises(BadInputError, match="name another file"):
                    backup(workspace, target, force=True)
        assert path.read_bytes() == before
    write_whole(tmp_path / "claims.db-notes.csv", b"rows")
    (tmp_path / "index").mkdir()
    write_whole(tmp_path / "index" / "manifest.json", b"rows")
