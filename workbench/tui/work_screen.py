"""What all screens share: work in the background, errors as one sentence, the key bar, help."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.binding import BindingType
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.worker import Worker

from workbench.domain.errors import ConflictError, WorkbenchError
from workbench.tui.commands.registry import Command, Scope, keys_of, pretty_key
from workbench.tui.commands.table import COMMANDS, keyed
from workbench.tui.widgets.bars import KeyBar

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

T = TypeVar("T")
WRITING = ("write", "draft")
"""Groups of work that writes."""


class WorkScreen(Screen[None]):
    """A screen of the workbench."""

    SCOPE: ClassVar[Scope] = Scope.REVIEW
    BINDINGS: ClassVar[list[BindingType]] = []

    @property
    def host(self) -> WorkbenchApp:
        """The application, by its own type."""
        return cast("WorkbenchApp", self.app)

    # work

    @property
    def is_open(self) -> bool:
        """Whether the screen is shown or will be gone back to."""
        return self in self.app.screen_stack

    def start(self, work: Callable[[], Awaitable[None]], *, group: str = "work", alone: bool = False) -> None:
        """Run `work` beside the event loop's other work; what goes wrong is told in a sentence.

        Work ends with its screen, but for writing: that goes on, and is told wherever the user has gone meanwhile.

        Args:
            work: Gives a coroutine that awaits `Threads` and then changes widgets.
            group: Work of the same kind.
            alone: Whether it replaces earlier work of its group.
        """

        async def guarded() -> None:
            try:
                await work()
            except NoMatches:  # a screen that is going has lost its widgets before its work ends
                if self.is_open and self.app.is_running:
                    raise
            except ConflictError as error:
                self.tell_conflict(error)
            except (WorkbenchError, OSError) as error:
                self.tell_error(error)

        runs_on = self.app if group in WRITING else self
        _: Worker[None] = runs_on.run_worker(guarded, group=group, exclusive=alone, exit_on_error=True)

    def tell(self, words: str, *, warning: bool = False) -> None:
        """Say something in passing."""
        self.host.notifications.say(words, warning=warning)

    def tell_error(self, error: Exception) -> None:
        """Say what went wrong; nothing was written."""
        self.host.notifications.report("It could not be done", str(error), error=True)

    def tell_conflict(self, error: ConflictError) -> None:
        """Show both versions: what this reviewer wanted, and what somebody else has written meanwhile."""
        from workbench.tui.dialogs.sheet import Tell

        self.app.push_screen(
            Tell(
                "Somebody was faster",
                f"{error}\n\nYours (not written):\n{error.mine or '–'}\n\nTheirs (kept):\n{error.theirs or '–'}",
                copies=error.mine.removeprefix("text: "),
            )
        )
        if self.is_open:
            self.changed_elsewhere()

    def changed_elsewhere(self) -> None:
        """The database has changed: show it as it is now."""

    def act_repeated(self, claim_id: int | None) -> None:
        """An act about a claim was taken back or done again."""

    def others_seen(self, others: tuple[tuple[str, int | None, int | None], ...]) -> None:
        """(reviewer, article, claim) of the other open sessions."""

    def show_title(self) -> None:
        """Bring the title line in step."""

    def forget_found(self) -> None:
        """The index has changed: what was found with the old one is old."""

    # keys

    def commands(self) -> list[type[Command]]:
        """The commands of this screen and those of every screen."""
        return [command for command in COMMANDS if command.scope in (self.SCOPE, Scope.EVERYWHERE)]

    def show_keys(self, first: list[tuple[str, str, str]] | None = None) -> None:
        """Bring the key bar in step with what can be done now; `first` stands before the rest."""
        keys = list(first or [])
        usable = ((command, self.keys_for(command)) for command in self.commands() if command.bar)
        keys += [(own[0], command.bar, command.action) for command, own in usable if own and self.can(command)]
        for bar in self.query(KeyBar):
            bar.show(keys)

    @property
    def taken(self) -> frozenset[str]:
        """Characters that mean something else here than a command."""
        return frozenset()

    def keys_for(self, command: type[Command]) -> list[str]:
        """The keys of a command on this screen; the one to show comes first."""
        return [key for key in keys_of(command, self.host.keys_changed) if key not in self.taken]

    def can(self, command: type[Command]) -> bool:
        """Whether a command can be used now."""
        node = self.app if command.scope is Scope.EVERYWHERE else self
        return bool(node.check_action(command.action, ())) and hasattr(node, f"action_{command.action}")

    def applies(self, action: str) -> bool:
        """Whether a command that can be used would do anything now; else its key says why not."""
        return True

    async def on_key_bar_key_clicked(self, message: KeyBar.KeyClicked) -> None:
        """A key on the bar was clicked: the same as pressing it."""
        await self.run_command(message.action)

    async def run_command(self, action: str) -> None:
        """Run a command by its name."""
        node = self if hasattr(self, f"action_{action}") else self.app
        await self.app.run_action(action, node)

    def keyed(self, words: str) -> str:
        """Words with the keys of the commands that they name, as they are now bound: "{undo} takes it back"."""
        return keyed(words, self.host.keys_changed)

    def ask(self, screen: Screen[T | None], then: Callable[[T], None]) -> None:
        """Push a dialog; `then` gets its answer, unless Esc closed it."""

        def answered(answer: T | None) -> None:
            if answer is not None:
                then(answer)

        self.app.push_screen(screen, answered)


__all__ = ["WorkScreen", "pretty_key"]
