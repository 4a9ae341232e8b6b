"""`workbench article`: add, list, show, remove."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import click

from workbench.cli.global_options import Session
from workbench.cli.output import Narrow, emit, emit_rows, plain, rendered, row_options, say
from workbench.cli.reading import parse_date, progress_line, read_options, reading_options, told
from workbench.domain.errors import BadInputError
from workbench.services.record.atomic_files import write_whole

ADDED = ("id", "title", "claims", "state", "language", "kind")
LISTED = (
    "id",
    "title",
    "publisher",
    "published",
    "language",
    "kind",
    "claims",
    "open",
    "rated",
    "settled",
    "published_claims",
    "deadline",
)
NARROW = Narrow("title", ("deadline", "language", "kind", "settled", "publisher"))
SHOWN = ("id", "start", "end", "quote", "kinds", "speaker", "checkworthiness", "status", "rating")


WHOLE_OR_NOT = "Ctrl-C stops it, and a text is added whole or not at all."


@click.group()
def article() -> None:
    """Articles under review."""


@article.command("add")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option("--speaker", default=None, metavar="NAME", help="Who speaks in all of it (a speech, a post).")
@click.option("--claims", "claims_", is_flag=True, help="SOURCE is a table of claims (CSV or Excel), one a row.")
@click.option(
    "--map",
    "mapped",
    multiple=True,
    metavar="FIELD=COLUMN",
    help="For --claims, the column that holds text, speaker, date, note or url (repeatable).",
)
@reading_options
@row_options
@click.pass_obj
def add(
    session: Session,
    /,
    sources: tuple[str, ...],
    speaker: str | None,
    claims_: bool,
    mapped: tuple[str, ...],
    format_: str,
    output: Path | None,
    **given: Any,
) -> None:
    """Add articles and split them into claims.

    SOURCE is a file, a folder, an address or "-" for standard input. The same words twice are one article. With
    --speaker NAME every claim that names nobody is NAME's, as `workbench article speaker` says it later.
    --claims it is a list of claims that somebody keeps in a table: each row becomes a claim of one article.
    """
    if claims_ or mapped:
        if speaker is not None:
            raise BadInputError("--speaker is for texts; a table names each claim's speaker (--map speaker=COLUMN).")
        _add_claim_list(session, sources, mapped, given, format_, output, claims_)
        return
    from workbench.domain.documents import Skipped
    from workbench.reports.claim_sheet import claims_column
    from workbench.services.articles.articles import add_articles
    from workbench.services.claims.article_speaker import set_article_speaker

    if speaker is not None and not (speaker.strip() and len(speaker) <= 200):
        raise BadInputError("--speaker needs a name of at most 200 characters; nothing was added.")
    for source in sources:
        if column := claims_column(Path(source)):
            say(
                f"{plain(source)} has a column “{plain(column)}” beside one for who said it: with --claims each row is "
                "a claim of its speaker; without it each row is read as an article."
            )
    rows: list[dict[str, Any]] = []
    failures = 0
    with progress_line("articles", long=WHOLE_OR_NOT) as progress:
        for item in add_articles(session.workspace, sources, read_options(given), progress=progress):
            if isinstance(item, Skipped):
                failures += not item.partial
                say(told(item))
                continue
            rows.append({name: getattr(item, name) for name in ADDED})
            if speaker is not None:
                set_article_speaker(session.workspace, item.id, speaker)
            if item.state == "unchanged":
                say(f"Article {item.id} is in the workspace already; nothing was changed.")
            elif item.note:
                say(f"Article {item.id}: {item.note}")
    if rows:
        emit_rows(rows, ADDED, format_, output)
    elif failures:
        raise BadInputError("no article was added; the lines above say why.")
    else:
        say("Nothing new or changed.")


def _add_claim_list(
    session: Session,
    sources: tuple[str, ...],
    mapped: tuple[str, ...],
    given: dict[str, Any],
    format_: str,
    output: Path | None,
    asked: bool,
) -> None:
    from workbench.reports.claim_sheet import FIELDS
    from workbench.services.articles.claim_lists import add_claim_list

    if not asked:
        raise BadInputError("--map goes with --claims.")
    if len(sources) != 1:
        raise BadInputError("--claims takes one file: a CSV or Excel table of claims.")
    columns = {}
    for pair in mapped:
        field, equals, column = (part.strip() for part in pair.partition("="))
        if not equals or not column or field not in FIELDS:
            raise BadInputError(f"--map {plain(pair)!r} must be FIELD=COLUMN; the fields are {', '.join(FIELDS)}.")
        columns[field] = column
    made = add_claim_list(session.workspace, Path(sources[0]), columns, read_options(given))
    for item in made.skipped:
        say(told(item))
    if made.article.state == "unchanged":
        say(f"Article {made.article.id} is in the workspace already; nothing was changed.")
    row = {name: getattr(made.article, name) for name in ADDED}
    emit_rows([row], ADDED, format_, output)


@article.command("list")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only articles with this tag (repeatable).")
@row_options
@click.pass_obj
def list_(session: Session, tags: tuple[str, ...], format_: str, output: Path | None) -> None:
    """List articles, newest first, with the state of their claims."""
    from workbench.services.articles.stored_articles import list_articles
    from workbench.services.review.desk_work import assigned, tag_of, tags_on

    wanted, on = {tag_of(one) for one in tags}, tags_on(session.workspace, "article")
    given = assigned(session.workspace, "article")
    rows: list[dict[str, Any]] = [
        {
            **asdict(summary),
            "tags": list(on.get(str(summary.id), ())),
            "assignee": given[summary.id].assignee if summary.id in given else None,
            "due": given[summary.id].due if summary.id in given else None,
        }
        for summary in list_articles(session.workspace)
        if not wanted or wanted & set(on.get(str(summary.id), ()))
    ]
    emit_rows(rows, LISTED if format_ == "table" else (*LISTED, "tags", "assignee", "due"), format_, output, NARROW)


@article.command("show")
@click.argument("article_id", type=int, metavar="ID")
@click.option("--original", is_flag=True, help="Write what was read from its address, as it was, to -o FILE.")
@click.option(
    "--left-out", is_flag=True, help="List what stands on its page, or is hidden in it, and is not in its text."
)
@row_options
@click.pass_obj
def show(session: Session, article_id: int, original: bool, left_out: bool, format_: str, output: Path | None) -> None:
    """Show an article: what is known of it, its text and its claims."""
    if original:
        from workbench.services.articles.stored_articles import original_of_article

        if output is None:
            raise BadInputError("--original needs -o FILE: the original may be any kind of file.")
        write_whole(output, original_of_article(session.workspace, article_id))
        return
    if left_out:
        from workbench.cli.left_out_rows import emit_left_out
        from workbench.services.record.left_out_parts import left_out_of_article

        emit_left_out(f"Article {article_id}", left_out_of_article(session.workspace, article_id), format_, output)
        return
    from workbench.services.articles.kind_of_text import kind_of, role_of, said_at
    from workbench.services.articles.stored_articles import show_article
    from workbench.services.record.left_out_parts import left_out_note

    found, claims = show_article(session.workspace, article_id)
    claim_rows = [
        {
            "id": claim.id,
            "start": claim.start,
            "end": claim.end,
            "quote": claim.quote,
            "kinds": [kind.value for kind in claim.kinds],
            "speaker": claim.speaker,
            "time": said_at(found, claim) or None,
            "speaker_role": role_of(found, claim),
            "checkworthiness": claim.checkworthiness,
            "status": claim.status.value,
            "rating": claim.rating,
        }
        for claim in claims
    ]
    if format_ != "table":
        row = {**asdict(found), "kind": kind_of(found), "claims": claim_rows}
        emit_rows([row], ("id", "title", "publisher", "published", "url", "text"), format_, output)
        return
    facts = [
        ("publisher", found.publisher),
        ("author", found.author),
        (
            "published",
            f"{found.published}{' (guessed)' if found.published_guessed else ''}" if found.published else None,
        ),
        ("address", found.url),
        ("language", found.language),
        ("words made by", f"{found.machine} (a machine; look at the original)" if found.machine else None),
        ("kind of text", kind_of(found)),
        ("left out (--left-out lists it)", left_out_note(session.workspace, found)),
    ]
    head = "".join(f"{name}: {plain(str(value))}\n" for name, value in facts if value)
    emit(f"{plain(found.title)}\n{head}\n{plain(found.text)}\n\n{rendered(claim_rows, SHOWN, 'table')}", output)


@article.command("resplit")
@click.argument("article_ids", type=int, metavar="ID...", nargs=-1, required=True)
@row_options
@click.pass_obj
def resplit(session: Session, article_ids: tuple[int, ...], format_: str, output: Path | None) -> None:
    """Split articles again after an upgrade; what a person edited, judged or dropped stays as it is."""
    from workbench.services.articles.resplitting import resplit as split_again
    from workbench.services.articles.splitting import Splitter

    splitter = Splitter()
    with progress_line("articles", long=WHOLE_OR_NOT) as progress:
        rows = [
            asdict(split_again(session.workspace, article_id, splitter=splitter, progress=progress))
            for article_id in article_ids
        ]
    for note in dict.fromkeys(row.pop("note") for row in rows):
        if note:
            say(note)
    emit_rows(rows, ("article_id", "kept", "added", "changed", "dropped"), format_, output)


@article.command("deadline")
@click.argument("article_id", type=int, metavar="ID")
@click.argument("day", metavar="[DATE]", required=False)
@click.pass_obj
def deadline(session: Session, article_id: int, day: str | None) -> None:
    """Set the day by which an article must be reviewed; without DATE the day is taken away."""
    from workbench.services.articles.deadlines import set_deadline

    due = parse_date(day, "DATE")
    set_deadline(session.workspace, article_id, due)
    if due is None:
        say(f"Article {article_id} has no deadline.")
    else:
        past = " That day is past." if due < date.today() else ""
        say(f"Article {article_id} is due on {due:%A}, {due.day} {due:%B %Y}.{past}")


@article.command("date")
@click.argument("article_id", type=int, metavar="ID")
@click.argument("day", metavar="[DATE]", required=False)
@click.pass_obj
def date_(session: Session, article_id: int, day: str | None) -> None:
    """Say when an article was published; without DATE it is not known.

    Ages of evidence and relative times ("last year") are counted from it. Wordings of your own and those of judged
    claims stay as they are. `undo` takes it back.
    """
    from workbench.services.articles.dating import set_published

    changed = set_published(session.workspace, article_id, parse_date(day, "DATE"))
    if changed is None:
        say(f"Article {article_id} had this date already; nothing was changed.")
        return
    claims = f"{changed} {'claim' if changed == 1 else 'claims'} changed"
    dated = f"was published on {day}" if day else "has no date any more"
    say(f"Article {article_id} {dated}; {claims} with it.")


@article.command("speaker")
@click.argument("article_id", type=int, metavar="ID")
@click.argument("name")
@click.option("--claims", "claim_ids", metavar="IDS", help="Only these claims, by their ids with commas between.")
@click.pass_obj
def speaker(session: Session, article_id: int, name: str, claim_ids: str | None) -> None:
    """Say who speaks in an article: NAME for every claim that names nobody.

    With --claims, for these claims alone, whoever they name. "" is the outlet's own voice. `undo` takes it back.
    """
    from workbench.services.claims.article_speaker import set_article_speaker

    ids = [part.strip() for part in (claim_ids or "").split(",") if part.strip()]
    if not all(part.isdigit() for part in ids):
        raise BadInputError(f"--claims {claim_ids!r} is no list of claim ids such as 3,4,7.")
    done = set_article_speaker(session.workspace, article_id, name, [int(part) for part in ids])
    left = [f"{done.named} with another speaker"] if done.named else []
    left += [f"{done.published} published"] if done.published else []
    claims = f"{done.changed} {'claim' if done.changed == 1 else 'claims'} changed"
    say(f"Article {article_id}: {claims}{'; left as they are: ' + ', '.join(left) if left else ''}.")


@article.command("remove")
@click.argument("article_id", type=int, metavar="ID")
@click.pass_obj
def remove(session: Session, article_id: int) -> None:
    """Take an article out of the lists; its claims, verdicts and history stay in the record.

    An article with published claims stays: readers may ask for its verdicts.
    """
    from workbench.services.articles.stored_articles import remove_article

    remove_article(session.workspace, article_id)
    say(f"Article {article_id} is removed. Adding the same text again brings it back, with its verdicts.")
