"""Claims in claims.db: reading them, and storing what the splitter suggests."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from workbench.domain.anchors import Anchor, anchor_of
from workbench.domain.articles import (
    NOT_RATED,
    Attribution,
    Claim,
    ClaimDraft,
    ClaimFilter,
    Kind,
    Origin,
    Resolution,
    ReviewStatus,
)
from workbench.domain.documents import Segment
from workbench.domain.errors import NotFoundError
from workbench.domain.quantities import Quantity, TimeRef
from workbench.store.acts import Act
from workbench.store.chain import MANY
from workbench.store.database import Database
from workbench.store.duplicates import DuplicateLink, let_go, repeated_claims
from workbench.store.edits import change, change_many, insert_many, plain_insert, row_of
from workbench.store.edits import insert as insert_row
from workbench.store.events import moment
from workbench.store.rows import CLAIMS, UNSET, Row, Unset, claim_from, from_json, to_json


@dataclass(frozen=True, slots=True)
class ClaimPatch:
    """Fields of a claim as they are to be; what is `UNSET` stays as it is. Offsets are code points of the article."""

    anchor: Anchor | Unset = UNSET
    text: str | Unset = UNSET
    kinds: tuple[Kind, ...] | Unset = UNSET
    speaker: str | Unset | None = UNSET
    speaker_alias: str | Unset | None = UNSET
    attribution: Attribution | Unset = UNSET
    attribution_verb: str | Unset | None = UNSET
    checkworthiness: float | Unset = UNSET
    reasons: tuple[str, ...] | Unset = UNSET
    quantities: tuple[Quantity, ...] | Unset = UNSET
    times: tuple[TimeRef, ...] | Unset = UNSET
    resolutions: tuple[Resolution, ...] | Unset = UNSET
    origin: Origin | Unset = UNSET
    status: ReviewStatus | Unset = UNSET


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim with what the domain does not carry: the first suggestion, the note, when it was dropped."""

    claim: Claim
    suggestion: dict[str, Any] | None
    note: str
    removed_at: str | None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the splitter says of a claim, as it is to lie in its table: made before the transaction that stores it."""

    columns: Row
    kept: str
    """All of it, kept beside what people make of it."""


def suggested(text: str, draft: ClaimDraft, segments: Sequence[Segment] | None = None) -> Suggestion:
    """What a draft says of a claim, given the text of its article and when what of it was said."""
    rateable = not NOT_RATED.intersection(draft.kinds)
    patch = ClaimPatch(
        anchor=anchor_of(text, draft.start, draft.end, segments),
        text=draft.text,
        kinds=draft.kinds,
        speaker=draft.speaker,
        speaker_alias=draft.speaker_alias,
        attribution=draft.attribution,
        attribution_verb=draft.attribution_verb,
        checkworthiness=draft.checkworthiness,
        reasons=draft.reasons,
        quantities=draft.quantities,
        times=draft.times,
        resolutions=draft.resolutions,
        status=ReviewStatus.OPEN if rateable else ReviewStatus.NOT_RATED,
    )
    columns = CLAIMS.columns(patch)
    return Suggestion(columns, to_json(columns))


def update(
    connection: sqlite3.Connection, claim_id: int, patch: ClaimPatch, act: Act, *, version: int | None = None
) -> bool:
    """Change a claim inside the caller's write transaction; False when it already is as wanted.

    Raises:
        NotFoundError: There is no such claim.
        ConflictError: It was changed after `version` was read.
    """
    return change(connection, CLAIMS, claim_id, CLAIMS.columns(patch), act, version=version)


def update_many(
    connection: sqlite3.Connection,
    patches: Mapping[int, ClaimPatch],
    act: Act,
    *,
    versions: Mapping[int, int | None] | None = None,
) -> set[int]:
    """Change many claims in one act inside the caller's write transaction; gives those that were not so already.

    Raises:
        NotFoundError: There is no such claim.
        ConflictError: One of them was changed after its version was read.
    """
    columns = {claim_id: CLAIMS.columns(patch) for claim_id, patch in patches.items()}
    return change_many(connection, CLAIMS, columns, act, versions=versions)


def insert(connection: sqlite3.Connection, article_id: int, patch: ClaimPatch, act: Act) -> int:
    """Add a claim of a person inside the caller's write transaction and give its id."""
    return insert_row(connection, CLAIMS, _of_person(article_id, patch), act)


