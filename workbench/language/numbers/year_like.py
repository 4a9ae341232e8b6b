"""Whether four figures that look like a year are a count, in languages other than English: "environ 2000"."""

from __future__ import annotations

import re

from workbench.language.numbers.units import CURRENCY_NAMES, MEASURES

_ABOUT = re.compile(
    r"\b(?:rund|knapp|bis\szu|environ|près\sde|plus\sde|quelque|unos|unas|más\sde|casi|oltre|più\sdi|quasi|"
    r"mais\sde|quase)\s$",
    re.IGNORECASE,
)
"""What stands before a count and hardly before a year."""
_SPEAK_OF = re.compile(
    r"\b(?:(?:sprach|sprachen|spricht|sprechen)\svon|(?:parlent|parlait|parlaient|parlé)\sde|"
    r"(?:hablan|habló|hablaron|hablaban)\sde|(?:parlano|parlato)\sdi|(?:falam|falou|falaram)\s(?:de|em))\s$",
    re.IGNORECASE,
)
"""Verbs that give a count where it is a round one: "sprachen von 2000", but "sprach von 1989"."""
_PEOPLE = re.compile(
    r"\s(?:personen|menschen|einwohner|mitarbeiter|beschäftigte|stellen|personnes|habitants|emplois|"
    r"personas|habitantes|persone|abitanti|pessoas)\b",
    re.IGNORECASE,
)
"""Nouns that no year stands before."""
_DATED = re.compile(
    r"(?:^|\b(?:in|en|an|anno|año|ano|em|nel|seit|depuis|desde|dal|ab)\s|(?<![\w-])[A-ZÄÖÜ][\w-]{0,22}\s|[.,;:]\s?)$"
)
"""What may be before a year and before such a noun by chance: "im Jahr 2020 Menschen zu helfen"."""


def is_count_elsewhere(text: str, start: int, end: int) -> bool:
    """Whether the four figures at `start` count something, by the words beside them.

    Args:
        text: The text, in a language other than English.
        start: Where the figures begin.
        end: Where they end.
    """
    head = text[max(0, start - 24) : start]
    if _ABOUT.search(head) or (text[end - 2 : end] == "00" and _SPEAK_OF.search(head)):
        return True
    return _PEOPLE.match(text, end) is not None and _DATED.search(head) is None


_BEHIND = re.compile(r"\s?(?:(?P<sign>[€$£%])|(?P<word>[^\W\d_]{1,20}))")


def is_range_of_amounts(text: str, end: int) -> bool:
    """Whether two numbers like years, the second of which ends at `end`, are amounts: "zwischen 1500 und 2000 Euro".

    Args:
        text: The text, in a language other than English.
        end: Where the second number ends.
    """
    behind = _BEHIND.match(text, end)
    if behind is None:
        return False
    word = behind["word"] or ""
    if behind["sign"] or word.lower() in CURRENCY_NAMES or (len(word) > 2 and word in MEASURES) or _SCALED.match(word):
        return True
    # "war von 2016 bis 2021 Mitarbeiter"
    return _PEOPLE.match(text, end) is not None and word.lower() != "mitarbeiter"


_SCALED = re.compile(
    r"(?:euro|dollar|mill?i|mrd|mio|tys|тыс|тис|млн|kron[ao]|złot|гривн|гривен|рубл|fran[ck])", re.IGNORECASE
)
"""How words of money and of scale begin."""
