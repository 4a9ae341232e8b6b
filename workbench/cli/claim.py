"""`workbench claim`: list, show, add, edit, split, merge, remove, restore."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from workbench.cli.claim_rows import BRIEF_COLUMNS, CLAIM_COLUMNS, claim_row
from workbench.cli.global_options import Session
from workbench.cli.output import emit, emit_rows, plain, row_options, say
from workbench.cli.verdict import CLAIM_VERSION
from workbench.domain.articles import Attribution, Claim, Kind, ReviewStatus
from workbench.domain.errors import BadInputError
from workbench.domain.media import Authenticity, MediaKind, ReviewedMedia

KINDS = click.Choice([kind.value for kind in Kind])


@click.group()
def claim() -> None:
    """Claims: what the article asserts."""


@claim.command("list")
@click.option("--article", "article_id", type=int, default=None, help="Only claims of this article.")
@click.option(
    "--status",
    "statuses",
    multiple=True,
    type=click.Choice([status.value for status in ReviewStatus]),
    help="Only claims in this state of review (repeatable).",
)
@click.option("--kind", "kinds", multiple=True, type=KINDS, help="Only claims of this kind (repeatable).")
@click.option("--min-checkworthiness", type=click.FloatRange(0, 1), default=0.0, help="Only claims worth checking.")
@click.option(
    "--by",
    type=click.Choice(["order", "worthiness"]),
    default="order",
    show_default=True,
    help="In reading order, or most check-worthy first.",
)
@click.option("--no-duplicates", is_flag=True, help="Leave out claims that repeat an earlier one.")
@click.option("--removed", is_flag=True, help="List the claims that were dropped instead.")
@click.option("--limit", type=click.IntRange(min=1), default=None, help="At most so many.")
@click.option("--offset", type=click.IntRange(min=0), default=0, help="After so many.")
@row_options
@click.pass_obj
def list_(
    session: Session,
    article_id: int | None,
    statuses: tuple[str, ...],
    kinds: tuple[str, ...],
    min_checkworthiness: float,
    by: str,
    no_duplicates: bool,
    removed: bool,
    limit: int | None,
    offset: int,
    format_: str,
    output: Path | None,
) -> None:
    """List claims with where they stand and how their review stands."""
    from workbench.services.claims.claims import ClaimFilter, list_claims, removed_claims
    from workbench.store.articles import article

    if article_id is not None and not removed:
        article(session.workspace.database, article_id)
    if removed:
        found = removed_claims(session.workspace, article_id)
    else:
        found = list_claims(
            session.workspace,
            ClaimFilter(
                article_id=article_id,
                statuses=tuple(ReviewStatus(status) for status in statuses),
                kinds=tuple(Kind(kind) for kind in kinds),
                min_checkworthiness=min_checkworthiness,
                by_worthiness=by == "worthiness",
                with_duplicates=not no_duplicates,
                limit=limit,
                offset=offset,
            ),
        )
    _emit(found, format_, output)


@claim.command("show")
@click.argument("claim_id", type=int, metavar="CLAIM")
@row_options
@click.pass_obj
def show(session: Session, claim_id: int, format_: str, output: Path | None) -> None:
    """Show a claim: its words, what was read from them, its evidence and its verdicts."""
    from workbench.domain.withheld import KEPT_BACK, source_told
    from workbench.services.articles.kind_of_text import role_of
    from workbench.services.claims.claims import get_claim
    from workbench.services.claims.naming import open_pronouns
    from workbench.services.record.withholding import cited_told, withheld_of
    from workbench.services.review.blind import visible_evidence
    from workbench.services.review.review import record_of
    from workbench.store.articles import article as read_article

    withheld = withheld_of(session.workspace)
    found = get_claim(session.workspace, claim_id)
    record = record_of(session.workspace, claim_id)
    waiting = open_pronouns(found)
    article = read_article(session.workspace.database, found.article_id)
    row: dict[str, Any] = {
        **claim_row(found),
        "prefix": found.anchor.prefix,
        "suffix": found.anchor.suffix,
        "attribution": found.attribution.value,
        "speaker_role": role_of(article, found),
        "quantities": [asdict(quantity) for quantity in found.quantities],
        "times": [asdict(time) for time in found.times],
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
            }
            for item in visible_evidence(session.workspace, claim_id)
            for source in (source_told(item.source),)
        ],
        "verdicts": [asdict(verdict) for verdict in cited_told(session.workspace, record.verdicts)],
    }
    if format_ != "table":
        emit_rows([row], CLAIM_COLUMNS, format_, output)
        return
    emit("\n".join(_told(row)) + "\n", output)


@claim.command("add")
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
    _emit([added], format_, output)


@claim.command("edit")
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.option("--text", default=None, help="The new wording.")
@click.option("--name", default=None, help="Whom its first open pronoun means; `claim show` lists the possible names.")
@click.option("--start", type=int, default=None, help="The new first character in the article.")
@click.option("--end", type=int, default=None, help="The new character after the last one.")
@click.option("--move-start", type=int, default=0, metavar="WORDS", help="Move the first edge by words (may be -1).")
@click.option("--move-end", type=int, default=0, metavar="WORDS", help="Move the last edge by words (may be -1).")
@click.option("--kind", "kinds", multiple=True, type=KINDS, help="The new kinds (repeatable).")
@click.option("--speaker", default=None, help='Who made it; "" is the outlet itself.')
@click.option("--attribution", type=click.Choice([voice.value for voice in Attribution]), default=None)
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

        _emit([name_pronoun(session.workspace, claim_id, given["name"], version=given["version"])], format_, output)
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
    _emit([edit_claim(session.workspace, claim_id, change, version=given["version"])], format_, output)


@claim.command("split")
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("at", type=int)
@CLAIM_VERSION
@row_options
@click.pass_obj
def split(session: Session, claim_id: int, at: int, version: int | None, format_: str, output: Path | None) -> None:
    """Split a claim in two before character AT of its article."""
    from workbench.services.claims.claim_surgery import split as split_claim

    _emit(split_claim(session.workspace, claim_id, at, version=version), format_, output)


@claim.command("merge")
@click.argument("claim_id", type=int, metavar="CLAIM")
@CLAIM_VERSION
@row_options
@click.pass_obj
def merge(session: Session, claim_id: int, version: int | None, format_: str, output: Path | None) -> None:
    """Merge a claim with the one that follows it."""
    from workbench.services.claims.claim_surgery import merge_with_next

    _emit([merge_with_next(session.workspace, claim_id, version=version)], format_, output)


@claim.command("remove")
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
        say(f"{done.changed} claims are dropped{left}; `workbench undo` brings them back.")
        return
    claim_id = claim_ids[0]
    remove_claim(session.workspace, claim_id, version=version)
    say(f"Claim {claim_id} is dropped; `workbench claim restore {claim_id}` brings it back.")


@claim.command("restore")
@click.argument("claim_id", type=int, metavar="CLAIM")
@row_options
@click.pass_obj
def restore(session: Session, claim_id: int, format_: str, output: Path | None) -> None:
    """Bring a dropped claim back."""
    from workbench.services.claims.claim_surgery import restore as restore_claim

    _emit([restore_claim(session.workspace, claim_id)], format_, output)


@claim.command("speaker")
@click.argument("name")
@click.argument("claim_ids", type=int, metavar="CLAIM...", nargs=-1, required=True)
@click.pass_obj
def speaker(session: Session, name: str, claim_ids: tuple[int, ...]) -> None:
    """Say who made some claims, as one act; "" is the outlet's own voice. Published ones are left."""
    from workbench.services.claims.bulk import set_speakers

    done = set_speakers(session.workspace, dict.fromkeys(claim_ids), name)
    left = f", {done.left} left (published, or so already)" if done.left else ""
    say(f"{done.changed} {'claim' if done.changed == 1 else 'claims'} changed{left}.")


