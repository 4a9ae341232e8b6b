"""The docs say what the program does: generated pages are current, links lead somewhere, commands exist."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

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


def test_every_command_of_the_readme_exists() -> None:
    from workbench.cli.program import COMMANDS

    used = set(re.findall(r"^(?:\.venv/bin/)?workbench ([a-z]+)", (TOP / "README.md").read_text(), re.MULTILINE))
    assert used
    assert used <= set(COMMANDS)


def test_the_arithmetic_of_large_collections_is_what_its_command_prints() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.sizing"], capture_output=True, text=True, check=True, cwd=TOP
    )
    page = (TOP / "docs" / "scaling.md").read_text(encoding="utf-8")
    assert all(table in page for table in done.stdout.strip().split("\n\n"))
