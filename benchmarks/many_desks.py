"""Many reviewers on one desk: memory of each session, lost verdicts, key to repaint through the web socket of `serve`.

    python -m benchmarks.many_desks [--sessions 20] [--minutes 10] [--passages 200000] [--words 30]
                                    [--keep DIR] [--alone]

A synthetic workspace with an article for each reviewer is served as behind a proxy (`--trust-header`); each session is
the real program in a terminal of 160 × 48, and each reviewer looks at a passage and rates a claim every ten seconds.
A key is pressed when nothing has been drawn for a moment, and the time is taken until the first bytes of the next
drawing arrive here: web socket, server and terminal are in it. The first claim of each session is not measured: models
are being loaded. The vectors of the index are made up, the stance model is the real one. `--alone` gives every session
models of its own, as where no process can be shared.

Memory is read from the kernel's books (Linux). `own` is what was written and nobody else has: what each further session
costs; one that is a copy of another process has much in common with it. `share` adds its part of what it has with
others (PSS): the program, libraries, and the index, whose pages the system lets go of when it needs the room.
`resident` counts those pages in full for everybody.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import secrets
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

from benchmarks.tui_workspace import index, make

WORDS = 30
"""Of a passage: made-up words fall into three or four pieces, so a model reads as much as of sixty real ones."""
RUN = "from workbench.cli.main import run; run()"
WHO, SECRET = "X-Remote-User", "X-Workbench-Secret"
QUIET_SECONDS = 0.3
"""Nothing is drawn for so long before a key is pressed, so that what comes next is its answer."""
LATEST_SECONDS = 3.0
"""A key is pressed after so long even where something is drawn all the time, and is not measured then."""
ACT = (("J", "evidence"), ("v", "in full"), ("2", "rating"), ("\r", "keep"))
"""The keys of one claim, and what each does."""


@dataclass(slots=True)
class Desk:
    """A reviewer at a terminal."""

    name: str
    drawn_at: float = 0.0
    begun_at: float = 0.0
    """When the first bytes came after the last key."""
    kept: int = 0
    unanswered: int = 0
    unmeasured: int = 0
    spent: dict[str, list[float]] = field(default_factory=dict)

    async def listen(self, websocket: ClientWebSocketResponse) -> None:
        """Note when something is drawn."""
        async for message in websocket:
            if message.type is WSMsgType.BINARY:
                self.drawn_at = time.perf_counter()
                self.begun_at = self.begun_at or self.drawn_at

    async def calm(self, seconds: float, longest: float) -> bool:
        """Wait until nothing has been drawn for some time; whether that came."""
        until = time.perf_counter() + longest
        while time.perf_counter() < until:
            if self.drawn_at and time.perf_counter() - self.drawn_at > seconds:
                return True
            await asyncio.sleep(0.01)
        return False

    async def press(self, websocket: ClientWebSocketResponse, key: str, what: str) -> None:
        """Press a key and time its drawing."""
        measured = await self.calm(QUIET_SECONDS, LATEST_SECONDS)
        self.begun_at, begin = 0.0, time.perf_counter()
        await websocket.send_json(["stdin", key])
        while not self.begun_at and time.perf_counter() - begin < LATEST_SECONDS:  # noqa: ASYNC110
            await asyncio.sleep(0.001)
        if not measured:
            self.unmeasured += 1
        elif self.begun_at:
            self.spent.setdefault(what, []).append(self.begun_at - begin)
        else:
            self.unanswered += 1


async def review(desk: Desk, websocket: ClientWebSocketResponse, until: float, every: float) -> None:
    """Rate a claim every so many seconds."""
    chooser = random.Random(desk.name)
    await asyncio.sleep(chooser.uniform(0.5, 1.5) * every)
    while time.perf_counter() < until:
        begin = time.perf_counter()
        for key, what in ACT:
            await desk.press(websocket, key, what)
        if not desk.kept:
            desk.spent, desk.unanswered, desk.unmeasured = {}, 0, 0
        desk.kept += 1
        await asyncio.sleep(max(0.0, begin + every * chooser.uniform(0.8, 1.2) - time.perf_counter()))


def memory(pid: int) -> dict[str, float]:
    """MB of a process: resident, its share, its own."""
    found: dict[str, float] = {}
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]:
        name, size, *_ = line.split()
        found[name.rstrip(":")] = int(size) * 1024 / 1e6
    return {
        "resident": found["Rss"],
        "share": found["Pss"],
        "own": found["Private_Dirty"],
    }


def processor(pid: int) -> float:
    """Seconds of the processor that a process has had."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def children(pid: int) -> dict[int, str]:
    """The processes that a process has started, with their command lines."""
    found = {}
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            with suppress(OSError):
                found[int(child)] = Path(f"/proc/{child}/cmdline").read_text().replace("\0", " ")
    return found


