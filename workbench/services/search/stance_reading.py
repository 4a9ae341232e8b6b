"""Reading pairs of claim and passage: probabilities, numbers compared, the label that is sure enough."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from workbench.comparison.another_place import another_place
from workbench.comparison.another_rated import another_rated
from workbench.comparison.another_subject import NOBODY, ClaimSubject, another_named
from workbench.comparison.compare import compare, to_ask
from workbench.comparison.last_place import of_the_last_place
from workbench.comparison.no_fact import of_another_world
from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.comparison.put_in import Question, Sure
from workbench.comparison.recalled_events import recalled
from workbench.comparison.retelling import repeats
from workbench.comparison.row_cells import is_title_alone, row_holds
from workbench.comparison.shared_words import share_of_words
from workbench.comparison.stances import (
    LEANS_SUPPORTS,
    REPEATS,
    SUPPORTS,
    UNCLEAR,
    Weighing,
    another,
    conflicting,
    labelled,
    of_one_thing,
    settling_nothing,
    weighed,
)
from workbench.domain.anchors import Span
from workbench.domain.evidence import StanceSuggestion
from workbench.domain.ports import StanceModel
from workbench.ingest.languages import guess_foreign, likelier, speaks_foreign
from workbench.language.attribution.asserted import asserted, teller
from workbench.language.text.stemmers import ENGLISH
from workbench.services.search.asked_twice import asked_twice
from workbench.services.search.best_sentences import ToRead, read_first
from workbench.services.search.deciding_words import deciding_words, label_side
from workbench.services.search.explaining import facts_of

_ENGLISH_WORDS = re.compile(r"\b(?:the|and|were|from|with|that|has|been|which)\b", re.I)
"""Words that no other language of the workbench writes so."""
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n+")
_BY_WORDS = (Outcome.OPPOSITE, Outcome.ANOTHER, Outcome.LESS, Outcome.SWAPPED, Outcome.UNTOLD)
LONG_BEFORE = 366
"""Days by which a passage is older than a claim that is about another time than it."""
WHOLE_TOO = 0.6
"""Probability with which a passage that was read in part must support as a whole as well (docs/quality.md)."""
UNMEASURED = Weighing(thresholds={"supports": 0.9, "refutes": 0.9, "context": 0.9})
"""For models that come without measured thresholds: only a very sure label is shown, numbers do not weigh."""


@lru_cache(maxsize=256)
def _foreign(claim: str) -> str | None:
    return guess_foreign(claim) if speaks_foreign(claim) else None


@dataclass(frozen=True, slots=True)
class StancePair:
    """A claim and a passage with what is known of both."""

    claim: str
    passage: str
    title: str = ""
    claim_day: date | None = None
    passage_day: date | None = None
    same_source: bool = False
    speaker: str | None = None
    publisher: str | None = None
    language: str = ENGLISH
    """The passage's."""
    claim_in: str | None = None
    """The claim's, where it is known."""
    subject: ClaimSubject = NOBODY
    """Whom the claim is about by its article."""

    @property
    def claim_language(self) -> str:
        """The language whose figures and days the claim is read by: where it is not known, the passage's, unless its
        words tell another one.
        """
        if self.claim_in is not None:
            return self.claim_in
        if _ENGLISH_WORDS.search(self.claim):
            return ENGLISH
        if self.language != ENGLISH:
            return likelier(self.claim, ENGLISH, self.language)
        return _foreign(self.claim) or ENGLISH

    @property
    def in_english(self) -> bool:
        """Whether both are."""
        return self.language == self.claim_language == ENGLISH

    @property
    def days_before(self) -> int | None:
        """How many days before the claim the passage was published, None where either day is not known."""
        if self.claim_day is None or self.passage_day is None:
            return None
        return (self.claim_day - self.passage_day).days

    @property
    def long_before(self) -> bool:
        """Whether the passage is older than the claim by more than a year: what was so then need not be so now."""
        return self.days_before is not None and self.days_before > LONG_BEFORE

    @property
    def asserted(self) -> str:
        """The claim as it is read against the passage: without who said it, and when."""
        return asserted(self.claim, self.speaker)

    @property
    def stated(self) -> str:
        """The claim as its amounts are compared: also where no speaker is known, without whom its own words name."""
        return asserted(self.claim, self.speaker or teller(self.claim))

    @property
    def shown(self) -> str:
        """The passage as the model reads it, title and date in front."""
        return self._under_title(self.passage)

    def shown_in(self, spans: Sequence[Span]) -> str:
        """Parts of the passage as the model reads them, in the given order; empty without any."""
        return self._under_title(" ".join(self.passage[one.start : one.end] for one in spans)) if spans else ""

    def _under_title(self, words: str) -> str:
        day = self.passage_day
        when = f" ({day.day} {day:%B} {day.year})" if day and self.title else ""
        return f"{self.title}{when}: {words}" if self.title else words


