"""Bars drawn by textual-plotext: each with its label and number in words, so that colour only repeats what is said."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.text import Text
from textual.app import RenderResult
from textual.color import Color
from textual_plotext import PlotextPlot

from workbench.tui.text.formatting import one_line

_VARIABLE = {
    "true": "wb-support",
    "mostly-true": "wb-support",
    "mostly-false": "wb-refute",
    "false": "wb-refute",
    "half": "wb-dim",
    "off": "wb-dim",
}
"""Colours of the tones of `workbench.reports`; any other bar is drawn in the primary colour."""

_FILL = "\ue000"
"""The library counts characters where wide ones take two cells: labels get as many of these, which are not drawn."""


@dataclass(frozen=True, slots=True)
class Plot:
    """Bars that belong together: label, value (0 or more) and tone of each, from top to bottom."""

    title: str
    bars: tuple[tuple[str, float, str], ...]

    @property
    def height(self) -> int:
        """Lines it takes: one a bar, with an empty one between."""
        return 2 * len(self.bars) - 1


class BarPlot(PlotextPlot):
    """One plot, drawn for the size and the theme there are."""

    DEFAULT_CSS = "BarPlot { width: 1fr; background: $background; color: $foreground; }"

    def __init__(self, plot: Plot) -> None:
        super().__init__()
        self.plot = plot
        self.styles.height = plot.height
        self.theme = "clear"  # the ground and the words keep the colours of the widget

    def render(self) -> RenderResult:
        """Draw the bars again."""
        self.plt.clear_figure()
        bars = self.plot.bars
        labels = self.labels(max(12, self.size.width * 2 // 5))
        colours = self.app.theme_variables
        for at, (_, value, tone) in zip(range(len(bars), 0, -1), bars, strict=True):
            colour = Color.parse(colours[_VARIABLE.get(tone, "primary")]).rgb
            if value > 0:
                self.plt.bar([at], [value], orientation="horizontal", width=0.0, color=colour, reset_ticks=False)
        self.plt.yticks(list(range(len(bars), 0, -1)), labels)
        self.plt.ylim(1, max(len(bars), 2))
        self.plt.xlim(0, max((value for _, value, _ in bars), default=0) or 1)
        self.plt.xfrequency(0)
        self.plt.frame(False)
        drawn = super().render()
        return Text("").join(drawn.split(_FILL, allow_blank=True)) if isinstance(drawn, Text) else drawn

    def labels(self, room: int) -> list[str]:
        """Label and number of each bar in at most `room` cells, all equally wide."""
        said = [(one_line(label), figure(value)) for label, value, _ in self.plot.bars]
        width = min(room, max(cell_len(label) + 2 + len(number) for label, number in said))
        lines = []
        for label, number in said:
            space = width - len(number) - 2
            if cell_len(label) > space:
                label = set_cell_size(label, space - 1).rstrip() + "…"
            lines.append(f"{set_cell_size(label, space)}  {number} ")
        most = max(len(line) for line in lines)
        return [_FILL * (most - len(line)) + line for line in lines]


def figure(value: float) -> str:
    """A number as it is shown: whole, or with at most two decimals."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0").rstrip(".")
