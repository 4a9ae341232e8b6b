"""Claims compared with all that the desk has rated: found by meaning, what differs named, taken over by a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from tests.services.desk import Clock, Desk
from workbench.domain.articles import Claim
from workbench.domain.errors import BadInputError, ConflictError, LockedError
from workbench.domain.evidence import EvidenceState, Provenance, Stance
from workbench.index.manifest import Manifest
from workbench.models.encoder import encoder_key
from workbench.services.articles.stored_articles import show_article
from workbench.services.claims.claim_editing import edit_wording
from workbench.services.evidence.decisions import decide
from workbench.services.record.history import undo
from workbench.services.review import review
from workbench.services.review.adopting import adopt
from workbench.services.review.scales import use_scale
from workbench.services.search import already_checked
from workbench.services.search.already_checked import AlreadyChecked, EarlierVerdict
from workbench.services.search.known_claims import KnownClaims
from workbench.services.workspace import Workspace
from workbench.store.claim_vectors import claim_vector, store_claim_vectors
from workbench.store.events import events
from workbench.store.evidence import evidence_of
from workbench.store.rated_claims import RatedClaim, rated_claims

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
    made.add_article(f"More ships\n\n{AGAIN}.", (AGAIN,))
    made.add_article(f"Still more ships\n\n{MORE}.", (MORE,))
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
    one = next(claim for article in (1, 2, 3) for claim in [*desk_claims(desk, article)] if claim.text == words)
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
    assert found.differences == ("here use, there took",)
    (other,) = earlier(desk.ada, desk, MORE)
    assert other.differences == ("here 55, there 40", "here use, there took")
    assert earlier(desk.ada, desk, OTHER) == []
    assert earlier(desk.ada, desk, FIRST) == [], "no claim is its own earlier verdict"


def test_two_claims_of_one_article_are_never_the_same(desk: Desk) -> None:
    made = desk.add_article(f"Both ways\n\n{FIRST}. {AGAIN}.", (FIRST, AGAIN))
    review.rate(desk.ada, desk.claim(FIRST, made).id, "False", why="The log says 12.")
    assert AlreadyChecked(desk.ada).earlier([desk.claim(AGAIN, made)]) == {}
    assert len(earlier(desk.ada, desk, AGAIN)) == 1, "of another article it is"


WHOLE = "The Sample Ferry, which failed a test in May, is the only vessel at Lowick"
FAILED, ONLY = "which failed a test in May", "is the only vessel at Lowick"
PARTS = {WHOLE: (1.0, 0.0), FAILED: (1.0, 0.0), ONLY: (0.1, 0.99)}


@pytest.mark.parametrize(("part", "times"), [(FAILED, 1), (ONLY, 0)])
def test_a_part_of_a_sentence_is_matched_by_its_own_words_too(desk: Desk, part: str, times: int) -> None:
    """Where the whole sentence is the wording, the verdict on another part of it is not offered."""
    vectors = np.zeros((len(PARTS), 384), dtype=np.float32)
    vectors[:, :2] = np.array(list(PARTS.values()), dtype=np.float32)
    store_claim_vectors(desk.ada.database, list(PARTS), vectors, encoder_key())
    text = f"The ferry\n\n{WHOLE}."
    first, second = (desk.add_article(text + more, (FAILED, ONLY)) for more in ("", " It is old."))
    rated, asked = desk.claim(FAILED, first), desk.claim(part, second)
    for claim in (rated, asked):
        edit_wording(desk.ada, claim.id, WHOLE)
    review.rate(desk.ada, rated.id, "False", why="It passed.")
    asked = desk.claim(part, second)
    assert len(AlreadyChecked(desk.ada).earlier([asked]).get(asked.id, ())) == times


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
    more = next(claim for claim in desk_claims(desk, 3) if claim.text == MORE)
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


def test_for_a_claim_to_be_judged_blind_nothing_is_offered_nor_taken_over(desk: Desk) -> None:
    first, more = desk.claim(FIRST), desk.claim(MORE, 3)
    review.rate(desk.ada, more.id, "True", why="So it is.")
    review.rate(desk.ada, first.id, "False", why="The log says 12.")
    assert len(earlier(desk.bo, desk, FIRST)) == 1
    review.request_second_opinion(desk.ada, first.id)
    assert earlier(desk.bo, desk, FIRST) == []
    assert len(earlier(desk.ada, desk, FIRST)) == 1, "who rated it sees all"
    with pytest.raises(BadInputError, match="waits for an opinion of your own"):
        adopt(desk.bo, first.id, more.id)
    review.rate(desk.bo, first.id, "False", why="Twelve it is.")
    assert len(earlier(desk.bo, desk, FIRST)) == 1


@pytest.mark.parametrize("steps", ["direct", "in other words", "chain"])
def test_a_copy_does_not_tell_what_is_to_be_judged_blind(desk: Desk, steps: str) -> None:
    first, again, more = desk.claim(FIRST), desk.claim(AGAIN, 2), desk.claim(MORE, 3)
    review.rate(desk.ada, first.id, "False", why="The log says 12.")
    adopt(desk.ada, again.id, first.id)
    copies = [again]
    if steps == "in other words":
        review.rate(desk.ada, again.id, "False", why="As ever: the log says 12.")
    if steps == "chain":
        adopt(desk.cy, more.id, again.id)
        copies.append(more)
    third = desk.claim(AGAIN, desk.add_article(f"Ships once more\n\n{AGAIN}.", (AGAIN,)))
    checked = AlreadyChecked(desk.bo)
    found = checked.earlier([third], most=5)[third.id]
    assert {one.claim.id for one in found} == {first.id, *(copy.id for copy in copies)}
    review.request_second_opinion(desk.ada, first.id)
    assert checked.earlier([third], most=5) == {}
    for copy in copies:
        for read in (None, 1, 99):
            with pytest.raises(BadInputError, match=f"claim {copy.id} has no verdict that could be taken over"):
                adopt(desk.bo, third.id, copy.id, verdict_id=read)
    review.rate(desk.bo, first.id, "True", why="I count 40.")
    assert len(checked.earlier([third], most=5)[third.id]) == 1 + len(copies)


def test_a_copy_that_was_rated_otherwise_since_is_found(desk: Desk) -> None:
    first, again = desk.claim(FIRST), desk.claim(AGAIN, 2)
    review.rate(desk.ada, first.id, "False", why="The log says 12.")
    adopt(desk.ada, again.id, first.id)
    review.rate(desk.cy, again.id, "True", why="The new log says 40.")
    review.request_second_opinion(desk.ada, first.id)
    assert [one.verdict.rating for one in earlier(desk.bo, desk, MORE)] == ["True"]


def test_another_verdict_than_the_one_that_was_read_is_not_taken_over(desk: Desk) -> None:
    first, again = desk.claim(FIRST), desk.claim(AGAIN, 2)
    read = review.rate(desk.ada, first.id, "Mostly true", why="Nearly 40.")
    now = review.rate(desk.ada, first.id, "False", why="The log says 12.")
    with pytest.raises(ConflictError, match=rf"not the one that you read \(verdict {now.id} stands, False\)"):
        adopt(desk.bo, again.id, first.id, verdict_id=read.id)
    undo(desk.ada)
    with pytest.raises(ConflictError, match="not the one that you read"):
        adopt(desk.bo, again.id, first.id, verdict_id=now.id)
    assert review.record_of(desk.ada, again.id).standing is None
    undo(desk.ada)
    with pytest.raises(ConflictError, match="it has none now"):
        adopt(desk.bo, again.id, first.id, verdict_id=read.id)
    given = review.rate(desk.ada, first.id, "False", why="The log says 12.")
    assert adopt(desk.bo, again.id, first.id, verdict_id=given.id).rating == "False"


def test_a_passage_that_was_rejected_stays_so_and_is_not_relied_on(desk: Desk) -> None:
    desk.add_sources()
    log, accounts, first = desk.passage("log"), desk.passage("accounts"), desk.claim(FIRST)
    relied = [(log.id, Stance.REFUTES), (accounts.id, Stance.CONTEXT)]
    review.rate(desk.ada, first.id, "False", why="The log says 12.", evidence=relied)
    again = desk.claim(AGAIN, 2)
    decide(desk.bo, again.id, log.id, EvidenceState.REJECTED)
    taken = adopt(desk.bo, again.id, first.id)
    assert [piece.passage_id for piece in taken.evidence] == [accounts.id]
    states = {one.passage.id: one.evidence.state for one in evidence_of(desk.ada.database, again.id)}
    assert states == {log.id: EvidenceState.REJECTED, accounts.id: EvidenceState.ACCEPTED}


def test_a_claim_is_matched_by_the_words_of_the_verdict_that_stands(desk: Desk) -> None:
    first = desk.claim(FIRST)
    review.rate(desk.ada, first.id, "False", why="The log says 12.")
    edit_wording(desk.ada, first.id, OTHER)
    checked = AlreadyChecked(desk.bo)
    assert len(earlier(desk.bo, desk, AGAIN, checked)) == 1
    review.rate(desk.ada, first.id, "True", why="It was signed.")
    assert rated_claims(desk.ada.database) == [RatedClaim(first.id, OTHER)]
    assert earlier(desk.bo, desk, AGAIN, checked) == []
    undo(desk.ada)
    assert rated_claims(desk.ada.database) == [RatedClaim(first.id, FIRST)]
    assert rated_claims(desk.ada.database, [first.id]) == [RatedClaim(first.id, FIRST)]
    assert len(earlier(desk.bo, desk, AGAIN, checked)) == 1


class GivenEncoder:
    """An encoder of a key and width, whose vectors hold the places."""

    def __init__(self, key: str, dimension: int) -> None:
        self.key, self.dimension = key, dimension

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """The place of each text, and zeros."""
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        vectors[:, :2] = [PLACES[text] for text in texts]
        return vectors


def test_with_the_model_of_an_index_its_encoder_changes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that was loaded for the index before makes no vectors for this one, of whatever width they are."""
    index: list[Manifest] = []

    def use(model: str, dimension: int) -> None:
        index[:] = [Manifest(1, "", "", 0, model, "", "", "float32", dimension, "Flat", 1, 1.0, 0, "", 0, "")]

    monkeypatch.setattr(already_checked, "read_manifest", lambda _: index[0])
    loaded = "workbench.services.evidence.encoders.encoder_of"
    monkeypatch.setattr(loaded, lambda manifest: GivenEncoder(manifest.model, manifest.dimension))
    first, again = desk.claim(FIRST), desk.claim(AGAIN, 2)
    review.rate(desk.ada, first.id, "False", why="The log says 12.")
    checked = AlreadyChecked(desk.ada)
    for model, dimension in (("one", 4), ("two", 6), ("one", 4), ("three", 6)):
        use(model, dimension)
        (found,) = checked.earlier([again])[again.id]
        assert found.claim.id == first.id
        for text in (FIRST, AGAIN):
            kept = claim_vector(desk.ada.database, text, model)
            assert kept is not None
            assert len(kept) == dimension


