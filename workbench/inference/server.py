"""The end that serves: connections in one thread, the work in a few others, by urgency and in turns by session."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from workbench.domain.errors import WorkbenchError
from workbench.domain.urgency import Urgency
from workbench.inference.frames import HEAD, PROTOCOL, STILL, BadFrameError, Frame, lengths, packed, unpacked
from workbench.inference.round_robin import RoundRobin
from workbench.system import peers

MOST_CONNECTIONS = 512
"""More than that, and whoever has asked nothing for longest is hung up on."""
MOST_WAITING, MOST_WAITING_EACH = 2048, 32
HELLO_SECONDS, FRAME_SECONDS = 10.0, 60.0
"""How long a stranger may take to say who it is, and anybody to send what it has begun."""
IDLE_SECONDS = 300.0
"""A connection over which nothing is asked for so long is hung up on; who asks again makes another one."""
ALIVE_SECONDS = 3.0
"""Who waits for an answer is told so often that it is on its way."""
STUCK_SECONDS = 120.0
"""Work that is not begun, or tells nothing, for so long is taken to hang; nobody is told any more that it goes on."""
TOLD_SECONDS = 0.05
"""Between two tellings of how far a long piece of work is."""


class NotServedError(Exception):
    """What is asked is not kept here: another model, another index. Whoever asks does it themselves."""


class FailedError(Exception):
    """What is asked cannot be had, and whoever asks must not try it themselves; the text is for the user."""


class StoppedError(Exception):
    """Nobody waits for the work any more."""


Told = Callable[[int, int], None]
Handler = Callable[[Frame, Told], Frame]
"""Does a piece of work, and tells how much of it is done; it is called from several threads.

