"""Which ids and addresses the entries of one file have used: the second of a name is left out, and told."""

from __future__ import annotations

from dataclasses import replace

from workbench.domain.documents import Document, Skipped
from workbench.ingest.text import one_line


class UsedIdentifiers:
    """The ids and addresses of one file and where each was first used."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._places: dict[str, int] = {}

    def take(self, document: Document, place: int, where: str) -> Document | Skipped:
        """The document with an id to know it by, or why it is left out.

        A row without an id goes by its address if it is the first with it, and by its content otherwise.
        """
        identifier = document.id
        if identifier is None and (document.url is None or self._used(document.url, place) is not None):
            identifier = f"row-{document.sha256[:24]}"
            if (first := self._used(identifier, place)) is not None:
                return Skipped(where, f"the same row stands on {self._what} {first} already")
            return replace(document, id=identifier)
        if identifier is not None and (first := self._used(identifier, place)) is not None:
            known = f"the id “{one_line(identifier, 80)}” was used on {self._what} {first} already"
            return Skipped(where, f"{known}; the later one was left out")
        return document

    def _used(self, name: str, place: int) -> int | None:
        """Where a name was used before this place, None if nowhere."""
        first = self._places.setdefault(name, place)
        return None if first == place else first
