"""Relations of a tree that cannot be as a parser gives them, and what stands there instead."""

from __future__ import annotations

from dataclasses import replace

from workbench.domain.syntax import Tree
from workbench.language.dependency.subjects_behind import with_subjects_behind
from workbench.language.grammar.lexicon import SAYING
from workbench.language.grammar.tree_reading import below, children_of
from workbench.language.grammar.verbs import is_past
from workbench.language.text.tokenizer import word_set

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "expl", "csubj"})
_OPENS_CLAUSE = word_set("after before since until")
_HELPS = word_set("was were had has is are")


def with_fit_relations(tree: Tree) -> Tree:
    """The tree in which participles, clauses of time and what is said have what belongs to them."""
    return _with_subject_before_aside(_with_said_before(with_subjects_behind(tree)))


def _with_said_before(tree: Tree) -> Tree:
    """The tree in which nothing is joined to a verb of saying behind it: it is what was said.

    "The purchase and its hub would cost 30 million, |he said|".
    """
    tokens = list(tree.tokens)
    for index, token in enumerate(tree.tokens):
        if token.deprel == "conj" and token.head > index and tokens[token.head].text.lower() in SAYING:
            tokens[index] = replace(token, deprel="ccomp")
    return replace(tree, tokens=tuple(tokens))


def _with_subject_before_aside(tree: Tree) -> Tree:
    """The tree in which a name behind "after" is subject of the verb that stands behind what is set beside it.

    "After Mount Alto, a volcano in the east, |erupted|": else the verb had nobody to do it.
    """
    tokens, children = list(tree.tokens), children_of(tree)
    for noun, token in enumerate(tree.tokens):
        case = next((c for c in children[noun] if tokens[c].deprel == "case" and c < noun), None)
        beside = next((c for c in children[noun] if tokens[c].deprel == "appos" and c > noun), None)
        if case is None or beside is None or tokens[case].text.lower() not in _OPENS_CLAUSE or token.head < 0:
            continue
        closing = max(i for i in below(children, beside) if tokens[i].text != ",") + 1
        if closing + 1 >= len(tokens) or tokens[closing].text != ",":
            continue
        verb = closing + 1
        if tokens[verb].upos == "AUX" and tokens[verb].text.lower() in _HELPS and tokens[verb].head > verb:
            verb = tokens[verb].head
        elif tokens[verb].upos != "VERB" or not is_past(tokens[verb].text.lower()):
            continue
        own = {tokens[i].deprel for i in children[verb]}
        if own & {*_SUBJECTS, "cc"} or tokens[verb].deprel in {"root", "conj"} or verb == token.head:
            continue
        tokens[case] = replace(tokens[case], deprel="mark", upos="SCONJ", head=verb)
        tokens[verb] = replace(tokens[verb], deprel="advcl", head=token.head)
        tokens[noun] = replace(token, deprel="nsubj", head=verb)
        return replace(tree, tokens=tuple(tokens))
    return tree