def test_a_kept_vector_of_another_width_is_made_anew(desk: Desk) -> None:
    """Widths that do not belong to the key are no reason to fail, in the rated claims nor in the one at hand."""
    known = KnownClaims("one", 4)
    store_claim_vectors(desk.ada.database, [FIRST], np.ones((1, 3), dtype=np.float32), "one")
    known.take(desk.ada.database, [RatedClaim(1, FIRST), RatedClaim(2, AGAIN)], GivenEncoder("one", 4).encode)
    asked = GivenEncoder("one", 4).encode([FIRST])
    assert [one for one, _ in known.nearest(asked, 5, 0.5)[0]] == [1, 2]
    assert known.nearest(np.ones((2, 3), dtype=np.float32), 5, 0.5) == [[], []]
    known.put_all([3], np.ones((1, 7), dtype=np.float32))
    assert len(known) == 2


def test_what_differs_is_read_of_those_alone_that_are_shown(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for words, article in ((FIRST, 1), (MORE, 3)):
        review.rate(desk.ada, desk.claim(words, article).id, "False", why="The log says 12.")
    real, compared = already_checked.text_differences, list[str]()

    def counted(text: str, other: str, *days: object) -> already_checked.Differences:
        compared.append(other)
        return real(text, other, *days)  # type: ignore[arg-type]

    monkeypatch.setattr(already_checked, "text_differences", counted)
    again = desk.claim(AGAIN, 2)
    (shown,) = AlreadyChecked(desk.ada).earlier([again], most=1)[again.id]
    assert compared == [shown.verdict.claim_text] == [MORE], "the nearest"


def test_a_verdict_is_taken_over_as_an_act_of_its_own(desk: Desk) -> None:
    desk.add_sources()
    log, first = desk.passage("log"), desk.claim(FIRST)
    given = review.rate(desk.ada, first.id, "False", why="The log says 12.", evidence=[(log.id, Stance.REFUTES)])
    again = next(claim for claim in desk_claims(desk, 2) if claim.text == AGAIN)
    desk.clock.set("2022-03-03")
    taken = adopt(desk.bo, again.id, first.id)
    assert (taken.reviewer, taken.rating, taken.at[:10]) == ("bo", "False", "2022-03-03")
    assert taken.rationale == (
        f"As in the verdict on “{first.text}”, rated False by ada on 1 February 2022: The log says 12."
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
