"""The day of another deed: "declared on 17 November … extended on 14 December" is not declared on 14 December.

The passage tells the claim's own deed with another day, and the claim's day with another deed of the same one.
"""

from __future__ import annotations

import re

from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.comparison.told_words import HELPERS, LITTLE, PAST_FORMS, PlacedWord, is_verb, tokens

_BASES = {past: base for base, past in PAST_FORMS.items()}
_BEGUN = {"began": "begin", "begun": "begin", "start": "begin", "launch": "begin"}
_SENTENCE_ENDS = re.compile(r"(?<![A-Z])[.;!?][”\"’]?\s+|\n+")
_CLAUSE_ENDS = re.compile(r",\s|:\s|\s[–—]\s|\s(?:and|but|while|when|after|before|which|who)\s")
_FIRST_DAY = re.compile(r"\b(?P<day>(?:On|In|By|At)\s[^,.;]{3,30}),\s(?=\S)")
_WHEN = re.compile(r"\b(?:on|in)\s(?:the\s|early\s|late\s)?$", re.I)
"""Right before a day, or with which it begins: nothing is told by "since 2017", "at 6 months" or "within a week"."""
_MONTH_WORDS = "january february march april may june july august september october november december"
_MONTHS = frozenset(_MONTH_WORDS.split())


def day_of_another_deed(claim: Facts, passage: Facts) -> list[Comparison]:
    """The claim's day, where the passage tells it of another deed and the claim's own deed of another day."""
    days = [one.text.casefold() for one in claim.times]
    if len(days) != 1 or not (days[0].startswith(("on ", "in ")) or _WHEN.search(claim.text, 0, claim.times[0].start)):
        return []
    mine = tokens(claim.text)
    deeds = _deeds(mine)
    if not deeds:
        return []
    known = {word.low for word in mine}
    told_times = [one.text.casefold() for one in passage.times]
    things = {word.stem for word in mine if word.is_word and word.low.casefold() not in LITTLE | _MONTHS} - deeds
    text = _FIRST_DAY.sub(lambda found: f"{found['day']} ", passage.text)
    own_on_another_day = False
    other: str | None = None
    for sentence in _SENTENCE_ENDS.split(text):
        about = bool(things & {word.stem for word in tokens(sentence)})
        for clause in _CLAUSE_ENDS.split(sentence):
            low, words = clause.casefold(), tokens(clause[:1].lower() + clause[1:])
            told, has_day = _deeds(words), _has(low, days[0])
            if told & deeds and has_day:
                return []
            if told & deeds and about and any(_has(low, one) for one in told_times):
                own_on_another_day = True
            elif has_day and told and not told & deeds and not _names_others(words, known):
                other = clause.strip(" ,.")
    return [Comparison(Outcome.ANOTHER, claim.times[0].text, other)] if own_on_another_day and other else []


def _has(text: str, day: str) -> bool:
    return re.search(rf"(?<![\w.]){re.escape(day)}(?!\w)", text) is not None


def _deeds(words: tuple[PlacedWord, ...]) -> frozenset[str]:
    """What was done, by the stems of the verbs that are no helpers."""
    found = (word for at, word in enumerate(words) if (is_verb(words, at) or _redone(word)) and word.low not in HELPERS)
    bases = (_BASES.get(word.low, word.stem) for word in found)
    return frozenset(_BEGUN.get(base, base) for base in bases)


def _redone(word: PlacedWord) -> bool:
    return word.low.startswith("re") and word.low[2:] in _BASES


def _names_others(words: tuple[PlacedWord, ...], known: set[str]) -> bool:
    """Whether a clause names somebody or a place that the claim does not."""
    return any(word.is_name and word.low.casefold() not in known | _MONTHS for word in words[1:])
