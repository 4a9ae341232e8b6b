"""What waits for the reviewer, to be gone to or put aside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from workbench.tui.dialogs.sheet import Sheet, said
from workbench.tui.runtime.host import Host
from workbench.tui.runtime.messages import Changed
from workbench.tui.text.formatting import clip_words, day_of, day_words, due_words, one_line, visible

if TYPE_CHECKING:
    from workbench.domain.desk_work import Waiting


class InboxList(Sheet[str]):
    """Gives the key of what is gone to; `d` puts aside what is only to be seen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d,delete", "aside", "Put aside"),
        Binding("f3,q", "cancel", "Close"),
    ]
    DEFAULT_CSS = """
    InboxList > .sheet { width: 110; }
    InboxList OptionList { max-height: 24; text-wrap: nowrap; text-overflow: ellipsis; }
    InboxList.-small OptionList { max-height: 12; }
    InboxList .whole { height: auto; max-height: 6; margin: 1 0; color: $wb-dim; }
    """

    def __init__(self, waiting: Sequence[Waiting], late: frozenset[str]) -> None:
        super().__init__(self._heading(len(waiting)))
        self.waiting, self.late = list(waiting), late

    @staticmethod
    def _heading(count: int) -> str:
        return f"What waits for you · {count}"

    def body(self) -> ComposeResult:
        """A line each; the one under the cursor in full."""
        if not self.waiting:
            yield said("Nothing waits for you.")
        else:
            yield OptionList(*(Option(visible(self._line(one)), id=one.key) for one in self.waiting), markup=False)
            yield Static("", markup=False, classes="whole")
        yield said("Enter goes to it · d puts aside what was only to be seen · Esc closes", "hint")

    def _line(self, one: Waiting) -> str:
        when = f" · {'late: ' if one.key in self.late else 'by '}{due_words(one.due)}" if one.due else ""
        by = f" · {one_line(one.by)}" if one.by else ""
        return f"{one.why.value}{when}{by} · {clip_words(one.words, 70)}"

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Another one is read."""
        one = self.waiting[event.option_index]
        at = f"{day_words(day_of(one.at))}: " if one.at else ""
        self.query_one(".whole", Static).update(visible(clip_words(f"{at}{one.words}", 600)))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        self.dismiss(event.option.id)

    def action_aside(self) -> None:
        """Put aside what is under the cursor, where it does not end by being done."""
        from workbench.services.review.inbox import put_aside

        host = cast(Host, self.app)
        lists = self.query(OptionList)
        at = lists.first().highlighted if lists else None
        front = host.front
        if at is None or front is None:
            return
        one = self.waiting[at]
        if not one.aside:
            host.notifications.say("It ends when it is done, or when somebody else is asked.", warning=True)
            return

        async def writing() -> None:
            await host.threads.write(put_aside, [one.key])
            front.post_message(Changed())  # the desk counts what waits
            if self.is_attached and one in self.waiting:
                self._take_away(one)

        front.start(writing, group="write")

    def _take_away(self, one: Waiting) -> None:
        at = self.waiting.index(one)
        del self.waiting[at]
        self.query_one(OptionList).remove_option_at_index(at)
        self.query_one(".sheet").border_title = self._heading(len(self.waiting))
        if not self.waiting:
            self.query_one(".whole", Static).update("Nothing waits for you any more.")
