"""The form that renames a source, or marks it private."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Input

from workbench.domain.evidence import Source
from workbench.services.evidence.private import title_to_tell
from workbench.tui.dialogs.add import PRIVATE
from workbench.tui.dialogs.forms import Form
from workbench.tui.dialogs.sheet import said
from workbench.tui.dialogs.ticks import Ticks
from workbench.tui.text.formatting import one_line


class SourceForm(Form[tuple[str, bool]]):
    """Title, and whether only that goes out."""

    ACCEPT = "Change"
    DEFAULT_CSS = "SourceForm Ticks { height: 1; margin-bottom: 1; }"

    def __init__(self, source: Source) -> None:
        super().__init__("The source")
        self.source = source

    def fields(self) -> ComposeResult:
        """The title and a tick."""
        yield said("Title", "label")
        yield Input(one_line(self.source.title), id="title")
        yield Ticks([PRIVATE], [PRIVATE] if self.source.private else [], id="private")

    def answer(self) -> tuple[str, bool]:
        """Title and tick. A title that only begins the text is not left to stand for a private source."""
        title, private = self.value("title"), bool(self.query_one("#private", Ticks).selected)
        if not title:
            raise ValueError("A source needs a title.")
        told = title_to_tell(title, self.source.text, self.source.added_at)
        if private and told != title and title == one_line(self.source.title):
            self.query_one("#title", Input).value = told
            raise ValueError("Its title is only the beginning of its text: this one, or yours, goes out instead.")
        return title, private
