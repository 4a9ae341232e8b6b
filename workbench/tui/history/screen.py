"""Who did what when."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from workbench.domain.errors import NotFoundError
from workbench.tui.commands.registry import Scope, bindings_of
from workbench.tui.commands.table import COMMANDS
from workbench.tui.runtime.messages import Changed
from workbench.tui.text.formatting import clip_words, one_line
from workbench.tui.text.wrapping import Line, wrap
from workbench.tui.widgets.bars import KeyBar, TitleBar
from workbench.tui.widgets.block_list import Blocks
from workbench.tui.widgets.job_bar import JobBar
from workbench.tui.work_screen import Handlers, WorkScreen

if TYPE_CHECKING:
    from workbench.services.record.history import HistoryLine
    from workbench.services.workspace import Workspace

PAGE = 200


class HistoryList(Blocks["HistoryLine"]):
    """Events, newest first; what was taken back is struck through and says so."""

    EMPTY = "Nothing has happened yet."
    DEFAULT_CSS = "HistoryList { height: 1fr; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.claims: dict[int, str] = {}
        """Words of the claims, by number."""
        self.titles: dict[int, str] = {}
        """Titles of the articles, by number; empty where the list is about one article."""
        self.about_one = False
        """Whether the list is about one claim, which then need not be named."""

    def block(self, item: HistoryLine, width: int, current: bool) -> list[Line]:
        """When (in the time of this machine), who, what."""
        when = f"{when_words(item.at)}  "
        words: Line = [(one_line(item.reviewer), "bold")]
        if item.claim_id is not None and not self.about_one:
            about = self.claims.get(item.claim_id, "")
            words.append((f", claim {item.claim_id}" + (f" “{clip_words(about, 48)}”" if about else "") + ":", "dim"))
        elif (title := self.titles.get(item.article_id or 0, "")) and title not in item.words:
            words.append((f", “{clip_words(title, 48)}”:", "dim"))
        words += [(" ", "text"), (one_line(item.words), "gone" if item.undone else "text")]
        if item.undone:
            words.append(("  taken back", "warn"))
        first, *rest = wrap(words, width - len(when) - 3, most=4)
        head: Line = [("▶ " if current else "  ", "key"), (when, "dim")]
        return [[*head, *first], *([(" " * (len(when) + 2), "text"), *line] for line in rest)]


def when_words(at: str) -> str:
    """A moment (ISO 8601, UTC) in the time of this machine."""
    try:
        return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError):  # a trail that was imported may say anything
        return one_line(at)[:16]


class HistoryScreen(WorkScreen):
    """The record of a claim, of its article, or of the whole workspace; read page by page."""

    SCOPE = Scope.HISTORY
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(COMMANDS, Scope.HISTORY)]
    AUTO_FOCUS = "HistoryList"

    def __init__(self, article_id: int | None = None, claim_id: int | None = None) -> None:
        super().__init__()
        self.scopes: list[tuple[str, int | None, int | None]] = []
        if article_id is not None:
            self.scopes.append(("this article", article_id, None))
        if claim_id is not None:
            self.scopes.append(("this claim", None, claim_id))
        self.scopes.append(("the workspace", None, None))
        self.at = 0
        self.limit = PAGE

    def compose(self) -> ComposeResult:
        """Title, list, keys."""
        yield TitleBar(id="title")
        with Vertical(classes="pane"):
            yield HistoryList(id="history")
        yield JobBar(id="job")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Read the newest page."""
        self.show_keys()
        self.query_one(HistoryList).show([], note="Reading …")
        self.read()

    def handlers(self) -> Handlers:
        """What each command of a history does."""
        return {"history_of_all": self.show_next_scope, "close_history": self.app.pop_screen}

    @on(Changed)
    def read(self) -> None:
        """Read the history as it is now."""
        self.start(self._load, group="load", alone=True)

    async def _load(self) -> None:
        name, article_id, claim_id = self.scopes[self.at]
        wanted = (article_id, claim_id, self.limit)
        lines, claims, titles = await self.host.threads.read(load_history, *wanted)
        acts = self.query_one(HistoryList)
        acts.titles = titles
        acts.claims, acts.about_one, acts.items = claims, claim_id is not None, ()
        acts.show(lines, note="Nothing has happened yet.")
        more = "the newest " if len(lines) == self.limit else ""
        self.query_one(TitleBar).show([("History of ", "text"), (name, "title")], [(f"{more}{len(lines)} acts", "dim")])

    def on_blocks_moved(self, message: Blocks.Moved) -> None:
        """At the end of the list the next page is read."""
        if message.index == self.limit - 1:
            self.limit += PAGE
            self.read()

    @on(HistoryList.Chosen)
    def act_chosen(self) -> None:
        """Enter shows an act in full, however long its words are."""
        from workbench.tui.dialogs.sheet import Tell

        acts = self.query_one(HistoryList)
        act = acts.current
        if act is not None:
            about = acts.claims.get(act.claim_id or 0, "")
            parts = [f"{act.reviewer} {act.words}"]
            parts += ["It was taken back."] if act.undone else []
            parts += [f"Claim {act.claim_id}: “{about}”"] if about else []
            self.app.push_screen(Tell(when_words(act.at), "\n\n".join(parts)))

    def show_next_scope(self) -> None:
        """Claim, article, workspace."""
        self.at, self.limit = (self.at + 1) % len(self.scopes), PAGE
        self.query_one(HistoryList).cursor = 0
        self.read()


def load_history(
    workspace: Workspace, article_id: int | None, claim_id: int | None, limit: int
) -> tuple[list[HistoryLine], dict[int, str], dict[int, str]]:
    """The newest lines of a history, and what they are about: the words of claims, the titles of articles."""
    from workbench.services.articles.stored_articles import list_articles
    from workbench.services.record.history import history
    from workbench.services.review.blind import visible_claim

    lines = history(workspace, article_id=article_id, claim_id=claim_id, limit=limit, newest_first=True)
    claims: dict[int, str] = {}
    for about in {line.claim_id for line in lines if line.claim_id is not None}:
        with suppress(NotFoundError):  # it was taken out of the list
            claims[about] = visible_claim(workspace, about).quote
    whole = article_id is None and claim_id is None
    return lines, claims, {one.id: one.title for one in list_articles(workspace)} if whole else {}
