"""Whether a "not" is of less than the other side tells: "no dividend to holders of shares", "not until May"."""

from __future__ import annotations

from workbench.comparison.clause_words import OF_A_TIME, clause_of, of_another, word_stems
from workbench.comparison.senses import told_in

_NO_PART = frozenset(("at", "by"))
"""Behind these stands where it was said or done, and who did it."""


def denies_in_part(denying: str, denied: tuple[int, int], other: str, told: tuple[int, int], title: str = "") -> bool:
    """Whether a sentence denies something of another, of a part, a case or a time that the other sentence lacks.

    Args:
        denying: The sentence with the denial.
        denied: Where the denied word stands in it.
        other: The sentence that tells the same, or denies it too.
        told: Where it does.
        title: What the denying sentence stands under.
    """
    mine, theirs = clause_of(other, *told), clause_of(denying, *denied)
    known = word_stems(other) | word_stems(title)
    there = word_stems(denying) | word_stems(title)
    more = theirs.behind.union(*(words for led, words in theirs.parts.items() if led not in _NO_PART))
    if any(not told_in(word, known) for word in more) or (OF_A_TIME & theirs.parts.keys()) - mine.parts.keys():
        return True
    # "paid no" and "resolved to pay" are of one doer
    known |= {word for word in theirs.before if told_in(word, known)}
    there |= {word for word in mine.before if told_in(word, there)}
    return of_another(mine, theirs, known, there)