def sessions_of(pid: int) -> list[int]:
    """The sessions of a server: copies of the process that forks them, or programs of their own."""
    found = children(pid)
    copies = [copy for child, line in found.items() if "fork_server" in line for copy in children(child)]
    return [*copies, *(child for child, line in found.items() if "--reviewer" in line)]


def spread(values: list[float]) -> str:
    """Median and 95th percentile in milliseconds."""
    values = sorted(values)
    return f"{1000 * statistics.median(values):.0f} / {1000 * values[int(len(values) * 0.95)]:.0f}" if values else "–"


async def load(address: str, secret: str, desks: list[Desk], minutes: float, every: float, pid: int) -> None:
    """All reviewers at once; prints what was measured."""
    async with ClientSession() as client:
        sockets = []
        for desk in desks:
            headers = {WHO: desk.name, SECRET: secret, "Origin": address}
            websocket = await client.ws_connect(f"{address}/ws?width=160&height=48", headers=headers, max_msg_size=0)
            sockets.append(websocket)
            asyncio.ensure_future(desk.listen(websocket))  # noqa: RUF006
            await desk.calm(1.0, 60)
        at_rest = measured_memory(pid)
        spent, begun = spent_by(pid), time.perf_counter()
        until = begun + 60 * minutes
        await asyncio.gather(*(review(*pair, until, every) for pair in zip(desks, sockets, strict=True)))
        spent = {name: seconds - spent[name] for name, seconds in spent_by(pid).items()}
        took = time.perf_counter() - begun
        await asyncio.sleep(10)
        at_work = measured_memory(pid)
        for websocket in sockets:
            await websocket.close()
    for name, what in (("opened", at_rest), ("after the keys", at_work)):
        print(f"memory, {name}: {json.dumps(what)}")
    keys = len(ACT) * sum(desk.kept for desk in desks)
    print(f"processor, {took:.0f} s, {os.cpu_count()} cores: "
          + ", ".join(f"{name} {value:.0f} s ({1000 * value / max(1, keys):.0f} ms a key)"
                      for name, value in spent.items()))  # fmt: skip


def spent_by(pid: int) -> dict[str, float]:
    """Seconds of the processor by whose they were."""
    found = children(pid)
    return {
        "process that forks": sum(processor(child) for child, line in found.items() if "fork_server" in line),
        "sessions": sum(map(processor, sessions_of(pid))),
        "inference process": sum(processor(child) for child, line in found.items() if "inference.process" in line),
        "server": processor(pid),
        "measuring program": time.process_time(),
        "whole machine": busy(),
    }


def busy() -> float:
    """Seconds of the processor that everybody on this machine has had."""
    user, nice, system, _, _, irq, soft, *_ = map(int, Path("/proc/stat").read_text().split("\n")[0].split()[1:])
    return (user + nice + system + irq + soft) / os.sysconf("SC_CLK_TCK")


def measured_memory(pid: int) -> dict[str, object]:
    """MB of all sessions and of the process they share."""
    found = {child: line for child, line in children(pid).items()}
    sessions = [memory(child) for child in sessions_of(pid)]
    forking = [memory(child) for child, line in found.items() if "fork_server" in line]
    shared = [memory(child) for child, line in found.items() if "inference.process" in line]
    return {
        "sessions": len(sessions),
        **{
            f"{name} a session, median and most": [
                round(statistics.median(one[name] for one in sessions)),
                round(max(one[name] for one in sessions)),
            ]
            for name in ("resident", "share", "own")
        },
        "process that forks them": [{name: round(value) for name, value in one.items()} for one in forking],
        "inference process": [{name: round(value) for name, value in one.items()} for one in shared],
    }


