"""The command palette: everything of the registry that can be done now."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from rich.text import Text
from textual.command import DiscoveryHit, Hit, Hits, Provider

from workbench.tui.work_screen import WorkScreen


class RegistryProvider(Provider):
    """Finds commands by their title."""

    def _available(self) -> list[tuple[str, str, Callable[[], object]]]:
        screen = next((s for s in reversed(self.app.screen_stack) if isinstance(s, WorkScreen)), None)
        if screen is None:
            return []
        found: list[tuple[str, str, Callable[[], object]]] = []
        for command in screen.commands():
            if screen.can(command) and screen.applies(command.action) and command.action != "palette":
                keys = " ".join(screen.keys_for(command)[:1])
                found.append((f"{command.title}  {keys}", command.help(), partial(screen.run_command, command.action)))
        return found

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for title, help_text, run in self._available():
            yield DiscoveryHit(cast(str, Text(title)), run, text=title, help=help_text)

    async def search(self, query: str) -> Hits:
        """Those whose title matches."""
        matcher = self.matcher(query)
        for title, help_text, run in self._available():
            score = matcher.match(title)
            if score > 0:
                yield Hit(score, matcher.highlight(title), run, text=title, help=help_text)
