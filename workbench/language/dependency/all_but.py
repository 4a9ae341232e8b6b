""" "All but" as an adverb: what weakens a verb ("Ann Example all but sealed her place") is read as one word.

A parser takes the "but" for the one that joins clauses, so that "all" ends a clause and a verb begins the next.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.domain.syntax import Tree

_BY_A_VERB = re.compile(
    r"\b(?<!\bat\s)(?P<all>[Aa]ll)\sbut(?=\s(?!(?:the|an?|this|that|these|those|his|her|its|their|our|my|your|him|them|us|me|you|"
    r"he|she|it|they|we|who|there|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|half|some|"
    r"in|on|at|by|for|of|with|from|to|as|when|where|very|most|few|not)\b)[a-z])"
)
"""Not "all but two of them", "all but the last", "all but Ann Example"."""
_ADVERBS = {"all": "largely", "All": "Largely"}
"""Words as long as "all but", which the parser knows."""


def easily_parsed(text: str) -> str:
    """The text with an adverb in the place of each "all but" before a verb or adjective, every offset as it was."""
    return _BY_A_VERB.sub(lambda match: _ADVERBS[match["all"]], text)


def as_written(text: str, trees: Sequence[Tree]) -> list[Tree]:
    """The trees of `easily_parsed(text)` with the words of the text itself."""
    return [
        replace(tree, tokens=tuple(replace(token, text=text[token.start : token.end]) for token in tree.tokens))
        if _BY_A_VERB.search(text, tree.start, min(len(text), tree.end + 1))
        else tree
        for tree in trees
    ]
