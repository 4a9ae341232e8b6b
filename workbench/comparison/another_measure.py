"""Whether two equal amounts measure two things: 9 km long and 9 km wide, 40 % of a whole and a rise of 40 %.

Also whether the passage's amount is only the whole, of which another number is told: "31 of the team's 40 points".
"""

from __future__ import annotations

import re

from workbench.comparison.amounts import Amount, direction
from workbench.comparison.at_a_rate import at_a_rate
from workbench.comparison.context_window import WORD, just_before, sentence, stems, verb_at
from workbench.comparison.senses import same_sense, told_in
from workbench.comparison.stemming import stem
from workbench.domain.quantities import Bound, Quantity, QuantityKind


def measured_otherwise(own: Amount, other: Amount) -> tuple[str, str] | None:
    """Claim's and passage's words where two equal amounts measure two things; None where they may be of one."""
    for told in (_dimensions, _loads, _compared, _share_and_change, at_a_rate, _other_bound, _done_to_a_part):
        if words := told(own, other):
            return words
    return None


def _apart(ends: tuple[re.Match[str] | None, re.Match[str] | None], own: Amount, other: Amount) -> tuple[str, str]:
    """Both amounts with the words around them that tell them apart."""
    words = []
    for found, amount in zip(ends, (own, other), strict=True):
        text, start, end = amount.span
        if found is not None:
            start, end = min(start, found.start()), max(end, found.end())
        words.append(text[start:end].strip(" .,;"))
    return words[0], words[1]


# how long, how wide

_DIMENSIONS = {
    "long": r"long|length",
    "wide": r"wide|width|broad|breadth|across|diameter",
    "high": r"high|tall|height",
    "deep": r"deep|depth",
    "thick": r"thick|thickness",
    "away": r"away|apart|distance|from(?![^,.;]{1,60}\bto\b)|(?:north|south|east|west)\w*\sof|off\sthe",
}
_BEHIND = re.compile(
    rf"[\s-]{{1,2}}(?:in\s)?(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _DIMENSIONS.items())})\b", re.I
)
_IN_FRONT = re.compile(
    rf"\b(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _DIMENSIONS.items() if name != 'away')}"
    r"|(?P<away>distance))\s(?:[^\W\d_]+\s){0,4}$",
    re.I,
)
_LIES = re.compile(r"\b(?:snow|ice|water|floods?|waves?|sand|mud|ash|silt|drifts?|hail|oil)\b", re.I)
"""What lies there is as deep as it is high or thick."""
_UPWARD = frozenset({"deep", "high", "thick"})
_LENGTHS = "length"
_MOVED = re.compile(
    r"\b(?:jump|walk|sw[aiu]m|threw|throw|drift|fell|fall|sank|sink|mov|gain|los[te]|gr[eo]w|shr[aiu]nk|drove|driv|march|climb)"
    r"\w{0,4}\s(?:[^\W\d_]+\s)?$",
    re.I,
)
"""How far somebody or something came is not how large it is."""


def _dimension(amount: Amount) -> re.Match[str] | None:
    text, start, end = amount.span
    return _BEHIND.match(text, end) or just_before(_IN_FRONT, text, start)


def _dimensions(own: Amount, other: Amount) -> tuple[str, str] | None:
    if own.measured.what != _LENGTHS:
        return None
    mine, theirs = _dimension(own), _dimension(other)
    if mine is None or theirs is None:
        moved = tuple(just_before(_MOVED, *one.span[:2]) for one in (own, other))
        if mine and moved[1]:
            return _apart((mine, moved[1]), own, other)
        return _apart((moved[0], theirs), own, other) if theirs and moved[0] else None
    names = {mine.lastgroup or "", theirs.lastgroup or ""}
    if len(names) < 2 or (names <= _UPWARD and any(_LIES.search(one.facts.text) for one in (own, other))):
        return None
    return _apart((mine, theirs), own, other)


