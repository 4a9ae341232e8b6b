"""A scrolling widget drawn line by line from named styles; text is never markup, and only what shows is drawn."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.tui.text.themes import palette
from workbench.tui.text.wrapping import Line


class Painted(ScrollView, can_focus=True):
    """Base of the lists and of the article: `line(y)` gives the words of a line, this class draws them."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Painted {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        background: $background;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._strips: dict[int, Strip] = {}
        self._palette: dict[str, Style] | None = None
        self._laid_out = 0
        self._ground: Style | None = None

    @property
    def room(self) -> int:
        """Cells a line may take."""
        return int(self.scrollable_content_region.width)

    def lay_out(self, width: int) -> int:
        """Arrange the content for `width` cells and give its number of lines."""
        raise NotImplementedError

    def line(self, y: int) -> tuple[Line, str | None]:
        """The words of line `y` and the style laid under the whole of it."""
        raise NotImplementedError

    def relayout(self) -> None:
        """Arrange again: the content has changed."""
        self._laid_out = self.room
        self._strips.clear()
        if self._laid_out:
            self.virtual_size = Size(self._laid_out, self.lay_out(self._laid_out))
        self.refresh()

    def redraw_lines(self, first: int, last: int) -> None:
        """Draw lines `first` to `last` (included) again; nothing else has changed."""
        for y in range(first, last + 1):
            self._strips.pop(y, None)
        top = first - self.scroll_offset.y
        self.refresh(Region(0, max(0, top), self.size.width, last - first + 1 + min(0, top)))

    def on_resize(self) -> None:
        """Lines are as wide as the widget."""
        if self.room != self._laid_out:
            self.relayout()

    def notify_style_update(self) -> None:
        """Another theme: the colours are read again."""
        super().notify_style_update()
        self._palette = self._ground = None
        self._strips.clear()

    def style_named(self, name: str) -> Style:
        """The Rich style of one of the names of `themes.STYLES`."""
        if self._palette is None:
            self._palette = palette(self.app.theme_variables)
        return self._palette[name]

    def render_line(self, y: int) -> Strip:
        """Draw one line of the visible part."""
        at = y + round(self.scroll_y)
        base = self._ground
        if base is None:
            base = self._ground = self.rich_style
        if at >= self.virtual_size.height or not self._laid_out:
            return Strip.blank(self._laid_out or self.size.width, base)
        strip = self._strips.get(at)
        if strip is None:
            words, under = self.line(at)
            ground = base + self.style_named(under) if under else base
            strip = Strip([Segment(text, ground + self.style_named(name)) for text, name in words])
            strip = strip.adjust_cell_length(self._laid_out, ground)
            if len(self._strips) > 4000:
                self._strips.clear()
            self._strips[at] = strip
        return strip

    def show_lines(self, first: int, last: int, *, margin: int = 1, centre: bool = False) -> None:
        """Scroll so that lines `first` to `last` are seen, with `margin` lines around them."""
        height = self.scrollable_content_region.height
        if height <= 0:
            return
        top = round(self.scroll_y)  # where it is: what it was told may lie behind the end of another size
        if first - margin >= top and last + margin < top + height:
            return
        if centre:
            target = first - max(0, (height - (last - first + 1)) // 3)
        elif first - margin < top or last - first + 1 >= height:
            target = first - margin
        else:
            target = last + margin - height + 1
        self.scroll_to(y=max(0, target), animate=False)
