"""Articles in: split once, stored once, repetitions linked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from workbench.domain.documents import Document, Skipped
from workbench.domain.errors import LockedError, NotFoundError
from workbench.index.manifest import MANIFEST
from workbench.ingest.options import ReadOptions
from workbench.models.encoder import BundledEncoder, encoder_key, load_encoder
from workbench.services.articles.articles import AddedArticle, add_articles
from workbench.services.articles.splitting import Split, Splitter
from workbench.services.articles.stored_articles import list_articles, remove_article, show_article
from workbench.services.evidence.reindex import reindex
from workbench.services.review import review
from workbench.services.workspace import Workspace
from workbench.store.claim_vectors import claim_vector

if TYPE_CHECKING:
    from workbench.domain.ports import Vectors

TEXT = """Harbour closed for repairs

The harbour of Lowick was closed on Monday after a crane fell into the basin, injuring 12 workers.

The operator said the repairs would cost £2.3m. The harbour was closed on Monday after a crane fell into the basin.
"""


@pytest.fixture
def splitter() -> Splitter:
    """Word patterns alone: these tests are about storing, not about splitting."""
    return Splitter(models=False)


def add(workspace: Workspace, splitter: Splitter, path: Path, options: ReadOptions | None = None) -> AddedArticle:
    (item,) = add_articles(workspace, [str(path)], options, splitter=splitter)
    assert isinstance(item, AddedArticle)
    return item


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_claims_hold_the_words_of_the_article(workspace: Workspace, splitter: Splitter, article: Path) -> None:
    added = add(workspace, splitter, article, ReadOptions(published=date(2022, 1, 29), publisher="The Lowick Post"))
    stored, claims = show_article(workspace, added.id)
    assert stored.title == "Harbour closed for repairs"
    assert (stored.publisher, stored.published) == ("The Lowick Post", date(2022, 1, 29))
    assert claims
    assert all(stored.text[claim.start : claim.end] == claim.quote for claim in claims)
    assert any("12 workers" in claim.quote for claim in claims)


def test_the_same_words_twice_are_one_article(workspace: Workspace, splitter: Splitter, article: Path) -> None:
    first = add(workspace, splitter, article)
    copy = article.with_name("copy.txt")
    copy.write_text(TEXT.replace("\n", "\r\n"), encoding="utf-8")
    second = add(workspace, splitter, copy)
    assert (second.id, second.state) == (first.id, "unchanged")
    assert len(list_articles(workspace)) == 1


def test_a_repetition_is_linked_to_the_first_statement(
    workspace: Workspace, splitter: Splitter, tmp_path: Path
) -> None:
    for name, opening in (("a", "Lowick news"), ("b", "Other news")):
        (tmp_path / f"{name}.txt").write_text(
            f"{opening}\n\nThe council of Lowick bought 40 electric buses in 2021. It rained.\n", encoding="utf-8"
        )
    first = add(workspace, splitter, tmp_path / "a.txt")
    second = add(workspace, splitter, tmp_path / "b.txt")
    buses = next(claim for claim in show_article(workspace, first.id)[1] if "40 electric buses" in claim.quote)
    again = next(claim for claim in show_article(workspace, second.id)[1] if "40 electric buses" in claim.quote)
    assert buses.duplicate_of is None
    assert again.duplicate_of == buses.id


def test_a_removed_article_comes_back_with_its_claims(workspace: Workspace, splitter: Splitter, article: Path) -> None:
    added = add(workspace, splitter, article)
    remove_article(workspace, added.id)
    assert list_articles(workspace) == []
    with pytest.raises(NotFoundError):
        show_article(workspace, added.id)
    with pytest.raises(NotFoundError):
        remove_article(workspace, added.id)
    again = add(workspace, splitter, article)
    assert (again.id, again.state, again.claims) == (added.id, "restored", added.claims)


def test_an_article_with_published_claims_stays_in_the_lists(
    workspace: Workspace, splitter: Splitter, article: Path
) -> None:
    """Readers ask about a published verdict years later: it must be found, and only a correction changes it."""
    added = add(workspace, splitter, article)
    claim = next(one for one in show_article(workspace, added.id)[1] if one.rateable)
    review.rate(workspace, claim.id, "5", why="seen")
    review.publish(workspace, claim.id)
    with pytest.raises(LockedError, match=f"article {added.id} has 1 published claim and stays in the lists"):
        remove_article(workspace, added.id)
    assert [one.published_claims for one in list_articles(workspace)] == [1]


def test_one_bad_file_of_a_folder_does_not_stop_the_rest(
    workspace: Workspace, splitter: Splitter, tmp_path: Path
) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "a.txt").touch()
    (folder / "b.txt").write_text(TEXT, encoding="utf-8")
    found = list(add_articles(workspace, [str(folder)], splitter=splitter))
    assert [type(item) for item in found] == [Skipped, AddedArticle]


def test_a_text_without_words_is_skipped(workspace: Workspace, splitter: Splitter, tmp_path: Path) -> None:
    (tmp_path / "dots.txt").write_text("... --- ...\n", encoding="utf-8")
    (found,) = add_articles(workspace, [str(tmp_path / "dots.txt")], splitter=splitter)
    assert isinstance(found, Skipped)
    assert list_articles(workspace) == []


def test_two_people_who_add_the_same_article_at_once_get_one(
    workspace: Workspace, splitter: Splitter, article: Path
) -> None:
    """Splitting takes its time; whoever is done second is told that it is there."""

    class Overtaken(Splitter):
        def split(self, document: Document, **how: Any) -> Split:
            with Workspace.open(workspace.path, reviewer="bo") as other:
                assert add(other, splitter, article).state == "added"
            return super().split(document, **how)

    second = add(workspace, Overtaken(models=False), article)
    assert second.state == "unchanged"
    assert [one.id for one in list_articles(workspace)] == [second.id]


LONG = "\n\n".join(f"The council of Lowick bought {n} electric buses in 2021. It rained." for n in range(400))


def test_a_long_text_tells_how_far_its_splitting_is(workspace: Workspace, splitter: Splitter, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(LONG, encoding="utf-8")
    told: list[tuple[int, int | None, str]] = []
    (found,) = add_articles(
        workspace, [str(tmp_path / "long.txt")], splitter=splitter, progress=lambda *now: told.append(now)
    )
    assert isinstance(found, AddedArticle)
    steps = [(done, total) for done, total, what in told if what == "sentences split into claims"]
    assert steps == sorted(steps)
    assert all(total == 800 for _, total in steps)
    assert steps[-1][0] >= 798


def test_a_short_text_is_counted_as_one_of_many_and_not_by_its_sentences(
    workspace: Workspace, splitter: Splitter, article: Path
) -> None:
    told: list[str] = []
    list(
        add_articles(workspace, [str(article)], splitter=splitter, progress=lambda done, total, what: told.append(what))
    )
    assert told == [str(article)]


def test_who_stops_in_the_middle_of_an_article_gets_nothing_of_it(
    workspace: Workspace, splitter: Splitter, tmp_path: Path
) -> None:
    """Articles that were whole by then stay, and none is begun after that."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.txt").write_text(LONG, encoding="utf-8")
    (folder / "c.txt").write_text(f"Third\n\n{TEXT}", encoding="utf-8")
    (tmp_path / "last.txt").write_text(f"Last\n\n{TEXT}", encoding="utf-8")
    reached = False

    def progress(done: int, total: int | None, what: str) -> None:
        nonlocal reached
        reached = reached or done > 100

    found = list(
        add_articles(
            workspace,
            [str(folder), str(tmp_path / "last.txt")],
            splitter=splitter,
            progress=progress,
            cancelled=lambda: reached,
        )
    )
    assert [type(item) for item in found] == [AddedArticle]
    assert [one.title for one in list_articles(workspace)] == ["Harbour closed for repairs"]
    again = list(add_articles(workspace, [str(folder)], splitter=splitter))
    assert [item.state for item in again if isinstance(item, AddedArticle)] == ["unchanged", "added", "added"]


