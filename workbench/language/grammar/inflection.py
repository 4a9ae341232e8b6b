"""The past tense of an English verb from its form in -ing ("leaving" is "left", "causing" is "caused")."""

from __future__ import annotations

from workbench.language.grammar.irregular_verbs import PAST_OF_ING


def past_of_participle(word: str) -> str | None:
    """The past tense of the verb whose form in -ing is given; None where spelling does not tell ("lying")."""
    lower = word.lower()
    if lower in PAST_OF_ING:
        return PAST_OF_ING[lower]
    if not lower.endswith("ing") or len(lower) < 6 or lower == "lying":
        return None
    stem = lower[:-3]
    if stem.endswith("y") and stem[-2:-1] not in set("aeiou"):
        return stem[:-1] + "ied"
    return stem + ("d" if stem.endswith("ee") else "ed")
