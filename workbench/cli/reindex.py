"""`workbench reindex`: bring index/ in step with claims.db."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.global_options import Session
from workbench.cli.output import emit_rows, row_options, say
from workbench.cli.reading import progress_line

COLUMNS = ("added", "unchanged", "removed", "encoded", "seconds")


@click.command()
@click.option("--full", is_flag=True, help="Make everything again.")
@click.option(
    "--model",
    metavar="NAME",
    help="A sentence-transformers model by name or folder; all-MiniLM-L6-v2 is the bundled one (default: that of the "
    "index in use).",
)
@click.option(
    "--precision",
    type=click.Choice(["float32", "int8"]),
    help="int8 encodes faster with vectors a little off, bundled model only (default: that of the index in use, or "
    "float32).",
)
@click.option("--ray", metavar="ADDRESS", help='Encode on Ray: "local", or host and port of a cluster (extra scale).')
@row_options
@click.pass_obj
def reindex(
    session: Session,
    /,
    full: bool,
    model: str | None,
    precision: str | None,
    ray: str | None,
    format_: str,
    output: Path | None,
) -> None:
    """Bring index/ in step with claims.db: encode what is new, leave out what is gone.

    Ctrl-C keeps what is finished; the next run continues there. Searches use the old index until the new one is whole.
    """
    from workbench.services.evidence.reindex import reindex as run

    if ray is not None:
        from workbench.services.collections.ray_encoders import is_remote

        if is_remote(ray):
            say(f"The words of what is new go to {ray}, which is not this machine.")
    with progress_line("texts") as progress:
        if ray is None:
            report = run(session.workspace, full=full, model=model, precision=precision, progress=progress)
        else:
            from workbench.services.collections.ray_encoders import reindex_on

            report = reindex_on(session.workspace, ray, full=full, model=model, precision=precision, progress=progress)
    if report.note:
        say(report.note)
    row = {
        "added": report.added,
        "unchanged": report.unchanged,
        "removed": report.removed,
        "encoded": report.encoded,
        "seconds": round(report.seconds, 2),
        "model": report.model,
        "index": report.factory,
        "recall_at_10": report.recall_at_10,
    }
    emit_rows([row], COLUMNS, format_, output)
    if not report.interrupted:
        tell_news(session, indexed=True)


def tell_news(session: Session, *, indexed: bool) -> None:
    """Say what came in for saved searches and published verdicts, where there is anything."""
    from workbench.services.search.watching import look_for_news

    with progress_line("watched") as progress:
        news = look_for_news(session.workspace, indexed=indexed, progress=progress)
    if news.words:
        say(news.words)
