"""What references are read from: the sentences of an article with their subjects, and whom and what it names."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from workbench.domain.anchors import Span
from workbench.domain.ports import AntecedentScorer
from workbench.domain.syntax import Tree
from workbench.language.grammar.clauses import leading_subject
from workbench.language.grammar.tree_reading import subject_span
from workbench.language.references.entities import Entities
from workbench.language.references.introductions import Introductions
from workbench.language.references.meant import Meant
from workbench.language.references.mentions import Phrases
from workbench.language.references.people import Names
from workbench.language.text.quotations import QuotationMap

SURE = 0.6
"""A reference whose meaning is less sure than this is noted, but its words are left as they are."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What a reference may mean, with how sure that is (0…1), why, and whether it may be put in.

    `possible` is who or what else it may mean, likeliest first, each with its confidence.
    """

    words: str
    confidence: float
    reason: str
    sure: bool = True
    possible: tuple[tuple[str, float], ...] = ()


class Discourse:
    """One article as far as its references need it.

    Args:
        text: The article.
        sentences: Its sentences.
        names: The names in it.
        quotes: The quotations in it.
        trees: The parsed sentences, where there is a parser.
        furniture: Numbers of the sentences that are not the article's own ("Read more: …").
        scorer: Tells whom "he" and "she" mean; without it, or without trees, they stay as they are.
        headings: Numbers of the sentences that are headlines: a word of theirs is nobody's name.
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[Span],
        names: Names,
        quotes: QuotationMap,
        trees: Sequence[Tree] | None = None,
        furniture: Collection[int] = (),
        scorer: AntecedentScorer | None = None,
        headings: Collection[int] = (),
    ) -> None:
        self.text = text
        self.sentences = list(sentences)
        self.quotes = quotes
        self.entities = Entities(text, names)
        self.introductions = Introductions(text, names, trees)
        self._trees = list(trees) if trees is not None and len(trees) == len(self.sentences) else None
        self._furniture = frozenset(furniture)
        self._headings = frozenset(headings)
        self._subjects: dict[int, Span | None] = {}
        self.sure = scorer.sure if scorer is not None else 1.0
        self.phrases: Phrases | None = None
        self.meant: Meant | None = None
        if self._trees is not None:
            self.phrases = Phrases(text, self._trees, names, self.entities, quotes)
        if scorer is not None and self.phrases is not None:
            self.meant = Meant(self.phrases, scorer, headings)

    def back_from(self, sentence: int, reach: int) -> list[int]:
        """The number of a sentence and of at most `reach` before it, nearest first, without what is furniture."""
        found = [sentence]
        for number in range(sentence - 1, -1, -1):
            if len(found) > reach:
                break
            if number not in self._furniture:
                found.append(number)
        return found

    def is_heading(self, sentence: int) -> bool:
        """Whether a sentence is a headline."""
        return sentence in self._headings

    def tree(self, sentence: int) -> Tree | None:
        """The parsed sentence of a number, None without a parser."""
        return self._trees[sentence] if self._trees is not None else None

    def subject(self, sentence: int) -> Span | None:
        """The subject of a sentence: from its tree, or the words before its first finite verb."""
        if sentence not in self._subjects:
            if self._trees is not None:
                self._subjects[sentence] = subject_span(self._trees[sentence])
            else:
                span = self.sentences[sentence]
                self._subjects[sentence] = leading_subject(self.text, span.start, span.end)
        return self._subjects[sentence]
