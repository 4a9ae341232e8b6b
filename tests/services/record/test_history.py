"""The trail in words, and undo between two reviewers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.newsroom import Newsroom, add_passage, colleague, furnish, suggest
from workbench.domain.articles import Kind, ReviewStatus
from workbench.domain.errors import BadInputError, ConflictError, LockedError, NotFoundError
from workbench.domain.evidence import EvidenceState, Stance
from workbench.services.articles.stored_articles import list_articles, remove_article
from workbench.services.claims import claim_editing, claim_surgery
from workbench.services.evidence import decisions
from workbench.services.record import history
from workbench.services.review import review, reviewers, scales
from workbench.services.review.blind import list_claims, visible_claim
from workbench.services.workspace import Workspace
from workbench.store.sources import remove_source


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


def words(work: Workspace, **wanted: object) -> list[str]:
    return [line.words for line in history.history(work, **wanted)]  # type: ignore[arg-type]


def test_every_act_is_one_readable_line(ann: Workspace, room: Newsroom) -> None:
    first, second = room.claims[:2]
    start = history.last_event_id(ann)
    claim_editing.edit_wording(ann, first, "Forty ships sailed")
    claim_editing.set_kinds(ann, first, [Kind.EVENT, Kind.TIME])
    claim_editing.set_speaker(ann, first, None)
    claim_editing.move_edge_by_word(ann, first, "start", 1)
    claim_surgery.split(ann, second, visible_claim(ann, second).end - len("three weeks"))
    claim_surgery.merge_with_next(ann, second)
    claim_surgery.add(ann, room.article, 0, 12)
    claim_surgery.remove(ann, room.claims[3])
    claim_surgery.restore(ann, room.claims[3])
    suggest(ann, first, room.passages[2], Stance.CONTEXT, 0.5)
    decisions.decide(
        ann, first, room.passages[0], EvidenceState.ACCEPTED, stance=Stance.REFUTES, note="p. 3", pinned=True
    )
    decisions.decide(ann, first, room.passages[0], EvidenceState.REJECTED)
    decisions.decide(ann, first, room.passages[0], EvidenceState.SUGGESTED, pinned=False)
    decisions.unlink(ann, first, room.passages[0])
    decisions.add_link(ann, first, "https://example.org", "words", title="A page")
    decisions.nothing_found(ann, second, note="archive")
    review.rate(ann, first, "1", why="no")
    review.request_second_opinion(ann, first)
    history.undo(ann, 2)
    history.redo(ann)
    scales.use_scale(ann, "averitec")
    assert words(ann, after=start) == [
        "reworded it from “40 ships sailed in 2021” to “Forty ships sailed”",
        "changed its kinds to event, time",
        "changed the speaker to the outlet",
        "moved it to “ships sailed in 2021”",
        "split it, leaving “the port of Lindau was closed for”",
        "split off the claim “three weeks”",
        "merged it to “the port of Lindau was closed for three weeks”",
        "merged it into the claim before",
        "added the claim “The ministry”",
        "dropped the claim",
        "brought the claim back",
        f"suggested passage {room.passages[2]}",
        f"accepted passage {room.passages[0]}, stance: refutes, pinned it, note: p. 3",
        "rejected a passage",
        "left a passage undecided, unpinned it",
        "took a passage off the claim",
        "added a link: A page",
        "accepted passage 4",
        "noted that nothing was found: archive",
        "rated it False: no",
        "asked for a second opinion",
        "took back: asked for a second opinion",
        "took back: rated it False: no",
        "did again: rated it False: no",
        "chose the rating scale averitec",
    ]


def test_an_article_others_work_on_does_not_go_with_a_key_pressed_in_passing(
    ann: Workspace, bob: Workspace, room: Newsroom
) -> None:
    """Undoing that it was added, or brought back, would take their verdicts out of every list and report."""
    added = next(line for line in history.history(ann) if line.action == "article.add")
    history.undo(ann, event_id=added.event_id)
    history.redo(ann)
    review.rate(bob, room.claims[0], "5", why="seen")
    with pytest.raises(ConflictError, match="Bob has worked on article 1 since"):
        history.undo(ann, event_id=added.event_id)
    history.undo(bob)
    history.undo(ann, event_id=added.event_id)
    history.redo(ann)
    review.rate(ann, room.claims[0], "5", why="seen")
    review.publish(ann, room.claims[0])
    with pytest.raises(LockedError, match="claims of article 1 are published and locked, so this stays"):
        history.undo(ann, event_id=added.event_id)


def test_a_removal_is_not_done_again_once_claims_are_published(ann: Workspace, bob: Workspace, room: Newsroom) -> None:
    """Removed, brought back by undo, published by a colleague: redo must not take the verdict out of the lists."""
    remove_article(ann, room.article)
    history.undo(ann)
    review.rate(bob, room.claims[0], "5", why="seen")
    review.publish(bob, room.claims[0])
    with pytest.raises(LockedError, match="published and locked, so this stays: removed the article"):
        history.redo(ann)
    assert [one.id for one in list_articles(ann)] == [room.article]


def test_a_claim_others_worked_on_since_it_was_brought_back_stays(
    ann: Workspace, bob: Workspace, room: Newsroom
) -> None:
    claim_surgery.remove(ann, room.claims[0])
    claim_surgery.restore(ann, room.claims[0])
    review.rate(bob, room.claims[0], "5", why="seen")
    with pytest.raises(ConflictError, match="Bob has worked on claim 1 since"):
        history.undo(ann)


def test_a_link_whose_source_others_use_stays(ann: Workspace, bob: Workspace, room: Newsroom) -> None:
    added = decisions.add_link(ann, room.claims[0], "https://x.example/", "forty-one ships")
    decisions.decide(bob, room.claims[1], added.passage_id, EvidenceState.ACCEPTED)
    with pytest.raises(ConflictError, match="Bob has used the source link-"):
        history.undo(ann)
    decisions.unlink(ann, room.claims[0], added.passage_id)
    history.undo(bob)
    history.undo(ann, 2)


def test_history_is_read_by_claim_article_reviewer_and_page(ann: Workspace, bob: Workspace, room: Newsroom) -> None:
    review.rate(ann, room.claims[0], "1", why="a")
    review.rate(bob, room.claims[1], "5", why="b")
    assert words(ann, claim_id=room.claims[1]) == ["rated it True: b"]
    assert words(ann, reviewer="Bob") == ["rated it True: b"]
    assert words(ann, article_id=room.article)[0] == "added the article: Port news"
    assert words(ann, newest_first=True, limit=1) == ["rated it True: b"]
    with pytest.raises(NotFoundError, match="there is no article 99"):
        words(ann, article_id=99)
    with pytest.raises(NotFoundError, match="there is no claim 99"):
        words(ann, claim_id=99)


def test_everyone_takes_back_their_own(ann: Workspace, bob: Workspace, room: Newsroom) -> None:
    review.rate(ann, room.claims[0], "1", why="a")
    review.rate(bob, room.claims[1], "5", why="b")
    history.undo(ann)
    assert review.record_of(bob, room.claims[1]).standing is not None
    events = [line for line in history.history(ann) if line.reviewer == "Bob"]
    with pytest.raises(BadInputError, match="is an act of Bob; everyone takes back their own"):
        history.undo(ann, event_id=events[0].event_id)
    with pytest.raises(NotFoundError, match="there is no event 99"):
        history.undo(ann, event_id=99)


def test_an_older_act_can_be_taken_back_alone(ann: Workspace, room: Newsroom) -> None:
    review.rate(ann, room.claims[0], "1", why="a")
    given = history.last_event_id(ann)
    claim_editing.edit_wording(ann, room.claims[1], "The port was shut")
    history.undo(ann, event_id=given)
    assert visible_claim(ann, room.claims[0]).rating is None
    assert visible_claim(ann, room.claims[1]).text == "The port was shut"
    with pytest.raises(BadInputError, match="was taken back already"):
        history.undo(ann, event_id=given)
    with pytest.raises(BadInputError, match="is nothing that undo takes back"):
        history.undo(ann, event_id=history.last_event_id(ann))


def test_what_someone_changed_since_is_not_undone_over_their_head(
    ann: Workspace, bob: Workspace, room: Newsroom
) -> None:
    claim_editing.edit_wording(ann, room.claims[0], "mine")
    claim_editing.edit_wording(bob, room.claims[0], "Bob’s")
    with pytest.raises(ConflictError, match="was changed again since") as caught:
        history.undo(ann)
    assert "40 ships sailed in 2021" in caught.value.mine
    assert "Bob’s" in caught.value.theirs
    history.undo(bob)
    history.undo(ann)
    assert visible_claim(ann, room.claims[0]).text == "40 ships sailed in 2021"


def test_a_new_claim_that_others_work_on_is_not_undone_under_them(
    ann: Workspace, bob: Workspace, room: Newsroom
) -> None:
    added = claim_surgery.add(ann, room.article, 0, 12)
    suggest(ann, added.id, room.passages[1])
    decisions.decide(bob, added.id, room.passages[0], EvidenceState.ACCEPTED)
    with pytest.raises(ConflictError, match=f"Bob has worked on claim {added.id} since"):
        history.undo(ann)
    history.undo(bob)
    history.undo(ann)
    assert added.id not in [claim.id for claim in list_claims(ann)]


def test_someone_elses_verdict_stands_when_mine_is_taken_back(ann: Workspace, bob: Workspace, room: Newsroom) -> None:
    review.rate(ann, room.claims[0], "1", why="a")
    review.rate(bob, room.claims[0], "5", why="b")
    history.undo(ann)
    assert visible_claim(ann, room.claims[0]).rating == "True"
    history.undo(bob)
    assert visible_claim(ann, room.claims[0]).rating is None


def test_redo_ends_with_the_next_act(ann: Workspace, room: Newsroom) -> None:
    nothing = "there is nothing of Ann to redo"
    with pytest.raises(BadInputError, match=nothing):
        history.redo(ann)
    review.rate(ann, room.claims[0], "1", why="a")
    history.undo(ann)
    assert [line.words for line in history.redo(ann)] == ["rated it False: a"]
    history.undo(ann)
    claim_editing.edit_wording(ann, room.claims[1], "x")
    with pytest.raises(BadInputError, match=nothing):
        history.redo(ann)


def test_too_many_undos_undo_nothing(ann: Workspace, room: Newsroom) -> None:
    review.rate(ann, room.claims[0], "1", why="a")
    with pytest.raises(BadInputError, match="there are only 2 acts of Ann to undo; nothing was changed"):
        history.undo(ann, 3)
    assert visible_claim(ann, room.claims[0]).rating == "False"
    with pytest.raises(BadInputError, match="must be 1 or more"):
        history.undo(ann, 0)


def test_what_was_done_before_a_publication_is_not_undone_after_it(
    ann: Workspace, bob: Workspace, room: Newsroom
) -> None:
    claim_editing.edit_wording(ann, room.claims[0], "Forty ships sailed")
    review.rate(bob, room.claims[0], "1", why="a")
    review.publish(bob, room.claims[0])
    with pytest.raises(LockedError, match="is published and locked, so this stays: reworded it"):
        history.undo(ann)


def test_a_removed_source_comes_back_with_its_passages(ann: Workspace, room: Newsroom) -> None:
    extra = add_passage(ann.database, "extra", "A whale was seen.", "Gazette", None)
    remove_source(ann.database, "extra", reviewer="Ann")
    search = "SELECT rowid FROM passages_fts WHERE passages_fts MATCH 'whale'"
    assert ann.database.rows(search) == []
    history.undo(ann)
    assert ann.database.rows(search) == [{"rowid": extra}]
    history.redo(ann)
    assert ann.database.rows(search) == []


def test_settings_are_told_and_taken_back(ann: Workspace) -> None:
    ann.set_setting("organisation", "The Paper")
    ann.set_setting("organisation", "The Paper")
    ann.set_setting("organisation", "The Other Paper")
    ann.set_setting("organisation", None)
    assert words(ann) == [
        "set organisation to The Paper",
        "set organisation to The Other Paper",
        "removed the setting organisation",
    ]
    for expected in ({"organisation": "The Other Paper"}, {"organisation": "The Paper"}, {}):
        history.undo(ann)
        assert ann.settings() == expected
    history.redo(ann, 3)
    assert ann.settings() == {}
    history.undo(ann)
    assert ann.settings() == {"organisation": "The Other Paper"}


def test_reading_of_evidence_is_not_undone_in_passing(ann: Workspace, room: Newsroom) -> None:
    """The trail knows a bulk reading by one line; taking it back is `evidence remove`."""
    from workbench.store.events import record

    review.rate(ann, room.claims[0], "1", why="a")
    with ann.database.write() as connection:
        record(
            connection, reviewer="Ann", action="evidence.add", subject="sources", subject_id="x", after={"sources": 9}
        )
    assert words(ann)[-1] == "added 9 sources"
    assert history.sources_read_since(ann) == 9, "what is passed over can be told"
    assert [line.words for line in history.undo(ann)] == ["rated it False: a"]
    assert history.sources_read_since(ann) == 0, "and is told once"


def test_reviewers_are_known_by_their_acts(ann: Workspace, bob: Workspace, room: Newsroom) -> None:
    review.rate(ann, room.claims[0], "1", why="a")
    review.rate(ann, room.claims[0], "2", why="b")
    assert reviewers.add_reviewer(ann, "Cleo")
    assert not reviewers.add_reviewer(ann, "Cleo")
    assert history.history(ann)[-1].words == "added the reviewer Cleo"
    assert [(one.name, one.verdicts, one.claims) for one in reviewers.list_reviewers(bob)] == [
        ("Ann", 2, 1),
        ("Cleo", 0, 0),
    ]
    with pytest.raises(BadInputError, match="names that differ in capitals alone are one person"):
        reviewers.add_reviewer(ann, "ann")
    with pytest.raises(BadInputError, match="must be one line"):
        reviewers.add_reviewer(ann, "a\nb")


def test_the_passages_of_a_verdict_are_told_beside_it(ann: Workspace, room: Newsroom) -> None:
    """One act, two lines: the passage that was accepted with it, and the rating."""
    review.rate(ann, room.claims[0], "1", why="a", evidence=[(room.passages[0], Stance.REFUTES)])
    told = [line.words for line in history.undo(ann)]
    assert told == [f"accepted passage {room.passages[0]}, stance: refutes", "rated it False: a"]
    assert [line.words for line in history.redo(ann)] == told[::-1]


def test_what_was_done_before_a_publication_is_taken_back_when_it_is_asked_for(ann: Workspace, room: Newsroom) -> None:
    """And never for the publication: each refusal names what goes next, and nothing goes that was not named."""
    first, second = room.claims[:2]
    claim_editing.edit_wording(ann, second, "The port was shut")
    decisions.decide(ann, second, room.passages[0], EvidenceState.ACCEPTED)
    review.rate(ann, first, "1", why="no")
    review.publish(ann, first)
    with pytest.raises(LockedError, match=r"published it: False, claim 1.* is public and not undone") as refused:
        history.undo_named(ann, 0, 0)
    published = refused.value.event_id
    before = history.undoable_before(ann, published)
    assert before is not None
    assert before.words == "accepted passage 1", "the verdict below it is locked"
    assert [line.words for line in history.undo_named(ann, published, before.event_id)] == ["accepted passage 1"]
    assert [line.words for line in history.redo(ann)] == ["accepted passage 1"]
    decisions.nothing_found(ann, second)
    newest = history.undo_named(ann, published, before.event_id)
    assert [line.words for line in newest] == ["noted that nothing was found"], "an act since then ends the offer"
    for expected in ("accepted passage 1", "reworded it from “the port of Lindau was closed for three weeks” to"):
        with pytest.raises(LockedError, match="is public and not undone"):
            history.undo_named(ann, 0, 0)
        before = history.undoable_before(ann, published)
        assert before is not None
        assert before.words.startswith(expected)
        assert history.undo_named(ann, published, before.event_id)[0].event_id == before.event_id
    assert visible_claim(ann, second).text != "The port was shut"
    assert history.undoable_before(ann, published) is None
    assert review.record_of(ann, first).status is ReviewStatus.PUBLISHED


def test_what_others_changed_since_is_passed_over_too(ann: Workspace, bob: Workspace, room: Newsroom) -> None:
    first, second = room.claims[:2]
    claim_editing.edit_wording(ann, second, "The port was shut")
    claim_editing.edit_wording(ann, first, "Forty ships sailed")
    claim_editing.edit_wording(bob, first, "Forty ships sailed in 2021")
    with pytest.raises(ConflictError, match="was changed again since") as refused:
        history.undo(ann)
    before = history.undoable_before(ann, refused.value.event_id)
    assert before is not None
    history.undo_named(ann, refused.value.event_id, before.event_id)
    assert visible_claim(ann, first).text == "Forty ships sailed in 2021"
    assert visible_claim(ann, second).text != "The port was shut"


def test_the_act_that_is_named_is_the_one_that_goes(ann: Workspace, bob: Workspace, room: Newsroom) -> None:
    """Below the publication lies an act that a colleague changed since: it is not named."""
    first, second, third = room.claims[:3]
    review.rate(ann, first, "5", why="one")
    rated = history.last_event_id(ann)
    claim_editing.edit_wording(ann, third, "mine")
    claim_editing.edit_wording(bob, third, "Bob’s")
    review.rate(ann, second, "5", why="two")
    review.publish(ann, second)
    with pytest.raises(LockedError, match="is public and not undone") as refused:
        history.undo(ann)
    stood, length = history.last_event_id(ann), len(history.history(ann))
    before = history.undoable_before(ann, refused.value.event_id)
    assert before is not None
    assert (before.event_id, before.claim_id, before.words) == (rated, first, "rated it True: one")
    assert (history.last_event_id(ann), len(history.history(ann))) == (stood, length), "to look changes nothing"
    assert [line.event_id for line in history.undo(ann, event_id=before.event_id)] == [rated]
    assert visible_claim(ann, third).text == "Bob’s"


def test_what_can_no_longer_go_when_the_key_is_pressed_is_told(ann: Workspace, bob: Workspace, room: Newsroom) -> None:
    """Somebody changed the named act's claim in between: no other act goes in its place, and the next one is named."""
    first, second, third = room.claims[:3]
    decisions.nothing_found(ann, first)
    claim_editing.edit_wording(ann, third, "mine")
    review.rate(ann, second, "5", why="two")
    review.publish(ann, second)
    with pytest.raises(LockedError) as refused:
        history.undo(ann)
    published = refused.value.event_id
    named = history.undoable_before(ann, published)
    assert named is not None
    claim_editing.edit_wording(bob, third, "Bob’s")
    stood = history.last_event_id(ann)
    with pytest.raises(ConflictError, match="was changed again since") as again:
        history.undo_named(ann, published, named.event_id)
    assert history.last_event_id(ann) == stood
    assert again.value.event_id == published, "what the next press is counted from"
    following = history.undoable_before(ann, again.value.event_id)
    assert following is not None
    assert following.words == "noted that nothing was found"
    assert [line.words for line in history.undo_named(ann, published, following.event_id)] == [following.words]
    history.redo(ann)
    claim_editing.edit_wording(bob, third, "mine")
    history.undo_named(ann, published, named.event_id)
    with pytest.raises(BadInputError, match="was taken back already"):
        history.undo_named(ann, published, named.event_id)
