"""Whether a name behind an office may be that of another: "adwokat Jana Mola powiedział"."""

from __future__ import annotations

import re

from workbench.language.text.tokenizer import word_set

_LANGUAGES = frozenset({"pl", "uk", "ru"})
_MEN = word_set(
    "jerzy antoni ignacy cezary konstanty walenty hilary wincenty ambroży alojzy kuba barnaba jarema микола микита "
    "ілля сава хома лука кузьма никита илья фома данила савва"
)
"""Names of men that end as names of women or genitives do."""
_OF_SOMEBODY = re.compile(
    r"(?:\w*(?:vater|mutter|sohn|tochter|bruder|schwester|frau|mann|witwer?|onkel|tante|nachbar(?:in)?|neffe|nichte|"
    r"schwager|schwägerin|enkel(?:in)?|freund(?:in)?|partner(?:in)?|gefährt(?:e|in)|familie|eltern)|"
    r"\w*(?:anwalt|anwältin|verteidiger(?:in)?|biograf(?:in)?|assistent(?:in)?))",
    re.IGNORECASE,
)
"""German nouns for whom somebody is kin to or works for: "Der Vater Jan Musters"."""
_OF_A_TRADE = re.compile(r"\w*(?:kauf|ob|fach|amt|zimmer|see|feuerwehr|haupt|bergs?)(?:mann|frau)", re.IGNORECASE)
_GENITIVE_OF_WOMEN = ("y", "i", "и", "ы", "і", "ї")
_WOMEN = ("a", "а", "я")
_WOMENS_SURNAMES = ("ska", "cka", "dzka", "ська", "цька", "ская", "цкая")
"""Endings of surnames that are no genitive."""


def may_be_genitive(name: str, verb: str, language: str, office: str = "") -> bool:
    """Whether the name behind an office is, or may be, in the genitive, so that the office is of somebody else.

    Args:
        name: First name and surname.
        verb: The verb of saying; in the past it has the gender of who speaks.
        language: Its language.
        office: The words before the name. Many German surnames end in -s ("Der Sprecher Hans Peters"), so that only kin
            and those who work for somebody are taken for another's.
    """
    parts = name.lower().split()
    if language == "de":
        return parts[-1].endswith(("s", "s’", "s'")) and _is_somebodys(office)
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


def _is_somebodys(office: str) -> bool:
    """Whether a German noun with its article is of whom somebody is kin to or works for."""
    words = office.split()
    if len(words) < 2 or words[0].lower() not in {"der", "die", "das", "ein", "eine"}:
        return False
    return _OF_SOMEBODY.fullmatch(words[-1]) is not None and _OF_A_TRADE.fullmatch(words[-1]) is None
