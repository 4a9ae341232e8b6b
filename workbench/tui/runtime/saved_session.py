"""What a session leaves for the next: last article, claim, filters, theme. One small file for each workspace."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from workbench.domain.standing import person
from workbench.system.whole_files import write_private

Fields = dict[str, str]
"""What was typed into a form, by field."""


@dataclass(frozen=True, slots=True)
class ListFilter:
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
            parts.append(f"worth ≥ {self.min_worth:g}".replace("0.", "."))
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
    filter: ListFilter = field(default_factory=ListFilter)
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
    forms: dict[str, list[Fields]] = field(default_factory=dict)
    """What was typed into forms that were left or whose work was refused, by form, the latest last."""
    sent: list[tuple[str, Fields]] = field(default_factory=list)
    """Forms whose work has not ended."""

    def take_form(self, name: str) -> Fields:
        """What was typed into a form before; it is the form's again."""
        kept = self.forms.get(name, [])
        return kept.pop() if kept else {}

    def keep_form(self, name: str, fields: Fields) -> None:
        """Keep what was typed for the next time; an empty form is not kept."""
        if any(value.strip() for value in fields.values()):
            self.forms.setdefault(name, []).append(fields)

    def send_form(self, name: str, fields: Fields) -> None:
        """The work of a form begins."""
        self.sent.append((name, fields))

    def form_done(self, name: str, fields: Fields, *, well: bool) -> None:
        """The work of a form has ended; where it did not go well, what was typed is there again."""
        self.sent = [one for one in self.sent if one != (name, fields)]
        if not well:
            self.keep_form(name, fields)


def is_toured(reviewer: str) -> bool:
    """Whether somebody has had the tour, in whatever workspace."""
    try:
        return reviewer.casefold() in json.loads(_toured_file().read_text(encoding="utf-8"))
    except (OSError, ValueError, TypeError):
        return False


def note_tour(reviewer: str) -> None:
    """Somebody has had the tour; a folder that cannot be written is no reason to disturb anybody."""
    try:
        known = json.loads(_toured_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        known = []
    known = [name for name in known if isinstance(name, str)] if isinstance(known, list) else []
    _write(_toured_file(), json.dumps([*known, reviewer.casefold()], ensure_ascii=False))


def _toured_file() -> Path:
    from workbench.services.workspace import state_folder

    return state_folder() / "toured.json"


def state_file(workspace: Path, reviewer: str = "") -> Path:
    """The session file of one workspace; `reviewer` where several people work under one account of the machine."""
    of = f"{workspace.resolve()}\0{person(reviewer)}" if reviewer else str(workspace.resolve())
    key = hashlib.sha256(of.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    from workbench.services.workspace import state_folder

    return state_folder() / f"session-{key}.json"


def load_session(workspace: Path, reviewer: str = "") -> SavedSession:
    """The last session; a fresh one where no file is, or it cannot be read (it is a comfort, no data)."""
    try:
        data = json.loads(state_file(workspace, reviewer).read_text(encoding="utf-8"))
        known = {item.name for item in fields(SavedSession)}
        kept = {name: value for name, value in data.items() if name in known}
        chosen = kept.pop("filter", {})
        session = SavedSession(**kept)
        session.filter = ListFilter(**{**chosen, "kinds": tuple(chosen.get("kinds", ()))})
        for name, typed in session.sent:  # that session ended before the work of these forms did
            session.keep_form(name, typed)
        session.sent = []
        return session
    except (OSError, ValueError, TypeError, AttributeError):
        return SavedSession()


def save_session(workspace: Path, session: SavedSession, reviewer: str = "") -> None:
    """Keep the session; a folder that cannot be written is no reason to disturb anybody."""
    _write(state_file(workspace, reviewer), json.dumps(asdict(session), ensure_ascii=False))


def _write(path: Path, text: str) -> None:
    with suppress(OSError):
        write_private(path, text.encode("utf-8", "surrogatepass"))
