"""Bounds that the operating system puts on a process."""

from __future__ import annotations

import os

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]


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


def heed_bounds() -> None:
    """Where the memory of this process is bounded from outside, let OpenBLAS begin without threads of its own.

    It makes them when it is loaded, and ends the process as Ctrl-C does where there is no room for one.
    """
    if resource is not None:
        bounds = (getattr(resource, name, None) for name in ("RLIMIT_AS", "RLIMIT_DATA"))
        if any(one is not None and resource.getrlimit(one)[0] != resource.RLIM_INFINITY for one in bounds):
            os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
