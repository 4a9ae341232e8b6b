"""Claims as people correct them: reword, move the edges, split, merge, add, drop. Every act can be undone.

The splitter's suggestion stays in the record (`claims.suggestion`), whatever people make of it; a claim that a
person changed counts as a person's from then on (`Origin.PERSON`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from workbench.domain.articles import Article, Attribution, Claim, Kind, Origin, ReviewStatus
from workbench.domain.errors import BadInputError, LockedError, NotFoundError
from workbench.services.blind import blind, unseen_claims
from workbench.services.judging import new_act
from workbench.services.wording import (
    checked_span,
    kinds_read,
    known_repairs,
    span_columns,
    times_resolved,
    trimmed_span,
    word_edges,
    worded_by_hand,
)
from workbench.services.workspace import Workspace
from workbench.store import claims as store
from workbench.store.articles import article as read_article
from workbench.store.database import Database, utc_now
from workbench.store.duplicates import let_go
from workbench.store.edits import change, insert
from workbench.store.evidence import evidence_of, link, link_columns, write_link
from workbench.store.rows import to_json
from workbench.store.verdicts import refresh, review_state

Edge = Literal["start", "end"]


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims to list. Empty tuples and None mean no limit."""

    article_id: int | None = None
    statuses: tuple[ReviewStatus, ...] = ()
    kinds: tuple[Kind, ...] = ()
    min_checkworthiness: float = 0.0
    by_worthiness: bool = False
    with_duplicates: bool = True
    limit: int | None = None
    offset: int = 0


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


def list_claims(workspace: Workspace, filters: ClaimFilter | None = None) -> list[Claim]:
    """Claims in reading order (or by worthiness). A rating this reviewer must not see yet is left out."""
    wanted = filters or ClaimFilter()
    found = store.claims(
        workspace.database,
        article_id=wanted.article_id,
        statuses=wanted.statuses,
        kinds=[kind.value for kind in wanted.kinds],
        min_checkworthiness=wanted.min_checkworthiness,
        by_worthiness=wanted.by_worthiness,
        with_duplicates=wanted.with_duplicates,
        limit=wanted.limit,
        offset=wanted.offset,
    )
    hidden = unseen_claims(workspace, [c.id for c in found if c.status is ReviewStatus.SECOND_OPINION])
    return [replace(one, rating=None) if one.id in hidden else one for one in found]


def get_claim(workspace: Workspace, claim_id: int) -> Claim:
    """One claim; its rating is left out when this reviewer must not see it yet.

    Raises:
        NotFoundError: There is no such claim.
    """
    one = store.claim(workspace.database, claim_id)
    return replace(one, rating=None) if blind(workspace, claim_id) else one


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
    if not wording:
        raise BadInputError("a claim needs a wording; nothing was changed.")
    if len(wording) > 2000:
        raise BadInputError("a claim's wording may have at most 2,000 characters; nothing was changed.")
    return _edit(workspace, claim_id, "claim.edit", version, lambda article, claim: {"text": wording})


