"""When a claim is said: from the file through every correction into every report."""

from __future__ import annotations

import json
from pathlib import Path

from workbench.domain.articles import Claim
from workbench.domain.documents import Document
from workbench.reports import claimreview
from workbench.reports.annotations import render as render_annotations
from workbench.reports.model import Report, ReviewedArticle
from workbench.reports.specimen import specimen
from workbench.services.articles.articles import add_articles
from workbench.services.articles.splitting import Splitter
from workbench.services.articles.stored_articles import show_article
from workbench.services.claims.claim_editing import move_edges
from workbench.services.claims.claim_surgery import split
from workbench.services.evidence.sources import add_evidence
from workbench.services.review.blind import list_claims
from workbench.services.workspace import Workspace

VTT = """WEBVTT

00:01.000 --> 00:04.000
<v Ada Quist>The mill employs 40 people

00:04.000 --> 00:07.500
and the mine closed in 1974.

01:10.000 --> 01:12.000
<v Bo Lund>The dam is 30 metres high.
"""


def added(workspace: Workspace, path: Path) -> list[Claim]:
    path.write_text(VTT)
    list(add_articles(workspace, [str(path)], splitter=Splitter(models=False)))
    return list_claims(workspace)


def test_claims_know_when_and_by_whom_they_are_said(workspace: Workspace, tmp_path: Path) -> None:
    claims = added(workspace, tmp_path / "a.vtt")
    found = {claim.quote: (claim.speaker, claim.anchor.time, claim.anchor.fragment) for claim in claims}
    assert found["The dam is 30 metres high"] == ("Bo Lund", "00:01:10–00:01:12", "t=70,72")
    assert {speaker for speaker, _, _ in found.values()} == {"Ada Quist", "Bo Lund"}
    assert all("Quist" not in quote for quote in found)


def test_corrected_claims_take_the_times_of_their_words(workspace: Workspace, tmp_path: Path) -> None:
    claims = added(workspace, tmp_path / "a.vtt")
    text = show_article(workspace, claims[0].article_id)[0].text
    first = min(claims, key=lambda claim: claim.start)
    whole = text.index("The mill"), text.index("1974") + 4
    others = [claim for claim in claims if claim.id != first.id and claim.start < whole[1]]
    assert len(others) <= 1
    moved = move_edges(workspace, first.id, *whole)
    assert moved.anchor.fragment == "t=1,7.5"
    parts = split(workspace, first.id, text.index("and the mine"))
    assert {part.anchor.fragment for part in parts} >= {"t=1,4", "t=4,7.5"}


def test_passages_say_when_in_place_of_a_page(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "a.vtt"
    path.write_text(VTT)
    add_evidence(workspace, [str(path)])
    locators = workspace.database.rows("SELECT locator, context FROM passages")
    assert [row["locator"] for row in locators] == ["00:00:01–00:01:12"]
    assert "00:" not in locators[0]["context"]
    assert add_evidence(workspace, [str(path)]).unchanged == 1


def timed(report: Report) -> Report:
    from dataclasses import replace

    (entry,) = report.articles
    (item,) = entry.claims
    anchor = replace(item.claim.anchor, media_start=751.0, media_end=755.2)
    article = replace(entry.article, url="https://post.example/debate")
    return replace(
        report, articles=(ReviewedArticle(article, (replace(item, claim=replace(item.claim, anchor=anchor)),)),)
    )


def test_reports_tell_the_time(workspace: Workspace) -> None:
    report = timed(specimen())
    (review,) = claimreview.build(report).reviews
    assert review["itemReviewed"]["appearance"][0]["url"] == "https://post.example/debate#t=751,755.2"
    (item,) = json.loads(render_annotations(report))["first"]["items"]
    assert {
        "type": "FragmentSelector",
        "conformsTo": "http://www.w3.org/TR/media-frags/",
        "value": "t=751,755.2",
    } in item["target"]["selector"]


def test_a_document_without_times_has_none(workspace: Workspace) -> None:
    from workbench.services.articles.articles import add_document

    add_document(workspace, Document("The mill employs 40 people.", "Mill", "a", "0" * 64), Splitter(models=False))
    (claim,) = list_claims(workspace)
    assert (claim.anchor.time, claim.anchor.fragment) == ("", "")
