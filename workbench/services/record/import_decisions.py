"""Decisions made in a spreadsheet, brought back as ordinary dated acts of the reviewer who brings them."""

from __future__ import annotations

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
from workbench.services.review.blind import visible_claim
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
        yield "dropped", "", "yes"
        return
    if row.has_speaker and (row.speaker or "") != (claim.speaker or "") and row.speaker:
        yield "speaker", claim.speaker or "", row.speaker
    if row.tags is not None:
        _, new, _ = _tags(workspace, row)
        if new:
            yield "tags", "", "; ".join(new)
    if row.rating:
        stands = record_of(workspace, claim.id).standing
        found = scale_of(workspace, claim.id).find(row.rating)
        words = found.words if found else row.rating
        before = stands.rating if stands else ""
        other = words != before or (stands and row.rationale and row.rationale != stands.rationale.strip())
        if other and not _is_anothers(workspace, claim.id, words, row.rationale or ""):
            yield "rating", before, words


def _is_anothers(workspace: Workspace, claim_id: int, rating: str, reason: str) -> bool:
    """Whether somebody else has said just that: the table showed it, and who brings it back decided nothing.

    A reviewer who has yet to judge without seeing it does not see it here either, so that it looked like their own.
    """
    return any(
        (one.rating, one.rationale.strip()) == (rating, reason) and not same_person(one.reviewer, workspace.reviewer)
        for one in verdicts(workspace.database, claim_ids=[claim_id])
    )


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
