"""`workbench receive` as a program of its own: what a browser may send, and what nobody may."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.ingest.making import WORDS, page
from workbench.services.articles.stored_articles import list_articles
from workbench.services.evidence.sources import list_sources
from workbench.services.workspace import Workspace

TOKEN = "0123456789abcdef0123"
ADDRESS = "https://post.example/members/ferry"
PAGE = page("Ferry returns", WORDS).encode()


class Running:
    """A receiver, and what a browser asks of it."""

    def __init__(self, desk: Path, *options: str) -> None:
        command = [sys.executable, "-P", "-m", "workbench", "-w", str(desk), "--reviewer", "ada", "receive"]
        environment = {**os.environ, "WORKBENCH_RECEIVE_TOKEN": TOKEN}
        self.process = subprocess.Popen(
            [*command, "--port", "0", *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
        )
        assert self.process.stdout is not None
        self.address = self.process.stdout.readline().decode().strip()
        self.port = urlsplit(self.address).port or 0

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, str]:
        connection = HTTPConnection("127.0.0.1", self.port)
        connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        told = answer.read().decode()
        connection.close()
        return answer.status, told

    def send(self, path: str = "/save", *, fields: dict[str, bytes] | None = None, **headers: str) -> tuple[int, str]:
        """A form as browsers send it."""
        given = {"url": ADDRESS.encode(), "file": PAGE} if fields is None else fields
        body = b"".join(
            b'--X\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % (name.encode(), value)
            for name, value in given.items()
        )
        return self.ask("POST", path, body + b"--X--\r\n", Content_Type="multipart/form-data; boundary=X", **headers)

    def page_token(self) -> str:
        status, shown = self.ask("GET", f"/?token={TOKEN}")
        assert status == 200
        return shown.split("token:&quot;", 1)[1].split("&quot;", 1)[0]

    @property
    def window(self) -> str:
        """The `Origin` of the window that the bookmark opens."""
        return f"http://127.0.0.1:{self.port}"

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait()
        for stream in (self.process.stdout, self.process.stderr):
            assert stream is not None
            stream.close()
        return code


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    Workspace.create(tmp_path / "desk", reviewer="ada").close()
    return tmp_path / "desk"


@pytest.fixture
def running(desk: Path) -> Iterator[Running]:
    started = Running(desk)
    yield started
    assert started.stop() == 130


@pytest.fixture(scope="module")
def refusing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Running, Path]]:
    """A receiver for all who are refused, and its desk, into which nothing comes."""
    desk = tmp_path_factory.mktemp("refusing") / "desk"
    Workspace.create(desk, reviewer="ada").close()
    started = Running(desk)
    yield started, desk
    assert started.stop() == 130


def test_a_page_from_singlefile_is_an_article_with_its_address(running: Running, desk: Path) -> None:
    status, told = running.send(Authorization=f"Bearer {TOKEN}", Origin="moz-extension://abc")
    assert (status, told.startswith('{"told": "Article 1: Ferry returns')) == (200, True)
    assert "is there already" in running.send(Authorization=f"Bearer {TOKEN}")[1]
    with Workspace.open(desk, reviewer="ada") as workspace:
        [article] = list_articles(workspace)
        assert article.title == "Ferry returns"
        assert workspace.database.value("SELECT url FROM articles") == ADDRESS


def test_a_page_may_be_evidence(running: Running, desk: Path) -> None:
    status, told = running.send("/save/evidence", Authorization=f"Bearer {TOKEN}")
    assert (status, "workbench reindex" in told) == (200, True)
    with Workspace.open(desk, reviewer="ada") as workspace:
        [(source, _)] = list_sources(workspace)
        assert (source.url, source.title) == (ADDRESS, "Ferry returns")


def test_a_page_sent_again_is_told_as_what_it_is(running: Running) -> None:
    """There already, or in a new version."""
    sent = {"url": ADDRESS.encode(), "file": PAGE}
    key = {"Authorization": f"Bearer {TOKEN}"}
    assert running.send("/save/evidence", fields=sent, **key)[1].startswith('{"told": "Added to the evidence')
    assert "there already, unchanged" in running.send("/save/evidence", fields=sent, **key)[1]
    newer = PAGE.replace(b"</p>", b" It was said again on Monday, at length, by the harbour trust.</p>", 1)
    assert newer != PAGE
    told = running.send("/save/evidence", fields={**sent, "file": newer}, **key)[1]
    assert json.loads(told)["told"].startswith("A new version is in the evidence")


def test_the_bookmarklet_stores_the_page_it_is_pressed_on_and_no_other(running: Running, desk: Path) -> None:
    token = running.page_token()
    assert token != TOKEN
    fields = {"token": token.encode(), "url": ADDRESS.encode(), "site": b"https://post.example", "file": PAGE}

    def sent(*, origin: str | None = running.window, **other: bytes) -> int:
        headers = {} if origin is None else {"Origin": origin}
        return running.send("/save/article", fields={**fields, **other}, **headers)[0]

    assert sent(origin=None) == 403
    for foreign in ("https://post.example", "null", "http://localhost:1", f"{running.window}.post.example"):
        assert sent(origin=foreign) == 403, foreign
    for site in (b"https://evil.example", b"http://post.example", b"https://post.example:8443", b"null", b""):
        assert sent(site=site) == 403, site
    assert sent(token=TOKEN.encode()) == 403
    assert running.send("/save/article", fields=fields, Authorization=f"Bearer {token}")[0] == 403
    assert sent() == 200
    with Workspace.open(desk, reviewer="ada") as workspace:
        assert len(list_articles(workspace)) == 1


def test_a_bookmark_lasts_as_long_as_the_token(running: Running, desk: Path) -> None:
    """Whoever keeps the token need not make the bookmark again; it does not tell the token."""
    again, other = Running(desk), Running(desk, "--token", "f" * 20)
    assert again.page_token() == running.page_token()
    assert TOKEN not in running.page_token()
    assert other.address.endswith("f" * 20)
    assert (again.stop(), other.stop()) == (130, 130)


def test_the_window_of_the_bookmark_runs_its_own_script_alone(running: Running) -> None:
    connection = HTTPConnection("127.0.0.1", running.port)
    connection.request("GET", "/from-page/evidence")
    answer = connection.getresponse()
    shown, policy = answer.read().decode(), answer.getheader("Content-Security-Policy") or ""
    connection.close()
    script = shown.split("<script>")[1].split("</script>")[0]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none';")
    assert "/save/evidence" in script
    assert running.ask("GET", "/from-page/elsewhere")[0] == 403
    assert running.ask("GET", "/from-page/article", Host="evil.example")[0] == 403


RECORDED = (
    b"------WebKitFormBoundaryquScaDhFAcO9jaBy\r\n"
    b'Content-Disposition: form-data; name="file"; filename="Ferry returns (11_30_2026 3\xef\xbc\x9a39 AM).html"\r\n'
    b"Content-Type: text/html\r\n\r\n%s\r\n"
    b"------WebKitFormBoundaryquScaDhFAcO9jaBy\r\n"
    b'Content-Disposition: form-data; name="url"\r\n\r\n%s\r\n'
    b"------WebKitFormBoundaryquScaDhFAcO9jaBy--\r\n"
)
"""The form as SingleFile's own code sends it from an extension in Chromium 150."""


