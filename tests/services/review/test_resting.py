"""What a published verdict rests on stays as it is, whoever tries to change it and how, and readers are told of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.newsroom import Newsroom, colleague, furnish
from workbench.domain.errors import BadInputError, LockedError
from workbench.domain.evidence import EvidenceState, Stance
from workbench.domain.review import Verdict
from workbench.reports.markdown import render as to_markdown
from workbench.reports.readers import for_readers
from workbench.services.claims.claim_editing import edit_wording
from workbench.services.evidence import decisions
from workbench.services.record import history
from workbench.services.record.reporting import build_report
from workbench.services.review import resting, review
from workbench.services.workspace import Workspace
from workbench.store import claims as store
from workbench.store.acts import Act, new_batch
from workbench.store.evidence import EvidencePatch, evidence_of, write_link

ACCEPTED, REJECTED = EvidenceState.ACCEPTED, EvidenceState.REJECTED


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


def published(ann: Workspace, room: Newsroom) -> Verdict:
    """The first claim published as False, resting on the first passage; the second one was rejected for it."""
    claim, (counted, exports, _) = room.claims[0], room.passages
    decisions.decide(ann, claim, counted, ACCEPTED, stance=Stance.REFUTES, note="counted twice")
    decisions.decide(ann, claim, exports, REJECTED)
    given = review.rate(ann, claim, "1", why="There were forty-one.")
    review.publish(ann, claim)
    return given


def told(workspace: Workspace) -> str:
    """The report for readers."""
    return to_markdown(for_readers(build_report(workspace))).decode()


def links(workspace: Workspace, claim_id: int) -> list[tuple[int, EvidenceState, Stance | None, str]]:
    """What is linked to a claim."""
    return [
        (one.passage.id, one.evidence.state, one.evidence.stance, one.evidence.note)
        for one in evidence_of(workspace.database, claim_id)
    ]


CHANGES: dict[str, Callable[[Workspace, int, int], object]] = {
    "rejected": lambda w, claim, passage: decisions.decide(w, claim, passage, REJECTED),
    "undecided": lambda w, claim, passage: decisions.decide(w, claim, passage, EvidenceState.SUGGESTED),
    "said to support": lambda w, claim, passage: decisions.decide(w, claim, passage, ACCEPTED, stance=Stance.SUPPORTS),
    "weighed": lambda w, claim, passage: decisions.annotate(w, claim, passage, stance=Stance.CONTEXT),
    "noted": lambda w, claim, passage: decisions.annotate(w, claim, passage, note="on second thoughts"),
    "unlinked": lambda w, claim, passage: decisions.unlink(w, claim, passage),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_a_published_verdict_rests_on_is_changed_by_nobody(
    ann: Workspace, bob: Workspace, room: Newsroom, change: Callable[[Workspace, int, int], object]
) -> None:
    published(ann, room)
    before = links(ann, room.claims[0])
    for reviewer in (ann, bob):
        with pytest.raises(LockedError, match=f"`workbench review correct {room.claims[0]}`") as refused:
            change(reviewer, room.claims[0], room.passages[0])
        assert f"passage {room.passages[0]}" in str(refused.value)
        assert str(refused.value).count(". ") == 0, "one sentence"
    assert links(ann, room.claims[0]) == before


def test_a_passage_is_pinned_and_accepted_again_as_it_is(ann: Workspace, room: Newsroom) -> None:
    """Neither changes what the verdict rests on."""
    published(ann, room)
    decisions.annotate(ann, room.claims[0], room.passages[0], pinned=True)
    decisions.decide(ann, room.claims[0], room.passages[0], ACCEPTED)


def test_new_evidence_waits_for_a_correction(ann: Workspace, bob: Workspace, room: Newsroom) -> None:
    """It is told as what the verdict does not rely on, and goes again as it came."""
    published(ann, room)
    decisions.decide(bob, room.claims[0], room.passages[2], ACCEPTED, stance=Stance.SUPPORTS)
    assert "the verdict does not rely on it" in told(ann)
    decisions.decide(bob, room.claims[0], room.passages[2], REJECTED)
    assert "the verdict does not rely on it" not in told(ann)
    decisions.unlink(bob, room.claims[0], room.passages[2])
    history.undo(bob)


def test_what_an_earlier_verdict_rested_on_is_not_locked(ann: Workspace, room: Newsroom) -> None:
    """It was never published: the reader was given the verdict that stood, and what that rests on."""
    claim, (counted, exports, _) = room.claims[0], room.passages
    decisions.decide(ann, claim, counted, ACCEPTED, stance=Stance.REFUTES)
    review.rate(ann, claim, "1", why="There were forty-one.")
    decisions.decide(ann, claim, counted, REJECTED)
    decisions.decide(ann, claim, exports, ACCEPTED, stance=Stance.SUPPORTS)
    review.rate(ann, claim, "4", why="The exports bear it out.")
    review.publish(ann, claim)
    for change in CHANGES.values():
        change(ann, claim, counted)
    with pytest.raises(LockedError):
        decisions.unlink(ann, claim, exports)


def test_what_the_other_opinion_rested_on_is_not_locked(ann: Workspace, bob: Workspace, room: Newsroom) -> None:
    """Two who agree: the first opinion stands, and is published on what it rests on."""
    claim, (counted, exports, _) = room.claims[0], room.passages
    decisions.decide(ann, claim, counted, ACCEPTED, stance=Stance.REFUTES)
    decisions.decide(ann, claim, exports, ACCEPTED, stance=Stance.REFUTES)
    review.rate(ann, claim, "1", why="There were forty-one.", evidence=[(counted, Stance.REFUTES)])
    review.request_second_opinion(ann, claim)
    review.second_opinion(bob, claim, "1", why="So the exports say.", evidence=[(exports, Stance.REFUTES)])
    decisions.decide(ann, claim, exports, REJECTED)
    review.publish(ann, claim)
    decisions.decide(ann, claim, exports, ACCEPTED)
    with pytest.raises(LockedError):
        decisions.decide(ann, claim, counted, REJECTED)


def test_neither_undo_nor_redo_reaches_it(ann: Workspace, room: Newsroom) -> None:
    published(ann, room)
    accepting = next(line.event_id for line in history.history(ann) if line.words.startswith("accepted passage"))
    with pytest.raises(LockedError, match=f"`workbench review correct {room.claims[0]}`"):
        history.undo(ann, event_id=accepting)
    assert links(ann, room.claims[0])[0][1] is ACCEPTED


def test_a_decision_taken_back_before_the_publication_is_not_made_again_after_it(
    ann: Workspace, bob: Workspace, room: Newsroom
) -> None:
    claim, passage = room.claims[0], room.passages[0]
    decisions.decide(ann, claim, passage, ACCEPTED, stance=Stance.REFUTES)
    decisions.decide(ann, claim, passage, REJECTED)
    history.undo(ann)
    review.rate(bob, claim, "1", why="no")
    review.publish(bob, claim)
    with pytest.raises(LockedError, match=f"`workbench review correct {claim}`"):
        history.redo(ann)


def test_undo_proposes_nothing_on_a_published_claim(ann: Workspace, room: Newsroom) -> None:
    """Neither what its verdict rests on nor what else was decided for it."""
    decisions.decide(ann, room.claims[1], room.passages[2], ACCEPTED)
    published(ann, room)
    with pytest.raises(LockedError) as refused:
        history.undo(ann)
    named = history.undoable_before(ann, refused.value.event_id)
    assert named is not None
    assert named.claim_id == room.claims[1]
    history.undo(ann, event_id=named.event_id)
    assert history.undoable_before(ann, refused.value.event_id) is None


def test_nothing_is_published_that_rests_on_what_was_rejected_since(ann: Workspace, room: Newsroom) -> None:
    claim, passage = room.claims[0], room.passages[0]
    decisions.decide(ann, claim, passage, ACCEPTED, stance=Stance.REFUTES)
    review.rate(ann, claim, "1", why="no")
    for withdraw in (
        lambda: decisions.decide(ann, claim, passage, REJECTED),
        lambda: decisions.unlink(ann, claim, passage),
    ):
        withdraw()
        with pytest.raises(BadInputError, match=f"rests on passage {passage}, which .* no longer accepted"):
            review.publish(ann, claim)
        assert "no longer accepted" in review.publish_article(ann, room.article)[1][claim], "it waits"
    review.rate(ann, claim, "1", why="no, and nothing was found")
    review.publish(ann, claim)


def test_nothing_is_published_that_rests_on_what_says_something_else_since(ann: Workspace, room: Newsroom) -> None:
    """The report would tell of it what its link denies, and neither could be changed any more."""
    claim, passage = room.claims[0], room.passages[0]
    decisions.decide(ann, claim, passage, ACCEPTED, stance=Stance.REFUTES)
    review.rate(ann, claim, "1", why="no")
    decisions.decide(ann, claim, passage, ACCEPTED, stance=Stance.SUPPORTS)
    with pytest.raises(BadInputError, match=f"rests on passage {passage} as refutes, which is supports by now"):
        review.publish(ann, claim)
    assert "as refutes" in review.publish_article(ann, room.article)[1][claim], "it waits, and it is told why"
    decisions.annotate(ann, claim, passage, stance=Stance.REFUTES)
    review.publish(ann, claim)


def test_a_passage_accepted_without_a_stance_is_context_in_the_verdict(ann: Workspace, room: Newsroom) -> None:
    claim, passage = room.claims[0], room.passages[0]
    decisions.decide(ann, claim, passage, ACCEPTED)
    review.rate(ann, claim, "1", why="no")
    review.publish(ann, claim)
    decisions.decide(ann, claim, passage, ACCEPTED)
    decisions.decide(ann, claim, passage, ACCEPTED, stance=Stance.CONTEXT)
    with pytest.raises(LockedError):
        decisions.decide(ann, claim, passage, ACCEPTED, stance=Stance.REFUTES)


def test_of_a_settled_claim_it_is_said_how_it_is_settled_again(ann: Workspace, bob: Workspace, room: Newsroom) -> None:
    claim, passage = room.claims[0], room.passages[0]
    decisions.decide(ann, claim, passage, ACCEPTED, stance=Stance.REFUTES)
    review.rate(ann, claim, "1", why="no")
    review.request_second_opinion(ann, claim)
    review.second_opinion(bob, claim, "1", why="no")
    decisions.decide(ann, claim, passage, REJECTED)
    with pytest.raises(BadInputError, match=f"`workbench review settle {claim}`, by a third reviewer or by consent"):
        review.publish(ann, claim)
    review.settle(ann, claim, "1", why="It stands without it.", by_consent=True)
    review.settle(bob, claim, "1", why="So it does.", by_consent=True)
    review.publish(ann, claim)


def test_what_says_something_else_than_was_published_is_put_right(ann: Workspace, room: Newsroom) -> None:
    """An older record may hold such a link: what was published is told of it, and nothing else is let through."""
    claim, passage = room.claims[0], room.passages[0]
    published(ann, room)
    there = links(ann, claim)[0]
    with ann.database.write() as connection:
        act = Act("Ann", "evidence.decide", new_batch())
        write_link(connection, claim, passage, EvidencePatch(state=REJECTED, stance=Stance.SUPPORTS, note="typo"), act)
    for wrong in (
        lambda: decisions.annotate(ann, claim, passage, stance=Stance.CONTEXT),
        lambda: decisions.annotate(ann, claim, passage, note=""),
        lambda: decisions.decide(ann, claim, passage, EvidenceState.SUGGESTED),
        lambda: decisions.unlink(ann, claim, passage),
    ):
        with pytest.raises(LockedError):
            wrong()
    decisions.annotate(ann, claim, passage, note="counted twice")
    decisions.annotate(ann, claim, passage, stance=Stance.REFUTES)
    decisions.decide(ann, claim, passage, ACCEPTED)
    assert links(ann, claim)[0] == there
    with pytest.raises(LockedError):
        history.undo(ann)


def test_undo_takes_a_pin_off_what_is_published(ann: Workspace, room: Newsroom) -> None:
    """It changes nothing that the verdict rests on; with what it says it would be refused."""
    published(ann, room)
    decisions.annotate(ann, room.claims[0], room.passages[0], pinned=True)
    assert [line.words for line in history.undo(ann)]
    assert not evidence_of(ann.database, room.claims[0])[0].evidence.pinned
    history.redo(ann)
    assert evidence_of(ann.database, room.claims[0])[0].evidence.pinned


def test_readers_are_told_what_was_published_when_and_on_what(ann: Workspace, room: Newsroom) -> None:
    given = published(ann, room)
    text = told(ann)
    day = f"{date.fromisoformat(given.at[:10]).day}"
    assert f"Published on {day} " in text
    assert "by Ann as “False”, resting on: " in text
    assert "Port Authority, 31 December 2021 (refutes)." in text


def test_what_the_first_verdict_rested_on_stays_in_the_report_of_a_correction(
    ann: Workspace, bob: Workspace, room: Newsroom
) -> None:
    published(ann, room)
    corrected = review.correct(
        bob, room.claims[0], "4", why="A later count", evidence=[(room.passages[2], Stance.SUPPORTS)]
    )
    text = told(ann)
    assert "as “False”, resting on: " in text
    assert "Port Authority, 31 December 2021 (refutes)." in text
    assert "A later count. Resting on: " in text
    assert "Forty-one ships left the port in 2021." in text, "its words too"
    assert "the verdict published before relied on it, the one that stands does not" in text
    assert len(corrected.evidence) == 1
    with pytest.raises(LockedError):
        decisions.decide(bob, room.claims[0], room.passages[2], REJECTED)


def test_a_correction_says_what_was_rested_on_before(ann: Workspace, bob: Workspace, room: Newsroom) -> None:
    first = published(ann, room)
    corrected = review.correct(bob, room.claims[0], "4", why="A later count.", evidence=[])
    said = resting.corrected_words(bob, corrected)
    assert f"The verdict of {first.at[:10]} (False) rested on passage {room.passages[0]} (refutes)" in said
    assert "the correction rests on no evidence" in said


def test_a_verdict_published_on_a_search_that_found_nothing_says_so(ann: Workspace, room: Newsroom) -> None:
    """Also when something is found years later: it was so then."""
    claim = room.claims[0]
    decisions.nothing_found(ann, claim)
    review.rate(ann, claim, "0", why="No figures are kept.")
    review.publish(ann, claim)
    found_nothing = "as “Unproven”, resting on no evidence: a search of the newsroom's collection found nothing."
    assert found_nothing in told(ann)
    with pytest.raises(LockedError, match="published and locked"):
        decisions.nothing_found(ann, claim, note="again")
    decisions.decide(ann, claim, room.passages[0], ACCEPTED, stance=Stance.REFUTES)
    assert found_nothing in told(ann)
    review.correct(ann, claim, "1", why="They were counted after all.")
    assert found_nothing in told(ann)


def test_what_has_not_been_published_says_nothing_of_it(ann: Workspace, room: Newsroom) -> None:
    review.rate(ann, room.claims[0], "1", why="no", evidence=[(room.passages[0], Stance.REFUTES)])
    assert "Published on" not in told(ann)
    assert "resting on" not in told(ann)


def test_a_report_of_an_earlier_state_tells_no_later_publication(ann: Workspace, room: Newsroom) -> None:
    review.rate(ann, room.claims[0], "1", why="no")
    moment = history.history(ann)[-1].at
    time.sleep(0.01)
    review.publish(ann, room.claims[0])
    item = build_report(ann).claims[0]
    assert item.publication is not None
    assert (item.publication.by, item.publication.verdict) == ("Ann", item.standing)
    assert build_report(ann, as_of=moment).claims[0].publication is None


def test_a_verdict_is_not_published_under_another_wording_than_it_was_given_on(ann: Workspace, room: Newsroom) -> None:
    claim = room.claims[0]
    decisions.decide(ann, claim, room.passages[0], ACCEPTED, stance=Stance.REFUTES)
    review.rate(ann, claim, "1", why="There were forty-one.")
    worded = store.claim(ann.database, claim).text
    edit_wording(ann, claim, "Something else was said.")
    with pytest.raises(BadInputError, match="was given on another wording"):
        review.publish(ann, claim)
    _, waiting = review.publish_article(ann, store.claim(ann.database, claim).article_id)
    assert "another wording" in waiting[claim]
    edit_wording(ann, claim, worded)
    review.publish(ann, claim)
