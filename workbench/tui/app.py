"""The application: opens on the desk or where the last session ended, and owns what all screens share."""

from __future__ import annotations

import os
import select
import time
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.worker import Worker

from workbench.domain.errors import WorkbenchError
from workbench.tui.commands import table
from workbench.tui.commands.registry import Scope, bindings_of, keymap_from
from workbench.tui.review.finder import Finder
from workbench.tui.runtime.key_queue import KeyQueue
from workbench.tui.runtime.loading import look, say_goodbye
from workbench.tui.runtime.memory import Memory
from workbench.tui.runtime.notifications import Notifications
from workbench.tui.runtime.saved_session import load_session, save_session
from workbench.tui.runtime.threads import Threads
from workbench.tui.runtime.undo import repeat
from workbench.tui.runtime.versions import Versions
from workbench.tui.text.themes import THEMES
from workbench.tui.widgets.job_bar import Job, JobBar
from workbench.tui.work_screen import WorkScreen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.command import Provider

    from workbench.services.workspace import Workspace

CALM_SECONDS = 2.0
TIDY_SECONDS = 30.0
SHORT_SECONDS = 0.4
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
        self.saved = load_session(path)
        self.finder.ranked = self.saved.ranked
        self.session_id = os.urandom(8).hex()
        self.wanted_article = article_id
        self.index_words = ""
        self.keys_changed = keymap_from(self.config, table.COMMANDS)
        self.key_queue = KeyQueue(self, super().on_event)
        self.job: Job | None = None
        self.fault: Exception | None = None
        self._seen_event = -1
        self._seen_others: object = None
        self.memory = Memory()
        self.notifications = Notifications(self)
        self.versions = Versions()
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

    def on_mount(self) -> None:
        """Paint, then everything else."""
        self.memory.begin()
        self.set_keymap(self.keys_changed)
        article_id = self.wanted_article or self.saved.article_id
        if article_id is not None:
            self.open_article(article_id)
        else:
            self.show_desk()
            if not self.saved.toured:
                self.call_after_refresh(self.action_tour)
        self.call_after_refresh(self.look_for_changes)
        self.set_timer(CALM_SECONDS, self.memory.calm)
        self.set_interval(LOOK_SECONDS, self.look_for_changes)
        self.set_interval(0.25, self.show_long_job)
        self.set_interval(TIDY_SECONDS, self.tidy)
        if self.is_web:
            self.set_interval(LOOK_SECONDS, self.leave_with_the_server)

    def tidy(self) -> None:
        """Let go of what is no longer shown."""
        self.memory.tidy(self.key_queue.idle_seconds, busy=self.job is not None)

    def leave_with_the_server(self) -> None:
        """In a browser: leave when the server is gone, however it ended; nobody else would end this process."""
        watched = select.poll()
        watched.register(0, select.POLLHUP)
        if any(happened & select.POLLHUP for _, happened in watched.poll(0)):
            self.exit()

    def on_unmount(self) -> None:
        """Keep the session; say goodbye to the others; finish what is being written."""
        self.memory.end()
        save_session(self.path, self.saved)
        self.threads.close(partial(say_goodbye, session=self.session_id))

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

    _unsaved = False

    # screens

    def open_article(self, article_id: int) -> None:
        """Open an article for review."""
        from workbench.tui.review.screen import ReviewScreen

        self.remember(article_id=article_id)
        self.push_screen(ReviewScreen(article_id))

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

    def today(self) -> date:
        """The day deadlines are counted from."""
        return datetime.now().astimezone().date()

    def index_changed(self) -> None:
        """The index was brought in step: search with the new one."""
        self.finder.forget()
        for screen in self.screen_stack:
            if isinstance(screen, WorkScreen):
                screen.forget_found()

    @property
    def work_screen(self) -> WorkScreen | None:
        """The screen in front, dialogs left aside."""
        return next((screen for screen in reversed(self.screen_stack) if isinstance(screen, WorkScreen)), None)

    # others in the same workspace

    def look_for_changes(self) -> None:
        """Ask whether the database has changed, and say where this session is."""
        if self._unsaved:
            self._unsaved = False
            save_session(self.path, self.saved)
        _: Worker[None] = self.run_worker(self._look, group="look", exclusive=True, exit_on_error=False)

    async def _look(self) -> None:
        screen = self.work_screen
        article_id = getattr(screen, "article_id", None)
        claim_id = getattr(screen, "current_id", None)
        try:
            seen = await self.threads.watch(look, self.session_id, article_id, claim_id)
        except WorkbenchError:
            return  # locked for a moment: the next look will see it
        changed = self._seen_event not in (-1, seen.event_id)
        index_words = f"⌁ {seen.index}" if seen.index else ""
        if index_words != self.index_words:
            self.index_words = index_words
            for one in self.screen_stack:
                if isinstance(one, WorkScreen):
                    one.show_title()
        if changed or seen.others != self._seen_others:
            first = self._seen_event == -1
            self._seen_event, self._seen_others = seen.event_id, seen.others
            for one in self.screen_stack:
                if isinstance(one, WorkScreen):
                    one.others_seen(seen.others)
                    if changed and not first:
                        one.changed_elsewhere()

    # background jobs

    def start_job(
        self,
        title: str,
        work: Callable[[Workspace, Job], str],
        then: Callable[[], None] | None = None,
        *,
        changes: bool = True,
    ) -> None:
        """Run a long piece of work in the background, one at a time; its words are told when it is done.

        Work that `changes` nothing in the workspace leaves the screens as they are.
        """
        if self.job is not None:
            self.notifications.say(f"{self.job.title} is still running.", warning=True)
            return
        job = self.job = Job(title)

        async def working() -> None:
            try:
                self.notifications.report(title, await self.threads.job(work, job))
            except WorkbenchError as error:
                self.notifications.report(title, str(error), error=True)
            except Exception as error:  # a fault of our own must not end in silence, nor take the screen away
                words = f"{title} ended early: {type(error).__name__}: {error}. What was done by then is kept."
                self.notifications.report(title, words, error=True)
            finally:
                job.stop.set()  # whoever leaves does not wait for the rest of it
                self.job = None
                self.show_job()
                for screen in self.screen_stack if changes else ():
                    if isinstance(screen, WorkScreen):
                        screen.changed_elsewhere()
            if then is not None:
                then()

        _: Worker[None] = self.run_worker(working, group="job", exit_on_error=False)

    def show_long_job(self) -> None:
        """Bring the line of background work in step; what is done in a moment moves nothing on the screen."""
        if self.job is None or time.monotonic() - self.job.started > SHORT_SECONDS:
            self.show_job()

    def show_job(self) -> None:
        """Bring the line of background work in step."""
        screen = self.work_screen
        if screen is None or not screen.is_mounted:
            return
        for bar in screen.query(JobBar):
            if self.job is not None or bar.job is not None:
                bar.show(self.job, table.keyed("{stop_work}", self.keys_changed))

    def action_stop_work(self) -> None:
        """Stop the background work."""
        if self.job is not None:
            self.job.stop.set()
            self.show_job()

    # what every screen can do

    async def on_event(self, event: events.Event) -> None:
        """Keys one after the other: each is for the screen that the one before has left."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            await self.key_queue.take(event)
        else:
            await super().on_event(event)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What cannot be done now is greyed out."""
        if action == "stop_work":
            return True if self.job is not None else None
        if action == "date_article":
            from workbench.tui.desk.publication_day import article_in_front

            return True if article_in_front(self) is not None else None
        return True

    def action_undo(self) -> None:
        """Take back the last act."""
        repeat(self, "undo")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        repeat(self, "redo")

    def action_export_report(self) -> None:
        """Export the report of the article in front."""
        from workbench.tui.desk.background import ask_export

        ask_export(self)

    def action_date_article(self) -> None:
        """Say when the article in front was published."""
        from workbench.tui.desk.publication_day import ask_day

        ask_day(self)

    def action_update_index(self) -> None:
        """Bring the index in step, in the background."""
        from workbench.tui.desk.background import update_index

        update_index(self)

    def action_change_theme(self) -> None:
        """The next theme."""
        names = [theme.name for theme in THEMES]
        here = names.index(self.theme) if self.theme in names else -1
        self.theme = self.saved.theme = names[(here + 1) % len(names)]
        self._unsaved = True

    def action_tour(self) -> None:
        """The tour of five steps."""
        from workbench.tui.dialogs.help import TourSheet

        def done(_: bool | None) -> None:
            self.saved.toured = True
            self._unsaved = True

        self.push_screen(TourSheet(), done)

    def action_help(self) -> None:
        """The keys of this screen."""
        from workbench.tui.dialogs.help import HelpSheet

        screen = self.work_screen
        if screen is not None:
            self.push_screen(HelpSheet(screen))

    def action_palette(self) -> None:
        """The command palette."""
        self.action_command_palette()

    def action_quit_hint(self) -> None:
        """Ctrl+C does not lose work; it says how to leave."""
        self.notifications.say(table.keyed("{quit} leaves; nothing is lost.", self.keys_changed))

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
