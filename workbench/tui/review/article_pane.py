"""The pane with the article, its claims marked in place."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from workbench.tui.review.session import ReviewSession
from workbench.tui.widgets.article_view import ArticleView


class ArticlePane(Vertical):
    """Shows the text of a session; `ArticleView` posts what is clicked and selected in it."""

    def __init__(self, session: ReviewSession, *, classes: str) -> None:
        super().__init__(id="article-pane", classes=classes)
        self.border_title = "Article"
        self.session = session
        self.view = ArticleView(id="article")
        self.followed_id: int | None = None
        """The claim that the text was scrolled to, or needs no scrolling to."""

    def compose(self) -> ComposeResult:
        """The text."""
        yield self.view

    def show(self) -> None:
        """Bring the text in step with the claims."""
        if self.session.article is not None:
            self.view.show(self.session.article.text, self.session.claims)

    def show_claim(self, *, scroll: bool) -> None:
        """Light up the claim under the cursor, and `scroll` to it."""
        self.view.show_current(self.session.current_id, scroll=scroll)
        if scroll and self.view.size.height:
            self.followed_id = self.session.current_id

    def follow(self) -> None:
        """Scroll to the claim where the text, being hidden, could not."""
        if self.followed_id != self.session.current_id:
            self.show_claim(scroll=True)
