"""What corrects claims: `workbench claim` add, edit, split, merge, remove, restore, speaker."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from workbench.cli.claim_rows import KINDS, DeskOf, emit_claims
from workbench.cli.global_options import Session
from workbench.cli.output import row_options, say
from workbench.cli.verdict import CLAIM_VERSION
from workbench.domain.articles import Attribution, Claim, Kind, ReviewStatus
from workbench.domain.errors import BadInputError


@click.command("add")
@click.argument("article_id", type=int, metavar="ARTICLE")
@click.argument("start", type=int)
@click.argument("end", type=int)
@click.option("--text", default=None, help="A wording that stands alone (default: the words themselves).")
@click.option("--kind", "kinds", multiple=True, type=KINDS, help="What kind of assertion it is (repeatable).")
@click.option("--speaker", default=None, help="Who made it (default: the outlet itself).")
@row_options
@click.pass_obj
def add(
    session: Session,
    article_id: int,
    start: int,
    end: int,
    text: str | None,
    kinds: tuple[str, ...],
    speaker: str | None,
    format_: str,
    output: Path | None,
) -> None:
    """Add the words from START to END of an article as a claim (characters, counted from 0, END excluded)."""
    from workbench.services.claims.claim_surgery import add as add_claim

    chosen = tuple(Kind(kind) for kind in kinds)
    added = add_claim(session.workspace, article_id, start, end, text=text, kinds=chosen, speaker=speaker)
    emit_claims([added], format_, output, DeskOf.read(session.workspace))


@click.command("edit")
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.option("--text", default=None, help="The new wording.")
@click.option("--name", default=None, help="Whom its first open pronoun means; `claim show` lists the possible names.")
@click.option("--start", type=int, default=None, help="The new first character in the article.")
@click.option("--end", type=int, default=None, help="The new character after the last one.")
@click.option("--move-start", type=int, default=0, metavar="WORDS", help="Move the first edge by words (may be -1).")
@click.option("--move-end", type=int, default=0, metavar="WORDS", help="Move the last edge by words (may be -1).")
@click.option("--kind", "kinds", multiple=True, type=KINDS, help="The new kinds (repeatable).")
@click.option("--speaker", default=None, help='Who made it; "" is the outlet itself.')
@click.option("--attribution", type=click.Choice([how.value for how in Attribution]), default=None)
@CLAIM_VERSION
@row_options
@click.pass_obj
def edit(session: Session, /, claim_id: int, format_: str, output: Path | None, **given: Any) -> None:
    """Correct a claim: wording, edges, kinds, speaker. The splitter's suggestion stays in the record."""
    from workbench.services.claims.claim_editing import ClaimChange
    from workbench.services.claims.claim_editing import edit as edit_claim

    if given["name"] is not None:
        if any(value for key, value in given.items() if key not in {"name", "version"}):
            raise BadInputError("--name is a correction of its own: give it alone.")
        from workbench.services.claims.naming import name_pronoun

        named = name_pronoun(session.workspace, claim_id, given["name"], version=given["version"])
        emit_claims([named], format_, output, DeskOf.read(session.workspace))
        _tell_rated_otherwise(session, named)
        return
    if given["attribution"] is not None and not given["speaker"]:
        raise BadInputError("--attribution needs --speaker.")
    change = ClaimChange(
        text=given["text"],
        start=given["start"],
        end=given["end"],
        move_start=given["move_start"],
        move_end=given["move_end"],
        kinds=tuple(Kind(kind) for kind in given["kinds"]),
        speaker=given["speaker"],
        attribution=Attribution(given["attribution"]) if given["attribution"] else None,
    )
    if change == ClaimChange():
        raise BadInputError(
            "nothing to change: give --text, --name, --start, --end, --move-start, --move-end, --kind, --speaker."
        )
    edited = edit_claim(session.workspace, claim_id, change, version=given["version"])
    emit_claims([edited], format_, output, DeskOf.read(session.workspace))
    _tell_rated_otherwise(session, edited)


