"""`workbench evidence`: add, list, show, remove."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.global_options import Session
from workbench.cli.output import Narrow, emit, emit_rows, plain, rendered, row_options, say
from workbench.cli.reading import progress_line, read_options, reading_options, told
from workbench.domain.errors import BadInputError
from workbench.services.record.atomic_files import write_whole

if TYPE_CHECKING:
    from workbench.services.evidence.sources import EvidenceReport

LISTED = ("id", "private", "kind", "title", "publisher", "published", "passages", "url")
NARROW = Narrow("title", ("url", "private", "kind", "passages", "publisher"))
MOST_NAMED = 20
"""So many claims that cite a source are named; the rest are counted."""
SHOWN = ("passage_id", "start", "end", "locator", "text")
TOLD = 20
"""Things skipped or noted that a terminal is told one by one; the rest are counted."""


@click.group()
def evidence() -> None:
    """The newsroom's own evidence."""


@evidence.command("add")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option("--private", is_flag=True, help="Reports and exports name it by its title alone.")
@click.option("--collection", "collection", metavar="NAME", help="Into this collection, and not into the workspace.")
@reading_options
@row_options
@click.pass_obj
def add(
    session: Session,
    /,
    sources: tuple[str, ...],
    private: bool,
    collection: str | None,
    format_: str,
    output: Path | None,
    **given: Any,
) -> None:
    """Add evidence. Run `workbench reindex` afterwards.

    SOURCE is a file, a folder, an address, "-" for standard input, JSON rows with id, title, text, url, publisher and
    published, a BEIR corpus, or a ClaimReview feed. The same source with new content becomes a new version of it.
    """
    from workbench.services.evidence.sources import add_evidence

    if collection and private:
        raise BadInputError("a collection is there for others too: private evidence stays in the workspace.")
    with progress_line("documents") as progress:
        if collection:
            from workbench.services.collections.collection_loading import load_evidence

            report = load_evidence(session.workspace, collection, sources, read_options(given), progress=progress)
        else:
            report = add_evidence(session.workspace, sources, read_options(given), private=private, progress=progress)
    tell_report(report, format_, output)
    if private:
        _tell_names(session, report.ids)
    if (report.added or report.updated) and not collection:
        say("Next: workbench reindex")


def _tell_names(session: Session, ids: list[str]) -> None:
    """Say what private sources are called from now on, in everything that goes out: a title may name somebody."""
    from workbench.services.evidence.sources import show_source

    for source_id in ids[:TOLD]:
        title = show_source(session.workspace, source_id)[0].title
        say(f"{plain(source_id)} is named “{plain(title)}” in what goes out, and by nothing else.")
    if len(ids) > TOLD:
        say(f"… and {len(ids) - TOLD:,} more, which `workbench evidence list` lists.")
    if ids:
        say("A title that names somebody: `workbench evidence edit ID --title TITLE` gives it another.")


def tell_report(report: EvidenceReport, format_: str, output: Path | None) -> None:
    """Tell what became of what was read.

    Raises:
        BadInputError: Nothing of it could be read.
    """
    for note in report.notes:
        say(note)
    screen = sys.stderr is not None and sys.stderr.isatty()
    lines = report.skipped[:TOLD] if screen else report.skipped
    for item in lines:
        say(told(item))
    if more := len(report.skipped) - len(lines):
        say(f"… and {more:,} more such lines; with `2> FILE` all of them are written to a file.")
    skipped = [item for item in report.skipped if not item.partial]
    if skipped and not (report.added or report.updated or report.unchanged):
        raise BadInputError("no evidence was added; the lines above say why.")
    row = {
        "added": report.added,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "skipped": len(skipped),
        "passages": report.passages,
    }
    emit_rows([row], tuple(row), format_, output)


@evidence.command("list")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only sources with this tag (repeatable).")
@click.option("--limit", type=click.IntRange(min=1), default=None, help="At most so many.")
@click.option("--offset", type=click.IntRange(min=0), default=0, help="After so many.")
@row_options
@click.pass_obj
def list_(
    session: Session, tags: tuple[str, ...], limit: int | None, offset: int, format_: str, output: Path | None
) -> None:
    """List sources, oldest first."""
    from workbench.domain.withheld import source_told
    from workbench.services.evidence.sources import list_sources
    from workbench.services.review.desk_work import tag_of, tags_on

    wanted, on = {tag_of(one) for one in tags}, tags_on(session.workspace, "source")
    some = list_sources(session.workspace, limit=None if wanted else limit, offset=0 if wanted else offset)
    if wanted:
        some = [one for one in some if wanted & set(on.get(one[0].id, ()))][offset:][:limit]

    rows = [
        {
            "id": source.id,
            "private": source.private,
            "kind": source.kind.value,
            "title": source.title,
            "publisher": source.publisher,
            "author": source.author,
            "published": source.published.isoformat() if source.published else None,
            "url": source.url,
            "archive_url": source.archive_url,
            "language": source.language,
            "passages": passages,
            "added_at": source.added_at,
            "added_by": source.added_by,
            "tags": list(on.get(one.id, ())),
        }
        for one, passages in some
        for source in (replace(source_told(one), id=one.id),)  # the id is what the other commands ask for
    ]
    emit_rows(rows, LISTED, format_, output, NARROW)


