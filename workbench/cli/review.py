"""`workbench review`: evidence decided, second opinions, settling, publishing, corrections, agreement."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from workbench.cli.already_checked import adopt
from workbench.cli.evidence_decisions import DECISIONS
from workbench.cli.global_options import Session
from workbench.cli.output import Narrow, emit_rows, row_options, say
from workbench.cli.verdict import (
    CLAIM_VERSION,
    VERDICT_COLUMNS,
    rating_arguments,
    tell_published,
    tell_resting,
    verdict_options,
    verdict_row,
)
from workbench.domain.agreement import ENOUGH_CLAIMS
from workbench.domain.errors import BadInputError

STATUS_COLUMNS = ("claim_id", "status", "agreement", "rating", "by", "known_at", "verdicts", "note", "text")
COUNT_COLUMNS = (
    "article_id", "title", "claims", "open", "rated", "second_opinion", "settled", "published", "not_rated", "deadline"
)  # fmt: skip
COUNTS_NARROW = Narrow("title", ("not_rated", "settled", "second_opinion"))
AGREEMENT_COLUMNS = ("reviewers", "scale", "claims", "equal", "per_cent", "kappa", "alpha", "alpha_ordinal")


@click.group()
def review() -> None:
    """Evidence decisions, second opinions, settling, publishing and corrections."""


for _command in (*DECISIONS, adopt):
    review.add_command(_command)


@review.command("request-second")
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.option("--note", default="", help="What the second reviewer should know; they will read it.")
@CLAIM_VERSION
@click.pass_obj
def request_second(session: Session, claim_id: int, note: str, version: int | None) -> None:
    """Ask for a second opinion; the second reviewer judges without seeing the first one's rating and reason."""
    from workbench.services.review.review import request_second_opinion

    request_second_opinion(session.workspace, claim_id, note=note, version=version)
    say(f"Claim {claim_id} waits for a second opinion.")


@review.command("second")
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("rating")
@verdict_options
@row_options
@click.pass_obj
def second(session: Session, /, claim_id: int, rating: str, format_: str, output: Path | None, **given: Any) -> None:
    """Give the second opinion on a claim that waits for one."""
    from workbench.services.review.review import record_of, second_opinion

    done = second_opinion(session.workspace, claim_id, rating, **rating_arguments(session.workspace, claim_id, given))
    emit_rows([verdict_row(done)], VERDICT_COLUMNS, format_, output)
    tell_resting(session.workspace, done, given)
    say(f"Claim {claim_id} is {record_of(session.workspace, claim_id).agreement.value}.")


@review.command("settle")
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("rating")
@click.option(
    "--consent",
    "by_consent",
    is_flag=True,
    help="You differed and agree to it; the last to agree settles it.",
)
@verdict_options
@row_options
@click.pass_obj
def settle(
    session: Session,
    /,
    claim_id: int,
    rating: str,
    by_consent: bool,
    format_: str,
    output: Path | None,
    **given: Any,
) -> None:
    """Settle two opinions that differ, as a third reviewer or by consent, which each of the two gives."""
    from workbench.services.review.judging import scale_of
    from workbench.services.review.review import settle as settle_claim
    from workbench.services.review.review import waiting_for

    done = settle_claim(
        session.workspace,
        claim_id,
        rating,
        by_consent=by_consent,
        **rating_arguments(session.workspace, claim_id, given),
    )
    emit_rows([] if done is None else [verdict_row(done)], VERDICT_COLUMNS, format_, output)
    if done is not None:
        tell_resting(session.workspace, done, given)
    else:
        step = scale_of(session.workspace, claim_id).find(rating)
        others = waiting_for(session.workspace, claim_id, step.words if step else rating)
        say(
            f"Your consent is noted. Claim {claim_id} is settled once {' and '.join(others)} agrees: "
            f"`workbench review settle {claim_id} {rating!r} --consent --why …`"
        )


@review.command("publish")
@click.argument("claim_ids", type=int, nargs=-1, metavar="CLAIM...")
@click.option("--article", "article_id", type=int, default=None, help="Every claim of this article that is ready.")
@CLAIM_VERSION
@click.pass_obj
def publish(session: Session, claim_ids: tuple[int, ...], article_id: int | None, version: int | None) -> None:
    """Publish verdicts: they are locked, and only a dated correction changes them afterwards."""
    from workbench.services.review.review import publish as publish_claim
    from workbench.services.review.review import publish_article

    if bool(claim_ids) == (article_id is not None):
        raise BadInputError("give the claims to publish, or --article.")
    if version is not None and len(claim_ids) != 1:
        raise BadInputError("--version is of one claim; publish that one alone.")
    if article_id is not None:
        published, waiting = publish_article(session.workspace, article_id)
        tell_published(len(published), waiting)
        return
    with session.workspace.database.write():
        for claim_id in claim_ids:
            publish_claim(session.workspace, claim_id, version=version)
    say(f"Published {len(claim_ids)} claim{'s' if len(claim_ids) > 1 else ''}.")


