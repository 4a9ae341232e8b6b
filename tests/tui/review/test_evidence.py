"""Evidence by hand: searching with dates and publishers, links, what is relied on first, citing, faults."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from tests.tui.desk import SOURCES, make_app, review, settle
from tests.tui.test_everywhere import SIZES, text_of
from workbench.domain.articles import Claim
from workbench.domain.evidence import EvidenceState, Provenance, SearchResult
from workbench.services.review.review import record_of
from workbench.services.workspace import Workspace
from workbench.store.evidence import evidence_of
from workbench.tui.app import WorkbenchApp
from workbench.tui.dialogs.forms import SearchForm, Wanted
from workbench.tui.dialogs.sheet import Confirm
from workbench.tui.source.screen import SourceScreen
from workbench.tui.widgets.evidence_list import EvidenceList


def sources(app: WorkbenchApp) -> list[str]:
    """The sources of the cards, in order."""
    return [card.source.id for card in review(app).query_one(EvidenceList).items]


@SIZES
async def test_a_search_is_there_again_when_it_is_changed(desk: Path, size: tuple[int, int]) -> None:
    """Words, dates and publisher stand in the form; the title of the pane says what was asked for."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "slash")
        await settle(pilot)
        await pilot.press(*"pipe", "tab", *"2021-09-01", "tab", *"2021-12-31", "tab", *"Nord", "enter")
        await settle(pilot)
        title = str(review(app).query_one("#evidence-pane").border_title)
        assert title.startswith("Evidence for “pipe”, since 1 Sep 2021, until 31 Dec 2021, Nord")
        await pilot.press("slash")
        await settle(pilot)
        assert isinstance(app.screen, SearchForm)
        typed = [field.value for field in app.screen.query(Input)]
        assert typed == ["pipe", "2021-09-01", "2021-12-31", "Nord", "", ""]


@SIZES
async def test_dates_alone_are_asked_of_the_claims_own_words(desk: Path, size: tuple[int, int]) -> None:
    """A search without words goes by the claim's; without anything the claim's own evidence is back."""
    app = make_app(desk)
    asked: list[Wanted] = []

    def words(_: Workspace, wanted: Wanted, day: date | None) -> SearchResult:
        asked.append(wanted)
        return SearchResult(wanted.words, (), 0, 3)

    app.finder.words = words  # type: ignore[method-assign, assignment]
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "slash")
        await settle(pilot)
        await pilot.press("tab", "tab", *"2022-01-01", "enter")
        await settle(pilot)
        claim = review(app).session.claim
        assert claim is not None
        assert [(one.words, one.before) for one in asked] == [(claim.text, date(2022, 1, 1))]
        assert str(review(app).query_one("#evidence-pane").border_title).startswith("Evidence, until 1 Jan 2022")
        await pilot.press("slash")
        await settle(pilot)
        for field in app.screen.query(Input):
            field.value = ""
        await pilot.press("enter")
        await settle(pilot)
        assert len(sources(app)) == 3


async def test_how_a_passage_came_before_the_reviewer_is_kept_with_it(desk: Path) -> None:
    """The program's own list and a search with own words are told apart, whichever the claim."""
    app = make_app(desk)
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "a")
        await settle(pilot)
        claim = review(app).session.claim
        assert claim is not None
        listed = {card.passage.id for card in review(app).query_one(EvidenceList).items}
        evidence = review(app).session.evidence
        assert {evidence.provenance(claim, passage) for passage in listed} == {Provenance.LIST}
        evidence.own[claim.id] = (Wanted("pipe"), SearchResult("pipe", (), 0, 3))
        assert {evidence.provenance(claim, passage) for passage in listed} == {Provenance.LIST}
        assert evidence.provenance(claim, max(listed) + 1) is Provenance.SEARCH
    with Workspace.open(desk, reviewer="ada") as workspace:
        kept = [item.evidence.provenance for item in evidence_of(workspace.database, claim.id)]
    assert Provenance.LIST in kept
    assert Provenance.SEARCH not in kept


async def test_a_search_shows_what_it_found_and_nothing_else(desk: Path) -> None:
    """What was accepted before stays with the claim; it is no answer to other words."""
    app = make_app(desk)
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "a")
        await settle(pilot)
        await pilot.press("slash")
        await settle(pilot)
        await pilot.press(*"Germany", "enter")
        await settle(pilot)
        assert sources(app) == ["later"]
        await pilot.press("escape")
        await settle(pilot)
        assert sources(app)[0] == "notice"


