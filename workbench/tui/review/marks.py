"""Marking claims, to correct many of them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.domain.articles import Claim
from workbench.tui.review.work import ReviewWork
from workbench.tui.text.formatting import count_words
from workbench.tui.work_screen import Handlers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from workbench.services.claims.bulk import Corrected
    from workbench.services.workspace import Workspace

    Correct = Callable[[Workspace, Mapping[int, int | None]], Corrected]


class Marks:
    """Claims that are marked, and what is done with all of them."""

    def __init__(self, work: ReviewWork) -> None:
        self._work = work
        self._last: int | None = None
        """The claim that was marked last: where a range begins."""

    def handlers(self) -> Handlers:
        """What each command does."""
        return {"mark_claim": self.mark, "mark_claims": self.mark_to_here}

    @property
    def claims(self) -> list[Claim]:
        """The claims that are marked, as they are listed."""
        session = self._work.session
        return [claim for claim in session.claims if claim.id in session.marked]

    def mark(self) -> None:
        """Mark the claim, or take its mark away, and go to the next."""
        session, claim = self._work.session, self._work.claim
        if claim is None:
            return
        session.marked ^= {claim.id}
        self._last = claim.id if claim.id in session.marked else None
        self._work.go_to(session.neighbour(1))
        self._work.view.show_rows()

    def mark_to_here(self) -> None:
        """Mark all from the last mark to here; without a mark, all that are listed."""
        session = self._work.session
        places = [row.claim.id for row in session.rows()]
        if session.current_id not in places:
            return
        first, last = 0, len(places) - 1
        if self._last in places and self._last in session.marked:
            first, last = sorted((places.index(self._last), places.index(session.current_id)))
        session.marked |= set(places[first : last + 1])
        self._last = session.current_id
        self._work.view.show_rows()
        said = (
            f"{count_words(len(session.marked), 'claim')} marked: {{drop_claim}} drops them, {{set_speaker}} says who "
        )
        self._work.tell(self._work.keyed(said + "said it, {back} takes the marks away."))

    def clear(self) -> bool:
        """Take all marks away; whether there were any."""
        session = self._work.session
        marked, self._last = bool(session.marked), None
        session.marked.clear()
        if marked:
            self._work.view.show_rows()
        return marked

    # with all of them

    def drop(self) -> bool:
        """Take the marked claims out of the list, after asking; whether there are any."""
        from workbench.services.claims.bulk import drop_claims
        from workbench.tui.dialogs.sheet import Confirm

        claims = self.claims
        if claims:
            question = (
                f"{count_words(len(claims), 'claim')} marked. {self._work.keyed('{undo}')} brings all of them back."
            )
            self._work.ask(
                Confirm("Drop the marked claims?", question, yes="Drop", no="Keep"),
                lambda yes: self._correct(claims, drop_claims, "dropped") if yes else None,
            )
        return bool(claims)

    def set_speaker(self) -> bool:
        """Say who made the marked claims; whether there are any."""
        from workbench.services.claims.bulk import set_speakers
        from workbench.tui.dialogs.sheet import Ask

        claims = self.claims
        if claims:
            named = {claim.speaker or "" for claim in claims}
            value = named.pop() if len(named) == 1 else ""
            title = f"Who said it · {count_words(len(claims), 'marked claim')}"
            self._work.ask(
                Ask(title, value=value, hint="Empty: the outlet's own voice"),
                lambda name: self._correct(
                    claims, lambda workspace, seen: set_speakers(workspace, seen, name or None), "changed"
                ),
            )
        return bool(claims)

    def _correct(self, claims: list[Claim], correct: Correct, verb: str) -> None:
        versions = self._work.host.versions

        def work(workspace: Workspace) -> Corrected:
            return correct(workspace, {claim.id: versions.of(claim) for claim in claims})

        def done(corrected: Corrected) -> None:
            self.clear()
            left = f"; {corrected.left} left as they were (published, or so already)" if corrected.left else ""
            undo = self._work.keyed("{undo} takes all of it back")
            self._work.tell(f"{count_words(corrected.changed, 'claim')} {verb}{left}. {undo}.")

        self._work.write(work, done)
