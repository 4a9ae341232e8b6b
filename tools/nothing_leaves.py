"""Runs the main commands and tells what of them asks for the network or writes a file where none belongs.

    python tools/nothing_leaves.py [--bin FOLDER] [--keep FOLDER]

The programs are watched from outside (strace), so that what native code of a library asks the system for is seen too,
with every process they start. `--bin` is the folder of the programs (that of this Python); `serve`, which needs an
extra, is always that of this Python. Exit code 1 when something was found, 2 when nothing can be watched here.
"""

from __future__ import annotations

import argparse
import ast
import asyncio
import fcntl
import os
import pty
import re
import select
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

OWN = Path(sys.executable).parent
NETWORK = ("socket", "connect", "bind", "sendto", "sendmsg", "sendmmsg")
OPENED = ("open", "openat", "openat2", "creat")
CHANGED = (
    "mkdir", "mkdirat", "mknod", "mknodat", "rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat",
    "unlink", "unlinkat", "rmdir", "truncate", "chmod", "fchmodat", "chown", "lchown", "fchownat", "utimensat",
)  # fmt: skip
UNSEEN = "io_uring_setup"
"""Through it files and sockets are asked for in a way that is not seen here."""

KNOWN = (".local/share/workbench", ".local/state/workbench", ".config/workbench", ".cache/workbench")
"""The folders of the workbench in a home: data, state, settings, what can be made again."""
DEVICES = ("/dev/null", "/dev/tty", "/dev/ptmx")
OF_THE_PROCESS = ("/dev/pts/", "pipe:[", "socket:[")
NAMES_OF_USERS = "/var/run/nscd/socket"
"""Where the C library asks what users of this machine are called; it need not be there."""
LOOPBACK = re.compile(r'inet_addr\("127\.|inet_pton\(AF_INET6, "::1"|"::ffff:127\.')

PATIENCE_SECONDS = 600.0
"""So long a program may take to begin, on the slowest machine; one that asks something never does."""
QUIET_SECONDS = 1.0
"""A screen that paints nothing for so long shows what it has."""

LINE = re.compile(r"(?P<call>\w+)\((?P<said>.*)\) += (?:-?\d+|\?)")
PATH = re.compile(r'(?:(?:AT_FDCWD|\d+)<(?P<folder>(?:[^>\\]|\\.)*)>, )?"(?P<path>(?:[^"\\]|\\.)*)"')
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
ADDRESS = re.compile(r"\{sa_family=([^}]*)")
WITHOUT_FILE = re.compile(r'sun_path=@"((?:[^"\\]|\\.)*)"')
WORDS = "The harbour ferry carried 1,200 people on its first day, the council said, more than in any week since 2017."


class NotWatchedError(Exception):
    """The system does not let anybody watch; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where commands run: a folder with the workspace, and a home of its own."""

    folder: Path

    @property
    def home(self) -> Path:
        """The home of the user who runs them."""
        return self.folder / "home"

    def may_be_met(self, path: str) -> bool:
        """Whether a program may meet another one at this socket: one of the workbench's own, in a folder of its own."""
        real = Path(os.path.normpath(self.folder / path))
        own = Path(tempfile.gettempdir(), f"workbench-{os.geteuid()}")
        return real.is_relative_to(own) or real.is_relative_to(self.folder)

    def may_be_written(self, path: str) -> bool:
        """Whether a program may write there."""
        if path in DEVICES or path.startswith(OF_THE_PROCESS):
            return True
        real = Path(os.path.normpath(self.folder / path))  # where commands run
        if "__pycache__" in real.parts[-2:]:  # Python's own, beside what is imported
            return True
        if real.is_relative_to(self.home):
            known = [self.home / one for one in KNOWN]
            return any(real.is_relative_to(one) or one.is_relative_to(real) for one in known)
        return any(real.is_relative_to(one) for one in (self.folder, tempfile.gettempdir()))


def problems_of(lines: Iterable[str], place: Place, *, serves: bool = False) -> Iterator[str]:
    """What in the calls of a process must not be.

    Args:
        lines: As strace writes them.
        place: Where it may write.
        serves: Whether it may listen and answer on loopback.
    """
    for line in lines:
        found = LINE.match(line)
        if found is None:
            continue
        call, said = found["call"], found["said"]
        if call in NETWORK:
            if problem := _network(call, said, place, serves):
                yield problem
        elif call == UNSEEN:
            yield "uses io_uring, through which it may ask for anything unseen"
        elif call in CHANGED or (call in OPENED and _writes(call, said)):
            for path in _paths(call, said):
                if not place.may_be_written(path):
                    yield f"{call} of {path}"


