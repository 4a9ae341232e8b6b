"""`workbench head`: the hash that stands for the whole record, to be kept elsewhere."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.global_options import Session
from workbench.cli.output import say
from workbench.domain.errors import BadInputError


@click.command()
@click.option("-o", "--output", type=click.Path(path_type=Path), default=None, help="Write it to this file.")
@click.option("--sign", "key", type=click.Path(path_type=Path), default=None, help="Sign FILE with this secret key.")
@click.pass_obj
def head(session: Session, output: Path | None, key: Path | None) -> None:
    """Print the head of the record, or write it to a file that `doctor --against FILE` reads.

    --sign makes a detached signature beside the file: FILE.sig with an SSH key (ssh-keygen -Y sign, namespace
    workbench-record), FILE.minisig with a key of minisign.
    """
    from workbench.services.record.head import head_of, sign, write_statement

    if key is not None and output is None:
        raise BadInputError("--sign needs a file to sign: name it with -o FILE.")
    told = head_of(session.workspace)
    if output is None:
        click.echo(told.head)
        return
    write_statement(told, output)
    say(f"{output}: the head after event {told.event}, {told.at}.")
    if key is not None:
        say(f"Signed: {sign(output, key)}")
