"""What a parser often gets wrong, put right before anything is read off its trees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.domain.syntax import Tree
from workbench.language.grammar.lexicon import SAYING

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def repaired_trees(trees: Sequence[Tree]) -> list[Tree]:
    """The trees with every verb of saying, and every verb behind "and" or "but", given its own subject."""
    return [_with_second_subject(_with_speaker(tree)) for tree in trees]


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


def _with_second_subject(tree: Tree) -> Tree:
    """The tree with the second subject of a verb hung on the verb joined to it: "A put B ahead, but C equalised"."""
    tokens = tree.tokens
    for verb, token in enumerate(tokens):
        if token.deprel != "conj" or token.upos != "VERB" or token.head < 0 or token.head > verb:
            continue
        if any(each.head == verb and each.deprel in _SUBJECTS for each in tokens):
            continue
        first = token.head
        subjects = [i for i, each in enumerate(tokens) if each.head == first and each.deprel in _SUBJECTS]
        late = [i for i in subjects if first < i < verb]
        if len(late) == 1 and subjects[0] < first and any(t.upos == "CCONJ" for t in tokens[first + 1 : late[0]]):
            moved = replace(tokens[late[0]], head=verb)
            return replace(tree, tokens=(*tokens[: late[0]], moved, *tokens[late[0] + 1 :]))
    return tree
