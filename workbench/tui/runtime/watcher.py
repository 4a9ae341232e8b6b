"""Looking for what others have done in the same workspace, and saying where this session is."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.domain.errors import WorkbenchError
from workbench.tui.runtime.host import Host
from workbench.tui.runtime.messages import Changed, IndexChanged, Others, OthersSeen, TitleChanged

if TYPE_CHECKING:
    from workbench.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Standing:
    """How the workspace stands: changes with every act, and with who is here."""

    event_id: int
    others: Others
    index: str = ""
    """Whether the index keeps up with the evidence."""
    touched: frozenset[int] | None = None
    """Articles that what has happened since the last look is about; None: it may be about anything."""
    sources: bool = False
    """Whether a source was changed, removed or brought back since."""


class Watcher:
    """Asks the database now and then; its methods but `look` run in the thread that watches."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._session = os.urandom(8).hex()
        self._event_id = -1
        self._others: object = None
        self._index: tuple[tuple[int, ...], str] | None = None
        self._beat: tuple[float, object] = (-1e9, None)

    async def look(self) -> None:
        """Ask whether the database has changed, and tell the screens."""
        host, front = self._host, self._host.front
        place = front.place if front is not None else None
        where = (None, None) if place is None else (place.article_id, place.claim_id)
        try:
            now = await host.threads.watch(self.standing, *where)
        except WorkbenchError:
            return  # locked for a moment: the next look will see it
        first, changed = self._event_id == -1, self._event_id not in (-1, now.event_id)
        index_words = f"⌁ {now.index}" if now.index else ""
        if index_words != host.index_words:
            host.index_words = index_words
            host.tell_all(TitleChanged())
        if changed or now.others != self._others:
            self._event_id, self._others = now.event_id, now.others
            host.tell_all(OthersSeen(now.others))
            if changed and not first:
                if now.sources:  # their titles and days stand beside what was found
                    host.tell_all(IndexChanged())
                host.tell_all(Changed(now.touched))

    def standing(self, workspace: Workspace, article_id: int | None, claim_id: int | None) -> Standing:
        """Say where this session is, and see what has changed and who else is here."""
        from workbench.services.evidence.index_state import index_stamp, index_state
        from workbench.services.record.history import last_event_id, sources_changed, touched_articles
        from workbench.services.review.presence import who_else

        self._beat_when_due(workspace, article_id, claim_id)
        others = tuple((one.reviewer, one.article_id, one.claim_id) for one in who_else(workspace, self._session))
        event_id = last_event_id(workspace)
        touched = touched_articles(workspace, self._event_id) if self._event_id >= 0 else None
        sources = self._event_id >= 0 and sources_changed(workspace, self._event_id)
        stamp = index_stamp(workspace)
        if self._index is None or self._index[0] != stamp:
            self._index = (stamp, index_state(workspace))
        return Standing(event_id, others, self._index[1], touched, sources)

    def _beat_when_due(self, workspace: Workspace, article_id: int | None, claim_id: int | None) -> None:
        """A beat is a write: only where this session has moved, and every few seconds."""
        from workbench.services.review.presence import BEAT_SECONDS, heartbeat

        now, place = time.monotonic(), (article_id, claim_id)
        at, where = self._beat
        if place != where or now - at >= BEAT_SECONDS:
            heartbeat(workspace, self._session, article_id, claim_id)
            self._beat = (now, place)

    def say_goodbye(self, workspace: Workspace) -> None:
        """The session has ended: the others see it at once."""
        from workbench.services.review.presence import leave

        leave(workspace, self._session)
