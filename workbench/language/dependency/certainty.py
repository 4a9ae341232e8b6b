"""How certain the parser is of a clause of its own: where it is not, the words stay with their sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.language.grammar.lexicon import SAYING
from workbench.language.grammar.tree_reading import below

if TYPE_CHECKING:
    from workbench.language.dependency.tree_clauses import ClauseReader

_EDGE = 0.4
"""How probable the place of what a clause begins and ends with must be: else those words may belong to another one."""
_PARTED = 0.3
"""How probable the place of a predicate must be whose clause a cut has parted from its sentence."""


def is_certain(reader: ClauseReader, index: int) -> bool:
    """Whether the parser is certain enough of where the clause of a predicate begins and ends to cut it off.

    The bound costs the labelled articles nothing (F1 .881 with it and without). Asked of the predicate (.5) and of its
    subject (.8) as well, as much as 3.5 points were lost.
    """
    tokens = reader.tokens
    words = [i for i in below(reader.children, index) if tokens[i].upos != "PUNCT"]
    return all(tokens[_branch(reader, i, index)].certainty >= _EDGE for i in (words[0], words[-1]))


def stands_alone(reader: ClauseReader, index: int) -> bool:
    """Whether a predicate is surely one, so that its clause says something once a cut has parted it."""
    return reader.tokens[index].certainty >= _PARTED


def _branch(reader: ClauseReader, word: int, index: int) -> int:
    """The dependent of a predicate whose branch a word is in; the predicate itself for itself."""
    at = word
    for _ in reader.tokens:
        if at == index or reader.tokens[at].head in {index, -1}:
            break
        at = reader.tokens[at].head
    return at


def hangs_loose(reader: ClauseReader) -> bool:
    """Whether a noun set beside the sentence is told more of: "…; the oldest, which weighs a ton, he was let touch"."""
    if any(_says_between(reader, i) for i in range(len(reader.tokens))):
        return True
    return any(
        token.deprel in {"parataxis", "dislocated"} and token.upos in {"NOUN", "ADJ", "PROPN", "PRON"}
        and not reader.has(i, "cop", "nsubj", "nsubj:pass", "aux") and reader.has(i, "acl:relcl")
        for i, token in enumerate(reader.tokens)
    )  # fmt: skip


def _says_between(reader: ClauseReader, index: int) -> bool:
    """Whether a saying stands inside a clause that tells of a noun before it: "a man they said had lied"."""
    tokens = reader.tokens
    if tokens[index].text.lower() not in SAYING or tokens[index].deprel not in {"parataxis", "acl:relcl", "acl"}:
        return False
    subject = any(tokens[c].deprel == "nsubj" and c < index for c in reader.children[index])
    said = (c for c in reader.children[index] if tokens[c].deprel == "ccomp" and c > index)
    return subject and any(
        reader.has(c, "aux", "cop", "aux:pass") and not reader.has(c, "nsubj", "nsubj:pass", "expl", "csubj")
        for c in said
    )


def has_verb(reader: ClauseReader, index: int) -> bool:
    """Whether a predicate is a verb or has one beside it: not "one of them a doctor"."""
    return reader.tokens[index].upos in {"VERB", "AUX"} or reader.has(index, "cop", "aux", "aux:pass")


def joins(reader: ClauseReader, index: int, first: int) -> bool:
    """Whether an "and" or "but" joins a verb to the one before, its own or that of a later one in the same list."""
    later = [c for c in reader.children[first] if c >= index and reader.tokens[c].deprel == "conj"]
    return any(reader.has(c, "cc") for c in later)


def only_been(reader: ClauseReader, index: int) -> bool:
    """Whether of a verb's helpers the finite one stands elsewhere: "in none of them had | the bone been moved"."""
    helpers = [reader.tokens[c].text.lower() for c in reader.children[index] if reader.tokens[c].deprel[:3] == "aux"]
    return bool(helpers) and set(helpers) <= {"been", "being"}
