"""Sessions as copies of one process: what each is given, what it shares, and what happens when the process is gone."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from workbench.cli.forked_sessions import MODULES, ForkedProcess, ForkServer
from workbench.system import fork_server

pytestmark = pytest.mark.skipif(not fork_server.AVAILABLE, reason="this system holds no process by a descriptor")
PATIENCE = 60.0


async def started(forks: ForkServer, *arguments: str, **more: str) -> ForkedProcess:
    """A copy with some arguments, in this environment and what is given beside."""
    process = await forks.start(arguments, {**os.environ, **more})
    assert process is not None
    return process


async def said(process: ForkedProcess) -> tuple[str, str]:
    """All that a copy says until it ends."""
    async with asyncio.timeout(PATIENCE):
        output, errors = await asyncio.gather(process.stdout.read(), process.stderr.read())
        await process.wait()
    return output.decode(), errors.decode()


def sockets_of_copy(pid: int) -> set[str]:
    """The descriptors of the one child of a process that are sockets; none while others are still ending."""
    copies = [one.parent for one in Path("/proc").glob("[0-9]*/stat") if parent_of(one) == pid]
    with suppress(OSError):
        return {
            one.name
            for copy in copies
            for one in (copy / "fd").iterdir()
            if len(copies) == 1 and str(one.readlink()).startswith("socket:")
        }
    return set()


def parent_of(stat: Path) -> int:
    """The number of a process's parent; 0 where it has ended meanwhile."""
    with suppress(OSError):
        return int(stat.read_text().rpartition(")")[2].split()[1])
    return 0


async def test_a_copy_has_its_own_arguments_environment_and_streams(tmp_path: Path) -> None:
    """Two at a time, of which one fails."""
    with closing(ForkServer([])) as forks:
        good = await started(forks, "--workspace", str(tmp_path / "é x"), "init")
        bad = await started(forks, "claim", "list", WORKBENCH_WORKSPACE=str(tmp_path / "none"))
        output, errors = await said(good)
        assert (tmp_path / "é x" / "claims.db").exists(), errors
        output, errors = await said(bad)
    assert output == ""
    assert str(tmp_path / "none") in errors.replace("\n", "")
    assert "Traceback" not in errors


async def test_a_copy_is_not_the_one_before_nor_open_to_it(tmp_path: Path) -> None:
    """Each has numbers of its own where the program draws them, and no stream of another one."""
    with closing(ForkServer([])) as forks:
        one, other = await started(forks, "--version"), await started(forks, "--version")
        (first, _), (second, _) = await said(one), await said(other)
        assert first == second != ""
        waiting = await started(forks, "-w", str(tmp_path), "article", "add", "-")
        assert forks._process is not None
        async with asyncio.timeout(PATIENCE):
            while sockets_of_copy(forks._process.pid) != {"0", "1", "2"}:  # noqa: ASYNC110 - it has only just begun
                await asyncio.sleep(0.01)
        waiting.kill()
        await said(waiting)
        with pytest.raises(ProcessLookupError):
            waiting.kill()


async def test_when_the_process_is_killed_its_copies_go_on_and_the_next_is_begun(tmp_path: Path) -> None:
    """Only the one asked for just then is started in another way."""
    with closing(ForkServer([])) as forks:
        before = await started(forks, "-w", str(tmp_path / "w"), "article", "add", "-")
        assert forks._process is not None
        os.kill(forks._process.pid, signal.SIGKILL)
        forks._process.wait()
        assert await forks.start(["--version"], os.environ) is None
        assert "workbench" in (await said(await started(forks, "--version")))[0]
        before.stdin.write_eof()
        _, errors = await said(before)
        assert "init" in errors  # it came to its end: there is no workspace


async def test_what_cannot_be_loaded_or_sent_is_started_in_another_way(capfd: pytest.CaptureFixture[str]) -> None:
    """The session begins all the same."""
    with closing(ForkServer(["workbench.nothing_of_this_name"])) as forks:
        assert await forks.start(["--version"], os.environ) is None
    capfd.readouterr()
    with closing(ForkServer([])) as forks:
        assert await forks.start(["x" * fork_server.MOST_BYTES], os.environ) is None
        assert forks._process is None


def test_what_is_loaded_before_starts_no_thread() -> None:
    """A process with threads cannot be copied safely."""
    program = (
        "import os\nfrom importlib import import_module\n"
        f"for name in {MODULES!r}: import_module(name)\n"
        "print(len(os.listdir('/proc/self/task')))"
    )
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    run = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "1"
