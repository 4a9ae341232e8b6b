"""What a repair of a wording may not take away or make: a last look at every one of them, whatever rule proposed it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from workbench.domain.articles import Resolution
from workbench.language.text.tokenizer import word_set

KEPT = word_set(
    """
    will would could can cannot may might must should shall ought not never no none neither nor only if unless almost
    nearly about around roughly least most up over under more less fewer than first last every all some half without
    """
)
"""Words that change what a claim says: no repair takes one of them out."""
_WORDS = re.compile(r"[^\W\d_]+(?:['’]t)?")
_OWNED = re.compile(r"\s+(?:[^\W_]+\s+){0,2}[^\W_]+['’]s\b")


def keeping(text: str, resolutions: Sequence[Resolution]) -> list[Resolution]:
    """The repairs of a wording; what would lose a word that counts, or heap owner upon owner, is noted, not applied.

    Times are not asked for words: "no later than Friday" is read as a whole and keeps its bound.
    """
    return [_kept(text, one) if one.applied else one for one in resolutions]


def _kept(text: str, one: Resolution) -> Resolution:
    owns = one.replacement.rstrip().endswith(("’s", "'s")) and one.original != one.replacement
    if owns and _OWNED.match(text, one.end, one.end + 60):
        return replace(one, replacement=one.original, reason=f"left as it is: {one.reason}", applied=False)
    if one.reason.startswith("relative time"):
        return one
    lost = counting(one.original) - counting(one.replacement)
    if lost:
        return replace(one, replacement=one.original, reason=f"left as it is: {one.reason}", applied=False)
    return one


def counting(words: str) -> Counter[str]:
    """How often each word that counts stands in some words; "n't" counts as "not", months are no "may"."""
    found: Counter[str] = Counter()
    for word in _WORDS.findall(words):
        lower = word.lower().replace("’", "'")
        if lower.endswith("n't"):
            found["not"] += 1
        elif lower in KEPT and word != "May":
            found[lower] += 1
    return found
