"""Keys in turn: what is typed ahead waits until the key before it has been acted on.

Textual chooses whom a key goes to when it arrives, while the key before it may still be on its way up from widget to
screen to application. Typed quickly, or while the program is busy, "j" and "1" would rate the claim that "j" is
about to leave, and the letters after "r" would be commands instead of words of the reason.
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

LONGEST_TURN = 0.5
"""Seconds after which the next key no longer waits: a widget that was taken away never answers."""

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
        """Number of the turn under way; one that took too long finds that it is no longer its own."""
        self._busy = False
        self._screen: DOMNode | None = None
        self._taken_at = time.monotonic()

    @property
    def idle_seconds(self) -> float:
        """How long ago the last key came."""
        return time.monotonic() - self._taken_at

    @property
    def at_rest(self) -> bool:
        """Whether every key that came has been acted on."""
        return not self._busy and not self._waiting

    async def take(self, event: Typed) -> None:
        """Hand a key over, now or when the keys before it are done."""
        self._taken_at = time.monotonic()
        self._waiting.append(event)
        if self._busy:
            self._app.set_timer(LONGEST_TURN, partial(self._end, self._turn))
        else:
            await self._next()

    async def _next(self) -> None:
        if not self._waiting:
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
                return
        if turn == self._turn and self._screen is not self._app.screen:  # the key has opened another: it is to be ready
            self._screen = self._app.screen
            await self._follow(turn, [self._screen, self._app])
        else:
            await self._end(turn)

    async def _end(self, turn: int) -> None:
        if turn == self._turn:
            self._busy = False
            await self._next()
