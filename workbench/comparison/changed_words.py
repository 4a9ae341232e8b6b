"""What became of a passage in a newer version of its source, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_WORD = re.compile(r"\S+")
_ENDS = re.compile(r"[.!?…。！？][\"'”“’»«)\]]*$")
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
    before and behind the passage is no change of it, but for what stands in its first or last sentence: "It is not
    true that" takes back what follows. Sentences and lines end a sentence.
    """
    found = list(_WORD.finditer(after))
    old, new = _WORD.findall(before), [word.group() for word in found]
    begins = {0, *(n for n in range(1, len(found)) if _begins(after, found[n - 1], found[n]))}
    match = SequenceMatcher(None, [_plain(word) for word in old], [_plain(word) for word in new], autojunk=False)
    if not old or sum(block.size for block in match.get_matching_blocks()) < ALIKE * len(old):
        return None
    told = []
    for tag, begin, end, first, last in match.get_opcodes():
        if tag == "equal":
            continue
        if begin == 0:  # before the passage other sentences may stand
            most, first = first, max(first, last - end)
            while first > most and first not in begins:
                first -= 1
        if end == len(old):  # and behind it
            most, last = last, min(last, first + end - begin)
            while last < most and last not in begins:
                last += 1
        if first < last or begin < end:
            was, became = " ".join(old[begin:end]), " ".join(new[first:last])
            words = [*old[max(0, begin - BEFORE) : begin], f"{was or '–'} → {became or '–'}", *old[end : end + BEHIND]]
            told.append(" ".join(words))
    more = f"; and {len(told) - MOST_TOLD} more" if len(told) > MOST_TOLD else ""
    return "; ".join(told[:MOST_TOLD]) + more


def _begins(text: str, before: re.Match[str], word: re.Match[str]) -> bool:
    """Whether a word begins a sentence or a line."""
    return "\n" in text[before.end() : word.start()] or _ENDS.search(before.group()) is not None


def _plain(word: str) -> str:
    return word.strip(_SIGNS).casefold() or word
