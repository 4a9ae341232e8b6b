"""Fetching what a user named, and nothing else: politely, within limits, from public addresses only."""

from __future__ import annotations

import re
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpcore
import httpx

from workbench.ingest.addresses import CheckedBackend, ForbiddenAddressError, Resolve, resolve
from workbench.ingest.fields import web_address
from workbench.ingest.item import Item, megabytes, shown
from workbench.ingest.options import ReadOptions, UnreadableError
from workbench.ingest.robots import MOST_BYTES, Robots
from workbench.ingest.text import one_line

AGENT = "claim-workbench"
USER_AGENT = f"{AGENT}/0.1 (reads single pages a fact-checker names)"
REDIRECTS = 10
LONGEST_PAUSE = 30.0
_ANY_ZLIB = zlib.MAX_WBITS | 32  # gzip or zlib, whichever it is
_GZIP = b"\x1f\x8b"
STEP_SECONDS = 10.0
"""How long one connect or read may take."""
# A page of the Wayback Machine stands for the page that was captured, and is its archived copy.
_CAPTURE = re.compile(r"https?://web\.archive\.org/web/(\d{8,14})(?:[a-z]{2}_)?/(https?://.+)", re.IGNORECASE)
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,application/pdf;q=0.9,*/*;q=0.5"


_asked: dict[str, float] = {}
"""When this process last asked each site (monotonic seconds): the addresses of one command keep the pause."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered: `address` is where it was finally found, `redirects` the addresses on the way there."""

    asked: str
    address: str
    status: int
    headers: dict[str, str]
    content: bytes
    retrieved: str
    redirects: tuple[str, ...] = ()


class _Transport(httpx.BaseTransport):
    def __init__(self, backend: CheckedBackend) -> None:
        self._pool = httpcore.ConnectionPool(ssl_context=httpx.create_ssl_context(), network_backend=backend)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(request.stream, httpx.SyncByteStream)
        response = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        assert not isinstance(response.stream, bytes)
        return httpx.Response(
            status_code=response.status,
            headers=response.headers,
            stream=_Body(response.stream),
            extensions=response.extensions,
        )

    def close(self) -> None:
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        self._stream.close()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _unpacked(pieces: Iterator[bytes], encoding: str, limit: int, *, cut: bool = False) -> bytes:
    """The body of an answer, unpacked and counted piece by piece; with `cut` no more of it than `limit`.

    Raises:
        UnreadableError: It is longer than `limit`, packed in a way that was not asked for, or cut short.
    """
    names = [name.strip().lower() for name in encoding.split(",") if name.strip() not in ("", "identity")]
    if names and names not in (["gzip"], ["x-gzip"], ["deflate"]):
        raise UnreadableError(f"its content is encoded as {one_line(encoding, 40)}, which was not asked for")
    unpack = zlib.decompressobj(_ANY_ZLIB) if names else None
    body = bytearray()
    begun = False
    for piece in pieces:
        if unpack is None:
            body += piece
        while unpack is not None and piece and len(body) <= limit:
            if unpack.eof:
                if not piece.startswith(_GZIP):
                    break  # filling behind the end, as browsers take it
                unpack = zlib.decompressobj(_ANY_ZLIB)  # packed in several parts
            begun = True
            body += unpack.decompress(piece, 1 << 20)
            piece = unpack.unused_data or unpack.unconsumed_tail
        if len(body) > limit and cut:
            return bytes(body[:limit])
        if len(body) > limit:
            raise UnreadableError(f"it is larger than {megabytes(limit)}, the most that is read of one address")
    if unpack is not None and begun:
        body += unpack.flush()
        if not unpack.eof:
            raise UnreadableError("its answer breaks off")
    return bytes(body)


class Fetcher:
    """Asks addresses one at a time. Close it, or use it in a `with`."""

    def __init__(
        self,
        options: ReadOptions,
        *,
        resolver: Resolve = resolve,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        asked: dict[str, float] | None = None,
    ) -> None:
        self._options = options
        self._sleep = sleep
        self._clock = clock
        self._backend = CheckedBackend(allowed=options.allowed, resolver=resolver)
        self._client = httpx.Client(
            transport=_Transport(self._backend),
            trust_env=False,
            follow_redirects=False,
            timeout=STEP_SECONDS,
            headers={"User-Agent": USER_AGENT, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"},
        )
        self._robots: dict[str, Robots | None] = {}
        self._asked = _asked if asked is None else asked

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection."""
        self._client.close()

    def get(self, address: str, *, etag: str | None = None, modified: str | None = None) -> Answer:
        """Fetch an address, following redirects; 304 comes back as an answer when a condition was given.

        Args:
            address: Absolute http or https address.
            etag: Of the version known, for a conditional request.
            modified: Last-Modified of the version known.

        Raises:
            UnreadableError: It cannot be had, may not be asked, or answers too much, too slowly or with an error.
        """
        headers = {}
        if etag:
            headers["If-None-Match"] = etag
        if modified:
            headers["If-Modified-Since"] = modified
        current = _checked(address)
        way: list[str] = []
        while True:
            self._be_polite(current)
            status, fields, body = self._ask(current, headers, self._options.limits.download)
            target = fields.get("location") if status in (301, 302, 303, 307, 308) else None
            if target is None:
                break
            way.append(current)
            current = _checked(urljoin(current, target))
            if len(way) > REDIRECTS:
                raise UnreadableError(f"it redirects more than {REDIRECTS} times")
        if status == HTTPStatus.NOT_MODIFIED and headers:
            body = b""
        elif status != HTTPStatus.OK:
            raise UnreadableError(f"the server answers {_status(status)}")
        return Answer(address, current, status, fields, body, _now(), tuple(way))

    def _ask(
        self, address: str, headers: dict[str, str], limit: int, *, cut: bool = False
    ) -> tuple[int, dict[str, str], bytes]:
        """Ask once: status, headers and body. With `cut` a body over the limit ends there instead of being refused."""
        self._backend.deadline = time.monotonic() + self._options.limits.fetch_seconds
        try:
            with self._client.stream("GET", address, headers=headers) as response:
                fields = {name.lower(): value for name, value in response.headers.items()}
                body = b""
                if response.status_code == HTTPStatus.OK:
                    stated = fields.get("content-length", "")
                    if stated.isdigit() and int(stated) > limit and not cut:
                        raise UnreadableError(
                            f"it is {megabytes(int(stated))} large, and {megabytes(limit)} are the most read"
                        )
                    body = _unpacked(response.iter_raw(), fields.get("content-encoding", ""), limit, cut=cut)
                return response.status_code, fields, body
        except ForbiddenAddressError as error:
            raise UnreadableError(str(error)) from None
        except (httpcore.TimeoutException, httpx.TimeoutException):
            raise UnreadableError(
                f"it did not answer in full within {self._options.limits.fetch_seconds:g} seconds"
            ) from None
        except (httpcore.NetworkError, httpx.NetworkError) as error:
            reason = one_line(str(error), 120) or "the connection broke off"
            raise UnreadableError(f"it cannot be reached ({reason})") from None
        except (httpcore.ProtocolError, httpx.HTTPError, httpx.InvalidURL, zlib.error, ValueError):
            raise UnreadableError("its answer is no proper HTTP, breaks off, or redirects to no address") from None

    def _be_polite(self, address: str) -> None:
        """Keep to robots.txt and to the pause between two questions to a host.

        Raises:
            UnreadableError: The site asks robots not to read the address.
        """
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}"
        pause = self._options.pause
        if not self._options.ignore_robots:
            if site not in self._robots:
                self._robots[site] = self._read_robots(site)
            rules = self._robots[site]
            if rules is not None:
                if not rules.allows(address):
                    raise UnreadableError("the site's robots.txt asks robots not to read it")
                pause = max(pause, min(rules.pause, LONGEST_PAUSE))
        self._wait(site, pause)

    def _wait(self, site: str, pause: float) -> None:
        last = self._asked.get(site)
        if last is not None and (left := last + pause - self._clock()) > 0:
            self._sleep(left)
        self._asked[site] = self._clock()

    def _read_robots(self, site: str) -> Robots | None:
        """The rules of a site (RFC 9309): none where there is no such file, and none may be had where it fails."""
        address = f"{site}/robots.txt"
        for _ in range(5):
            status, fields, body = self._ask(_checked(address), {}, MOST_BYTES, cut=True)
            if status in (301, 302, 303, 307, 308) and "location" in fields:
                address = urljoin(address, fields["location"])
                continue
            if status == HTTPStatus.OK:
                return Robots(body.decode("utf-8-sig", errors="replace"), AGENT)
            if status >= 500:
                raise UnreadableError(f"the site's robots.txt cannot be read (the server answers {_status(status)})")
            return None
        return None


def _status(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _checked(address: str) -> str:
    """An address that may be asked.

    Raises:
        UnreadableError: It is no http or https address, or carries a user name or password.
    """
    found = web_address(address)
    if found is None:
        raise UnreadableError(f"“{one_line(address, 80)}” is no http or https address")
    try:
        parts = urlsplit(found)
        named = parts.username or parts.password
        _ = parts.port
    except ValueError:
        raise UnreadableError(f"“{one_line(address, 80)}” is no http or https address") from None
    if named:
        raise UnreadableError("addresses with a user name or password in them are not read")
    return found.split("#", 1)[0]


def item_of(answer: Answer, *, as_evidence: bool, options: ReadOptions, whole: bool = True) -> Item:
    """What an address answered, as something to be parsed; where it came from goes along as provenance."""
    content_type = answer.headers.get("content-type", "")
    charset = re.search(r"charset=[\"']?([\w.:-]+)", content_type, re.IGNORECASE)
    found = {"retrieved": answer.retrieved}
    if answer.redirects:
        found["redirects"] = " → ".join((*answer.redirects, answer.address))
    for name in ("last-modified", "etag"):
        if name in answer.headers:
            found[name] = one_line(answer.headers[name], 200)
    address = answer.address
    if captured := _CAPTURE.fullmatch(address):
        address = captured.group(2)
        found["archive_url"], found["archived"] = answer.address, captured.group(1)
    return Item(
        origin=shown(answer.asked),
        name=urlsplit(answer.address).path.rsplit("/", 1)[-1] or "index",
        as_evidence=as_evidence,
        options=options,
        data=answer.content,
        charset=charset.group(1) if charset else None,
        content_type=content_type,
        address=address,
        retrieved=answer.retrieved,
        whole=whole,
        found=found,
    )
