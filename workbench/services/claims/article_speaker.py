"""Who speaks in a whole article, said by a person: a speech or a post whose author its text does not name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.domain.articles import Attribution, ClaimFilter, ReviewStatus
from workbench.domain.errors import BadInputError
from workbench.services.claims.claim_editing import by_person
from workbench.services.review.judging import new_act
from workbench.services.workspace import Workspace
from workbench.store.articles import article as read_article
from workbench.store.claims import ClaimPatch, claims, update_many
from workbench.store.verdicts import refresh_many


@dataclass(frozen=True, slots=True)
class SpeakerSet:
    """How many claims have the speaker now, and how many were left: they name another one, or are published."""

    changed: int
    named: int
    published: int


def set_article_speaker(
    workspace: Workspace, article_id: int, speaker: str, claim_ids: Sequence[int] = ()
) -> SpeakerSet:
    """Give the claims of an article that nobody is named for one speaker; one act, taken back as one.

    Args:
        workspace: Where the article is.
        article_id: The article.
        speaker: The name; "" is the outlet's own voice.
        claim_ids: Only these claims, whoever is named for them; none means all that nobody is named for.

    Raises:
        NotFoundError: There is no such article.
        BadInputError: The name is too long, or a claim is not one of the article's.
    """
    name = " ".join(speaker.split()) or None
    if name is not None and len(name) > 200:
        raise BadInputError("a speaker's name may have at most 200 characters; nothing was changed.")
    database = workspace.database
    read_article(database, article_id)
    with database.write() as connection:
        there = claims(database, ClaimFilter(article_id))
        strangers = sorted(set(claim_ids) - {claim.id for claim in there})
        if strangers:
            raise BadInputError(f"claim {strangers[0]} is no claim of article {article_id}; nothing was changed.")
        act = new_act(workspace, "claim.speaker")
        named = published = 0
        patches: dict[int, ClaimPatch] = {}
        for claim in there:
            if claim_ids and claim.id not in claim_ids:
                continue
            if claim.status is ReviewStatus.PUBLISHED:
                published += 1
            elif not claim_ids and claim.speaker is not None and claim.speaker != name:
                named += 1
            elif claim.speaker != name:
                how = Attribution.DIRECT if name else Attribution.OUTLET
                patch = ClaimPatch(speaker=name, speaker_alias=None, attribution=how, attribution_verb=None)
                patches[claim.id] = by_person(patch)
        changed = update_many(connection, patches, act)
        refresh_many(database, changed)
    return SpeakerSet(len(changed), named, published)
