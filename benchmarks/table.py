"""Times as the benchmarks take and print them: wall clock, in rows of a Markdown table."""

from __future__ import annotations

import os
import platform
import statistics
import time
from collections.abc import Callable, Sequence

import numpy as np


def milliseconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    started = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - started)


def spread(times: Sequence[float]) -> str:
    """Median and 95th percentile of milliseconds, "none" of no times."""
    return f"{statistics.median(times):.1f} / {np.percentile(times, 95):.1f} ms" if len(times) else "none"


def machine() -> str:
    """What the figures are measured on, and how busy it is."""
    return f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"


def heading() -> None:
    """The machine, and the head of a table of two columns."""
    print(f"\n{machine()}\n\n| what | measured |\n| --- | --- |", flush=True)


def row(what: str, value: str) -> None:
    """One line of such a table."""
    print(f"| {what} | {value} |", flush=True)
