"""What came from an address can be shown as it was; what came from a file is where it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ingest.making import WORDS, page
from tests.ingest.site import LOOPBACK, Site, body, running
from workbench.cli.main import main
from workbench.domain.errors import NotFoundError
from workbench.ingest.options import ReadOptions
from workbench.services.articles.articles import AddedArticle, add_articles
from workbench.services.articles.splitting import Splitter
from workbench.services.articles.stored_articles import original_of_article
from workbench.services.evidence.sources import add_evidence, list_sources, original_of_source
from workbench.services.workspace import Workspace

LOCAL = ReadOptions(allowed=LOOPBACK, pause=0.0)


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as started:
        yield started


def test_the_original_of_a_page_comes_back_byte_by_byte(
    workspace: Workspace, site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    markup = page("Ferry returns", WORDS).encode()
    site.pages["/a"] = body(markup)
    add_evidence(workspace, [f"{site.base}/a"], LOCAL)
    (article,) = add_articles(workspace, [f"{site.base}/a"], LOCAL, splitter=Splitter(models=False))
    assert isinstance(article, AddedArticle)
    ((source, _),) = list_sources(workspace)
    assert original_of_source(workspace, source.id) == markup
    assert original_of_article(workspace, article.id) == markup
    out = tmp_path / "out.html"
    show = ["--workspace", str(workspace.path), "evidence", "show", source.id, "--original"]
    assert main(show) == 2
    assert main([*show, "-o", str(out)]) == 0
    assert out.read_bytes() == markup
    assert main(["--workspace", str(workspace.path), "article", "show", "1", "--original", "-o", str(out)]) == 0
    capsys.readouterr()


def test_what_came_from_a_file_is_said_to_be_there(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(WORDS)
    add_evidence(workspace, [str(path)])
    with pytest.raises(
        NotFoundError, match=r"only what comes from an address, a browser or standard input is \(this came from .*a.txt"
    ):
        original_of_source(workspace, str(path))
    with pytest.raises(NotFoundError, match="there is no source x"):
        original_of_source(workspace, "x")
    with pytest.raises(NotFoundError, match="there is no article 9"):
        original_of_article(workspace, 9)


def test_the_same_address_with_new_content_is_a_new_version_and_both_originals_stay(
    workspace: Workspace, site: Site
) -> None:
    first, second = page("Ferry returns", WORDS).encode(), page("Ferry returns", WORDS + " Later more.").encode()
    site.pages["/a"] = body(first)
    add_evidence(workspace, [f"{site.base}/a"], LOCAL)
    site.pages["/a"] = body(second)
    report = add_evidence(workspace, [f"{site.base}/a"], LOCAL)
    assert (report.added, report.updated) == (0, 1)
    ((newest, _),) = list_sources(workspace)
    assert newest.supersedes is not None
    assert original_of_source(workspace, newest.supersedes) == first
    assert original_of_source(workspace, newest.id) == second
