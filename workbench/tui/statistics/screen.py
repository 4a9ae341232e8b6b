"""The figures of the reviews: ratings, turnaround, agreement, citations, most-used sources; each once, with its bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from workbench.tui.commands.registry import Scope, bindings_of
from workbench.tui.commands.table import COMMANDS
from workbench.tui.runtime.messages import Changed
from workbench.tui.text.formatting import duration_words, one_line
from workbench.tui.text.wrapping import Line, cells, clip
from workbench.tui.widgets.bars import KeyBar, TitleBar
from workbench.tui.widgets.block_list import Blocks
from workbench.tui.widgets.job_bar import JobBar
from workbench.tui.work_screen import Handlers, WorkScreen

if TYPE_CHECKING:
    from workbench.services.record.citations import CitationFigures
    from workbench.services.record.stats import Stats
    from workbench.services.workspace import Workspace

STYLES = {
    "true": "support",
    "mostly-true": "support",
    "mostly-false": "refute",
    "false": "refute",
    "half": "dim",
    "off": "dim",
}
"""How the bars of ratings are drawn, by the tones of `workbench.reports`; all others in the colour of figures."""
PART_OF_A_CELL = " ▏▎▍▌▋▊▉"
WIDEST = 40
"""Cells of the longest bar."""
MATTERS = {"claims": "Claims", "turnaround": "From coming in to the first verdict", "reviewers": "Reviewers of a claim"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A line: what it is about, its name, its value with a unit."""

    about: str
    name: str
    value: float
    unit: str
    first: bool
    """Whether it is the first about its matter, which then stands above it."""
    share: float | None = None
    """How long its bar is, 0 to 1; None where a bar says nothing."""
    style: str = "info"
    glyph: str = ""


class FigureList(Blocks[Figure]):
    """The figures, each matter under its name."""

    EMPTY = "Nothing is counted yet."
    DEFAULT_CSS = "FigureList { height: 1fr; }"

    def block(self, item: Figure, width: int, current: bool) -> list[Line]:
        """The matter where it begins; name, value, unit, bar."""
        about = MATTERS.get(item.about, item.about[:1].upper() + item.about[1:])
        lines: list[Line] = [[(f"  {one_line(about)}", "bold")]] if item.first else []
        lasting = item.unit == "hours"
        number = f"{duration_words(item.value) if lasting else figure(item.value):>10} "
        said = "" if lasting else item.unit.removesuffix("s") if item.value == 1 else item.unit
        column = 17 if width >= 84 else 9
        unit = f"{said if len(said) <= column else '':<{column}} "
        left = width - len(number) - len(unit) - 4
        room = max(14, left - min(WIDEST, left // 2))
        name = clip([(f"{item.glyph} {one_line(item.name)}".lstrip(), "text")], room)
        gap = " " * max(0, room - sum(cells(words) for words, _ in name))
        drawn = "" if item.share is None else bar(item.share, min(WIDEST, left - room))
        mark = "▶ " if current else "  "
        words: Line = [(mark, "key"), ("  ", "text"), *name, (gap, "text"), (number, "info"), (unit, "dim")]
        return [*lines, [*words, (drawn, item.style)]]


def figure(value: float) -> str:
    """A number as it is shown: whole, or with at most two decimals."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0").rstrip(".")


def bar(share: float, width: int) -> str:
    """A bar to an eighth of a cell; what is more than nothing is seen."""
    eighths = round(share * width * 8) or (share > 0)
    whole, rest = divmod(int(eighths), 8)
    return "█" * whole + (PART_OF_A_CELL[rest] if rest else "")


def figures_of(stats: Stats, citations: Sequence[CitationFigures] = ()) -> list[Figure]:
    """What was counted, as lines."""
    from workbench.services.record.stats import rows

    counted = [*rows(stats), *(row for one in citations for row in citation_rows(one))]
    sources = [row for row in counted if row["about"] == "most-used sources"]
    counted = [row for row in counted if row not in sources] + sources
    most: dict[tuple[str, str], float] = {}
    for row in counted:
        key = row["about"], row["unit"]
        most[key] = max(most.get(key, 0), row["value"])
    looks = {(f"ratings: {one.scale}", one.words): (one.glyph, STYLES.get(one.tone, "info")) for one in stats.ratings}
    before, found = None, []
    for row in counted:
        about, unit, value = row["about"], row["unit"], row["value"]
        glyph, style = looks.get((about, row["name"]), ("", "info"))
        whole = 100 if unit == "per cent" else most[about, unit]
        share = value / whole if unit and whole else None
        found.append(Figure(about, row["name"], value, unit, about != before, share, style, glyph))
        before = about
    return found


def citation_rows(one: CitationFigures) -> list[dict[str, Any]]:
    """The citations of an article as rows like those of `services.record.stats.rows`."""
    about = "what the verdicts cite"
    rows = [
        ("claims rated on the scale", one.claims, "claims"),
        ("with a passage that carries the rating", one.covered, "claims"),
        ("recall: the share of them", _per_cent(one.recall), "per cent"),
        ("passages cited", one.citations, "passages"),
        ("that carry the rating", one.carrying, "passages"),
        ("precision: the share of them", _per_cent(one.precision), "per cent"),
    ]
    return [
        {"about": about, "name": name, "value": value, "unit": unit} for name, value, unit in rows if value is not None
    ]


def _per_cent(share: float | None) -> float | None:
    return None if share is None else round(100 * share, 1)


class StatisticsScreen(WorkScreen):
    """The figures of an article or of the workspace."""

    SCOPE = Scope.STATISTICS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(COMMANDS, Scope.STATISTICS)]
    AUTO_FOCUS = "FigureList"

    def __init__(self, article_id: int | None = None) -> None:
        super().__init__()
        self.scopes: list[tuple[str, int | None]] = [("the workspace", None)]
        if article_id is not None:
            self.scopes.insert(0, ("this article", article_id))
        self.at = 0

    def compose(self) -> ComposeResult:
        """Title, figures, keys."""
        yield TitleBar(id="title")
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
        name, article_id = self.scopes[self.at]
        counted, citations = await self.host.threads.read(load_figures, article_id)
        unseen: Line = []
        if counted.unseen:
            claims = "claim" if len(counted.unseen) == 1 else "claims"
            numbers = ", ".join(map(str, counted.unseen[:5])) + (" …" if len(counted.unseen) > 5 else "")
            unseen = [(f"not counted before your second opinion: {claims} {numbers}", "warn")]
        self.query_one(TitleBar).show([("Statistics of ", "text"), (name, "title")], unseen)
        self.query_one(FigureList).show(figures_of(counted, citations))

    def show_next_scope(self) -> None:
        """Article, workspace."""
        self.at = (self.at + 1) % len(self.scopes)
        self.count()


def load_figures(workspace: Workspace, article_id: int | None) -> tuple[Stats, list[CitationFigures]]:
    """What is counted of an article, and what its verdicts cite; of the workspace only what is counted."""
    from workbench.services.record.citations import citation_figures
    from workbench.services.record.stats import stats

    return stats(workspace, article_id), [] if article_id is None else citation_figures(workspace, article_id)
