"""The review screen: composes the panes, binds the keys, and hands on what the panes post."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType

from workbench.domain.articles import ReviewStatus
from workbench.tui.commands.registry import Scope, bindings_of
from workbench.tui.commands.table import COMMANDS
from workbench.tui.dialogs.forms import Wanted
from workbench.tui.review.beside_actions import BesideActions
from workbench.tui.review.claim_actions import NEED_CLAIM, ClaimActions
from workbench.tui.review.collaboration import Collaboration
from workbench.tui.review.earlier import EarlierVerdicts
from workbench.tui.review.evidence_actions import DECISIONS, NEED_CARD, EvidenceActions
from workbench.tui.review.evidence_loading import EvidenceLoading
from workbench.tui.review.finder import Finder
from workbench.tui.review.marks import Marks
from workbench.tui.review.moves import Moves
from workbench.tui.review.panes import ReviewView
from workbench.tui.review.proposed import Proposed
from workbench.tui.review.session import ReviewSession
from workbench.tui.review.verdict_actions import VerdictActions
from workbench.tui.review.work import ReviewWork
from workbench.tui.runtime.host import Place
from workbench.tui.runtime.messages import (
    ActRepeated,
    Changed,
    IndexChanged,
    OthersSeen,
    SearchWanted,
    TitleChanged,
    WorkspaceEvent,
)
from workbench.tui.source.citing import address_of
from workbench.tui.widgets.article_view import ArticleView
from workbench.tui.widgets.bars import ScaleBar, TabBar
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.evidence_list import EvidenceList
from workbench.tui.work_screen import Handlers, WorkScreen


class ReviewScreen(WorkScreen):
    """An article, its claims, the evidence of the claim under the cursor.

    Args:
        session: The review.
        finder: Finds evidence.
    """

    SCOPE = Scope.REVIEW
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(COMMANDS, Scope.REVIEW)]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (92, "-medium"), (130, "-wide")]  # noqa: RUF012
    AUTO_FOCUS = "ClaimList"

    def __init__(self, session: ReviewSession, finder: Finder) -> None:
        super().__init__()
        self.session = session
        self.view = ReviewView(session, self.show_keys)
        self.work = ReviewWork(self, session, self.view)
        self.evidence = EvidenceActions(self.work, EvidenceLoading(self.work, finder))
        self.verdicts = VerdictActions(self.work, self.evidence.accept_and)
        drops = [self.verdicts.drop, self.evidence.marks.clear, self.evidence.drop_search]
        moves = Moves(self.work, lambda: (self.focused.id or "") if self.focused is not None else "", drops)
        marks = Marks(self.work)
        self.claims = ClaimActions(self.work, marks)
        self.earlier = earlier = EarlierVerdicts(self.work, finder, self.verdicts)
        beside = BesideActions(self.work, marks)
        proposed = Proposed(self.work, self.evidence.search)
        drops[:0] = [self.claims.leave]
        drops.append(marks.clear)
        parts = (
            moves,
            marks,
            self.verdicts,
            self.evidence,
            self.claims,
            earlier,
            beside,
            proposed,
            Collaboration(self.work),
        )
        self._handlers: Handlers = {
            **{name: do for part in parts for name, do in part.handlers().items()},
            "keep_rating": self._keep_or_open,
        }

    def compose(self) -> ComposeResult:
        """Title, three panes, wording, scale, keys."""
        yield from self.view.compose()

    def on_mount(self) -> None:
        """Paint first, then read."""
        self.show_keys()
        self.work.scale_changed = self.verdicts.take_keys
        self.work.load()
        self.watch(self.view.article.view, "scroll_y", self._article_scrolled, init=False)

    @property
    def place(self) -> Place:
        """The article, the claim under the cursor."""
        article, session = self.session.article, self.session
        title, published = (article.title, article.published) if article is not None else ("", None)
        return Place(session.article_id, title, published, session.current_id, session.claims)

    def _article_scrolled(self) -> None:
        if self.session.article is not None:
            self.host.remember(place=(self.session.article_id, self.view.article.view.place))

    # commands

    def handlers(self) -> Handlers:
        """What each command of a review does."""
        return self._handlers

    def available(self, action: str) -> bool:
        """Without a claim, or without evidence, there is nothing to do it with."""
        claim = self.session.claim
        if action in NEED_CLAIM or action in DECISIONS:
            return claim is not None
        return action not in NEED_CARD or not self.is_mounted or self.evidence.card is not None

    def applies(self, action: str) -> bool:
        """What the claim under the cursor, its state and its evidence leave to be done."""
        claim, card = self.session.claim, self.evidence.card
        if claim is None:
            return True
        published = claim.status is ReviewStatus.PUBLISHED
        some = card is not None or not self.session.evidence.is_found(claim)
        rules = {
            **dict.fromkeys(DECISIONS, some),
            "write_reason": claim.rateable and not published,
            "keep_rating": claim.id in self.session.pending or card is not None,
            **dict.fromkeys(("look_at_earlier", "adopt_earlier"), bool(self.session.earlier_of(claim))),
            "ask_second_opinion": claim.status is ReviewStatus.RATED,
            "settle": claim.id in self.session.disputed or claim.status is ReviewStatus.SETTLED,
            "publish": claim.rating is not None and not published,
            "correct_verdict": published,
            "note_evidence": card is not None,
            "open_source": card is not None,
            "open_address": card is not None and address_of(card) is not None,
        }
        return rules.get(action, True)

    def show_keys(self) -> None:
        """The keys of the screen, or while words are chosen those that choose."""
        if self.is_mounted:
            picker = self.claims.picker
            self.view.keys.show(picker.keys if picker.mode else self.keys.on_bar())

    # what is pressed, clicked, told

    def on_key(self, event: events.Key) -> None:
        """While words are chosen, keys choose them; the keys of the claim's scale come before all others."""
        rating = self.verdicts.rating_of(event.character)
        if self.claims.picker.mode:
            if not self.claims.press(event.key, printable=event.is_printable, character=event.character):
                return
        elif rating is not None:
            self.verdicts.choose(rating)
        elif self.verdicts.begins_reason(event.character):
            self.verdicts.write_reason(event.character or "")
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted while a rating waits is its reason."""
        if self.session.current_id in self.session.pending and event.text.strip():
            event.stop()
            self.verdicts.write_reason(event.text.strip())

    @on(ClaimList.Chosen, "#claims")
    @on(EvidenceList.Chosen, "#evidence")
    def _keep_or_open(self) -> None:
        """Keep the rating that waits; without one, open the evidence in its source."""
        if not self.verdicts.keep_waiting():
            self.evidence.open_source()

    @on(ClaimList.Moved, "#claims")
    @on(ArticleView.ClaimClicked)
    def _claim_wanted(self, message: ClaimList.Moved | ArticleView.ClaimClicked) -> None:
        """Go to a claim of the list or of the article."""
        if isinstance(message, ArticleView.ClaimClicked):
            self.work.go_to(message.claim_id)
        elif (row := self.view.claims.list.current) is not None:
            self.work.go_to(row.claim.id)

    @on(ArticleView.WordsSelected)
    @on(ScaleBar.StepClicked)
    @on(TabBar.TabClicked)
    def _clicked(self, message: ArticleView.WordsSelected | ScaleBar.StepClicked | TabBar.TabClicked) -> None:
        """The mouse does what the keys do."""
        if isinstance(message, ArticleView.WordsSelected):
            self.claims.add()
        elif isinstance(message, TabBar.TabClicked):
            self.view.show_pane(message.name)
            self.view.focus(message.name)
        elif (rating := self.verdicts.rating_of(message.key)) is not None:
            self.verdicts.choose(rating)

    @on(WorkspaceEvent)
    def _told(self, event: WorkspaceEvent) -> None:
        """What has happened in the workspace."""
        self.view.index_words = self.host.index_words
        if isinstance(event, Changed):
            if event.concerns(self.session.article_id):
                self.work.changed()
            else:
                self.earlier.look_again()
        elif isinstance(event, ActRepeated):
            self.work.go_to_act(event.claim_id)
        elif isinstance(event, IndexChanged):
            self.evidence.forget_found()
        elif isinstance(event, OthersSeen) and self.session.see_others(event.others) and self.session.claims:
            self.view.show_rows()
        elif isinstance(event, TitleChanged):
            self.view.show_title()
        elif isinstance(event, SearchWanted):
            after = date.fromisoformat(event.after) if event.after else None
            self.evidence.search(Wanted(event.words, after=after, source=event.publisher or ""))
