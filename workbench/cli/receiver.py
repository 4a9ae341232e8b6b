"""The web server behind `workbench receive`: pages from the user's own browser, on this machine alone.

Two tokens: SingleFile sends the first in a header, and no web page may use it. The bookmarklet runs inside the page
that is looked at, which could read its token: that one stores pages of the very site alone that sends them. Which site
that is, the browser tells our own window (`bookmarklet`).
"""

from __future__ import annotations

import hashlib
import hmac
import html
import json
import re
import threading
from collections.abc import Callable
from email.parser import BytesParser
from email.policy import HTTP
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from typing import Any
from urllib.parse import parse_qs, urlsplit

from workbench.cli.bookmarklet import bookmarklet, window
from workbench.domain.errors import WorkbenchError

LARGEST_PAGE = 50_000_000
"""Bytes of one request."""
MOST_PARTS = 20
SECONDS = 30.0
"""How long a browser may take to send."""
EXTENSIONS = ("moz-extension", "chrome-extension", "safari-web-extension")
KINDS = ("article", "evidence")
_HOST = re.compile(r"(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")

Save = Callable[[bytes, str, bool], str]
"""Stores a page: its bytes, its address, whether it is evidence; gives what to tell."""

_SETUP = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>workbench receive</title></head><body>
<h1>Send the page you are looking at</h1>
<p>Drag to the bookmarks: <a href="{article}">Page as article</a> · <a href="{evidence}">Page as evidence</a></p>
<p>SingleFile, option “save to a REST Form API”: URL <code>{save}</code>, authorization token <code>{token}</code>,
archive data field name <code>file</code>, archive URL field name <code>url</code>.</p></body></html>
"""


class Receiver(ThreadingHTTPServer):
    """Listens on the loopback address; pages are stored one after the other."""

    daemon_threads = True

    def __init__(self, port: int, token: str, save: Save, as_evidence: bool) -> None:
        """Open the port (0: any that is free).

        Raises:
            OSError: It cannot be opened.
        """
        super().__init__(("127.0.0.1", port), _Handler)
        self.token, self.page_token, self.as_evidence = token, token_of_pages(token), as_evidence
        self._save = save
        self._one = threading.Lock()

    @property
    def base(self) -> str:
        """The server's own address."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def store(self, content: bytes, url: str, as_evidence: bool) -> str:
        """Store one page; what another thread stores waits."""
        with self._one:
            return self._save(content, url, as_evidence)

    def setup(self) -> bytes:
        """The page that says how a browser is set up."""
        page = _SETUP.format(
            article=html.escape(bookmarklet(self.base, "article", self.page_token)),
            evidence=html.escape(bookmarklet(self.base, "evidence", self.page_token)),
            save=html.escape(f"{self.base}/save"),
            token=html.escape(self.token),
        )
        return page.encode()


def token_of_pages(token: str) -> str:
    """The bookmark's token: the same whenever the receiver's is, which cannot be told from it."""
    return hashlib.scrypt(token.encode(), salt=b"workbench receive: web pages", n=2**14, r=8, p=1, dklen=16).hex()


class _RefusedError(Exception):
    """A request that is not answered: status and words."""

    def __init__(self, status: HTTPStatus, words: str) -> None:
        super().__init__(words)
        self.status = status