def compared(pair: StancePair, sure: Sure | None = None) -> list[Comparison]:
    """The amounts, times and antonyms of claim and passage compared with each other; none of a title alone.

    Whatever shows, exports or weighs a comparison has it from here. `sure` are answers to what `asked_of` asks.
    """
    if is_title_alone(pair.passage, pair.title):
        return []
    found = compare(*_facts(pair), in_english=pair.in_english, sure=sure)
    if _tells_of_before(pair):
        found = [replace(one, outcome=Outcome.UNSURE) if one.outcome is Outcome.CONFLICT else one for one in found]
    if pair.in_english and pair.subject and (other := _another(pair)) is not None:
        aside = [replace(one, outcome=Outcome.COMPATIBLE) for one in found if one.outcome is not Outcome.ELSEWHERE]
        return [other, *aside, *(one for one in found if one.outcome is Outcome.ELSEWHERE)]
    if pair.in_english:
        elsewhere = of_the_last_place(*_facts(pair)) or _elsewhere(pair, found)
        if elsewhere is not None:
            held = {Outcome.CONFLICT: Outcome.UNSURE, Outcome.AGREEMENT: Outcome.COMPATIBLE}
            found = [*(replace(one, outcome=held.get(one.outcome, one.outcome)) for one in found), elsewhere]
        rated = another_rated(pair.asserted, pair.passage, pair.title)
        if rated is not None and not of_one_thing(found):
            found = [*found, Comparison(Outcome.RATES_ANOTHER, pair.asserted, rated)]
        framed = of_another_world(pair.asserted, pair.passage, pair.title)
        return [*found, Comparison(Outcome.FRAMED, "a fact", framed)] if framed else found
    # what is done with an amount is read in English alone: elsewhere no two are said to differ, no words, and only
    # those agree that stand among the same words
    amounts = [one for one in found if one.outcome not in _BY_WORDS]
    read = {Outcome.CONFLICT: Outcome.UNSURE}
    if not _says_the_same(pair.stated, pair.passage):
        read[Outcome.AGREEMENT] = Outcome.COMPATIBLE
    return [replace(one, outcome=read.get(one.outcome, one.outcome)) for one in amounts]


def _another(pair: StancePair) -> Comparison | None:
    """That the passage names another than whom the claim is about: no amount, day or word of it is the claim's."""
    named = another_named(pair.subject, pair.passage, pair.title, pair.publisher or "")
    return None if named is None else Comparison(Outcome.NAMES_ANOTHER, pair.subject.shown, named)


def _elsewhere(pair: StancePair, found: Sequence[Comparison]) -> Comparison | None:
    """That the passage has nothing of the claim's place and names another, where amounts lie apart and none agrees."""
    outcomes = {one.outcome for one in found if not one.places}
    apart = outcomes & {Outcome.CONFLICT, Outcome.GROWING, Outcome.MOMENT, Outcome.UNSURE, Outcome.UNKNOWN}
    if not apart or Outcome.AGREEMENT in outcomes:
        return None
    other = _recalled(pair, found)
    if other is not None:
        return other
    places = another_place(pair.asserted, pair.passage, pair.title, pair.publisher or "")
    return Comparison(Outcome.NAMES_ANOTHER, *places) if places else None


