"""`workbench review`: evidence decided, second opinions, settling, publishing, corrections, agreement."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.already_checked import adopt
from workbench.cli.global_options import Session
from workbench.cli.output import Narrow, emit_rows, row_options, say
from workbench.cli.reading import parse_date
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
from workbench.domain.evidence import EvidenceState, Stance

if TYPE_CHECKING:
    from workbench.domain.evidence import Evidence

STANCES = click.Choice([stance.value for stance in Stance])
EVIDENCE_COLUMNS = ("claim_id", "passage_id", "state", "stance", "by", "pinned", "note")
STATUS_COLUMNS = ("claim_id", "status", "agreement", "rating", "by", "known_at", "verdicts", "note", "text")
COUNT_COLUMNS = (
    "article_id", "title", "claims", "open", "rated", "second_opinion", "settled", "published", "not_rated", "deadline"
)  # fmt: skip
COUNTS_NARROW = Narrow("title", ("not_rated", "settled", "second_opinion"))
AGREEMENT_COLUMNS = ("reviewers", "scale", "claims", "equal", "per_cent", "kappa", "alpha", "alpha_ordinal")


@click.group()
def review() -> None:
    """Evidence decisions, second opinions, settling, publishing and corrections."""


review.add_command(adopt)


def _passage_name(text: str) -> int | str:
    """A passage's number, or NAME:ID of one that is in a collection."""
    if ":" in text:
        return text
    try:
        return int(text)
    except ValueError as error:
        raise click.BadParameter(f"{text!r} is not a valid integer.") from error


def _number(session: Session, given: dict[str, Any]) -> int:
    """The number of the passage that is named; one of a collection is copied into the workspace."""
    named = given["passage_id"]
    if isinstance(named, int):
        return named
    from workbench.services.collections.keeping import number_of

    return number_of(session.workspace, named, claim_id=given["claim_id"])


def _decide(session: Session, state: EvidenceState, given: dict[str, Any]) -> None:
    from workbench.services.evidence.decisions import decide

    decided = decide(
        session.workspace,
        given["claim_id"],
        _number(session, given),
        state,
        stance=Stance(given["stance"]) if given.get("stance") else None,
        note=given["note"],
        pinned=given["pinned"],
        version=given["version"],
    )
    _emit_evidence(decided, given)


def _decision_options(command: Any) -> Any:
    for option in (
        row_options,
        click.option("--version", type=int, default=None, help="Refuse when the decision is another than you read."),
        click.option("--pin/--no-pin", "pinned", default=None, help="Keep it on top."),
        click.option("--note", default=None, help="A remark."),
        click.option("--stance", type=STANCES, default=None, help="What it says about the claim."),
        click.argument("passage_id", type=_passage_name, metavar="PASSAGE"),
        click.argument("claim_id", type=int, metavar="CLAIM"),
    ):
        command = option(command)
    return command


@review.command("accept")
@_decision_options
@click.pass_obj
def accept(session: Session, /, **given: Any) -> None:
    """Accept a passage as evidence for a claim."""
    _decide(session, EvidenceState.ACCEPTED, given)


@review.command("reject")
@_decision_options
@click.pass_obj
def reject(session: Session, /, **given: Any) -> None:
    """Reject a passage as evidence for a claim."""
    _decide(session, EvidenceState.REJECTED, given)


@review.command("undecide")
@_decision_options
@click.pass_obj
def undecide(session: Session, /, **given: Any) -> None:
    """Put a passage back to undecided."""
    _decide(session, EvidenceState.SUGGESTED, given)


@review.command("annotate")
@_decision_options
@click.pass_obj
def annotate(session: Session, /, **given: Any) -> None:
    """Change the note, the pin or the stance of a passage and leave the decision as it is."""
    from workbench.services.evidence.decisions import annotate as change_remarks

    if given["note"] is None and given["pinned"] is None and given["stance"] is None:
        raise BadInputError("nothing to change: give --note, --pin or --stance.")
    changed = change_remarks(
        session.workspace,
        given["claim_id"],
        _number(session, given),
        note=given["note"],
        pinned=given["pinned"],
        stance=Stance(given["stance"]) if given["stance"] else None,
        version=given["version"],
    )
    _emit_evidence(changed, given)


@review.command("unlink")
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("passage_id", type=int, metavar="PASSAGE")
@click.pass_obj
def unlink(session: Session, claim_id: int, passage_id: int) -> None:
    """Take a passage off a claim altogether."""
    from workbench.services.evidence.decisions import unlink as take_off

    take_off(session.workspace, claim_id, passage_id)
    say(f"Passage {passage_id} is off claim {claim_id}; `workbench undo` brings it back.")


@review.command("link")
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("url")
@click.option("--quote", required=True, help="The words it is quoted for.")
@click.option("--title", default="", help="The page's title (default: its host).")
@click.option("--publisher", default=None, help="Who published it.")
@click.option("--published", default=None, metavar="DATE", help="Day of publication, YYYY-MM-DD.")
@click.option("--stance", type=STANCES, default=None, help="What it says about the claim.")
@click.option("--note", default="", help="A remark.")
@row_options
@click.pass_obj
def link(session: Session, /, **given: Any) -> None:
    """Add a quotation with its address as evidence. The address is noted, not visited."""
    from workbench.services.evidence.decisions import add_link

    added = add_link(
        session.workspace,
        given["claim_id"],
        given["url"],
        given["quote"],
        title=given["title"],
        publisher=given["publisher"],
        published=parse_date(given["published"]),
        stance=Stance(given["stance"]) if given["stance"] else None,
        note=given["note"],
    )
    _emit_evidence(added, given)


@review.command("nothing-found")
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.option("--note", default="", help="Where you looked.")
@click.pass_obj
def nothing_found(session: Session, claim_id: int, note: str) -> None:
    """Note that a search for evidence gave nothing."""
    from workbench.services.evidence.decisions import nothing_found as note_nothing

    note_nothing(session.workspace, claim_id, note=note)
    say(f"Noted that nothing was found for claim {claim_id}.")


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


def _emit_evidence(evidence: Evidence, given: dict[str, Any]) -> None:
    row = {
        "claim_id": evidence.claim_id,
        "passage_id": evidence.passage_id,
        "state": evidence.state.value,
        "stance": evidence.stance.value if evidence.stance else None,
        "by": evidence.reviewer or evidence.origin.value,
        "pinned": evidence.pinned,
        "note": evidence.note,
        "version": evidence.version,
    }
    emit_rows([row], EVIDENCE_COLUMNS, given["format_"], given["output"])
