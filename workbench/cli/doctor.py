"""`workbench doctor`: check that everything is whole."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from workbench.cli.global_options import Session
from workbench.cli.output import emit, plain, rendered, row_options, say
from workbench.domain.errors import ExitCode

COLUMNS = ("check", "state", "detail", "remedy")


@click.command()
@click.option("--repair", is_flag=True, help="Mend what can be mended without losing anything.")
@click.option("--record", is_flag=True, help="Only the record: chain, seals, tables, and what stands now.")
@click.option(
    "--against",
    metavar="HEAD",
    help="Is this the record of a report, a bundle, a backup or a hash, or its continuation?",
)
@row_options
@click.pass_obj
def doctor(session: Session, repair: bool, record: bool, against: str | None, format_: str, output: Path | None) -> int:
    """Check database, record, index, models and anchors, try every reader and exporter, and say what to do.

    HEAD is a report, a bundle, a backup, or the hash that stands in them: the record must be the same one or its
    continuation. No head stands in CSV, AVeriTeC, feed, CSL-JSON, RIS, BibTeX, Obsidian and community note. Exit code 0
    when all is well, 1 when something needs attention.
    """
    from workbench.services.record.doctor import compare, examine, examine_record

    if against is not None:
        findings = list(compare(session.workspace, against))
    elif record:
        findings = list(examine_record(session.workspace))
    else:
        findings = list(examine(session.workspace, repair=repair))
    shown = rendered([asdict(finding) for finding in findings], COLUMNS, format_)
    emit(shown, output)
    for finding in findings if format_ == "table" else ():
        # a terminal of usual width has no room for what is to be typed
        if finding.remedy and " ".join(plain(finding.remedy).split()) not in shown:
            say(f"{finding.check}: {finding.remedy}")
    return ExitCode.PROBLEMS if any(finding.state == "problem" for finding in findings) else ExitCode.OK
