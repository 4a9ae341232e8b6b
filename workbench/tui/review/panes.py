"""The panes of a review and the lines around them, kept in step with the session."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Container, Horizontal

from workbench.services.articles.kind_of_text import kind_of
from workbench.tui.review.article_pane import ArticlePane
from workbench.tui.review.claim_listing import progress_of, waits
from workbench.tui.review.claims_pane import ClaimsPane
from workbench.tui.review.evidence_pane import EvidencePane
from workbench.tui.review.session import ReviewSession
from workbench.tui.review.span_picker import SpanPicker
from workbench.tui.review.verdict_bar import VerdictBar
from workbench.tui.text.formatting import count_words, day_words, one_line
from workbench.tui.text.wrapping import Line
from workbench.tui.widgets.bars import KeyBar, TabBar, TitleBar
from workbench.tui.widgets.job_bar import JobBar

PANES = ("article", "claims", "evidence")


class ReviewView:
    """Three panes side by side, two, or one with tabs, as wide as the terminal is.

    Args:
        session: What is shown.
        show_keys: Brings the key bar in step.
    """

    def __init__(self, session: ReviewSession, show_keys: Callable[[], None]) -> None:
        self.session, self.show_keys = session, show_keys
        self.title = TitleBar(id="title")
        self.tabs = TabBar(id="tabs")
        self.left = Container(id="left", classes="-aside" if self.pane == "evidence" else "")
        self.article = ArticlePane(session, classes=self._classes("article"))
        self.claims = ClaimsPane(session, classes=self._classes("claims"))
        self.evidence = EvidencePane(session, classes=self._classes("evidence"))
        self.verdict = VerdictBar(session)
        self.keys = KeyBar(id="keys")
        self.index_words = ""
        """How the index stands."""

    def compose(self) -> ComposeResult:
        """Title, three panes, wording, scale, keys."""
        yield self.title
        yield self.tabs
        with Horizontal(id="panes"):
            with self.left:
                yield self.article
                yield self.claims
            yield self.evidence
        yield JobBar(id="job")
        yield self.verdict
        yield self.keys

    @property
    def narrow(self) -> bool:
        """Whether one pane is shown at a time."""
        return self.title.screen.has_class("-narrow")

    @property
    def pane(self) -> str:
        """The pane in front on a small screen."""
        return self.session.saved.pane if self.session.saved.pane in PANES else "claims"

    def _classes(self, name: str) -> str:
        return "pane -shown" if name == self.pane else "pane"

    def show_pane(self, name: str) -> None:
        """On a small screen, show one pane."""
        chosen = name if name in PANES else "claims"
        for pane in (self.article, self.claims, self.evidence):
            pane.set_class(pane.id == f"{chosen}-pane", "-shown")
        self.left.set_class(chosen == "evidence", "-aside")
        self.session.saved.pane = chosen
        self.show_tabs()
        if chosen == "article":
            self.article.call_after_refresh(self.article.follow)

    def focus(self, name: str) -> None:
        """Give the keys of a list to a pane."""
        widget = {"article": self.article.view, "evidence": self.evidence.list}.get(name, self.claims.list)
        widget.focus()

    def show_tabs(self) -> None:
        """Bring the tabs of a small screen in step."""
        waiting = sum(waits(claim) for claim in self.session.claims)
        cards = len(self.evidence.list.items)
        marked = f" · {len(self.session.marked)} marked" if self.session.marked else ""
        close = ", none close" if self.evidence.none_close else ""
        tabs = [
            ("article", "Article"),
            ("claims", f"Claims {waiting} open{marked}"),
            ("evidence", f"Evidence {cards}{close}"),
        ]
        self.tabs.show(tabs, self.pane)

    def show_title(self) -> None:
        """Bring the title line in step."""
        article = self.session.article
        if article is None:
            return
        done, total, waiting = progress_of(self.session.claims)
        kind = kind_of(article)
        plainly = (article.language, kind) == ("en", "news")
        about = "" if plainly else f"{kind}, {article.language}"
        day = article.published and day_words(article.published)
        facts = [fact for fact in (article.publisher, day, about) if fact]
        left: Line = [(one_line(article.title), "title"), ("".join(f" · {one_line(str(one))}" for one in facts), "dim")]
        right: Line = [(f"{done} of {total} rated", "info")]
        differing = len(self.session.disputed)
        if waiting > differing:
            right.append((f" · {count_words(waiting - differing, 'second opinion')}", "warn"))
        if differing:
            right.append((f" · {differing} to settle", "warn"))
        right.append((f" · {one_line(self.session.reviewer)}", "dim"))
        if self.index_words:
            right.append((f"  {self.index_words}", "dim"))
        self.title.show(left, right)

    def show_rows(self) -> None:
        """Bring the list of claims in step."""
        self.claims.show()
        self.show_tabs()

    def show_claims(self) -> None:
        """The claims have changed: the article, the list and the title."""
        self.article.show()
        self.show_rows()
        self.show_title()

    def show_evidence(self) -> None:
        """Bring the evidence in step, and what follows from it below the panes."""
        self.evidence.show()
        self.show_verdict()  # and the keys, which follow the evidence
        self.show_tabs()

    def show_verdict(self) -> None:
        """Bring the wording, the scale and the keys in step."""
        self.verdict.show()
        self.show_keys()

    def show_pending(self) -> None:
        """A rating was chosen or dropped: the bar and the row of its claim."""
        self.show_verdict()
        self.claims.show_row(self.session.current_id)

    def show_choice(self, picker: SpanPicker) -> None:
        """The words that are being chosen, in the article and in words."""
        self.article.view.show_chosen(picker.span)
        self.verdict.show_choice(picker.said)