def insert_with_article(connection: sqlite3.Connection, article_id: int, patch: ClaimPatch) -> int:
    """Add a claim of a person that comes with its article, whose event covers it, and give its id."""
    return plain_insert(connection, CLAIMS, _of_person(article_id, patch))


def _of_person(article_id: int, patch: ClaimPatch) -> Row:
    return {"article_id": article_id, "origin": Origin.PERSON.value, **CLAIMS.columns(patch)}


def insert_suggestions(
    connection: sqlite3.Connection, article_id: int, suggestions: Sequence[Suggestion], act: Act
) -> list[int]:
    """Add claims that the splitter suggests; what it says is kept beside what people make of it."""
    return insert_many(connection, CLAIMS, [_suggested(article_id, one) for one in suggestions], act)


def update_suggestions(connection: sqlite3.Connection, suggestions: Mapping[int, Suggestion], act: Act) -> set[int]:
    """Write over claims what the splitter says of them now; gives those that were not so already."""
    columns = {claim_id: one.columns for claim_id, one in suggestions.items()}
    return change_many(connection, CLAIMS, columns, act)


def _suggested(article_id: int, one: Suggestion) -> Row:
    return {"article_id": article_id, "origin": Origin.MACHINE.value, **one.columns, "suggestion": one.kept}


def split_off(connection: sqlite3.Connection, claim_id: int, patch: ClaimPatch, act: Act) -> int:
    """Add a part of a claim as a claim of its own and give its id: what `patch` does not say is as in the whole."""
    whole = claim_row(connection, claim_id)
    row = {name: whole[name] for name in _SHARED} | {"origin": Origin.PERSON.value, **CLAIMS.columns(patch)}
    return insert_row(connection, CLAIMS, row, act)


_SHARED = (
    "article_id", "kinds", "speaker", "speaker_alias", "attribution", "attribution_verb", "suggestion", "note",
    "checkworthiness", "reasons",
)  # fmt: skip
"""What the parts of a split claim have in common."""


def drop(connection: sqlite3.Connection, claim_id: int, act: Act, *, version: int | None = None) -> None:
    """Take a claim out of the lists; what repeats it is listed on its own.

    Raises:
        ConflictError: It was changed after `version` was read.
    """
    change(connection, CLAIMS, claim_id, {"removed_at": moment(connection)}, act, version=version)
    let_go(connection, [claim_id], act)


def drop_many(connection: sqlite3.Connection, claims: Mapping[int, int | None], act: Act) -> None:
    """Take claims out of the lists, each as `drop` does and in its version, where one is named.

    Raises:
        ConflictError: One of them was changed after its version was read.
    """
    left, read = dict(claims), _versions(connection, claims)
    for claim_id, version in left.items():
        if version is not None and version != read.get(claim_id):  # it tells the conflict
            drop(connection, claim_id, act, version=version)
    while repeated := repeated_claims(connection).intersection(left):
        for claim_id in sorted(repeated):  # what repeats it is listed on its own, and may be the next to go
            version, read = left.pop(claim_id), _versions(connection, left)
            drop(connection, claim_id, act, version=version)
            # nobody else has changed those that it let go
            left |= {one: new for one, new in _versions(connection, left).items() if left[one] == read[one]}
    gone = {"removed_at": moment(connection)}
    change_many(connection, CLAIMS, dict.fromkeys(left, gone), act, versions=left)


def _versions(connection: sqlite3.Connection, claims: Mapping[int, int | None]) -> dict[int, int]:
    rows = connection.execute("SELECT id, version FROM claims WHERE removed_at IS NULL")
    return {claim_id: version for claim_id, version in rows if claim_id in claims}


