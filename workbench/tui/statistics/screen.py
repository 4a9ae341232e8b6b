"""The figures of the reviews: ratings, turnaround, agreement, most-used sources, as figures and as bars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Static

from workbench.tui.commands.registry import Scope, bindings_of
from workbench.tui.commands.table import COMMANDS
from workbench.tui.runtime.messages import Changed
from workbench.tui.text.formatting import duration_words, one_line
from workbench.tui.text.wrapping import Line, cells, clip
from workbench.tui.widgets.bars import KeyBar, TitleBar
from workbench.tui.widgets.block_list import Blocks
from workbench.tui.widgets.job_bar import JobBar
from workbench.tui.widgets.plot import BarPlot, Plot, figure
from workbench.tui.work_screen import Handlers, WorkScreen

if TYPE_CHECKING:
    from workbench.services.record.stats import Stats

TURNAROUND = "Hours from coming in to the first verdict"
SAME = "Same rating (per cent)"
USED = "Most-used sources (accepted passages)"


@dataclass(frozen=True, slots=True)
class Figure:
    """A line of the table: what it is about, its name, its value with a unit."""

    about: str
    name: str
    value: float
    unit: str
    first: bool
    """Whether it is the first about its matter, which then stands above it."""


class FigureList(Blocks[Figure]):
    """The figures, each matter under its name."""

    EMPTY = "Nothing is counted yet."
    DEFAULT_CSS = "FigureList { height: 1fr; }"

    def block(self, item: Figure, width: int, current: bool) -> list[Line]:
        """The matter where it begins; name, value, unit."""
        lines: list[Line] = [[(f"  {one_line(item.about[:1].upper() + item.about[1:])}", "bold")]] if item.first else []
        lasting = item.unit == "hours"
        number = f"{duration_words(item.value) if lasting else figure(item.value):>7} "
        said = "" if lasting else item.unit.removesuffix("s") if item.value == 1 else item.unit
        column = 17 if width >= 60 else 9
        unit = f"{said if len(said) <= column else '':<{column}}"
        room = max(8, width - len(number) - len(unit) - 4)
        name = clip([(one_line(item.name), "text")], room)
        gap = " " * max(0, room - sum(cells(words) for words, _ in name))
        mark = "▶ " if current else "  "
        return [*lines, [(mark, "key"), ("  ", "text"), *name, (gap, "text"), (number, "info"), (unit, "dim")]]


def figures_of(rows: list[dict[str, Any]]) -> list[Figure]:
    """The rows of `services.stats.rows` as lines of the table."""
    before, found = None, []
    for row in rows:
        found.append(Figure(row["about"], row["name"], row["value"], row["unit"], row["about"] != before))
        before = row["about"]
    return found


def plots_of(stats: Stats) -> list[Plot]:
    """What can be drawn, in the order of the table."""
    from workbench.services.record.stats import plots

    drawn = [Plot(chart.title, chart.bars) for chart in plots(stats)]
    hours = stats.turnaround
    if hours.median_hours is not None and hours.nine_in_ten_hours is not None:
        spans = (("Median", hours.median_hours, "none"), ("Nine in ten within", hours.nine_in_ten_hours, "none"))
        drawn.append(Plot(TURNAROUND, spans))
    agreed = tuple(
        (f"{row.reviewers} ({row.scale})", row.per_cent, "none")
        for row in stats.agreement.rows
        if row.per_cent is not None
    )
    if agreed:
        drawn.append(Plot(SAME, agreed))
    order = ("Claims", "Ratings", TURNAROUND, "Reviewers", SAME, USED)
    return sorted(drawn, key=lambda plot: next((i for i, name in enumerate(order) if plot.title.startswith(name)), 9))


def title_of(about: str) -> str:
    """The title of the plot that shows a matter of the table."""
    name, _, rest = about.partition(": ")
    titles = {
        "claims": "Claims",
        "ratings": f"Ratings ({rest})",
        "turnaround": TURNAROUND,
        "reviewers": "Reviewers of a claim",
        "agreement": SAME,
    }
    return titles.get(name, USED)


class StatisticsScreen(WorkScreen):
    """The figures of an article or of the workspace; what the cursor stands on comes into sight as bars."""

    SCOPE = Scope.STATISTICS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(COMMANDS, Scope.STATISTICS)]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (92, "-wide")]  # noqa: RUF012
    AUTO_FOCUS = "FigureList"

    def __init__(self, article_id: int | None = None) -> None:
        super().__init__()
        self.scopes: list[tuple[str, int | None]] = [("the workspace", None)]
        if article_id is not None:
            self.scopes.insert(0, ("this article", article_id))
        self.at = 0
        self.shown: list[Plot] = []

    def compose(self) -> ComposeResult:
        """Title, bars, figures, keys."""
        yield TitleBar(id="title")
        with Horizontal(id="statistics"):
            with Vertical(classes="pane", id="plots-pane"):
                yield VerticalScroll(id="plots")
            with Vertical(classes="pane", id="figures-pane"):
                yield FigureList(id="figures")
        yield JobBar(id="job")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Paint, then count."""
        self.query_one(FigureList).show([], note="Counting …")
        self.show_keys()
        self.count()

    def handlers(self) -> Handlers:
        """What each command of the statistics does."""
        figures = self.query_one(FigureList)
        return {
            "next_figure": lambda: figures.step(1),
            "previous_figure": lambda: figures.step(-1),
            "statistics_of_all": self.show_next_scope,
            "close_statistics": self.app.pop_screen,
        }

    def available(self, action: str) -> bool:
        """Only with an article is there something to change between."""
        return action != "statistics_of_all" or len(self.scopes) > 1

    @on(Changed)
    def count(self) -> None:
        """Count as it is now."""
        self.start(self._load, group="load", alone=True)

    async def _load(self) -> None:
        from workbench.services.record.stats import rows, stats

        name, article_id = self.scopes[self.at]
        counted = await self.host.threads.read(stats, article_id)
        figures = figures_of(rows(counted))
        unseen: Line = []
        if counted.unseen:
            claims = "claim" if len(counted.unseen) == 1 else "claims"
            numbers = ", ".join(map(str, counted.unseen[:5])) + (" …" if len(counted.unseen) > 5 else "")
            unseen = [(f"not counted before your second opinion: {claims} {numbers}", "warn")]
        self.query_one(TitleBar).show([("Statistics of ", "text"), (name, "title")], unseen)
        self.query_one(FigureList).show(figures)
        await self._draw(plots_of(counted))

    async def _draw(self, plots: list[Plot]) -> None:
        if plots == self.shown:
            return
        self.shown = plots
        area = self.query_one("#plots", VerticalScroll)
        await area.remove_children()
        for plot in plots:
            await area.mount(Static(one_line(plot.title), markup=False), BarPlot(plot))
        if not plots:
            await area.mount(Static("No bars yet: rate a claim.", markup=False))

    @on(FigureList.Moved)
    def figure_moved(self) -> None:
        """Bring the bars of the figure under the cursor into sight."""
        figures = self.query_one(FigureList)
        if figures.current is None:
            return
        about = figures.current.about
        first = next(i for i, one in enumerate(figures.items) if one.about == about)
        area = self.query_one("#plots", VerticalScroll)
        for drawn in self.query(BarPlot):
            if drawn.plot.title == title_of(about):
                top = drawn.virtual_region.y - 1  # the title stands above
                bar = top + 1 + min(2 * (figures.cursor - first), drawn.plot.height - 1)
                area.scroll_to(y=max(0, top, bar - area.size.height + 2), animate=False, force=True)

    def show_next_scope(self) -> None:
        """Article, workspace."""
        self.at = (self.at + 1) % len(self.scopes)
        self.count()