def given(path: Path) -> dict[str, int]:
    """Verdicts in the record by reviewer."""
    from workbench.services.workspace import Workspace

    with Workspace.open(path, reviewer="bench") as workspace:
        rows = workspace.database.rows("SELECT reviewer, count(*) AS number FROM verdicts GROUP BY reviewer")
        return {row["reviewer"]: row["number"] for row in rows}


def size(place: Path) -> int:
    """Bytes of a file, or of all files of a folder."""
    return sum(one.stat().st_size for one in (place.rglob("*") if place.is_dir() else [place]) if one.is_file())


def prepare(path: Path, sessions: int, claims: int, passages: int, words: int) -> list[Desk]:
    """The workspace, made where it is not there; each reviewer's session begins in an article of its own."""
    from workbench.tui.runtime.saved_session import SavedSession, save_session

    if not (path / "index" / "manifest.json").exists():
        make(path, sessions, claims, passages, length=words)
        index(path)
    desks = [Desk(f"desk {number:02}") for number in range(1, sessions + 1)]
    for number, desk in enumerate(desks, 1):
        save_session(path, SavedSession(article_id=number, toured=True), desk.name)
    return desks


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sessions", type=int, default=20)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--every", type=float, default=10, help="seconds from rating to rating")
    parser.add_argument("--passages", type=int, default=200_000)
    parser.add_argument("--words", type=int, default=WORDS, help="of a passage")
    parser.add_argument("--claims", type=int, default=120, help="claims an article")
    parser.add_argument("--keep", type=Path, help="keep the workspace in this folder, and use it if it is there")
    parser.add_argument("--alone", action="store_true", help="models of its own for every session")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="desks", ignore_cleanup_errors=True) as folder:
        os.environ["WORKBENCH_STATE"], os.environ["WORKBENCH_CONFIG"] = f"{folder}/state", os.devnull
        # without a folder to meet in there is nothing to share
        os.environ["XDG_RUNTIME_DIR"] = "/proc" if options.alone else folder
        path = options.keep or Path(folder) / "workspace"
        desks = prepare(path, options.sessions, options.claims, options.passages, options.words)
        before = given(path)
        sizes = {name: size(path / name) / options.passages for name in ("index", "claims.db")}
        print(f"bytes on the disk a passage of {options.words} made-up words: "
              + ", ".join(f"{name} {value:,.0f}" for name, value in sizes.items()))  # fmt: skip
        secret = Path(folder) / "secret"
        secret.write_text(secrets.token_hex(32), encoding="ascii")
        secret.chmod(0o600)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        arguments = ["--trust-header", WHO, "--proxy-secret-file", str(secret), "--port", str(port)]
        command = [sys.executable, "-c", RUN, "--workspace", str(path), "serve", *arguments]
        with subprocess.Popen([*command, "--sessions", str(options.sessions)], stdout=subprocess.PIPE) as server:
            assert server.stdout is not None
            address = server.stdout.readline().decode().strip()
            try:
                asyncio.run(load(address, secret.read_text("ascii"), desks, options.minutes, options.every, server.pid))
            finally:
                server.terminate()
        after = given(path)
    lost = sum(desk.kept - (after.get(desk.name, 0) - before.get(desk.name, 0)) for desk in desks)
    print(f"load of the machine: {os.getloadavg()[0]:.1f}")
    print(f"verdicts kept: {sum(desk.kept for desk in desks)}, not in the record: {lost}")
    kinds = [what for _, what in ACT]
    for what in kinds:
        print(f"{what}, key to repaint, median / p95, ms: {spread([t for d in desks for t in d.spent.get(what, [])])}")
    print(f"all keys: {spread([t for d in desks for what in kinds for t in d.spent.get(what, [])])}")
    print(f"keys without a repaint: {sum(d.unanswered for d in desks)}, pressed into a repaint and not measured: "
          f"{sum(d.unmeasured for d in desks)}")  # fmt: skip


if __name__ == "__main__":
    main()
