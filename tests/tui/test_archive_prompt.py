"""Whether the pages of cited addresses are to be kept is asked where the workspace wants it, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ingest.site import Site, body, running
from tests.tui.desk import make_app, settle
from tests.tui.test_everywhere import text_of
from workbench.domain.evidence import EvidenceState, Stance
from workbench.services.evidence.archiving import addresses_to_keep
from workbench.services.evidence.decisions import add_link, decide
from workbench.services.evidence.private import edit_source
from workbench.services.review.review import rate
from workbench.services.workspace import Workspace
from workbench.store.evidence import evidence_of
from workbench.store.sources import sources


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as made:
        yield made


def link(path: Path, url: str) -> None:
    with Workspace.open(path, reviewer="ann") as ann:
        ann.set_setting("archive_cited", "yes")
        add_link(ann, 3, url, "It was completed.", stance=Stance.REFUTES)
        rate(ann, 3, "1", why="It was completed.")


def test_only_what_is_cited_and_not_kept_and_not_private_is_asked_about(desk: Path) -> None:
    link(desk, "https://post.example/one")
    with Workspace.open(desk, reviewer="ann") as ann:
        assert addresses_to_keep(ann, 3) == ["https://post.example/one"]
        [linked] = evidence_of(ann.database, 3)
        edit_source(ann, linked.source.id, private=True)
        assert addresses_to_keep(ann, 3) == []
        edit_source(ann, linked.source.id, private=False)
        decide(ann, 3, linked.passage.id, EvidenceState.REJECTED)
        assert addresses_to_keep(ann, 3) == []
        decide(ann, 3, linked.passage.id, EvidenceState.ACCEPTED, stance=Stance.REFUTES)
        ann.set_setting("archive_cited", None)
        assert addresses_to_keep(ann, 3) == []


async def test_publishing_asks_and_the_page_is_kept(desk: Path, site: Site) -> None:
    words = "The pipeline was completed on 10 September 2021, the company said in its report. " * 5
    site.pages["/one"] = body(f"<title>One</title><p>{words}</p>")
    link(desk, f"{site.base}/one")
    with Workspace.open(desk, reviewer="ann") as ann:
        ann.set_setting("allow_hosts", "127.0.0.1")
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "P")
        await settle(pilot)
        await pilot.press("y")
        await settle(pilot)
        assert "Keep 1 cited page as they are now?" in text_of(app)
        await pilot.press("y")
        await settle(pilot)
    with Workspace.open(desk, reviewer="ann") as ann:
        assert addresses_to_keep(ann, 3) == []
        assert [one.title for one, _ in sources(ann.database) if one.url == f"{site.base}/one"].count("One") == 1


@pytest.mark.parametrize("wanted", ["yes", None])
async def test_adding_a_link_asks_where_it_is_wanted(desk: Path, wanted: str | None) -> None:
    with Workspace.open(desk, reviewer="ann") as ann:
        ann.set_setting("archive_cited", wanted)
    app = make_app(desk)
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "L")
        await settle(pilot)
        await pilot.press(*"https://post.example/two", "tab", *"It was.", "ctrl+s")
        await settle(pilot)
        assert ("Keep 1 cited page" in text_of(app)) is (wanted == "yes")
        await pilot.press("escape")
        await settle(pilot)
