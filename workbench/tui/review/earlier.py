"""What the desk has rated already: found for the claims that wait, looked at, taken over."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from workbench.domain.articles import Claim, ReviewStatus
from workbench.tui.review.finder import Finder
from workbench.tui.review.verdict_actions import VerdictActions
from workbench.tui.review.work import ReviewWork
from workbench.tui.work_screen import Handlers

if TYPE_CHECKING:
    from workbench.services.search.already_checked import EarlierVerdict


PIECE = 20
"""Claims compared with what was rated in one go: that of the claim one goes to waits no longer than that takes."""


class EarlierVerdicts:
    """Earlier verdicts are found when the cursor arrives: of its claim, then of all other open ones, in portions."""

    def __init__(self, work: ReviewWork, finder: Finder, verdicts: VerdictActions) -> None:
        self._work, self._finder, self._verdicts = work, finder, verdicts
        self._going_on = False
        work.arrived.append(self._bring)

    def handlers(self) -> Handlers:
        """What each command does."""
        return {"look_at_earlier": self.look, "adopt_earlier": self.adopt}

    def _bring(self, claim: Claim) -> None:
        self._work.start(partial(self._find_first, claim), group="earlier", alone=True)

    def look_again(self) -> None:
        """Somebody has worked on another article: what they rated may mean the same as the claim under the cursor."""
        if (claim := self._work.claim) is not None:
            self._bring(claim)

    async def _find_first(self, claim: Claim) -> None:
        if claim.status is ReviewStatus.OPEN:
            await self._find([claim])
        if not self._going_on and self._unread() and self._work.screen.is_attached:
            self._work.start(self._find_others, group="earlier, of others")

    async def _find_others(self) -> None:
        """Those that wait and were not looked at in their present words; a moving cursor does not restart this."""
        if self._going_on:
            return
        self._going_on = True
        try:
            while part := self._unread()[:PIECE]:
                await self._find(part)
        finally:
            self._going_on = False

    def _unread(self) -> list[Claim]:
        """The claims that follow the cursor first; its own is looked at by itself."""
        session = self._work.session
        claims = session.claims
        here = next((place for place, one in enumerate(claims) if one.id == session.current_id), -1)
        return [
            one
            for one in (*claims[here + 1 :], *claims[: max(here, 0)])
            if one.status is ReviewStatus.OPEN and session.earlier.get(one.id, ("",))[0] != one.text
        ]

    async def _find(self, claims: Sequence[Claim]) -> None:
        session = self._work.session
        found = await self._work.host.threads.compare(self._finder.earlier, claims)
        changed = False
        for claim in claims:
            now = (claim.text, found.get(claim.id, ()))
            changed = changed or bool(now[1]) or bool(session.earlier.get(claim.id, ("", ()))[1])
            session.earlier[claim.id] = now
        if changed and self._work.screen.is_attached:
            self._work.view.show_rows()
            self._work.view.show_verdict()

    def _of_current(self) -> tuple[EarlierVerdict, ...]:
        claim = self._work.claim
        found = () if claim is None else self._work.session.earlier_of(claim)
        if not found:
            self._work.tell("Your desk has rated nothing on the same that can be offered to you now.", warning=True)
        return found

    def look(self) -> None:
        """Read the earlier verdicts; one can be taken over from there."""
        from workbench.tui.dialogs.earlier_verdicts import LookAtEarlier

        claim, found = self._work.claim, self._of_current()
        if claim is not None and found:
            self._work.ask(LookAtEarlier(claim, found), lambda number: self._verdicts.adopt(found[int(number)]))

    def adopt(self) -> None:
        """Choose the rating of the first one, with its reference; the key that keeps a rating keeps it."""
        if found := self._of_current():
            self._verdicts.adopt(found[0])
