"""`workbench history`, `undo`, `redo`: the audit trail and the way back."""

from __future__ import annotations

from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.global_options import Session
from workbench.cli.output import Narrow, emit_rows, row_options, say
from workbench.domain.errors import ConflictError, LockedError

if TYPE_CHECKING:
    from workbench.domain.withheld import Withheld
    from workbench.services.record.history import HistoryLine
    from workbench.services.workspace import Workspace

COLUMNS = ("event", "at", "reviewer", "article_id", "claim_id", "words", "undone")
NARROW = Narrow("words", ("article_id",))


@click.command()
@click.option("--article", "article_id", type=int, default=None, help="Only what concerns this article.")
@click.option("--claim", "claim_id", type=int, default=None, help="Only what concerns this claim.")
@click.option("--by", "reviewer", default=None, help="Only what this reviewer did.")
@click.option("--after", type=click.IntRange(min=0), default=0, help="Only events after this one.")
@click.option("--limit", type=click.IntRange(min=1), default=100, show_default=True, help="The latest so many.")
@click.option("--all", "everything", is_flag=True, help="All of them.")
@row_options
@click.pass_obj
def history(
    session: Session,
    article_id: int | None,
    claim_id: int | None,
    reviewer: str | None,
    after: int,
    limit: int,
    everything: bool,
    format_: str,
    output: Path | None,
) -> None:
    """Who did what when, oldest first. What was taken back stays, marked as undone."""
    from workbench.services.record.history import history as read_history
    from workbench.services.record.withholding import withheld_of

    lines = read_history(
        session.workspace,
        article_id=article_id,
        claim_id=claim_id,
        reviewer=reviewer,
        after=after,
        limit=None if everything else limit,
        newest_first=True,
    )
    withheld = withheld_of(session.workspace)
    emit_rows([_row(line, withheld) for line in reversed(lines)], COLUMNS, format_, output, NARROW)


@click.command()
@click.argument("acts", type=click.IntRange(min=1), default=1)
@click.option("--event", "event_id", type=int, default=None, help="Take back the act this event belongs to instead.")
@row_options
@click.pass_obj
def undo(session: Session, acts: int, event_id: int | None, format_: str, output: Path | None) -> None:
    """Take back the last thing you did, or the last ACTS things. Others' work is never touched."""
    from workbench.services.record.history import sources_read_since
    from workbench.services.record.history import undo as take_back
    from workbench.services.record.withholding import withheld_of

    read = 0 if event_id is not None else sources_read_since(session.workspace)
    try:
        lines = take_back(session.workspace, acts, event_id=event_id)
    except (ConflictError, LockedError) as error:
        if event_id is None and error.event_id:
            error.args = (f"{error} {_what_goes(session.workspace, error.event_id)}",)
        raise
    if read:
        say(
            f"Note: undo does not take back the reading of evidence ({read:,} source{'s' if read > 1 else ''}) but the "
            "act before it; `workbench evidence remove` takes a source out, `workbench redo` does the act again."
        )
    withheld = withheld_of(session.workspace)
    emit_rows([_row(line, withheld) for line in lines], COLUMNS, format_, output, NARROW)


def _what_goes(workspace: Workspace, event_id: int) -> str:
    """What can be taken back although the act of this event has to stay."""
    from workbench.services.record.history import undoable_before
    from workbench.services.record.withholding import withheld_of

    before = undoable_before(workspace, event_id)
    if before is None:
        return "Nothing was undone, and you did nothing before it that could be."
    row = _row(before, withheld_of(workspace))
    claim = "" if before.claim_id is None else f" (claim {before.claim_id})"
    return (
        f"Nothing was undone; `workbench undo --event {before.event_id}` takes back what you did before it: "
        f"{shorten(row['words'], 80, placeholder='…')}{claim}."
    )


@click.command()
@click.argument("acts", type=click.IntRange(min=1), default=1)
@row_options
@click.pass_obj
def redo(session: Session, acts: int, format_: str, output: Path | None) -> None:
    """Do again what you took back last, or the last ACTS things."""
    from workbench.services.record.history import redo as do_again
    from workbench.services.record.withholding import withheld_of

    lines = do_again(session.workspace, acts)
    withheld = withheld_of(session.workspace)
    emit_rows([_row(line, withheld) for line in lines], COLUMNS, format_, output, NARROW)


_TELL_TAGS = ("tag.change", "undo", "redo")
"""Acts whose words may hold a tag, which is kept in small letters."""


def _row(line: HistoryLine, withheld: Withheld) -> dict[str, Any]:
    return {
        "event": line.event_id,
        "at": line.at,
        "reviewer": line.reviewer,
        "action": line.action,
        "article_id": line.article_id,
        "claim_id": line.claim_id,
        "words": withheld.scrub(line.words, any_case=line.action in _TELL_TAGS),
        "undone": line.undone,
    }
