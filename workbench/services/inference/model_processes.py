"""Models of somebody else's, each in a process of its own: one that hangs or crashes ends alone.

A named stance model or reranker, of a plug-in too, is asked through a pair of sockets, a few pairs at a time. Where no
answer comes in time its process is ended, whoever asked is told, and the others of the process that serves go on.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.domain.errors import WorkbenchError
from workbench.domain.system_errors import reason
from workbench.inference import shared_models as kinds
from workbench.inference.frames import HEAD, BadFrameError, Frame, lengths, packed, unpacked
from workbench.inference.server import FailedError, NotServedError, member
from workbench.system.allocator import sparing
from workbench.system.limits import end_with_parent, write_no_core

if TYPE_CHECKING:
    from workbench.models.plugin_models import PluginStanceModel
    from workbench.models.reranker import CrossEncoderReranker

LOAD_SECONDS, CALL_SECONDS = 100.0, 60.0
"""How long a model may take to be loaded and say what it is, and to read a few pairs: less than what is taken to be
the hanging of the whole process, see `inference.server.STUCK_SECONDS`."""
REST_SECONDS = 60.0
"""One that hung is not asked for so long: each call would cost whoever waits behind it the whole time."""
MOST_KEPT = 4
"""Models that are kept loaded; the one that was asked longest ago goes."""
PROGRAM = "from workbench.services.inference.model_processes import main; main()"
Model = tuple[str, bool]
"""What a model is called, and whether a plug-in brings it."""


class ModelProcesses:
    """Asks each model in its own process; from one thread at a time.

    Args:
        program: What is run; for tests.
    """

    def __init__(self, program: str = PROGRAM) -> None:
        self._program = program
        self._lock = threading.RLock()
        self._there: dict[Model, _ModelProcess] = {}
        """Those asked last stand last."""
        self._hung: dict[Model, tuple[float, str]] = {}
        """When one hung last, and what was said of it."""

    def ask(self, what: str, frame: Frame) -> Frame:
        """The answer of the model that a question names.

        Raises:
            NotServedError: It is not to be had here: whoever asks does it themselves.
            FailedError: It hung or crashed, now or a moment ago; whoever asks must not do it themselves.
        """
        model = (member(frame, "model", str), member(frame, "plugin", bool))
        with self._lock:
            at, said = self._hung.get(model, (0.0, ""))
            if said and time.monotonic() - at < REST_SECONDS:
                raise FailedError(said)
            process = self._there.pop(model, None)
            if process is not None and process.has_ended:  # idle, killed for memory: nobody's work was lost by it
                process.end()
                process = None
            process = process or _ModelProcess(self._program)
            self._there[model] = process
            while len(self._there) > MOST_KEPT:
                self._there.pop(next(iter(self._there))).end()
            seconds = CALL_SECONDS if process.loaded else LOAD_SECONDS
            try:
                answer = process.ask(Frame({**frame.said, "do": what}), seconds)
            except (OSError, EOFError, BadFrameError) as error:
                del self._there[model]
                said = f"{_called(*model)} {process.failure(error, seconds)}"
                if isinstance(error, TimeoutError):
                    said += "; it is not asked again for a minute"
                    self._hung[model] = (time.monotonic(), f"{said}.")
                raise FailedError(f"{said}.") from error
        if "refused" in answer.said:
            raise NotServedError(str(answer.said["refused"]))
        return answer


def _called(name: str, plugin: bool) -> str:
    return f"The model {name} of a plug-in" if plugin else f"The model {name}"


class _ModelProcess:
    """A process with one model, and the socket it is asked through."""

    def __init__(self, program: str) -> None:
        self._ours, theirs = socket.socketpair()
        self.loaded = False
        with theirs:
            try:
                # -P: a file of the folder one stands in must never be imported in place of a library
                self._process = subprocess.Popen(
                    [sys.executable, "-P", "-c", program, str(theirs.fileno())],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,  # what a library prints is nobody's answer
                    pass_fds=[theirs.fileno()],
                    env={**os.environ, **sparing()},
                )
            except OSError as error:  # too little memory, too many processes: whoever asks may have better luck
                self._ours.close()
                raise NotServedError(f"no process can be started: {reason(error)}") from error

    def ask(self, frame: Frame, seconds: float) -> Frame:
        """The answer to one question.

        Raises:
            TimeoutError: It gives none within so many seconds; the process is ended.
            OSError, EOFError, BadFrameError: The process has ended, or said something else; it is ended.
        """
        until = time.monotonic() + seconds
        try:
            self._ours.settimeout(seconds)
            self._ours.sendall(packed(frame))
            answer = _read(self._ours, until)
        except (OSError, EOFError, BadFrameError):
            self.end()
            raise
        self.loaded = True
        return answer

    @property
    def has_ended(self) -> bool:
        """Whether it is gone already, before it is asked anything."""
        return self._process.poll() is not None

    def failure(self, error: Exception, seconds: float) -> str:
        """What happened to it, after it was ended."""
        if isinstance(error, TimeoutError):
            return f"gave no answer within {seconds:.0f} seconds, and its process was ended"
        return "ended in the middle of its work" if isinstance(error, (OSError, EOFError)) else "gave no answer"

    def end(self) -> None:
        """End the process, whatever it does."""
        self._ours.close()
        self._process.kill()
        self._process.wait()


def _read(connection: socket.socket, until: float | None = None) -> Frame:
    words, numbers = lengths(_exactly(connection, HEAD.size, until))
    return unpacked(_exactly(connection, words, until), _exactly(connection, numbers, until))


def _exactly(connection: socket.socket, size: int, until: float | None) -> bytes:
    found = bytearray()
    while len(found) < size:
        if until is not None:
            left = until - time.monotonic()
            if left <= 0:
                raise TimeoutError
            connection.settimeout(left)
        part = connection.recv(min(size - len(found), 1 << 20))
        if not part:
            raise EOFError
        found += part
    return bytes(found)


# in the process of a model


def main() -> None:
    """Answer what comes through the socket that the command line names, until its other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever started the process that serves
    write_no_core()
    end_with_parent()
    with socket.socket(fileno=int(sys.argv[1])) as connection:
        while True:
            try:
                frame = _read(connection)
            except (OSError, EOFError):
                os._exit(0)  # libraries do not like to be left
            connection.sendall(packed(_answered(frame)))


