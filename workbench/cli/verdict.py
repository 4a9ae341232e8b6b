"""`workbench verdict`: rate a claim. What the other commands that give a rating share stands here too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from workbench.cli.global_options import Session
from workbench.cli.output import emit_rows, plain, row_options
from workbench.cli.reading import parse_date
from workbench.domain.errors import BadInputError
from workbench.domain.evidence import Stance
from workbench.domain.review import Verdict

if TYPE_CHECKING:
    from workbench.services.review.judging import Given

VERDICT_COLUMNS = ("id", "claim_id", "kind", "rating", "reviewer", "known_at", "at", "evidence", "rationale")
CLAIM_VERSION = click.option(
    "--version", type=int, default=None, help="Refuse when the claim has another version than this one by now."
)
F = TypeVar("F", bound=Callable[..., Any])


def verdict_options(command: F) -> F:
    """Give a command the options of a rating: why, evidence, known at, version."""
    for option in (
        CLAIM_VERSION,
        click.option("--known-at", default=None, metavar="DATE", help="Evidence up to this day was considered."),
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


def parse_evidence(given: tuple[str, ...], none: bool) -> list[tuple[int, Stance | None]] | None:
    """What `--evidence` and `--no-evidence` mean; None leaves it to what was accepted.

    Raises:
        BadInputError: One is not of the form PASSAGE[:STANCE], or both options are given.
    """
    if none and given:
        raise BadInputError("--no-evidence and --evidence exclude each other.")
    if not given:
        return [] if none else None
    parsed: list[tuple[int, Stance | None]] = []
    for text in given:
        number, _, stance = text.partition(":")
        try:
            parsed.append((int(number), Stance(stance.strip().casefold()) if stance.strip() else None))
        except ValueError as error:
            raise BadInputError(
                f"--evidence {plain(text)!r} must be a passage's number, with a stance if you like: 12:supports, "
                "12:refutes or 12:context."
            ) from error
    return parsed


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


def rating_arguments(given: dict[str, Any]) -> Given:
    """The keyword arguments of the services that the options of `verdict_options` mean.

    Raises:
        BadInputError: A date or a passage is not as it has to be.
    """
    return {
        "why": given["why"],
        "evidence": parse_evidence(given["evidence"], given["no_evidence"]),
        "known_at": parse_date(given["known_at"], "--known-at"),
        "version": given["version"],
    }


@click.command()
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("rating")
@verdict_options
@row_options
@click.pass_obj
def verdict(session: Session, /, claim_id: int, rating: str, format_: str, output: Path | None, **given: Any) -> None:
    """Rate a claim. RATING is a key or the words of a step of the scale in use ("2", "mostly false")."""
    from workbench.services.review.review import rate

    done = rate(session.workspace, claim_id, rating, **rating_arguments(given))
    emit_rows([verdict_row(done)], VERDICT_COLUMNS, format_, output)
