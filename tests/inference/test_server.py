"""Both ends of the socket: who is let in, who is answered, in what order, and what happens when one end goes."""

from __future__ import annotations

import os
import socket
import stat
import threading
import time
from collections.abc import Iterator, Sized
from pathlib import Path

import numpy as np
import pytest

from tests.inference.serving import serving, short_folder
from workbench.domain.urgency import DroppedError, Urgency, Wish, current
from workbench.inference import client, frames, meeting_place, server
from workbench.inference.client import NotSharedError, SharedProcess
from workbench.inference.frames import HEAD, MAGIC, PROTOCOL, Frame, packed
from workbench.inference.meeting_place import MeetingPlace
from workbench.inference.server import NotServedError, Told
from workbench.system import peers


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MeetingPlace]:
    with short_folder(monkeypatch):
        yield MeetingPlace(tmp_path)


class Asking:
    """Makes sessions, and lets go of their connections in the end."""

    def __init__(self, place: MeetingPlace) -> None:
        self._place = place
        self.all: list[SharedProcess] = []

    def __call__(self, version: str = "1", patience: float | None = None) -> SharedProcess:
        self.all.append(SharedProcess(self._place, version, patience))
        return self.all[-1]


@pytest.fixture
def asking(place: MeetingPlace) -> Iterator[Asking]:
    made = Asking(place)
    yield made
    for one in made.all:
        one.close()


def echo(frame: Frame, told: Told) -> Frame:
    return Frame({"said": frame.said["word"]}, frame.arrays)


def failing(frame: Frame, told: Told) -> Frame:
    raise ValueError(frame.said["word"])


def refusing(frame: Frame, told: Told) -> Frame:
    raise NotServedError("another model")


def test_what_is_asked_is_answered_and_the_socket_is_the_users_alone(place: MeetingPlace, asking: Asking) -> None:
    with serving(place, {"echo": echo}):
        asked = asking()
        answer = asked.ask("echo", {"word": "Ann\ud800"}, [np.arange(3.0, dtype=np.float32)])
        assert answer.said["said"] == "Ann\ud800"
        assert answer.arrays[0].tolist() == [0, 1, 2]
        rights = [stat.S_IMODE(path.stat().st_mode) for path in (place.folder, place.socket)]
        assert rights == [0o700, 0o600]
        asked.close()
    with pytest.raises(NotSharedError):
        asking().ask("echo", {"word": ""})


@pytest.mark.parametrize(
    "sent",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"\x80\x04\x95",
        HEAD.pack(MAGIC, 0xFFFFFFFF, 0xFFFFFFFF),
        HEAD.pack(MAGIC, 3, 0) + b"[1]",
        packed(Frame({"protocol": PROTOCOL, "version": "1"})) + b"x" * 100,
        packed(Frame({"protocol": PROTOCOL, "version": "1"})) + packed(Frame({"do": "nothing"})),
        packed(Frame({"protocol": PROTOCOL, "version": "1"})) + packed(Frame({"do": ["echo"]})),
        packed(Frame({"protocol": PROTOCOL, "version": "1"})) + packed(Frame({"do": "echo"})),
        packed(Frame({"do": "echo", "word": "no hello"})),
        bytes(range(256)) * 16,
    ],
    ids=lambda sent: repr(sent[:30]),
)
def test_bytes_of_a_stranger_do_no_harm(place: MeetingPlace, sent: bytes, asking: Asking) -> None:
    """It is sent away or refused, and whoever asks properly is answered meanwhile and afterwards."""
    with serving(place, {"echo": echo}):
        stranger = place.connect()
        stranger.sendall(sent)
        stranger.shutdown(socket.SHUT_WR)
        assert asking().ask("echo", {"word": "a"}).said == {"said": "a"}
        told = b""
        while part := stranger.recv(1 << 16):
            told += part
        assert b'said": "no hello' not in told
        stranger.close()


