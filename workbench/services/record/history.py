"""Who did what when; undo and redo, one act at a time, across restarts, each reviewer their own.

Undo writes reversing events and nothing vanishes: a verdict taken back stays in the record, marked so. Publishing
and correcting are public acts and are not undone; a further correction mends them. What was done before such an act can
still be taken back, but only when it is asked for: nobody who means the last act loses another one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.domain.articles import ReviewStatus
from workbench.domain.errors import BadInputError, ConflictError, LockedError, NotFoundError
from workbench.domain.review import Event, Subject
from workbench.domain.standing import Agreement, agreement, opinions, same_person
from workbench.services.record.event_texts import told
from workbench.services.review.blind import tells_judgement, unseen_claims
from workbench.services.review.permissions import require_editor
from workbench.services.review.resting import refuse_to_reverse
from workbench.services.workspace import Workspace, known_name
from workbench.store import events as store
from workbench.store.acts import Act, new_batch
from workbench.store.articles import ever_held, published_claims
from workbench.store.claims import published_of, stored_claim
from workbench.store.reversal import reverse, tried
from workbench.store.reviewers import remember_reviewer
from workbench.store.verdicts import CONSENT, PUBLISH, refresh_many, review_state

_PUBLIC = (PUBLISH, "verdict.correction")
_LOCKED_SUBJECTS = (Subject.CLAIM, Subject.VERDICT, Subject.REVIEW)


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One event as a sentence. `undone` tells that it was taken back and does not hold."""

    event_id: int
    at: str
    reviewer: str
    action: str
    words: str
    article_id: int | None
    claim_id: int | None
    undone: bool
    batch: str | None


def history(
    workspace: Workspace,
    *,
    article_id: int | None = None,
    claim_id: int | None = None,
    reviewer: str | None = None,
    after: int = 0,
    limit: int | None = None,
    newest_first: bool = False,
) -> list[HistoryLine]:
    """What happened, oldest first (or newest first), as readable lines.

    On claims that this reviewer is to judge blind, nothing is told of what others made of them and their evidence.

    Args:
        workspace: The open workspace.
        article_id: Only what concerns this article.
        claim_id: Only what concerns this claim.
        reviewer: Only what this reviewer did.
        after: Only events with a higher id.
        limit: At most so many.
        newest_first: Newest first.

    Raises:
        NotFoundError: There never was such an article or claim.
    """
    if article_id is not None and not ever_held(workspace.database, article_id):
        raise NotFoundError(f"there is no article {article_id}; `workbench article list` shows the ones there are.")
    if claim_id is not None:
        stored_claim(workspace.database, claim_id)
    found = store.events(
        workspace.database,
        article_id=article_id,
        claim_id=claim_id,
        reviewer=None if reviewer is None else known_name(workspace.database, reviewer),
        after=after,
        limit=limit,
        newest_first=newest_first,
    )
    gone = store.taken_back(workspace.database, [event.id for event in found])
    hidden = _hidden_claims(workspace, found)
    return [_line(workspace, event, event.id in gone, hidden) for event in found]


def last_event_id(workspace: Workspace) -> int:
    """Id of the newest event: tells cheaply whether anything changed since it was last asked."""
    return store.last_event_id(workspace.database)


def touched_articles(workspace: Workspace, after: int) -> frozenset[int] | None:
    """The articles that events after this one are about; None where one of them may be about anything."""
    return store.touched_articles(workspace.database, after)


def sources_changed(workspace: Workspace, after: int) -> bool:
    """Whether events after this one changed, removed or brought back a source: what was found before is old then."""
    return store.sources_changed(workspace.database, after)


def undo(workspace: Workspace, n: int = 1, *, event_id: int | None = None) -> list[HistoryLine]:
    """Take back this reviewer's last `n` acts, newest first (or the one act that `event_id` belongs to).

    All or nothing. Gives the lines of the events taken back.

    Raises:
        BadInputError: There is nothing (left) to undo, or the act is another's.
        ConflictError: Someone changed the same thing since; nothing was undone.
        LockedError: The act was a publication or correction, or its claim is published.
    """
    with workspace.database.write():
        if event_id is not None:
            taken = _take_back(workspace, _own_act(workspace, event_id), store.UNDO)
        else:
            taken = _repeated(workspace, n, store.UNDO)
    return [_line(workspace, event, True, set()) for event in taken]


def undo_named(workspace: Workspace, refused: int, named: int) -> list[HistoryLine]:
    """Take back this reviewer's last act or, where that was `refused` and is still their last, the act `named` then.

    Never another act in its place. 0 where nothing was refused.

    Raises:
        BadInputError, ConflictError, LockedError: As for `undo`.
    """
    with workspace.database.write():
        last = store.last_undoable(workspace.database, workspace.reviewer)
        if last is None or last.id != refused:
            taken = _repeated(workspace, 1, store.UNDO)
        else:
            try:
                taken = _take_back(workspace, _own_act(workspace, named), store.UNDO)
            except (ConflictError, LockedError) as error:
                error.event_id = refused
                raise
    return [_line(workspace, event, True, set()) for event in taken]


