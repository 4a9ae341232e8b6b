"""Media that is itself the claim: a picture, recording or video, and what was found of it (schema.org/MediaReview)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class MediaKind(StrEnum):
    """What sort of media it is."""

    IMAGE = "image"
    VIDEO = "video"
    AUDIO = "audio"


class Authenticity(StrEnum):
    """How genuine media is as it was shown (schema.org's MediaManipulationRatingEnumeration)."""

    ORIGINAL = "original"
    DECONTEXTUALIZED = "decontextualized"
    """Genuine, but shown as something it is not: another day, place or person."""
    EDITED = "edited"
    """Edited or cropped so that it misleads."""
    STAGED = "staged"
    TRANSFORMED = "transformed"
    """Parts were added, removed or made up."""
    SATIRE = "satire"


@dataclass(frozen=True, slots=True)
class ReviewedMedia:
    """Media that a claim consists of. `url` is where it was shown; `original_url` an original of it, "" where unknown.

    `context` says in a line where the media is really from.
    """

    url: str
    kind: MediaKind
    authenticity: Authenticity
    original_url: str = ""
    context: str = ""
