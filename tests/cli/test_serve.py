"""Serving to a browser: nothing without the token, nothing from other hosts."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import CookieJar
from aiohttp.test_utils import TestClient, TestServer

from workbench.cli.browser import COOKIE, BrowserServer

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


def test_the_command_names_workspace_and_reviewer_safely(tmp_path: Path) -> None:
    """Names with spaces and quotes stay one argument of the program that is started."""
    import shlex

    server = BrowserServer(tmp_path / "a folder; rm", "Ann 'A' O'Neil", "::1", 9000, TOKEN)
    words = shlex.split(server.command)
    assert words[-1] == "Ann 'A' O'Neil"
    assert words[-3] == str(tmp_path / "a folder; rm")
    assert server.address == f"http://[::1]:9000/?token={TOKEN}"
