"""`workbench claim similar`, `workbench review adopt`: earlier verdicts of the desk, looked at and taken over."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from workbench.cli.global_options import Session
from workbench.cli.output import emit_rows, row_options, say
from workbench.cli.verdict import CLAIM_VERSION, VERDICT_COLUMNS, tell_against, verdict_row
from workbench.domain.errors import BadInputError

SIMILAR_COLUMNS = ("claim_id", "earlier_claim", "verdict", "similarity", "rating", "at", "by", "differences", "text")


@click.command("similar")
@click.argument("claim_ids", type=int, metavar="[CLAIM]...", nargs=-1)
@click.option("--article", "article_id", type=int, default=None, help="All claims of this article.")
@click.option("--most", type=click.IntRange(1, 10), default=3, show_default=True, help="Earlier verdicts of a claim.")
@row_options
@click.pass_obj
def similar(
    session: Session,
    claim_ids: tuple[int, ...],
    article_id: int | None,
    most: int,
    format_: str,
    output: Path | None,
) -> None:
    """Show what your desk has rated already that means the same as a claim, in any article.

    Numbers, dates, names and denials that only one of the two has stand under "differences"; `workbench review adopt`
    takes a verdict over.
    """
    from workbench.domain.articles import ClaimFilter
    from workbench.domain.withheld import Withheld
    from workbench.services.record.withholding import withheld_of
    from workbench.services.review.blind import list_claims, visible_claim
    from workbench.services.search.already_checked import AlreadyChecked, EarlierVerdict
    from workbench.store.articles import article

    if not claim_ids and article_id is None:
        raise BadInputError("name claims, or an article with --article.")
    workspace = session.workspace
    claims = [visible_claim(workspace, claim_id) for claim_id in claim_ids]
    if article_id is not None:
        article(workspace.database, article_id)
        claims += list_claims(workspace, ClaimFilter(article_id=article_id))
    withheld: Withheld = withheld_of(workspace)

    def row(claim_id: int, one: EarlierVerdict) -> dict[str, Any]:
        return {
            "claim_id": claim_id,
            "earlier_claim": one.claim.id,
            "verdict": one.verdict.id,
            "similarity": one.similarity,
            "rating": one.verdict.rating,
            "at": one.verdict.at,
            "by": one.verdict.reviewer,
            "differences": list(one.differences),
            "text": one.verdict.claim_text,
            "rationale": withheld.scrub(one.verdict.rationale),
            "article_id": one.claim.article_id,
            "article": one.article_title,
            "status": one.claim.status.value,
        }

    earlier = AlreadyChecked(workspace).earlier(claims, most=most)
    rows = [row(claim.id, one) for claim in claims for one in earlier.get(claim.id, ())]
    if not rows:
        say("Your desk has rated nothing on the same that can be offered to you now.")
    emit_rows(rows, SIMILAR_COLUMNS, format_, output)


@click.command("adopt")
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("earlier_id", type=int, metavar="EARLIER")
@click.option(
    "--verdict",
    "verdict_id",
    type=int,
    default=None,
    metavar="ID",
    help='The verdict that you read (column "verdict" of `claim similar`): another one is not taken over.',
)
@click.option("--why", default=None, help="The reason (default: the earlier one, with its reference).")
@CLAIM_VERSION
@row_options
@click.pass_obj
def adopt(
    session: Session,
    claim_id: int,
    earlier_id: int,
    verdict_id: int | None,
    why: str | None,
    version: int | None,
    format_: str,
    output: Path | None,
) -> None:
    """Rate CLAIM as your desk rated the claim EARLIER: a verdict of today, by you, that names the one it follows."""
    from workbench.services.review.adopting import adopt as take_over

    given = take_over(session.workspace, claim_id, earlier_id, verdict_id=verdict_id, why=why, version=version)
    emit_rows([verdict_row(given)], VERDICT_COLUMNS, format_, output)
    tell_against(session.workspace, given)