@pytest.mark.parametrize("scheme", ["chrome-extension", "moz-extension", "safari-web-extension"])
def test_what_singlefile_sends_is_answered_in_json(running: Running, scheme: str) -> None:
    """It reads the answer as JSON and calls anything else a failure, though the page was stored."""
    extension = f"{scheme}://iphaiojpignhmbkedmjkagnogjnklkmd"
    connection = HTTPConnection("127.0.0.1", running.port)
    connection.request("OPTIONS", "/save", headers={
        "Origin": extension, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization"
    })  # fmt: skip
    asked = connection.getresponse()
    asked.read()
    allowed = (asked.getheader("Access-Control-Allow-Origin"), asked.getheader("Access-Control-Allow-Headers"))
    assert (asked.status, *allowed) == (200, extension, "Authorization")
    connection.close()
    connection.request("POST", "/save", RECORDED % (PAGE, ADDRESS.encode()), {
        "Authorization": f"Bearer {TOKEN}", "Accept": "application/json", "Origin": extension,
        "Sec-Fetch-Dest": "empty", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Site": "none",
        "Content-Type": "multipart/form-data; boundary=----WebKitFormBoundaryquScaDhFAcO9jaBy",
    })  # fmt: skip
    answer = connection.getresponse()
    told = json.loads(answer.read())
    assert (answer.status, answer.getheader("Content-Type")) == (200, "application/json")
    assert answer.getheader("Access-Control-Allow-Origin") == extension
    assert told["told"].startswith("Article 1: Ferry returns")
    connection.close()


