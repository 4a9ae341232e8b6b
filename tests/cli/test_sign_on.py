"""Serving behind a proxy that signs people in: whom the server believes, and what it notes before a session begins."""

from __future__ import annotations

import asyncio
import json
import os
import shlex
import signal
import socket
import stat
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import ClientSession, UnixConnector
from aiohttp.test_utils import TestClient, TestServer

from tests.newsroom import make_newsroom
from workbench.cli.browser import BrowserServer, ForOthers
from workbench.cli.main import main
from workbench.cli.sign_on import (
    MINUTE,
    MOST_A_MINUTE,
    SECRET_HEADER,
    Admission,
    SignOn,
    checked_header,
    listen_at,
    read_secret,
)
from workbench.domain.errors import BadInputError
from workbench.domain.permissions import Role
from workbench.services.record.history import history
from workbench.services.review.permissions import give_role
from workbench.services.workspace import Workspace
from workbench.store.reviewers import add_person

SECRET = "a-secret-of-the-test-and-no-other"
WHO = "X-Remote-User"

SAY = """
import json, os, sys
sys.stdout.buffer.write(b"__GANGLION__\\n")
said = json.dumps([sys.argv[1:], os.environ.get("WORKBENCH_DESK_FILES")]).encode()
sys.stdout.buffer.write(b"D" + len(said).to_bytes(4, "big") + said); sys.stdout.buffer.flush()
sys.stdin.buffer.read()
"""


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A workspace in which Ann is editor and Cleo reads."""
    ann, _ = make_newsroom(tmp_path / "w", "ann")
    with ann:
        give_role(ann, "ann", Role.EDITOR)
        give_role(ann, "cleo", Role.READER)
        return ann.path


@asynccontextmanager
async def proxied(path: Path, files: Path | None = None, each: int = 4) -> AsyncIterator[TestClient]:  # type: ignore[type-arg]
    """Whoever can connect to the port; the terminal's program tells how it was started."""
    others = ForOthers(SignOn(WHO, SECRET.encode()), files=files, each=each)
    server = BrowserServer(path, "ann", "127.0.0.1", 8000, "a-token", others=others)
    (path / "say.py").write_text(SAY, encoding="utf-8")
    server.program, server.forks = [sys.executable, str(path / "say.py")], None
    async with TestClient(TestServer(await server._make_app(), host="127.0.0.1")) as client:
        yield client


UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
}


def page_of(name: str) -> dict[str, str]:
    """What the proxy passes on of a page of the desk."""
    return {WHO: name, SECRET_HEADER: SECRET, "Host": "desk.example", "Origin": "https://desk.example"}


def signed_in(path: Path) -> list[tuple[str, str]]:
    with Workspace.open(path, reviewer="ann") as workspace:
        return [(one.reviewer, one.words) for one in history(workspace) if one.action == "session.sign_in"]


PLACES = ("/", "/ws", "/focus.js", "/static/js/textual.js", "/download/x")


@pytest.mark.parametrize(
    ("headers", "words"),
    [
        ([], "through its proxy alone"),
        ([(WHO, "ann")], "through its proxy alone"),
        ([(WHO, "ann"), (SECRET_HEADER, "")], "through its proxy alone"),
        ([(WHO, "ann"), (SECRET_HEADER, SECRET[:-1])], "through its proxy alone"),
        ([(WHO, "ann"), (SECRET_HEADER, SECRET + "x")], "through its proxy alone"),
        ([(WHO, "ann"), (SECRET_HEADER, "wrong"), (SECRET_HEADER, SECRET)], "through its proxy alone"),
        ([(SECRET_HEADER, SECRET)], "nobody is signed in"),
        ([(WHO, "eve"), (WHO, "ann"), (SECRET_HEADER, SECRET)], "nobody is signed in"),
        ([(WHO, ""), (SECRET_HEADER, SECRET)], "not one that a reviewer can have"),
        ([(WHO, "  "), (SECRET_HEADER, SECRET)], "not one that a reviewer can have"),
        ([(WHO, "x" * 81), (SECRET_HEADER, SECRET)], "not one that a reviewer can have"),
        ([(WHO, "machine: minilm"), (SECRET_HEADER, SECRET)], "not one that a reviewer can have"),
        ([(WHO, "ann\u202e"), (SECRET_HEADER, SECRET)], "not one that a reviewer can have"),
        ([(WHO, "ann\x85"), (SECRET_HEADER, SECRET)], "not one that a reviewer can have"),
    ],
    ids=str,
)
async def test_who_is_not_named_by_the_proxy_gets_nothing(
    room: Path, headers: list[tuple[str, str]], words: str
) -> None:
    """Neither a client that forges the header, nor one whose own header stands beside the proxy's."""
    async with proxied(room) as client:
        for place in PLACES:
            answer = await client.get(place, headers=headers)
            told = await answer.text()
            assert (answer.status, words in told) == (403, True), told
            assert "Traceback" not in told
            assert "ann" not in told
        token = await client.get("/?token=a-token")
        assert token.status == 403, "there is no token beside a proxy"
    assert signed_in(room) == []


