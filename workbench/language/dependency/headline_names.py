"""Names that a headline sets behind what somebody is: "Trouble looms as bank boss, Sample shuns the Senate"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.domain.syntax import Tree
from workbench.language.grammar.clause_candidates import ClauseCandidate

_OPENS = re.compile(r"\b(?:as|after|while|when|because|since|before|until|that)\s+(?=[^,]{1,80}$)", re.IGNORECASE)
_VERBS = frozenset({"VERB", "AUX"})


def with_names_behind(text: str, tree: Tree, found: Sequence[ClauseCandidate]) -> list[ClauseCandidate]:
    """The claims of a headline, those in one that a comma parts behind a noun without a verb: it is named behind it.

    Args:
        text: The article.
        tree: The headline's tree.
        found: Its claims in reading order.
    """
    joined: list[ClauseCandidate] = []
    for candidate in found:
        before = joined[-1] if joined else None
        if before is not None and text[before.end : candidate.start].strip() == "," and _lacks_verb(text, tree, before):
            end = max(before.end, candidate.end)
            joined[-1] = replace(
                before, end=end, subject=None, gap=None, rewords=(), words=before.words + candidate.words
            )
        else:
            joined.append(candidate)
    return joined


def _lacks_verb(text: str, tree: Tree, before: ClauseCandidate) -> bool:
    """Whether what stands behind the last "as" of a clause is a noun without a verb of its own."""
    opens = _OPENS.search(text, before.start, before.end)
    if opens is None:
        return False
    own = [token for token in tree.tokens if opens.end() <= token.start < before.end]
    return bool(own) and own[-1].upos in {"NOUN", "PROPN"} and not any(token.upos in _VERBS for token in own)
