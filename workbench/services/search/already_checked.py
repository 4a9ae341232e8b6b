"""Already checked: claims compared with every claim the desk has rated, by meaning, with what differs named.

Matched, not merged: an earlier verdict is shown, and a person takes it over or not (`services.review.adopting`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from workbench.comparison.outcomes import Facts
from workbench.comparison.same_claim import MOST_NAMED, differences, paired, words_apart
from workbench.domain.articles import Claim
from workbench.domain.errors import IndexProblemError, NotFoundError
from workbench.domain.review import Verdict
from workbench.index.manifest import Manifest, read_manifest
from workbench.language.grammar.verbs import has_finite
from workbench.language.text.analyzer import stems
from workbench.language.text.tokenizer import words
from workbench.services.review.blind import giving_away, unseen_now
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

_ANOTHER_CLAUSE = 8
"""Words beside a quote that are more than its subject completed, in whatever language."""


@dataclass(frozen=True, slots=True)
class EarlierVerdict:
    """A verdict the desk gave on a claim that means nearly the same.

    `differences` names every number, date, name, turn and other word that only one of the two has, the words last;
    empty where they share them.
    """

    claim: Claim
    verdict: Verdict
    similarity: float
    differences: tuple[str, ...]
    article_title: str


class Differences(NamedTuple):
    """What only one of two claims says, and whether anything of it is more than a word."""

    named: tuple[str, ...]
    of_fact: bool


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

        A verdict that this reviewer must not see yet is not among them, nor one that took such a verdict over, nor is
        the claim itself. For a claim that they are to judge without the others there is nothing. The nearest `most`
        are told.

        Raises:
            ModelUnavailableError: Claims are to be encoded, and there is no model.
        """
        if not claims:
            return {}
        manifest = self._manifest()
        known = self._in_step(manifest)
        hidden = unseen_now(self._workspace, dropped=True)
        asked = [claim for claim in claims if claim.id not in hidden]
        if not asked or not len(known):
            return {}
        similarity = partial(self._similarity, known, manifest)
        vectors = self._vectors([claim.text for claim in asked], known, manifest)
        found: dict[int, tuple[EarlierVerdict, ...]] = {}
        nearest = known.nearest(vectors, LOOKED_AT, self._threshold)
        for claim, near in zip(asked, nearest, strict=True):
            if near and (those := self._told(claim, near, hidden, most, similarity)):
                found[claim.id] = those
        return found

    def _told(
        self,
        claim: Claim,
        near: Sequence[tuple[int, float]],
        hidden: set[int],
        most: int,
        similarity_of: Callable[[str, str], float],
    ) -> tuple[EarlierVerdict, ...]:
        database = self._workspace.database
        told: list[tuple[bool, EarlierVerdict]] = []
        for claim_id, similarity in near:
            if len(told) == most:
                break
            if claim_id == claim.id or claim_id in hidden:
                continue
            try:
                other = claims_store.claim(database, claim_id)
            except NotFoundError:  # dropped since, by somebody else
                continue
            if other.article_id == claim.article_id and other.anchor != claim.anchor:
                continue  # two parts of a sentence may have the same wording
            verdict = review_state(database, claim_id).standing
            if verdict is None or giving_away(self._workspace, [verdict.id], hidden):
                continue
            own, its = part_meant(claim.text, claim.quote), part_meant(verdict.claim_text, other.quote)
            if (own, its) != (claim.text, verdict.claim_text) and similarity_of(own, its) < self._threshold:
                continue
            mine, theirs = article(database, claim.article_id), article(database, other.article_id)
            apart = text_differences(claim.text, verdict.claim_text, mine.published, theirs.published)
            one = EarlierVerdict(other, verdict, round(similarity, 3), apart.named, theirs.title)
            told.append((apart.of_fact, one))
        told.sort(key=lambda pair: (pair[0], bool(pair[1].differences), -pair[1].similarity))
        return tuple(one for _, one in told)

    # the rated claims, and their vectors

    def _in_step(self, manifest: Manifest | None) -> KnownClaims:
        database, model = self._workspace.database, _key(manifest)
        encode = partial(self._encode, manifest)
        last = last_event_id(database)
        if self._known is None or self._known.model != model or last < self._seen:
            self._known = None  # whatever fails below is begun again
            known = KnownClaims(model, manifest.dimension if manifest is not None else 0)
            known.take(database, rated_claims(database), encode)
            self._known = known
        elif last > self._seen:
            touched = touched_claims(database, self._seen)
            self._known.forget(touched)
            self._known.take(database, rated_claims(database, touched), encode)
        self._seen = last
        return self._known

    def _manifest(self) -> Manifest | None:
        """Of the index, whose model claims are encoded with; None: with the one in the package."""
        try:
            return read_manifest(self._workspace.index_path)
        except IndexProblemError:
            return None

    def _vectors(self, texts: Sequence[str], known: KnownClaims, manifest: Manifest | None) -> Vectors:
        kept = {text: claim_vector(self._workspace.database, text, known.model) for text in texts}
        if missing := [text for text, vector in kept.items() if vector is None or not known.fits(vector)]:
            kept |= dict(zip(missing, self._encode(manifest, missing), strict=True))
        return np.stack([vector for text in texts if (vector := kept[text]) is not None])

    def _similarity(self, known: KnownClaims, manifest: Manifest | None, one: str, other: str) -> float:
        return 1.0 if one == other else float(np.dot(*self._vectors([one, other], known, manifest)))

    def _encode(self, manifest: Manifest | None, texts: Sequence[str]) -> Vectors:
        from workbench.services.evidence.encoders import encoder_of
        from workbench.services.inference.sharing import encoder_for

        if self._encoder is None or self._encoder.key != _key(manifest):  # the index was rebuilt by another one
            self._encoder = None
            self._encoder = encoder_for() if manifest is None else encoder_of(manifest)
        vectors = self._encoder.encode(list(texts))
        if not self._workspace.database.read_only:
            store_claim_vectors(self._workspace.database, texts, vectors, self._encoder.key)
        return vectors


def _key(manifest: Manifest | None) -> str:
    """The key of the model of an index, else of the one in the package."""
    if manifest is not None:
        return manifest.model
    from workbench.models.encoder import encoder_key

    return encoder_key()


def part_meant(wording: str, quote: str) -> str:
    """The quote of a claim whose wording holds another clause beside it, as a whole sentence may; else the wording.

    "The ferry, which failed a test, is the only one", quoted for its last words alone, is compared by these.
    """
    quoted = {word.lower for word in words(quote)}
    rest = [word for word in words(wording) if word.lower not in quoted]
    return quote if len(rest) >= _ANOTHER_CLAUSE or has_finite(rest, 0, len(rest)) else wording


def text_differences(text: str, other: str, day: date | None = None, other_day: date | None = None) -> Differences:
    """What only one of two claims says: amounts, times, names, denials, words.

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
    facts, told = len(found), " ".join(found)
    found += words_apart(one, two, told)
    return Differences(tuple(found)[:MOST_NAMED], facts > 0)


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