@evidence.command("show")
@click.argument("source_id", metavar="ID")
@click.option("--original", is_flag=True, help="Write what was read from its address, as it was, to -o FILE.")
@click.option(
    "--left-out", is_flag=True, help="List what stands on its page, or is hidden in it, and is not in its text."
)
@row_options
@click.pass_obj
def show(session: Session, source_id: str, original: bool, left_out: bool, format_: str, output: Path | None) -> None:
    """Show a source and its passages."""
    if original:
        from workbench.services.evidence.sources import original_of_source

        if output is None:
            raise BadInputError("--original needs -o FILE: the original may be any kind of file.")
        write_whole(output, original_of_source(session.workspace, source_id))
        return
    if left_out:
        from workbench.cli.left_out_rows import emit_left_out
        from workbench.services.record.left_out_parts import left_out_of_source

        emit_left_out(f"Source {source_id}", left_out_of_source(session.workspace, source_id), format_, output)
        return
    from workbench.services.evidence.sources import newest_version, show_source
    from workbench.services.record.left_out_parts import left_out_note

    source, passages = show_source(session.workspace, source_id)
    newest, removed = newest_version(session.workspace, source_id)
    rows = [
        {"passage_id": p.id, "start": p.start, "end": p.end, "locator": p.locator, "text": p.text} for p in passages
    ]
    since = "" if newest == source.id else show_source(session.workspace, newest)[0].added_at[:10]
    if format_ != "table":
        emit_rows(rows, SHOWN, format_, output)
        if since:
            say(f"{plain(source.id)} has a newer version since {since}: {plain(newest)}.")
        return
    facts = [
        ("id", source.id),
        ("publisher", source.publisher),
        ("author", source.author),
        (
            "published",
            f"{source.published}{' (guessed)' if source.published_guessed else ''}" if source.published else None,
        ),
        ("address", source.url),
        ("archived copy", source.archive_url),
        ("retrieved", source.retrieved),
        ("sha256", source.sha256),
        ("an earlier version", source.supersedes),
        (
            f"a newer version since {since}, {'removed' if removed else 'which is searched'}",
            None if newest == source.id else newest,
        ),
        ("removed", removed if newest == source.id else None),
        ("rating", source.fact_check.rating if source.fact_check else None),
        ("left out (--left-out lists it)", left_out_note(session.workspace, source)),
    ]
    head = "".join(f"{name}: {plain(str(value))}\n" for name, value in facts if value)
    emit(f"{plain(source.title)}\n{head}\n{rendered(rows, SHOWN, 'table')}", output)


@evidence.command("edit")
@click.argument("source_id", metavar="ID")
@click.option("--title", default=None, help="What it is called from now on.")
@click.option("--private/--public", default=None, help="Whether reports and exports name it by its title alone.")
@click.pass_obj
def edit(session: Session, source_id: str, title: str | None, private: bool | None) -> None:
    """Give a source a title of your own, or mark it private: what goes out then names it by its title alone.

    Its text, day and publisher are what verdicts rest on, and stay: `evidence add SOURCE --published DAY` (or
    `--publisher NAME`) reads it again as a version of its own, which later verdicts cite.

    What was exported before cannot be called back. A private source whose title is only the beginning of its text is
    called after the day it came in, unless --title says better.
    """
    from workbench.services.evidence.private import edit_source

    if title is None and private is None:
        raise BadInputError("say what is to change: --title, --private or --public.")
    source = edit_source(session.workspace, source_id, title=title, private=private)
    goes_out = "private: what goes out names it by this title alone" if source.private else "not private"
    say(f"It is called {plain(source.title)!r} and is {goes_out}.")


@evidence.command("remove")
@click.argument("source_ids", metavar="ID...", nargs=-1, required=True)
@click.option("--collection", "collection", metavar="NAME", help="Out of this collection, for all who search it.")
@click.option("--yes", is_flag=True, help="Do not ask where verdicts cite them.")
@click.pass_obj
def remove(session: Session, source_ids: tuple[str, ...], collection: str | None, yes: bool) -> None:
    """Take sources out of the searches at once; verdicts that cite them keep them, and are named first."""
    from workbench.services.evidence.sources import remove_source

    if not collection and not yes:
        _ask_where_cited(session, source_ids)
    for source_id in source_ids:
        if collection:
            from workbench.services.collections.collection_loading import remove_from_collection

            passages = remove_from_collection(session.workspace, collection, source_id)
        else:
            passages = remove_source(session.workspace, source_id)
        say(f"Removed {source_id} ({passages} passages).")


def _ask_where_cited(session: Session, source_ids: tuple[str, ...]) -> None:
    """Name the verdicts that cite sources which are to be removed, and ask.

    Raises:
        BadInputError: The answer is no, or there is nobody to ask.
    """
    from workbench.services.record.citations import claims_citing

    cited = {name: found for name in source_ids if (found := claims_citing(session.workspace, name))}
    for name, found in cited.items():
        verdicts = f"the verdict on claim {found[0]}" if len(found) == 1 else f"verdicts on claims {_listed(found)}"
        say(f"{name} is cited by {verdicts}.")
    if not cited:
        return
    if not (sys.stdin and sys.stdin.isatty()):
        raise BadInputError("nothing was removed; --yes removes what verdicts cite too: they keep it as they cite it.")
    if not click.confirm("Remove it all the same? Verdicts keep what they cite.", default=False, err=True):
        raise BadInputError("nothing was removed.")


def _listed(numbers: list[int]) -> str:
    more = len(numbers) - MOST_NAMED
    return ", ".join(map(str, numbers[:MOST_NAMED])) + (f" and {more:,} more" if more > 0 else "")
