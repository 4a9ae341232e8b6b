"""Commands of `workbench review` that decide about evidence: accepted, rejected, noted, cited, linked by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from workbench.cli.global_options import Session
from workbench.cli.output import emit_rows, row_options, say
from workbench.cli.reading import parse_date
from workbench.domain.errors import BadInputError
from workbench.domain.evidence import EvidenceState, Stance

if TYPE_CHECKING:
    from workbench.domain.evidence import Evidence

STANCES = click.Choice([stance.value for stance in Stance])
EVIDENCE_COLUMNS = ("claim_id", "passage_id", "state", "stance", "by", "pinned", "note")


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

    number = _number(session, given)
    decided = decide(
        session.workspace,
        given["claim_id"],
        number,
        state,
        stance=Stance(given["stance"]) if given.get("stance") else None,
        note=given["note"],
        pinned=given["pinned"],
        version=given["version"],
        **_cited(session, number, given),
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


def _cite_options(command: Any) -> Any:
    for option in (
        click.option("--cite-whole", is_flag=True, help="Cite all of the passage."),
        click.option("--cite", metavar="WORDS", help="Cite these words of the passage; it stands behind them."),
    ):
        command = option(command)
    return command


def _cited(session: Session, number: int, given: dict[str, Any]) -> dict[str, Any]:
    """The words of the passage that are to be cited, where any were chosen."""
    from workbench.services.evidence.decisions import passage_text
    from workbench.services.review.deciding import found_in, whole

    words, all_ = given.get("cite"), given.get("cite_whole")
    if words is not None and all_:
        raise BadInputError("--cite and --cite-whole exclude each other.")
    if words is None and not all_:
        return {}
    text = passage_text(session.workspace, number)
    return {"cited": whole(text) if words is None else found_in(text, words)}


@click.command("accept")
@_decision_options
@_cite_options
@click.pass_obj
def accept(session: Session, /, **given: Any) -> None:
    """Accept a passage as evidence for a claim."""
    _decide(session, EvidenceState.ACCEPTED, given)


@click.command("reject")
@_decision_options
@click.pass_obj
def reject(session: Session, /, **given: Any) -> None:
    """Reject a passage as evidence for a claim."""
    _decide(session, EvidenceState.REJECTED, given)


@click.command("undecide")
@_decision_options
@click.pass_obj
def undecide(session: Session, /, **given: Any) -> None:
    """Put a passage back to undecided."""
    _decide(session, EvidenceState.SUGGESTED, given)


@click.command("annotate")
@_decision_options
@_cite_options
@click.pass_obj
def annotate(session: Session, /, **given: Any) -> None:
    """Change the note, the pin, the stance or the cited words of a passage and leave the decision as it is."""
    from workbench.services.evidence.decisions import annotate as change_remarks

    number = _number(session, given)
    cited = _cited(session, number, given)
    if given["note"] is None and given["pinned"] is None and given["stance"] is None and not cited:
        raise BadInputError("nothing to change: give --note, --pin, --stance or --cite.")
    changed = change_remarks(
        session.workspace,
        given["claim_id"],
        number,
        note=given["note"],
        pinned=given["pinned"],
        stance=Stance(given["stance"]) if given["stance"] else None,
        version=given["version"],
        **cited,
    )
    _emit_evidence(changed, given)


@click.command("unlink")
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("passage_id", type=int, metavar="PASSAGE")
@click.pass_obj
def unlink(session: Session, claim_id: int, passage_id: int) -> None:
    """Take a passage off a claim altogether."""
    from workbench.services.evidence.decisions import unlink as take_off

    take_off(session.workspace, claim_id, passage_id)
    say(f"Passage {passage_id} is off claim {claim_id}; `workbench undo` brings it back.")


@click.command("link")
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


@click.command("nothing-found")
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.option("--note", default="", help="Where you looked.")
@click.pass_obj
def nothing_found(session: Session, claim_id: int, note: str) -> None:
    """Note that a search for evidence gave nothing."""
    from workbench.services.evidence.decisions import nothing_found as note_nothing

    note_nothing(session.workspace, claim_id, note=note)
    say(f"Noted that nothing was found for claim {claim_id}.")


def _emit_evidence(evidence: Evidence, given: dict[str, Any]) -> None:
    row = {
        "claim_id": evidence.claim_id,
        "passage_id": evidence.passage_id,
        "state": evidence.state.value,
        "stance": evidence.stance.value if evidence.stance else None,
        "by": evidence.reviewer or evidence.origin.value,
        "pinned": evidence.pinned,
        "note": evidence.note,
        "cited": None if evidence.cited is None else {"start": evidence.cited.start, "end": evidence.cited.end},
        "version": evidence.version,
    }
    emit_rows([row], EVIDENCE_COLUMNS, given["format_"], given["output"])


DECISIONS = (accept, reject, undecide, annotate, unlink, link, nothing_found)
