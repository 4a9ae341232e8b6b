"""One terminal in a browser: its process, and bounds on what the browser may ask of it."""

from __future__ import annotations

import asyncio
import json
import shlex
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from types import MappingProxyType
from typing import Any, cast

from aiohttp import WSMsgType, web
from textual_serve.app_service import AppService

from workbench.cli.forked_sessions import ForkServer

WIDTHS = range(20, 1001)
"""Columns a terminal may have; a screen of 8,000 pixels in the smallest letters has 800."""
HEIGHTS = range(5, 401)
"""Rows a terminal may have."""
MOST_BYTES = 1 << 20
"""Bytes of one message; a longer one ends the session."""
BURST, RATE = 2000.0, 500.0
"""Units of work that may come at once, and in a second on average: what comes faster waits."""
_BYTES_A_UNIT = 500
_RESIZE_UNITS = 20.0  # everything is laid out and drawn again
GRACE_SECONDS = 10.0
"""How long a program may take to end before it is killed."""


def clamped(width: object, height: object) -> tuple[int, int]:
    """The size of a terminal, as near to what is asked for as may be; what is no number is 80 × 24."""
    return _clamp(width, WIDTHS, 80), _clamp(height, HEIGHTS, 24)


def _clamp(value: object, within: range, default: int) -> int:
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10:
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        return default
    return min(max(value, within.start), within.stop - 1)


class Pace:
    """A bucket of work that refills: bursts pass, and what would go on faster than it refills waits."""

    def __init__(self, burst: float, rate: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._burst, self._rate, self._clock = burst, rate, clock
        self._left, self._at = burst, clock()

    def wait(self, units: float) -> float:
        """Seconds to wait before work of so many units."""
        now = self._clock()
        self._left = min(self._burst, self._left + (now - self._at) * self._rate) - units
        self._at = now
        return max(0.0, -self._left / self._rate)


def parsed(text: str) -> tuple[str, Any] | None:
    """What a message of the page says: its name and what it carries; None for anything else."""
    try:
        envelope = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(envelope, list) or not envelope or not isinstance(envelope[0], str):
        return None
    return envelope[0], envelope[1] if len(envelope) > 1 else None


class TerminalProcess(AppService):
    """The program behind one terminal; started without a shell, and gone once the session has ended."""

    environment: Mapping[str, str] = MappingProxyType({})
    """What its environment has beside that of this program."""

    forks: ForkServer | None = None
    """What begins it as a copy of a process that has loaded the program, where that can be."""
    arguments: Sequence[str] = ()
    """What stands behind the program's name then."""

    async def _open_app_process(self, width: int = 80, height: int = 24) -> asyncio.subprocess.Process:
        environment = {**self._build_environment(width=width, height=height), **self.environment}
        forked = None if self.forks is None else await self.forks.start(self.arguments, environment)
        if forked is not None:
            self._process = cast(asyncio.subprocess.Process, forked)
        else:
            pipe = asyncio.subprocess.PIPE
            self._process = await asyncio.create_subprocess_exec(
                *shlex.split(self.command), stdin=pipe, stdout=pipe, stderr=pipe, env=environment
            )
        self._stdin = self._process.stdin
        return self._process

    async def end(self, seconds: float = GRACE_SECONDS) -> None:
        """End the program, by force where it does not end within so many seconds."""
        if self._process is None:
            return
        # not cancelled but waited for: what it awaits swallows a cancellation
        ending = asyncio.create_task(self.stop())
        try:
            await asyncio.wait({ending}, timeout=seconds)
        finally:  # also where the server itself ends meanwhile: no program outlives its session
            if not ending.done():
                with suppress(ProcessLookupError):  # it has ended just now
                    self._process.kill()
            await ending
            await self._process.wait()

    async def do(self, what: str, content: Any) -> None:
        """Pass on what the page says; what it cannot mean is left out."""
        if what == "stdin" and isinstance(content, str):
            await self.send_bytes(content.encode("utf-8", "replace"))
        elif what == "resize" and isinstance(content, dict):
            await self.set_terminal_size(*clamped(content.get("width"), content.get("height")))
        elif what == "blur":
            await self.blur()
        elif what == "focus":
            await self.focus()


async def converse(websocket: web.WebSocketResponse, process: TerminalProcess) -> None:
    """Pass on what a page says, at a pace, until it goes."""
    pace = Pace(BURST, RATE)
    async for message in websocket:
        if message.type is not WSMsgType.TEXT:
            continue
        said = parsed(message.data)
        if said is None:
            continue
        what, content = said
        units = 1 + len(message.data) / _BYTES_A_UNIT + (_RESIZE_UNITS if what == "resize" else 0)
        if seconds := pace.wait(units):
            await asyncio.sleep(seconds)
        if what == "ping" and isinstance(content, int | float | str):
            await websocket.send_json(["pong", content])
        else:
            await process.do(what, content)
