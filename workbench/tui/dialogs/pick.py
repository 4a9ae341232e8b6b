"""Choosing a file or a folder from a list; imported when it is first wanted."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual_fspicker import FileOpen
from textual_fspicker.parts import DirectoryNavigation


class PickPath(FileOpen):
    """Enter opens a folder and chooses a file; Ctrl+S chooses the folder that is shown, with all that is in it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "take_folder", "Take this folder", priority=True)]
    DEFAULT_CSS = """
    PickPath Dialog { width: 94%; height: 94%; }
    PickPath InputBar Button { min-width: 10; }
    """

    def __init__(self, begin: Path) -> None:
        super().__init__(begin, title="Choose a file · Ctrl+S takes the whole folder · Backspace goes up")

    def action_take_folder(self) -> None:
        """The folder that is shown."""
        self.dismiss(self.query_one(DirectoryNavigation).location.resolve())


def begin_at(typed: str, last: str) -> Path:
    """Where the list begins: at what was typed, else where it was last, else in the current folder."""
    for place in (typed, last):
        path = Path(place).expanduser()
        if place and not place.startswith(("http://", "https://")):
            folder = path if path.is_dir() else path.parent
            if folder.is_dir():
                return folder.resolve()
    return Path.cwd()
