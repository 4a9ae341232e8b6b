"""Feeds are followed: what is new is taken once, and nothing that is not linked from them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest

from tests.ingest.making import WORDS, page
from tests.ingest.site import LOOPBACK, Handler, Site, body, running
from workbench.cli.main import main
from workbench.domain.errors import BadInputError, NotFoundError
from workbench.index.manifest import MANIFEST
from workbench.ingest.options import ReadOptions
from workbench.services.articles.feeds import Pull, add_feed, list_feeds, pull_feeds, remove_feed
from workbench.services.articles.splitting import Splitter
from workbench.services.articles.stored_articles import list_articles
from workbench.services.evidence.sources import list_sources
from workbench.services.workspace import Workspace

LOCAL = ReadOptions(allowed=LOOPBACK, pause=0.0)


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as started:
        yield started


def rss(site: Site, *names: str, body_text: str = "A teaser.") -> str:
    items = "".join(
        f"<item><title>Ferry {name}</title><link>{site.base}/{name}</link><guid>{name}</guid>"
        f"<pubDate>Sat, 29 Jan 2022 10:00:00 +0000</pubDate><description>{body_text}</description></item>"
        for name in names
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title>{items}</channel></rss>'


def publish(site: Site, *names: str, etag: str = '"1"', body_text: str = "A teaser.") -> None:
    content = rss(site, *names, body_text=body_text).encode()

    def feed(handler: Handler) -> None:
        if handler.headers.get("If-None-Match") == etag:
            handler.give(b"", status=304)
        else:
            handler.give(content, content_type="application/rss+xml", ETag=etag)

    site.pages["/feed"] = feed
    for name in names:
        site.pages[f"/{name}"] = body(page(f"Ferry {name}", f"{name}: {WORDS}"))


def pull(workspace: Workspace, *urls: str) -> list[Pull]:
    return list(pull_feeds(workspace, urls, LOCAL, splitter=Splitter(models=False)))


def test_what_is_new_becomes_articles_once(workspace: Workspace, site: Site) -> None:
    publish(site, "two", "one")
    feed, new = add_feed(workspace, f"{site.base}/feed", "article", LOCAL)
    assert (feed.title, new, feed.entries) == ("Harbour Post", True, 0)
    assert add_feed(workspace, f"{site.base}/feed", "article", LOCAL)[1] is False
    (first,) = pull(workspace)
    assert (first.added, first.skipped) == (2, [])
    articles = list_articles(workspace)
    assert [article.title for article in reversed(articles)] == ["Ferry one", "Ferry two"], "oldest first"
    assert articles[0].publisher == "Harbour Post"
    assert articles[0].published == "2022-01-29", "the feed knows the date better than the page"
    asked = len(site.asked)
    (again,) = pull(workspace)
    assert (again.added, again.unchanged, again.skipped) == (0, 0, [])
    assert len(site.asked) == asked + 2, "robots.txt and a conditional request"
    publish(site, "three", "two", etag='"2"')
    (more,) = pull(workspace, f"{site.base}/feed")
    assert more.added == 1
    assert site.paths.count("/two") == 1
    assert list_feeds(workspace)[0].entries == 3


def test_all_pages_of_a_feed_are_read_by_one_process(
    workspace: Workspace, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(site, *(f"p{number}" for number in range(6)))
    started: list[object] = []
    start = subprocess.Popen.__init__

    def counting(process: subprocess.Popen[bytes], arguments: Any, *given: Any, **named: Any) -> None:
        started.append(arguments)
        start(process, arguments, *given, **named)

    monkeypatch.setattr(subprocess.Popen, "__init__", counting)
    add_feed(workspace, site.base + "/feed", "evidence", LOCAL)
    (pulled,) = pull(workspace)
    assert pulled.added == 6
    assert len(started) == 2, "one to look at the feed when it is added, one to pull it"


def test_entries_can_become_evidence(workspace: Workspace, site: Site) -> None:
    publish(site, "one")
    add_feed(workspace, f"{site.base}/feed", "evidence", LOCAL)
    assert pull(workspace)[0].added == 1
    ((source, passages),) = list_sources(workspace)
    assert (source.url, source.publisher, passages) == (f"{site.base}/one", "Harbour Post", 1)


def test_a_page_that_fails_is_tried_again_and_holds_up_nothing(workspace: Workspace, site: Site) -> None:
    publish(site, "one", "two")
    del site.pages["/one"]
    add_feed(workspace, f"{site.base}/feed", "article", LOCAL)
    (first,) = pull(workspace)
    assert first.added == 1
    assert [(entry.origin, entry.reason) for entry in first.skipped] == [
        (f"{site.base}/one", "the server answers 404 Not Found")
    ]
    site.pages["/one"] = body(page("Ferry one", WORDS))
    assert pull(workspace)[0].added == 1


def test_the_text_of_the_feed_stands_in_for_a_page_that_cannot_be_had(workspace: Workspace, site: Site) -> None:
    publish(site, "one", body_text=WORDS * 8)
    del site.pages["/one"]
    add_feed(workspace, f"{site.base}/feed", "evidence", LOCAL)
    (first,) = pull(workspace)
    assert (first.added, first.skipped) == (1, [])
    assert list_sources(workspace)[0][0].title == "Ferry one"


def test_pages_that_are_no_feeds_are_refused_and_broken_ones_told(workspace: Workspace, site: Site) -> None:
    site.pages["/page"] = body(page("No feed", WORDS))
    with pytest.raises(BadInputError, match="it is no RSS or Atom feed"):
        add_feed(workspace, f"{site.base}/page", "article", LOCAL)
    link = '<link rel="alternate" type="application/rss+xml" href="/feed"><link rel=x href=y>'
    site.pages["/page"] = body(page("No feed", WORDS, link))
    with pytest.raises(BadInputError, match=rf"no RSS or Atom feed; the page names {site.base}/feed\.$"):
        add_feed(workspace, f"{site.base}/page", "article", LOCAL)
    with pytest.raises(BadInputError, match="404 Not Found"):
        add_feed(workspace, f"{site.base}/gone", "article", LOCAL)
    with pytest.raises(BadInputError, match="an address of this machine"):
        add_feed(workspace, f"{site.base}/page", "article")
    with pytest.raises(NotFoundError):
        list(pull_feeds(workspace, ["https://other.example/feed"]))
    publish(site)
    add_feed(workspace, f"{site.base}/feed", "article", LOCAL)
    assert pull(workspace)[0].added == 0, "a feed may be empty"
    site.pages["/feed"] = body("<rss><channel><ti")
    (broken,) = pull(workspace)
    assert (broken.added, len(broken.skipped) <= 1) == (0, True)
    remove_feed(workspace, f"{site.base}/feed")
    assert list_feeds(workspace) == []
    with pytest.raises(NotFoundError):
        remove_feed(workspace, f"{site.base}/feed")


def test_cancelling_keeps_what_is_done(workspace: Workspace, site: Site) -> None:
    publish(site, "one", "two", "three")
    add_feed(workspace, f"{site.base}/feed", "article", LOCAL)
    done: list[int] = []
    pulls = pull_feeds(
        workspace,
        (),
        LOCAL,
        splitter=Splitter(models=False),
        progress=lambda number, total, what: done.append(number),
        cancelled=lambda: len(done) >= 2,
    )
    assert [entry.added for entry in pulls] == [2]
    assert pull(workspace)[0].added == 1


def test_the_commands(workspace: Workspace, site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    publish(site, "one")
    base = ["--workspace", str(workspace.path), "feed"]
    url = f"{site.base}/feed"
    assert main([*base, "add", url]) == 2
    assert "unless its host is allowed (--allow-host" in capsys.readouterr().err
    assert main([*base, "add", url, "--as", "evidence", "--allow-host", "127.0.0.1"]) == 0
    assert "Following Harbour Post" in capsys.readouterr().err
    assert main([*base, "pull", "--allow-host", "127.0.0.1", "--format", "json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["added"], row["skipped"], row["title"]) == (1, 0, "Harbour Post")
    assert main([*base, "list", "--format", "json"]) == 0
    (listed,) = json.loads(capsys.readouterr().out)
    assert (listed["url"], listed["purpose"], listed["entries"]) == (url, "evidence", 1)
    del site.pages["/feed"]
    assert main([*base, "pull", "--allow-host", "127.0.0.1"]) == 2
    assert "the server answers 404 Not Found" in capsys.readouterr().err
    assert main([*base, "remove", url]) == 0
    assert main([*base, "remove", url]) == 2


def test_beside_a_damaged_index_the_missing_vectors_of_the_new_claims_are_told(
    workspace: Workspace, site: Site
) -> None:
    publish(site, "one")
    add_feed(workspace, f"{site.base}/feed", "article", LOCAL)
    workspace.index_path.mkdir(exist_ok=True)
    (workspace.index_path / MANIFEST).write_text("{", encoding="utf-8")
    (pulled,) = pull(workspace)
    assert pulled.added == 1
    assert any("have no vectors yet" in note for note in pulled.notes)
