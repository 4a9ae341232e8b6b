"""The application: opens on the desk or where the last session ended, and owns what all screens share."""

from __future__ import annotations

import select
from collections.abc import Callable
from copy import copy
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.worker import Worker

from workbench.domain.ending import EndedError
from workbench.tui.commands import table
from workbench.tui.commands.registry import Scope, bindings_of, keymap_from, snippets_from
from workbench.tui.commands.table import keyed
from workbench.tui.desk.everywhere import everywhere
from workbench.tui.dialogs.sheet import Tell
from workbench.tui.review.finder import Finder
from workbench.tui.runtime.endings import watch_endings
from workbench.tui.runtime.host import Place
from workbench.tui.runtime.jobs import Job, Jobs
from workbench.tui.runtime.key_queue import KeyQueue
from workbench.tui.runtime.memory import Memory
from workbench.tui.runtime.messages import IndexChanged, WorkspaceEvent
from workbench.tui.runtime.notifications import Notifications
from workbench.tui.runtime.reach import FilesInReach
from workbench.tui.runtime.saved_session import is_toured, load_session, save_session
from workbench.tui.runtime.threads import Lane, Threads
from workbench.tui.runtime.versions import Versions
from workbench.tui.runtime.watcher import Watcher
from workbench.tui.text.themes import THEMES
from workbench.tui.widgets.job_bar import JobBar
from workbench.tui.work_screen import WorkScreen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.command import Provider

    from workbench.services.workspace import Workspace

CALM_SECONDS = 2.0
TIDY_SECONDS = 30.0
LOOK_SECONDS = 1.0
"""How often the database is asked whether somebody has changed it."""


def _provider() -> type[Provider]:
    """The palette's source of commands, imported when the palette is first opened."""
    from workbench.tui.dialogs.palette import RegistryProvider

    return RegistryProvider


