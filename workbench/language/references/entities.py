"""Who and what an article speaks of: people with their titles and pronouns, places, and things that have a name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.domain.first_names import MEN, WOMEN
from workbench.language.grammar.lexicon import TITLE_WORDS
from workbench.language.grammar.verbs import has_finite
from workbench.language.references.people import Names
from workbench.language.references.places import COUNTRIES
from workbench.language.text.tokenizer import word_set, words

_HE_TITLES = re.compile(
    r"(?:\b(?:Mr|Sir|Lord|King|Prince|Pope|Father|spokesman|chairman|congressman|"
    r"Congressman)\.?\s+)$"
)
_SHE_TITLES = re.compile(
    r"(?:\b(?:Ms|Mrs|Miss|Dame|Lady|Baroness|Queen|Princess|spokeswoman|chairwoman|congresswoman|Congresswoman)\.?\s+)$"
)
_COURTESY = re.compile(r"\b(Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady)\.?\s+$")
_ROLE = re.compile(
    r"\b((?:(?:vice|deputy|prime|foreign|home|health|defence|defense|finance|interior|justice|education|trade|transport|"
    r"environment|attorney|shadow|chief|first|secretary|director|party|opposition|former)[\s-]+){0,3}"
    r"(?:president|minister|chancellor|secretary|governor|mayor|general|ambassador|leader|chief|director|executive|king|"
    r"queen|prince|princess|pope|senator|commissioner|spokesman|spokeswoman|chairman|chairwoman|chair|coach|captain))\b",
    re.IGNORECASE,
)
_TITLE_BEFORE = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|President|Minister|Chancellor|Secretary|Senator|Governor|Mayor|"
    r"King|Queen|Prince|Princess|Pope|Judge|Justice|General|Captain|Professor|Ambassador|spokesman|spokeswoman|director|"
    r"minister|leader|president|chief|executive|secretary|author|campaigner|coauthor|analyst|economist|officer)\.?\s+)$"
)
_OF_ANOTHER = re.compile(
    r"^(?:[^|]*\b[A-Z]\.|[^|]*\b(?:Mr|Mrs|Ms|Dr|Cllr|Sir)\b|"
    r"\s*who\s+(?!(?:is|was|became|becomes|has\s+been|had\s+been|remains|serve[sd]|stays)\b))|\|\s+[A-Z]"
)
"""Words around a title behind a name by which it is the next person's: "A. Kay, Ms B. Lee (director)"."""
_WHO_IS = re.compile(
    r"^\s*who(?:\s+(?:is|was|became|becomes|remains|stays|(?:has|had)\s+been|served?s?\s+as)|['’]s)(?:\s+(?:now|then|also|still|once))?\b"
)
_GOVERNS = word_set("of for to by with from on at in against as and or but than like under")
_NEW_PHRASE = _GOVERNS | word_set("the a an his her its their our my your this that")
"""Words with which another phrase begins: behind the first word of an apposition its title is somebody else's."""
_GOVERNED = re.compile(
    r"\b(?:of|for|to|by|with|from|against|than)\s+(?:(?:the|its|their|his|her|an?)\s+)?(?:[\w’'-]+\s+)?$"
)
_COUNTRY = re.compile(
    r"(?<![\w-])(?:" + "|".join(sorted((re.escape(c) for c in COUNTRIES), key=len, reverse=True)) + r")(?![\w])"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a person or a country is named; `who` is the fullest name the article gives."""

    start: int
    end: int
    who: str


class Entities:
    """The people and countries of one article, in reading order, with what pronouns and titles point at them."""

    def __init__(self, text: str, names: Names) -> None:
        self._text = text
        self.people: list[Mention] = []
        self.pronoun: dict[str, str] = {}
        self.titles: dict[str, str | None] = {}
        known = self._known_people(names)
        spoken_of = _told_people(names)
        for name in names.found:
            full = names.fullest(name.text, name.start)
            if name.kind == "PER" or (not name.kind and full in known) or (full in spoken_of and full not in COUNTRIES):
                before = text[max(0, name.start - 24) : name.start]
                full = self._apart(full, name.text, before)
                self.people.append(Mention(name.start, name.end, full))
                self._learn(full, before)
                self._learn_title(full, text, name.start, name.end)
        self._starts = [m.start for m in self.people]
        self.countries = [Mention(m.start(), m.end(), COUNTRIES[m.group()]) for m in _COUNTRY.finditer(text)]
        self._country_starts = [m.start for m in self.countries]

    def _known_people(self, names: Names) -> set[str]:
        """Full names that a title or a common first name shows to be people's, for names whose kind nobody told."""
        known = set()
        for name in names.found:
            parts = name.text.split()
            first = parts[0].lower()
            titled = _TITLE_BEFORE.search(self._text[max(0, name.start - 24) : name.start])
            if not name.kind and (titled or ((first in MEN or first in WOMEN) and 1 < len(parts) < 5)):
                known.add(names.fullest(name.text))
        return known

    def _apart(self, full: str, written: str, before: str) -> str:
        """Who a surname stands for: "Mrs Pike" is not the Mr Pike that the article has named."""
        called = "he" if _HE_TITLES.search(before) else "she" if _SHE_TITLES.search(before) else ""
        courtesy = _COURTESY.search(before)
        if called and courtesy is not None and self.pronoun.get(full, called) != called:
            return f"{courtesy.group(1)} {written}"
        return full

    def _learn(self, who: str, before: str) -> None:
        if _HE_TITLES.search(before):
            self.pronoun[who] = "he"
        elif _SHE_TITLES.search(before):
            self.pronoun[who] = "she"
        elif who not in self.pronoun:
            first = next((p.lower() for p in who.split() if p.rstrip(".").lower() not in TITLE_WORDS), "")
            man, woman = first in MEN, first in WOMEN
            if man != woman:
                self.pronoun[who] = "he" if man else "she"

    def _learn_title(self, who: str, text: str, start: int, end: int) -> None:
        """Titles right before a name ("Home Secretary Ann Example") and in an apposition after it."""
        before = text[max(0, start - 60) : start]
        after = text[end : end + 60]
        role: re.Match[str] | None = None
        for match in _ROLE.finditer(before):
            if not before[match.end() :].strip(" ,"):
                role = match
        if role is not None and "," in before[role.end() :] and _GOVERNED.search(before[: role.start()]):
            return  # "a spokesman for the minister, Ann Example," may be either
        if role is None and (apposition := re.match(r"\s*[,(]([^,().:;!?\n]*)", after[:50])) is not None:
            role = _ROLE.search(apposition.group(1))
            if role is not None and not _describes(role):
                role = None
        if role is None:
            return
        title = " ".join(role.group(1).lower().split())
        if title in self.titles and self.titles[title] != who:
            self.titles[title] = None
        else:
            self.titles[title] = who

    def people_between(self, start: int, end: int) -> list[Mention]:
        """People named in a stretch of the text."""
        return self.people[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def countries_between(self, start: int, end: int) -> list[Mention]:
        """Countries named (or meant by a capital or an adjective) in a stretch of the text."""
        return self.countries[bisect_left(self._country_starts, start) : bisect_left(self._country_starts, end)]

    def may_be(self, who: str, pronoun: str) -> bool:
        """Whether "he" or "she" can stand for this person, as far as the article lets one know."""
        return self.pronoun.get(who, pronoun) == pronoun

    def person_at(self, offset: int) -> Mention | None:
        """The person whose name covers `offset`."""
        index = bisect_right(self._starts, offset) - 1
        return self.people[index] if index >= 0 and self.people[index].end > offset else None


def _describes(role: re.Match[str]) -> bool:
    """Whether the words before a title, from a comma behind a name on, are about the one who is named.

    "…, the city's new mayor" and "…, who was mayor" are; "…, said the mayor" and "…, suing the mayor" are of another.
    """
    before, after = role.string[: role.start()], role.string[role.end() :]
    if _OF_ANOTHER.search(before + "|" + after) or after.startswith(("'s", "’s")):
        return False
    own = _WHO_IS.sub("", before).split()
    if any(word.lower() in _NEW_PHRASE for word in own[1:]):
        return False
    return not own or (own[0].lower() not in _GOVERNS and not has_finite(words(" ".join(own)), 0, len(own)))


def _told_people(names: Names) -> set[str]:
    """Full names that the parser told to be people's more often than not: one reading astray does not count."""
    told: dict[str, int] = {}
    for name in names.found:
        if name.kind:
            full = names.fullest(name.text, name.start)
            certain = 2 if " " in name.text else 1
            told[full] = told.get(full, 0) + (certain if name.kind == "PER" else -1)
    return {full for full, balance in told.items() if balance > 0 and any(c.islower() for c in full)}


def is_role(phrase: str) -> bool:
    """Whether a phrase ends in what only a person can be ("the new mayor")."""
    return any(match.end() == len(phrase) for match in _ROLE.finditer(phrase))


def distinct(mentions: Sequence[Mention]) -> list[str]:
    """Who is named, each once, in order of the first mention."""
    return list(dict.fromkeys(mention.who for mention in mentions))
