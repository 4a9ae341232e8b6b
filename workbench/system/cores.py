"""How many processor cores there are for this process."""

from __future__ import annotations

import os


def cores() -> int:
    """Cores this process may use; where the system does not say, cores of the machine."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1
