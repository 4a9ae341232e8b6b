"""What keeps two amounts apart by the build of their sentences, whatever a network makes of the words.

A network that reads "187 metres" in both takes a tower for "the tower on the east bank", what is carried for what can
be carried, and a group for the whole. Those are told by small words, and small words are read by rule.
"""

from __future__ import annotations

import re
from itertools import takewhile

from workbench.comparison.age_groups import age_group
from workbench.comparison.amounts import Amount, direction, rate_of, role
from workbench.comparison.another_measure import measured_otherwise
from workbench.comparison.comparable_amounts import (
    differ_in_time,
    elsewhere_told,
    in_the_present,
    in_two_places,
    kind_of,
    still_growing,
)
from workbench.comparison.context_window import (
    MONTHS,
    WORD,
    is_verb,
    just_before,
    marks,
    marks_within,
    of_another,
    sentence,
    stems,
)
from workbench.comparison.counted import denied, is_whole
from workbench.comparison.done_otherwise import done_otherwise
from workbench.comparison.doubts import PLANNED, TO_DO, not_yet_or_no_more, of_another_matter, one_and_many
from workbench.comparison.headings import heading
from workbench.comparison.matter import SAYS_LITTLE, deed, matter, turned_round
from workbench.comparison.measures import is_some_of
from workbench.comparison.narrower import begins, is_name
from workbench.comparison.other_times import at_another_time, of_a_month, said
from workbench.comparison.said_of_a_part import for_and_against, of_one_size
from workbench.comparison.senses import contrasted, same_sense, told_in
from workbench.comparison.stages import at_another_stage
from workbench.comparison.stemming import stem
from workbench.comparison.told_apart import of_other_things
from workbench.comparison.two_times import of_two_times
from workbench.domain.quantities import QuantityKind


def surely_apart(own: Amount, other: Amount) -> bool:
    """Whether small words, places or times say that two amounts are not of one thing at one time."""
    return (
        _in_other_roles(own, other)
        or of_other_things(own, other)
        or at_another_stage(own, other)
        or age_group(*own.span) != age_group(*other.span)
        or (rate_of(*own.span) or 0.0) != (rate_of(*other.span) or 0.0)
        or measured_otherwise(own, other) is not None
        or differ_in_time(own, other)
        or of_two_times(said(own), said(other))
        or elsewhere_told(own, other)
        or in_two_places(own, other)
        or of_another(own.facts.text, other.facts.text, other.facts.about, other.quantity.start)
        or for_and_against(own, other)
        or _reckoned_otherwise(own, other)
        or of_one_more(own, other)
        or of_another_kind(own, other)
        or turned_round(own.facts, own.quantity, other.facts, other.quantity)
    )


def perhaps_apart(own: Amount, other: Amount) -> bool:
    """Whether words leave open that two amounts are of two times, of a part, of what is planned or done otherwise."""
    return (
        of_another_time_or_part(own, other)
        or _once_and_now(own, other)
        or still_growing(own, other)
        or _within_another(own, other)
        or _of_some_kind(own, other)
        or _done_otherwise(own, other)
    )


def of_another_time_or_part(own: Amount, other: Amount) -> bool:
    """Whether words leave open that one amount is of another time, of a part, planned or only possible."""
    return (
        _marked_otherwise(own, other)
        or _of_a_part(own, other)
        or rate_of(*own.span) != rate_of(*other.span)  # "over three years", and of no time
        or told_as_possible(own) != told_as_possible(other)
        or at_another_time(own, other)
        or of_a_month(own, other)
        or bool(not_yet_or_no_more(own, other) or not_yet_or_no_more(other, own))
    )


def _in_other_roles(own: Amount, other: Amount) -> bool:
    """Whether one is where a change began, or by how much it was, and the other where it ended; or up, and down."""
    roles = {role(*own.span), role(*other.span)}
    if direction(*own.span) * direction(*other.span) < 0 or change_and_share(own, other):
        return True
    if more_and_less(own, other):
        return True
    return len(roles) > 1 and ("from" in roles or roles == {"by", "to"})


_MORE_OR_LESS = re.compile(
    r"(?:\s[^\W\d_]+){0,2}?\s(?:(?P<more>more|higher|greater|larger|bigger|dearer|faster|longer|better)"
    r"|(?:less|fewer|lower|smaller|cheaper|slower|shorter|worse))\b",
    re.I,
)