def undoable_before(workspace: Workspace, event_id: int) -> HistoryLine | None:
    """What this reviewer did last before the act of this event that can be taken back; None without such an act.

    Each is tried and left as it was: only so is an act named that then goes. Nothing on a published claim is named.
    """
    below = store.act_of(workspace.database, store.event(workspace.database, event_id))[0].id
    with workspace.database.write():
        while (event := store.last_undoable(workspace.database, workspace.reviewer, below)) is not None:
            act = store.act_of(workspace.database, event)
            if published_of(workspace.database, {one.claim_id for one in act if one.claim_id is not None}):
                below = act[0].id  # whoever means something about it names the event
                continue
            try:
                with tried(workspace.database):
                    _take_back(workspace, act, store.UNDO)
            except BadInputError:
                below = act[0].id
            else:
                return _line(workspace, event, False, set())
    return None


def redo(workspace: Workspace, n: int = 1) -> list[HistoryLine]:
    """Do again what this reviewer's last `n` undos took back; an act of theirs since then ends that.

    Raises:
        BadInputError: There is nothing (left) to redo.
        ConflictError: Someone changed the same thing since; nothing was redone.
        LockedError: The claim was published since.
    """
    with workspace.database.write():
        done = _repeated(workspace, n, store.REDO)
    return [_line(workspace, event, False, set()) for event in _originals(workspace, done)]


def sources_read_since(workspace: Workspace) -> int:
    """How many sources this reviewer has read in since their last other act: undo passes over the reading of them."""
    read = store.passed_over(workspace.database, workspace.reviewer)
    return sum(int((event.after or {}).get("sources", 1)) for event in read)


def _repeated(workspace: Workspace, n: int, action: str) -> list[Event]:
    if n < 1:
        raise BadInputError(f"the number of acts to {action} must be 1 or more.")
    find = store.last_undoable if action == store.UNDO else store.last_redoable
    taken: list[Event] = []
    for done in range(n):
        event = find(workspace.database, workspace.reviewer)
        if event is None:
            raise _nothing(workspace, action, done)
        taken += _take_back(workspace, store.act_of(workspace.database, event), action)
    return taken


def _nothing(workspace: Workspace, action: str, done: int = 0) -> BadInputError:
    so_many = f"there are only {done} acts" if done else "there is nothing"
    return BadInputError(f"{so_many} of {workspace.reviewer} to {action}; nothing was changed.")


def _take_back(workspace: Workspace, act: list[Event], action: str) -> list[Event]:
    """Reverse all events of an act, last first, and bring the claims it touched in step; gives the events.

    A refusal names the last of them.
    """
    try:
        _refuse_locked(workspace, act, action)
        return _reversed(workspace, act, action)
    except (ConflictError, LockedError) as error:
        error.event_id = act[-1].id
        raise


def _refuse_locked(workspace: Workspace, act: list[Event], action: str) -> None:
    """What the public has seen stays, and what others rely on."""
    database = workspace.database
    public = [event for event in act if event.action in _PUBLIC]
    if public and action == store.UNDO:
        claim_id = public[0].claim_id
        raise LockedError(
            f"your act ({told(public[0])}, claim {claim_id}) is public and not undone; "
            f"`workbench review correct {claim_id}` corrects it."
        )
    would_change = {event.claim_id: event for event in act if event.claim_id and event.subject in _LOCKED_SUBJECTS}
    for claim_id in published_of(database, set(would_change)):
        words = told(_root(workspace, would_change[claim_id]))
        raise LockedError(
            f"claim {claim_id} is published and locked, so this stays: {words}. Only "
            f"`workbench review correct {claim_id}` may change it."
        )
    refuse_to_reverse(workspace, act)
    _refuse_published_article(workspace, act)
    if action == store.UNDO:
        _refuse_known_opinions(workspace, act)
        _refuse_used_consent(workspace, act)


def _reversed(workspace: Workspace, act: list[Event], action: str) -> list[Event]:
    database = workspace.database
    touched = {event.claim_id: event for event in act if event.claim_id is not None}
    with database.write() as connection:
        _refuse_settling(workspace, act)
        remember_reviewer(connection, workspace.reviewer)
        reversal = Act(workspace.reviewer, action, new_batch())
        try:
            reverse(database, act[::-1], reversal)
        except ConflictError as error:
            if _hidden_claims(workspace, act):
                raise ConflictError(str(error), mine=error.mine) from error
            raise
    refresh_many(database, touched)
    return act


