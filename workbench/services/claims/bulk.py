"""Many claims corrected at once: one act, which undo takes back as a whole, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.domain.articles import Claim, ReviewStatus
from workbench.services.claims.claim_editing import by_person, speaker_name, speaker_patch
from workbench.services.review.judging import new_act
from workbench.services.workspace import Workspace
from workbench.store import claims as store
from workbench.store.verdicts import refresh_many


@dataclass(frozen=True, slots=True)
class Corrected:
    """How many claims were changed, and how many were left: published, or so already."""

    changed: int
    left: int


def drop_claims(workspace: Workspace, claims: Mapping[int, int | None]) -> Corrected:
    """Take claims out of the lists; published ones stay.

    Args:
        workspace: The open workspace.
        claims: The version of each claim that was read, by its id; None drops it as it stands.

    Raises:
        NotFoundError: One of them does not exist; nothing was changed.
        ConflictError: One of them was changed after it was read; nothing was changed.
    """
    database = workspace.database
    with database.write() as connection:
        act = new_act(workspace, "claim.remove")
        open_ones = _not_published(workspace, claims)
        store.drop_many(connection, {claim.id: claims[claim.id] for claim in open_ones}, act)
    return Corrected(len(open_ones), len(claims) - len(open_ones))


def set_speakers(workspace: Workspace, claims: Mapping[int, int | None], speaker: str | None) -> Corrected:
    """Say who made some claims; None is the outlet's own voice. Published ones stay as they are.

    Args:
        workspace: The open workspace.
        claims: The version of each claim that was read, by its id; None changes it as it stands.
        speaker: The name.

    Raises:
        BadInputError: The name is too long.
        NotFoundError, ConflictError: As for `drop_claims`.
    """
    name = speaker_name(speaker)
    database = workspace.database
    with database.write() as connection:
        act = new_act(workspace, "claim.speaker")
        open_ones = _not_published(workspace, claims)
        patches = {claim.id: by_person(speaker_patch(claim, name)) for claim in open_ones}
        changed = store.update_many(connection, patches, act, versions=claims)
        refresh_many(database, changed)
    return Corrected(len(changed), len(claims) - len(changed))


def _not_published(workspace: Workspace, claims: Mapping[int, int | None]) -> list[Claim]:
    found = store.claims_named(workspace.database, claims)
    return [claim for claim in found if claim.status is not ReviewStatus.PUBLISHED]
