"""Media that is the claim: which picture, recording or video it is, and how genuine (MediaReview in exports)."""

from __future__ import annotations

import json

from workbench.domain.articles import ReviewStatus
from workbench.domain.codec import decode, to_json
from workbench.domain.errors import BadInputError, LockedError
from workbench.domain.media import ReviewedMedia
from workbench.reports.harmless import web_address
from workbench.services.review.blind import blind, visible_claim
from workbench.services.workspace import Workspace

PREFIX = "media:"
"""What the settings that hold it begin with; the claim's id follows."""
LONGEST_CONTEXT = 500


def media_of(settings: dict[str, str]) -> dict[str, ReviewedMedia]:
    """The media known of claims, by the claim's id in digits, from all settings; what is not one is left out."""
    found = {}
    for key, value in settings.items():
        number = key.removeprefix(PREFIX)
        if key.startswith(PREFIX) and number.isascii() and number.isdigit():
            try:
                found[number] = decode(ReviewedMedia, json.loads(value))
            except (ValueError, KeyError, TypeError, AttributeError):  # written by another program
                continue
    return found


def stored(media: dict[str, ReviewedMedia]) -> dict[str, str]:
    """The settings that hold the media of claims."""
    return {PREFIX + number: to_json(one) for number, one in media.items()}


def show_media(workspace: Workspace, claim_id: int) -> ReviewedMedia | None:
    """The media that a claim consists of; None while it is not one, or while this reviewer judges the claim blind.

    Raises:
        NotFoundError: There is no such claim.
    """
    visible_claim(workspace, claim_id)
    return None if blind(workspace, claim_id) else media_of(workspace.settings()).get(str(claim_id))


def set_media(workspace: Workspace, claim_id: int, media: ReviewedMedia | None) -> None:
    """Say that a claim consists of media, or with None that it does not. Undo takes it back.

    Raises:
        NotFoundError: There is no such claim.
        LockedError: The claim is published, or waits for this reviewer's blind second opinion.
        BadInputError: An address is not one, or the context is not one line.
    """
    claim = visible_claim(workspace, claim_id)
    if claim.status is ReviewStatus.PUBLISHED:
        raise LockedError(f"claim {claim_id} is published, and what is said of its media with it.")
    if blind(workspace, claim_id):
        raise LockedError(f"claim {claim_id} waits for your second opinion; rate it before you say what its media is.")
    if media is None:
        workspace.set_setting(f"{PREFIX}{claim_id}", None)
        return
    for address in (media.url, media.original_url):
        if (address or address is media.url) and web_address(address) is None:
            raise BadInputError(f"{address!r} is no web address; give one that begins with https:// or http://.")
    if media.context and (not media.context.isprintable() or len(media.context) > LONGEST_CONTEXT):
        raise BadInputError(f"the context must be one line of at most {LONGEST_CONTEXT} printable characters.")
    workspace.set_setting(f"{PREFIX}{claim_id}", to_json(media))