def test_who_never_says_who_it_is_is_sent_away(place: MeetingPlace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "HELLO_SECONDS", 0.01)
    with serving(place, {"echo": echo}), place.connect() as stranger:
        assert stranger.recv(1) == b""


def test_another_user_is_not_even_listened_to(
    place: MeetingPlace, monkeypatch: pytest.MonkeyPatch, asking: Asking
) -> None:
    """Neither end talks to a process of somebody else."""
    with serving(place, {"echo": echo}):
        monkeypatch.setattr(peers, "peer_of", lambda _: peers.Peer(1, os.geteuid() + 1))
        with socket.socket(socket.AF_UNIX) as stranger:
            stranger.connect(str(place.socket))
            assert stranger.recv(1) == b""
        with pytest.raises(NotSharedError):
            asking().ask("echo", {"word": "a"})


def test_the_system_tells_who_is_there() -> None:
    one, other = socket.socketpair()
    with one, other:
        assert peers.peer_of(one) in (peers.Peer(os.getpid(), os.geteuid()), peers.Peer(-1, -1))
        assert peers.is_own(peers.peer_of(one))
    assert not peers.is_own(peers.Peer(5, os.geteuid() + 1))


def test_a_process_of_another_version_is_left_alone(place: MeetingPlace, asking: Asking) -> None:
    with serving(place, {"echo": echo}, version="2"):
        assert not asking().is_there()
        assert asking("2").is_there()


def test_what_fails_or_is_refused_is_done_elsewhere_and_told_once(place: MeetingPlace, asking: Asking) -> None:
    """The words of the request are nowhere told."""
    said: list[str] = []
    with serving(place, {"echo": echo, "fail": failing, "refuse": refusing}, said=said):
        asked = asking()
        for what in ("fail", "refuse", "never heard of"):
            with pytest.raises(NotSharedError):
                asked.ask(what, {"word": "confidential"})
        assert asked.ask("echo", {"word": "goes on"}).said == {"said": "goes on"}
    assert len(said) == 1
    assert "ValueError" in said[0]
    assert "confidential" not in said[0]


def test_whatever_ends_a_piece_of_work_it_is_answered_and_the_next_one_is_done(
    place: MeetingPlace, asking: Asking
) -> None:
    def ending(frame: Frame, told: Told) -> Frame:
        raise SystemExit

    said: list[str] = []
    with serving(place, {"end": ending, "echo": echo}, said=said):
        with pytest.raises(NotSharedError, match="SystemExit"):
            asking().ask("end", {})
        assert asking().ask("echo", {"word": "goes on"}).said == {"said": "goes on"}
    assert len(said) == 1


@pytest.mark.parametrize("large", [True, False])
def test_an_answer_that_cannot_be_sent_is_refused_and_computed_once(
    place: MeetingPlace, asking: Asking, monkeypatch: pytest.MonkeyPatch, large: bool
) -> None:
    monkeypatch.setattr(frames, "MOST_WORDS", 1000)
    asked: list[bool] = []

    def answer(frame: Frame, told: Told) -> Frame:
        asked.append(large)
        return Frame({"words": "x" * 2000 if large else float("nan")})

    with serving(place, {"answer": answer}), pytest.raises(NotSharedError, match="the frame"):
        asking().ask("answer", {})
    assert len(asked) == 1


def test_of_work_that_hangs_nothing_is_heard(
    place: MeetingPlace, monkeypatch: pytest.MonkeyPatch, asking: Asking
) -> None:
    """Neither by whom it was asked for nor by whoever waits behind it."""
    monkeypatch.setattr(server, "STUCK_SECONDS", 0.0)
    monkeypatch.setattr(server, "ALIVE_SECONDS", 0.001)
    monkeypatch.setattr(client, "SILENCE_SECONDS", 0.5)
    gate = Gate()
    with serving(place, {"work": gate}):
        for number in range(2):
            with pytest.raises(NotSharedError, match="says nothing"):
                asking().ask("work", {"word": number})
        gate.open.release(2)


