"""Whether a short name may be written in full: only where it plainly is the person, by words around it and the tree.

A surname is also a firm's ("Marlow & Co."), a street's, a town's, a relative's with another title ("Sir Marlow"), and
part of what is called after somebody ("the Marlow report"): there the words stay.
"""

from __future__ import annotations

import re

from workbench.domain.syntax import Token, Tree
from workbench.language.text.tokenizer import word_set

_COURTESY = re.compile(r"(?:Mr|Mrs|Ms|Miss)\.?\s+$")
_WORD_BEFORE = re.compile(r"([^\W_][\w.’'-]{0,40}|[&@#–—-])[ \t]*$")
_BELONGS_TO_A_NAME = word_set("the a an this these those every each another no any some sir dame lord lady saint st")
_OF_A_FIRM_OR_PLACE = re.compile(
    r"\s{0,3}(?:[&@/–—-]|(?i:and)\s+(?:(?i:the)\s+)?(?i:sons?|daughters?|brothers?|sisters?|partners?|associates?|co|"
    r"company|famil(?:y|ies))\b|,?\s+[A-Z])"
)
_ITSELF = frozenset({"nsubj", "obj", "iobj", "obl", "conj", "root", "ccomp", "parataxis", "nmod:poss", "nsubj:pass"})
_DESCRIBES = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM"})


def courtesy_before(text: str, start: int, earliest: int) -> int:
    """How many characters "Mr " and the like take before an offset, not before another; 0 without one."""
    found = _COURTESY.search(text, max(earliest, start - 6), start)
    return len(found.group()) if found else 0


def is_the_person(text: str, start: int, end: int, tree: Tree | None) -> bool:
    """Whether a short name stands for its person.

    Args:
        text: The article.
        start: First code point of the name.
        end: The code point after it.
        tree: The parsed sentence that holds it, None without a parser.
    """
    opening = tree.start if tree is not None else 0
    begin = start - courtesy_before(text, start, opening)
    before = _WORD_BEFORE.search(text, max(opening, begin - 42), begin)
    if before and (before.group(1).lower() in _BELONGS_TO_A_NAME or not before.group(1)[-1].isalpha()):
        return False
    if _OF_A_FIRM_OR_PLACE.match(text, end):
        return False
    if tree is None:
        return before is None or before.group(1).islower()
    return _stands_alone(tree, begin, end)


def _stands_alone(tree: Tree, begin: int, end: int) -> bool:
    """Whether a name is a phrase of its own: it has no noun or title for a neighbour and describes none."""
    tokens = tree.tokens
    inside = [i for i, token in enumerate(tokens) if token.start < end and token.end > begin]
    if not inside:
        return False
    head = next((i for i in inside if tokens[i].head not in inside), inside[0])
    ahead = next((token for token in reversed(tokens) if token.end <= begin), None)
    return _plays_a_part(tokens[head]) and not (ahead is not None and ahead.upos in _DESCRIBES and _touch(ahead, begin))


def _plays_a_part(token: Token) -> bool:
    return token.deprel in _ITSELF or token.deprel.startswith(("obl", "nsubj"))


def _touch(ahead: Token, begin: int) -> bool:
    return begin - ahead.end <= 1
