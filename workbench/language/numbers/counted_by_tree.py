"""What an English number counts, as its sentence was parsed: the noun it hangs on, nothing where that is not sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.domain.quantities import Quantity, QuantityKind
from workbench.domain.syntax import Token, Tree
from workbench.language.numbers.numbers import CARDINALS
from workbench.language.numbers.quantity_extraction import COUNTED_IN_ED, singular
from workbench.language.text.tokenizer import word_set

_NOUNS = frozenset({"NOUN", "PROPN"})
_WITHIN = _NOUNS | {"ADJ", "NUM", "VERB", "ADV"}
"""What may stand between a number and its noun: "14 newly built council homes"."""
_NOTHING_COUNTED = frozenset({"VERB", "AUX", "ADV", "ADP", "SCONJ", "CCONJ", "PRON", "DET", "PART", "INTJ", "PUNCT"})
_SEVERAL = 2
_PLURALS = word_set(
    """
    police sheep deer cattle poultry offspring feet teeth geese mice lice oxen dice media data criteria phenomena
    species series personnel crew dead injured wounded missing homeless unemployed elderly young poor rich disabled
    salmon trout cod squid shrimp bison swine grouse head fte hertz dozen hundred thousand million billion youth clergy
    """
)
"""Plurals without an -s, and what is counted in the singular."""
_FAR = 6
"""Words between a number and its noun at most."""


def counted_by_tree(found: Sequence[Quantity], tree: Tree | None) -> tuple[Quantity, ...]:
    """The amounts of a sentence with what their counts are of.

    The noun that a number hangs on, with nothing but its own describing words between them, is what it counts. What the
    words behind it alone took for a noun and the parser for a verb or a small word is nothing counted: the number stays
    plain. A number in words right behind its noun only names one of several and is no amount ("probe two", "storm two
    hits Holm").
    """
    if tree is None or not tree.tokens:
        return tuple(found)
    return tuple(told for one in found if (told := _told(one, tree)) is not None)


def _told(one: Quantity, tree: Tree) -> Quantity | None:
    if one.kind not in {QuantityKind.COUNT, QuantityKind.MONEY}:
        return one
    own = [i for i, token in enumerate(tree.tokens) if one.start <= token.start < one.end and token.upos == "NUM"]
    if not own:
        return one
    top = own[-1]
    for _ in own:  # "1.3 million": what the number hangs on behind its scale
        head = tree.tokens[top].head
        top = head if head >= 0 and one.start <= tree.tokens[head].start < one.end else top
    last = max(i for i, token in enumerate(tree.tokens) if token.start < one.end)
    if _only_names(tree, top, last):
        return None
    if one.kind is not QuantityKind.COUNT:
        return one
    noun = _noun_of(tree, top, last)
    if noun is not None:
        lower = noun.text.lower()
        several = one.low is not None and one.low >= _SEVERAL
        if several and singular(lower) == lower and not _is_plural(lower):
            return replace(one, unit=None)  # "391 opposed closure"
        return replace(one, unit=singular(lower))
    behind = next((t for t in tree.tokens[last + 1 : last + 1 + _FAR] if _is_unit(t, one.unit)), None)
    if behind is not None and behind.upos in _NOTHING_COUNTED and behind.text.lower() not in COUNTED_IN_ED:
        return replace(one, unit=None)
    return one


def _is_plural(lower: str) -> bool:
    """Whether a noun that does not end in -s may be counted."""
    return lower in _PLURALS or lower.endswith(("men", "people", "folk", "craft", "fish", "ia", "ae", "staff"))


def _is_unit(token: Token, unit: str | None) -> bool:
    return unit is not None and singular(token.text.lower()) == unit


def _noun_of(tree: Tree, number: int, last: int) -> Token | None:
    """The noun that a number hangs on, where only words that describe it stand between the two."""
    token = tree.tokens[number]
    head = token.head
    if token.deprel != "nummod" or not last < head <= last + _FAR or tree.tokens[head].upos not in _NOUNS:
        return None
    between = tree.tokens[last + 1 : head]
    if any(one.upos not in _WITHIN and one.text not in {"-", "’s", "'s"} for one in between):
        return None
    return tree.tokens[head] if tree.tokens[head].text.isalpha() else None


def _only_names(tree: Tree, number: int, last: int) -> bool:
    """Whether a number in words stands right behind the one noun it hangs on, or between a noun and another number.

    "Probe two", "option three", "in group two 5 people".
    """
    token, noun = tree.tokens[number], tree.tokens[number - 1]
    behind = tree.tokens[last + 1] if last + 1 < len(tree.tokens) else None
    return (
        number > 0
        and (token.head == number - 1 or (behind is not None and behind.text.isdigit()))
        and noun.upos in _NOUNS
        and token.text.lower() in CARDINALS["en"]
        and singular(noun.text.lower()) == noun.text.lower()
    )
