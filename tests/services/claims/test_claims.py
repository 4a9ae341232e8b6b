"""Claim surgery: what people may do to a claim, what follows from it, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.newsroom import TEXT, Newsroom, colleague, furnish, span
from workbench.domain.articles import Attribution, ClaimDraft, ClaimFilter, Kind, Origin, Resolution, ReviewStatus
from workbench.domain.documents import Document
from workbench.domain.errors import BadInputError, ConflictError, LockedError, NotFoundError
from workbench.domain.evidence import EvidenceState, Stance
from workbench.services.claims import claim_editing, claim_surgery
from workbench.services.claims.bulk import drop_claims
from workbench.services.claims.claim_wording import decontextualised, trimmed_span, word_edges, words_of
from workbench.services.evidence import decisions
from workbench.services.record import history
from workbench.services.review import blind, review
from workbench.services.review.blind import list_claims, removed_claims, visible_claim
from workbench.services.workspace import Workspace
from workbench.store.articles import add_article, remove_article
from workbench.store.claims import stored_claim
from workbench.store.duplicates import DuplicateLink


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "w", reviewer="Ann") as made:
        yield made


@pytest.fixture
def room(work: Workspace) -> Newsroom:
    return furnish(work)


def test_a_new_wording_keeps_the_quote_and_the_suggestion(work: Workspace, room: Newsroom) -> None:
    claim = claim_editing.edit_wording(work, room.claims[0], "  Forty ships\n sailed in 2021 ")
    assert claim.text == "Forty ships sailed in 2021"
    assert claim.quote == "40 ships sailed in 2021"
    assert claim.origin is Origin.PERSON
    suggestion = stored_claim(work.database, claim.id).suggestion
    assert suggestion is not None
    assert suggestion["text"] == "40 ships sailed in 2021"


def test_the_same_wording_again_is_no_change(work: Workspace, room: Newsroom) -> None:
    first = claim_editing.edit_wording(work, room.claims[0], "Forty ships sailed")
    events = history.last_event_id(work)
    assert claim_editing.edit_wording(work, room.claims[0], "Forty ships sailed") == first
    assert history.last_event_id(work) == events


@pytest.mark.parametrize("text", ["", "  \n", "x" * 2001])
def test_an_empty_or_endless_wording_is_refused(work: Workspace, room: Newsroom, text: str) -> None:
    with pytest.raises(BadInputError, match="nothing was changed"):
        claim_editing.edit_wording(work, room.claims[0], text)


def test_moved_edges_bring_quote_anchor_and_numbers_along(work: Workspace, room: Newsroom) -> None:
    """“for three weeks” leaves the claim, and its duration with it."""
    start, end = span("the port of Lindau was closed")
    claim = claim_editing.move_edges(work, room.claims[1], start, end + 1)
    assert (claim.start, claim.end, claim.quote) == (start, end, "the port of Lindau was closed")
    assert claim.text == "The port of Lindau was closed.", "the wording follows while nobody wrote one"
    assert claim.anchor.suffix.startswith(" for three weeks")
    assert claim.times == ()
    wider = claim_editing.move_edges(work, room.claims[1], *span("the port of Lindau was closed for three weeks"))
    assert "three weeks" in wider.times[0].text


def test_a_wording_that_a_person_wrote_stays_when_edges_move(work: Workspace, room: Newsroom) -> None:
    claim_editing.edit_wording(work, room.claims[1], "Lindau’s port was shut")
    moved = claim_editing.move_edge_by_word(work, room.claims[1], "end", -3)
    assert moved.quote == "the port of Lindau was closed"
    assert moved.text == "Lindau’s port was shut"


def test_edges_move_word_by_word_and_marks_stay_outside(work: Workspace, room: Newsroom) -> None:
    ids = room.claims
    assert claim_editing.move_edge_by_word(work, ids[0], "start", 1).quote == "ships sailed in 2021"
    assert claim_editing.move_edge_by_word(work, ids[0], "start", -3).quote == "said that 40 ships sailed in 2021"
    assert claim_editing.move_edge_by_word(work, ids[2], "end", 1).quote == "Exports rose by 4 per cent, the"
    with pytest.raises(BadInputError, match="cannot move by -99 words"):
        claim_editing.move_edge_by_word(work, ids[2], "end", -99)
    with pytest.raises(BadInputError, match="cannot move by 99 words"):
        claim_editing.move_edge_by_word(work, ids[2], "end", 99)


@pytest.mark.parametrize(("start", "end"), [(-1, 5), (5, 5), (9, 4), (0, 10_000), (101, 103)])
def test_a_span_without_words_is_refused(work: Workspace, room: Newsroom, start: int, end: int) -> None:
    with pytest.raises(BadInputError, match=r"is no stretch of|holds no words"):
        claim_editing.move_edges(work, room.claims[0], start, end)
    with pytest.raises(BadInputError, match=r"is no stretch of|holds no words"):
        claim_surgery.add(work, room.article, start, end)


def test_words_that_a_claim_covers_already_are_not_covered_twice(work: Workspace, room: Newsroom) -> None:
    with pytest.raises(BadInputError, match=f"claim {room.claims[1]} covers exactly these words"):
        claim_surgery.add(work, room.article, *span("the port of Lindau was closed for three weeks"))


def test_a_split_gives_two_claims_with_the_words_of_one(work: Workspace, room: Newsroom) -> None:
    at = TEXT.index("for three weeks")
    first, second = claim_surgery.split(work, room.claims[1], at)
    assert (first.quote, second.quote) == ("the port of Lindau was closed", "for three weeks")
    assert first.id == room.claims[1]
    assert second.speaker == first.speaker == "the ministry"
    assert second.status is ReviewStatus.OPEN
    one, other = (stored_claim(work.database, claim.id).suggestion for claim in (first, second))
    assert one == other is not None, "both keep the suggestion they come from"
    in_order = [claim.id for claim in list_claims(work)]
    assert in_order.index(second.id) == in_order.index(first.id) + 1
    history.undo(work)
    assert [claim.id for claim in list_claims(work)] == list(room.claims)


def test_a_split_that_leaves_no_words_is_refused(work: Workspace, room: Newsroom) -> None:
    claim = visible_claim(work, room.claims[0])
    for at in (claim.start, claim.end, 0, 10**9):
        with pytest.raises(BadInputError, match="cannot be split at"):
            claim_surgery.split(work, claim.id, at)


def test_a_merge_joins_words_kinds_and_evidence(work: Workspace, room: Newsroom) -> None:
    first, second = room.claims[0], room.claims[1]
    decisions.decide(work, first, room.passages[0], EvidenceState.ACCEPTED, stance=Stance.REFUTES)
    decisions.decide(work, second, room.passages[0], EvidenceState.REJECTED)
    decisions.decide(work, second, room.passages[2], EvidenceState.ACCEPTED, stance=Stance.REFUTES, note="all year")
    merged = claim_surgery.merge_with_next(work, first)
    assert merged.id == first
    assert merged.quote == "40 ships sailed in 2021 and that the port of Lindau was closed for three weeks"
    assert merged.kinds == (Kind.QUANTITY, Kind.EVENT)
    linked = {item.passage.id: item.evidence for item in blind.visible_evidence(work, first)}
    assert linked[room.passages[0]].state is EvidenceState.ACCEPTED, "what was decided for the first claim stays"
    assert linked[room.passages[2]].note == "all year"
    with pytest.raises(NotFoundError):
        visible_claim(work, second)
    history.undo(work)
    assert visible_claim(work, second).quote == "the port of Lindau was closed for three weeks"
    assert len(blind.visible_evidence(work, first)) == 1


def test_the_last_claim_has_nothing_to_merge_with(work: Workspace, room: Newsroom) -> None:
    with pytest.raises(BadInputError, match="is the last of its article"):
        claim_surgery.merge_with_next(work, room.claims[-1])


def test_what_is_rated_is_neither_split_nor_merged(work: Workspace, room: Newsroom) -> None:
    review.rate(work, room.claims[1], "5", why="seen")
    for act in (
        lambda: claim_surgery.split(work, room.claims[1], TEXT.index("was closed")),
        lambda: claim_surgery.merge_with_next(work, room.claims[1]),
        lambda: claim_surgery.merge_with_next(work, room.claims[0]),
    ):
        with pytest.raises(BadInputError, match="is rated and cannot be"):
            act()
    history.undo(work)
    assert claim_surgery.merge_with_next(work, room.claims[0]).status is ReviewStatus.OPEN


def test_kinds_decide_whether_a_rating_is_asked_for(work: Workspace, room: Newsroom) -> None:
    assert claim_editing.set_kinds(work, room.claims[0], [Kind.OPINION]).status is ReviewStatus.NOT_RATED
    assert claim_editing.set_kinds(work, room.claims[3], [Kind.EVENT, Kind.EVENT]).kinds == (Kind.EVENT,)
    assert visible_claim(work, room.claims[3]).status is ReviewStatus.OPEN
    with pytest.raises(BadInputError, match="give at least one kind: quantity, time"):
        claim_editing.set_kinds(work, room.claims[0], [])


def test_a_speaker_is_named_or_the_outlet_itself(work: Workspace, room: Newsroom) -> None:
    named = claim_editing.set_speaker(work, room.claims[0], " Port  Authority ", attribution=Attribution.DIRECT)
    assert (named.speaker, named.attribution) == ("Port Authority", Attribution.DIRECT)
    outlet = claim_editing.set_speaker(work, room.claims[0], None)
    assert (outlet.speaker, outlet.attribution, outlet.attribution_verb) == (None, Attribution.OUTLET, None)
    assert claim_editing.set_speaker(work, room.claims[0], "she").attribution is Attribution.PARAPHRASE
    with pytest.raises(BadInputError, match="at most 200 characters"):
        claim_editing.set_speaker(work, room.claims[0], "x" * 201)


def test_a_claim_added_from_a_selection_is_a_persons(work: Workspace, room: Newsroom) -> None:
    start, end = span(" the harbour master said. ")
    claim = claim_surgery.add(work, room.article, start, end)
    assert claim.quote == "the harbour master said."
    assert claim.origin is Origin.PERSON
    assert stored_claim(work.database, claim.id).suggestion is None
    assert claim.kinds == (Kind.EVENT,)
    numbers = claim_surgery.add(work, room.article, *span("by 4 per cent"), text="Exports rose by 4 %", speaker="she")
    assert numbers.kinds == (Kind.QUANTITY,)
    assert (numbers.text, numbers.speaker) == ("Exports rose by 4 %", "she")
    assert (
        claim_surgery.add(work, room.article, *span("spring"), kinds=[Kind.PREDICTION]).status is ReviewStatus.NOT_RATED
    )


def test_a_dropped_claim_is_listed_apart_and_comes_back(work: Workspace, room: Newsroom) -> None:
    claim_surgery.remove(work, room.claims[0])
    assert room.claims[0] not in [claim.id for claim in list_claims(work)]
    assert [claim.id for claim in removed_claims(work, room.article)] == [room.claims[0]]
    with pytest.raises(NotFoundError, match="was dropped; `workbench claim restore"):
        claim_editing.edit_wording(work, room.claims[0], "x")
    assert claim_surgery.restore(work, room.claims[0]).quote == "40 ships sailed in 2021"
    with pytest.raises(NotFoundError, match="was not dropped"):
        claim_surgery.restore(work, room.claims[0])


def test_claims_and_what_repeats_them_are_dropped_together_in_the_versions_that_were_read(work: Workspace) -> None:
    """Dropping the first lets its repetitions go: that looked as if somebody else had changed them meanwhile."""
    text = "Ships sailed. Ships sailed. Ships sailed."
    drafts = [ClaimDraft(at, at + 12, "Ships sailed", "Ships sailed.", (Kind.EVENT,)) for at in (0, 14, 28)]
    add_article(
        work.database, Document(text, "a", "a", "0" * 64), "a", tuple(drafts), reviewer="Ann", splitter="by hand",
        duplicates=(None, DuplicateLink(draft=0), DuplicateLink(draft=0)),
    )  # fmt: skip
    read = {claim.id: claim.version for claim in list_claims(work)}
    with pytest.raises(ConflictError):
        drop_claims(work, {**read, 3: read[3] + 1})
    assert len(list_claims(work)) == 3
    assert drop_claims(work, read).changed == 3
    assert list_claims(work) == []


def test_a_wording_of_signs_that_nobody_sees_is_none(work: Workspace, room: Newsroom) -> None:
    with pytest.raises(BadInputError, match="needs a wording"):
        claim_editing.edit_wording(work, room.claims[0], "\u202e\u200b")
    with pytest.raises(BadInputError, match="needs a wording"):
        claim_surgery.add(work, room.article, *span("40 ships"), text="\u200b")


def test_a_repetition_takes_the_place_of_what_it_repeats(work: Workspace) -> None:
    """Otherwise a claim that was said thrice would be in no list once its first occurrence is dropped."""
    text = "Ships sailed. Ships sailed. Ships sailed."
    drafts = [ClaimDraft(at, at + 12, "Ships sailed", "Ships sailed.", (Kind.EVENT,)) for at in (0, 14, 28)]
    repeats = (None, DuplicateLink(draft=0), DuplicateLink(draft=0))

    def stored(name: str, links: tuple[DuplicateLink | None, ...]) -> int:
        document = Document(f"{text} {name}", name, name, "0" * 64)
        return add_article(
            work.database, document, name, tuple(drafts), reviewer="Ann", splitter="by hand", duplicates=links
        )

    first = stored("a", repeats)
    stored("b", (DuplicateLink(claim_id=1),) * 3)

    def originals() -> dict[int, int | None]:
        return {claim.id: claim.duplicate_of for claim in list_claims(work)}

    before = {1: None, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1}
    assert originals() == before
    claim_surgery.remove(work, 1)
    assert originals() == {2: None, 3: 2, 4: 2, 5: 2, 6: 2}
    history.undo(work)
    assert originals() == before
    remove_article(work.database, first, reviewer="Ann")
    assert originals() == {4: None, 5: 4, 6: 4}
    history.undo(work)
    assert originals() == before
    claim_surgery.merge_with_next(work, 2)
    claim_surgery.merge_with_next(work, 1)
    assert originals() == {1: None, 4: 1, 5: 1, 6: 1}


def test_writing_over_a_newer_change_is_refused_with_both_versions(work: Workspace, room: Newsroom) -> None:
    read = visible_claim(work, room.claims[0])
    with colleague(work, "Bob") as bob:
        claim_editing.edit_wording(bob, read.id, "41 ships sailed in 2021")
    with pytest.raises(ConflictError, match="was changed by Bob after you read it; nothing was written") as caught:
        claim_editing.edit_wording(work, read.id, "Some ships sailed", version=read.version)
    assert "Some ships sailed" in caught.value.mine
    assert "41 ships sailed in 2021" in caught.value.theirs
    assert visible_claim(work, read.id).text == "41 ships sailed in 2021"
    now = visible_claim(work, read.id)
    assert (
        claim_editing.edit_wording(work, read.id, "Some ships sailed", version=now.version).text == "Some ships sailed"
    )


def test_a_version_never_comes_back_not_even_by_undo(work: Workspace, room: Newsroom) -> None:
    """Otherwise a screen that read the undone wording could write over the next one unnoticed."""
    seen = claim_editing.edit_wording(work, room.claims[0], "first").version
    history.undo(work)
    claim_editing.edit_wording(work, room.claims[0], "second")
    with pytest.raises(ConflictError):
        claim_editing.edit_wording(work, room.claims[0], "third", version=seen)


def test_a_published_claim_is_locked(work: Workspace, room: Newsroom) -> None:
    review.rate(work, room.claims[0], "5", why="seen")
    review.publish(work, room.claims[0])
    for act in (
        lambda: claim_editing.edit_wording(work, room.claims[0], "x"),
        lambda: claim_editing.move_edge_by_word(work, room.claims[0], "end", -1),
        lambda: claim_editing.set_kinds(work, room.claims[0], [Kind.EVENT]),
        lambda: claim_editing.set_speaker(work, room.claims[0], None),
        lambda: claim_surgery.remove(work, room.claims[0]),
        lambda: claim_surgery.split(work, room.claims[0], TEXT.index("sailed")),
        lambda: claim_surgery.merge_with_next(work, room.claims[0]),
    ):
        with pytest.raises(LockedError, match="is published and locked; only `workbench review correct"):
            act()


def test_several_corrections_are_made_together_or_not_at_all(work: Workspace, room: Newsroom) -> None:
    change = claim_editing.ClaimChange(text="Ships sailed", move_start=1, kinds=(Kind.EVENT,), speaker="")
    done = claim_editing.edit(work, room.claims[0], change)
    assert (done.text, done.quote, done.kinds, done.speaker) == (
        "Ships sailed",
        "ships sailed in 2021",
        (Kind.EVENT,),
        None,
    )
    events = history.last_event_id(work)
    with pytest.raises(BadInputError):
        claim_editing.edit(work, room.claims[1], claim_editing.ClaimChange(move_end=-1, text=" "))
    assert history.last_event_id(work) == events
    with pytest.raises(ConflictError):
        claim_editing.edit(work, room.claims[0], claim_editing.ClaimChange(speaker="she"), version=1)


def test_claims_are_listed_by_what_is_asked_for(work: Workspace, room: Newsroom) -> None:
    def ids(**wanted: object) -> list[int]:
        return [claim.id for claim in list_claims(work, ClaimFilter(**wanted))]  # type: ignore[arg-type]

    assert ids() == list(room.claims)
    assert ids(kinds=(Kind.QUANTITY,)) == [room.claims[0], room.claims[2]]
    assert ids(statuses=(ReviewStatus.NOT_RATED,)) == [room.claims[3]]
    assert ids(limit=1, offset=1) == [room.claims[1]]
    assert ids(article_id=99) == []
    assert ids(min_checkworthiness=0.6) == []


SHIP = Resolution(4, 6, "it", "the “Lindau”", "named before", 0.9)
UNSURE = Resolution(4, 6, "it", "the port", "unclear", 0.2, applied=False)


@pytest.mark.parametrize(
    ("repairs", "wording"),
    [((), "And it sailed."), ((SHIP,), "And the “Lindau” sailed."), ((UNSURE,), "And it sailed.")],
)
def test_the_wording_is_the_quote_with_its_repairs(repairs: tuple[Resolution, ...], wording: str) -> None:
    assert decontextualised("and it  sailed away", 0, 14, repairs) == wording


REPAIRED = "The firm built a quay and has fined two suppliers since then, he said."


def test_repairs_go_with_the_words_they_belong_to(work: Workspace) -> None:
    """A split leaves each part its own repairs; a merge drops the subject that the second clause was lent."""
    first, second = span("The firm built a quay", REPAIRED), span("has fined two suppliers since then", REPAIRED)
    named = Resolution(*span("The firm", REPAIRED), "The firm", "Lindau Ltd", "named before", 0.9)
    lent = Resolution(second[0], second[0], "", "the firm ", "the subject of this verb, from the same sentence", 0.8)
    since = Resolution(*span("since then", REPAIRED), "since then", "since May 2021", "counted back", 0.9)
    drafts = (
        ClaimDraft(*first, REPAIRED[slice(*first)], "Lindau Ltd built a quay.", (Kind.EVENT,), resolutions=(named,)),
        ClaimDraft(*second, REPAIRED[slice(*second)], "x", (Kind.EVENT,), resolutions=(lent, since)),
    )
    document = Document(REPAIRED, "Quay", "quay.txt", "0" * 64)
    add_article(work.database, document, "3" * 64, drafts, reviewer="Ann", splitter="by hand")
    merged = claim_surgery.merge_with_next(work, 1)
    assert merged.text == "Lindau Ltd built a quay and has fined two suppliers since May 2021."
    before, after = claim_surgery.split(work, 1, REPAIRED.index("and has"))
    assert (before.text, after.text) == ("Lindau Ltd built a quay.", "And has fined two suppliers since May 2021.")
    assert (before.resolutions, after.resolutions) == ((named,), (since,))
    history.undo(work, 2)
    assert claim_editing.move_edge_by_word(work, 1, "start", 1).text == "Firm built a quay."
    back = claim_editing.move_edge_by_word(work, 1, "start", -1)
    assert (back.text, back.resolutions) == ("Lindau Ltd built a quay.", (named,)), "an edge moved in and out again"


def test_a_selection_with_a_relative_time_gets_the_date(work: Workspace) -> None:
    text = "Ships sailed last week, the port said."
    document = Document(text, "Ships", "ships.txt", "0" * 64, published=date(2022, 1, 29))
    article = add_article(work.database, document, "4" * 64, (), reviewer="Ann", splitter="by hand")
    claim = claim_surgery.add(work, article, *span("Ships sailed last week", text))
    assert claim.resolutions
    assert "2022" in claim.text
    assert claim.times[0].relative


@given(st.text(max_size=60), st.data())
def test_words_and_trimmed_spans_stay_inside_any_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    last = start
    for first, after in words_of(text, start, end):
        assert last <= first < after <= end
        last = after
    kept = trimmed_span(text, start, end)
    if kept is not None:
        assert start <= kept[0] < kept[1] <= end
        words = data.draw(st.integers(-3, 3))
        for edge in ("start", "end"):
            try:
                moved = word_edges(text, *kept, edge, words)
            except BadInputError:
                continue
            assert 0 <= moved[0] < moved[1] <= len(text)
            assert moved != kept


def test_split_and_merged_claims_are_weighed_by_their_own_words(work: Workspace, room: Newsroom) -> None:
    """The part with the number keeps it; the other part, and the whole again, are scored and explained again."""
    whole = claim_surgery.merge_with_next(work, room.claims[0])
    assert "a number" in whole.reasons
    first, second = claim_surgery.split(work, whole.id, TEXT.index("and that the port"))
    assert Kind.QUANTITY in first.kinds
    assert "a number" in first.reasons
    assert Kind.QUANTITY not in second.kinds or second.quantities
    assert first.checkworthiness != second.checkworthiness
    assert first.reasons != second.reasons
