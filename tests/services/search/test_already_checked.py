"""Claims held against all that the desk has rated: found by meaning, what differs named, taken over by a person."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.services.desk import Clock, Desk
from workbench.domain.articles import Claim
from workbench.domain.errors import BadInputError, LockedError
from workbench.domain.evidence import EvidenceState, Provenance, Stance
from workbench.models.encoder import encoder_key
from workbench.services.evidence.library import show_article
from workbench.services.record.history import undo
from workbench.services.review import review
from workbench.services.review.adopting import adopt
from workbench.services.review.scales import use_scale
from workbench.services.search.already_checked import AlreadyChecked, EarlierVerdict
from workbench.services.search.known_claims import KnownClaims
from workbench.services.workspace import Workspace
from workbench.store.claim_vectors import store_claim_vectors
from workbench.store.events import events
from workbench.store.evidence import evidence_of

FIRST = "The harbour of Lowick took in 40 ships each week"
AGAIN = "Each week 40 ships use the harbour of Lowick"
MORE = "Each week 55 ships use the harbour of Lowick"
OTHER = "A petition was signed"
PLACES = {FIRST: (1.0, 0.0), AGAIN: (0.95, 0.31), MORE: (0.97, 0.24), OTHER: (0.0, 1.0)}
"""The meaning of each claim, as directions in a plane."""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    clock = Clock()
    clock.stop(monkeypatch)
    made = Desk(tmp_path, clock)
    made.article = made.add_article(f"Ships\n\n{FIRST}. {OTHER}.", (FIRST, OTHER))
    made.add_article(f"More ships\n\n{AGAIN}. {MORE}.", (AGAIN, MORE))
    vectors = np.zeros((len(PLACES), 384), dtype=np.float32)
    vectors[:, :2] = np.array(list(PLACES.values()), dtype=np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    store_claim_vectors(made.ada.database, list(PLACES), vectors, encoder_key())
    yield made
    made.close()


def earlier(
    workspace: Workspace, desk: Desk, words: str, checked: AlreadyChecked | None = None
) -> list[EarlierVerdict]:
    """What is found for the claim with these words."""
    one = next(claim for article in (1, 2) for claim in [*desk_claims(desk, article)] if claim.text == words)
    return list((checked or AlreadyChecked(workspace)).earlier([one]).get(one.id, ()))


def desk_claims(desk: Desk, article: int) -> list[Claim]:
    """The claims of an article."""
    return list(show_article(desk.ada, article)[1])


def test_a_rated_claim_is_found_in_another_article_with_what_differs(desk: Desk) -> None:
    first = desk.claim(FIRST)
    assert earlier(desk.ada, desk, AGAIN) == []
    review.rate(desk.ada, first.id, "False", why="The log says 12.")
    (found,) = earlier(desk.ada, desk, AGAIN)
    assert (found.claim.id, found.verdict.rating, found.article_title) == (first.id, "False", "Ships")
    assert found.similarity == pytest.approx(0.95, abs=0.01)
    assert found.differences == ()
    (other,) = earlier(desk.ada, desk, MORE)
    assert other.differences == ("here 55, there 40",)
    assert earlier(desk.ada, desk, OTHER) == []
    assert earlier(desk.ada, desk, FIRST) == [], "no claim is its own earlier verdict"


def test_it_follows_the_record_verdict_by_verdict(desk: Desk) -> None:
    checked, first = AlreadyChecked(desk.ada), desk.claim(FIRST)
    review.rate(desk.ada, first.id, "False", why="The log says 12.")
    assert len(earlier(desk.ada, desk, AGAIN, checked)) == 1
    again = next(claim for claim in desk_claims(desk, 2) if claim.text == AGAIN)
    review.rate(desk.ada, again.id, "True", why="The new log says 40.")
    both = earlier(desk.ada, desk, MORE, checked)
    assert [one.verdict.rating for one in both] == ["True", "False"]
    undo(desk.ada)
    assert [one.claim.id for one in earlier(desk.ada, desk, MORE, checked)] == [first.id]
    undo(desk.ada)
    assert earlier(desk.ada, desk, MORE, checked) == []


def test_those_that_differ_in_nothing_come_first(desk: Desk) -> None:
    review.rate(desk.ada, desk.claim(FIRST).id, "False", why="The log says 12.")
    more = next(claim for claim in desk_claims(desk, 2) if claim.text == MORE)
    review.rate(desk.ada, more.id, "True", why="So it is.")
    assert [one.verdict.claim_text for one in earlier(desk.ada, desk, AGAIN)] == [FIRST, MORE]


def test_what_is_to_be_judged_blind_is_not_given_away(desk: Desk) -> None:
    first = desk.claim(FIRST)
    review.rate(desk.ada, first.id, "False", why="The log says 12.")
    review.request_second_opinion(desk.ada, first.id)
    assert earlier(desk.bo, desk, AGAIN) == []
    assert len(earlier(desk.ada, desk, AGAIN)) == 1
    again = next(claim for claim in desk_claims(desk, 2) if claim.text == AGAIN)
    with pytest.raises(BadInputError, match="has no verdict"):
        adopt(desk.bo, again.id, first.id)


def test_a_verdict_is_taken_over_as_an_act_of_its_own(desk: Desk) -> None:
    desk.add_sources()
    log, first = desk.passage("log"), desk.claim(FIRST)
    given = review.rate(desk.ada, first.id, "False", why="The log says 12.", evidence=[(log.id, Stance.REFUTES)])
    again = next(claim for claim in desk_claims(desk, 2) if claim.text == AGAIN)
    desk.clock.set("2022-03-03")
    taken = adopt(desk.bo, again.id, first.id)
    assert (taken.reviewer, taken.rating, taken.at[:10]) == ("bo", "False", "2022-03-03")
    assert taken.rationale == (
        f"As in the verdict on claim {first.id}, rated False by ada on 1 February 2022: The log says 12."
    )
    assert [(piece.passage_id, piece.stance) for piece in taken.evidence] == [(log.id, "refutes")]
    (link,) = evidence_of(desk.ada.database, again.id)
    assert (link.evidence.state, link.evidence.provenance) == (EvidenceState.ACCEPTED, Provenance.VERDICT)
    told = [event for event in events(desk.ada.database, claim_id=again.id) if event.action == "verdict.verdict"]
    assert [(event.after or {}).get("adopts") for event in told if event.subject == "verdicts"] == [given.id]
    undo(desk.bo)
    assert review.record_of(desk.ada, again.id).standing is None
    assert review.record_of(desk.ada, first.id).standing is not None, "matched, not merged"


def test_what_cannot_be_taken_over_says_why(desk: Desk) -> None:
    first, again = desk.claim(FIRST), next(claim for claim in desk_claims(desk, 2) if claim.text == AGAIN)
    with pytest.raises(BadInputError, match="has no verdict"):
        adopt(desk.ada, again.id, first.id)
    review.rate(desk.ada, first.id, "False", why="The log says 12.")
    use_scale(desk.ada, "averitec")
    with pytest.raises(BadInputError, match="choose the rating yourself"):
        adopt(desk.ada, again.id, first.id)
    use_scale(desk.ada, "workbench")
    review.rate(desk.ada, again.id, "True", why="So it is.")
    review.publish(desk.ada, again.id)
    with pytest.raises(LockedError):
        adopt(desk.ada, again.id, first.id)


def test_the_nearest_of_very_many_are_exact() -> None:
    """Grown row by row, with rows that were left out in between, the product still names the right claims."""
    random = np.random.default_rng(7)
    vectors = random.standard_normal((1500, 16)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    known = KnownClaims("any")
    known.put_all(range(1, 1001), vectors[:1000])
    known.forget(range(1, 1001, 3))
    known.put_all(range(1001, 1501), vectors[1000:])
    left = [one for one in range(1, 1501) if one > 1000 or one % 3 != 1]
    assert len(known) == len(left)
    for asked, near in zip(vectors[:80], known.nearest(vectors[:80], 5, 0.2), strict=True):
        similar = {one: float(vectors[one - 1] @ asked) for one in left}
        due = sorted((one for one in left if similar[one] >= 0.2), key=lambda one: -similar[one])[:5]
        assert [one for one, _ in near] == due
