"""Already checked: claims held against every claim the desk has rated, by meaning, with what differs named.

Matched, not merged: an earlier verdict is shown, and a person takes it over or not (`services.review.adopting`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from workbench.comparison.outcomes import Facts
from workbench.comparison.same_claim import MOST_NAMED, differences, paired
from workbench.domain.articles import Claim, ReviewStatus
from workbench.domain.errors import IndexProblemError, NotFoundError
from workbench.domain.review import Verdict
from workbench.index.manifest import read_manifest
from workbench.language.text.analyzer import stems
from workbench.services.review.blind import unseen_claims
from workbench.services.search.explaining import facts_of, named, shared
from workbench.services.search.known_claims import KnownClaims
from workbench.services.workspace import Workspace
from workbench.store import claims as claims_store
from workbench.store.articles import article
from workbench.store.claim_vectors import claim_vector, store_claim_vectors
from workbench.store.events import last_event_id
from workbench.store.rated_claims import rated_claims, touched_claims
from workbench.store.verdicts import review_state

if TYPE_CHECKING:
    from datetime import date

    from workbench.domain.ports import Encoder, Vectors

MOST = 3
"""Earlier verdicts that are shown of one claim."""

LOOKED_AT = 12
"""Nearest rated claims whose verdicts are read."""

SAME_MEANING = 0.68
"""Similarity (cosine) from which a rated claim is shown; chosen with each set left out (docs/quality.md)."""


@dataclass(frozen=True, slots=True)
class EarlierVerdict:
    """A verdict the desk gave on a claim that means nearly the same.

    `differences` names every number, date, name and turn that only one of the two has; empty where they share them.
    """

    claim: Claim
    verdict: Verdict
    similarity: float
    differences: tuple[str, ...]
    article_title: str


class AlreadyChecked:
    """Finds earlier verdicts. What the desk has rated is read once and kept in step by the trail.

    Used by one thread at a time. Memory is 1.5 KB a rated claim.
    """

    def __init__(self, workspace: Workspace, *, threshold: float = SAME_MEANING) -> None:
        self._workspace, self._threshold = workspace, threshold
        self._known: KnownClaims | None = None
        self._seen = 0
        self._encoder: Encoder | None = None

    def earlier(self, claims: Sequence[Claim], *, most: int = MOST) -> dict[int, tuple[EarlierVerdict, ...]]:
        """The desk's verdicts on claims that mean the same as these, by claim id: those that differ in nothing first.

        A verdict that this reviewer must not see yet is not among them, nor is the claim itself.

        Raises:
            ModelUnavailableError: Claims are to be encoded, and there is no model.
        """
        known = self._in_step()
        if not claims or not len(known):
            return {}
        vectors = self._vectors([claim.text for claim in claims])
        found: dict[int, tuple[EarlierVerdict, ...]] = {}
        nearest = known.nearest(vectors, LOOKED_AT, self._threshold)
        for claim, near in zip(claims, nearest, strict=True):
            if near and (those := self._told(claim, near, most)):
                found[claim.id] = those
        return found

    def _told(self, claim: Claim, near: Sequence[tuple[int, float]], most: int) -> tuple[EarlierVerdict, ...]:
        database = self._workspace.database
        there = [(claim_id, similarity) for claim_id, similarity in near if claim_id != claim.id]
        hidden = unseen_claims(self._workspace, [claim_id for claim_id, _ in there])
        mine = article(database, claim.article_id)
        told: list[EarlierVerdict] = []
        for claim_id, similarity in there:
            try:
                other = claims_store.claim(database, claim_id)
            except NotFoundError:  # dropped since, by somebody else
                continue
            verdict = review_state(database, claim_id).standing
            if verdict is None or (other.status is ReviewStatus.SECOND_OPINION and claim_id in hidden):
                continue
            theirs = article(database, other.article_id)
            apart = text_differences(claim.text, verdict.claim_text, mine.published, theirs.published)
            told.append(EarlierVerdict(other, verdict, round(similarity, 3), apart, theirs.title))
        return tuple(sorted(told, key=lambda one: (bool(one.differences), -one.similarity))[:most])

    # the rated claims, and their vectors

    def _in_step(self) -> KnownClaims:
        database = self._workspace.database
        last = last_event_id(database)
        model = self._model()
        if self._known is None or self._known.model != model or last < self._seen:
            self._known = KnownClaims(model)
            self._known.take(database, rated_claims(database), self._encode)
        elif last > self._seen:
            touched = touched_claims(database, self._seen)
            self._known.forget(touched)
            self._known.take(database, rated_claims(database, touched), self._encode)
        self._seen = last
        return self._known

    def _model(self) -> str:
        """The key of the model that claims are encoded with: that of the index, else the one in the package."""
        try:
            manifest = read_manifest(self._workspace.index_path)
        except IndexProblemError:
            manifest = None
        if manifest is not None:
            return manifest.model
        from workbench.models.encoder import encoder_key

        return encoder_key()

    def _vectors(self, texts: Sequence[str]) -> Vectors:
        database, model = self._workspace.database, self._model()
        kept = {text: claim_vector(database, text, model) for text in texts}
        if missing := [text for text, vector in kept.items() if vector is None]:
            kept |= dict(zip(missing, self._encode(missing), strict=True))
        return np.stack([vector for text in texts if (vector := kept[text]) is not None])

    def _encode(self, texts: Sequence[str]) -> Vectors:
        from workbench.models.encoder import load_encoder
        from workbench.services.evidence.encoders import encoder_of

        if self._encoder is None:
            try:
                manifest = read_manifest(self._workspace.index_path)
            except IndexProblemError:
                manifest = None
            self._encoder = load_encoder() if manifest is None else encoder_of(manifest)
        vectors = self._encoder.encode(list(texts))
        if not self._workspace.database.read_only:
            store_claim_vectors(self._workspace.database, texts, vectors, self._encoder.key)
        return vectors


def text_differences(text: str, other: str, day: date | None = None, other_day: date | None = None) -> tuple[str, ...]:
    """What only one of two claims says: amounts, times, names, denials.

    Args:
        text: The claim at hand.
        other: The claim that was rated.
        day: When the one was made: its relative times are counted from it.
        other_day: When the other was made.
    """
    one, two = facts_of(text, day), facts_of(other, other_day)
    found = list(differences(one, two))
    told = " ".join(found)
    mine, theirs = _names_apart(one, other), _names_apart(two, text)
    found += paired([name for name in mine if name not in told], [name for name in theirs if name not in told])
    return tuple(found)[:MOST_NAMED]


def _names_apart(facts: Facts, other: str) -> list[str]:
    """Names of a text that another does not hold; its first word is taken for one where it begins with a capital.

    What is an amount or a time was compared as that.
    """
    names = named(f", {facts.text}")
    held = shared(names, frozenset(stems(other)))
    read = " ".join([*(one.text for one in facts.quantities), *(one.text for one in facts.times)])
    return [
        one.written
        for one in names
        if one.written not in held and one.written not in read and not any(map(str.isdigit, one.written))
    ]
