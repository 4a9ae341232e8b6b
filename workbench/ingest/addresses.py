"""Which network addresses may be asked, and connections that go only to those that were checked.

A name is resolved once, every address it stands for is checked, and the connection goes to one of exactly these: a
name that answers differently a moment later (DNS rebinding) leads nowhere else.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], list[str]]

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class ForbiddenAddressError(Exception):
    """A host that stands for an address which may not be asked."""


def resolve(host: str, port: int) -> list[str]:
    """The IP addresses a host stands for.

    Raises:
        OSError: It stands for none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def _carried(address: IPAddress) -> IPAddress:
    """The IPv4 address that an IPv6 address carries (mapped, 6to4, Teredo, NAT64), else the address itself."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return address.ipv4_mapped
        if address.sixtofour:
            return address.sixtofour
        if address.teredo:
            return address.teredo[1]
        if address in _NAT64 or int(address) >> 32 == 0:
            return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address


def is_public(text: str) -> bool:
    """Whether an IP address belongs to the public internet: not private, loopback, link-local, multicast, reserved."""
    try:
        address = ipaddress.ip_address(text.split("%", 1)[0])
    except ValueError:
        return False
    return all(entry.is_global and not entry.is_multicast for entry in (address, _carried(address)))


def check(host: str, port: int, *, allow_private: bool, resolver: Resolve = resolve) -> list[str]:
    """The addresses of a host, all of them checked.

    Raises:
        ForbiddenAddressError: One of them belongs to this machine or a local network.
        OSError: The host stands for none.
    """
    addresses = resolver(host, port)
    if not allow_private:
        for address in addresses:
            if not is_public(address):
                raise ForbiddenAddressError(
                    f"{host} leads to {address}, an address of this machine or a local network, which is not read "
                    "unless you allow private addresses (--allow-private)"
                )
    return addresses


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

    def __init__(self, *, allow_private: bool, resolver: Resolve = resolve) -> None:
        self._allow_private = allow_private
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
            addresses = check(host, port, allow_private=self._allow_private, resolver=self._resolver)
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