def move_edges(workspace: Workspace, claim_id: int, start: int, end: int, *, version: int | None = None) -> Claim:
    """Let a claim cover other words of its article (code points, end excluded; spaces at the edges are left out).

    Its quote, quantities and times are read again. The wording follows unless a person wrote it.

    Raises:
        BadInputError: The span holds no words, or another claim covers exactly these.
        ConflictError: The claim was changed after `version` was read.
        LockedError: The claim is published.
    """

    def columns(article: Article, claim: Claim) -> dict[str, Any]:
        span = checked_span(workspace.database, article, start, end, besides=(claim.id,))
        moved = span_columns(article, *span, known_repairs(workspace.database, claim))
        return {**moved, "text": claim.text} if worded_by_hand(workspace.database, article, claim) else moved

    return _edit(workspace, claim_id, "claim.move", version, columns)


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
        claim, article = _editable(database, claim_id)
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
        row = store.claim_row(database, claim_id)
        change(
            connection,
            "claims",
            claim_id,
            _edited(span_columns(article, *first, claim.resolutions)),
            act,
            version=version,
            article_id=article.id,
            claim_id=claim_id,
        )
        kept = ("kinds", "speaker", "speaker_alias", "attribution", "attribution_verb", "suggestion", "note")
        columns = {
            "article_id": article.id,
            "origin": Origin.PERSON.value,
            **{name: row[name] for name in (*kept, "checkworthiness", "reasons")},
            **span_columns(article, *second, claim.resolutions),
            "status": (ReviewStatus.OPEN if claim.rateable else ReviewStatus.NOT_RATED).value,
        }
        new_id = insert(connection, "claims", columns, act, article_id=article.id)
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
        claim, article = _editable(database, claim_id)
        in_order = [one.id for one in store.claims(database, article_id=article.id)]
        place = in_order.index(claim_id)
        if place + 1 == len(in_order):
            raise BadInputError(f"claim {claim_id} is the last of its article: there is nothing to merge it with.")
        following, _ = _editable(database, in_order[place + 1])
        for one in (claim, following):
            _refuse_rated(database, one, "merged")
        act = new_act(workspace, "claim.merge")
        # A subject put in front of the second clause to let it stand alone is in the way once the first precedes it.
        kept = [r for r in following.resolutions if not (r.start == following.start and r.replacement.endswith(" "))]
        resolutions = tuple(dict.fromkeys((*claim.resolutions, *kept)))
        columns = {
            **span_columns(article, claim.start, max(claim.end, following.end), resolutions),
            "kinds": to_json(tuple(dict.fromkeys((*claim.kinds, *following.kinds)))),
            "reasons": to_json(tuple(dict.fromkeys((*claim.reasons, *following.reasons)))),
            "checkworthiness": max(claim.checkworthiness, following.checkworthiness),
        }
        if claim.speaker is None and following.speaker is not None:
            row = store.claim_row(database, following.id)
            said = ("speaker", "speaker_alias", "attribution", "attribution_verb")
            columns |= {name: row[name] for name in said}
        change(
            connection,
            "claims",
            claim_id,
            _edited(columns),
            act,
            version=version,
            article_id=article.id,
            claim_id=claim_id,
        )
        for item in evidence_of(database, following.id):
            if link(database, claim_id, item.passage.id) is None:
                moved = link_columns(item.evidence)
                write_link(database, connection, claim_id, item.passage.id, moved, act, article_id=article.id)
        gone = {"removed_at": utc_now()}
        change(connection, "claims", following.id, gone, act, article_id=article.id, claim_id=following.id)
        let_go(connection, [following.id], act)
        refresh(database, claim_id)
        return store.claim(database, claim_id)


