"""The process itself: started by `serve`, and ended with it, however that ends."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from contextlib import suppress
from pathlib import Path

from workbench import __version__
from workbench.inference.meeting_place import MeetingPlace
from workbench.inference.server import InferenceServer
from workbench.services.inference.answering import Answers
from workbench.services.workspace import INDEX_NAME
from workbench.system.cores import cores
from workbench.system.limits import write_no_core

NICE = 5
"""Screens come before what is done behind them."""


def run(workspace: Path) -> None:
    """Serve a workspace until standard input ends: whoever started this holds its other end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever started this
    write_no_core()
    with suppress(OSError):
        os.nice(NICE)
    listening = MeetingPlace(workspace).listen()
    answers = Answers(workspace / INDEX_NAME)
    server = InferenceServer(answers.lanes(cores()), __version__, _complain)
    threading.Thread(target=answers.warm, daemon=True).start()

    async def serve() -> None:
        ended = asyncio.Event()
        loop = asyncio.get_running_loop()

        def watch() -> None:
            sys.stdin.buffer.read()
            loop.call_soon_threadsafe(ended.set)

        threading.Thread(target=watch, daemon=True).start()
        await server.serve(listening, ended)

    asyncio.run(serve())
    os._exit(0)  # what is under way nobody waits for, and it is in libraries that do not like to be left


def _complain(line: str) -> None:
    with suppress(OSError):
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()


def main() -> None:
    """Read the command line: the workspace's folder."""
    run(Path(sys.argv[1]))
