"""What the global options mean to a command: the workspace, opened on first use."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.services.workspace import Workspace


class Session:
    """The global options of one run."""

    def __init__(self, path: Path, reviewer: str | None) -> None:
        self.path = path
        self.reviewer = reviewer

    @cached_property
    def workspace(self) -> Workspace:
        """The workspace named by `--workspace`.

        Raises:
            WorkspaceError: It is not one, or cannot be opened.
        """
        from workbench.services.inference.sharing import share
        from workbench.services.workspace import Workspace

        workspace = Workspace.open(self.path, reviewer=self.reviewer)
        share(workspace.path)
        return workspace
