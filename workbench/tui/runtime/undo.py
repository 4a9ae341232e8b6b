"""Undo and redo: of the last act, in whatever session and on whatever screen it was done."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from textwrap import shorten
from typing import TYPE_CHECKING, Literal

from workbench.domain.articles import Claim
from workbench.domain.errors import ConflictError, LockedError
from workbench.tui.commands.table import keyed
from workbench.tui.runtime.host import Front, Host
from workbench.tui.runtime.messages import ActRepeated, Changed, IndexChanged
from workbench.tui.runtime.versions import Versions, load_version

if TYPE_CHECKING:
    from workbench.services.workspace import Workspace

_CORRECTS = re.compile(r"`workbench review correct (\d+)`")
What = Literal["undo", "redo"]


def repeat(host: Host, what: What) -> None:
    """Take the last act back, or do again what was taken back; then show it, and say what it was."""
    front = host.front
    if front is None:
        return
    place = front.place
    claims = {claim.id: claim for claim in place.claims} if place is not None else {}
    front.start(partial(_repeating, host, front, what, claims), group="write")


async def _repeating(host: Host, front: Front, what: What, claims: Mapping[int, Claim]) -> None:
    """What the public has seen stays, and is told; the key pressed once more takes back what was named then."""
    refused, host.undo_refused = host.undo_refused, (0, 0)
    try:
        words, claim_id, sources = await host.threads.write(_repeat, host.versions, what, claims, refused)
    except (ConflictError, LockedError) as error:
        words = with_key(str(error), keyed("{correct_verdict}", host.keys_changed))
        if what == "undo" and error.event_id:
            before, named = await host.threads.write(_before, error.event_id)
            host.undo_refused = (error.event_id, named) if named else (0, 0)
            words = f"{words} {keyed('{undo}', host.keys_changed)} again {before}"
        error.args = (words,)
        raise
    if sources:  # their titles and days stand beside what was found
        host.tell_all(IndexChanged())
    front.post_message(Changed())
    front.post_message(ActRepeated(claim_id))
    host.notifications.say(f"{'Took back' if what == 'undo' else 'Did again'}: {words}")


def _before(workspace: Workspace, event_id: int) -> tuple[str, int]:
    """What the key does when it is pressed once more, although the act of this event stays, and the event it names."""
    from workbench.services.record.history import undoable_before

    before = undoable_before(workspace, event_id)
    if before is None:
        return "has nothing to take back: you did nothing before it that could be.", 0
    claim = "" if before.claim_id is None else f" (claim {before.claim_id})"
    return f"takes back what you did before it: {shorten(before.words, 80, placeholder='…')}{claim}.", before.event_id


def with_key(words: str, key: str) -> str:
    """What a refusal says of the command that corrects a verdict, with the key that does."""
    return _CORRECTS.sub(lambda found: f"{key} on claim {found[1]}", words)


def _repeat(
    workspace: Workspace, versions: Versions, what: What, claims: Mapping[int, Claim], refused: tuple[int, int]
) -> tuple[str, int | None, bool]:
    """In the thread that writes: what was done, the one claim it is about, if any, and whether sources changed."""
    from workbench.services.record import history

    read = history.sources_read_since(workspace) if what == "undo" else 0
    last = history.last_event_id(workspace)
    before = {claim_id: versions.of(claim) for claim_id, claim in claims.items()}
    lines = history.undo_named(workspace, *refused) if what == "undo" else history.redo(workspace)
    about = {line.claim_id for line in lines if line.claim_id is not None}
    for claim_id in about & before.keys():
        versions.made(claim_id, before[claim_id], load_version(workspace, claim_id, before[claim_id]))
    words = lines[0].words if lines else ""
    if read:
        words += f" (evidence read since stays: {read:,} source{'s' if read > 1 else ''})"
    return words, (about.pop() if len(about) == 1 else None), history.sources_changed(workspace, last)
