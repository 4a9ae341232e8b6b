"""Whether the index keeps up, told from counts alone."""

from __future__ import annotations

from pathlib import Path

from tests.tui.desk import make_workspace
from workbench.domain.evidence import EvidenceState
from workbench.services.evidence.decisions import add_link, decide
from workbench.services.evidence.index_state import index_stamp, index_state
from workbench.services.record.history import undo
from workbench.services.workspace import Workspace
from workbench.store.sources import remove_source


def test_it_is_told_in_words(tmp_path: Path) -> None:
    """Nothing to index, no index yet, damaged."""
    with Workspace.create(tmp_path / "empty", reviewer="ann") as workspace:
        assert index_state(workspace) == ""
    with make_workspace(tmp_path / "newsroom") as workspace:
        assert index_state(workspace) == "no index"
        workspace.index_path.mkdir(exist_ok=True)
        (workspace.index_path / "manifest.json").write_text('{"schema": 0}', encoding="utf-8")
        assert index_state(workspace) == "index damaged"


def test_the_stamp_changes_with_the_passages_and_the_index_alone(tmp_path: Path) -> None:
    """Sources that come, go and come back, and another manifest; a verdict costs no counting."""
    with make_workspace(tmp_path / "newsroom") as workspace:
        seen = [index_stamp(workspace)]
        decide(workspace, 3, 1, EvidenceState.ACCEPTED)
        assert index_stamp(workspace) == seen[0]
        remove_source(workspace.database, "notice", reviewer="ann")
        seen.append(index_stamp(workspace))
        undo(workspace)
        assert index_stamp(workspace) == seen[0]
        add_link(workspace, 3, "https://example.org/more", "One more passage.")
        seen.append(index_stamp(workspace))
        workspace.index_path.mkdir(exist_ok=True)
        (workspace.index_path / "manifest.json").write_text("{}", encoding="utf-8")
        seen.append(index_stamp(workspace))
        assert len(set(seen)) == len(seen)
