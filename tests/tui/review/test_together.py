"""More than one reviewer: blind opinions, settling, publishing, conflicts, each other's work."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.desk import held, make_app, review, settle
from tests.tui.test_everywhere import SIZES, text_of
from workbench.domain.articles import ReviewStatus
from workbench.domain.evidence import EvidenceState, Stance
from workbench.domain.standing import Agreement
from workbench.services.claims import claim_editing, claim_surgery
from workbench.services.evidence.decisions import decide
from workbench.services.review.blind import visible_claim
from workbench.services.review.presence import heartbeat
from workbench.services.review.review import publish, rate, record_of, request_second_opinion
from workbench.services.review.review import settle as settle_claim
from workbench.services.workspace import Workspace
from workbench.store.evidence import evidence_of
from workbench.tui.app import WorkbenchApp
from workbench.tui.dialogs.rests_on import RestsOnForm
from workbench.tui.dialogs.sheet import Confirm, Tell
from workbench.tui.history.screen import HistoryList, HistoryScreen
from workbench.tui.review import loading
from workbench.tui.widgets.bars import ScaleBar, TitleBar, WordingBar
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.evidence_list import EvidenceList


def shown(widget: TitleBar | WordingBar) -> str:
    """The words of a bar."""
    return "\n".join("".join(words for words, _ in line) for line in widget.lines(200))


def told_in(app: WorkbenchApp) -> str:
    """What was said in passing."""
    return " ".join(str(note.message) for note in app._notifications)


def by(path: Path, name: str) -> Workspace:
    """The workspace in the hands of another reviewer."""
    return Workspace.open(path, reviewer=name)


@SIZES
async def test_the_second_reviewer_judges_blind(desk: Path, size: tuple[int, int]) -> None:
    """Rating, reason and stance of the first are hidden until the second has rated; then agreement is told."""
    with by(desk, "ben") as ben:
        rate(ben, 1, "1", why="Counted only hundreds.")
        request_second_opinion(ben, 1)
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        wording = shown(review(app).query_one(WordingBar))
        assert "judge without seeing" in wording
        assert "hundreds" not in wording
        assert review(app).session.claims[0].rating is None
        await pilot.press("1", "enter")
        await settle(pilot)
        await pilot.press("k")
        await settle(pilot)
        assert "unanimous" in shown(review(app).query_one(WordingBar))


@SIZES
async def test_a_disagreement_is_settled_by_a_third(desk: Path, size: tuple[int, int]) -> None:
    """Y shows both opinions, asks for the rating that stands and why."""
    with by(desk, "ben") as ben:
        rate(ben, 1, "1", why="Counted only hundreds.")
        request_second_opinion(ben, 1)
    with by(desk, "cyd") as cyd:
        rate(cyd, 1, "5", why="Counted thousands.")
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        app.front.work.go_to(1)  # type: ignore[union-attr]
        await settle(pilot)
        assert "opinions differ" in shown(review(app).query_one(WordingBar))
        await pilot.press("Y")
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        await pilot.press(*"Both", "ctrl+s")
        await settle(pilot)
        with by(desk, "ann") as ann:
            record = record_of(ann, 1)
        assert record.status is ReviewStatus.SETTLED
        assert record.standing is not None
        assert (record.standing.rating, record.standing.rationale) == ("Mostly true", "Both")
        await pilot.press("2")
        await settle(pilot)
        assert review(app).session.pending == {}, "what is settled is not rated over"
        assert any("Y settles it again" in told.message for told in app._notifications)
        await pilot.press("Y", "1")  # a third reviewer stays one after having settled
        await settle(pilot)
        await pilot.press(*"Recount", "ctrl+s")
        await settle(pilot)
    with by(desk, "ann") as ann:
        standing = record_of(ann, 1).standing
        assert standing is not None
        assert (standing.rating, standing.rationale) == ("False", "Recount")


async def test_a_unanimous_verdict_is_settled_anew_by_a_third(desk: Path) -> None:
    """Two may be wrong together: what cannot be rated over can be settled, as on the command line."""
    with by(desk, "ben") as ben:
        rate(ben, 1, "1", why="Counted only hundreds.")
        request_second_opinion(ben, 1)
    with by(desk, "cyd") as cyd:
        rate(cyd, 1, "1", why="So did I.")
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        app.front.work.go_to(1)  # type: ignore[union-attr]
        await settle(pilot)
        await pilot.press("Y", "5")
        await settle(pilot)
        await pilot.press(*"Thousands", "ctrl+s")
        await settle(pilot)
    with by(desk, "ann") as ann:
        standing = record_of(ann, 1).standing
        assert standing is not None
        assert standing.rating == "True"


@SIZES
async def test_publishing_asks_then_locks_and_a_correction_is_dated(desk: Path, size: tuple[int, int]) -> None:
    """After P the rating keys refuse; C writes a correction beside the old verdict."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("5", "enter")
        await settle(pilot)
        await pilot.press("k", "P")
        await settle(pilot)
        await pilot.press("y")
        await settle(pilot)
        assert review(app).session.claims[0].status is ReviewStatus.PUBLISHED
        await pilot.press("1")
        assert review(app).session.pending == {}
        await pilot.press("C")
        await settle(pilot)
        await pilot.press("4")
        await settle(pilot)
        await pilot.press(*"Recount", "ctrl+s")
        await settle(pilot)
        assert ", corrected: Recount" in shown(review(app).query_one(WordingBar))
    with by(desk, "ann") as ann:
        record = record_of(ann, 1)
        assert [verdict.rating for verdict in record.verdicts][-1] == "Mostly true"
        assert len(record.verdicts) == 2


