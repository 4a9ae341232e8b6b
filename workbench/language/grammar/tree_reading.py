"""Reading a Universal Dependencies tree: subjects, clause extents, phrases without their asides."""

from __future__ import annotations

from workbench.domain.anchors import Span
from workbench.domain.syntax import Token, Tree
from workbench.language.text.tokenizer import word_set

_GOVERN_GERUNDS = frozenset({"of", "by", "for", "without", "from", "after", "before", "in"})
_DESCRIBING = word_set(
    """
    rising growing increasing falling declining shrinking living existing remaining emerging developing working leading
    missing surrounding neighbouring neighboring following opposing competing booming soaring mounting sinking ageing
    aging running coming passing warming changing dying freezing burning migrating returning travelling
    """
)
"""Forms in -ing that say how a thing is, not what is done to it."""
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "nsubj:outer", "expl"})
_OUTSIDE_PHRASE = frozenset(
    {"acl:relcl", "acl", "appos", "parataxis", "punct", "advcl", "case", "mark", "cop", "aux", "nsubj", "csubj", "expl"}
)


def children_of(tree: Tree) -> list[list[int]]:
    """Children of every word, in reading order; one pass."""
    found: list[list[int]] = [[] for _ in tree.tokens]
    for i, token in enumerate(tree.tokens):
        if 0 <= token.head < len(found):
            found[token.head].append(i)
    return found


def root_of(tree: Tree) -> int | None:
    """The word that hangs on nothing."""
    return next((i for i, token in enumerate(tree.tokens) if token.head < 0), None)


def has_clause(tree: Tree) -> bool:
    """Whether a sentence is a clause: its root is a verb, or has a subject or a copula."""
    root = root_of(tree)
    if root is None:
        return False
    own = {token.deprel for token in tree.tokens if token.head == root}
    return tree.tokens[root].upos in {"VERB", "AUX"} or bool(own & (_SUBJECTS | {"cop"}))


def below(children: list[list[int]], index: int, skip: frozenset[int] = frozenset()) -> list[int]:
    """Word `index` and all below it but the branches in `skip`, in reading order."""
    found: set[int] = set()
    stack = [index]
    while stack:
        node = stack.pop()
        if node in skip or node in found:
            continue
        found.add(node)
        stack.extend(children[node])
    return sorted(found)


def noun_phrase(tree: Tree, children: list[list[int]], head: int) -> Span:
    """The phrase of a noun without relative clauses, appositions and asides that follow it."""
    tokens = tree.tokens
    drop = frozenset(
        c for c in children[head]
        if tokens[c].deprel in _OUTSIDE_PHRASE
        and not (tokens[c].deprel == "punct" and c < head)
        and not (tokens[c].deprel == "appos" and _is_name_part(tree, head, c))
    )  # fmt: skip
    drop |= frozenset(i for i in below(children, head, drop) if _is_aside(tree, children, i))
    words = below(children, head, drop)
    low = head
    while low - 1 in words:
        low -= 1
    high = head
    while high + 1 in words:
        high += 1
    while low < head and tokens[low].upos == "PUNCT" and tokens[low].text in {",", "-", "–", ";", ":"}:
        low += 1
    if 0 < low < head and _is_gerund(tokens[low]) and tokens[low - 1].text.lower() in _GOVERN_GERUNDS:
        low += 1
    while high > head and tokens[high].upos == "PUNCT" and tokens[high].text in {",", "-", "–", ";", ":"}:
        high -= 1
    return Span(tokens[low].start, tokens[high].end)


def _is_gerund(token: Token) -> bool:
    """Whether a word read as describing the next ("of releasing papers") is a verb that has it for its object."""
    return (
        token.text.endswith("ing") and token.upos == "VERB" and token.text.islower() and token.text not in _DESCRIBING
    )


def _is_aside(tree: Tree, children: list[list[int]], index: int) -> bool:
    """Whether a word heads a relative clause behind a comma."""
    if tree.tokens[index].deprel != "acl:relcl":
        return False
    first = below(children, index)[0]
    return tree.tokens[first].text == "," or (first > 0 and tree.tokens[first - 1].text == ",")


def _is_name_part(tree: Tree, head: int, child: int) -> bool:
    """Whether an apposition directly continues a title ("the band Example"), without a comma between."""
    return child > head and all(t.upos != "PUNCT" for t in tree.tokens[head + 1 : child])


def subject_of(tree: Tree, children: list[list[int]], verb: int) -> int | None:
    """The subject word of a predicate: its own, or that of the clause it is coordinated with."""
    seen = set()
    node = verb
    while node >= 0 and node not in seen:
        seen.add(node)
        found = [c for c in children[node] if tree.tokens[c].deprel in _SUBJECTS]
        if len(found) > 1 and tree.tokens[found[1]].upos == "PRON" and tree.tokens[found[1] - 1].text == ",":
            return found[1]  # "The son of a smith, he left school at 14"
        if found:
            return found[0]
        if tree.tokens[node].deprel not in {"conj", "xcomp"}:
            return None
        node = tree.tokens[node].head
    return None


def subject_span(tree: Tree) -> Span | None:
    """The subject phrase of a sentence's main clause; for "X said Y" that of the saying clause."""
    root = root_of(tree)
    if root is None:
        return None
    children = children_of(tree)
    subject = subject_of(tree, children, root)
    return noun_phrase(tree, children, subject) if subject is not None else None
