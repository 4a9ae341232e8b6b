"""An article dated after it is in: relative times are counted again, all of it one act that undo takes back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from workbench.domain.articles import Claim
from workbench.domain.documents import Document
from workbench.domain.errors import NotFoundError
from workbench.services.articles.dating import set_published
from workbench.services.articles.resplitting import resplit
from workbench.services.articles.splitting import Splitter
from workbench.services.articles.stored_articles import show_article
from workbench.services.claims import claim_editing, claim_surgery
from workbench.services.record import history
from workbench.services.review import review
from workbench.services.workspace import Workspace
from workbench.store.articles import add_article

TEXT = """Ferry back in service

The ferry to Holm sailed again on Monday. It carried 4,000 cars last year.

The pier was built in 1931. Fares rose last month, the line said."""
DAY = date(2022, 3, 16)  # a Wednesday


@pytest.fixture
def undated(tmp_path: Path) -> Iterator[Workspace]:
    """An article that nobody knows the day of, split by rules."""
    with Workspace.create(tmp_path / "ferry", reviewer="ann") as workspace:
        document = Document(TEXT, "Ferry back in service", "desk", "0" * 64)
        drafts = Splitter(models=False).split(document).drafts
        add_article(workspace.database, document, "0" * 64, drafts, reviewer="ann", splitter="rules")
        yield workspace


def found(workspace: Workspace, words: str) -> Claim:
    """The claim whose quote holds some words."""
    return next(one for one in show_article(workspace, 1)[1] if words in one.quote)


def test_relative_times_are_counted_from_the_day_that_is_told(undated: Workspace) -> None:
    """Days and wordings follow; a claim without a relative time stays as it was, version and all."""
    before = found(undated, "1931")
    assert found(undated, "last year").times[0].earliest is None
    assert set_published(undated, 1, DAY) == 3
    article, _ = show_article(undated, 1)
    assert (article.published, article.published_guessed) == (DAY, False)
    ferry, cars = found(undated, "Monday"), found(undated, "last year")
    assert (ferry.times[0].earliest, ferry.times[0].latest) == (date(2022, 3, 14), date(2022, 3, 14))
    assert "14 March 2022" in ferry.text
    assert "2021" in cars.text
    assert found(undated, "1931") == before


def test_another_day_counts_anew_and_none_forgets(undated: Workspace) -> None:
    """A corrected day leaves nothing of the first one; without a day the wording is the article's."""
    set_published(undated, 1, DAY)
    set_published(undated, 1, date(2020, 3, 18))
    cars = found(undated, "last year")
    assert "2019" in cars.text
    assert "2021" not in cars.text
    set_published(undated, 1, None)
    cars = found(undated, "last year")
    assert "20" not in cars.text
    assert cars.times[0].earliest is None


def test_it_is_one_act_for_undo(undated: Workspace) -> None:
    """Day and claims go back together, and come again with redo; the history tells it."""
    before = show_article(undated, 1)[1]
    set_published(undated, 1, DAY)
    words = [line.words for line in history.undo(undated)]
    assert "dated the article 2022-03-16" in words
    assert any(line.startswith("counted its times from the article's day: “") for line in words)
    article, claims = show_article(undated, 1)
    assert article.published is None
    assert [(one.text, one.times, one.resolutions) for one in claims] == [
        (one.text, one.times, one.resolutions) for one in before
    ]
    history.redo(undated)
    assert show_article(undated, 1)[0].published == DAY
    assert "14 March 2022" in found(undated, "Monday").text


def test_words_of_a_person_and_of_a_judged_claim_stay(undated: Workspace) -> None:
    """Their times are counted, their wording is not touched; a published claim is locked altogether."""
    ferry, cars, fares = (found(undated, words) for words in ("Monday", "last year", "last month"))
    claim_editing.edit_wording(undated, ferry.id, "The Holm ferry is back")
    review.rate(undated, cars.id, "1", why="Only 3,000.")
    review.rate(undated, fares.id, "5", why="The line's table.")
    review.publish(undated, fares.id)
    locked = found(undated, "last month")
    set_published(undated, 1, DAY)
    assert found(undated, "Monday").text == "The Holm ferry is back"
    assert found(undated, "Monday").times[0].earliest == date(2022, 3, 14)
    assert found(undated, "last year").text == cars.text
    assert found(undated, "last year").times[0].earliest == date(2021, 1, 1)
    assert found(undated, "last month") == locked


def test_words_around_a_claim_are_counted_again_with_it(tmp_path: Path) -> None:
    """One expression, one date: a clause worded as its whole sentence has the day of its neighbour."""
    text = "Holm\n\nThe board shut the quarry at Lund on Monday, which left 90 drivers stranded."
    with Workspace.create(tmp_path / "quarry", reviewer="ann") as workspace:
        document = Document(text, "Holm", "desk", "0" * 64)
        add_article(
            workspace.database, document, "0" * 64, Splitter().split(document).drafts, reviewer="ann", splitter="t"
        )
        assert "on Monday" in found(workspace, "which left").text
        for day, words in ((DAY, "on 14 March 2022"), (date(2020, 3, 18), "on 16 March 2020"), (None, "on Monday")):
            set_published(workspace, 1, day)
            assert words in found(workspace, "which left").text
            assert words in found(workspace, "The board shut").text


def test_the_same_day_again_is_no_act_and_no_article_is_an_error(undated: Workspace) -> None:
    """Nothing is written where nothing changes."""
    set_published(undated, 1, DAY)
    seen = history.last_event_id(undated)
    assert set_published(undated, 1, DAY) is None
    assert history.last_event_id(undated) == seen
    with pytest.raises(NotFoundError):
        set_published(undated, 9, DAY)


def test_a_dated_claim_still_counts_as_the_splitters(undated: Workspace) -> None:
    """Splitting again after an upgrade may replace it: no person has had to do with its words."""
    set_published(undated, 1, DAY)
    assert resplit(undated, 1, splitter=Splitter(models=False)).kept == 0


def test_a_claim_added_by_hand_is_dated_too(undated: Workspace) -> None:
    """Its wording is the article's, so it follows the day."""
    start = TEXT.index("The ferry to Holm")
    added = claim_surgery.add(undated, 1, start, start + len("The ferry to Holm sailed again on Monday. It carried"))
    set_published(undated, 1, DAY)
    assert "14 March 2022" in next(one.text for one in show_article(undated, 1)[1] if one.id == added.id)
