"""Clauses behind a semicolon that a parser hangs on the saying before it: "…, the firm said; |others say 9|"."""

from __future__ import annotations

from dataclasses import replace

from workbench.domain.syntax import Token, Tree

_JOINED = frozenset({"parataxis", "conj", "ccomp"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def set_apart(tree: Tree) -> Tree:
    """The tree in which a clause with a subject of its own behind a semicolon is no content of what was said before.

    The saying closes the words before it, so that nothing of it can stand behind the semicolon. And a time right behind
    the semicolon is that of the clause it opens: "in 2019 it was 4 billion; |last year it was 2 billion|".
    """
    tokens = list(tree.tokens)
    for place, token in enumerate(tokens):
        if token.text != ";" or place == 0:
            continue
        _with_its_time(tokens, place)
        for verb in range(place + 1, len(tokens)):
            saying = tokens[verb].head
            if tokens[verb].deprel != "ccomp" or not 0 <= saying < place:
                continue
            closes = tokens[saying].deprel == "parataxis" and 0 <= tokens[saying].head < saying
            closes = closes or any(each.head == saying and each.deprel == "ccomp" for each in tokens[:saying])
            told = any(each.head == saying and each.deprel == "ccomp" for each in tokens[saying:place])
            if (
                closes
                and not told
                and any(each.head == verb and each.deprel in _SUBJECTS for each in tokens[place:verb])
            ):
                tokens[verb] = replace(tokens[verb], deprel="parataxis")
                if tokens[saying].deprel == "parataxis" and tokens[tokens[saying].head].head < 0:
                    _with_saying_above(tokens, saying)
    return tree if tuple(tokens) == tree.tokens else replace(tree, tokens=tuple(tokens))


def _with_its_time(tokens: list[Token], place: int) -> None:
    """Hang a time that opens a clause behind a semicolon on the verb of that clause."""
    opened = next(
        (i for i in range(place + 1, len(tokens)) if tokens[i].deprel in _JOINED and tokens[i].head < place), -1
    )
    for i in range(place + 1, opened):
        if tokens[i].deprel.startswith("obl") and 0 <= tokens[i].head < place:
            tokens[i] = replace(tokens[i], head=opened)


def _with_saying_above(tokens: list[Token], saying: int) -> None:
    """Make a saying set beside what was said the one that governs it: "the mill was sold, the bank |said|; …"."""
    content = tokens[saying].head
    for i, token in enumerate(tokens):
        if token.head == content and i > saying:
            tokens[i] = replace(token, head=saying)
    tokens[saying] = replace(tokens[saying], head=-1, deprel="root")
    tokens[content] = replace(tokens[content], head=saying, deprel="ccomp")
