"""`workbench init`, `demo` and `setting`: the workspace itself."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from workbench.cli.global_options import Session
from workbench.cli.output import emit_rows, needs_terminal, plain, row_options, say
from workbench.domain.errors import BadInputError
from workbench.services.workspace import SETTING_NAMES, Workspace


@click.command()
@click.argument("directory", type=click.Path(path_type=Path), required=False)
@click.pass_obj
def init(session: Session, directory: Path | None) -> None:
    """Make an empty workspace in DIRECTORY (default: the folder of --workspace)."""
    path = directory or session.path
    existed = (path / "claims.db").exists()
    with Workspace.create(path, reviewer=session.reviewer) as workspace:
        name = plain(str(workspace.path.resolve()))
        if existed:
            say(f"{name} is a workspace already; nothing was changed.")
        else:
            there = "" if path == Path() else f"--workspace {shlex.quote(str(path))} "
            say(f"Made an empty workspace in {name}. Next: workbench {plain(there)}article add FILE")


@click.command()
@click.argument("directory", type=click.Path(path_type=Path), required=False)
@click.option("--open/--no-open", "open_", default=True, help="Open the terminal UI on it.")
@click.pass_obj
def demo(session: Session, directory: Path | None, open_: bool) -> None:
    """Make the sample workspace in DIRECTORY and open it.

    Without DIRECTORY it is in your data folder, for a program run from a checkout in build/demo there. One that is
    there already is opened as it is.
    """
    from workbench.services.sample import find_sample, make_sample

    path = directory or find_sample()
    with make_sample(path, reviewer=session.reviewer) as workspace:
        reviewer = workspace.reviewer
        if open_:
            workspace.database.require_writable()
    say(f"The sample workspace is in {path}.")
    if open_:
        needs_terminal()
        from workbench.tui.app import open_workspace

        open_workspace(path, reviewer)


@click.command()
@click.argument("name", required=False)
@click.argument("value", required=False)
@click.option("--unset", is_flag=True, help="Remove the setting.")
@row_options
@click.pass_obj
def setting(
    session: Session, name: str | None, value: str | None, unset: bool, format_: str, output: Path | None
) -> None:
    """Show the workspace's settings, or set NAME to VALUE."""
    if unset and (value is not None or name is None):
        raise BadInputError("--unset goes with a name alone.")
    if name is not None and name not in SETTING_NAMES:
        raise BadInputError(f"there is no setting {name!r}; there are {', '.join(SETTING_NAMES)}.")
    if name is not None and (value is not None or unset):
        from workbench.services.settings import change_setting

        change_setting(session.workspace, name, value)
    found = session.workspace.settings()
    rows = [
        {"name": key, "value": found.get(key), "meaning": meaning}
        for key, meaning in SETTING_NAMES.items()
        if name in (None, key)
    ]
    emit_rows(rows, ("name", "value", "meaning"), format_, output)
