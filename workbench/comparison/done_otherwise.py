"""Whether one verb is told of two amounts in two ways: by another, for another thing, taken away, or as a rule.

"The charity paid its director £140,000" and "the charity's director paid £20,000" share every word. So does what a
ferry carries, and what it carried last year.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.comparison.amounts import Amount
from workbench.comparison.context_window import WORD, is_verb, just_before, sentence, stems
from workbench.comparison.doings import done_to, who_does
from workbench.comparison.matter import PASSIVE, SAYS_LITTLE, deed
from workbench.comparison.senses import same_sense, told_in
from workbench.comparison.stemming import stem

_ENDS_OF_DOING = ("for", "from", "into", "against", "towards", "to")
"""Small words that lead to whom or what something is done for; "in" and "at" tell where, in any order."""
_OPENS_ANOTHER = re.compile(r"\b(?:that|who|which|whose|when|where|while|because|if)\b", re.I)
_COUNTER = (
    ("to", "from"),
    ("into", "from"),
    ("for", "against"),
    ("with", "without"),
    ("in", "outside"),
    ("at", "from"),
)
_AWAY = re.compile(
    r"\b(?:t(?:ake[sn]?|aking|ook)|str(?:ike[s]?|uck)|cross(?:ed|es)?|mov(?:e[sd]?|ing)|c(?:ut[s]?|ame|omes?)|g(?:ot|ets?))\b"
    r"[^,.;:]{0,50}?\b(?:off|away|out\sof)\b",
    re.I,
)
_AT_ONCE = re.compile(r"\b(?:at\sa\stime|at\sonce|per\s(?:trip|ride|flight|sailing|crossing|train|bus))\b", re.I)
_AGAIN = re.compile(r"\b(?:again|once\smore|a\s(?:second|third)\stime)\b", re.I)
_SHARE_IN = re.compile(r"\ban?\s(?:share|stake|interest)\sin\b|\bpart\sof\b", re.I)
_ONLY_POSSIBLE = re.compile(
    r"\b(?:could|might|(?-i:may)|(?:hop|tr|want|fail|refus|declin|threaten)\w{0,4}\sto|ask(?:s|ed)?\sfor)\s[^,;:]{0,40}$",
    re.I,
)
_OVER_A_TIME = re.compile(
    r"\b(?:(?:last|this|that|past|whole)\s(?:year|month|week|season|spring|summer|autumn|winter|decade)"
    r"|in\s(?:all\sof\s)?(?:1[5-9]|20)\d\d|(?:over|during|since)\s[^,.;:]{0,30}\b(?:years?|months|weeks|days|(?:1[5-9]|20)\d\d))\b",
    re.I,
)


class _Done(NamedTuple):
    """What was done with an amount: the verb, its sentence, and where in it the verb stands."""

    verb: str
    said: str
    start: int
    end: int
    place: int
    """Where in the sentence the amount stands."""

    @property
    def of_its_doer(self) -> bool:
        """Whether the sentence begins with who did it, and the amount is what it was done to or with."""
        before = self.said[: self.start]
        plain = (
            ":" not in before
            and not any(is_verb(word) for word in WORD.finditer(before))
            and not _OPENS_ANOTHER.search(before)
        )
        passive = PASSIVE.search(before) is not None or "by" in done_to(self.said, self.end)
        return plain and not passive and self.place >= self.end


def _done(amount: Amount) -> _Done | None:
    text, start, end = amount.span
    begin, stop = sentence(text, start)
    at = next((word for word in reversed(list(WORD.finditer(text, begin, start))) if is_verb(word)), None)
    if at is None:
        verb = deed(text, start, end)
        at = next((word for word in WORD.finditer(text, begin, stop) if stem(word.group().casefold()) == verb), None)
    if at is None:
        return None
    said = list(text[begin:stop])
    for one in amount.facts.quantities:
        if begin <= one.start and one.end <= stop:
            said[one.start - begin : one.end - begin] = " " * (one.end - one.start)
    return _Done(stem(at.group().casefold()), "".join(said), at.start() - begin, at.end() - begin, start - begin)


def done_otherwise(own: Amount, other: Amount) -> bool:
    """Whether what was done with the claim's amount was done with the passage's by another, for another, or as a rule.

    Where one verb is not told of both, nothing is known here.
    """
    texts = [amount.facts.text[slice(*sentence(amount.facts.text, amount.quantity.start))] for amount in (own, other)]
    possible = [just_before(_ONLY_POSSIBLE, *amount.span[:2]) is None for amount in (own, other)]
    if possible[0] != possible[1]:
        return True
    for one_sided in (_AWAY, _AT_ONCE, _AGAIN, _SHARE_IN):
        if (one_sided.search(texts[0]) is None) != (one_sided.search(texts[1]) is None):
            return True
    if _on_two_sides(*texts):
        return True
    if _of_what_is_theirs(own, texts[1]) or _of_what_is_theirs(other, texts[0]):
        return True
    mine, theirs = _done(own), _done(other)
    if mine is None or theirs is None or not same_sense(mine.verb, theirs.verb):
        return False
    return (
        _as_a_rule(mine, theirs) or _as_a_rule(theirs, mine) or _exchanged(mine, theirs) or _for_another(mine, theirs)
    )


_SIDE = re.compile(
    r"\b(?P<side>after|before|inside|outside|above|below)\s(?:(?:the|an?)\s)?(?P<what>[^\W\d_]{3,30})", re.I
)


def _on_two_sides(one: str, other: str) -> bool:
    """Whether one tells of the time or place before one thing, and the other of that behind it: the march."""
    mine, theirs = (
        {(found["what"].casefold(), found["side"].casefold()) for found in _SIDE.finditer(text)}
        for text in (one, other)
    )
    return any(what == also and side != there for what, side in mine for also, there in theirs)


_THEIRS = re.compile(
    r"(?<!\bis )(?<!\bwas )(?<!\bas )(?<!\bbecame )"
    r"\b(?:the|their|its|his|her)\s(?P<what>(?!lives\b)[a-z]{3,20})\sof\s+$"
)


def _of_what_is_theirs(amount: Amount, elsewhere: str) -> bool:
    """Whether an amount only says whose a thing is, told on one side alone: "the statements of 140 witnesses"."""
    found = just_before(_THEIRS, amount.facts.text, amount.quantity.start)
    there = stems(elsewhere)
    return found is not None and any(
        word not in SAYS_LITTLE and not told_in(word, there) for word in stems(found["what"])
    )


def _as_a_rule(one: _Done, other: _Done) -> bool:
    """Whether one tells what is done as a rule, and the other how much that came to in some time."""
    verbs = [WORD.match(done.said, done.start) for done in (one, other)]
    if verbs[0] is None or verbs[1] is None:
        return False
    rule = verbs[0].group().endswith("s") and not is_verb(verbs[0]) and verbs[0].group().islower()
    return (
        rule
        and is_verb(verbs[1])
        and _OVER_A_TIME.search(other.said) is not None
        and _OVER_A_TIME.search(one.said) is None
    )


def _exchanged(one: _Done, other: _Done) -> bool:
    """Whether another does it, who is told on the other side as something else: the charity, and its director."""
    if not (one.of_its_doer and other.of_its_doer):
        return False
    doers = who_does(one.said, one.start), who_does(other.said, other.start)
    if not all(doers) or same_sense(*doers):
        return False
    return _told_as_another(doers[0], other) or _told_as_another(doers[1], one)


def _told_as_another(doer: str, done: _Done) -> bool:
    """Whether who does it on one side is told on the other, and not as who does it: as whose director that is."""
    before = done.said[: done.start]
    begins = [word for word in WORD.finditer(before) if doer in stems(word.group())]
    owned = any(before[word.end() :].startswith(("'", "’")) for word in begins)
    return told_in(doer, stems(done.said)) and (owned or not begins)


def _for_another(one: _Done, other: _Done) -> bool:
    """Whether it is done for, from or against another: for flood walls, and for repairs to a road beside them."""
    mine, theirs = done_to(one.said, one.end), done_to(other.said, other.end)
    for pair in (*_COUNTER, *(pair[::-1] for pair in _COUNTER)):
        if pair[0] in mine and mine[pair[0]] == theirs.get(pair[1]):
            return True
    for link in _ENDS_OF_DOING:
        here, there = mine.get(link, ""), theirs.get(link, "")
        if not here or not there or same_sense(here, there):
            continue
        of = mine.get("of", ""), theirs.get("of", "")
        if same_sense(of[1], here) or same_sense(of[0], there):
            continue  # for walls, for the building of walls
        if not told_in(there, stems(one.said)):
            return True
    return False