@review.command("correct")
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("rating")
@verdict_options
@row_options
@click.pass_obj
def correct(session: Session, /, claim_id: int, rating: str, format_: str, output: Path | None, **given: Any) -> None:
    """Correct a published verdict; the correction is dated, and what it corrects stays in the record."""
    from workbench.services.review.resting import corrected_words
    from workbench.services.review.review import correct as correct_claim

    done = correct_claim(session.workspace, claim_id, rating, **rating_arguments(session.workspace, claim_id, given))
    emit_rows([verdict_row(done)], VERDICT_COLUMNS, format_, output)
    say(corrected_words(session.workspace, done))
    tell_resting(session.workspace, done, given)


@review.command("status")
@click.argument("claim_ids", type=int, nargs=-1, metavar="[CLAIM]...")
@click.option("--article", "article_id", type=int, default=None, help="Every claim of this article.")
@row_options
@click.pass_obj
def status(
    session: Session, claim_ids: tuple[int, ...], article_id: int | None, format_: str, output: Path | None
) -> None:
    """Show how far the review is: of all articles, or claim by claim."""
    from workbench.services.articles.stored_articles import list_articles, show_article
    from workbench.services.review.blind import visible_claim
    from workbench.services.review.resting import resting_words
    from workbench.services.review.review import record_of

    if not claim_ids and article_id is None:
        rows = [
            {
                **asdict(summary),
                "article_id": summary.id,
                "published": summary.published_claims,
            }
            for summary in list_articles(session.workspace)
        ]
        emit_rows(
            [{name: row[name] for name in COUNT_COLUMNS} for row in rows], COUNT_COLUMNS, format_, output, COUNTS_NARROW
        )
        return
    claims = [visible_claim(session.workspace, claim_id) for claim_id in claim_ids]
    if article_id is not None:
        claims += show_article(session.workspace, article_id)[1]
    rows = []
    for claim in claims:
        record = record_of(session.workspace, claim.id)
        notes = ["others' ratings are shown once you have rated"] if record.blind else []
        if record.nothing_found_by:
            said = f": {record.nothing_found_note}" if record.nothing_found_note else ""
            notes.append(f"nothing found by {record.nothing_found_by}{said}")
        if record.published_at:
            on = f", resting on {resting_words(record.standing)}" if record.standing else ""
            notes.append(f"published {record.published_at[:10]} by {record.published_by}{on}")
        rows.append(
            {
                "claim_id": claim.id,
                "status": record.status.value,
                "agreement": record.agreement.value,
                "rating": record.standing.rating if record.standing else None,
                "by": record.standing.reviewer if record.standing else None,
                "known_at": record.standing.known_at if record.standing else None,
                "verdicts": [f"{v.reviewer}: {v.rating} ({v.kind.value.replace('_', ' ')})" for v in record.verdicts],
                "note": "; ".join(notes),
                "text": claim.text,
            }
        )
    emit_rows(rows, STATUS_COLUMNS, format_, output)


@review.command("agreement")
@click.option("--article", "article_id", type=int, default=None, help="Only claims of this article.")
@row_options
@click.pass_obj
def agreement(session: Session, article_id: int | None, format_: str, output: Path | None) -> None:
    """Show how far reviewers agree who judged the same claims independently.

    In per cent, as Cohen's kappa (two reviewers) and as Krippendorff's alpha (nominal, and ordinal along the scale).
    """
    from workbench.services.review.agreement import agreement_summary

    summary = agreement_summary(session.workspace, article_id)
    emit_rows([asdict(row) for row in summary.rows], AGREEMENT_COLUMNS, format_, output)
    few = any(row.claims < ENOUGH_CLAIMS for row in summary.rows)
    note = f" (of fewer than {ENOUGH_CLAIMS} claims kappa and alpha say little)" if few else ""
    say(", ".join(f"{state.value}: {count}" for state, count in summary.states.items()) + note)
