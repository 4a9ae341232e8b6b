"""The pane with the list of claims."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from workbench.tui.review.session import ReviewSession
from workbench.tui.widgets.claim_list import ClaimList


class ClaimsPane(Vertical):
    """Lists the claims of a session; `ClaimList` posts where its cursor goes."""

    def __init__(self, session: ReviewSession, *, classes: str) -> None:
        super().__init__(id="claims-pane", classes=classes)
        self.session = session
        self.list = ClaimList(id="claims")

    def compose(self) -> ComposeResult:
        """The list."""
        yield self.list

    def on_mount(self) -> None:
        """Until the claims are read."""
        self.list.show([], note="Reading …")

    def show(self) -> None:
        """Bring the list and its title in step."""
        session = self.session
        rows = session.rows()
        places = [row.claim.id for row in rows]
        self.list.show(rows, places.index(session.current_id) if session.current_id in places else 0)
        chosen = session.saved.filter
        said = chosen.words_said
        title = "Claims" + (" · by worth" if chosen.by_worth else "" if said else " · in order")
        title += f" · {said} ({session.matching} of {len(session.claims)})" if said else ""
        title += f" · {len(session.marked)} marked" if session.marked else ""
        self.border_title = title.replace("[", "\\[")

    def show_claim(self) -> None:
        """Put the cursor on the claim of the session, and draw its row again."""
        current = self.session.current_id
        places = [row.claim.id for row in self.list.items]
        if current in places:
            self.list.move_to(places.index(current), tell=False)
        else:
            self.show()

    def show_row(self, claim_id: int | None) -> None:
        """Draw one row again."""
        for index, row in enumerate(self.session.rows()):
            if row.claim.id == claim_id and index < len(self.list.items):
                self.list.update_item(index, row)
