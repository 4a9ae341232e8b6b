"""The review under the fingers, by keys alone, at three sizes of terminal."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from tests.tui.desk import ARTICLE, add_text, drafts, make_app, review, settle
from workbench.domain.articles import ReviewStatus
from workbench.domain.evidence import EvidenceState, Stance
from workbench.services.review.blind import visible_claim
from workbench.services.review.presence import drafts as kept_drafts
from workbench.services.review.review import publish, rate, record_of
from workbench.services.workspace import Workspace
from workbench.store.evidence import evidence_of
from workbench.tui.app import WorkbenchApp
from workbench.tui.dialogs.reason import WriteText
from workbench.tui.review.finder import Finder
from workbench.tui.review.found_evidence import is_ranked
from workbench.tui.review.reasons import NOTHING_ACCEPTED
from workbench.tui.review.screen import ReviewScreen
from workbench.tui.source.screen import SourceScreen
from workbench.tui.widgets.article_view import ArticleView
from workbench.tui.widgets.bars import ScaleBar, WordingBar
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.evidence_list import EvidenceList, card_lines

SIZES = pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 48)], ids=["80x24", "100x30", "160x48"])
PIPELINE = 3
"""Id of the claim about the pipeline: third in the article."""


def wording(app: WorkbenchApp) -> str:
    """What stands in the wording bar, lines joined."""
    bar = app.screen.query_one(WordingBar)
    return " ".join("".join(words for words, _ in line).strip() for line in bar.lines(bar.size.width))


def opened(path: Path) -> Workspace:
    """The workspace, to look at what was written."""
    return Workspace.open(path, reviewer="ann")


@SIZES
async def test_a_claim_is_judged_in_four_keystrokes(desk: Path, size: tuple[int, int]) -> None:
    """Next claim, accept the first passage, rate, keep: verdict, reason and evidence are in the record."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("j")
        await settle(pilot)
        await pilot.press("j")
        await settle(pilot)
        await pilot.press(*in_sight(size), "s", "1", "enter")
        await settle(pilot)
        assert review(app).session.current_id == PIPELINE + 1, "the next open claim comes by itself"
    with opened(desk) as workspace:
        [verdict] = record_of(workspace, PIPELINE).verdicts
        assert (verdict.rating, verdict.reviewer) == ("False", "ann")
        assert verdict.rationale == "Refuted by Nord Stream AG, 10 Sep 2021."
        assert [cited.source_title for cited in verdict.evidence] == ["Nord Stream 2: construction completed"]
        assert verdict.evidence[0].stance == "refutes"


@SIZES
async def test_when_a_claim_of_a_recording_is_said_stands_below_it(desk: Path, size: tuple[int, int]) -> None:
    with opened(desk) as workspace, workspace.database.write() as connection:
        connection.execute("UPDATE claims SET media_start = 751, media_end = 755.2 WHERE id = 1")
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "claim 1 · 00:12:31–00:12:35 · " in wording(app)
        await pilot.press("j")
        await settle(pilot)
        assert "00:12:31" not in wording(app)


@SIZES
async def test_strong_evidence_suggests_a_rating_which_is_no_verdict(desk: Path, size: tuple[int, int]) -> None:
    """The suggestion stands with its reason until someone has rated; what it says is in no record."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "suggested" not in wording(app)
        await pilot.press("j")
        await pilot.press("j")
        await settle(pilot)
        assert "suggested: False. Refuted by Nord Stream AG, 10 Sep 2021." in wording(app)
        with opened(desk) as workspace:
            assert record_of(workspace, PIPELINE).verdicts == ()
        await pilot.press(*in_sight(size), "x")
        await settle(pilot)
        assert "suggested" not in wording(app), "what the reviewer has rejected suggests nothing"
        await pilot.press("u")
        await settle(pilot)
        assert "suggested" in wording(app)
        await pilot.press("2", "enter", "k")
        await settle(pilot)
        assert review(app).session.current_id == PIPELINE
        assert "suggested" not in wording(app)


@SIZES
async def test_the_claim_is_lit_in_article_list_and_wording_at_once(desk: Path, size: tuple[int, int]) -> None:
    """Moving changes all three together, and brings the evidence of the claim."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for expected in (2, 3):
            await pilot.press("j")
            await settle(pilot)
            screen = review(app)
            row = screen.query_one(ClaimList).current
            wording = screen.query_one(WordingBar).claim
            assert row is not None
            assert wording is not None
            assert (screen.query_one(ArticleView).current_id, row.claim.id, wording.id) == (expected,) * 3
            assert len(screen.query_one(EvidenceList).items) == 3


