"""Undo and redo: of the last act, in whatever session and on whatever screen it was done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from workbench.tui.runtime.loading import load_version

if TYPE_CHECKING:
    from workbench.services.workspace import Workspace
    from workbench.tui.app import WorkbenchApp


def repeat(app: WorkbenchApp, what: Literal["undo", "redo"]) -> None:
    """Take the last act back, or do again what was taken back; then show it, and say what it was."""
    screen = app.work_screen
    if screen is None:
        return
    seen = {claim.id: claim for claim in getattr(screen, "claims", ())}

    def work(workspace: Workspace) -> tuple[str, int | None]:
        from workbench.services.record import history

        read = history.sources_read_since(workspace) if what == "undo" else 0
        before = {claim_id: app.versions.of(claim) for claim_id, claim in seen.items()}
        lines = history.undo(workspace) if what == "undo" else history.redo(workspace)
        claims = {line.claim_id for line in lines if line.claim_id is not None}
        for claim_id in claims & before.keys():
            app.versions.made(claim_id, before[claim_id], load_version(workspace, claim_id, before[claim_id]))
        words = lines[0].words if lines else ""
        if read:
            words += f" (evidence read since stays: {read:,} source{'s' if read > 1 else ''})"
        return words, (claims.pop() if len(claims) == 1 else None)

    async def repeating() -> None:
        words, claim_id = await app.threads.write(work)
        screen.changed_elsewhere()
        screen.act_repeated(claim_id)
        screen.tell(f"{'Took back' if what == 'undo' else 'Did again'}: {words}")

    screen.start(repeating, group="write")