@SIZES
async def test_a_newer_change_of_someone_else_is_not_written_over(desk: Path, size: tuple[int, int]) -> None:
    """Both versions are shown, theirs stays."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        with by(desk, "ben") as ben:
            claim_editing.edit_wording(ben, 1, "Ben's wording")
        await pilot.press("e")
        await settle(pilot)
        await pilot.press("end", *" mine", "ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, Tell)
        assert "mine" in app.screen.text
        assert "Ben's wording" in app.screen.text
        await pilot.press("escape")
        await settle(pilot)
        assert review(app).session.claims[0].text == "Ben's wording"


async def test_the_work_of_others_is_seen_without_a_key(desk: Path) -> None:
    """The next look at the database shows a verdict of somebody else, and on which claim they are."""
    app = make_app(desk)
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        app._look()
        await settle(pilot)
        with by(desk, "ben") as ben:
            rate(ben, 2, "2", why="Not any more.")
            heartbeat(ben, "window", 1, 4)
        app._look()
        await settle(pilot)
        rows = review(app).query_one(ClaimList).items
        assert rows[1].claim.rating == "Mostly false"
        assert rows[3].others == ("ben",)


@SIZES
async def test_agreement_is_told_in_numbers(desk: Path, size: tuple[int, int]) -> None:
    """Per cent, kappa and alpha of the reviewers of this article."""
    for name in ("ben", "cyd"):
        with by(desk, name) as one:
            rate(one, 1, "4", why="Counted.")
            if name == "ben":
                request_second_opinion(one, 1)
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("G")
        await settle(pilot)
        assert isinstance(app.screen, Tell)
        assert "100.0" in app.screen.text
        assert "1 unanimous" in app.screen.text


@SIZES
async def test_the_history_tells_who_did_what(desk: Path, size: tuple[int, int]) -> None:
    """h shows the acts, newest first; what was taken back says so; w changes what it is about."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("5", "enter")
        await settle(pilot)
        await pilot.press("u", "h")
        await settle(pilot)
        assert isinstance(app.screen, HistoryScreen)
        lines = app.screen.query_one(HistoryList).items
        assert "took back" in lines[0].words
        assert any(line.undone for line in lines)
        await pilot.press("w")
        await settle(pilot)
        assert app.screen.at == 1
        await pilot.press("escape")
        await settle(pilot)
        assert review(app).session.article_id == 1


async def test_a_published_claim_of_another_session_is_seen_before_rating(desk: Path) -> None:
    """A lock by somebody else is told in a sentence, and nothing is written."""
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        with by(desk, "ben") as ben:
            rate(ben, 1, "2", why="Old figures.")
            publish(ben, 1)
        await pilot.press("5", "enter")
        await settle(pilot)
        assert review(app).session.claims[0].rating == "Mostly false"
    with by(desk, "ann") as ann:
        assert len(record_of(ann, 1).verdicts) == 1


