"""What an address is on: the public internet, a network of one's own that is allowed by name, or nothing to be read."""

from __future__ import annotations

import ipaddress
import re
from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.errors import BadInputError
from workbench.ingest.addresses import ForbiddenAddressError, Reach, check, reach
from workbench.ingest.allowed import AllowedHosts, allowed_hosts
from workbench.ingest.special_addresses import IPV4, IPV6, OTHERS, SPECIAL, AddressBlock, block_of

PUBLIC = ("93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822")


def expected(block: AddressBlock) -> Reach:
    return Reach.NEVER if block.never else Reach.PUBLIC if block.reachable else Reach.PRIVATE


@pytest.mark.parametrize("block", SPECIAL, ids=lambda block: str(block.network))
def test_every_row_of_the_registries_holds_for_its_first_and_last_address(block: AddressBlock) -> None:
    for address in (block.network[0], block.network[-1]):
        closest = block_of(address)
        assert closest is not None
        if closest is not block:  # a smaller block within it, with a row of its own
            assert closest.network.subnet_of(block.network)  # type: ignore[arg-type]
            continue
        if block.network == ipaddress.ip_network("64:ff9b::/96"):
            continue  # it says of an address what the IPv4 address in it is; tested below
        if block.network == ipaddress.ip_network("::ffff:0:0/96"):
            assert reach(str(address)) is Reach.NEVER, "0.0.0.0 and 255.255.255.255"
            continue
        found = reach(str(address))
        assert found is expected(block) or (found is Reach.NEVER and expected(block) is Reach.PRIVATE)


def test_the_rows_are_all_there_and_each_once() -> None:
    assert (len(IPV4), len(IPV6), len(OTHERS)) == (26, 25, 5)
    assert len({block.network for block in SPECIAL}) == len(SPECIAL)
    assert all(block.network.version == 4 for block in IPV4)
    assert all(block.network.version == 6 for block in IPV6)


@pytest.mark.parametrize("text", PUBLIC)
def test_addresses_of_the_public_internet(text: str) -> None:
    assert reach(text) is Reach.PUBLIC


@pytest.mark.parametrize(
    "text",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1", "192.0.2.1", "198.18.0.1", "240.0.0.1"),
        *("192.0.0.1", "192.88.99.1", "192.88.99.2", "::1", "fc00::1", "fec0::1", "3fff::1", "5f00::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::5db8:d822", "::127.0.0.1", "2002:7f00:1::", "4000::1"),
        *("::ffff:0:5db8:d822", "::5db8:d822", "2002:5db8:d822::1", "2606:2800:220:1::5efe:a00:1"),
    ],
)
def test_addresses_that_are_read_only_where_they_are_allowed(text: str) -> None:
    assert reach(text) is Reach.PRIVATE


@pytest.mark.parametrize(
    "text",
    [
        *("169.254.169.254", "224.0.0.1", "239.1.2.3", "255.255.255.255", "0.0.0.0", "0.1.2.3"),
        *("::", "fe80::1%eth0", "fe80::1", "ff02::1", "ff0e::1", "no address", "", "127.1"),
        *("::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe", "::ffff:0:a9fe:a9fe", "2002:a9fe:a9fe::1"),
        *(
            "64:ff9b:1::a9fe:a9fe",
            "64:ff9b:1:a9fe:a9:fe00::",
            "64:ff9b:1:a9:fe:a9fe::",
            "64:ff9b:1:0:a9:fea9:fe00:0",
            "2606:2800:220:1:0:5efe:a9fe:a9fe",
            "::a9fe:a9fe",
        ),
    ],
)
def test_addresses_that_are_never_read(text: str) -> None:
    assert reach(text) is Reach.NEVER
    with pytest.raises(ForbiddenAddressError, match="is never read"):
        check("x.example", 80, allowed=allowed_hosts(["x.example"]), resolver=lambda host, port: [text])


@given(st.integers(2, 2**32 - 1))  # :: and ::1 are themselves
def test_an_address_in_an_address_is_judged_as_itself(number: int) -> None:
    inner = reach(str(IPv4Address(number)))
    assert reach(str(IPv6Address(0xFFFF << 32 | number))) is inner
    assert reach(str(IPv6Address(0x64FF9B << 96 | number))) is inner
    for outer in (0xFFFF << 48 | number, 0x2002 << 112 | number << 80, number, 0x20010000 << 96 | number ^ 0xFFFFFFFF):
        found = reach(str(IPv6Address(outer)))
        assert found is not Reach.PUBLIC
        if inner is Reach.NEVER:
            assert found is Reach.NEVER


def permitted(address: str, *entries: str, host: str = "wiki.example") -> bool:
    try:
        check(host, 80, allowed=allowed_hosts(entries), resolver=lambda host, port: [address])
    except ForbiddenAddressError:
        return False
    return True


def test_what_is_allowed_is_what_was_named() -> None:
    assert not permitted("10.20.1.7")
    assert permitted("10.20.1.7", "wiki.example")
    assert permitted("10.20.1.7", "WIKI.example.")
    assert permitted("10.20.1.7", "10.20.1.7")
    assert permitted("10.20.1.7", "10.20.0.0/16")
    assert permitted("::ffff:10.20.1.7", "10.20.0.0/16")
    assert permitted("64:ff9b::a14:107", "10.20.0.0/16")
    assert permitted("fd00::7", "[fd00::7]")
    assert permitted("127.0.0.1", "::ffff:127.0.0.0/104")
    assert permitted("10.20.1.7", "bücher.example", host="xn--bcher-kva.example")
    assert not permitted("10.20.1.7", "example", "other.example", "10.21.0.0/16")
    assert not permitted("2002:a14:107::1", "10.20.0.0/16"), "6to4 is a tunnel, not that address"
    assert not permitted("64:ff9b:1::a14:107", "64:ff9b:1::/48"), "and what it carries was not named"


def test_allowances_add_up() -> None:
    both = allowed_hosts(["a.example"]) | allowed_hosts(["10.0.0.0/8", "a.example"])
    assert both == AllowedHosts(frozenset({"a.example"}), (ipaddress.IPv4Network("10.0.0.0/8"),))


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ("0.0.0.0/0", "too wide"),
        ("10.0.0.0/7", "too wide"),
        ("::/0", "too wide"),
        ("2000::/3", "too wide"),
        ("::ffff:0:0/96", "too wide"),
        ("169.254.0.0/16", "a link-local address is never read"),
        ("169.254.169.254", "a link-local address is never read"),
        ("fe80::/10", "a link-local address is never read"),
        ("224.0.0.1", "a multicast address is never read"),
        ("0.0.0.0", "never read"),
        ("10.0.0.0/33", "is no network"),
        ("10.0.0/8", "is no network"),
        ("http://wiki.example/", "names no host"),
        ("wiki.example:8080", "names no host"),
        ("*.example", "names no host"),
        ("*", "names no host"),
        ("", "names no host"),
        (" ", "names no host"),
        ("a..b", "names no host"),
        ("a b", "names no host"),
        ("x" * 300, "names no host"),
        ("\x1b[2Jx", "names no host"),
    ],
)
def test_what_names_nothing_or_too_much_is_one_sentence(entry: str, says: str) -> None:
    with pytest.raises(BadInputError, match=says) as told:
        allowed_hosts([entry])
    message = str(told.value)
    assert message.isprintable()
    assert message.endswith(".")
    assert len(message) < 300


@given(st.text(max_size=60))
def test_any_text_is_taken_or_refused_in_a_sentence(entry: str) -> None:
    told = ""
    try:
        allowed_hosts([entry])
    except BadInputError as error:
        told = str(error)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f]", told)
