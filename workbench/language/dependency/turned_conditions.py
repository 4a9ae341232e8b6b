"""Conditions without "if": "Had the plan been in place, the shop would have stayed" tells nothing of the shop alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.language.text.tokenizer import word_set

if TYPE_CHECKING:
    from workbench.language.dependency.tree_clauses import ClauseReader

_HELPERS = word_set("had were should")
"""Helping verbs that stand before their subject where "if" is left out."""
_ONLY_THEN = word_set("would could might should ’d 'd")
_NOMINAL = frozenset({"DET", "PRON", "NOUN", "PROPN", "NUM"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "expl"})


def is_turned(reader: ClauseReader, index: int) -> bool:
    """Whether a helping verb stands before the subject of a clause: "had the plan been in place"."""
    tokens = reader.tokens
    subjects = [c for c in reader.children[index] if c < index and tokens[c].deprel in _SUBJECTS]
    helpers = [c for c in reader.children[index] if tokens[c].deprel.startswith("aux") or tokens[c].deprel == "cop"]
    return bool(subjects) and any(h < subjects[-1] and tokens[h].text.lower() in _HELPERS for h in helpers)


def hangs_on_turned(reader: ClauseReader, index: int) -> bool:
    """Whether a clause tells what would be under a condition that a tree sets beside it: "that had it …, it would"."""
    tokens = reader.tokens
    above = tokens[index].head
    if above < 0 or not any(
        tokens[c].deprel == "aux" and tokens[c].text.lower() in _ONLY_THEN for c in reader.children[index]
    ):
        return False
    if is_turned(reader, above) or any(
        c < index and reader.is_predicate(c) and is_turned(reader, c) for c in reader.children[above]
    ):
        return True
    return any(
        tokens[i].text.lower() == "that" and tokens[i + 1].text.lower() in _HELPERS and tokens[i + 2].upos in _NOMINAL
        for i in range(above + 1, index - 2)
    )  # "argued that were the tax cut, …", which a tree may take for a tax cut
