"""Published claims whose evidence has changed at its source since: what became of the passages that they rest on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache

from workbench.comparison.changed_words import changed_words
from workbench.domain.desk_work import Waiting, Why
from workbench.domain.evidence import Passage
from workbench.domain.review import CitedEvidence
from workbench.domain.standing import same_person
from workbench.services.workspace import Workspace
from workbench.store.evidence import superseded_evidence
from workbench.store.named_claims import claims_there
from workbench.store.sources import passages_of, source
from workbench.store.verdicts import review_state

_REMEMBERED = 2_000


def newer_versions(workspace: Workspace, aside: Set[str]) -> Iterator[Waiting]:
    """What this reviewer has published on words that a newer version of the source has otherwise, or no more.

    It waits for who gave the verdict that stands and for who published it. Where the words stand there unchanged
    nothing waits.
    """
    found = superseded_evidence(workspace.database)
    claims = claims_there(workspace.database, {claim_id for claim_id, _, _ in found})
    for claim_id, passage_id, newest in found:
        key = f"version-{claim_id}-{passage_id}-{hashlib.sha256(newest.encode()).hexdigest()[:8]}"
        claim = claims.get(claim_id)
        if claim is None or key in aside:
            continue
        state = review_state(workspace.database, claim_id)
        stands = state.standing
        cited = {piece.passage_id: piece for piece in stands.evidence} if stands is not None else {}
        by = (stands.reviewer if stands is not None else "", state.published_by or "")
        if passage_id not in cited or not any(same_person(name, workspace.reviewer) for name in by):
            continue
        changed, passage = _became_of(workspace, cited[passage_id], newest)
        if changed == "":
            continue
        newer = source(workspace.database, newest)
        if newer.private:
            told = "the passage it rests on is another there"
        else:
            told = f"there: {changed}" if changed else "the passage it rests on is not there any more"
        yield Waiting(
            key,
            Why.NEWER_VERSION,
            f"{claim.text} ({claim.rating}) – a newer version of {newer.title or newest} came in; {told}",
            article_id=claim.article_id,
            claim_id=claim_id,
            at=newer.added_at,
            passage_id=passage,
            aside=True,
        )


def _became_of(workspace: Workspace, cited: CitedEvidence, newest: str) -> tuple[str | None, int | None]:
    """What was changed of a passage in the newest version, and the passage there that stands for it."""
    passages = passages_of(workspace.database, newest)
    if not passages:
        return None, None
    words = set(cited.quote.split())
    at = max(range(len(passages)), key=lambda one: len(words & set(passages[one].text.split())))
    return _changed(cited.quote, _around(passages, at)), passages[at].id


def _around(passages: Sequence[Passage], at: int) -> str:
    """A passage with its neighbours: another version is cut into passages elsewhere."""
    return "\n".join(one.text for one in passages[max(0, at - 1) : at + 2])


@lru_cache(_REMEMBERED)
def _changed(before: str, after: str) -> str | None:
    return changed_words(before, after)
