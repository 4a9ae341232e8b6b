"""The process in which hostile formats are parsed: `python -P -m workbench.ingest.worker FD`.

It may allocate only so much memory, writes no core, talks through one socket and ends when that is closed.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
import time
from multiprocessing.connection import Connection

from workbench.ingest import pulse
from workbench.ingest.item import Item
from workbench.ingest.kinds import guarded
from workbench.ingest.options import UnreadableError

BEAT_SECONDS = 0.5


def serve(connection: Connection) -> None:
    """Parse item after item until the other end is closed."""
    last = 0.0

    def tell_alive() -> None:
        nonlocal last
        if time.monotonic() - last > BEAT_SECONDS:
            last = time.monotonic()
            connection.send(("alive", None))

    pulse.listen(tell_alive)
    limited = False
    while True:
        try:
            item: Item = connection.recv()
        except EOFError:
            return
        if not limited:
            memory = item.options.limits.memory
            resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
            limited = True
        try:
            for entry in guarded(item):
                connection.send(("entry", entry))
            connection.send(("done", None))
        except UnreadableError as error:
            connection.send(("failed", str(error)))


def main() -> None:
    """Serve the connection whose file descriptor the first argument names."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        serve(Connection(int(sys.argv[1])))
    except (BrokenPipeError, ConnectionResetError):
        pass
    except MemoryError:
        os._exit(1)


if __name__ == "__main__":
    main()