Whenever it tells, what is more urgent is done first.
"""


@dataclass(frozen=True, slots=True)
class WorkLane:
    """Kinds of work that wait for each other, by name, and how many of them are done at a time."""

    handlers: Mapping[str, Handler]
    threads: int
    kept_free: int = 0
    """So many more are done at a time of what somebody looks at: it waits for no long piece of others."""


@dataclass(eq=False, slots=True)
class _Work:
    """One question of a session; `answer` is set in the thread of the connections."""

    frame: Frame
    do: Handler
    urgency: Urgency
    loop: asyncio.AbstractEventLoop
    answer: asyncio.Future[bytes]
    told: asyncio.Event = field(default_factory=asyncio.Event)
    """Set in that thread when there is something new in `far`."""
    far: tuple[int, int] = (0, 0)
    stopped: threading.Event = field(default_factory=threading.Event)
    begun: bool = False
    moved: float = field(default_factory=time.monotonic)
    """When it was asked for, begun, last told how far it is, or what is done in the middle of it last moved."""
    around: _Work | None = None
    """In the middle of which it is done."""


class _Lane(RoundRobin[_Work]):
    """The turns of a lane, and when somebody there last began a piece of work, told of it or ended it."""

    def __init__(self, most: int, most_each: int) -> None:
        super().__init__(most, most_each)
        self.moved = 0.0
        self.under_way = set[_Work]()


class InferenceServer:
    """Answers the sessions of one user.

    Args:
        lanes: What it can do.
        version: Of the program: sessions of another one are sent away.
        complain: Told in a line when a piece of work fails in a way that was not foreseen.
    """

    def __init__(self, lanes: list[WorkLane], version: str, complain: Callable[[str], None] = lambda _: None) -> None:
        self._version, self._complain = version, complain
        self._lanes: dict[str, tuple[Handler, _Lane]] = {}
        self._queues: list[tuple[_Lane, WorkLane]] = []
        for lane in lanes:
            turns = _Lane(MOST_WAITING, MOST_WAITING_EACH)
            self._queues.append((turns, lane))
            self._lanes |= {name: (do, turns) for name, do in lane.handlers.items()}
        self._connections: dict[asyncio.Task[None], asyncio.StreamWriter] = {}
        self._idle: dict[asyncio.StreamWriter, None] = {}
        """Over which nothing is asked, those longest so at the front."""

    async def serve(self, listening: socket.socket, ended: asyncio.Event) -> None:
        """Answer until `ended`; what is under way then is not waited for."""
        for turns, lane in self._queues:
            for number in range(lane.threads + lane.kept_free):
                at_least = Urgency.AHEAD if number < lane.threads else Urgency.NOW
                threading.Thread(target=self._work, args=(turns, at_least), daemon=True).start()
        server = await asyncio.start_unix_server(self._connected, sock=listening)
        try:
            await ended.wait()
        finally:
            asyncio.get_running_loop().remove_reader(listening)
            for _ in range(5):  # whoever was let in just now gets as far as being known here
                await asyncio.sleep(0)
            server.close()
            for turns, _ in self._queues:
                turns.close()
            # cut and not cancelled: what waits with a limit of time may take a cancellation for its end
            for writer in self._connections.values():
                writer.transport.abort()
            await asyncio.gather(*self._connections, return_exceptions=True)

    # the work, in threads of its own

    def _work(self, turns: _Lane, at_least: Urgency) -> None:
        while (work := turns.take(at_least)) is not None:
            self._do(work, turns)

    def _do(self, work: _Work, turns: _Lane) -> None:
        if work.stopped.is_set():
            return
        _moves(work, turns)
        work.begun = True
        turns.under_way.add(work)
        try:
            answer = packed(work.do(work.frame, self._teller(work, turns)))
        except StoppedError:
            return
        except FailedError as error:
            answer = packed(Frame({"failed": str(error)}))
        except (NotServedError, WorkbenchError, BadFrameError) as error:  # whoever does it themselves is told why
            answer = packed(Frame({"refused": str(error)}))
        except BaseException as error:  # whatever a library raises: somebody waits, and the next ones too
            name = str(work.frame.said.get("do"))
            self._complain(
                f"The inference process failed on a request ({name}: {type(error).__name__}); the session that "
                "asked does it itself."
            )
            answer = packed(Frame({"refused": type(error).__name__}))
        finally:
            turns.under_way.discard(work)
            _moves(work, turns)
        with suppress(RuntimeError):  # the loop has ended
            work.loop.call_soon_threadsafe(_settle, work.answer, answer)

    def _teller(self, work: _Work, turns: _Lane) -> Told:
        """What a handler tells of its work; it ends there where nobody waits for it any more."""
        last = 0.0

        def tell(done: int, total: int) -> None:
            nonlocal last
            while work.urgency > Urgency.NOW and (other := turns.take(Urgency(work.urgency - 1), wait=False)):
                other.around = work
                self._do(other, turns)
            if work.stopped.is_set():
                raise StoppedError
            now = _moves(work, turns)
            if now - last > TOLD_SECONDS:
                last, work.far = now, (done, total)
                with suppress(RuntimeError):  # the loop has ended
                    work.loop.call_soon_threadsafe(work.told.set)

        return tell

    # the connections

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._connections[task] = writer
        try:
            peer = peers.peer_of(writer.get_extra_info("socket"))
            if peers.is_own(peer) and self._makes_room():
                await self._converse(reader, writer, peer.process)
        except (BadFrameError, OSError, EOFError, TimeoutError):
            pass  # a stranger, or a session that has gone: there is nobody to tell
        finally:
            self._idle.pop(writer, None)
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()
            del self._connections[task]

    def _makes_room(self) -> bool:
        """Whether one more can be let in; where it is one too many, one that is idle goes."""
        if len(self._connections) > MOST_CONNECTIONS and self._idle:
            longest = next(iter(self._idle))
            del self._idle[longest]
            longest.transport.abort()
            return True
        return len(self._connections) <= MOST_CONNECTIONS

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, process: int) -> None:
        self._idle[writer] = None
        hello = await asyncio.wait_for(_read(reader), HELLO_SECONDS)
        if hello.said.get("protocol") != PROTOCOL or hello.said.get("version") != self._version:
            await _write(writer, Frame({"refused": "another version"}))
            return
        await _write(writer, Frame({"protocol": PROTOCOL, "version": self._version}))
        # the system says who asks, where it can: nobody gets more turns by calling itself several
        session = process if process >= 0 else str(hello.said.get("session"))[:80]
        while True:
            self._idle.pop(writer, None)
            self._idle[writer] = None  # it stands last
            head = await asyncio.wait_for(reader.readexactly(HEAD.size), IDLE_SECONDS)
            self._idle.pop(writer, None)
            frame = await asyncio.wait_for(_rest(reader, head), FRAME_SECONDS)
            await _send(writer, await self._answered(frame, session, reader, writer))

    async def _answered(
        self, frame: Frame, session: int | str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bytes:
        """The answer to a question of a session."""
        name = frame.said.get("do")
        if name == STILL:
            return packed(Frame({STILL: self._still()}))
        if not isinstance(name, str) or name not in self._lanes:
            return packed(Frame({"refused": "this is not known here"}))
        do, turns = self._lanes[name]
        loop = asyncio.get_running_loop()
        work = _Work(frame, do, _urgency(frame), loop, loop.create_future())
        if not turns.put(session, work, work.urgency):
            return packed(Frame({"refused": "too much is waiting"}))
        # nothing is sent while an answer is on its way: whatever comes is the end, or no session of ours
        gone = asyncio.ensure_future(reader.read(1))
        try:
            return await self._awaited(work, turns, gone, writer)
        finally:
            if not work.answer.done():
                work.stopped.set()
                turns.withdraw(session, work)
            gone.cancel()
            with suppress(asyncio.CancelledError, OSError):
                await gone

    def _still(self) -> float:
        """For how long the piece of work that has stood still longest has done so."""
        now = time.monotonic()
        return max((now - work.moved for turns, _ in self._queues for work in tuple(turns.under_way)), default=0.0)

    async def _awaited(
        self, work: _Work, turns: _Lane, gone: asyncio.Future[bytes], writer: asyncio.StreamWriter
    ) -> bytes:
        """The answer; until then it is told that the work goes on, and how far it is."""
        while True:
            told = asyncio.ensure_future(work.told.wait())
            waited: set[asyncio.Future[Any]] = {work.answer, gone, told}
            await asyncio.wait(waited, timeout=ALIVE_SECONDS, return_when=asyncio.FIRST_COMPLETED)
            told.cancel()
            if gone.done():
                raise BadFrameError("the session has gone")
            if work.answer.done():
                return work.answer.result()
            work.told.clear()
            moved = work.moved if work.begun else max(work.moved, turns.moved)
            if time.monotonic() - moved < STUCK_SECONDS:
                await _write(writer, Frame({"done": work.far[0], "total": work.far[1]}))


def _moves(work: _Work, turns: _Lane) -> float:
    """Note that a piece of work goes on, and with it those in the middle of which it is done; gives when."""
    now = turns.moved = time.monotonic()
    one: _Work | None = work
    while one is not None:
        one.moved, one = now, one.around
    return now


def _urgency(frame: Frame) -> Urgency:
    said = frame.said.get("urgency")
    return Urgency(said) if type(said) is int and said in list(Urgency) else Urgency.SOON


def _settle(future: asyncio.Future[bytes], answer: bytes) -> None:
    if not future.done():
        future.set_result(answer)


async def _read(reader: asyncio.StreamReader) -> Frame:
    return await _rest(reader, await reader.readexactly(HEAD.size))


async def _rest(reader: asyncio.StreamReader, head: bytes) -> Frame:
    words, numbers = lengths(head)
    said = await reader.readexactly(words)
    return unpacked(said, await reader.readexactly(numbers))


async def _write(writer: asyncio.StreamWriter, frame: Frame) -> None:
    await _send(writer, packed(frame))


async def _send(writer: asyncio.StreamWriter, sent: bytes) -> None:
    writer.write(sent)
    await asyncio.wait_for(writer.drain(), FRAME_SECONDS)


def member(frame: Frame, name: str, kind: type[Any]) -> Any:
    """What a frame says under a name, of one type.

    Raises:
        NotServedError: It says something else.
    """
    value = frame.said.get(name)
    if type(value) is not kind:
        raise NotServedError(f"{name} is missing")
    return value
