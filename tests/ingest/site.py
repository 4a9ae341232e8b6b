"""A web site on this machine that behaves as told: pages, redirects, endless bodies, slow drips."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from workbench.ingest.allowed import allowed_hosts

LOOPBACK = allowed_hosts(["127.0.0.0/8"])
"""What allows the sites of the tests to be read."""

Respond = Callable[["Handler"], None]


@dataclass
class Site:
    """Path → what answers it; `asked` lists every request as "PATH" and its headers."""

    pages: dict[str, Respond] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    base: str = ""
    closing: threading.Event = field(default_factory=threading.Event)

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


class Handler(BaseHTTPRequestHandler):
    """Answers as the site says; 404 for anything else."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        site: Site = self.server.site  # type: ignore[attr-defined]
        site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        respond = site.pages.get(self.path)
        if respond is None:
            self.give(b"gone", status=404)
        else:
            try:
                respond(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

    def give(self, body: bytes, *, status: int = 200, content_type: str = "text/html", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Tests are silent."""


def body(content: bytes | str, **options: Any) -> Respond:
    data = content.encode() if isinstance(content, str) else content
    return lambda handler: handler.give(data, **options)


def redirect(target: str, status: int = 302) -> Respond:
    return lambda handler: handler.give(b"", status=status, Location=target)


class _Server(ThreadingHTTPServer):
    """Says nothing when a client hangs up, as the clients under test must."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass


@contextmanager
def running() -> Iterator[Site]:
    site = Site()
    server = _Server(("127.0.0.1", 0), Handler)
    server.site = site  # type: ignore[attr-defined]
    site.base = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