def bring_back(connection: sqlite3.Connection, claim_id: int, act: Act) -> None:
    """Put a dropped claim back into the lists."""
    change(connection, CLAIMS, claim_id, {"removed_at": None}, act)


def insert_drafts(
    connection: sqlite3.Connection,
    article_id: int,
    suggestions: Sequence[Suggestion],
    duplicates: Sequence[DuplicateLink | None] = (),
) -> list[int]:
    """Store the splitter's suggestions inside the caller's write transaction and give their ids, in order.

    The suggestion itself is kept beside what people make of it. `duplicates[i]` says what suggestion `i` repeats.
    """
    ids: list[int] = []
    for number, one in enumerate(suggestions):
        link = duplicates[number] if duplicates else None
        if link is not None:
            repeats = ids[link.draft] if link.draft is not None else link.claim_id
            columns = {**one.columns, "duplicate_of": repeats}
            one = Suggestion(columns, to_json(columns))
        ids.append(plain_insert(connection, CLAIMS, _suggested(article_id, one)))
    return ids


def claim(database: Database, claim_id: int) -> Claim:
    """One claim.

    Raises:
        NotFoundError: There is no such claim, or it was dropped, or its article removed.
    """
    row = database.row(
        "SELECT c.*, a.removed_at AS article_removed_at FROM claims c JOIN articles a ON a.id = c.article_id "
        "WHERE c.id = ?",
        (claim_id,),
    )
    if row is None or row["removed_at"] is not None or row["article_removed_at"] is not None:
        refuse_missing(row, claim_id)
    return claim_from(row)


def claims_named(database: Database, claim_ids: Iterable[int]) -> list[Claim]:
    """Claims by their ids, in that order.

    Raises:
        NotFoundError: As for `claim`.
    """
    wanted, there = list(claim_ids), dict[int, Row]()
    for begin in range(0, len(wanted), MANY):
        part = wanted[begin : begin + MANY]
        rows = database.rows(
            "SELECT c.*, a.removed_at AS article_removed_at FROM claims c JOIN articles a "  # noqa: S608
            f"ON a.id = c.article_id WHERE c.id IN ({', '.join('?' for _ in part)})",
            tuple(part),
        )
        there.update((row["id"], row) for row in rows)
    for claim_id in wanted:
        row = there.get(claim_id)
        if row is None or row["removed_at"] is not None or row["article_removed_at"] is not None:
            refuse_missing(row, claim_id)
    return [claim_from(there[claim_id]) for claim_id in wanted]


def published_of(database: Database, claim_ids: Iterable[int]) -> list[int]:
    """Those of the claims that are published, dropped or not."""
    wanted, found = sorted(claim_ids), list[int]()
    for begin in range(0, len(wanted), MANY):
        part = wanted[begin : begin + MANY]
        rows = database.rows(
            f"SELECT id FROM claims WHERE status = ? AND id IN ({', '.join('?' for _ in part)}) ORDER BY id",  # noqa: S608
            (ReviewStatus.PUBLISHED.value, *part),
        )
        found += [row["id"] for row in rows]
    return found


def refuse_missing(row: Row | None, claim_id: int) -> NoReturn:
    """Say why a claim is not in the lists, given its row and when its article was removed.

    Raises:
        NotFoundError: Always.
    """
    if row is None:
        raise NotFoundError(f"there is no claim {claim_id}; `workbench claim list` shows the ones there are.")
    if row["removed_at"] is not None:
        raise NotFoundError(f"claim {claim_id} was dropped; `workbench claim restore {claim_id}` brings it back.")
    raise NotFoundError(
        f"claim {claim_id} belongs to article {row['article_id']}, which was removed; adding the article again "
        "brings both back."
    )


