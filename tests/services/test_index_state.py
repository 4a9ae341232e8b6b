"""Whether the index keeps up, told from counts alone."""

from __future__ import annotations

from pathlib import Path

from tests.tui.desk import make_workspace
from workbench.services.index_state import index_state
from workbench.services.workspace import Workspace


def test_it_is_told_in_words(tmp_path: Path) -> None:
    """Nothing to index, no index yet, damaged."""
    with Workspace.create(tmp_path / "empty", reviewer="ann") as workspace:
        assert index_state(workspace) == ""
    with make_workspace(tmp_path / "newsroom") as workspace:
        assert index_state(workspace) == "no index"
        workspace.index_path.mkdir(exist_ok=True)
        (workspace.index_path / "manifest.json").write_text('{"schema": 0}', encoding="utf-8")
        assert index_state(workspace) == "index damaged"
