"""Serving to a browser: nothing without the token, nothing from other hosts."""

from __future__ import annotations

import errno
import json
import os
import re
import shlex
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import CookieJar, WSMsgType
from aiohttp.test_utils import TestClient, TestServer
from textual_serve.download_manager import DownloadManager

from workbench.cli.browser import SESSIONS, BrowserServer, is_loopback
from workbench.cli.browser_session import HEIGHTS, WIDTHS, Pace, TerminalProcess, clamped, parsed
from workbench.cli.main import main
from workbench.services.workspace import Workspace

TOKEN = "a-token-of-the-test"


@asynccontextmanager
async def browser(path: Path, command: str | None = None) -> AsyncIterator[TestClient]:  # type: ignore[type-arg]
    """A browser that talks to the server; `command` is run in place of the workbench."""
    server = BrowserServer(path, "ann", "127.0.0.1", 8000, TOKEN)
    if command is not None:
        server.command, server.forks = command, None
    app = await server._make_app()
    async with TestClient(TestServer(app, host="127.0.0.1"), cookie_jar=CookieJar(unsafe=True)) as client:
        yield client


@pytest.mark.parametrize(
    "path", ["/", "/?token=wrong", "/ws", "/focus.js", "/static/js/textual.js", "/download/x", "/nothing"]
)
async def test_nothing_is_shown_without_the_token(tmp_path: Path, path: str) -> None:
    """Page, terminal, scripts: all refuse."""
    async with browser(tmp_path) as client:
        response = await client.get(path)
        assert response.status == 403
        assert TOKEN not in await response.text()


async def test_with_the_token_the_page_opens_and_its_parts_follow_by_cookie(tmp_path: Path) -> None:
    """The cookie cannot be read by scripts, and the page asks no other host for anything."""
    async with browser(tmp_path) as client:
        response = await client.get("/", params={"token": TOKEN})
        page = await response.text()
        assert response.status == 200
        cookie = response.headers["Set-Cookie"]
        assert re.match(rf"workbench_[0-9a-f]{{12}}={TOKEN};", cookie)
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        hosts = {match for match in re.findall(r"(?:https?|wss?)://([^/\"']+)", page)}
        assert hosts == {f"127.0.0.1:{client.port}"}
        parts = re.findall(r"(?:href|src)=\"(/[^\"/][^\"]+)\"|url\(\"(/[^\"]+)\"\)", page)
        assert ("/focus.js", "") in parts
        for part in parts:
            answer = await client.get(part[0] or part[1])
            assert answer.status == 200
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy


async def test_a_page_of_another_site_gets_nothing(tmp_path: Path) -> None:
    """Neither with a foreign Origin nor under a foreign name for this machine, even with the token."""
    async with browser(tmp_path) as client:
        for headers in ({"Origin": "https://evil.example"}, {"Host": "evil.example"}):
            response = await client.get("/", params={"token": TOKEN}, headers=headers)
            assert response.status == 403


async def test_behind_a_server_with_tls_the_terminal_is_reached_through_it(tmp_path: Path) -> None:
    """A page that came encrypted may open no unencrypted socket."""
    async with browser(tmp_path) as client:
        response = await client.get("/", params={"token": TOKEN}, headers={"X-Forwarded-Proto": "https"})
        page, policy = await response.text(), response.headers["Content-Security-Policy"]
        assert f'data-session-websocket-url="wss://127.0.0.1:{client.port}/ws"' in page
        assert f"wss://127.0.0.1:{client.port};" in policy
        assert "ws://" not in policy.replace("wss://", "")
        assert "Secure" in response.headers["Set-Cookie"]


@pytest.mark.parametrize("size", ["20", "²", "0", "9" * 5000, "", "<b>", "-1"], ids=lambda size: size[:9])
async def test_any_size_of_letters_asked_for_gives_a_page(tmp_path: Path, size: str) -> None:
    async with browser(tmp_path) as client:
        response = await client.get("/", params={"token": TOKEN, "fontsize": size})
        assert response.status == 200
        assert f'data-font-size="{20 if size == "20" else 16}"' in await response.text()


