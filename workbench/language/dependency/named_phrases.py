"""The phrase of a noun with the name set behind it: "his deputy, Ann Sample" tells who, "his deputy" does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.domain.anchors import Span
from workbench.language.grammar.tree_reading import below, noun_phrase

if TYPE_CHECKING:
    from workbench.language.dependency.tree_clauses import ClauseReader

_DETERMINED = frozenset({"det", "nmod:poss"})


def named_phrase(reader: ClauseReader, noun: int) -> Span:
    """A noun's phrase, and the one person's name between commas right behind it, as it stands in the sentence."""
    tokens = reader.tokens
    phrase = noun_phrase(reader.tree, reader.children, noun)
    if tokens[noun].upos != "NOUN" or not any(tokens[c].deprel in _DETERMINED for c in reader.children[noun]):
        return phrase
    beside = [c for c in reader.children[noun] if tokens[c].deprel == "appos" and c > noun]
    if len(beside) != 1 or tokens[beside[0]].entity != "PER":
        return phrase
    name = noun_phrase(reader.tree, reader.children, beside[0])
    words = [tokens[i] for i in below(reader.children, beside[0]) if name.start <= tokens[i].start < name.end]
    if reader.text[phrase.end : name.start].strip() != "," or not all(word.text[:1].isupper() for word in words):
        return phrase
    return Span(phrase.start, name.end)
