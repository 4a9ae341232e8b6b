"""Which words of a passage a verdict cites: the sentence that decides, with the passage kept behind it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.newsroom import Newsroom, add_passage, make_newsroom
from workbench.domain.anchors import Span
from workbench.domain.articles import Origin
from workbench.domain.errors import BadInputError, LockedError, ModelUnavailableError, NotFoundError
from workbench.domain.evidence import EvidenceState, Hit, Stance, StanceSuggestion
from workbench.services.evidence.decisions import annotate, decide
from workbench.services.record.doctor import examine_record
from workbench.services.record.history import undo
from workbench.services.review.deciding import found_in, whole
from workbench.services.review.review import correct, publish, rate, record_of, request_second_opinion
from workbench.services.search.reading_cited import read_cited
from workbench.services.search.stance import StanceService
from workbench.services.workspace import Workspace
from workbench.store.claims import claim as read_claim
from workbench.store.evidence import evidence_of
from workbench.store.sources import sources_of_passages

PAGE = (
    "Port of Lindau: questions and answers. The authority has collected what readers ask most. "
    "How many ships came? In 2021 the harbour office counted 52 ships that sailed from the port. "
    "They were smaller than the year before. The quay will be painted in spring. Dogs are to be kept on a lead."
)
READ = "In 2021 the harbour office counted 52 ships that sailed from the port. They were smaller than the year before."
COUNTED = "In 2021 the harbour office counted 52 ships that sailed from the port."


def span(words: str, text: str = PAGE) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def test_words_are_found_in_whatever_spacing() -> None:
    assert (
        found_in("They\n counted  52 ships.", "counted 52\tships").of("They\n counted  52 ships.")
        == "counted  52 ships"
    )
    for words in ("counted 53", "", "  ", "COUNTED 52"):
        with pytest.raises(BadInputError, match="does not hold"):
            found_in("They counted 52 ships.", words)


class Reads:
    """Says "refutes" and reads the best sentences, as the shipped model does."""

    key, weight = "reads", 1.0

    def judge_closely(self, pairs: list[tuple[str, str, str]]) -> list[StanceSuggestion]:
        return [StanceSuggestion("refutes", 0.02, 0.95, 0.03, model="reads") for _ in pairs]

    def judge(self, pairs: list[tuple[str, str]]) -> list[StanceSuggestion]:
        return [StanceSuggestion("refutes", 0.02, 0.95, 0.03, model="reads") for _ in pairs]


@pytest.fixture
def room(tmp_path: Path) -> Iterator[tuple[Workspace, Newsroom, int]]:
    workspace, room = make_newsroom(tmp_path / "w")
    passage_id = add_passage(workspace.database, "answers", PAGE, "Port Authority", None)
    yield workspace, room, passage_id
    workspace.close()


def sound(workspace: Workspace) -> bool:
    """Whether every row is as its events left it; the sources of this newsroom were added by none."""
    found = [one.detail for one in examine_record(workspace) if one.state == "problem"]
    return all(told.endswith("is covered by no event") for told in found)


def judged(workspace: Workspace, claim_id: int, passage_id: int) -> Hit:
    passage, source = sources_of_passages(workspace.database, [passage_id])[passage_id]
    service = StanceService(workspace, Reads)  # type: ignore[arg-type]
    [hit] = service.judge(read_claim(workspace.database, claim_id), [Hit(1, passage, source, 1.0)])
    assert not service.note
    return hit


def test_a_verdict_keeps_the_whole_passage_and_which_words_of_it_decide(room: tuple[Workspace, Newsroom, int]) -> None:
    workspace, made, passage_id = room
    hit = judged(workspace, made.claims[0], passage_id)
    assert hit.read[0].of(PAGE) == COUNTED
    assert judged(workspace, made.claims[0], passage_id).read == hit.read, "remembered with the stance"
    given = rate(workspace, made.claims[0], "1", why="52.", evidence=[(passage_id, Stance.REFUTES)])
    [cited] = given.evidence
    assert (cited.quote, cited.words, cited.cited_by) == (PAGE, READ, Origin.MACHINE)
    assert cited.chosen == PAGE, "alone stands only what a person chose"
    assert record_of(workspace, made.claims[0]).verdicts[-1].evidence == given.evidence
    assert sound(workspace)


def test_what_nothing_has_read_is_cited_whole_and_stored_as_before(room: tuple[Workspace, Newsroom, int]) -> None:
    workspace, made, passage_id = room
    given = rate(workspace, made.claims[0], "1", why="52.", evidence=[(passage_id, Stance.REFUTES)])
    assert given.evidence[0].words == PAGE
    [stored] = json.loads(workspace.database.value("SELECT evidence FROM verdicts"))
    assert "cited" not in stored, "a record of before reads, and is sealed, as it was"


def test_a_passage_that_no_search_has_read_is_read_when_a_verdict_is_to_cite_it(
    room: tuple[Workspace, Newsroom, int],
) -> None:
    """The first verdict cites the sentence, as every later one does; without a model all of it is cited."""
    workspace, made, passage_id = room
    claim_id, loaded = made.claims[0], []

    def load() -> Reads:
        loaded.append(1)
        return Reads()

    def lacking() -> Reads:
        raise ModelUnavailableError("no model here")

    read_cited(workspace, claim_id, [passage_id], lacking)  # type: ignore[arg-type]
    assert rate(workspace, claim_id, "1", why="52.", evidence=[(passage_id, Stance.REFUTES)]).evidence[0].words == PAGE
    read_cited(workspace, claim_id, [passage_id, passage_id, 9_999], load)  # type: ignore[arg-type]
    first = rate(workspace, claim_id, "1", why="52.", evidence=[(passage_id, Stance.REFUTES)]).evidence[0]
    assert (first.quote, first.words, first.cited_by) == (PAGE, READ, Origin.MACHINE)
    read_cited(workspace, claim_id, None, load)  # type: ignore[arg-type]
    publish(workspace, claim_id)
    later = correct(workspace, claim_id, "2", why="52.", evidence=[(passage_id, Stance.REFUTES)]).evidence[0]
    assert later.words == READ
    assert loaded == [1], "what was read is not read again"
    with pytest.raises(NotFoundError):
        read_cited(workspace, 9_999, None, load)  # type: ignore[arg-type]


def test_a_passage_of_which_a_person_chose_the_words_is_not_read_for_them(
    room: tuple[Workspace, Newsroom, int],
) -> None:
    workspace, made, passage_id = room
    decide(workspace, made.claims[0], passage_id, EvidenceState.ACCEPTED, stance=Stance.REFUTES, cited=whole(PAGE))
    read_cited(workspace, made.claims[0], None, lambda: pytest.fail("nothing is to be read"))
    assert rate(workspace, made.claims[0], "1", why="52.").evidence[0].words == PAGE


def test_a_reviewer_narrows_what_is_cited(room: tuple[Workspace, Newsroom, int]) -> None:
    workspace, made, passage_id = room
    claim_id = made.claims[0]
    judged(workspace, claim_id, passage_id)
    chosen = span("counted 52 ships")
    decide(workspace, claim_id, passage_id, EvidenceState.ACCEPTED, stance=Stance.REFUTES, cited=chosen)
    cited = rate(workspace, claim_id, "1", why="52.").evidence[0]
    assert (cited.words, cited.chosen, cited.cited_by) == ("counted 52 ships", "counted 52 ships", Origin.PERSON)
    decide(workspace, claim_id, passage_id, EvidenceState.ACCEPTED, stance=Stance.SUPPORTS)
    assert evidence_of(workspace.database, claim_id)[0].evidence.cited == chosen, "deciding again changes no words"
    annotate(workspace, claim_id, passage_id, cited=whole(PAGE))
    assert rate(workspace, claim_id, "5", why="52.").evidence[0].words == PAGE
    annotate(workspace, claim_id, passage_id, cited=False)
    assert rate(workspace, claim_id, "5", why="52.").evidence[0].words == PAGE, (
        "cited for another stance than it is read as"
    )
    rate(workspace, claim_id, "1", why="52.", evidence=[(passage_id, Stance.REFUTES)])
    assert record_of(workspace, claim_id).verdicts[-1].evidence[0].words == READ
    undo(workspace)
    undo(workspace), undo(workspace)
    assert evidence_of(workspace.database, claim_id)[0].evidence.cited == whole(PAGE)
    assert sound(workspace)


@pytest.mark.parametrize("wrong", [Span(0, 9_000), Span(5, 5), Span(len(PAGE), len(PAGE))])
def test_words_that_the_passage_does_not_hold_are_refused(room: tuple[Workspace, Newsroom, int], wrong: Span) -> None:
    workspace, made, passage_id = room
    with pytest.raises(BadInputError, match="has no words"):
        annotate(workspace, made.claims[0], passage_id, cited=wrong)


def test_other_words_than_the_verdict_cites_are_told_before_it_is_published_and_refused_after(
    room: tuple[Workspace, Newsroom, int],
) -> None:
    workspace, made, passage_id = room
    claim_id = made.claims[0]
    rate(workspace, claim_id, "1", why="52.", evidence=[(passage_id, Stance.REFUTES)])
    annotate(workspace, claim_id, passage_id, cited=span("counted 52 ships"))
    with pytest.raises(BadInputError, match="other words are cited by now"):
        publish(workspace, claim_id)
    rate(workspace, claim_id, "1", why="52.")
    publish(workspace, claim_id)
    with pytest.raises(LockedError, match="stays as it is"):
        annotate(workspace, claim_id, passage_id, cited=span("Dogs"))
    annotate(workspace, claim_id, passage_id, pinned=True)


def test_a_blind_verdict_cites_nothing_that_another_chose_or_noted(room: tuple[Workspace, Newsroom, int]) -> None:
    workspace, made, passage_id = room
    claim_id = made.claims[0]
    mine = {"stance": Stance.REFUTES, "cited": span("counted 52 ships"), "note": "Rang them.", "pinned": True}
    decide(workspace, claim_id, passage_id, EvidenceState.ACCEPTED, **mine)  # type: ignore[arg-type]
    rate(workspace, claim_id, "1", why="52.")
    request_second_opinion(workspace, claim_id)
    with Workspace.open(workspace.path, reviewer="Bob") as second:
        given = rate(second, claim_id, "1", why="52.", evidence=[(passage_id, Stance.REFUTES)])
    [cited] = given.evidence
    assert (cited.words, cited.cited_by, cited.note) == (PAGE, None, "")
    [item] = evidence_of(workspace.database, claim_id)
    assert (item.evidence.cited, item.evidence.note, item.evidence.pinned) == (mine["cited"], "Rang them.", True)