def _recalled(pair: StancePair, found: Sequence[Comparison]) -> Comparison | None:
    """That an amount which lies apart is of another event, which the passage names and recalls."""
    for one in found:
        apart = one.outcome in (Outcome.CONFLICT, Outcome.UNSURE, Outcome.UNKNOWN)
        at = pair.passage.find(one.passage) if apart else -1
        name = recalled(pair.asserted, pair.passage, at) if at >= 0 else None
        if name is not None:
            return Comparison(Outcome.NAMES_ANOTHER, one.claim, name)
    return None


def _tells_of_before(pair: StancePair) -> bool:
    """Whether a passage is older than the claim by a year and more, and tells days of its own time alone.

    What leaked in 2011 does not contradict what a report of 2026 says of a leak, unless it tells of 2011 too.
    """
    if pair.claim_day is None or not pair.long_before:
        return False
    mine, theirs = ([time for time in facts.times if time.latest is not None] for facts in _facts(pair))
    newest = pair.claim_day - timedelta(days=LONG_BEFORE)
    old = [time for time in mine if time.latest is not None and time.latest < newest]
    return bool(theirs) and not old and all(time.latest is not None and time.latest < newest for time in theirs)


def _facts(pair: StancePair) -> tuple[Facts, Facts]:
    return (
        facts_of(pair.stated, pair.claim_day, language=pair.claim_language),
        facts_of(pair.passage, pair.passage_day, pair.title, pair.language),
    )


def asked_of(pair: StancePair, sure: Sure | None = None) -> list[Question]:
    """What a network is to be asked so that amounts and opposites told in other words are held together; in English
    alone.

    With answers to the first questions: what those ask for next.
    """
    if not pair.in_english or is_title_alone(pair.passage, pair.title):
        return []
    return to_ask(*_facts(pair), sure)


def _says_the_same(claim: str, passage: str) -> bool:
    """Whether a sentence of a passage has the very words of a claim, in any order."""
    mine = set(_WORD.findall(claim.casefold()))
    return any(set(_WORD.findall(one.casefold())) == mine for one in _SENTENCE_END.split(passage))


def spans_read(pairs: Sequence[StancePair]) -> list[tuple[Span, ...]]:
    """The sentences of each passage that the wide network reads, in that order; none: the whole.

    Raises:
        ModelUnavailableError: The encoder is not here.
    """
    return read_first([ToRead(pair.asserted, pair.passage, pair.title, pair.language) for pair in pairs])


