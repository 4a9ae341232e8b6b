"""Bounds that the operating system puts on a process."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

_SIGNAL_WHEN_PARENT_ENDS = 1
"""PR_SET_PDEATHSIG of prctl(2)."""


def bound_memory(size: int, ever: int | None = None) -> bool:
    """Let this process allocate no more than `size` bytes. False where the system cannot be asked to see to it.

    `ever` is what it may be allowed by a later call; without it that is `size`, too.
    """
    if resource is None or not hasattr(resource, "RLIMIT_DATA"):
        return False
    try:
        resource.setrlimit(resource.RLIMIT_DATA, (size, max(size, ever or 0)))
    except (OSError, ValueError):  # macOS knows the name, and refuses
        return False
    return True


def write_no_core() -> None:
    """See that a crash of this process leaves no image of its memory on the disk."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def end_with_parent() -> None:
    """See that this process ends when the one that started it does, whatever it is busy with.

    Where the system cannot be asked to see to it, a thread looks; a library that lets no thread work holds it up.
    """
    if sys.platform == "linux":
        import ctypes

        control = ctypes.CDLL(None, use_errno=True).prctl
        if control(_SIGNAL_WHEN_PARENT_ENDS, int(signal.SIGKILL), 0, 0, 0) == 0:
            return
    started_by = os.getppid()

    def look() -> None:
        while os.getppid() == started_by:
            time.sleep(1.0)
        os._exit(0)

    threading.Thread(target=look, daemon=True).start()


def heed_bounds() -> None:
    """Where the memory of this process is bounded from outside, let OpenBLAS begin without threads of its own.

    It makes them when it is loaded, and ends the process as Ctrl-C does where there is no room for one.
    """
    if resource is not None:
        bounds = (getattr(resource, name, None) for name in ("RLIMIT_AS", "RLIMIT_DATA"))
        if any(one is not None and resource.getrlimit(one)[0] != resource.RLIM_INFINITY for one in bounds):
            os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
