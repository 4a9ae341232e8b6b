"""What is asked of Ray before there is a cluster, and what is read ahead of it."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator

import pytest

from tests.index.hashing import HashingEncoder
from workbench.collections.ray_cluster import LOCAL, RayCluster
from workbench.collections.ray_encoding import RayEncoders
from workbench.domain.errors import BadInputError, CollectionError
from workbench.services.collections.ray_encoders import is_remote, read_ahead

pytestmark = pytest.mark.scale


@pytest.mark.parametrize("address", ["", "LOCAL", "ray://x:1", "x", "x:1:2", "x y:1", "x:123456", "http://x:1"])
def test_what_is_no_cluster_is_refused(address: str) -> None:
    with pytest.raises(BadInputError, match="is no Ray cluster"):
        is_remote(address)
    assert (is_remote(LOCAL), is_remote("127.0.0.1:6379"), is_remote("10.0.0.5:6379")) == (False, False, True)


def test_no_cluster_at_an_address_is_one_sentence() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    for nobody in (address, "127.0.0.1:99999"):
        with pytest.raises(CollectionError, match=f"no Ray cluster answers at {re.escape(nobody)}"):
            RayEncoders(RayCluster(nobody), HashingEncoder).encode(["a"])


def test_what_is_read_ahead_comes_in_order_and_ends_with_its_reader() -> None:
    ended = []

    def steps(fails: bool) -> Iterator[int]:
        try:
            yield from range(5)
            if fails:
                raise ValueError("no more")
        finally:
            ended.append(fails)

    assert list(read_ahead(steps(False))) == [0, 1, 2, 3, 4]
    with pytest.raises(ValueError, match="no more"):
        list(read_ahead(steps(True)))
    left = read_ahead(steps(False))
    assert next(left) == 0
    left.close()
    assert ended == [False, True, False]
