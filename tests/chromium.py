"""Chromium, driven over its pipe (Chrome DevTools Protocol): no port, no other program, no library."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
OLDEST = 140
"""What is asked of it here, older ones do not all know."""
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SECONDS = 300
"""How long anything may take before the test is over; nothing here is measured."""


def found() -> str | None:
    """The browser of this machine: what WORKBENCH_TEST_BROWSER names, or one on the path."""
    return os.environ.get("WORKBENCH_TEST_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)


class Browser:
    """One browser with a profile of its own."""

    def __init__(self, program: str, profile: Path, *options: str) -> None:
        theirs_in, ours_out = os.pipe()
        ours_in, theirs_out = os.pipe()

        def connect() -> None:
            """The browser reads from 3 and writes to 4, whichever numbers the pipes have."""
            high = (os.dup(theirs_in), os.dup(theirs_out))
            os.dup2(high[0], 3)
            os.dup2(high[1], 4)

        # as root Chromium runs without its sandbox or not at all; what it shows here is our own
        command = [
            program,
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-dev-shm-usage",
            "--remote-debugging-pipe",
        ]
        self._process = subprocess.Popen(
            [*command, f"--user-data-dir={profile}", *options, "about:blank"],
            close_fds=False, preexec_fn=connect, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(theirs_in)
        os.close(theirs_out)
        self._out, self._in = ours_out, os.fdopen(ours_in, "rb", buffering=0)
        self._number, self._rest = 0, b""

    def ask(self, method: str, session: str | None = None, **given: object) -> dict[str, Any]:
        """What the browser answers to a command that it can do."""
        answer = self._answer(method, session, **given)
        assert "error" not in answer, answer
        found: dict[str, Any] = answer["result"]
        return found

    def _answer(self, method: str, session: str | None, **given: object) -> dict[str, Any]:
        self._number += 1
        command: dict[str, object] = {"id": self._number, "method": method, "params": given}
        if session is not None:
            command["sessionId"] = session
        os.write(self._out, json.dumps(command).encode() + b"\0")
        while True:
            while b"\0" not in self._rest:
                more = self._in.read(65_536)
                assert more, "the browser ended"
                self._rest += more
            message, self._rest = self._rest.split(b"\0", 1)
            answer: dict[str, Any] = json.loads(message)
            if answer.get("id") == self._number:
                return answer

    def attach(self, target: str) -> str:
        """A session with a page, window or worker."""
        return str(self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"])

    def run(self, session: str, script: str) -> Any:
        """What a script gives that runs in the page; None where the page goes to another meanwhile."""
        given = {"expression": script, "awaitPromise": True, "returnByValue": True}
        answer = self._answer("Runtime.evaluate", session, **given)
        if answer.get("error", {}).get("code") == -32_000:  # there is no page just now
            return None
        assert "exceptionDetails" not in answer.get("result", {}), answer
        return answer["result"]["result"].get("value")

    def version(self) -> int:
        """The first figure of its version."""
        return int(self.ask("Browser.getVersion")["product"].partition("/")[2].partition(".")[0])

    def targets(self) -> dict[str, str]:
        """Pages, windows and workers that are open, with their addresses."""
        kinds = [{"type": "page"}, {"type": "service_worker"}]
        return {one["targetId"]: one["url"] for one in self.ask("Target.getTargets", filter=kinds)["targetInfos"]}

    def open(self, address: str) -> str:
        """A page in a window of its own; gives its session once it is there."""
        session = self.attach(self.ask("Target.createTarget", url="about:blank")["targetId"])
        self.go(session, address)
        ready = f"document.readyState === 'complete' && location.href !== 'about:blank' && {json.dumps(address)}"
        until(lambda: self.run(session, ready))
        return session

    def go(self, session: str, address: str) -> None:
        """What typing an address, or pressing a bookmark, does."""
        self.ask("Page.navigate", session, url=address)

    def close(self) -> None:
        """End it."""
        self.ask("Browser.close")
        self._process.wait()
        os.close(self._out)
        self._in.close()


def until(wanted: Callable[[], T | None]) -> T:
    """What is found once it is there."""
    end = time.monotonic() + SECONDS
    while not (got := wanted()):
        assert time.monotonic() < end, "it never came"
        time.sleep(0.05)
    return got
