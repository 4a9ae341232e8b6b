"""Whether four figures that look like a year are a count, in languages other than English: "environ 2000"."""

from __future__ import annotations

import re

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
    r"\s(?:personen|menschen|einwohner|mitarbeiter|beschäftigten?|teilnehmer|stellen|personnes|habitants|emplois|"
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