@claim.command("speakers")
@click.argument("name", required=False)
@click.argument("url", required=False)
@click.option("--unset", is_flag=True, help="Forget the page of NAME.")
@row_options
@click.pass_obj
def speakers(
    session: Session, name: str | None, url: str | None, unset: bool, format_: str, output: Path | None
) -> None:
    """List who made the claims, or say with URL which page tells NAME from others of the name.

    Such a page (an encyclopedia's, their own) becomes `sameAs` of the claimant in ClaimReview exports.
    """
    from workbench.services.claims import speakers as service

    if unset and (url is not None or name is None):
        raise BadInputError("--unset goes with a name alone.")
    if name is not None and (url is not None or unset):
        service.set_page(session.workspace, name, None if unset else url)
    rows = [
        asdict(one)
        for one in service.list_speakers(session.workspace)
        if name is None or one.name.casefold() == name.strip().casefold()
    ]
    if name is not None and not rows:
        raise BadInputError(f"no claim has the speaker {name!r}; `workbench claim speakers` lists the ones there are.")
    emit_rows(rows, ("name", "claims", "same_as"), format_, output)


@claim.command("media")
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("url", required=False)
@click.option("--kind", type=click.Choice([kind.value for kind in MediaKind]), help="What sort of media it is.")
@click.option(
    "--found",
    type=click.Choice([one.value for one in Authenticity]),
    help="How genuine it is as it was shown (schema.org's categories of MediaReview).",
)
@click.option("--original", default="", metavar="URL", help="Where an original of it is.")
@click.option("--context", default="", metavar="TEXT", help="Where it is really from, in a line.")
@click.option("--unset", is_flag=True, help="The claim does not consist of media.")
@row_options
@click.pass_obj
def media(
    session: Session,
    claim_id: int,
    url: str | None,
    kind: str | None,
    found: str | None,
    original: str,
    context: str,
    unset: bool,
    format_: str,
    output: Path | None,
) -> None:
    """Say which picture, recording or video a claim consists of, and how genuine it is; without URL: show it.

    ClaimReview exports carry it as `associatedMediaReview`.
    """
    from workbench.services.claims import media as service

    given = kind or found or original or context
    if unset and (url or given):
        raise BadInputError("--unset goes with a claim alone.")
    if url is None and given:
        raise BadInputError("give the address where the media was shown before --kind, --found, --original, --context.")
    if url is not None:
        if not (kind and found):
            raise BadInputError("media needs --kind (what sort it is) and --found (how genuine it is).")
        new = ReviewedMedia(url, MediaKind(kind), Authenticity(found), original, " ".join(context.split()))
        service.set_media(session.workspace, claim_id, new)
    elif unset:
        service.set_media(session.workspace, claim_id, None)
    known = service.show_media(session.workspace, claim_id)
    rows = [{"claim": claim_id, **asdict(known)}] if known else []
    emit_rows(rows, ("claim", "kind", "authenticity", "url", "original_url", "context"), format_, output)


