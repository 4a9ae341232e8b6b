"""Clauses that count something without naming it: "(670 houses were lost while) |9,723 were damaged"."""

from __future__ import annotations

from workbench.domain.syntax import Tree
from workbench.language.grammar.clause_candidates import ClauseCandidate
from workbench.language.text.tokenizer import word_set

_JOINED = frozenset({"coordinated", "subordinate", "side by side", "remainder"})
_STAND_FOR = word_set("one others those some many most several both another none few half")
_POINT_BACK = word_set("others those")
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def counts_without_noun(candidate: ClauseCandidate, tree: Tree) -> bool:
    """Whether a clause behind another begins with a number or "others" alone, of what the other one names."""
    if candidate.rule not in _JOINED:
        return False
    tokens = tree.tokens
    own = [i for i, token in enumerate(tokens) if candidate.start <= token.start < candidate.end]
    first = next((i for i in own if tokens[i].upos not in {"PUNCT", "CCONJ", "SCONJ"}), None)
    if first is None or first == 0 or tokens[first].deprel not in _SUBJECTS:
        return False
    lower = tokens[first].text.lower()
    picked = any(token.head == first and token.deprel.startswith("acl") for token in tokens)
    if picked or lower in _POINT_BACK:
        return not picked  # "those who slept" are told
    named = any(token.head == first and token.deprel.startswith(("nmod", "appos", "compound")) for token in tokens)
    return (tokens[first].upos == "NUM" or lower in _STAND_FOR) and not named