class WorkbenchApp(App[None]):
    """The terminal UI on one workspace."""

    TITLE = "workbench"
    CSS_PATH = Path(__file__).with_name("workbench.tcss")
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+backslash"
    COMMANDS = {_provider}  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of(table.COMMANDS, Scope.EVERYWHERE),
        Binding("ctrl+c", "quit_hint", "Quit", show=False, system=True),
    ]

    def __init__(
        self, path: Path, reviewer: str, *, article_id: int | None = None, config: dict[str, object] | None = None
    ) -> None:
        super().__init__()
        self.animation_level = "none"
        self.path = path
        self.reviewer = reviewer
        self.config = config if config is not None else {}
        self.threads = Threads(path, reviewer)
        self.finder = Finder()
        self.reach = FilesInReach.of_environment()
        self._whose = reviewer if self.reach.elsewhere else ""
        self.saved = load_session(path, self._whose)
        self.finder.ranked = self.saved.ranked
        self.wanted_article = article_id
        self.index_words = ""
        self.undo_refused = (0, 0)
        self.keys_changed = keymap_from(self.config, table.COMMANDS)
        self.snippets = snippets_from(self.config)
        self.key_queue = KeyQueue(self, super().on_event)
        self.ended: EndedError | None = None
        self.jobs = Jobs(self, partial(self.run_worker, group="job", exit_on_error=False), self._show_job)
        self.watcher = Watcher(self)
        self.memory = Memory()
        self.notifications = Notifications(self, Tell, self._is_typing)
        self.versions = Versions()
        self.fault: Exception | None = None
        self._unsaved = False
        self._handlers = everywhere(self, self.jobs, self)
        for theme in THEMES:
            self.register_theme(theme)
        names = [theme.name for theme in THEMES]
        chosen = self.saved.theme or str(self.config.get("theme", ""))
        chosen = chosen if chosen in names else f"workbench-{chosen}"
        self.theme = chosen if chosen in names else names[0]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours have a value under every theme."""
        return {name: value for name, value in THEMES[0].variables.items() if name.startswith("wb-")}

    # beginning and end

    def on_load(self) -> None:
        """End in order when the system or a closed terminal asks for it, from before the first paint on."""
        watch_endings(self._end)

    def _end(self, number: int) -> None:
        self.ended = EndedError(number)
        self.exit()

    def on_mount(self) -> None:
        """Paint, then everything else."""
        self.memory.begin()
        self.set_keymap(self.keys_changed)
        article_id = self.wanted_article or self.saved.article_id
        if article_id is not None:
            self.open_article(article_id)
        else:
            self.show_desk()
            if not self.saved.toured and not is_toured(self.reviewer):
                self.call_after_refresh(self._handlers["tour"])
        self.call_after_refresh(self._look)
        self.set_timer(CALM_SECONDS, self.memory.calm)
        self.set_interval(LOOK_SECONDS, self._look)
        self.set_interval(0.25, self.jobs.tick)
        self.set_interval(TIDY_SECONDS, self._tidy)
        if self.is_web:
            self.set_interval(LOOK_SECONDS, self._leave_with_the_server)

    def _tidy(self) -> None:
        """Let go of what is no longer shown."""
        self.memory.tidy(self.key_queue.idle_seconds, busy=bool(self.jobs.running))

    def _look(self) -> None:
        """Keep the session, and look for what others have done."""
        if self._unsaved:
            self._unsaved = False
            save_session(self.path, self.saved, self._whose)
        _: Worker[None] = self.run_worker(self.watcher.look, group="look", exclusive=True, exit_on_error=False)

    def _leave_with_the_server(self) -> None:
        """In a browser: leave when the server is gone, however it ended; nobody else would end this process."""
        watched = select.poll()
        watched.register(0, select.POLLHUP)
        if any(happened & select.POLLHUP for _, happened in watched.poll(0)):
            self.exit()

    def on_unmount(self) -> None:
        """Keep the session; say goodbye to the others; finish what is being written."""
        self.memory.end()
        save_session(self.path, self.saved, self._whose)
        self.threads.close(self.watcher.say_goodbye)

    # what screens ask for: `runtime.host.Host`

    def remember(
        self,
        *,
        article_id: int | None = None,
        claim: tuple[int, int] | None = None,
        place: tuple[int, int] | None = None,
    ) -> None:
        """Keep where this session is, for the next one: article, its claim, the place it is scrolled to."""
        if place is not None:
            self.saved.places[str(place[0])] = place[1]
        if article_id is not None:
            self.saved.article_id = article_id
        if claim is not None:
            self.saved.claims[str(claim[0])] = claim[1]
        self._unsaved = True

    def today(self) -> date:
        """The day deadlines are counted from."""
        return datetime.now().astimezone().date()

    @property
    def front(self) -> WorkScreen | None:
        """The screen in front, dialogs left aside."""
        return next((screen for screen in reversed(self.screen_stack) if isinstance(screen, WorkScreen)), None)

    def places(self) -> list[Place]:
        """Where the open screens are, the one in front first."""
        places = (screen.place for screen in reversed(self.screen_stack) if isinstance(screen, WorkScreen))
        return [place for place in places if place is not None]

    def tell_all(self, event: WorkspaceEvent) -> None:
        """Tell every open screen; another index is the finder's matter too."""
        if isinstance(event, IndexChanged):
            self.finder.forget()
        for screen in self.screen_stack:
            if isinstance(screen, WorkScreen):
                screen.post_message(copy(event))

    def start_job(
        self,
        title: str,
        work: Callable[[Workspace, Job], str],
        then: Callable[[bool], None] | None = None,
        *,
        lane: Lane = Lane.ARTICLES,
        changes: bool = True,
    ) -> None:
        """Run a long piece of work in the background; `then` is told whether it went well."""
        self.jobs.start(title, work, then, lane=lane, changes=changes)

    def open_article(self, article_id: int) -> None:
        """Open an article for review."""
        from workbench.tui.review.screen import ReviewScreen
        from workbench.tui.review.session import ReviewSession

        self.remember(article_id=article_id)
        self.push_screen(ReviewScreen(ReviewSession(article_id, self.reviewer, self.saved), self.finder))

    def open_history(self, article_id: int | None = None, claim_id: int | None = None) -> None:
        """Open the history of an article and a claim, or of the workspace."""
        from workbench.tui.history.screen import HistoryScreen

        self.push_screen(HistoryScreen(article_id, claim_id))

    def open_statistics(self, article_id: int | None = None) -> None:
        """Open the figures of an article, or of the workspace."""
        from workbench.tui.statistics.screen import StatisticsScreen

        self.push_screen(StatisticsScreen(article_id))

    def show_desk(self) -> None:
        """Go back to the list of articles."""
        from workbench.tui.desk.screen import DeskScreen

        left, self.saved.article_id = self.saved.article_id, None
        self._unsaved = True
        if len(self.screen_stack) > 2:
            self.pop_screen()
        elif len(self.screen_stack) == 2:
            self.switch_screen(DeskScreen(left))
        else:
            self.push_screen(DeskScreen())

    # keys

    async def on_event(self, event: events.Event) -> None:
        """Keys one after the other: each is for the screen that the one before has left."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            await self.key_queue.take(event)
        else:
            await super().on_event(event)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What cannot be done now is greyed out."""
        if parameters == ("stop_work",):
            return True if self.jobs.running else None
        if parameters == ("date_article",):
            return True if self.places() else None
        return True

    async def action_do(self, action: str) -> None:
        """Run a command of every screen by its action."""
        if action in self._handlers:
            self._handlers[action]()

    def action_quit_hint(self) -> None:
        """Ctrl+C does not lose work; it says how to leave."""
        self.notifications.say(keyed("{quit} leaves; nothing is lost.", self.keys_changed))

    def _is_typing(self, seconds: float) -> bool:
        """Whether a key came within so many seconds, or a dialog is open."""
        return self.screen is not self.front or self.key_queue.idle_seconds <= seconds

    def _show_job(self, job: Job | None, more: int) -> None:
        """Bring the line of background work in step."""
        if self.front is not None and self.front.is_mounted:
            for bar in self.front.query(JobBar):
                if job is not None or bar.job is not None:
                    bar.show(job, keyed("{stop_work}", self.keys_changed), more)

    def _handle_exception(self, error: Exception) -> None:
        """A fault of our own ends the screen; whoever opened it tells the user. What was done is in the database."""
        if self.is_headless:
            super()._handle_exception(error)
            return
        self.fault = self.fault or error
        self.exit(return_code=1)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The palette holds the registry's commands and nothing else."""
        yield from ()


def open_workspace(path: Path, reviewer: str, *, article_id: int | None = None) -> None:
    """Open the terminal UI on a workspace and stay until the user leaves.

    Raises:
        BadInputError: The configuration is wrong.
    """
    from workbench.services.workspace import load_config

    app = WorkbenchApp(path, reviewer, article_id=article_id, config=load_config())
    app.run()
    if app.fault is not None:
        raise app.fault
    if app.ended is not None:
        raise app.ended