@pytest.mark.parametrize("raw", [b"ann\x1b[31m", b"a\x00nn", b"\xff\xfeann", b"ann\tb", b"a\x7fb"])
async def test_bytes_that_are_no_name_are_refused(room: Path, raw: bytes) -> None:
    """What a client of its own making puts into the header never reaches a terminal, a record or a command line."""
    async with proxied(room) as client:
        assert client.port is not None
        with socket.create_connection(("127.0.0.1", client.port)) as sock:
            lines = [b"GET / HTTP/1.1", b"Host: 127.0.0.1", b"Connection: close", b"X-Remote-User: " + raw]
            sock.sendall(b"\r\n".join([*lines, f"{SECRET_HEADER}: {SECRET}".encode(), b"", b""]))
            answer = b""
            while part := await asyncio.to_thread(sock.recv, 65536):
                answer += part
        assert answer.split(b" ")[1] in (b"400", b"403")
        assert b"Traceback" not in answer


async def test_a_session_is_the_persons_own_and_is_noted_before_it_begins(room: Path, tmp_path: Path) -> None:
    """Under the name that the workspace knows; a name that looks like an option is a name."""
    files = tmp_path / "inbox"
    files.mkdir()
    async with proxied(room, files=files) as client:
        for given, known in (
            ("Cleo", "cleo"),
            ("--workspace=/", "--workspace=/"),
            ("Zoë $(id); 'x'", "Zoë $(id); 'x'"),
        ):
            headers = {WHO: given, SECRET_HEADER: SECRET, "Host": "desk.example", "Origin": "https://desk.example"}
            page = await client.get("/", headers=headers)
            assert page.status == 200
            assert "Set-Cookie" not in page.headers
            async with client.ws_connect("/ws", headers=headers) as terminal:
                arguments, reach = json.loads(await terminal.receive_bytes())
                assert arguments == ["--workspace", str(room), f"--reviewer={known}"]
                assert reach == str(files)
    assert signed_in(room) == [(name, f"signed in (by {WHO})") for name in ("cleo", "--workspace=/", "Zoë $(id); 'x'")]


@pytest.mark.parametrize(
    ("known", "sent"),
    [("Ed", "ᴱᵈ"), ("Ed", "Ｅｄ"), ("straße@x", "strasse@x"), ("strasse@x", "STRAßE@x"), ("ﬁn", "fin")],
)
@pytest.mark.parametrize("has_role", [True, False])
async def test_a_name_that_only_reads_like_another_is_refused(
    room: Path, known: str, sent: str, has_role: bool
) -> None:
    """On the page and for the terminal, in a sentence; the person themselves comes in, in whatever case."""
    with Workspace.open(room, reviewer="ann") as ann:
        if has_role:
            give_role(ann, known, Role.EDITOR)
        else:
            with ann.database.write() as connection:
                add_person(connection, known, by="ann")
    async with proxied(room) as client:
        for place in ("/", "/ws"):
            answer = await client.get(place, headers=page_of(sent) | UPGRADE)
            assert (answer.status, await answer.text()) == (
                403,
                f"The name that the proxy gives reads like {known}'s and is written in other letters: nobody is signed "
                "in.\n",
            )
        assert signed_in(room) == []
        async with client.ws_connect("/ws", headers=page_of(known.title() if known == "Ed" else known)) as terminal:
            arguments, _ = json.loads(await terminal.receive_bytes())
            assert arguments[-1] == f"--reviewer={known}"
    assert signed_in(room) == [(known, f"signed in (by {WHO})")]


async def test_the_record_keeps_the_name_as_it_was_sent(room: Path) -> None:
    async with proxied(room) as client, client.ws_connect("/ws", headers=page_of("CLEO")) as terminal:
        await terminal.receive_bytes()
    with Workspace.open(room, reviewer="ann") as ann:
        (event,) = ann.database.rows("SELECT reviewer, after FROM events WHERE action = 'session.sign_in'")
    assert event["reviewer"] == "cleo"
    assert json.loads(event["after"]) == {"told_by": WHO, "sent": "CLEO"}


