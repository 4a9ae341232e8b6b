"""`workbench claim`: list, show, speakers, media, and what corrects claims."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from workbench.cli.already_checked import similar
from workbench.cli.claim_corrections import CORRECTIONS
from workbench.cli.claim_rows import CLAIM_COLUMNS, KINDS, DeskOf, claim_lines, emit_claims, shown_rows
from workbench.cli.global_options import Session
from workbench.cli.output import emit, emit_rows, row_options
from workbench.domain.articles import Kind, ReviewStatus
from workbench.domain.errors import BadInputError
from workbench.domain.media import Authenticity, MediaKind, ReviewedMedia


@click.group()
def claim() -> None:
    """Claims: what the article asserts."""


for _correction in (*CORRECTIONS, similar):
    claim.add_command(_correction)


@claim.command("list")
@click.option("--article", "article_id", type=int, default=None, help="Only claims of this article.")
@click.option(
    "--status",
    "statuses",
    multiple=True,
    type=click.Choice([status.value for status in ReviewStatus]),
    help="Only claims in this state of review (repeatable).",
)
@click.option("--kind", "kinds", multiple=True, type=KINDS, help="Only claims of this kind (repeatable).")
@click.option("--min-checkworthiness", type=click.FloatRange(0, 1), default=0.0, help="Only claims worth checking.")
@click.option(
    "--by",
    type=click.Choice(["order", "worthiness"]),
    default="order",
    show_default=True,
    help="In reading order, or most check-worthy first.",
)
@click.option("--no-duplicates", is_flag=True, help="Leave out claims that repeat an earlier one.")
@click.option("--removed", is_flag=True, help="List the claims that were dropped instead.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only claims with this tag (repeatable).")
@click.option("--assigned", "assignee", metavar="NAME", help="Only claims that this reviewer is to do.")
@click.option("--limit", type=click.IntRange(min=1), default=None, help="At most so many.")
@click.option("--offset", type=click.IntRange(min=0), default=0, help="After so many.")
@row_options
@click.pass_obj
def list_(
    session: Session,
    article_id: int | None,
    statuses: tuple[str, ...],
    kinds: tuple[str, ...],
    min_checkworthiness: float,
    by: str,
    no_duplicates: bool,
    removed: bool,
    tags: tuple[str, ...],
    assignee: str | None,
    limit: int | None,
    offset: int,
    format_: str,
    output: Path | None,
) -> None:
    """List claims with where they stand and how their review stands."""
    from workbench.domain.articles import ClaimFilter
    from workbench.services.review.blind import list_claims, removed_claims
    from workbench.services.review.desk_work import tag_of
    from workbench.store.articles import article

    if article_id is not None and not removed:
        article(session.workspace.database, article_id)
    if removed:
        found = removed_claims(session.workspace, article_id)
    else:
        found = list_claims(
            session.workspace,
            ClaimFilter(
                article_id=article_id,
                statuses=tuple(ReviewStatus(status) for status in statuses),
                kinds=tuple(Kind(kind) for kind in kinds),
                min_checkworthiness=min_checkworthiness,
                by_worthiness=by == "worthiness",
                with_duplicates=not no_duplicates,
                tags=tuple(map(tag_of, tags)),
                assignee=assignee,
                limit=limit,
                offset=offset,
            ),
        )
    emit_claims(found, format_, output, DeskOf.read(session.workspace))


@claim.command("show")
@click.argument("claim_ids", type=int, nargs=-1, required=True, metavar="CLAIM...")
@row_options
@click.pass_obj
def show(session: Session, claim_ids: tuple[int, ...], format_: str, output: Path | None) -> None:
    """Show claims: their words, what was read from them, their evidence and their verdicts."""
    rows = shown_rows(session.workspace, list(dict.fromkeys(claim_ids)))
    if format_ != "table":
        emit_rows(rows, CLAIM_COLUMNS, format_, output)
        return
    emit("\n\n".join("\n".join(claim_lines(row)) for row in rows) + "\n", output)


@claim.command("speakers")
@click.argument("name", required=False)
@click.argument("url", required=False)
@click.option("--unset", is_flag=True, help="Forget the page of NAME.")
@row_options
@click.pass_obj
def speakers(
    session: Session, name: str | None, url: str | None, unset: bool, format_: str, output: Path | None
) -> None:
    """List who made the claims, or say with URL which page tells NAME from others of the name.

    Such a page (an encyclopedia's, their own) becomes `sameAs` of the claimant in ClaimReview exports.
    """
    from workbench.services.claims import speakers as service

    if unset and (url is not None or name is None):
        raise BadInputError("--unset goes with a name alone.")
    if name is not None and (url is not None or unset):
        service.set_page(session.workspace, name, None if unset else url)
    rows = [
        asdict(one)
        for one in service.list_speakers(session.workspace)
        if name is None or one.name.casefold() == name.strip().casefold()
    ]
    if name is not None and not rows:
        raise BadInputError(f"no claim has the speaker {name!r}; `workbench claim speakers` lists the ones there are.")
    emit_rows(rows, ("name", "claims", "same_as"), format_, output)


@claim.command("media")
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("url", required=False)
@click.option("--kind", type=click.Choice([kind.value for kind in MediaKind]), help="What sort of media it is.")
@click.option(
    "--found",
    type=click.Choice([one.value for one in Authenticity]),
    help="How genuine it is as it was shown (schema.org's categories of MediaReview).",
)
@click.option("--original", default="", metavar="URL", help="Where an original of it is.")
@click.option("--context", default="", metavar="TEXT", help="Where it is really from, in a line.")
@click.option("--unset", is_flag=True, help="The claim does not consist of media.")
@row_options
@click.pass_obj
def media(
    session: Session,
    claim_id: int,
    url: str | None,
    kind: str | None,
    found: str | None,
    original: str,
    context: str,
    unset: bool,
    format_: str,
    output: Path | None,
) -> None:
    """Say which picture, recording or video a claim consists of, and how genuine it is; without URL: show it.

    ClaimReview exports carry it as `associatedMediaReview`.
    """
    from workbench.services.claims import media as service

    given = kind or found or original or context
    if unset and (url or given):
        raise BadInputError("--unset goes with a claim alone.")
    if url is None and given:
        raise BadInputError("give the address where the media was shown before --kind, --found, --original, --context.")
    if url is not None:
        if not (kind and found):
            raise BadInputError("media needs --kind (what sort it is) and --found (how genuine it is).")
        new = ReviewedMedia(url, MediaKind(kind), Authenticity(found), original, " ".join(context.split()))
        service.set_media(session.workspace, claim_id, new)
    elif unset:
        service.set_media(session.workspace, claim_id, None)
    known = service.show_media(session.workspace, claim_id)
    rows = [{"claim": claim_id, **asdict(known)}] if known else []
    emit_rows(rows, ("claim", "kind", "authenticity", "url", "original_url", "context"), format_, output)
