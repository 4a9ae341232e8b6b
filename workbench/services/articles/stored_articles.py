"""The articles of the workspace: to list, show and remove, and the bytes they were read from."""

from __future__ import annotations

from workbench.domain.articles import Article, Claim, ClaimFilter
from workbench.domain.errors import LockedError
from workbench.services.review.blind import list_claims
from workbench.services.workspace import Workspace
from workbench.store import articles, raw
from workbench.store.articles import ArticleSummary


def list_articles(workspace: Workspace) -> list[ArticleSummary]:
    """All articles, newest first, with the state of their claims."""
    return articles.summaries(workspace.database)


def show_article(workspace: Workspace, article_id: int) -> tuple[Article, list[Claim]]:
    """An article and its claims in reading order; a rating to be judged blind is left out.

    Raises:
        NotFoundError: There is no such article.
    """
    found = articles.article(workspace.database, article_id)
    return found, list_claims(workspace, ClaimFilter(article_id=article_id))


def remove_article(workspace: Workspace, article_id: int) -> None:
    """Take an article out of the lists; nothing of the record is lost.

    Raises:
        NotFoundError: There is no such article.
        LockedError: Claims of it are published: readers may ask for their verdicts, so they stay where they are found.
    """
    with workspace.database.write():
        article = articles.article(workspace.database, article_id)
        if published := articles.published_claims(workspace.database, article.id):
            raise LockedError(
                f"article {article_id} has {published} published claim{'s' if published > 1 else ''} and stays in the "
                "lists, where readers' questions find them; `workbench review correct CLAIM` mends a published verdict."
            )
        articles.remove_article(workspace.database, article_id, reviewer=workspace.reviewer)


def original_of_article(workspace: Workspace, article_id: int) -> bytes:
    """The bytes an article was read from.

    Raises:
        NotFoundError: There is no such article, or its bytes were not kept.
    """
    return raw.original_of_article(workspace.database, article_id)