@SIZES
async def test_undo_and_redo_bring_a_verdict_back_and_forth(desk: Path, size: tuple[int, int]) -> None:
    """The verdict goes, the claim is open again, and comes back."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("4", "enter")
        await settle(pilot)
        assert review(app).session.claims[0].rating == "Mostly true"
        await pilot.press("u")
        await settle(pilot)
        assert review(app).session.claims[0].status is ReviewStatus.OPEN
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert review(app).session.claims[0].rating == "Mostly true"


async def test_escape_drops_a_rating_that_waits(desk: Path) -> None:
    """Nothing is written."""
    app = make_app(desk)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("2")
        assert review(app).query_one(ScaleBar).pending is not None
        await pilot.press("escape")
        await settle(pilot)
        assert review(app).query_one(ScaleBar).pending is None
    with opened(desk) as workspace:
        assert visible_claim(workspace, 1).status is ReviewStatus.OPEN


async def test_a_rating_that_waits_is_still_there_after_a_look_elsewhere(desk: Path) -> None:
    """Going to another claim and back loses nothing."""
    app = make_app(desk)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("2", "j", "k")
        await settle(pilot)
        waiting = review(app).query_one(ScaleBar).pending
        assert waiting is not None
        assert waiting.words == "Mostly false"


@SIZES
async def test_the_reason_is_typed_kept_as_draft_and_given_with_the_verdict(desk: Path, size: tuple[int, int]) -> None:
    """What was typed is in the database before it is kept; Ctrl+S gives the verdict with it."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("3", "r")
        await settle(pilot)
        editor = app.screen
        assert isinstance(editor, WriteText)
        await pilot.press("f7", "delete", *"Counted")
        editor.tell_draft()
        await settle(pilot)
        with opened(desk) as workspace:
            assert kept_drafts(workspace) == {1: "Counted"}
        await pilot.press("ctrl+s")
        await settle(pilot)
    with opened(desk) as workspace:
        [verdict] = record_of(workspace, 1).verdicts
        assert (verdict.rating, verdict.rationale) == ("Half true", "Counted")
        assert kept_drafts(workspace) == {}


async def test_what_is_typed_behind_the_suggested_reason_begins_a_sentence_of_its_own(desk: Path) -> None:
    """And what is kept as it was suggested has no blank behind it."""
    app = make_app(desk)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("3", "r", *"Old.", "ctrl+s")
        await settle(pilot)
        await pilot.press("3", "r", "ctrl+s")
        await settle(pilot)
    with opened(desk) as workspace:
        said = [record_of(workspace, number).verdicts[0].rationale for number in (1, 2)]
    assert said == [f"{NOTHING_ACCEPTED} Old.", NOTHING_ACCEPTED]


async def test_a_rating_given_again_keeps_the_reason_its_reviewer_wrote(desk: Path) -> None:
    """Enter had put the ready reason in the place of the reviewer's own words; another rating begins afresh."""
    app = make_app(desk)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("3", "r", "f7", "delete", *"Counted", "ctrl+s")
        await settle(pilot)
        await pilot.press("k", "3")
        await settle(pilot)
        waiting = review(app).query_one(ScaleBar).pending
        assert waiting is not None
        assert waiting.reason == "Counted"
        await pilot.press("2")
        await settle(pilot)
        waiting = review(app).query_one(ScaleBar).pending
        assert waiting is not None
        assert waiting.reason == NOTHING_ACCEPTED
        await pilot.press("3", "enter")
        await settle(pilot)
    with opened(desk) as workspace:
        assert record_of(workspace, 1).verdicts[-1].rationale == "Counted"


async def test_a_draft_comes_back_in_the_next_session(desk: Path) -> None:
    """Typed, left without keeping, opened again: the words are there."""
    app = make_app(desk)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("3", "r")
        await settle(pilot)
        await pilot.press("f7", "delete", *"Half", "escape")
        await settle(pilot)
    again = make_app(desk)
    async with again.run_test() as pilot:
        await settle(pilot)
        await pilot.press("3")
        waiting = review(again).query_one(ScaleBar).pending
        assert waiting is not None
        assert waiting.reason == "Half"