def set_kinds(workspace: Workspace, claim_id: int, kinds: Sequence[Kind], *, version: int | None = None) -> Claim:
    """Say what kinds of assertion a claim is; predictions and opinions are listed, not rated.

    Raises:
        BadInputError: No kind is given.
        ConflictError: The claim was changed after `version` was read.
        LockedError: The claim is published.
    """
    if not kinds:
        raise BadInputError(f"give at least one kind: {', '.join(kind.value for kind in Kind)}.")
    chosen = to_json(tuple(dict.fromkeys(kinds)))
    return _edit(workspace, claim_id, "claim.kinds", version, lambda article, claim: {"kinds": chosen})


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
    name = " ".join((speaker or "").split()) or None
    if name is not None and len(name) > 200:
        raise BadInputError("a speaker's name may have at most 200 characters; nothing was changed.")

    def columns(article: Article, claim: Claim) -> dict[str, Any]:
        if name is None:
            voice = Attribution.OUTLET
        elif attribution is not None:
            voice = attribution
        else:
            voice = Attribution.PARAPHRASE if claim.attribution is Attribution.OUTLET else claim.attribution
        verb = claim.attribution_verb if name else None
        alias = claim.speaker_alias if name == claim.speaker else None
        return {"speaker": name, "speaker_alias": alias, "attribution": voice.value, "attribution_verb": verb}

    return _edit(workspace, claim_id, "claim.speaker", version, columns)


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
        BadInputError: The selection holds no words, or a claim covers exactly these.
    """
    database = workspace.database
    with database.write() as connection:
        article = read_article(database, article_id)
        span = checked_span(database, article, start, end)
        columns = span_columns(article, *span, times_resolved(article, *span))
        if text is not None and text.strip():
            columns["text"] = " ".join(text.split())[:2000]
        chosen = tuple(dict.fromkeys(kinds)) or kinds_read(article, *span)
        rateable = not {Kind.PREDICTION, Kind.OPINION}.intersection(chosen)
        columns |= {
            "article_id": article_id,
            "origin": Origin.PERSON.value,
            "kinds": to_json(chosen),
            "speaker": " ".join((speaker or "").split()) or None,
            "attribution": (Attribution.PARAPHRASE if speaker else Attribution.OUTLET).value,
            "checkworthiness": 1.0,
            "reasons": to_json(("added by a person",)),
            "status": (ReviewStatus.OPEN if rateable else ReviewStatus.NOT_RATED).value,
        }
        claim_id = insert(connection, "claims", columns, new_act(workspace, "claim.add"), article_id=article_id)
        return store.claim(database, claim_id)


def remove(workspace: Workspace, claim_id: int, *, version: int | None = None) -> None:
    """Take a claim out of the lists; it stays in the record, and `restore` or undo bring it back.

    Raises:
        ConflictError: The claim was changed after `version` was read.
        LockedError: The claim is published.
    """
    database = workspace.database
    with database.write() as connection:
        _, article = _editable(database, claim_id)
        act = new_act(workspace, "claim.remove")
        gone = {"removed_at": utc_now()}
        change(connection, "claims", claim_id, gone, act, version=version, article_id=article.id, claim_id=claim_id)
        let_go(connection, [claim_id], act)


def restore(workspace: Workspace, claim_id: int) -> Claim:
    """Bring a dropped claim back.

    Raises:
        NotFoundError: There is no dropped claim of this id.
    """
    database = workspace.database
    with database.write() as connection:
        row = store.claim_row(database, claim_id)
        if row["removed_at"] is None:
            raise NotFoundError(f"claim {claim_id} was not dropped.")
        change(
            connection,
            "claims",
            claim_id,
            {"removed_at": None},
            new_act(workspace, "claim.restore"),
            article_id=row["article_id"],
            claim_id=claim_id,
        )
        refresh(database, claim_id)
        return store.claim(database, claim_id)


def removed_claims(workspace: Workspace, article_id: int | None = None) -> list[Claim]:
    """Claims that were dropped, of one article or of all."""
    return store.removed_claims(workspace.database, article_id)


def _edit(
    workspace: Workspace,
    claim_id: int,
    action: str,
    version: int | None,
    columns_of: Callable[[Article, Claim], dict[str, Any]],
) -> Claim:
    database = workspace.database
    with database.write() as connection:
        claim, article = _editable(database, claim_id)
        changed = change(
            connection,
            "claims",
            claim_id,
            _edited(columns_of(article, claim)),
            new_act(workspace, action),
            version=version,
            article_id=article.id,
            claim_id=claim_id,
        )
        if changed:
            refresh(database, claim_id)
        return store.claim(database, claim_id)


def _editable(database: Database, claim_id: int) -> tuple[Claim, Article]:
    claim = store.claim(database, claim_id)
    if claim.status is ReviewStatus.PUBLISHED:
        raise LockedError(
            f"claim {claim_id} is published and locked; only `workbench review correct {claim_id}` may change it."
        )
    return claim, read_article(database, claim.article_id)


def _refuse_rated(database: Database, claim: Claim, verb: str) -> None:
    if review_state(database, claim.id).verdicts:
        raise BadInputError(
            f"claim {claim.id} is rated and cannot be {verb}: its verdict is about these words. Take the verdict "
            "back first."
        )


def _edited(columns: dict[str, Any]) -> dict[str, Any]:
    return {**columns, "origin": Origin.PERSON.value}