@SIZES
async def test_a_link_is_under_the_cursor_as_soon_as_it_is_there(desk: Path, size: tuple[int, int]) -> None:
    """With its quotation, its date and its stance, however much the search has found; undo takes it off."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "L")
        await settle(pilot)
        app.screen.query_one(TextArea).text = "Not a metre was laid in 2021."
        await pilot.press(
            *"https://example.org/a", "tab", "tab", *"Log", "tab", *"Captain", "tab", *"2021-12-31", "tab"
        )
        await pilot.press("s", "enter")
        await settle(pilot)
        card = review(app).evidence.card
        assert card is not None
        assert (card.passage.text, card.state, card.stance[0]) == (
            "Not a metre was laid in 2021.",
            EvidenceState.ACCEPTED,
            "supports",
        )
        assert card.source.published == date(2021, 12, 31)
        await pilot.press("u")
        await settle(pilot)
        assert len(sources(app)) == 3


async def test_what_is_relied_on_stands_first_at_the_next_visit(desk: Path) -> None:
    """Nothing moves under the reader; later what was pinned comes first, then what was accepted, rejected last."""
    app = make_app(desk)
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "x", "J", "J", "a")
        await settle(pilot)
        assert sources(app) == [key for key, *_ in SOURCES]
        await pilot.press("k", "j")
        await settle(pilot)
        assert sources(app) == ["later", "regulator", "notice"]


@SIZES
async def test_a_search_that_fails_is_told_and_the_claim_can_be_rated(
    desk: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch, forgiven: list[BaseException]
) -> None:
    """A fault of ours in searching or judging takes neither the screen nor the verdict away."""
    app = make_app(desk)

    def hits(_: Workspace, claim: Claim) -> SearchResult:
        raise ZeroDivisionError("float division by zero")

    monkeypatch.setattr(app.finder, "hits", hits)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("tab")
        await settle(pilot)
        assert "The search failed (ZeroDivisionError" in text_of(app)
        await pilot.press("5", "enter")
        await settle(pilot)
    with Workspace.open(desk, reviewer="ann") as workspace:
        assert record_of(workspace, 1).standing is not None
    assert {type(fault) for fault in forgiven} == {ZeroDivisionError}
    forgiven.clear()


@SIZES
async def test_an_empty_pane_says_what_can_be_done(desk: Path, size: tuple[int, int]) -> None:
    """In whole words at every size, with the keys as they are bound now."""
    app = make_app(desk, keys={"add_link": "f9"})
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        review(app).view.show_pane("evidence")
        await settle(pilot)
        shown = " ".join(text_of(app).replace("│", " ").split())
        assert "Nothing close was found." in shown
        for words in ("your own words", "F9 adds a link", "N notes that nothing was found"):
            assert all(word in shown for word in words.split()), words


@SIZES
async def test_that_nothing_found_is_close_is_told_beside_what_was_found(
    desk: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where one pane is shown at a time, and the frame has no room for it."""
    app = make_app(desk)
    real = app.finder.hits

    def hits(workspace: Workspace, claim: Claim) -> SearchResult:
        return replace(real(workspace, claim), close=0, note="nothing close found")

    monkeypatch.setattr(app.finder, "hits", hits)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("j", "j")
        await settle(pilot)
        shown = text_of(app)
        assert "none close" in shown or "nothing close found" in shown


@SIZES
@pytest.mark.parametrize("where", ["cards", "source"])
async def test_a_citation_is_copied_and_an_address_opened_after_asking(
    desk: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], where: str
) -> None:
    """From the cards and from the text of the source; nothing leaves the machine unasked, and no address is told."""
    source = ["V"] if where == "source" else []
    app = make_app(desk)
    copied: list[str] = []
    went: list[str] = []
    monkeypatch.setattr(app, "copy_to_clipboard", copied.append)
    monkeypatch.setattr(app, "open_url", lambda url: went.append(url))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("j", "j")
        await settle(pilot)
        await pilot.press(*source, "c")
        await settle(pilot)
        assert isinstance(app.front, SourceScreen) == bool(source)
        assert "Nord Stream AG" in copied[0]
        assert "10 Sep 2021" in copied[0]
        assert "https://example.org/notice" in copied[0]
        await pilot.press("b")
        await settle(pilot)
        assert isinstance(app.screen, Confirm)
        await pilot.press("n")
        await settle(pilot)
        assert went == []
        await pilot.press("b", "y")
        await settle(pilot)
        assert went == ["https://example.org/notice"]
        await pilot.press(*source[:1], "J", *source, "b")
        await settle(pilot)
        assert not isinstance(app.screen, Confirm)


async def test_the_screen_of_a_source_names_its_keys_as_they_are_bound(desk: Path) -> None:
    """Copying and opening stand on its key bar and in the palette; one name in the configuration binds both screens."""
    app = make_app(desk, keys={"copy_citation": "f9"})
    copied: list[str] = []
    app.copy_to_clipboard = copied.append  # type: ignore[method-assign, assignment]
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j")
        await settle(pilot)
        await pilot.press("f9", "V")
        await settle(pilot)
        await pilot.press("f9")
        await settle(pilot)
        assert len(copied) == 2
        assert "F9 copy" in text_of(app)
        screen = app.front
        assert screen is not None
        named = {one.action for one in screen.keys.commands() if screen.keys.can(one) and screen.applies(one.action)}
        assert {"copy_citation", "open_address"} <= named
