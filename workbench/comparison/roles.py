"""Who did it to whom: "Kern bought Vogt" and "Vogt bought Kern" share every word and say the contrary.

Only two names with one verb between them are compared with each other; a passive is turned round, and a verb that goes
both ways ("met", "married") tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from workbench.comparison.context_window import WORD, is_verb, sentence, stems
from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.comparison.stemming import stem

MOST_BETWEEN = 60
"""Characters between two names that still belong to one doing."""

MOST_READ = 30
"""Names of a text that are looked at."""

_NAME = re.compile(r"[^\W\d_a-z][\w'’.-]*(?:\s+(?:of\s+(?:the\s+)?|de\s+|van\s+|von\s+)?[^\W\d_a-z][\w'’.-]*)*")
_BOTH_WAYS_WORDS = """
    met marry married wed divorced fought spoke talked agreed joined shared bordered faced played tied drew
    separated negotiated clashed collaborated cooperated resembled equalled matched said told
    asked answered thanked called replied
"""
_BOTH_WAYS = frozenset(map(stem, _BOTH_WAYS_WORDS.split()))
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|be|being|got)\s+(?:\w+ly\s+)?(?P<verb>[a-z]+)\s+by\b")
_ENDING = re.compile(r"^[a-z]{2,}ed$")
_APART = re.compile(
    r"[,;:()–—\"“”]|\b(?:and|or|but|who|which|that|with|after|before|when|while|as|if|not|never|said)\b|n['’]t\b"
)


class Doing(NamedTuple):
    """Someone, what they did, and to whom; names as stems."""

    who: frozenset[str]
    verb: str
    whom: frozenset[str]
    said: str

    def turned(self, other: Doing) -> bool:
        """Whether another tells the same with the two exchanged."""
        return self._is(other.whom, other.verb, other.who)

    def same(self, other: Doing) -> bool:
        """Whether another tells the same."""
        return self._is(other.who, other.verb, other.whom)

    def _is(self, who: frozenset[str], verb: str, whom: frozenset[str]) -> bool:
        return self.verb == verb and bool(self.who & who) and bool(self.whom & whom)


def doings(text: str) -> Iterator[Doing]:
    """Two names with one verb between them, in the order of who and whom."""
    names = [name for name in islice(_NAME.finditer(text), MOST_READ) if stems(name.group())]
    for one, two in pairwise(names):
        between = text[one.end() : two.start()]
        if len(between) > MOST_BETWEEN or _APART.search(between) or sentence(text, one.start())[1] <= two.start():
            continue
        first, second = stems(one.group()), stems(two.group())
        if first & second:
            continue
        said = text[one.start() : two.end()]
        passive = _PASSIVE.search(between)
        if passive is not None:
            yield Doing(second, stem(passive["verb"]), first, said)
            continue
        verbs = [word.group() for word in WORD.finditer(between) if is_verb(word) or _ENDING.search(word.group())]
        if len(verbs) == 1 and not re.search(r"\b(?:was|were|is|are|been|by)\b", between):
            yield Doing(first, stem(verbs[0].casefold()), second, said)


def roles(claim: Facts, passage: Facts) -> list[Comparison]:
    """What the claim says one did to another, where the passage tells only that the other did it to the one."""
    mine = [doing for doing in doings(claim.text) if doing.verb not in _BOTH_WAYS]
    theirs = list(doings(passage.text)) if mine else []
    found = []
    for doing in mine:
        turned = next((other for other in theirs if doing.turned(other)), None)
        if turned is not None and not any(doing.same(other) for other in theirs):
            found.append(Comparison(Outcome.ANOTHER, doing.said, turned.said))
    return found