# what it weighs and what it carries; how long it runs and how long it takes to be full

_STATES = (
    (
        "mass",
        re.compile(r"\b(?:weigh\w*|weight)\s(?:[^\W\d_]+\s){0,3}$", re.I),
        re.compile(
            r"\b(?:carr(?:y|ies|ied|ying)|lift\w*|load\w*|hauls?|hauled|tow(?:s|ed)?|pull(?:s|ed)?|gain(?:s|ed)?|los(?:e|es|t)"
            r"|put\son|shed|holds?|moves?|eats?|ate)\s(?:[^\W\d_]+\s){0,3}$",
            re.I,
        ),
    ),
    (
        "hour",
        re.compile(r"\blast(?:s|ed|ing)?\s(?:[^\W\d_]+\s){0,3}$", re.I),
        re.compile(r"\b(?:(?:re)?charg(?:es?|ed|ing)|fill(?:s|ed|ing)?(?:\sup)?)\s(?:[^\W\d_]+\s){0,3}$", re.I),
    ),
)
_TO_BE_FULL = re.compile(r"\s(?:[^\W\d_]+\s)?to\s(?:be\s)?(?:full|fill|charge|recharge|heat|cool)\w*\b", re.I)


def _loads(own: Amount, other: Amount) -> tuple[str, str] | None:
    for what, state, load in _STATES:
        if what not in (own.measured.what, own.quantity.unit or ""):
            continue
        for one, two in ((own, other), (other, own)):
            is_so = just_before(state, *one.span[:2])
            does = just_before(load, *two.span[:2]) or (_TO_BE_FULL.match(*_after(two)) if what == "hour" else None)
            if is_so and does:
                return _apart((is_so, does) if one is own else (does, is_so), own, other)
    return None


def _after(amount: Amount) -> tuple[str, int]:
    return amount.facts.text, amount.quantity.end


# by how much it is more

_ER = re.compile(
    r"\s(?:warm|cold|hott|cool|high|low|tall|long|short|deep|wid|heavi|light|old|young|fast|slow|cheap|dear|larg|bigg|small"
    r"|great)er\b|\s(?:above|below)\s(?:the\s)?(?:average|normal|usual)\b|\stoo\s[^\W\d_]+",
    re.I,
)


def _compared(own: Amount, other: Amount) -> tuple[str, str] | None:
    """One alone is by how much a thing passes another: "40 degrees warmer"."""
    found = _ER.match(*_after(own)), _ER.match(*_after(other))
    if (found[0] is None) == (found[1] is None):
        return None
    plain = own if found[0] is None else other
    if direction(*plain.span) or _CHANGED.search(_before(plain)) or plain.measured.what in ("share", "points"):
        return None
    return _apart(found, own, other)


# a share, and a change

_CHANGED = re.compile(
    r"\b(?:rose|risen|ris(?:e|es|ing)|gr(?:ew|ow\w*)|increas\w+|climb\w*|jump\w*|surg\w+|soar\w*|expand\w*|swell\w*|fell"
    r"|fall(?:s|en|ing)?|declin\w+|dropp?\w*|shr[aiu]nk\w*|reduc\w+|decreas\w+|contract\w*|plung\w+|slump\w*|cut|slid|raised"
    r"|lowered|(?:is|are|was|were|been?|went|gone|go(?:es)?)\s(?:up|down))\s(?:(?!to\b|from\b|at\b)[^\W\d_]+\s){0,4}$",
    re.I,
)
_CHANGES = re.compile(
    r"\s(?:[^\W\d_]+\s)?(?:rise|increase|growth|jump|gain|surge|more|higher|drop|fall|decline|decrease|cut|reduction|loss"
    r"|less|fewer|lower|smaller|larger|bigger)\b",
    re.I,
)
_SHARES = re.compile(
    r"\b(?:m(?:ake|akes|ade|aking)\sup|account(?:s|ed|ing)?\sfor|(?:t(?:ake|akes|ook|aking)|eats?|ate)\sup|swallow(?:s|ed)?|provid(?:es?|ed)"
    r"|suppl(?:y|ies|ied)|h(?:olds?|eld)|represent(?:s|ed)?|constitut(?:es?|ed)|amount(?:s|ed)?\sto|covers?|forms?"
    r"|spends?|(?:is|are|was|were)(?:\snow|\sonly)?)\s(?:(?!by\b)[^\W\d_]+\s){0,2}$",
    re.I,
)
_OF = re.compile(r"\sof\s(?!a\spoint|percentage)", re.I)
_TELLS_CHANGE = re.compile(
    r"\b(?:rise|increase|growth|fall|drop|decline|decrease|cut|reduction|inflation|change|loss|gain|return)\b", re.I
)