async def _evidence(app: WorkbenchApp, desk: Path, *keys: str) -> tuple[EvidenceState, Stance | None]:
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j")
        await settle(pilot)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)
    with opened(desk) as workspace:
        [linked] = evidence_of(workspace.database, PIPELINE)
        return linked.evidence.state, linked.evidence.stance


@pytest.mark.parametrize(
    ("keys", "state", "stance"),
    [
        (["a"], EvidenceState.ACCEPTED, Stance.SUPPORTS),
        (["s"], EvidenceState.ACCEPTED, Stance.REFUTES),
        (["d"], EvidenceState.ACCEPTED, Stance.CONTEXT),
        (["f"], EvidenceState.REJECTED, Stance.REFUTES),
        (["f", "f"], EvidenceState.SUGGESTED, Stance.REFUTES),
        (["a", "s", "s"], EvidenceState.ACCEPTED, Stance.REFUTES),
        (["J", "d"], EvidenceState.ACCEPTED, Stance.CONTEXT),
        (["enter", "s"], EvidenceState.ACCEPTED, Stance.REFUTES),
        (["enter", "f", "escape", "f"], EvidenceState.SUGGESTED, Stance.REFUTES),
    ],
    ids=lambda value: "".join(value) if isinstance(value, list) else None,
)
async def test_evidence_is_decided_by_key(desk: Path, keys: list[str], state: EvidenceState, stance: Stance) -> None:
    """Accept, reject, take back, change the stance."""
    assert await _evidence(make_app(desk), desk, *keys) == (state, stance)


@SIZES
async def test_a_note_and_a_pin_stay_with_the_passage(desk: Path, size: tuple[int, int]) -> None:
    """Both are written and shown."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("j", "j")
        await settle(pilot)
        await pilot.press("J", "p")
        await settle(pilot)
        await pilot.press("m")
        await settle(pilot)
        await pilot.press(*"Ask", "ctrl+s")
        await settle(pilot)
        card = review(app).evidence.card
        assert card is not None
        assert card.evidence is not None
        assert (card.evidence.note, card.evidence.pinned) == ("Ask", True)


@SIZES
async def test_own_words_find_evidence_and_escape_brings_the_claims_own_back(desk: Path, size: tuple[int, int]) -> None:
    """The search shows what it found until Esc."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("slash")
        await settle(pilot)
        await pilot.press(*"Germany", "enter")
        await settle(pilot)
        cards = review(app).query_one(EvidenceList)
        assert [card.source.id for card in cards.items] == ["later"]
        await pilot.press("escape")
        await settle(pilot)
        assert list(cards.items) == []


@SIZES
async def test_the_source_opens_at_the_passage(desk: Path, size: tuple[int, int]) -> None:
    """Enter opens it, Esc comes back."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("j", "j")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, SourceScreen)
        text = app.screen.query_one("#text")
        assert "The laying of the last pipe" in text.text[text.span[0] : text.span[1]]  # type: ignore[attr-defined]
        await pilot.press("escape")
        await settle(pilot)
        assert review(app).session.current_id == PIPELINE


async def test_predictions_are_listed_but_not_rated(desk: Path) -> None:
    """A rating key says why, and writes nothing."""
    app = make_app(desk)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "j", "j", "j", "1")
        await settle(pilot)
        assert review(app).session.current_id == 6
        assert review(app).session.pending == {}
        assert "listed, not rated" in review(app).query_one(ScaleBar).note


async def test_the_enter_after_a_refused_rating_does_nothing_else(desk: Path) -> None:
    """A hand that goes on does not find itself in the text of a source; the next Enter opens it again."""
    with opened(desk) as workspace:
        rate(workspace, PIPELINE, "1", why="It was completed.")
        publish(workspace, PIPELINE)
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        review(app).work.go_to(PIPELINE)
        await settle(pilot)
        await pilot.press("1", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ReviewScreen)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, SourceScreen)


async def test_the_filter_lists_what_is_wanted_and_is_there_again_next_time(desk: Path) -> None:
    """Only rated claims; the next session still lists only those."""
    app = make_app(desk)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("1", "enter")
        await settle(pilot)
        await pilot.press("F")
        await settle(pilot)
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        assert app.saved.filter.states == "rated"
    again = make_app(desk)
    async with again.run_test() as pilot:
        await settle(pilot)
        statuses = {row.claim.status for row in review(again).query_one(ClaimList).items}
        assert ReviewStatus.RATED in statuses


async def test_the_order_changes_to_most_worth_checking_first(desk: Path) -> None:
    """The scores descend."""
    app = make_app(desk)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("w")
        await settle(pilot)
        scores = [row.claim.checkworthiness for row in review(app).query_one(ClaimList).items]
        assert scores == sorted(scores, reverse=True)


@SIZES
async def test_nothing_found_is_in_the_record(desk: Path, size: tuple[int, int]) -> None:
    """The note is an act of the history."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("N")
        await settle(pilot)
    with opened(desk) as workspace:
        from workbench.services.review.review import record_of

        assert record_of(workspace, 1).nothing_found_by == "ann"


