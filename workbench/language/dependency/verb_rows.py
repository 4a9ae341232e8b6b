"""Rows of verbs with one subject ("was born in Holm, studied in Varen and built …"), and marks before a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.language.grammar.tree_reading import below

if TYPE_CHECKING:
    from workbench.language.dependency.tree_clauses import ClauseReader


def in_a_row(reader: ClauseReader, index: int, first: int) -> bool:
    """Whether a verb with its object is in the middle of a row: "was born in Holm, studied in Varen and built …"."""
    joined = (c for c in reader.children[first] if c > index and reader.tokens[c].deprel == "conj")
    return any(reader.is_predicate(c) for c in joined) and reader.has(index, "obj", "obl")


def row_before(reader: ClauseReader, index: int, first: int) -> list[int]:
    """The verbs between two of a row, each behind a comma: cut off the last alone, they would hang there."""
    tokens = reader.tokens
    return [
        c
        for c in reader.children[first]
        if first < c < index
        and tokens[c].deprel in {"conj", "advcl"}
        and tokens[c].upos == "VERB"
        and tokens[c - 1].text == ","
        and not reader.has(c, "mark", "nsubj", "nsubj:pass", "aux", "aux:pass")
        and not tokens[c].text.lower().endswith("ing")
    ]


def marks_before(reader: ClauseReader, index: int) -> set[str]:
    """What a clause opens with and what stands right before it."""
    first = below(reader.children, index)[0]
    return {reader.tokens[first].text, reader.tokens[first - 1].text if first else ""}
