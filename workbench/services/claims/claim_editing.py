"""One claim corrected: its wording, its edges, its kinds, its speaker. Every correction can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from workbench.domain.articles import Article, Attribution, Claim, Kind, Origin, ReviewStatus
from workbench.domain.errors import BadInputError, LockedError
from workbench.domain.visible_text import shows_something
from workbench.services.claims.claim_wording import (
    checked_span,
    covering,
    known_repairs,
    word_edges,
    worded_by_hand,
)
from workbench.services.review.blind import visible_claim
from workbench.services.review.judging import new_act
from workbench.services.workspace import Workspace
from workbench.store import claims as store
from workbench.store.articles import article as read_article
from workbench.store.claims import ClaimPatch
from workbench.store.database import Database
from workbench.store.verdicts import refresh

Edge = Literal["start", "end"]


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """Corrections of a claim that are made together; None, 0 and empty mean: leave as it is.

    `start` and `end` are code points of the article, `move_start` and `move_end` count words. A speaker "" is the
    outlet itself.
    """

    text: str | None = None
    start: int | None = None
    end: int | None = None
    move_start: int = 0
    move_end: int = 0
    kinds: tuple[Kind, ...] = ()
    speaker: str | None = None
    attribution: Attribution | None = None


def edit(workspace: Workspace, claim_id: int, change: ClaimChange, *, version: int | None = None) -> Claim:
    """Make several corrections: all of them or, when one cannot be made, none. Each is an act of its own for undo.

    Raises:
        BadInputError, ConflictError, LockedError: As for the single corrections.
    """
    with workspace.database.write():
        claim = store.claim(workspace.database, claim_id)
        if version is not None and version != claim.version:
            # Any single correction tells the conflict; the wording shows best what both sides mean.
            return edit_wording(workspace, claim_id, change.text or claim.text, version=version)
        if change.start is not None or change.end is not None:
            start = claim.start if change.start is None else change.start
            claim = move_edges(workspace, claim_id, start, claim.end if change.end is None else change.end)
        moves: tuple[tuple[Edge, int], ...] = (("start", change.move_start), ("end", change.move_end))
        for edge, words in moves:
            if words:
                claim = move_edge_by_word(workspace, claim_id, edge, words)
        if change.text is not None:
            claim = edit_wording(workspace, claim_id, change.text)
        if change.kinds:
            claim = set_kinds(workspace, claim_id, change.kinds)
        if change.speaker is not None:
            claim = set_speaker(workspace, claim_id, change.speaker, attribution=change.attribution)
        return claim


def edit_wording(workspace: Workspace, claim_id: int, text: str, *, version: int | None = None) -> Claim:
    """Give a claim another standalone wording.

    Raises:
        BadInputError: The wording is empty, or longer than 2,000 characters.
        ConflictError: The claim was changed after `version` was read.
        LockedError: The claim is published.
    """
    wording = " ".join(text.split())
    if not shows_something(wording):
        raise BadInputError("a claim needs a wording; nothing was changed.")
    if len(wording) > 2000:
        raise BadInputError("a claim's wording may have at most 2,000 characters; nothing was changed.")
    return correct(workspace, claim_id, "claim.edit", version, lambda article, claim: ClaimPatch(text=wording))


def move_edges(workspace: Workspace, claim_id: int, start: int, end: int, *, version: int | None = None) -> Claim:
    """Let a claim cover other words of its article (code points, end excluded; spaces at the edges are left out).

    Its quote, quantities and times are read again. The wording follows unless a person wrote it.

    Raises:
        BadInputError: The span holds no words, or another claim covers exactly these.
        ConflictError: The claim was changed after `version` was read.
        LockedError: The claim is published.
    """

    def patch(article: Article, claim: Claim) -> ClaimPatch:
        span = checked_span(workspace.database, article, start, end, besides=(claim.id,))
        moved = covering(article, *span, known_repairs(workspace.database, claim))
        return replace(moved, text=claim.text) if worded_by_hand(workspace.database, article, claim) else moved

    return correct(workspace, claim_id, "claim.move", version, patch)


def move_edge_by_word(
    workspace: Workspace, claim_id: int, edge: Edge, words: int = 1, *, version: int | None = None
) -> Claim:
    """Move one edge of a claim by words: negative towards the beginning of the article, positive towards its end.

    Raises:
        BadInputError: Nothing would be left of the claim, or the article ends there.
        ConflictError: The claim was changed after `version` was read.
        LockedError: The claim is published.
    """
    claim = store.claim(workspace.database, claim_id)
    text = read_article(workspace.database, claim.article_id).text
    start, end = word_edges(text, claim.start, claim.end, edge, words)
    return move_edges(workspace, claim_id, start, end, version=claim.version if version is None else version)


def set_kinds(workspace: Workspace, claim_id: int, kinds: Sequence[Kind], *, version: int | None = None) -> Claim:
    """Say what kinds of assertion a claim is; predictions and opinions are listed, not rated.

    Raises:
        BadInputError: No kind is given.
        ConflictError: The claim was changed after `version` was read.
        LockedError: The claim is published.
    """
    if not kinds:
        raise BadInputError(f"give at least one kind: {', '.join(kind.value for kind in Kind)}.")
    chosen = tuple(dict.fromkeys(kinds))
    return correct(workspace, claim_id, "claim.kinds", version, lambda article, claim: ClaimPatch(kinds=chosen))


def set_speaker(
    workspace: Workspace,
    claim_id: int,
    speaker: str | None,
    *,
    attribution: Attribution | None = None,
    version: int | None = None,
) -> Claim:
    """Say who made the claim; None is the outlet's own voice. Without `attribution` a named speaker is a paraphrase.

    Raises:
        BadInputError: The name is longer than 200 characters.
        ConflictError: The claim was changed after `version` was read.
        LockedError: The claim is published.
    """
    name = speaker_name(speaker)
    return correct(
        workspace, claim_id, "claim.speaker", version, lambda article, claim: speaker_patch(claim, name, attribution)
    )


def speaker_name(speaker: str | None) -> str | None:
    """A name without blanks around it; None for an empty one, which is the outlet's own voice.

    Raises:
        BadInputError: It is longer than 200 characters.
    """
    name = " ".join((speaker or "").split()) or None
    if name is not None and len(name) > 200:
        raise BadInputError("a speaker's name may have at most 200 characters; nothing was changed.")
    return name


def speaker_patch(claim: Claim, name: str | None, attribution: Attribution | None = None) -> ClaimPatch:
    """What changes in a claim with its speaker. Without `attribution` a named speaker is a paraphrase."""
    if name is None:
        how = Attribution.OUTLET
    elif attribution is not None:
        how = attribution
    else:
        how = Attribution.PARAPHRASE if claim.attribution is Attribution.OUTLET else claim.attribution
    verb = claim.attribution_verb if name else None
    alias = claim.speaker_alias if name == claim.speaker else None
    return ClaimPatch(speaker=name, speaker_alias=alias, attribution=how, attribution_verb=verb)


def correct(
    workspace: Workspace,
    claim_id: int,
    action: str,
    version: int | None,
    patch_of: Callable[[Article, Claim], ClaimPatch],
) -> Claim:
    """Correct a claim by what `patch_of` makes of it, as one act of a person.

    Raises:
        ConflictError: The claim was changed after `version` was read.
        LockedError: The claim is published.
    """
    database = workspace.database
    with database.write() as connection:
        claim, article = editable(database, claim_id)
        patch, act = by_person(patch_of(article, claim)), new_act(workspace, action)
        changed = store.update(connection, claim_id, patch, act, version=version)
        if changed:
            refresh(database, claim_id)
        return visible_claim(workspace, claim_id)


def editable(database: Database, claim_id: int) -> tuple[Claim, Article]:
    """A claim that may be corrected, and its article.

    Raises:
        NotFoundError: There is no such claim.
        LockedError: It is published.
    """
    claim = store.claim(database, claim_id)
    if claim.status is ReviewStatus.PUBLISHED:
        raise LockedError(
            f"claim {claim_id} is published and locked; only `workbench review correct {claim_id}` may change it."
        )
    return claim, read_article(database, claim.article_id)


def by_person(patch: ClaimPatch) -> ClaimPatch:
    """What a person changed of a claim: it counts as a person's from then on."""
    return replace(patch, origin=Origin.PERSON)
