"""What a killed process left half made beside its place goes when the next one makes something there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from workbench.system import locks
from workbench.system.making_folders import making_folder
from workbench.system.whole_files import write_file

LEFT = ".workbench-0123456789abcdef"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_half_written_report_goes_when_the_next_one_is_written(tmp_path: Path) -> None:
    for name in (LEFT, f"{LEFT}.db", ".workbench-copies", ".workbench-notes", "report.html"):
        (tmp_path / name).write_text("words", encoding="utf-8")
    (tmp_path / ".workbench-fedcba9876543210").symlink_to(tmp_path / "report.html")
    write_file(tmp_path / "new.html", [b"new"])
    assert names(tmp_path) == [f"{LEFT}.db", ".workbench-copies", ".workbench-fedcba9876543210", ".workbench-notes",
                               "new.html", "report.html"]  # fmt: skip


def test_one_that_is_being_written_stays(tmp_path: Path) -> None:
    (tmp_path / LEFT).write_text("words", encoding="utf-8")
    handle = os.open(tmp_path / LEFT, os.O_RDONLY)
    locks.lock(handle)
    write_file(tmp_path / "new.html", [b"new"])
    assert names(tmp_path) == [LEFT, "new.html"]
    os.close(handle)
    write_file(tmp_path / "new.html", [b"newer"])
    assert names(tmp_path) == ["new.html"]


def test_a_folder_that_somebody_was_killed_over_goes_and_one_in_use_stays(tmp_path: Path) -> None:
    (tmp_path / ".adding-dead" / "made").mkdir(parents=True)
    with making_folder(tmp_path, ".adding-") as first:
        (first / "weights").write_bytes(b"0")
        with making_folder(tmp_path, ".adding-") as second:
            assert first.is_dir()
            assert second != first
        assert names(tmp_path) == [first.parent.name]
        first.rename(tmp_path / "model")
    assert names(tmp_path) == ["model"]


def test_nothing_is_left_of_what_was_given_up(tmp_path: Path) -> None:
    def give_up() -> None:
        with making_folder(tmp_path, ".making-") as folder:
            (folder / "claims.db").touch()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        give_up()
    assert names(tmp_path) == []