async def test_only_a_page_of_the_desk_opens_a_terminal_and_is_noted(room: Path) -> None:
    """A plain GET, a program without an Origin and what another site begins add no event."""
    async with proxied(room) as client:
        page = page_of("ann")
        bare = {name: value for name, value in page.items() if name != "Origin"}
        for headers, status in (
            (page, 400),
            (page | {"Upgrade": "websocket"}, 400),
            (bare | UPGRADE, 403),
            (page | UPGRADE | {"Origin": "null"}, 403),
            (page | UPGRADE | {"Sec-Fetch-Site": "cross-site"}, 403),
        ):
            assert (await client.get("/ws", headers=headers)).status == status, headers
        assert signed_in(room) == []


async def test_a_page_of_another_site_opens_no_terminal(room: Path) -> None:
    """The browser would send what it is signed in with along."""
    async with proxied(room) as client:
        headers = {WHO: "ann", SECRET_HEADER: SECRET, "Host": "desk.example", "Origin": "https://evil.example"}
        assert (await client.get("/ws", headers=headers)).status == 403
    assert signed_in(room) == []


async def test_what_cannot_be_noted_does_not_begin(room: Path) -> None:
    async with proxied(room) as client:
        (room / "claims.db").rename(room / "gone.db")
        answer = await client.get("/ws", headers=page_of("ann") | UPGRADE)
        assert answer.status == 503
        assert "Nobody can be signed in now" in await answer.text()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--trust-header", WHO], "every account of this machine can connect to a port"),
        (
            ["--trust-header", WHO, "--host", "0.0.0.0", "--proxy-secret-file", "SECRET"],
            "can be reached from other machines",
        ),
        (["--trust-header", WHO, "--proxy-secret-file", "missing"], "cannot be read"),
        (["--trust-header", WHO, "--proxy-secret-file", "open"], "chmod 600"),
        (["--trust-header", WHO, "--proxy-secret-file", "short"], "no secret of 24 characters"),
        (["--trust-header", "X Remote", "--unix-socket", "s"], "no header that a proxy tells a name in"),
        (["--trust-header", "cookie", "--unix-socket", "s"], "no header that a proxy tells a name in"),
        (["--trust-header", WHO, "--unix-socket", "file"], "is no socket"),
        (["--trust-header", WHO, "--unix-socket", "none/s"], "there is no folder none; make it first"),
        (["--trust-header", WHO, "--unix-socket", "s" * 200], "cannot listen at"),
        (["--trust-header", WHO, "--unix-socket", "s", "--socket-group", "no such group"], "no group 'no such group'"),
        (["--trust-header", WHO, "--proxy-secret-file", "SECRET", "--socket-group", "root"], "goes with --unix-socket"),
        (["--trust-header", WHO, "--unix-socket", "s", "--files", "none"], "is no folder"),
        (["--unix-socket", "s"], "go with --trust-header"),
        (["--sessions", "0"], "--sessions"),
    ],
    ids=" ".join,
)
def test_a_header_is_believed_only_where_the_proxy_alone_can_send_it(
    room: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    words: str,
) -> None:
    """One sentence, exit code 2, and no socket left behind."""
    monkeypatch.chdir(tmp_path)
    for name, mode, held in (
        ("SECRET", 0o600, SECRET),
        ("open", 0o644, SECRET),
        ("short", 0o600, "x" * 23),
        ("file", 0o600, ""),
    ):
        path = tmp_path / name
        path.write_text(held, encoding="utf-8")
        path.chmod(mode)
    assert main(["-w", str(room), "serve", *arguments]) == 2
    told = capsys.readouterr().err
    assert words in told
    assert told.count("\n") == 1
    assert not (tmp_path / "s").exists()


def test_a_secret_is_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_text(f"{SECRET}\n", encoding="utf-8")
    path.chmod(0o600)
    assert read_secret(path) == SECRET.encode()
    assert SECRET not in repr(SignOn(WHO, read_secret(path)))
    for wrong in (f"{SECRET}\n{SECRET}", f"{SECRET} {SECRET}", "é" * 40, "x" * 1001):
        path.write_text(wrong, encoding="utf-8")
        with pytest.raises(BadInputError, match="holds"):
            read_secret(path)
    assert checked_header("Remote-User") == "Remote-User"


def test_a_socket_is_closed_to_others_from_the_beginning(tmp_path: Path) -> None:
    path = tmp_path / "desk.sock"
    first = listen_at(path, None)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    first.listen()
    with pytest.raises(BadInputError, match="somebody listens"):
        listen_at(path, None)
    first.close()
    group = listen_at(path, "root") if os.getuid() == 0 else listen_at(path, None)
    assert stat.S_IMODE(path.stat().st_mode) == (0o660 if os.getuid() == 0 else 0o600), "what a kill left gives way"
    group.close()


