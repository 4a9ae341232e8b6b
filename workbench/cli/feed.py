"""`workbench feed`: add, list, pull, remove."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.global_options import Session
from workbench.cli.output import emit_rows, row_options, say
from workbench.cli.reading import allow_option, progress_line
from workbench.cli.reindex import tell_news
from workbench.domain.errors import BadInputError

LISTED = ("url", "title", "purpose", "entries", "pulled_at")
PULLED = ("url", "title", "purpose", "added", "unchanged", "skipped")


@click.group()
def feed() -> None:
    """Follow RSS and Atom feeds. Only `add` and `pull` use the network."""


@feed.command("add")
@click.argument("url")
@click.option(
    "--as",
    "purpose",
    type=click.Choice(("article", "evidence")),
    default="article",
    show_default=True,
    help="What its entries become.",
)
@allow_option
@click.pass_obj
def add(session: Session, url: str, purpose: str, allow_hosts: tuple[str, ...]) -> None:
    """Follow the feed at URL. Its entries come with the next `workbench feed pull`."""
    from workbench.ingest.allowed import allowed_hosts
    from workbench.ingest.options import ReadOptions
    from workbench.services.articles.feeds import add_feed

    followed, new = add_feed(session.workspace, url, purpose, ReadOptions(allowed=allowed_hosts(allow_hosts)))
    name = followed.title or followed.url
    if new:
        say(f"Following {name}; its entries become {purpose}{'s' if purpose == 'article' else ''}.")
    else:
        say(f"{name} is followed already; its entries become {purpose}{'s' if purpose == 'article' else ''}.")


@feed.command("list")
@row_options
@click.pass_obj
def list_(session: Session, format_: str, output: Path | None) -> None:
    """List the feeds that are followed."""
    from workbench.services.articles.feeds import list_feeds

    rows = [
        {
            "url": followed.url,
            "title": followed.title,
            "purpose": followed.purpose,
            "entries": followed.entries,
            "pulled_at": followed.pulled_at,
            "added_at": followed.added_at,
            "added_by": followed.added_by,
        }
        for followed in list_feeds(session.workspace)
    ]
    emit_rows(rows, LISTED, format_, output)


@feed.command("pull")
@click.argument("urls", metavar="[URL]...", nargs=-1)
@allow_option
@row_options
@click.pass_obj
def pull(
    session: Session, urls: tuple[str, ...], allow_hosts: tuple[str, ...], format_: str, output: Path | None
) -> None:
    """Take what is new in the feeds (all, or the ones named). Nothing is fetched that the feeds do not link to."""
    from workbench.ingest.allowed import allowed_hosts
    from workbench.ingest.options import ReadOptions
    from workbench.services.articles.feeds import pull_feeds

    rows = []
    failed = 0
    with progress_line("entries") as progress:
        for pulled in pull_feeds(
            session.workspace, urls, ReadOptions(allowed=allowed_hosts(allow_hosts)), progress=progress
        ):
            for item in pulled.skipped:
                say(f"Skipped {item.origin}: {item.reason}")
            for note in pulled.notes:
                say(note)
            failed += any(item.origin == pulled.url for item in pulled.skipped)
            rows.append(
                {
                    "url": pulled.url,
                    "title": pulled.title,
                    "purpose": pulled.purpose,
                    "added": pulled.added,
                    "unchanged": pulled.unchanged,
                    "skipped": len(pulled.skipped),
                }
            )
    if rows and failed == len(rows):
        raise BadInputError("no feed could be read; the lines above say why.")
    emit_rows(rows, PULLED, format_, output)
    if any(row["added"] and row["purpose"] == "evidence" for row in rows):
        tell_news(session, indexed=False)
        say("Next: workbench reindex")


@feed.command("remove")
@click.argument("url")
@click.pass_obj
def remove(session: Session, url: str) -> None:
    """Follow the feed at URL no longer; what came from it stays."""
    from workbench.services.articles.feeds import remove_feed

    remove_feed(session.workspace, url)
    say(f"{url} is followed no longer; what came from it stays.")
