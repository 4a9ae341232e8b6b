"""Two machines of a cluster, on this one."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest


def begun(make: Callable[[], Any]) -> Any:
    """A node, begun three times at most: Ray gives one half a minute to come up, too little when busy."""
    for left in (2, 1, 0):
        try:
            return make()
        except Exception as error:
            if not left or "timed out during startup" not in str(error):
                raise


def two_nodes(cluster_utils: Any) -> Any:
    """Two nodes of a core each."""
    head = {"num_cpus": 1, "include_dashboard": False}
    nodes = begun(lambda: cluster_utils.Cluster(initialize_head=True, head_node_args=dict(head)))
    begun(lambda: nodes.add_node(num_cpus=1))
    return nodes


@pytest.fixture(name="cluster", scope="module")
def cluster_() -> Iterator[Any]:
    """Two nodes of a core each, and this program as their driver. What a test kills of it, it brings back."""
    ray: Any = importlib.import_module("ray")
    cluster_utils: Any = importlib.import_module("ray.cluster_utils")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        nodes = two_nodes(cluster_utils)
        ray.init(address=nodes.address, log_to_driver=False, logging_level="error")
        try:
            yield nodes
        finally:
            ray.shutdown()
            nodes.shutdown()