def _network(call: str, said: str, place: Place, serves: bool) -> str:
    if call == "socket":
        family = said.split(",", 1)[0]
        own = ("AF_UNIX", "AF_LOCAL", *(("AF_INET", "AF_INET6") if serves else ()))
        return "" if family in own else f"socket of {family}"
    told = STRING.sub("", said, count=1) if call == "sendto" else said  # what is sent is no address
    problems = (_address(call, named[1], place, serves) for named in ADDRESS.finditer(told))  # none: it is connected
    return next(filter(None, problems), "")


def _address(call: str, address: str, place: Place, serves: bool) -> str:
    if "AF_UNIX" in address:
        if without_file := WITHOUT_FILE.search(address):
            return f"{call} to @{_text(without_file[1])}, which is no file"
        where = PATH.search(address)
        path = "" if where is None else _text(where["path"])
        known = path in ("", NAMES_OF_USERS) or place.may_be_met(path)
        return "" if known else f"{call} to {path}"
    if serves and LOOPBACK.search(address):
        return ""
    return f"{call} to {address}"


def _writes(call: str, said: str) -> bool:
    flags = PATH.sub("", said)
    return call == "creat" or any(flag in flags for flag in ("O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC"))


def _paths(call: str, said: str) -> Iterator[str]:
    found = list(PATH.finditer(said))
    for one in found[-1:] if call.startswith("symlink") else found:  # what a link says is written nowhere
        if one["path"]:
            yield str(Path(_text(one["folder"] or "")) / _text(one["path"]))


def _text(written: str) -> str:
    """A string as strace writes it, with the bytes that it escapes."""
    plain: bytes = ast.literal_eval(f'b"{written}"')
    return os.fsdecode(plain)


