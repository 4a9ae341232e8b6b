"""Memory over an hour of use: `python -m benchmarks.tui --minutes 60`.

The real program runs in a pseudo-terminal of 160 × 48 with a real index and the real models; keys arrive at the pace of
a person. Resident memory is read once a minute from the system's own books.
"""

from __future__ import annotations

import fcntl
import os
import pty
import random
import select
import sqlite3
import statistics
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

START = "from workbench.cli.main import run; run()"
ESCAPE, ENTER, TAB, DOWN = "\x1b", "\r", "\t", "\x1b[B"
CTRL_P, CTRL_R, CTRL_S, F1, F2 = "\x10", "\x12", "\x13", "\x1bOP", "\x1bOQ"
WARM = 10
"""Minutes until everything was used at least once: models, every screen, every dialog."""

# What a reviewer does, as keys from a review screen back to one, and how often.
ACTS: dict[str, tuple[list[str], int]] = {
    "next claim": (["j"], 300),
    "previous claim": (["k"], 80),
    "next open": (["o"], 40),
    "evidence": (["J", "J", "K"], 60),
    "in full": (["v", "v"], 20),
    "accept, rate, keep": (["J", "a", "1", ENTER], 60),
    "rate, reason, keep": (["2", "r", *" and more", CTRL_S], 15),
    "reject and pin": (["x", "J", "p", "s"], 15),
    "take back": (["u", "u", CTRL_R, "u"], 30),
    "search": (["/", *"troops border", ENTER, "J", "J", ESCAPE], 15),
    "filter and again": (["f", DOWN, ENTER, "j", "f", "\x1b[A", ENTER], 8),
    "order": (["w", "j", "w"], 8),
    "ranking": (["R", "j", "R"], 2),
    "palette": ([CTRL_P, *"hist", ESCAPE], 15),
    "help": (["?", DOWN, DOWN, ESCAPE], 8),
    "history": (["h", DOWN, "w", "w", ESCAPE], 8),
    "statistics": (["g", "j", "w", ESCAPE], 8),
    "source": (["V", "n", ESCAPE], 15),
    "edges": (["]", "}", "u", "u"], 8),
    "panes": ([TAB, DOWN, DOWN, TAB, TAB], 8),
    "another article": ([ESCAPE, "j", ENTER, "j", "j"], 25),
    "the article before": ([ESCAPE, "k", ENTER, "j"], 15),
    "theme": ([F2, F2, F2], 3),
    "tour": ([F1, ESCAPE], 1),
    "export": (["X", DOWN, ENTER, ENTER, "j", "j"], 6),
    "index": (["I", "j", "j"], 2),
    "paste an article": ([ESCAPE, "p", "PASTE", CTRL_S, "j", "k", "j", ENTER, "j"], 1),
}


def acts(seed: int) -> Iterator[list[str]]:
    """Every act three times, then as often as its weight says, forever."""
    random_ = random.Random(seed)
    yield from (keys for keys, _ in [*ACTS.values()] * 3)
    while True:
        yield random_.choices([keys for keys, _ in ACTS.values()], [weight for _, weight in ACTS.values()])[0]


def keys(seed: int) -> Iterator[str]:
    """The keys of the acts; a pasted text differs each time."""
    number = 0
    for act in acts(seed):
        for key in act:
            if key == "PASTE":
                number += 1
                key = f"\x1b[200~In {1900 + number} the minister said {number + 2} people were hurt.\x1b[201~"
            yield key


def resident(process_id: int) -> float:
    """Resident memory of a process in MiB."""
    pages = int(Path(f"/proc/{process_id}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def terminal(path: Path) -> tuple[int, subprocess.Popen[bytes]]:
    """The program on a workspace, in a terminal; (the terminal's other end, the program)."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 48, 160, 0, 0))
    command = [sys.executable, "-c", START, "--workspace", str(path), "--reviewer", "bench"]
    environment = {**os.environ, "TERM": "xterm-256color"}
    process = subprocess.Popen(
        command, stdin=slave, stdout=slave, stderr=slave, env=environment, cwd=path, start_new_session=True
    )
    os.close(slave)
    return master, process


def drain(master: int, seconds: float) -> int:
    """Read what the program paints for so long; the number of bytes."""
    end, read = time.monotonic() + seconds, 0
    while (left := end - time.monotonic()) > 0:
        if select.select([master], [], [], left)[0]:
            read += len(os.read(master, 65536))
    return read


def hour(path: Path, minutes: float, pace: float, seed: int = 5) -> dict[str, object]:
    """Use a workspace for `minutes` with a key every `pace` seconds; what memory did."""
    master, process = terminal(path)
    sizes: list[float] = []
    pressed = painted = 0
    try:
        drain(master, 5)
        begin = time.monotonic()
        for key in keys(seed):
            os.write(master, key.encode())
            pressed += 1
            painted += drain(master, pace)
            if time.monotonic() - begin >= 60 * (len(sizes) + 1):
                sizes.append(resident(process.pid))
                print(f"minute {len(sizes)}: {sizes[-1]:.1f} MiB, {pressed} keys", file=sys.stderr, flush=True)
            if len(sizes) >= minutes:
                break
    finally:
        process.kill()
        process.wait()
        os.close(master)
    warm = sizes[min(WARM, len(sizes) // 2) :]
    tenth = max(1, len(warm) // 5)
    first, last = statistics.mean(warm[:tenth]), statistics.mean(warm[-tenth:])
    return {
        "minutes": len(sizes),
        "keys": pressed,
        "MB painted": painted / 1e6,
        "acts in the record": acts_of(path),
        "MiB each minute": [round(size, 1) for size in sizes],
        f"MiB after {WARM} minutes": first,
        "MiB at the end": last,
        "grown %": 100 * (last / first - 1),
        "highest over lowest after warm-up %": 100 * (max(warm) / min(warm) - 1),
    }


def acts_of(path: Path) -> dict[str, int]:
    """How often each kind of act is in the record of a workspace."""
    with sqlite3.connect(path / "claims.db") as connection:
        return dict(connection.execute("SELECT action, count(*) FROM events GROUP BY action ORDER BY action"))
