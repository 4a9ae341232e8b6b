"""What happens in the workspace, as messages to the screens that are open."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

Others = tuple[tuple[str, int | None, int | None], ...]
"""(reviewer, article, claim) of the other open sessions."""


class WorkspaceEvent(Message, bubble=False):
    """Base of what is told to every open screen."""


@dataclass
class Changed(WorkspaceEvent):
    """The database has changed: it is to be shown as it is now."""

    articles: frozenset[int] | None = None
    """What was done concerns these alone; None: it may concern everything."""

    def concerns(self, article_id: int) -> bool:
        """Whether it may concern an article."""
        return self.articles is None or article_id in self.articles


class TitleChanged(WorkspaceEvent):
    """What the title line says of the workspace has changed."""


class IndexChanged(WorkspaceEvent):
    """Another index: what was found with the old one is old."""


@dataclass
class SearchWanted(WorkspaceEvent):
    """A saved search is to be done beside the claim under the cursor."""

    words: str
    after: str | None
    publisher: str | None


@dataclass
class OthersSeen(WorkspaceEvent):
    """Somebody came, went or moved."""

    others: Others


@dataclass
class ArticlesAdded(WorkspaceEvent):
    """Articles have come in; `before` were there already."""

    before: frozenset[int]


@dataclass
class ActRepeated(WorkspaceEvent):
    """An act was taken back or done again; `claim_id` where it is about one claim."""

    claim_id: int | None
