"""Whether "which" behind a name of a place may mean what stands there: "a site by Mill Lane, which was a farm"."""

from __future__ import annotations

from workbench.domain.syntax import Tree
from workbench.language.text.tokenizer import word_set

_AT = word_set(
    """
    at by in on near off along beside behind opposite outside inside beneath under below above around beyond across
    between past to from into through towards toward
    """
)
"""What tells where a thing stands, lies or leads; "of" tells whose it is."""


def may_mean_what_stands_there(tree: Tree, children: list[list[int]], head: int, opener: str) -> bool:
    """Whether a place that a relative clause is given to only says where another noun is."""
    tokens = tree.tokens
    place = tokens[head]
    if opener != "which" or place.entity != "LOC" or place.deprel != "nmod" or place.head < 0:
        return False
    beside = tokens[place.head]
    where = any(tokens[c].deprel == "case" and tokens[c].text.lower() in _AT for c in children[head])
    return where and beside.upos == "NOUN" and not beside.entity
