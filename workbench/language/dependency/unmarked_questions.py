"""Questions that are written without a question mark, as in chats: "ok who broke the build", "did it rain"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.language.text.tokenizer import word_set

if TYPE_CHECKING:
    from workbench.language.dependency.tree_clauses import ClauseReader

_OPENERS = word_set("ok okay so well and but lol yeah yes no hey hi anyway then now also wait omg oh um er right")
_ASKING = word_set("who what which whose whom where when why how")
_HELPERS = word_set("did do does is are was were has have had can could would will should")
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "expl"})
_AT_THE_TOP = frozenset({"root", "parataxis", "conj"})


def asks_without_mark(reader: ClauseReader) -> bool:
    """Whether a sentence that ends in no mark at all is a question by the order of its words."""
    tokens = reader.tokens
    return bool(tokens) and tokens[-1].upos != "PUNCT" and _asks(reader)


def asks_throughout(reader: ClauseReader) -> bool:
    """Whether a sentence with a question mark asks from its first word on: "Which is older, and does it matter?"."""
    tokens = reader.tokens
    return bool(tokens) and tokens[-1].text == "?" and _asks(reader)


def _asks(reader: ClauseReader) -> bool:
    """Whether the order of its words makes a sentence a question."""
    tokens = reader.tokens
    first = next((i for i, t in enumerate(tokens) if t.upos != "PUNCT" and t.text.lower() not in _OPENERS), None)
    if first is None:
        return False
    word = tokens[first]
    if word.text.lower() in _ASKING:
        if reader.has(first, "acl:relcl", "acl"):
            return False  # "what they spent was never told"
        at = first
        for _ in tokens:  # up to the predicate that it is a part of: of the sentence, or of a clause inside it
            helps = tokens[at].deprel in {"cop", "aux", "aux:pass"}
            if tokens[at].head < 0 or (at != first and reader.is_predicate(at) and not helps):
                break
            at = tokens[at].head
        return word.deprel != "mark" and tokens[at].deprel in _AT_THE_TOP
    if word.text.lower() not in _HELPERS or word.upos != "AUX":
        return False
    head = word.head if word.head >= 0 else first
    subjects = [c for c in reader.children[head] if tokens[c].deprel in _SUBJECTS]
    return tokens[head].deprel in _AT_THE_TOP and bool(subjects) and first < subjects[0]
