"""The key queue: what is typed ahead waits until the key before it has been acted on.

Textual chooses whom a key goes to when it arrives, while the key before it may still be on its way up from widget to
screen to application. Typed quickly, or while the program is busy, "j" and "1" would rate the claim that "j" is
about to leave, and the letters after "r" would be commands instead of words of the reason.

A key that acts on something which is not on the screen yet (the evidence of a claim) holds the queue until it is.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any

from textual import events
from textual.app import App
from textual.dom import DOMNode

ASK_SECONDS = 0.5
"""How often it is asked, while keys wait, whether the widget that has to answer is still there."""
MOST_ASKS = 60
"""After so many, the next key is handed over all the same: better out of turn than never."""
BREAKS = frozenset({"escape", "ctrl+c", "ctrl+q"})
"""Keys that a held queue does not keep waiting: they drop what waits."""

Typed = events.Key | events.Paste


class KeyQueue:
    """Hands over one key after the other.

    Args:
        app: The application; its queue is the last that a key goes through.
        hand_over: Gives a key to whom it is for.
    """

    def __init__(self, app: App[Any], hand_over: Callable[[Typed], Awaitable[None]]) -> None:
        self._app, self._hand_over = app, hand_over
        self._waiting: deque[Typed] = deque()
        self._turn = 0
        """Number of the turn under way; one that was ended finds that it is no longer its own."""
        self._busy = False
        self._asked: DOMNode | None = None
        """Who has to answer before the next key is handed over."""
        self._screen: DOMNode | None = None
        self._on_drop: Callable[[int], None] | None = None
        """While the queue is held: called with the number of keys that were dropped."""
        self._taken_at = time.monotonic()

    @property
    def idle_seconds(self) -> float:
        """How long ago the last key came."""
        return time.monotonic() - self._taken_at

    @property
    def at_rest(self) -> bool:
        """Whether every key that came has been acted on."""
        return not self._busy and not self._waiting and self._on_drop is None

    def hold(self, on_drop: Callable[[int], None]) -> None:
        """Hand over no key after the present one until `release`; `on_drop` where the user would not wait."""
        self._on_drop = on_drop

    def release(self) -> None:
        """What the queue was held for has come, or never will."""
        if self._on_drop is not None:
            self._on_drop = None
            self._app.call_later(self._next)

    async def take(self, event: Typed) -> None:
        """Hand a key over, now or when the keys before it are done."""
        self._taken_at = time.monotonic()
        if self._on_drop is not None and isinstance(event, events.Key) and event.key in BREAKS:
            dropped, on_drop = len(self._waiting), self._on_drop
            self._waiting.clear()
            self._on_drop = None
            on_drop(dropped)
            if event.key == "escape":
                return
        self._waiting.append(event)
        if self._busy:
            self._app.set_timer(ASK_SECONDS, partial(self._ask, self._turn, MOST_ASKS))
        else:
            await self._next()

    async def _next(self) -> None:
        if self._busy or self._on_drop is not None or not self._waiting:
            return
        self._busy, self._turn, self._screen = True, self._turn + 1, self._app.screen
        target: DOMNode = self._app.focused or self._app.screen
        way = list(target.ancestors_with_self)
        await self._hand_over(self._waiting.popleft())
        await self._follow(self._turn, way)

    async def _follow(self, turn: int, way: Sequence[DOMNode]) -> None:
        """Go after a key from stop to stop; each answers when it has dealt with what came before."""
        for at, stop in enumerate(way, 1):
            if stop.call_later(self._follow, turn, way[at:]):
                self._asked = stop
                return
        if turn == self._turn and self._screen is not self._app.screen:  # the key has opened another: it is to be ready
            self._screen = self._app.screen
            await self._follow(turn, [self._screen, self._app])
        else:
            await self._end(turn)

    async def _ask(self, turn: int, times: int) -> None:
        """A widget that was taken away never answers; one that is busy does."""
        if turn != self._turn or not self._busy:
            return
        if times and self._asked is not None and self._asked.is_running and self._asked.is_attached:
            self._app.set_timer(ASK_SECONDS, partial(self._ask, turn, times - 1))
        else:
            await self._end(turn)

    async def _end(self, turn: int) -> None:
        if turn == self._turn and self._busy:
            self._busy = False
            await self._next()
