"""The desk: all articles and how far their reviews have come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from workbench.tui.commands.registry import Scope, bindings_of
from workbench.tui.commands.table import COMMANDS
from workbench.tui.desk import background
from workbench.tui.runtime import loading
from workbench.tui.text.formatting import count_words, day_of, day_words, one_line
from workbench.tui.text.wrapping import Line, spread
from workbench.tui.widgets.bars import KeyBar, TitleBar
from workbench.tui.widgets.blocks import Blocks
from workbench.tui.widgets.job_bar import JobBar
from workbench.tui.work_screen import WorkScreen

if TYPE_CHECKING:
    from workbench.services.workspace import Workspace
    from workbench.store.articles import ArticleSummary

SORTS = (
    ("newest", "Newest first"),
    ("title", "By title"),
    ("deadline", "By deadline"),
    ("open", "Most open claims first"),
    ("published", "By publication, latest first"),
)
GREETING = """No article yet. The first step:

{add_article}  adds one from a file, a folder or an address
{paste_article}  adds one from text that you paste

Then {open_article} opens it and its claims are there. {add_evidence} adds evidence to check them against.
{tour} is a tour of five steps, {help} lists the keys."""
NOTHING_HELD = "No article has these words in its title or publisher. {filter_articles} changes the filter."


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article, who else works on it, and what day it is (for the deadline)."""

    summary: ArticleSummary
    others: tuple[str, ...] = ()
    today: date | None = None


class ArticleList(Blocks[ArticleRow]):
    """Articles with their progress, two lines each."""

    ROWS = 3
    EMPTY = GREETING
    DEFAULT_CSS = "ArticleList { height: 1fr; }"

    def block(self, item: ArticleRow, width: int, current: bool) -> list[Line]:
        """Title and progress; then publisher, day, counts in words, deadline, who is there."""
        one = item.summary
        total = one.claims - one.not_rated
        done = one.rated + one.second_opinion + one.settled + one.published_claims
        mark = "▶ " if current else "  "
        right: Line = [
            *progress_bar(done, total, 16 if width >= 100 else 8),
            (f" {done:>3} of {total:<3} ", "info" if done else "dim"),
        ]
        first = spread([(mark, "key"), (one_line(one.title), "bold")], right, width)
        facts = [one_line(one.publisher)] if one.publisher else []
        facts.append(day_words(day_of(one.published)))
        facts.append(count_words(one.open, "claim") + " open" if one.open else "no claim open")
        if one.second_opinion:
            facts.append(count_words(one.second_opinion, "second opinion"))
        if one.settled:
            facts.append(f"{one.settled} settled")
        if one.published_claims:
            facts.append(f"{one.published_claims} published")
        second: Line = [("    ", "text"), (" · ".join(facts), "dim")]
        if item.others:
            second.append((f"  ◉ {', '.join(one_line(name) for name in item.others)}", "accent"))
        return [first, spread(second, deadline_words(one.deadline, item.today), width), []]


