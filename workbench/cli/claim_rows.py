"""A claim as a row, the same columns wherever claims are listed; and as lines for reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.output import Narrow, emit_rows, plain
from workbench.domain.articles import Attribution, Claim, Kind
from workbench.domain.quantities import Bound, QuantityKind

if TYPE_CHECKING:
    from workbench.domain.desk_work import Assignment
    from workbench.domain.withheld import Withheld
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
        "quantities": [asdict(quantity) for quantity in claim.quantities],
        "times": [asdict(time) for time in claim.times],
        "media_start": claim.anchor.media_start,
        "media_end": claim.anchor.media_end,
        "origin": claim.origin.value,
        "duplicate_of": claim.duplicate_of,
        "version": claim.version,
    }


def shown_rows(workspace: Workspace, claim_ids: Sequence[int]) -> list[dict[str, Any]]:
    """Claims with what was read from them, their evidence and verdicts, as far as this reviewer may see them.

    Raises:
        NotFoundError: There is no such claim.
    """
    from workbench.services.record.withholding import withheld_of

    withheld, desk = withheld_of(workspace), DeskOf.read(workspace)
    return [_shown_row(workspace, claim_id, withheld, desk) for claim_id in claim_ids]


def _shown_row(workspace: Workspace, claim_id: int, withheld: Withheld, desk: DeskOf) -> dict[str, Any]:
    from workbench.domain.withheld import KEPT_BACK, source_told
    from workbench.services.articles.kind_of_text import role_of, said_at
    from workbench.services.claims.naming import open_pronouns
    from workbench.services.record.withholding import cited_told
    from workbench.services.review.blind import visible_claim, visible_evidence
    from workbench.services.review.review import record_of
    from workbench.store.articles import article as read_article

    found = visible_claim(workspace, claim_id)
    record = record_of(workspace, claim_id)
    waiting = open_pronouns(found)
    article = read_article(workspace.database, found.article_id)
    return {
        **claim_row(found, desk),
        "prefix": found.anchor.prefix,
        "suffix": found.anchor.suffix,
        "attribution": found.attribution.value,
        "speaker_role": role_of(article, found),
        "time": said_at(article, found) or None,
        "resolutions": [{**asdict(one), "open": one in waiting} for one in found.resolutions],
        "agreement": record.agreement.value,
        "blind": record.blind,
        "evidence": [
            {
                "passage_id": item.passage.id,
                "state": item.evidence.state.value,
                "stance": item.evidence.stance.value if item.evidence.stance else None,
                "by": item.evidence.reviewer or item.evidence.origin.value,
                "pinned": item.evidence.pinned,
                "note": withheld.scrub(item.evidence.note),
                "source": source.title,
                "publisher": source.publisher,
                "published": source.published.isoformat() if source.published else None,
                "text": KEPT_BACK if source.private else item.passage.text,
                "cited": None if source.private else item.evidence.cited and item.evidence.cited.of(item.passage.text),
            }
            for item in visible_evidence(workspace, claim_id)
            for source in (source_told(item.source),)
        ],
        "verdicts": [asdict(verdict) for verdict in cited_told(workspace, record.verdicts)],
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


def _amount(quantity: dict[str, Any]) -> str:
    """An amount as it is written, and as it was read: "thousands of troops (2,000 to 999,999 troop)"."""
    low, high = (None if one is None else _figure(one) for one in (quantity["low"], quantity["high"]))
    ends = [end for end in dict.fromkeys((low, high)) if end is not None]
    unit = quantity["currency"] or quantity["unit"] or ("%" if quantity["kind"] == QuantityKind.PERCENT else "")
    bound = "" if quantity["bound"] in (Bound.EXACT, Bound.VAGUE) else quantity["bound"].replace("_", " ")
    return f"{quantity['text']} ({' '.join(part for part in (bound, ' to '.join(ends), unit) if part)})"


def _figure(value: float) -> str:
    """A number in full: "12,345,678,901", "0.333"."""
    return f"{value:,.4f}".rstrip("0").rstrip(".") if abs(value) >= 0.001 or not value else f"{value:.10f}".rstrip("0")


def _time(time: dict[str, Any]) -> str:
    """A time as it is written, and the days it was read as."""
    first, last = (None if one is None else f"{one:%Y-%m-%d}" for one in (time["earliest"], time["latest"]))
    if first is None and last is None:
        length = f"{time['days']:g} days" if time["days"] is not None else "not dated"
        return f"{time['text']} ({length})"
    return f"{time['text']} ({first if first == last else f'{first or chr(8230)} to {last or chr(8230)}'})"


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
    if row["quantities"]:
        lines.append(f"amounts: {'; '.join(map(_amount, row['quantities']))}")
    if row["times"]:
        lines.append(f"times: {'; '.join(map(_time, row['times']))}")
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
        if item["cited"]:
            lines.append(f"    cited of it: {item['cited']}")
    for verdict in row["verdicts"]:
        lines.append(
            f"{verdict['kind'].replace('_', ' ')} by {verdict['reviewer']} at {verdict['at']}: {verdict['rating']}"
        )
        lines.append(f"    {verdict['rationale']}")
        on = len(verdict["evidence"])
        lines.append(f"    known at {verdict['known_at']}, {on} passage{'' if on == 1 else 's'} relied on")
    return [plain(line) for line in lines]
