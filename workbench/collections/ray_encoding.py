"""Encoding on Ray: one model an actor, on this machine or a cluster. Nothing of it is imported before it is used.

What an actor was asked is kept until it has answered: one that goes with its node takes nothing along, the others are
asked again. Answers are given in the order of the questions, and no more is asked than a few pieces an actor.
"""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import site
import socket
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.domain.errors import CollectionError, MissingExtraError, WorkbenchError
from workbench.system.cores import cores

if TYPE_CHECKING:
    from workbench.domain.ports import Encoder, Vectors

LOCAL = "local"
"""In the place of an address: a cluster of this machine's cores, for this one command."""
PIECE = 32
"""Texts of one question."""
AHEAD = 2
"""Questions that wait at each actor, so that it need not wait for the next."""
BEYOND = 8
"""Answers an actor's worth of which may wait for an earlier one."""
START_SECONDS = 120.0
STARTS = 4
"""How often a cluster of this machine is begun before it is given up: Ray gives each of its parts half a minute."""
STORE_BYTES = 100 * 2**20
"""Of shared memory for answers; they are small and taken at once."""


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
        address: `LOCAL`, or host and port of a cluster's head.
        make: Loads the encoder; every node must have what it needs.
    """

    def __init__(self, address: str, make: Callable[[], Encoder]) -> None:
        self._address, self._make = address, make
        self._ray: Any = None
        self._ready: list[Any] = []
        self._coming: dict[Any, Any] = {}
        self._facts: tuple[str, str, int] | None = None
        self._folder = ""
        self._ours = False
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
        """Let go of the actors, and of the cluster where it was started here."""
        if self._ray is not None:
            for actor in (*self._ready, *self._coming.values()):
                with suppress(Exception):  # it has gone, and its cluster perhaps with it
                    self._ray.kill(actor)
            if self._ours:
                self._ray.shutdown()
        self._ready, self._coming, self._ray, self._facts = [], {}, None, None
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)

    # the cluster

    def _begin(self) -> tuple[str, str, int]:
        """Start, and wait for the first encoder."""
        if self._facts is not None:
            return self._facts
        self._ray = ray = _ray(self._address == LOCAL)
        try:
            if not ray.is_initialized():
                self._connect(ray)
            there = max(1, int(ray.cluster_resources().get("CPU", 1)))
            held = ray.remote(_Held)
            for _ in range(there):
                actor = held.options(num_cpus=1, max_restarts=0).remote(self._make)
                self._coming[actor.facts.remote()] = actor
            facts = self._first()
        except BaseException:
            self.close()
            raise
        return facts

    def _first(self) -> tuple[str, str, int]:
        """What the first encoder that has loaded its model says of it."""
        while True:
            self._look(START_SECONDS)
            if self._facts is not None:
                return self._facts

    def _connect(self, ray: Any) -> None:
        how: dict[str, Any] = {"log_to_driver": False, "logging_level": "error", "configure_logging": False}
        if self._address == LOCAL:
            self._folder = tempfile.mkdtemp(prefix="wbray")
            how |= {"num_cpus": cores(), "include_dashboard": False, "object_store_memory": STORE_BYTES}
            # Ray opens its folder to everyone: one inside ours, which is not, with a short name for its sockets
            how |= {"_node_ip_address": "127.0.0.1", "_temp_dir": str(Path(self._folder, "r"))}
        else:
            how["address"] = self._address
            self._knock()
        handlers = _handlers()
        self._ours = True
        try:
            for left in range(STARTS - 1, -1, -1):
                try:
                    with _no_cloud_asked(self._folder):
                        ray.init(**how)
                    break
                except Exception:  # a busy machine takes longer than Ray waits
                    ray.shutdown()
                    if not left or self._address != LOCAL:
                        raise
        except Exception as error:  # the library raises a dozen classes for "nobody answers" and "another version"
            why = " ".join(str(error).split())[:200] or type(error).__name__
            where = (
                "cannot be started on this machine" if self._address == LOCAL else f"does not answer at {self._address}"
            )
            raise CollectionError(f"Ray {where} ({why}).") from error
        finally:
            _set_handlers(handlers)

    def _knock(self) -> None:
        """See that somebody is there: Ray itself asks for minutes."""
        host, _, port = self._address.rpartition(":")
        try:
            socket.create_connection((host.strip("[]"), int(port)), timeout=10).close()
        except (OSError, OverflowError) as error:
            raise CollectionError(f"no Ray cluster answers at {self._address} ({error}).") from error

    def _look(self, seconds: float) -> None:
        """Take those that have loaded their model among those that are asked."""
        ray = self._ray
        ready, _ = ray.wait(list(self._coming), num_returns=1, timeout=seconds)
        if not ready and seconds:
            raise CollectionError(f"no encoder has started on Ray ({self._address}) within {seconds:.0f} seconds.")
        for one in ready:
            self._arrived(one)

    def _arrived(self, one: Any) -> None:
        actor = self._coming.pop(one)
        try:
            facts = self._ray.get(one)
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
        exceptions = self._ray.exceptions
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
        ready, _ = self._ray.wait([*running, *self._coming], num_returns=1, timeout=1.0)
        for one in ready:
            if one in self._coming:
                self._arrived(one)
                continue
            actor, number, texts = running.pop(one)
            try:
                asked.answer(number, self._ray.get(one))
            except Exception as error:
                asked.again(number, texts)
                self._ready = [other for other in self._ready if other is not actor]
                self._gone(error)


class _Asked:
    """Parts divided into pieces, and what has come back of them."""

    def __init__(self, parts: Iterable[Sequence[str]]) -> None:
        self._parts = iter(parts)
        self._left: deque[tuple[int, list[str]]] = deque()  # pieces that nobody has been asked for
        self._sizes: deque[int] = deque()  # pieces of each part that was not given back yet
        self._answers: dict[int, Vectors] = {}
        self._next, self._given, self._ended = 0, 0, False

    @property
    def done(self) -> bool:
        """Whether all was asked for, answered and given back."""
        return self._ended and not self._left and not self._sizes

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
            pieces = [list(part[begin : begin + PIECE]) for begin in range(0, len(part), PIECE)]
            self._left.extend(enumerate(pieces, self._next))
            self._next += len(pieces)
            self._sizes.append(len(pieces))
        return self._left.popleft() if self._left else None

    def again(self, number: int, texts: list[str]) -> None:
        """Ask for a piece once more, before all others."""
        self._left.appendleft((number, texts))

    def answer(self, number: int, vectors: Vectors) -> None:
        """Keep what came back."""
        self._answers[number] = vectors

    def whole(self, dimension: int) -> Iterator[Vectors]:
        """The parts that are complete, in order."""
        while self._sizes:
            numbers = range(self._given, self._given + self._sizes[0])
            if any(number not in self._answers for number in numbers):
                return
            self._given += self._sizes.popleft()
            found = [self._answers.pop(number) for number in numbers]
            yield np.concatenate(found) if found else np.zeros((0, dimension), dtype=np.float32)


def _ray(local: bool) -> Any:
    """The library; what it reads in the environment it reads when it is imported."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # it would tell its makers
    if local and "ray" not in sys.modules:
        # Ray listens on every interface and runs what it is sent: nobody else is to know the word.
        os.environ.setdefault("RAY_AUTH_MODE", "token")
        os.environ.setdefault("RAY_AUTH_TOKEN", secrets.token_hex(32))
    try:
        ray = import_module("ray")
        import_module("ray.exceptions")
    except ImportError as error:
        raise MissingExtraError(
            "encoding on Ray needs a package that is not installed: pip install 'claim-workbench[scale]'."
        ) from error
    return ray


