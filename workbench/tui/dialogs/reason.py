"""The reason of a verdict: an editor whose text is kept each second."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import TextArea

from workbench.tui.dialogs.sheet import Choose, Sheet, said
from workbench.tui.text.formatting import clip_words

DRAFT_SECONDS = 1.0
SENTENCE_ENDS = (".", "!", "?", "…", "。", "।")


class WriteText(Sheet[str]):
    """Several lines of text with the usual keys; Ctrl+S keeps them, Esc leaves.

    With `on_draft` the text is handed over each second while it changes, and once more on leaving.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,ctrl+j,alt+enter", "keep", "Keep", priority=True),
        Binding("ctrl+t", "snippet", "Snippet", priority=True),
    ]
    DEFAULT_CSS = """
    WriteText > .sheet { width: 100%; max-width: 100%; dock: bottom; margin-bottom: 2; }
    WriteText TextArea { height: 8; }
    WriteText.-small TextArea { height: 6; }
    """

    def __init__(
        self,
        title: str,
        *,
        value: str = "",
        above: str = "",
        on_draft: Callable[[str], None] | None = None,
        one_line: bool = False,
        snippets: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(title)
        self.snippets = dict(snippets or {})
        self.above, self.on_draft, self.one_line = above, on_draft, one_line
        # what is typed behind a whole sentence begins the next one; the blank goes again when the text is kept
        self.value = f"{value} " if not one_line and value.endswith(SENTENCE_ENDS) else value
        self._told = self.value

    def body(self) -> ComposeResult:
        """What it is about, and the editor."""
        if self.above:
            yield said(self.above)
        yield TextArea(self.value, soft_wrap=True, tab_behavior="focus")
        snippets = "Ctrl+T puts in a snippet of yours · " if self.snippets else ""
        draft = ", what you typed stays as a draft" if self.on_draft else ""
        yield said(f"Ctrl+S keeps · {snippets}Esc leaves{draft}", "hint")

    def action_snippet(self) -> None:
        """Choose one of the snippets of the configuration; it is put in where the cursor stands."""
        if not self.snippets:
            return
        options = [(name, f"{name} · {clip_words(text, 60)}") for name, text in self.snippets.items()]

        def chosen(name: str | None) -> None:
            if name is not None:
                self.query_one(TextArea).insert(self.snippets[name])

        self.app.push_screen(Choose("Put in a snippet", options), chosen)

    def on_mount(self) -> None:
        """The cursor goes to the end; drafts are kept from now on."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        if self.on_draft is not None:
            self.set_interval(DRAFT_SECONDS, self.tell_draft)

    @on(TextArea.Changed)
    def first_letters(self) -> None:
        """The first words are kept at once, the rest each second."""
        if self.on_draft is not None and self._told == self.value:
            self.tell_draft()

    def tell_draft(self) -> None:
        """Hand the text over where it has changed."""
        text = self.query_one(TextArea).text
        if self.on_draft is not None and text != self._told:
            self._told = text
            self.on_draft(text)

    def action_keep(self) -> None:
        """Give the text back."""
        text = self.query_one(TextArea).text
        self.dismiss(" ".join(text.split()) if self.one_line else text.strip())

    def action_cancel(self) -> None:
        """Leave; a draft stays."""
        self.tell_draft()
        self.dismiss(None)