def test_beside_a_damaged_index_an_article_is_added_and_the_missing_vectors_are_told(
    workspace: Workspace, splitter: Splitter, article: Path
) -> None:
    workspace.index_path.mkdir(exist_ok=True)
    (workspace.index_path / MANIFEST).write_text("{", encoding="utf-8")
    added, note = add_articles(workspace, [str(article)], splitter=splitter)
    assert isinstance(added, AddedArticle)
    assert isinstance(note, Skipped)
    assert note.partial
    assert "have no vectors" in note.reason
    assert "`workbench reindex`" in note.reason


def test_claims_that_were_encoded_to_score_them_are_not_encoded_again(
    workspace: Workspace, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reindex(workspace)
    encoder = load_encoder()
    encoded: list[str] = []
    real = BundledEncoder.encode

    def counted(encoder: BundledEncoder, texts: Sequence[str]) -> Vectors:
        encoded.extend(texts)
        return real(encoder, texts)

    monkeypatch.setattr(BundledEncoder, "encode", counted)
    added = add(workspace, Splitter(), article)
    _, claims = show_article(workspace, added.id)
    assert sorted(encoded) == sorted(claim.text for claim in claims)
    for claim in claims:
        vector = claim_vector(workspace.database, claim.text, encoder_key())
        assert vector is not None
        assert vector @ encoder.encode([claim.text])[0] == pytest.approx(1, abs=1e-6)


def test_claims_are_encoded_with_the_model_of_the_index_where_it_is_another(
    workspace: Workspace, article: Path
) -> None:
    reindex(workspace, precision="int8")
    added = add(workspace, Splitter(), article)
    _, claims = show_article(workspace, added.id)
    assert claims
    for claim in claims:
        assert claim_vector(workspace.database, claim.text, encoder_key(precision="int8")) is not None
        assert claim_vector(workspace.database, claim.text, encoder_key()) is None


def test_another_version_of_a_page_names_the_article_and_its_verdicts(
    workspace: Workspace, splitter: Splitter, article: Path
) -> None:
    at = ReadOptions(url="https://post.example/harbour")
    first = add(workspace, splitter, article, at)
    assert first.note == ""
    _, claims = show_article(workspace, first.id)
    review.rate(workspace, claims[0].id, "true", why="Seen.")
    article.write_text(TEXT.replace("12 workers", "14 workers"), encoding="utf-8")
    second = add(workspace, splitter, article, at)
    assert second.note == (
        f"It has the address of article {first.id} and is another version of it; that one stays as it is, with its "
        f"{first.claims} claims and 1 verdict."
    )
    third = article.with_name("mill.txt")
    third.write_text("The mill burned down\n\nNobody was hurt, and 40 jobs stay.\n", encoding="utf-8")
    assert add(workspace, splitter, third, at).note == ""


def test_a_changed_copy_without_an_address_is_told_as_another_version(
    workspace: Workspace, splitter: Splitter, article: Path
) -> None:
    first = add(workspace, splitter, article)
    article.write_text(TEXT.replace("12 workers", "14 workers"), encoding="utf-8")
    second = add(workspace, splitter, article, ReadOptions(url="https://post.example/harbour"))
    assert second.note == (
        f"It has the title and most lines of article {first.id} and is another version of it; that one stays as it is, "
        f"with its {first.claims} claims and no verdicts."
    )


LINES = [
    "The board of Varen spent 14 million euros on new pumps last year.",
    "About 3,200 households were cut off for two days in January.",
    "Repairs will take until the autumn, the engineer in charge said.",
    "The pipes for the old part of the town have to be made by hand.",
]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([LINES[0].replace("14", "15"), *LINES[1:]], True),
        ([*LINES[1:], "A correction stands here now, which says that it was 15 million."], True),
        (
            [LINES[0], "The harbour of Sund was closed on Monday after the storm.", "Forty masts were broken there."],
            False,
        ),
        ([LINES[0]], False),
    ],
)
def test_a_changed_copy_under_another_title_is_told(
    workspace: Workspace, splitter: Splitter, article: Path, lines: list[str], told: bool
) -> None:
    article.write_text("Pumps for Varen\n\n" + "\n\n".join(LINES), encoding="utf-8")
    first = add(workspace, splitter, article)
    article.write_text("New pumps for old Varen\n\n" + "\n\n".join(lines), encoding="utf-8")
    note = add(workspace, splitter, article).note
    assert note.startswith(f"It has most lines of article {first.id} ") if told else note == ""


def test_two_weeks_of_a_column_are_no_versions_of_one_another(
    workspace: Workspace, splitter: Splitter, article: Path
) -> None:
    article.write_text("Weather\n\nBy Ada Quist\n\nIt rained on 12 days in Varen.\n", encoding="utf-8")
    add(workspace, splitter, article)
    article.write_text("Weather\n\nBy Ada Quist\n\nThe storm of Monday broke 40 masts in Sund.\n", encoding="utf-8")
    assert add(workspace, splitter, article).note == ""


def test_a_text_of_the_same_title_and_other_lines_is_no_version(
    workspace: Workspace, splitter: Splitter, article: Path
) -> None:
    add(workspace, splitter, article)
    title = TEXT.partition("\n")[0]
    article.write_text(f"{title}\n\nNothing was decided on Monday. The mayor left at 9 p.m.\n", encoding="utf-8")
    assert add(workspace, splitter, article).note == ""
