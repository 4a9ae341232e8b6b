"""`workbench serve`, the real program: what a browser types over its socket becomes a verdict."""

from __future__ import annotations

import asyncio
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse, CookieJar, WSMsgType, WSServerHandshakeError

from workbench.services.review.review import record_of
from workbench.services.workspace import Workspace
from workbench.tui.runtime.saved_session import SavedSession, save_session

PATIENCE = 120.0
"""Seconds to wait for something that has to come; a busy machine is slow, a wrong program never answers."""


def programs(path: Path) -> set[int]:
    """Processes that work on a workspace: told to, or with a file of it open."""
    place = path.resolve()
    words = f"--workspace\0{place}\0".encode()
    found = set()
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has ended meanwhile
            told = words in (entry / "cmdline").read_bytes()
            if told or any(place in one.readlink().parents for one in (entry / "fd").iterdir()):
                found.add(int(entry.name))
    return found


@asynccontextmanager
async def served(path: Path, end: signal.Signals = signal.SIGINT) -> AsyncIterator[str]:
    """The address that `workbench serve` prints, token included; the program ends by Ctrl-C, or as told."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-c", "from workbench.cli.main import run; run()", "--workspace", str(path)]
    process = await asyncio.create_subprocess_exec(
        *command, "--reviewer", "ann", "serve", "--port", str(port), stdout=subprocess.PIPE, start_new_session=True
    )
    try:
        assert process.stdout is not None
        yield (await process.stdout.readline()).decode().strip()
    finally:
        process.send_signal(end)
        async with asyncio.timeout(PATIENCE):
            await process.communicate()


class Screen:
    """The end of the socket that a browser has."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self.socket, self.seen = socket, b""

    async def type(self, keys: str) -> None:
        """Press keys."""
        await self.socket.send_json(["stdin", keys])

    async def until_shown(self, words: str) -> None:
        """Wait until words were painted since the last wait."""
        self.seen = b""
        async with asyncio.timeout(PATIENCE):
            while words.encode() not in self.seen:
                message = await self.socket.receive()
                assert message.type is WSMsgType.BINARY, self.seen[-2000:]
                self.seen += message.data
                import re

                print(repr(re.sub(rb"\x1b\[[0-9;?]*[a-zA-Z]", b"|", message.data))[:1500])


async def test_a_verdict_is_given_through_the_browsers_socket(desk: Path) -> None:
    """Without the token neither page nor socket; with it a rating, its reason and Enter are a verdict in claims.db."""
    save_session(desk, SavedSession(article_id=1, toured=True))
    async with served(desk) as address, ClientSession(cookie_jar=CookieJar(unsafe=True)) as browser:
        page, _, token = address.partition("?token=")
        assert token
        for query in ("", "?token=wrong"):
            async with browser.get(page + query) as refused:
                assert refused.status == 403
            with pytest.raises(WSServerHandshakeError, match="403"):
                await browser.ws_connect(f"{page}ws{query}")
        async with browser.get(address) as answer:
            assert answer.status == 200
            assert "textual-terminal" in await answer.text()
        async with browser.ws_connect(f"{page}ws?width=100&height=30", origin=page.rstrip("/")) as one:
            screen = Screen(one)
            await screen.until_shown("Thousands of troops")
            await screen.type("j")
            await screen.until_shown("worth checking .41")
            await screen.type("1")
            await screen.until_shown("keeps")
            await screen.type("r")
            await screen.until_shown("Ctrl+S")
            await screen.type("\x01\x0bOnly read in a browser.\x13")  # Ctrl+A, Ctrl+K: the line is empty
            await screen.until_shown("Kept")
    with Workspace.open(desk, reviewer="ann") as workspace:
        given = record_of(workspace, 2).standing
        assert given is not None
        assert (given.rating, given.rationale) == ("False", "Only read in a browser.")


async def test_sessions_end_with_the_server(desk: Path) -> None:
    """Also when it is killed while a browser looks on: no program is left behind on the workspace."""
    save_session(desk, SavedSession(article_id=1, toured=True))
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as browser:
        async with served(desk, signal.SIGKILL) as address:
            page, _, _ = address.partition("?token=")
            async with browser.get(address) as answer:
                assert answer.status == 200
            one = await browser.ws_connect(f"{page}ws?width=100&height=30", origin=page.rstrip("/"))
            await Screen(one).until_shown("Thousands of troops")
            assert len(programs(desk)) >= 2
        async with asyncio.timeout(PATIENCE):
            while programs(desk):  # noqa: ASYNC110
                await asyncio.sleep(0.05)
        await one.close()
