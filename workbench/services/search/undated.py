"""What a search that asks for days says of the sources whose day is not known."""

from __future__ import annotations

from workbench.domain.searching import Filters
from workbench.services.workspace import Workspace
from workbench.store.search import undated_sources


def undated_note(workspace: Workspace, filters: Filters) -> str:
    """One line: how many sources of the workspace are left out for want of a day, and how to date them; or nothing."""
    count = undated_sources(workspace.database, filters)
    if not count:
        return ""
    told = "1 source without a date is" if count == 1 else f"{count:,} sources without a date are"
    return f"{told} left out; `workbench evidence add FILE --published YYYY-MM-DD` dates what is added."
