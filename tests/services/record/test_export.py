"""Exports of a real workspace: what is told, which state of it, and that nothing is lost on the way back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.reports import sample
from tests.services.desk import SECOND, SECOND_QUOTES, Clock, Desk
from workbench.domain.articles import Attribution, ReviewStatus
from workbench.domain.errors import BadInputError, ConflictError, NotFoundError
from workbench.domain.evidence import EvidenceState, Provenance, Stance
from workbench.domain.standing import Agreement
from workbench.reports import xlsx_format
from workbench.reports.json_format import render as to_json
from workbench.reports.model import Report, ReviewedClaim
from workbench.reports.readers import for_readers
from workbench.services.claims import claim_surgery
from workbench.services.evidence.decisions import add_link, decide
from workbench.services.record import history
from workbench.services.record.asked_days import end_of
from workbench.services.record.export import export, render
from workbench.services.record.export_formats import FORMATS, format_of
from workbench.services.record.import_ import import_report
from workbench.services.record.reporting import build_report
from workbench.services.review import review
from workbench.services.workspace import Workspace


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    clock = Clock()
    clock.stop(monkeypatch)
    made = Desk(tmp_path, clock)
    made.review_all()
    yield made
    made.close()


SAMPLE = replace(sample.REPORT, settings=replace(sample.REPORT.settings, page_url="https://checks.example/x"))


def words_of(content: bytes) -> str:
    """What stands in a file of any format."""
    if content.startswith(b"%PDF"):
        return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())
    if not content.startswith(b"PK"):
        return content.decode()
    with ZipFile(BytesIO(content)) as parts:
        return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


@pytest.mark.parametrize("how", [Attribution.DIRECT, Attribution.PARAPHRASE])
@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("full", [False, True])
def test_no_format_gives_the_outlet_what_somebody_said_whose_name_is_open(
    format_: str, how: Attribution, full: bool
) -> None:
    """A rating of it would be read as one of the newspaper."""
    items = [
        replace(one, claim=replace(one.claim, speaker=None, speaker_alias=None, attribution=how))
        for one in SAMPLE.articles[0].claims
    ]
    report = replace(SAMPLE, articles=(replace(SAMPLE.articles[0], claims=tuple(items), dropped=()),))
    if not full:
        report = for_readers(report)
    made = render(report, format_).content
    text = words_of(made).casefold()
    assert "in its own voice" not in text
    assert "outlet" not in text
    if format_ == "claimreview":
        assert all("author" not in one["itemReviewed"] for one in json.loads(made))


def told(desk: Desk, words: str, **selection: object) -> ReviewedClaim:
    """The claim with these words as a report tells it."""
    report = build_report(desk.ada, **selection)  # type: ignore[arg-type]
    return next(item for item in report.claims if words in item.claim.quote)


def test_a_report_tells_the_verdict_that_stands_and_how_it_came_about(desk: Desk) -> None:
    cost = told(desk, "£2m")
    assert cost.verdict is not None
    assert (cost.verdict.rating, cost.verdict.reviewer) == ("Mostly false", "ada")
    assert [verdict.rating for verdict in cost.verdicts] == ["Mostly false", "False", "False", "Mostly false"]
    assert cost.claim.status is ReviewStatus.PUBLISHED
    assert cost.agreement is Agreement.SETTLED
    assert len(cost.corrections) == 1
    assert [link.evidence.state.value for link in cost.evidence] == ["suggested", "accepted"]
    report = build_report(desk.ada)
    assert {kept.source.id for kept in report.sources} == {"accounts", "log"}
    assert (report.agreement.claims, report.agreement.per_cent) == (1, 0.0)
    assert report.state.last_event == report.events[-1].id


def test_a_source_of_which_it_was_not_noted_how_it_was_found_is_told(desk: Desk) -> None:
    """`found_id` may be empty; the passage behind a verdict must not be lost over it."""
    with desk.ada.database.write() as connection:
        connection.execute("UPDATE sources SET found_id = NULL")
    assert [link.evidence.state.value for link in told(desk, "£2m").evidence] == ["suggested", "accepted"]


def test_the_report_as_it_stood_knows_nothing_of_later_days(desk: Desk) -> None:
    first = told(desk, "£2m", as_of="2022-02-02")
    assert first.verdict is not None
    assert (first.verdict.rating, first.claim.status) == ("Mostly false", ReviewStatus.RATED)
    assert first.agreement is Agreement.SINGLE
    asked = told(desk, "£2m", as_of="2022-02-03T08:00:02+00:00")
    assert asked.claim.status is ReviewStatus.SECOND_OPINION
    settled = told(desk, "£2m", as_of="2022-02-03")
    assert settled.verdict is not None
    assert (settled.verdict.rating, settled.claim.status) == ("False", ReviewStatus.SETTLED)
    assert told(desk, "£2m", as_of="2022-02-04").claim.status is ReviewStatus.PUBLISHED
    assert told(desk, "£2m", as_of="2022-02-06").corrections == ()


def test_wordings_and_evidence_are_those_of_that_day_too(desk: Desk) -> None:
    assert told(desk, "oldest").claim.text == "The harbour of Lowick is the oldest harbour on the coast"
    assert told(desk, "oldest", as_of="2022-02-04").claim.text != told(desk, "oldest").claim.text
    before = told(desk, "£2m", as_of="2022-02-01")
    assert (before.evidence, before.verdicts, before.claim.status) == ((), (), ReviewStatus.OPEN)
    report = build_report(desk.ada, as_of="2022-02-01")
    assert report.sources == ()
    assert {event.at[:10] for event in report.events} == {"2022-02-01"}


def test_a_dropped_claim_is_in_the_report_of_the_day_before(desk: Desk) -> None:
    fees = told(desk, "Fees")
    desk.clock.set("2022-02-08")
    claim_surgery.remove(desk.ada, fees.claim.id)
    quotes = [item.claim.quote for item in build_report(desk.ada).claims]
    assert fees.claim.quote not in quotes
    assert told(desk, "Fees", as_of="2022-02-07").claim.quote == fees.claim.quote


def test_an_undone_verdict_is_told_as_withdrawn_from_that_day_on(desk: Desk) -> None:
    desk.clock.set("2022-02-09")
    history.undo(desk.bo, event_id=_verdict_event(desk, "bo", "True"))
    ships = told(desk, "40 ships")
    assert ships.verdict is None
    assert len(ships.withdrawn) == 1
    assert ships.claim.status is ReviewStatus.OPEN
    then = told(desk, "40 ships", as_of="2022-02-08")
    assert then.verdict is not None
    assert then.withdrawn == ()
    desk.clock.set("2022-02-10")
    history.redo(desk.bo)
    again = told(desk, "40 ships")
    assert again.verdict is not None
    assert again.withdrawn == ()


def _verdict_event(desk: Desk, reviewer: str, rating: str) -> int:
    return next(
        event.id
        for event in build_report(desk.ada).events
        if event.subject == "verdicts" and event.reviewer == reviewer and (event.after or {}).get("rating") == rating
    )


def test_an_article_that_came_later_is_not_there_yet(desk: Desk) -> None:
    desk.clock.set("2022-02-08")
    second = desk.add_article(SECOND, SECOND_QUOTES)
    assert len(build_report(desk.ada).articles) == 2
    assert len(build_report(desk.ada, as_of="2022-02-07").articles) == 1
    with pytest.raises(NotFoundError, match=f"article {second} was not in the workspace yet"):
        build_report(desk.ada, articles=[second], as_of="2022-02-07")


def test_a_report_of_one_article_does_not_change_when_another_does(desk: Desk) -> None:
    before = to_json(build_report(desk.ada, articles=[desk.article]))
    desk.clock.set("2022-02-08")
    second = desk.add_article(SECOND, SECOND_QUOTES)
    review.rate(desk.ada, desk.claim("300 people", second).id, "True", why="Counted.", evidence=[])
    assert to_json(build_report(desk.ada, articles=[desk.article])) == before


def test_claims_can_be_chosen_by_state_and_by_the_day_of_their_verdict(desk: Desk) -> None:
    published = build_report(desk.ada, status=[ReviewStatus.PUBLISHED])
    assert [item.verdict.rating for item in published.claims if item.verdict] == ["Mostly false"]
    assert {kept.source.id for kept in published.sources} == {"accounts", "log"}
    ranged = build_report(desk.ada, since="2022-02-05", until="2022-02-06")
    assert [item.verdict.rating for item in ranged.claims if item.verdict] == ["True", "Unproven"]
    assert {kept.source.id for kept in ranged.sources} == {"log"}
    assert build_report(desk.ada, since="2023-01-01").claims == ()


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_state_gives_the_same_bytes(desk: Desk, format_: str) -> None:
    page = "https://checks.example/harbour"
    first = render(build_report(desk.ada, page_url=page), format_).content
    desk.clock.set("2030-01-01")
    second = render(build_report(desk.bo, page_url=page), format_).content
    assert first == second
    assert first


def test_the_way_back_gives_the_same_claims_evidence_verdicts_and_history(desk: Desk, tmp_path: Path) -> None:
    desk.clock.set("2022-02-08")
    claim_surgery.remove(desk.ada, told(desk, "Fees").claim.id)
    desk.ada.set_setting("organisation", "Lowick Checks")
    written = export(desk.ada, "json", tmp_path / "report.json")
    with Workspace.create(tmp_path / "other", reviewer="dee") as other:
        came = import_report(other, written.path)
        assert came.verdicts == 6
        assert content(build_report(other)) == content(build_report(desk.ada))
        assert to_json(build_report(other, as_of="2022-02-03")) == to_json(build_report(desk.ada, as_of="2022-02-03"))
        assert not other.database.rows("PRAGMA foreign_key_check")
        for table in ("articles", "claims", "sources", "passages", "evidence", "verdicts"):
            assert _rows(other, table) == _rows(desk.ada, table)
        assert other.database.rows("SELECT rowid FROM passages_fts WHERE passages_fts MATCH 'ships'")


def content(report: Report) -> dict[str, object]:
    """What a report tells, without the act that sealed the record when it came in, and the state that follows it."""
    data: dict[str, object] = json.loads(to_json(report))
    events = [event for event in report.events if event.action != "record.seal"]
    told = {str(event.id): report.told[str(event.id)] for event in events}
    return {**data, "state": None, "events": events, "told": told}


def _rows(workspace: Workspace, table: str) -> list[dict[str, object]]:
    """All rows of a table; the bytes that a source was read from stay behind, and so does what names them."""
    rows = workspace.database.connection.tables[table].rows_where(order_by="id")
    return [{**row, "raw_sha256": None} for row in rows]


def test_work_goes_on_after_an_import(desk: Desk, tmp_path: Path) -> None:
    written = export(desk.ada, "json", tmp_path / "report.json")
    with Workspace.create(tmp_path / "other", reviewer="ada") as other:
        import_report(other, written.path)
        ships = next(item for item in build_report(other).claims if "40 ships" in item.claim.quote)
        review.request_second_opinion(other, ships.claim.id)
        assert history.undo(other)
        assert to_json(build_report(other)) != written.path.read_bytes()


def test_an_import_wants_an_empty_workspace(desk: Desk, tmp_path: Path) -> None:
    written = export(desk.ada, "json", tmp_path / "report.json")
    with pytest.raises(BadInputError, match="is not empty"):
        import_report(desk.bo, written.path)


def _claim_moved(data: dict[str, object]) -> None:
    data["articles"][0]["article"]["text"] = "Other words."  # type: ignore[index]


def _claim_twice(data: dict[str, object]) -> None:
    data["articles"][0]["claims"].append(data["articles"][0]["claims"][0])  # type: ignore[index]


def _huge_id(data: dict[str, object]) -> None:
    data["events"][0]["id"] = 2**70  # type: ignore[index]


def _no_time(data: dict[str, object]) -> None:
    data["articles"][0]["claims"][1]["verdicts"][0]["at"] = "soon"  # type: ignore[index]


def _no_number(data: dict[str, object]) -> None:
    data["events"][0]["subject_id"] = "first"  # type: ignore[index]


def _takes_itself_back(data: dict[str, object]) -> None:
    data["events"][-1]["reverses"] = data["events"][-1]["id"]  # type: ignore[index]


def _no_source(data: dict[str, object]) -> None:
    data["sources"] = []


def _ahead(data: dict[str, object]) -> None:
    data["events"][-1]["at"] = "9999-01-01T00:00:00.000Z"  # type: ignore[index]


@pytest.mark.parametrize(
    "spoil", [_ahead, _claim_moved, _claim_twice, _huge_id, _no_source, _no_time, _no_number, _takes_itself_back]
)
def test_an_export_that_contradicts_itself_leaves_the_workspace_empty(
    desk: Desk, tmp_path: Path, spoil: object
) -> None:
    written = export(desk.ada, "json", tmp_path / "report.json")
    data = json.loads(written.path.read_bytes())
    assert callable(spoil)
    spoil(data)
    written.path.write_text(json.dumps(data), encoding="utf-8")
    with Workspace.create(tmp_path / "other", reviewer="dee") as other:
        with pytest.raises(BadInputError, match="contradicts itself"):
            import_report(other, written.path)
        assert not other.database.value("SELECT count(*) FROM articles")
        assert not other.database.value("SELECT count(*) FROM events")


def test_whole_numbers_written_with_a_point_are_whole_numbers(desk: Desk, tmp_path: Path) -> None:
    """JSON has one kind of number, and some programs write 3 as 3.0."""
    written = export(desk.ada, "json", tmp_path / "report.json")
    sound = json.loads(written.path.read_bytes())
    anchor = sound["articles"][0]["claims"][0]["claim"]["anchor"]
    anchor["start"] = float(anchor["start"])
    written.path.write_text(json.dumps(sound), encoding="utf-8")
    with Workspace.create(tmp_path / "other", reviewer="dee") as other:
        import_report(other, written.path)
        assert content(build_report(other)) == content(build_report(desk.ada))


def test_columns_that_an_imported_trail_makes_up_are_never_written(desk: Desk, tmp_path: Path) -> None:
    written = export(desk.ada, "json", tmp_path / "report.json")
    data = json.loads(written.path.read_bytes())
    claim = data["articles"][0]["claims"][0]["claim"]["id"]
    made_up = {"text = 'x'; DROP TABLE claims; --": 1}
    event = {**data["events"][-1], "id": data["events"][-1]["id"] + 1, "action": "claim.edit", "subject": "claims"}
    event |= {"subject_id": str(claim), "claim_id": claim, "reviewer": "dee", "batch": "b", "reverses": None}
    data["events"].append({**event, "before": made_up, "after": made_up})
    written.path.write_text(json.dumps(data), encoding="utf-8")
    with Workspace.create(tmp_path / "other", reviewer="dee") as other:
        import_report(other, written.path)
        with pytest.raises(ConflictError, match="names nothing that could be put back"):
            history.undo(other)
        assert other.database.value("SELECT count(*) FROM claims") == 5


def test_a_missing_or_overlong_export_is_told(desk: Desk, tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "other", reviewer="dee") as other:
        with pytest.raises(BadInputError, match="cannot be read"):
            import_report(other, tmp_path / "none.json")
        sparse = tmp_path / "sparse.json"
        with sparse.open("wb") as file:
            file.truncate(2 * 1024**3)
        with pytest.raises(BadInputError, match="larger than"):
            import_report(other, sparse)


def test_claimreview_is_refused_with_every_claim_and_rule(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="claim 2: E3") as caught:
        export(desk.ada, "claimreview", tmp_path / "report.jsonld")
    assert str(caught.value).count("E3") == 3
    assert not (tmp_path / "report.jsonld").exists()
    written = export(desk.ada, "claimreview", tmp_path / "report.jsonld", page_url="https://checks.example/x")
    assert len(json.loads(written.path.read_bytes())) == 3
    assert any("W12" in note for note in written.notes)
    assert any(note.startswith("left out: ") and "no verdict" in note for note in written.notes)


def test_a_feed_tells_of_what_is_published_alone(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "all.feed.jsonld"
    with pytest.raises(BadInputError, match="claim 2: E3"):
        export(desk.ada, "feed", target)
    desk.ada.set_setting("page_url", "https://checks.example/{article}")
    written = export(desk.ada, "feed", target)
    [item] = json.loads(written.path.read_bytes())["dataFeedElement"]
    assert [one["reviewRating"]["alternateName"] for one in item["item"]] == ["Mostly false"]
    assert written.claims == 1
    assert "2 rated claims are not published and left out." in written.notes
    with pytest.raises(BadInputError, match="no claim of this selection is published"):
        export(desk.ada, "feed", target, status=[ReviewStatus.RATED])


def test_the_page_carries_its_markup_where_its_address_is_known(desk: Desk, tmp_path: Path) -> None:
    plain = export(desk.ada, "html", tmp_path / "plain.html")
    assert b"ld+json" not in plain.path.read_bytes()
    desk.ada.set_setting("page_url", "https://checks.example/x")
    assert b"ld+json" in export(desk.ada, "html", tmp_path / "marked.html").path.read_bytes()
    desk.ada.set_setting("page_url", "nowhere")
    refused = export(desk.ada, "html", tmp_path / "refused.html")
    assert b"ld+json" not in refused.path.read_bytes()
    assert any("E3" in note for note in refused.notes)


def test_a_failed_export_leaves_the_old_file(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.write_text("old")
    house = tmp_path / "house"
    house.mkdir()
    (house / "report.html").write_text("{{ nothing }}")
    with pytest.raises(BadInputError):
        export(desk.ada, "html", target, template=house)
    assert target.read_text() == "old"
    assert not list(tmp_path.glob(".workbench-*"))
    with pytest.raises(BadInputError, match="cannot be written"):
        export(desk.ada, "csv", tmp_path / "no" / "report.csv")


def test_only_readers_formats_take_a_house_style(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="html and markdown"):
        export(desk.ada, "pdf", tmp_path / "report.pdf", template=tmp_path)


@pytest.mark.parametrize("when", ["yesterday", "2022-13-01", "2022-02-30", ""])
def test_a_date_that_is_none_is_told(desk: Desk, when: str) -> None:
    with pytest.raises(BadInputError, match="--as-of must be a date"):
        build_report(desk.ada, as_of=when)


def test_moments_are_utc() -> None:
    assert end_of("2022-02-03", "--as-of") == "2022-02-03T23:59:59.999Z"
    assert end_of("2022-02-03T10:00:00+02:00", "--as-of") == "2022-02-03T08:00:00.000Z"
    assert end_of("2022-02-03T10:00", "--as-of") == "2022-02-03T10:00:00.000Z"


def test_an_unknown_article_is_told(desk: Desk) -> None:
    with pytest.raises(NotFoundError, match="no article 99"):
        build_report(desk.ada, articles=[99])


@pytest.mark.parametrize(
    ("name", "format_"),
    [
        ("a.md", "markdown"), ("a.HTML", "html"), ("a.htm", "html"), ("a.pdf", "pdf"), ("a.docx", "docx"),
        ("a.json", "json"), ("a.csv", "csv"), ("a.xlsx", "xlsx"), ("a.jsonld", "claimreview"),
        ("a.annotations.json", "annotations"), ("a.averitec.json", "averitec"), ("a.txt", None), ("a", None),
        ("a.feed.jsonld", "feed"),
    ],
)  # fmt: skip
def test_a_file_name_says_its_format(name: str, format_: str | None) -> None:
    assert format_of(Path(name)) == format_


def test_an_empty_workspace_has_a_report(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "empty", reviewer="ada") as workspace:
        for format_ in FORMATS:
            if format_ in ("claimreview", "feed", "community-note"):
                with pytest.raises(BadInputError, match="no claim"):
                    render(build_report(workspace), format_)
            else:
                content = render(build_report(workspace), format_).content
                assert bool(content) is (format_ not in ("ris", "bibtex")), "a list of no references is an empty file"


@pytest.mark.parametrize(
    "selection",
    [
        {"status": [ReviewStatus.PUBLISHED]},
        {"since": "2022-02-05", "until": "2022-02-06"},
        {"as_of": "2022-02-03"},
        {"as_of": "2022-01-01"},
        {"status": [ReviewStatus.SECOND_OPINION]},
    ],
    ids=str,
)
def test_an_export_of_a_part_or_of_a_day_comes_in_too(desk: Desk, tmp_path: Path, selection: dict[str, object]) -> None:
    report = build_report(desk.ada, **selection)  # type: ignore[arg-type]
    (tmp_path / "part.json").write_bytes(to_json(report))
    with Workspace.create(tmp_path / "other", reviewer="dee") as other:
        came = import_report(other, tmp_path / "part.json")
        assert came.claims == len(report.claims)
        again = build_report(other)
        assert [item.verdicts for item in again.claims] == [item.verdicts for item in report.claims]
        assert again.articles == report.articles
        assert [event for event in again.events if event.action != "record.seal"] == list(report.events)
        assert not other.database.rows("PRAGMA foreign_key_check")


def test_a_repetition_of_a_claim_elsewhere_loses_only_its_link(desk: Desk, tmp_path: Path) -> None:
    second = desk.add_article(SECOND, SECOND_QUOTES)
    repeated = desk.claim("300 people", second).id
    with desk.ada.database.write() as connection:
        connection.execute("UPDATE claims SET duplicate_of = ? WHERE id = ?", (desk.claim("£2m").id, repeated))
    (tmp_path / "one.json").write_bytes(to_json(build_report(desk.ada, articles=[second])))
    with Workspace.create(tmp_path / "other", reviewer="dee") as other:
        import_report(other, tmp_path / "one.json")
        [item] = build_report(other).claims
        assert (item.claim.id, item.claim.duplicate_of) == (repeated, None)


def test_a_report_says_how_a_passage_came_to_a_claim(desk: Desk) -> None:
    """What the program suggested, a search of the reviewer's found, what was quoted or named: whoever decides later."""
    oldest, cost = desk.claim("oldest"), desk.claim("£2m")
    log, accounts = desk.passage("log").id, desk.passage("accounts").id
    decide(desk.ada, oldest.id, log, EvidenceState.SUGGESTED)
    search, listed = Provenance.SEARCH, Provenance.LIST
    decide(desk.ada, oldest.id, accounts, EvidenceState.ACCEPTED, stance=Stance.SUPPORTS, provenance=search)
    decide(desk.bo, oldest.id, accounts, EvidenceState.ACCEPTED, stance=Stance.REFUTES, provenance=listed)
    add_link(desk.ada, oldest.id, "https://harbour.example/log", "The tide rose.", stance=Stance.SUPPORTS)
    decide(desk.ada, cost.id, log, EvidenceState.ACCEPTED, stance=Stance.CONTEXT)
    text = export(desk.ada, "markdown", desk.folder / "report.md", full=True).path.read_text(encoding="utf-8")
    for said in (
        "chosen by a reviewer, taken up by ada and left undecided",
        "found by a reviewer's own search",
        "found by the program, accepted by a person",
        "quoted by a reviewer",
    ):
        assert text.replace("’", "'").count(said) == 1, said
    assert "suggested by the program" not in text


