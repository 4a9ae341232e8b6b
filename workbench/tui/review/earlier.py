"""What the desk has rated already: found for the claims that wait, looked at, taken over."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from workbench.domain.articles import Claim
from workbench.tui.review.claim_listing import undecided
from workbench.tui.review.finder import Finder
from workbench.tui.review.verdict_actions import VerdictActions
from workbench.tui.review.work import ReviewWork
from workbench.tui.work_screen import Handlers

if TYPE_CHECKING:
    from workbench.services.search.already_checked import EarlierVerdict


class EarlierVerdicts:
    """Earlier verdicts are found when the cursor arrives: of all claims that wait at first, then of that one anew."""

    def __init__(self, work: ReviewWork, finder: Finder, verdicts: VerdictActions) -> None:
        self._work, self._finder, self._verdicts = work, finder, verdicts
        work.arrived.append(self._bring)

    def handlers(self) -> Handlers:
        """What each command does."""
        return {"look_at_earlier": self.look, "adopt_earlier": self.adopt}

    def _bring(self, claim: Claim) -> None:
        session = self._work.session
        unread = [one for one in session.claims if undecided(one) and session.earlier.get(one.id, ("",))[0] != one.text]
        wanted = unread if claim in unread else [*unread, *([claim] if undecided(claim) else [])]
        if wanted:
            self._work.start(partial(self._find, wanted), group="earlier", alone=True)

    async def _find(self, claims: Sequence[Claim]) -> None:
        session = self._work.session
        found = await self._work.host.threads.search(self._finder.earlier, claims)
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
            self._work.tell("Your desk has rated nothing that means the same as this claim.", warning=True)
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
