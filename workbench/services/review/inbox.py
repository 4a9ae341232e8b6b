"""What waits for one reviewer: assigned to them, to be judged or settled by them, said to them, or new since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial

from workbench.domain import clock
from workbench.domain.articles import Claim, ReviewStatus
from workbench.domain.desk_work import Assignment, Comment, Waiting, Why
from workbench.domain.errors import BadInputError, NotFoundError
from workbench.domain.review import Subject, Verdict, VerdictKind
from workbench.domain.standing import Agreement, agreement, opinions, same_person
from workbench.services.review.blind import unseen_claims
from workbench.services.review.desk_work import mentioned
from workbench.services.review.judging import new_act, scale_after, side_of
from workbench.services.workspace import Workspace
from workbench.store import desk_work as store
from workbench.store.articles import article
from workbench.store.claims import claim as read_claim
from workbench.store.claims import claims as read_claims
from workbench.store.notices import WATCH, notices
from workbench.store.reviewers import reviewer_names
from workbench.store.sources import sources_of_passages
from workbench.store.verdicts import review_state, status_counts, verdicts, withdrawn_verdicts

OPEN_STATES = (ReviewStatus.OPEN, ReviewStatus.SECOND_OPINION)


def inbox(workspace: Workspace) -> list[Waiting]:
    """What waits for this reviewer, by why it does; what is assigned stands first, the earliest due before the rest."""
    aside = store.aside(workspace.database, workspace.reviewer)
    found = [
        *_assigned(workspace),
        *_opinions(workspace),
        *_mentions(workspace),
        *_corrections(workspace),
        *_news(workspace),
    ]
    order = list(Why)
    found = [one for one in found if one.key not in aside]
    return sorted(found, key=lambda one: (order.index(one.why), one.due is None, one.due or "", one.at, one.key))


def put_aside(workspace: Workspace, keys: Sequence[str]) -> int:
    """Note that this reviewer has seen things that waited; undo brings them back. Gives how many.

    Raises:
        BadInputError: Nothing waits under one of these keys, or it ends by its work alone; nothing was changed.
    """
    there = {one.key: one for one in inbox(workspace)}
    for key in keys:
        if key not in there:
            raise BadInputError(f"nothing waits for {workspace.reviewer} under {key!r}; `workbench inbox` lists it.")
        if not there[key].aside:
            raise BadInputError(f"{key} ends when it is done, or when somebody else is asked.")
    with workspace.database.write() as connection:
        act = new_act(workspace, store.ASIDE)
        for key in keys:
            one = there[key]
            store.put_aside(connection, key, act, claim_id=one.claim_id, article_id=one.article_id)
    return len(keys)


def is_late(one: Waiting) -> bool:
    """Whether the time for it is over; a day is over at its end, by the clock of this machine."""
    if one.due is None:
        return False
    now = clock.now()
    if len(one.due) == len("2022-03-03"):
        return one.due < now.astimezone().date().isoformat()
    return datetime.fromisoformat(one.due) < now.astimezone(UTC)


def _assigned(workspace: Workspace) -> Iterator[Waiting]:
    for one in store.assignments(workspace.database):
        if same_person(one.assignee, workspace.reviewer):
            yield from _still_to_do(workspace, one)


def _still_to_do(workspace: Workspace, one: Assignment) -> Iterator[Waiting]:
    key, number = f"assigned-{one.id}", int(one.subject_id)
    try:
        if one.subject == Subject.ARTICLE:
            about = article(workspace.database, number)
            counts = status_counts(workspace.database, number)
            still = sum(counts[state] for state in OPEN_STATES)
            if still:
                words = f"{about.title} ({still} claim{'' if still == 1 else 's'} open)"
                yield Waiting(key, Why.ASSIGNED, words, article_id=number, due=one.due)
        else:
            claim = read_claim(workspace.database, number)
            if claim.status is ReviewStatus.OPEN:
                yield Waiting(key, Why.ASSIGNED, claim.text, article_id=claim.article_id, claim_id=number, due=one.due)
    except NotFoundError:  # dropped or removed meanwhile
        return


def _opinions(workspace: Workspace) -> Iterator[Waiting]:
    """Second opinions that this reviewer may give, and differences that they may settle."""
    waiting = read_claims(workspace.database, statuses=(ReviewStatus.SECOND_OPINION,))
    unseen = unseen_claims(workspace, [one.id for one in waiting])
    for claim in waiting:
        about = partial(Waiting, article_id=claim.article_id, claim_id=claim.id)
        if claim.id in unseen:
            state = review_state(workspace.database, claim.id)
            words = claim.text + (f" ({state.request_note})" if state.request_note else "")
            yield about(f"opinion-{claim.id}", Why.SECOND_OPINION, words, by=state.requested_by or "")
            continue
        state = review_state(workspace.database, claim.id)
        if agreement(state.verdicts) is Agreement.UNRESOLVED:
            given = " | ".join(f"{one.rating}, {one.reviewer}" for one in opinions(state.verdicts))
            latest = state.verdicts[-1].at
            yield about(f"conflict-{claim.id}", Why.CONFLICT, f"{claim.text} ({given})", at=latest)


def _mentions(workspace: Workspace) -> Iterator[Waiting]:
    """Comments that call this reviewer, until they are answered or put aside."""
    said = store.comments(workspace.database)
    if not said:
        return
    names = reviewer_names(workspace.database)
    if not any(same_person(name, workspace.reviewer) for name in names):
        names = [*names, workspace.reviewer]
    waiting = read_claims(workspace.database, statuses=(ReviewStatus.SECOND_OPINION,))
    hidden = unseen_claims(workspace, [one.id for one in waiting])
    for one in said:
        called = any(same_person(name, workspace.reviewer) for name in mentioned(one, names))
        if not called or same_person(one.reviewer, workspace.reviewer) or _answered(workspace, one, said):
            continue
        claim = _there(workspace, one.claim_id)
        if claim is not None:
            # what another says of a claim that is to be judged blind is told once it was
            words = "You are called; it is shown once you have rated." if claim.id in hidden else one.text
            yield Waiting(
                f"comment-{one.id}",
                Why.MENTION,
                words,
                article_id=claim.article_id,
                claim_id=claim.id,
                by=one.reviewer,
                at=one.at,
                aside=True,
            )


def _answered(workspace: Workspace, one: Comment, said: Sequence[Comment]) -> bool:
    return any(
        later.id > one.id and later.claim_id == one.claim_id and same_person(later.reviewer, workspace.reviewer)
        for later in said
    )


def _corrections(workspace: Workspace) -> Iterator[Waiting]:
    """Corrections by others of what this reviewer rated."""
    database = workspace.database
    gone = withdrawn_verdicts(database)
    given: dict[int, list[Verdict]] = {}
    for verdict in verdicts(database):
        if verdict.id not in gone:
            given.setdefault(verdict.claim_id, []).append(verdict)
    for claim_id, those in given.items():
        mine = [one.id for one in those if same_person(one.reviewer, workspace.reviewer)]
        corrected = [one for one in those if one.kind is VerdictKind.CORRECTION and mine and one.id > mine[0]]
        for one in corrected:
            claim = None if same_person(one.reviewer, workspace.reviewer) else _there(workspace, claim_id)
            if claim is not None:
                yield Waiting(
                    f"correction-{one.id}",
                    Why.CORRECTION,
                    f"{claim.text} (now {one.rating}: {one.rationale})",
                    article_id=claim.article_id,
                    claim_id=claim_id,
                    by=one.reviewer,
                    at=one.at,
                    aside=True,
                )


def _news(workspace: Workspace) -> Iterator[Waiting]:
    """New passages of this reviewer's saved searches, and against published verdicts."""
    found = notices(workspace.database)
    names = {one.id: one.name for one in store.saved_searches(workspace.database, workspace.reviewer)}
    there = sources_of_passages(workspace.database, [one.passage_id for one in found])
    for one in found:
        passage, source = there[one.passage_id]
        title = source.title or source.publisher or "a source"
        told = title if source.private else f"{title}: {passage.text}"
        if one.kind == WATCH:
            claim = _there(workspace, one.claim_id or 0)
            if claim is None or claim.status is not ReviewStatus.PUBLISHED or _says(workspace, claim) == one.stance:
                continue
            yield Waiting(
                f"evidence-{one.claim_id}-{one.passage_id}",
                Why.NEW_EVIDENCE,
                f"{claim.text} ({claim.rating}) – {one.stance}: {told}",
                article_id=claim.article_id,
                claim_id=claim.id,
                by="machine",
                at=one.at,
                passage_id=passage.id,
                aside=True,
            )
        elif one.search_id in names:
            yield Waiting(
                f"search-{one.search_id}-{one.passage_id}",
                Why.SEARCH,
                f"{names[one.search_id or 0]}: {told}",
                at=one.at,
                passage_id=passage.id,
                aside=True,
            )


def _says(workspace: Workspace, claim: Claim) -> str | None:
    """What evidence that agrees with the verdict on a claim says of it; None where it is in the middle, or off it."""
    verdict = review_state(workspace.database, claim.id).standing
    side = None if verdict is None else side_of(scale_after(workspace, verdict), verdict.value)
    return None if side is None else "supports" if side > 0 else "refutes"


def _there(workspace: Workspace, claim_id: int) -> Claim | None:
    try:
        return read_claim(workspace.database, claim_id)
    except NotFoundError:
        return None
