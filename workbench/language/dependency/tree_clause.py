"""What is read off a tree as one clause."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.anchors import Span


@dataclass(frozen=True, slots=True)
class TreeClause:
    """One clause: the word it hangs on, the words that are its own, its span, and what its wording lacks.

    `gap` is where the words of `subject` belong when they are its object, `rewords` what its wording says otherwise.
    `rule` names the rule that cut it off; `parent` is the head of the clause it was cut from, -1 for the main one.
    """

    head: int
    parent: int
    rule: str
    words: tuple[int, ...]
    start: int
    end: int
    subject: Span | None = None
    gap: int | None = None
    rewords: tuple[tuple[int, int, str], ...] = ()
