"""Who says what a line ending in a colon introduces: "The ministry said on Monday:", "What the union claims:"."""

from __future__ import annotations

import re

from workbench.language.grammar.lexicon import SAYING, STRONG_SAYING

_SAYS = re.compile(
    r"(?:(?:here\s+is|here['’]s|this\s+is)\s+what\s+|(?:on|in|last|yesterday|today)\b[^,]{0,40},\s+)?"
    r"(?P<who>[^\s,;:“”\"][^,;:“”\"]{0,80}?)(?:,\s(?:[^,;:“”\"]|,(?=\d)){2,100},)?\s+"
    r"(?:(?:has|have|had|also|then|now|further)\s+){0,3}(?P<verb>[a-z]+)"
    r"(?:(?<=\btold)(?:\s+[\w’'-]+){1,5}|(?:\s+(?:that|the\s+following|this|yesterday|today|in\s+a\s+\w+|on\s+\w+day)){0,2})",
    re.IGNORECASE,
)
_WHAT = re.compile(
    r"(?:(?:here\s+is|here['’]s|this\s+is)\s+)?what\s+(?P<who>[^\s,;:“”\"][^,;:“”\"]{0,80}?)\s+"
    r"(?:(?:has|have|had|also|now)\s+){0,2}(?P<verb>[a-z]+)(?:\s+(?:us|you|about\b.*|on\b.*|in\b.*|this\b.*|yesterday|today))?",
    re.IGNORECASE,
)
"""What the union claims:"""
_WORDS_OF = re.compile(
    r"(?:in\s+)?(?P<who>(?:[Tt]he\s+)?[^\s,;:“”\"][^,;:“”\"]{0,60}?)(?:['’]s|(?<=s)['’])\s+(?:own\s+|main\s+|key\s+|full\s+)?"
    r"(?P<verb>words|claims|statement|answer|answers|reply|response|version|account|case|arguments|demands)"
    r"(?:\s+(?:in\s+full|in\s+brief|was|were|is|are|read|reads))?",
    re.IGNORECASE,
)
"""The minister's words in full:"""
_NO_SPEAKER = re.compile(
    r"(?:(?:what|who|which|that|this|these|those|there|it|as|if|when|while|after|before|since|in|on|at|by|for|from|with|to|"
    r"how|why|where|and|but|here|all|some|many|nobody|no(?!\.?\s?\d)|none|few|neither|nothing)\b.*|"
    r".*\b(?:him|her|them|me|us|it|heard|saw|made|let)|(?:the|an?|its|their|our|his|her|my|\S+['’]s|\S+s['’])|.*['’]s|.*s['’])",
    re.IGNORECASE,
)
"""What is no subject of "said", or none that is understood here."""


def says_what_follows(lead: str) -> re.Match[str] | None:
    """Who says what follows and by which verb, where a lead is no more than that ("The ministry said on Monday")."""
    for pattern in (_WHAT, _SAYS):
        found = pattern.fullmatch(lead)
        if found is not None and SAYING.get(found["verb"].lower()) in STRONG_SAYING:
            return found
    return None


def words_of(lead: str) -> re.Match[str] | None:
    """Whose words a lead announces ("The minister's words in full"); None where it announces none."""
    return _WORDS_OF.fullmatch(lead)


def names_nobody(who: str) -> bool:
    """Whether what stands before a verb of saying is no subject of it, or none that is understood here."""
    return _NO_SPEAKER.fullmatch(who) is not None
