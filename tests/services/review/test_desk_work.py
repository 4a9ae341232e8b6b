"""Tags, assignments, comments, saved searches, and what waits for someone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.services.desk import ROWS, Clock, Desk
from workbench.domain.articles import ClaimFilter
from workbench.domain.desk_work import Why
from workbench.domain.errors import BadInputError, NotFoundError
from workbench.domain.evidence import Stance
from workbench.domain.review import Subject
from workbench.services.articles.stored_articles import remove_article
from workbench.services.claims.claim_surgery import remove
from workbench.services.evidence.private import edit_source
from workbench.services.evidence.sources import add_evidence, remove_source, show_source
from workbench.services.record.doctor import examine_record
from workbench.services.record.export import make
from workbench.services.record.history import redo, undo
from workbench.services.review import desk_work, review
from workbench.services.review.blind import list_claims
from workbench.services.review.inbox import inbox, is_late, put_aside
from workbench.services.workspace import Workspace
from workbench.store import desk_work as store
from workbench.store.database import Database
from workbench.store.events import events
from workbench.store.notices import SEARCH, WATCH, NewNotice, keep_notices, looked_up_to


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    clock = Clock()
    clock.stop(monkeypatch)
    made = Desk(tmp_path, clock)
    made.article = made.add_article()
    made.add_sources()
    yield made
    made.close()


def problems(workspace: Workspace) -> list[str]:
    """What does not hold of the record."""
    return [one.detail for one in examine_record(workspace) if one.state == "problem"]


def waiting(workspace: Workspace) -> list[tuple[Why, int | None]]:
    """Why and about which claim."""
    return [(one.why, one.claim_id) for one in inbox(workspace)]


def test_tags_are_words_of_any_case_put_on_and_taken_off_as_one_act(desk: Desk) -> None:
    ids = [one.id for one in list_claims(desk.ada)][:3]
    assert desk_work.tag(desk.ada, "claim", ids, ["Port", "#money"]) == 6
    assert desk_work.tag(desk.ada, "claim", ids, ["PORT"]) == 0
    assert desk_work.tags_on(desk.ada, "claim")[str(ids[0])] == ("money", "port")
    assert [one.id for one in list_claims(desk.ada, ClaimFilter(tags=("port",)))] == ids
    assert desk_work.tag(desk.ada, "claim", ids[:1], [], off=["port"]) == 1
    assert [one.id for one in list_claims(desk.ada, ClaimFilter(tags=("port",)))] == ids[1:]
    undo(desk.ada)
    undo(desk.ada)
    assert desk_work.tag_counts(desk.ada) == []
    redo(desk.ada)
    assert desk_work.tag_counts(desk.ada) == [("money", "claim", 3), ("port", "claim", 3)]
    assert problems(desk.ada) == []


def test_articles_and_sources_have_tags_too_and_reports_a_column(desk: Desk) -> None:
    desk_work.tag(desk.ada, "article", [desk.article], ["harbours"])
    desk_work.tag(desk.ada, "source", ["log"], ["pilots"])
    first = list_claims(desk.ada)[0]
    desk_work.tag(desk.ada, "claim", [first.id], ["reopening"])
    rows = make(desk.ada, "csv").content.decode().splitlines()
    assert rows[0].endswith(",tags")
    assert rows[1].endswith(",harbours; reopening")
    assert rows[2].endswith(",harbours")
    assert desk_work.tags_on(desk.ada, "source") == {"log": ("pilots",)}


@pytest.mark.parametrize("words", ["", "  ", "a,b", "x" * 61, "bell\x07"])
def test_what_is_no_tag_is_refused(desk: Desk, words: str) -> None:
    with pytest.raises(BadInputError, match="a tag is"):
        desk_work.tag(desk.ada, "article", [desk.article], [words])
    with pytest.raises(NotFoundError):
        desk_work.tag(desk.ada, "article", [desk.article, 77], ["fine"])
    assert desk_work.tag_counts(desk.ada) == []


def test_what_is_assigned_waits_with_its_hour_until_it_is_done(desk: Desk) -> None:
    cost, ships = desk.claim("£2m"), desk.claim("40 ships")
    desk_work.assign(desk.ada, "claim", [ships.id], "bo")
    desk_work.assign(desk.ada, "claim", [cost.id], "BO", "2022-02-01T12:00+00:00")
    desk_work.assign(desk.ada, "article", [desk.article], "cy", "2022-02-02")
    assert waiting(desk.bo) == [(Why.ASSIGNED, cost.id), (Why.ASSIGNED, ships.id)]
    assert [one.due for one in inbox(desk.bo)] == ["2022-02-01T12:00Z", None]
    assert [one.article_id for one in inbox(desk.cy)] == [desk.article]
    assert not any(map(is_late, inbox(desk.bo)))
    desk.clock.set("2022-02-03")
    assert [is_late(one) for one in inbox(desk.bo)] == [True, False]
    assert [is_late(one) for one in inbox(desk.cy)] == [True]
    assert [one.id for one in list_claims(desk.ada, ClaimFilter(assignee="Bo"))] == [cost.id, ships.id]
    review.rate(desk.bo, cost.id, "False", why="The accounts say £3.1m.")
    assert waiting(desk.bo) == [(Why.ASSIGNED, ships.id)]
    with pytest.raises(BadInputError, match="ends when it is done"):
        put_aside(desk.bo, [inbox(desk.bo)[0].key])
    desk_work.unassign(desk.ada, "claim", [ships.id])
    assert inbox(desk.bo) == []
    undo(desk.ada)
    assert waiting(desk.bo) == [(Why.ASSIGNED, ships.id)]
    assert problems(desk.ada) == []


@pytest.mark.parametrize("due", ["tomorrow", "2022-02-30", "2022-02-01T25:00", "17:00"])
def test_a_due_time_is_a_day_or_a_moment(desk: Desk, due: str) -> None:
    with pytest.raises(BadInputError, match="no day or time"):
        desk_work.assign(desk.ada, "article", [desk.article], "bo", due)


def test_second_opinions_and_conflicts_wait_for_who_may_act(desk: Desk) -> None:
    cost = desk.claim("£2m")
    review.rate(desk.ada, cost.id, "Mostly false", why="The accounts say £3.1m.")
    review.request_second_opinion(desk.ada, cost.id, note="quick please")
    assert waiting(desk.ada) == []
    assert waiting(desk.bo) == [(Why.SECOND_OPINION, cost.id)]
    assert "Mostly false" not in inbox(desk.bo)[0].words
    assert "quick please" in inbox(desk.bo)[0].words
    review.second_opinion(desk.bo, cost.id, "False", why="It is more.")
    assert waiting(desk.ada) == waiting(desk.bo) == waiting(desk.cy) == [(Why.CONFLICT, cost.id)]
    review.settle(desk.cy, cost.id, "False", why="Agreed.")
    assert waiting(desk.ada) == waiting(desk.bo) == []


def test_comments_call_people_and_no_report_tells_them(desk: Desk) -> None:
    cost = desk.claim("£2m")
    said = desk_work.comment(desk.ada, cost.id, "Ask the harbourmistress, @Bo. Off the record.")
    assert waiting(desk.bo) == [(Why.MENTION, cost.id)]
    assert waiting(desk.cy) == []
    for format_ in ("json", "html", "markdown", "csv", "annotations"):
        told = make(desk.ada, format_, full=format_ in ("html", "markdown")).content.decode()
        assert "harbourmistress" not in told
    assert "harbourmistress" not in "".join(map(str, events(desk.ada.database)))
    desk_work.comment(desk.bo, cost.id, "Done.")
    assert waiting(desk.bo) == []
    assert desk_work.comments_on(desk.cy, [cost.id])[0].text == said.text
    with pytest.raises(BadInputError, match="of bo's"):
        desk_work.remove_comment(desk.bo, said.id)
    desk_work.remove_comment(desk.ada, said.id)
    assert [one.reviewer for one in desk_work.comments_on(desk.cy, [cost.id])] == ["bo"]
    assert problems(desk.ada) == []


def test_a_changed_comment_is_told_by_doctor(desk: Desk) -> None:
    desk_work.comment(desk.ada, desk.claim("£2m").id, "Call the bank.")
    with desk.ada.database.write() as connection:
        connection.execute("UPDATE comments SET text = 'Never mind.'")
    assert any("comment 1 is not as event" in one for one in problems(desk.ada))


def test_who_judges_blind_reads_no_comments_of_others(desk: Desk) -> None:
    cost = desk.claim("£2m")
    review.rate(desk.ada, cost.id, "False", why="The accounts say £3.1m.")
    desk_work.comment(desk.ada, cost.id, "@bo It is plainly false.")
    review.request_second_opinion(desk.ada, cost.id)
    assert desk_work.comments_on(desk.bo, [cost.id]) == []
    assert all("plainly" not in one.words for one in inbox(desk.bo))
    review.second_opinion(desk.bo, cost.id, "False", why="So it is.")
    assert len(desk_work.comments_on(desk.bo, [cost.id])) == 1


def test_who_judges_blind_reads_no_comments_on_what_was_dropped_or_removed_either(desk: Desk) -> None:
    cost, ships = desk.claim("£2m"), desk.claim("40 ships")
    for one in (cost, ships):
        review.rate(desk.ada, one.id, "False", why="The accounts say £3.1m.")
        desk_work.comment(desk.ada, one.id, "It is plainly false.")
        review.request_second_opinion(desk.ada, one.id)
    desk_work.comment(desk.bo, cost.id, "I look into it.")
    remove(desk.ada, cost.id)
    assert [one.reviewer for one in desk_work.comments_on(desk.bo, [cost.id])] == ["bo"]
    assert len(desk_work.comments_on(desk.ada, [cost.id])) == 2
    remove_article(desk.ada, desk.article)
    assert desk_work.comments_on(desk.bo, [ships.id]) == []
    assert len(desk_work.comments_on(desk.ada, [ships.id])) == 1


def test_comments_on_a_claim_that_never_was_are_refused(desk: Desk) -> None:
    with pytest.raises(NotFoundError, match="there is no claim 999"):
        desk_work.comments_on(desk.bo, [desk.claim("£2m").id, 999])


def test_a_call_that_could_not_be_read_is_not_answered_by_what_was_said_blind(desk: Desk) -> None:
    cost = desk.claim("£2m")
    review.rate(desk.ada, cost.id, "False", why="The accounts say £3.1m.")
    review.request_second_opinion(desk.ada, cost.id)
    desk_work.comment(desk.ada, cost.id, "@bo What about the insured part?")
    desk_work.comment(desk.bo, cost.id, "I have asked the trust.")
    assert (Why.MENTION, cost.id) in waiting(desk.bo)
    review.second_opinion(desk.bo, cost.id, "False", why="So it is.")
    assert [one.words for one in inbox(desk.bo)] == ["@bo What about the insured part?"]
    desk_work.comment(desk.bo, cost.id, "It is not counted.")
    assert inbox(desk.bo) == []


def test_an_answer_from_before_the_claim_was_hidden_stays_an_answer(desk: Desk) -> None:
    cost, ships = desk.claim("£2m"), desk.claim("40 ships")
    for one in (cost, ships):
        desk_work.comment(desk.ada, one.id, "@bo Is this so?")
        desk_work.comment(desk.bo, one.id, "I think so.")
        review.rate(desk.ada, one.id, "False", why="The accounts say £3.1m.")
        review.request_second_opinion(desk.ada, one.id)
    assert Why.MENTION not in [why for why, _ in waiting(desk.bo)]
    undo(desk.ada)  # the request about the ships
    desk_work.comment(desk.ada, ships.id, "@bo And now?")
    assert (Why.MENTION, ships.id) in waiting(desk.bo)
    desk_work.comment(desk.bo, ships.id, "Still so.")
    assert (Why.MENTION, ships.id) not in waiting(desk.bo), "nothing was hidden once the request was taken back"


def test_many_notices_about_a_claim_are_put_aside_once_and_not_read_again(desk: Desk) -> None:
    cost = desk.claim("£2m")
    review.rate(desk.ada, cost.id, "True", why="The council says so.")
    review.publish(desk.ada, cost.id)
    passages = [desk.passage(one).id for one in ("accounts", "log")]
    found = [NewNotice(WATCH, one, claim_id=cost.id, stance="refutes", probability=0.9) for one in passages]
    found.append(NewNotice(WATCH, passages[0], claim_id=desk.claim("40 ships").id, stance="refutes", probability=0.9))
    keep_notices(desk.ada.database, found, up_to=max(passages))
    assert waiting(desk.bo) == [(Why.NEW_EVIDENCE, cost.id)] * 2
    key = inbox(desk.bo)[0].key
    before = len(events(desk.bo.database))
    assert put_aside(desk.bo, [key, key]) == 1
    assert len(events(desk.bo.database)) == before + 1
    undo(desk.bo)
    assert waiting(desk.bo) == [(Why.NEW_EVIDENCE, cost.id)] * 2


def test_statements_for_the_inbox_do_not_grow_with_what_waits(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    cost = desk.claim("£2m")
    review.rate(desk.ada, cost.id, "True", why="The council says so.")
    review.publish(desk.ada, cost.id)
    passages = [desk.passage(one).id for one in ("accounts", "log")]

    def statements() -> int:
        asked: list[str] = []
        rows = Database.rows

        def counted(self: Database, sql: str, *parameters: Any) -> list[dict[str, Any]]:
            asked.append(sql)
            return rows(self, sql, *parameters)

        with monkeypatch.context() as patch:
            patch.setattr(Database, "rows", counted)
            inbox(desk.bo)
        return len(asked)

    def more(passage: int) -> None:
        notice = NewNotice(WATCH, passage, claim_id=cost.id, stance="refutes", probability=0.9)
        keep_notices(desk.ada.database, [notice], up_to=passage)
        desk_work.comment(desk.ada, cost.id, "@bo Look at this.")
        desk_work.comment(desk.ada, cost.id, "@bo And at that.")

    more(passages[0])
    before = statements()
    more(passages[1])
    assert len(inbox(desk.bo)) == 6
    assert statements() == before


def test_tags_and_comments_of_some_are_asked_for_by_their_numbers(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [one.id for one in list_claims(desk.ada)]
    desk_work.tag(desk.ada, "claim", ids, ["port", "a b"])
    for one in ids:
        desk_work.comment(desk.ada, one, f"About {one}.")
    assert desk_work.tags_on(desk.ada, "claim", ids[:2]) == {str(one): ("a b", "port") for one in ids[:2]}
    assert desk_work.tags_on(desk.ada, "claim", []) == {}
    assert [one.claim_id for one in desk_work.comments_on(desk.ada, [ids[3], ids[1], ids[3]])] == [ids[1], ids[3]]
    plans: list[str] = []
    rows = Database.rows

    def explained(self: Database, sql: str, *parameters: Any) -> list[dict[str, Any]]:
        plans.extend(row["detail"] for row in rows(self, f"EXPLAIN QUERY PLAN {sql}", *parameters))
        return rows(self, sql, *parameters)

    monkeypatch.setattr(Database, "rows", explained)
    store.comments(desk.ada.database, ids[:2])
    store.tags_of(desk.ada.database, Subject.CLAIM, ids[:2])
    assert "comments_by_claim" in plans[0]
    assert all(plan.startswith("SEARCH") for plan in plans), plans


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("@ann look", True),
        ("to @Ann.Berg, please", True),
        ("@ANN-BERG", True),
        ("ann@paper.example", False),
        ("@anna", False),
    ],
)
def test_a_name_of_several_words_is_called_in_one(desk: Desk, text: str, called: bool) -> None:
    said = desk_work.comment(desk.ada, desk.claim("£2m").id, text)
    assert desk_work.mentioned(said, ["Ann Berg"]) == ({"Ann Berg"} if called else set())


def test_a_correction_by_another_is_told_once_to_who_rated(desk: Desk) -> None:
    cost = desk.claim("£2m")
    review.rate(desk.ada, cost.id, "False", why="The accounts say £3.1m.")
    review.publish(desk.ada, cost.id)
    assert waiting(desk.ada) == []
    review.correct(desk.bo, cost.id, "Mostly false", why="Some was insured.")
    assert waiting(desk.ada) == [(Why.CORRECTION, cost.id)]
    assert waiting(desk.bo) == []
    assert put_aside(desk.ada, [inbox(desk.ada)[0].key]) == 1
    assert waiting(desk.ada) == []
    undo(desk.ada)
    assert waiting(desk.ada) == [(Why.CORRECTION, cost.id)]
    assert problems(desk.ada) == []


def newer(desk: Desk, text: str, name: str = "accounts") -> None:
    """Another version of a source comes in."""
    row = next(row for row in ROWS if row["id"] == name) | {"text": text}
    add_evidence(desk.ada, [str(desk.file(f"{name}.jsonl", json.dumps(row)))])


def test_a_newer_version_of_what_was_published_on_waits_for_who_published_it(desk: Desk) -> None:
    """With what was changed in the passage; words that still stand there wait for nobody."""
    cost, accounts = desk.claim("£2m"), desk.passage("accounts")
    review.rate(desk.bo, cost.id, "False", why="The accounts.", evidence=[(accounts.id, Stance.REFUTES)])
    newer(desk, ROWS[0]["text"] + " Audited in March.")
    assert waiting(desk.bo) == [], "it is not published"
    review.publish(desk.ada, cost.id)
    assert waiting(desk.ada) == [], "the words stand there as they did"
    newer(desk, "The repairs of the basin cost £1.9m in all, of which £2.4m was insured. Audited in May.")
    for who in (desk.ada, desk.bo):
        assert waiting(who) == [(Why.NEWER_VERSION, cost.id)]
        (one,) = inbox(who)
        assert "a newer version of Harbour accounts came in; there: the basin cost £3.1m → £1.9m in all," in one.words
        assert one.passage_id == show_source(desk.ada, "accounts@3")[1][0].id
    assert waiting(desk.cy) == []
    put_aside(desk.bo, [inbox(desk.bo)[0].key])
    assert waiting(desk.bo) == []
    newer(desk, "Accounts are no longer published here; ask the trust for a copy.")
    (one,) = inbox(desk.bo)
    assert one.words.endswith("came in; the passage it rests on is not there any more")
    edit_source(desk.ada, "accounts@4", private=True, title="The accounts")
    assert "no longer published" not in inbox(desk.bo)[0].words
    new = show_source(desk.ada, "accounts@4")[1][0].id
    review.correct(desk.ada, cost.id, "Unproven", why="Withdrawn.", evidence=[(new, Stance.CONTEXT)])
    assert Why.NEWER_VERSION not in [why for why, _ in waiting(desk.ada)]
    assert problems(desk.ada) == []


def test_a_source_that_was_removed_has_no_newer_version_to_look_at(desk: Desk) -> None:
    cost, accounts = desk.claim("£2m"), desk.passage("accounts")
    review.rate(desk.ada, cost.id, "False", why="The accounts.", evidence=[(accounts.id, Stance.REFUTES)])
    review.publish(desk.ada, cost.id)
    newer(desk, "The repairs of the basin cost £1.9m in all, of which £2.4m was insured.")
    remove_source(desk.ada, "accounts@2")
    assert waiting(desk.ada) == []


def test_new_evidence_waits_until_it_is_put_aside(desk: Desk) -> None:
    cost = desk.claim("£2m")
    review.rate(desk.ada, cost.id, "True", why="The council says so.")
    review.publish(desk.ada, cost.id)
    desk_work.save_search(desk.bo, "ships", "ships in the harbour", after=date(2022, 1, 1))
    (saved,) = desk_work.saved_searches(desk.bo)
    accounts, log = desk.passage("accounts"), desk.passage("log")
    found = [
        NewNotice(WATCH, accounts.id, claim_id=cost.id, stance="refutes", probability=0.9),
        NewNotice(SEARCH, log.id, search_id=saved.id),
    ]
    assert keep_notices(desk.ada.database, found, up_to=log.id) == 2
    assert keep_notices(desk.ada.database, found, up_to=log.id) == 0
    assert looked_up_to(desk.ada.database) == log.id
    assert waiting(desk.ada) == waiting(desk.cy) == [(Why.NEW_EVIDENCE, cost.id)]
    assert waiting(desk.bo) == [(Why.NEW_EVIDENCE, cost.id), (Why.SEARCH, None)]
    put_aside(desk.bo, [one.key for one in inbox(desk.bo)])
    assert inbox(desk.bo) == []
    assert waiting(desk.ada) == [(Why.NEW_EVIDENCE, cost.id)], "each puts aside for themselves"
    desk_work.forget_search(desk.bo, "ships")
    assert desk_work.saved_searches(desk.bo) == []
    with pytest.raises(BadInputError, match="no saved search"):
        desk_work.forget_search(desk.bo, "ships")


@pytest.mark.parametrize(
    "due",
    ["0022-03-03T17:00", "0922-03-03", "0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00", "20220303", "2022-W09-4",
     "2022-02-30", "2022-03-03T25:00", "soon"],
)  # fmt: skip
def test_a_due_time_that_is_none_is_refused(desk: Desk, due: str) -> None:
    with pytest.raises(BadInputError):
        desk_work.assign(desk.ada, "claim", [desk.claim("£2m").id], "Bo", due)
    assert inbox(desk.bo) == []


@pytest.mark.parametrize(
    ("due", "kept"),
    [("2022-03-03", "2022-03-03"), ("2022-03-03T17:00+01:00", "2022-03-03T16:00Z"),
     ("2022-03-03 17:00Z", "2022-03-03T17:00Z"), ("2999-12-31T23:59-14:00", "3000-01-01T13:59Z")],
)  # fmt: skip
def test_a_due_time_is_kept_as_a_day_or_to_the_minute(due: str, kept: str) -> None:
    assert desk_work.due_of(due) == kept
