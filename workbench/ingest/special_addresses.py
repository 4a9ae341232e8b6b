"""The IANA special-purpose address registries, as data.

From the registries "IANA IPv4 Special-Purpose Address Registry" and "IANA IPv6 Special-Purpose Address Registry"
(RFC 6890, as amended by RFC 8190), state of 2025. Below them stand blocks that other registries and RFCs set apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_network

IPNetwork = IPv4Network | IPv6Network


@dataclass(frozen=True, slots=True)
class AddressBlock:
    """A block of addresses set apart.

    `reachable` is the column "Globally Reachable"; None stands for "N/A". `never` marks what is not even read where
    the user allows it: what only makes sense on one link, towards many hosts, or without saying which.
    """

    network: IPNetwork
    name: str
    reference: str
    reachable: bool | None
    never: bool = False


def _blocks(*rows: tuple[str, str, str, bool | None]) -> tuple[AddressBlock, ...]:
    return tuple(
        AddressBlock(ip_network(block), name, reference, reachable) for block, name, reference, reachable in rows
    )


def _never(*rows: tuple[str, str, str]) -> tuple[AddressBlock, ...]:
    return tuple(AddressBlock(ip_network(block), name, reference, False, never=True) for block, name, reference in rows)


IPV4 = (
    *_never(
        ("0.0.0.0/8", "this network", "RFC 791, section 3.2"),
        ("0.0.0.0/32", "this host on this network", "RFC 1122, section 3.2.1.3"),
        ("169.254.0.0/16", "link-local", "RFC 3927"),
        ("255.255.255.255/32", "limited broadcast", "RFC 8190"),
    ),
    *_blocks(
        ("10.0.0.0/8", "private use", "RFC 1918", False),
        ("100.64.0.0/10", "shared address space", "RFC 6598", False),
        ("127.0.0.0/8", "loopback", "RFC 1122, section 3.2.1.3", False),
        ("172.16.0.0/12", "private use", "RFC 1918", False),
        ("192.0.0.0/24", "IETF protocol assignments", "RFC 6890, section 2.1", False),
        ("192.0.0.0/29", "IPv4 service continuity prefix", "RFC 7335", False),
        ("192.0.0.8/32", "IPv4 dummy address", "RFC 7600", False),
        ("192.0.0.9/32", "Port Control Protocol anycast", "RFC 7723", True),
        ("192.0.0.10/32", "TURN anycast", "RFC 8155", True),
        ("192.0.0.170/32", "NAT64/DNS64 discovery", "RFC 8880", False),
        ("192.0.0.171/32", "NAT64/DNS64 discovery", "RFC 8880", False),
        ("192.0.2.0/24", "documentation (TEST-NET-1)", "RFC 5737", False),
        ("192.31.196.0/24", "AS112-v4", "RFC 7535", True),
        ("192.52.193.0/24", "AMT", "RFC 7450", True),
        ("192.88.99.0/24", "deprecated (6to4 relay anycast)", "RFC 7526", None),
        ("192.88.99.2/32", "6a44 relay anycast", "RFC 6751", False),
        ("192.168.0.0/16", "private use", "RFC 1918", False),
        ("192.175.48.0/24", "direct delegation AS112 service", "RFC 7534", True),
        ("198.18.0.0/15", "benchmarking", "RFC 2544", False),
        ("198.51.100.0/24", "documentation (TEST-NET-2)", "RFC 5737", False),
        ("203.0.113.0/24", "documentation (TEST-NET-3)", "RFC 5737", False),
        ("240.0.0.0/4", "reserved", "RFC 1112, section 4", False),
    ),
)

IPV6 = (
    *_never(
        ("::/128", "unspecified", "RFC 4291"),
        ("fe80::/10", "link-local", "RFC 4291"),
    ),
    *_blocks(
        ("::1/128", "loopback", "RFC 4291", False),
        ("::ffff:0:0/96", "IPv4-mapped", "RFC 4291", False),
        ("64:ff9b::/96", "IPv4-IPv6 translation", "RFC 6052", True),
        ("64:ff9b:1::/48", "IPv4-IPv6 translation, local use", "RFC 8215", False),
        ("100::/64", "discard-only", "RFC 6666", False),
        ("100:0:0:1::/64", "dummy prefix", "RFC 9780", False),
        ("2001::/23", "IETF protocol assignments", "RFC 2928", False),
        ("2001::/32", "Teredo", "RFC 4380", None),
        ("2001:1::1/128", "Port Control Protocol anycast", "RFC 7723", True),
        ("2001:1::2/128", "TURN anycast", "RFC 8155", True),
        ("2001:1::3/128", "DNS-SD service registration anycast", "RFC 9665", True),
        ("2001:2::/48", "benchmarking", "RFC 5180", False),
        ("2001:3::/32", "AMT", "RFC 7450", True),
        ("2001:4:112::/48", "AS112-v6", "RFC 7535", True),
        ("2001:10::/28", "deprecated (ORCHID)", "RFC 4843", None),
        ("2001:20::/28", "ORCHIDv2", "RFC 7343", True),
        ("2001:30::/28", "drone remote ID entity tags", "RFC 9374", True),
        ("2001:db8::/32", "documentation", "RFC 3849", False),
        ("2002::/16", "6to4", "RFC 3056", None),
        ("2620:4f:8000::/48", "direct delegation AS112 service", "RFC 7534", True),
        ("3fff::/20", "documentation", "RFC 9637", False),
        ("5f00::/16", "segment routing (SRv6) SIDs", "RFC 9602", False),
        ("fc00::/7", "unique local", "RFC 4193", False),
    ),
)

OTHERS = (
    *_never(
        ("224.0.0.0/4", "multicast", "RFC 5771"),
        ("ff00::/8", "multicast", "RFC 4291"),
    ),
    *_blocks(
        ("::/96", "IPv4-compatible, deprecated", "RFC 4291", False),
        ("::ffff:0:0:0/96", "IPv4-translated", "RFC 2765", False),
        ("fec0::/10", "site-local, deprecated", "RFC 3879", False),
    ),
)
"""Set apart elsewhere."""

SPECIAL = (*IPV4, *IPV6, *OTHERS)

GLOBAL_UNICAST = IPv6Network("2000::/3")
"""All of IPv6 that is given out to the public internet so far (IANA IPv6 Address Space)."""


def block_of(address: object) -> AddressBlock | None:
    """The most specific block that an `ipaddress` address lies in, None where it lies in none."""
    found = [block for block in SPECIAL if address in block.network]
    return max(found, key=lambda block: block.network.prefixlen, default=None)
