"""Tags, assignments, comments and saved searches: what a desk keeps beside its reviews. Each change is an event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime

from workbench.domain.articles import ReviewStatus
from workbench.domain.desk_work import Assignment, Comment, SavedSearch
from workbench.domain.errors import BadInputError
from workbench.domain.review import Subject
from workbench.domain.standing import same_person
from workbench.domain.visible_text import shows_something
from workbench.services.review.blind import unseen_claims
from workbench.services.review.judging import MAX_NAME, new_act, remark
from workbench.services.workspace import Workspace, reviewer_name
from workbench.store import desk_work as store
from workbench.store.articles import article
from workbench.store.claims import claim
from workbench.store.named_claims import stored_statuses
from workbench.store.reviewers import reviewer_names
from workbench.store.sources import publisher_names, source

SUBJECTS = {"article": Subject.ARTICLE, "claim": Subject.CLAIM, "source": Subject.SOURCE}
MAX_TAG = 60
MAX_COMMENT = 4_000
_DUE = re.compile(r"(?:19|2\d)\d{2}-\d{2}-\d{2}(?:$|[T ]\d)")
"""From 1900 to 2999: another year is a slip of the hand."""
_MENTION = re.compile(r"(?<!\w)@(\w[\w.\-]*)")


def tag(
    workspace: Workspace, what: str, ids: Sequence[int | str], tags: Sequence[str], *, off: Sequence[str] = ()
) -> int:
    """Put tags on articles, claims or sources, and take others off, as one act; gives how many were changed.

    Args:
        workspace: The open workspace.
        what: "article", "claim" or "source".
        ids: Which of them.
        tags: Words of any case; blanks at their ends do not count.
        off: Tags that are taken off.

    Raises:
        NotFoundError: There is no such thing; nothing was changed.
        BadInputError: A tag is empty, too long, or holds a comma or semicolon.
    """
    put, take = [tag_of(one) for one in tags], [tag_of(one) for one in off]
    with workspace.database.write() as connection:
        act = new_act(workspace, "tag.change")
        for one in ids:
            _known(workspace, what, one)
        changed = sum(store.put_tag(connection, SUBJECTS[what], one, name, act) for one in ids for name in put)
        return changed + sum(store.take_tag(connection, SUBJECTS[what], one, name, act) for one in ids for name in take)


def tag_of(words: str) -> str:
    """A tag as it is kept: in small letters, blanks in a row as one.

    Raises:
        BadInputError: It is empty, longer than `MAX_TAG`, or holds comma, semicolon or what cannot be printed.
    """
    name = " ".join(words.split()).casefold().removeprefix("#")
    if not name or len(name) > MAX_TAG or set(name) & {",", ";"} or not name.isprintable():
        raise BadInputError(f"a tag is 1 to {MAX_TAG} printable characters without comma or semicolon, not {words!r}.")
    return name


def tags_on(workspace: Workspace, what: str, ids: Sequence[int | str] | None = None) -> dict[str, tuple[str, ...]]:
    """The tags of articles, claims or sources, by id (as text)."""
    return store.tags_of(workspace.database, SUBJECTS[what], ids)


def tag_counts(workspace: Workspace) -> list[tuple[str, str, int]]:
    """(tag, "article", "claim" or "source", how many) of all tags."""
    words = {subject: word for word, subject in SUBJECTS.items()}
    return [(name, words[subject], count) for name, subject, count in store.tag_counts(workspace.database)]


def assign(workspace: Workspace, what: str, ids: Sequence[int], assignee: str, due: str | None = None) -> int:
    """Say who is to do articles or claims, and until when, as one act; gives how many were changed.

    Args:
        workspace: The open workspace.
        what: "article" or "claim".
        ids: Which of them.
        assignee: A reviewer's name; it need not be known yet.
        due: A day ("2022-03-03"), or a moment with its zone ("2022-03-03T17:00+01:00"; of this machine where it names
            none). None sets no time.

    Raises:
        NotFoundError: There is no such article or claim; nothing was changed.
        BadInputError: The name or the time cannot be used.
    """
    name, until = known_reviewer(workspace, assignee), due_of(due)
    with workspace.database.write() as connection:
        act = new_act(workspace, "assignment.give")
        for one in ids:
            _known(workspace, what, one)
        return sum(store.assign(connection, SUBJECTS[what], one, name, until, act) for one in ids)


def unassign(workspace: Workspace, what: str, ids: Sequence[int]) -> int:
    """Say that nobody in particular is to do articles or claims; gives how many were changed.

    Raises:
        NotFoundError: There is no such article or claim; nothing was changed.
    """
    with workspace.database.write() as connection:
        act = new_act(workspace, "assignment.take")
        for one in ids:
            _known(workspace, what, one)
        return sum(store.unassign(connection, SUBJECTS[what], one, act) for one in ids)


def assigned(workspace: Workspace, what: str) -> dict[int, Assignment]:
    """Who is to do which article or claim, by its id."""
    return {int(one.subject_id): one for one in store.assignments(workspace.database, SUBJECTS[what])}


def due_of(value: str | None) -> str | None:
    """A due time as it is kept: a day, or a moment in UTC to the minute.

    Raises:
        BadInputError: It is neither.
    """
    if value is None or not value.strip():
        return None
    given = value.strip()
    try:
        if not _DUE.match(given):
            raise ValueError(given)
        if len(given) == len("2022-03-03"):
            return date.fromisoformat(given).isoformat()
        return f"{datetime.fromisoformat(given).astimezone(UTC):%Y-%m-%dT%H:%M}Z"
    except (ValueError, OverflowError) as error:
        raise BadInputError(
            f"{value!r} is no day or time; give 2022-03-03, or 2022-03-03T17:00 with an hour."
        ) from error


def comment(workspace: Workspace, claim_id: int, text: str) -> Comment:
    """Say something about a claim to the others; @name calls a reviewer. No report tells it.

    Raises:
        NotFoundError: There is no such claim.
        BadInputError: It is empty or too long.
    """
    words = remark(text, "a comment", most=MAX_COMMENT)
    if not shows_something(words):
        raise BadInputError("a comment needs words; nothing was stored.")
    with workspace.database.write() as connection:
        one = claim(workspace.database, claim_id)
        act = new_act(workspace, "comment.add")
        return store.add_comment(connection, one.id, one.article_id, words, act)


def remove_comment(workspace: Workspace, comment_id: int) -> None:
    """Take a comment of one's own back.

    Raises:
        BadInputError: This reviewer has no comment with this number.
    """
    mine = [one.id for one in store.comments(workspace.database) if same_person(one.reviewer, workspace.reviewer)]
    if comment_id not in mine:
        raise BadInputError(f"there is no comment {comment_id} of {workspace.reviewer}'s.")
    with workspace.database.write() as connection:
        store.take_comment(connection, comment_id, new_act(workspace, "comment.take"))


def comments_on(workspace: Workspace, claim_ids: Sequence[int]) -> list[Comment]:
    """The comments on some claims, dropped or not, oldest first; who judges a claim blind gets their own alone.

    Raises:
        NotFoundError: There is no such claim.
    """
    statuses = stored_statuses(workspace.database, claim_ids)
    found = store.comments(workspace.database, claim_ids)
    called = {one.claim_id for one in found}
    hidden = unseen_claims(workspace, [one for one in called if statuses[one] is ReviewStatus.SECOND_OPINION])
    return [one for one in found if one.claim_id not in hidden or same_person(one.reviewer, workspace.reviewer)]


def mentioned(comment: Comment, names: Sequence[str]) -> set[str]:
    """Which of these reviewers a comment calls: "@ann", or "@ann.berg" for a name of several words."""
    called = {found.group(1).rstrip(".-") for found in _MENTION.finditer(comment.text)}
    forms = {name: (name, *(sign.join(name.split()) for sign in "._-"), name.split()[0]) for name in names}
    return {name for name, ways in forms.items() if any(same_person(way, one) for way in ways for one in called)}


def save_search(
    workspace: Workspace, name: str, query: str, *, after: date | None = None, publisher: str | None = None
) -> bool:
    """Keep a search: after each reindex its new passages are among what waits. False where it is kept so already.

    Raises:
        BadInputError: The name or the words are empty or too long.
    """
    title, words = " ".join(name.split()), " ".join(query.split())
    if not title or not words or len(title) > MAX_NAME or len(words) > MAX_COMMENT:
        raise BadInputError("a saved search needs a name and words to search for.")
    from_ = " ".join((publisher or "").split()) or None
    with workspace.database.write() as connection:
        day = None if after is None else after.isoformat()
        return store.save_search(connection, title, words, day, from_, new_act(workspace, "search.save"))


def forget_search(workspace: Workspace, name: str) -> None:
    """Forget a saved search of this reviewer's.

    Raises:
        BadInputError: No search has this name.
    """
    with workspace.database.write() as connection:
        if not store.forget_search(connection, workspace.reviewer, name, new_act(workspace, "search.forget")):
            raise BadInputError(f"{workspace.reviewer} has no saved search {name!r}.")


def saved_searches(workspace: Workspace) -> list[SavedSearch]:
    """The saved searches of this reviewer, by name."""
    return store.saved_searches(workspace.database, workspace.reviewer)


def tagged_sources(workspace: Workspace, tags: Sequence[str], among: Sequence[str] = ()) -> tuple[str, ...]:
    """The ids of the sources with one of these tags, of those `among` which they are to be where any are named.

    Raises:
        BadInputError: No source has one of them: a search of none would be one of all.
    """
    wanted = {tag_of(one) for one in tags}
    found = [one for one, on in tags_on(workspace, "source").items() if wanted & set(on)]
    found = [one for one in found if not among or one in among]
    if not found:
        raise BadInputError(f"no source has the tag {', '.join(sorted(wanted))}; `workbench tag list` lists the tags.")
    return tuple(found)


def publisher_named(workspace: Workspace, words: str) -> str:
    """The publisher of evidence that words name: whole, in any case, or the only one whose name holds them.

    Raises:
        BadInputError: None does, or several do.
    """
    wanted = " ".join(words.split()).casefold()
    holding = [name for name in publisher_names(workspace.database) if wanted in name.casefold()]
    whole = [name for name in holding if name.casefold() == wanted]
    found = {name.casefold(): name for name in whole or holding}
    if len(found) != 1:
        some = "; ".join(list(found.values())[:3]) + (" …" if len(found) > 3 else "")
        told = f"several are called so: {some}" if found else "there is no evidence of one that is called so"
        raise BadInputError(f"a search is kept for one publisher, and {words!r} names none alone: {told}.")
    return next(iter(found.values()))


def known_reviewer(workspace: Workspace, name: str) -> str:
    """A reviewer's name as the workspace has it, else as it was given.

    Raises:
        BadInputError: It is no name.
    """
    given = reviewer_name(name)
    return next((one for one in reviewer_names(workspace.database) if same_person(one, given)), given)


def _known(workspace: Workspace, what: str, one: int | str) -> None:
    if what == "article":
        article(workspace.database, int(one))
    elif what == "claim":
        claim(workspace.database, int(one))
    else:
        source(workspace.database, str(one))
