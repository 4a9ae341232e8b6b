"""What a claim says never happened, or not since, compared with a passage that tells when it did."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import islice

from workbench.comparison.compare_dates import SINCE
from workbench.comparison.context_window import WORD, beside, marks, of_another, sentence, stems
from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.comparison.stemming import stem
from workbench.domain.quantities import TimeKind, TimeRef

MOST_READ = 8
"""Things that a claim says have not happened, of which no claim has more."""


def first_since(claim: Facts, passage: Facts) -> list[Comparison]:
    """ "First … since 2017" conflicts with the same thing between 2017 and the claim."""
    match = SINCE.search(claim.text)
    if match is None:
        return []
    found = []
    topic = stems(claim.text)
    for own in claim.times:
        if own.kind is not TimeKind.SINCE or own.earliest is None:
            continue
        since = own.latest or date(own.earliest.year, 12, 31)
        until = claim.day or date.max
        for other in passage.times:
            if other.earliest is None or other.latest is None or other.kind not in (TimeKind.DATE, TimeKind.PERIOD):
                continue
            between = since < other.earliest and other.latest < until
            if (
                between
                and len(topic & beside(passage.text, other.start, other.end)) >= 2
                and _kind_of_first(match.group()) <= stems(passage.text[slice(*sentence(passage.text, other.start))])
                and not _called_off(passage.text, other)
                and not of_another(claim.text, passage.text, passage.about, other.start)
            ):
                said = claim.text[match.start() : own.end]
                found.append(Comparison(Outcome.CONFLICT, said, f"{other.text}, in between"))
                break
    return found


_FIRST_OF = re.compile(
    r"(?:first|only|last)\s+(?P<of>(?:(?!(?:by|to|in|of|for|from|since|at|on|that|who)\b)[\w'’-]+\s+)*)", re.I
)


def _kind_of_first(words: str) -> frozenset[str]:
    """What "first" counts: the league victories of "first league victory since 2010"."""
    match = _FIRST_OF.match(words)
    return stems(match["of"]) if match else frozenset()


_CALLED_OFF = re.compile(
    r"\b(?:cancel\w*|postpon\w*|call(?:ed|s) off|scrapp?\w*|shelved|dropped|no|none|nobody)\b", re.I
)


def _called_off(text: str, time: TimeRef) -> bool:
    """Whether the sentence of a date says that what it tells of did not happen."""
    begin, end = sentence(text, time.start)
    return _CALLED_OFF.search(text, begin, end) is not None or bool(
        marks(text, time.start, time.end) & {"denied", "hoped", "told", "other"}
    )


_NOT_YET = re.compile(
    r"\b(?:(?:has|have|had|is|are|was|were)(?:n['’]t| not) (?:yet )?(?:been )?"
    r"|(?:(?:is|are|was|were|has|have) )?yet to (?:be |have been )?"
    r"|(?:has|have|had|was|were) never (?:been )?)(?P<verb>[a-z]+)",
    re.I,
)
_PARTICIPLE = re.compile(
    r"(?:ed|en|own|built|held|sold|sent|found|made|done|won|paid|begun|met|lost|left|kept|brought)$", re.I
)
_DENIED = re.compile(r"\b(?:not|never|yet to|n['’]t|without|un\w+ed|before|until|if|will|to be)\b|n['’]t\b", re.I)
_PART = re.compile(
    r"\b(?:first|second|third|fourth|part|half|phase|stage|section|sections|parts|one of|old|former|another|other"
    r"|previous|earlier|similar|original|brother|sister|son|daughter|wife|husband|father|mother|predecessor|deputy"
    r"|appeal)\b",
    re.I,
)
_BY_PART = re.compile(
    r"\W+(?:\w+\s+)?(?:in|by|at)\s+(?:the\s+)?(?:lower|upper|first|second|one|part|principle)\b", re.I
)
_POSSIBLE = re.compile(r"\b(?:can|could|may|might|must|ought|shall|should|would|be|to)\s+(?:\w+\s+){0,2}$", re.I)


def not_yet(claim: Facts, passage: Facts) -> list[Comparison]:
    """ "Yet to be completed" conflicts with "completed" at a date that was past when the claim was made."""
    found = []
    topic = stems(claim.text)
    for match in islice(_NOT_YET.finditer(claim.text), MOST_READ):
        verb = stem(match.group("verb").casefold())
        if len(verb) < 4 or not _PARTICIPLE.search(match.group("verb")):
            continue  # "is not high": nothing that is yet to happen
        for other in WORD.finditer(passage.text):
            if stem(other.group().casefold()) != verb:
                continue
            start, end = sentence(passage.text, other.start())
            if len((topic - {verb}) & stems(passage.text[start:end])) < 1:
                continue
            near_by = max(start, other.start() - 40)
            before = passage.text[near_by : other.start()]
            denied = list(_DENIED.finditer(before))
            if denied:
                said = passage.text[near_by + denied[-1].start() : other.end()]
                found.append(Comparison(Outcome.AGREEMENT, match.group(), said))
                break
            if _POSSIBLE.search(before) or not _PARTICIPLE.search(other.group()):
                continue  # "could only be certified", "to certify": it is not said to have happened
            if _PART.search(passage.text, start, other.start()) and not _PART.search(claim.text):
                continue  # "the first section was completed": the whole may not be
            if _BY_PART.match(passage.text, other.end()):
                continue  # "passed by the lower house"
            if of_another(claim.text, passage.text, passage.about, other.start()):
                continue
            when = _time_near(passage.times, start, end, other)
            if (
                when is not None
                and _since(claim) < (when.latest or date.min)
                and (claim.day is None or (when.latest is not None and when.latest <= claim.day))
            ):
                found.append(Comparison(Outcome.CONFLICT, match.group(), f"{other.group()} {when.text}"))
                break
    return found


def _since(claim: Facts) -> date:
    """The day since when something has not happened: "not been changed since 1990"."""
    starts = [time for time in claim.times if time.kind is TimeKind.SINCE and time.earliest is not None]
    return max((date(time.earliest.year, 12, 31) for time in starts if time.earliest), default=date.min)


def _time_near(times: Sequence[TimeRef], start: int, end: int, word: re.Match[str]) -> TimeRef | None:
    """The dated time within a few words of a word, in the sentence from `start` to `end`."""

    def gap(time: TimeRef) -> int:
        return max(time.start - word.end(), word.start() - time.end)

    near = [time for time in times if time.latest is not None and start <= time.start < end and gap(time) <= 60]
    return min(near, key=gap, default=None)
