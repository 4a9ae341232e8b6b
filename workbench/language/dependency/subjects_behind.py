"""Subjects that a parser gives to a participle they stand behind: "Recalling how the mayor refused, Sample said …"."""

from __future__ import annotations

from dataclasses import replace

from workbench.domain.syntax import Tree

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def with_subjects_behind(tree: Tree) -> Tree:
    """The tree in which nobody named behind a verb in -ing does it: whoever stands there is subject of what follows.

    "Recalling how |the mayor| refused him": the mayor refused, and recalls nothing.
    """
    tokens = list(tree.tokens)
    for verb, token in enumerate(tree.tokens):
        if token.upos != "VERB" or not token.text.lower().endswith("ing"):
            continue
        own = [i for i, each in enumerate(tokens) if each.head == verb]
        if any(tokens[i].deprel.startswith(("aux", "cop")) for i in own):
            continue
        subject = next((i for i in own if i > verb and tokens[i].deprel in _SUBJECTS), None)
        if subject is None:
            continue
        told = next((i for i in own if i > subject and tokens[i].deprel == "ccomp"), None)
        if told is not None and not any(t.head == told and t.deprel in _SUBJECTS for t in tokens):
            tokens[subject] = replace(tokens[subject], head=told)
    return replace(tree, tokens=tuple(tokens))
