"""The keys of one screen: its commands, what they are bound to, which of them stand on the key bar."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from workbench.tui.commands.registry import Command, Scope, keys_of
from workbench.tui.commands.table import COMMANDS

BarKey = tuple[str, str, str]
"""A key, the word beside it, the action that a click runs."""


class ScreenKeys:
    """The commands of a screen and those of every screen, with their keys as they are bound now.

    Args:
        scope: The screen's.
        keymap: Keys that the configuration changes, by action.
        can: Whether a command can be used now.
        applies: Whether it would do anything, by its action.
    """

    def __init__(
        self,
        scope: Scope,
        keymap: Mapping[str, str],
        can: Callable[[Command], bool],
        applies: Callable[[str], bool],
    ) -> None:
        self.scope, self.keymap, self.can, self.applies = scope, keymap, can, applies
        self.taken: frozenset[str] = frozenset()
        """Characters that mean something else here than a command."""

    def commands(self) -> list[Command]:
        """In the order they are declared."""
        return [command for command in COMMANDS if command.scope in (self.scope, Scope.EVERYWHERE)]

    def of(self, command: Command) -> list[str]:
        """The keys of a command; the one to show comes first."""
        return [key for key in keys_of(command, self.keymap) if key not in self.taken]

    def on_bar(self) -> list[BarKey]:
        """What the key bar shows."""
        usable = (one for one in self.commands() if one.bar and self.can(one) and self.applies(one.action))
        return [(own[0], command.bar, command.action) for command in usable if (own := self.of(command))]

    def without_key(self) -> list[Command]:
        """Commands that have lost all their keys to what is taken."""
        return [command for command in self.commands() if command.keys and not self.of(command)]
