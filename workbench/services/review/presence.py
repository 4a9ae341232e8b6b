"""Who else is here, and the reasons being typed: kept as one goes, so that a crash loses next to nothing."""

from __future__ import annotations

from workbench.services.workspace import Workspace
from workbench.store import drafts as drafts_store
from workbench.store import presence as store
from workbench.store.presence import Presence

BEAT_SECONDS = 3.0
"""How often a session says that it is alive."""
GONE_AFTER_SECONDS = 10.0
"""A session that has been silent for so long is gone."""


def heartbeat(workspace: Workspace, session: str, article_id: int | None = None, claim_id: int | None = None) -> None:
    """Say where this reviewer is working; `session` tells two windows of one reviewer apart.

    Call it when the claim changes and every `BEAT_SECONDS` in between.
    """
    store.beat(workspace.database, workspace.reviewer, session, article_id, claim_id)


def who_else(workspace: Workspace, session: str) -> list[Presence]:
    """The other open sessions (also this reviewer's own other windows), by reviewer."""
    return [
        one
        for one in store.present(workspace.database, within_seconds=GONE_AFTER_SECONDS)
        if one.session != session or one.reviewer != workspace.reviewer
    ]


def everyone(workspace: Workspace) -> list[Presence]:
    """All open sessions, by reviewer."""
    return store.present(workspace.database, within_seconds=GONE_AFTER_SECONDS)


def leave(workspace: Workspace, session: str) -> None:
    """Say that the session has ended, and forget those that ended without saying so."""
    store.leave(workspace.database, workspace.reviewer, session)
    store.forget_stale(workspace.database, older_than_seconds=3600)


def save_draft(workspace: Workspace, claim_id: int, text: str) -> None:
    """Keep the reason typed so far; empty text forgets it. A verdict clears it."""
    drafts_store.save_draft(workspace.database, workspace.reviewer, claim_id, text)


def drafts(workspace: Workspace) -> dict[int, str]:
    """All reasons this reviewer has begun, by claim."""
    return drafts_store.drafts(workspace.database, workspace.reviewer)
