"""Encoding on Ray: one model an actor, on this machine or a cluster. Nothing of it is imported before it is used.

What an actor was asked is kept until it has answered: one that goes with its node takes nothing along, the others are
asked again. Answers are given in the order of the questions, and no more is asked than a few pieces an actor.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.collections.ray_cluster import RayCluster
from workbench.domain.errors import CollectionError, WorkbenchError

if TYPE_CHECKING:
    from workbench.domain.ports import Encoder, Vectors

PIECE = 32
"""Texts of one question."""
AHEAD = 2
"""Questions that wait at each actor, so that it need not wait for the next."""
BEYOND = 8
"""Answers an actor's worth of which may wait for an earlier one."""
START_SECONDS = 120.0


class _Held:
    """What an actor is: a model, loaded once, by the first question."""

    def __init__(self, make: Callable[[], Encoder]) -> None:
        self._make = make

    def facts(self) -> tuple[str, str, int]:
        self._encoder = self._make()  # here, so that what goes wrong comes back as it is
        return self._encoder.key, self._encoder.sha256, self._encoder.dimension

    def encode(self, texts: list[str]) -> Vectors:
        return self._encoder.encode(texts)


class RayEncoders:
    """Many encoders that look like one. They are started when they are first asked, and ended by `close`.

    Args:
        cluster: Where they are.
        make: Loads the encoder; every node must have what it needs.
    """

    def __init__(self, cluster: RayCluster, make: Callable[[], Encoder]) -> None:
        self._cluster, self._make = cluster, make
        self._address = cluster.address
        self._ready: list[Any] = []
        self._coming: dict[Any, Any] = {}
        self._facts: tuple[str, str, int] | None = None
        self._idle_since: float | None = None

    @property
    def key(self) -> str:
        """Names model, version and precision."""
        return self._begin()[0]

    @property
    def sha256(self) -> str:
        """Digest of the weights."""
        return self._begin()[1]

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return self._begin()[2]

    @property
    def actors(self) -> int:
        """How many can be asked now."""
        return len(self._ready)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32, in the given order."""
        return next(self.encode_parts([texts]))

    def encode_parts(self, parts: Iterable[Sequence[str]]) -> Iterator[Vectors]:
        """The vectors of each part, in order; later parts are encoded while an earlier one is worked with.

        Raises:
            CollectionError: No cluster answers, or no encoder is left.
            ModelUnavailableError: The model cannot be loaded there.
        """
        self._begin()
        asked = _Asked(parts)
        running: dict[Any, tuple[Any, int, list[str]]] = {}
        while True:
            while (actor := self._free(running)) is not None and asked.room(BEYOND * max(1, len(self._ready))):
                piece = asked.take()
                if piece is None:
                    break
                running[actor.encode.remote(piece[1])] = (actor, *piece)
            yield from asked.whole(self.dimension)
            if asked.done and not running:
                return
            self._wait(running, asked)

    def close(self) -> None:
        """Let go of the actors; the cluster stays."""
        for actor in (*self._ready, *self._coming.values()):
            with suppress(Exception):  # it has gone, and its cluster perhaps with it
                self._cluster.ray.kill(actor)
        self._ready, self._coming, self._facts = [], {}, None

    def _begin(self) -> tuple[str, str, int]:
        """Start, and wait for the first encoder."""
        if self._facts is not None:
            return self._facts
        try:
            held = self._cluster.ray.remote(_Held)
            for _ in range(self._cluster.cores):
                actor = held.options(num_cpus=1, max_restarts=0).remote(self._make)
                self._coming[actor.facts.remote()] = actor
            return self._first()
        except BaseException:
            self.close()
            raise

    def _first(self) -> tuple[str, str, int]:
        """What the first encoder that has loaded its model says of it."""
        while True:
            self._look(START_SECONDS)
            if self._facts is not None:
                return self._facts

    def _look(self, seconds: float) -> None:
        """Take those that have loaded their model among those that are asked."""
        ready, _ = self._cluster.ray.wait(list(self._coming), num_returns=1, timeout=seconds)
        if not ready and seconds:
            raise CollectionError(f"no encoder has started on Ray ({self._address}) within {seconds:.0f} seconds.")
        for one in ready:
            self._arrived(one)

    def _arrived(self, one: Any) -> None:
        actor = self._coming.pop(one)
        try:
            facts = self._cluster.ray.get(one)
        except Exception as error:
            self._gone(error)
            return
        if self._facts not in (None, facts):
            raise CollectionError(
                f"the nodes of the Ray cluster have different models ({self._facts and self._facts[0]}, {facts[0]}): "
                "install the same workbench on all of them."
            )
        self._facts = facts
        self._ready.append(actor)

    def _gone(self, error: Exception) -> None:
        """An actor is no more; what its own code raised ends the work, what its node did does not."""
        exceptions = self._cluster.ray.exceptions
        if isinstance(error, exceptions.RayTaskError) or not isinstance(error, exceptions.RayError):
            cause = getattr(error, "cause", error)
            if isinstance(cause, WorkbenchError):
                raise cause from error
            raise CollectionError(f"encoding on Ray fails: {' '.join(str(cause).split())[:300]}.") from error
        if not self._ready and not self._coming:
            raise CollectionError(
                f"no encoder is left on Ray ({self._address}): {' '.join(str(error).split())[:200]} What was done by "
                "then is kept; the same command goes on where it was."
            ) from error

    # one question after the other

    def _free(self, running: dict[Any, tuple[Any, int, list[str]]]) -> Any:
        """The actor that has least to do, None where all have enough."""
        loads = {id(actor): 0 for actor in self._ready}
        for actor, _, _ in running.values():
            if id(actor) in loads:
                loads[id(actor)] += 1
        least = min(self._ready, key=lambda actor: loads[id(actor)], default=None)
        return least if least is not None and loads[id(least)] < AHEAD else None

    def _wait(self, running: dict[Any, tuple[Any, int, list[str]]], asked: _Asked) -> None:
        """Take what has come; while none works and none is ready, others are waited for no longer than at the start."""
        if running or self._ready:
            self._idle_since = None
        elif self._idle_since is None:
            self._idle_since = time.monotonic()
        elif time.monotonic() - self._idle_since > START_SECONDS:
            raise CollectionError(
                f"no encoder is left on Ray ({self._address}), and none has started within {START_SECONDS:.0f} "
                "seconds. What was done by then is kept; the same command goes on where it was."
            )
        ready, _ = self._cluster.ray.wait([*running, *self._coming], num_returns=1, timeout=1.0)
        for one in ready:
            if one in self._coming:
                self._arrived(one)
                continue
            actor, number, texts = running.pop(one)
            try:
                asked.answer(number, self._cluster.ray.get(one))
            except Exception as error:
                asked.again(number, texts)
                self._ready = [other for other in self._ready if other is not actor]
                self._gone(error)


class _Asked:
    """Parts divided into pieces, and what has come back of them."""

    def __init__(self, parts: Iterable[Sequence[str]]) -> None:
        self._parts = iter(parts)
        self._left: deque[tuple[int, list[str]]] = deque()  # pieces that nobody has been asked for
        self._orders: deque[list[int]] = (
            deque()
        )  # of each part that was not given back yet: its texts as they were asked
        self._answers: dict[int, Vectors] = {}
        self._next, self._given, self._ended = 0, 0, False

    @property
    def done(self) -> bool:
        """Whether all was asked for, answered and given back."""
        return self._ended and not self._left and not self._orders

    def room(self, most: int) -> bool:
        """Whether more may be asked before what is first in order has come."""
        return bool(self._left) or self._next - self._given < most

    def take(self) -> tuple[int, list[str]] | None:
        """The next piece, None at the end."""
        while not self._left and not self._ended:
            try:
                part = next(self._parts)
            except StopIteration:
                self._ended = True
                break
            # texts of one length are encoded together, so those of like length are asked together
            order = sorted(range(len(part)), key=lambda number: len(part[number]))
            pieces = [[part[number] for number in order[begin : begin + PIECE]] for begin in range(0, len(part), PIECE)]
            self._left.extend(enumerate(pieces, self._next))
            self._next += len(pieces)
            self._orders.append(order)
        return self._left.popleft() if self._left else None

    def again(self, number: int, texts: list[str]) -> None:
        """Ask for a piece once more, before all others."""
        self._left.appendleft((number, texts))

    def answer(self, number: int, vectors: Vectors) -> None:
        """Keep what came back."""
        self._answers[number] = vectors

    def whole(self, dimension: int) -> Iterator[Vectors]:
        """The parts that are complete, in order."""
        while self._orders:
            order = self._orders[0]
            numbers = range(self._given, self._given + -(-len(order) // PIECE))
            if any(number not in self._answers for number in numbers):
                return
            self._orders.popleft()
            self._given += len(numbers)
            vectors = np.zeros((len(order), dimension), dtype=np.float32)
            if order:
                vectors[order] = np.concatenate([self._answers.pop(number) for number in numbers])
            yield vectors
