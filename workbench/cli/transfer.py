"""`workbench import`, `backup` and `restore`: whole workspaces in and out."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.output import say
from workbench.cli.session import Session


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def import_(session: Session, file: Path) -> None:
    """Read a JSON export into an empty workspace: the same claims, evidence, verdicts and history.

    FILE is what `workbench export --format json` wrote; "-" is standard input.
    """
    from workbench.services.import_ import import_report

    came = import_report(session.workspace, file)
    say(
        f"{came.articles:,} articles, {came.claims:,} claims, {came.evidence:,} pieces of evidence, "
        f"{came.verdicts:,} verdicts, {came.sources:,} sources, {came.events:,} events of history imported. "
        "`workbench reindex` makes them searchable."
    )


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace FILE if it is there.")
@click.pass_obj
def backup(session: Session, file: Path, force: bool) -> None:
    """Copy the workspace's database to one FILE, consistent while others work, and check the copy."""
    from workbench.services.backup import backup as copy

    held = copy(session.workspace, file, force=force)
    say(
        f"{file}: {held.articles:,} articles, {held.claims:,} claims, {held.sources:,} sources, "
        f"{held.verdicts:,} verdicts."
    )


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace the database that is there; it is kept under another name.")
@click.pass_obj
def restore(session: Session, file: Path, force: bool) -> None:
    """Bring a backup back as the database of the workspace, once it is found sound."""
    from workbench.services.backup import restore as bring_back

    held, aside = bring_back(file, session.path, force=force)
    say(
        f"{session.path}: {held.articles:,} articles, {held.claims:,} claims, {held.sources:,} sources, "
        f"{held.verdicts:,} verdicts restored. `workbench reindex` brings the index in step."
    )
    if aside is not None:
        say(f"The database that was there is kept as {aside}.")
