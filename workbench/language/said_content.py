"""Which clauses are part of what somebody says, where the tree joins them to the saying itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.language.lexicon import SAYING
from workbench.language.words import word_set

if TYPE_CHECKING:
    from workbench.language.tree_clauses import ClauseReader

_AFTER_SAID = word_set("will would could may might can")


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
