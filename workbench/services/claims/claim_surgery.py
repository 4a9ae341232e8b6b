"""Which claims an article has: split, merged, added, dropped and brought back. Every act can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.domain.articles import Article, Attribution, Claim, ClaimFilter, Kind, ReviewStatus
from workbench.domain.errors import BadInputError, NotFoundError
from workbench.domain.visible_text import shows_something
from workbench.services.claims.claim_editing import by_person, editable
from workbench.services.claims.claim_wording import (
    checked_span,
    covering,
    kinds_read,
    times_resolved,
    trimmed_span,
    weighed,
)
from workbench.services.review.blind import visible_claim
from workbench.services.review.judging import new_act, remark
from workbench.services.workspace import Workspace
from workbench.store import claims as store
from workbench.store.articles import article as read_article
from workbench.store.database import Database
from workbench.store.evidence import EvidencePatch, evidence_of, link, write_link
from workbench.store.verdicts import refresh, review_state


def split(workspace: Workspace, claim_id: int, at: int, *, version: int | None = None) -> tuple[Claim, Claim]:
    """Split a claim in two before the code point `at` of its article; gives both parts.

    The first part keeps the claim's id and its evidence; both keep the suggestion they come from.

    Raises:
        BadInputError: One part would hold no words, or the claim is rated.
        ConflictError: The claim was changed after `version` was read.
        LockedError: The claim is published.
    """
    database = workspace.database
    with database.write() as connection:
        claim, article = editable(database, claim_id)
        _refuse_rated(database, claim, "split")
        act = new_act(workspace, "claim.split")
        if not claim.start < at < claim.end:
            raise BadInputError(
                f"claim {claim_id} reaches from {claim.start} to {claim.end}: it cannot be split at {at}."
            )
        first = trimmed_span(article.text, claim.start, at)
        second = trimmed_span(article.text, at, claim.end)
        if first is None or second is None:
            raise BadInputError(f"a part without words would be left of claim {claim_id}; nothing was split.")
        kept = by_person(weighed(claim, covering(article, *first, claim.resolutions), claim.kinds))
        store.update(connection, claim_id, kept, act, version=version)
        status = ReviewStatus.OPEN if claim.rateable else ReviewStatus.NOT_RATED
        rest = weighed(claim, covering(article, *second, claim.resolutions), claim.kinds)
        rest = replace(rest, status=status)
        new_id = store.split_off(connection, claim_id, rest, act)
        return store.claim(database, claim_id), store.claim(database, new_id)


def merge_with_next(workspace: Workspace, claim_id: int, *, version: int | None = None) -> Claim:
    """Join a claim with the one that follows it in the article; evidence of both is kept on the first.

    Raises:
        BadInputError: It is the last of its article, or one of the two is rated.
        ConflictError: The claim was changed after `version` was read.
        LockedError: One of the two is published.
    """
    database = workspace.database
    with database.write() as connection:
        claim, article = editable(database, claim_id)
        in_order = [one.id for one in store.claims(database, ClaimFilter(article.id))]
        place = in_order.index(claim_id)
        if place + 1 == len(in_order):
            raise BadInputError(f"claim {claim_id} is the last of its article: there is nothing to merge it with.")
        following, _ = editable(database, in_order[place + 1])
        for one in (claim, following):
            _refuse_rated(database, one, "merged")
        act = new_act(workspace, "claim.merge")
        # A subject put in front of the second clause to let it stand alone is in the way once the first precedes it.
        kept = [r for r in following.resolutions if not (r.start == following.start and r.replacement.endswith(" "))]
        resolutions = tuple(dict.fromkeys((*claim.resolutions, *kept)))
        whole = covering(article, claim.start, max(claim.end, following.end), resolutions)
        joined = weighed(claim, whole, (*claim.kinds, *following.kinds))
        if claim.speaker is None and following.speaker is not None:
            joined = replace(
                joined,
                speaker=following.speaker,
                speaker_alias=following.speaker_alias,
                attribution=following.attribution,
                attribution_verb=following.attribution_verb,
            )
        store.update(connection, claim_id, by_person(joined), act, version=version)
        for item in evidence_of(database, following.id):
            if link(database, claim_id, item.passage.id) is None:
                write_link(connection, claim_id, item.passage.id, EvidencePatch.of(item.evidence), act)
        store.drop(connection, following.id, act)
        refresh(database, claim_id)
        return store.claim(database, claim_id)


def add(
    workspace: Workspace,
    article_id: int,
    start: int,
    end: int,
    *,
    text: str | None = None,
    kinds: Sequence[Kind] = (),
    speaker: str | None = None,
) -> Claim:
    """Add a claim from a selection in the article (code points, end excluded; spaces at the edges are left out).

    Without kinds they are read from the words: a number makes it a quantity, a date a time, else it is an event.

    Raises:
        NotFoundError: There is no such article.
        BadInputError: The selection holds no words, a claim covers exactly these, or the wording is too long.
    """
    database = workspace.database
    with database.write() as connection:
        article = read_article(database, article_id)
        span = checked_span(database, article, start, end)
        patch = addition(article, *span, text=text, kinds=kinds, speaker=speaker)
        claim_id = store.insert(connection, article_id, patch, new_act(workspace, "claim.add"))
        return store.claim(database, claim_id)


def addition(
    article: Article,
    start: int,
    end: int,
    *,
    text: str | None = None,
    kinds: Sequence[Kind] = (),
    speaker: str | None = None,
) -> store.ClaimPatch:
    """All of a claim that a person adds, from a span with words at its edges.

    Raises:
        BadInputError: The wording is too long, or nothing of it can be seen.
    """
    patch = covering(article, start, end, times_resolved(article, start, end))
    if text is not None and text.strip():
        if not shows_something(text):
            raise BadInputError("a claim needs a wording; nothing was changed.")
        patch = replace(patch, text=remark(" ".join(text.split()), "a claim's wording"))
    chosen = tuple(dict.fromkeys(kinds)) or kinds_read(article, start, end)
    rateable = not {Kind.PREDICTION, Kind.OPINION}.intersection(chosen)
    return replace(
        patch,
        kinds=chosen,
        speaker=" ".join((speaker or "").split()) or None,
        attribution=Attribution.PARAPHRASE if speaker else Attribution.OUTLET,
        checkworthiness=1.0,
        reasons=("added by a person",),
        status=ReviewStatus.OPEN if rateable else ReviewStatus.NOT_RATED,
    )


def remove(workspace: Workspace, claim_id: int, *, version: int | None = None) -> None:
    """Take a claim out of the lists; it stays in the record, and `restore` or undo bring it back.

    Raises:
        ConflictError: The claim was changed after `version` was read.
        LockedError: The claim is published.
    """
    database = workspace.database
    with database.write() as connection:
        editable(database, claim_id)
        store.drop(connection, claim_id, new_act(workspace, "claim.remove"), version=version)


def restore(workspace: Workspace, claim_id: int) -> Claim:
    """Bring a dropped claim back.

    Raises:
        NotFoundError: There is no dropped claim of this id.
    """
    database = workspace.database
    with database.write() as connection:
        if store.stored_claim(database, claim_id).removed_at is None:
            raise NotFoundError(f"claim {claim_id} was not dropped.")
        store.bring_back(connection, claim_id, new_act(workspace, "claim.restore"))
        refresh(database, claim_id)
        return visible_claim(workspace, claim_id)


def _refuse_rated(database: Database, claim: Claim, verb: str) -> None:
    if review_state(database, claim.id).verdicts:
        raise BadInputError(
            f"claim {claim.id} is rated and cannot be {verb}: its verdict is about these words. Take the verdict "
            "back first."
        )
