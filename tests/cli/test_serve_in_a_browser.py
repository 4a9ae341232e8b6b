"""What a real browser keeps of the address that `workbench serve` prints. Run where Chromium is installed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.chromium import Browser, found, until
from workbench.services.workspace import Workspace

PROGRAM = "from workbench.cli.main import run; run()"
SEEN = "JSON.stringify([location.href, history.length, Boolean(document.querySelector('#terminal textarea'))])"


@pytest.mark.skipif(found() is None, reason="no Chromium on this machine (WORKBENCH_TEST_BROWSER names one)")
def test_the_token_leaves_the_address_and_the_page_can_be_loaded_again(tmp_path: Path) -> None:
    """Whoever sees the screen, or the list of pages visited, is not to learn it."""
    Workspace.create(tmp_path / "desk", reviewer="ada").close()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-c", PROGRAM, "-w", str(tmp_path / "desk"), "serve", "--port", str(port)]
    serving = subprocess.Popen(command, env=dict(os.environ), stdout=subprocess.PIPE, text=True)
    browser = Browser(str(found()), tmp_path / "profile")
    try:
        assert serving.stdout is not None
        address = serving.stdout.readline().strip()
        assert "?token=" in address
        session = browser.attach(browser.ask("Target.createTarget", url="about:blank")["targetId"])
        browser.go(session, f"{address}&fontsize=18")
        there = f"http://127.0.0.1:{port}/?fontsize=18"
        until(lambda: str(browser.run(session, SEEN)).startswith(f'["{there}",') or None)
        before = browser.run(session, SEEN)
        browser.ask("Page.reload", session)
        until(lambda: browser.run(session, SEEN) == before.replace("false", "true") or None)
    finally:
        browser.close()
        serving.send_signal(signal.SIGINT)
        serving.communicate()
