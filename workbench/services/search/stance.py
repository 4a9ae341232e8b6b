"""What each hit of a claim says about it, remembered, and the rating that strong evidence suggests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from workbench.comparison.fact_check_ratings import by_rating
from workbench.comparison.outcomes import each
from workbench.comparison.stances import RatingSuggestion, at_rank, suggested_rating
from workbench.domain.articles import Article, Claim
from workbench.domain.errors import ModelUnavailableError
from workbench.domain.evidence import Hit, Passage, Source, StanceSuggestion
from workbench.domain.ports import Cancelled, StanceModel
from workbench.domain.review import RatingScale
from workbench.language.text.stemmers import ENGLISH
from workbench.services.inference.sharing import stance_model
from workbench.services.review.remembered_stances import (
    article_of,
    claim_key,
    is_same_source,
    passage_key,
    reading_of,
    subject_for,
)
from workbench.services.search.says_something import READ_CLOSELY, is_statement, told_close
from workbench.services.search.stance_reading import StancePair, StanceReader
from workbench.services.workspace import Workspace
from workbench.store.stance_cache import cached_stances, remember_stances

FIRST, THEN = 10, 20
"""Pairs judged before the first answer, and between later ones: the first screenful must not wait for the rest."""


def chosen_model(workspace: Workspace) -> StanceModel:
    """The model that the workspace's setting names, else the shipped one.

    Raises:
        ModelUnavailableError: It is not on this machine, does not load, or has no stances to give.
    """
    return stance_model(workspace.settings().get("stance_model"))


class StanceService:
    """Judges hits. Without a model the hits come back as they are, and `note` says why in one line."""

    def __init__(self, workspace: Workspace, load: Callable[[], StanceModel] | None = None) -> None:
        self.workspace = workspace
        self.note = ""
        self._load = load or (lambda: chosen_model(workspace))
        self._reader: StanceReader | None = None

    def judge(self, claim: Claim | str, hits: Sequence[Hit], cancelled: Cancelled | None = None) -> Iterator[Hit]:
        """Give the hits back in order, each with its stance; what was judged before is not judged again.

        Args:
            claim: A stored claim, or the words of one.
            hits: What the search found for it.
            cancelled: Asked between batches; what was judged by then is remembered.
        """
        reader = self._ready()
        if reader is None:
            yield from hits
            return
        # probabilities of others were not measured, and of a question nothing is true
        measured = getattr(reader.model, "weight", None) is not None
        measured = measured and (not isinstance(claim, str) or is_statement(claim))
        found = article_of(self.workspace, claim)
        pairs = [_pair(claim, found, hit.passage, hit.source) for hit in hits]
        keys = [passage_key(found, hit.passage, hit.source) for hit in hits]
        model = reading_of(getattr(reader.model, "fingerprint", reader.model.key))
        claim_hash = claim_key(claim, found)
        known = cached_stances(self.workspace.database, claim_hash, keys, model)
        start = 0
        while start < len(hits):
            stop = start + (THEN if start else FIRST)
            if cancelled is not None and cancelled():
                return
            todo = {keys[i]: pairs[i] for i in range(start, min(stop, len(hits))) if keys[i] not in known}
            if todo:
                judged = self._judged(reader, list(todo.values()))
                if judged is None:
                    yield from hits[start:]
                    return
                fresh = dict(zip(todo, judged, strict=True))
                remember_stances(self.workspace.database, claim_hash, model, fresh)
                known.update(fresh)
            part = hits[start:stop]
            said = [replace(known[key], model=reader.model.key) for key in keys[start:stop]]
            if measured and stop <= READ_CLOSELY:
                part = self._told_close(pairs[0].asserted, part, said, hits)
            for hit, one, pair in zip(part, said, pairs[start:stop], strict=True):
                # what was found by a reviewer's own words is compared with the claim now
                stance = by_rating(one, hit.source, pair.asserted)
                if hit.source.fact_check is None:  # a check leans by its rating
                    stance = at_rank(stance, hit.rank)
                yield replace(hit, stance=stance, comparisons=each(one.comparison), read=one.read)
            start = stop

    def suggest_rating(self, hits: Sequence[Hit], scale: RatingScale) -> RatingSuggestion | None:
        """The rating that strong, agreeing evidence speaks for; a suggestion, never a verdict."""
        return suggested_rating(hits, scale)

    def _ready(self) -> StanceReader | None:
        if self._reader is None and not self.note:
            try:
                self._reader = StanceReader(self._load())
            except ModelUnavailableError as error:
                self.note = f"Searching goes on without stances: {error}"
        return self._reader

    def _judged(self, reader: StanceReader, pairs: list[StancePair]) -> list[StanceSuggestion] | None:
        try:
            return reader.read(pairs)
        except ModelUnavailableError as error:
            self._reader, self.note = None, f"Searching goes on without stances: {error}"
            return None

    def _told_close(
        self, statement: str, part: Sequence[Hit], said: Sequence[StanceSuggestion], hits: Sequence[Hit]
    ) -> Sequence[Hit]:
        """Some of the hits, those that say something of the statement told as close."""
        try:
            return told_close(statement, part, said, hits)
        except ModelUnavailableError as error:
            self.note = f"How close a passage is was told by the search alone: {error}"
            return part


def _pair(claim: Claim | str, found: Article | None, passage: Passage, source: Source) -> StancePair:
    return StancePair(
        claim=claim if isinstance(claim, str) else claim.text,
        passage=passage.text,
        title=source.read_under,
        claim_day=found.published if found else None,
        passage_day=source.published,
        same_source=is_same_source(found, source),
        speaker=None if isinstance(claim, str) else claim.speaker,
        publisher=source.publisher,
        language=source.language or ENGLISH,
        claim_in=found.language if found else None,
        subject=subject_for(claim, found),
    )
