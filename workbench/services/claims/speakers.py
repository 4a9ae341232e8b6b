"""Who made the claims, and the page that tells them from others of the name (`sameAs` in ClaimReview)."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.errors import BadInputError, NotFoundError
from workbench.reports.harmless import web_address
from workbench.services.workspace import Workspace
from workbench.store.claims import speakers as read_speakers

PREFIX = "same_as:"
"""What the settings that hold such a page begin with; the speaker's name follows."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone whom claims are attributed to; `same_as` is "" where no page is known."""

    name: str
    claims: int
    same_as: str


def pages(settings: dict[str, str]) -> dict[str, str]:
    """The pages known of speakers, by name, from all settings of a workspace."""
    return {key.removeprefix(PREFIX): value for key, value in settings.items() if key.startswith(PREFIX)}


def list_speakers(workspace: Workspace) -> list[Speaker]:
    """The speakers of all claims, those with most claims first."""
    known = {name.casefold(): url for name, url in pages(workspace.settings()).items()}
    counted = read_speakers(workspace.database)
    return [Speaker(name, claims, known.get(name.casefold(), "")) for name, claims in counted]


def set_page(workspace: Workspace, name: str, url: str | None) -> Speaker:
    """Say which page is about a speaker; None forgets it. Undo takes it back.

    Raises:
        NotFoundError: No claim is attributed to somebody of this name.
        BadInputError: It is no absolute http or https address.
    """
    found = next((one for one in list_speakers(workspace) if one.name.casefold() == name.strip().casefold()), None)
    if found is None:
        raise NotFoundError(f"no claim has the speaker {name!r}; `workbench claim speakers` lists the ones there are.")
    if url is not None and web_address(url) is None:
        raise BadInputError(f"{url!r} is no web address; give one that begins with https:// or http://.")
    for known in pages(workspace.settings()):
        if known.casefold() == found.name.casefold() and (url is None or known != found.name):
            workspace.set_setting(PREFIX + known, None)
    if url is not None:
        workspace.set_setting(PREFIX + found.name, url)
    return Speaker(found.name, found.claims, url or "")
