"""`workbench plugins`: what is installed, what it adds, and what of it fails."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.output import emit_rows, row_options, say
from workbench.domain.errors import ExitCode

COLUMNS = ("name", "version", "hooks", "problem")


@click.command()
@row_options
def plugins(format_: str, output: Path | None) -> int:
    """List the plug-ins that are installed: what each adds, and why one was left out.

    Exit code 1 when one of them fails. WORKBENCH_PLUGINS=off loads none.
    """
    from workbench.plugins import plugins as loaded

    states = loaded().states
    rows = [
        {
            "name": state.name,
            "version": state.version,
            "hooks": [hook.removeprefix("register_") for hook in state.hooks],
            "problem": state.problem,
        }
        for state in states
    ]
    emit_rows(rows, COLUMNS, format_, output)
    if not rows:
        say("No plug-in is installed.")
    return ExitCode.PROBLEMS if any(state.problem for state in states) else ExitCode.OK
