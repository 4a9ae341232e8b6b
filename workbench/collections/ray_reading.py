"""Work on many portions by Ray Data: in their order, with no more on its way than what is taken. Not imported before.

A portion is worked on again where its node goes, so it has to give the same each time. What is on its way is bounded by
the library: a portion that gives much waits until some of it is taken.
"""

from __future__ import annotations

import logging
import pickle
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from importlib import import_module
from itertools import islice
from typing import Any

from workbench.collections.ray_cluster import NEEDS, SILENT, RayCluster
from workbench.domain.errors import CollectionError, MissingExtraError, WorkbenchError

Work = Callable[[bytes], Iterable[bytes]]
"""What a node does with a portion. It goes there by its name."""
BLOCK_BYTES = 2**20
"""Of answers that travel together."""
ON_ITS_WAY = 64 * 2**20
"""Bytes of answers that nobody has taken yet, about; the work waits then."""
WINDOW = 256
"""Portions that are handed over at a time: they lie in shared memory until their turn."""
NODE = "ray.io/node-id"
"""The label that every machine of a cluster has."""
SEES_SECONDS = 30.0
_IN, _OUT, _FAILED = "portion", "answer", "failed"


class RayReading:
    """Portions of work for a cluster.

    Args:
        cluster: Where it is done.
        work: Done there; every node must have the program that it is part of.
    """

    def __init__(self, cluster: RayCluster, work: Work) -> None:
        self._cluster, self._work = cluster, work

    @property
    def at_once(self) -> int:
        """Portions that are worked on at the same time, beside the encoders: each keeps a process of its own busy."""
        cores = self._cluster.cores
        return max(min(cores, 4), cores // 2)

    def answers(self, portions: Iterable[bytes], *, here: bool = False) -> Iterator[bytes]:
        """What comes of each portion, one after the other, in order.

        Args:
            portions: They are asked for as they are needed.
            here: Whether all is done by the machine that this program runs on.

        Raises:
            CollectionError: No cluster answers, or the work fails there.
            MissingExtraError: Ray is not installed.
            WorkbenchError: What the work itself raised.
        """
        data = self._data()
        coming = iter(portions)
        while window := tuple(islice(coming, WINDOW)):
            yield from self._window(data, window, here)

    def sees(self, look: Callable[[bytes], bool], portion: bytes) -> list[bool]:
        """What each other machine of the cluster says of a portion; one that does not answer says no."""
        ray = self._cluster.ray
        affinity = import_module("ray.util.scheduling_strategies").NodeAffinitySchedulingStrategy
        own = ray.get_runtime_context().get_node_id()
        others = [node["NodeID"] for node in ray.nodes() if node["Alive"] and node["NodeID"] != own]
        asked = ray.remote(look)
        how = [{"num_cpus": 0, "max_retries": 0, "scheduling_strategy": affinity(node, soft=False)} for node in others]
        asking = [asked.options(**one).remote(portion) for one in how]
        ready, late = ray.wait(asking, num_returns=len(asking), timeout=SEES_SECONDS) if asking else ([], [])
        said = [False] * len(late)
        for one in ready:
            try:
                said.append(bool(ray.get(one)))
            except ray.exceptions.RayError:  # it has gone since, or has another program
                said.append(False)
        return said

    def _window(self, data: Any, portions: tuple[bytes, ...], here: bool) -> Iterator[bytes]:
        own = {NODE: self._cluster.ray.get_runtime_context().get_node_id()} if here else None
        # No core is set aside: the encoders have them all, and a portion must never wait for one of them.
        rows = data.from_items([{_IN: portion} for portion in portions], override_num_blocks=len(portions)).flat_map(
            _Worked(self._work), num_cpus=0, concurrency=min(self.at_once, len(portions)), label_selector=own
        )
        batches = iter(rows.iter_batches(batch_size=None, batch_format="pyarrow", prefetch_batches=1))
        try:
            while True:
                try:
                    found = next(batches, None)
                except Exception as error:
                    raise self._sentence(error) from error
                if found is None:
                    return
                for answer, failed in zip(found.column(_OUT), found.column(_FAILED), strict=True):
                    if failed.as_py():
                        raise self._sentence(pickle.loads(answer.as_py()))
                    yield answer.as_py()
        finally:
            with suppress(Exception):  # its cluster may have gone
                batches.close()

    def _data(self) -> Any:
        assert self._cluster.ray
        try:
            data = import_module("ray.data")
        except ImportError as error:
            raise MissingExtraError(NEEDS) from error
        logging.getLogger("ray.data").setLevel(SILENT)
        context = data.DataContext.get_current()
        context.enable_progress_bars = False
        context.print_on_execution_start = False
        context.execution_options.preserve_order = True
        context.execution_options.resource_limits = data.ExecutionResources.for_limits(object_store_memory=ON_ITS_WAY)
        context.target_max_block_size, context.target_min_block_size = BLOCK_BYTES, 0
        return data

    def _sentence(self, error: Exception) -> WorkbenchError:
        """What the work raised, and anything else in a sentence."""
        if isinstance(error, WorkbenchError):
            return error
        why = " ".join(str(error).split())[-300:] or type(error).__name__
        return CollectionError(
            f"reading on Ray ({self._cluster.address}) fails: {why.removesuffix('.')}. What was loaded is kept; "
            "the same command goes on where it was."
        )


class _Worked:
    """The work as Ray Data asks for it, a row to rows; what it raises is a row too, before the library words it."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def __call__(self, row: dict[str, Any]) -> Iterator[dict[str, Any]]:
        try:
            for answer in self._work(row[_IN]):
                yield {_OUT: answer, _FAILED: False}
        except WorkbenchError as error:
            yield {_OUT: pickle.dumps(error), _FAILED: True}
        except Exception as error:
            yield {_OUT: pickle.dumps(RuntimeError(f"{type(error).__name__}: {error}")), _FAILED: True}