def _tell_rated_otherwise(session: Session, claim: Claim) -> None:
    """Say that the verdict on a claim was given on the words it had before."""
    from workbench.services.review.rated_wording import rated_otherwise

    if said := rated_otherwise(session.workspace, claim):
        again = (
            f"`workbench review settle {claim.id}`"
            if claim.status is ReviewStatus.SETTLED
            else (f"`workbench verdict {claim.id} RATING --why TEXT`")
        )
        say(f"{said[0].upper()}{said[1:]}: {again}.")


@click.command("split")
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("at", type=int)
@CLAIM_VERSION
@row_options
@click.pass_obj
def split(session: Session, claim_id: int, at: int, version: int | None, format_: str, output: Path | None) -> None:
    """Split a claim in two before character AT of its article."""
    from workbench.services.claims.claim_surgery import split as split_claim

    emit_claims(
        split_claim(session.workspace, claim_id, at, version=version), format_, output, DeskOf.read(session.workspace)
    )


@click.command("merge")
@click.argument("claim_id", type=int, metavar="CLAIM")
@CLAIM_VERSION
@row_options
@click.pass_obj
def merge(session: Session, claim_id: int, version: int | None, format_: str, output: Path | None) -> None:
    """Merge a claim with the one that follows it."""
    from workbench.services.claims.claim_surgery import merge_with_next

    emit_claims(
        [merge_with_next(session.workspace, claim_id, version=version)], format_, output, DeskOf.read(session.workspace)
    )


@click.command("remove")
@click.argument("claim_ids", type=int, metavar="CLAIM...", nargs=-1, required=True)
@CLAIM_VERSION
@click.pass_obj
def remove(session: Session, claim_ids: tuple[int, ...], version: int | None) -> None:
    """Drop claims from the lists; they stay in the record. Several are one act, which `undo` takes back.

    Of several, published ones are left.
    """
    from workbench.services.claims.bulk import drop_claims
    from workbench.services.claims.claim_surgery import remove as remove_claim

    if len(claim_ids) > 1:
        if version is not None:
            raise BadInputError("--version is for one claim.")
        done = drop_claims(session.workspace, dict.fromkeys(claim_ids))
        left = f", {done.left} published and left" if done.left else ""
        one = done.changed == 1
        say(
            f"{done.changed} claim{' is' if one else 's are'} dropped{left}; `workbench undo` brings "
            f"{'it' if one else 'them'} back."
        )
        return
    claim_id = claim_ids[0]
    remove_claim(session.workspace, claim_id, version=version)
    say(f"Claim {claim_id} is dropped; `workbench claim restore {claim_id}` brings it back.")


@click.command("restore")
@click.argument("claim_id", type=int, metavar="CLAIM")
@row_options
@click.pass_obj
def restore(session: Session, claim_id: int, format_: str, output: Path | None) -> None:
    """Bring a dropped claim back."""
    from workbench.services.claims.claim_surgery import restore as restore_claim

    emit_claims([restore_claim(session.workspace, claim_id)], format_, output, DeskOf.read(session.workspace))


@click.command("speaker")
@click.argument("name")
@click.argument("claim_ids", type=int, metavar="CLAIM...", nargs=-1, required=True)
@click.pass_obj
def speaker(session: Session, name: str, claim_ids: tuple[int, ...]) -> None:
    """Say who made some claims, as one act; "" is the outlet's own voice. Published ones are left."""
    from workbench.services.claims.bulk import set_speakers

    done = set_speakers(session.workspace, dict.fromkeys(claim_ids), name)
    left = f", {done.left} left (published, or so already)" if done.left else ""
    say(f"{done.changed} {'claim' if done.changed == 1 else 'claims'} changed{left}.")


CORRECTIONS = (add, edit, split, merge, remove, restore, speaker)
"""What `workbench claim` takes in."""
