"""The day by which an article must be reviewed."""

from __future__ import annotations

from datetime import date

from workbench.services.review.judging import new_act
from workbench.services.workspace import Workspace
from workbench.store.articles import ArticlePatch, article, update


def set_deadline(workspace: Workspace, article_id: int, day: date | None) -> bool:
    """Set or (with None) remove the deadline of an article, as an act that undo takes back; False when it stood so.

    Raises:
        NotFoundError: There is no such article.
    """
    if article(workspace.database, article_id).deadline == day:
        return False
    with workspace.database.write() as connection:
        act = new_act(workspace, "article.deadline")
        return update(connection, article_id, ArticlePatch(deadline=day), act)
