"""How the C library keeps memory, for programs of which many run beside each other; other libraries do not read it."""

from __future__ import annotations

import os

_SPARING = {
    # a pool for each thread keeps what its thread once needed: ten megabytes of a session
    "MALLOC_ARENA_MAX": "1",
    # arrays are given back when they are let go of, also those behind which something small was put
    "MALLOC_MMAP_THRESHOLD_": "65536",
    "MALLOC_TRIM_THRESHOLD_": "65536",
}


def sparing() -> dict[str, str]:
    """Variables to add to the environment that such a program is started in; what the user has set stays."""
    return {name: value for name, value in _SPARING.items() if name not in os.environ}
