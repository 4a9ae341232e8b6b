"""What waits for one reviewer: assigned to them, to be judged or settled by them, said to them, or new since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from datetime import UTC, datetime
from functools import partial

from workbench.domain import clock
from workbench.domain.articles import ClaimFilter, ReviewStatus
from workbench.domain.desk_work import Assignment, Comment, Waiting, Why
from workbench.domain.errors import BadInputError, NotFoundError
from workbench.domain.review import RatingScale, Subject, Verdict, VerdictKind
from workbench.domain.standing import Agreement, agreement, opinions, same_person, standing
from workbench.services.review.blind import said_blind, unseen_claims
from workbench.services.review.desk_work import mentioned
from workbench.services.review.judging import new_act, scale_after
from workbench.services.review.newer_versions import newer_versions
from workbench.services.workspace import Workspace
from workbench.store import desk_work as store
from workbench.store.articles import article
from workbench.store.claims import claim as read_claim
from workbench.store.claims import claims as read_claims
from workbench.store.named_claims import claims_there
from workbench.store.notices import WATCH, Notice, notices
from workbench.store.reviewers import reviewer_names
from workbench.store.sources import sources_of_passages
from workbench.store.verdicts import corrected_claims, review_state, status_counts, verdicts, withdrawn_verdicts

OPEN_STATES = (ReviewStatus.OPEN, ReviewStatus.SECOND_OPINION)


def inbox(workspace: Workspace) -> list[Waiting]:
    """What waits for this reviewer, by why it does; what is assigned stands first, the earliest due before the rest."""
    aside = store.aside(workspace.database, workspace.reviewer)
    found = [
        *_assigned(workspace),
        *_opinions(workspace),
        *_mentions(workspace, aside),
        *_corrections(workspace, aside),
        *newer_versions(workspace, aside),
        *_news(workspace, aside),
    ]
    order = list(Why)
    return sorted(found, key=lambda one: (order.index(one.why), one.due is None, one.due or "", one.at, one.key))


def put_aside(workspace: Workspace, keys: Sequence[str]) -> int:
    """Note that this reviewer has seen things that waited; undo brings them back. Gives how many.

    Raises:
        BadInputError: Nothing waits under one of these keys, or it ends by its work alone; nothing was changed.
    """
    there = {one.key: one for one in inbox(workspace)}
    keys = list(dict.fromkeys(keys))
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
    waiting = read_claims(workspace.database, ClaimFilter(statuses=(ReviewStatus.SECOND_OPINION,)))
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


def _mentions(workspace: Workspace, aside: Set[str]) -> Iterator[Waiting]:
    """Comments that call this reviewer, until they are answered or put aside."""
    said = store.comments(workspace.database)
    # every spelling of this reviewer's name: who has not written here yet is called by the one they go by
    known = [name for name in reviewer_names(workspace.database) if same_person(name, workspace.reviewer)]
    names = known or [workspace.reviewer]
    own = {name for name in {one.reviewer for one in said} if same_person(name, workspace.reviewer)}
    called = [
        one
        for one in said
        if "@" in one.text and one.reviewer not in own and f"comment-{one.id}" not in aside and mentioned(one, names)
    ]
    if not called:
        return
    claim_ids = {one.claim_id for one in called}
    replies = [one for one in said if one.reviewer in own and one.claim_id in claim_ids]
    answered = _answered(workspace, replies)
    there = claims_there(workspace.database, claim_ids)
    waiting = [one.id for one in there.values() if one.status is ReviewStatus.SECOND_OPINION]
    hidden = unseen_claims(workspace, waiting)
    for one in called:
        claim = there.get(one.claim_id)
        if claim is not None and one.id > answered.get(claim.id, 0):
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


def _answered(workspace: Workspace, replies: Sequence[Comment]) -> dict[int, int]:
    """Up to which comment this reviewer has answered on each claim: a comment of theirs answers what they could read.

    Args:
        workspace: The open workspace.
        replies: Comments of this reviewer's, oldest first.
    """
    unread = said_blind(workspace, {one.claim_id for one in replies})
    return {one.claim_id: one.id for one in replies if one.id not in unread}


def _corrections(workspace: Workspace, aside: Set[str]) -> Iterator[Waiting]:
    """Corrections by others of what this reviewer rated."""
    database = workspace.database
    corrected = corrected_claims(database)
    if not corrected:
        return
    gone = withdrawn_verdicts(database)
    rated: set[int] = set()
    """Claims that this reviewer has rated, as far as the verdicts were gone through."""
    found: list[Verdict] = []
    for one in verdicts(database, claim_ids=corrected):
        if one.id in gone:
            continue
        if same_person(one.reviewer, workspace.reviewer):
            rated.add(one.claim_id)
        elif one.kind is VerdictKind.CORRECTION and one.claim_id in rated and f"correction-{one.id}" not in aside:
            found.append(one)
    there = claims_there(database, {one.claim_id for one in found})
    for one in found:
        claim = there.get(one.claim_id)
        if claim is not None:
            yield Waiting(
                f"correction-{one.id}",
                Why.CORRECTION,
                f"{claim.text} (now {one.rating}: {one.rationale})",
                article_id=claim.article_id,
                claim_id=claim.id,
                by=one.reviewer,
                at=one.at,
                aside=True,
            )


def _news(workspace: Workspace, aside: Set[str]) -> Iterator[Waiting]:
    """New passages of this reviewer's saved searches, and against published verdicts."""
    names = {one.id: one.name for one in store.saved_searches(workspace.database, workspace.reviewer)}
    found = [one for one in notices(workspace.database) if _key(one) not in aside]
    about = claims_there(workspace.database, {one.claim_id for one in found if one.claim_id is not None})
    published = {claim_id: one for claim_id, one in about.items() if one.status is ReviewStatus.PUBLISHED}
    says = _says(workspace, list(published))
    against = [one for one in found if one.claim_id in published and _way(one) != says[one.claim_id]]
    news = [one for one in found if one.search_id in names] if names else []
    there = sources_of_passages(workspace.database, list({one.passage_id for one in (*against, *news)}))

    def told(one: Notice) -> str:
        passage, source = there[one.passage_id]
        title = source.title or source.publisher or "a source"
        return title if source.private else f"{title}: {passage.text}"

    for one in against:
        claim = published[one.claim_id or 0]
        yield Waiting(
            _key(one),
            Why.NEW_EVIDENCE,
            f"{claim.text} ({claim.rating}) – {one.stance}: {told(one)}",
            article_id=claim.article_id,
            claim_id=claim.id,
            by="machine",
            at=one.at,
            passage_id=one.passage_id,
            aside=True,
        )
    for one in news:
        words = f"{names[one.search_id or 0]}: {told(one)}"
        yield Waiting(_key(one), Why.SEARCH, words, at=one.at, passage_id=one.passage_id, aside=True)


def _way(one: Notice) -> str:
    """What a passage says or leans to."""
    return (one.stance or "").removeprefix("leans ")


def _key(one: Notice) -> str:
    if one.kind == WATCH:
        return f"evidence-{one.claim_id}-{one.passage_id}"
    return f"search-{one.search_id}-{one.passage_id}"


def _says(workspace: Workspace, claim_ids: Sequence[int]) -> dict[int, str | None]:
    """What evidence that agrees with each verdict says of its claim; None where it is in the middle, or off it."""
    gone = withdrawn_verdicts(workspace.database) if claim_ids else set()
    given: dict[int, list[Verdict]] = {claim_id: [] for claim_id in claim_ids}
    for verdict in verdicts(workspace.database, claim_ids=claim_ids):
        if verdict.id not in gone:
            given[verdict.claim_id].append(verdict)
    scales: dict[str, RatingScale] = {}
    found: dict[int, str | None] = {}
    for claim_id, those in given.items():
        stands = standing(those)
        side = None
        if stands is not None:
            if stands.scale_id not in scales:
                scales[stands.scale_id] = scale_after(workspace, stands)
            side = scales[stands.scale_id].side(stands.value)
        found[claim_id] = None if side is None else "supports" if side > 0 else "refutes"
    return found
