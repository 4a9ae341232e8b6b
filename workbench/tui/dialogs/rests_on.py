"""Choosing what a correction rests on, with what the verdict that it corrects rested on before one's eyes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import ClassVar

from textual.app import ComposeResult

from workbench.tui.dialogs.forms import Form
from workbench.tui.dialogs.sheet import said
from workbench.tui.dialogs.ticks import Ticks


class RestsOnForm(Form[tuple[int, ...]]):
    """The accepted passages of a claim, all ticked; Ctrl+S takes those that still are. Gives their numbers.

    Args:
        passages: What is accepted, in words, by the number of the passage.
        before: Those that the verdict which stands rests on.
    """

    AUTO_FOCUS = "Ticks"
    ACCEPT: ClassVar[str] = "Go on"

    def __init__(self, passages: Mapping[int, str], before: Collection[int]) -> None:
        super().__init__("What does the correction rest on?")
        self.named = {
            f"{'as before' if number in before else 'new'} · {words} ({number})": number
            for number, words in passages.items()
        }

    def fields(self) -> ComposeResult:
        """What is accepted."""
        yield said("What the published verdict rested on stays in the record, ticked or not.")
        yield Ticks(self.named, self.named)
        yield said("Space ticks · Ctrl+S goes on · Esc corrects nothing", "hint")

    def answer(self) -> tuple[int, ...]:
        """The passages that are ticked; none says that it rests on nothing."""
        return tuple(self.named[name] for name in self.query_one(Ticks).selected)
