"""The record that was beaten: "it was the longest final, beating that of 2008" bears out nothing of the one of 2008.

The year or the name that the claim calls the longest, highest or worst stands in such a passage, beside the very word,
as what was beaten. Where it stands anywhere else too, or the claim says until when it held, nothing is told.
"""

from __future__ import annotations

import re

from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.domain.quantities import QuantityKind

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_FIRST_NAME = re.compile(r"(?:The\s)?(?P<name>(?!The\b)[A-Z][\w’'-]{1,30}(?:\s[A-Z][\w’'-]{1,30}){0,3})")
_HELD_UNTIL = re.compile(
    r"\b(?:until|till|before|previous\w{0,2}|then|at\sthe\stime|old|former|formerly|once|since|(?<!on\s)record|beat\w{0,4}|ahead)\b",
    re.I,
)
_BEATEN = (
    r"(?:beat(?:s|ing)?|break(?:s|ing)|broke|smash\w{1,3}|shatter\w{1,3}|surpass\w{0,3}|overt(?:akes?|aking|ook)"
    r"|eclips\w{1,3}|exceed\w{0,3}|topp?(?:s|ed|ing)|pass(?:es|ed|ing)|outdo\w{0,4}|outdid|ahead\sof"
    r"|(?:title|record|crown|place)\s(?:away\s)?from|(?:more\s\w{1,20}|[a-z]{2,20}er|worse|better)\sthan"
    r"|(?:record|mark|title|high|best)\s(?:that\shad\sbeen\s|that\swas\s)?(?:held|set)"
    r"|(?:previous|old|former|earlier|prior|last)\s(?:record|high|mark|best|title))"
)
_BETWEEN = r"(?:\s(?!(?:and|but|which|who|while|when)\b)[\w’'.-]{1,20}){0,7}?\s(?:the\s)?"
_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?;][”\"’]?\s+|\n+")


def beaten(claim: Facts, passage: Facts) -> list[Comparison]:
    """What the claim calls the greatest, where the passage tells only that it was beaten."""
    ranks = [one.text.split()[-1] for one in claim.quantities if one.kind is QuantityKind.SUPERLATIVE]
    if not ranks or _HELD_UNTIL.search(claim.text):
        return []
    name = _FIRST_NAME.match(claim.text)
    held = [*_YEAR.findall(claim.text)[:1], *([name["name"]] if name else [])]
    for each in held:
        at = re.compile(rf"\b{_BEATEN}{_BETWEEN}(?P<held>{re.escape(each)})\b", re.I)
        for sentence in _SENTENCE_END.split(passage.text):
            found = at.search(sentence)
            if found is None or not any(re.search(rf"\b{re.escape(rank)}\b", sentence, re.I) for rank in ranks):
                continue
            if len(re.findall(rf"\b{re.escape(each)}\b", passage.text)) == 1:
                return [Comparison(Outcome.ANOTHER, each, " ".join(found.group().split()))]
    return []
