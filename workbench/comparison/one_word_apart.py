"""Whether two sentences are the same word for word but for what was done: "received 700 complaints", "upheld 45".

Who tells a thing in other words orders them in another way too. Who keeps all of them but the verb means another deed,
or who got it from whom, whatever a network makes of the two.
"""

from __future__ import annotations

import re

from workbench.comparison.matter import SAYS_LITTLE
from workbench.comparison.senses import same_sense
from workbench.comparison.stemming import stem

MOST_CHANGED = 2
"""Words of either sentence that may be others."""
LEAST_KEPT = 2

_WORD = re.compile(r"\d[\d.,]*|[^\W\d_]+")
_HELPING_WORDS = """
    a an the of in by to for from at on was were is are be been being has have had did do does will would
"""
_HELPS = frozenset(_HELPING_WORDS.split())
_DONE_TO = re.compile(
    r"\b(?:was|were|is|are|been|be)\s(?:[a-z]+ly\s)?[a-z]+(?:ed|en|t)\b[^.;]{0,120}\bby\s(?![£$€]?\d)"
)


def one_word_apart(statement: str, told: str) -> bool:
    """Whether two sentences that tell one amount have the same words in the same order, but one or two in their midst.

    >>> one_word_apart("The mayor earns 90,000 euros.", "The mayor owes 90,000 euros.")
    True
    >>> one_word_apart("The mayor earns 90,000 euros.", "The mayor is paid 90,000 euros a year.")
    False
    """
    mine, theirs = _in_order(statement), _in_order(told)
    most = min(len(mine), len(theirs))
    first = next((at for at in range(most) if mine[at] != theirs[at]), most)
    last = next((at for at in range(most - first) if mine[-1 - at] != theirs[-1 - at]), most - first)
    if not first or first + last < LEAST_KEPT:
        return False
    left = mine[first : len(mine) - last], theirs[first : len(theirs) - last]
    if not (all(left) or last):
        return False  # what is added behind it all
    if max(map(len, left)) > MOST_CHANGED or any(word[0].isdigit() for word in (*left[0], *left[1])):
        return False
    same = not any(left) or (len(left[0]) == len(left[1]) == 1 and same_sense(left[0][0], left[1][0]))
    if same:  # "gave … to schools" and "was given … by schools" are no one deed
        return done_to_it(statement) != done_to_it(told)
    return True


def _in_order(text: str) -> list[str]:
    found = (word.casefold().strip(".,") for word in _WORD.findall(text))
    return [kept for word in found if word not in _HELPS and (kept := stem(word)) not in SAYS_LITTLE]


def done_to_it(text: str) -> bool:
    """Whether a sentence is in the passive and says by whom: "was given 3 million pounds by schools"."""
    return _DONE_TO.search(text) is not None
