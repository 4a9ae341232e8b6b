"""What governs a clause so that a part of it says nothing by itself: a denial, a doubt, a rumour, a modal it shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from workbench.domain.syntax import Token
from workbench.language.grammar.lexicon import SAYING
from workbench.language.text.tokenizer import word_set

if TYPE_CHECKING:
    from workbench.language.dependency.tree_clauses import ClauseReader

CONDITIONS = word_set("if unless whether lest provided")
CAUSES = word_set("because since as")
"""What they open is never cut off: that one thing brought the other about, or may have, is the claim."""
_MODALS = word_set("could would may might must should will shall can 'll ’ll 'd ’d")
_NEGATIONS = word_set("not n't n’t never no nobody none neither nor hardly")
_DOUBTS = word_set(
    """
    doubt doubts doubted deny denies denied denying dispute disputes disputed reject rejects rejected refute refutes
    refuted dismiss dismisses dismissed unlikely false untrue wrong impossible doubtful
    """
)
_SET_OFF = frozenset({",", "-", "–", "—", "("})
_KNOWN = word_set("the this that its his her their our my")
_RUMOURS = word_set("claims rumours rumors reports allegations suggestions")
_COMPLEMENTS = ("ccomp", "csubj", "csubj:pass", "csubj:outer", "xcomp", "conj", "parataxis")


def says_nothing_alone(
    tokens: Sequence[Token], children: Mapping[int, Sequence[int]] | Sequence[Sequence[int]], first: int, second: int
) -> bool:
    """Whether the second of two joined clauses, cut out, would state what the sentence does not.

    It would where the first is the content of a noun ("rumours that the bank had failed and …"), stands under a denial
    or a doubt ("it is not true that …", "police doubt that …"), or has the modal or the "not" that both share ("could
    lose its licence and face a fine").

    Args:
        tokens: The sentence.
        children: Places of each token's dependents.
        first: Place of the predicate that comes first.
        second: Place of the one that is joined to it.
    """
    own_helper = any(tokens[c].deprel.startswith(("aux", "cop")) for c in children[second])
    own_subject = any(tokens[c].deprel.startswith(("nsubj", "expl", "csubj")) for c in children[second])
    shared = any(
        tokens[c].text.lower() in _MODALS | _NEGATIONS and tokens[c].deprel in ("aux", "advmod")
        for c in children[first]
    )
    if shared and not own_subject and not own_helper:
        return True
    at = first
    while tokens[at].head >= 0:
        relation, governor = tokens[at].deprel, tokens[at].head
        if relation == "acl":
            return True
        if relation not in _COMPLEMENTS:
            return False
        if relation not in ("conj", "parataxis") and _doubtful(tokens, children, governor):
            return True
        at = governor
    return False


def _doubtful(
    tokens: Sequence[Token], children: Mapping[int, Sequence[int]] | Sequence[Sequence[int]], governor: int
) -> bool:
    word = tokens[governor].text.lower()
    if word in _DOUBTS or (governor == 0 and word in _RUMOURS):  # "Claims that …" is read as a verb at times
        return True
    return any(tokens[c].text.lower() in _NEGATIONS for c in children[governor])


def depends(reader: ClauseReader, first: int, index: int) -> bool:
    """Whether a joined clause holds under a condition, or as a part of a cause, that stands with the one before it.

    "Jobs were lost because factories closed and farms hired fewer people".
    """
    marks = set(reader.marks(first))
    return bool(marks & CONDITIONS or CAUSES & {*marks, *reader.marks(index)})


def only_says(reader: ClauseReader, index: int) -> bool:
    """Whether a clause tells how somebody said what stands elsewhere: "…, an officer claimed, without evidence"."""
    said = reader.tokens[index].text.lower() in SAYING and not reader.has(index, "ccomp", "obj", "xcomp", "iobj")
    return said and reader.has(index, "advcl", "obl")


def chooses(reader: ClauseReader, index: int) -> bool:
    """Whether a joined clause is one of two, or repeats a denial: "either it broke |or it fell", "|neither did Ann".

    Or shares its verb of saying with the one before: "said on Monday that it leaked and on Tuesday |that it did not".
    """
    first = reader.tokens[index].head
    between = [c for c in reader.children[first] if first < c < index and reader.tokens[c].deprel == "conj"]
    if "that" in reader.marks(index):
        that = next(c for c in reader.children[index] if reader.tokens[c].text.lower() == "that")
        ahead = [c for c in reader.children[index] if c < that and reader.tokens[c].deprel not in {"cc", "punct"}]
        if ahead or any(reader.has(c, "case") for c in between):
            return True
    own = [reader.tokens[c] for c in reader.children[index]]
    return any(
        word.text.lower() in {"or", "nor"} or (word.text.lower() == "neither" and word.deprel[:5] != "nsubj")
        for word in own
    )


def says_which(reader: ClauseReader, noun: int, pronoun: int) -> bool:
    """Whether a clause without a comma says which one is meant: "a company which employs 50 people must pay".

    A name says by itself which one it is: "sank the Ardent which carried 40 cars".
    """
    if pronoun == 0 or reader.tokens[pronoun - 1].text in _SET_OFF:
        return False
    known = any(reader.tokens[c].text.lower() in _KNOWN for c in reader.children[noun])
    return not (known and reader.tokens[noun].upos == "PROPN")