@contextmanager
def _no_cloud_asked(folder: str) -> Iterator[None]:
    """Start Ray without its question which cloud this is, sent to 169.254.169.254 and metadata.google.internal.

    Its service for reports to its makers asks that even where the reports are off, unless a file in the home folder
    says what the cluster is. The service alone is given such a home; "" for a cluster that others started.
    """
    if not folder:
        yield
        return
    Path(folder, "ray_bootstrap_config.yaml").write_text("{}\n", encoding="utf-8")
    home = {"HOME": folder, "PYTHONUSERBASE": site.getuserbase()}
    services: Any = import_module("ray._private.services")
    start = services.start_ray_process

    def started(
        command: list[str], kind: str, *args: Any, env_updates: dict[str, str] | None = None, **more: Any
    ) -> Any:
        own = {**(env_updates or {}), **home} if kind == "dashboard" else env_updates
        return start(command, kind, *args, env_updates=own, **more)

    services.start_ray_process = started
    try:
        yield
    finally:
        services.start_ray_process = start


def _handlers() -> dict[int, Any]:
    """What the program does on signals, which Ray would change."""
    if threading.current_thread() is not threading.main_thread():
        return {}
    return {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}


def _set_handlers(handlers: dict[int, Any]) -> None:
    for number, handler in handlers.items():
        signal.signal(number, handler)
