"""Whoever is to give a second opinion learns nothing of what the first reviewer made of the claim, by any path."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.newsroom import Newsroom, colleague, make_newsroom, suggest
from workbench.domain.articles import Kind
from workbench.domain.errors import BadInputError, ConflictError, NotFoundError
from workbench.domain.evidence import EvidenceState, Stance
from workbench.services.articles.stored_articles import remove_article
from workbench.services.claims import claim_editing, claim_surgery
from workbench.services.evidence import decisions
from workbench.services.record import export, history
from workbench.services.record.export_formats import FORMATS
from workbench.services.record.reporting import build_report
from workbench.services.review import blind, review
from workbench.services.review.blind import removed_claims, unseen_now
from workbench.services.workspace import Workspace


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[tuple[Workspace, Workspace, Newsroom]]:
    """Ann has rated the first claim, with everything a reviewer can leave behind; Bob is to judge it."""
    ann, room = make_newsroom(tmp_path / "w")
    claim = room.claims[0]
    with ann, colleague(ann, "Bob") as bob:
        suggest(ann, claim, room.passages[2], Stance.CONTEXT, 0.6)
        decisions.decide(ann, claim, room.passages[0], EvidenceState.ACCEPTED, stance=Stance.REFUTES, note="my secret")
        decisions.decide(ann, claim, room.passages[1], EvidenceState.REJECTED, pinned=True)
        decisions.nothing_found(ann, claim, note="secret places")
        decisions.nothing_found(ann, claim, note="secret places again")
        history.undo(ann)
        review.rate(ann, claim, "1", why="secret reason")
        review.request_second_opinion(ann, claim, note="have a look")
        yield ann, bob, room


def test_what_the_first_decided_about_is_not_told_apart(newsroom: tuple[Workspace, Workspace, Newsroom]) -> None:
    """Neither the list of evidence nor the history says which passages the first reviewer has looked at."""
    ann, bob, room = newsroom
    claim = room.claims[0]
    decisions.add_link(ann, claim, "https://secret.example/", "secret words", title="Secret title")
    assert [item.passage.id for item in blind.visible_evidence(bob, claim)] == [room.passages[2]]
    lines = [line for line in history.history(bob, claim_id=claim) if line.reviewer == "Ann"]
    assert not any("passage" in line.words or "secret" in line.words.casefold() for line in lines)
    assert not any("nothing" in line.action or "link" in line.action for line in lines)
    assert {line.words for line in lines if line.action.startswith("evidence")} == {
        "worked on the evidence (shown once you have rated)"
    }
    assert len(blind.visible_evidence(ann, claim)) == 4
    review.rate(bob, claim, "5", why="so I found")
    assert len(blind.visible_evidence(bob, claim)) == 4


def test_a_search_in_vain_is_told_once_both_have_rated(newsroom: tuple[Workspace, Workspace, Newsroom]) -> None:
    ann, bob, room = newsroom
    assert review.record_of(ann, room.claims[0]).nothing_found_by == "Ann"
    seen = review.record_of(bob, room.claims[0])
    assert (seen.nothing_found_by, seen.nothing_found_note) == (None, "")
    decisions.nothing_found(bob, room.claims[0], note="my own search")
    assert review.record_of(bob, room.claims[0]).nothing_found_by == "Bob"


def test_evidence_of_the_first_is_as_if_it_were_not_there(newsroom: tuple[Workspace, Workspace, Newsroom]) -> None:
    """Taking it off, remarking on it or naming a version of it does not tell that it is there."""
    _, bob, room = newsroom
    claim, passage = room.claims[0], room.passages[0]
    with pytest.raises(NotFoundError, match="is not linked"):
        decisions.unlink(bob, claim, passage)
    mine = decisions.decide(bob, claim, passage, EvidenceState.ACCEPTED, version=77)
    assert (mine.stance, mine.note, mine.pinned) == (None, "", False)
    assert [item.passage.id for item in blind.visible_evidence(bob, claim)] == [passage, room.passages[2]]


def test_a_conflict_does_not_show_what_the_first_wrote(newsroom: tuple[Workspace, Workspace, Newsroom]) -> None:
    ann, bob, room = newsroom
    claim, passage = room.claims[0], room.passages[0]
    decisions.decide(bob, claim, passage, EvidenceState.REJECTED)
    decisions.decide(ann, claim, passage, EvidenceState.ACCEPTED, stance=Stance.REFUTES, note="my secret")
    with pytest.raises(ConflictError) as caught:
        history.undo(bob)
    assert "secret" not in caught.value.theirs
    assert "refutes" not in caught.value.theirs


def test_no_act_on_the_claim_gives_its_rating_back(newsroom: tuple[Workspace, Workspace, Newsroom]) -> None:
    ann, bob, room = newsroom
    claim = room.claims[0]
    assert claim_editing.edit_wording(bob, claim, "Forty ships sailed in 2021.").rating is None
    assert claim_editing.set_kinds(bob, claim, [Kind.EVENT]).rating is None
    assert claim_editing.edit_wording(ann, claim, "Forty ships sailed.").rating == "False"
    claim_surgery.remove(bob, claim)
    assert [(one.id, one.rating) for one in removed_claims(bob)] == [(claim, None)]
    assert [one.rating for one in removed_claims(ann)] == ["False"]
    assert claim_surgery.restore(bob, claim).rating is None


def test_a_third_who_asks_for_the_opinion_is_not_told_the_first(tmp_path: Path) -> None:
    ann, room = make_newsroom(tmp_path / "w")
    with ann, colleague(ann, "Cleo") as cleo:
        review.rate(ann, room.claims[0], "1", why="no")
        assert review.request_second_opinion(cleo, room.claims[0]).rating is None


@pytest.mark.parametrize("dropped", [False, True])
@pytest.mark.parametrize("format_", [name for name in FORMATS if name not in ("claimreview", "feed", "json")])
def test_no_report_tells_what_the_first_made_of_it(
    newsroom: tuple[Workspace, Workspace, Newsroom], format_: str, dropped: bool
) -> None:
    """Neither a rating nor a decision, also where the claim has been dropped meanwhile."""
    ann, bob, room = newsroom
    decisions.add_link(ann, room.claims[0], "https://secret.example/", "secret words", title="Secret title")
    if dropped:
        claim_surgery.remove(bob, room.claims[0])
    report = build_report(bob, hidden=unseen_now(bob, dropped=True))
    told = repr([report.articles, report.events, report.told, report.agreement])
    for word in ("secret", "'False'", "refutes", "rejected", "searched_in_vain=True"):
        assert word not in told, word
    try:
        made = export.make(bob, format_).content
    except BadInputError as refused:  # nothing is rated that this reviewer may know of
        made = str(refused).encode()
    assert b"secret" not in made.lower()


@pytest.mark.parametrize("gone", ["claim", "article"])
def test_the_whole_record_is_refused_also_when_the_claim_was_dropped_or_its_article_removed(
    newsroom: tuple[Workspace, Workspace, Newsroom], gone: str
) -> None:
    _, bob, room = newsroom
    if gone == "claim":
        claim_surgery.remove(bob, room.claims[0])
    else:
        remove_article(bob, room.article)
        report = build_report(bob, hidden=unseen_now(bob, dropped=True))
        assert "secret" not in repr([report.events, report.told])
    with pytest.raises(BadInputError, match="--unblind"):
        export.make(bob, "json")
