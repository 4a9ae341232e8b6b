"""Asking from which worth on claims are listed."""

from __future__ import annotations

from textual.widgets import Input, Static

from workbench.tui.dialogs.sheet import Ask


class AskWorth(Ask):
    """A number from 0 to 1; another leaves the words where they are. Gives it as a number that can be read."""

    def __init__(self, now: float) -> None:
        super().__init__(
            "Hide claims less worth checking than",
            value=f"{now:g}" if now else "",
            hint="From 0 to 1, as in the list (.35). Empty: none is hidden. What is hidden stays in the article.",
            placeholder="0.35",
        )

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter."""
        event.prevent_default()  # `Ask` would take the words as they are
        said = event.value.strip().replace(",", ".")
        try:
            worth = float(said or 0)
        except ValueError:
            worth = -1.0
        if 0 <= worth <= 1:
            self.dismiss(str(worth))
        else:
            self.query_one(".hint", Static).update("A number from 0 to 1, please: 0.35.")
