"""Write the reference pages (commands, claims.db, keys) from the program (`make docs`); `--check` only compares."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ["COLUMNS"] = "100"  # the width of the help texts, whatever the terminal's

import click

from workbench.cli.program import COMMANDS, workbench
from workbench.store.database import DATABASE_NAME, Database
from workbench.tui.commands import table
from workbench.tui.commands.registry import reference

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "reference"

COMMANDS_HEAD = """# Commands

Made from the program's own help by `make docs`.
`workbench` without a command opens the terminal UI on the workspace.

Exit codes: 0 ok · 1 the check found problems · 2 usage or bad input · 3 index stale or damaged · 4 a model or
another part of the installation is missing · 70 the program itself failed · 130 interrupted (143 or 129 when
SIGTERM or SIGHUP ended it).
"""

DATABASE_HEAD = """# claims.db

Made from the migrations by `make docs`.

SQLite in write-ahead mode. Every offset is in code points of the text it points into, end excluded; every time is UTC
in ISO 8601; JSON columns hold compact JSON. `verdicts` and `events` are append-only: triggers refuse UPDATE and DELETE.
Read it with any SQLite tool; write it only through the workbench, which records who did what.
"""


def pages() -> dict[Path, str]:
    """Every generated page with its text."""
    return {
        FOLDER / "commands.md": _commands(),
        FOLDER / "database.md": _database(),
        FOLDER / "keys.md": reference(table.COMMANDS),
    }


def _commands() -> str:
    parts = [COMMANDS_HEAD, _section(workbench, "workbench", 2)]
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


def _database() -> str:
    with tempfile.TemporaryDirectory() as folder:
        database = Database.create(Path(folder) / DATABASE_NAME)
        rows = database.rows(
            "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'trigger') AND sql IS NOT NULL "
            "AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_sqlite%' ESCAPE '\\' "
            "AND name NOT LIKE 'passages\\_fts\\_%' ESCAPE '\\' ORDER BY type, rowid"
        )
        database.close()
    return DATABASE_HEAD + "".join(f"\n## `{row['name']}`\n\n```sql\n{row['sql']}\n```\n" for row in rows)


def main() -> int:
    """Write the pages, or with --check tell which are out of date."""
    stale = 0
    for path, text in pages().items():
        if "--check" not in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif path.read_text(encoding="utf-8") != text:
            print(f"{path.name} is out of date: make docs", file=sys.stderr)
            stale += 1
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
