"""The base of all dialogs: a sheet over the screen that Esc closes; and the plainest ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from workbench.domain.errors import BadInputError
from workbench.services.written_days import EXAMPLE, read_day
from workbench.tui.runtime.host import Host
from workbench.tui.text.formatting import visible

T = TypeVar("T")


class Sheet(ModalScreen[T | None], Generic[T]):
    """A framed sheet in the middle of the screen. `None` is the answer of Esc."""

    AUTO_FOCUS = "Input, TextArea, OptionList, Button"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Cancel")]
    DEFAULT_CSS = """
    Sheet { align: center middle; background: $background 60%; }
    Sheet > .sheet {
        width: 76; max-width: 94%; height: auto; max-height: 94%;
        background: $surface; border: round $border; padding: 1 2;
        border-title-color: $foreground; border-title-style: bold;
    }
    Sheet .said { height: auto; color: $wb-dim; margin-bottom: 1; }
    Sheet .label { height: 1; color: $wb-dim; text-wrap: nowrap; text-overflow: ellipsis; }
    Sheet Input { height: 1; margin-bottom: 1; padding: 0 1; background: $panel; border: none; }
    Sheet Input:focus { background: $background; border: none; border-left: outer $border; }
    Sheet .buttons { height: auto; align-horizontal: right; }
    Sheet Button { margin-left: 2; min-width: 10; height: 3; }
    Sheet .hint { height: auto; color: $wb-dim; }
    Sheet OptionList { height: auto; max-height: 16; padding: 0; background: $panel; border: none; }
    Sheet TextArea { background: $panel; border: none; padding: 0 1; }
    Sheet TextArea:focus { background: $background; border: none; border-left: outer $border; }
    Sheet OptionList:focus { border: none; border-left: outer $border; }
    Sheet .body { height: auto; max-height: 100%; }
    Sheet.-small > .sheet { padding: 0 2; }
    Sheet.-small Button { height: 1; border: none !important; }
    """

    def __init__(self, title: str) -> None:
        super().__init__()
        self.heading = title

    def compose(self) -> ComposeResult:
        """A frame around `body()`."""
        with Vertical(classes="sheet") as frame:
            frame.border_title = visible(self.heading).replace("[", "\\[")
            yield from self.body()

    def body(self) -> ComposeResult:
        """What stands on the sheet."""
        yield from ()

    def action_cancel(self) -> None:
        """Close without an answer."""
        self.dismiss(None)

    def on_resize(self, event: events.Resize) -> None:
        """Small screens get small buttons and no margins."""
        self.set_class(event.size.height < 28, "-small")


def said(text: str, classes: str = "said") -> Static:
    """Words that are never read as markup."""
    return Static(visible(text), markup=False, classes=classes)


class Ask(Sheet[str]):
    """One line of text; Enter gives it."""

    def __init__(self, title: str, *, value: str = "", hint: str = "", placeholder: str = "") -> None:
        super().__init__(title)
        self.value, self.hint, self.placeholder = value, hint, placeholder

    def body(self) -> ComposeResult:
        """A line to type in."""
        yield Input(self.value, placeholder=self.placeholder)
        yield said(self.hint or "Enter accepts · Esc cancels", "hint")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter."""
        self.dismiss(event.value)


class AskDay(Ask):
    """A day, as people write it; one that cannot be read leaves the words where they are. Gives it as 2022-03-03."""

    def __init__(self, title: str, *, value: str = "", hint: str = "") -> None:
        super().__init__(title, value=value, hint=hint, placeholder=EXAMPLE)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter."""
        event.prevent_default()  # `Ask` would take the words as they are
        try:
            day = read_day(event.value, cast(Host, self.app).today())
        except BadInputError as error:
            self.query_one(".hint", Static).update(str(error))
        else:
            self.dismiss(day.isoformat() if day is not None else "")


class Confirm(Sheet[bool]):
    """A question with two answers."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Yes"),
        Binding("n", "answer(False)", "No"),
        Binding("left,right", "app.focus_next", "Other button", show=False),
    ]

    def __init__(self, title: str, question: str, *, yes: str = "Yes", no: str = "No") -> None:
        super().__init__(title)
        self.question, self.yes, self.no = question, yes, no

    def body(self) -> ComposeResult:
        """The question and two buttons."""
        with VerticalScroll(classes="body", can_focus=False):
            yield said(self.question)
        with Horizontal(classes="buttons"):
            yield Button(f"{self.yes} (y)", variant="primary", id="yes")
            yield Button(f"{self.no} (n)", id="no")

    def action_answer(self, answer: bool) -> None:
        """Give the answer."""
        self.dismiss(answer)

    @on(Button.Pressed)
    def pressed(self, event: Button.Pressed) -> None:
        """A button was pressed."""
        self.dismiss(event.button.id == "yes")


class Choose(Sheet[str]):
    """One of several; Enter or its key gives it."""

    def __init__(self, title: str, options: Sequence[tuple[str, str]], *, said_first: str = "", at: str = "") -> None:
        super().__init__(title)
        self.options, self.said_first, self.at = options, said_first, at

    def body(self) -> ComposeResult:
        """A list to choose from."""
        if self.said_first:
            yield said(self.said_first)
        yield OptionList(*(Option(visible(words), id=key) for key, words in self.options), markup=False)
        by_key = " or its key" if all(words.startswith(key) for key, words in self.options) else ""
        yield said(f"↑ ↓ Enter{by_key} · Esc cancels", "hint")

    def on_mount(self) -> None:
        """Begin at the present choice."""
        keys = [key for key, _ in self.options]
        self.query_one(OptionList).highlighted = keys.index(self.at) if self.at in keys else 0

    def on_key(self, event: events.Key) -> None:
        """The key of an option chooses it, as on the scale."""
        if event.character is not None and event.character in [key for key, _ in self.options]:
            event.stop()
            self.dismiss(event.character)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        self.dismiss(event.option.id)


class Tell(Sheet[bool]):
    """Something to read, scrolled with the arrows; Esc or Enter closes it, `c` copies words that would be lost."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,q", "cancel", "Close"), Binding("c", "copy", "Copy")]
    AUTO_FOCUS = "VerticalScroll"
    DEFAULT_CSS = """
    Tell > .sheet { width: 88; }
    Tell VerticalScroll { height: auto; max-height: 100%; scrollbar-size-vertical: 1; }
    Tell .text { height: auto; width: 1fr; }
    """

    def __init__(self, title: str, text: str, *, copies: str = "") -> None:
        super().__init__(title)
        self.text, self.copies = text, copies

    def action_copy(self) -> None:
        """Copy the words to the clipboard of the terminal."""
        if self.copies:
            self.app.copy_to_clipboard(self.copies)
            self.query_one(".hint", Static).update("Copied · Esc closes")

    def body(self) -> ComposeResult:
        """The words."""
        with VerticalScroll(classes="body"):
            yield said(self.text, "text")
        yield said("c copies your words · Esc closes" if self.copies else "Esc closes", "hint")
