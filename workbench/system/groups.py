"""Groups of accounts of the machine."""

from __future__ import annotations

import importlib


def group_number(name: str) -> int | None:
    """The number of a group; None where the machine has none of this name, or no groups at all."""
    try:
        return int(importlib.import_module("grp").getgrnam(name).gr_gid)
    except (ImportError, KeyError):
        return None
