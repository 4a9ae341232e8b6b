"""What is said in passing, and what became of background work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textual.notifications import Notification, Notify

from workbench.tui.text.formatting import visible

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

SHORT = 240
"""Characters of a note in passing; the history has the whole of an act."""
LONG = 320
"""Characters above which a report is shown on a sheet, to be read in peace."""
QUIET_SECONDS = 1.0
"""A sheet does not open under the fingers of somebody who has typed so shortly before."""


class Notifications:
    """One note in passing at a time: the newest counts, and a pile of them would hide the work."""

    def __init__(self, app: WorkbenchApp) -> None:
        self._app = app
        self._passing: Notification | None = None

    def say(self, words: str, *, warning: bool = False) -> None:
        """Say something in passing; it takes the place of what was said before."""
        shown = visible(words)
        shown = shown if len(shown) <= SHORT else f"{shown[:SHORT].rstrip()}…"
        if self._passing is not None:
            self._app._unnotify(self._passing, refresh=False)
        self._passing = self._note(shown, "warning" if warning else "information", 4)

    def report(self, title: str, words: str, *, error: bool = False) -> None:
        """Say what became of something; a long report is a sheet, where nobody is typing."""
        from workbench.tui.dialogs.sheet import Tell

        app = self._app
        if len(words) > LONG and app.screen is app.work_screen and app.key_queue.idle_seconds > QUIET_SECONDS:
            app.push_screen(Tell(title, words))
        else:
            seconds = 8 + len(words) / 40
            self._note(visible(words), "error" if error else "information", seconds)

    def _note(self, words: str, severity: Literal["information", "warning", "error"], seconds: float) -> Notification:
        note = Notification(words, severity=severity, timeout=seconds, markup=False)
        self._app._on_notify(Notify(note))  # at once: the next note may take its place in the same breath
        return note
