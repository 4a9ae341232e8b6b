"""The models that the language rules can use, loaded once and done without when they are missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.domain.articles import NOT_RATED, ClaimDraft
from workbench.domain.errors import ModelUnavailableError
from workbench.language.claims.clause_wording import WHOLE
from workbench.language.claims.worthiness import claim_score, feature_vector, features_of_text, rule_score
from workbench.language.dependency.all_but import as_written, easily_parsed
from workbench.language.text.sentences import sentences
from workbench.services.claims.claim_vectors import EncodedTexts

if TYPE_CHECKING:
    from workbench.domain.ports import AntecedentScorer, Encoder, Parser, Step
    from workbench.domain.syntax import Tree

BLOCK = 512
"""Claims scored at a time."""


_WORDS = re.compile(r"\w{2,}")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_SHORT = 400
"""Characters up to which one word is enough for a sentence to be parsed."""


def is_of_words(text: str, start: int, end: int) -> bool:
    """Whether a sentence is mostly words: a thousand brackets or figures are not parsed, which would take minutes."""
    if end - start <= _SHORT:
        return _WORDS.search(text, start, end) is not None
    words, letters = (
        sum(m.end() - m.start() for m in pattern.finditer(text, start, end)) for pattern in (_WORDS, _LETTERS)
    )
    # the rows of a table have more figures than letters
    return 2 * words >= end - start and 4 * letters >= end - start


def own_words(draft: ClaimDraft) -> str:
    """What a claim is scored and compared by: its wording, or its own words where that is its whole sentence."""
    return draft.quote if any(repair.reason == WHOLE for repair in draft.resolutions) else draft.text


class LanguageModels:
    """Trees and check-worthiness from the shipped models; `missing` says in words what is done without, and why.

    Args:
        trees: Whether to parse; False gives what word patterns alone make of a text.
        vectors: Whether to encode for check-worthiness; False leaves the rules' own score.
    """

    def __init__(self, *, trees: bool = True, vectors: bool = True) -> None:
        self._wants_trees = trees
        self._wants_vectors = vectors
        self._parser: Parser | None = None
        self._encoder: Encoder | None = None
        self.missing = ""

    def parse(
        self,
        text: str,
        title: str = "",
        language: str = "en",
        step: Step | None = None,
        speakers: tuple[str, ...] = (),
    ) -> Sequence[Tree] | None:
        """The trees of a text's sentences; None without a parser or for a language it does not know."""
        if not self._wants_trees or language != "en":
            return None
        try:
            if self._parser is None:
                from workbench.services.inference.sharing import parser

                self._parser = parser()
            spans = [(span.start, span.end) for span in sentences(text, language, title, speakers)]
            told = [is_of_words(text, start, end) for start, end in spans]
            wanted = [s if t else (s[0], s[0]) for s, t in zip(spans, told, strict=True)]
            trees = as_written(text, self._parser.parse(easily_parsed(text), wanted, step))
            return [
                tree if t else replace(tree, start=s[0], end=s[1])
                for tree, s, t in zip(trees, spans, told, strict=True)
            ]
        except ModelUnavailableError as error:
            self._wants_trees = False
            self.missing = f"{error} Claims were split by word patterns alone."
            return None

    def antecedents(self) -> AntecedentScorer | None:
        """The model that tells whom "he" and "she" mean; None without it: they stay as they are."""
        if not self._wants_trees:
            return None
        try:
            from workbench.models.antecedents import load_antecedents

            return load_antecedents()
        except ModelUnavailableError as error:
            self.missing = f"{error} Pronouns were left as they are."
            return None

    def score(self, texts: Sequence[str]) -> list[float]:
        """Check-worthiness 0…1 of sentences that stand alone, by the model where there is one, else by rules."""
        learned = self._learned(texts)
        if learned is not None:
            return learned
        # by rules alone a time in the words made the ranking of single sentences worse
        return [rule_score(features_of_text(text, dated=False)) for text in texts]

    def rescore(
        self,
        drafts: Sequence[ClaimDraft],
        step: Step | None = None,
        keep: Callable[[EncodedTexts], None] | None = None,
    ) -> tuple[ClaimDraft, ...]:
        """The claims of an article with the model's check-worthiness joined to the rules'.

        Args:
            drafts: The claims.
            step: Told how many are scored.
            keep: Given the wordings that were encoded for it, with their vectors.
        """
        learned = self._learned([own_words(draft) for draft in drafts], step, keep)
        if learned is None:
            return tuple(drafts)
        return tuple(
            draft if NOT_RATED.intersection(draft.kinds) else replace(draft, checkworthiness=claim_score(draft, value))
            for draft, value in zip(drafts, learned, strict=True)
        )

    def _learned(
        self,
        texts: Sequence[str],
        step: Step | None = None,
        keep: Callable[[EncodedTexts], None] | None = None,
    ) -> list[float] | None:
        if not self._wants_vectors:
            return None
        if not texts:
            return []
        try:
            from workbench.services.inference.sharing import checkworthiness, encoder_for

            if self._encoder is None:
                self._encoder = encoder_for()
            model = checkworthiness()
            scores: list[float] = []
            for begin in range(0, len(texts), BLOCK):
                part = list(texts[begin : begin + BLOCK])
                features = [feature_vector(features_of_text(text)) for text in part]
                vectors = self._encoder.encode(part)
                scores.extend(model.score(part, vectors, features))
                if keep is not None:
                    keep(EncodedTexts(self._encoder.key, self._encoder.sha256, part, vectors))
                if step is not None:
                    step(len(scores), len(texts))
            return scores
        except ModelUnavailableError as error:
            self._wants_vectors = False
            self.missing = f"{error} Check-worthiness was scored by rules alone."
            return None