@dataclass(slots=True)
class Watcher:
    """Runs programs in a place and collects what must not be, each with its command."""

    place: Place
    found: list[str] = field(default_factory=list)
    count: int = 0

    def __post_init__(self) -> None:
        self.place.home.mkdir(parents=True)
        if shutil.which("strace") is None:
            raise NotWatchedError("strace is not installed, so nothing can be watched; apt-get install strace.")
        tried = subprocess.run([*self._watched(), "true"], capture_output=True, text=True, check=False)
        if tried.returncode or not self._calls():
            why = " ".join(tried.stderr.split()) or "it saw nothing"
            raise NotWatchedError(f"strace cannot watch here ({why}); run this where processes may be traced.")

    def run(self, command: Sequence[str | Path], name: str = "") -> str:
        """Run a program to its end; gives what it said.

        Raises:
            NotWatchedError: It failed, so that what it does was not seen.
        """
        done = subprocess.run(
            self.watched(command), cwd=self.place.folder, env=self.environment(command), stdin=subprocess.DEVNULL,
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            raise NotWatchedError(f"{' '.join(map(str, command))} ended with {done.returncode}: {done.stderr[-2000:]}")
        self.look(name or self._name(command))
        return done.stdout

    def environment(self, command: Sequence[str | Path]) -> dict[str, str]:
        """A user's own: what keeps libraries still on machines of developers is not in it."""
        kept = [name for name in ("PATH", "LANG") if name in os.environ]
        if Path(command[0]).parent == OWN and "PYTHONPATH" in os.environ:
            kept.append("PYTHONPATH")
        return {**{name: os.environ[name] for name in kept}, "HOME": str(self.place.home), "TERM": "xterm-256color"}

    def watched(self, command: Sequence[str | Path]) -> list[str]:
        """The command line that runs a program and writes down its calls."""
        return [*self._watched(), *map(str, command)]

    def look(self, name: str, *, serves: bool = False) -> None:
        """Go through the calls of the program that was run last.

        Raises:
            NotWatchedError: None was written down.
        """
        files = self._calls()
        if not files:
            raise NotWatchedError(f"strace saw nothing of {name}.")
        for path in files:
            with path.open(encoding="utf-8", errors="surrogateescape") as lines:
                for problem in problems_of(lines, self.place, serves=serves):
                    told = f"{name}: {problem}"
                    if told not in self.found:
                        self.found.append(told)

    def _watched(self) -> list[str]:
        self.count += 1
        (self.place.folder / "calls").mkdir(exist_ok=True)
        calls = ",".join(f"?{one}" for one in (*NETWORK, *OPENED, *CHANGED, UNSEEN))
        out = str(self.place.folder / "calls" / f"{self.count}")
        # -ff: a file a process, so that no line is cut by another; what is not asked for runs at its full speed
        return ["strace", "-ff", "--seccomp-bpf", "-qq", "-y", "-s", "4096", "-e", f"trace={calls}", "-o", out]

    def _calls(self) -> list[Path]:
        found = (self.place.folder / "calls").glob(f"{self.count}.*")
        return sorted(path for path in found if path.stat().st_size)

    def _name(self, command: Sequence[str | Path]) -> str:
        return " ".join([Path(command[0]).name, *map(str, command[1:])])


def write_documents(folder: Path) -> list[Path]:
    """An HTML page, a PDF file and a Word file."""
    from tests.ingest.making import make_docx, make_pdf, page

    (folder / "page.html").write_text(page("Ferry", WORDS), encoding="utf-8")
    pdf = make_pdf(folder / "report.pdf", [["Ferry report", WORDS[:60], WORDS[60:]]])
    return [folder / "page.html", pdf, make_docx(folder / "minutes.docx")]


def run_commands(watcher: Watcher, programs: Path) -> None:
    """The main job, by the command line, in the terminal and in a browser."""
    files = [str(path) for path in write_documents(watcher.place.folder)]
    first: list[str | Path] = [programs / "workbench", "-w", "desk", "--reviewer", "ann"]
    watcher.run([programs / "workbench", "init", "desk"])
    watcher.run([*first, "article", "add", *files])
    watcher.run([*first, "evidence", "add", *files])
    watcher.run([*first, "reindex"])
    watcher.run([*first, "search", "ferry passengers"])
    watcher.run([*first, "stance", "1"])
    for name in ("report.html", "report.docx", "report.xlsx", "report.json"):
        watcher.run([*first, "export", "-o", name])
    open_terminal(watcher, first)
    serve(watcher)


def open_terminal(watcher: Watcher, command: Sequence[str | Path]) -> None:
    """Start the terminal UI, and end it when it shows the article and paints nothing more."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    process = subprocess.Popen(
        watcher.watched(command), cwd=watcher.place.folder, env=watcher.environment(command),
        stdin=slave, stdout=slave, stderr=slave, start_new_session=True,
    )  # fmt: skip
    os.close(slave)
    try:
        seen, end = b"", time.monotonic() + PATIENCE_SECONDS
        while b"ferry" not in seen.lower() or select.select([master], [], [], QUIET_SECONDS)[0]:
            left = end - time.monotonic()
            if left <= 0 or not select.select([master], [], [], left)[0]:
                said = seen[-1000:].decode(errors="replace")
                raise NotWatchedError(f"the terminal UI did not show the article in {PATIENCE_SECONDS:g} s: {said}")
            try:
                seen += os.read(master, 65536)
            except OSError as error:  # it has closed its side
                raise NotWatchedError(f"the terminal UI ended: {seen[-1000:].decode(errors='replace')}") from error
    finally:
        os.killpg(process.pid, signal.SIGTERM)  # strace itself goes on to the end of what it watches
        process.wait()
        os.close(master)
    watcher.look("workbench (terminal UI)")


def serve(watcher: Watcher) -> None:
    """Offer the workspace to a browser, open one session there, and end it all by Ctrl-C."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command: list[str | Path] = [OWN / "workbench", "-w", "desk", "--reviewer", "ann", "serve", "--port", port]
    process = subprocess.Popen(
        watcher.watched(command), cwd=watcher.place.folder, env=watcher.environment(command), text=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        begun = select.select([process.stdout], [], [], PATIENCE_SECONDS)[0]
        address = process.stdout.readline().strip() if begun else ""
        if not begun:
            raise NotWatchedError(f"workbench serve told no address in {PATIENCE_SECONDS:g} s.")
        if not address:
            raise NotWatchedError(f"workbench serve does not begin: {process.stderr.read()[-2000:]}")
        try:
            asyncio.run(asyncio.wait_for(one_session(address), PATIENCE_SECONDS))
        except TimeoutError as error:
            raise NotWatchedError(
                f"a session in the browser did not show the article in {PATIENCE_SECONDS:g} s."
            ) from error
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.communicate()
    watcher.look("workbench serve", serves=True)


async def one_session(address: str) -> None:
    """Load the page, and open a terminal there until it has painted something."""
    import aiohttp

    base, _, token = address.partition("/?token=")
    async with aiohttp.ClientSession() as client:
        async with client.get(address) as page:
            page.raise_for_status()
        asked = {"token": token, "width": "100", "height": "30"}
        async with client.ws_connect(f"{base}/ws", params=asked, headers={"Origin": base}) as terminal:
            while b"ferry" not in (await terminal.receive_bytes()).lower():
                pass


def main() -> int:
    """Read the command line; gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=Path, default=OWN, help="the folder of the programs")
    parser.add_argument("--keep", type=Path, help="a new folder for workspace, home and calls, which stays")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="watched", ignore_cleanup_errors=True) as folder:
        try:
            watcher = Watcher(Place((options.keep or Path(folder) / "place").resolve()))
            run_commands(watcher, options.bin.resolve())
        except NotWatchedError as error:
            print(f"Error: {error}", file=sys.stderr)
            return 2
    for line in watcher.found:
        print(line)
    print(f"{watcher.count - 1} commands watched, {len(watcher.found)} things found that must not be.")
    return 1 if watcher.found else 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    sys.exit(main())
