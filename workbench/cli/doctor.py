"""`workbench doctor`: check that everything is whole."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from workbench.cli.output import emit_rows, row_options
from workbench.cli.session import Session
from workbench.domain.errors import ExitCode


@click.command()
@click.option("--repair", is_flag=True, help="Mend what can be mended without losing anything.")
@click.option("--record", is_flag=True, help="Only the record: chain, seals, tables, and what stands now.")
@row_options
@click.pass_obj
def doctor(session: Session, repair: bool, record: bool, format_: str, output: Path | None) -> int:
    """Check database, record, index, models and anchors, try every reader and exporter, and say what to do.

    Exit code 0 when all is well, 1 when something needs attention.
    """
    from workbench.services.record.doctor import examine, examine_record

    found = examine_record(session.workspace) if record else examine(session.workspace, repair=repair)
    findings = list(found)
    emit_rows([asdict(finding) for finding in findings], ("check", "state", "detail", "remedy"), format_, output)
    return ExitCode.PROBLEMS if any(finding.state == "problem" for finding in findings) else ExitCode.OK
