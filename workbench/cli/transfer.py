"""`workbench import`, `backup` and `restore`: whole workspaces in and out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.output import say
from workbench.cli.session import Session

if TYPE_CHECKING:
    from workbench.store.backup import Checked


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def import_(session: Session, file: Path) -> None:
    """Read a JSON export into an empty workspace: the same claims, evidence, verdicts and history.

    FILE is what `workbench export --format json` wrote; "-" is standard input.
    """
    from workbench.services.record.import_ import import_report

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


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace the database that is there; it is kept under another name.")
@click.pass_obj
def restore(session: Session, file: Path, force: bool) -> None:
    """Bring a backup back as the database of the workspace, once it is found sound."""
    from workbench.services.record.backup import restore as bring_back

    held, aside = bring_back(file, session.path, force=force)
    say(f"{session.path}: {_held(held)} restored. `workbench reindex` brings the index in step.")
    if aside is not None:
        say(f"The database that was there is kept as {aside}.")
