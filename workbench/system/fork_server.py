"""A process that has loaded a program's modules and forks one copy of itself for each that is asked for.

Copies share the memory of what was loaded until they change it, and begin without loading it again. Linux alone, where
a process can be held by a descriptor (`pidfd_open`), so that nobody ends another one by a number used again.

What it is asked comes over a socket of whole messages: a JSON object {argv, environment} with three descriptors, for
standard input, output and error. The answer is one byte, with a descriptor of the copy where there is one.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module

MOST_BYTES = 1 << 17
"""Of one message; who asks for more starts the program in another way."""


def _is_available() -> bool:
    """Whether this system holds a process by a descriptor; some that run programs in a box refuse to."""
    if sys.platform != "linux" or not hasattr(os, "pidfd_open"):
        return False
    try:
        os.close(os.pidfd_open(os.getpid()))
    except OSError:
        return False
    return True


AVAILABLE = _is_available()


def serve(descriptor: int, modules: Sequence[str]) -> bool:
    """Load the modules, then fork for each that asks, until the socket is closed.

    Gives True in a copy, whose arguments, environment and standard streams are those asked for; what comes after the
    call is its program. False in the process itself, at the end.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in the terminal of whoever serves is theirs to answer
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for a copy by its number
    for name in modules:
        import_module(name)
    gc.collect()
    gc.freeze()  # a collection in a copy would write into what it shares
    with socket.socket(fileno=descriptor) as asking:
        while True:
            message, streams, _, _ = socket.recv_fds(asking, MOST_BYTES, 3)
            if not message:
                return False
            if len(streams) == 3 and _is_copy(asking, streams):
                break
            for stream in streams:
                os.close(stream)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for stream, place in zip(streams, (0, 1, 2), strict=True):
        os.dup2(stream, place)
        os.close(stream)
    # those of before remember what kind of file stood behind them
    streams_now = {
        "stdin": os.fdopen(0, closefd=False),
        "stdout": os.fdopen(1, "w", closefd=False),
        "stderr": os.fdopen(2, "w", buffering=1, errors="backslashreplace", closefd=False),
    }
    for name, one in streams_now.items():
        setattr(sys, name, one)
        setattr(sys, f"__{name}__", one)
    asked = json.loads(message)
    sys.argv[1:] = asked["argv"]
    os.environ.clear()
    os.environ.update(asked["environment"])
    return True


def _is_copy(asking: socket.socket, streams: Sequence[int]) -> bool:
    """Fork, and tell who asked of the copy; whether this is the copy."""
    try:
        number = os.fork()
    except OSError:  # no room for one more: who asked is told by an answer with no descriptor
        with suppress(OSError):
            asking.send(b"-")
        return False
    if number == 0:
        return True
    try:
        held = os.pidfd_open(number)
    except OSError:  # it has ended already
        held = -1
    with suppress(OSError):  # who asked has ended
        socket.send_fds(asking, [b"+"], [held] if held >= 0 else [])
    if held >= 0:
        os.close(held)
    return False
