"""A server of a test's own in a thread of the test, and the folder in which it is met."""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from workbench.inference.meeting_place import MeetingPlace
from workbench.inference.server import Handler, InferenceServer, WorkLane


@contextmanager
def short_folder(patch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for what runs whose name is short enough for a socket; those of tests are not."""
    folder = Path(tempfile.mkdtemp(prefix="wb"))
    patch.setenv("XDG_RUNTIME_DIR", str(folder))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


@contextmanager
def serving(
    place: MeetingPlace,
    handlers: Mapping[str, Handler],
    *,
    version: str = "1",
    said: list[str] | None = None,
    held: int | None = None,
) -> Iterator[InferenceServer]:
    """Hold the place, where it is not held, and answer there until the end of the block."""
    held = place.hold() if held is None else held
    assert held is not None
    listening = place.listen()
    server = InferenceServer([WorkLane(handlers, 1)], version, (said if said is not None else []).append)
    begun = threading.Event()
    loops: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []

    async def serve() -> None:
        ended = asyncio.Event()
        loops.append((asyncio.get_running_loop(), ended))
        begun.set()
        await server.serve(listening, ended)

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    begun.wait()
    try:
        yield server
    finally:
        loop, ended = loops[0]
        loop.call_soon_threadsafe(ended.set)
        thread.join()
        place.socket.unlink(missing_ok=True)
        os.close(held)
