"""What a sentence tells of whoever says it, and the patterns of a language by which that is found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from workbench.language.attribution.saying_words import SAYINGS

COMMA = re.compile(r",(?=\s|$)")
"""A comma that is no mark of decimals."""
_INVERTED = {
    "fr": r"(?:(?:a|ont|avait)-t-(?P<a>ils?|elles?|on)\s+[^\W\d_]{3,20}(?:é|it|u|is)|"
    r"[^\W\d_]{3,20}-(?:t-)?(?P<b>ils?|elles?))\b"
}
"""Verbs with their pronoun behind them: "a-t-elle ajouté"."""


@dataclass(frozen=True, slots=True)
class Saying:
    """That a sentence is somebody's: `who` as named, or None with `called` "he", "she", "they" or "" for nobody."""

    who: str | None
    verb: str
    called: str = ""
    phrase: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """The patterns by which a language tells who says something."""

    says: re.Pattern[str]
    charges: re.Pattern[str]
    that: re.Pattern[str]
    source: re.Pattern[str]
    as_told: re.Pattern[str]
    pronouns: re.Pattern[str]
    leads: re.Pattern[str]
    joins: re.Pattern[str]
    back: re.Pattern[str] | None
    late: re.Pattern[str]
    has: re.Pattern[str] | None
    inverted: re.Pattern[str] | None


@cache
def places_of(language: str) -> Places:
    """The patterns of a language that `SAYINGS` knows."""
    words = SAYINGS[language]

    def whole(pattern: str) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w’'-])(?:{pattern})(?![\w-])", re.IGNORECASE)

    def opening(pattern: str) -> re.Pattern[str]:
        return re.compile(rf"(?:{pattern})(?![\w-])", re.IGNORECASE)

    edge = r"(?<![\w’'-])"
    return Places(
        whole(words.says),
        whole(words.charges),
        re.compile(rf"(?:{words.that})", re.IGNORECASE),
        re.compile(rf"{edge}(?:{words.source})(?:\s|(?<=['’])|$)", re.IGNORECASE),
        re.compile(rf"{edge}(?:{words.as_told})(?:\s|(?<=['’]))", re.IGNORECASE),
        re.compile(rf"(?:(?P<he>{words.he})|(?P<she>{words.she})|(?P<they>{words.they}))(?![\w-])", re.IGNORECASE),
        opening(words.leads),
        re.compile(rf"(?:{words.joins})(?![\w-]),?\s+", re.IGNORECASE),
        re.compile(rf"\W{{0,3}}(?:{words.back})\W{{0,3}}", re.IGNORECASE) if words.back else None,
        whole(words.late),
        whole(words.has) if words.has else None,
        re.compile(_INVERTED[language], re.IGNORECASE) if language in _INVERTED else None,
    )


def called_by(words: str, places: Places) -> str | None:
    """How a pronoun at the beginning of some words calls who speaks, None where they open with another word."""
    match = places.pronouns.match(words)
    if match is None:
        return None
    return next(name for name in ("he", "she", "they") if match[name] is not None)
