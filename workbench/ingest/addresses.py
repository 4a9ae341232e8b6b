"""Which network addresses may be asked, and connections that go only to those that were checked.

A name is resolved once, every address it stands for is checked, and the connection goes to one of exactly these: a
name that answers differently a moment later (DNS rebinding) leads nowhere else.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable, Iterable
from enum import Enum
from typing import Any

import httpcore

from workbench.ingest.allowed import AllowedHosts
from workbench.ingest.special_addresses import GLOBAL_UNICAST, block_of

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], list[str]]

_TRANSLATED = tuple(
    ipaddress.IPv6Network(block) for block in ("::ffff:0:0/96", "::ffff:0:0:0/96", "::/96", "64:ff9b::/96")
)
"""Blocks whose addresses carry an IPv4 address in their last 32 bits."""
_LOCAL_NAT64 = ipaddress.IPv6Network("64:ff9b:1::/48")
_ISATAP = (0x00005EFE, 0x02005EFE)


class ForbiddenAddressError(Exception):
    """A host that stands for an address which may not be asked."""


class Reach(Enum):
    """What an address is on. Only `PUBLIC` is read unasked, `PRIVATE` where it is allowed by name, `NEVER` never."""

    PUBLIC = "public"
    PRIVATE = "private"
    NEVER = "never"


def resolve(host: str, port: int) -> list[str]:
    """The IP addresses a host stands for.

    Raises:
        OSError: It stands for none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def _carried(address: IPAddress) -> set[IPAddress]:
    """The IPv4 addresses that an IPv6 address carries: mapped, translated, NAT64, 6to4, Teredo, ISATAP."""
    if isinstance(address, ipaddress.IPv4Address):
        return set()
    number = int(address)
    found: set[int] = set()
    if any(address in block for block in _TRANSLATED) and number > 1:  # :: and ::1 carry nothing
        found.add(number & 0xFFFFFFFF)
    if address in _LOCAL_NAT64:
        found.add(_behind_local_prefix(number))
    if address.sixtofour:
        found.add(int(address.sixtofour))
    if address.teredo:
        found.update(map(int, address.teredo))
    if number >> 32 & 0xFFFFFFFF in _ISATAP:
        found.add(number & 0xFFFFFFFF)
    return {ipaddress.IPv4Address(one) for one in found}


def _behind_local_prefix(number: int) -> int:
    """What an address under 64:ff9b:1::/48 carries (RFC 6052, section 2.2).

    The prefix in use may have 48, 56, 64 or 96 bits; with the first three, bits 64 to 71 are left out, the rest is 0.
    """
    low = number & 0xFFFFFFFFFFFFFFFF
    if low << 24 & 0xFFFFFFFFFFFFFFFF == 0:
        return (number >> 64 & 0xFFFF) << 16 | low >> 40 & 0xFFFF
    if low & 0xFFFFFFFF == 0:
        return (number >> 64 & 0xFF) << 24 | low >> 32 & 0xFFFFFF
    if low & 0xFFFFFF == 0:
        return low >> 24 & 0xFFFFFFFF
    return number & 0xFFFFFFFF


def _forms(address: IPAddress) -> list[IPAddress]:
    """What an address leads to: itself and what it carries. A mapped one is nothing but the IPv4 address in it."""
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        return [address.ipv4_mapped]
    return [address, *sorted(_carried(address), key=int)]


def _reach(address: IPAddress) -> Reach:
    block = block_of(address)
    if block is not None:
        return Reach.NEVER if block.never else Reach.PUBLIC if block.reachable else Reach.PRIVATE
    public = isinstance(address, ipaddress.IPv4Address) or address in GLOBAL_UNICAST
    return Reach.PUBLIC if public else Reach.PRIVATE


def reach(text: str) -> Reach:
    """What an IP address, and whatever IPv4 address it carries, is on; what is no address is never read."""
    try:
        address = ipaddress.ip_address(text.split("%", 1)[0])
    except ValueError:
        return Reach.NEVER
    reaches = {_reach(form) for form in _forms(address)}
    return next(kind for kind in (Reach.NEVER, Reach.PRIVATE, Reach.PUBLIC) if kind in reaches)


def _permitted(host: str, text: str, allowed: AllowedHosts) -> bool:
    """Whether the user allows a private address: by the name that was asked for, or by all that it leads to."""
    if allowed.names_host(host):
        return True
    forms = _forms(ipaddress.ip_address(text.split("%", 1)[0]))
    return all(_reach(form) is Reach.PUBLIC or allowed.holds(form) for form in forms)


def check(host: str, port: int, *, allowed: AllowedHosts, resolver: Resolve = resolve) -> list[str]:
    """The addresses of a host, all of them checked.

    Raises:
        ForbiddenAddressError: One of them is neither public nor allowed by name.
        OSError: The host stands for none.
    """
    addresses = resolver(host, port)
    for address in addresses:
        kind = reach(address)
        if kind is Reach.NEVER:
            raise ForbiddenAddressError(f"{host} leads to {address}, {_named(address)} address, which is never read")
        if kind is Reach.PRIVATE and not _permitted(host, address, allowed):
            raise ForbiddenAddressError(
                f"{host} leads to {address}, an address of this machine or a local network, which is not read unless "
                "its host is allowed (--allow-host, or the workspace's setting allow_hosts)"
            )
    return addresses


def _named(text: str) -> str:
    """What block an address that is never read lies in, with its article."""
    try:
        forms = _forms(ipaddress.ip_address(text.split("%", 1)[0]))
    except ValueError:
        return "no"
    block = next(block for form in forms if (block := block_of(form)) is not None and block.never)
    return f"a {block.name}"


class _TimedStream(httpcore.NetworkStream):
    """A connection that ends at a deadline, however slowly the other side drips."""

    def __init__(self, stream: httpcore.NetworkStream, left: Callable[[], float]) -> None:
        self._stream = stream
        self._left = left

    def _time(self, timeout: float | None) -> float:
        left = self._left()
        if left <= 0:
            raise httpcore.ReadTimeout("the deadline has passed")
        return left if timeout is None else min(left, timeout)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._time(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._time(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._stream.start_tls(ssl_context, server_hostname, self._time(timeout))
        return _TimedStream(inner, self._left)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class CheckedBackend(httpcore.NetworkBackend):
    """Connects to checked addresses only; no exchange lasts longer than until `deadline` (monotonic seconds)."""

    def __init__(self, *, allowed: AllowedHosts, resolver: Resolve = resolve) -> None:
        self._allowed = allowed
        self._resolver = resolver
        self._tcp = httpcore.SyncBackend()
        self.deadline = float("inf")

    def _left(self) -> float:
        return self.deadline - time.monotonic()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of `host` that answers.

        Raises:
            ForbiddenAddressError: The host stands for an address which may not be asked.
            httpcore.ConnectError: None answers.
        """
        try:
            addresses = check(host, port, allowed=self._allowed, resolver=self._resolver)
        except OSError as error:
            raise httpcore.ConnectError(f"the host {host} is not known") from error
        problem: Exception = httpcore.ConnectError(f"the host {host} is not known")
        for address in addresses:
            left = min(self._left(), timeout if timeout is not None else 10.0)
            if left <= 0:
                raise httpcore.ConnectTimeout("the deadline has passed")
            try:
                stream = self._tcp.connect_tcp(address, port, left, local_address, socket_options)
                return _TimedStream(stream, self._left)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
        raise problem

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        """Never: nothing on this machine is asked by path.

        Raises:
            ForbiddenAddressError: Always.
        """
        raise ForbiddenAddressError("sockets of this machine are not read")
