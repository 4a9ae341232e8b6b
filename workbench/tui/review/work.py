"""What everything that can be done in a review is done with: the session, the panes, reading, writing, asking."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from textual.screen import Screen

from workbench.domain.articles import Claim
from workbench.domain.errors import ConflictError
from workbench.tui.review import loading
from workbench.tui.review.loading import ReviewData
from workbench.tui.review.panes import ReviewView
from workbench.tui.review.session import ReviewSession
from workbench.tui.runtime.host import Host
from workbench.tui.runtime.messages import Changed, IndexChanged
from workbench.tui.text.beside import Beside
from workbench.tui.work_screen import WorkScreen

if TYPE_CHECKING:
    from workbench.services.workspace import Workspace
    from workbench.tui.dialogs.forms import Sent

T = TypeVar("T")


class ReviewWork:
    """Keeps database, session and panes in step.

    Args:
        screen: The screen of the review, for what every screen can do.
        session: The review.
        view: Its panes.
    """

    def __init__(self, screen: WorkScreen, session: ReviewSession, view: ReviewView) -> None:
        self.screen, self.session, self.view = screen, session, view
        self.start, self.tell, self.keyed = screen.start, screen.tell, screen.keyed
        self.arrived: list[Callable[[Claim], None]] = []
        """Called when the cursor stands on a claim, or its claim has changed."""
        self.scale_changed: Callable[[], None] = lambda: None

    @property
    def host(self) -> Host:
        """The application."""
        return self.screen.host

    @property
    def claim(self) -> Claim | None:
        """The claim under the cursor."""
        return self.session.claim

    def ask(self, dialog: Screen[T | None], then: Callable[[T], None]) -> None:
        """Push a dialog; `then` gets its answer, unless Esc closed it."""
        self.screen.ask(dialog, then)

    # reading

    def load(self) -> None:
        """Read the article, and show it as it is now."""
        self.start(self._load, group="load", alone=True)

    async def _load(self) -> None:
        data = await self.host.threads.read(loading.load_review, self.session.article_id)
        if self.screen.is_attached:
            self._take(data)

    def _take(self, data: ReviewData) -> None:
        before, scale = self.session.article, self.session.scale_in_use
        self.session.take(data)
        if scale != data.scale:
            self.scale_changed()
        place = self.session.saved.places.get(str(self.session.article_id))
        self._take_claims(data.claims, data.disputed, data.beside)
        if before is None:
            if place is not None:
                self.view.article.view.show_place(place)
                self.view.article.followed_id = self.session.current_id
            self.host.remember(article_id=self.session.article_id)
        elif before.published != data.article.published:  # what was found is told apart by its age on another day
            self.host.tell_all(IndexChanged())

    def _take_claims(self, claims: tuple[Claim, ...], disputed: frozenset[int], beside: dict[int, Beside]) -> None:
        """Show the claims as they are now; the cursor stays on its claim."""
        if not self.screen.is_attached:  # a write can end while the screen is being taken down
            return
        stays = self.session.take_claims(claims, disputed, beside)
        self.view.show_claims()
        self.show_claim(scroll=not stays)

    def changed(self) -> None:
        """Somebody, or another part of this program, wrote into the database."""
        if self.session.article is not None:
            self.session.evidence.forget_linked()
            self.load()

    # the claim under the cursor

    def go_to(self, claim_id: int | None) -> None:
        """Put the cursor on a claim."""
        if claim_id is None or claim_id == self.session.current_id or self.session.claim_by_id(claim_id) is None:
            return
        self.session.current_id = claim_id
        self.view.claims.show_claim()
        self.show_claim()
        self.host.remember(claim=(self.session.article_id, claim_id))

    def go_to_act(self, claim_id: int | None) -> None:
        """Go to the claim of an act, where it is there or comes back: what was taken back is to be seen."""
        if self.session.claim_by_id(claim_id) is not None:
            self.go_to(claim_id)
        else:
            self.session.wanted_id = claim_id

    def show_claim(self, *, scroll: bool = True) -> None:
        """Light up the current claim everywhere and bring its evidence; `scroll` the article to it."""
        self.view.article.show_claim(scroll=scroll)
        self.view.show_evidence()
        claim = self.claim
        if claim is not None:
            for arrived in self.arrived:
                arrived(claim)

    # writing

    def change(
        self,
        claim: Claim,
        work: Callable[[Workspace, int], T],
        then: Callable[[T], None] | None = None,
        *,
        said: str = "",
    ) -> None:
        """Write a change of `claim`, as it was when its author saw it; `work` is given the version it builds on."""
        self.write(lambda workspace: self.host.versions.change(workspace, claim, work), then, said=said, about=claim)

    def write(
        self,
        work: Callable[[Workspace], T],
        then: Callable[[T], None] | None = None,
        *,
        said: str = "",
        about: Claim | None = None,
        sent: Sent | None = None,
    ) -> None:
        """Write in the background, then show the claims as they are; `said` is told when it went well.

        What is refused leads back to the claim it is `about`, and the form that was `sent` keeps its words.
        """
        self.start(partial(self._write, work, then, said, about, sent), group="write")

    async def _write(
        self,
        work: Callable[[Workspace], T],
        then: Callable[[T], None] | None,
        said: str,
        about: Claim | None,
        sent: Sent | None,
    ) -> None:
        try:
            result = await self.host.threads.write(work)
        except Exception as error:
            if sent is not None:
                sent.done(self.host, well=False)
            if isinstance(error, ConflictError) and about is not None and self.screen.is_open:
                self.go_to(about.id)
            raise
        finally:
            await self._show_written()
        if sent is not None:
            sent.done(self.host, well=True)
        if said:
            self.tell(said)
        if then is not None:
            then(result)

    async def _show_written(self) -> None:
        if not self.screen.is_open:
            if (front := self.host.front) is not None:
                front.post_message(Changed())
            return
        listed_now = await self.host.threads.read(loading.load_claims, self.session.article_id)
        if self.session.current_id is not None:
            self.session.evidence.forget_linked({self.session.current_id})
        if self.screen.is_open:
            self._take_claims(*listed_now)
