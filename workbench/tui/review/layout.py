"""The panes of the review screen with the lines around them: which of them are shown, what stands above them."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal, Vertical

from workbench.domain.articles import Article, Claim
from workbench.tui.commands.registry import Scope, bindings_of
from workbench.tui.commands.table import COMMANDS
from workbench.tui.review.data import progress_of, waits
from workbench.tui.text.formatting import count_words, day_words, one_line
from workbench.tui.text.wrapping import Line
from workbench.tui.widgets.article_view import ArticleView
from workbench.tui.widgets.bars import KeyBar, ScaleBar, TabBar, TitleBar, WordingBar
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.evidence_list import EvidenceList
from workbench.tui.widgets.job_bar import JobBar
from workbench.tui.work_screen import WorkScreen

PANES = ("article", "claims", "evidence")


class ReviewLayout(WorkScreen):
    """Three panes side by side, two, or one with tabs, as wide as the terminal is."""

    SCOPE = Scope.REVIEW
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(COMMANDS, Scope.REVIEW)]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-narrow"),
        (92, "-medium"),
        (130, "-wide"),
    ]
    AUTO_FOCUS = "ClaimList"

    def __init__(self, article_id: int) -> None:
        super().__init__()
        self.article_id = article_id
        self.article: Article | None = None
        self.claims: tuple[Claim, ...] = ()

    def compose(self) -> ComposeResult:
        """Title, three panes, wording, scale, keys."""
        yield TitleBar(id="title")
        yield TabBar(id="tabs")
        with Horizontal(id="panes"):
            with Container(id="left", classes="-aside" if self.host.saved.pane == "evidence" else ""):
                with Vertical(id="article-pane", classes=self._pane_classes("article")) as pane:
                    pane.border_title = "Article"
                    yield ArticleView(id="article")
                with Vertical(id="claims-pane", classes=self._pane_classes("claims")):
                    yield ClaimList(id="claims")
            with Vertical(id="evidence-pane", classes=self._pane_classes("evidence")):
                yield EvidenceList(id="evidence")
        yield JobBar(id="job")
        yield WordingBar(id="wording")
        yield ScaleBar(id="scale")
        yield KeyBar(id="keys")

    def _pane_classes(self, name: str) -> str:
        shown = self.host.saved.pane if self.host.saved.pane in PANES else "claims"
        return "pane -shown" if name == shown else "pane"

    def show_pane(self, name: str) -> None:
        """On a small screen, show one pane."""
        chosen = name if name in PANES else "claims"
        for pane in PANES:
            self.query_one(f"#{pane}-pane").set_class(pane == chosen, "-shown")
        self.query_one("#left").set_class(chosen == "evidence", "-aside")
        self.host.saved.pane = chosen
        self.show_tabs()

    def show_tabs(self) -> None:
        """Bring the tabs of a small screen in step."""
        waiting = sum(waits(claim) for claim in self.claims)
        cards = len(self.query_one(EvidenceList).items)
        tabs = [("article", "Article"), ("claims", f"Claims {waiting} open"), ("evidence", f"Evidence {cards}")]
        self.query_one(TabBar).show(tabs, self.host.saved.pane)

    @on(TabBar.TabClicked)
    def tab_clicked(self, message: TabBar.TabClicked) -> None:
        """A tab was clicked."""
        self.show_pane(message.name)
        self.query_one(f"#{message.name}").focus()

    def show_title(self) -> None:
        """Bring the title line in step."""
        if self.article is None:
            return
        done, total, waiting = progress_of(self.claims)
        left: Line = [(one_line(self.article.title), "title")]
        facts = [
            fact
            for fact in (self.article.publisher, self.article.published and day_words(self.article.published))
            if fact
        ]
        left.append(("".join(f" · {one_line(str(fact))}" for fact in facts), "dim"))
        right: Line = [(f"{done} of {total} rated", "info")]
        if waiting:
            right.append((f" · {count_words(waiting, 'second opinion')}", "warn"))
        right.append((f" · {one_line(self.host.reviewer)}", "dim"))
        if self.host.index_words:
            right.append((f"  {self.host.index_words}", "dim"))
        self.query_one(TitleBar).show(left, right)
