"""Shuts the machine out: session files and configuration of the test alone; and waits no longer than there is work."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual._context import active_app

from tests.tui.desk import make_workspace

WINDOW = 0.005
"""Seconds between two looks at whether there is still work."""
TURNS = 40
"""Turns of the event loop that come first: a process that is given no time does next to nothing too."""


async def until_idle(min_sleep: float = WINDOW, max_sleep: float = 1.0) -> None:
    """Wait until no widget has a message left and this process does next to nothing, `max_sleep` seconds at most.

    Textual's own (`textual._wait.wait_for_idle`) asks the processor's time alone, and in windows four times as long:
    two of them a key were most of the time that these tests took.
    """
    app, began = active_app.get(None), time.monotonic()
    while True:
        for _ in range(TURNS):
            await asyncio.sleep(0)
        spent = time.process_time()
        await asyncio.sleep(WINDOW)
        idle = time.process_time() - spent < WINDOW / 10
        waited = time.monotonic() - began
        left = app is not None and any(node.message_queue_size for node in tuple(app._registry))
        if waited >= max_sleep or (idle and not left and waited >= min_sleep):
            return


@pytest.fixture(autouse=True, scope="session")
def _waits_for_work() -> Iterator[None]:
    """Every pilot waits so, also that of the snapshots."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual.app.wait_for_idle", until_idle)
        patch.setattr("textual.pilot.wait_for_idle", until_idle)
        yield


@pytest.fixture(autouse=True)
def own_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the user's own settings is read or written."""
    monkeypatch.setenv("WORKBENCH_STATE", str(tmp_path / "state"))
    (tmp_path / "config.toml").touch()
    monkeypatch.setenv("WORKBENCH_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A workspace with one article."""
    path = tmp_path / "newsroom"
    make_workspace(path).close()
    return path


@pytest.fixture
def full_desk(tmp_path: Path) -> Path:
    """A workspace with three articles."""
    path = tmp_path / "newsroom"
    make_workspace(path, articles=3).close()
    return path
