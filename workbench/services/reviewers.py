"""Who reviews in this workspace."""

from __future__ import annotations

from workbench.domain.errors import BadInputError
from workbench.domain.standing import same_person
from workbench.services.workspace import Workspace, reviewer_name
from workbench.store.reviewers import ReviewerSummary, remember_reviewer, reviewers


def list_reviewers(workspace: Workspace) -> list[ReviewerSummary]:
    """Everyone who changed something or was added, by name, with how much they judged."""
    return reviewers(workspace.database)


def add_reviewer(workspace: Workspace, name: str) -> bool:
    """Make a reviewer known before their first act; False when they are known already.

    Raises:
        BadInputError: The name cannot be used, or differs from a known one by capital letters alone.
    """
    wanted = reviewer_name(name)
    for known in reviewers(workspace.database):
        if known.name != wanted and same_person(known.name, wanted):
            raise BadInputError(f"{known.name} is known already: names that differ in capitals alone are one person.")
    with workspace.database.write() as connection:
        return remember_reviewer(connection, wanted)
