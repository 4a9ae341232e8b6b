"""The desk: all articles and how far their reviews have come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from workbench.domain.standing import same_person
from workbench.tui.commands.registry import Scope, bindings_of
from workbench.tui.commands.table import COMMANDS
from workbench.tui.desk.article_changes import ArticleChanges
from workbench.tui.runtime.host import Place
from workbench.tui.runtime.messages import ActRepeated, ArticlesAdded, Changed, OthersSeen, TitleChanged, WorkspaceEvent
from workbench.tui.text.beside import Beside, beside_words
from workbench.tui.text.formatting import clip_words, count_words, day_of, day_words, one_line
from workbench.tui.text.wrapping import Line, spread
from workbench.tui.widgets.bars import KeyBar, TitleBar
from workbench.tui.widgets.block_list import Blocks
from workbench.tui.widgets.job_bar import JobBar
from workbench.tui.work_screen import Handlers, WorkScreen

if TYPE_CHECKING:
    from workbench.domain.desk_work import Assignment
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
    beside: str = ""
    """Its tags, and who is to do it until when."""


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
        if item.beside:
            second.append((f" · {item.beside}", "accent"))
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
        self.tags: dict[str, tuple[str, ...]] = {}
        self.assigned: dict[int, Assignment] = {}
        self.waiting = 0
        """How many things wait for this reviewer."""
        self.others: dict[int, tuple[str, ...]] = {}
        self.read = False
        self._changes = ArticleChanges(self)

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
        self._refresh()

    def handlers(self) -> Handlers:
        """What each command of the desk does."""
        articles = self.query_one(ArticleList)
        return {
            "open_article": self.open_article,
            "next_article": lambda: articles.step(1),
            "previous_article": lambda: articles.step(-1),
            "sort_articles": self._sort,
            "filter_articles": self._filter,
            "desk_history": self.host.open_history,
            "desk_statistics": self.host.open_statistics,
            **self._changes.handlers(),
        }

    @property
    def place(self) -> Place | None:
        """The article under the cursor."""
        one = self.current
        return Place(one.id, one.title, day_of(one.published)) if one is not None else None

    def on_screen_resume(self) -> None:
        """Back from a review: its progress has changed."""
        if self.read:
            self._refresh()

    def _refresh(self) -> None:
        """Read the articles as they are now."""
        self.start(self._load, group="load", alone=True)

    async def _load(self) -> None:
        await self._load_articles()
        await self._count_waiting()

    async def _load_articles(self) -> None:
        self.summaries, self.tags, self.assigned = await self.host.threads.read(load_desk)
        self.read = True
        self.show_articles()

    async def _count_waiting(self) -> None:
        """Count what waits once the articles are shown: it looks at far more than they do."""
        self.waiting = await self.host.threads.read(count_waiting)
        self._show_title()

    async def _load_new(self, before: frozenset[int]) -> None:
        """Read the articles again and put the cursor on the first that was not there before."""
        await self._load_articles()
        articles = self.query_one(ArticleList)
        new = [i for i, row in enumerate(articles.items) if row.summary.id not in before]
        if new:
            articles.move_to(new[0])
        hidden = sum(one.id not in before for one in self.summaries) - len(new)
        if hidden:
            are = "1 article that came in is" if hidden == 1 else f"{hidden:,} articles that came in are"
            find = clip_words(one_line(self.host.saved.find), 30)
            self.tell(f"{are} not listed: the filter is “{find}”. {self.keyed('{filter_articles} changes it.')}")
        await self._count_waiting()

    @on(WorkspaceEvent)
    def _told(self, event: WorkspaceEvent) -> None:
        """What has happened in the workspace."""
        if isinstance(event, Changed):
            self._refresh()
        elif isinstance(event, ArticlesAdded | ActRepeated):  # an article that is brought back is gone to
            known = frozenset(one.id for one in self.summaries)
            before = event.before if isinstance(event, ArticlesAdded) else known
            self.start(partial(self._load_new, before), group="load", alone=True)
        elif isinstance(event, TitleChanged):
            self._show_title()
        elif isinstance(event, OthersSeen):
            here: dict[int, tuple[str, ...]] = {}
            for name, article_id, _ in event.others:
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
        found = [one for one in self.summaries if self._found(one, session.find)]
        today = self.host.today()
        rows = [
            ArticleRow(one, self.others.get(one.id, ()), today, self._beside(one))
            for one in sorted_articles(found, session.sort)
        ]
        at = next((i for i, row in enumerate(rows) if row.summary.id == current), 0)
        note = self.keyed(NOTHING_HELD if self.summaries else GREETING)
        articles.show(rows, at, note if self.read else "Reading …")
        order = dict(SORTS)[session.sort if session.sort in dict(SORTS) else "newest"]
        title = f"Articles · {order.lower()}" + (f" · “{one_line(session.find)}” ({len(rows)})" if session.find else "")
        self.query_one("#desk-pane").border_title = title.replace("[", "\\[")
        self._show_title()

    def _found(self, one: ArticleSummary, find: str) -> bool:
        """Whether an article is listed: by words, by a tag ("#port"), by who is to do it ("@ann")."""
        words = find.casefold()
        if words.startswith("#"):
            return words[1:] in self.tags.get(str(one.id), ())
        if words.startswith("@"):
            return one.id in self.assigned and same_person(words[1:], self.assigned[one.id].assignee)
        return words in f"{one.title} {one.publisher or ''}".casefold()

    def _beside(self, one: ArticleSummary) -> str:
        given = self.assigned.get(one.id)
        name, due = (given.assignee, given.due) if given else ("", None)
        return beside_words(Beside(self.tags.get(str(one.id), ()), name, due))

    def _show_title(self) -> None:
        """Bring the title line in step."""
        waiting = sum(one.open for one in self.summaries)
        right: Line = [
            (f"{count_words(len(self.summaries), 'article')} · {count_words(waiting, 'claim')} open", "info")
        ]
        if self.waiting:
            right.append((f" · {self.keyed('{show_inbox}')}: {self.waiting} for you", "warn"))
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
    def open_article(self) -> None:
        """Open the article under the cursor."""
        if self.current is not None:
            self.host.open_article(self.current.id)

    def _sort(self) -> None:
        """Choose the order."""
        from workbench.tui.dialogs.sheet import Choose

        def chosen(sort: str) -> None:
            self.host.saved.sort = sort
            self.host.remember()
            self.show_articles()

        self.ask(Choose("Sort articles", SORTS, at=self.host.saved.sort), chosen)

    def _filter(self) -> None:
        """Choose which articles are listed."""
        from workbench.tui.dialogs.sheet import Ask

        def typed(words: str) -> None:
            self.host.saved.find = words.strip()
            self.host.remember()
            self.show_articles()

        self.ask(Ask("Articles whose title or publisher holds", value=self.host.saved.find), typed)


Loaded = tuple["list[ArticleSummary]", dict[str, tuple[str, ...]], "dict[int, Assignment]"]


def load_desk(workspace: Workspace) -> Loaded:
    """All articles with their progress, newest first; their tags; who is to do them."""
    from workbench.services.articles.stored_articles import list_articles
    from workbench.services.review.desk_work import assigned, tags_on

    return list_articles(workspace), tags_on(workspace, "article"), assigned(workspace, "article")


def count_waiting(workspace: Workspace) -> int:
    """How much waits for this reviewer."""
    from workbench.services.review.inbox import inbox

    return len(inbox(workspace))


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
