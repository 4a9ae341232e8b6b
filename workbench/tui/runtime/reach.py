"""Which files of the machine a session may touch.

Whoever works at a machine reads and writes their own files. Whoever comes through a proxy with a browser sits
elsewhere: of the machine that serves them they read one folder at most, and what they export goes to their browser.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from workbench.services.workspace import DESK_FILES


@dataclass(frozen=True, slots=True)
class FilesInReach:
    """Whether the person sits elsewhere, and which folder they may read then."""

    elsewhere: bool = False
    folder: Path | None = None

    @classmethod
    def of_environment(cls) -> FilesInReach:
        """As the program that started this one says."""
        named = os.environ.get(DESK_FILES)
        return cls() if named is None else cls(elsewhere=True, folder=Path(named).resolve() if named else None)

    def file(self, typed: str) -> Path:
        """The file or folder that somebody typed.

        Raises:
            ValueError: It is not there, or not theirs to read.
        """
        if not self.elsewhere:
            path = Path(typed).expanduser()
            if not path.exists():
                raise ValueError(f"{typed}: there is no such file or folder.")
            return path
        if self.folder is None:
            raise ValueError("Files of the server are not read from here: give an address, or paste the text.")
        try:
            path = (self.folder / typed).resolve()  # links too: what counts is where it lies
            there = path.is_relative_to(self.folder) and path.exists()
        except (OSError, ValueError):  # too long, or no path
            there = False
        if not there:
            raise ValueError(f"{typed}: there is no such file in the folder that is served ({self.folder.name}).")
        return path

    def host(self, entries: tuple[str, ...]) -> None:
        """Hosts of the machine's own network are not for people elsewhere to open.

        Raises:
            ValueError: Some are named.
        """
        if self.elsewhere and entries:
            raise ValueError("Hosts of the server's network are named by whoever runs it (setting allow_hosts).")