async def test_the_article_comes_back_at_its_scroll_offset(desk: Path) -> None:
    """Scrolled away, left, opened again: the same line stands at the top; acts of others do not move it."""
    text = "\n\n".join([ARTICLE, *(f"Paragraph {n} of a long report, with nothing to check." for n in range(80))])
    with opened(desk) as workspace:
        article_id = add_text(workspace, text, "A long report", drafts(text))
    app = make_app(desk, article_id=article_id)
    async with app.run_test(size=(160, 30)) as pilot:
        await settle(pilot)
        await pilot.press("j")
        await settle(pilot)
        article = review(app).query_one(ArticleView)
        article.scroll_to(y=57, animate=False)
        await settle(pilot)
        review(app).work.changed()
        await settle(pilot)
        assert article.scroll_offset.y == 57
        here = review(app).session.current_id
    again = make_app(desk, article_id=article_id)
    async with again.run_test(size=(160, 30)) as pilot:
        await settle(pilot)
        article = review(again).query_one(ArticleView)
        assert (review(again).session.current_id, article.scroll_offset.y) == (here, 57)
        place = article.place
    narrow = make_app(desk, article_id=article_id)
    async with narrow.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("shift+tab")
        await settle(pilot)
        article = review(narrow).query_one(ArticleView)
        assert article.place <= place < article.place + 160, "another width, the same words"
        await pilot.press("j")
        await settle(pilot)
        assert article.scroll_offset.y < 20, "the next claim is scrolled to"


@SIZES
async def test_the_stance_model_puts_passages_in_order_until_told_otherwise(desk: Path, size: tuple[int, int]) -> None:
    """The title says "reranked" until R; then the order is the search's, and the next session keeps the choice."""
    app = make_app(desk)
    app.finder.reranks = True  # type: ignore[attr-defined]
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("j", "j")
        await settle(pilot)
        pane = review(app).query_one("#evidence-pane")
        cards = review(app).query_one(EvidenceList)
        assert "reranked" in str(pane.border_title)
        assert [card.source.id for card in cards.items] == ["later", "regulator", "notice"]
        await pilot.press("R")
        await settle(pilot)
        assert "reranked" not in str(pane.border_title)
        assert [card.source.id for card in cards.items] == ["notice", "regulator", "later"]
    again = make_app(desk)
    assert (again.saved.ranked, again.finder.ranked) == (False, False)


async def test_what_is_loaded_is_said_in_the_evidence_pane(desk: Path) -> None:
    """While the models load, the pane names each; the keys go on working."""
    going = threading.Event()

    def slow(_: Workspace) -> None:
        going.wait(20)

    app = make_app(desk)
    app.finder.steps = [("Loading the encoder …", slow)]  # type: ignore[attr-defined]
    async with app.run_test(size=(160, 48)) as pilot:
        try:
            while "Loading the encoder" not in review_words(app):
                await pilot.pause()
            await pilot.press("j")
            assert review(app).session.current_id == 2
        finally:
            app.finder.steps = []  # type: ignore[attr-defined]
            going.set()
        await settle(pilot)
        assert "Loading" not in review_words(app)


def review_words(app: WorkbenchApp) -> str:
    """What the evidence pane says in place of cards."""
    screen = app.front
    return screen.query_one(EvidenceList).note if screen is not None and screen.is_mounted else ""


class Absent(Finder):
    """A finder on a machine without the stance model."""

    def _load_reranker(self, _: Workspace) -> None:
        self._lack = "The stance model is missing."