def _emit(claims: list[Claim] | tuple[Claim, ...], format_: str, output: Path | None) -> None:
    columns = BRIEF_COLUMNS if format_ == "table" else CLAIM_COLUMNS
    emit_rows([claim_row(one) for one in claims], columns, format_, output)


def _voice(row: dict[str, Any]) -> str:
    """Who says it, with the role a transcript gives them."""
    if not row["speaker"]:
        return "the outlet" if row["attribution"] == Attribution.OUTLET.value else "somebody who is not named"
    role = f", {row['speaker_role']}" if row["speaker_role"] else ""
    return f"{row['speaker']}{role}"


def _told(row: dict[str, Any]) -> list[str]:
    """A claim for reading on a terminal; everything that came from outside is made harmless."""
    lines = [
        f"claim {row['id']} of article {row['article_id']}, {row['start']} to {row['end']}, version {row['version']}",
        f"wording: {row['text']}",
        f"quote: …{row['prefix'][-24:]}[{row['quote']}]{row['suffix'][:24]}…",
        f"kinds: {', '.join(row['kinds'])}",
        f"speaker: {_voice(row)} ({row['attribution']})",
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
        lines.append(f"    known at {verdict['known_at']}, {len(verdict['evidence'])} passages relied on")
    return [plain(line) for line in lines]
