"""`workbench export`: the report, for people or machines."""

from __future__ import annotations

import sys
from codecs import BOM_UTF8
from itertools import chain
from pathlib import Path

import click

from workbench.cli.global_options import Session
from workbench.cli.output import emit_bytes, say
from workbench.domain.articles import ReviewStatus
from workbench.domain.errors import BadInputError

FORMATS = (
    "markdown",
    "html",
    "pdf",
    "docx",
    "json",
    "csv",
    "xlsx",
    "claimreview",
    "annotations",
    "averitec",
    "feed",
    "csl-json",
    "ris",
    "bibtex",
    "obsidian",
    "community-note",
)
BINARY = ("pdf", "docx", "xlsx", "obsidian")


class ExportFormat(click.Choice[str]):
    """One of the built-in formats, by its name or another that people call it, or one that a plug-in adds."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name of a format; of any other word it is told which may be meant, and which there are."""
        if value in FORMATS:
            return value
        from workbench.services.record.export_formats import named, unknown

        found = named(value)
        if found is None:
            self.fail(unknown(value), param, ctx)
        return found


@click.command()
@click.option(
    "--article", "articles", type=int, multiple=True, metavar="ID", help="Only this article; can be repeated."
)
@click.option(
    "--format", "format_", type=ExportFormat(FORMATS), default=None, help="Default: what the file's name says."
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=None, help='The file to write; "-" is standard output.'
)
@click.option("--page-url", metavar="URL", help="Page that carries the full fact check ({article}: the article's id).")
@click.option(
    "--template", type=click.Path(path_type=Path), metavar="DIR", help="House style: your own report.html, .md, .css."
)
@click.option("--as-of", metavar="DATE", help="The report as it stood at the end of this day (UTC), or at this moment.")
@click.option(
    "--status",
    "statuses",
    type=click.Choice([status.value for status in ReviewStatus]),
    multiple=True,
    help="Only claims in this state; can be repeated.",
)
@click.option("--since", metavar="DATE", help="Only verdicts given on this day or later.")
@click.option("--until", metavar="DATE", help="Only verdicts given on this day or earlier.")
@click.option(
    "--bundle",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A ZIP of the report and the very sources relied on, which `workbench verify` checks anywhere.",
)
@click.option(
    "--timestamp-url",
    metavar="URL",
    help="For --bundle: have this authority stamp it (RFC 3161); it learns a digest, nothing else.",
)
@click.option("--full", is_flag=True, help="For people: the full log, with unrated claims, suggestions and history.")
@click.option("--bom", is_flag=True, help="CSV: begin with a byte order mark, by which Excel knows that it is UTF-8.")
@click.option("--unblind", is_flag=True, help="Also what others decided on claims that wait for your second opinion.")
@click.pass_obj
def export(
    session: Session,
    articles: tuple[int, ...],
    format_: str | None,
    output: Path | None,
    page_url: str | None,
    template: Path | None,
    as_of: str | None,
    statuses: tuple[str, ...],
    since: str | None,
    until: str | None,
    full: bool,
    bom: bool,
    unblind: bool,
    bundle: Path | None,
    timestamp_url: str | None,
) -> None:
    """Write the report of all articles, or of those named.

    HTML, Markdown, PDF and Word are for readers: the rated claims, verdict first, with evidence and corrections, and
    a list of predictions and opinions. --full writes the full log instead.

    The same state always gives the same bytes. While your second opinion is wanted on a claim, what others decided
    about it is left out; a JSON export, which is the whole record, is refused until then. ClaimReview that breaks a
    rule is refused, with each claim and rule.
    """
    selection = {
        "articles": articles or None,
        "status": [ReviewStatus(name) for name in statuses],
        "since": since,
        "until": until,
        "as_of": as_of,
        "page_url": page_url,
    }
    if bundle is not None:
        if format_ or output or template:
            raise BadInputError("--bundle writes a file of its own: give it without --format, -o and --template.")
        from workbench.services.record.bundling import export_bundle

        written = export_bundle(
            session.workspace, bundle, timestamp_url=timestamp_url, unblind=unblind, full=full, **selection
        )
        for note in written.notes:
            say(note)
        say(f"{bundle}: bundle, {written.counted}, {written.size:,} bytes; `workbench verify` checks it.")
        return
    if timestamp_url:
        raise BadInputError("--timestamp-url goes with --bundle.")
    from workbench.services.record.asked_days import end_of
    from workbench.services.record.export import make, unrated_words
    from workbench.services.record.export_formats import FOR_PEOPLE, format_of

    for option, value in (("--as-of", as_of), ("--since", since), ("--until", until)):
        if value is not None:
            end_of(value, option)
    to_stdout = output is None or str(output) == "-"
    chosen = format_ or (None if output is None or to_stdout else format_of(output))
    if chosen is None:
        raise BadInputError(f"which format? Give --format {'|'.join(FORMATS)}.")
    if full and chosen not in FOR_PEOPLE:
        raise BadInputError(f"--full is for {', '.join(FOR_PEOPLE)}; {chosen} always tells everything.")
    if to_stdout and chosen in BINARY and sys.stdout.isatty():
        raise BadInputError(f"{chosen} is not for the terminal; give a file with -o.")
    if bom and chosen != "csv":
        raise BadInputError(f"--bom is for csv; {chosen} needs none.")
    if chosen == "obsidian" and output is not None and output.is_dir():
        raise BadInputError(
            f"{output} is a folder; write the ZIP to a file with -o, and unpack it where your notes are."
        )
    made = make(
        session.workspace,
        chosen,
        template=template,
        unblind=unblind,
        full=full,
        **selection,
    )
    size = emit_bytes(chain([BOM_UTF8] if bom else [], made.parts()), output)
    for note in filter(None, (*made.notes, unrated_words(made.unrated, "--full"))):
        say(note)
    if not to_stdout:
        say(f"{output}: {chosen}, {made.counted}, {size:,} bytes.")
