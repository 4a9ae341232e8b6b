"""A name in place of a pronoun, in the form that the pronoun has: "his" becomes "Ann Sample’s"."""

from __future__ import annotations

import re

from workbench.domain.articles import Resolution
from workbench.language.grammar.lexicon import PHRASE_ENDS

_POSSESSIVE = frozenset({"his", "its", "their"})
_CONTRACTED = re.compile(r"['’](?:s|re|ve|ll|d)$")
_NOT_NOUN = PHRASE_ENDS | {"what", "how", "why", "then"}
_NEXT = re.compile(r"\s+([^\W\d_][\w'’-]*)")
_PRONOUNS = frozenset({"he", "she", "him", "her", "his", "hers", "it", "its", "they", "them", "their"})


def in_place_of(pronoun: str, name: str, following: str) -> str:
    """The name as it stands where a pronoun stood.

    Args:
        pronoun: The pronoun as it is written ("her", "he’s").
        name: Who or what it means.
        following: The word after it, empty at the end of a sentence: it tells "her" from "her brother".
    """
    lower = pronoun.lower()
    owns = lower in _POSSESSIVE or (lower == "her" and following[:1].isalpha() and following.lower() not in _NOT_NOUN)
    if owns:
        return name + ("’" if name.endswith("s") and lower == "their" else "’s")
    contracted = _CONTRACTED.search(pronoun)
    return name + (contracted.group() if contracted else "")


def is_open(repair: Resolution) -> bool:
    """Whether a repair is a pronoun that was left, with names that it may mean."""
    put = repair.replacement if repair.applied else repair.original
    return bool(repair.possible) and (put.strip() or repair.original).lower().partition("'")[0] in _PRONOUNS


def named(text: str, repair: Resolution, name: str) -> Resolution:
    """An open pronoun with a name put in that a person chose; the confidence is the one measured for the name."""
    confidence = dict(repair.possible).get(name, 0.0)
    if repair.original:
        after = _NEXT.match(text, repair.end)
        words = in_place_of(repair.original, name, after.group(1) if after else "")
    else:
        words = f"{name} "
    return Resolution(
        repair.start, repair.end, repair.original, words, "chosen by a reviewer", confidence, True, repair.possible
    )
