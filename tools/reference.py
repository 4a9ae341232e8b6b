"""Write docs/reference/commands.md from the program's own help (`make docs`); `--check` only compares."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from workbench.cli.main import COMMANDS, workbench

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "commands.md"
INTRODUCTION = """# Commands

Made from the program's own help by `make docs`. `workbench` without a command opens the terminal UI on the workspace.

Exit codes: 0 ok · 1 the check found problems · 2 usage or bad input · 3 index stale or damaged · 4 model unavailable · 130 interrupted.
"""


def page() -> str:
    """The whole page."""
    parts = [INTRODUCTION, _section(workbench, "workbench", 2)]
    for name in COMMANDS:
        parts.extend(_sections(name, workbench, "workbench", 2))
    return "\n".join(parts)


def _sections(name: str, group: click.Group, path: str, level: int) -> list[str]:
    context = click.Context(group, info_name=path)
    command = group.get_command(context, name)
    assert command is not None
    full = f"{path} {name}"
    parts = [_section(command, full, level)]
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            parts.extend(_sections(inner, command, full, level + 1))
    return parts


def _section(command: click.Command, path: str, level: int) -> str:
    context = click.Context(command, info_name=path, max_content_width=100, terminal_width=100)
    return f"{'#' * level} `{path}`\n\n```text\n{command.get_help(context)}\n```\n"


def main() -> int:
    """Write the page, or with --check tell whether it is up to date."""
    text = page()
    if "--check" in sys.argv:
        return 0 if PAGE.read_text(encoding="utf-8") == text else 1
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
