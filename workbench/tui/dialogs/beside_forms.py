"""Tags, assignments and comments: the forms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input

from workbench.services.written_days import read_due
from workbench.tui.dialogs.forms import Form
from workbench.tui.dialogs.sheet import Ask, Sheet, said
from workbench.tui.runtime.host import Host
from workbench.tui.text.formatting import day_of, day_words, due_words, one_line, visible

if TYPE_CHECKING:
    from workbench.domain.desk_work import Comment

Change = Callable[[tuple[str, ...], tuple[str, ...]], None]


class AskTags(Ask):
    """Tags with commas between them."""

    def __init__(self, about: str, tags: Sequence[str]) -> None:
        super().__init__(
            f"Tags · {about}", value=", ".join(tags), hint="Commas between them · Enter accepts · Esc cancels"
        )


def changed_tags(before: Sequence[str], typed: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Which tags are to be put on and which taken off, given those that were there and those that are to be."""
    wanted = tuple(dict.fromkeys(" ".join(one.split()).casefold().removeprefix("#") for one in typed.split(",")))
    wanted = tuple(one for one in wanted if one)
    return tuple(one for one in wanted if one not in before), tuple(one for one in before if one not in wanted)


class AssignForm(Form[tuple[str, str | None]]):
    """Who, and until when; nobody where the name is empty."""

    ACCEPT = "Assign"

    def __init__(self, about: str, assignee: str, due: str | None) -> None:
        super().__init__(f"Who is to do it · {about}")
        self.assignee, self.due = assignee, due

    def fields(self) -> ComposeResult:
        """Name and time."""
        yield said("Name (empty: nobody in particular)", "label")
        yield Input(self.assignee, id="name")
        yield said("Until (empty: no time is set)", "label")
        yield Input(
            due_words(self.due) if self.due else "", placeholder="3 March 2022, 17:00 · tomorrow 5 pm", id="due"
        )

    def answer(self) -> tuple[str, str | None]:
        """The name, and the time in ISO 8601."""
        return self.value("name"), read_due(self.value("due"), cast(Host, self.app).today())


class Comments(Sheet[str]):
    """What was said about a claim, and a line to say more; Enter gives it."""

    AUTO_FOCUS = "Input"
    DEFAULT_CSS = """
    Comments > .sheet { width: 88; }
    Comments VerticalScroll { height: auto; max-height: 14; margin-bottom: 1; }
    """

    def __init__(self, about: str, comments: Sequence[Comment], value: str = "") -> None:
        super().__init__("Comments")
        self.about, self.comments, self.value = about, comments, value

    def body(self) -> ComposeResult:
        """The claim, the comments, the line."""
        yield said(self.about)
        with VerticalScroll(can_focus=False) as area:
            for one in self.comments:
                yield said(f"{one_line(one.reviewer)}, {day_words(day_of(one.at))}: {visible(one.text)}", "text")
        area.display = bool(self.comments)
        yield Input(self.value, placeholder="@name calls somebody; no report tells it")
        yield said("Enter says it · Esc leaves", "hint")

    def on_mount(self) -> None:
        """The latest is in sight."""
        self.query_one(VerticalScroll).scroll_end(animate=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter; nothing is said where nothing was typed."""
        self.dismiss(event.value if event.value.strip() else None)
