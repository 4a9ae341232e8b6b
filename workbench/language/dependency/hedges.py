"""Words that tell how sure a thing is: "allegedly", "reportedly"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.language.text.tokenizer import word_set

if TYPE_CHECKING:
    from workbench.language.dependency.tree_clauses import ClauseReader

_HEDGES = word_set(
    "allegedly reportedly apparently supposedly purportedly seemingly ostensibly presumably probably possibly perhaps "
    "maybe likely"
)


def is_hedged(reader: ClauseReader, index: int) -> bool:
    """Whether a word before a verb says that what it tells is not known for certain: "allegedly sold"."""
    tokens = reader.tokens
    before = (tokens[c].text.lower() for c in reader.children[index] if c < index and tokens[c].upos == "ADV")
    return any(word in _HEDGES for word in before)