def progress_bar(done: int, total: int, width: int) -> Line:
    """A bar of `width` cells."""
    filled = width if total and done >= total else (width * done // total if total else 0)
    return [("━" * filled, "info"), ("─" * (width - filled), "faint")]


def deadline_words(deadline: str | None, today: date | None) -> Line:
    """The deadline and how far away it is."""
    day = day_of(deadline)
    if day is None:
        return []
    left = (day - today).days if today else 1
    if left < 0:
        return [(f"! deadline {day_words(day)}, {count_words(-left, 'day')} over ", "warn")]
    near = {0: ", today", 1: ", tomorrow"}.get(left, f", in {left} days")
    return [(f"deadline {day_words(day)}{near} ", "warn" if left < 2 else "dim")]


class DeskScreen(WorkScreen):
    """The first screen."""

    SCOPE = Scope.DESK
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(COMMANDS, Scope.DESK)]
    AUTO_FOCUS = "ArticleList"

    def __init__(self, at: int | None = None) -> None:
        super().__init__()
        self._begins_at = at
        """The article that the cursor begins at."""
        self.summaries: list[ArticleSummary] = []
        self.others: dict[int, tuple[str, ...]] = {}
        self.read = False

    def compose(self) -> ComposeResult:
        """Title, list, keys."""
        yield TitleBar(id="title")
        with Vertical(classes="pane", id="desk-pane") as pane:
            pane.border_title = "Articles"
            yield ArticleList(id="articles")
        yield JobBar(id="job")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Paint, then read."""
        self.query_one(ArticleList).show([], note="Reading …")
        self.query_one(TitleBar).show([(one_line(self.host.path.resolve().name), "title")], [])
        self.show_keys()
        self.changed_elsewhere()

    def on_screen_resume(self) -> None:
        """Back from a review: its progress has changed."""
        if self.read:
            self.changed_elsewhere()

    def changed_elsewhere(self) -> None:
        """Read the articles again."""
        self.start(self._load, group="load", alone=True)

    async def _load(self) -> None:
        self.summaries = await self.host.threads.read(loading.load_articles)
        self.read = True
        self.show_articles()

    def show_new(self, before: frozenset[int]) -> None:
        """Read the articles again and put the cursor on the first that was not there before."""

        async def reading() -> None:
            await self._load()
            articles = self.query_one(ArticleList)
            new = [i for i, row in enumerate(articles.items) if row.summary.id not in before]
            if new:
                articles.move_to(new[0])

        self.start(reading, group="load", alone=True)

    def act_repeated(self, claim_id: int | None) -> None:
        """An article that is brought back is gone to."""
        self.show_new(frozenset(one.id for one in self.summaries))

    def others_seen(self, others: tuple[tuple[str, int | None, int | None], ...]) -> None:
        """Show who works on which article."""
        here: dict[int, tuple[str, ...]] = {}
        for name, article_id, _ in others:
            if article_id is not None and name not in here.get(article_id, ()):
                here[article_id] = (*here.get(article_id, ()), name)
        if here != self.others:
            self.others = here
            self.show_articles()

    def show_articles(self) -> None:
        """Show the articles in the chosen order, as far as the filter lists them."""
        session = self.host.saved
        articles = self.query_one(ArticleList)
        current = articles.current.summary.id if articles.current else self._begins_at
        words = session.find.casefold()
        found = [one for one in self.summaries if words in f"{one.title} {one.publisher or ''}".casefold()]
        today = self.host.today()
        rows = [ArticleRow(one, self.others.get(one.id, ()), today) for one in sorted_articles(found, session.sort)]
        at = next((i for i, row in enumerate(rows) if row.summary.id == current), 0)
        note = self.keyed(NOTHING_HELD if self.summaries else GREETING)
        articles.show(rows, at, note if self.read else "Reading …")
        order = dict(SORTS)[session.sort if session.sort in dict(SORTS) else "newest"]
        title = f"Articles · {order.lower()}" + (f" · “{one_line(session.find)}” ({len(rows)})" if session.find else "")
        self.query_one("#desk-pane").border_title = title.replace("[", "\\[")
        self.show_title()

    def show_title(self) -> None:
        """Bring the title line in step."""
        waiting = sum(one.open for one in self.summaries)
        right: Line = [
            (f"{count_words(len(self.summaries), 'article')} · {count_words(waiting, 'claim')} open", "info")
        ]
        right.append((f" · {one_line(self.host.reviewer)}", "dim"))
        if self.host.index_words:
            right.append((f"  {self.host.index_words}", "dim"))
        self.query_one(TitleBar).show([(one_line(self.host.path.resolve().name), "title")], right)

    @property
    def current(self) -> ArticleSummary | None:
        """The article under the cursor."""
        row = self.query_one(ArticleList).current
        return row.summary if row is not None else None

    @on(ArticleList.Chosen)
    def article_chosen(self) -> None:
        """Enter or a double click."""
        self.action_open_article()

    def action_open_article(self) -> None:
        """Open the article under the cursor."""
        if self.current is not None:
            self.host.open_article(self.current.id)

    def action_next_article(self) -> None:
        """The next article."""
        articles = self.query_one(ArticleList)
        articles.move_to(articles.cursor + 1)

    def action_previous_article(self) -> None:
        """The previous article."""
        articles = self.query_one(ArticleList)
        articles.move_to(articles.cursor - 1)

    def action_add_article(self) -> None:
        """Add an article from a file, folder or address."""
        from workbench.tui.dialogs.add import AddForm

        self.ask(AddForm("Add an article"), lambda asked: background.add_articles(self.host, asked))

    def action_add_evidence(self) -> None:
        """Add evidence from a file, folder or address."""
        from workbench.tui.dialogs.add import AddForm

        self.ask(AddForm("Add evidence"), lambda asked: background.add_evidence(self.host, asked))

    def action_paste_article(self) -> None:
        """Add pasted text."""
        from workbench.tui.dialogs.add import PasteForm

        self.ask(PasteForm(), lambda asked: background.add_pasted(self.host, asked))

    def action_sort_articles(self) -> None:
        """Choose the order."""
        from workbench.tui.dialogs.sheet import Choose

        def chosen(sort: str) -> None:
            self.host.saved.sort = sort
            self.host.remember()
            self.show_articles()

        self.ask(Choose("Sort articles", SORTS, at=self.host.saved.sort), chosen)

    def action_filter_articles(self) -> None:
        """Choose which articles are listed."""
        from workbench.tui.dialogs.sheet import Ask

        def typed(words: str) -> None:
            self.host.saved.find = words.strip()
            self.host.remember()
            self.show_articles()

        self.ask(Ask("Articles whose title or publisher holds", value=self.host.saved.find), typed)

    def action_set_deadline(self) -> None:
        """Set the deadline of the article under the cursor."""
        from workbench.tui.dialogs.forms import parse_day
        from workbench.tui.dialogs.sheet import Ask

        one = self.current
        if one is None:
            return

        def typed(text: str) -> None:
            try:
                day = parse_day(text)
            except ValueError:
                self.tell("Write the day as 2022-01-29.", warning=True)
                return

            def work(workspace: Workspace) -> bool:
                from workbench.services.articles.deadlines import set_deadline

                return set_deadline(workspace, one.id, day)

            self._write(work)

        self.ask(Ask("Deadline", value=one.deadline or "", placeholder="2022-01-29", hint="Empty: none"), typed)

    def action_remove_article(self) -> None:
        """Take the article out of the list, after asking."""
        from workbench.tui.dialogs.sheet import Confirm

        one = self.current
        if one is None:
            return

        def answered(yes: bool) -> None:
            def work(workspace: Workspace) -> None:
                from workbench.services.evidence.library import remove_article

                remove_article(workspace, one.id)

            if yes:
                self._write(work)

        question = f"{one_line(one.title)}\n\nIt leaves the list. Its verdicts stay in the record, and " + self.keyed(
            "{undo} brings it back."
        )
        self.ask(Confirm("Remove this article?", question, yes="Remove", no="Keep"), answered)

    def _write(self, work: background.Write) -> None:
        async def writing() -> None:
            await self.host.threads.write(work)
            self.changed_elsewhere()

        self.start(writing, group="write")

    def action_desk_history(self) -> None:
        """The history of the workspace."""
        from workbench.tui.history.screen import HistoryScreen

        self.app.push_screen(HistoryScreen())

    def action_desk_statistics(self) -> None:
        """The figures of the workspace."""
        from workbench.tui.statistics.screen import StatisticsScreen

        self.app.push_screen(StatisticsScreen())


def sorted_articles(found: list[ArticleSummary], sort: str) -> list[ArticleSummary]:
    """Articles (newest first) in one of `SORTS`; equal ones stay newest first."""
    if sort == "title":
        return sorted(found, key=lambda one: one.title.casefold())
    if sort == "deadline":
        return sorted(found, key=lambda one: one.deadline or "9999")
    if sort == "open":
        return sorted(found, key=lambda one: -one.open)
    if sort == "published":
        return sorted(found, key=lambda one: one.published or "", reverse=True)
    return found
