"""`workbench verdict`: rate a claim. What the other commands that give a rating share stands here too."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from workbench.cli.global_options import Session
from workbench.cli.output import emit_rows, plain, row_options, say
from workbench.cli.reading import parse_date
from workbench.domain.errors import BadInputError
from workbench.domain.evidence import Stance
from workbench.domain.review import Verdict, VerdictKind
from workbench.domain.standing import speaks_against

if TYPE_CHECKING:
    from workbench.services.review.judging import Given
    from workbench.services.workspace import Workspace

VERDICT_COLUMNS = ("id", "claim_id", "kind", "rating", "reviewer", "known_at", "at", "evidence", "rationale")
CLAIM_VERSION = click.option(
    "--version", type=int, default=None, help="Refuse when the claim has another version than this one by now."
)
F = TypeVar("F", bound=Callable[..., Any])
_HELD = re.compile(r"([a-z]\w*:[0-9a-f]{32})(?::(.*))?$", re.ASCII)
"""A passage of a collection, with a stance."""


def verdict_options(command: F) -> F:
    """Give a command the options of a rating: why, evidence, known at, version."""
    for option in (
        CLAIM_VERSION,
        click.option("--known-at", default=None, metavar="DATE", help="Evidence up to this day was considered."),
        click.option(
            "--only",
            is_flag=True,
            help="With --evidence or --no-evidence: put back to undecided what else was accepted for the claim.",
        ),
        click.option("--no-evidence", is_flag=True, help="Rely on nothing, whatever was accepted."),
        click.option(
            "--evidence",
            "evidence",
            multiple=True,
            metavar="PASSAGE[:STANCE]",
            help="A passage relied on, and whether it supports, refutes or is context (repeatable; default: what was "
            "accepted for the claim).",
        ),
        click.option("--why", required=True, help="The reason, for readers."),
    ):
        command = option(command)
    return command


def parse_evidence(
    given: tuple[str, ...], none: bool, number: Callable[[str], int] = int
) -> list[tuple[int, Stance | None]] | None:
    """What `--evidence` and `--no-evidence` mean; None leaves it to what was accepted.

    Args:
        given: What was given with `--evidence`.
        none: Whether `--no-evidence` was.
        number: The number of a passage that is named; called when all of them are as they have to be.
    Raises:
        BadInputError: One is not of the form PASSAGE[:STANCE] or named with two stances, or both options are given.
    """
    if none and given:
        raise BadInputError("--no-evidence and --evidence exclude each other.")
    if not given:
        return [] if none else None
    parsed: list[tuple[str, Stance | None]] = []
    for text in given:
        held = _HELD.match(text)
        named, _, stance = (held[1], "", held[2] or "") if held else text.partition(":")
        try:
            said = Stance(stance.strip().casefold()) if stance.strip() else None
            parsed.append((named if held else str(int(named)), said))
        except ValueError as error:
            raise BadInputError(
                f"--evidence {plain(text)!r} must be a passage's number, with a stance if you like: 12:supports, "
                "12:refutes or 12:context."
            ) from error
    chosen: dict[int, Stance | None] = {}
    for named, stance in parsed:
        passage = number(named)
        if chosen.get(passage, stance) != stance:
            raise BadInputError(f"passage {plain(named)} is named with two stances; nothing was stored.")
        chosen[passage] = stance
    return list(chosen.items())


def verdict_row(given: Verdict) -> dict[str, Any]:
    """A verdict as a row."""
    return {
        "id": given.id,
        "claim_id": given.claim_id,
        "kind": given.kind.value,
        "rating": given.rating,
        "value": given.value,
        "scale": given.scale_id,
        "reviewer": given.reviewer,
        "known_at": given.known_at,
        "at": given.at,
        "evidence": [f"{item.passage_id}:{item.stance}" for item in given.evidence],
        "rationale": given.rationale,
        "supersedes": given.supersedes,
    }


def rating_arguments(workspace: Workspace, claim_id: int, given: dict[str, Any]) -> Given:
    """The keyword arguments of the services that the options of `verdict_options` mean for a claim.

    A passage of a collection is copied into the workspace. What was not read for the claim yet is read now.

    Raises:
        BadInputError: A date or a passage is not as it has to be.
    """
    from workbench.services.collections.keeping import number_of
    from workbench.services.search.reading_cited import read_cited

    evidence = parse_evidence(
        given["evidence"], given["no_evidence"], lambda named: number_of(workspace, named, claim_id=claim_id)
    )
    read_cited(workspace, claim_id, None if evidence is None else [passage for passage, _ in evidence])
    return {
        "why": given["why"],
        "evidence": evidence,
        "only": given["only"],
        "known_at": parse_date(given["known_at"], "--known-at"),
        "version": given["version"],
    }


def tell_resting(workspace: Workspace, done: Verdict, given: dict[str, Any]) -> None:
    """Say what a verdict relies on where that was not named, what stays accepted beside it, what speaks against it."""
    from workbench.services.review.judging import accepted_beside
    from workbench.services.review.resting import resting_words

    _tell_unsupported(done, given)
    named = bool(given["evidence"] or given["no_evidence"])
    if done.evidence and not named:
        say(f"It relies on what is accepted for claim {done.claim_id}: {resting_words(done)}.")
    if named and (beside := accepted_beside(workspace, done)):
        which = ", ".join(f"passage {one.passage.id} ({one.evidence.stance or 'context'})" for one in beside)
        more = len(beside) > 1
        say(
            f"No part of it, and still accepted for claim {done.claim_id}: {which}. A verdict that names no evidence "
            f"relies on {'them' if more else 'it'} too; --only with the verdict puts {'them' if more else 'it'} back."
        )
    tell_against(workspace, done)


def tell_against(workspace: Workspace, done: Verdict) -> None:
    """Say where all the evidence of a verdict speaks against its rating."""
    from workbench.services.review.scales import scale

    side = scale(workspace, done.scale_id).side(done.value)
    if against := speaks_against(side, [piece.stance for piece in done.evidence]):
        say(f"The evidence {against} the claim, and the rating {plain(done.rating)} says otherwise.")


def _tell_unsupported(done: Verdict, given: dict[str, Any]) -> None:
    """Say that a verdict relies on nothing, where that was not asked for, and how evidence is named."""
    if not done.evidence and not given["no_evidence"]:
        blind = done.kind is VerdictKind.SECOND_OPINION  # what others accepted is hidden, and counts for nothing
        accepted = "you accepted nothing yourself" if blind else "nothing is accepted"
        say(
            f"This verdict relies on no evidence: {accepted} for claim {done.claim_id}. "
            f"`workbench review accept {done.claim_id} PASSAGE` accepts a passage, --evidence PASSAGE names one with "
            "the verdict, --no-evidence says that none is meant."
        )


def tell_published(published: int, waiting: Mapping[int, str]) -> None:
    """Say how many claims of an article were published, and which were not although they are rated, and why."""
    held = {claim_id: why for claim_id, why in waiting.items() if why}
    open_ = len(waiting) - len(held)
    still = "1 is still open or waits" if open_ == 1 else f"{open_} are still open or wait"
    say(f"Published {published} claim{'' if published == 1 else 's'}; {still} for a second opinion.")
    for claim_id, why in held.items():
        say(f"Not published: the verdict on claim {claim_id} {why}.")


@click.command()
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("rating")
@verdict_options
@row_options
@click.pass_obj
def verdict(session: Session, /, claim_id: int, rating: str, format_: str, output: Path | None, **given: Any) -> None:
    """Rate a claim. RATING is a key or the words of a step of the scale in use ("2", "mostly false")."""
    from workbench.services.review.review import rate

    done = rate(session.workspace, claim_id, rating, **rating_arguments(session.workspace, claim_id, given))
    emit_rows([verdict_row(done)], VERDICT_COLUMNS, format_, output)
    tell_resting(session.workspace, done, given)
