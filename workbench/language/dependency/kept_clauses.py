"""Adverbial clauses that are never cut off: a word narrows them down or stands before them, or a comma parts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.language.dependency.cut_doubts import holds_mark, is_narrowed, is_parted

if TYPE_CHECKING:
    from workbench.language.dependency.tree_clauses import ClauseReader


def is_kept(reader: ClauseReader, index: int) -> bool:
    """Whether an adverbial clause stays with its sentence for what stands before it or within it.

    Words before its conjunction are no part of it: "shut as a precaution after an inspector found a crack".
    """
    return is_narrowed(reader, index) or is_parted(reader, index) or holds_mark(reader, index)
