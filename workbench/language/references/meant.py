"""Whom every "he" and "she" of an article means, by a trained scorer: with the confidence that was measured for it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from workbench.domain.ports import AntecedentScorer
from workbench.language.references.antecedents import SAY, Antecedent, Chains, is_clear
from workbench.language.references.mentions import Phrase, Phrases

LISTED = 0.02
"""A candidate less likely than this is not among those that a person may choose from."""
_MANY = 4


@dataclass(frozen=True, slots=True)
class Possible:
    """Somebody whom a pronoun may mean: how they are called, how likely it is, and whether that may be put in."""

    words: str
    confidence: float
    nameable: bool
    start: int


class Meant:
    """The pronouns of one article with who they may mean, likeliest first.

    Args:
        phrases: The phrases of the article.
        scorer: The trained scorer.
        headings: Numbers of sentences whose words are nobody's name unless the text says them too.
    """

    def __init__(self, phrases: Phrases, scorer: AntecedentScorer, headings: Collection[int] = ()) -> None:
        self._phrases = phrases
        self._headings = frozenset(headings)
        self._found: dict[int, list[Possible]] = {}
        chains = Chains(phrases, scorer)
        for pronoun in phrases.found:
            if pronoun.kind != "pronoun":
                continue
            chains.upto(pronoun.start)
            candidates = [one for one in chains.candidates(pronoun) if self._spoken(one)]
            if not candidates:
                continue
            rows = chains.rows(pronoun, candidates)
            confidences = scorer.judge(rows)
            listed = [
                self._possible(one, confidence, is_clear(rows, number) and not self._only_reports(one, pronoun))
                for number, (one, confidence) in enumerate(zip(candidates, confidences, strict=True))
                if confidence >= LISTED
            ]
            self._found[pronoun.start] = sorted(listed, key=lambda each: -each.confidence)[:_MANY]
            chains.add(candidates[chains.likeliest(rows)].who, pronoun)

    def at(self, offset: int) -> list[Possible]:
        """Whom the pronoun at an offset may mean, likeliest first; empty without a pronoun, or people before it."""
        return self._found.get(offset, [])

    def pronoun(self, offset: int) -> Phrase | None:
        """The pronoun that begins at an offset."""
        return self._phrases.at(offset)

    def first_in(self, start: int, end: int, word: str) -> int | None:
        """Where a pronoun first stands outside quotation marks in a stretch of the text, before subjects of verbs."""
        there = [
            one for one in self._phrases.found
            if one.kind == "pronoun" and start <= one.start < end and one.words.lower() == word
            and self._phrases.quotes.index_at(one.start) is None
        ]  # fmt: skip
        return min((one.start for one in there), default=None)

    def _only_reports(self, candidate: Antecedent, pronoun: Phrase) -> bool:
        """Whether somebody was last the one who says something: the spokesman is not who was hurt."""
        last = candidate.phrases[-1]
        if last.role != "subject" or last.verb < 0:
            return False
        said = self._phrases.trees[last.sentence].tokens[last.verb].text.lower() in SAY
        says = pronoun.verb >= 0 and self._phrases.trees[pronoun.sentence].tokens[pronoun.verb].text.lower() in SAY
        return said and not (says and pronoun.role == "subject")

    def _spoken(self, candidate: Antecedent) -> bool:
        return any(phrase.sentence not in self._headings for phrase in candidate.phrases)

    def _possible(self, candidate: Antecedent, confidence: float, clear: bool) -> Possible:
        """Somebody as they are called: a name in full, or a description, which is only offered."""
        first = next(phrase for phrase in candidate.phrases if phrase.kind != "pronoun")
        if first.kind == "name":
            return Possible(candidate.who, confidence, first.person and clear, first.start)
        words = first.words
        article, _, rest = words.partition(" ")
        if (article.lower() in {"a", "an"} and rest) or article == "The":
            words = f"the {rest}"
        return Possible(words, confidence, False, first.start)
