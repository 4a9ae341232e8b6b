"""When memory is tidied: in small steps while somebody works, as a whole only when nobody is typing.

Python's collector walks through all objects every few hundred repaints, which takes longer than a repaint. And
Textual remembers a thousand widgets that are gone, with all they had drawn.
"""

from __future__ import annotations

import gc

from textual._styles_cache import StylesCache

SMALL_STEPS = (2_000, 5, 1_000_000)
IDLE_SECONDS = 1.0
"""Without a key for so long, nobody notices a pause of some milliseconds."""
LATEST = 4
"""Times that a tidying waits for such a pause."""


class Memory:
    """Takes the collector over while the application runs."""

    def __init__(self) -> None:
        self._before = gc.get_threshold()
        self._put_off = 0

    def begin(self) -> None:
        """Nothing is collected until the first screen stands."""
        self._before = gc.get_threshold()
        gc.disable()

    def calm(self) -> None:
        """Take what was made so far (modules, models, styles, the article) out of the collector's sight."""
        gc.freeze()
        gc.set_threshold(*SMALL_STEPS)
        gc.enable()

    def tidy(self, idle_seconds: float, *, busy: bool = False) -> None:
        """Let go of what is no longer shown, unless somebody has typed a moment ago or background work runs."""
        StylesCache.get_inner_outer.cache_clear()
        self._put_off += 1
        if self._put_off >= LATEST or (idle_seconds > IDLE_SECONDS and not busy):
            self._put_off = 0
            gc.collect()

    def end(self) -> None:
        """Give the collector back as it was."""
        gc.set_threshold(*self._before)
        gc.enable()
