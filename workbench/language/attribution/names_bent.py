"""Whether a name behind an office may be that of another: "adwokat Jana Mola powiedział"."""

from __future__ import annotations

from workbench.language.text.tokenizer import word_set

_LANGUAGES = frozenset({"pl", "uk", "ru"})
_MEN = word_set(
    "jerzy antoni ignacy cezary konstanty walenty hilary wincenty ambroży alojzy kuba barnaba jarema микола микита "
    "ілля сава хома лука кузьма никита илья фома данила савва"
)
"""Names of men that end as names of women or genitives do."""
_GENITIVE_OF_WOMEN = ("y", "i", "и", "ы", "і", "ї")
_WOMEN = ("a", "а", "я")
_WOMENS_SURNAMES = ("ska", "cka", "dzka", "ська", "цька", "ская", "цкая")
"""Endings of surnames that are no genitive."""


def may_be_genitive(name: str, verb: str, language: str, *, with_article: bool = False) -> bool:
    """Whether the name behind an office is, or may be, in the genitive, so that the office is of somebody else.

    Args:
        name: First name and surname.
        verb: The verb of saying; in the past it has the gender of who speaks.
        language: Its language.
        with_article: Whether the office has an article, behind which a German name may be a genitive ("Der Vater Jan
            Musters").
    """
    parts = name.lower().split()
    if language == "de":
        return with_article and parts[-1].endswith(("s", "s’", "s'"))
    if language not in _LANGUAGES or len(parts) < 2 or parts[0] in _MEN:
        return False
    first, last = parts[0], parts[-1]
    if first.endswith(_GENITIVE_OF_WOMEN):
        return True
    if not first.endswith(_WOMEN):
        return False
    if verb.endswith(("ł", "в", "л")):
        return True  # a man speaks, and no man is called so
    if verb.endswith(("ła", "ла")):
        return False
    return last.endswith(_WOMEN) and not last.endswith(_WOMENS_SURNAMES)
