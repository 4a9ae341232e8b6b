"""A claim as a row, the same columns wherever claims are listed; and as lines for reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.output import Narrow, emit_rows, plain
from workbench.domain.articles import Attribution, Claim, Kind

if TYPE_CHECKING:
    from workbench.domain.desk_work import Assignment
    from workbench.services.workspace import Workspace

KINDS = click.Choice([kind.value for kind in Kind])

CLAIM_COLUMNS = (
    "id",
    "article_id",
    "start",
    "end",
    "quote",
    "text",
    "kinds",
    "speaker",
    "checkworthiness",
    "reasons",
    "status",
    "rating",
    "time",
    "tags",
    "assignee",
    "due",
)
BRIEF_COLUMNS = ("id", "text", "kinds", "speaker", "checkworthiness", "status", "rating")
"""What fits a terminal; `--format json` and the others carry every column."""
NARROW = Narrow("text", ("checkworthiness", "kinds", "speaker"))


@dataclass(frozen=True, slots=True)
class DeskOf:
    """What a desk keeps about claims: tags by id (as text), and who is to do them."""

    tags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    assigned: Mapping[int, Assignment] = field(default_factory=dict)

    @classmethod
    def read(cls, workspace: Workspace) -> DeskOf:
        """All of it."""
        from workbench.services.review.desk_work import assigned, tags_on

        return cls(tags_on(workspace, "claim"), assigned(workspace, "claim"))


NOTHING = DeskOf()


def claim_row(claim: Claim, desk: DeskOf = NOTHING) -> dict[str, Any]:
    """The columns of `claim list`, plus where the claim came from."""
    given = desk.assigned.get(claim.id)
    return {
        "id": claim.id,
        "article_id": claim.article_id,
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "text": claim.text,
        "kinds": [kind.value for kind in claim.kinds],
        "speaker": claim.speaker,
        "checkworthiness": claim.checkworthiness,
        "reasons": list(claim.reasons),
        "status": claim.status.value,
        "rating": claim.rating,
        "time": claim.anchor.time or None,
        "tags": list(desk.tags.get(str(claim.id), ())),
        "assignee": given.assignee if given else None,
        "due": given.due if given else None,
        "media_start": claim.anchor.media_start,
        "media_end": claim.anchor.media_end,
        "origin": claim.origin.value,
        "duplicate_of": claim.duplicate_of,
        "version": claim.version,
    }


def emit_claims(
    claims: list[Claim] | tuple[Claim, ...], format_: str, output: Path | None, desk: DeskOf = NOTHING
) -> None:
    """Write claims in the format that was asked for."""
    columns = BRIEF_COLUMNS if format_ == "table" else CLAIM_COLUMNS
    emit_rows([claim_row(one, desk) for one in claims], columns, format_, output, NARROW)


def _voice(row: dict[str, Any]) -> str:
    """Who says it, with the role a transcript gives them."""
    if not row["speaker"]:
        return "the outlet" if row["attribution"] == Attribution.OUTLET.value else "somebody who is not named"
    role = f", {row['speaker_role']}" if row["speaker_role"] else ""
    return f"{row['speaker']}{role}"


def claim_lines(row: dict[str, Any]) -> list[str]:
    """A claim for reading on a terminal; everything that came from outside is made harmless."""
    lines = [
        f"claim {row['id']} of article {row['article_id']}, {row['start']} to {row['end']}, version {row['version']}",
        f"wording: {row['text']}",
        " ".join(f"quote: …{row['prefix'][-24:]}[{row['quote']}]{row['suffix'][:24]}…".split()),
        f"kinds: {', '.join(row['kinds'])}",
        f"speaker: {_voice(row)} ({row['attribution']})",
        *([f"said at: {row['time']}"] if row["time"] else []),
        f"worth checking: {row['checkworthiness']:.2f} ({'; '.join(row['reasons']) or 'no reasons given'})",
        f"status: {row['status'].replace('_', ' ')}, rating: {row['rating'] or 'none'}, agreement: {row['agreement']}",
        f"suggested by: {row['origin']}",
    ]
    lines += [
        f"resolved: “{repair['original']}” → “{repair['replacement']}” ({repair['reason']}, {repair['confidence']:.2f})"
        for repair in row["resolutions"]
        if repair["applied"] and repair["original"] != repair["replacement"]
    ]
    lines += [
        f"“{repair['original'] or repair['replacement'].strip()}” may mean: "
        + ", ".join(f"{words} ({confidence:.2f})" for words, confidence in repair["possible"])
        + f"; `workbench claim edit {row['id']} --name NAME` puts one in"
        for repair in row["resolutions"]
        if repair["open"]
    ]
    if row["blind"]:
        lines.append("A second opinion is wanted: what others decided is shown once you have rated.")
    for item in row["evidence"]:
        about = ", ".join(str(part) for part in (item["publisher"], item["published"]) if part)
        stance = f" {item['stance']}" if item["stance"] else ""
        lines.append(
            f"{item['state']}{stance} (by {item['by']}): passage {item['passage_id']}, {item['source']}, {about}"
        )
        lines.append(f"    {item['text']}")
    for verdict in row["verdicts"]:
        lines.append(
            f"{verdict['kind'].replace('_', ' ')} by {verdict['reviewer']} at {verdict['at']}: {verdict['rating']}"
        )
        lines.append(f"    {verdict['rationale']}")
        on = len(verdict["evidence"])
        lines.append(f"    known at {verdict['known_at']}, {on} passage{'' if on == 1 else 's'} relied on")
    return [plain(line) for line in lines]
