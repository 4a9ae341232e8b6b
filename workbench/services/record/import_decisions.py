"""Decisions made in a spreadsheet, brought back as ordinary dated acts of the reviewer who brings them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workbench.domain.articles import Claim, ReviewStatus
from workbench.domain.errors import BadInputError, NotFoundError, WorkbenchError
from workbench.domain.standing import same_person
from workbench.domain.withheld import KEPT_BACK
from workbench.reports.decision_sheet import DecisionRow, read_decisions
from workbench.services.claims.claim_editing import set_speaker
from workbench.services.claims.claim_surgery import remove
from workbench.services.review.blind import blind, visible_claim
from workbench.services.review.desk_work import tag, tag_of, tags_on
from workbench.services.review.judging import rating_named, scale_of
from workbench.services.review.review import rate, record_of
from workbench.services.workspace import Workspace
from workbench.store.verdicts import verdicts

CHANGE, DONE, CONFLICT = "change", "done", "conflict"


@dataclass(frozen=True, slots=True)
class DecisionChange:
    """What becomes of a row of the sheet. `state` is "change", "done" (it was made) or "conflict" (left as it is)."""

    line: int
    claim_id: int
    what: str
    before: str
    after: str
    state: str
    reason: str = ""


class _NotTaken(Exception):
    """A cell that is not taken from a table as it stands."""

    def __init__(self, what: str, cell: str, why: str) -> None:
        super().__init__(why)
        self.what, self.cell = what, cell


class _Rehearsed(Exception):
    """Takes back what a dry run did."""


def import_decisions(workspace: Workspace, path: Path, *, apply: bool = False) -> Iterator[DecisionChange]:
    """Compare a filled-in claims table with the record, and make the changes where `apply` says so.

    A row whose claim was changed since the export, or that somebody else has rated, is a conflict: it is told and
    nothing is overwritten. Cells that say what the record says already, of whomever, change nothing. The acts of one
    row are made together or not at all.

    Raises:
        BadInputError: The file cannot be read or is no claims table; nothing was changed.
    """
    rows = read_decisions(path)
    if apply:
        workspace.database.require_allowed()
    for row in rows:
        yield from _row(workspace, row, apply)


def _row(workspace: Workspace, row: DecisionRow, apply: bool) -> list[DecisionChange]:
    try:
        claim = visible_claim(workspace, row.claim_id)
    except NotFoundError:
        if not (row.rating or row.dropped):
            return []
        return [_conflict(row, "claim", "", "", "there is no such claim here, or it was dropped")]
    try:
        wanted = list(_wanted(workspace, row, claim))
        lacking = [] if row.tags is None or row.dropped else _tags(workspace, row)[2]
    except _NotTaken as error:
        return [_conflict(row, error.what, "", error.cell, str(error))]
    except BadInputError as error:
        return [_conflict(row, "tags", "", "; ".join(row.tags or ()), str(error))]
    # whether somebody has put it on since the export cannot be told from the table
    kept = [_conflict(row, "tags", one, "", "a tag is taken off in the workbench alone") for one in lacking]
    return [*kept, *_changes(workspace, row, claim, wanted, apply)]


def _changes(
    workspace: Workspace, row: DecisionRow, claim: Claim, wanted: list[tuple[str, str, str]], apply: bool
) -> list[DecisionChange]:
    """What becomes of all that a row asks for: made together, or listed as conflicts."""
    if not wanted:
        return []
    if claim.quote != row.quote:
        return [_conflict(row, "claim", claim.quote, row.quote, "the words of the claim are others now")]
    if claim.version != row.version:
        return [_conflict(row, *change, "the claim was changed after the export") for change in wanted]
    rates = any(what == "rating" for what, _, _ in wanted)
    if rates and (problem := _not_ours(workspace, row, claim)):
        return [_conflict(row, *change, problem) for change in wanted]
    try:
        # a dry run makes the acts too and takes them back, or it would promise what then is a conflict
        if apply or not workspace.database.read_only:
            with workspace.database.write(asked=apply):
                _act(workspace, row, claim, {what for what, _, _ in wanted})
                if not apply:
                    raise _Rehearsed
    except _Rehearsed:
        pass
    except WorkbenchError as error:
        return [_conflict(row, *change, str(error)) for change in wanted]
    return [DecisionChange(row.line, claim.id, *change, DONE if apply else CHANGE) for change in wanted]


def _wanted(workspace: Workspace, row: DecisionRow, claim: Claim) -> Iterator[tuple[str, str, str]]:
    """What a row asks for that is not so already: what, before, after."""
    if row.dropped:
        if row.rating and any(_rating_wanted(workspace, row, claim)):
            raise _NotTaken("dropped", "yes", "the row drops the claim and rates it; leave one of them out")
        yield "dropped", "", "yes"
        return
    if row.has_speaker and (row.speaker or "") != (claim.speaker or "") and row.speaker:
        yield "speaker", claim.speaker or "", row.speaker
    if row.tags is not None:
        _, new, _ = _tags(workspace, row)
        if new:
            yield "tags", "", "; ".join(new)
    if row.rating:
        yield from _rating_wanted(workspace, row, claim)
    elif row.rationale and not _was_shown(workspace, claim.id, None, row.rationale):
        raise _NotTaken("rationale", row.rationale, "a reason without a rating")


def _rating_wanted(workspace: Workspace, row: DecisionRow, claim: Claim) -> Iterator[tuple[str, str, str]]:
    if blind(workspace, claim.id):
        # whatever the row says: who asks by a table is to learn nothing, and a colleague's table is nobody's opinion
        why = f"it waits for your own opinion, which is given in the workbench (`workbench review second {claim.id}`)"
        raise _NotTaken("rating", row.rating or "", why)
    stands = record_of(workspace, claim.id).standing
    found = scale_of(workspace, claim.id).find(row.rating or "")
    words = found.words if found else row.rating or ""
    before = stands.rating if stands else ""
    if words == before and not row.rationale:
        return
    if not _was_shown(workspace, claim.id, words, row.rationale or ""):
        if KEPT_BACK in (row.rationale or ""):
            why = "the reason has words that were kept back from the table; write it anew"
            raise _NotTaken("rating", words, why)
        yield "rating", before, words


def _was_shown(workspace: Workspace, claim_id: int, rating: str | None, reason: str) -> bool:
    """Whether a verdict of anybody says just that: the table showed it, and who brings it back decided nothing.

    A table writes a reason without signs that nobody sees, with other breaks of lines and a mark before a formula, and
    without words of private sources.
    """
    parts = _as_written(reason).split(KEPT_BACK)
    return any(
        rating in (None, one.rating) and _begins_and_goes_on(_as_written(one.rationale), parts)
        for one in verdicts(workspace.database, claim_ids=[claim_id])
    )


def _begins_and_goes_on(text: str, parts: list[str]) -> bool:
    """Whether a text is made of parts in their order, with anything between them."""
    if len(parts) == 1:
        return text == parts[0]
    first, *between, last = parts
    at = len(first)
    for part in between:
        at = text.find(part, at) + len(part) if part in text[at:] else len(text) + 1
    return text.startswith(first) and text.endswith(last) and at <= len(text) - len(last)


def _as_written(text: str) -> str:
    seen = "".join(sign for sign in text if sign.isspace() or unicodedata.category(sign) not in ("Cc", "Cf"))
    return " ".join(seen.split()).lstrip("'")


def _tags(workspace: Workspace, row: DecisionRow) -> tuple[set[str], list[str], list[str]]:
    """The tags of a claim, those that its row adds, and those that its row lacks.

    Raises:
        BadInputError: A word in the cell is no tag.
    """
    claim = visible_claim(workspace, row.claim_id)
    there = set(tags_on(workspace, "claim", [claim.id]).get(str(claim.id), ()))
    around = set(tags_on(workspace, "article", [claim.article_id]).get(str(claim.article_id), ()))
    given = list(dict.fromkeys(tag_of(one) for one in row.tags or () if one != KEPT_BACK))
    return there, [one for one in given if one not in there | around], sorted(there - set(given))


def _not_ours(workspace: Workspace, row: DecisionRow, claim: Claim) -> str:
    """Why the rating of a row cannot be given: it is not one, has no reason, or somebody else's stands."""
    if not row.rating:
        return ""
    try:
        rating_named(scale_of(workspace, claim.id), row.rating)
    except WorkbenchError as error:
        return str(error)
    if not row.rationale:
        return "a rating needs a reason in the column rationale"
    stands = record_of(workspace, claim.id).standing
    if stands is not None and claim.status is ReviewStatus.PUBLISHED:
        return f"it is published and locked as {stands.rating}; `workbench review correct {claim.id}` corrects it"
    if stands is not None and claim.status is ReviewStatus.SETTLED:
        return f"it is settled as {stands.rating}; `workbench review settle {claim.id}` settles it again"
    if stands is not None and not same_person(stands.reviewer, workspace.reviewer):
        return f"{stands.reviewer} has rated it {stands.rating}; a second opinion is given in the workbench"
    return ""


def _act(workspace: Workspace, row: DecisionRow, claim: Claim, wanted: set[str]) -> None:
    version = claim.version
    if "dropped" in wanted:
        remove(workspace, claim.id, version=version)
        return
    if "speaker" in wanted:
        version = set_speaker(workspace, claim.id, row.speaker, version=version).version
    if "tags" in wanted:
        tag(workspace, "claim", [claim.id], _tags(workspace, row)[1])
    if "rating" in wanted and row.rating:
        rate(workspace, claim.id, row.rating, why=row.rationale or "", version=version)


def _conflict(row: DecisionRow, what: str, before: str, after: str, reason: str) -> DecisionChange:
    return DecisionChange(row.line, row.claim_id, what, before, after, CONFLICT, reason)
