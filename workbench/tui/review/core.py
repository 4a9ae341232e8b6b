"""The heart of the review screen: the article, the claim under the cursor, and keeping everything in step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from textual import on

from workbench.domain.articles import Claim, ReviewStatus
from workbench.domain.errors import ConflictError
from workbench.domain.review import RatingScale
from workbench.tui.review.data import ReviewData, listed, waits
from workbench.tui.review.layout import ReviewLayout
from workbench.tui.runtime import loading
from workbench.tui.text.formatting import one_line
from workbench.tui.text.wrapping import Line
from workbench.tui.widgets.article_view import ArticleView
from workbench.tui.widgets.bars import Pending, ScaleBar, WordingBar
from workbench.tui.widgets.claim_list import ClaimList, ClaimRow
from workbench.tui.widgets.evidence_list import Card, EvidenceList

if TYPE_CHECKING:
    from workbench.domain.evidence import SearchResult
    from workbench.services.review.review import Record
    from workbench.services.workspace import Workspace
    from workbench.tui.dialogs.forms import Wanted

T = TypeVar("T")


class ReviewCore(ReviewLayout):
    """Shows one article; the mixins above it add what can be done."""

    def __init__(self, article_id: int) -> None:
        super().__init__(article_id)
        self.disputed: frozenset[int] = frozenset()
        """Claims on which opinions differ."""
        self.scale_in_use: RatingScale | None = None
        self.drafts: dict[int, str] = {}
        self.others: dict[int, tuple[str, ...]] = {}
        self.pending: dict[int, Pending] = {}
        self.records: dict[int, Record] = {}
        self.linked: dict[int, tuple[Card, ...]] = {}
        self.found: dict[int, tuple[str, SearchResult]] = {}
        """Hits by claim, with the words they were searched with."""
        self.own_words: dict[int, SearchResult] = {}
        """Searches with the reviewer's own words, by claim."""
        self.asked: dict[int, Wanted] = {}
        """What was searched for with own words, by claim."""
        self.current_id: int | None = None
        self._wanted_id: int | None = None
        """The claim to go to as soon as it is listed."""
        self._evidence_of: int | None = None
        self.being_loaded = ""
        """What is being loaded before evidence can be found."""
        self.opened: set[tuple[int, int]] = set()

    # loading

    def on_mount(self) -> None:
        """Paint first, then read."""
        self.query_one(ClaimList).show([], note="Reading …")
        self.query_one(EvidenceList).show([], note=" ")
        self.show_keys()
        self.start(self.load, group="load", alone=True)
        self.watch(self.query_one(ArticleView), "scroll_y", self._article_scrolled, init=False)

    def _article_scrolled(self) -> None:
        if self.article is not None:
            self.host.remember(place=(self.article_id, self.query_one(ArticleView).place))

    async def load(self) -> None:
        """Read the article and show it."""
        data = await self.host.threads.read(loading.load_review, self.article_id)
        if not self.is_attached:
            return
        self.take(data)

    def take(self, data: ReviewData) -> None:
        """Show an article that was read."""
        first = self.article is None
        dated = self.article is not None and self.article.published != data.article.published
        self.article, self.scale_in_use = data.article, data.scale
        self.drafts = data.drafts
        if first:
            self.current_id = self.host.saved.claims.get(str(self.article_id))
        place = self.host.saved.places.get(str(self.article_id))
        self.take_claims(data.claims, data.disputed)
        if first:
            if place is not None:
                self.query_one(ArticleView).show_place(place)
            self.host.remember(article_id=self.article_id)
        if dated:  # what was found is told apart by its age on another day
            self.host.index_changed()

    def take_claims(self, claims: tuple[Claim, ...], disputed: frozenset[int]) -> None:
        """Show the claims as they are now; the cursor stays on its claim."""
        if not self.query(ArticleView):  # a write can end while the screen is being taken down
            return
        before = {claim.id: claim for claim in self.claims}
        changed = {claim.id for claim in claims if before.get(claim.id) != claim}
        self.claims, self.disputed = claims, disputed
        assert self.article is not None  # claims come after their article
        known = [claim.id for claim in claims]
        if self._wanted_id in known:
            self.current_id, self._wanted_id = self._wanted_id, None
        stays = self.current_id in known and self.current_id in before
        if self.current_id not in known:
            self.current_id = self._nearest(before.get(self.current_id or -1))
        self.query_one(ArticleView).show(self.article.text, claims)
        self.show_rows()
        self.show_title()
        for claim_id in changed | (set(before) - set(known)):
            self.linked.pop(claim_id, None)
        self.show_claim(scroll=not stays)

    def _nearest(self, gone: Claim | None) -> int | None:
        """Where the cursor goes when its claim is gone: the one at its place, at first the first open one."""
        if not self.claims:
            return None
        if gone is None:
            waiting = [claim for claim in self.claims if waits(claim)]
            return (waiting or list(self.claims))[0].id
        return min(self.claims, key=lambda claim: (abs(claim.start - gone.start), claim.id)).id

    def changed_elsewhere(self) -> None:
        """Somebody, or another part of this program, wrote into the database."""
        if self.article is not None:
            self.linked.clear()
            self.start(self.load, group="load", alone=True)

    def act_repeated(self, claim_id: int | None) -> None:
        """Go to the claim, where it is there or comes back: what was taken back is to be seen."""
        if claim_id in {claim.id for claim in self.claims}:
            self.go_to(claim_id)
        else:
            self._wanted_id = claim_id

    def others_seen(self, others: tuple[tuple[str, int | None, int | None], ...]) -> None:
        """Show who else works on which claim."""
        here: dict[int, tuple[str, ...]] = {}
        for name, article_id, claim_id in others:
            if article_id == self.article_id and claim_id is not None:
                here[claim_id] = (*here.get(claim_id, ()), name)
        if here != self.others:
            self.others = here
            if self.article is not None:
                self.show_rows()

    # the claim under the cursor

    @property
    def claim(self) -> Claim | None:
        """The claim under the cursor."""
        return next((claim for claim in self.claims if claim.id == self.current_id), None)

    @property
    def scale(self) -> RatingScale | None:
        """The scale of the claim under the cursor: that of its verdict, else the one in use."""
        record = self.records.get(self.current_id or -1)
        return self.scale_in_use if record is None else record.scale

    @property
    def claim_day(self) -> date | None:
        """The day the claims were made: the article's publication."""
        return self.article.published if self.article else None

    @property
    def card(self) -> Card | None:
        """The evidence under the cursor."""
        return self.query_one(EvidenceList).current

    def rows(self) -> list[ClaimRow]:
        """What the list of claims shows."""
        return [
            ClaimRow(
                claim,
                self.others.get(claim.id, ()),
                self.pending[claim.id].words if claim.id in self.pending else "",
                claim.id in self.disputed,
            )
            for claim in listed(self.claims, self.host.saved.filter, self.current_id)
        ]

    def show_rows(self) -> None:
        """Bring the list of claims in step."""
        rows = self.rows()
        places = [row.claim.id for row in rows]
        cursor = places.index(self.current_id) if self.current_id in places else 0
        self.query_one(ClaimList).show(rows, cursor)
        chosen = self.host.saved.filter
        said = chosen.words_said
        title = "Claims" + (" · by worth" if chosen.by_worth else "" if said else " · in order")
        title += f" · {said} ({len(rows)} of {len(self.claims)})" if said else ""
        self.query_one("#claims-pane").border_title = title.replace("[", "\\[")
        self.show_tabs()

    def go_to(self, claim_id: int) -> None:
        """Put the cursor on a claim."""
        if claim_id == self.current_id or claim_id not in {claim.id for claim in self.claims}:
            return
        self.current_id = claim_id
        places = [row.claim.id for row in self.query_one(ClaimList).items]
        if claim_id in places:
            self.query_one(ClaimList).move_to(places.index(claim_id), tell=False)
        else:
            self.show_rows()
        self.show_claim()
        self.host.remember(claim=(self.article_id, claim_id))

    def show_claim(self, *, scroll: bool = True) -> None:
        """Light up the current claim everywhere and bring its evidence; `scroll` the article to it."""
        claim = self.claim
        self.query_one(ArticleView).show_current(self.current_id, scroll=scroll)
        self.show_evidence()
        if claim is not None:
            self.start(partial(self.bring_evidence, claim), group="evidence", alone=True)

    def show_scale(self) -> None:
        """Bring the scale bar in step with the claim."""
        claim = self.claim
        note, given = "", None
        if claim is not None:
            given = claim.rating
            if not claim.rateable:
                kinds = " and ".join(kind.value for kind in claim.kinds)
                note = f"A {kinds} is listed, not rated. {self.keyed('{set_kinds} changes its kind.')}"
            elif claim.status is ReviewStatus.PUBLISHED:
                locked = self.keyed("published and locked. {correct_verdict} corrects it, with a dated reason.")
                note = f"■ {one_line(claim.rating or '')}: {locked}"
        pending = self.pending.get(self.current_id or -1)
        self.query_one(WordingBar).show(claim, self.said() if claim is not None else None)
        self.query_one(ScaleBar).show(self.scale, given, pending, note)
        self.show_keys()

    # evidence of the current claim: see EvidencePane and EvidenceActions

    def said(self) -> Line:
        """What is said of the current claim below its wording; nothing where only its worth is to be told."""
        raise NotImplementedError

    async def bring_evidence(self, claim: Claim) -> None:
        """Read and search what belongs to a claim, then to the ones that come next."""
        raise NotImplementedError

    def action_open_source(self) -> None:
        """Open the source of the card under the cursor."""
        raise NotImplementedError

    def show_evidence(self) -> None:
        """Show what is known of the current claim's evidence."""
        raise NotImplementedError

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
        versions = self.host.versions

        def writing(workspace: Workspace) -> T:
            before = versions.of(claim)
            result = work(workspace, before)
            versions.made(claim.id, before, loading.load_version(workspace, claim.id, before))
            return result

        self.write(writing, then, said=said, about=claim)

    def write(
        self,
        work: Callable[[Workspace], T],
        then: Callable[[T], None] | None = None,
        *,
        said: str = "",
        about: Claim | None = None,
    ) -> None:
        """Write in the background, then show the claims as they are; `said` is told when it went well.

        What was refused leads back to the claim it is `about`.
        """

        async def writing() -> None:
            try:
                result = await self.host.threads.write(work)
            except ConflictError:
                if about is not None and self.is_open:
                    self.go_to(about.id)
                raise
            finally:
                shown = self.host.work_screen
                if not self.is_open and shown is not None:
                    shown.changed_elsewhere()
                elif self.is_open:
                    listed_now = await self.host.threads.read(loading.load_claims, self.article_id)
                    self.linked.pop(self.current_id or -1, None)
                    if self.is_open:
                        self.take_claims(*listed_now)
            if said:
                self.tell(said)
            if then is not None:
                then(result)

        self.start(writing, group="write")

    # moving in the lists

    @on(ClaimList.Moved, "#claims")
    def claim_moved(self, message: ClaimList.Moved) -> None:
        """The cursor of the list has moved."""
        row = self.query_one(ClaimList).current
        if row is not None:
            self.go_to(row.claim.id)

    @on(ArticleView.ClaimClicked)
    def claim_clicked(self, message: ArticleView.ClaimClicked) -> None:
        """A claim was clicked in the article."""
        self.go_to(message.claim_id)
