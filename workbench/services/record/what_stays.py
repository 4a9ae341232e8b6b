"""What a whole record takes along and what stays in the workspace: told when it is written and when it comes in."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.domain.review import Subject
from workbench.reports.model import Report
from workbench.services.record.rendered import counted
from workbench.services.workspace import Workspace
from workbench.store.sources import counts

STAYED = (
    "Sources that no claim is linked to, comments, and the bytes that pages were read from do not come with an export; "
    "`workbench backup` and `restore` carry all of it."
)


def stays(workspace: Workspace, report: Report) -> Iterator[str]:
    """How many sources of the workspace are not in a JSON export, which holds those that claims are linked to."""
    if report.selection.as_of is not None:
        return
    there, _ = counts(workspace.database)
    told = sum(kept.removed_at is None and kept.superseded_by is None for kept in report.sources)
    if (left := there - told) > 0:
        are = (
            "is not in it: no claim told is linked to it"
            if left == 1
            else "are not in it: no claim told is linked to them"
        )
        yield f"{left:,} of {counted(there, 'source')} {are}; `workbench backup` keeps all."


def goes_along(report: Report) -> Iterator[str]:
    """That the searches somebody saved are told, by name and words, to whoever is given the record."""
    named = {event.subject_id for event in report.events if event.subject == Subject.SAVED_SEARCH}
    if named:
        searches = f"{len(named):,} saved {'search' if len(named) == 1 else 'searches'}"
        yield f"the history in it tells {searches} by name and words; an export of --article alone does not."
