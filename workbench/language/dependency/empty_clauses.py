"""Clauses of which hardly anything is left once the others are cut off."""

from __future__ import annotations

from workbench.language.dependency.tree_clauses import ClauseReader, TreeClause
from workbench.language.text.tokenizer import word_set

_FEW = 3
"""A clause of so few words that opens with a pronoun says nothing by itself."""
_FEW_NAMES = 5
_OF_ALL = word_set("nobody none everybody everyone nothing")
"""Subjects of which a few words say enough: "Nobody rang us"."""
_STANDS_FOR = word_set("did do does")
"""A verb that stands for one told before it: "…, but her deputy did"."""
_ALIKE = word_set("too not n't n’t either also so likewise")


def stands_for_another(reader: ClauseReader, clause: TreeClause) -> bool:
    """Whether the verb of a cut-off clause stands for one that was told before it: "…, but her deputy did"."""
    words = [reader.tokens[i].text.lower() for i in clause.words if reader.tokens[i].upos != "PUNCT"]
    if clause.rule == "main" or len(words) > _FEW_NAMES:
        return False
    while words and words[-1] in _ALIKE:
        words.pop()
    return bool(words) and words[-1] in _STANDS_FOR and words[-1] == reader.tokens[clause.head].text.lower()


def is_empty(reader: ClauseReader, clause: TreeClause) -> bool:
    """Whether a clause says nothing by itself: "It comes"."""
    words = [reader.tokens[i] for i in clause.words if reader.tokens[i].upos != "PUNCT"]
    return (
        0 < len(words) <= _FEW
        and words[0].upos == "PRON"
        and not (words[0].text.lower() in _OF_ALL and reader.tokens[clause.head].upos == "VERB")
        and not any(word.upos in {"NUM", "PROPN"} for word in words)
    )
