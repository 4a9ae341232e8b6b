"""Which clauses are part of what somebody says, where the tree joins them to the saying itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.language.dependency.tree_reading import noun_phrase
from workbench.language.grammar.lexicon import SAYING
from workbench.language.references.entities import is_role
from workbench.language.references.people import are_people
from workbench.language.text.tokenizer import word_set

if TYPE_CHECKING:
    from workbench.language.dependency.tree_clauses import ClauseReader

_AFTER_SAID = word_set("will would could may might can")


def shared_saying(reader: ClauseReader, index: int) -> int | None:
    """The saying whose speaker also says this, where the tree joins it to what was said.

    "He said the share was low and accused the minister": no share accuses anybody.
    """
    tokens = reader.tokens
    said = tokens[index].head
    if tokens[index].deprel != "conj" or tokens[index].text.lower() not in SAYING or said < 0:
        return None
    saying = tokens[said].head
    if tokens[said].deprel != "ccomp" or saying < 0 or tokens[saying].text.lower() not in SAYING:
        return None
    if reader.has(index, "nsubj", "nsubj:pass"):
        return None
    inner = next((c for c in reader.children[said] if tokens[c].deprel in {"nsubj", "nsubj:pass"}), None)
    if inner is None or tokens[inner].upos != "NOUN" or tokens[inner].entity:
        return None
    phrase = noun_phrase(reader.tree, reader.children, inner).of(reader.text)
    return None if is_role(phrase) or are_people(phrase) else saying


def continues_content(reader: ClauseReader, index: int, saying: int) -> bool:
    """Whether a verb joined to "says" tells more of what is said: "says it is hard and will take time"."""
    tokens = reader.tokens
    return (
        tokens[index].deprel == "conj"
        and tokens[index].text.lower() not in SAYING
        and not reader.has(index, "nsubj", "nsubj:pass")
        and any(tokens[c].deprel == "ccomp" and saying < c < index for c in reader.children[saying])
        and any(tokens[c].deprel == "aux" and tokens[c].text.lower() in _AFTER_SAID for c in reader.children[index])
    )