def _answered(frame: Frame) -> Frame:
    handlers: dict[object, Callable[[Frame], Frame]] = {
        kinds.NAMED: _facts,
        kinds.NAMED_STANCES: _stances,
        kinds.NAMED_RELEVANCE: _relevance,
    }
    try:
        return handlers[frame.said.get("do")](frame)
    except (NotServedError, WorkbenchError) as error:  # whoever does it themselves is told why
        return Frame({"refused": str(error)})
    except BaseException as error:  # whatever a library raises: somebody waits
        return Frame({"refused": type(error).__name__})


def _facts(frame: Frame) -> Frame:
    """What is known of a model."""
    model = _model(frame)
    return Frame(kinds.told_of(kinds.StanceFacts(model.key, model.fingerprint, getattr(model, "weighing", None), None)))


def _stances(frame: Frame) -> Frame:
    """What passages say about claims."""
    return Frame({"rows": kinds.rows_of_stances(_asked_of(frame).judge(_pairs(frame)))})


def _relevance(frame: Frame) -> Frame:
    """How relevant passages are to claims."""
    return Frame({"rows": [float(one) for one in _asked_of(frame).score(_pairs(frame))]})  # a plug-in's may be numpy's


def _model(frame: Frame) -> CrossEncoderReranker | PluginStanceModel:
    """The model; it is kept loaded where it is made."""
    from workbench.models.plugin_models import plugin_stance_model
    from workbench.models.reranker import load_cross_encoder

    name = member(frame, "model", str)
    if not member(frame, "plugin", bool):
        return load_cross_encoder(name)
    if (model := plugin_stance_model(name)) is None:
        raise NotServedError("no plug-in brings it here")
    return model


def _asked_of(frame: Frame) -> CrossEncoderReranker | PluginStanceModel:
    model = _model(frame)
    if model.fingerprint != frame.said.get("fingerprint"):
        raise NotServedError("another model")
    return model


def _pairs(frame: Frame) -> list[tuple[str, str]]:
    return [(claim, passage) for claim, passage in member(frame, "pairs", list)]
