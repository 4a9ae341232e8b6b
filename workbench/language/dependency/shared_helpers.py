"""Whether a verb behind "and" has its helper, or how sure what it tells is, in the clause before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.language.text.tokenizer import word_set

if TYPE_CHECKING:
    from workbench.language.dependency.tree_clauses import ClauseReader

NEVER_FINITE = word_set(
    "seen done gone known given taken shown driven chosen written stolen broken forgotten hidden thrown sworn torn worn"
)
"""Participles that are no past tense."""
_BOTH = word_set(
    "left put held kept made sent paid sold hit cut lost told found built led set shut shot hurt split read"
)
"""Forms that are a past tense and a participle."""


def shares_helper(reader: ClauseReader, index: int, first: int) -> bool:
    """Whether a joined verb has its helping verb, or how sure it is, in the clause before.

    "Ten were killed and 26 injured"; "allegedly sold the boat and hid the money".
    """
    tokens = reader.tokens
    if not reader.has(index, "nsubj", "nsubj:pass", "expl", "csubj") and _is_hedged(reader, first):
        return True
    if not reader.has(first, "aux:pass") or reader.has(index, "aux", "aux:pass", "cop"):
        return False
    if tokens[index].text.lower() in NEVER_FINITE:
        return True  # "has been fined and given 60 days"
    if reader.has(index, "obj", "ccomp", "xcomp") or _only_of_the_first(reader, index, first):
        return False
    lower = tokens[index].text.lower()
    participle = lower.endswith(("ed", "en", "wn", "ght")) or lower in _BOTH
    return tokens[index].upos in {"VERB", "ADJ"} and participle


def _is_hedged(reader: ClauseReader, index: int) -> bool:
    """Whether a word before a verb says that what it tells is not known for certain: "allegedly sold"."""
    tokens = reader.tokens
    before = (tokens[c].text.lower() for c in reader.children[index] if c < index and tokens[c].upos == "ADV")
    return any(word in _HEDGES for word in before)


_HEDGES = word_set(
    "allegedly reportedly apparently supposedly purportedly seemingly ostensibly presumably probably possibly perhaps "
    "maybe likely"
)


def _only_of_the_first(reader: ClauseReader, index: int, first: int) -> bool:
    """Whether the helper is surely the first verb's alone: "was born in Holm, and served on the court"."""
    born = reader.tokens[first].text.lower() == "born"
    return born and reader.tokens[index].text.lower() not in _BOTH_OF_BIRTH


_BOTH_OF_BIRTH = word_set("raised brought bred educated baptised baptized christened reared named schooled buried")
