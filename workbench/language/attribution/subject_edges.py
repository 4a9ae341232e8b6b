"""Where the words of a subject of saying end: an office behind brackets, "this" of "At this", a bare amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.language.text.tokenizer import word_set

if TYPE_CHECKING:
    from workbench.language.dependency.tree_clauses import ClauseReader

_OFFICE = frozenset({"NOUN", "ADJ"})
_HANGS = frozenset({"appos", "nsubj", "nsubj:pass"})
_AMOUNTS = word_set("many few much little")


def office_behind(reader: ClauseReader, head: int) -> str | None:
    """The office that stands behind a body and its letters in brackets: "the High Court (HC) |chief justice| said"."""
    tokens = reader.tokens
    if head + 2 >= len(tokens) or tokens[head + 1].text != "(":
        return None
    closed = next((i for i in range(head + 2, min(head + 8, len(tokens))) if tokens[i].text == ")"), None)
    if closed is None:
        return None
    last = closed
    while last + 1 < len(tokens) and tokens[last + 1].upos in _OFFICE and tokens[last + 1].text.islower():
        last += 1
    if last == closed or tokens[last].upos != "NOUN" or tokens[last].deprel not in _HANGS:
        return None
    first = min([head, *(c for c in reader.children[head] if c < head)])
    return " ".join(reader.text[tokens[first].start : tokens[last].end].split())


def behind_at_this(reader: ClauseReader, head: int) -> str | None:
    """The noun of "At this counsel replied", of which a tree makes "this counsel"."""
    tokens = reader.tokens
    at_this = head > 1 and [tokens[i].text.lower() for i in (head - 2, head - 1)] == ["at", "this"]
    return tokens[head].text if at_this else None


def is_bare_amount(reader: ClauseReader, head: int) -> bool:
    """Whether a subject is the "as many as" of an amount, and nobody: "As many as 86 per cent rejected it"."""
    tokens = reader.tokens
    return tokens[head].text.lower() in _AMOUNTS and head > 0 and tokens[head - 1].text.lower() == "as"
