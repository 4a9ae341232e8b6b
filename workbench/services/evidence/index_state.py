"""Whether index/ keeps up with claims.db, cheaply: counts and the manifest alone, no index is opened."""

from __future__ import annotations

from workbench.domain.errors import IndexProblemError
from workbench.index.manifest import MANIFEST, read_manifest
from workbench.services.workspace import Workspace
from workbench.store.sources import counts, passages_stamp


def index_state(workspace: Workspace) -> str:
    """ "index current", "index behind: 12 passages", "index stale", "index damaged", "no index"; "" for nothing to do.

    Equal counts are taken for current: `workbench doctor` looks closer.
    """
    _, live = counts(workspace.database)
    try:
        manifest = read_manifest(workspace.index_path)
    except IndexProblemError:
        return "index damaged"
    if manifest is None:
        return "no index" if live else ""
    if not manifest.counts_words_as_we_do:
        return "index stale"
    behind = abs(live - manifest.count)
    if not behind:
        return "index current"
    return f"index behind: {behind:,} passage{'' if behind == 1 else 's'}"


def index_stamp(workspace: Workspace) -> tuple[int, ...]:
    """Other whenever `index_state` may be: to be asked each second, where counting a million passages is not."""
    manifest = workspace.index_path / MANIFEST
    return *passages_stamp(workspace.database), manifest.stat().st_mtime_ns if manifest.exists() else 0
