"""The command palette: everything of the registry that can be done now."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol, cast

from rich.text import Text
from textual.command import DiscoveryHit, Hit, Hits, Provider

from workbench.tui.commands.registry import Command
from workbench.tui.commands.screen_keys import ScreenKeys


class Commanded(Protocol):
    """A screen with commands."""

    keys: ScreenKeys

    def applies(self, action: str) -> bool:
        """Whether a command would do anything now."""

    async def action_do(self, action: str) -> None:
        """Run a command."""


class InFront(Protocol):
    """An application with such a screen in front."""

    front: Commanded | None


class RegistryProvider(Provider):
    """Finds commands by their title."""

    def _available(self, *, all_of_them: bool = False) -> list[tuple[str, str, Callable[[], object]]]:
        """Title, help and what runs it, of what would do anything now; or of all, for what does not says why."""
        screen = cast(InFront, self.app).front
        if screen is None:
            return []
        return [
            (_named(command, screen.keys), command.help, partial(screen.action_do, command.action))
            for command in screen.keys.commands()
            if command.action != "palette"
            and screen.keys.can(command)
            and (all_of_them or screen.applies(command.action))
        ]

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for title, help_text, run in self._available():
            yield DiscoveryHit(cast(str, Text(title)), run, text=title, help=help_text)

    async def search(self, query: str) -> Hits:
        """Those whose title or help matches, also those that do not apply now: whoever looks for one learns of it."""
        matcher = self.matcher(query)
        for title, help_text, run in self._available(all_of_them=True):
            score = max(matcher.match(title), matcher.match(help_text) / 2)  # "pdf" stands in no title
            if score > 0:
                yield Hit(score, matcher.highlight(title), run, text=title, help=help_text)


def _named(command: Command, keys: ScreenKeys) -> str:
    return f"{command.title}  {' '.join(keys.of(command)[:1])}"
