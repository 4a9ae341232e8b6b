"""Giving verdicts: the rating keys, the reason, what comes next."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual import events, on

from workbench.domain.articles import Claim, ReviewStatus
from workbench.domain.review import Rating
from workbench.domain.standing import same_person
from workbench.tui.review.core import ReviewCore
from workbench.tui.review.data import ReviewData, suggested_reason, waits
from workbench.tui.text.formatting import one_line
from workbench.tui.widgets.bars import Pending, ScaleBar
from workbench.tui.widgets.claim_list import ClaimList

if TYPE_CHECKING:
    from workbench.domain.review import Verdict
    from workbench.services.workspace import Workspace

NO_EVIDENCE = "No evidence found that settles it."
NOTHING_ACCEPTED = "Judged without evidence from the collection."


class VerdictActions(ReviewCore):
    """A rating key chooses, Enter keeps it with its reason, and the next open claim is there."""

    def take(self, data: ReviewData) -> None:
        """Show an article that was read; another scale may take keys away."""
        before = self.scale_in_use
        super().take(data)
        if self.scale_in_use != before:
            self.tell_taken()

    @property
    def taken(self) -> frozenset[str]:
        """The keys of the scale come before those of commands."""
        return frozenset(rating.key for rating in self.scale.ratings) if self.scale else frozenset()

    def tell_taken(self) -> None:
        """Say which commands a scale of one's own leaves without a key."""
        without = [command.title for command in self.commands() if command.keys and not self.keys_for(command)]
        if without:
            self.tell(
                f"The scale takes the keys of: {', '.join(without)}. The palette has them; [keys] of the configuration "
                "gives them others.",
                warning=True,
            )

    async def on_key(self, event: events.Key) -> None:
        """The keys of the claim's scale choose a rating; they come before all other keys."""
        if self.scale is None or event.character is None or self.choosing:
            return
        rating = next((rating for rating in self.scale.ratings if rating.key == event.character), None)
        if rating is not None:
            event.stop()
            event.prevent_default()
            self.choose_rating(rating)

    @property
    def choosing(self) -> bool:
        """Whether words of the article are being chosen: then keys mean something else."""
        return False

    @on(ScaleBar.StepClicked)
    def step_clicked(self, message: ScaleBar.StepClicked) -> None:
        """A step of the scale was clicked."""
        rating = next((r for r in self.scale.ratings if r.key == message.key), None) if self.scale else None
        if rating is not None:
            self.choose_rating(rating)

    def choose_rating(self, rating: Rating) -> None:
        """Choose a rating for the current claim; it waits for Enter."""
        claim = self.claim
        if claim is None:
            return
        if not claim.rateable:
            self.tell(
                self.keyed("This claim is listed, not rated. If it can be checked, {set_kinds} changes its kind."),
                warning=True,
            )
            return
        if claim.status is ReviewStatus.PUBLISHED:
            self.tell(
                self.keyed("This verdict is published: {correct_verdict} corrects it, with a dated reason."),
                warning=True,
            )
            return
        if claim.status is ReviewStatus.SETTLED:
            self.tell(self.keyed("This claim is settled: {settle} settles it anew, with a reason."), warning=True)
            return
        self.pending[claim.id] = Pending(rating.key, one_line(rating.words), self.reason_for(claim, rating), claim)
        self.show_pending()

    def reason_for(self, claim: Claim, rating: Rating | None) -> str:
        """The reason to begin with: what was typed before, else one made of the accepted evidence."""
        said = self.drafts.get(claim.id) or suggested_reason(self.linked.get(claim.id, ()))
        return said or (NO_EVIDENCE if rating is None or rating.value is None else NOTHING_ACCEPTED)

    def show_pending(self) -> None:
        """Show the rating that waits, in the bar and in the list."""
        self.show_scale()
        rows = self.query_one(ClaimList)
        for index, row in enumerate(self.rows()):
            if row.claim.id == self.current_id and index < len(rows.items):
                rows.update_item(index, row)

    def drop_pending(self) -> bool:
        """Forget the rating that waits; whether there was one."""
        dropped = self.pending.pop(self.current_id or -1, None) is not None
        if dropped:
            self.show_pending()
        return dropped

    def action_keep_rating(self) -> None:
        """Keep the rating that waits; without one, open the evidence in its source."""
        claim = self.claim
        if claim is None:
            return
        waiting = self.pending.pop(claim.id, None)
        if waiting is None:
            self.action_open_source()
        else:
            self.keep(waiting.claim, waiting.words, waiting.reason)

    def keep(self, claim: Claim, rating: str, reason: str) -> None:
        """Write the verdict, named by its words, and go on to the next open claim without waiting for it.

        A key may mean another step on another scale; words are found or refused.
        """

        def work(workspace: Workspace, version: int) -> Verdict:
            from workbench.services.review.review import rate

            return rate(workspace, claim.id, rating, why=reason, version=version)

        def kept(given: Verdict) -> None:
            self.drafts.pop(claim.id, None)
            self.tell(f"Kept: {given.rating} · {self.keyed('{undo} takes it back')}")

        self.drafts[claim.id] = reason
        self.change(claim, work, kept)
        following = self.next_open(1)
        if following is not None:
            self.go_to(following.id)
        else:
            self.show_pending()

    def next_open(self, step: int) -> Claim | None:
        """The next (or previous) listed claim that waits for this reviewer, around the end."""
        rows = [row.claim for row in self.query_one(ClaimList).items]
        places = [claim.id for claim in rows]
        here = places.index(self.current_id) if self.current_id in places else 0
        for away in range(1, len(rows)):
            claim = rows[(here + step * away) % len(rows)]
            if waits(claim) and claim.id not in self.pending:
                return claim
        return None

    def action_next_open(self) -> None:
        """Go to the next open claim."""
        self._go_open(1)

    def action_previous_open(self) -> None:
        """Go to the previous open claim."""
        self._go_open(-1)

    def _go_open(self, step: int) -> None:
        claim = self.next_open(step)
        if claim is None:
            self.tell("No other claim in this list is open.")
        else:
            self.go_to(claim.id)

    def action_write_reason(self) -> None:
        """Open the editor for the reason; what is typed is kept as a draft each second."""
        from workbench.tui.dialogs.reason import WriteText

        claim = self.claim
        if claim is None or not claim.rateable:
            return
        waiting = self.pending.get(claim.id)
        value = waiting.reason if waiting else self._reason_given(claim) or self.reason_for(claim, None)
        name = waiting.words if waiting else claim.rating or "no rating yet"
        self.app.push_screen(
            WriteText(
                f"Reason · {one_line(name)}",
                value="" if value == NO_EVIDENCE and not waiting else value,
                above=one_line(claim.text),
                on_draft=partial(self.keep_draft, claim.id),
            ),
            partial(self._reason_written, claim),
        )

    def _reason_given(self, claim: Claim) -> str:
        record = self.records.get(claim.id)
        mine = [v for v in record.verdicts if same_person(v.reviewer, self.host.reviewer)] if record else []
        return mine[-1].rationale if mine and claim.id not in self.drafts else ""

    def _reason_written(self, claim: Claim, reason: str | None) -> None:
        if not reason:
            if claim.id in self.pending and self.drafts.get(claim.id):
                self.pending[claim.id] = replace(self.pending[claim.id], reason=self.drafts[claim.id])
                self.show_pending()
            return
        self.keep_draft(claim.id, reason)
        if claim.id in self.pending:
            waiting = self.pending.pop(claim.id)
            self.keep(waiting.claim, waiting.words, reason)
        elif claim.rating is not None and claim.status is ReviewStatus.RATED and reason != self._reason_given(claim):
            self.keep(claim, claim.rating, reason)
        else:
            self.tell("The reason is kept as a draft; a rating key gives the verdict.")

    def keep_draft(self, claim_id: int, text: str) -> None:
        """Keep what was typed, in memory and in the database."""
        self.drafts[claim_id] = text

        def work(workspace: Workspace) -> None:
            from workbench.services.review.presence import save_draft

            save_draft(workspace, claim_id, text)

        async def writing() -> None:
            await self.host.threads.write(work)

        self.start(writing, group="draft")

    def action_nothing_found(self) -> None:
        """Record that nothing was found."""
        claim = self.claim
        if claim is None:
            return

        def work(workspace: Workspace) -> None:
            from workbench.services.evidence.decisions import nothing_found

            nothing_found(workspace, claim.id)

        self.write(work, said="Noted: evidence was searched for and nothing was found.")