async def test_parts_that_are_not_there_tell_nothing(tmp_path: Path) -> None:
    async with browser(tmp_path) as client:
        for path in ("/nothing", "/static/", "/static/../server.py", "/static/%2e%2e/server.py", "/download/x"):
            response = await client.get(path, params={"token": TOKEN})
            assert response.status in (403, 404)
            assert "Traceback" not in await response.text()


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://["},
        {"Origin": "http://[::1"},
        {"Origin": "\\\\"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Host": "["},
        {"Host": "[::1"},
        {"Host": "127.0.0.1:x"},
        {"Host": "127.0.0.1; script-src *"},
        {"Host": "127.0.0.1:8000@evil.example"},
        {"Host": ""},
    ],
    ids=str,
)
async def test_headers_that_make_no_sense_are_refused_like_foreign_ones(
    tmp_path: Path, headers: dict[str, str]
) -> None:
    async with browser(tmp_path) as client:
        for path in ("/", "/ws", "/static/js/textual.js"):
            response = await client.get(path, params={"token": TOKEN}, headers=headers)
            assert response.status in (400, 403), await response.text()


@pytest.mark.parametrize("path", ["/static/%00", "/static/" + "a" * 5000, "/download/%00", "/%ff", "/ws?width=%00"])
async def test_no_path_fails_in_a_way_that_was_not_foreseen(tmp_path: Path, path: str) -> None:
    async with browser(tmp_path) as client:
        response = await client.get(path, headers={"Cookie": '=;;;"; a=b'})
        assert response.status in (400, 403, 404)


def test_servers_of_one_machine_do_not_take_each_others_cookies(tmp_path: Path) -> None:
    """A cookie is kept by host, whatever the port: with one name the second server would lock the first out."""
    servers = [
        BrowserServer(path, "ann", "127.0.0.1", port, TOKEN)
        for path, port in ((tmp_path / "a", 8000), (tmp_path / "a", 8001), (tmp_path / "b", 8000))
    ]
    assert len({server.cookie for server in servers}) == 3
    again = BrowserServer(tmp_path / "a", "ann", "127.0.0.1", 8000, "another token")
    assert again.cookie == servers[0].cookie, "a browser does not gather cookies of servers that are gone"


async def test_a_stale_cookie_is_no_way_in(tmp_path: Path) -> None:
    server = BrowserServer(tmp_path, "ann", "127.0.0.1", 8000, TOKEN)
    async with browser(tmp_path) as client:
        response = await client.get("/focus.js", headers={"Cookie": f"{server.cookie}=old; workbench_token={TOKEN}"})
        assert response.status == 403


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ((120, 40), (120, 40)),
        ((1_000_000, 1_000_000), (WIDTHS[-1], HEIGHTS[-1])),
        ((10**30, -(10**30)), (WIDTHS[-1], HEIGHTS[0])),
        ((0, 0), (WIDTHS[0], HEIGHTS[0])),
        (("120", "40"), (120, 40)),
        (("9" * 5000, "²"), (80, 24)),
        ((True, 2.5), (80, 24)),
        ((None, [1]), (80, 24)),
        ((float("nan"), float("inf")), (80, 24)),
    ],
)
def test_no_size_asked_for_is_larger_than_a_screen(asked: tuple[object, object], given: tuple[int, int]) -> None:
    assert clamped(*asked) == given


@pytest.mark.parametrize(
    "text",
    ["", "{", "{}", "[]", "[1]", "[null, 2]", '"stdin"', "[" * 100_000, '[["stdin"]]', "NaN"],
    ids=lambda text: text[:9],
)
def test_messages_that_say_nothing_are_left_out(text: str) -> None:
    assert parsed(text) is None


def test_what_comes_faster_than_it_can_be_done_waits() -> None:
    now = 0.0
    pace = Pace(100, 10, clock=lambda: now)
    assert [pace.wait(50), pace.wait(50)] == [0, 0]
    assert pace.wait(20) == 2.0
    now = 2.0
    assert pace.wait(10) == 1.0
    now = 1000.0
    assert [pace.wait(100), pace.wait(10)] == [0, 1.0], "no more is saved up than the burst"


ECHO = """
import os, sys
sys.stdout.buffer.write(b"__GANGLION__\\n"); sys.stdout.buffer.flush()
def say(data):
    os.write(1, b"D" + len(data).to_bytes(4, "big") + data)
say(os.environ["COLUMNS"].encode() + b"x" + os.environ["ROWS"].encode())
while True:
    head = sys.stdin.buffer.read(5)
    if len(head) < 5:
        break
    data = sys.stdin.buffer.read(int.from_bytes(head[1:], "big"))
    say(head[:1] + data)
    if b'"quit"' in data and "--stubborn" not in sys.argv:
        break
"""


def echo(tmp_path: Path, *arguments: str) -> str:
    """A program that takes the place of the workbench and tells what reaches it."""
    (tmp_path / "echo.py").write_text(ECHO, encoding="utf-8")
    return shlex.join([sys.executable, str(tmp_path / "echo.py"), *arguments])


