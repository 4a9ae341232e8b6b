"""`workbench reviewer`: who reviews in this workspace."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from workbench.cli.global_options import Session
from workbench.cli.output import emit, emit_rows, row_options, say

COLUMNS = ("name", "added_at", "verdicts", "claims", "last_seen")
PRESENT = ("reviewer", "article_id", "claim_id", "at")


@click.group()
def reviewer() -> None:
    """Who reviews in this workspace."""


@reviewer.command("list")
@row_options
@click.pass_obj
def list_(session: Session, format_: str, output: Path | None) -> None:
    """List reviewers and what they have done; everyone who changes something is listed."""
    from workbench.services.review.reviewers import list_reviewers

    emit_rows([asdict(one) for one in list_reviewers(session.workspace)], COLUMNS, format_, output)


@reviewer.command("add")
@click.argument("name")
@click.pass_obj
def add(session: Session, name: str) -> None:
    """Add a reviewer before their first act."""
    from workbench.services.review.reviewers import add_reviewer

    new = add_reviewer(session.workspace, name)
    say(f"{name} is known now." if new else f"{name} was known already; nothing was changed.")


@reviewer.command("present")
@row_options
@click.pass_obj
def present(session: Session, format_: str, output: Path | None) -> None:
    """List who has the workspace open right now, and the claim they are on."""
    from workbench.services.review.presence import everyone

    emit_rows([asdict(one) for one in everyone(session.workspace)], PRESENT, format_, output)


@reviewer.command("whoami")
@click.pass_obj
def whoami(session: Session) -> None:
    """Print the name that your work is recorded under."""
    emit(f"{session.workspace.reviewer}\n")
