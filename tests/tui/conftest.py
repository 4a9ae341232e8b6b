"""Shuts the machine out: session files and configuration of the test alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.desk import make_workspace


@pytest.fixture(autouse=True)
def own_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the user's own settings is read or written."""
    monkeypatch.setenv("WORKBENCH_STATE", str(tmp_path / "state"))
    (tmp_path / "config.toml").touch()
    monkeypatch.setenv("WORKBENCH_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A workspace with one article."""
    path = tmp_path / "newsroom"
    make_workspace(path).close()
    return path


@pytest.fixture
def full_desk(tmp_path: Path) -> Path:
    """A workspace with three articles."""
    path = tmp_path / "newsroom"
    make_workspace(path, articles=3).close()
    return path
