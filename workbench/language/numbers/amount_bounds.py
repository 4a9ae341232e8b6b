"""How words limit an amount: its lower and upper end, and where such words only tell a place or time."""

from __future__ import annotations

import re

from workbench.domain.quantities import Bound
from workbench.language.numbers.numbers import CARDINALS
from workbench.language.text.tokenizer import word_set

_PLACED = frozenset({"over", "under", "above", "below"})
"""Bounds that are also where, while or on which terms something is: "over two seasons", "under four contracts"."""
_STRETCHES = word_set("season game match round leg session weekend stage series phase episode meeting")
_LARGEST_SMALL = 20


_OF_PEOPLE = re.compile(
    r"\b(?:children|people|adults|anyone|anybody|everyone|everybody|nobody|those|men|women|boys|girls|pupils|patients|voters|kids|workers|"
    r"drivers|residents|citizens|women\s+and\s+men|aged)\s+$",
    re.IGNORECASE,
)
_SPANS = _STRETCHES | word_set("second minute hour day night week month year decade generation")


def is_age(word: str, before: str, unit: str | None) -> bool:
    """Whether "over" or "under" limits the age of the people before it: "children over five"."""
    return word in {"over", "under"} and unit not in _SPANS and _OF_PEOPLE.search(before) is not None


def is_placed(word: str, written: str, low: float, unit: str | None) -> bool:
    """Whether "over" or "under" before a small number tells where or when: "over two seasons", "above two shops"."""
    if word not in _PLACED:
        return False
    if word == "over" and unit in _STRETCHES:
        return True
    return low <= _LARGEST_SMALL and written.strip().lower() in CARDINALS["en"]


_NOT = re.compile(
    r"(?:(?<!\bif\s)\b(?:(?:can)?not|never|nowhere)|n['’]t)\s+$|"
    r"(?:\b(?:(?:can)?not|never|nowhere|neither|without)|n['’]t)\s+(?:(?:yet|once|ever|even|again|to|have|been)\s+)?"
    r"(?:be|been|being|stay|stayed|remain|remained|have|has|had|having|cost|costs|last|lasted|weigh|weighed|measure|"
    r"measured|fall|falls|fell|fallen|falling|drop|drops|dropped|dropping|dip|dips|dipped|dipping|sink|sinks|sank|sunk|"
    r"sinking|slip|slips|slipped|slipping|slide|slid|go|goes|went|gone|going|get|gets|got|getting|come|came|move|moved|"
    r"rise|rises|rose|risen|rising|climb|climbs|climbed|climbing|grow|grows|grew|grown|growing|increase|increased|"
    r"decrease|decreased|reach|reached|jump|jumped)\s+(?:(?:back|to|by|up|down)\s+){0,2}$|"
    r"\bnever\s+(?:lost|won|paid|sold|spent|scored|earned|drawn|drew|attracted|held|made|seen)\s+$",
    re.IGNORECASE,
)
"""A "not" of the limit: right before it, or by the verb of its level; not "did not count over 500 ballots"."""
_HARDLY = re.compile(r"(?:just|little|well)\b", re.IGNORECASE)
_TURNED = {Bound.LESS_THAN: Bound.AT_LEAST, Bound.MORE_THAN: Bound.AT_MOST}


_LIMITS_NL = re.compile(
    r"(?:^|[.!?:;,(\n“\"]\s{0,3}|\b(?:kan|kun|kunt|kunnen|kon|konden|mag|mogen|brengt|brengen|bracht|brachten|kost|kosten|kostte|"
    r"kostten|bedraagt|bedragen|bedroeg|betaalt|betalen|betaalde|betaalden|verdient|verdienen|verdiende|verdienden|duurt|duren|"
    r"duurde|duurden|weegt|wegen|woog|wogen|telt|tellen|telde|telden|krijgt|krijgen|kreeg|kregen|biedt|bieden|bood|boden|"
    r"zo['’]n|maximaal|nog|soms|er)\s{1,3})$",
    re.IGNORECASE,
)


_ROSE = re.compile(
    r"\b(?:go|goes|went|gone|going|shot|shoots|edg\w+|tick\w+|crept|creep\w*|pick\w+|climb\w+|jump\w+|inch\w+|"
    r"rises?|risen)\s(?:back\s)?$"
)
"""Verbs whose "up" is their own: "went up to 6.4 per cent"."""
_CONCERNS = re.compile(
    r"\b(?:row|disputes?|clash\w*|scandal|feud|lawsuit|sued|sues|suing)\s$"
    r"|\b(?:was|were|been|is|are)\s(?:queried|arrested|grilled|summoned|quizzed|detained|investigated)\s$"
    r"|\b(?:quer(?:y|ies|ied)|arrest\w*|grill\w*|summon\w*|quizz\w+|detain\w*|investigat\w+|sued|sues)\s[^.;:]{3,60}?\s$"
)
"""What is told of a sum that it is "over"."""


def is_reached(word: str, text: str, at: int, language: str) -> bool:
    """Whether Dutch "tot" tells what something came to, or "tot" is no word of the language: no limit is certain.

    It limits at the head of a clause and right behind a verb of cost, length or leave ("tot 40 huizen", "kost tot 9
    euro"); most other verbs take it ("veroordeeld tot 8 jaar", "liep op tot 3 miljoen", "besloot tot 12 ontslagen").
    """
    if language == "en" and word in {"up to", "over"}:
        return (_ROSE if word == "up to" else _CONCERNS).search(text, max(0, at - 60), at) is not None
    return word == "tot" and (language != "nl" or _LIMITS_NL.search(text, max(0, at - 24), at) is None)


def turned(bound: Bound, text: str, at: int) -> Bound:
    """A bound with the "not" of its own before it: what did "not fall below" 20 is at least 20."""
    if bound not in _TURNED or _HARDLY.match(text, at):
        return bound
    return _TURNED[bound] if _NOT.search(text, max(0, at - 36), at) else bound


def bounded(low: float, high: float, bound: Bound) -> tuple[float | None, float | None]:
    """The limits that a bound sets."""
    if bound in {Bound.AT_LEAST, Bound.MORE_THAN}:
        return low, None
    if bound in {Bound.AT_MOST, Bound.LESS_THAN}:
        return None, high
    return low, high


_SIGN = re.compile(r"(?P<sign>[<>]=?|[≤≥])\s?$")
_LIMITING_SIGNS = {
    "<": Bound.LESS_THAN, ">": Bound.MORE_THAN, "≤": Bound.AT_MOST, "≥": Bound.AT_LEAST, "<=": Bound.AT_MOST,
    ">=": Bound.AT_LEAST,
}  # fmt: skip
_ARROWS = frozenset("-–—=~<>→")
_TAG = re.compile(r"</?[a-z][^<>]{0,40}$", re.IGNORECASE)


def sign_before(text: str, at: int) -> tuple[Bound, int] | None:
    """The limit that a sign before an amount sets, and where it begins: "> 300".

    Arrows ("200 -> 300"), the marks of quoted lines and the ends of tags are no such signs.
    """
    found = _SIGN.search(text, max(0, at - 3), at)
    if found is None:
        return None
    begin, before = found.start(), text[max(0, found.start() - 44) : found.start()]
    if before[-1:] in _ARROWS or _TAG.search(before):
        return None
    quotes = not before.rpartition("\n")[2].strip() and begin + 1 < at and found["sign"] == ">"
    return None if quotes else (_LIMITING_SIGNS[found["sign"]], begin)
