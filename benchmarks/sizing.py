"""What a million to a thousand million passages cost, on paper: `python -m benchmarks.sizing`.

Every number that goes in is one that another command here printed, or is said not to be measured; what comes out is
that number times the passages. Prints two Markdown tables: what goes in, and what follows.
"""

from __future__ import annotations

from typing import NamedTuple

SIZES = (10**6, 10**7, 10**8, 10**9)


class Input(NamedTuple):
    """A number that goes in: its value, what it is, and where it comes from."""

    value: float
    what: str
    source: str


INDEX = Input(
    1_500, "bytes of `index/` a passage", "`benchmarks.many_desks --words 60`, 200,000 passages of made-up words"
)
RECORD = Input(1_520, "bytes of `claims.db` a passage, words and source", "the same")
PEAK = Input(1_760, "bytes of memory a passage while reindexing", "`benchmarks.million`: 1.76 GB")
BUILD = Input(91e-6, "seconds a passage to reindex, without encoding", "`benchmarks.million`: 91 s")
UPDATE = Input(18.5e-6, "seconds a passage held to take in 1 % more, without encoding", "`benchmarks.million`: 18.5 s")
WORDS = Input(31e-6, "ms a passage held for a search by words (p95)", "`benchmarks.million`: 31.1 ms, everyday words")
MEANING = Input(8.8e-6, "ms a passage held for a search by meaning (p95)", "`benchmarks.million`: 8.8 ms")
SESSION = Input(12, "bytes a passage held by each session", "the code: 8 for its row, 4 for its length")
SCRATCH = Input(4, "bytes a passage while a session searches by words", "the code: one float32")
CORE = Input(77, "passages a second and core, float32", "`benchmarks.encoding`: 154.6 on two threads")
CORE_INT8 = Input(108, "passages a second and core, int8", "`benchmarks.encoding`: 216.9 on two threads")
GPU = Input(1_000, "passages a second and GPU", "**not measured**, none was at hand: a number to divide by")
ROW = Input(3_947, "bytes a passage in Milvus Lite on the disk", "`benchmarks.shared_quality`, 687 passages")
VECTOR = Input(
    1_536, "bytes of a vector in the memory of an engine", "384 × 4; graph and words come on top, **not measured**"
)
NODE = Input(
    48e9, "bytes of vectors that a node with 64 GB holds", "**not measured**: a quarter is left to everything else"
)
CORES = 16
"""Of the machine that encodes in the table."""


def size(count: float) -> str:
    """Bytes, rounded as far as such arithmetic carries."""
    for unit, name in ((1e12, "TB"), (1e9, "GB"), (1e6, "MB")):
        if count >= unit:
            return f"{count / unit:.2g} {name}" if count < 10 * unit else f"{count / unit:.0f} {name}"
    return f"{count:.0f} B"


def spell(seconds: float) -> str:
    """A time, in the unit in which one speaks of it."""
    for unit, name in ((86_400, "days"), (3_600, "h"), (60, "min")):
        if seconds >= 2 * unit:
            return f"{seconds / unit:.0f} {name}"
    return f"{seconds:.1f} s" if seconds < 10 else f"{seconds:.0f} s"


def latency(milliseconds: float) -> str:
    """Milliseconds, or seconds where that is long."""
    return f"{milliseconds:.0f} ms" if milliseconds < 1_000 else f"{milliseconds / 1000:.0f} s"


def rows() -> list[tuple[str, list[str]]]:
    """What follows, line by line, for each size."""
    tenth = 0.01
    return [
        (
            "disk, in a workspace: `index/` + `claims.db`",
            [f"{size(n * INDEX.value)} + {size(n * RECORD.value)}" for n in SIZES],
        ),
        ("memory while reindexing", [size(n * PEAK.value) for n in SIZES]),
        (
            "memory of each session beside its 50 MB",
            [f"{size(n * SESSION.value)}, searching {size(n * SCRATCH.value)} more" for n in SIZES],
        ),
        ("search by words, p95, one core", [latency(n * WORDS.value) for n in SIZES]),
        ("search by meaning, p95, one core", [latency(n * MEANING.value) for n in SIZES]),
        (
            "encode all, one core, float32 / int8",
            [f"{spell(n / CORE.value)} / {spell(n / CORE_INT8.value)}" for n in SIZES],
        ),
        (f"encode all, {CORES} cores, int8", [spell(n / CORE_INT8.value / CORES) for n in SIZES]),
        ("encode all, one GPU at 1,000 a second", [spell(n / GPU.value) for n in SIZES]),
        ("reindex beside that", [spell(n * BUILD.value) for n in SIZES]),
        (
            "a night's update of 1 %: encode on two cores, int8, + reindex",
            [f"{spell(tenth * n / CORE_INT8.value / 2)} + {spell(n * UPDATE.value)}" for n in SIZES],
        ),
        ("disk, in an engine", [size(n * ROW.value) for n in SIZES]),
        ("vectors in the memory of an engine", [size(n * VECTOR.value) for n in SIZES]),
        ("nodes of 64 GB for them", [str(max(1, -int(-n * VECTOR.value // NODE.value))) for n in SIZES]),
    ]


def main() -> None:
    """Print both tables."""
    print("| goes in | value | from |\n| --- | ---: | --- |")
    for one in (
        INDEX,
        RECORD,
        PEAK,
        BUILD,
        UPDATE,
        WORDS,
        MEANING,
        SESSION,
        SCRATCH,
        CORE,
        CORE_INT8,
        GPU,
        ROW,
        VECTOR,
        NODE,
    ):
        value = f"{one.value:,.0f}" if one.value >= 1 and one.value < 1e6 else f"{one.value:.3g}"
        print(f"| {one.what} | {value} | {one.source} |")
    print("\n| passages | " + " | ".join(f"10^{len(str(n)) - 1}" for n in SIZES) + " |")
    print("| --- |" + " ---: |" * len(SIZES))
    for what, values in rows():
        print(f"| {what} | " + " | ".join(values) + " |")


if __name__ == "__main__":
    main()
