"""What a parser often gets wrong, put right before anything is read off its trees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.domain.syntax import Tree
from workbench.language.grammar.lexicon import SAYING

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def repaired_trees(trees: Sequence[Tree]) -> list[Tree]:
    """The trees with the subject of every verb of saying that stands behind what was said."""
    return [_with_speaker(tree) for tree in trees]


def _with_speaker(tree: Tree) -> Tree:
    """The tree with who said it hung on the saying: in "We paid," the minister said. no minister paid."""
    tokens = tree.tokens
    for verb, token in enumerate(tokens):
        if token.text.lower() not in SAYING or token.upos != "VERB":
            continue
        own = [i for i, each in enumerate(tokens) if each.head == verb]
        if any(tokens[i].deprel in _SUBJECTS for i in own):
            continue
        for said in own:
            if tokens[said].deprel != "ccomp" or said > verb:
                continue
            late = [i for i in range(said + 1, verb) if tokens[i].head == said and tokens[i].deprel in _SUBJECTS]
            if late and any(tokens[i].text in {",", '"', "”"} for i in range(said + 1, late[-1])):
                moved = replace(tokens[late[-1]], head=verb, deprel="nsubj")
                return replace(tree, tokens=(*tokens[: late[-1]], moved, *tokens[late[-1] + 1 :]))
    return tree