def _refuse_published_article(workspace: Workspace, act: list[Event]) -> None:
    """An article that leaves would take its published verdicts out of every list and report."""
    for event in act:
        leaves = event.before is None or event.before.get("removed_at") is not None
        article_id = event.article_id if event.subject == Subject.ARTICLE and leaves else None
        if article_id is not None and published_claims(workspace.database, article_id):
            raise LockedError(
                f"claims of article {article_id} are published and locked, so this stays: "
                f"{told(_root(workspace, event))}. `workbench review correct CLAIM` mends a published verdict."
            )


def _refuse_known_opinions(workspace: Workspace, act: list[Event]) -> None:
    """Two opinions that differ are known to both: changing one now, without a reason, would only look independent."""
    for event in act:
        if event.subject == Subject.VERDICT and event.claim_id is not None:
            verdicts = review_state(workspace.database, event.claim_id).verdicts
            given = {verdict.id for verdict in opinions(verdicts)}
            if len(given) > 1 and int(event.subject_id) in given and agreement(verdicts) is not Agreement.UNANIMOUS:
                raise LockedError(
                    f"both opinions on claim {event.claim_id} are in and known to both, so this stays: {told(event)}. "
                    f"`workbench review settle {event.claim_id}` settles it, by consent if one was a slip."
                )


def _refuse_settling(workspace: Workspace, act: list[Event]) -> None:
    """To take a third's settlement back, or to do it again, is an editor's as settling is; consent was one's own."""
    for event in act:
        if event.subject != Subject.VERDICT or event.claim_id is None:
            continue
        if _root(workspace, event).action == "verdict.settlement":
            both = opinions(review_state(workspace.database, event.claim_id).verdicts)
            if not any(same_person(verdict.reviewer, workspace.reviewer) for verdict in both):
                require_editor(workspace, "settles as a third")


def _refuse_used_consent(workspace: Workspace, act: list[Event]) -> None:
    """A settlement that names those who agreed to it rests on their acts."""
    for event in act:
        if event.action != CONSENT or event.claim_id is None:
            continue
        trail = store.events(workspace.database, claim_id=event.claim_id, after=event.id)
        later = [one for one in trail if one.action == "verdict.settlement" and one.reverses is None]
        gone = store.taken_back(workspace.database, [one.id for one in later])
        if any(one.id not in gone for one in later):
            raise LockedError(
                f"the settlement of claim {event.claim_id} rests on this, so it stays: {told(event)}. "
                f"`workbench review settle {event.claim_id}` settles it again."
            )


def _originals(workspace: Workspace, act: Iterable[Event]) -> list[Event]:
    return [store.event(workspace.database, event.reverses) for event in act if event.reverses is not None]


def _own_act(workspace: Workspace, event_id: int) -> list[Event]:
    database = workspace.database
    event = store.event(database, event_id)
    if not same_person(event.reviewer, workspace.reviewer):
        raise BadInputError(f"event {event_id} is an act of {event.reviewer}; everyone takes back their own.")
    if (
        event.action in (store.UNDO, store.REDO, *store.NOT_UNDOABLE_ACTIONS)
        or event.subject not in store.UNDOABLE_SUBJECTS
    ):
        raise BadInputError(f"event {event_id} ({event.action}) is nothing that undo takes back.")
    if store.taken_back(database, [event_id]):
        raise BadInputError(f"event {event_id} was taken back already.")
    return store.act_of(database, event)


def _hidden_claims(workspace: Workspace, events: Iterable[Event]) -> set[int]:
    claim_ids = {event.claim_id for event in events if event.claim_id is not None}
    waiting = [
        claim_id
        for claim_id in sorted(claim_ids)
        if stored_claim(workspace.database, claim_id).claim.status is ReviewStatus.SECOND_OPINION
    ]
    return unseen_claims(workspace, waiting)


def _line(workspace: Workspace, event: Event, undone: bool, hidden: set[int]) -> HistoryLine:
    subject = event
    if event.reverses is not None and event.action in (store.UNDO, store.REDO):
        subject = _root(workspace, event)
    another = not same_person(event.reviewer, workspace.reviewer)
    secret = event.claim_id in hidden and another and tells_judgement(subject)
    action = event.action
    if secret and event is subject and event.subject != Subject.VERDICT:
        action = "evidence.decide"
    words = told(subject, secret=secret)
    if event.action == store.UNDO:
        words = f"took back: {words}"
    elif event.action == store.REDO:
        words = f"did again: {words}"
    return HistoryLine(
        event_id=event.id,
        at=event.at,
        reviewer=event.reviewer,
        action=action,
        words=words,
        article_id=event.article_id,
        claim_id=event.claim_id,
        undone=undone,
        batch=event.batch,
    )


def _root(workspace: Workspace, event: Event) -> Event:
    """The act that a chain of undo and redo is about."""
    while event.reverses is not None and event.action in (store.UNDO, store.REDO):
        event = store.event(workspace.database, event.reverses)
    return event
