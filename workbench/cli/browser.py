"""The web server behind `workbench serve`: textual-serve with a token before everything, and nothing from elsewhere."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import platform
import re
import shlex
import sys
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from dataclasses import dataclass
from html import escape
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web
from textual_serve.server import Server

from workbench.cli.browser_session import MOST_BYTES, TerminalProcess, clamped, converse
from workbench.cli.forked_sessions import ForkServer
from workbench.cli.sign_on import MOST_EACH, Admission, SignOn, UnknownPersonError, listen_at
from workbench.domain.errors import NotAllowedError, WorkbenchError
from workbench.services.review.permissions import note_sign_in, who_signs_in
from workbench.services.workspace import DESK_FILES, Workspace
from workbench.system.allocator import sparing

SESSIONS = 8
"""Terminals that may be open at a time, unless more are asked for; each is a program of its own."""
FONT_SIZES = frozenset(str(size) for size in range(6, 61))
_HOST = re.compile(r"(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

# The page of textual-serve asks another host for a font; this one takes the same font from the package.
_PAGE = """<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>{title}</title>
    <link rel="stylesheet" href="/static/css/xterm.css" />
    <link rel="icon" href="data:," />
    <style>
      @font-face {{ font-family: "Roboto Mono"; src: url("/static/fonts/RobotoMono-VariableFont_wght.ttf"); }}
      @font-face {{
        font-family: "Roboto Mono"; font-style: italic;
        src: url("/static/fonts/RobotoMono-Italic-VariableFont_wght.ttf");
      }}
      html, body, #terminal {{ width: 100vw; height: 100vh; margin: 0; overflow: hidden; }}
      body {{ background: #10141a; color: #d5dce6; font-family: "Roboto Mono", monospace; }}
      .closed {{ display: none; position: absolute; inset: 0; z-index: 10; background: #10141aee; }}
      body.-closed .closed {{ display: grid; place-items: center; }}
      .closed a {{ color: #6cb6ff; }}
    </style>
    <script src="/static/js/textual.js"></script>
    <script src="/focus.js" defer></script>
  </head>
  <body>
    <div class="closed"><p>The session has ended. <a href="/">Open it again</a></p></div>
    <div id="terminal" class="textual-terminal"
      data-session-websocket-url="{websocket}" data-font-size="{font_size}"></div>
  </body>
</html>
"""

# The terminal of textual-serve takes no key until it is clicked on; here it has the keyboard as soon as it is there,
# and again whenever the page gets it back.
_FOCUS = """"use strict";
const terminal = document.getElementById("terminal");
function focus() {
  const keyboard = terminal.querySelector("textarea");
  if (keyboard) keyboard.focus();
  return Boolean(keyboard);
}
const watching = new MutationObserver(() => { if (focus()) watching.disconnect(); });
if (!focus()) watching.observe(terminal, { childList: true, subtree: true });
window.addEventListener("focus", focus);
// The cookie lets this browser in from now on: the token need not stand where screens are shared and visits are listed.
const address = new URL(location.href);
if (address.searchParams.has("token")) {
  address.searchParams.delete("token");
  history.replaceState(null, "", address);
}
"""


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address of this name."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _origin_host(origin: str) -> str | None:
    """Host and port of a page, None where what the browser names is not one."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return None


def _host_in(address: str) -> str | None:
    """The host that a web address names, None where it is no address."""
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None


def _encrypted(request: web.Request) -> bool:
    """Whether a server in front says that the page goes to the browser by TLS."""
    return request.headers.get("X-Forwarded-Proto", "").lower() == "https"


def _nobody(error: WorkbenchError) -> web.Response:
    """The answer where nobody can be signed in, or not under this name."""
    if isinstance(error, NotAllowedError):
        return web.Response(status=403, text=f"{error}\n")
    return web.Response(status=503, text=f"Nobody can be signed in now: {error}\n")


def _socket_of(request: web.Request) -> str:
    return f"{'wss' if _encrypted(request) else 'ws'}://{request.host}"


@dataclass(frozen=True, slots=True)
class ForOthers:
    """Serving people who sit elsewhere and whom a proxy has signed in."""

    sign_on: SignOn
    socket: Path | None = None
    """The Unix socket to listen at, in the place of host and port."""
    group: str | None = None
    """Who may open the socket, beside its user."""
    files: Path | None = None
    """The one folder of this machine that they may read."""
    each: int = MOST_EACH
    """Sessions that one of them may have open at a time."""


class BrowserServer(Server):
    """One workspace; whoever knows the token gets a session as its reviewer, or each person one of their own.

    With `others` there is no token: a proxy says who somebody is, and each session is noted in the record before it
    begins.
    """

    def __init__(
        self,
        path: Path,
        reviewer: str,
        host: str,
        port: int,
        token: str,
        *,
        sessions: int = SESSIONS,
        others: ForOthers | None = None,
    ) -> None:
        program = "from workbench.cli.main import run; run()"
        # -P: a file of the folder one stands in must never be imported in place of a library
        self.program = [sys.executable, "-P", "-c", program]
        self.arguments = ["--workspace", str(path), f"--reviewer={reviewer}"]
        # A web address writes an IPv6 address in brackets.
        shown = f"[{host}]" if ":" in host else host
        super().__init__(
            shlex.join([*self.program, *self.arguments]),
            host=host,
            port=port,
            title=f"workbench · {path.name}",
            public_url=f"http://{shown}:{port}",
        )
        self.token = token
        self.path = path
        self.sessions = sessions
        self.others = others
        # Cookies know no ports: two servers of one machine, or behind one name, must not take each other's.
        place = f"{platform.node()}\0{path}\0{port}".encode("utf-8", "surrogateescape")
        self.cookie = f"workbench_{hashlib.sha256(place).hexdigest()[:12]}"
        self.forks: ForkServer | None = ForkServer()
        """None: every session is a program of its own."""
        self._open = 0
        self._admission = Admission(others.each if others is not None else MOST_EACH)
        self._tell: Callable[[], None] = lambda: None

    @property
    def address(self) -> str:
        """What the user opens, or the proxy connects to."""
        if self.others is None:
            return f"{self.public_url}/?token={self.token}"
        return self.public_url if self.others.socket is None else f"unix:{self.others.socket}"

    def run(self, tell: Callable[[], None]) -> None:
        """Serve until Ctrl-C; `tell` is called once the port is open.

        Raises:
            OSError: The port cannot be opened.
            BadInputError: The socket cannot be made.
        """
        self._tell = tell
        with ExitStack() as ends:
            if self.forks is not None:
                ends.callback(self.forks.close)
            if self.others is None or self.others.socket is None:
                web.run_app(self._make_app(), host=self.host, port=self.port, print=lambda *_: self._tell())
                return
            listening = listen_at(self.others.socket, self.others.group)
            ends.callback(self.others.socket.unlink, missing_ok=True)
            web.run_app(self._make_app(), sock=listening, print=lambda *_: self._tell())

    async def _make_app(self) -> web.Application:
        app = web.Application(middlewares=[self._guard])
        app.add_routes(
            [
                web.get("/", self.handle_index, name="index"),
                web.get("/focus.js", self.handle_focus, name="focus"),
                web.get("/ws", self.handle_websocket, name="websocket"),
                web.get("/download/{key}", self.handle_download, name="download"),
                web.static("/static", self.statics_path, name="static"),
            ]
        )
        return app

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Nothing, not even a script, is given to who is not known; nor to a page of another site."""
        origin = request.headers.get("Origin")
        foreign = origin is not None and _origin_host(origin) != request.host
        refusal = "This page was opened by another site." if foreign else self._refusal(request)
        if refusal:
            return web.Response(status=403, text=f"{refusal}\n")
        response = await handler(request)
        if not response.prepared:
            response.headers["Referrer-Policy"] = "no-referrer"
            response.headers["X-Content-Type-Options"] = "nosniff"
            response.headers["Cache-Control"] = "no-store"
            response.headers["Content-Security-Policy"] = (
                "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
                f"img-src 'self' data:; connect-src 'self' {_socket_of(request)}; base-uri 'none'; form-action 'none'; "
                "frame-ancestors 'none'"
            )
        return response

    def _refusal(self, request: web.Request) -> str:
        """Why whoever asks gets nothing; "" where they do."""
        if self.others is not None:
            try:
                self.others.sign_on.reviewer(request)
            except UnknownPersonError as error:
                return str(error)
            return "" if _HOST.fullmatch(request.host) else "This is no address that the desk is reached at."
        given = request.query.get("token") or request.cookies.get(self.cookie, "")
        known = hmac.compare_digest(given.encode("utf-8", "replace"), self.token.encode())
        if known and self._host_is_ours(request.host):
            return ""
        return "Open the address that `workbench serve` printed, token included."

    def _full(self) -> web.Response:
        return web.Response(
            status=503, text=f"{self.sessions} sessions are open, the most at a time. Close one first.\n"
        )

    def _full_of_theirs(self) -> web.Response:
        each = self._admission.each
        many = "1 terminal is" if each == 1 else f"{each} terminals are"
        return web.Response(
            status=429, text=f"{many} open under your name, the most for one person. Close one first.\n"
        )

    def _host_is_ours(self, host: str) -> bool:
        """On loopback a foreign name for this machine is refused: it would be a page that rebinds its own name."""
        name = _host_in(f"//{host}") if _HOST.fullmatch(host) else None
        return name is not None and (not is_loopback(self.host) or is_loopback(name))

    async def handle_websocket(self, request: web.Request) -> web.StreamResponse:  # type: ignore[override]
        """A terminal: a program of its own, until the page or the program ends."""
        if self._open >= self.sessions:
            return self._full()
        websocket = web.WebSocketResponse(heartbeat=15, max_msg_size=MOST_BYTES)
        if refused := self._no_terminal(request, websocket):
            return refused
        self._open += 1
        with ExitStack() as ends:
            ends.callback(self._one_less)
            command, arguments, environment = self.command, self.arguments, sparing()
            if self.others is not None:
                sent = self.others.sign_on.reviewer(request)
                try:
                    # who is refused counts against nobody: the name may only look like somebody's
                    reviewer = await asyncio.to_thread(self._sign_in, sent, noted=False)
                    if self._admission.is_full(reviewer):
                        return self._full_of_theirs()
                    ends.enter_context(self._admission.open(reviewer))
                    if not self._admission.admits(reviewer):
                        return web.Response(
                            status=429, text="Too many terminals were opened under this name. Wait a minute.\n"
                        )
                    await asyncio.to_thread(self._sign_in, sent)
                except WorkbenchError as error:  # what cannot be noted does not begin
                    return _nobody(error)
                arguments = ["--workspace", str(self.path), f"--reviewer={reviewer}"]
                command = shlex.join([*self.program, *arguments])
                environment[DESK_FILES] = str(self.others.files or "")
            await websocket.prepare(request)

            async def close() -> None:
                await websocket.close()

            process = TerminalProcess(
                command,
                write_bytes=websocket.send_bytes,
                write_str=websocket.send_str,
                close=close,
                download_manager=self.download_manager,
            )
            process.environment, process.arguments, process.forks = environment, arguments, self.forks
            try:
                await process.start(*clamped(request.query.get("width"), request.query.get("height")))
                await converse(websocket, process)
            finally:
                await process.end()
        return websocket

    def _one_less(self) -> None:
        self._open -= 1

    def _no_terminal(self, request: web.Request, websocket: web.WebSocketResponse) -> web.Response | None:
        """The answer to what is no page's question for a terminal, before anything is noted; None where it is one."""
        if not websocket.can_prepare(request).ok:
            return web.Response(status=400, text="The terminal is in the page at /.\n")
        # `_guard` has compared the Origin with the host. Browsers always send one here; who signs in has to.
        stranger = "Origin" not in request.headers or request.headers.get("Sec-Fetch-Site") == "cross-site"
        if self.others is not None and stranger:
            return web.Response(status=403, text="A terminal is opened by the desk's own page alone.\n")
        return None

    def _sign_in(self, sent: str, *, noted: bool = True) -> str:
        """In a thread: note a session in the record, and give the name as the workspace knows it.

        Raises:
            NotAllowedError: It reads like the name of somebody else.
            WorkbenchError: It cannot be noted.
        """
        assert self.others is not None
        with Workspace.open(self.path, reviewer=sent) as workspace:
            workspace.reviewer = who_signs_in(workspace, sent)
            if noted:
                note_sign_in(workspace, self.others.sign_on.header, sent)
            return workspace.reviewer

    async def handle_index(self, request: web.Request) -> web.Response:
        """The page with the terminal; the token goes on in a cookie that scripts cannot read."""
        if self._open >= self.sessions:
            return self._full()
        if self.others is not None:  # whom no terminal will be opened for is told here, where it can be read
            try:
                who = await asyncio.to_thread(self._sign_in, self.others.sign_on.reviewer(request), noted=False)
            except WorkbenchError as error:
                return _nobody(error)
            if self._admission.is_full(who):
                return self._full_of_theirs()
        size = request.query.get("fontsize", "16")
        page = _PAGE.format(
            title=escape(self.title),
            websocket=escape(f"{_socket_of(request)}/ws"),
            font_size=size if size in FONT_SIZES else "16",
        )
        response = web.Response(text=page, content_type="text/html")
        if self.others is None:
            response.set_cookie(
                self.cookie, self.token, httponly=True, samesite="Strict", path="/", secure=_encrypted(request)
            )
        return response

    async def handle_focus(self, request: web.Request) -> web.Response:
        """The script that gives the terminal the keyboard."""
        return web.Response(text=_FOCUS, content_type="text/javascript")
