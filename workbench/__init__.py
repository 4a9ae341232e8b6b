"""A workbench for checking the factual claims of a news article against evidence of one's own.

`workbench.open` and `workbench.split` are the public API (docs/python-api.md); it is imported when it is first used.
"""

from __future__ import annotations

import os

# onnxruntime (1.29 and later) tells its makers about each process and its models unless this stands before it is
# loaded (https://github.com/microsoft/onnxruntime/pull/27379). Nothing leaves the machine unasked, whatever is set.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

TYPE_CHECKING = False  # as in `typing`, which takes longer to import than Ctrl-C at the start may wait
if TYPE_CHECKING:
    from typing import Any

    from workbench.api import Desk, open, split
    from workbench.domain.errors import WorkbenchError
    from workbench.plugins import hookimpl

__version__ = "0.1.0"
__all__ = ["Desk", "WorkbenchError", "__version__", "hookimpl", "open", "split"]

_HOMES = {
    "Desk": "workbench.api",
    "open": "workbench.api",
    "split": "workbench.api",
    "WorkbenchError": "workbench.domain.errors",
    "hookimpl": "workbench.plugins",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_HOMES[name]), name)
