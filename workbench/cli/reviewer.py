"""`workbench reviewer`: who reviews in this workspace."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from workbench.cli.global_options import Session
from workbench.cli.output import emit, emit_rows, row_options, say

COLUMNS = ("name", "added_at", "verdicts", "claims", "last_seen", "role")
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


@reviewer.command("role")
@click.argument("name")
@click.argument("role", type=click.Choice(["reader", "reviewer", "editor", "none"]))
@click.pass_obj
def role_(session: Session, name: str, role: str) -> None:
    """Say what somebody may do: a reader looks and exports, a reviewer does the work, an editor also settles as a
    third, publishes, corrects and gives roles.

    While nobody has a role everybody does everything. The first one is an editor's; from then on whoever has none
    only reads, and editors alone give roles.
    """
    from workbench.domain.permissions import Role
    from workbench.services.review.permissions import give_role, without_role

    workspace = session.workspace
    new = give_role(workspace, name, None if role == "none" else Role(role))
    is_now = "has no role now" if role == "none" else f"is {'an' if role == 'editor' else 'a'} {role} now"
    say(f"{name} {is_now}." if new else f"{name} was that already; nothing was changed.")
    if new and (left := without_role(workspace)):
        say(f"Without a role, so that they only read: {', '.join(left)}.")


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
