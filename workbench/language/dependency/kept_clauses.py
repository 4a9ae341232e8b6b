"""Adverbial clauses that are never cut off: a word narrows them down or stands before them, or a comma parts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.language.dependency.adverbial_clauses import dates_what_is_narrowed
from workbench.language.dependency.cut_doubts import holds_mark, is_narrowed, is_parted
from workbench.language.grammar.lexicon import SAYING, STRONG_SAYING

if TYPE_CHECKING:
    from workbench.language.dependency.tree_clauses import ClauseReader


def is_kept(reader: ClauseReader, index: int) -> bool:
    """Whether an adverbial clause stays with its sentence for what stands before it or within it.

    Words before its conjunction are no part of it: "shut as a precaution after an inspector found a crack".
    """
    if dates_what_is_narrowed(reader, index) or _leaves_saying_bare(reader, index):
        return True
    return is_narrowed(reader, index) or is_parted(reader, index) or holds_mark(reader, index)


def _leaves_saying_bare(reader: ClauseReader, index: int) -> bool:
    """Whether a verb of saying has nothing said without a clause: "Kern reported, |citing Ann, that it fell"."""
    tokens = reader.tokens
    head = tokens[index].head
    if head > index or tokens[head].head >= 0 or SAYING.get(tokens[head].text.lower()) not in STRONG_SAYING:
        return False
    if any(reader.quotes.at(token.start) is not None for token in tokens[:index]):
        return False
    others = (c for c in reader.children[head] if c != index)
    return not any(tokens[c].deprel in {"ccomp", "obj", "iobj", "xcomp", "parataxis", "obl"} for c in others)
