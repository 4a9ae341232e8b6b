"""What a screen may ask of the application it stands in. Screens know this protocol, never the application."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol, TypeVar

from textual.message import Message
from textual.screen import Screen

from workbench.domain.articles import Claim
from workbench.tui.runtime.messages import WorkspaceEvent

if TYPE_CHECKING:
    from workbench.services.workspace import Workspace
    from workbench.tui.runtime.jobs import Job
    from workbench.tui.runtime.key_queue import KeyQueue
    from workbench.tui.runtime.memory import Memory
    from workbench.tui.runtime.notifications import Notifications
    from workbench.tui.runtime.reach import FilesInReach
    from workbench.tui.runtime.saved_session import SavedSession
    from workbench.tui.runtime.threads import Lane, Threads
    from workbench.tui.runtime.versions import Versions

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a screen is: the article it is about, the claim under its cursor, the claims it shows."""

    article_id: int
    title: str = ""
    published: date | None = None
    claim_id: int | None = None
    claims: tuple[Claim, ...] = ()


class Front(Protocol):
    """The screen in front, dialogs left aside."""

    @property
    def place(self) -> Place | None:
        """Where it is; None where it is about no article."""

    def start(self, work: Callable[[], Coroutine[Any, Any, None]], *, group: str = ..., alone: bool = ...) -> None:
        """Run work beside the event loop's other work."""

    def prepare(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Run work that reads and then opens a dialog; what is typed meanwhile is for the dialog."""

    def ask(self, screen: Screen[T | None], then: Callable[[T], None]) -> None:
        """Push a dialog; `then` gets its answer, unless Esc closed it."""

    def post_message(self, message: Message) -> bool:
        """Tell the screen something."""


class Host(Protocol):
    """The application, as its screens see it."""

    path: Path
    reviewer: str
    threads: Threads
    saved: SavedSession
    reach: FilesInReach
    notifications: Notifications
    versions: Versions
    memory: Memory
    key_queue: KeyQueue
    keys_changed: dict[str, str]
    snippets: dict[str, str]
    """Texts of the reviewer's own that are put into reasons, by name."""
    index_words: str
    undo_refused: tuple[int, int]
    """The last act that undo just left as it is, and the one it named instead; zeros where it refused nothing."""

    @property
    def front(self) -> Front | None:
        """The screen in front, dialogs left aside."""

    def places(self) -> list[Place]:
        """Where the open screens are, the one in front first."""

    def today(self) -> date:
        """The day deadlines are counted from."""

    def remember(
        self,
        *,
        article_id: int | None = None,
        claim: tuple[int, int] | None = None,
        place: tuple[int, int] | None = None,
    ) -> None:
        """Keep where this session is, for the next one."""

    def start_job(
        self,
        title: str,
        work: Callable[[Workspace, Job], str],
        then: Callable[[bool], None] | None = None,
        *,
        lane: Lane = ...,
        changes: bool = True,
    ) -> None:
        """Run a long piece of work in the background; `then` is told whether it went well."""

    def tell_all(self, event: WorkspaceEvent) -> None:
        """Tell every open screen."""

    def deliver_binary(self, path_or_file: BinaryIO, *, save_filename: str | None = None) -> str | None:
        """Give the browser a file to keep."""

    def open_article(self, article_id: int) -> None:
        """Open an article for review."""

    def open_history(self, article_id: int | None = None, claim_id: int | None = None) -> None:
        """Open the history of an article and a claim, or of the workspace."""

    def open_statistics(self, article_id: int | None = None) -> None:
        """Open the figures of an article, or of the workspace."""

    def show_desk(self) -> None:
        """Go back to the list of articles."""
