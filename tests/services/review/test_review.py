"""The life of a claim: rated, judged a second time without knowing the first, settled, published, corrected."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.newsroom import PASSAGES, Newsroom, colleague, furnish, suggest
from workbench.domain.articles import Kind, Origin, ReviewStatus
from workbench.domain.errors import BadInputError, ConflictError, LockedError, NotFoundError
from workbench.domain.evidence import EvidenceState, Stance
from workbench.domain.review import Rating, RatingScale, VerdictKind
from workbench.domain.standing import Agreement
from workbench.services.articles.stored_articles import remove_article
from workbench.services.claims import claim_editing, claim_surgery
from workbench.services.evidence import decisions
from workbench.services.record import history
from workbench.services.review import agreement, blind, presence, review, scales
from workbench.services.review.blind import list_claims, visible_claim
from workbench.services.workspace import Workspace
from workbench.store.verdicts import status_counts, verdicts, withdrawn_verdicts

NO_SCALE = RatingScale("none", "None", ())


@pytest.fixture
def ann(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "w", reviewer="Ann") as made:
        yield made


@pytest.fixture
def room(ann: Workspace) -> Newsroom:
    return furnish(ann)


@pytest.fixture
def bob(ann: Workspace, room: Newsroom) -> Iterator[Workspace]:
    with colleague(ann, "Bob") as opened:
        yield opened


@pytest.fixture
def cleo(ann: Workspace, room: Newsroom) -> Iterator[Workspace]:
    with colleague(ann, "Cleo") as opened:
        yield opened


def status(work: Workspace, claim_id: int) -> ReviewStatus:
    return review.record_of(work, claim_id).status


def test_a_verdict_keeps_copies_of_the_evidence_it_relies_on(ann: Workspace, room: Newsroom) -> None:
    claim, passage = room.claims[0], room.passages[0]
    decisions.decide(ann, claim, passage, EvidenceState.ACCEPTED, stance=Stance.REFUTES, note="counted twice")
    decisions.decide(ann, claim, room.passages[2], EvidenceState.REJECTED)
    given = review.rate(ann, claim, "mostly FALSE", why=" 41, not 40. ")
    assert (given.rating, given.value, given.rationale, given.kind) == (
        "Mostly false",
        2,
        "41, not 40.",
        VerdictKind.VERDICT,
    )
    (cited,) = given.evidence
    assert (cited.passage_id, cited.stance, cited.quote) == (passage, "refutes", PASSAGES[0][0])
    assert (cited.publisher, cited.published, cited.note) == ("Port Authority", "2021-12-31", "counted twice")
    assert given.claim_text == "40 ships sailed in 2021"
    assert given.known_at == given.at[:10], "today is known, nothing later"
    decisions.decide(ann, claim, passage, EvidenceState.REJECTED, stance=Stance.CONTEXT)
    assert verdicts(ann.database)[0].evidence == given.evidence, "what is decided later does not touch it"
    assert visible_claim(ann, claim).rating == "Mostly false"


def test_evidence_named_with_the_verdict_is_accepted_with_it_in_one_act(ann: Workspace, room: Newsroom) -> None:
    review.rate(ann, room.claims[0], "1", why="no", evidence=[(room.passages[0], Stance.REFUTES)])
    (linked,) = blind.visible_evidence(ann, room.claims[0])
    assert (linked.evidence.state, linked.evidence.stance) == (EvidenceState.ACCEPTED, Stance.REFUTES)
    assert linked.evidence.reviewer == "Ann"
    history.undo(ann)
    assert blind.visible_evidence(ann, room.claims[0]) == []
    assert status(ann, room.claims[0]) is ReviewStatus.OPEN


def test_a_verdict_may_rely_on_nothing(ann: Workspace, room: Newsroom) -> None:
    decisions.decide(ann, room.claims[0], room.passages[0], EvidenceState.ACCEPTED)
    assert review.rate(ann, room.claims[0], "0", why="open", evidence=[]).evidence == ()


def test_what_a_machine_suggests_is_no_decision(ann: Workspace, room: Newsroom) -> None:
    claim = room.claims[0]
    suggest(ann, claim, room.passages[0], Stance.REFUTES, 0.91)
    suggest(ann, claim, room.passages[2])
    assert review.rate(ann, claim, "0", why="open").evidence == (), "suggestions are not relied on unless accepted"
    (first, _) = blind.visible_evidence(ann, claim)
    assert (first.evidence.origin, first.evidence.reviewer) == (Origin.MACHINE, None)
    accepted = decisions.decide(ann, claim, room.passages[0], EvidenceState.ACCEPTED)
    assert (accepted.stance, accepted.origin) == (Stance.REFUTES, Origin.PERSON), "the suggested stance, now Ann's"
    history.undo(ann)
    (first, _) = blind.visible_evidence(ann, claim)
    assert (first.evidence.origin, first.evidence.state) == (Origin.MACHINE, EvidenceState.SUGGESTED)
    history.undo(ann)
    assert [line.action for line in history.undo(ann)] == ["article.add"], "what a machine did is nobody's to undo"


@pytest.mark.parametrize(
    ("rating", "why", "words"),
    [
        ("9", "x", "has no rating '9'; it has: 5 True"),
        ("5", "  ", "needs a reason"),
        ("5", "x" * 20_001, "at most 20,000"),
    ],
)
def test_a_verdict_that_says_too_little_is_refused(
    ann: Workspace, room: Newsroom, rating: str, why: str, words: str
) -> None:
    with pytest.raises(BadInputError, match=words):
        review.rate(ann, room.claims[0], rating, why=why)
    assert verdicts(ann.database) == []


def test_evidence_from_after_the_day_of_knowledge_is_refused(ann: Workspace, room: Newsroom) -> None:
    late = [(room.passages[1], Stance.SUPPORTS)]
    with pytest.raises(BadInputError, match="was published on 2022-01-20, after 2022-01-01"):
        review.rate(ann, room.claims[2], "5", why="yes", evidence=late, known_at=date(2022, 1, 1))
    assert blind.visible_evidence(ann, room.claims[2]) == [], "nothing is half written"
    with pytest.raises(BadInputError, match="lies ahead"):
        review.rate(ann, room.claims[2], "5", why="yes", known_at=date.today() + timedelta(days=3))
    assert review.rate(ann, room.claims[2], "5", why="yes", evidence=late, known_at=date(2022, 1, 20)).value == 5


def test_the_claims_of_a_removed_article_are_not_judged(ann: Workspace, bob: Workspace, room: Newsroom) -> None:
    """Whoever still has them on the screen is told; what was said about them stays, and comes back with the article."""
    review.rate(ann, room.claims[0], "5", why="yes")
    remove_article(bob, room.article)
    for act in (
        lambda: review.rate(ann, room.claims[0], "1", why="no"),
        lambda: review.request_second_opinion(ann, room.claims[0]),
        lambda: review.publish(ann, room.claims[0]),
        lambda: decisions.decide(ann, room.claims[0], room.passages[0], EvidenceState.ACCEPTED),
        lambda: claim_editing.edit_wording(ann, room.claims[0], "Other words."),
        lambda: visible_claim(ann, room.claims[0]),
    ):
        with pytest.raises(NotFoundError, match="belongs to article 1, which was removed"):
            act()
    assert sum(status_counts(ann.database).values()) == 0
    assert [line.words for line in history.undo(ann)] == ["rated it True: yes"], "one's own act is still taken back"
    history.redo(ann)
    history.undo(bob)
    assert visible_claim(ann, room.claims[0]).rating == "True"


def test_a_prediction_is_not_rated(ann: Workspace, room: Newsroom) -> None:
    with pytest.raises(BadInputError, match=r"is listed, not rated \(prediction\)"):
        review.rate(ann, room.claims[3], "5", why="it did")
    claim_editing.set_kinds(ann, room.claims[3], [Kind.EVENT])
    assert review.rate(ann, room.claims[3], "5", why="it did").value == 5


def test_what_is_not_there_is_told(ann: Workspace, room: Newsroom) -> None:
    with pytest.raises(NotFoundError, match="there is no claim 99"):
        review.rate(ann, 99, "5", why="x")
    with pytest.raises(NotFoundError, match="there is no passage 99"):
        review.rate(ann, room.claims[0], "5", why="x", evidence=[(99, None)])
    with pytest.raises(NotFoundError, match="there is no passage 99"):
        decisions.decide(ann, room.claims[0], 99, EvidenceState.ACCEPTED)
    with pytest.raises(NotFoundError, match="is not linked"):
        decisions.unlink(ann, room.claims[0], room.passages[0])


def test_a_text_that_is_too_long_is_refused_and_never_cut(ann: Workspace, room: Newsroom) -> None:
    claim, passage, long = room.claims[0], room.passages[0], "x" * 2001
    review.rate(ann, claim, "1", why="no")
    for act in (
        lambda: decisions.decide(ann, claim, passage, EvidenceState.ACCEPTED, note=long),
        lambda: decisions.annotate(ann, claim, passage, note=long),
        lambda: decisions.nothing_found(ann, claim, note=long),
        lambda: review.request_second_opinion(ann, claim, note=long),
        lambda: decisions.add_link(ann, claim, "https://x.example", "q", note=long),
        lambda: decisions.add_link(ann, claim, "https://x.example", "q", title=long),
        lambda: decisions.add_link(ann, claim, "https://x.example", "q", publisher=long),
        lambda: claim_surgery.add(ann, room.article, 0, 12, text=long),
        lambda: review.rate(ann, claim, "1", why="x" * 20_001),
    ):
        with pytest.raises(BadInputError, match="may have at most"):
            act()
    assert blind.visible_evidence(ann, claim) == []
    assert decisions.decide(ann, claim, passage, EvidenceState.ACCEPTED, note=long[1:]).note == long[1:]


def test_rating_what_someone_rated_meanwhile_is_refused_with_both_told(
    ann: Workspace, bob: Workspace, room: Newsroom
) -> None:
    read = visible_claim(bob, room.claims[0])
    review.rate(ann, read.id, "1", why="no")
    with pytest.raises(ConflictError, match=r"\(False, by Ann\); nothing was written") as caught:
        review.rate(bob, read.id, "5", why="yes", version=read.version)
    assert caught.value.mine == "rate it True"
    assert "rated False by Ann: no" in caught.value.theirs
    assert len(verdicts(ann.database)) == 1


def test_a_second_reviewer_sees_nothing_of_the_first_until_they_have_rated(
    ann: Workspace, bob: Workspace, room: Newsroom
) -> None:
    claim = room.claims[0]
    suggest(ann, claim, room.passages[2], Stance.CONTEXT, 0.6)
    decisions.decide(ann, claim, room.passages[0], EvidenceState.ACCEPTED, stance=Stance.REFUTES, note="secret note")
    review.rate(ann, claim, "1", why="secret reason")
    review.request_second_opinion(ann, claim, note="have a look")

    def everything_bob_sees() -> str:
        return " ".join(
            map(
                repr,
                (
                    visible_claim(bob, claim),
                    list_claims(bob),
                    blind.visible_evidence(bob, claim),
                    replace(review.record_of(bob, claim), scale=NO_SCALE),  # whose steps are no secret
                    history.history(bob),
                ),
            )
        )

    seen = everything_bob_sees()
    for word in ("secret", "'False'", "REFUTES", "refutes", "Refuted"):
        assert word not in seen, word
    assert review.record_of(bob, claim).request_note == "have a look"
    assert any("asked for a second opinion: have a look" in line.words for line in history.history(bob))
    assert "secret reason" in repr(review.record_of(ann, claim)), "the first reviewer sees their own"
    linked = {item.passage.id: item.evidence for item in blind.visible_evidence(bob, claim)}
    assert set(linked) == {room.passages[2]}, "what a machine suggested is there for both"
    assert linked[room.passages[2]].stance is Stance.CONTEXT
    with pytest.raises(ConflictError) as caught:
        review.rate(bob, claim, "5", why="yes", version=1)
    assert "secret" not in caught.value.theirs + str(caught.value)
    assert "False" not in caught.value.theirs + str(caught.value)
    opinion = review.rate(bob, claim, "5", why="looks right")
    assert opinion.kind is VerdictKind.SECOND_OPINION
    assert opinion.evidence == (), "evidence that Ann accepted is not slipped into Bob's verdict"
    assert "secret reason" in everything_bob_sees()


def test_who_took_their_own_verdict_back_before_judges_blind_like_anyone(
    ann: Workspace, bob: Workspace, room: Newsroom
) -> None:
    review.rate(bob, room.claims[0], "5", why="too early")
    history.undo(bob)
    review.rate(ann, room.claims[0], "1", why="no")
    review.request_second_opinion(ann, room.claims[0])
    assert list_claims(bob)[0].rating is None
    assert visible_claim(bob, room.claims[0]).rating is None
    assert list_claims(ann)[0].rating == "False"


def test_a_blind_reviewers_own_evidence_goes_into_their_verdict_and_the_firsts_stance_does_not(
    ann: Workspace, bob: Workspace, room: Newsroom
) -> None:
    claim = room.claims[0]
    review.rate(ann, claim, "1", why="no", evidence=[(room.passages[0], Stance.REFUTES)])
    review.request_second_opinion(ann, claim)
    opinion = review.second_opinion(bob, claim, "2", why="hm", evidence=[(room.passages[0], None)])
    assert [cited.stance for cited in opinion.evidence] == ["context"]
    assert verdicts(ann.database)[0].evidence[0].stance == "refutes"


def test_the_same_rating_twice_is_unanimous(ann: Workspace, bob: Workspace, room: Newsroom) -> None:
    review.rate(ann, room.claims[0], "1", why="no")
    assert review.record_of(ann, room.claims[0]).agreement is Agreement.SINGLE
    review.request_second_opinion(ann, room.claims[0])
    review.second_opinion(bob, room.claims[0], "1", why="no, too")
    record = review.record_of(ann, room.claims[0])
    assert (record.status, record.agreement) == (ReviewStatus.SETTLED, Agreement.UNANIMOUS)
    with pytest.raises(LockedError, match="is settled"):
        review.rate(ann, room.claims[0], "5", why="after all")


def test_different_ratings_wait_for_a_third_who_gives_a_reason(
    ann: Workspace, bob: Workspace, cleo: Workspace, room: Newsroom
) -> None:
    claim = room.claims[0]
    review.rate(ann, claim, "1", why="no")
    review.request_second_opinion(ann, claim)
    review.second_opinion(bob, claim, "5", why="yes")
    record = review.record_of(cleo, claim)
    assert (record.status, record.agreement) == (ReviewStatus.SECOND_OPINION, Agreement.UNRESOLVED)
    assert not record.blind, "whoever settles it sees both"
    assert record.standing is not None
    assert record.standing.reviewer == "Ann", "a second opinion that differs changes nothing yet"
    with pytest.raises(BadInputError, match="two opinions on claim 1 differ"):
        review.rate(cleo, claim, "3", why="between")
    with pytest.raises(BadInputError, match="has two opinions that differ; nothing was published"):
        review.publish(cleo, claim)
    with pytest.raises(BadInputError, match="a third reviewer settles, or both by consent"):
        review.settle(ann, claim, "1", why="mine is better")
    with pytest.raises(BadInputError, match="needs a reason"):
        review.settle(cleo, claim, "3", why="")
    with pytest.raises(BadInputError, match="consent is between Ann and Bob"):
        review.settle(cleo, claim, "3", why="x", by_consent=True)
    settled = review.settle(cleo, claim, "3", why="40 sailed, one came back")
    assert settled is not None
    assert settled.kind is VerdictKind.SETTLEMENT
    record = review.record_of(ann, claim)
    assert (record.status, record.agreement) == (ReviewStatus.SETTLED, Agreement.SETTLED)
    assert [v.rating for v in record.verdicts] == ["False", "True", "Half true"], "all three stay in the record"
    history.undo(cleo)
    assert review.record_of(ann, claim).agreement is Agreement.UNRESOLVED


def test_an_opinion_that_both_know_is_not_taken_back_to_look_independent(
    ann: Workspace, bob: Workspace, room: Newsroom
) -> None:
    claim = room.claims[0]
    given = review.rate(ann, claim, "1", why="no")
    review.request_second_opinion(ann, claim)
    review.second_opinion(bob, claim, "5", why="wrong key")
    for work, acts in ((bob, 1), (ann, 2)):
        with pytest.raises(LockedError, match="both opinions on claim 1 are in and known to both"):
            history.undo(work, acts)
    assert review.record_of(ann, claim).verdicts[0] == given
    assert review.settle(ann, claim, "1", why="he meant to agree", by_consent=True) is None
    review.settle(bob, claim, "1", why="a slip of the finger", by_consent=True)
    assert review.record_of(ann, claim).agreement is Agreement.SETTLED


def test_a_second_opinion_that_agrees_may_be_taken_back(ann: Workspace, bob: Workspace, room: Newsroom) -> None:
    review.rate(ann, room.claims[0], "1", why="no")
    review.request_second_opinion(ann, room.claims[0])
    review.second_opinion(bob, room.claims[0], "1", why="no")
    history.undo(bob)
    assert status(ann, room.claims[0]) is ReviewStatus.SECOND_OPINION


def test_the_two_may_settle_by_consent_and_the_record_says_so(ann: Workspace, bob: Workspace, room: Newsroom) -> None:
    review.rate(ann, room.claims[0], "1", why="no")
    review.request_second_opinion(ann, room.claims[0])
    review.second_opinion(bob, room.claims[0], "5", why="yes")
    with pytest.raises(BadInputError, match="needs a reason"):
        review.settle(bob, room.claims[0], "1", why=" ", by_consent=True)
    assert review.settle(bob, room.claims[0], "1", why="Ann is right", by_consent=True) is None
    assert review.record_of(ann, room.claims[0]).agreement is Agreement.UNRESOLVED, "one alone is no consent"
    assert review.settle(bob, room.claims[0], "1", why="Ann is right", by_consent=True) is None
    assert review.settle(ann, room.claims[0], "3", why="Between", by_consent=True) is None, "two ratings, no consent"
    settled = review.settle(ann, room.claims[0], "1", why="As I said", by_consent=True)
    assert settled is not None
    assert settled.rationale == "By consent of Ann and Bob: As I said"
    assert visible_claim(ann, room.claims[0]).rating == "False"
    acts = [(line.reviewer, line.words) for line in history.history(ann, claim_id=room.claims[0])]
    assert ("Bob", "agreed to settle it as False: Ann is right") in acts
    assert ("Ann", "agreed to settle it as False: As I said") in acts
    with pytest.raises(LockedError, match="the settlement of claim 1 rests on this"):
        history.undo(bob)
    history.undo(ann)
    assert review.record_of(ann, room.claims[0]).agreement is Agreement.UNRESOLVED
    history.undo(bob)
    assert review.settle(ann, room.claims[0], "1", why="As I said", by_consent=True) is None, "Bob took his back"


def test_consent_given_before_a_settlement_does_not_settle_it_anew(
    ann: Workspace, bob: Workspace, cleo: Workspace, room: Newsroom
) -> None:
    claim = room.claims[0]
    review.rate(ann, claim, "1", why="no")
    review.request_second_opinion(ann, claim)
    review.second_opinion(bob, claim, "5", why="yes")
    assert review.settle(bob, claim, "1", why="Ann is right", by_consent=True) is None
    review.settle(cleo, claim, "3", why="between")
    assert review.settle(ann, claim, "1", why="No.", by_consent=True) is None
    assert review.settle(bob, claim, "1", why="No.", by_consent=True) is not None


def test_a_second_opinion_is_asked_for_once_and_given_by_another(
    ann: Workspace, bob: Workspace, room: Newsroom
) -> None:
    with pytest.raises(BadInputError, match="is not rated yet"):
        review.request_second_opinion(ann, room.claims[0])
    with pytest.raises(BadInputError, match="no second opinion on claim 1 is asked for"):
        review.second_opinion(bob, room.claims[0], "5", why="x")
    with pytest.raises(BadInputError, match="has no two opinions to settle"):
        review.settle(bob, room.claims[0], "5", why="x")
    review.rate(ann, room.claims[0], "5", why="x")
    review.request_second_opinion(ann, room.claims[0])
    with pytest.raises(BadInputError, match="waits for a second opinion already"):
        review.request_second_opinion(bob, room.claims[0])
    with pytest.raises(BadInputError, match="a second opinion is another's"):
        review.second_opinion(ann, room.claims[0], "5", why="x")
    with pytest.raises(BadInputError, match="waits for a second opinion; nothing was published"):
        review.publish(ann, room.claims[0])
    assert review.rate(ann, room.claims[0], "4", why="on reflection").kind is VerdictKind.VERDICT
    assert status(ann, room.claims[0]) is ReviewStatus.SECOND_OPINION
    history.undo(ann, 2)
    assert status(ann, room.claims[0]) is ReviewStatus.RATED


def test_publishing_locks_and_a_correction_is_dated_with_a_reason(
    ann: Workspace, bob: Workspace, room: Newsroom
) -> None:
    claim = room.claims[0]
    with pytest.raises(BadInputError, match="is not rated yet; nothing was published"):
        review.publish(ann, claim)
    with pytest.raises(BadInputError, match="is listed, not rated"):
        review.publish(ann, room.claims[3])
    with pytest.raises(BadInputError, match="is not published: rate it again"):
        review.correct(ann, claim, "5", why="x")
    first = review.rate(ann, claim, "1", why="no")
    assert review.publish(ann, claim).status is ReviewStatus.PUBLISHED
    for act in (
        lambda: review.rate(bob, claim, "5", why="x"),
        lambda: review.publish(bob, claim),
        lambda: review.request_second_opinion(bob, claim),
        lambda: review.settle(bob, claim, "5", why="x"),
        lambda: history.undo(ann, 2),
    ):
        with pytest.raises(LockedError, match=f"workbench review correct {claim}"):
            act()
    decisions.decide(bob, claim, room.passages[0], EvidenceState.ACCEPTED, stance=Stance.SUPPORTS)
    corrected = review.correct(bob, claim, "4", why="new figures")
    assert (corrected.kind, corrected.supersedes, len(corrected.evidence)) == (VerdictKind.CORRECTION, first.id, 1)
    record = review.record_of(ann, claim)
    assert record.status is ReviewStatus.PUBLISHED
    assert [v.id for v in record.verdicts] == [first.id, corrected.id], "the old one stays"
    assert record.standing == corrected
    assert record.published_by == "Ann"
    with pytest.raises(LockedError, match="is public and not undone"):
        history.undo(bob)


def test_an_article_is_published_as_far_as_it_is_ready(ann: Workspace, room: Newsroom) -> None:
    review.rate(ann, room.claims[0], "1", why="no")
    review.rate(ann, room.claims[1], "5", why="yes")
    review.request_second_opinion(ann, room.claims[1])
    published, waiting = review.publish_article(ann, room.article)
    assert [claim.id for claim in published] == [room.claims[0]]
    assert waiting == {room.claims[1]: "", room.claims[2]: ""}


def test_old_verdicts_keep_the_scale_they_were_given_on(ann: Workspace, bob: Workspace, room: Newsroom) -> None:
    review.rate(ann, room.claims[0], "1", why="no")
    scales.use_scale(ann, "averitec")
    assert review.rate(ann, room.claims[1], "refuted", why="no").scale_id == "averitec"
    again = review.rate(ann, room.claims[0], "mostly false", why="rather")
    assert again.scale_id == "workbench", "a claim stays on the scale of its verdict"
    review.request_second_opinion(ann, room.claims[0])
    assert review.second_opinion(bob, room.claims[0], "2", why="too").rating == "Mostly false"
    assert status(ann, room.claims[0]) is ReviewStatus.SETTLED


def test_nothing_found_holds_until_evidence_is_accepted(ann: Workspace, room: Newsroom) -> None:
    claim = room.claims[0]
    decisions.nothing_found(ann, claim, note="archive, ministry")
    record = review.record_of(ann, claim)
    assert (record.nothing_found_by, record.nothing_found_note) == ("Ann", "archive, ministry")
    decisions.decide(ann, claim, room.passages[2], EvidenceState.REJECTED)
    assert review.record_of(ann, claim).nothing_found_by == "Ann"
    decisions.decide(ann, claim, room.passages[2], EvidenceState.ACCEPTED)
    assert review.record_of(ann, claim).nothing_found_by is None
    history.undo(ann)
    assert review.record_of(ann, claim).nothing_found_by == "Ann"
    history.undo(ann, 2)
    assert review.record_of(ann, claim).nothing_found_by is None


def test_a_link_is_evidence_with_a_source_of_its_own(ann: Workspace, room: Newsroom) -> None:
    for claim in room.claims[:2]:
        added = decisions.add_link(
            ann,
            claim,
            " https://example.org/a?b=1 ",
            "The port [sic] was shut.\n",
            title="Shut",
            publisher="Lindau Gazette",
            published=date(2022, 1, 2),
            stance=Stance.SUPPORTS,
            note="print edition",
        )
        assert (added.state, added.stance, added.note) == (EvidenceState.ACCEPTED, Stance.SUPPORTS, "print edition")
    (linked,) = blind.visible_evidence(ann, room.claims[0])
    assert linked.passage.text == "The port [sic] was shut."
    assert (linked.source.url, linked.source.publisher) == ("https://example.org/a?b=1", "Lindau Gazette")
    assert ann.database.value("SELECT count(*) FROM sources WHERE kind = 'link'") == 1, "twice linked, one source"
    assert linked.source.published == date(2022, 1, 2)
    history.undo(ann, 2)
    assert ann.database.value("SELECT count(*) FROM sources WHERE kind = 'link' AND removed_at IS NULL") == 0
    back = decisions.add_link(ann, room.claims[0], "https://example.org/a?b=1", "The port [sic] was shut.")
    assert back.passage_id == linked.passage.id, "the same words again are the same passage"
    assert ann.database.value("SELECT count(*) FROM sources WHERE kind = 'link' AND removed_at IS NULL") == 1


@pytest.mark.parametrize(
    ("url", "quote", "words"),
    [
        ("javascript:alert(1)", "x", "is no address"),
        ("file:///etc/passwd", "x", "is no address"),
        ("https://", "x", "is no address"),
        ("https://[bad", "x", "is no address"),
        ("https://example.org/a b", "x", "is no address"),
        ("https://example.org", " \n", "needs the words it is quoted for"),
        ("https://example.org", "x" * 20_001, "at most 20,000"),
    ],
)
def test_a_link_without_address_or_words_is_refused(
    ann: Workspace, room: Newsroom, url: str, quote: str, words: str
) -> None:
    with pytest.raises(BadInputError, match=words):
        decisions.add_link(ann, room.claims[0], url, quote)


def test_notes_and_pins_leave_the_decision_alone(ann: Workspace, room: Newsroom) -> None:
    claim, passage = room.claims[0], room.passages[0]
    decisions.decide(ann, claim, passage, EvidenceState.REJECTED, note="old")
    changed = decisions.annotate(ann, claim, passage, pinned=True)
    assert (changed.state, changed.note, changed.pinned) == (EvidenceState.REJECTED, "old", True)
    decisions.decide(ann, claim, room.passages[1], EvidenceState.ACCEPTED)
    assert [item.passage.id for item in blind.visible_evidence(ann, claim)] == [passage, room.passages[1]]
    with pytest.raises(ConflictError):
        decisions.decide(ann, claim, passage, EvidenceState.ACCEPTED, version=1)
    decisions.unlink(ann, claim, passage)
    assert len(blind.visible_evidence(ann, claim)) == 1


def test_agreement_counts_independent_opinions_and_no_settlements(
    ann: Workspace, bob: Workspace, cleo: Workspace, room: Newsroom
) -> None:
    for claim, first, second in zip(room.claims[:3], "113", "153", strict=True):
        review.rate(ann, claim, first, why="x")
        review.request_second_opinion(ann, claim)
        review.second_opinion(bob, claim, second, why="x")
    review.settle(cleo, room.claims[1], "3", why="x")
    found = agreement.agreement_summary(cleo)
    everyone, pair = found.rows
    assert (everyone.reviewers, pair.reviewers) == ("all", "Ann, Bob")
    assert (pair.claims, pair.equal) == (3, 2)
    assert pair.per_cent == pytest.approx(200 / 3)
    assert pair.kappa == everyone.kappa == pytest.approx(0.5)
    assert found.states == {
        Agreement.SINGLE: 0,
        Agreement.UNANIMOUS: 2,
        Agreement.SETTLED: 1,
        Agreement.UNRESOLVED: 0,
    }
    with pytest.raises(NotFoundError, match="there is no article 99"):
        agreement.agreement_summary(cleo, article_id=99)


def test_a_verdict_taken_back_is_kept_and_marked(ann: Workspace, room: Newsroom) -> None:
    given = review.rate(ann, room.claims[0], "1", why="slip")
    history.undo(ann)
    assert withdrawn_verdicts(ann.database) == {given.id}
    record = review.record_of(ann, room.claims[0])
    assert (record.verdicts, record.withdrawn) == ((), (given,))
    history.redo(ann)
    assert withdrawn_verdicts(ann.database) == set()
    assert review.record_of(ann, room.claims[0]).standing == given


def test_a_verdict_ends_the_draft_of_its_reason(ann: Workspace, bob: Workspace, room: Newsroom) -> None:
    presence.save_draft(ann, room.claims[0], "I beg")
    presence.save_draft(ann, room.claims[0], "I began")
    presence.save_draft(bob, room.claims[0], "other")
    assert presence.drafts(ann) == {room.claims[0]: "I began"}
    with colleague(ann, "Ann") as after_a_crash:
        assert presence.drafts(after_a_crash) == {room.claims[0]: "I began"}
    review.rate(ann, room.claims[0], "1", why="I began and ended")
    assert presence.drafts(ann) == {}
    assert presence.drafts(bob) == {room.claims[0]: "other"}
    presence.save_draft(bob, room.claims[0], "")
    assert presence.drafts(bob) == {}


def test_others_see_who_is_on_which_claim(ann: Workspace, bob: Workspace, room: Newsroom) -> None:
    presence.heartbeat(ann, "window 1", room.article, room.claims[0])
    presence.heartbeat(ann, "window 1", room.article, room.claims[1])
    presence.heartbeat(bob, "window 1", room.article)
    assert [(one.reviewer, one.claim_id) for one in presence.who_else(bob, "window 1")] == [("Ann", room.claims[1])]
    assert len(presence.everyone(ann)) == 2
    presence.leave(ann, "window 1")
    assert presence.who_else(bob, "window 1") == []
    with ann.database.write() as connection:
        connection.execute("UPDATE presence SET at = '2022-01-01T00:00:00.000Z'")
    assert presence.everyone(ann) == [], "who has been silent is gone"


def before_its_turn(work: Workspace, act: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let somebody else write just before this person's next write transaction begins."""
    begin = work.database.write

    def write() -> AbstractContextManager[sqlite3.Connection]:
        monkeypatch.setattr(work.database, "write", begin)
        act()
        return begin()

    monkeypatch.setattr(work.database, "write", write)


