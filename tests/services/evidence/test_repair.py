"""What `doctor --repair` mends is an act like any other: it is told, and taken back whole."""

from __future__ import annotations

from tests.newsroom import furnish
from workbench.services.claims import claim_editing
from workbench.services.record import history
from workbench.services.record.doctor import examine
from workbench.services.review.blind import visible_claim
from workbench.services.workspace import Workspace
from workbench.store import checks
from workbench.store.events import record


def displace(workspace: Workspace, claim: int) -> None:
    """Damage a position: two characters too far, and the wrong length."""
    with workspace.database.write() as connection:
        connection.execute('UPDATE claims SET start = start + 2, "end" = "end" + 5 WHERE id = ?', (claim,))


def states(workspace: Workspace, *, repair: bool = False) -> list[str]:
    return [finding.state for finding in examine(workspace, repair=repair) if finding.check == "claims"]


def test_a_repaired_anchor_is_put_back_as_it_was(workspace: Workspace) -> None:
    room = furnish(workspace)
    claim = room.claims[1]
    whole = visible_claim(workspace, claim).anchor
    displace(workspace, claim)
    broken = visible_claim(workspace, claim).anchor
    assert states(workspace, repair=True) == ["repaired"]
    assert visible_claim(workspace, claim).anchor == whole
    lines = history.history(workspace, article_id=room.article)
    assert (lines[-1].action, lines[-1].article_id, lines[-1].claim_id) == ("claim.reanchor", room.article, claim)
    history.undo(workspace)
    assert visible_claim(workspace, claim).anchor == broken
    history.redo(workspace)
    assert visible_claim(workspace, claim).anchor == whole


def test_undoing_the_repair_of_an_earlier_version_keeps_the_length(workspace: Workspace) -> None:
    """It noted the start alone."""
    claim = furnish(workspace).claims[1]
    whole = visible_claim(workspace, claim).anchor
    with workspace.database.write() as connection:
        record(
            connection,
            reviewer="ada",
            action="claim.reanchor",
            subject="claims",
            subject_id=claim,
            claim_id=claim,
            before={"start": whole.start + 2},
            after={"start": whole.start},
        )
    history.undo(workspace)
    back = visible_claim(workspace, claim).anchor
    assert (back.start, back.end) == (whole.start + 2, whole.end + 2)
    history.redo(workspace)
    assert visible_claim(workspace, claim).anchor == whole


def test_a_claim_changed_while_it_was_looked_at_is_left_alone(workspace: Workspace) -> None:
    claim = furnish(workspace).claims[1]
    displace(workspace, claim)
    (moved,) = checks.moved_anchors(workspace.database)
    claim_editing.edit_wording(workspace, claim, "The port was shut for three weeks")
    found = []
    for finding in examine(workspace, repair=True):
        if finding.check == "database":
            claim_editing.edit_wording(workspace, claim, f"Shut, {finding.detail[:5]}")
        found.append(finding.state)
    assert moved.claim_id == claim
    assert visible_claim(workspace, claim).text.startswith("Shut, ")
    assert "repaired" in found, "what was read after the change is mended"
