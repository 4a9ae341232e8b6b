"""Which side of the day of publication a time lies on, told by the verbs around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum

from workbench.language.grammar.irregular_verbs import PASTS


class Side(StrEnum):
    """Where a time lies, seen from the day of publication."""

    AHEAD = "ahead"
    BEHIND = "behind"
    UNSURE = "unsure"
    """The words allow both: no date is written."""


WITHIN = "within"
"""What "within two weeks" names: which day it is counted from."""
Decide = Callable[[str, int, int], "Side | int | None"]
"""Which side a time lies on, or its very year, by what it names and its two offsets; None where nothing says so."""

_AHEAD = re.compile(
    r"\b(?:(?<!the )(?<!a )(?<!his )(?<!her )(?<!their )(?:will|shall)|(?<!\ba )must|(?:wo|sha)n['’]t|"
    r"(?:is|are|was|were|be|been|['’]s|['’]re)\s+(?:(?:not|also|now|still|only|\w+ly)\s+)*"
    r"(?:(?:due|set|expected|planned|scheduled|likely|about)\b(?!\s+by\b)|going\s+to\b)|"
    r"(?:plan|plans|planned|aim|aims|hope|hopes|want|wants|intend|intends|vow|vows|vowed)\s+to|(?:is|are)\s+to)\b"
    r"(?:\s+(?:to|not|also|only|\w+ly|have|be|been|get|take|taken|for)\b)*(?:\s+(?:\w+ed|\w+)\b)?",
    re.IGNORECASE,
)
"""Words that speak of what is to come, with the verb that they govern."""
_PAST_WORDS = rf"said|says|was|were|had|has|have|did|{'|'.join(sorted(PASTS))}|\w{{2,}}ed"
_FIRST_VERB = re.compile(
    rf"\b(?:(?P<ahead>will|shall|must|(?:is|are)\s+(?:also\s+)?(?:due|expected|planned|scheduled|set|going|to\b)|"
    rf"(?:plans?|aims?|hopes?|wants?)\s+to)|(?<!to )(?P<past>{_PAST_WORDS}))\b",
    re.IGNORECASE,
)
_PAST = re.compile(rf"\b(?:{_PAST_WORDS})\b", re.IGNORECASE)
_TO_DO = re.compile(r"\bto\s+[a-z]+\b")
_TO_COME = re.compile(
    r"\bwould\s+(?!have\b)[a-z]+|\b(?:pledged|promised|vowed|agreed|aims?|hopes?|wants?)\s+to\b", re.IGNORECASE
)
_WOULD = re.compile(r"\bwould\s+(?!have\b)(?:be\s+)?[a-z]+", re.IGNORECASE)
_TIMETABLE = re.compile(
    r"\b(?:(?:starts|begins|opens|reopens|resumes|closes|ends|expires|returns|runs)\b"
    r"(?!\s+(?:higher|lower|up|down|flat|mixed|with)\b)|takes\s+(?:place|effect)\b|kicks\s+off\b|(?:votes|meets|decides|gathers)(?=\s+on\s+$)|comes\s+into\s+(?:force|effect)\b|"
    r"(?:is|are)\s+(?:(?:on|in|from)\s+)?$)",
    re.IGNORECASE,
)
"""What the present tense says of a day or a month that is to come ("the trial resumes on 9 May")."""
_CALLED_FOR = re.compile(
    r"\b(?:call(?:s|ed)?|announce[sd]?|arranged|booked|fixed|plan(?:s|ned)?|schedules?)\b[^.!?;\n]*\bfor\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What somebody has called for a day is still to come ("called a strike for 17 May")."""
_BOUND_BEFORE = re.compile(
    r"\b(?:until|till|by|no\s+later\s+than)\s+(?:the\s+)?"
    r"(?:(?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?|noon|midday|midnight)\s+)?$",
    re.IGNORECASE,
)
_BOUND = re.compile(r"(?:until|till|by)\b", re.IGNORECASE)
_LASTED = re.compile(
    r"\b(?:(?:was|were|had)\b(?!\s+to\b)|wasn['’]t|weren['’]t|hadn['’]t|did|didn['’]t|stayed|remained|stood|kept|"
    r"continued|lived|worked|served|ran|led|lasted|held|rose|fell|grew|dropped|declined|increased|climbed|reached|"
    r"doubled|shrank|killed|died)\b",
    re.IGNORECASE,
)
"""Past tenses of what lasts until a time or has come about by it; "closed it until May" may still be so."""
_PLANNED = re.compile(
    r"\b(?:is|are|has|have|can|could|(?-i:may)|might|should|stays?|remains?|keeps?|runs?|lasts?|continues?|postponed|delayed|"
    r"extended|prolonged|adjourned|deferred|suspended|banned|barred|remanded|rescheduled|told|ordered|asked|given|"
    r"granted|allowed|moved|pushed|put|urged|warned|promised|pledged|vowed|agreed|wanted|needed|called|demanded|said|"
    r"announced|hoped|aimed)\b",
    re.IGNORECASE,
)
"""Words that speak of the present, or in the past tense of what was then still to come ("postponed until May")."""
_REPORTED = re.compile(r"\b(?:said|says|saying|announced|confirmed|told|added|warned|wrote)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?;\n]")
_BEHIND = 80
"""Characters before a time, and after a fronted one, in which its verb is looked for."""


