"""Every claim the desk has rated, in the words that were rated, to be compared with new ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.domain.review import Verdict
from workbench.domain.standing import standing
from workbench.store.database import Database
from workbench.store.verdicts import verdicts, withdrawn_verdicts


@dataclass(frozen=True, slots=True)
class RatedClaim:
    """A claim with a verdict that stands, in the words that this verdict was given on."""

    id: int
    text: str


_RATED = (
    "SELECT c.id, max(v.claim_text), count(v.id) FROM claims c JOIN articles a ON a.id = c.article_id "
    "JOIN verdicts v ON v.claim_id = c.id "
    "WHERE c.rating IS NOT NULL AND c.removed_at IS NULL AND a.removed_at IS NULL"
)


def rated_claims(database: Database, among: Sequence[int] | None = None) -> list[RatedClaim]:
    """The rated claims of the workspace, or those among some ids; dropped ones and removed articles are left out."""
    if among is None:
        rows = list(database.tuples(f"{_RATED} GROUP BY c.id"))
    else:
        rows = []
        for begin in range(0, len(among), 500):
            part = tuple(among[begin : begin + 500])
            rows += database.tuples(f"{_RATED} AND c.id IN ({', '.join('?' for _ in part)}) GROUP BY c.id", part)
    # the only verdict of a rated claim stands; of several, one may be taken back or stand behind another
    stand = _words_that_stand(database, [claim_id for claim_id, _, given in rows if given > 1])
    return [RatedClaim(claim_id, stand.get(claim_id, text)) for claim_id, text, _ in rows]


def _words_that_stand(database: Database, claim_ids: Sequence[int]) -> dict[int, str]:
    if not claim_ids:
        return {}
    gone = withdrawn_verdicts(database)
    given: dict[int, list[Verdict]] = {}
    for verdict in verdicts(database, claim_ids=claim_ids):
        if verdict.id not in gone:
            given.setdefault(verdict.claim_id, []).append(verdict)
    found = {claim_id: standing(those) for claim_id, those in given.items()}
    return {claim_id: one.claim_text for claim_id, one in found.items() if one is not None}


def claims_citing(database: Database, source_id: str) -> list[int]:
    """The claims with a verdict, not taken back, that cites a source; dropped claims are left out."""
    gone = withdrawn_verdicts(database)
    rows = database.rows(
        "SELECT DISTINCT v.id, v.claim_id FROM verdicts v JOIN claims c ON c.id = v.claim_id "
        "JOIN articles a ON a.id = c.article_id, json_each(v.evidence) e WHERE c.removed_at IS NULL "
        "AND a.removed_at IS NULL AND json_extract(e.value, '$.source_id') = ? ORDER BY v.claim_id",
        (source_id,),
    )
    return list(dict.fromkeys(row["claim_id"] for row in rows if row["id"] not in gone))


def touched_claims(database: Database, after: int) -> list[int]:
    """Claims that an event after this one was about, or about their article."""
    rows = database.tuples(
        "SELECT DISTINCT claim_id FROM events WHERE id > ?1 AND claim_id IS NOT NULL UNION "
        "SELECT c.id FROM claims c WHERE c.article_id IN "
        "(SELECT article_id FROM events WHERE id > ?1 AND claim_id IS NULL AND article_id IS NOT NULL)",
        (after,),
    )
    return [row[0] for row in rows]


def followed_claims(database: Database, verdict_ids: Sequence[int]) -> dict[int, set[int]]:
    """The other claims whose verdicts these verdicts took over, by verdict: directly, or through one that did.

    A verdict that gives its claim the same rating once more, in other words say, follows what the one before followed.
    """
    told: dict[int, tuple[int, set[int]]] = {}
    level = list(dict.fromkeys(verdict_ids))
    while level:
        following: set[int] = set()
        for begin in range(0, len(level), 500):
            part = tuple(level[begin : begin + 500])
            for verdict_id, claim_id, adopted, before in database.tuples(
                f"{_FOLLOWS} WHERE v.id IN ({', '.join('?' for _ in part)})", part
            ):
                _, before_it = told.setdefault(verdict_id, (claim_id, set()))
                before_it |= {one for one in (adopted, before) if one is not None}
                following |= before_it
        level = [one for one in following if one not in told]
    return {one: _line(told, one) - {told[one][0]} for one in dict.fromkeys(verdict_ids) if one in told}


_FOLLOWS = (
    "SELECT v.id, v.claim_id, json_extract(e.after, '$.adopts'), s.id FROM verdicts v "
    "LEFT JOIN events e ON e.subject = 'verdicts' AND e.subject_id = CAST(v.id AS TEXT) AND e.reverses IS NULL "
    "LEFT JOIN verdicts s ON s.id = v.supersedes AND s.rating = v.rating AND s.scale_id = v.scale_id"
)


def _line(told: Mapping[int, tuple[int, set[int]]], verdict_id: int) -> set[int]:
    """Claims of all verdicts on the way back from one."""
    seen: set[int] = set()
    ahead = [verdict_id]
    while ahead:
        one = ahead.pop()
        if one in told and one not in seen:
            seen.add(one)
            ahead += told[one][1]
    return {told[one][0] for one in seen}
