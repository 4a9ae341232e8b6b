"""A command that is killed leaves its work whole or undone; `python tools/fuzz.py --what kills` tries all of them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.record.kills import Killing, newsroom

SHORT = (
    "init",
    "verdict",
    "import decisions",
    "review publish",
    "claim split",
    "undo",
    "head",
    "setting",
    "restore",
    "redo",
    "model add",
    "collection detach",
    "suggest",
    "export --format html",
)


@pytest.fixture(scope="module")
def killing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Killing]:
    folder: Path = tmp_path_factory.mktemp("kills")
    (folder / "room").mkdir()
    with newsroom(folder / "room") as made:
        yield Killing(made, folder / "place")


@pytest.mark.parametrize("words", SHORT)
def test_a_killed_command_leaves_nothing_half_done(killing: Killing, words: str) -> None:
    command = next(one for one in killing.commands if " ".join(one.words).startswith(words))
    for seed in range(3):
        assert killing.one(random.Random(seed), command) == ""


def test_every_command_that_writes_is_among_them(killing: Killing) -> None:
    """What is not: those that only show, the terminal, servers, and what is written through them."""
    from workbench.cli.program import COMMANDS

    tried = {one.words[0] for one in killing.commands} | {" ".join(one.words[:2]) for one in killing.commands}
    shows = {"search", "stance", "history", "stats", "plugins", "evaluate", "completion", "serve", "verify", "mcp",
             "receive", "inbox"}  # fmt: skip
    assert set(COMMANDS) - shows <= {word.split()[0] for word in tried}