@pytest.mark.parametrize("said", [{"done": 1}, {"done": "1", "total": 2}, {"done": 1, "total": 1e9}])
def test_who_does_not_say_how_far_it_is_is_no_process_of_ours(
    place: MeetingPlace, asking: Asking, said: dict[str, object]
) -> None:
    with serving(place, {"work": lambda frame, told: Frame(said)}), pytest.raises(NotSharedError, match="of ours"):
        asking().ask("work", {}, step=lambda done, total: None)


def test_a_pipe_that_breaks_in_a_step_is_no_broken_connection(place: MeetingPlace, asking: Asking) -> None:
    asked: list[Frame] = []

    def long(frame: Frame, told: Told) -> Frame:
        asked.append(frame)
        while True:
            told(1, 2)
            time.sleep(0.001)

    def step(done: int, total: int) -> None:
        raise BrokenPipeError

    with serving(place, {"long": long}), pytest.raises(BrokenPipeError):
        asking().ask("long", {}, step=step)
    assert len(asked) == 1


def test_a_socket_that_was_left_behind_is_nobody(place: MeetingPlace, asking: Asking) -> None:
    """It is not waited for, and whoever serves next takes its place."""
    held = place.hold()
    assert held is not None
    place.listen().close()
    os.close(held)
    assert place.socket.exists()
    assert not asking(patience=1e9).is_there()
    with serving(place, {"echo": echo}):
        assert asking().is_there()


def test_one_that_is_being_started_is_waited_for(place: MeetingPlace, asking: Asking) -> None:
    held = place.hold()
    assert held is not None
    found: list[bool] = []
    waiting = threading.Thread(target=lambda: found.append(asking(patience=1e9).is_there()))
    waiting.start()
    assert place.is_held
    assert place.hold() is None, "one alone"
    with serving(place, {"echo": echo}, held=held):
        waiting.join()
    assert found == [True]


def test_one_that_is_held_and_does_not_begin_is_given_up(
    place: MeetingPlace, monkeypatch: pytest.MonkeyPatch, asking: Asking
) -> None:
    held = place.hold()
    assert held is not None
    monkeypatch.setattr(client, "PATIENCE_SECONDS", 0.01)
    asked = asking()
    began = time.monotonic()
    assert not asked.is_there()
    assert not asked.is_there()
    assert time.monotonic() - began < client.REST_SECONDS, "it is not waited for each time"
    os.close(held)


def test_a_place_in_use_is_not_old(place: MeetingPlace) -> None:
    """Folders of temporary files are swept of what nobody has touched for days."""
    with serving(place, {"echo": echo}):
        paths = [place.folder.parent, place.folder, place.folder / "lock", place.socket]
        for path in paths:
            os.utime(path, (0, 0))
        place.refresh()
        assert all(path.stat().st_mtime > 0 for path in paths)
    place.refresh()


@pytest.mark.parametrize("rights", [0o755, 0o770, 0o701])
def test_a_folder_that_others_can_open_is_not_used(place: MeetingPlace, rights: int, asking: Asking) -> None:
    place.folder.mkdir(parents=True)
    for folder in (place.folder.parent, place.folder):
        folder.parent.chmod(0o700)
        place.folder.parent.chmod(0o700)
        place.folder.chmod(0o700)
        folder.chmod(rights)
        with pytest.raises(PermissionError):
            place.hold()
    with pytest.raises(PermissionError):
        place.listen()
    assert not place.is_held
    assert not asking().is_there()


