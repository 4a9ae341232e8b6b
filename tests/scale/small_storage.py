"""Object storage as small as the client allows: a server on loopback that lists and gives what it was given."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

BUCKET, KEY = "evidence", "AKIDEXAMPLE"


class SmallStorage(ThreadingHTTPServer):
    """One bucket. Who asks with another key than `KEY` is refused; `given` says what was fetched."""

    daemon_threads = True

    def __init__(self, files: dict[str, bytes]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.files = files
        self.given: list[str] = []
        self.refused: set[str] = set()
        """Names that nobody may have."""
        self.most: int | None = None
        """After so many files it answers nobody any more."""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


@contextmanager
def served(files: dict[str, bytes]) -> Iterator[SmallStorage]:
    with SmallStorage(files) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: SmallStorage

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        bucket, _, name = unquote(parts.path).lstrip("/").partition("/")
        if self.server.most is not None and len(self.server.given) >= self.server.most:
            self.close_connection = True
        elif f"Credential={KEY}/" not in self.headers.get("Authorization", ""):
            self._error(403, "InvalidAccessKeyId" if "Authorization" in self.headers else "AccessDenied")
        elif bucket != BUCKET:
            self._error(404, "NoSuchBucket")
        elif not name:
            self._send(200, self._listing(parse_qs(parts.query)))
        elif name in self.server.refused and self.command == "GET":
            self._error(403, "AccessDenied")
        elif name in self.server.files:
            if self.command == "GET":
                self.server.given.append(name)
            self._part(self.server.files[name])
        else:
            self._error(404, "NoSuchKey")

    def _listing(self, asked: dict[str, list[str]]) -> bytes:
        """Two names at a time, so that whoever asks has to go on."""
        prefix, after = asked.get("prefix", [""])[0], asked.get("continuation-token", [""])[0]
        names = sorted(one for one in self.server.files if one.startswith(prefix) and one > after)
        more = len(names) > 2
        rows = "".join(
            f"<Contents><Key>{escape(one)}</Key><Size>{len(self.server.files[one])}</Size>"
            "<LastModified>2022-01-29T10:00:00.000Z</LastModified></Contents>"
            for one in names[:2]
        )
        token = f"<NextContinuationToken>{escape(names[1])}</NextContinuationToken>" if more else ""
        told = f"<IsTruncated>{str(more).lower()}</IsTruncated>{token}<KeyCount>{len(names[:2])}</KeyCount>{rows}"
        return f'<?xml version="1.0"?><ListBucketResult>{told}</ListBucketResult>'.encode()

    def _part(self, data: bytes) -> None:
        wanted = self.headers.get("Range", "")
        if not wanted:
            self._send(200, data)
            return
        begin, _, end = wanted.removeprefix("bytes=").partition("-")
        last = min(int(end), len(data) - 1) if end else len(data) - 1
        self._send(206, data[int(begin) : last + 1], {"Content-Range": f"bytes {begin}-{last}/{len(data)}"})

    def _error(self, status: int, code: str) -> None:
        self._send(status, f"<Error><Code>{code}</Code><Message>no</Message></Error>".encode())

    def _send(self, status: int, data: bytes, more: dict[str, str] | None = None) -> None:
        self.send_response(status)
        fields = {"Content-Length": str(len(data)), "Content-Type": "application/xml", **(more or {})}
        for name, value in fields.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)
