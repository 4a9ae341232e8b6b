"""Splitting again replaces the machine's suggestions and leaves people's work alone."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from workbench.domain.articles import Claim, ClaimDraft, Kind
from workbench.domain.documents import Document
from workbench.index.manifest import MANIFEST
from workbench.services.articles.articles import AddedArticle, add_articles
from workbench.services.articles.resplitting import resplit
from workbench.services.articles.splitting import Split, Splitter
from workbench.services.articles.stored_articles import show_article
from workbench.services.claims import claim_editing, claim_surgery
from workbench.services.claims.article_speaker import set_article_speaker
from workbench.services.claims.bulk import drop_claims
from workbench.services.record.doctor import examine_database
from workbench.services.record.history import redo, undo
from workbench.services.review.review import rate
from workbench.services.workspace import Workspace
from workbench.store.articles import add_article

TEXT = """Bridge news

The bridge of Lowick was closed on Monday. The council bought 40 electric buses in 2021.
The ferry carried 300 passengers on Tuesday. The harbour wall was rebuilt in 1998.
"""


class WiderSplitter(Splitter):
    """A later version that gives every claim the full stop after it, except the buses' one, which it gives up."""

    def split(self, document: Document, **how: Any) -> Split:
        drafts = []
        for draft in super().split(document, **how).drafts:
            end = draft.end + (document.text[draft.end : draft.end + 1] == ".")
            if "buses" not in draft.quote:
                drafts.append(replace(draft, end=end, quote=document.text[draft.start : end]))
        return Split(tuple(drafts), "wider 1")


@pytest.fixture
def article_id(workspace: Workspace, tmp_path: Path) -> int:
    (tmp_path / "bridge.txt").write_text(TEXT, encoding="utf-8")
    (added,) = add_articles(workspace, [str(tmp_path / "bridge.txt")], splitter=Splitter(models=False))
    assert isinstance(added, AddedArticle)
    return added.id


def find(workspace: Workspace, article_id: int, words: str) -> Claim:
    return next(claim for claim in show_article(workspace, article_id)[1] if words in claim.quote)


def test_the_same_splitter_changes_nothing(workspace: Workspace, article_id: int) -> None:
    before = show_article(workspace, article_id)
    report = resplit(workspace, article_id, splitter=Splitter(models=False))
    assert (report.added, report.changed, report.dropped) == (0, 0, 0)
    assert show_article(workspace, article_id) == before


def test_what_people_touched_stays_and_the_rest_is_replaced(workspace: Workspace, article_id: int) -> None:
    rated = find(workspace, article_id, "bridge of Lowick")
    edited = find(workspace, article_id, "buses")
    dropped = find(workspace, article_id, "ferry")
    rate(workspace, rated.id, "True", why="Seen closed.")
    claim_editing.edit_wording(workspace, edited.id, "The council of Lowick bought 40 electric buses in 2021.")
    claim_surgery.remove(workspace, dropped.id)
    report = resplit(workspace, article_id, splitter=WiderSplitter(models=False))
    assert report.kept == 2
    assert (report.added, report.dropped) == (1, 1)
    now = {claim.id: claim for claim in show_article(workspace, article_id)[1]}
    assert now[rated.id].rating == "True"
    assert now[rated.id].quote == rated.quote
    assert now[edited.id].text == "The council of Lowick bought 40 electric buses in 2021."
    assert not any("ferry" in claim.quote for claim in now.values())
    assert find(workspace, article_id, "harbour wall").quote.endswith(".")


def test_splitting_again_is_undone_in_one_step(workspace: Workspace, article_id: int) -> None:
    before = show_article(workspace, article_id)[1]
    report = resplit(workspace, article_id, splitter=WiderSplitter(models=False))
    assert report.added
    undo(workspace)
    after = show_article(workspace, article_id)[1]
    assert [(c.id, c.quote, c.text) for c in after] == [(c.id, c.quote, c.text) for c in before]


def test_beside_a_damaged_index_the_missing_vectors_of_the_new_claims_are_told(
    workspace: Workspace, article_id: int
) -> None:
    workspace.index_path.mkdir(exist_ok=True)
    (workspace.index_path / MANIFEST).write_text("{", encoding="utf-8")
    report = resplit(workspace, article_id, splitter=WiderSplitter(models=False))
    assert report.added
    assert "have no vectors yet" in report.note
    assert "`workbench reindex`" in report.note


class OtherWords(Splitter):
    """A later version that words every claim otherwise, and gives the second half of them other places."""

    def split(self, document: Document, **how: Any) -> Split:
        drafts = []
        for number, line in enumerate(document.text.split("\n")):
            start = document.text.index(line)
            end = start + len(line) - (number % 2)
            drafts.append(ClaimDraft(start, end, document.text[start:end], f"{line} So it was.", (Kind.QUANTITY,)))
        return Split(tuple(drafts), "other words")


def test_an_act_on_a_long_article_asks_little_while_others_wait(workspace: Workspace) -> None:
    """Of what is read while the write lock is held, the number of questions does not grow with the claims."""
    lines = [f"The ferry {number} carried {number} people to Skerray." for number in range(100, 700)]
    text = "\n".join(lines)
    drafts = tuple(
        ClaimDraft(text.index(line), text.index(line) + len(line), line, line, (Kind.QUANTITY,)) for line in lines
    )
    asked: list[str] = []
    workspace.database.connection.conn.set_trace_callback(asked.append)

    def questions() -> int:
        begin = end = len(asked) - 1 - asked[::-1].index("COMMIT")
        while asked[begin] != "BEGIN IMMEDIATE":
            begin -= 1
        return sum(statement.startswith("SELECT") for statement in asked[begin:end])

    document = Document(text=text, title="Ferries", origin="ferries.txt", sha256="0" * 64)
    article = add_article(
        workspace.database,
        document,
        hashlib.sha256(text.encode()).hexdigest(),
        drafts,
        reviewer=workspace.reviewer,
        splitter="first",
    )
    assert questions() < 30
    before = show_article(workspace, article)[1]
    report = resplit(workspace, article, splitter=OtherWords(models=False))
    assert (report.changed, report.added, report.dropped) == (300, 300, 300)
    for act in (undo, redo, undo):
        assert len(act(workspace)) == 901  # each claim, and the splitter's name
        assert questions() < 60
    assert [replace(claim, version=1) for claim in show_article(workspace, article)[1]] == [
        replace(claim, version=1) for claim in before
    ]
    set_article_speaker(workspace, article, "Ida Brand")
    assert questions() < 60
    drop_claims(workspace, {claim.id: None for claim in before})
    assert questions() < 60
    assert not show_article(workspace, article)[1]
    assert [one.detail for one in examine_database(workspace) if one.state == "problem"] == []
