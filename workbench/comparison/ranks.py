"""Superlatives: "the longest", "the second longest", "one of the longest", "nearly the longest", "worst since 1990".

A passage that ranks a thing second looks most like support for a claim that ranks it first, and so does one that
ranks it first among fewer ("the longest wooden bridge"). It is not; nor does it always refute, since it may rank among
others. So it is only said that the two are not the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from workbench.comparison.context_window import WORD, beside, just_before, next_stems, of_another, sentence, stems
from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.comparison.stemming import stem
from workbench.domain.quantities import TimeKind

MOST_READ = 20
"""Superlatives of a text that are looked at."""

KNOWN_BY = 4
"""First letters by which a limit is found again among the claim's words."""

NOUN_WITHIN = 4
"""Words after a superlative among which the noun is looked for that it ranks."""

_ORDINAL_WORDS = """
    second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth
"""
_ORDINALS = _ORDINAL_WORDS.split()
_SUPERLATIVE = re.compile(
    r"\b(?P<some>(?:one of|among|amongst)\s+(?:[\w'’]+\s+){1,3}?)?"
    rf"(?:(?P<rank>{'|'.join(_ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))(?:\s+|\s?-\s?))?"
    r"(?P<word>(?:(?<=the )|(?<=['’]s )|(?<=its )|(?<=second )|(?<=second-)|(?<=third )|(?<=third-))"
    r"(?:most|least)\s+[a-z]+"
    r"|[a-z]{2,}(?:e|i)?est|best|worst)\b",
    re.IGNORECASE,
)
_NO_SUPERLATIVE_WORDS = """
    rest west east test forest interest request protest arrest guest contest honest harvest latest invest suggest modest
    priest chest nest conquest southwest northwest midwest behest quest digest manifest zest vest pest crest detest
    attest infest molest unrest ingest tempest earnest everest budapest bucharest reinvest disinterest pretest retest
    backtest jest lest bequest inquest divest self-interest rainforest congest
"""
NO_SUPERLATIVE = frozenset(_NO_SUPERLATIVE_WORDS.split())
"""Words in -est that rank nothing, or only by time."""
_SAME_WORDS = (
    ("largest", "biggest", "greatest"),
    ("tallest", "highest"),
    ("smallest", "tiniest"),
    ("richest", "wealthiest"),
)
_KIN = {word: group[0] for group in _SAME_WORDS for word in group}


class _Ranked(NamedTuple):
    """A superlative where it stands: what it ranks by, at which place, whether beside others, and since when."""

    said: str
    word: str
    rank: int
    some: bool
    after: tuple[str, ...]
    """Stems of the words after it: what it ranks among, its limits first."""
    since: int | None
    nearly: bool
    before: bool
    """Whether it is said of a time that is over."""
    start: int
    end: int
    unsure: bool = False
    """Whether what stands before the noun may limit it or not: "oldest continuously inhabited city"."""

    @property
    def noun(self) -> frozenset[str]:
        """The words that may name what it ranks among."""
        return frozenset(self.after)

    def among_fewer(self, claim: _Ranked, words: frozenset[str]) -> int:
        """How many words limit what this ranks among and the claim does not: one in "longest wooden bridge".

        `words` are the claim's stems: a superlative without a noun ranks what they name, and "German" may be told
        there as "in Germany".
        """
        named = claim.after[:1] or [word for word in self.after if word in words]
        if claim.some or not named or named[0] not in self.after:
            return 0
        limits = self.after[: self.after.index(named[0])]
        known = {word[:KNOWN_BY] for word in words}
        told = self.unsure or _NO_LIMIT.issuperset(limits) or any(word[:KNOWN_BY] in known for word in limits)
        return 0 if told else len(limits)

    def of_one_kind(self, other: _Ranked) -> bool:
        """Whether both rank by one word and, where both name it, one noun."""
        return self.word == other.word and (not self.noun or not other.noun or bool(self.noun & other.noun))

    def bears_out(self, claim: _Ranked) -> bool:
        """Whether what this says of a thing is at least what the claim says: "the longest" is "one of the longest"."""
        if self.since is not None and claim.since is not None and claim.since < self.since:
            return False
        if (self.nearly and not claim.nearly) or (self.before and not claim.before):
            return False
        return claim.some or (not self.some and self.rank == claim.rank)


_NO_LIMIT_WORDS = "ever single known recorded overall whole entire such own individual one"
_NO_LIMIT = frozenset(map(stem, _NO_LIMIT_WORDS.split()))
"""What stands between a superlative and its noun and leaves nothing out."""

_UNSURE = re.compile(
    r"\s{1,3}(?:[\w'’]{1,30}\s{1,3})?(?!(?:family|daily|weekly|monthly|early|elderly|assembly)\b)"
    r"(?:[a-z]{2,20}ly|[\w'’]{1,30}-[a-z]{1,20}(?:ed|en|wn|ing|built|made|held|led|run|grown))\s",
    re.IGNORECASE,
)
"""Adverbs and participles with a hyphen before the noun, which often say no more than the noun does."""

