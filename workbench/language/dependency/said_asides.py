"""Sayings that are about a part of a sentence alone: what nobody says of the rest is not given to their speaker."""

from __future__ import annotations

from workbench.language.attribution.said_content import TreeSaid
from workbench.language.dependency.tree_clauses import ClauseReader, TreeClause
from workbench.language.grammar.tree_reading import below
from workbench.language.text.tokenizer import word_set

_ASIDES = frozenset({"acl:relcl", "acl", "appos"})
_OWN_CLAUSES = frozenset({"advcl", "conj", "parataxis"})
_OWN_MATTER = word_set("after before because since until till once although though unless when whenever while")
"""With these a clause begins in which somebody may say something; what it hangs on is no word of theirs."""


def in_an_aside(reader: ClauseReader, clause: TreeClause, said: TreeSaid) -> bool:
    """Whether a saying is only about a part of a clause: what nobody says of the rest is not given to its speaker.

    "The agency warned of snow, by which time, according to residents, the road was shut": the agency's warning is no
    word of residents, nor is what "the officer, who said he was tired," then does.
    """
    tokens = reader.tokens
    according = said.word == "according to"
    at = said.subject if according and said.subject is not None else said.verb
    for _ in tokens:
        if at == clause.head or at < 0:
            return False
        if tokens[at].deprel in _ASIDES or (according and tokens[at].deprel in _OWN_CLAUSES):
            return True
        if tokens[at].deprel == "advcl" and _OWN_MATTER & set(reader.marks(at)):
            return True  # "will close after surveyors found that the roof could fall in"
        if tokens[at].deprel == "parataxis" and clause.head not in said.content and _opens_apart(reader, at):
            return True  # "a report found cracks; Ann Example called it a myth"
        if not said.content and tokens[at].deprel in {"advcl", "ccomp"}:
            return True  # "spoke so quietly that the judge asked him to stand nearer"
        at = tokens[at].head
    return False


def _opens_apart(reader: ClauseReader, head: int) -> bool:
    """Whether a clause stands behind a semicolon or colon."""
    first = below(reader.children, head)[0]
    marks = {reader.tokens[i].text for i in (first, first - 1) if i >= 0}
    return bool(marks & {";", ":"})


def is_of_the_last(reader: ClauseReader, said: TreeSaid) -> bool:
    """Whether "according to" is set into the last of several things alone: "3 million and, according to her, 9"."""
    tokens = reader.tokens
    according = said.verb
    if said.word != "according to":
        return False
    at = according - 1
    while at >= 0 and tokens[at].upos == "PUNCT":
        at -= 1
    behind = [token for token in tokens[according:] if token.upos != "PUNCT"]
    return at >= 0 and at < according - 1 and tokens[at].upos == "CCONJ" and len(behind) > 4
