"""`workbench verify`: is a bundle what it was."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from workbench.cli.output import emit_rows, row_options
from workbench.domain.errors import ExitCode


@click.command()
@click.argument("bundle", type=click.Path(path_type=Path))
@click.option(
    "--trust", type=click.Path(path_type=Path), metavar="PEM", help="Certificates of time stamp authorities you trust."
)
@row_options
def verify(bundle: Path, trust: Path | None, format_: str, output: Path | None) -> int:
    """Check a bundle of `export --bundle`: every file, the record's head, the quotations, the time stamp.

    It needs no workspace and no network. Exit code 0 when all is as it was, 1 when something was changed; the rows
    say which file.
    """
    from workbench.services.record.bundling import verify as check

    found = list(check(bundle, trust=trust))
    emit_rows([asdict(one) for one in found], ("file", "state", "detail"), format_, output)
    return ExitCode.PROBLEMS if any(one.state == "problem" for one in found) else ExitCode.OK