@SIZES
async def test_what_was_changed_while_an_editor_was_open_is_not_written_over(desk: Path, size: tuple[int, int]) -> None:
    """Also where the change has been read meanwhile: an editor's words are about the claim as it was opened."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        app._look()
        await settle(pilot)
        await pilot.press("e")
        await settle(pilot)
        with by(desk, "ben") as ben:
            claim_editing.edit_wording(ben, 1, "Ben's wording")
        app._look()
        await settle(pilot)
        assert review(app).session.claims[0].text == "Ben's wording"
        copied: list[str] = []
        app.copy_to_clipboard = copied.append  # type: ignore[method-assign, assignment]
        await pilot.press("end", *" mine", "ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, Tell)
        assert "mine" in app.screen.text
        assert "origin" not in app.screen.text
        await pilot.press("c", "escape")
        await settle(pilot)
        assert copied == ["Thousands of troops stand on the border mine"]
        assert review(app).session.claims[0].text == "Ben's wording"


async def test_a_rating_that_waited_does_not_replace_one_given_meanwhile(desk: Path) -> None:
    """Both are shown, the cursor is back on the claim, and whoever still wants to rates it again."""
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        app._look()
        await settle(pilot)
        await pilot.press("5")
        with by(desk, "ben") as ben:
            rate(ben, 1, "2", why="Old figures.")
        app._look()
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, Tell)
        await pilot.press("escape")
        await settle(pilot)
        assert (review(app).session.current_id, review(app).session.claims[0].rating) == (1, "Mostly false")
        await pilot.press("5", "enter", "enter")
        await settle(pilot)
    with by(desk, "ann") as ann:
        assert [verdict.rating for verdict in record_of(ann, 1).verdicts] == ["Mostly false", "True"]


@pytest.mark.parametrize("keys", [("5",), ("2",), ("5", "F", *"igures", "ctrl+s"), ("r", *"Mine", "ctrl+s")])
@SIZES
async def test_a_colleagues_verdict_is_not_replaced_without_a_question(
    desk: Path, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    """It is named with who gave it and when; Esc leaves it, Enter once more takes its place and says on which claim."""
    with by(desk, "ben") as ben:
        rate(ben, 1, "2", why="Old figures.")
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        app.front.work.go_to(1)  # type: ignore[union-attr]
        await settle(pilot)
        await pilot.press(*keys)
        await settle(pilot)
        if keys[-1] != "ctrl+s":
            await pilot.press("enter")
            await settle(pilot)
        assert "This claim was rated Mostly false by ben on" in told_in(app)
        with by(desk, "ann") as ann:
            assert [one.reviewer for one in record_of(ann, 1).verdicts] == ["ben"]
        await pilot.press("enter")
        await settle(pilot)
        assert "· 1 “Thousands of troops stand on the border”" in told_in(app)
    with by(desk, "ann") as ann:
        assert [one.reviewer for one in record_of(ann, 1).verdicts] == ["ben", "ann"]


async def test_a_colleagues_verdict_that_has_not_come_yet_is_not_replaced_either(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typed before what is on record was read: it is refused with what stands, and the cursor is on the claim."""
    with by(desk, "ben") as ben:
        rate(ben, 1, "2", why="Old figures.")
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        app.front.work.go_to(2)  # type: ignore[union-attr]
        await settle(pilot)
        review(app).session.records.pop(1, None)
        let_go = held(monkeypatch, loading, "load_linked")
        await pilot.press("k", "2", "enter")
        let_go.set()
        await settle(pilot)
        assert isinstance(app.screen, Tell)
        assert "Old figures." in app.screen.text
        await pilot.press("escape")
        await settle(pilot)
        assert review(app).session.current_id == 1
    with by(desk, "ann") as ann:
        assert [one.reviewer for one in record_of(ann, 1).verdicts] == ["ben"]


