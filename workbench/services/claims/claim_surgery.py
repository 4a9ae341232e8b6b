"""Which claims an article has: split, merged, added, dropped and brought back. Every act can be undone."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.domain.articles import Attribution, Claim, Kind, Origin, ReviewStatus
from workbench.domain.errors import BadInputError, NotFoundError
from workbench.services.claims.claim_editing import by_person, editable
from workbench.services.claims.claim_wording import (
    checked_span,
    kinds_read,
    span_columns,
    times_resolved,
    trimmed_span,
)
from workbench.services.review.blind import visible_claim
from workbench.services.review.judging import new_act, remark
from workbench.services.workspace import Workspace
from workbench.store import claims as store
from workbench.store.articles import article as read_article
from workbench.store.database import Database
from workbench.store.duplicates import let_go
from workbench.store.edits import change, insert
from workbench.store.events import moment
from workbench.store.evidence import evidence_of, link, link_columns, write_link
from workbench.store.rows import to_json
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
        row = store.claim_row(database, claim_id)
        change(
            connection,
            "claims",
            claim_id,
            by_person(span_columns(article, *first, claim.resolutions)),
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
        claim, article = editable(database, claim_id)
        in_order = [one.id for one in store.claims(database, article_id=article.id)]
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
            by_person(columns),
            act,
            version=version,
            article_id=article.id,
            claim_id=claim_id,
        )
        for item in evidence_of(database, following.id):
            if link(database, claim_id, item.passage.id) is None:
                moved = link_columns(item.evidence)
                write_link(database, connection, claim_id, item.passage.id, moved, act, article_id=article.id)
        gone = {"removed_at": moment(connection)}
        change(connection, "claims", following.id, gone, act, article_id=article.id, claim_id=following.id)
        let_go(connection, [following.id], act)
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
        columns = span_columns(article, *span, times_resolved(article, *span))
        if text is not None and text.strip():
            columns["text"] = remark(" ".join(text.split()), "a claim's wording")
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
        _, article = editable(database, claim_id)
        act = new_act(workspace, "claim.remove")
        gone = {"removed_at": moment(connection)}
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
        return visible_claim(workspace, claim_id)


def _refuse_rated(database: Database, claim: Claim, verb: str) -> None:
    if review_state(database, claim.id).verdicts:
        raise BadInputError(
            f"claim {claim.id} is rated and cannot be {verb}: its verdict is about these words. Take the verdict "
            "back first."
        )
