"""A list of boxes to tick, told apart by text: "[x] quantity", "[ ] time"."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widgets import OptionList
from textual.widgets.option_list import Option


class Ticks(OptionList):
    """Space or Enter ticks what is under the cursor."""

    BINDINGS = [("space", "select", "Tick")]  # noqa: RUF012

    def __init__(self, names: Iterable[str], ticked: Iterable[str], *, id: str | None = None) -> None:
        self.names = list(names)
        self.ticked = set(ticked)
        super().__init__(*(Option(self._prompt(name), id=name) for name in self.names), markup=False, id=id)

    @property
    def selected(self) -> list[str]:
        """What is ticked, in the order of the list."""
        return [name for name in self.names if name in self.ticked]

    def _prompt(self, name: str) -> str:
        return f"[{'x' if name in self.ticked else ' '}] {name}"

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tick, or take the tick away."""
        event.stop()
        name = self.names[event.option_index]
        self.ticked ^= {name}
        self.replace_option_prompt_at_index(event.option_index, self._prompt(name))
