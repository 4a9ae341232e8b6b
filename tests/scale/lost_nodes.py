"""A node of a cluster that goes in the middle of a test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from tests.scale.conftest import begun


@contextmanager
def loss_of_a_node(cluster: Any) -> Iterator[Callable[[], None]]:
    """What kills the second node, which another one follows in the end."""

    def kill() -> None:
        (other,) = cluster.worker_nodes
        cluster.remove_node(other, allow_graceful=False)

    try:
        yield kill
    finally:
        if not cluster.worker_nodes:
            begun(lambda: cluster.add_node(num_cpus=1))
