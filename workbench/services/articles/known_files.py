"""Which files of a folder were read before: a second run reads only what is new or changed."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from workbench.domain.documents import Skipped
from workbench.ingest.fingerprint import Fingerprint, fingerprint
from workbench.ingest.options import ReadOptions
from workbench.services.workspace import Workspace
from workbench.store.known_files import known_file, remember_file


class FileMemory:
    """Answers the reader's question whether a file is known, and notes what was read once it is stored."""

    def __init__(self, workspace: Workspace, purpose: str, options: ReadOptions, *, again: bool = False) -> None:
        self._workspace = workspace
        self._purpose = purpose
        self._seen: dict[str, Fingerprint] = {}
        self.unchanged = 0
        overrides = (options.publisher, options.author, options.published, options.language, options.columns)
        # Facts given by the user may be new although the file is not: then everything is read again.
        self.options = options if again or any(overrides) else replace(options, known=self._known)

    def remember(self, skipped: Sequence[Skipped]) -> None:
        """Note the files read so far, except those that could not be: they are tried (and told) again.

        What was changed or taken away while it was read is read again too.
        """
        failed = {item.origin for item in skipped if not item.partial}
        marks: list[tuple[str, Fingerprint]] = []
        for path, mark in self._seen.items():
            with suppress(OSError):
                if path not in failed and mark.sha256 and fingerprint(mark.path) == mark:
                    marks.append((path, mark))
        self._seen.clear()
        if not marks:
            return
        with self._workspace.database.write() as connection:
            for path, mark in marks:
                remember_file(connection, path, self._purpose, mark.size, mark.mtime_ns, mark.sha256)

    def _known(self, path: str, mark: Fingerprint) -> bool:
        stored = known_file(self._workspace.database, path, self._purpose)
        if stored is not None and stored[0] == mark.size and (stored[1] == mark.mtime_ns or stored[2] == mark.sha256):
            self.unchanged += 1
            return True
        self._seen[path] = mark
        return False