def stored_claim(database: Database, claim_id: int) -> StoredClaim:
    """A claim, dropped or not, with all that is kept of it.

    Raises:
        NotFoundError: There is no such claim.
    """
    row = database.row("SELECT * FROM claims WHERE id = ?", (claim_id,))
    if row is None:
        refuse_missing(None, claim_id)
    return stored_from(row)


def stored_from(row: Row) -> StoredClaim:
    """A row of `claims`."""
    suggestion = from_json(row["suggestion"]) if row["suggestion"] else None
    return StoredClaim(claim_from(row), suggestion, row["note"], row["removed_at"])


def claim_row(connection: sqlite3.Connection, claim_id: int) -> Row:
    """The row of a claim, dropped or not.

    Raises:
        NotFoundError: There is no such claim.
    """
    row = row_of(connection, "claims", "id", claim_id)
    if row is None:
        refuse_missing(None, claim_id)
    return row


def speakers(database: Database) -> list[tuple[str, int]]:
    """Whom claims are attributed to, each with the number of claims; most claims first, then by name."""
    rows = database.rows(
        "SELECT speaker, count(*) AS n FROM claims WHERE speaker IS NOT NULL AND removed_at IS NULL "
        "AND article_id IN (SELECT id FROM articles WHERE removed_at IS NULL) GROUP BY speaker ORDER BY n DESC, speaker"
    )
    return [(row["speaker"], row["n"]) for row in rows]


def removed_claims(database: Database, article_id: int | None = None) -> list[Claim]:
    """Claims that were dropped, of one article or of all, in reading order."""
    rows = database.rows(
        "SELECT * FROM claims WHERE removed_at IS NOT NULL AND (? IS NULL OR article_id = ?) "
        'ORDER BY article_id, start, "end", id',
        (article_id, article_id),
    )
    return [claim_from(row) for row in rows]


def claims(database: Database, wanted: ClaimFilter | None = None) -> list[Claim]:
    """Claims as the filter wants them; without one all of them, in reading order."""
    wanted = wanted or ClaimFilter()
    where = ["removed_at IS NULL", "article_id IN (SELECT id FROM articles WHERE removed_at IS NULL)"]
    values: list[Any] = []
    if wanted.article_id is not None:
        where.append("article_id = ?")
        values.append(wanted.article_id)
    if wanted.statuses:
        where.append(f"status IN ({', '.join('?' for _ in wanted.statuses)})")
        values += [status.value for status in wanted.statuses]
    if wanted.kinds:
        holes = ", ".join("?" for _ in wanted.kinds)
        where.append(f"EXISTS (SELECT 1 FROM json_each(kinds) WHERE value IN ({holes}))")  # noqa: S608
        values += [kind.value for kind in wanted.kinds]
    if wanted.min_checkworthiness > 0:
        where.append("checkworthiness >= ?")
        values.append(wanted.min_checkworthiness)
    if not wanted.with_duplicates:
        where.append("duplicate_of IS NULL")
    if wanted.tags:
        where.append(
            "id IN (SELECT CAST(subject_id AS INTEGER) FROM tags WHERE subject = 'claims' AND removed_at IS NULL "  # noqa: S608
            f"AND tag IN ({', '.join('?' for _ in wanted.tags)}))"
        )
        values += wanted.tags
    if wanted.assignee is not None:
        where.append(
            "id IN (SELECT CAST(subject_id AS INTEGER) FROM assignments WHERE subject = 'claims' "
            "AND removed_at IS NULL AND folded(assignee) = folded(?))"
        )
        values.append(wanted.assignee)
    reading = 'article_id, start, "end", id'
    order = f"checkworthiness DESC, {reading}" if wanted.by_worthiness else reading
    limit = -1 if wanted.limit is None else wanted.limit
    # Only fixed fragments and placeholders are joined here.
    sql = f"SELECT * FROM claims WHERE {' AND '.join(where)} ORDER BY {order} LIMIT ? OFFSET ?"  # noqa: S608
    return [claim_from(row) for row in database.rows(sql, (*values, limit, wanted.offset))]
