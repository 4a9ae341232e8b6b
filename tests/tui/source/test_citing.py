"""Which words of a passage are cited: underlined on the card and in its source, chosen with the arrows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.desk import make_app, review, settle
from workbench.domain.anchors import Span
from workbench.domain.evidence import EvidenceState
from workbench.services.review.review import rate, record_of, request_second_opinion
from workbench.services.review.review import settle as settle_claim
from workbench.services.workspace import Workspace
from workbench.store.evidence import evidence_of
from workbench.tui.app import WorkbenchApp
from workbench.tui.source.citing import cite_less, cite_more, cite_next, cite_previous
from workbench.tui.text.wrapping import marked_within
from workbench.tui.widgets.evidence_list import EvidenceList
from workbench.tui.widgets.painted import Painted

TEXT = "Pipes lie there. The last was laid on 10 September 2021. It was welded that night. Gas is not flowing yet."
SENTENCES = [Span(0, 16), Span(17, 56), Span(57, 82), Span(83, 106)]


@pytest.fixture
def long_desk(desk: Path) -> Path:
    """The desk, the passage of its first source four sentences long."""
    with Workspace.open(desk, reviewer="ann") as workspace, workspace.database.write() as connection:
        connection.execute("UPDATE sources SET text = ? WHERE id = 'notice'", (TEXT,))
        connection.execute(
            "UPDATE passages SET text = ?, start = 0, \"end\" = ? WHERE source_id = 'notice'", (TEXT, len(TEXT))
        )
    return desk


def underlined(painted: Painted) -> str:
    """The words that are underlined and not marked otherwise, as they are drawn."""
    lines = (
        "".join(one.text for one in painted.render_line(y) if one.style is not None and one.style.underline)
        for y in range(painted.size.height)
    )
    return " ".join(" ".join(lines).split())


def on_source(app: WorkbenchApp) -> str:
    return underlined(app.screen.query_one("SourceText", Painted))


def test_the_arrows_go_from_sentence_to_sentence_and_take_more_or_less() -> None:
    first, second, third, last = SENTENCES
    assert cite_next(SENTENCES, None) == first
    assert cite_next(SENTENCES, first) == second
    assert cite_next(SENTENCES, last) == last
    assert cite_previous(SENTENCES, None) == last
    assert cite_previous(SENTENCES, second) == first
    assert cite_previous(SENTENCES, first) == first
    assert cite_more(SENTENCES, second) == Span(second.start, third.end)
    assert cite_more(SENTENCES, last) == last
    assert cite_more(SENTENCES, Span(first.start, third.end)) is None
    assert cite_more(SENTENCES, None) is None
    assert cite_less(SENTENCES, Span(second.start, last.end)) == Span(second.start, third.end)
    assert cite_less(SENTENCES, second) == second
    assert cite_less(SENTENCES, None) == Span(first.start, third.end)
    # words of one's own within a sentence
    assert cite_next(SENTENCES, Span(20, 30)) == third
    assert cite_previous(SENTENCES, Span(20, 30)) == first
    assert cite_more(SENTENCES, Span(20, 30)) == Span(second.start, third.end)
    # a span that runs over two
    assert cite_next(SENTENCES, Span(20, 60)) == last


@pytest.mark.parametrize(
    "lit", [None, (0, 5, "cited"), (3, 9, "read"), (7, 12, "cited"), (-3, 99, "read"), (20, 30, "read")]
)
def test_words_that_are_cited_and_marked_are_drawn_once(lit: tuple[int, int, str] | None) -> None:
    parts = marked_within("Gas flows on", 0, 12, [(4, 9), (10, 12)], lit)
    assert "".join(words for words, _ in parts) == "Gas flows on"
    assert "".join(words for words, style in parts if style == "mark") == "flowson"


async def test_the_words_that_are_cited_are_underlined_and_go_into_the_verdict(long_desk: Path) -> None:
    app = make_app(long_desk)
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "V")
        await settle(pilot)
        assert on_source(app).replace("complet", "") == on_source(app), "the words that matched alone"
        await pilot.press("right", "right")
        await settle(pilot)
        assert "The last was laid on 10 September 2021." in on_source(app)
        assert "Gas" not in on_source(app)
        await pilot.press("shift+right")
        await settle(pilot)
        assert "It was welded that night." in on_source(app)
        await pilot.press("shift+left", "s", "escape")
        await settle(pilot)
        assert "The last was laid on 10 September 2021." in underlined(app.screen.query_one(EvidenceList))
        await pilot.press("1", "enter")
        await settle(pilot)
    with Workspace.open(long_desk, reviewer="ann") as workspace:
        given = record_of(workspace, 3).standing
        assert given is not None
        assert [piece.words for piece in given.evidence] == ["The last was laid on 10 September 2021."]
        assert [piece.quote for piece in given.evidence] == [TEXT]


async def test_the_arrows_work_on_the_card_and_can_be_taken_back(long_desk: Path) -> None:
    app = make_app(long_desk)
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "left", "left")
        await settle(pilot)
        card = review(app).evidence.card
        assert card is not None
        assert card.words == "It was welded that night."
        assert card.state is EvidenceState.SUGGESTED, "choosing words accepts nothing"
        await pilot.press("u")
        await settle(pilot)
        card = review(app).evidence.card
        assert card is not None
        assert card.words == "Gas is not flowing yet."
        await pilot.press("V", "w")
        await settle(pilot)
        assert "cites all 4 sentences" in "".join(app.screen.query_one("TitleBar").render_line(0).text)
    with Workspace.open(long_desk, reviewer="ann") as workspace:
        [item] = evidence_of(workspace.database, 3)
        assert item.evidence.cited == Span(0, len(TEXT))


async def test_the_publish_dialog_quotes_the_words_that_the_verdict_cites(long_desk: Path) -> None:
    app = make_app(long_desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "right", "right", "s", "1", "enter")
        await settle(pilot)
        review(app).work.go_to(3)
        await settle(pilot)
        await pilot.press("P")
        await settle(pilot)
        said = " ".join(str(one.render()) for one in app.screen.query("Static"))
        assert "“The last was laid on 10 September 2021.”" in " ".join(said.split())
        assert "Pipes lie there" not in said
        assert "cited whole" not in said


async def test_the_publish_dialog_says_how_a_passage_that_is_cited_whole_is_narrowed(long_desk: Path) -> None:
    app = make_app(long_desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "s", "1", "enter")
        await settle(pilot)
        review(app).work.go_to(3)
        await settle(pilot)
        await pilot.press("P")
        await settle(pilot)
        said = " ".join(str(one.render()) for one in app.screen.query("Static"))
        assert "cited whole: → and ← on its card choose a sentence" in " ".join(said.split())


async def test_what_is_settled_is_told_to_be_settled_again_and_not_rated(long_desk: Path) -> None:
    """A rating key is refused there: the dialog, and the card whose words were chosen, name the key that works."""
    app = make_app(long_desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "s", "1", "enter")
        await settle(pilot)
    with Workspace.open(long_desk, reviewer="ann") as workspace:
        request_second_opinion(workspace, 3)
    with Workspace.open(long_desk, reviewer="ben") as workspace:
        rate(workspace, 3, "2", why="Nearly.")
    with Workspace.open(long_desk, reviewer="cyd") as workspace:
        settle_claim(workspace, 3, "1", why="The page says so.")
    app = make_app(long_desk, "cyd")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        review(app).work.go_to(3)
        await settle(pilot)
        await pilot.press("P")
        await settle(pilot)
        said = " ".join(" ".join(str(one.render()) for one in app.screen.query("Static")).split())
        assert "cited whole: → and ← on its card choose a sentence, and Y settles it again, on that." in said
        await pilot.press("n", "right")
        await settle(pilot)
        told = " ".join(str(note.message) for note in app._notifications)
        assert "The settlement stays as it was made; Y settles it again, on this." in told


async def test_a_passage_of_one_sentence_is_cited_whole(desk: Path) -> None:
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "right")
        await settle(pilot)
        assert any("is cited whole" in told.message for told in app._notifications)
    with Workspace.open(desk, reviewer="ann") as workspace:
        assert not evidence_of(workspace.database, 3)