def is_bound(text: str, start: int, end: int) -> bool:
    """Whether a time is one that something lasts until, or is done by."""
    return bool(_BOUND.match(text, start, end) or _BOUND_BEFORE.search(text, _sentence_begin(text, start), start))


def lies_ahead(text: str, start: int, end: int) -> bool:
    """Whether a time lies after the publication: by the verb before it, or after it where it opens a sentence.

    Of several verbs before it the nearest decides. What something lasts until, or is done by, lies ahead unless the
    past tense says that it is over.
    """
    begin = _sentence_begin(text, start)
    ahead = _last(_AHEAD, text, begin, start)
    bound = _BOUND_BEFORE.search(text, begin, start)
    if ahead is not None and _PAST.search(text, ahead.end(), bound.start() if bound else start) is None:
        return True
    if bound or _BOUND.match(text, start, end):
        return not _is_over(text, begin, bound.start() if bound else start, end)
    if _CALLED_FOR.search(text, begin, start):
        return True
    for pattern in (_WOULD, _TIMETABLE):
        verb = _last(pattern, text, begin, start)
        if verb is not None and _PAST.search(text, verb.end(), start) is None:
            return True
    if text[max(0, start - 8) : start].rstrip(' “"')[-1:] not in {"", ".", "!", "?", "\n"}:
        return False
    stop = _SENTENCE.search(text, end, min(len(text), end + _BEHIND))
    first = _FIRST_VERB.search(text, end, stop.start() if stop else min(len(text), end + _BEHIND))
    return first is not None and first["ahead"] is not None


_JUST_SAID = re.compile(
    r"\b(?:said|says|told\s+(?P<whom>[\w’' ]{2,30})|announced|confirmed|added|wrote|reported|tweeted|posted|stated)\s+"
    r"(?:(?:late|early)\s+)?(?:(?:in|on)\s+(?:an?|the)\s+\w+\s+)?(?:on\s+)?$"
)
_WHAT = re.compile(
    r"\b(?:that|it|he|she|they|we|I|you|there)\b|"
    r"(?<!of)(?<!at)(?<!in)(?<!and)(?<!for)(?<!from)\s(?:the|an?|his|her|its|their|our|my|this|these|all|some|no)\s"
)
"""Where what was told begins, behind those who were told: "told the radio it opens"."""


def just_said(text: str, start: int, end: int) -> bool:
    """Whether a time stands right behind a verb of saying: it is when that was said, and so over."""
    said = _JUST_SAID.search(text, max(0, start - _BEHIND), start)
    return said is not None and not _WHAT.search(said["whom"] or "") and not is_bound(text, start, end)


def side_by_words(text: str, start: int, end: int) -> Side | None:
    """Which side a time lies on by the words around it; None where no verb says so."""
    if lies_ahead(text, start, end):
        return Side.AHEAD
    begin = _sentence_begin(text, start)
    if _PAST.search(text, begin, start) or is_bound(text, start, end):
        return Side.BEHIND
    if text[begin:start].strip(' “"'):
        return None
    stop = _SENTENCE.search(text, end, min(len(text), end + _BEHIND))
    return Side.BEHIND if _PAST.search(text, end, stop.start() if stop else min(len(text), end + _BEHIND)) else None


def _is_over(text: str, begin: int, start: int, end: int) -> bool:
    """Whether the past tense says of what lasted until a time, or was done by it, that it is over."""
    if not text[begin:start].strip(' “"'):
        stop = _SENTENCE.search(text, end, min(len(text), end + _BEHIND))
        first = _FIRST_VERB.search(text, end, stop.start() if stop else min(len(text), end + _BEHIND))
        return first is not None and first["past"] is not None and _PLANNED.fullmatch(first["past"]) is None
    verb = _last(_LASTED, text, begin, start)
    if verb is None or _PLANNED.search(text, verb.end(), start):
        return False
    return verb.group().lower().startswith("had") or _REPORTED.search(text, begin, verb.start()) is None


def _sentence_begin(text: str, start: int) -> int:
    """Where the sentence of a time begins, as far back as its verb is looked for."""
    low = max(0, start - _BEHIND)
    return max((match.end() for match in _SENTENCE.finditer(text, low, start)), default=low)


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The last place where a pattern fits."""
    return max(pattern.finditer(text, start, end), key=re.Match.start, default=None)


def is_told(text: str, start: int) -> bool:
    """Whether a past tense governs the time at `start`: "the next day" is then counted from within the narrative."""
    begin = _sentence_begin(text, start)
    past = max((match.end() for match in _PAST.finditer(text, begin, start)), default=None)
    if past is None or _AHEAD.search(text, begin, start):
        return False
    return _TO_DO.search(text, past, start) is None


def is_promised(text: str, start: int) -> bool:
    """Whether what happens by the time at `start` is still to come: "will close", "would close", "plans to close"."""
    begin = _sentence_begin(text, start)
    ahead = _last(_AHEAD, text, begin, start)
    if ahead is not None and ahead.group().split()[0].lower() in {"must", "shall"}:
        return False  # "must report it within 24 hours": of whatever it is counted from
    if ahead is not None and _PAST.search(text, ahead.end(), start) is not None:
        return False  # "was due to go and the report was sent within a week"
    return ahead is not None or _TO_COME.search(text, begin, start) is not None
