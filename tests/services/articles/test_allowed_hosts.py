"""A host of one's own network is read where it is named: on the command line, or in the workspace's settings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import workbench
from tests.ingest.making import WORDS, page
from tests.ingest.site import Site, body, running
from workbench.cli.main import main
from workbench.domain.errors import BadInputError
from workbench.services.articles.articles import add_articles
from workbench.services.evidence.sources import add_evidence, list_sources
from workbench.services.settings import change_setting
from workbench.services.workspace import Workspace

REFUSED = "unless its host is allowed (--allow-host, or the workspace's setting allow_hosts)"


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as started:
        started.pages["/a"] = body(page("Ferry", WORDS))
        yield started


def test_one_command_reads_what_it_names_and_the_next_does_not(
    workspace: Workspace, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    base = ["-w", str(workspace.path), "evidence", "add", f"{site.base}/a"]
    assert main([*base, "--allow-host", "127.0.0.1"]) == 0
    assert main(base) == 2
    assert REFUSED in capsys.readouterr().err
    assert main([*base, "--allow-host", "10.0.0.0/8", "--allow-host", "other.example"]) == 2
    assert main([*base, "--allow-host", "0.0.0.0/0"]) == 2
    assert "too wide" in capsys.readouterr().err
    assert len(list_sources(workspace)) == 1


def test_the_workspaces_setting_holds_for_every_reading(workspace: Workspace, site: Site) -> None:
    change_setting(workspace, "allow_hosts", " 127.0.0.0/8,wiki.example ")
    assert workspace.settings()["allow_hosts"] == "127.0.0.0/8, wiki.example"
    assert add_evidence(workspace, [f"{site.base}/a"]).added == 1
    assert len(list(add_articles(workspace, [f"{site.base}/a"]))) == 1
    change_setting(workspace, "allow_hosts", None)
    with pytest.raises(BadInputError, match="unless its host is allowed"):
        add_evidence(workspace, [f"{site.base}/a"])


@pytest.mark.parametrize("value", ["", " ", ",", "0.0.0.0/0", "http://wiki.example", "169.254.169.254", "a " * 51])
def test_a_setting_that_names_nothing_or_everything_is_refused(workspace: Workspace, value: str) -> None:
    with pytest.raises(BadInputError):
        change_setting(workspace, "allow_hosts", value)
    assert "allow_hosts" not in workspace.settings()


def test_a_setting_of_another_program_that_names_everything_is_not_taken(workspace: Workspace, site: Site) -> None:
    workspace.set_setting("allow_hosts", "0.0.0.0/0")
    with pytest.raises(BadInputError, match="too wide"):
        add_evidence(workspace, [f"{site.base}/a"])
    assert site.asked == []


def test_the_python_api_takes_the_same_names(tmp_path: Path, site: Site) -> None:
    with workbench.open(tmp_path / "desk", create=True) as desk:
        with pytest.raises(BadInputError, match="unless its host is allowed"):
            desk.evidence.add(f"{site.base}/a")
        with pytest.raises(BadInputError, match="too wide"):
            desk.evidence.add(f"{site.base}/a", allow_hosts=["0.0.0.0/0"])
        assert desk.evidence.add(f"{site.base}/a", allow_hosts=["127.0.0.1"]).added == 1
