"""`workbench tag`, `assign`, `comment`, `watch`, `inbox`: the work of a desk beside its reviews."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import click

from workbench.cli.global_options import Session
from workbench.cli.output import emit_rows, row_options, say
from workbench.cli.reading import parse_date, written_due
from workbench.domain.errors import BadInputError

TAG_COLUMNS = ("tag", "what", "count")
ASSIGNED_COLUMNS = ("what", "id", "assignee", "due", "title")
COMMENT_COLUMNS = ("id", "claim_id", "reviewer", "at", "text")
SEARCH_COLUMNS = ("name", "query", "after", "publisher")
INBOX_COLUMNS = ("key", "why", "due", "late", "claim_id", "article_id", "by", "words")


@click.group()
def tag() -> None:
    """Tags on articles, claims and sources; lists and searches can be narrowed by them."""


def _ids(what: str, ids: tuple[str, ...]) -> list[int | str]:
    if what == "source":
        return list(ids)
    wrong = [one for one in ids if not one.isdecimal()]
    if wrong:
        raise BadInputError(f"{wrong[0]!r} is no number of {'an article' if what == 'article' else 'a claim'}.")
    return [int(one) for one in ids]


_WHAT = click.Choice(("article", "claim", "source"))
_TAGS = click.option("-t", "--tag", "tags", multiple=True, required=True, metavar="TAG", help="A tag (repeatable).")


@tag.command("add")
@click.argument("what", type=_WHAT)
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@_TAGS
@click.pass_obj
def tag_add(session: Session, what: str, ids: tuple[str, ...], tags: tuple[str, ...]) -> None:
    """Put tags on articles, claims or sources."""
    from workbench.services.review.desk_work import tag as put

    say(f"{put(session.workspace, what, _ids(what, ids), tags)} put on.")


@tag.command("remove")
@click.argument("what", type=_WHAT)
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@_TAGS
@click.pass_obj
def tag_remove(session: Session, what: str, ids: tuple[str, ...], tags: tuple[str, ...]) -> None:
    """Take tags off."""
    from workbench.services.review.desk_work import tag as put

    say(f"{put(session.workspace, what, _ids(what, ids), (), off=tags)} taken off.")


@tag.command("list")
@row_options
@click.pass_obj
def tag_list(session: Session, format_: str, output: Path | None) -> None:
    """List the tags, and how many articles, claims and sources have each."""
    from workbench.services.review.desk_work import tag_counts

    rows = [dict(zip(TAG_COLUMNS, one, strict=True)) for one in tag_counts(session.workspace)]
    emit_rows(rows, TAG_COLUMNS, format_, output)


@click.command()
@click.argument("what", type=click.Choice(("article", "claim")))
@click.argument("ids", metavar="ID...", nargs=-1, required=True, type=int)
@click.option("--to", "name", metavar="NAME", help="Who is to do it.")
@click.option("--due", metavar="WHEN", help="Until when: 2022-03-03, 2022-03-03T17:00, tomorrow 5 pm.")
@click.option("--nobody", is_flag=True, help="Nobody in particular.")
@click.pass_obj
def assign(session: Session, what: str, ids: tuple[int, ...], name: str | None, due: str | None, nobody: bool) -> None:
    """Say who is to do articles or claims, and until when. `workbench inbox` shows each what is theirs."""
    from workbench.services.review.desk_work import assign as give
    from workbench.services.review.desk_work import unassign

    if nobody == (name is not None) or (nobody and due):
        raise BadInputError("name somebody with --to NAME, or say --nobody.")
    if name is None:
        say(f"{unassign(session.workspace, what, ids)} changed.")
        return
    until = None if due is None else written_due(due)
    changed = give(session.workspace, what, ids, name, until)
    past = until is not None and until[:10] < date.today().isoformat()
    say(f"{changed} changed{f', due {until}' if until else ''}.{' That day is past.' if past else ''}")


@click.group()
def comment() -> None:
    """Comments of reviewers to each other on a claim; @name calls somebody. No report tells them."""


@comment.command("add")
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("text")
@row_options
@click.pass_obj
def comment_add(session: Session, claim_id: int, text: str, format_: str, output: Path | None) -> None:
    """Say something about a claim to the others."""
    from workbench.services.review.desk_work import comment as say_it

    emit_rows([asdict(say_it(session.workspace, claim_id, text))], COMMENT_COLUMNS, format_, output)


@comment.command("list")
@click.argument("claim_ids", type=int, metavar="CLAIM...", nargs=-1, required=True)
@row_options
@click.pass_obj
def comment_list(session: Session, claim_ids: tuple[int, ...], format_: str, output: Path | None) -> None:
    """List the comments on claims, oldest first."""
    from workbench.services.review.desk_work import comments_on

    found = comments_on(session.workspace, claim_ids)
    emit_rows([asdict(one) for one in found], COMMENT_COLUMNS, format_, output)


@comment.command("remove")
@click.argument("comment_id", type=int, metavar="ID")
@click.pass_obj
def comment_remove(session: Session, comment_id: int) -> None:
    """Take a comment of yours back."""
    from workbench.services.review.desk_work import remove_comment

    remove_comment(session.workspace, comment_id)
    say("Taken back.")


@click.group()
def watch() -> None:
    """Saved searches: after each reindex and feed pull, `workbench inbox` shows what is new for them."""


@watch.command("add")
@click.argument("name")
@click.argument("text")
@click.option("--after", metavar="DATE", help="Only sources published on this day or later.")
@click.option("--publisher", metavar="NAME", help="Only this publisher.")
@click.pass_obj
def watch_add(session: Session, name: str, text: str, after: str | None, publisher: str | None) -> None:
    """Keep the search for TEXT under NAME, in the place of one of that name."""
    from workbench.services.review.desk_work import save_search

    new = save_search(session.workspace, name, text, after=parse_date(after, "--after"), publisher=publisher)
    say(f"{name!r} is kept." if new else f"{name!r} was kept so already.")


@watch.command("list")
@row_options
@click.pass_obj
def watch_list(session: Session, format_: str, output: Path | None) -> None:
    """List your saved searches."""
    from workbench.services.review.desk_work import saved_searches

    emit_rows([asdict(one) for one in saved_searches(session.workspace)], SEARCH_COLUMNS, format_, output)


@watch.command("remove")
@click.argument("name")
@click.pass_obj
def watch_remove(session: Session, name: str) -> None:
    """Forget a saved search of yours."""
    from workbench.services.review.desk_work import forget_search

    forget_search(session.workspace, name)
    say(f"{name!r} is forgotten.")


@click.command()
@click.option(
    "--seen", "keys", multiple=True, metavar="KEY", help="Put this aside (repeatable); `undo` brings it back."
)
@row_options
@click.pass_obj
def inbox(session: Session, keys: tuple[str, ...], format_: str, output: Path | None) -> None:
    """List what waits for you: assigned, second opinions, conflicts, calls, corrections, new evidence."""
    from workbench.services.review.inbox import inbox as waiting
    from workbench.services.review.inbox import is_late, put_aside

    if keys:
        say(f"{put_aside(session.workspace, keys)} put aside.")
        return
    rows: list[dict[str, Any]] = [
        {**asdict(one), "why": one.why.value, "late": is_late(one)} for one in waiting(session.workspace)
    ]
    if not rows:
        say(f"Nothing waits for {session.workspace.reviewer}.")
    emit_rows(rows, INBOX_COLUMNS, format_, output)
