"""What was read from an address, as it was: the bytes behind an article or a source."""

from __future__ import annotations

from workbench.services.workspace import Workspace
from workbench.store import raw


def original_of_source(workspace: Workspace, source_id: str) -> bytes:
    """The bytes a source was read from.

    Raises:
        NotFoundError: There is no such source, or its bytes were not kept.
    """
    return raw.original_of_source(workspace.database, source_id)


def original_of_article(workspace: Workspace, article_id: int) -> bytes:
    """The bytes an article was read from.

    Raises:
        NotFoundError: There is no such article, or its bytes were not kept.
    """
    return raw.original_of_article(workspace.database, article_id)
