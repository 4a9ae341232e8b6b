"""What all screens share: work in the background, errors as one sentence, commands and their keys."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from functools import cached_property, partial
from typing import Any, ClassVar, TypeVar, cast

from textual import on
from textual.binding import BindingType
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.worker import Worker

from workbench.domain.errors import ConflictError, WorkbenchError
from workbench.tui.commands.registry import Command, Scope
from workbench.tui.commands.screen_keys import ScreenKeys
from workbench.tui.commands.table import keyed
from workbench.tui.runtime.host import Host, Place
from workbench.tui.runtime.messages import Changed
from workbench.tui.runtime.undo import with_key
from workbench.tui.widgets.bars import KeyBar

T = TypeVar("T")
Handlers = Mapping[str, Callable[[], object]]
"""What each command does, by its action."""
WRITING = ("write", "draft")
"""Groups of work that writes."""


class WorkScreen(Screen[None]):
    """A screen of the workbench. A key runs `do('name')`, which looks the command up in `handlers`."""

    SCOPE: ClassVar[Scope] = Scope.REVIEW
    BINDINGS: ClassVar[list[BindingType]] = []

    @property
    def host(self) -> Host:
        """The application, as screens see it."""
        return cast(Host, self.app)

    @property
    def place(self) -> Place | None:
        """Where the screen is; None where it is about no article."""
        return None

    # work

    @property
    def is_open(self) -> bool:
        """Whether the screen is shown or will be gone back to."""
        return self in self.app.screen_stack

    def start(self, work: Callable[[], Coroutine[Any, Any, None]], *, group: str = "work", alone: bool = False) -> None:
        """Run `work` beside the event loop's other work; what goes wrong is told in a sentence.

        Work ends with its screen, but for writing: that goes on, and is told wherever the user has gone meanwhile.

        Args:
            work: Gives a coroutine that awaits `Threads` and then changes widgets.
            group: Work of the same kind.
            alone: Whether it replaces earlier work of its group.
        """
        runs_on = self.app if group in WRITING else self
        guarded = partial(self._guarded, work)
        _: Worker[None] = runs_on.run_worker(guarded, group=group, exclusive=alone, exit_on_error=True)

    def prepare(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Run work that reads and then opens a dialog; what is typed meanwhile is for the dialog."""
        queue = self.host.key_queue

        async def preparing() -> None:
            try:
                await work()
            finally:
                queue.release()

        queue.hold(lambda _: None)
        self.start(preparing)

    async def _guarded(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        notifications = self.host.notifications
        try:
            await work()
        except NoMatches:  # a screen that is going has lost its widgets before its work ends
            if self.is_open and self.app.is_running:
                raise
        except ConflictError as error:
            notifications.conflict(error)
            if self.is_open:
                self.post_message(Changed())
        except (WorkbenchError, OSError) as error:
            words = with_key(str(error), self.keyed("{correct_verdict}"))
            notifications.report("It could not be done", words, error=True)

    def ask(self, screen: Screen[T | None], then: Callable[[T], None]) -> None:
        """Push a dialog; `then` gets its answer, unless Esc closed it."""

        def answered(answer: T | None) -> None:
            if answer is not None:
                then(answer)

        self.app.push_screen(screen, answered)

    def tell(self, words: str, *, warning: bool = False) -> None:
        """Say something in passing; commands in braces stand for their keys: "{undo} takes it back"."""
        self.host.notifications.say(words, warning=warning)

    def keyed(self, words: str) -> str:
        """Words with the keys of the commands that they name, as they are now bound: "{undo} takes it back"."""
        return keyed(words, self.host.keys_changed)

    # commands

    @cached_property
    def keys(self) -> ScreenKeys:
        """The commands that can be used here, with their keys."""
        return ScreenKeys(self.SCOPE, self.host.keys_changed, self._can, self.applies)

    def handlers(self) -> Handlers:
        """What each command of this screen does."""
        return {}

    def available(self, action: str) -> bool:
        """Whether a command of this screen can be used now; else its key is greyed out."""
        return True

    def applies(self, action: str) -> bool:
        """Whether a command that can be used would do anything now; else its key says why not."""
        return True

    def _can(self, command: Command) -> bool:
        node = self.app if command.scope is Scope.EVERYWHERE else self
        return bool(node.check_action("do", (command.action,)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What cannot be done now is greyed out."""
        return None if action == "do" and not self.available(str(parameters[0])) else True

    async def action_do(self, action: str) -> None:
        """Run a command of this screen, or of every screen, by its action."""
        handler = self.handlers().get(action)
        if handler is not None:
            handler()
        else:
            await self.app.run_action(f"do('{action}')", self.app)

    def show_keys(self) -> None:
        """Bring the key bar in step with what can be done now."""
        for bar in self.query(KeyBar):
            bar.show(self.keys.on_bar())

    @on(KeyBar.KeyClicked)
    async def _key_clicked(self, message: KeyBar.KeyClicked) -> None:
        """A key on the bar was clicked: the same as pressing it."""
        await self.action_do(message.action)
