"""The wording that a verdict was given on, where the claim has another one by now."""

from __future__ import annotations

from textwrap import shorten

from workbench.domain.articles import Claim
from workbench.services.review.blind import blind
from workbench.services.workspace import Workspace
from workbench.store.verdicts import review_state

_SHOWN = 120
"""Letters of a wording that are told."""


def rated_otherwise(workspace: Workspace, claim: Claim) -> str:
    """That a claim's verdict was given on another wording than it has; "" where it was not.

    A rating that is to be judged blind is not given away, and that there is one is known.
    """
    stands = review_state(workspace.database, claim.id).standing
    if stands is None or stands.claim_text == claim.text:
        return ""
    if blind(workspace, claim.id):
        return f"claim {claim.id}: a verdict was given on another wording; it is not published before it is given again"
    before = shorten(stands.claim_text, _SHOWN, placeholder=" …")
    return (
        f"claim {claim.id} was rated {stands.rating} by {stands.reviewer} on another wording (“{before}”), and is not "
        "published before it is rated again or has that wording back"
    )
