"""The end that asks: one connection a question at a time, kept for the next one.

Whatever goes wrong is one thing for the caller: `NotSharedError`, and the work is done in its own process as if there
were no other. Nothing that is asked changes anything, so a question whose answer did not come is asked again.
"""

from __future__ import annotations

import os
import secrets
import select
import socket
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from workbench.domain.errors import ModelUnavailableError
from workbench.domain.urgency import Wish, current
from workbench.inference.frames import HEAD, PROTOCOL, STILL, BadFrameError, Frame, lengths, packed, unpacked
from workbench.inference.meeting_place import MeetingPlace

if TYPE_CHECKING:
    from numpy.typing import NDArray

PATIENCE_SECONDS = 60.0
"""How long a process that is being started (again) is waited for: its imports take seconds, on a busy machine many."""
SILENCE_SECONDS = 60.0
"""A process that says nothing for so long hangs; one whose work goes on says every few seconds that it does."""
REST_SECONDS = 30.0
"""How long one that hangs, or is of another version, is left alone."""
TRIED_SECONDS = 0.1
MOST_KEPT = 4
"""Connections kept for the next question."""


def works(place: MeetingPlace, version: str, seconds: float, longest: float) -> bool:
    """Whether the process that is met there answers.

    Args:
        place: Where it is met.
        version: Of this program; one of another version answers something else, and is no worse for it.
        seconds: How long it may take to answer.
        longest: For how many seconds a piece of its work may stand still.
    """
    hello = {"protocol": PROTOCOL, "version": version, "session": ""}
    try:
        with place.connect() as connection:
            connection.settimeout(seconds)
            connection.sendall(packed(Frame(hello)))
            if "refused" in _read(connection).said:
                return True
            connection.sendall(packed(Frame({"do": STILL})))
            return bool(_read(connection).said[STILL] <= longest)
    except (OSError, BadFrameError, LookupError, _BrokenError):
        return False


class NotSharedError(Exception):
    """No other process answers this; the reason is for whoever looks into it, not for the user."""


class _BrokenError(Exception):
    """The connection ended before the answer."""


