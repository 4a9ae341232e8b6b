"""Many at once: claims that are marked, passages that are marked, claims that are hidden, a report seen beforehand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.desk import make_app, review, settle
from tests.tui.test_everywhere import SIZES, text_of
from workbench.domain.evidence import EvidenceState
from workbench.plugins import Exporter
from workbench.services.claims.bulk import drop_claims, set_speakers
from workbench.services.claims.claim_editing import edit_wording
from workbench.services.record import export as exporting
from workbench.services.record import export_formats
from workbench.services.record.bundling import verify
from workbench.services.record.history import undo
from workbench.services.review.blind import list_claims, visible_evidence
from workbench.services.review.review import publish, rate, record_of
from workbench.services.workspace import Workspace
from workbench.tui.dialogs.export import ExportForm
from workbench.tui.widgets.evidence_list import EvidenceList


def claims_of(desk: Path) -> list[tuple[int, str | None]]:
    """The claims in the workspace, with their speakers."""
    with Workspace.open(desk, reviewer="ann") as workspace:
        return [(claim.id, claim.speaker) for claim in list_claims(workspace)]


@SIZES
async def test_marked_claims_are_dropped_by_one_act(desk: Path, size: tuple[int, int]) -> None:
    app = make_app(desk)
    before = claims_of(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("home", "z", "z")
        await settle(pilot)
        assert "2 marked" in text_of(app)
        await pilot.press("D")
        await settle(pilot)
        await pilot.press("y")
        await settle(pilot)
        assert len(claims_of(desk)) == len(before) - 2
        assert not review(app).session.marked
        await pilot.press("u")
        await settle(pilot)
        assert claims_of(desk) == before


async def test_a_range_of_claims_has_one_speaker(desk: Path) -> None:
    app = make_app(desk)
    before = dict(claims_of(desk))
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        await pilot.press("home", "z", "j", "Z")
        await settle(pilot)
        assert len(review(app).session.marked) == 3
        await pilot.press("T")
        await settle(pilot)
        await pilot.press(*"Ida", "enter")
        await settle(pilot)
        assert [name for _, name in claims_of(desk)][:4] == ["Ida", "Ida", "Ida", list(before.values())[3]]
        await pilot.press("u")
        await settle(pilot)
        assert dict(claims_of(desk)) == before


async def test_all_that_a_filter_lists_is_marked_and_escape_takes_the_marks_away(desk: Path) -> None:
    app = make_app(desk)
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        await pilot.press("B")
        await settle(pilot)
        await pilot.press(*"much", "enter")
        await settle(pilot)
        assert "from 0 to 1" in text_of(app)
        app.screen.query_one(Input).value = ".75"
        await pilot.press("enter")
        await settle(pilot)
        listed = [row.claim for row in review(app).session.rows()]
        assert all(claim.checkworthiness >= 0.75 or claim.id == review(app).session.current_id for claim in listed)
        await pilot.press("Z")
        await settle(pilot)
        assert review(app).session.marked == {claim.id for claim in listed}
        await pilot.press("escape")
        await settle(pilot)
        assert not review(app).session.marked
        assert review(app).is_current


@SIZES
async def test_marked_passages_are_decided_about_by_one_key_and_one_undo(desk: Path, size: tuple[int, int]) -> None:
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("j", "j")
        if size[0] < 92:
            await pilot.press("tab")
        await settle(pilot)
        claim = review(app).session.claim
        assert claim is not None
        cards = review(app).query_one(EvidenceList)
        await pilot.press("i", "J", "l")
        await settle(pilot)
        assert [card.marked for card in cards.items] == [True, True, True]
        await pilot.press("K", "K", "i", "s")
        await settle(pilot)
        assert states(desk, claim.id) == {"regulator": "accepted refutes", "later": "accepted refutes"}
        assert not any(card.marked for card in cards.items)
        await pilot.press("u")
        await settle(pilot)
        assert states(desk, claim.id) == {}


def states(desk: Path, claim_id: int) -> dict[str, str]:
    """What was decided about the sources."""
    with Workspace.open(desk, reviewer="ann") as workspace:
        return {
            one.source.id: f"{one.evidence.state.value} {one.evidence.stance.value if one.evidence.stance else ''}"
            for one in visible_evidence(workspace, claim_id)
            if one.evidence.state is not EvidenceState.SUGGESTED
        }


async def test_marks_of_passages_end_with_the_visit(desk: Path) -> None:
    app = make_app(desk)
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        await pilot.press("j", "i", "j", "k")
        await settle(pilot)
        assert not any(card.marked for card in review(app).query_one(EvidenceList).items)


async def test_a_report_is_seen_before_it_is_written(desk: Path, tmp_path: Path) -> None:
    with Workspace.open(desk, reviewer="ann") as workspace:
        one = list_claims(workspace)[0]
        rate(workspace, one.id, "True", why="Counted by hand.", evidence=[])
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("X")
        await settle(pilot)
        await pilot.press("ctrl+o")
        await settle(pilot)
        assert "What would be written" in text_of(app)
        assert "not rated and left out; “the full log” tells them" in " ".join(text_of(app).split())
        assert "--full" not in text_of(app)
        await pilot.press("escape")
        await settle(pilot)
        assert "Export the report" in text_of(app)
    assert not [name for name in os.listdir(desk) if name.startswith("report")]  # noqa: PTH208


async def test_a_bundle_is_written_by_the_form_and_holds_what_it_says(desk: Path) -> None:
    """Chosen among the formats; `verify` finds it whole."""
    with Workspace.open(desk, reviewer="ann") as workspace:
        rate(workspace, list_claims(workspace)[0].id, "True", why="Counted by hand.", evidence=[])
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("X")
        await settle(pilot)
        form = app.screen
        assert isinstance(form, ExportForm)
        at = [name for name, _, _ in form.formats].index("bundle")
        await pilot.press(*["down"] * at, "enter", "enter")
        await settle(pilot)
    written = desk / "report-1.bundle.zip"
    checked = list(verify(written))
    assert checked
    assert not [one for one in checked if one.state == "problem"]


async def test_the_form_offers_the_formats_of_plug_ins(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = Exporter("post[b]", ".post", lambda report: f"{len(report['articles'])} article".encode())
    for room in (exporting, export_formats):
        monkeypatch.setattr(room, "exporters", lambda: [own])
    with Workspace.open(desk, reviewer="ann") as workspace:
        rate(workspace, list_claims(workspace)[0].id, "True", why="Counted by hand.", evidence=[])
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("X")
        await settle(pilot)
        await pilot.press("end")
        await settle(pilot)
        assert "post[b] (plug-in)" in text_of(app)
        await pilot.press("enter", "enter")
        await settle(pilot)
    assert (desk / "report-1.post").read_text() == "1 article"


def test_published_claims_are_left(desk: Path) -> None:
    with Workspace.open(desk, reviewer="ann") as workspace:
        first, second, *_ = list_claims(workspace)
        rate(workspace, first.id, "True", why="Counted.", evidence=[])
        publish(workspace, first.id)
        done = drop_claims(workspace, {first.id: None, second.id: None})
        assert (done.changed, done.left) == (1, 1)
        assert record_of(workspace, first.id).published_at
        undo(workspace)
        named = set_speakers(workspace, {first.id: None, second.id: None}, " Ida  Brand ")
        assert (named.changed, named.left) == (1, 1)


def test_one_that_was_changed_since_stops_all(desk: Path) -> None:
    from workbench.domain.errors import ConflictError

    with Workspace.open(desk, reviewer="ann") as workspace, Workspace.open(desk, reviewer="bo") as other:
        first, second, *_ = list_claims(workspace)
        edit_wording(other, second.id, "Other words")
        with pytest.raises(ConflictError):
            drop_claims(workspace, {first.id: first.version, second.id: second.version})
        assert first.id in {claim.id for claim in list_claims(workspace)}


async def test_words_are_found_as_they_are_typed_and_a_sentence_is_taken_whole(desk: Path) -> None:
    """Letters go into what is found, not into commands; "n" goes on to the next place."""
    app = make_app(desk)
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        await pilot.press("plus", "slash", *"we agr")
        await settle(pilot)
        assert "Find: we agr" in text_of(app)
        await pilot.press("enter")
        await settle(pilot)
        picker = review(app).claims.picker
        article = review(app).session.article
        assert article is not None
        assert article.text[slice(*picker.span)] == "“We" or article.text[slice(*picker.span)].endswith("We")
        await pilot.press("slash", *"line", "enter", "s")
        await settle(pilot)
        assert article.text[slice(*picker.span)].startswith("The line, which carries gas")
        assert article.text[slice(*picker.span)].endswith("completed.")
        await pilot.press("slash", *"the", "enter")
        first = picker.span
        await pilot.press("n")
        await settle(pilot)
        assert picker.span != first
        await pilot.press("slash", *"zebra", "escape", "enter")
        await settle(pilot)
        assert any(claim.start == picker.span[0] for claim in review(app).session.claims)


async def test_a_snippet_of_ones_own_is_put_into_the_reason(desk: Path) -> None:
    app = make_app(desk, snippets={"figures": "By the figures of the office, ", "photo": "The picture is older."})
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("1", "r", *"So: ", "ctrl+t")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press(*"no.", "ctrl+s")
        await settle(pilot)
    with Workspace.open(desk, reviewer="ann") as workspace:
        given = [record_of(workspace, claim.id).standing for claim in list_claims(workspace)]
        [reason] = [one.rationale for one in given if one is not None]
        assert reason.endswith("So: By the figures of the office, no.")


def test_snippets_are_texts() -> None:
    from workbench.domain.errors import BadInputError
    from workbench.tui.commands.registry import snippets_from

    assert snippets_from({}) == {}
    for wrong in ({"snippets": ["a"]}, {"snippets": {"a": 1}}, {"snippets": {"a": " "}}):
        with pytest.raises(BadInputError, match="snippets"):
            snippets_from(wrong)