class _Handler(BaseHTTPRequestHandler):
    """GET / is the set-up page, /from-page/KIND the bookmark's window; POST /save and /save/KIND take a page."""

    timeout = SECONDS
    server_version = "workbench"
    sys_version = ""
    server: Receiver

    def do_GET(self) -> None:
        """The window of the bookmark; the set-up page, for who knows the token."""
        try:
            self._check_host()
            at, _, kind = urlsplit(self.path).path.rpartition("/")
            if at == "/from-page" and kind in KINDS:
                page, policy = window(kind)
                self._answer(HTTPStatus.OK, page, "text/html; charset=utf-8", policy)
                return
            given = parse_qs(urlsplit(self.path).query).get("token", [""])[0]
            if urlsplit(self.path).path != "/" or not _same(given, self.server.token):
                raise _RefusedError(HTTPStatus.FORBIDDEN, "Open the address that `workbench receive` printed.")
            self._answer(HTTPStatus.OK, self.server.setup(), "text/html; charset=utf-8")
        except _RefusedError as refused:
            self._answer(refused.status, f"{refused}\n".encode())

    def do_POST(self) -> None:
        """Take a page."""
        try:
            self._check_host()
            as_evidence = self._kind()
            bearer = _same(self.headers.get("Authorization", "").removeprefix("Bearer ").strip(), self.server.token)
            # before a byte of the body is read: who has no token at all is only let in from our own window
            if not bearer and self.headers.get("Origin") != self.server.base:
                raise _RefusedError(HTTPStatus.FORBIDDEN, "The token is missing or wrong.")
            fields = self._fields()
            url = fields.get("url", b"").decode("utf-8", "replace").strip()
            self._check_sender(bearer, fields, url)
            content = fields.get("file", b"")
            if not content.strip():
                raise _RefusedError(HTTPStatus.BAD_REQUEST, "There is no page in the field “file”.")
            told = self.server.store(content, url, as_evidence)
            # SingleFile takes anything but JSON for a failure
            if bearer:
                self._answer(HTTPStatus.OK, json.dumps({"told": told}).encode(), "application/json")
            else:
                self._answer(HTTPStatus.OK, f"{told}\n".encode("utf-8", "replace"))
        except _RefusedError as refused:
            self.close_connection = True
            self._answer(refused.status, f"{refused}\n".encode())
        except WorkbenchError as error:
            self._answer(HTTPStatus.UNPROCESSABLE_ENTITY, f"{error}\n".encode("utf-8", "replace"))

    def do_OPTIONS(self) -> None:
        """Whether an extension may send: browsers ask where it was let onto single pages alone."""
        try:
            self._check_host()
            if self._extension() is None:
                raise _RefusedError(HTTPStatus.FORBIDDEN, "No web page may send here.")
            self._answer(HTTPStatus.OK, b"")
        except _RefusedError as refused:
            self._answer(refused.status, f"{refused}\n".encode())

    def _extension(self) -> str | None:
        """The extension that asks, where one does."""
        origin = self.headers.get("Origin")
        return origin if origin is not None and urlsplit(origin).scheme in EXTENSIONS else None

    def _kind(self) -> bool:
        match urlsplit(self.path).path:
            case "/save":
                return self.server.as_evidence
            case "/save/article":
                return False
            case "/save/evidence":
                return True
        raise _RefusedError(HTTPStatus.NOT_FOUND, "Pages are sent to /save.")

    def _check_host(self) -> None:
        """A foreign name for this machine is a page that rebinds its own name."""
        given = self.headers.get("Host", "")
        name = urlsplit(f"//{given}").hostname if _HOST.fullmatch(given) else None
        try:
            ours = name == "localhost" or (name is not None and ip_address(name).is_loopback)
        except ValueError:
            ours = False
        if not ours:
            raise _RefusedError(HTTPStatus.FORBIDDEN, "This server answers to its own name alone.")

    def _check_sender(self, bearer: bool, fields: dict[str, bytes], url: str) -> None:
        if bearer:
            if self.headers.get("Origin") is not None and self._extension() is None:
                raise _RefusedError(HTTPStatus.FORBIDDEN, "No web page may send with this token.")
            return
        if not _same(fields.get("token", b"").decode("utf-8", "replace"), self.server.page_token):
            raise _RefusedError(HTTPStatus.FORBIDDEN, "The token is missing or wrong.")
        if _site(fields.get("site", b"").decode("utf-8", "replace")) != _site(url):
            raise _RefusedError(HTTPStatus.FORBIDDEN, "A page can only send itself.")

    def _fields(self) -> dict[str, bytes]:
        length = self.headers.get("Content-Length", "")
        kind = self.headers.get("Content-Type", "")
        if not kind.lower().startswith("multipart/form-data"):
            raise _RefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Pages are sent as multipart/form-data.")
        if not (length.isascii() and length.isdigit()):
            raise _RefusedError(HTTPStatus.LENGTH_REQUIRED, "How long the page is has to be said.")
        if len(length) > 12 or int(length) > LARGEST_PAGE:
            told = f"The page is larger than the {LARGEST_PAGE // 1_000_000} MB that are taken."
            raise _RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, told)
        try:
            body = self.rfile.read(int(length))
        except OSError as error:
            raise _RefusedError(HTTPStatus.REQUEST_TIMEOUT, "The page did not come in time.") from error
        if len(body) < int(length):
            raise _RefusedError(HTTPStatus.BAD_REQUEST, "The page broke off.")
        head = f"Content-Type: {kind}\r\n\r\n".encode("latin-1", "replace")
        message: Any = BytesParser(policy=HTTP).parsebytes(head + body)
        parts = list(message.iter_parts()) if message.is_multipart() else []
        if not 0 < len(parts) <= MOST_PARTS:
            raise _RefusedError(HTTPStatus.BAD_REQUEST, "It is no form with a page in it.")
        found: dict[str, bytes] = {}
        for part in parts:
            name = part.get_param("name", header="Content-Disposition")
            payload = part.get_payload(decode=True)
            if isinstance(name, str) and isinstance(payload, bytes):
                found.setdefault(name, payload)
        return found

    def _answer(
        self,
        status: HTTPStatus,
        body: bytes,
        kind: str = "text/plain; charset=utf-8",
        policy: str = "default-src 'none'; frame-ancestors 'none'",
    ) -> None:
        headers = {
            "Content-Type": kind,
            "Content-Length": str(len(body)),
            "Cache-Control": "no-store",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": policy,
        }
        if extension := self._extension():
            headers["Access-Control-Allow-Origin"] = extension
            headers["Access-Control-Allow-Headers"] = "Authorization"
        try:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
        except OSError:
            self.close_connection = True  # the browser has gone

    def log_message(self, *_: Any) -> None:
        """Nothing is logged: an address may hold a token."""


def _same(given: str, token: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), token.encode())


def _site(address: str) -> tuple[str, str | None, int | None]:
    try:
        parts = urlsplit(address)
        port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
        return parts.scheme, parts.hostname, port
    except ValueError:
        return "", None, None
