"""Giving verdicts: the rating keys, the reason, what comes next."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from workbench.domain.articles import Claim, ReviewStatus
from workbench.domain.evidence import Stance
from workbench.domain.review import Rating, Verdict
from workbench.tui.review.reasons import NO_EVIDENCE, refuse_unseen
from workbench.tui.review.work import ReviewWork
from workbench.tui.text.formatting import clip_words, one_line
from workbench.tui.work_screen import Handlers

if TYPE_CHECKING:
    from workbench.services.search.already_checked import EarlierVerdict
    from workbench.services.workspace import Workspace


WHILE_WAITING = frozenset(
    {
        *("next_claim", "previous_claim", "next_open", "repeat_verdict", "write_reason", "back"),
        *("accept_supports", "accept_refutes", "accept_context", "reject_evidence", "undo"),
    }
)
"""Commands whose small letters keep their meaning while a rating waits to be kept; any other letter begins a reason."""
MOST_TOLD = 60
"""Characters of the claim's wording that are told when a verdict on it is kept."""
_OPENING = frozenset("\"'“‘„«‹「")
"""Quotation marks that begin a reason."""


class VerdictActions:
    """A rating key chooses, Enter keeps it with its reason, and the next open claim is there.

    Args:
        work: The review.
        accept: Accepts the passage under the cursor with a stance, then does something.
    """

    def __init__(self, work: ReviewWork, accept: Callable[[Stance, Callable[[], None]], None]) -> None:
        self._work, self._session, self._accept = work, work.session, accept
        self._refused: int | None = None
        """The claim that a rating was refused for: the Enter that was to keep it does nothing else."""

    def handlers(self) -> Handlers:
        """What each command does."""
        return {
            "write_reason": self.write_reason,
            "nothing_found": self.nothing_found,
            "repeat_verdict": self.repeat,
        }

    def rating_of(self, key: str | None) -> Rating | None:
        """The step of the claim's scale that a key stands for."""
        scale = self._session.scale
        return next((rating for rating in scale.ratings if rating.key == key), None) if scale and key else None

    def take_keys(self) -> None:
        """The keys of the scale come before those of commands; say which commands it leaves without one."""
        scale, keys = self._session.scale_in_use, self._work.screen.keys
        keys.taken = frozenset(rating.key for rating in scale.ratings) if scale else frozenset()
        without = [command.title for command in keys.without_key()]
        if without:
            self._work.tell(
                f"The scale takes the keys of: {', '.join(without)}. The palette has them; [keys] of the configuration "
                "gives them others.",
                warning=True,
            )

    def choose(self, rating: Rating) -> None:
        """Choose a rating for the current claim; it waits for Enter."""
        claim = self._work.claim
        if claim is None:
            return
        if (why_not := _not_now(claim)) is not None:
            self._refused = claim.id
            self._work.tell(self._work.keyed(why_not), warning=True)
            return
        self._refused = None
        self._session.choose(rating, claim)
        self._work.view.show_pending()

    def adopt(self, earlier: EarlierVerdict) -> None:
        """Choose the rating of an earlier verdict; what is kept then refers to it."""
        claim, scale = self._work.claim, self._session.scale
        if claim is None:
            return
        rating = scale.find(earlier.verdict.rating) if scale and scale.id == earlier.verdict.scale_id else None
        if rating is None:
            self._work.tell("It was rated on another scale: choose the rating yourself.", warning=True)
            return
        self.choose(rating)
        if claim.id in self._session.pending:
            self._session.adopting[claim.id] = earlier
            self._work.view.show_pending()

    def drop(self) -> bool:
        """Forget the rating that waits; whether there was one."""
        self._session.adopting.pop(self._session.current_id or -1, None)
        dropped = self._session.pending.pop(self._session.current_id or -1, None) is not None
        if dropped:
            self._work.view.show_pending()
        return dropped

    def keep_waiting(self) -> bool:
        """Keep the rating that waits; whether there was one."""
        claim = self._work.claim
        waiting = self._session.pending.get(claim.id) if claim is not None else None
        if waiting is None:
            refused = claim is not None and claim.id == self._refused
            if refused:
                self._work.tell("No rating was chosen, so none was kept.", warning=True)
            self._refused = None
            return refused
        reason = self._session.reason(waiting.claim.id, waiting.rating)
        if doubt := self._session.doubt(waiting.claim.id, waiting.rating):
            then = "keeps the verdict" if reason else "asks for your reason"
            self._work.tell(f"{doubt} {self._work.keyed('{keep_rating} once more')} {then}.", warning=True)
            return True
        if not reason:  # the evidence speaks against the rating: only the reviewer knows why
            self.write_reason()
            return True
        del self._session.pending[waiting.claim.id]
        self.keep(waiting.claim, waiting.rating.words, reason)
        return True

    def keep(self, claim: Claim, rating: str, reason: str) -> None:
        """Write the verdict, named by its words, and go on to the next open claim without waiting for it.

        A key may mean another step on another scale; words are found or refused.
        """
        from workbench.services.review.adopting import adopt
        from workbench.services.review.review import rate, record_of

        taken = self._session.adopting.pop(claim.id, None)
        unseen = claim.rating is not None and claim.id not in self._session.records

        def give(workspace: Workspace, version: int) -> Verdict:
            if unseen:
                refuse_unseen(record_of(workspace, claim.id), f"rate it {rating}: {reason}", self._session.reviewer)
            if taken is not None and taken.verdict.rating == rating:
                shown = taken.verdict.id
                return adopt(workspace, claim.id, taken.claim.id, verdict_id=shown, why=reason, version=version)
            return rate(workspace, claim.id, rating, why=reason, version=version)

        def kept(given: Verdict) -> None:
            self._session.forget_verdict(claim.id)
            undo = self._work.keyed("{undo} takes it back")
            self._work.tell(
                f"Kept: {given.rating} · {claim.id} “{clip_words(one_line(claim.text), MOST_TOLD)}” · {undo}"
            )

        following = self._session.next_open(1)
        stances = self._session.accepted_stances(claim.id)
        shape = next((stance for stance in Stance if stance.value in stances), None)
        self._session.last_shape = (rating, shape)
        self._work.change(claim, give, kept)
        if following is not None:
            self._work.go_to(following)
        else:
            self._work.view.show_pending()

    def repeat(self) -> None:
        """Do for this claim what was done for the last one; Enter keeps it."""
        if self._session.last_shape is None:
            self._work.tell("No verdict was kept yet that could be repeated.", warning=True)
            return
        words, stance = self._session.last_shape
        rating = self._session.scale.find(words) if self._session.scale is not None else None
        if rating is None:
            self._work.tell("The scale of this claim has no such rating.", warning=True)
        elif stance is None:
            self.choose(rating)
        else:
            self._accept(stance, partial(self.choose, rating))

    def begins_reason(self, typed: str | None) -> bool:
        """Whether a key is the first letter of a reason: a rating waits, and the letter does nothing with it."""
        if self._session.current_id not in self._session.pending or not typed:
            return False
        if not typed.isalpha():
            return typed in _OPENING
        keys = self._work.screen.keys
        means = {command.action for command in keys.commands() if typed in keys.of(command)}
        return typed.isupper() or means.isdisjoint(WHILE_WAITING)

    def write_reason(self, begun: str = "") -> None:
        """Open the editor for the reason; what is typed is kept as a draft each second.

        With words that have `begun` it they are its text, behind those that were typed before.
        """
        from workbench.tui.dialogs.reason import WriteText

        claim = self._work.claim
        if claim is None or not claim.rateable:
            return
        waiting = self._session.pending.get(claim.id)
        value = self._session.reason(claim.id, waiting.rating if waiting else None)
        if waiting is None:
            typed = claim.id in self._session.drafts
            value = "" if value == NO_EVIDENCE else value
            value = value if typed else self._session.own_reason(claim.id) or value
        if begun:
            value = " ".join(filter(None, (self._session.drafts.get(claim.id, ""), begun)))
            if len(begun) > 1:  # what was pasted is not typed again where it is left for now
                self.keep_draft(claim.id, value)
        name = waiting.rating.words if waiting else claim.rating or "no rating yet"
        self._work.ask(
            WriteText(
                f"Reason · {one_line(name)}",
                value=value,
                above=one_line(claim.text),
                on_draft=partial(self.keep_draft, claim.id),
                snippets=self._work.host.snippets,
            ),
            partial(self._reason_written, claim),
        )

    def _reason_written(self, claim: Claim, reason: str) -> None:
        if not reason:
            return
        self.keep_draft(claim.id, reason)
        waiting = self._session.pending.get(claim.id)
        rating = waiting.rating if waiting is not None else self._rating_given(claim)
        if rating is None:
            self._work.tell("The reason is kept as a draft; a rating key gives the verdict.")
        elif waiting is None and reason == self._session.own_reason(claim.id):
            return
        else:
            if waiting is None:
                self._session.choose(rating, claim)
            if doubt := self._session.doubt(claim.id, rating, explained=True):
                self._work.view.show_pending()
                self._work.tell(f"{doubt} {self._work.keyed('{keep_rating}')} keeps the verdict.", warning=True)
                return
            self.keep(self._session.pending.pop(claim.id).claim, rating.words, reason)

    def _rating_given(self, claim: Claim) -> Rating | None:
        """The rating that a claim has, where a reason alone may give it again."""
        scale = self._session.scale
        if claim.rating is None or claim.status is not ReviewStatus.RATED or scale is None:
            return None
        return scale.find(claim.rating)

    def keep_draft(self, claim_id: int, text: str) -> None:
        """Keep what was typed, in memory and in the database."""
        from workbench.services.review.presence import save_draft

        async def writing() -> None:
            await self._work.host.threads.write(save_draft, claim_id, text)

        self._session.drafts[claim_id] = text
        if claim_id == self._session.current_id:
            self._work.view.show_verdict()
        self._work.start(writing, group="draft")

    def nothing_found(self) -> None:
        """Record that nothing was found."""
        from workbench.services.evidence.decisions import nothing_found

        claim = self._work.claim
        if claim is None:
            return
        if self._session.accepted_stances(claim.id):
            self._work.tell("Evidence is accepted for this claim: something was found.", warning=True)
        else:
            self._work.write(
                lambda workspace: nothing_found(workspace, claim.id),
                said="Noted: evidence was searched for and nothing was found.",
            )


def _not_now(claim: Claim) -> str | None:
    """Why a claim cannot be rated now; None where it can."""
    if not claim.rateable:
        return "This claim is listed, not rated. If it can be checked, {set_kinds} changes its kind."
    if claim.status is ReviewStatus.PUBLISHED:
        return "This verdict is published: {correct_verdict} corrects it, with a dated reason."
    if claim.status is ReviewStatus.SETTLED:
        return "This claim is settled: {settle} settles it again, with a reason."
    return None
