"""Sessions of the desk as copies of one process that has loaded the program: they share its memory and begin at once.

Where the system has no such thing, or it fails, each session is a program of its own.
"""

from __future__ import annotations

import asyncio
import io
import json
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from threading import Lock

from workbench.system.fork_server import AVAILABLE, MOST_BYTES

MODULES = (
    "workbench.cli.program",
    "workbench.tui.app",
    "textual.drivers.web_driver",
    "textual.layouts.horizontal",
    "textual.scrollbar",
    "workbench.index.opened",
    "workbench.index.lexical",
    "workbench.inference.client",
    "workbench.ingest.reader",
    "workbench.services.articles.stored_articles",
    "workbench.services.claims.claim_wording",
    "workbench.services.search.search",
    "workbench.services.search.stance",
    "workbench.services.search.says_something",
    "workbench.services.search.already_checked",
    "workbench.services.review.newer_versions",
    "workbench.inference.shared_models",
    "workbench.tui.desk.screen",
    "workbench.tui.dialogs.help",
    "workbench.tui.review.screen",
)
"""What every session loads sooner or later; each brings what it needs."""
PROGRAM = """
from workbench.system.fork_server import serve
if serve({descriptor}, {modules}):
    from workbench.cli.main import run
    run()
"""
START_SECONDS = 60.0
"""How long the modules may take to load."""
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1"}
"""A process with threads cannot be copied safely; models have a process of their own."""


class ForkedProcess:
    """One copy: the part of `asyncio.subprocess.Process` that the session of a terminal needs."""

    def __init__(self, held: io.FileIO) -> None:
        """Take over what holds the copy."""
        self._held = held
        self._ended = asyncio.Event()
        self.stdin: asyncio.StreamWriter
        self.stdout: asyncio.StreamReader
        self.stderr: asyncio.StreamReader
        self._errors: asyncio.StreamWriter

    async def connect(self, output: socket.socket, errors: socket.socket) -> None:
        """Open our ends of its streams."""
        self.stdout, self.stdin = await asyncio.open_unix_connection(sock=output)
        self.stderr, self._errors = await asyncio.open_unix_connection(sock=errors)
        asyncio.get_running_loop().add_reader(self._held, self._note_end)

    def _note_end(self) -> None:
        asyncio.get_running_loop().remove_reader(self._held)
        self._held.close()
        self._ended.set()

    def kill(self) -> None:
        """End it by force.

        Raises:
            ProcessLookupError: It has ended.
        """
        if self._held.closed:
            raise ProcessLookupError("it has ended")
        signal.pidfd_send_signal(self._held.fileno(), signal.SIGKILL)

    async def wait(self) -> None:
        """Wait until it has ended, and close its streams."""
        await self._ended.wait()
        for writer in (self.stdin, self._errors):
            writer.close()
            with suppress(OSError):  # what it had not read yet is lost with it
                await writer.wait_closed()


class ForkServer:
    """Starts sessions as copies of one process, which is begun with the first of them and again when it has ended."""

    def __init__(self, modules: Sequence[str] = MODULES) -> None:
        """Nothing is started yet."""
        self._modules = list(modules)
        self._asking: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._one_at_a_time = Lock()

    async def start(self, arguments: Sequence[str], environment: Mapping[str, str]) -> ForkedProcess | None:
        """A session with these arguments behind the program's name; None where it has to be started in another way."""
        message = json.dumps({"argv": list(arguments), "environment": dict(environment)}).encode("ascii")
        if not AVAILABLE or len(message) > MOST_BYTES:
            return None
        made = await asyncio.to_thread(self._copy, message, environment)
        if made is None:
            return None
        held, output, errors = made
        process = ForkedProcess(held)
        await process.connect(output, errors)
        return process

    def close(self) -> None:
        """End the process; the copies go on."""
        if self._asking is not None:
            self._asking.close()
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._asking = self._process = None

    def _copy(
        self, message: bytes, environment: Mapping[str, str]
    ) -> tuple[io.FileIO, socket.socket, socket.socket] | None:
        """In a thread: what holds a copy, and our ends of its input with output, and of its errors."""
        with self._one_at_a_time:
            (output, of_output), (errors, of_errors) = socket.socketpair(), socket.socketpair()
            try:
                asking = self._begun(environment)
                with of_output, of_errors:
                    streams = [of_output.fileno(), of_output.fileno(), of_errors.fileno()]
                    socket.send_fds(asking, [message], streams)
                answer, held, _, _ = socket.recv_fds(asking, 1, 1)
                if held:
                    return io.FileIO(held[0]), output, errors
                if not answer:  # the process has ended
                    self.close()
            except OSError:
                self.close()
            for one in (output, errors):
                one.close()
            return None

    def _begun(self, environment: Mapping[str, str]) -> socket.socket:
        """The socket of the process, started where it is not there."""
        if self._asking is None:
            self._asking, theirs = socket.socketpair(type=socket.SOCK_SEQPACKET)
            self._asking.settimeout(START_SECONDS)
            program = PROGRAM.format(descriptor=theirs.fileno(), modules=self._modules)
            with theirs:
                # -P: a file of the folder one stands in must never be imported in place of a library
                self._process = subprocess.Popen(
                    [sys.executable, "-P", "-c", program],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    pass_fds=[theirs.fileno()],
                    env={**environment, **_ONE_THREAD},
                )
        return self._asking
