"""Moving through a review, and choosing what is listed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from textual.screen import Screen

from workbench.domain.articles import Claim
from workbench.tui.review.panes import PANES
from workbench.tui.review.work import ReviewWork
from workbench.tui.runtime.saved_session import ListFilter
from workbench.tui.work_screen import Handlers


class Moves:
    """From claim to claim, from passage to passage, from pane to pane.

    Args:
        work: The review.
        focused: The id of the widget that has the focus.
        drops: Each drops something that was begun, and says whether there was anything; tried in order.
    """

    def __init__(self, work: ReviewWork, focused: Callable[[], str], drops: list[Callable[[], bool]]) -> None:
        self._work, self._focused, self._drops = work, focused, drops
        self._dropped = False
        """Whether the same key has just dropped something."""
        work.arrived.append(self._go_on)

    def handlers(self) -> Handlers:
        """What each command does."""
        return {
            "next_claim": lambda: self._step(1),
            "previous_claim": lambda: self._step(-1),
            "next_open": lambda: self._step_open(1),
            "previous_open": lambda: self._step_open(-1),
            "next_evidence": lambda: self._work.view.evidence.list.step(1),
            "previous_evidence": lambda: self._work.view.evidence.list.step(-1),
            "next_pane": lambda: self._turn(1),
            "previous_pane": lambda: self._turn(-1),
            "filter": self.filter,
            "hide_claims": self.hide,
            "change_order": self.change_order,
            "back": self.back,
            "show_history": self.show_history,
            "show_statistics": self.show_statistics,
        }

    def _step(self, step: int) -> None:
        self._work.go_to(self._work.session.neighbour(step))

    def _step_open(self, step: int) -> None:
        claim_id = self._work.session.next_open(step)
        if claim_id is None:
            self._work.tell("No other claim in this list is open.")
        else:
            self._work.go_to(claim_id)

    def _turn(self, step: int) -> None:
        view, focused = self._work.view, self._focused()
        here = PANES.index(focused if focused in PANES else view.pane)
        name = PANES[(here + step) % len(PANES)]
        view.show_pane(name)
        view.focus(name)

    def filter(self) -> None:
        """Choose which claims are listed."""
        from workbench.tui.dialogs.forms import FilterForm

        dialog: Screen[ListFilter | None] = FilterForm(self._work.session.saved.filter)
        self._work.ask(dialog, self.use_filter)

    def use_filter(self, wanted: ListFilter) -> None:
        """List the claims of a filter."""
        self._work.session.saved.filter = wanted
        self._work.session.list_again()
        self._work.view.show_rows()
        self._work.host.remember()

    def hide(self) -> None:
        """Choose from which worth on claims are listed."""
        from workbench.tui.dialogs.worth import AskWorth

        now = self._work.session.saved.filter

        def chosen(worth: str) -> None:
            self.use_filter(replace(now, min_worth=float(worth)))

        self._work.ask(AskWorth(now.min_worth), chosen)

    def change_order(self) -> None:
        """In the order of the article, or most worth checking first."""
        now = self._work.session.saved.filter
        self.use_filter(replace(now, by_worth=not now.by_worth))

    def back(self) -> None:
        """Drop what was begun, one thing at a time; then go back to the desk.

        A key that was pressed once too often, to drop what was dropped already, does not leave the article.
        """
        if any(drop() for drop in self._drops):
            self._dropped = True
        elif self._dropped:
            self._dropped = False
            self._work.tell(self._work.keyed("{back} once more goes back to the articles."))
        else:
            self._work.host.show_desk()

    def _go_on(self, _: Claim) -> None:
        self._dropped = False

    def show_history(self) -> None:
        """Open the history."""
        self._work.host.open_history(self._work.session.article_id, self._work.session.current_id)

    def show_statistics(self) -> None:
        """Open the statistics of the article."""
        self._work.host.open_statistics(self._work.session.article_id)
