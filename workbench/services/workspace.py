"""A workspace: the folder with claims.db and index/, and who is working in it."""

from __future__ import annotations

import getpass
import os
import tomllib
import unicodedata
from pathlib import Path

from workbench.domain.errors import BadInputError, NotAllowedError, WorkspaceError
from workbench.domain.permissions import refusal_to_read_only
from workbench.domain.standing import same_person
from workbench.store.acts import Act, new_batch
from workbench.store.database import DATABASE_NAME, Database
from workbench.store.permissions import given_roles
from workbench.store.reviewers import remember_reviewer, reviewer_names
from workbench.store.settings import change_setting, settings
from workbench.system.whole_files import make_closed_to_others, make_folder_closed_to_others

INDEX_NAME = "index"
DESK_FILES = "WORKBENCH_DESK_FILES"
"""Set by `serve` for people who sit elsewhere: the folder of this machine that they may read, empty for none."""
SETTING_NAMES = {
    "organisation": "name of the fact-checking organisation, shown in reports and as author of ClaimReview",
    "organisation_url": "its home page",
    "page_url": "address of the page that carries the published fact check",
    "scale": "id of the rating scale in use",
    "stance_model": "model that judges stance (a name of `model list` or of a plug-in; without it the shipped one)",
    "speech_model": "folder of the Whisper model that makes words of recordings (extra `transcribe`)",
    "llm_endpoint": "endpoint of a language model on this machine that `suggest` asks (http://127.0.0.1:11434/v1)",
    "llm_model": "name of the language model there",
    "archive_cited": "yes: the terminal UI asks whether to keep the pages of addresses that are cited",
    "confidential": "yes: nothing of this workspace goes to a language model (`mcp`, `suggest`)",
    "allow_hosts": "hosts and networks outside the public internet that may be read, separated by commas",
}


def config_file() -> Path:
    """The user's configuration file (`WORKBENCH_CONFIG` names another).

    Raises:
        BadInputError: The file that it names is not there.
    """
    if (named := _named_config()) is not None:
        return named
    from platformdirs import user_config_path

    return user_config_path("workbench") / "config.toml"


def _named_config() -> Path | None:
    named = os.environ.get("WORKBENCH_CONFIG")
    if named and not Path(named).exists():
        raise BadInputError(f"WORKBENCH_CONFIG names {named}, which is not there; make it or unset that.")
    return Path(named) if named else None


def state_folder() -> Path:
    """Where the program keeps what is a comfort and no data: sessions, the last error (`WORKBENCH_STATE`)."""
    named = os.environ.get("WORKBENCH_STATE")
    if named:
        return Path(named)
    from platformdirs import user_state_path

    return user_state_path("workbench")


def load_config() -> dict[str, object]:
    """The user's configuration, empty without one.

    Raises:
        BadInputError: The file is no valid TOML, or `WORKBENCH_CONFIG` names one that is not there.
    """
    path = config_file()
    try:
        if path.is_fifo():  # reading it would wait for whoever writes into it
            raise BadInputError(f"{path} is a pipe, not a file; name a file.")
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (ValueError, RecursionError) as error:
        # not TOML, not UTF-8, or more digits or lists in lists than Python reads
        raise BadInputError(f"{path} is not valid TOML ({' '.join(str(error).split())}); mend or remove it.") from error
    except OSError as error:
        raise BadInputError(f"{path} cannot be read ({error.strerror}).") from error


def reviewer_name(given: str | None = None) -> str:
    """Who is working: the name given, else `reviewer` of the configuration, else the login name.

    Raises:
        BadInputError: The name is empty, holds line breaks or control characters, or stands for a machine.
    """
    _named_config()  # a wrong one is told, also where it is not asked
    name = given if given is not None else load_config().get("reviewer")
    where = f" ({config_file()})" if given is None and name is not None else ""
    if name is None:
        try:
            name = getpass.getuser()
        except (KeyError, OSError):  # no entry for this user id, as in some containers
            name = "reviewer"
    if not isinstance(name, str) or not name.strip() or not name.isprintable() or len(name) > 80:
        raise BadInputError(f"the reviewer's name must be one line of 1 to 80 printable characters{where}.")
    if name.strip().casefold().startswith("machine:"):
        raise BadInputError("a reviewer's name cannot begin with “machine:”: that marks what a model suggested.")
    return one_form(name)


def known_name(database: Database, name: str) -> str:
    """The name as this workspace first had it: another spelling of it is the same person."""
    known, name = reviewer_names(database), one_form(name)
    return name if name in known else next((one for one in known if same_person(one, name)), name)


def one_form(name: str) -> str:
    """A name as it is kept: composed letters, single spaces."""
    return " ".join(unicodedata.normalize("NFC", name).split())


class Workspace:
    """An open workspace. Close it, or use it as a context manager."""

    def __init__(self, path: Path, database: Database, reviewer: str) -> None:
        self.path = path
        self.database = database
        self.reviewer = reviewer
        database.gate = self._refuse_readers

    def _refuse_readers(self) -> None:
        if refusal := refusal_to_read_only(given_roles(self.database), self.reviewer):
            raise NotAllowedError(refusal)

    @classmethod
    def create(cls, path: Path, *, reviewer: str | None = None) -> Workspace:
        """Make an empty workspace in `path` (made when it is missing) and open it; an existing one is opened as it is.

        The group of what is made has the rights that the umask leaves it, others of the machine have none.

        Raises:
            WorkspaceError: The folder cannot be made or written.
        """
        if (path / DATABASE_NAME).exists():
            return cls.open(path, reviewer=reviewer)
        who = reviewer_name(reviewer)
        try:
            for folder in (path, path / INDEX_NAME):
                make_folder_closed_to_others(folder)
            make_closed_to_others(path / DATABASE_NAME)
        except OSError as error:
            raise WorkspaceError(f"{path} cannot be made a workspace: {error.strerror}.") from error
        return cls(path, Database.create(path / DATABASE_NAME), who)

    @classmethod
    def open(cls, path: Path, *, reviewer: str | None = None) -> Workspace:
        """Open an existing workspace.

        Raises:
            WorkspaceError: It is not one, from a newer version, locked, or cannot be read.
        """
        if not path.is_dir():
            raise WorkspaceError(f"{path} is not a folder; make a workspace with `workbench init DIR`.")
        who = reviewer_name(reviewer)
        database = Database.open(path / DATABASE_NAME)
        return cls(path, database, known_name(database, who))

    @property
    def index_path(self) -> Path:
        """Folder of the vector index."""
        return self.path / INDEX_NAME

    def settings(self) -> dict[str, str]:
        """All settings of the workspace by name."""
        return settings(self.database)

    def set_setting(self, key: str, value: str | None) -> None:
        """Set one setting; None removes it. Undo takes it back."""
        with self.database.write() as connection:
            remember_reviewer(connection, self.reviewer)
            change_setting(connection, key, value, Act(self.reviewer, "setting.change", new_batch()))

    def close(self) -> None:
        """Close the database."""
        self.database.close()

    def __enter__(self) -> Workspace:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
