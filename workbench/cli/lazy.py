"""A command group that imports a command only when it is run: `workbench --help` stays instant.

Commands of plug-ins come after its own and cannot take their names.
"""

from __future__ import annotations

import importlib
from typing import Any

import click


class LazyGroup(click.Group):
    """A group that knows its commands as "module:attribute" with a line of help."""

    def __init__(
        self,
        *args: Any,
        commands_by_name: dict[str, tuple[str, str]] | None = None,
        takes_plugins: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.commands_by_name = commands_by_name or {}
        self.takes_plugins = takes_plugins

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order they are declared: the order of a day's work, not of the alphabet."""
        return [*self.commands_by_name, *super().list_commands(ctx), *self._of_plugins()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and give the command, None without one of this name."""
        if cmd_name not in self.commands_by_name:
            return super().get_command(ctx, cmd_name) or self._of_plugins().get(cmd_name)
        module, attribute = self.commands_by_name[cmd_name][0].split(":")
        command = getattr(importlib.import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

    def _of_plugins(self) -> dict[str, click.Command]:
        """The commands that plug-ins add to this group, by name."""
        if not self.takes_plugins:
            return {}
        from workbench.plugins import plugins

        found = (one for one in plugins().of("register_commands", click.Command) if one.name)
        return {str(one.name): one for one in found if one.name not in self.commands_by_name}

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any of them."""
        rows = [(name, line) for name, (_, line) in self.commands_by_name.items()]
        rows += [
            (name, command.get_short_help_str())
            for name in super().list_commands(ctx)
            if (command := super().get_command(ctx, name)) is not None
        ]
        rows += [(name, command.get_short_help_str()) for name, command in self._of_plugins().items()]
        if rows:
            with formatter.section("Commands"):
                formatter.write_dl(rows)
