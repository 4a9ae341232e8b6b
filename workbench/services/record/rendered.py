"""A finished report: its bytes, and what is told of it when it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path


def counted(number: int, noun: str) -> str:
    """A number of things in words: "1 claim", "1,200 claims"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: where, how many bytes, how many claims it tells of, and what the user should know about it."""

    path: Path
    size: int
    claims: int
    notes: tuple[str, ...] = ()
    unrated: int = 0
    """Claims that are not rated and left out of a report for readers; the full log tells them."""
    holds: str = ""
    """What the file holds, in words, where that is not so many claims."""

    @property
    def counted(self) -> str:
        """What the file holds, in words."""
        return self.holds or counted(self.claims, "claim")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished report: its bytes, how many claims it tells of, and what the user should know about it.

    The bytes come in parts, made when they are asked for: a large report is never held as a whole.
    """

    parts: Callable[[], Iterable[bytes]]
    claims: int
    notes: tuple[str, ...] = ()
    unrated: int = 0
    """Claims that are not rated and left out of a report for readers; the full log tells them."""
    holds: str = ""
    """What the file holds, in words, where that is not so many claims."""

    @property
    def counted(self) -> str:
        """What the file holds, in words."""
        return self.holds or counted(self.claims, "claim")

    @classmethod
    def whole(cls, content: bytes, claims: int, notes: tuple[str, ...] = (), holds: str = "") -> Rendered:
        """One that was made in one piece."""
        return cls(lambda: (content,), claims, notes, holds=holds)

    @classmethod
    def shown(
        cls, parts: Callable[[], Iterable[bytes]], template: Path | None, claims: int, notes: tuple[str, ...] = ()
    ) -> Rendered:
        """One made with a template: with one's own it is made at once, for that may be wrong."""
        return cls(parts, claims, notes) if template is None else cls.whole(b"".join(parts()), claims, notes)

    @property
    def content(self) -> bytes:
        """All of its bytes."""
        return b"".join(self.parts())
