"""Who reviews in this workspace."""

from __future__ import annotations

from dataclasses import replace

from workbench.domain.errors import BadInputError
from workbench.domain.permissions import role_of
from workbench.services.workspace import Workspace, known_name, reviewer_name
from workbench.store.permissions import given_roles
from workbench.store.reviewers import ReviewerSummary, add_person, reviewers


def list_reviewers(workspace: Workspace) -> list[ReviewerSummary]:
    """Everyone who changed something or was added, by name, with how much they judged and the role they have."""
    given = given_roles(workspace.database)
    return [replace(one, role=role_of(given, one.name) or "") for one in reviewers(workspace.database)]


def add_reviewer(workspace: Workspace, name: str) -> bool:
    """Make a reviewer known before their first act; False when they are known already.

    Raises:
        BadInputError: The name cannot be used, or differs from a known one by capital letters alone.
    """
    wanted = reviewer_name(name)
    known = known_name(workspace.database, wanted)
    if known != wanted:
        raise BadInputError(f"{known} is known already: names that differ in capitals alone are one person.")
    with workspace.database.write() as connection:
        return add_person(connection, wanted, by=workspace.reviewer)