@SIZES
async def test_the_verdict_that_another_rating_would_replace_is_named_before_it_is_kept(
    desk: Path, size: tuple[int, int]
) -> None:
    """A key meant for the claim beside it is seen to be on the wrong one; one's own needs no question."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("1", "enter")
        await settle(pilot)
        await pilot.press("k", "2")
        await settle(pilot)
        assert "In place of False. Reason: " in shown(review(app).query_one(WordingBar))
        await pilot.press("1")
        await settle(pilot)
        assert "In place of" not in shown(review(app).query_one(WordingBar))
        await pilot.press("2", "enter")
        await settle(pilot)
    with by(desk, "ann") as ann:
        assert [one.rating for one in record_of(ann, 1).verdicts] == ["False", "Mostly false"]


async def test_a_dialog_is_about_the_claim_it_was_opened_on(desk: Path) -> None:
    """Somebody drops the claim meanwhile: the words are refused, not given to the claim that the cursor falls to."""
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        app._look()
        await settle(pilot)
        before = [claim.text for claim in review(app).session.claims[1:]]
        await pilot.press("e")
        await settle(pilot)
        with by(desk, "ben") as ben:
            claim_surgery.remove(ben, 1)
        app._look()
        await settle(pilot)
        await pilot.press("end", *" mine", "ctrl+s")
        await settle(pilot)
        assert [claim.text for claim in review(app).session.claims] == before


async def test_opinions_that_differ_are_told_apart_in_the_list(desk: Path) -> None:
    """Neither rating stands in the list as if it were settled."""
    with by(desk, "ben") as ben:
        rate(ben, 1, "1", why="Counted only hundreds.")
        request_second_opinion(ben, 1)
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert "◐" in text_of(app)
        assert "opinions differ" not in text_of(app)
        await pilot.press("5", "enter")
        await settle(pilot)
        await pilot.press("k")
        await settle(pilot)
        assert "≠ opinions differ" in text_of(app)
        assert review(app).session.disputed == {1}


async def test_only_a_verdict_is_published(desk: Path) -> None:
    """P on an open claim asks nothing and says why; on a published one the bar says how it is corrected."""
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("P")
        await settle(pilot)
        assert review(app) is app.screen
        assert any("this claim has none" in told.message for told in app._notifications)
        with by(desk, "ben") as ben:
            rate(ben, 1, "2", why="Old figures.")
            publish(ben, 1)
        review(app).work.changed()
        await settle(pilot)
        assert "Mostly false: published and locked. C corrects it" in text_of(app)


@SIZES
async def test_an_act_is_read_in_full_and_names_its_claim(desk: Path, size: tuple[int, int]) -> None:
    """However long its words are; the list says which claim it was about."""
    words = " ".join(f"word{n}" for n in range(90))
    with by(desk, "ann") as ann:
        claim_editing.edit_wording(ann, 1, f"{words} end")
    app = make_app(desk, article_id=None)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("h")
        await settle(pilot)
        assert "ann, claim 1 “Thousands of troops" in text_of(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, Tell)
        assert "word89 end" in app.screen.text
        assert "Claim 1: “Thousands of troops stand on the border”" in app.screen.text


@SIZES
async def test_consent_settles_a_disagreement_of_ones_own(desk: Path, size: tuple[int, int]) -> None:
    """Y asks whether both agree now; the record names both."""
    with by(desk, "ben") as ben:
        rate(ben, 1, "1", why="Counted only hundreds.")
        request_second_opinion(ben, 1)
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("5", "enter")
        await settle(pilot)
        await pilot.press("k", "Y")
        await settle(pilot)
        assert "Do you agree to one rating now?" in text_of(app)
        await pilot.press("y")
        await settle(pilot)
        await pilot.press("3")
        await settle(pilot)
        await pilot.press(*"Met", "ctrl+s")
        await settle(pilot)
        assert "You agree to Half true: settled when" in told_in(app)
        assert "(ann agrees to Half true; Y settles)" in " ".join(shown(review(app).query_one(WordingBar)).split())
    with by(desk, "ben") as ben:
        assert record_of(ben, 1).agreement is Agreement.UNRESOLVED
        assert settle_claim(ben, 1, "3", why="Met.", by_consent=True) is not None
    with by(desk, "ann") as ann:
        standing = record_of(ann, 1).standing
        assert standing is not None
        assert standing.rating == "Half true"
        assert "ann" in standing.rationale
        assert "ben" in standing.rationale


async def test_a_disagreement_is_settled_also_before_its_record_has_come(desk: Path) -> None:
    """On a busy machine the key was told that there are no two opinions."""
    with by(desk, "ben") as ben:
        rate(ben, 1, "1", why="Counted only hundreds.")
        request_second_opinion(ben, 1)
    with by(desk, "cyd") as cyd:
        rate(cyd, 1, "5", why="Counted.")
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("k")
        await settle(pilot)
        review(app).session.records.clear()
        await pilot.press("Y")
        await settle(pilot)
        assert "Settle: which rating stands?" in text_of(app)


async def test_the_last_to_agree_is_told_that_it_is_settled(desk: Path) -> None:
    """It said that others were still to agree."""
    with by(desk, "ben") as ben:
        rate(ben, 1, "1", why="Counted only hundreds.")
        request_second_opinion(ben, 1)
    with by(desk, "ann") as ann:
        rate(ann, 1, "5", why="Counted.")
    with by(desk, "ben") as ben:
        assert settle_claim(ben, 1, "3", why="Met.", by_consent=True) is None
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("k")
        await settle(pilot)
        bar = review(app).query_one(ScaleBar)
        assert bar.given == "True", "where opinions differ one's own is ticked"
        assert "1 to settle" in text_of(app)
        assert "1 second opinion" not in text_of(app)
        await pilot.press("Y")
        await settle(pilot)
        await pilot.press("y")
        await settle(pilot)
        await pilot.press("3")
        await settle(pilot)
        await pilot.press(*"Yes", "ctrl+s")
        await settle(pilot)
        assert "Settled: Half true" in told_in(app)
        assert "You agree to" not in told_in(app)


async def test_undo_of_a_published_verdict_names_the_key_that_corrects(desk: Path) -> None:
    with by(desk, "ann") as ann:
        rate(ann, 1, "1", why="Counted.")
        publish(ann, 1)
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("u")
        await settle(pilot)
        said = " ".join(str(note.message) for note in app._notifications)
        assert "is public and not undone; C on claim 1 corrects it" in said
        assert "workbench review correct" not in said


async def test_undo_goes_on_past_a_publication_when_it_is_pressed_again(desk: Path) -> None:
    with by(desk, "ann") as ann:
        claim_editing.edit_wording(ann, 2, "Worded {anew}")
        rate(ann, 1, "1", why="Counted.")
        publish(ann, 1)
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("u")
        await settle(pilot)
        said = " ".join(str(note.message) for note in app._notifications)
        assert "u again takes back what you did before it: reworded it" in said
        assert "(claim 2)" in said
        await pilot.press("u")
        await settle(pilot)
        said = " ".join(str(note.message) for note in app._notifications)
        assert "Took back: reworded it" in said
        app.clear_notifications()
        await pilot.press("u")
        await settle(pilot)
        said = " ".join(str(note.message) for note in app._notifications)
        assert "is public and not undone" in said, "told anew: what was named has gone"
    with by(desk, "ann") as ann:
        assert record_of(ann, 1).status is ReviewStatus.PUBLISHED
        assert visible_claim(ann, 2).text != "Worded {anew}"


@SIZES
async def test_what_a_published_verdict_rests_on_stays_and_a_correction_chooses(
    desk: Path, size: tuple[int, int]
) -> None:
    """x on a passage that it rests on is refused with the key that corrects; C asks what counts from now on."""
    claim, passage = 3, 1
    with by(desk, "ann") as ann:
        rate(ann, claim, "1", why="No.", evidence=[(passage, Stance.REFUTES)])
        publish(ann, claim)
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("j", "j")
        await settle(pilot)
        assert review(app).session.current_id == claim
        assert review(app).query_one(EvidenceList).items[0].passage.id == passage, "what is relied on stands first"
        review(app).work.view.show_pane("evidence")
        await pilot.press("x")
        await settle(pilot)
        said = told_in(app)
        assert f"rests on passage {passage}" in said
        assert f"C on claim {claim} gives another verdict" in said
        await pilot.press("C")
        await settle(pilot)
        assert isinstance(app.screen, RestsOnForm)
        await pilot.press("space", "ctrl+s")
        await settle(pilot)
        await pilot.press("4")
        await settle(pilot)
        await pilot.press(*"Recount", "ctrl+s")
        await settle(pilot)
        assert "Corrected: Mostly true, resting on no evidence" in told_in(app)
    with by(desk, "ann") as ann:
        record = record_of(ann, claim)
        assert [len(verdict.evidence) for verdict in record.verdicts] == [1, 0]
        assert evidence_of(ann.database, claim)[0].evidence.state is EvidenceState.ACCEPTED


async def test_before_it_is_locked_a_verdict_is_told_with_the_stances_it_was_given_on(desk: Path) -> None:
    """What the link says by now is not what would be published, and so it is refused."""
    with Workspace.open(desk, reviewer="ann") as workspace:
        passage = workspace.database.value("SELECT min(id) FROM passages")
        rate(workspace, 1, "1", why="no", evidence=[(passage, Stance.REFUTES)])
        decide(workspace, 1, passage, EvidenceState.ACCEPTED, stance=Stance.SUPPORTS)
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("k", "P")
        await settle(pilot)
        asked = app.screen
        assert isinstance(asked, Confirm)
        assert "It rests on:\nrefutes · " in asked.question
        assert "supports · " not in asked.question
        await pilot.press("y")
        await settle(pilot)
        assert "as refutes, which is supports by now" in " ".join(str(note.message) for note in app._notifications)
        claim = review(app).session.claim
        assert claim is not None
        assert claim.status is ReviewStatus.RATED
