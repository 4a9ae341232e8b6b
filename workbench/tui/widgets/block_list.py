"""A list of blocks of one or more lines each, with a cursor: claims, evidence, articles, history."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from textual import events
from textual.message import Message

from workbench.tui.commands.table import keyed
from workbench.tui.text.wrapping import Line, clip, wrap
from workbench.tui.widgets.painted import Painted

T = TypeVar("T")


class Blocks(Painted, Generic[T]):
    """Items drawn one below the other. Subclasses give the lines of one item with `block`.

    Where `ROWS` is set every block has that many lines and is drawn only when it is seen, so that a list of
    tens of thousands opens at once.
    """

    ROWS: ClassVar[int | None] = None
    EMPTY: ClassVar[str] = "Nothing here."
    """Said of an empty list where there is no note; a command in braces stands for its key."""

    @dataclass
    class Moved(Message):
        """The cursor stands on another item."""

        blocks: Blocks[Any]
        index: int

        @property
        def control(self) -> Blocks[Any]:
            """The list it happened in."""
            return self.blocks

    @dataclass
    class Chosen(Message):
        """Enter or a double click on an item."""

        blocks: Blocks[Any]
        index: int

        @property
        def control(self) -> Blocks[Any]:
            """The list it happened in."""
            return self.blocks

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.items: Sequence[T] = ()
        self.cursor = 0
        self.note = ""
        self._drawn: dict[int, list[Line]] = {}
        self._tops: list[int] = [0]
        self._seen = 0
        """Lines in sight before a change of size."""
        self._empty: list[Line] = []
        """What stands there while there are no items."""

    def block(self, item: T, width: int, current: bool) -> list[Line]:
        """The lines of one item; `current` where the cursor is. Both states take the same number of lines."""
        raise NotImplementedError

    @property
    def current(self) -> T | None:
        """The item under the cursor, None in an empty list."""
        return self.items[self.cursor] if 0 <= self.cursor < len(self.items) else None

    def show(self, items: Sequence[T], cursor: int | None = None, note: str = "") -> None:
        """Show these items; the cursor stays at its place, or goes to `cursor`. `note` stands in an empty list."""
        wanted = max(0, min(self.cursor if cursor is None else cursor, len(items) - 1))
        if (list(items), note) == (list(self.items), self.note) and self._laid_out:
            if wanted != self.cursor:
                self.move_to(wanted, tell=False)
            return
        self.items, self.note, self.cursor = items, note, wanted
        self.relayout()
        self.follow()

    def update_item(self, index: int, item: T) -> None:
        """Replace one item; the others are left as they are drawn."""
        items = list(self.items)
        items[index] = item
        self.items = items
        height = self._tops[index + 1] - self._tops[index] if index + 1 < len(self._tops) else -1
        self._drawn.pop(index, None)
        if self.ROWS is None and len(self._lines(index)) != height:
            self.relayout()
        else:
            self._redraw(index)

    def move_to(self, index: int, *, tell: bool = True) -> bool:
        """Put the cursor on item `index` where there is one; whether it moved."""
        index = max(0, min(index, len(self.items) - 1))
        if index == self.cursor or not self.items:
            return False
        before, self.cursor = self.cursor, index
        self._redraw(before)
        self._redraw(index)
        self.follow()
        if tell:
            self.post_message(self.Moved(self, index))
        return True

    def step(self, away: int) -> None:
        """Put the cursor so many items further down, as far as there are any."""
        self.move_to(self.cursor + away)

    def follow(self) -> None:
        """Scroll to the cursor."""
        if self.items and self._laid_out:
            first, last = self._rows_of(self.cursor)
            # At the edge the list jumps, so that what comes next is in sight and not every key moves every line.
            self.show_lines(first, last, margin=0 if self.cursor in (0, len(self.items) - 1) else 1, centre=True)

    def on_resize(self) -> None:
        """In another size the cursor stays in sight, unless it had been scrolled away from."""
        follows = True
        if self._seen and self.items and self._laid_out:
            first, last = self._rows_of(self.cursor)
            top = round(self.scroll_y)
            follows = first < top + self._seen and last >= top
        super().on_resize()
        self._seen = self.scrollable_content_region.height
        if follows:
            self.follow()
            self.call_after_refresh(self.follow)  # how far it may scroll is known only then

    def lay_out(self, width: int) -> int:
        """Lines of all blocks together."""
        self._drawn.clear()
        if not self.items:
            said = self.note or keyed(self.EMPTY, getattr(self.app, "keys_changed", {}))
            self._empty = [line for words in said.split("\n") for line in wrap([(words, "dim")], width) or [[]]]
            return max(1, len(self._empty))
        if self.ROWS is not None:
            return self.ROWS * len(self.items)
        self._tops = [0]
        for index in range(len(self.items)):
            self._tops.append(self._tops[-1] + len(self._lines(index)))
        return self._tops[-1] or 1

    def line(self, y: int) -> tuple[Line, str | None]:
        """One line of one block."""
        if not self.items:
            return self._empty[y] if y < len(self._empty) else [], None
        index, row = self._item_at(y)
        lines = self._lines(index)
        words = lines[row] if row < len(lines) else []
        return clip(words, self._laid_out), "row" if index == self.cursor else None

    def _lines(self, index: int) -> list[Line]:
        lines = self._drawn.get(index)
        if lines is None:
            if len(self._drawn) > 2000:
                self._drawn.clear()
            lines = self.block(self.items[index], self._laid_out, index == self.cursor)
            self._drawn[index] = lines
        return lines

    def _item_at(self, y: int) -> tuple[int, int]:
        if self.ROWS is not None:
            return divmod(y, self.ROWS)
        index = min(bisect_right(self._tops, y) - 1, len(self.items) - 1)
        return index, y - self._tops[index]

    def _rows_of(self, index: int) -> tuple[int, int]:
        if self.ROWS is not None:
            return index * self.ROWS, (index + 1) * self.ROWS - 1
        return self._tops[index], self._tops[index + 1] - 1

    def _redraw(self, index: int) -> None:
        self._drawn.pop(index, None)
        if self._laid_out and 0 <= index < len(self.items):
            self.redraw_lines(*self._rows_of(index))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor, a second one chooses."""
        if not self.items:
            return
        y = event.get_content_offset_capture(self).y + self.scroll_offset.y
        if y >= self.virtual_size.height:
            return
        index, _ = self._item_at(y)
        self.move_to(index)
        if event.chain == 2:
            self.post_message(self.Chosen(self, index))

    def on_key(self, event: events.Key) -> None:
        """Arrows, page keys, Home, End and Enter work on the list that has the focus."""
        page = max(1, self.scrollable_content_region.height // (self.ROWS or 4))
        steps = {
            "up": self.cursor - 1,
            "down": self.cursor + 1,
            "pageup": self.cursor - page,
            "pagedown": self.cursor + page,
            "home": 0,
            "end": len(self.items) - 1,
        }
        if event.key in steps:
            self.move_to(steps[event.key])
        elif event.key == "enter" and self.items:
            self.post_message(self.Chosen(self, self.cursor))
        else:
            return
        event.stop()
        event.prevent_default()