@pytest.mark.parametrize("origin", ["https://post.example", "null", "http://127.0.0.1", None])
def test_no_web_page_is_let_through_to_ask(refusing: tuple[Running, Path], origin: str | None) -> None:
    connection = HTTPConnection("127.0.0.1", refusing[0].port)
    connection.request("OPTIONS", "/save", headers={} if origin is None else {"Origin": origin})
    answer = connection.getresponse()
    answer.read()
    assert (answer.status, answer.getheader("Access-Control-Allow-Origin")) == (403, None)
    connection.close()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 403),
        ({"Authorization": "Bearer wrong"}, 403),
        ({"Authorization": f"Bearer {TOKEN}", "Origin": "https://evil.example"}, 403),
        ({"Authorization": f"Bearer {TOKEN}", "Origin": "null"}, 403),
        ({"Authorization": f"Bearer {TOKEN}", "Host": "evil.example"}, 403),
        ({"Authorization": f"Bearer {TOKEN}", "Host": "127.0.0.1.evil.example:80"}, 403),
    ],
)
def test_who_may_not_send_is_refused_and_nothing_is_stored(
    refusing: tuple[Running, Path], headers: dict[str, str], status: int
) -> None:
    running, desk = refusing
    assert running.send("/save", fields=None, **headers)[0] == status
    with Workspace.open(desk, reviewer="ada") as workspace:
        assert list_articles(workspace) == []


def test_the_setup_page_is_for_who_knows_the_token(refusing: tuple[Running, Path]) -> None:
    running, _ = refusing
    assert running.address == f"http://127.0.0.1:{running.port}/?token={TOKEN}"
    assert running.ask("GET", "/")[0] == 403
    assert running.ask("GET", f"/elsewhere?token={TOKEN}")[0] == 403
    assert "javascript:" in running.ask("GET", f"/?token={TOKEN}")[1]


@pytest.mark.parametrize(
    ("fields", "status", "told"),
    [
        ({"url": b"file:///etc/passwd", "file": PAGE}, 422, "comes with the http or https address"),
        ({"url": ADDRESS.encode()}, 400, "no page in the field"),
        ({"url": ADDRESS.encode(), "file": b"\0\1\2" * 100}, 422, "the page cannot be read: it is a binary file"),
        ({f"f{number}": b"x" for number in range(30)}, 400, "no form with a page"),
    ],
)
def test_what_is_no_page_is_told(
    refusing: tuple[Running, Path], fields: dict[str, bytes], status: int, told: str
) -> None:
    found = refusing[0].send(fields=fields, Authorization=f"Bearer {TOKEN}")
    assert (found[0], told in found[1]) == (status, True), found


def test_sizes_are_bounded_before_anything_is_read(running: Running) -> None:
    bearer = f"Bearer {TOKEN}"
    form = "multipart/form-data; boundary=X"
    with socket.create_connection(("127.0.0.1", running.port)) as raw:
        head = f"POST /save HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: {bearer}\r\nContent-Type: {form}\r\n"
        raw.sendall(f"{head}Content-Length: 9999999999\r\n\r\n".encode())
        assert b" 413 " in raw.recv(4096)
    assert running.ask("POST", "/save", b"x", Authorization=bearer, Content_Type="text/html")[0] == 415
    assert running.ask("POST", "/other", b"x", Authorization=bearer)[0] == 404
    assert running.send(Authorization=bearer)[0] == 200, "it goes on after all of that"


def test_a_port_that_is_taken_and_a_weak_token_are_one_sentence(desk: Path) -> None:
    def told(*options: str) -> tuple[int, str]:
        command = [sys.executable, "-P", "-m", "workbench", "-w", str(desk), "receive", *options]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return done.returncode, done.stderr

    with socket.create_server(("127.0.0.1", 0)) as taken:
        code, err = told("--port", str(taken.getsockname()[1]))
    assert (code, "cannot listen" in err, "Traceback" in err) == (2, True, False)
    assert told("--port", "0", "--token", "short")[0] == 2
    assert json.dumps(err)