def more_and_less(own: Amount, other: Amount) -> bool:
    """Whether one is by how much something is more and the other less: "24% less likely", "a 24% higher risk"."""
    return {_by_which(own), _by_which(other)} == {"more", "less"}


def _by_which(amount: Amount) -> str:
    """Whether an amount is told as how much "more" or how much "less" something is; else nothing."""
    text, _, end = amount.span
    found = _MORE_OR_LESS.match(text, end)
    return "" if found is None else "more" if found["more"] else "less"


_STANDS_AT = re.compile(
    r"\b(?:is|are|was|were|has|have|had|stands?|stood)\s(?:(?:at|about|around|some|only|now|nearly|almost|over)\s)?$",
    re.I,
)
_HAS = re.compile(
    r"\b(?:is|are|has|have|employs?|holds?|owns?|runs?|contains?|there\s(?:is|are))\s(?:[^\W\d_]+\s){0,2}$", re.I
)


def _once_and_now(own: Amount, other: Amount) -> bool:
    """Whether one tells what was done, and the other how many there are: hired 400, employs 900."""
    for one, two in ((own, other), (other, own)):
        text, start, _ = one.span
        there = just_before(_HAS, *two.span[:2]) and in_the_present(two)
        if there and role(*one.span) != "to" and not in_the_present(one):
            return not just_before(_WAS_THERE, text, start)
    return False


_WAS_THERE = re.compile(r"\b(?:was|were|had|held|stood|employed|owned|counted|found)\s(?:[^\W\d_]+\s){0,3}$", re.I)


def change_and_share(own: Amount, other: Amount) -> bool:
    """Whether one tells by how much something rose, and the other how much it is: "by 40 %", "27 % of sales"."""
    for one, two in ((own, other), (other, own)):
        if role(*one.span) == "by" and not role(*two.span) and just_before(_STANDS_AT, *two.span[:2]):
            return True  # "was raised by four metres", "is 44 metres high"
    if own.measured.what not in ("share", "points"):
        return False  # "fell 25 metres"
    told = [
        (role(*one.span) == "by" and bool(direction(*one.span)), role(*one.span), direction(*one.span))
        for one in (own, other)
    ]
    return any(one[0] and not two[1] and not two[2] for one, two in (told, told[::-1]))


_ANOTHER = re.compile(
    r"\b(?:first|second|third|fourth|fifth|another)\s(?:(?!of\b)[a-z]{3,20}\s)??(?P<what>[a-z]{3,20})(?=\s(?!of\b)|[,.;:]|$)"
)


def of_one_more(own: Amount, other: Amount) -> bool:
    """Whether one alone is of a second, a third, another one of what both tell of: "her second novel"."""
    if own.quantity.kind is QuantityKind.ORDINAL:
        return False
    texts = said(own), said(other)
    found = [
        {stem(one["what"]) for one in _ANOTHER.finditer(text)} & stems(texts[0]) & stems(texts[1]) for text in texts
    ]
    return found[0] != found[1]


_ADDED = stems("add additional extra further more")


def _marked_otherwise(own: Amount, other: Amount) -> bool:
    """Whether one alone is denied, planned, of a part, of another; "adds six" and "six additional" are the same."""
    apart = (marks(*own.span) - marks_within(*other.span[:2])) | (marks(*other.span) - marks_within(*own.span[:2]))
    apart -= {"denied", "akin"}  # "without electricity", "husband and wife": a network reads those in their place
    if all(PLANNED.search(said(one)) or TO_DO.search(said(one)) for one in (own, other)):
        apart -= {"hoped"}
    if rate_of(*own.span):
        apart -= {"each"}
    if all(stems(said(one)) & _ADDED for one in (own, other)):
        apart -= {"part"}
    return bool(apart) or denied(own, other)


_SOME_OF = re.compile(r"\b[Oo]f\s(?P<whom>[^,;:()]{2,80}),\s(?:(?:about|some|around|nearly|almost|only|just)\s)?$")
"""Tells of whom an amount is a part: "Of those enrolled, 640"."""

_OF_ITS = re.compile(r"\sof\s(?:its|their|his|her)\s")
"""Whose they all are: "32 of its branches"."""


