"""Sessions are served in turns: however much one of them asks, nobody waits for more than one piece of each other."""

from __future__ import annotations

import threading
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.urgency import Urgency
from workbench.inference.round_robin import RoundRobin

ACTS = st.lists(st.tuples(st.sampled_from(["put", "take", "withdraw"]), st.integers(0, 4)), max_size=200)


@given(ACTS)
def test_between_two_pieces_of_a_session_every_other_that_waits_has_its_turn(acts: list[tuple[str, int]]) -> None:
    """Whatever is put in, taken back and done: who waits is passed by each other session once at most."""
    turns: RoundRobin[tuple[int, int]] = RoundRobin(1000, 1000)
    waiting: dict[int, list[tuple[int, int]]] = {session: [] for session in range(5)}
    passed: dict[int, Counter[int]] = {session: Counter() for session in range(5)}
    number = 0
    for act, session in acts:
        mine = waiting[session]
        if act == "put":
            number += 1
            if not mine:
                passed[session].clear()
            assert turns.put(session, (session, number))
            mine.append((session, number))
        elif act == "withdraw":
            if mine:
                assert turns.withdraw(session, mine.pop())
            assert not turns.withdraw(session, (session, -1))
        elif sum(map(len, waiting.values())):
            work = turns.take()
            assert work is not None
            served = work[0]
            assert waiting[served].pop(0) == work, "a session's own are done in their order"
            passed[served].clear()
            for other, theirs in waiting.items():
                if theirs and other != served:
                    passed[other][served] += 1
                    assert passed[other][served] == 1, "another had two turns while this one waited"
        assert len(turns) == sum(map(len, waiting.values()))


@given(st.integers(1, 5), st.integers(1, 5), st.lists(st.integers(0, 3), max_size=60))
def test_what_waits_is_bounded_in_all_and_for_each(most: int, most_each: int, sessions: list[int]) -> None:
    turns: RoundRobin[int] = RoundRobin(most, most_each)
    taken = Counter(session for session in sessions if turns.put(session, 0))
    assert len(turns) == sum(taken.values()) <= most
    assert all(count <= most_each for count in taken.values())


def test_what_is_urgent_is_taken_first_and_some_take_nothing_else() -> None:
    turns: RoundRobin[str] = RoundRobin(9, 9)
    for session, work, urgency in (
        (1, "ahead", Urgency.AHEAD), (1, "soon", Urgency.SOON), (2, "now", Urgency.NOW), (1, "also now", Urgency.NOW),
    ):  # fmt: skip
        assert turns.put(session, work, urgency)
    assert turns.take(Urgency.NOW) == "now"
    assert turns.withdraw(1, "also now")
    assert turns.take(Urgency.NOW, wait=False) is None
    assert [turns.take(), turns.take(), turns.take(wait=False)] == ["soon", "ahead", None]


def test_who_waits_for_work_goes_when_the_queue_closes() -> None:
    turns: RoundRobin[int] = RoundRobin(9, 9)
    found: list[int | None] = []
    threads = [threading.Thread(target=lambda: found.append(turns.take())) for _ in range(3)]
    for thread in threads:
        thread.start()
    turns.put("a", 7)
    threads_done = threading.Thread(target=turns.close)
    while not found:
        threading.Event().wait(0.001)
    threads_done.start()
    for thread in [*threads, threads_done]:
        thread.join()
    assert sorted(found, key=str) == [7, None, None]
    assert not turns.put("a", 1)
    assert turns.take() is None
