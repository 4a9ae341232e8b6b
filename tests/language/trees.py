"""Trees for tests, written as "word/UPOS/relation>head" with heads counted from 0 and -1 for the root."""

from __future__ import annotations

from workbench.domain.syntax import Token, Tree


def tree(text: str, rows: str, at: int = 0) -> Tree:
    """The tree of `text`, whose words stand in `rows` in reading order; a fourth part is the entity."""
    tokens: list[Token] = []
    position = at
    for row in rows.split():
        word, upos, rest = row.rsplit("/", 2) if row.count("/") == 2 else row.rsplit("/", 3)[:3]
        entity = row.rsplit("/", 1)[1] if row.count("/") == 3 else ""
        relation, head = rest.split(">")
        start = text.index(word, position)
        begins = bool(entity) and not (tokens and tokens[-1].entity == entity)
        tokens.append(Token(start, start + len(word), word, upos, int(head), relation, entity, begins))
        position = start + len(word)
    return Tree(tokens[0].start, tokens[-1].end, tuple(tokens))
