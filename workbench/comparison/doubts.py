"""What keeps two equal amounts from agreeing: that they are told of another time, state or stuff.

300 tonnes of gold are not 300 of silver, who will have 340 beds has not got them, and "from 57" is not "to 57".
"""

from __future__ import annotations

import re
from datetime import timedelta

from workbench.comparison.amounts import Amount, direction, role
from workbench.comparison.comparable_amounts import differ_in_time, in_the_present, led_elsewhere, when_told
from workbench.comparison.context_window import just_before, sentence, stems
from workbench.comparison.headings import heading
from workbench.comparison.matter import SAYS_LITTLE
from workbench.comparison.senses import told_in
from workbench.domain.quantities import QuantityKind

_OF = re.compile(
    r"\s{1,4}of\s{1,4}(?:(?:the|its|their|his|her)\s{1,4})?(?P<what>[^\W\d_]{3,40}(?:\s[^\W\d_]{3,40})?)", re.I
)
_IN = re.compile(
    r"\s{1,4}(?:in|on|at|for|as)\s{1,4}(?:(?:the|an?|its|their|his|her)\s{1,4})?(?P<what>[^\W\d_]{3,40})", re.I
)
PLANNED = re.compile(
    r"\b(?:will|would|shall|should|could|might|(?-i:may)|must|hopes?|hoped|plan(?:s|ned)?|want(?:s|ed)?"
    r"|needs?|needed|requires?|required|lack(?:s|ed)?|seeks?|sought|aim(?:s|ed)?|intend(?:s|ed)?|expect(?:s|ed)?"
    r"|(?:room|space|capacity|permission)\s+for|short\s+of|(?:is|are|was|were|due|set|about)\s+to|target\w*"
    r"|ask(?:s|ed)?\s+for|propos\w+|forecast\w*|project(?:s|ed)|promis\w+|pledg\w+|budget(?:s|ed)|threaten(?:s|ed|ing)?|doubt(?:s|ed)?|(?:built|designed|meant)\s+for"
    r"|(?:is|are)\s(?:hiring|recruiting|building|planning|seeking|adding|creating))\b",
    re.I,
)
_JUDGED = re.compile(r"\b(?:fined?|fines|sentenced|ordered|convicted|ruled|jailed|awarded|told)\b", re.I)
_IN_NAME = re.compile(r"\b(?:on\spaper|in\stheory|nominally|supposedly|in\sname\sonly)\b", re.I)
"""What says that there may be less of it in truth."""
_WAS_PLANNED = re.compile(
    r"[^.,;:]{0,40}\b(?:was|were|is|are)\s(?:planned|proposed|promised|needed|expected|wanted|required)\b", re.I
)
_ANOTHER_CLAUSE = re.compile(r"[,;:–—]|\b(?:which|who|that|and|but|has|is|are|was|were|because|when|while)\b", re.I)
_LESS = re.compile(r"\s(?:[^\W\d_]+\s){0,2}?(?:too\s(?:few|many)|less|fewer|more|empty|spare|short)\b", re.I)
_AGO = re.compile(r"\s(?:[^\W\d_]+\s)?(?:ago|earlier|later)\b", re.I)
_BESIDE_IT = re.compile(r"\s(?:[^\W\d_]+\s)?(?:after|before|into|from)\b", re.I)
_OLD = re.compile(r"\b(?:old|former|previous|another|other)\s(?:[^\W\d_]+\s){0,4}$", re.I)
_LOSS = re.compile(r"\b(?:loss(?:es)?|deficit|shortfall|debts?)\sof\s(?:\w+\s){0,2}$", re.I)
_THE = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir)\s([a-z]{3,40})\b")
_PAST = re.compile(
    r"\b(?:until|till|used\s+to|no\s+longer|formerly|previously)\b|\bbefore\s+(?:the|its|their|an?)\b", re.I
)
_LONG_AGO = re.compile(
    r"\b(?:ago|then|when|once(?!\s(?:an?|every|more|per|again|the)\b)|at\s(?:the|that)\stime"
    r"|in\s(?:those|its|his|her|their|the)\s(?:[a-z]{3,20}\s)?(?:days|years|heyday|beginning))\b",
    re.I,
)
"""What says that it was so, beside a verb of the past: "had 340 beds when it opened"."""
_WAS = re.compile(r"\b(?:had|was|were|held|[a-z]{3,20}ed)\b")
YEARS_AGO = timedelta(days=400)
TO_DO = re.compile(r"\bto\s(?!the\b|an?\b|its\b|their\b)[a-z]{2,}\s")
_IS = re.compile(r"\b(?:has|have|is|are|holds?|employs?|contains?|owns?|runs?|costs?)\b", re.I)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_ITS_DOER = re.compile(r"\W*(?:it|he|she|they|its|his|her|their)\b", re.I)


