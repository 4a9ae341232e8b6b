"""Bounds that the operating system puts on a process."""

from __future__ import annotations

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
