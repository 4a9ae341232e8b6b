"""A claim as a row: the same columns wherever claims are listed."""

from __future__ import annotations

from typing import Any

from workbench.domain.articles import Claim

CLAIM_COLUMNS = (
    "id",
    "article_id",
    "start",
    "end",
    "quote",
    "text",
    "kinds",
    "speaker",
    "checkworthiness",
    "reasons",
    "status",
    "rating",
    "time",
)
BRIEF_COLUMNS = ("id", "text", "kinds", "speaker", "checkworthiness", "status", "rating")
"""What fits a terminal; `--format json` and the others carry every column."""


def claim_row(claim: Claim) -> dict[str, Any]:
    """The columns of `claim list`, plus where the claim came from."""
    return {
        "id": claim.id,
        "article_id": claim.article_id,
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "text": claim.text,
        "kinds": [kind.value for kind in claim.kinds],
        "speaker": claim.speaker,
        "checkworthiness": claim.checkworthiness,
        "reasons": list(claim.reasons),
        "status": claim.status.value,
        "rating": claim.rating,
        "time": claim.anchor.time or None,
        "media_start": claim.anchor.media_start,
        "media_end": claim.anchor.media_end,
        "origin": claim.origin.value,
        "duplicate_of": claim.duplicate_of,
        "version": claim.version,
    }