def test_a_note_does_not_take_back_what_a_colleague_has_just_accepted(
    ann: Workspace, bob: Workspace, room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim, passage = room.claims[0], room.passages[0]
    decisions.decide(ann, claim, passage, EvidenceState.REJECTED)

    def accept() -> None:
        decisions.decide(ann, claim, passage, EvidenceState.ACCEPTED, stance=Stance.REFUTES)

    before_its_turn(bob, accept, monkeypatch)
    noted = decisions.annotate(bob, claim, passage, note="see page 3")
    assert (noted.state, noted.stance, noted.note) == (EvidenceState.ACCEPTED, Stance.REFUTES, "see page 3")
    assert noted.reviewer == "Ann", "the decision is still hers"
    weighed = decisions.annotate(bob, claim, passage, stance=Stance.CONTEXT)
    assert (weighed.state, weighed.reviewer) == (EvidenceState.ACCEPTED, "Bob")


def test_a_second_opinion_that_is_no_longer_asked_for_does_not_become_a_first_one(
    ann: Workspace, bob: Workspace, room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = room.claims[0]
    review.rate(ann, claim, "1", why="no")
    review.request_second_opinion(ann, claim)
    before_its_turn(bob, lambda: history.undo(ann, 2), monkeypatch)
    with pytest.raises(BadInputError, match="no second opinion on claim 1 is asked for"):
        review.second_opinion(bob, claim, "3", why="hm")
    assert review.record_of(ann, claim).verdicts == ()


def test_two_who_add_a_scale_of_one_id_do_not_change_each_others(
    ann: Workspace, bob: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    hers, his = (RatingScale("own", name, (Rating("1", name, "", 1), Rating("2", "No", ""))) for name in ("A", "B"))
    before_its_turn(bob, lambda: scales.add_own_scale(ann, hers), monkeypatch)
    with pytest.raises(BadInputError, match="exists with other steps"):
        scales.add_own_scale(bob, his)
    assert scales.scale(ann, "own") == hers


def test_who_read_that_a_passage_was_not_linked_is_told_that_it_is_now(
    ann: Workspace, bob: Workspace, room: Newsroom
) -> None:
    claim, passage = room.claims[0], room.passages[0]
    decisions.decide(ann, claim, passage, EvidenceState.ACCEPTED)
    with pytest.raises(ConflictError, match="was changed by Ann after you read it"):
        decisions.decide(bob, claim, passage, EvidenceState.REJECTED, version=0)
    with pytest.raises(ConflictError, match="was changed by Ann after you read it"):
        decisions.annotate(bob, claim, passage, pinned=True, version=0)
    decisions.unlink(ann, claim, passage)
    assert decisions.decide(bob, claim, passage, EvidenceState.REJECTED, version=0).state is EvidenceState.REJECTED


def test_judging_blind_nobody_touches_a_decision_with_a_note(ann: Workspace, bob: Workspace, room: Newsroom) -> None:
    claim, decided, fresh = room.claims[0], *room.passages[:2]
    decisions.decide(ann, claim, decided, EvidenceState.ACCEPTED, stance=Stance.REFUTES, note="line 4")
    review.rate(ann, claim, "1", why="no")
    review.request_second_opinion(ann, claim)
    said = set()
    for passage in (decided, fresh):
        with pytest.raises(BadInputError, match="accept or reject passage") as refused:
            decisions.annotate(bob, claim, passage, note="mine", stance=Stance.SUPPORTS)
        said.add(str(refused.value).replace(f"passage {passage}", "it"))
    assert len(said) == 1, "the sentence does not tell what another decided"
    decisions.decide(bob, claim, fresh, EvidenceState.REJECTED)
    assert decisions.annotate(bob, claim, fresh, note="mine").note == "mine"
    kept = {item.passage.id: item.evidence for item in blind.visible_evidence(ann, claim)}[decided]
    assert (kept.state, kept.stance, kept.note) == (EvidenceState.ACCEPTED, Stance.REFUTES, "line 4")


def test_agreement_leaves_out_what_the_ratings_leave_out(ann: Workspace, bob: Workspace, room: Newsroom) -> None:
    for claim, second in zip(room.claims[:2], "13", strict=True):
        review.rate(ann, claim, "1", why="x")
        review.request_second_opinion(ann, claim)
        review.second_opinion(bob, claim, second, why="x")
    claim_surgery.remove(ann, room.claims[1])
    found = agreement.agreement_summary(ann)
    assert [(row.claims, row.equal) for row in found.rows] == [(1, 1), (1, 1)]
    assert found.states == {Agreement.SINGLE: 0, Agreement.UNANIMOUS: 1, Agreement.SETTLED: 0, Agreement.UNRESOLVED: 0}
    remove_article(ann, room.article)
    found = agreement.agreement_summary(ann)
    assert found.rows == ()
    assert not any(found.states.values())