def test_a_link_in_the_place_of_the_folder_is_not_followed(place: MeetingPlace, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    place.folder.parent.mkdir(mode=0o700)
    place.folder.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(PermissionError):
        place.hold()


def test_where_there_are_no_such_sockets_nothing_is_shared(
    place: MeetingPlace, monkeypatch: pytest.MonkeyPatch, asking: Asking
) -> None:
    with serving(place, {"echo": echo}):
        monkeypatch.setattr(peers, "KNOWN", False)
        assert not asking().is_there()
        monkeypatch.setattr(peers, "KNOWN", True)
        monkeypatch.setattr(meeting_place, "LONGEST", 10)
        assert not asking().is_there()


class Gate:
    """Work that waits until it is let through, and notes who had a turn."""

    def __init__(self) -> None:
        self.entered, self.open = threading.Semaphore(0), threading.Semaphore(0)
        self.done: list[str] = []
        self.stopped: list[str] = []

    def __call__(self, frame: Frame, told: Told) -> Frame:
        self.entered.release()
        self.open.acquire()
        word = str(frame.said["word"])
        try:
            told(1, 2)
        except BaseException:
            self.stopped.append(word)
            raise
        self.done.append(word)
        return Frame({"done by": word})


class Crowd:
    """Asks for work, each question in a thread and session of its own, one after another."""

    def __init__(self, asking: Asking, waiting: Sized) -> None:
        self._asking, self._waiting = asking, waiting
        self._threads: list[threading.Thread] = []

    def ask(self, word: str, waiting: int, *, session: str = "", urgency: Urgency = Urgency.NOW) -> None:
        """Ask, and go on when so many pieces wait for a turn."""
        one = self._asking()
        one.session = session or one.session

        def asked() -> None:
            with Wish(urgency)():
                one.ask("work", {"word": word})

        self._threads.append(threading.Thread(target=asked))
        self._threads[-1].start()
        while len(self._waiting) < waiting:
            time.sleep(0.001)

    def join(self) -> None:
        """Wait until everybody has an answer."""
        for thread in self._threads:
            thread.join()


def test_sessions_have_turns(place: MeetingPlace, monkeypatch: pytest.MonkeyPatch, asking: Asking) -> None:
    """One asks a lot at once, another one thing after it: that is done second, not last."""
    # over one socket all are one process: here the sessions say who they are, as where the system does not tell
    monkeypatch.setattr(peers, "peer_of", lambda _: peers.Peer(-1, -1))
    gate = Gate()
    with serving(place, {"work": gate, "echo": echo}) as running:
        crowd = Crowd(asking, running._lanes["work"][1])
        crowd.ask("g0", 0, session="greedy")
        gate.entered.acquire()
        for number in (1, 2, 3):
            crowd.ask(f"g{number}", number, session="greedy")
        crowd.ask("m", 4, session="modest")
        for _ in range(5):
            gate.open.release()
        crowd.join()
    assert gate.done == ["g0", "g1", "m", "g2", "g3"]


def test_what_somebody_looks_at_is_done_in_the_middle_of_what_nobody_waits_for(
    place: MeetingPlace, asking: Asking
) -> None:
    """The one thread there is reads ahead; whenever it tells how far it is, it does first what is more urgent."""
    gate = Gate()
    with serving(place, {"work": gate}) as running:
        crowd = Crowd(asking, running._lanes["work"][1])
        crowd.ask("ahead", 0, urgency=Urgency.AHEAD)
        gate.entered.acquire()
        crowd.ask("also ahead", 1, urgency=Urgency.AHEAD)
        crowd.ask("soon", 2, urgency=Urgency.SOON)
        crowd.ask("now", 3, urgency=Urgency.NOW)
        for _ in range(4):
            gate.open.release()
        crowd.join()
    assert gate.done == ["now", "soon", "ahead", "also ahead"]


@pytest.mark.parametrize("begun", [False, True], ids=["it waits", "it is under way"])
def test_what_is_dropped_is_not_done(place: MeetingPlace, asking: Asking, begun: bool) -> None:
    """Whoever asked is told at once, by another thread; the work ends where it next tells how far it is."""
    gate, ends, wish = Gate(), list[type[BaseException]](), Wish(Urgency.SOON)
    with serving(place, {"work": gate, "echo": echo}) as running:
        turns = running._lanes["work"][1]
        other = threading.Thread(target=asking().ask, args=("work", {"word": "other"}))
        if not begun:
            other.start()
            gate.entered.acquire()
        asked = asking()

        def ask() -> None:
            try:
                with wish():
                    asked.ask("work", {"word": "mine"})
            except DroppedError as error:
                ends.append(type(error))

        thread = threading.Thread(target=ask)
        thread.start()
        if begun:
            gate.entered.acquire()
        else:
            while len(turns) < 1:
                time.sleep(0.001)
        wish.drop()
        thread.join()
        assert ends == [DroppedError]
        while len(turns) or (begun and running._connections):  # until the other end has noticed
            time.sleep(0.001)
        gate.open.release()
        if begun:
            other.start()
            gate.open.release()
        other.join()
        assert gate.done == ["other"]
        with pytest.raises(DroppedError), wish():
            asked.ask("echo", {"word": "later"})
        assert asked.ask("echo", {"word": "goes on"}).said == {"said": "goes on"}


def test_work_that_stands_still_is_told_to_who_asks(place: MeetingPlace, asking: Asking) -> None:
    gate = Gate()
    assert not client.works(place, "1", 600.0, 600.0)
    with serving(place, {"work": gate}):
        assert client.works(place, "1", 600.0, 0.0), "nothing is under way"
        assert client.works(place, "2", 600.0, 0.0), "another version is no hang"
        thread = threading.Thread(target=asking().ask, args=("work", {"word": "long"}))
        thread.start()
        gate.entered.acquire()
        assert client.works(place, "1", 600.0, 600.0)
        assert not client.works(place, "1", 600.0, 0.0)
        gate.open.release()
        thread.join()


class Clock:
    """The clock of the server, which a test puts forward."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def monotonic(self) -> float:
        return time.monotonic() + self.ahead


@pytest.mark.parametrize("tells", [True, False], ids=["it tells", "it tells nothing"])
def test_work_in_the_middle_of_which_other_work_goes_on_does_not_stand_still(
    place: MeetingPlace, monkeypatch: pytest.MonkeyPatch, asking: Asking, tells: bool
) -> None:
    """However long more urgent pieces follow each other there, and however long one of them takes that goes on."""
    clock = Clock()
    monkeypatch.setattr(server, "time", clock)
    entered, opened = threading.Semaphore(0), threading.Semaphore(0)

    def work(frame: Frame, told: Told) -> Frame:
        for _ in range(2):
            entered.release()
            opened.acquire()
            if tells or frame.said["word"] == "ahead":
                told(1, 2)
        return Frame({})

    with serving(place, {"work": work}) as running:
        crowd = Crowd(asking, running._lanes["work"][1])
        crowd.ask("ahead", 0, urgency=Urgency.AHEAD)
        entered.acquire()
        crowd.ask("soon", 1, urgency=Urgency.SOON)
        crowd.ask("also soon", 2, urgency=Urgency.SOON)
        stood = []
        for _ in range(5):
            opened.release()
            entered.acquire()
            stood.append(running._still())
            clock.ahead += 1e6
        opened.release()
        crowd.join()
    # a piece that tells nothing moves when it begins and ends
    assert max(stood if tells else stood[::2]) < 1e6


def test_connections_over_which_nothing_is_asked_keep_nobody_out(
    place: MeetingPlace, monkeypatch: pytest.MonkeyPatch, asking: Asking
) -> None:
    """Who has asked nothing for longest goes, and does not notice: the next question makes a new connection."""
    monkeypatch.setattr(server, "MOST_CONNECTIONS", 2)
    with serving(place, {"echo": echo}):
        sessions = [asking() for _ in range(5)]
        for one in [*sessions, *reversed(sessions)]:
            assert one.ask("echo", {"word": "a"}).said == {"said": "a"}
        strangers = [place.connect() for _ in range(5)]
        assert asking().ask("echo", {"word": "b"}).said == {"said": "b"}
        for stranger in strangers:
            stranger.close()


def test_a_connection_is_not_kept_for_ever(
    place: MeetingPlace, monkeypatch: pytest.MonkeyPatch, asking: Asking
) -> None:
    monkeypatch.setattr(server, "IDLE_SECONDS", 0.01)
    with serving(place, {"echo": echo}) as running:
        asked = asking()
        assert asked.is_there()
        while running._connections:
            time.sleep(0.001)
        assert asked.ask("echo", {"word": "a"}).said == {"said": "a"}


def test_what_a_session_asked_goes_with_it(place: MeetingPlace, asking: Asking) -> None:
    """What waits is not begun, what is under way ends where it next tells how far it is."""
    gate = Gate()
    with serving(place, {"work": gate, "echo": echo}) as running:
        turns = running._lanes["work"][1]
        first, second = (asking()._connected(current()) for _ in range(2))
        for connection, word in ((first, "first"), (second, "second")):
            connection.sendall(packed(Frame({"do": "work", "word": word})))
        gate.entered.acquire()
        while len(turns) < 1:
            time.sleep(0.001)
        first.close()
        second.close()
        while len(turns):
            time.sleep(0.001)
        # the server has seen both go when a third is answered about something else
        gate.open.release()
        gate.open.release()
        third = threading.Thread(target=asking().ask, args=("work", {"word": "third"}))
        third.start()
        third.join()
    assert gate.done[-1] == "third"
    assert "second" not in gate.done + gate.stopped


def test_what_a_step_raises_ends_the_work_at_both_ends(place: MeetingPlace, asking: Asking) -> None:
    stopped = threading.Event()

    def long(frame: Frame, told: Told) -> Frame:
        try:
            while True:
                told(3, 7)
                time.sleep(0.001)
        except server.StoppedError:
            stopped.set()
            raise

    def step(done: int, total: int) -> None:
        assert (done, total) in ((3, 7), (0, 0))
        if done:
            raise KeyboardInterrupt

    with serving(place, {"long": long, "echo": echo}):
        asked = asking()
        with pytest.raises(KeyboardInterrupt):
            asked.ask("long", {}, step=step)
        stopped.wait()
        assert asked.ask("echo", {"word": "goes on"}).said == {"said": "goes on"}


def test_who_says_nothing_is_left_alone(place: MeetingPlace, monkeypatch: pytest.MonkeyPatch, asking: Asking) -> None:
    """A process that hangs costs a session its patience once."""
    held = place.hold()
    assert held is not None
    listening = place.listen()
    monkeypatch.setattr(meeting_place, "CONNECT_SECONDS", 0.01)
    asked = asking(patience=0.01)
    with pytest.raises(NotSharedError):
        asked.ask("echo", {"word": "a"})
    listening.close()
    os.close(held)
    with serving(place, {"echo": echo}):
        assert not asked.is_there(), "not asked again at once"
        monkeypatch.setattr(meeting_place, "CONNECT_SECONDS", 600.0)
        asked._not_before, asked._patience = 0.0, 600.0
        assert asked.is_there()


def test_a_question_that_ends_the_process_is_asked_twice_at_most(place: MeetingPlace, asking: Asking) -> None:
    asked = 0

    def ending(listening: socket.socket) -> None:
        nonlocal asked
        for _ in range(2):
            connection, _ = listening.accept()
            client._read(connection)
            connection.sendall(packed(Frame({"protocol": PROTOCOL, "version": "1"})))
            client._read(connection)
            asked += 1
            connection.close()

    held = place.hold()
    assert held is not None
    with place.listen() as listening:
        thread = threading.Thread(target=ending, args=(listening,))
        thread.start()
        with pytest.raises(NotSharedError):
            asking().ask("echo", {"word": "a"})
        thread.join()
    os.close(held)
    assert asked == 2
