"""What keeps two equal amounts from agreeing: that they are told of another time, state or stuff.

300 tonnes of gold are not 300 of silver, who will have 340 beds has not got them, and "from 57" is not "to 57".
"""

from __future__ import annotations

import re

from workbench.comparison.amounts import Amount, role
from workbench.comparison.comparable_amounts import differ_in_time, in_the_present, led_elsewhere
from workbench.comparison.context_window import sentence, stems
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
_PLANNED = re.compile(
    r"\b(?:will|would|shall|should|could|might|(?-i:may)|must|cannot|can|if|hopes?|hoped|plan(?:s|ned)?|want(?:s|ed)?"
    r"|needs?|needed|requires?|required|lack(?:s|ed)?|seeks?|sought|aim(?:s|ed)?|intend(?:s|ed)?|expect(?:s|ed)?"
    r"|(?:room|space|capacity|permission)\s+for|short\s+of|(?:is|are|was|were|due|set|about)\s+to|target\w*"
    r"|ask(?:s|ed)?\s+for|propos\w+|forecast\w*|project(?:s|ed)|promis\w+|pledg\w+|budget(?:s|ed))\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:until|till|used\s+to|no\s+longer|formerly|previously)\b|\bbefore\s+(?:the|its|their|an?)\b", re.I
)
_TO_DO = re.compile(r"\bto\s(?!the\b|an?\b|its\b|their\b)[a-z]{2,}\s")
_IS = re.compile(r"\b(?:has|have|is|are|holds?|employs?|contains?|owns?|runs?)\b", re.I)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_ITS_DOER = re.compile(r"\W*(?:it|he|she|they|its|his|her|their)\b", re.I)


def not_yet_or_no_more(own: Amount, other: Amount) -> str | None:
    """What the passage says in its own words where it only plans, needs or once had what the claim says there is."""
    if own.quantity.kind is QuantityKind.ORDINAL:
        return None  # the third verse is the third one, whatever is wanted of it
    texts = [amount.facts.text for amount in (own, other)]
    (begin, stop), (there, ends) = (sentence(*amount.span[:2]) for amount in (own, other))
    if any(form.search(texts[0], begin, stop) for form in (_PLANNED, _PAST, _TO_DO)):
        return None
    planned = list(_PLANNED.finditer(texts[1], there, other.quantity.start))
    if planned and other.quantity.start - planned[-1].start() <= _NEAR:
        return texts[1][planned[-1].start() : other.quantity.end].rstrip(" .,;")
    if not (_IS.search(texts[0], begin, own.quantity.start) and in_the_present(own)):
        return None
    past = _PAST.search(texts[1], there, ends)
    if past is None:
        return None
    return texts[1][slice(*_spanned(past, other))].rstrip(" .,;")


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
        or differ_in_time(own, other)
        or led_elsewhere(own, other)
        or _of_other_stuff(own, other)
        or _headed_otherwise(own, other)
    )


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
    mine, theirs = set(_YEAR.findall(text[begin:stop])), set(_YEAR.findall(headed))
    if mine and theirs and not mine & theirs:
        return True
    there = other.facts.text[slice(*sentence(*other.span[:2]))]
    if not _ITS_DOER.match(there):
        return False
    told = stems(text)
    return any(not told_in(word, told) for word in stems(headed) - SAYS_LITTLE)
