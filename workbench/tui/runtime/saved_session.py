"""What a session leaves for the next: last article, claim, filters, theme. One small file for each workspace."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims are listed."""

    states: str = "all"
    """One of `STATES`."""
    kinds: tuple[str, ...] = ()
    min_worth: float = 0.0
    words: str = ""
    by_worth: bool = False

    @property
    def words_said(self) -> str:
        """The filter in words, for the title of the list."""
        parts = [] if self.states == "all" else [self.states]
        parts += list(self.kinds)
        if self.min_worth:
            parts.append(f"worth ≥ {self.min_worth:.1f}".replace("0.", "."))
        if self.words:
            parts.append(f"“{self.words}”")
        return ", ".join(parts)


STATES = ("all", "open", "rated", "second opinion", "settled", "published", "not rated")


@dataclass(slots=True)
class SavedSession:
    """What is kept between two sessions."""

    article_id: int | None = None
    claims: dict[str, int] = field(default_factory=dict)
    """Claim under the cursor, by article."""
    filter: ClaimFilter = field(default_factory=ClaimFilter)
    sort: str = "newest"
    find: str = ""
    theme: str = ""
    toured: bool = False
    pane: str = "claims"
    places: dict[str, int] = field(default_factory=dict)
    """Code point of the article that stands at the top of its pane, by article."""
    folder: str = ""
    """Where a file was last chosen."""
    ranked: bool = True
    """Whether the stance model puts evidence in order."""


def state_file(workspace: Path) -> Path:
    """The session file of one workspace."""
    key = hashlib.sha256(str(workspace.resolve()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    from workbench.services.workspace import state_folder

    return state_folder() / f"session-{key}.json"


def load_session(workspace: Path) -> SavedSession:
    """The last session; a fresh one where there is none or the file cannot be read (it is a comfort, no data)."""
    try:
        data = json.loads(state_file(workspace).read_text(encoding="utf-8"))
        known = {item.name for item in fields(SavedSession)}
        kept = {name: value for name, value in data.items() if name in known}
        chosen = kept.pop("filter", {})
        session = SavedSession(**kept)
        session.filter = ClaimFilter(**{**chosen, "kinds": tuple(chosen.get("kinds", ()))})
        return session
    except (OSError, ValueError, TypeError, AttributeError):
        return SavedSession()


def save_session(workspace: Path, session: SavedSession) -> None:
    """Keep the session; a folder that cannot be written is no reason to disturb anybody."""
    path = state_file(workspace)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_suffix(f".{os.getpid()}.tmp")
        temporary.write_text(json.dumps(asdict(session), ensure_ascii=False), encoding="utf-8")
        temporary.replace(path)
    except OSError:
        return
