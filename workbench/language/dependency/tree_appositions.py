"""Appositions that state something that can be checked: "the mine, the largest in Europe, …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.language.dependency.tree_clause import TreeClause
from workbench.language.grammar.clause_candidates import trimmed
from workbench.language.grammar.tree_reading import below, noun_phrase
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
    if since is None and not any(_ranks(reader, i) for i in words):
        return None
    if reader.quotes.at(start) is not None or any(reader.is_finite(i) for i in words):
        return None
    whole = after != "," and tokens[tokens[index].head].deprel not in {"nsubj", "nsubj:pass", "root"}
    if whole and (tokens[index].upos == "ADJ" or any(tokens[c].deprel == "nmod:poss" for c in reader.children[index])):
        return None  # "went five games without a win, his longest run", "hit Flores, the strongest since 1998"
    subject = noun_phrase(reader.tree, reader.children, tokens[index].head)
    if subject.end != tokens[low - 2].end or tokens[tokens[index].head].upos in {"NUM", "SYM"}:
        return None  # "fell to 3.1%, the lowest since 1969": a figure alone says not of what
    verb = "has been " if since is not None else "is "
    return TreeClause(
        index, tokens[index].head, "apposition", tuple(words), start, end, subject, None, ((start, start, verb),)
    )


def _ranks(reader: ClauseReader, index: int) -> bool:
    """Whether a word is a superlative: "largest", "most", "first"."""
    token = reader.tokens[index]
    lower = token.text.lower()
    superlative = token.upos == "ADJ" and lower.endswith("est") and len(lower) > 4
    return superlative or (lower in _RANKS and token.upos in {"ADJ", "ADV"})
