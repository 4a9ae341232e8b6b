"""What the words beside a number tell it is of: people of a household, grams or a network, degrees or a flat."""

from __future__ import annotations

import re

from workbench.language.grammar.lexicon import PHRASE_ENDS

_HOUSEHOLD = re.compile(r"\b(?:family|household)\s+of\s+$", re.IGNORECASE)
_MEMBERS_DO = re.compile(
    r"\s+(?:lives|spends|needs|pays|earns|uses|eats|gets|has|faces|saves|sleeps|owes|receives|requires|makes|moves|wants|"
    r"drinks|drives|flies|travels|stays|shares|works|loses|buys|consumes|[a-z]{2,12}s\s+(?:[£$€]|an?\b|the\b|their\b|"
    r"about\b|up\b|less\b|more\b|only\b|just\b))",
    re.IGNORECASE,
)
"""What a family of so many does: a verb, no plural."""
_OTHERS = re.compile(r"\s+(?:[a-z]{3,12}\s+){0,2}?(?:people|men|women|children|[a-z]{2,14}[^s\W]s)\b", re.IGNORECASE)
_NO_OTHERS = re.compile(rf"\s+(?:{'|'.join(sorted(PHRASE_ENDS))}|did|do|does|[a-z]{{2,12}}(?:ed|ing))\b", re.IGNORECASE)


def is_household(text: str, start: int, end: int) -> bool:
    """Whether a number counts the people of a household: "a family of four", not "a family of five dogs"."""
    if _HOUSEHOLD.search(text, max(0, start - 16), start) is None:
        return False
    if _MEMBERS_DO.match(text, end) or _NO_OTHERS.match(text, end):
        return True
    return _OTHERS.match(text, end) is None


_NETWORK = re.compile(r"[2-6][gG]")
_GRAMS_OF = re.compile(r"\s+of\s+(?!the\b|its\b|their\b|our\b|this\b)[a-z]")
_FOOD = re.compile(
    r"\b(?:sugars?|salt|fats?|saturates|protein|carbs|carbohydrates?|fibre|fiber|butter|flour|yeast|cheese|meat|"
    r"chocolate|calories|kcal|grams?|dose|doses|tablets?|powder|gold|silver|cocaine|heroin|cannabis|caffeine|sodium|"
    r"paracetamol|creatine|recipe)\b|\b\d{2,4}g\b|\d\.\d{1,2}g\b|\b[017-9]g\b",
)
_OF_NETWORKS = re.compile(
    r"\b(?:networks?|phones?|mobiles?|smartphones?|handsets?|coverage|masts?|signals?|internet|broadband|spectrum|"
    r"licen[cs]es?|routers?|modems?|connections?|wi-?fi|operators?|roll-?out|telecoms?|antennas?|data)\b|\b[2-6]G\b",
)


def is_network(text: str, start: int, end: int) -> bool:
    """Whether "5g" is a generation of mobile networks; a weight is one of something, or beside other food."""
    if _NETWORK.fullmatch(text, start, end) is None:
        return False
    if text[end - 1] == "G":
        return True
    around = text[max(0, start - 60) : start] + " " + text[end : end + 60]
    if _OF_NETWORKS.search(around):
        return True
    return _GRAMS_OF.match(text, end) is None and _FOOD.search(around) is None


_IN_PLACE = re.compile(
    r"\b(?:flat|room|unit|apartment|suite|seat|gate|row|class|block|door|floor|house|ward|platform|stand|bay|grade|form|"
    r"year|section|part|step|level|appendix|article|annex|type|size|chapter|figure|table|paragraph|rule|clause|route|bus|"
    r"line|no\.|number|group|pitch|plot|stage|exit|junction|vitamin|hepatitis)s?\s{1,2}(?:no\.\s?)?$",
    re.IGNORECASE,
)


def is_place(text: str, start: int) -> bool:
    """Whether the word before "12C" says what bears it as its number: a flat, a class, a seat."""
    return _IN_PLACE.search(text, max(0, start - 18), start) is not None
