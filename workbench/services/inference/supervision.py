"""Sees to it that a workspace has its process while it is served: one alone, begun again when it dies."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from workbench import __version__
from workbench.domain.system_errors import reason
from workbench.inference.meeting_place import MeetingPlace
from workbench.system.allocator import sparing

LOOK_SECONDS = 1.0
"""How often it is asked whether whoever serves the workspace now has gone."""
REFRESH_SECONDS = 3600.0
PROBE_SECONDS, ANSWER_SECONDS = 10.0, 10.0
"""How often the process is asked whether it works, and how long it may take to answer."""
SILENT_SECONDS = 45.0
"""One that has not said for so long that it works is ended: sooner than sessions give it up."""
BEGIN_SECONDS = 120.0
"""How long it may take to begin."""
STILL_SECONDS = 120.0
"""For so long a piece of work may stand still."""
GRACE_SECONDS = 5.0
SHORT_LIVED, MOST_SHORT_LIVED = 20.0, 3
"""A process that ends within so many seconds, so many times one after the other, is not begun again for a while."""
PAUSE_SECONDS = 60.0
PROGRAM = "from workbench.services.inference.process import main; main()"


class Supervision:
    """Starts the process of a workspace and keeps it there until the end of the block.

    Args:
        workspace: The folder.
        tell: Told in a line when the process ended by itself, or there can be none.
        program: What is run; for tests.
    """

    def __init__(self, workspace: Path, tell: Callable[[str], None], program: str = PROGRAM) -> None:
        self._place = MeetingPlace(workspace)
        # -P: a file of the folder one stands in must never be imported in place of a library
        self._command = [sys.executable, "-P", "-c", program, str(workspace)]
        self._tell = tell
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._changed = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        """The process that is there now."""
        process = self._process
        return None if process is None else process.pid

    def __enter__(self) -> Supervision:
        if self._place.is_possible:
            self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        with self._changed:
            self._end()
        if self._thread.ident is not None:
            self._thread.join()

    def _watch(self) -> None:
        """In a thread: hold the place, and see that somebody serves there."""
        while not self._stopped.is_set():
            try:
                held = self._place.hold()
            except OSError as error:
                self._tell(f"Each session loads models of its own: {self._place.folder}: {reason(error)}.")
                return
            if held is None:  # somebody else serves this workspace, and these sessions too
                self._stopped.wait(LOOK_SECONDS)
                continue
            try:
                self._keep_one_there()
            finally:  # whoever finds nobody here does not wait
                with suppress(OSError):
                    self._place.socket.unlink(missing_ok=True)
                os.close(held)
            self._stopped.wait(PAUSE_SECONDS)

    def _keep_one_there(self) -> None:
        """Start one whenever one is missing, until the end, or until it has died too often."""
        short_lived = 0
        while not self._stopped.is_set():
            began = time.monotonic()
            with self._changed:
                if self._stopped.is_set():
                    return
                try:
                    self._process = subprocess.Popen(
                        self._command,
                        stdin=subprocess.PIPE,
                        stdout=subprocess.DEVNULL,
                        env={**os.environ, **sparing()},
                    )
                except OSError as error:  # too little memory, too many processes: that may pass
                    self._tell(
                        f"The inference process cannot be started: {reason(error)}; for a minute each session does "
                        "the work itself."
                    )
                    return
            how = self._ended(self._process)
            self._let_go()
            if self._stopped.is_set():
                return
            short_lived = short_lived + 1 if time.monotonic() - began < SHORT_LIVED else 0
            if short_lived < MOST_SHORT_LIVED:
                self._tell(f"The inference process {how}; another one is begun, and what it was asked is asked again.")
            else:
                self._tell(
                    f"The inference process {how}, {short_lived} times in a row; for a minute each session does the "
                    "work itself."
                )
                return

    def _ended(self, process: subprocess.Popen[bytes]) -> str:
        """Wait until a process has ended, or hangs and was ended; gives how."""
        from workbench.inference.client import works

        refreshed = time.monotonic()
        until = refreshed + BEGIN_SECONDS
        while True:
            try:
                code = process.wait(PROBE_SECONDS)
                return f"was ended by signal {-code}" if code < 0 else f"ended with code {code}"
            except subprocess.TimeoutExpired:
                pass
            if time.monotonic() - refreshed > REFRESH_SECONDS:
                self._place.refresh()
                refreshed = time.monotonic()
            if works(self._place, __version__, ANSWER_SECONDS, STILL_SECONDS):
                until = time.monotonic() + SILENT_SECONDS
            elif time.monotonic() > until:
                process.kill()
                process.wait()
                return "hung and was ended"

    def _let_go(self) -> None:
        """Close the other end of the process's standard input."""
        if self._process is not None and self._process.stdin is not None:
            with suppress(OSError):
                self._process.stdin.close()

    def _end(self) -> None:
        """End the process, by force where it does not end by itself."""
        process = self._process
        if process is None:
            return
        self._let_go()
        try:
            process.wait(GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
