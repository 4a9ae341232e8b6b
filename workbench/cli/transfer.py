"""`workbench import`, `backup` and `restore`: whole workspaces in and out."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.global_options import Session
from workbench.cli.output import complain, emit_rows, plain, row_options, say
from workbench.domain.errors import ExitCode

if TYPE_CHECKING:
    from workbench.store.backup import Checked


MOST_FLAWS = 10
"""So much that is wrong with an export is told one by one."""


class ImportGroup(click.Group):
    """`import FILE` reads a JSON export; `import decisions FILE` a claims table that was filled in."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """A first word that is no command is the file of an export."""
        if args and args[0] not in (*self.commands, "--help"):
            args = ["record", *args]
        return super().parse_args(ctx, args)


@click.group("import", cls=ImportGroup)
def import_() -> None:
    """Read a JSON export into an empty workspace (`import FILE`), or decisions made in a spreadsheet."""


@import_.command("record")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def record(session: Session, file: Path) -> int:
    """Read a JSON export into an empty workspace: the same claims, evidence, verdicts and history.

    FILE is what `workbench export --format json` wrote; "-" is standard input. What it says otherwise than its own
    events is told, and noted in the record (exit code 1).
    """
    from workbench.services.record.import_ import import_report
    from workbench.services.record.what_stays import STAYED

    came = import_report(session.workspace, file)
    held = _counted(
        article=came.articles,
        claim=came.claims,
        piece_of_evidence=came.evidence,
        verdict=came.verdicts,
        source=came.sources,
        event=came.events,
    )
    say(f"{held} imported. `workbench reindex` makes them searchable.")
    say(f"{STAYED} The import is an event of its own, so that the record has another head here.")
    for flaw in came.flaws[:MOST_FLAWS]:
        complain(f"{file} was changed after it was written: {plain(flaw)}.")
    if len(came.flaws) > MOST_FLAWS:
        complain(f"and {len(came.flaws) - MOST_FLAWS:,} more.")
    if came.in_part:
        more = len(came.in_part) - MOST_FLAWS
        named = ", ".join(map(str, came.in_part[:MOST_FLAWS])) + (f" and {more:,} more" if more > 0 else "")
        one = len(came.in_part) == 1
        which = f"verdict {named} is" if one else f"verdicts {named} are"
        complain(f"{which} told without words of a private source: only the workspace it came from can check that.")
    return ExitCode.PROBLEMS if came.flaws else ExitCode.OK


DECISIONS = ("line", "claim_id", "what", "before", "after", "state", "reason")


@import_.command("decisions")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--apply", "apply_", is_flag=True, help="Make the changes; without it they are only shown.")
@row_options
@click.pass_obj
def decisions(session: Session, file: Path, apply_: bool, format_: str, output: Path | None) -> int:
    """Bring back a claims table (CSV or Excel) in which rating, rationale, speaker or dropped were filled in.

    FILE is what `workbench export --format csv` or xlsx wrote. Without --apply it is shown what would change. Each
    change is an act of yours, dated now, and can be undone. What was changed in the workbench since, or rated by
    somebody else, is a conflict: it is told and stays as it is (exit code 1).
    """
    from workbench.services.record.import_decisions import CHANGE, CONFLICT, import_decisions

    found = list(import_decisions(session.workspace, file, apply=apply_))
    emit_rows([asdict(one) for one in found], DECISIONS, format_, output)
    conflicts = sum(one.state == CONFLICT for one in found)
    if any(one.state == CHANGE for one in found):
        say("Nothing was changed yet; --apply makes these changes.")
    elif not found:
        say("The table says what the record says; nothing to change.")
    return ExitCode.PROBLEMS if conflicts else ExitCode.OK


def _counted(**numbers: int) -> str:
    """Counts in words: "1 article, 5 claims"."""
    plurals = {"piece_of_evidence": "pieces of evidence"}
    return ", ".join(
        f"{count:,} {name.replace('_', ' ') if count == 1 else plurals.get(name, f'{name}s')}"
        for name, count in numbers.items()
    )


def _held(checked: Checked) -> str:
    return _counted(article=checked.articles, claim=checked.claims, source=checked.sources, verdict=checked.verdicts)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace FILE if it is there.")
@click.pass_obj
def backup(session: Session, file: Path, force: bool) -> None:
    """Copy the workspace's database to one FILE, consistent while others work, and check the copy."""
    from workbench.services.record.backup import backup as copy

    held = copy(session.workspace, file, force=force)
    say(f"{file}: {_held(held)}.")
    if held.head:
        say(f"Head of the record: sha256:{held.head}")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace the database that is there; it is kept under another name.")
@click.pass_obj
def restore(session: Session, file: Path, force: bool) -> None:
    """Bring a backup back as the database of the workspace, once it is found sound.

    Where the workspace that is there has roles, this is an editor's act.
    """
    from workbench.services.record.backup import restore as bring_back

    held, aside = bring_back(file, session.path, force=force, reviewer=session.reviewer)
    say(f"{session.path}: {_held(held)} restored. `workbench reindex` brings the index in step.")
    if aside is not None:
        say(f"The database that was there is kept as {aside}.")
