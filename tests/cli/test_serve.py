"""Serving to a browser: nothing without the token, nothing from other hosts."""

from __future__ import annotations

import errno
import os
import re
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import CookieJar
from aiohttp.test_utils import TestClient, TestServer

from workbench.cli.browser import COOKIE, BrowserServer, is_loopback
from workbench.cli.main import main
from workbench.services.workspace import Workspace

TOKEN = "a-token-of-the-test"


@asynccontextmanager
async def browser(path: Path) -> AsyncIterator[TestClient]:  # type: ignore[type-arg]
    """A browser that talks to the server."""
    server = BrowserServer(path, "ann", "127.0.0.1", 8000, TOKEN)
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
        assert f"{COOKIE}={TOKEN}" in cookie
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
    import shlex

    server = BrowserServer(tmp_path / "a folder; rm", "Ann 'A' O'Neil", "::1", 9000, TOKEN)
    words = shlex.split(server.command)
    assert words[-1] == "Ann 'A' O'Neil"
    assert words[-3] == str(tmp_path / "a folder; rm")
    assert server.address == f"http://[::1]:9000/?token={TOKEN}"
