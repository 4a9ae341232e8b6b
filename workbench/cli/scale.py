"""`workbench scale`: rating scales."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.global_options import Session
from workbench.cli.output import emit_rows, row_options, say

LISTED = ("id", "name", "in_use", "ratings")
SHOWN = ("key", "words", "value", "definition")


@click.group()
def scale() -> None:
    """Rating scales."""


@scale.command("list")
@row_options
@click.pass_obj
def list_(session: Session, format_: str, output: Path | None) -> None:
    """List the scales there are."""
    from workbench.services.review.scales import current_scale, scales

    used = current_scale(session.workspace).id
    rows = [
        {
            "id": one.id,
            "name": one.name,
            "in_use": one.id == used,
            "ratings": [f"{rating.key} {rating.words}" for rating in one.ratings],
        }
        for one in scales(session.workspace)
    ]
    emit_rows(rows, LISTED, format_, output)


@scale.command("show")
@click.argument("scale_id", metavar="[SCALE]", required=False)
@row_options
@click.pass_obj
def show(session: Session, scale_id: str | None, format_: str, output: Path | None) -> None:
    """Show the steps of a scale (default: the one in use) with keys, numbers and definitions."""
    from workbench.services.review.scales import current_scale
    from workbench.services.review.scales import scale as find_scale

    found = find_scale(session.workspace, scale_id) if scale_id else current_scale(session.workspace)
    rows = [
        {"key": rating.key, "words": rating.words, "value": rating.value, "definition": rating.definition}
        for rating in found.ratings
    ]
    emit_rows(rows, SHOWN, format_, output)


@scale.command("add")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def add(session: Session, file: Path) -> None:
    """Add a scale of your own from a TOML or JSON FILE with id, name and ratings (key, words, definition, value)."""
    from workbench.services.review.scales import add_scale_file

    added = add_scale_file(session.workspace, file)
    say(f"The scale {added.id} has {len(added.ratings)} steps; choose it with `workbench scale use {added.id}`.")


@scale.command("use")
@click.argument("scale_id", metavar="SCALE")
@click.pass_obj
def use(session: Session, scale_id: str) -> None:
    """Rate on this scale from now on; verdicts already given keep theirs."""
    from workbench.services.review.scales import use_scale

    say(f"New verdicts are given on the scale {use_scale(session.workspace, scale_id).id}.")