def _some_of(amount: Amount) -> bool | None:
    """Whether an amount is of some of those that are known; None for "of the 184 bolts, 52", which may be all."""
    text, start, end = amount.span
    begin, _ = sentence(text, start)
    if amount.quantity.kind is not QuantityKind.COUNT or _OF_ITS.match(text, end):
        return False
    if is_some_of(amount.quantity, text):
        return True
    found = _SOME_OF.search(text, begin, start)
    if found is None:
        return False
    if any(is_verb(word) for word in WORD.finditer(found["whom"])):
        return True
    counted = any(found.start() <= one.start < found.end() for one in amount.facts.quantities)
    return None if counted else True


def _of_a_part(own: Amount, other: Amount) -> bool:
    """Whether one alone is of some of those, or tells how many there are of whom the other is a part."""
    if (
        {_some_of(own), _some_of(other)} == {True, False}
        or is_whole(own) != is_whole(other)
        or not of_one_size(own, other)
    ):
        return True
    told = stems(own.facts.text), stems(other.facts.text)
    kinds = kind_of(own), kind_of(other)
    return any(
        not told_in(word, there) and word not in _ADDED
        for kind, there in zip(kinds, told[::-1], strict=True)
        for word in kind - SAYS_LITTLE
    )


_POSSIBLE = re.compile(
    r"\b(?:can|could|cannot|able\sto|(?-i:may)|might|capacity|room\sfor|space\sfor|designed|built\s(?:for|to)|licen[sc]ed)\b",
    re.I,
)


def told_as_possible(amount: Amount) -> bool:
    """Whether it is told what can be, and not what is: "can carry 20,000"."""
    text, start, end = amount.span
    begin, _ = sentence(text, start)
    return _POSSIBLE.search(text, begin, end) is not None


_RECKONED = re.compile(
    r"\s*(?:[^\W\d_]+\s)?\b(?P<from>above|below|away|from(?![^.;]{1,60}\bto\b)|off|late|later|early|earlier|longer|shorter|ago|before"
    r"|after|ahead|behind|old|tall|high|long|wide|deep|thick|apart|north|south|east|west)\b",
    re.I,
)
_ONE_WAY = {
    "later": "late", "earlier": "early", "tall": "high", "ahead": "early", "before": "early",
}  # fmt: skip
_WITHOUT = frozenset({"high", "long", "deep", "wide", "thick", "apart"})
"""What need not stand there: "a tower of 187 metres"."""
DURATION = "duration"


def _reckoned_from(amount: Amount) -> str:
    """From where a length or time is counted, or which way: 35 minutes "late", 187 metres "above" the sea."""
    text, _, end = amount.span
    if role(*amount.span) == "by":
        return ""
    measures = amount.quantity.kind is QuantityKind.MEASURE or amount.measured.what == DURATION
    found = _RECKONED.match(text, end) if measures else None
    if found is None:
        return ""
    word = found["from"].casefold()
    return _ONE_WAY.get(word, word)


def _reckoned_otherwise(own: Amount, other: Amount) -> bool:
    """Whether the two are counted from another end, or are how long and how high."""
    ways = _reckoned_from(own), _reckoned_from(other)
    return ways[0] != ways[1] and not ("" in ways and set(ways) <= {"", *_WITHOUT})


_WITHIN = re.compile(
    r"\b(?:[Ii]n|[Oo]n|[Aa]t|[Aa]mong|[Ww]ithin|[Aa]cross|[Tt]hroughout|[Ii]nside|[Oo]utside|[Nn]ear|[Aa]round|[Uu]nder|[Ff]or)\s"
    r"(?:all\s(?:of\s)?)?(?:(?:the|an?|this|these|those|some|other)\s|(?P<whose>(?:its|his|her|their)\s)|(?=[A-Z]))(?P<what>[^\W\d_][^,.;:()]{1,60})"
)
_ENDS = re.compile(
    r"\b(?:of|in|on|at|for|from|by|with|to|after|before|when|while|that|which|who|and|or|but|was|were|is|are|has|have"
    r"|had|will|would|because|since|during|over|than|as|into|against|up|down)\b|\d"
)
_TIME_WORDS = """
    morning afternoon evening night weekend end beginning start time moment decade century quarter half period spring
    summer autumn winter financial monday tuesday wednesday thursday friday saturday sunday past previous
    statement report letter interview accounts minutes summary average
"""
NO_PLACE = SAYS_LITTLE | stems(_TIME_WORDS) | stems(" ".join(MONTHS))
"""What stands behind "in" or "at" and is no place or group."""

