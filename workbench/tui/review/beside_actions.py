"""Tags, assignments and comments of claims: of the one under the cursor, or of all that are marked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.domain.articles import Claim
from workbench.tui.review.marks import Marks
from workbench.tui.review.work import ReviewWork
from workbench.tui.text.beside import NOTHING
from workbench.tui.text.formatting import clip_words, count_words, one_line
from workbench.tui.work_screen import Handlers

if TYPE_CHECKING:
    from workbench.domain.desk_work import Comment


class BesideActions:
    """What a desk keeps beside its claims."""

    def __init__(self, work: ReviewWork, marks: Marks) -> None:
        self._work, self._marks = work, marks

    def handlers(self) -> Handlers:
        """What each command does."""
        return {"tag_claims": self.tag, "assign_claims": self.assign, "comment_claim": self.comment}

    def _about(self) -> tuple[list[int], str]:
        """Ids of the marked claims, else of the one under the cursor, and a few words for them."""
        claims = self._marks.claims or ([self._work.claim] if self._work.claim is not None else [])
        if len(claims) == 1:
            return [claims[0].id], clip_words(claims[0].text, 40)
        return [claim.id for claim in claims], count_words(len(claims), "claim")

    def tag(self) -> None:
        """Put tags on, and take off those that are no longer typed."""
        from workbench.services.review.desk_work import tag
        from workbench.tui.dialogs.beside_forms import AskTags, changed_tags

        ids, about = self._about()
        if not ids:
            return
        each = [self._work.session.beside.get(one, NOTHING).tags for one in ids]
        common = tuple(one for one in each[0] if all(one in tags for tags in each))

        def typed(words: str) -> None:
            put, off = changed_tags(common, words)
            if put or off:
                self._work.write(
                    lambda workspace: tag(workspace, "claim", ids, put, off=off),
                    lambda _: self._done("Tagged"),
                )

        self._work.ask(AskTags(about, common), typed)

    def assign(self) -> None:
        """Say who is to do it."""
        from workbench.services.review.desk_work import assign, unassign
        from workbench.tui.dialogs.beside_forms import AssignForm

        ids, about = self._about()
        if not ids:
            return
        before = self._work.session.beside.get(ids[0], NOTHING)

        def chosen(given: tuple[str, str | None]) -> None:
            name, due = given
            self._work.write(
                lambda workspace: (
                    assign(workspace, "claim", ids, name, due) if name else unassign(workspace, "claim", ids)
                ),
                lambda _: self._done(f"Assigned to {one_line(name)}" if name else "Assigned to nobody"),
            )

        self._work.ask(AssignForm(about, before.assignee, before.due), chosen)

    def comment(self) -> None:
        """Read the comments on the claim under the cursor, and say more."""
        claim = self._work.claim
        if claim is not None:
            self._work.screen.prepare(partial(self._comment, claim))

    async def _comment(self, claim: Claim) -> None:
        from workbench.services.review.desk_work import comment, comments_on
        from workbench.tui.dialogs.beside_forms import Comments

        found: list[Comment] = await self._work.host.threads.read(comments_on, [claim.id])

        def typed(text: str) -> None:
            self._work.write(lambda workspace: comment(workspace, claim.id, text), lambda _: self._done("Said"))

        self._work.ask(Comments(one_line(claim.text), found), typed)

    def _done(self, words: str) -> None:
        self._marks.clear()
        self._work.tell(f"{words}; {self._work.keyed('{undo} takes it back.')}")