def _before(amount: Amount) -> str:
    text, start, _ = amount.span
    begin = max(sentence(text, start)[0], start - 80)
    return re.split(r"[;:]|,\s|\b(?:and|but|which|who)\s", text[begin:start])[-1]


def _kind(amount: Amount) -> str:
    """Whether a per cent is of a whole or of a change; nothing where that is not told."""
    before = _before(amount)
    behind = _OF.match(*_after(amount)) is not None
    if _CHANGES.match(*_after(amount)):
        return "change"
    nearest = _nearest(before)
    if nearest is not None and nearest.re is _SHARES:
        return "" if _TELLS_CHANGE.search(before) else "share"
    if nearest is not None:
        return "" if behind else "change"
    return "share" if behind and not direction(*amount.span) else ""


def _nearest(before: str) -> re.Match[str] | None:
    """The verb of a share or a change that is nearer to what follows."""
    found = [match for form in (_SHARES, _CHANGED) if (match := form.search(before))]
    return max(found, key=lambda match: (match.start(), match.re is _CHANGED), default=None)


def _share_and_change(own: Amount, other: Amount) -> tuple[str, str] | None:
    if own.measured.what != "share" or {_kind(own), _kind(other)} != {"share", "change"}:
        return None
    ends = []
    for one in (own, other):
        before, start = _before(one), one.quantity.start
        found = _nearest(before)
        begins = start - len(before) + found.start() if found else start
        ends.append(re.compile(r".+", re.S).match(one.facts.text, begins, one.quantity.end))
    return _apart((ends[0], ends[1]), own, other)


# at least, and at most

_LEAST, _MOST = (Bound.AT_LEAST, Bound.MORE_THAN), (Bound.AT_MOST, Bound.LESS_THAN)
_LESS_BEHIND = re.compile(r"(?:\s[^\W\d_]+){0,3}\s(?:at\s(?:the\s)?most|or\s(?:fewer|less)|tops)\b", re.I)
_MORE_BEHIND = re.compile(r"(?:\s[^\W\d_]+){0,3}\s(?:at\s(?:the\s)?least|or\smore)\b", re.I)


def _bound(amount: Amount) -> str:
    bound = amount.quantity.bound
    if bound in _LEAST or _MORE_BEHIND.match(*_after(amount)):
        return "least"
    return "most" if bound in _MOST or _LESS_BEHIND.match(*_after(amount)) else ""


def _other_bound(own: Amount, other: Amount) -> tuple[str, str] | None:
    if {_bound(own), _bound(other)} != {"least", "most"}:
        return None
    mine, theirs = ({one.quantity.low, one.quantity.high} - {None} for one in (own, other))
    behind = [_LESS_BEHIND.match(*_after(one)) or _MORE_BEHIND.match(*_after(one)) for one in (own, other)]
    return _apart((behind[0], behind[1]), own, other) if mine == theirs else None


# the whole, of which another number is told