def test_without_the_stance_model_the_search_decides_and_one_line_says_so(desk: Path) -> None:
    """Nothing is lost but the order; switched off, nothing is said."""
    finder = Absent()
    with opened(desk) as workspace:
        claim = visible_claim(workspace, PIPELINE)
        result = finder.ranked_hits(workspace, claim)
        assert [hit.source.id for hit in result.hits]
        assert not is_ranked(result)
        assert result.note.endswith("The stance model is missing. The order is that of the search.")
        assert "missing" not in finder.hits(workspace, claim).note


def test_the_shipped_stance_model_orders_what_was_found(desk: Path) -> None:
    """Every step of loading is done once; hits carry their score; what was found is not searched twice."""
    finder = Finder()
    with opened(desk) as workspace:
        claim = visible_claim(workspace, PIPELINE)
        for _, step in finder.to_load():
            step(workspace)
        assert finder.to_load() == []
        result = finder.ranked_hits(workspace, claim)
        assert is_ranked(result)
        assert not is_ranked(finder.hits(workspace, claim))
        assert finder.ranked_hits(workspace, claim) is result
        finder.forget()
        assert finder.ranked_hits(workspace, claim) is not result


@SIZES
async def test_the_title_of_a_source_is_always_seen(desk: Path, size: tuple[int, int]) -> None:
    """A row of a table means nothing without it: the day, then the age give way where there is no room for all."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("j", "j")
        await settle(pilot)
        cards = review(app).query_one(EvidenceList)
        for width in (30, 38, 46, 100):
            for card, day in zip(cards.items, ("10 Sep 2021", "16 Nov 2021", "22 Feb 2022"), strict=True):
                lines = ["".join(words for words, _ in line) for line in card_lines(card, width, False)]
                assert any(card.source.title[: width - 8] in line for line in lines[1:4])
                assert sum(day in line for line in lines[:4]) == 1 or width < 60
                assert max(map(len, lines)) <= width


async def test_a_rating_without_evidence_says_so(desk: Path) -> None:
    """Nothing accepted: the reason of a step of the scale and that of "unproven" are not the same."""
    app = make_app(desk)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("4")
        assert chosen_reason(app) == "Judged without evidence from the collection."
        await pilot.press("0")
        assert chosen_reason(app) == "No evidence found that settles it."


@SIZES
async def test_undo_goes_to_the_claim_whose_act_it_takes_back(desk: Path, size: tuple[int, int]) -> None:
    """After a verdict the next claim is there; `u` brings the one before back, so that it can be judged again."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("1", "enter")
        await settle(pilot)
        assert review(app).session.current_id == 2
        await pilot.press("u")
        await settle(pilot)
        assert review(app).session.current_id == 1
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert review(app).session.claim.rating == "False"  # type: ignore[union-attr]


async def test_a_place_scrolled_to_by_hand_survives_another_width(desk: Path) -> None:
    """The claim under the cursor is out of sight: the words that were read stay. In sight, it stays in sight."""
    text = f"{ARTICLE}\n\n" + "\n\n".join(f"Paragraph {n} says nothing much, at some length." for n in range(200))
    with opened(desk) as workspace:
        article_id = add_text(workspace, text, "A long report", drafts(text))
    app = make_app(desk, article_id=article_id)
    async with app.run_test(size=(160, 30)) as pilot:
        await settle(pilot)
        await pilot.press("j")
        await settle(pilot)
        article = review(app).query_one(ArticleView)
        for size in ((100, 30), (160, 40)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            claim = review(app).session.claim
            assert claim is not None
            assert article.place <= claim.start, "in sight"
        article.scroll_to(y=60, animate=False)
        await settle(pilot)
        place = article.place
        assert place > len(ARTICLE)
        for size in ((100, 30), (80, 24), (160, 40)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            review(app).view.show_pane("article")
            await settle(pilot)
            assert article.place <= place < article.place + 160, size


def in_sight(size: tuple[int, int]) -> list[str]:
    """The key that brings the evidence to the front where one pane is shown at a time."""
    return ["tab"] if size[0] < 92 else []


def chosen_reason(app: WorkbenchApp) -> str:
    """The reason that Enter would sign."""
    chosen = review(app).query_one(ScaleBar).pending
    assert chosen is not None
    return chosen.reason
