"""The docs say what the program does: generated pages are current, links lead somewhere, commands exist."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

TOP = Path(__file__).resolve().parents[1]
PAGES = [TOP / "README.md", TOP / "CONTRIBUTING.md", *sorted((TOP / "docs").rglob("*.md"))]


def test_generated_pages_are_current() -> None:
    done = subprocess.run(
        [sys.executable, TOP / "tools" / "reference.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(TOP)))
def test_links_to_files_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    missing = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert missing == []


def _commands(page: Path) -> Iterator[str]:
    """The commands of a page: lines of blocks of code, and between backticks, without their comments."""
    text = page.read_text(encoding="utf-8").replace("\\\n", " ")
    blocks = [*re.findall(r"^```.*?^```", text, re.MULTILINE | re.DOTALL), *re.findall(r"^    .*", text, re.MULTILINE)]
    lines = re.findall(r"^ *(?:\.venv/bin/)?workbench (.+)", "\n".join(blocks), re.MULTILINE)
    for line in [*lines, *re.findall(r"`workbench ((?!NAME)[^`\n]+)`", text)]:
        yield re.split(r"\s{2,}|\s#\s|\s[|>]\s", line)[0]


def _unknown(line: str) -> str | None:
    """The first word of a command that is no command or option of the program."""
    from workbench.cli.program import workbench

    command: click.Command = workbench
    context = click.Context(command)
    words = iter(shlex.split(line.replace("…", " ")))
    for word in words:
        if word.startswith("-") and word != "-":
            name, _, value = word.partition("=")
            option = next(
                (one for one in command.get_params(context) if name in (*one.opts, *one.secondary_opts)), None
            )
            if option is None and not re.fullmatch(r"-\d+", word):
                return word
            if isinstance(option, click.Option) and not option.is_flag and not value:
                next(words, None)
        elif isinstance(command, click.Group):
            below = command.get_command(context, word.rstrip(",.;:)"))
            if below is None:
                return None if "." in word or word.isupper() else word
            command, context = below, click.Context(below, parent=context)
    return None


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.name != "commands.md"], ids=lambda page: str(page.relative_to(TOP))
)
def test_commands_and_options_of_the_docs_exist(page: Path) -> None:
    assert {line: word for line in _commands(page) if (word := _unknown(line))} == {}


def test_the_readme_names_commands() -> None:
    assert len(list(_commands(TOP / "README.md"))) > 5


def test_the_arithmetic_of_large_collections_is_what_its_command_prints() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.sizing"], capture_output=True, text=True, check=True, cwd=TOP
    )
    page = (TOP / "docs" / "scaling.md").read_text(encoding="utf-8")
    assert all(table in page for table in done.stdout.strip().split("\n\n"))