class StanceReader:
    """Reads pairs with one model."""

    def __init__(self, model: StanceModel) -> None:
        self.model = model
        found = getattr(model, "weighing", None)
        self.weighing = found if isinstance(found, Weighing) else UNMEASURED

    def read(self, pairs: Sequence[StancePair]) -> list[StanceSuggestion]:
        """Judge pairs, in the given order.

        Raises:
            ModelUnavailableError: The model does not load or has no stances to give.
        """
        judged = self._judged(pairs)
        sure = self.answers_of(pairs)
        found = [compared(pair, sure) for pair in pairs]
        settled = [self._settled(*each) for each in zip(pairs, judged, found, strict=True)]
        settled = asked_twice(self.model, pairs, self._whole_too(pairs, settled), found)
        return self._deciding(pairs, settled, found)

    def _whole_too(self, pairs: Sequence[StancePair], settled: Sequence[StanceSuggestion]) -> list[StanceSuggestion]:
        """What is read in part leans to support at most where the whole does not support it too.

        What stands around a sentence may say that it is the one of a play, a plan or a rumour.
        """
        in_part = [row for row, said in enumerate(settled) if said.label == SUPPORTS and said.read]
        wholes = self.model.judge([(pairs[row].asserted, pairs[row].shown) for row in in_part]) if in_part else []
        less = {row for row, whole in zip(in_part, wholes, strict=True) if whole.supports < WHOLE_TOO}
        return [replace(said, label=LEANS_SUPPORTS) if row in less else said for row, said in enumerate(settled)]

    def answers_of(self, pairs: Sequence[StancePair]) -> Sure:
        """The shipped model's answers to what the comparison of each pair asks; of another none was measured."""
        ask = getattr(self.model, "bears_out", None)
        if ask is None or not self._shipped:
            return {}
        sure: dict[Question, float] = {}
        for _ in range(2):
            asked = list(dict.fromkeys(one for pair in pairs for one in asked_of(pair, sure)))
            sure |= dict(zip(asked, ask(asked), strict=True)) if asked else {}
        return sure

    @property
    def _shipped(self) -> bool:
        return getattr(self.model, "weight", None) is not None

    def _judged(self, pairs: Sequence[StancePair]) -> list[StanceSuggestion]:
        texts = [(pair.asserted, pair.shown if pair.passage.strip() else "") for pair in pairs]
        closely = getattr(self.model, "judge_closely", None)
        # what it is worth to read a part was measured with the shipped model alone
        if closely is None or not self._shipped:
            return self.model.judge(texts)
        read = spans_read(pairs)
        parts = (pair.shown_in(spans) for pair, spans in zip(pairs, read, strict=True))
        found: list[StanceSuggestion] = closely(
            [(*two, part or two[1]) for two, part in zip(texts, parts, strict=True)]
        )
        return [replace(said, read=spans) for said, spans in zip(found, read, strict=True)]

    def _settled(self, pair: StancePair, said: StanceSuggestion, found: Sequence[Comparison]) -> StanceSuggestion:
        if is_title_alone(pair.passage, pair.title):
            return settling_nothing(said)
        if self._shipped and pair.claim_language != pair.language:
            # the networks learnt English: across two languages most that settles a claim was "neither" to them
            said = replace(said, supports=1 / 3, refutes=1 / 3, neutral=1 / 3)
        words = share_of_words(pair.asserted, f"{pair.title} {pair.passage}")
        said = labelled(weighed(said, found, self.weighing), self.weighing, found, words)
        if not of_one_thing(found) and (held := row_holds(*_facts(pair))) is not None:
            # a network that learnt no rows takes most of them for support
            said = replace(said, label=UNCLEAR) if held else settling_nothing(said)
        repeated = pair.same_source or (
            not conflicting(found)
            and not another(found)
            and repeats(
                pair.claim,
                pair.passage,
                speaker=pair.speaker,
                publisher=pair.publisher,
                days_before=pair.days_before,
            )
        )
        return replace(said, label=REPEATS) if repeated else said

    def _deciding(
        self, pairs: Sequence[StancePair], said: list[StanceSuggestion], found: Sequence[Sequence[Comparison]]
    ) -> list[StanceSuggestion]:
        """The same, with the words that decide; those that only a reading calls so are read alone, and must say it."""
        alone: dict[int, tuple[Span, str]] = {}
        for at, (pair, one, comparisons) in enumerate(zip(pairs, said, found, strict=True)):
            if one.label == REPEATS or is_title_alone(pair.passage, pair.title):
                continue
            words = deciding_words(pair.asserted, pair.passage, comparisons, one.read, pair.language)
            if words is not None and words.stance:
                said[at] = replace(one, decides=words.words, decides_for=words.stance)
            elif words is not None and (side := label_side(one.label)):
                alone[at] = words.words, side
        texts = [(pairs[at].asserted, pairs[at].shown_in([span])) for at, (span, _) in alone.items()]
        for (at, (span, side)), read in zip(alone.items(), self.model.judge(texts) if texts else (), strict=True):
            if read.label == side:
                said[at] = replace(said[at], decides=span, decides_for=side)
        return said