def test_of_what_was_linked_before_it_was_noted_nothing_is_said(desk: Desk) -> None:
    oldest = desk.claim("oldest")
    decide(desk.ada, oldest.id, desk.passage("log").id, EvidenceState.ACCEPTED, stance=Stance.SUPPORTS)
    with desk.ada.database.write() as connection:
        connection.execute("UPDATE evidence SET provenance = NULL")
    text = export(desk.ada, "markdown", desk.folder / "report.md", full=True).path.read_text(encoding="utf-8")
    assert "chosen by a reviewer" not in text
    assert "a reviewer" not in text.partition("Ship log")[2][:400]


def test_rows_of_a_spreadsheet_lie_in_the_users_own_folder_and_what_a_kill_leaves_goes(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """openpyxl wrote them to the folder for all temporary files, where a kill left them for ever."""
    state = tmp_path / "state"
    monkeypatch.setenv("WORKBENCH_STATE", str(state))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "none"))  # nothing is written there
    left = state / "sheets-killed" / "made"
    left.mkdir(parents=True)
    (left / "Claims.xml").write_text("<row>confidential</row>")
    seen: list[Path] = []
    was = xlsx_format._cell

    def looking(*arguments: object) -> object:
        seen.extend(state.rglob("*.xml"))
        return was(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(xlsx_format, "_cell", looking)
    export(desk.ada, "xlsx", tmp_path / "out.xlsx")
    assert {path.name for path in seen} == {"Claims.xml", "Verdicts.xml", "Evidence.xml", "About.xml"}
    assert list(state.iterdir()) == []
    assert load_workbook(tmp_path / "out.xlsx").sheetnames == ["Claims", "Verdicts", "Evidence", "About"]
