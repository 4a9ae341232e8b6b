"""What a speaker tells of others as a fact: what they knew, where they work and live, what they could not do."""

from __future__ import annotations

import re

from workbench.language.grammar.modality import COULD_NOT
from workbench.language.references.person_nouns import is_person_noun

_KNEW = re.compile(
    r"(?<![\w'’-])(?!(?:I|we|you|everybody|everyone|people|who)\b)[\w'’-]{1,40}\s+(?:(?:never|already|always|still|only|long)\s+)?"
    r"knew\s+(?:about|of|that|nothing|all\s+about)\b",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"(?P<who>[\w'’-]{2,40})\s+(?:(?:never|already|always|still|only|long|now|also)\s+)?"
    r"(?:works?\s+(?:at|for|in|as|there)|lives?\s+(?:in|at|on|with)|(?:counts?|spends?|charges?|measures?|inspects?|bans?|lends?|owes?)\s+(?!on\b|itself\b)(?=\w)|sits?\s+on|chairs?\s+(?:the|its|their|his|her))\b\s*"
    r"(?!(?:as|when|if|so|for|because|every\w*|all|any\w*|nobody|nothing|no)\b)"
)
_OF_OFFICE = re.compile(r"\b(?:count|spend|charge|measure|inspect|ban|lend|owe)s?\b", re.IGNORECASE)
_SELF = re.compile(r"\W*(?:I|we|you|one)\b", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:ministry|department|council|office|court|agency|company|firm|bank|committee|board|regulator|register|census|survey|"
    r"list|report|bureau)$",
    re.IGNORECASE,
)
_ANY = re.compile(
    r"\bcould(?:\s+not|n['’]t)\s+(?!(?:find|get|see|hear|reach|trace|hire|hold|buy|afford|win|recruit)\b)[a-z]+\s+an?\s+[a-z-]+\W*$",
    re.IGNORECASE,
)
"""A thing of no time or place that somebody is too clumsy for: "could not run a bath"."""


def tells_of_others(span: str) -> bool:
    """Whether words tell plainly of others what can be looked up: "The board knew about the brakes".

    Where people work and whom an office counts is a fact; not that a plan or a thought "works for families".
    """
    could = COULD_NOT.search(span)
    if could is not None and not (_SELF.match(span) or _ANY.search(span)):
        return True
    return _KNEW.search(span) is not None or any(_is_somebody(match) for match in _DOES.finditer(span))


def _is_somebody(match: re.Match[str]) -> bool:
    """Whether the word before the verb is a person, a name behind another word, or for counting an office."""
    who = match["who"]
    if who.lower() in {"he", "she", "they"} or is_person_noun(who):
        return True
    if _OF_OFFICE.search(match.group()) and _OFFICE.search(who):
        return True
    return who[0].isupper() and bool(match.string[: match.start()].strip("\"“‘' "))