def test_a_group_of_others_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And no socket is left behind."""

    def forbidden(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "chown", forbidden)
    with pytest.raises(BadInputError, match="is not in the group root; add them to it"):
        listen_at(tmp_path / "desk.sock", "root")
    assert list(tmp_path.iterdir()) == []


async def test_the_real_program_serves_at_its_socket(room: Path, tmp_path: Path) -> None:
    """The page, the terminal of a reader, the note in the record; and the socket is gone with the server."""
    path = tmp_path / "desk.sock"
    command = [sys.executable, "-c", "from workbench.cli.main import run; run()", "--workspace", str(room)]
    given = ["--reviewer", "ann", "serve", "--trust-header", WHO, "--unix-socket", str(path), "--sessions", "2"]
    process = await asyncio.create_subprocess_exec(*command, *given, stdout=subprocess.PIPE, start_new_session=True)
    try:
        assert process.stdout is not None
        assert (await process.stdout.readline()).decode().strip() == f"unix:{path}"
        async with ClientSession(connector=UnixConnector(str(path))) as proxy:
            async with proxy.get("http://desk.example/") as refused:
                assert refused.status == 403
            headers = {WHO: "cleo", "Origin": "http://desk.example"}
            async with proxy.ws_connect("http://desk.example/ws?width=100&height=30", headers=headers) as terminal:
                seen = b""
                while b"cleo" not in seen:
                    seen += await terminal.receive_bytes()
    finally:
        process.send_signal(signal.SIGINT)
        await process.communicate()
    assert not path.exists()
    assert signed_in(room) == [("cleo", f"signed in (by {WHO})")]


def test_words_of_a_command_line_are_whole() -> None:
    """A name goes to the session's program as one word, whatever it is made of."""
    for name in ("a b", "$(id)", "'", '"', "--x", "é"):
        assert shlex.split(shlex.join([f"--reviewer={name}"])) == [f"--reviewer={name}"]


def test_a_person_begins_so_many_sessions_a_minute() -> None:
    """Others are not held up by it, and neither is the person a minute later; nobody is remembered for ever."""
    now = 0.0
    admission = Admission(clock=lambda: now)
    for number in range(MOST_A_MINUTE):
        assert admission.admits(("ann", "Ann")[number % 2])
        now += 1
    assert not admission.admits("ANN")
    assert admission.admits("cleo")
    now = MINUTE - 0.5
    assert not admission.admits("ann")
    now = MINUTE
    assert admission.admits("ann")
    assert not admission.admits("ann")
    now = 10 * MINUTE
    assert admission.admits("ed")
    assert list(admission._begun) == ["ed"]


async def test_who_opens_terminals_without_end_is_told_and_not_noted(
    room: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Admission, "admits", lambda _, name: name != "cleo")
    async with proxied(room) as client:
        answer = await client.get("/ws", headers={**page_of("cleo"), **UPGRADE})
        assert answer.status == 429
        assert "Wait a minute" in await answer.text()
        async with client.ws_connect("/ws", headers=page_of("ann")):
            pass
    assert [who for who, _ in signed_in(room)] == ["ann"]


async def test_one_person_does_not_take_the_places_of_all(room: Path) -> None:
    """Two at a time here: a third is refused in a sentence, on the page too; others come in, and so do they later."""
    async with proxied(room, each=2) as client:
        first = await client.ws_connect("/ws", headers=page_of("Cleo"))
        async with client.ws_connect("/ws", headers=page_of("cleo")):
            for place in ("/ws", "/"):
                answer = await client.get(place, headers={**page_of("CLEO"), **UPGRADE})
                assert answer.status == 429
                said = "2 terminals are open under your name, the most for one person. Close one first.\n"
                assert await answer.text() == said
            async with client.ws_connect("/ws", headers=page_of("ann")):
                pass
        await first.close()
        while (await client.get("/", headers=page_of("cleo"))).status == 429:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        async with client.ws_connect("/ws", headers=page_of("cleo")):
            pass
    assert Counter(who for who, _ in signed_in(room)) == {"cleo": 3, "ann": 1}


async def test_who_is_refused_under_a_name_like_somebodys_shuts_nobody_out(room: Path) -> None:
    with Workspace.open(room, reviewer="ann") as ann:
        give_role(ann, "Ed", Role.EDITOR)
    async with proxied(room) as client:
        for _ in range(MOST_A_MINUTE + 1):
            assert (await client.get("/ws", headers=page_of("Ｅｄ") | UPGRADE)).status == 403
        async with client.ws_connect("/ws", headers=page_of("Ed")):
            pass
    assert [who for who, _ in signed_in(room)] == ["Ed"]