_HELD_AGAINST = re.compile(
    r"(?:\b(?:above|below|over|under|than|behind|after|before|beside|beyond|except|not|never)\s+(?:the\s+|its\s+)?"
    r"|(?:#|\bno\.|\bnumber|\bplace)\s*\d+[^.;]{0,60})$",
    re.IGNORECASE,
)
"""What stands before a superlative that is not said of the thing itself, or whose rank is told in another way."""

_NEARLY = re.compile(r"\b(?:nearly|almost|not quite|close to(?: being)?)\s+(?:the\s+|its\s+|[\w-]+['’]s\s+)?$", re.I)
_BEFORE = re.compile(r"\b(?:used to|no longer|formerly|previously|once)\b[^.;:,!?]{0,30}$", re.IGNORECASE)
_UNTIL = re.compile(
    r"[^.;:,!?]{0,60}\b(?:until|till)\s+(?:[a-z]+\s+){0,2}(?:(?:1[5-9]|20)\d\d|recently|then|last)\b", re.IGNORECASE
)
_WAS = re.compile(r"\b(?:was|were|had)\b[^.;:!?]{0,30}$", re.IGNORECASE)


def _ranked(facts: Facts) -> list[_Ranked]:
    found = []
    for match in _SUPERLATIVE.finditer(facts.text):
        word = " ".join(match["word"].casefold().split())
        if word in NO_SUPERLATIVE or just_before(_HELD_AGAINST, facts.text, match.start()):
            continue
        rank = (match["rank"] or "").casefold()
        place = _ORDINALS.index(rank) + 2 if rank in _ORDINALS else int(rank[:-2] or 1) if rank else 1
        after = tuple(next_stems(facts.text, match.end(), NOUN_WITHIN))
        some = match["some"] is not None
        since = _since(facts, match.end())
        nearly = just_before(_NEARLY, facts.text, match.start())
        before = just_before(_BEFORE, facts.text, match.start())
        until = _UNTIL.match(facts.text, match.end())
        said = facts.text[match.start("rank") if rank else match.start("word") : match.end()]
        said = f"{match['some']}{said}" if some else said
        lead = before or nearly
        said = f"{facts.text[lead.start() : match.start()]}{said}" if lead else said
        said = f"{said}{until.group()}" if until else said
        found.append(
            _Ranked(
                said=said,
                word=_KIN.get(word, stem(word)),
                rank=place,
                some=some,
                after=after,
                since=since,
                nearly=nearly is not None,
                before=before is not None or until is not None,
                start=match.start(),
                end=match.end(),
                unsure=_UNSURE.match(facts.text, match.end()) is not None,
            )
        )
        if len(found) == MOST_READ:
            break
    return found


def _since(facts: Facts, end: int) -> int | None:
    """The year since when, told in the sentence after a place."""
    stop = sentence(facts.text, end)[1]
    years = (
        time.earliest.year
        for time in facts.times
        if time.kind is TimeKind.SINCE and time.earliest is not None and end <= time.start < stop
    )
    return next(years, None)


def ranks(claim: Facts, passage: Facts) -> list[Comparison]:
    """The superlatives of the claim that the passage tells of the same thing, but never as high, wide or lasting."""
    mine = [
        # "was the longest" is borne out by "used to be the longest"
        one._replace(before=one.before or just_before(_WAS, claim.text, one.start) is not None)
        for one in _ranked(claim)
    ]
    theirs = _ranked(passage) if mine else []
    words = stems(claim.text) if theirs else frozenset()
    return [
        Comparison(Outcome.ANOTHER, _told(claim, one), _told(passage, other, other.among_fewer(one, words)))
        for one in mine
        if (other := _instead(one, theirs, claim, passage, words)) is not None
    ]


def _instead(
    one: _Ranked, theirs: Sequence[_Ranked], claim: Facts, passage: Facts, words: frozenset[str]
) -> _Ranked | None:
    kin = [other for other in theirs if one.of_one_kind(other)]
    if not kin or any(other.bears_out(one) and not other.among_fewer(one, words) for other in kin):
        return None
    around = beside(claim.text, one.start, one.end)
    same = (
        other
        for other in kin
        if around & beside(passage.text, other.start, other.end)
        and not of_another(claim.text, passage.text, passage.about, other.start)
    )
    return next(islice(same, 1), None)


def _told(facts: Facts, one: _Ranked, limits: int = 0) -> str:
    """The superlative in its own words, with the words that limit it."""
    limiting = [match.group() for match in islice(WORD.finditer(facts.text, one.end), limits)]
    words = " ".join([*one.said.split(), *limiting])
    return f"{words} since {one.since}" if one.since is not None else words
