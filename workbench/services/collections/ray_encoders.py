"""A Ray cluster for what is loaded and indexed here: what may go where, and how a node loads its model."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from queue import Empty, Full, Queue
from threading import Event, Thread
from typing import TYPE_CHECKING, TypeVar

from workbench.domain.errors import BadInputError
from workbench.services.evidence.reindex import ReindexReport, reindex
from workbench.services.workspace import Workspace

if TYPE_CHECKING:
    from workbench.collections.ray_cluster import RayCluster
    from workbench.collections.ray_encoding import RayEncoders
    from workbench.domain.ports import Cancelled, Encoder, Progress

T = TypeVar("T")
LOCAL = "local"
LEFT_SECONDS = 2.0
"""How long what is read ahead may take to end."""
_ADDRESS = re.compile(r"(?:[A-Za-z0-9._-]{1,253}|\[[0-9A-Fa-f:.]+\]):[0-9]{1,5}")
_HERE = re.compile(r"(?:localhost|127(?:\.[0-9]{1,3}){3}|\[::1\]):[0-9]+", re.IGNORECASE)


@contextmanager
def cluster_on(workspace: Workspace, address: str) -> Iterator[RayCluster]:
    """A cluster, or with "local" one of this machine's cores; left with the block. It begins when it is first asked.

    Raises:
        BadInputError: It is no address, or the workspace is confidential and the cluster another machine.
    """
    from workbench.collections.ray_cluster import RayCluster

    if is_remote(address) and workspace.settings().get("confidential") == "yes":
        raise BadInputError(f"{workspace.path} is marked confidential: none of its texts go to {address}.")
    cluster = RayCluster(address)
    try:
        yield cluster
    finally:
        cluster.close()


@contextmanager
def encoders_on(cluster: RayCluster, model: str | None, precision: str) -> Iterator[RayEncoders]:
    """Encoders on a cluster, ended with the block.

    Args:
        cluster: Where.
        model: None for the bundled one, else a name that every node knows.
        precision: "float32" or "int8".

    Raises:
        MissingExtraError: Ray is not installed.
    """
    from workbench.collections.ray_encoding import RayEncoders
    from workbench.models.encoder import load_encoder

    encoders = RayEncoders(cluster, partial(load_encoder, model, precision, threads=1))
    try:
        yield encoders
    finally:
        encoders.close()


def reindex_on(
    workspace: Workspace,
    address: str,
    *,
    full: bool = False,
    model: str | None = None,
    precision: str | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ReindexReport:
    """Bring the index in step, as `reindex` does, with what has to be encoded encoded on a cluster.

    Raises:
        BadInputError, MissingExtraError: As for `cluster_on` and `encoders_on`.
        CollectionError: No cluster answers, or no encoder is left; what was encoded is kept.
        WorkspaceError, IndexProblemError, ModelUnavailableError: As for `reindex`.
    """
    is_remote(address)
    with ExitStack() as open_ones:

        def load(name: str | None, how: str) -> Encoder:
            cluster = open_ones.enter_context(cluster_on(workspace, address))
            return open_ones.enter_context(encoders_on(cluster, name, how))

        return reindex(
            workspace, full=full, model=model, precision=precision, load=load, progress=progress, cancelled=cancelled
        )


def is_remote(address: str) -> bool:
    """Whether a cluster is another machine, which texts would go to.

    Raises:
        BadInputError: It is no address.
    """
    if address == LOCAL:
        return False
    if not _ADDRESS.fullmatch(address):
        raise BadInputError(f"{address!r} is no Ray cluster: give local, or host and port of its head (10.0.0.5:6379).")
    return _HERE.fullmatch(address) is None


def read_ahead(steps: Iterator[T], most: int = 1) -> Generator[T]:
    """The same steps, the next of which are made while one is worked with, no more than `most` and one.

    What making a step raises is raised here.
    """
    waiting: Queue[tuple[T | None, BaseException | None, bool]] = Queue(most)
    stop = Event()

    def hand(step: tuple[T | None, BaseException | None, bool]) -> None:
        while not stop.is_set():
            try:
                waiting.put(step, timeout=0.2)
                return
            except Full:
                continue

    def make() -> None:
        try:
            for step in steps:
                hand((step, None, False))
                if stop.is_set():
                    break
            hand((None, None, True))
        except BaseException as error:  # it is raised where the steps are taken
            hand((None, error, True))
        finally:
            close = getattr(steps, "close", None)
            if close is not None:
                close()

    maker = Thread(target=make, name="reading", daemon=True)
    maker.start()
    try:
        while True:
            try:
                step, error, last = waiting.get(timeout=0.2)
            except Empty:
                continue  # so that Ctrl-C is heard
            if error is not None:
                raise error
            if last:
                return
            yield step  # type: ignore[misc]  # what is not the last is a step
    finally:
        stop.set()
        maker.join(timeout=LEFT_SECONDS)
