"""Parsed sentences as plain data: what the parser gives and the language rules read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """One word. Offsets are code points of the article, end excluded; `head` is -1 for the root.

    `upos` and `deprel` are Universal Dependencies v2 labels; `entity` is "PER", "LOC", "ORG" or ""
    and `entity_start` tells the first word of a name from the ones that continue it. `certainty` is how probable the
    parser takes the word's head to be, 1 where it does not tell.
    """

    start: int
    end: int
    text: str
    upos: str
    head: int
    deprel: str
    entity: str = ""
    entity_start: bool = False
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class Tree:
    """One parsed sentence; `tokens[i].head` indexes `tokens`."""

    start: int
    end: int
    tokens: tuple[Token, ...]

    def children(self, index: int) -> list[int]:
        """Indices of the words that hang on word `index`, in reading order."""
        return [i for i, token in enumerate(self.tokens) if token.head == index]