class SharedProcess:
    """Asks the process that serves a workspace. Safe to use from several threads.

    Args:
        place: Where it is met.
        version: Of this program.
        patience: Seconds that one which is being started is waited for; None: `PATIENCE_SECONDS`.
    """

    def __init__(self, place: MeetingPlace, version: str, patience: float | None = None) -> None:
        self._place, self._version = place, version
        self._patience = PATIENCE_SECONDS if patience is None else patience
        self._kept: list[socket.socket] = []
        self._lock = threading.Lock()
        self._not_before = 0.0
        self.session = f"{os.getpid()} {secrets.token_hex(8)}"
        """What this session calls itself: whoever gets its number later is another one."""

    def is_there(self) -> bool:
        """Whether it answers; one that is being started is waited for."""
        try:
            self._keep(self._connected(current()))
        except (NotSharedError, _BrokenError):
            return False
        return True

    def ask(
        self, what: str, said: dict[str, Any], arrays: Sequence[NDArray[Any]] = (),
        step: Callable[[int, int], None] | None = None,
    ) -> Frame:  # fmt: skip
        """Ask, and wait for the answer.

        Args:
            what: The kind of work.
            said: What it is to be done with.
            arrays: Numbers that belong to it.
            step: Told how far it is; what it raises ends the work there and here.
        Raises:
            NotSharedError: There is no answer to be had.
            ModelUnavailableError: The model hung or crashed there, and would do so here.
            DroppedError: Nobody wants it any more, see `domain.urgency`.
        """
        wish = current()
        try:
            question = packed(Frame({**said, "do": what, "urgency": int(wish.urgency)}, arrays))
        except BadFrameError as error:
            raise NotSharedError("too large to be sent") from error
        for last in (False, True):
            connection = self._connected(wish)
            try:
                with wish.waiting(lambda one=connection: _cut(one)):  # type: ignore[misc]
                    answer = self._asked(connection, question, step)
            except _BrokenError as error:
                connection.close()
                self.close()  # the others are of the same process
                if last:  # twice: the question may be what ends it
                    raise NotSharedError("the process ended") from error
                continue
            except BaseException:  # it says nothing, or whoever waits for the answer does not want it any more
                connection.close()
                raise
            self._keep(connection)
            if "refused" in answer.said:
                raise NotSharedError(str(answer.said["refused"]))
            if "failed" in answer.said:
                raise ModelUnavailableError(str(answer.said["failed"]))
            return answer
        raise AssertionError("unreachable")

    def close(self) -> None:
        """Let go of the connections; the next question makes a new one."""
        with self._lock:
            kept, self._kept = self._kept, []
        for one in kept:
            one.close()

    def _asked(self, connection: socket.socket, question: bytes, step: Callable[[int, int], None] | None) -> Frame:
        frame = self._next(connection, question)
        while "done" in frame.said:
            if step is not None:
                step(frame.said["done"], frame.said["total"])
            frame = self._next(connection)
        return frame

    def _next(self, connection: socket.socket, question: bytes = b"") -> Frame:
        """What is said next: the answer, or how far it is."""
        try:
            connection.sendall(question)
            frame = _read(connection)
            if "done" in frame.said and not all(type(frame.said.get(name)) is int for name in ("done", "total")):
                raise BadFrameError("it does not say how far it is")
        except ConnectionError as error:
            raise _BrokenError from error
        except TimeoutError as error:
            raise self._rested("the process says nothing") from error
        except (OSError, BadFrameError) as error:
            raise self._rested("it is no process of ours") from error
        return frame

    def _connected(self, wish: Wish) -> socket.socket:
        """A connection over which nothing is asked at present."""
        if time.monotonic() < self._not_before or not self._place.is_possible:
            raise NotSharedError("there is none")
        while (kept := self._taken()) is not None:
            if not _has_ended(kept):
                return kept
            kept.close()  # it was idle for long, or its process has gone
        until = time.monotonic() + self._patience
        while True:
            try:
                return self._greeted(self._place.connect())
            except PermissionError as error:
                raise self._rested("it is another user's") from error
            except (OSError, _BrokenError) as error:
                if not self._place.is_held:
                    raise NotSharedError("there is none") from error
                if time.monotonic() > until:
                    raise self._rested("it does not begin") from error
                wish.check()
                time.sleep(TRIED_SECONDS)

    def _greeted(self, connection: socket.socket) -> socket.socket:
        hello = {"protocol": PROTOCOL, "version": self._version, "session": self.session}
        try:
            connection.sendall(packed(Frame(hello)))
            answer = _read(connection).said
        except BadFrameError as error:
            connection.close()
            raise self._rested("it is no process of ours") from error
        except BaseException:
            connection.close()
            raise
        if answer.get("protocol") != PROTOCOL or answer.get("version") != self._version:
            connection.close()
            raise self._rested("it is of another version")
        connection.settimeout(SILENCE_SECONDS)
        return connection

    def _rested(self, why: str) -> NotSharedError:
        """The reason for leaving it alone for a while."""
        self._not_before = time.monotonic() + REST_SECONDS
        self.close()
        return NotSharedError(why)

    def _taken(self) -> socket.socket | None:
        with self._lock:
            return self._kept.pop() if self._kept else None

    def _keep(self, connection: socket.socket) -> None:
        with self._lock:
            if len(self._kept) < MOST_KEPT:
                self._kept.append(connection)
                return
        connection.close()


def _cut(connection: socket.socket) -> None:
    """Whoever waits at either end waits no longer."""
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)


def _has_ended(connection: socket.socket) -> bool:
    """Whether the other end has hung up: nothing is said over a connection that waits for a question."""
    watched = select.poll()
    watched.register(connection, select.POLLIN)
    return bool(watched.poll(0))


def _read(connection: socket.socket) -> Frame:
    words, numbers = lengths(_exactly(connection, HEAD.size))
    said = _exactly(connection, words)
    return unpacked(said, _exactly(connection, numbers))


def _exactly(connection: socket.socket, count: int) -> bytes:
    parts = bytearray()
    while len(parts) < count:
        got = connection.recv(min(count - len(parts), 1 << 20))
        if not got:
            raise _BrokenError
        parts += got
    return bytes(parts)
