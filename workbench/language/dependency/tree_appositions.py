"""Appositions that state something that can be checked: "the mine, the largest in Europe, …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.language.dependency.tree_clause import TreeClause
from workbench.language.grammar.clause_candidates import trimmed
from workbench.language.grammar.tree_reading import below, noun_phrase
from workbench.language.references.person_nouns import is_person_noun
from workbench.language.text.tokenizer import word_set

if TYPE_CHECKING:
    from workbench.language.dependency.tree_clauses import ClauseReader

_RANKS = word_set("first only oldest youngest most least")
_SINCE = re.compile(r"\b(?:since|for)\s+(?:(?:[A-Z][a-z]+\s+)?\d{4}|(?:\w+\s+)?(?:years|decades|months))\b")
_MIN_WORDS = 3


def appositions(reader: ClauseReader) -> list[TreeClause]:
    """The appositions between commas that rank, or say since when; they stay part of the clause they stand in."""
    found = []
    for index, token in enumerate(reader.tokens):
        if token.deprel == "appos" and 0 <= token.head < index:
            clause = _apposition(reader, index)
            if clause is not None:
                found.append(clause)
    return found


def _apposition(reader: ClauseReader, index: int) -> TreeClause | None:
    tokens = reader.tokens
    words = [i for i in below(reader.children, index) if tokens[i].upos != "PUNCT"]
    if not words:
        return None
    low, high = words[0], words[-1]
    after = tokens[high + 1].text if high + 1 < len(tokens) else "."
    if low < 2 or tokens[low - 1].text != "," or after not in {",", ".", ";"} or len(words) < _MIN_WORDS:
        return None
    if words != [i for i in range(low, high + 1) if tokens[i].upos != "PUNCT"]:
        return None
    start, end = trimmed(reader.text, tokens[low].start, tokens[high].end)
    since = _SINCE.search(reader.text, start, end)
    ranked = any(_ranks(reader, i) for i in words)
    if since is None and not ranked:
        return None
    if reader.quotes.at(start) is not None or any(reader.is_finite(i) for i in words):
        return None
    above = tokens[tokens[index].head]
    if after != "," and above.deprel not in {"nsubj", "nsubj:pass", "root"} and not _both_people(reader, index):
        return (
            None  # "lost a quarter of its value, the steepest fall since 2009", "hit Flores, the strongest since 1998"
        )
    subject = noun_phrase(reader.tree, reader.children, tokens[index].head)
    counted = any(t.upos in {"NUM", "SYM"} and subject.start <= t.start < subject.end for t in tokens)
    if subject.end != tokens[low - 2].end or counted:
        return None  # "fell to 3.1%, the lowest since 1969": a figure alone says not of what
    # "the youngest minister since 1950" is not since when she has been that
    verb = "has been " if since is not None and not ranked else "is "
    return TreeClause(
        index, tokens[index].head, "apposition", tuple(words), start, end, subject, None, ((start, start, verb),)
    )


def _both_people(reader: ClauseReader, index: int) -> bool:
    """Whether an apposition and the name it stands by are people: "beat Ann Example, the oldest driver in the race"."""
    named = reader.tokens[reader.tokens[index].head].entity == "PER"
    return named and is_person_noun(reader.tokens[index].text.lower())


def _ranks(reader: ClauseReader, index: int) -> bool:
    """Whether a word is a superlative: "largest", "most", "first"."""
    token = reader.tokens[index]
    lower = token.text.lower()
    superlative = token.upos == "ADJ" and lower.endswith("est") and len(lower) > 4
    return superlative or (lower in _RANKS and token.upos in {"ADJ", "ADV"})
