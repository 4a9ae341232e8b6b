"""The process in which hostile formats are parsed: `python -P -m workbench.ingest.worker FD`.

It may allocate only so much memory, writes no core, has no network, talks through one socket and ends when that is
closed.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from multiprocessing.connection import Connection

from workbench.ingest import heartbeat
from workbench.ingest.allowance import interruptible, uninterrupted
from workbench.ingest.file_kinds import guarded
from workbench.ingest.item import Item
from workbench.ingest.options import MissingReaderError, UnreadableError
from workbench.ingest.pictures import memory_for
from workbench.system.limits import bound_memory, write_no_core
from workbench.system.network import give_up_network

BEAT_SECONDS = 0.5
LOOK_SECONDS = 5.0


def serve(connection: Connection) -> None:
    """Parse item after item until the other end is closed."""
    last = 0.0

    def tell_alive(reached: heartbeat.Reached | heartbeat.Member | None) -> None:
        nonlocal last
        if isinstance(reached, heartbeat.Member):
            with uninterrupted():
                connection.send(("member", reached))
            return
        if time.monotonic() - last > BEAT_SECONDS or (reached and not reached[0]):
            last = time.monotonic()
            with uninterrupted():
                connection.send(("alive", reached))

    heartbeat.listen(tell_alive)
    limit = 0
    while True:
        try:
            item: Item = connection.recv()
        except EOFError:
            return
        if (wanted := memory_for(item)) > limit:
            limit = wanted  # what was loaded to read pictures stays loaded
            most = item.options.limits
            bound_memory(limit, max(most.picture_memory, most.recording_memory))
        try:
            for entry in guarded(item):
                connection.send(("entry", entry))
            connection.send(("done", None))
        except MissingReaderError as error:
            connection.send(("lacking", str(error)))
        except UnreadableError as error:
            connection.send(("failed", str(error)))


def _end_with(parent: int) -> None:
    """End this process soon after the program that started it is gone, even in the middle of a file."""

    def look(signum: int, frame: object) -> None:
        if os.getppid() != parent:
            os._exit(1)

    signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, LOOK_SECONDS, LOOK_SECONDS)


def main() -> None:
    """Serve the connection whose file descriptor the first argument names."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    write_no_core()
    give_up_network()
    _end_with(os.getppid())
    interruptible()
    try:
        serve(Connection(int(sys.argv[1])))
    except (BrokenPipeError, ConnectionResetError):
        pass
    except MemoryError:
        os._exit(1)


if __name__ == "__main__":
    main()