_OF_WHOLE = re.compile(
    r"(?:\s(?!instead\b)[^\W\d_]+){0,2}?\s(?:out\s)?of\s(?:(?:the|its|their|his|her|our|all|some|about|around|those|these"
    r"|an?|nearly|over"
    r"|more|than)\s){0,3}(?:[\w.-]+['’]s?\s)?"
)
_WHOSE = re.compile(r"([\w.-]{1,40})['’]s?\s")
_EVERY = re.compile(r"\b(?:every|each|any)\s$", re.I)
_OF_FIRST = re.compile(
    r"^\W*(?:out\s)?of\s(?:(?:the|its|their|his|her|our|all|some|those|these)\s){0,2}(?:[\w.-]+\s)?(?:[\w.-]+['’]s?\s)?$",
    re.I,
)
_HAS = re.compile(
    r"\b(?:ha(?:s|ve|d|ving)|with|there\s(?:is|are|was|were)|employ\w*|own(?:s|ed)?|includ\w+|compris\w+|contain\w*|number\w*"
    r"|consist\w*\sof|is|are|was|were|holds?|held|runs?|ran|of)\s(?:(?!by\b)[^\W\d_]+\s){0,2}$",
    re.I,
)
_ALL = re.compile(r"\ball\s(?:(?:of\s)?(?:the|its|their|his|her)\s)?$", re.I)
_HELP_WORDS = "was were are is been be being has have had will would can could did do"
_HELP = frozenset(_HELP_WORDS.split())


def _part_before(amount: Amount) -> Quantity | None:
    """The number of a part of which an amount is the whole: 31 of "31 of the team's 40 points"."""
    text, start, _ = amount.span
    begin, stop = sentence(text, start)
    if amount.quantity.kind not in (QuantityKind.COUNT, QuantityKind.MEASURE, QuantityKind.MONEY):
        return None
    for one in amount.facts.quantities:
        if _EVERY.search(text[begin : one.start]):
            continue
        if begin <= one.start and one.end <= start and _OF_WHOLE.fullmatch(text, one.end, start):
            return one
        if start < one.start < stop and _OF_FIRST.match(text[begin:start]) and one.kind is amount.quantity.kind:
            return one
    return None


def _done_to_a_part(own: Amount, other: Amount) -> tuple[str, str] | None:
    """The claim tells what was done with as many as the passage's whole is, of which another number is told."""
    part = _part_before(other)
    if part is None or part.low == own.quantity.low:
        return None
    text, start, _ = own.span
    last = [stem(word.group().casefold()) for word in WORD.finditer(text, sentence(text, start)[0], start)][-1:]
    done = verb_at(*own.span) or "".join(last)
    if just_before(_HAS, text, start) or just_before(_ALL, text, start) or _part_before(own) is not None:
        return None
    said = other.facts.text[slice(*sentence(*other.span[:2]))]
    if not told_in(done, stems(said)) or _of_those(other, done, part.start):
        return None
    there = other.facts.text
    before = stems(there[sentence(there, part.start)[0] : part.start])
    owner = stems("".join(_WHOSE.findall(there[part.end : other.quantity.start])))
    if owner and before and not owner & before and owner <= stems(text[:start]):
        return None  # what one player did of the team's 40 points, the team did
    begins, ends = min(part.start, other.quantity.start), max(part.end, other.quantity.end)
    return own.words, there[begins:ends].strip(" .,;")


def _of_those(whole: Amount, done: str, part: int) -> bool:
    """Whether it was done to the whole: "nine of the 14 men arrested on Monday", "the 50 stolen rifles"."""
    text, _, end = whole.span
    stop = text.find(",", end) if part > end else sentence(text, end - 1)[1]
    words = list(WORD.finditer(text, end, stop if stop >= end else part))[:6]
    for at, word in enumerate(words):
        said = word.group().casefold()
        if said in ("who", "that", "which"):
            return any(same_sense(done, stem(one.group().casefold())) for one in words[at:])
        if said in _HELP:
            return False
        if same_sense(done, stem(said)):
            return True
    return False