_ASIDE = re.compile(r"[,;:](?!\d)")


def _places(amount: Amount) -> list[frozenset[str]]:
    """What an amount is told to be in, on, at or among: the east bank, the placebo group."""
    found = []
    text, start, end = amount.span
    begin, stop = sentence(text, start)
    behind = _ASIDE.search(text, end, stop)  # "the second highest figure in the country" is said of it
    for match in _WITHIN.finditer(text, begin, behind.start() if behind else stop):
        words = list(takewhile(lambda word: not is_verb(word), WORD.finditer(_ENDS.split(match["what"])[0])))
        if words and words[0].group()[0].isupper():  # "In Tarn Valley leakage rose"
            words = list(takewhile(lambda word: word.group()[0].isupper(), words))
        if not (match["whose"] and len(words) == 1):  # "on its payroll" is where all of it is
            found.append(stems(" ".join(word.group() for word in words)) - NO_PLACE)
    return found


def _within_another(own: Amount, other: Amount) -> bool:
    """Whether one is told to be within something that the other text does not tell: "in the north"."""
    there = stems(f"{other.facts.about} {other.facts.text}") | stems(heading(other.facts.text, other.quantity.start))
    here = stems(own.facts.text)
    return any(
        any(not told_in(word, known) for word in words)
        for amount, known in ((own, there), (other, here))
        for words in _places(amount)
    )


_OF_SOME = re.compile(
    r"\s(?:[^\W\d_]+\s){0,2}?(?:from|with|without|aged|between|born|living)\s(?P<what>[^,.;:()]{2,40})"
)


def _of_some_kind(own: Amount, other: Amount) -> bool:
    """Whether the passage alone tells of what kind those are that it counts: "passengers from abroad"."""
    text, _, end = other.span
    found = _OF_SOME.match(text, end)
    here = stems(own.facts.text)
    return found is not None and any(
        not told_in(word, here) for word in stems(_ENDS.split(found["what"])[0]) - NO_PLACE
    )


_HOW_MEASURED = stems(
    "average mean median daily weekday weekly monthly yearly annual typical estimated measured total present moment"
)


def _subject(amount: Amount) -> tuple[str, ...]:
    """What a sentence begins with, up to what was done: "cherry tomatoes" cost."""
    done = deed(*amount.span)
    found = matter(amount.facts, amount.quantity.start).begins
    return tuple(takewhile(lambda word: word != done, found)) if done in found else begins(amount)


def of_another_kind(own: Amount, other: Amount) -> bool:
    """Whether the sentences begin with one thing of two kinds: net and operating profit, youth unemployment."""
    mine, theirs = _subject(own), _subject(other)
    above = f"{other.facts.about} {heading(other.facts.text, other.quantity.start)}"
    told = stems(said(own)), stems(f"{above} {said(other)}")
    if contrasted(told[0], stems(said(other))):
        return True
    if not mine or not theirs or not same_sense(mine[-1], theirs[-1]):
        return False
    lacking = (
        {word for word in mine[:-1] if word not in _HOW_MEASURED and not told_in(word, told[1])},
        {word for word in theirs[:-1] if word not in _HOW_MEASURED and not told_in(word, told[0])},
    )
    return bool(lacking[1] or lacking[0]) and not is_name(mine[-1], own, other)


def _by_another(own: Amount, other: Amount) -> bool:
    """Whether one verb is told of two: of whom the claim names, told in the title alone, and of its German plants."""
    mine, theirs = _subject(own), _subject(other)
    done = deed(*own.span), deed(*other.span)
    if not mine or not theirs or None in done or "will" in done or not same_sense(str(done[0]), str(done[1])):
        return False
    there, here = stems(said(other)), stems(own.facts.text)
    return not any(told_in(word, there) for word in mine) and any(not told_in(word, here) for word in theirs)


def _done_otherwise(own: Amount, other: Amount) -> bool:
    return (
        _by_another(own, other)
        or done_otherwise(own, other)
        or one_and_many(own, other)
        or of_another_matter(own, other)
    )
