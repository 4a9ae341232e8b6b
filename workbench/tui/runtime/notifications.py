"""What is said in passing, and what became of background work."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, Protocol

from textual.app import App
from textual.notifications import Notification, Notify
from textual.screen import Screen

from workbench.domain.errors import ConflictError
from workbench.tui.text.formatting import visible

SHORT = 240
"""Characters of a note in passing; the history has the whole of an act."""
LONG = 320
"""Characters above which a report is shown on a sheet, to be read in peace."""
QUIET_SECONDS = 1.0
"""A sheet does not open under the fingers of somebody who has typed so shortly before."""


class Sheets(Protocol):
    """Makes a sheet with something to read; `copies` are words that a key copies from it."""

    def __call__(self, title: str, text: str, *, copies: str = "") -> Screen[Any]:
        """The sheet."""


class Notifications:
    """One note in passing at a time: the newest counts, and a pile of them would hide the work.

    Args:
        app: The application that shows them.
        sheet: Makes a sheet for what is to be read in peace.
        typing: Whether a key came within so many seconds, or a dialog is open.
    """

    def __init__(self, app: App[Any], sheet: Sheets, typing: Callable[[float], bool]) -> None:
        self._app, self._sheet, self._typing = app, sheet, typing
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
        if len(words) > LONG and not self._typing(QUIET_SECONDS):
            self._app.push_screen(self._sheet(title, words))
        else:
            seconds = 8 + len(words) / 40
            self._note(visible(words), "error" if error else "information", seconds)

    def conflict(self, error: ConflictError) -> None:
        """Show both versions: what this reviewer wanted, and what somebody else has written meanwhile."""
        words = f"{error}\n\nYours (not written):\n{error.mine or '–'}\n\nTheirs (kept):\n{error.theirs or '–'}"
        self._app.push_screen(self._sheet("Somebody was faster", words, copies=error.mine.removeprefix("text: ")))

    def _note(self, words: str, severity: Literal["information", "warning", "error"], seconds: float) -> Notification:
        note = Notification(words, severity=severity, timeout=seconds, markup=False)
        self._app._on_notify(Notify(note))  # at once: the next note may take its place in the same breath
        return note
