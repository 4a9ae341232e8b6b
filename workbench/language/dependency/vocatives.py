"""Who is spoken to at the head of a sentence is nobody who does what it tells: "Mr. Sample, the pilot testified"."""

from __future__ import annotations

from dataclasses import replace

from workbench.domain.syntax import Token, Tree
from workbench.language.grammar.tree_reading import below, children_of
from workbench.language.grammar.verbs import is_bare

_NAMES = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_PREDICATES = frozenset({"VERB", "AUX"})
_LONGEST = 6
"""Words before the comma by which somebody is called upon."""


def without_vocative(tree: Tree) -> Tree:
    """The tree in which a name that is only called upon is no subject, and what stands behind it is.

    One comma sets nothing apart in the middle of a sentence: an apposition or an aside is closed by a second one. So
    "Governor, the report says" is told of the report, and "Ladies and gentlemen, thank you" of nobody.
    """
    tokens = list(tree.tokens)
    comma = next((i for i, token in enumerate(tokens[: _LONGEST + 1]) if token.text == ","), None)
    if comma is None or comma == 0 or comma + 1 >= len(tokens) or not _calls(tokens[:comma]):
        return tree
    children = children_of(tree)
    tops = [i for i in range(comma) if not 0 <= tokens[i].head < comma]
    if len(tops) != 1 or tokens[tops[0]].deprel not in _SUBJECTS:
        return tree
    called = tops[0]
    verb = tokens[called].head
    if verb <= comma or any(token.text in {",", "(", "–", "—"} for token in tokens[comma + 1 : verb]):
        return tree
    beside = [i for i in range(comma + 1, verb) if tokens[i].head == verb and tokens[i].deprel in _SUBJECTS]
    appositions = [c for c in children[called] if comma < c < verb and tokens[c].deprel == "appos"]
    for other in (*beside, *appositions):
        if below(children, other)[0] == comma + 1 and tokens[other].upos in {*_NAMES, "PRON"}:
            tokens[other] = replace(tokens[other], head=verb, deprel=tokens[called].deprel)
            tokens[called] = replace(tokens[called], deprel="vocative")
            return replace(tree, tokens=tuple(tokens))
    if verb == comma + 1 and tokens[verb].upos == "VERB" and is_bare(tokens[verb].text):
        tokens[called] = replace(tokens[called], deprel="vocative")
        return replace(tree, tokens=tuple(tokens))
    return tree


def _calls(words: list[Token]) -> bool:
    """Whether words can call upon somebody: names or nouns without an article, a figure or a verb among them."""
    first = words[0]
    if first.upos == "DET" or first.upos not in {*_NAMES, "ADJ", "PRON"}:
        return False
    return not any(word.upos in _PREDICATES or word.upos in {"NUM", "ADP"} for word in words)