async def test_no_message_over_the_socket_asks_for_more_than_may_be(tmp_path: Path) -> None:
    """A million columns by a million rows would be laid out by the program in gigabytes."""
    async with browser(tmp_path, echo(tmp_path)) as client:
        params = {"token": TOKEN, "width": "1000000", "height": "1000000"}
        async with client.ws_connect("/ws", params=params) as socket_:
            assert (await socket_.receive_bytes()) == b"1000x400"
            for message in (
                '["resize", {"width": 1000000, "height": 1000000}]',
                '["resize", {"width": 1e400, "height": -5}]',
                '["resize", {}]',
                '["resize", null]',
                '["stdin", 7]',
                '["stdin"]',
                "[",
                '["stdin", "\\ud800"]',
                '["stdin", "end"]',
            ):
                await socket_.send_str(message)
            await socket_.send_bytes(b"bytes")
            seen = [await socket_.receive_bytes() for _ in range(5)]
    assert [json.loads(one[1:]) for one in seen[:3]] == [
        {"type": "resize", "width": width, "height": height} for width, height in ((1000, 400), (80, 5), (80, 24))
    ]
    assert seen[3:] == [b"D?", b"Dend"]


async def test_a_message_that_is_too_long_ends_the_session_and_no_other(tmp_path: Path) -> None:
    async with browser(tmp_path, echo(tmp_path)) as client:
        params = {"token": TOKEN}
        async with client.ws_connect("/ws", params=params) as one, client.ws_connect("/ws", params=params) as other:
            await one.receive_bytes()
            await other.receive_bytes()
            await one.send_str(json.dumps(["stdin", "x" * 2_000_000]))
            closed = await one.receive()
            assert closed.type in (WSMsgType.CLOSE, WSMsgType.CLOSED)
            await other.send_str('["stdin", "still here"]')
            assert await other.receive_bytes() == b"Dstill here"


async def test_no_more_sessions_are_open_than_the_machine_is_asked_to_bear(tmp_path: Path) -> None:
    async with browser(tmp_path, echo(tmp_path)) as client:
        params = {"token": TOKEN}
        sockets = [await client.ws_connect("/ws", params=params) for _ in range(SESSIONS)]
        for one in sockets:
            await one.receive_bytes()
        for path in ("/ws", "/"):
            response = await client.get(path, params=params)
            assert (response.status, "Close one first" in await response.text()) == (503, True)
        await sockets[0].close()
        while (await client.get("/", params=params)).status == 503:
            pass  # its program is still ending
        again = await client.ws_connect("/ws", params=params)
        assert await again.receive_bytes()
        for one in (*sockets[1:], again):
            await one.close()


async def test_a_program_that_does_not_end_is_ended(tmp_path: Path) -> None:
    async def nothing(*given: object) -> None:
        pass

    process = TerminalProcess(
        echo(tmp_path, "--stubborn"),
        write_bytes=nothing, write_str=nothing, close=nothing, download_manager=DownloadManager(),
    )  # fmt: skip
    await process.start(80, 24)
    await process.end(seconds=0.2)
    assert process._process is not None
    assert process._process.returncode == -signal.SIGKILL


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True),
        ("127.0.0.2", True),
        ("localhost", True),
        ("LOCALHOST", True),
        ("::1", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.0.2.1", False),
        ("localhost.example", False),
        ("127.0.0.1.example", False),
    ],
)
def test_what_only_this_machine_can_reach_is_known(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback


def test_a_port_that_is_taken_and_a_host_that_is_none_are_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Workspace.create(tmp_path / "w", reviewer="ann").close()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["-w", str(tmp_path / "w"), "serve", "--port", str(port)]) == 2
    out, err = capsys.readouterr()
    assert (out, err) == ("", f"Error: cannot listen on 127.0.0.1, port {port}: {os.strerror(errno.EADDRINUSE)}.\n")
    for host in ("", " ", "a b"):
        assert main(["-w", str(tmp_path / "w"), "serve", "--host", host]) == 2
        assert "is no address to listen on" in capsys.readouterr().err


def test_the_command_names_workspace_and_reviewer_safely(tmp_path: Path) -> None:
    """Names with spaces and quotes stay one argument of the program that is started."""
    server = BrowserServer(tmp_path / "a folder; rm", "Ann 'A' O'Neil", "::1", 9000, TOKEN)
    words = shlex.split(server.command)
    assert words[-3:] == ["--workspace", str(tmp_path / "a folder; rm"), "--reviewer=Ann 'A' O'Neil"]
    assert server.address == f"http://[::1]:9000/?token={TOKEN}"
