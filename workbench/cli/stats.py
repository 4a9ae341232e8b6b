"""`workbench stats`: ratings, turnaround, agreement, most-used sources."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.global_options import Session
from workbench.cli.output import FORMATS, emit, emit_rows, plain, say, width
from workbench.domain.errors import BadInputError

if TYPE_CHECKING:
    from workbench.reports.charts import Chart

COLUMNS = ("about", "name", "value", "unit")
CITATIONS = (
    "article",
    "title",
    "claims",
    "covered",
    "recall",
    "citations",
    "carrying",
    "precision",
    "accepted",
    "cited",
    "cited_share",
)
BAR = 40
"""Columns of the longest bar of a plot."""


@click.command()
@click.option("--article", "article_id", type=int, metavar="ID", help="Only this article.")
@click.option("--citations", is_flag=True, help="How well verdicts are covered by what they cite, article by article.")
@click.option(
    "--format",
    "format_",
    type=click.Choice((*FORMATS, "plot", "svg")),
    default="table",
    show_default=True,
    help="Rows, bars for the terminal, or a drawing.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), default=None, help="Write to this file.")
@click.pass_obj
def stats(session: Session, article_id: int | None, citations: bool, format_: str, output: Path | None) -> None:
    """Count ratings, turnaround, agreement and the sources used most, as they stand now.

    Claims that wait for your second opinion count with their state alone.
    """
    if citations:
        _citations(session, article_id, format_, output)
        return
    from workbench.services.record import stats as service

    found = service.stats(session.workspace, article_id)
    if format_ == "svg":
        emit(service.svg(found), output)
    elif format_ == "plot":
        emit("\n".join(_plot(chart) for chart in service.plots(found)), output)
    else:
        emit_rows(service.rows(found), COLUMNS, format_, output)
    if found.unseen:
        numbers = f"claim{'s' if len(found.unseen) > 1 else ''} {', '.join(map(str, found.unseen))}"
        say(f"Your second opinion is wanted on {numbers}: what others decided there is not counted.")


def _citations(session: Session, article_id: int | None, format_: str, output: Path | None) -> None:
    from dataclasses import asdict

    from workbench.services.record.citations import citation_figures

    if format_ not in FORMATS:
        raise BadInputError(f"--citations is a table; give --format {', '.join(FORMATS)}.")
    rows = [asdict(one) for one in citation_figures(session.workspace, article_id)]
    emit_rows(rows, CITATIONS, format_, output)


def _plot(chart: Chart) -> str:
    """Bars of block characters, an eighth of a column fine, for a terminal of any width from 80."""
    labels = [_fit(" ".join(plain(label).split())) for label, _, _ in chart.bars]
    room = max(width(label) for label in labels)
    top = max(value for _, value, _ in chart.bars)
    lines = [plain(chart.title)]
    for label, (_, value, _) in zip(labels, chart.bars, strict=True):
        eighths = round(8 * BAR * value / top)
        bar = "█" * (eighths // 8) + " ▏▎▍▌▋▊▉"[eighths % 8].strip()
        lines.append(f"  {label}{' ' * (room - width(label))}  {f'{bar} {value:g}'.lstrip()}")
    return "\n".join(lines) + "\n"


def _fit(label: str) -> str:
    return label if width(label) <= 30 else label[:29] + "…"
