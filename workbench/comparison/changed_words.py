"""What became of a passage in a newer version of its source, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_WORD = re.compile(r"\S+")
_SIGNS = ".,;:!?\"'“”‘’()[]…"
ALIKE = 0.5
"""So much of the words of a passage must stand there in their order, or it is not there any more.

Eight passages changed by hand (tests/comparison/test_changed_words.py) keep .64 of their words on the page or more;
with its successor left out, .27 to .35 of each is found elsewhere on it.
"""
BEFORE, BEHIND = 3, 2
"""Words around a change that are told with it."""
MOST_TOLD = 3


def changed_words(before: str, after: str) -> str | None:
    """What was changed of `before` where it stands in `after`, in words; "" where nothing was, None where it is gone.

    "an increase of 38 → 31 per cent since": what stands around a change, what it was and what it is. What `after` has
    before and behind the passage is no change of it.
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    match = SequenceMatcher(None, [_plain(word) for word in old], [_plain(word) for word in new], autojunk=False)
    if not old or sum(block.size for block in match.get_matching_blocks()) < ALIKE * len(old):
        return None
    told = []
    for tag, begin, end, first, last in match.get_opcodes():
        outside = tag == "insert" and (begin == 0 or begin == len(old))
        if tag != "equal" and not outside:
            was, became = " ".join(old[begin:end]), " ".join(new[first:last])
            if begin == 0 or end == len(old):  # beside the passage other words may stand
                became = " ".join(new[first:last][: end - begin] if end == len(old) else new[first:last][begin - end :])
            words = [*old[max(0, begin - BEFORE) : begin], f"{was or '–'} → {became or '–'}", *old[end : end + BEHIND]]
            told.append(" ".join(words))
    more = f"; and {len(told) - MOST_TOLD} more" if len(told) > MOST_TOLD else ""
    return "; ".join(told[:MOST_TOLD]) + more


def _plain(word: str) -> str:
    return word.strip(_SIGNS).casefold() or word
