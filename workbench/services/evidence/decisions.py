"""Evidence as people decide it: accepted or rejected, its stance, a note, a pin, a link of one's own."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from typing import Literal
from urllib.parse import urlsplit

from workbench.domain.anchors import Span
from workbench.domain.articles import Origin
from workbench.domain.documents import SourceKind
from workbench.domain.errors import BadInputError, NotFoundError
from workbench.domain.evidence import Evidence, EvidenceState, Provenance, Source, Stance
from workbench.domain.passages import passage_context, passage_hash
from workbench.services.review.blind import blind, own_decision
from workbench.services.review.judging import MAX_NAME, decision, latest_day, new_act, remark
from workbench.services.review.resting import refuse_published, refuse_rested_on
from workbench.services.workspace import Workspace
from workbench.store import verdicts
from workbench.store.claims import claim as read_claim
from workbench.store.events import moment
from workbench.store.evidence import EvidencePatch, link, take_off, write_link
from workbench.store.sources import (
    NewPassage,
    add_link_source,
    bring_back,
    known_sources,
    passages_of,
    sources_of_passages,
)

MAX_QUOTE = 20_000


def decide(
    workspace: Workspace,
    claim_id: int,
    passage_id: int,
    state: EvidenceState,
    *,
    stance: Stance | None = None,
    note: str | None = None,
    pinned: bool | None = None,
    cited: Span | Literal[False] | None = None,
    version: int | None = None,
    provenance: Provenance = Provenance.NUMBER,
    batch: str | None = None,
) -> Evidence:
    """Accept or reject a passage as evidence for a claim, or put it back to undecided (`SUGGESTED`).

    What a published verdict rests on stays as it is; other passages may still be decided, for a correction.

    Args:
        workspace: The open workspace.
        claim_id: The claim.
        passage_id: The passage; it need not have been suggested.
        state: What becomes of it.
        stance: What it says; left out: the stance already given, or the one the machine suggested.
        note: A remark; left out: the one there is.
        pinned: Whether it is kept on top; left out: as it is.
        cited: The words of the passage that are cited; False leaves them to the program; left out: as they are.
        version: The version of the link that was read, 0 for none; None decides whatever stands.
        provenance: How the passage came before the reviewer; kept where it is not linked yet.
        batch: Shared by decisions that are one act, and are undone together.

    Raises:
        NotFoundError: There is no such claim or passage.
        BadInputError: The note is too long.
        LockedError: A published verdict rests on the passage.
        ConflictError: The link was changed after `version` was read.
    """
    database = workspace.database
    with database.write() as connection:
        read_claim(database, claim_id)
        there = link(database, claim_id, passage_id)
        seen = there if there is not None and _may_see(workspace, there) else None
        chosen = stance or (seen.stance if seen else None)
        said = remark(note) if note is not None else seen.note if seen else ""
        patch = replace(
            decision(workspace, state, chosen),
            note=said,
            pinned=(seen.pinned if seen else False) if pinned is None else pinned,
            cited=(seen.cited if seen else None) if cited is None else cited or None,
            provenance=provenance,
        )
        if cited is not None:
            _refuse_to_cite(workspace, claim_id, passage_id, cited)
        refuse_rested_on(workspace, claim_id, passage_id, state=state, stance=chosen or Stance.CONTEXT, note=said)
        act = new_act(workspace, "evidence.decide")
        act = act if batch is None else replace(act, batch=batch)
        read = version if seen is there else None  # what one may not see one cannot have read
        return write_link(connection, claim_id, passage_id, patch, act, version=read)


def annotate(
    workspace: Workspace,
    claim_id: int,
    passage_id: int,
    *,
    note: str | None = None,
    pinned: bool | None = None,
    stance: Stance | None = None,
    cited: Span | Literal[False] | None = None,
    version: int | None = None,
    provenance: Provenance = Provenance.NUMBER,
) -> Evidence:
    """Change the note, pin, stance or cited words of a passage; what was decided about it, and by whom, stays.

    A stance is a judgement: the link is this reviewer's from then on. While judging blind, only what this reviewer
    or a machine linked can be changed: another's decision must neither be seen nor be touched.

    Args:
        workspace: The open workspace.
        claim_id: The claim.
        passage_id: The passage; one that is not linked yet is linked, undecided.
        note: A remark; left out: the one there is.
        pinned: Whether it is kept on top; left out: as it is.
        stance: What it says; left out: the stance there is.
        cited: The words of the passage that are cited; False leaves them to the program; left out: as they are.
        version: The version of the link that was read, 0 for none; None changes whatever stands.
        provenance: How the passage came before the reviewer; kept where it is not linked yet.

    Raises:
        NotFoundError: There is no such claim or passage.
        BadInputError: The note is too long; or this reviewer judges blind and has not decided about the passage.
        LockedError: A published verdict rests on the passage, and more than its pin is to change.
        ConflictError: The link was changed after `version` was read.
    """
    database = workspace.database
    with database.write() as connection:
        read_claim(database, claim_id)
        there = link(database, claim_id, passage_id)
        if (there is None or not _may_see(workspace, there)) and blind(workspace, claim_id):
            raise BadInputError(
                f"while you judge claim {claim_id} blind, accept or reject passage {passage_id} before you note, pin "
                "or weigh it."
            )
        if note is not None or stance is not None:  # a pin changes nothing that a verdict rests on
            said = None if note is None else remark(note)
            refuse_rested_on(workspace, claim_id, passage_id, stance=stance, note=said)
        if cited is not None:
            _refuse_to_cite(workspace, claim_id, passage_id, cited)
        patch = EvidencePatch(provenance=provenance)
        if cited is not None:
            patch = replace(patch, cited=cited or None)
        if note is not None:
            patch = replace(patch, note=remark(note))
        if pinned is not None:
            patch = replace(patch, pinned=pinned)
        if stance is not None:
            patch = replace(patch, stance=stance)
        if stance is not None or cited is not None or there is None or there.origin is Origin.MACHINE:
            patch = replace(patch, origin=Origin.PERSON, reviewer=workspace.reviewer)
        act = new_act(workspace, "evidence.decide")
        return write_link(connection, claim_id, passage_id, patch, act, version=version)


def unlink(workspace: Workspace, claim_id: int, passage_id: int, *, version: int | None = None) -> None:
    """Take a passage off a claim altogether; undo brings it back.

    Raises:
        NotFoundError: The passage is not linked to the claim.
        LockedError: A published verdict rests on the passage.
        ConflictError: The link was changed after `version` was read.
    """
    database = workspace.database
    with database.write() as connection:
        read_claim(database, claim_id)
        there = link(database, claim_id, passage_id)
        if there is None or not _may_see(workspace, there):
            raise NotFoundError(f"passage {passage_id} is not linked to claim {claim_id}.")
        refuse_rested_on(workspace, claim_id, passage_id)
        take_off(connection, there.id, new_act(workspace, "evidence.unlink"), version=version)


def nothing_found(workspace: Workspace, claim_id: int, *, note: str = "") -> None:
    """Note that a search for evidence gave nothing; it holds until evidence is accepted or the note is undone.

    Raises:
        NotFoundError: There is no such claim.
        LockedError: It is published.
    """
    database = workspace.database
    with database.write() as connection:
        claim = read_claim(database, claim_id)
        refuse_published(claim)
        act = new_act(workspace, verdicts.NOTHING_FOUND)
        verdicts.record_nothing_found(connection, claim, act, note=remark(" ".join(note.split())))


def add_link(
    workspace: Workspace,
    claim_id: int,
    url: str,
    quote: str,
    *,
    title: str = "",
    publisher: str | None = None,
    published: date | None = None,
    stance: Stance | None = None,
    note: str = "",
) -> Evidence:
    """Add a quotation with its address as accepted evidence; the address is noted, not visited.

    The same address with the same quotation is one source, however often it is added.

    Raises:
        NotFoundError: There is no such claim.
        BadInputError: The address is no http(s) address, the quotation is empty, a text is too long, or the day lies
            ahead.
        LockedError: It is evidence of the claim already, and a published verdict rests on it.
    """
    address, words = url.strip(), quote.strip().replace("\x00", "")
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname or not address.isprintable() or " " in address:
        raise BadInputError(f"{address!r} is no address: it has to begin with http:// or https://.")
    if not words:
        raise BadInputError("a link needs the words it is quoted for; nothing was added.")
    if len(words) > MAX_QUOTE:
        raise BadInputError(f"a quotation may have at most {MAX_QUOTE:,} characters; nothing was added.")
    if published is not None and published > latest_day():
        raise BadInputError(f"{published} lies ahead: a page is not quoted before it is published; nothing was added.")
    database = workspace.database
    name = remark(" ".join(title.split()), "a title", most=MAX_NAME) or parts.hostname
    by = remark(" ".join((publisher or "").split()), "a publisher's name", most=MAX_NAME) or None
    digest = hashlib.sha256(f"{address}\n{words}".encode("utf-8", "surrogatepass")).hexdigest()
    source_id = f"link-{digest[:16]}"
    with database.write() as connection:
        now = moment(connection)
        claim = read_claim(database, claim_id)
        act = new_act(workspace, "evidence.link")
        there = known_sources(database, [source_id]).get(source_id)
        if there is None:
            source = Source(
                id=source_id,
                kind=SourceKind.LINK,
                title=name,
                url=address,
                archive_url=None,
                publisher=by,
                author=None,
                published=published,
                published_guessed=False,
                retrieved=now,
                language=None,
                sha256=hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest(),
                text=words,
                added_at=now,
                added_by=workspace.reviewer,
            )
            context = passage_context(name)
            one = NewPassage(0, len(words), words, context, passage_hash(context, words), None)
            add_link_source(connection, source, one, act, digest=digest, claim=claim)
        elif there.removed:
            bring_back(connection, source_id, act, claim=claim)
        passage_id = passages_of(database, source_id)[0].id
        said = remark(note)
        accepted = EvidenceState.ACCEPTED
        refuse_rested_on(workspace, claim_id, passage_id, state=accepted, stance=stance or Stance.CONTEXT, note=said)
        patch = replace(decision(workspace, accepted, stance), note=said)
        patch = replace(patch, provenance=Provenance.LINK)
        return write_link(connection, claim_id, passage_id, patch, act)


def _refuse_to_cite(workspace: Workspace, claim_id: int, passage_id: int, cited: Span | Literal[False]) -> None:
    """Refuse words that a passage does not hold, and others than a published verdict cites.

    Raises:
        NotFoundError: There is no such passage.
        BadInputError: It has no such words.
        LockedError: A published verdict rests on it.
    """
    text = passage_text(workspace, passage_id)
    if cited and (cited.end > len(text) or not cited.of(text).strip()):
        raise BadInputError(f"passage {passage_id} has no words at {cited.start} to {cited.end}.")
    refuse_rested_on(workspace, claim_id, passage_id)


def passage_text(workspace: Workspace, passage_id: int) -> str:
    """The text of a passage.

    Raises:
        NotFoundError: There is no such passage.
    """
    found = sources_of_passages(workspace.database, [passage_id]).get(passage_id)
    if found is None:
        raise NotFoundError(f"there is no passage {passage_id}; `workbench search TEXT` shows passages with their ids.")
    return found[0].text


def _may_see(workspace: Workspace, evidence: Evidence) -> bool:
    return not blind(workspace, evidence.claim_id) or own_decision(evidence, workspace.reviewer)
