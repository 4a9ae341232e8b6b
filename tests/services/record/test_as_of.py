"""The report as of a moment tells what stood then: whenever it is made, of one article or of all."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.newsroom import suggest
from tests.services.desk import QUOTES, ROWS, SECOND, SECOND_QUOTES, Clock, Desk
from workbench.domain.articles import ClaimDraft, Kind
from workbench.domain.clock import utc_now
from workbench.domain.documents import Document
from workbench.domain.errors import BadInputError, NotFoundError
from workbench.domain.evidence import EvidenceState, Stance
from workbench.domain.passages import passage_hash
from workbench.domain.review import Rating, RatingScale, VerdictKind
from workbench.domain.shared_evidence import HeldPassage
from workbench.reports.json_format import render as to_json
from workbench.reports.model import Report, Settings, State
from workbench.services.articles.articles import add_document
from workbench.services.articles.dating import set_published
from workbench.services.articles.deadlines import set_deadline
from workbench.services.articles.resplitting import resplit
from workbench.services.articles.splitting import Split, Splitter
from workbench.services.articles.stored_articles import remove_article, show_article
from workbench.services.claims import claim_editing, claim_surgery
from workbench.services.collections.keeping import keep
from workbench.services.evidence.decisions import add_link, annotate, decide, nothing_found, unlink
from workbench.services.evidence.private import edit_source
from workbench.services.evidence.sources import add_evidence, remove_source, show_source
from workbench.services.record import history
from workbench.services.record.doctor import examine
from workbench.services.record.import_ import import_report
from workbench.services.record.reporting import agreement_figures, build_report
from workbench.services.review import review
from workbench.services.review.scales import add_own_scale, use_scale
from workbench.services.workspace import Workspace
from workbench.store.events import record

PROGRAM = Path(__file__).resolve().parents[3] / "workbench"
OWN = RatingScale("own", "Two steps", (Rating("1", "Holds", "", 2), Rating("2", "Fails", "", 1)))


class OtherSplitter(Splitter):
    """A later version: it gives up one claim, words another again, and finds a new one."""

    def split(self, document: Document, **how: Any) -> Split:
        drafts = []
        for quote in (QUOTES[0], QUOTES[3], "three weeks after a crane fell into the basin"):
            start = document.text.index(quote)
            text = f"{quote} (as the other version words it)"
            drafts.append(ClaimDraft(start, start + len(quote), quote, text, (Kind.STATUS,)))
        return Split(tuple(drafts), "other 1")


Act = tuple[str, Callable[[Desk], object]]


def _rows(*changes: dict[str, str]) -> str:
    return "".join(json.dumps({**ROWS[number % 2], **change}) + "\n" for number, change in enumerate(changes))


def _again(desk: Desk, **change: str) -> object:
    return add_evidence(desk.ada, [str(desk.file("again.jsonl", _rows(change)))])


def _repair(desk: Desk) -> object:
    return list(examine(desk.ada, repair=True))


def _second(desk: Desk) -> int:
    return next(
        number
        for number in (desk.article + 1, desk.article + 2)
        if desk.ada.database.value("SELECT 1 FROM articles WHERE id = ? AND text = ?", (number, SECOND))
    )


def _signed(desk: Desk) -> int:
    return show_article(desk.ada, _second(desk))[1][0].id


def keep_shared(desk: Desk) -> None:
    words = "Forty ships a week called at Lowick."
    passage = HeldPassage(
        -7, "world/log", 5, 5 + len(words), words, passage_hash("Log", words), "p. 2",
        "world", "a" * 32, "log", "b" * 64, "Log",
    )  # fmt: skip
    source = show_source(desk.ada, "log")[0]
    number = keep(desk.ada, passage, source, claim_id=desk.claim("40 ships").id)
    decide(desk.ada, desk.claim("40 ships").id, number, EvidenceState.ACCEPTED, stance=Stance.SUPPORTS)


ACTS: tuple[Act, ...] = (
    ("setting.change", lambda d: d.ada.set_setting("organisation", "The Lowick Desk")),
    ("setting.change", lambda d: d.ada.set_setting("same_as:Ida Brand", "https://brand.example/")),
    ("setting.change", lambda d: d.ada.set_setting("organisation", None)),
    ("article.add", lambda d: d.add_article(SECOND, SECOND_QUOTES)),
    ("article.deadline", lambda d: set_deadline(d.ada, d.article, date(2022, 3, 1))),
    ("article.date", lambda d: set_published(d.ada, d.article, date(2022, 1, 30))),
    ("review.nothing_found", lambda d: nothing_found(d.ada, d.claim("reopened").id, note="two archives")),
    ("evidence.decide", lambda d: decide(
        d.ada, d.claim("reopened").id, d.passage("log").id, EvidenceState.ACCEPTED, stance=Stance.CONTEXT)),
    ("evidence.decide", lambda d: annotate(d.bo, d.claim("reopened").id, d.passage("log").id, note="page 3")),
    ("evidence.unlink", lambda d: unlink(d.ada, d.claim("reopened").id, d.passage("log").id)),
    ("undo", lambda d: history.undo(d.ada)),
    ("redo", lambda d: history.redo(d.ada)),
    ("evidence.suggest", lambda d: suggest(d.ada, d.claim("reopened").id, d.passage("accounts").id, None, 0.4)),
    ("evidence.link", lambda d: add_link(
        d.ada, d.claim("40 ships").id, "https://ships.example/", "41 ships came", stance=Stance.SUPPORTS)),
    ("undo", lambda d: history.undo(d.ada)),
    ("redo", lambda d: history.redo(d.ada)),
    ("evidence.keep", keep_shared),
    ("source.edit", lambda d: edit_source(d.ada, "log", title="The harbour master's log")),
    ("source.remove", lambda d: remove_source(d.ada, "log")),
    ("undo", lambda d: history.undo(d.ada)),
    ("evidence.add", lambda d: _again(d, text="The repairs cost £3.2m, of which £2.4m was insured.")),
    ("evidence.add", lambda d: add_evidence(d.ada, [str(d.file("other.jsonl", _rows({"id": "new", "title": "N"})))])),
    ("source.remove", lambda d: remove_source(d.bo, "log")),
    ("evidence.add", lambda d: add_evidence(d.ada, [str(d.file("log.jsonl", _rows({}, {})))])),
    ("claim.kinds", lambda d: claim_editing.set_kinds(d.ada, d.claim("Fees").id, (Kind.STATUS, Kind.EVENT))),
    ("scale.add", lambda d: add_own_scale(d.ada, OWN)),
    ("scale.use", lambda d: use_scale(d.ada, "own")),
    ("verdict.verdict", lambda d: review.rate(d.bo, d.claim("Fees").id, "Holds", why="The minutes say so.")),
    ("undo", lambda d: history.undo(d.bo)),
    ("redo", lambda d: history.redo(d.bo)),
    ("scale.use", lambda d: use_scale(d.ada, "politifact")),
    ("review.request_second", lambda d: review.request_second_opinion(d.bo, d.claim("Fees").id, note="sure?")),
    ("verdict.second_opinion", lambda d: review.second_opinion(d.cy, d.claim("Fees").id, "Fails", why="No minutes.")),
    ("review.consent", lambda d: review.settle(
        d.cy, d.claim("Fees").id, "Fails", why="None were kept.", by_consent=True)),
    ("verdict.settlement", lambda d: review.settle(d.ada, d.claim("Fees").id, "Fails", why="There are none.")),
    ("review.publish", lambda d: review.publish(d.ada, d.claim("Fees").id)),
    ("verdict.correction", lambda d: review.correct(d.ada, d.claim("Fees").id, "Holds", why="Found after all.")),
    ("claim.add", lambda d: claim_surgery.add(d.ada, d.article, 0, 6)),
    ("claim.edit", lambda d: claim_editing.edit_wording(d.bo, d.claim("Lowick", d.article).id, "Lowick is reopening")),
    ("claim.move", lambda d: claim_editing.move_edge_by_word(d.bo, d.claim("Lowick", d.article).id, "end", 2)),
    ("claim.speaker", lambda d: claim_editing.set_speaker(d.bo, d.claim("Lowick", d.article).id, "Ida Brand")),
    ("claim.split", lambda d: claim_surgery.split(d.bo, d.claim("Lowick", d.article).id, 8)),
    ("claim.merge", lambda d: claim_surgery.merge_with_next(d.bo, d.claim("Lowick", d.article).id)),
    ("undo", lambda d: history.undo(d.bo, 2)),
    ("claim.remove", lambda d: claim_surgery.remove(d.ada, d.claim("oldest").id)),
    ("claim.restore", lambda d: claim_surgery.restore(
        d.ada, d.ada.database.value("SELECT id FROM claims WHERE quote LIKE '%oldest%'"))),
    ("claim.reanchor", _repair),
    ("article.resplit", lambda d: resplit(d.ada, d.article, splitter=OtherSplitter(models=False))),
    ("undo", lambda d: history.undo(d.ada)),
    ("redo", lambda d: history.redo(d.ada)),
    ("verdict.verdict", lambda d: review.rate(d.bo, _signed(d), "True", why="Counted.")),
    ("article.remove", lambda d: remove_article(d.bo, _second(d))),
    ("article.restore", lambda d: add_document(
        d.ada, Document(SECOND, "", "again.txt", ""), Splitter(models=False))),
    ("article.remove", lambda d: remove_article(d.bo, _second(d))),
    ("setting.change", lambda d: d.ada.set_setting("page_url", "https://desk.example/{article}")),
)  # fmt: skip
"""Each kind of act, in an order in which later ones build on earlier ones."""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    clock = Clock()
    clock.stop(monkeypatch)
    made = Desk(tmp_path, clock)
    made.review_all()
    with made.ada.database.write() as connection:
        # a damaged file: a position has moved away from its quote
        moved = made.claim("oldest").id
        connection.execute('UPDATE claims SET start = start + 2, "end" = "end" + 3 WHERE id = ?', (moved,))
    made.clock.set("2022-02-08")
    yield made
    made.close()


def every_report(desk: Desk, moment: str) -> dict[int | None, bytes]:
    """The report as of a moment: of all articles (None), and of each that it holds."""
    whole = build_report(desk.ada, as_of=moment)
    made: dict[int | None, bytes] = {None: to_json(whole)}
    for entry in whole.articles:
        one = build_report(desk.ada, articles=[entry.article.id], as_of=moment)
        assert one == only(whole, entry.article.id), f"article {entry.article.id} as of {moment}"
        made[entry.article.id] = to_json(one)
    return made


def only(whole: Report, article: int) -> Report:
    """What the report of all says about one article."""
    entry = next(one for one in whole.articles if one.article.id == article)
    everything = (*entry.claims, *entry.dropped)
    claims = {item.claim.id for item in everything}
    events = tuple(e for e in whole.events if e.article_id == article or e.claim_id in claims)
    passages = {link.passage.id for item in everything for link in item.evidence}
    passages |= {piece.passage_id for item in everything for verdict in item.verdicts for piece in verdict.evidence}
    needed = {kept.source.id for kept in whole.sources if any(p.passage.id in passages for p in kept.passages)}
    for _ in whole.sources:
        older = {kept.source.supersedes for kept in whole.sources if kept.source.id in needed}
        needed |= {name for name in older if name is not None}
    return replace(
        whole,
        articles=(entry,),
        events=events,
        told={str(event.id): whole.told[str(event.id)] for event in events},
        sources=tuple(kept for kept in whole.sources if kept.source.id in needed),
        state=State(events[-1].id, events[-1].at, events[-1].hash),
        selection=replace(whole.selection, articles=(article,)),
        agreement=agreement_figures([item.opinions for item in entry.claims]),
    )


def test_a_report_as_of_a_moment_is_the_same_whenever_it_is_made(desk: Desk) -> None:
    made: dict[str, dict[int | None, bytes]] = {}
    done: list[str] = []
    for name, act in ACTS:
        last = desk.ada.database.value("SELECT max(id) FROM events")
        act(desk)
        actions = {row["action"] for row in desk.ada.database.rows("SELECT action FROM events WHERE id > ?", (last,))}
        assert name in actions, f"{name}: {actions}"
        done += actions
        for moment in list(made)[-2:]:
            assert every_report(desk, moment) == made[moment], f"{name} changed the report as of {moment}"
        now = desk.clock.now().isoformat()
        made[now] = every_report(desk, now)
    for moment, before in made.items():
        assert every_report(desk, moment) == before
    # and the acts above are all there are
    pattern = r'"((?:article|claim|evidence|source|review|scale|setting)\.[a-z_]+)"'
    folders = ("services", "store")
    files = [file for folder in folders for file in (PROGRAM / folder).rglob("*.py")]
    known = {name for file in files for name in re.findall(pattern, file.read_text(encoding="utf-8"))}
    known |= {f"verdict.{kind.value}" for kind in VerdictKind} | {"undo", "redo"}
    assert {name for name in known if not name.endswith((".md", ".jsonl"))} <= set(done)


def test_a_report_as_of_a_moment_survives_the_way_through_an_export(desk: Desk, tmp_path: Path) -> None:
    """What is told of a past day is in the trail, so that it comes along into another workspace."""
    moments: dict[str, bytes] = {}
    for name, act in ACTS:
        if name in ("article.remove", "article.restore", "setting.change"):
            continue  # an export holds no removed article, and the settings as they are
        act(desk)
        moment = desk.clock.now().isoformat()
        moments[moment] = to_json(replace(build_report(desk.ada, as_of=moment), settings=Settings()))
    desk.clock.set("2022-03-01")
    export = tmp_path / "all.json"
    export.write_bytes(to_json(build_report(desk.ada)))
    with Workspace.create(tmp_path / "other", reviewer="dee") as other:
        import_report(other, export)
        for moment, before in moments.items():
            assert to_json(replace(build_report(other, as_of=moment), settings=Settings())) == before


def test_an_article_removed_since_is_in_the_report_of_the_day_before(desk: Desk) -> None:
    second = desk.add_article(SECOND, SECOND_QUOTES)
    desk.clock.set("2022-02-09")
    remove_article(desk.ada, second)
    assert [entry.article.id for entry in build_report(desk.ada, articles=[second], as_of="2022-02-08").articles] == [
        second
    ]
    with pytest.raises(NotFoundError, match="there is no article"):
        build_report(desk.ada, articles=[second])
    with pytest.raises(NotFoundError, match=f"article {second} was not in the workspace at 2022-02-09"):
        build_report(desk.ada, articles=[second], as_of="2022-02-09")


def test_splitting_again_is_in_the_history_of_the_article(desk: Desk) -> None:
    resplit(desk.ada, desk.article, splitter=OtherSplitter(models=False))
    lines = [line for line in history.history(desk.ada, article_id=desk.article) if line.action == "article.resplit"]
    assert all(line.article_id == desk.article for line in lines)
    assert any("reworded" in line.words for line in lines)


def test_an_older_trail_that_does_not_name_the_article_of_a_claim_is_read_all_the_same(desk: Desk) -> None:
    """Events are never changed: what an earlier version left out is taken from the claim."""
    desk.clock.set("2022-02-09")
    before = to_json(build_report(desk.ada, articles=[desk.article], as_of="2022-02-08"))
    claim = desk.claim("reopened")
    with desk.ada.database.write() as connection:
        connection.execute("UPDATE claims SET text = 'Later words' WHERE id = ?", (claim.id,))
        record(
            connection,
            reviewer="ada",
            action="article.resplit",
            subject="claims",
            subject_id=claim.id,
            claim_id=claim.id,
            before={"text": claim.text},
            after={"text": "Later words"},
        )
    assert to_json(build_report(desk.ada, articles=[desk.article], as_of="2022-02-08")) == before
    assert "Later words" in history.history(desk.ada, article_id=desk.article)[-1].words


def test_what_was_searched_in_vain_is_no_longer_once_evidence_is_accepted(desk: Desk) -> None:
    claim, passage = desk.claim("reopened"), desk.passage("log")

    def told(as_of: str | None = None) -> bool:
        report = build_report(desk.ada, as_of=as_of)
        return next(item.searched_in_vain for item in report.claims if item.claim.id == claim.id)

    nothing_found(desk.ada, claim.id)
    assert told()
    moment = desk.clock.now().isoformat()
    decide(desk.ada, claim.id, passage.id, EvidenceState.ACCEPTED)
    assert not told()
    assert told(moment), "as of then it was"
    unlink(desk.ada, claim.id, passage.id)
    assert told(), "nothing is accepted any more"
    history.undo(desk.ada)
    nothing_found(desk.ada, claim.id, note="searched once more")
    assert told(), "the note is younger than the evidence"


def test_what_lies_ahead_is_in_no_report(desk: Desk) -> None:
    """It had been told as it stood at the end of a day that is not over, and changed with the next verdict."""
    with pytest.raises(BadInputError, match="lies ahead"):
        build_report(desk.ada, as_of="2999-01-01")
    before = utc_now()
    stood = build_report(desk.ada, as_of=before[:10]).selection.as_of
    assert stood is not None
    assert before <= stood <= utc_now()


def test_a_moment_that_is_none_is_refused(desk: Desk) -> None:
    with pytest.raises(BadInputError, match="--as-of must be a date"):
        build_report(desk.ada, as_of="yesterday")
