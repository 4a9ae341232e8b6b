"""Every attached collection asked at once, each with the same time to answer; who does not is told in a line."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import NamedTuple

from workbench.domain.errors import WorkbenchError
from workbench.domain.shared_evidence import CollectionFacts, EngineAnswer, EngineQuestion, EvidenceEngine
from workbench.domain.unforeseen import ours, went_on
from workbench.services.collections import attaching
from workbench.services.collections.attaching import Attached
from workbench.services.workspace import Workspace

DESK_SECONDS = 6.0
"""How long the desk waits for collections; what is here is shown then."""
COMMAND_SECONDS = 30.0
"""How long a command waits, which opens everything for itself."""

REST_SECONDS = 60.0
"""How long a collection that failed is left alone: a server that is gone costs its time once, not with every claim."""

Questioning = Callable[[Attached, CollectionFacts, Mapping[str, int]], EngineQuestion]
"""Puts the question to one collection, given what it was made with and its languages; may raise WorkbenchError."""


class CollectionAnswer(NamedTuple):
    """What one collection answered."""

    name: str
    answer: EngineAnswer
    languages: Mapping[str, int]
    by_meaning: bool
    """Whether its vectors can be compared with that of the question."""


class AskedTogether(NamedTuple):
    """What the collections answered, and a line for each that did not."""

    answers: list[CollectionAnswer]
    notes: list[str]


@dataclass(slots=True)
class _Asking:
    """One question under way to one collection."""

    one: Attached
    thread: threading.Thread
    given: list[CollectionAnswer]
    problems: list[str]


class SharedEvidence:
    """Keeps the collections of a workspace open between searches. Safe to use from several threads at once."""

    def __init__(
        self, workspace: Workspace, *, seconds: float = DESK_SECONDS, now: Callable[[], float] = time.monotonic
    ) -> None:
        """Remember whose collections are asked; nothing is opened, or imported, before one is.

        Args:
            workspace: The workspace.
            seconds: How long all of them together may take for an answer.
            now: The clock that a rest is measured by.
        """
        self._workspace, self._seconds, self._now = workspace, seconds, now
        self._lock = threading.Lock()
        self._resting: dict[Attached, tuple[float, str]] = {}
        self._engines: dict[Attached, EvidenceEngine] = {}
        self._slow: dict[Attached, threading.Thread] = {}

    def attached(self) -> list[Attached]:
        """The collections that are asked; those that are no longer are let go of."""
        asked = attaching.attached(self._workspace)
        self._close_others(asked)
        return asked

    def ask(self, asked: list[Attached], question: Questioning) -> AskedTogether:
        """Ask collections at once, and wait no longer than the time limit for all of them together.

        A collection that is still busy with an earlier question is not asked again meanwhile.
        """
        self._close_others(asked)
        rests = self._rests()
        confidential = self._workspace.settings().get("confidential") == "yes"
        notes: list[str] = []
        under_way: list[_Asking] = []
        for one in asked:
            if one.remote and confidential:
                notes.append(f"the collection {one.name} was not asked: this workspace is confidential")
            elif one in rests:
                notes.append(rests[one])
            elif self._is_busy(one):
                notes.append(f"the collection {one.name} is slow: it still works on an earlier search")
            else:
                under_way.append(self._begin(one, question))
        end = time.monotonic() + self._seconds
        answers: list[CollectionAnswer] = []
        for asking in under_way:
            asking.thread.join(max(0.0, end - time.monotonic()))
            if asking.thread.is_alive():
                with self._lock:
                    self._slow[asking.one] = asking.thread
                notes.append(
                    f"the collection {asking.one.name} did not answer within {self._seconds:g} seconds; the others did"
                )
            answers += asking.given
            notes += asking.problems
        return AskedTogether(answers, notes)

    def close(self) -> None:
        """Let go of the engines."""
        self._close_others([])

    def _is_busy(self, one: Attached) -> bool:
        with self._lock:
            thread = self._slow.get(one)
            if thread is not None and not thread.is_alive():
                del self._slow[one]
                thread = None
            return thread is not None

    def _begin(self, one: Attached, question: Questioning) -> _Asking:
        given: list[CollectionAnswer] = []
        problems: list[str] = []

        def work() -> None:
            try:
                engine = self._opened(one)
                languages = engine.languages()
                asked = question(one, engine.facts, languages)
                answer = engine.find(asked, self._seconds)
                given.append(CollectionAnswer(one.name, answer, languages, asked.vector is not None))
            except WorkbenchError as error:
                problems.append(self._failed(one, f": {str(error).rstrip('.')}"))
            except Exception as error:  # a fault in the engine's packages must not take the others' answers away
                if ours(error):
                    went_on(error)
                problems.append(self._failed(one, f" ({type(error).__name__}: {error})"))

        # it may never come back: the program can end all the same
        thread = threading.Thread(target=work, name=f"collection {one.name}", daemon=True)
        thread.start()
        return _Asking(one, thread, given, problems)

    def _opened(self, one: Attached) -> EvidenceEngine:
        with self._lock:
            there = self._engines.get(one)
        if there is None:
            opened = attaching.opened(one)
            with self._lock:
                there = self._engines.setdefault(one, opened)
            if there is not opened:  # another search was quicker
                _close(opened)
        return there

    def _failed(self, one: Attached, why: str) -> str:
        """A line that says so; after a rest the collection is opened again."""
        words = f"the collection {one.name} was not searched{why}"
        with self._lock:
            engine = self._engines.pop(one, None)
            self._resting[one] = self._now() + REST_SECONDS, words
        if engine is not None:
            _close(engine)
        return words

    def _rests(self) -> dict[Attached, str]:
        """The collections that are left alone for now, and why."""
        with self._lock:
            now = self._now()
            self._resting = {one: rest for one, rest in self._resting.items() if rest[0] > now}
            return {one: words for one, (_, words) in self._resting.items()}

    def _close_others(self, kept: list[Attached]) -> None:
        with self._lock:
            gone = [self._engines.pop(one) for one in list(self._engines) if one not in kept]
        for engine in gone:
            _close(engine)


def _close(engine: EvidenceEngine) -> None:
    with suppress(WorkbenchError):  # it is gone already
        engine.close()
