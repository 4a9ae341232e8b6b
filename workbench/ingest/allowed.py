"""Which hosts and networks outside the public internet a user allows to be read: named ones, never all."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.domain.errors import BadInputError
from workbench.ingest.special_addresses import IPNetwork, block_of
from workbench.ingest.text import one_line

_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_WIDEST = {4: 8, 6: 7}
"""The fewest bits that a network names: 10.0.0.0/8 and fc00::/7 are the largest private ones."""


def _ascii(host: str) -> str:
    """A host's name as it goes over the wire: lower case, without a last dot, letters beyond ASCII as IDNA."""
    plain = host.strip().rstrip(".").lower()
    try:
        return plain.encode("idna").decode("ascii")
    except UnicodeError:
        return plain


@dataclass(frozen=True, slots=True)
class AllowedHosts:
    """Names of hosts, and networks of addresses."""

    hosts: frozenset[str] = frozenset()
    networks: tuple[IPNetwork, ...] = ()

    def names_host(self, host: str) -> bool:
        """Whether a host is allowed by its name."""
        return _ascii(host) in self.hosts

    def holds(self, address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
        """Whether an address lies in one of the networks."""
        return any(address in network for network in self.networks)

    def __or__(self, other: AllowedHosts) -> AllowedHosts:
        return AllowedHosts(self.hosts | other.hosts, tuple(dict.fromkeys((*self.networks, *other.networks))))


def allowed_hosts(entries: Iterable[str]) -> AllowedHosts:
    """What a user names: hosts ("wiki.post.example"), addresses ("192.168.1.7") and networks ("10.20.0.0/16").

    Raises:
        BadInputError: An entry is not one of these, is too wide, or lies where nothing is ever read.
    """
    hosts: set[str] = set()
    networks: list[IPNetwork] = []
    for entry in entries:
        found = _network(entry)
        if found is not None:
            networks.append(found)
        else:
            hosts.add(_host(entry))
    return AllowedHosts(frozenset(hosts), tuple(networks))


def _network(entry: str) -> IPNetwork | None:
    bare = entry.strip()
    if bare.startswith("[") and bare.endswith("]"):  # as in a web address
        bare = bare[1:-1]
    try:
        network = ipaddress.ip_network(bare, strict=False)
    except ValueError:
        if re.fullmatch(r"[0-9a-f.:]+/[0-9]+", bare, re.IGNORECASE):
            raise BadInputError(f"“{_shown(entry)}” is no network; write it as 10.20.0.0/16.") from None
        return None
    if isinstance(network, ipaddress.IPv6Network) and (mapped := network.network_address.ipv4_mapped):
        network = ipaddress.ip_network((mapped, max(network.prefixlen - 96, 0)))
    if network.prefixlen < _WIDEST[network.version]:
        raise BadInputError(f"“{_shown(entry)}” is too wide a network; name the one that is to be read.")
    block = block_of(network.network_address)
    if block is not None and block.never:
        raise BadInputError(f"“{_shown(entry)}” cannot be allowed: a {block.name} address is never read.")
    return network


def _host(entry: str) -> str:
    name = _ascii(entry)
    if not name or len(name) > 253 or not all(_LABEL.fullmatch(label) for label in name.split(".")):
        raise BadInputError(
            f"“{_shown(entry)}” names no host; give a name (wiki.post.example), an address (192.168.1.7) or a "
            "network (10.20.0.0/16), without http:// and without a port."
        )
    return name


def _shown(entry: str) -> str:
    return one_line(entry, 80)