def not_yet_or_no_more(own: Amount, other: Amount) -> str | None:
    """What the passage says in its own words where it only plans, needs or once had what the claim says there is."""
    if own.quantity.kind is QuantityKind.ORDINAL:
        return None  # the third verse is the third one, whatever is wanted of it
    texts = [amount.facts.text for amount in (own, other)]
    (begin, stop), (there, ends) = (sentence(*amount.span[:2]) for amount in (own, other))
    in_name = _IN_NAME.search(texts[1], there, ends)
    if in_name is not None and not _IN_NAME.search(texts[0], begin, stop):
        return texts[1][slice(*_spanned(in_name, other))].rstrip(" .,;")
    if any(form.search(texts[0], begin, stop) for form in (PLANNED, _PAST, TO_DO)):
        return None
    planned = list(PLANNED.finditer(texts[1], there, other.quantity.start))
    if planned and planned[-1].group().casefold() == "must" and _JUDGED.search(texts[0], begin, stop):
        return None  # who was fined must pay it
    if planned and other.quantity.start - planned[-1].start() <= _NEAR:
        between = texts[1][planned[-1].end() : other.quantity.start]
        if planned[-1].group().casefold().startswith("doubt") or not _ANOTHER_CLAUSE.search(between):
            return texts[1][planned[-1].start() : other.quantity.end].rstrip(" .,;")
    was = _WAS_PLANNED.match(texts[1], other.quantity.end)
    if was is not None:
        return texts[1][other.quantity.start : was.end()]
    if _IS.search(texts[1], there, other.quantity.start) or not (
        _IS.search(texts[0], begin, own.quantity.start) and in_the_present(own)
    ):
        return None
    past = _PAST.search(texts[1], there, ends) or _was_once(own, other)
    if past is None or (past.group().casefold().startswith("before") and past.start() < other.quantity.start):
        return None
    return texts[1][slice(*_spanned(past, other))].rstrip(" .,;")


def _was_once(own: Amount, other: Amount) -> re.Match[str] | None:
    """What says of the passage's amount that it was so at a time long past; nothing of what was done then."""
    text, start, _ = other.span
    begin, stop = sentence(text, start)
    if not _WAS.search(text, begin, start):
        return None
    told, day = when_told(other), own.facts.day or other.facts.day
    if told is not None and (day is None or day - told[1] > YEARS_AGO):
        return _YEAR.search(text, begin, stop) or _LONG_AGO.search(text, begin, stop)
    return _LONG_AGO.search(text, begin, stop)


_NEAR = 40
"""Characters between "will" and what will be."""


def _spanned(found: re.Match[str], amount: Amount) -> tuple[int, int]:
    return min(found.start(), amount.quantity.start), max(found.end(), amount.quantity.end)


def of_another_matter(own: Amount, other: Amount) -> bool:
    """Whether two equal amounts are told of other times, ends of a change or stuff, or under another's heading."""
    if own.quantity.kind is QuantityKind.ORDINAL:
        return False
    roles = {role(*own.span), role(*other.span)}
    return (
        roles == {"from", "to"}
        or told_otherwise(own, other) is not None
        or one_and_many(own, other)
        or differ_in_time(own, other)
        or led_elsewhere(own, other)
        or _of_other_stuff(own, other)
        or _one_sided(own, other)
        or _headed_otherwise(own, other)
    )


_BY_OR_TO = re.compile(r"\b(?:by|to)\s+$", re.I)


def told_otherwise(own: Amount, other: Amount) -> str | None:
    """What the passage says in its own words of an equal amount that is "by" how much for "to" how much, or "ago"."""
    text, start, end = other.span
    if {role(*own.span), role(*other.span)} == {"by", "to"} and (direction(*own.span) or direction(*other.span)):
        led = just_before(_BY_OR_TO, text, start)
        return text[led.start() if led else start : end].rstrip(" .,;")
    if any(_BESIDE_IT.match(*_after(one)) for one in (own, other)):
        return None  # "13 minutes later" is "13 minutes after take-off"
    ago = [_AGO.match(*_after(one)) for one in (own, other)]
    if (ago[0] is None) == (ago[1] is None):
        return None
    return text[start : ago[1].end() if ago[1] else end].rstrip(" .,;")


def _one_sided(own: Amount, other: Amount) -> bool:
    """Whether one alone is of the old one, a loss, or how much less or too few there are."""
    for form in (_OLD, _LOSS):
        if (just_before(form, *own.span[:2]) is None) != (just_before(form, *other.span[:2]) is None):
            return True
    if role(*own.span) == role(*other.span) == "by":
        return False  # "rise by 38 euros", "38 euros more"
    return (_LESS.match(*_after(own)) is None) != (_LESS.match(*_after(other)) is None)


def one_and_many(own: Amount, other: Amount) -> bool:
    """Whether one tells of a thing and the other of several such: the port, and the ports of Varen."""
    words = []
    for amount in (own, other):
        text, start, _ = amount.span
        words.append({word.casefold() for word in _THE.findall(text, sentence(text, start)[0], start)})
    pairs = (words, words[::-1])
    return any(f"{word}s" in there - here for here, there in pairs for word in here - there)


def _of_other_stuff(own: Amount, other: Amount) -> bool:
    """Whether each says what it is of, and neither tells the other's: tonnes of gold, tonnes of silver."""
    if own.quantity.kind is QuantityKind.COUNT:
        return False
    here, there = (stems(f"{one.facts.about} {one.facts.text}") for one in (own, other))
    for form in (_OF, _IN):
        found = [form.match(*_after(amount)) for amount in (own, other)]
        mine, theirs = (stems(one["what"]) - SAYS_LITTLE if one else frozenset() for one in found)
        if any(not told_in(word, there) for word in mine) and any(not told_in(word, here) for word in theirs):
            return True
    return False


def _after(amount: Amount) -> tuple[str, int]:
    text, _, end = amount.span
    return text, end


def _headed_otherwise(own: Amount, other: Amount) -> bool:
    """Whether the passage's amount stands below a heading that names another year, or whom "it" stands for."""
    headed = heading(other.facts.text, other.quantity.start)
    if not headed:
        return False
    text, start, _ = own.span
    begin, stop = sentence(text, start)
    there = other.facts.text[slice(*sentence(*other.span[:2]))]
    mine, theirs = set(_YEAR.findall(text[begin:stop])), set(_YEAR.findall(headed))
    if mine and theirs and not mine & {*theirs, *_YEAR.findall(there)}:
        return True
    if not _ITS_DOER.match(there):
        return False
    told = stems(text)
    return any(not told_in(word, told) for word in stems(headed) - SAYS_LITTLE)
