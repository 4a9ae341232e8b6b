"""Addresses are fetched politely, within limits, and never from where they must not lead."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.making import WORDS, documents, everything, make_pdf, make_zip, page, refusal
from tests.ingest.site import LOOPBACK, Handler, Site, body, redirect
from workbench.domain.documents import Document
from workbench.ingest import Limits, ReadOptions
from workbench.ingest.addresses import ForbiddenAddressError, check
from workbench.ingest.allowed import AllowedHosts, allowed_hosts
from workbench.ingest.file_kinds import guarded
from workbench.ingest.options import UnreadableError
from workbench.ingest.robots import Robots
from workbench.ingest.web import Answer, Fetcher, item_of

LOCAL: dict[str, Any] = {"allowed": LOOPBACK, "pause": 0.0}


def fetch_refusal(address: str, **options: Any) -> str:
    with Fetcher(ReadOptions(**{**LOCAL, **options})) as fetcher, pytest.raises(UnreadableError) as error:
        fetcher.get(address)
    return str(error.value)


def test_a_page_is_kept_as_it_was_with_where_and_when_it_was_found(site: Site) -> None:
    markup = page("Ferry returns", WORDS).encode()
    site.pages["/a"] = redirect("/b?x=1", 301)
    site.pages["/b?x=1"] = redirect(f"{site.base}/ferry.html")
    site.pages["/ferry.html"] = body(markup, content_type="text/html; charset=utf-8", Last_Modified="yesterday")
    (document,) = documents(f"{site.base}/a#part", **LOCAL)
    assert document.title == "Ferry returns"
    assert document.raw == markup
    assert document.sha256 == hashlib.sha256(markup).hexdigest()
    assert document.url == f"{site.base}/ferry.html"
    assert document.found["redirects"] == f"{site.base}/a → {site.base}/b?x=1 → {site.base}/ferry.html"
    assert document.found["last-modified"] == "yesterday"
    assert document.retrieved is not None
    assert document.retrieved.endswith("Z")
    assert site.paths == ["/robots.txt", "/a", "/b?x=1", "/ferry.html"], "robots.txt is asked for once"
    assert "claim-workbench" in site.asked[1][1]["user-agent"]


def test_an_archive_link_given_by_the_user_is_recorded(site: Site) -> None:
    site.pages["/a"] = body(page("T", WORDS))
    (document,) = documents(f"{site.base}/a", archive_url="https://archive.example/1", **LOCAL)
    assert document.archive_url == "https://archive.example/1"


def test_a_capture_of_the_wayback_machine_stands_for_the_page_that_was_captured() -> None:
    captured = "https://web.archive.org/web/20220129103000/https://post.example/ferry?a=1"
    answer = Answer(
        captured, captured, 200, {"content-type": "text/html"}, page("T", WORDS).encode(), "2022-02-01T00:00:00Z"
    )
    (document,) = guarded(item_of(answer, as_evidence=True, options=ReadOptions()))
    assert isinstance(document, Document)
    assert (document.url, document.archive_url) == ("https://post.example/ferry?a=1", captured)
    assert document.found["archived"] == "20220129103000"


def test_the_kind_is_told_from_what_is_served(site: Site, tmp_path: Any) -> None:
    pdf = make_pdf(tmp_path / "x.pdf", [[WORDS]]).read_bytes()
    site.pages["/download?id=1"] = body(pdf, content_type="application/octet-stream")
    site.pages["/report.pdf"] = body(page("Sign in", WORDS))
    site.pages["/rows"] = body('{"id": 1, "text": "a"}\n{"id": 2, "text": "b"}\n', content_type="application/x-ndjson")
    site.pages["/note.txt"] = body("Café.".encode("cp1252"), content_type="text/plain; charset=windows-1252")
    assert documents(f"{site.base}/download?id=1", **LOCAL)[0].sections[0].label == "p. 1"
    assert documents(f"{site.base}/report.pdf", **LOCAL)[0].title == "Sign in"
    rows = documents(f"{site.base}/rows", **LOCAL)
    assert [(row.id, row.raw) for row in rows] == [("1", None), ("2", None)]
    assert documents(f"{site.base}/note.txt", **LOCAL)[0].text == "Café."


def test_a_packed_answer_is_unpacked(site: Site) -> None:
    markup = page("Ferry returns", WORDS).encode()
    site.pages["/gzip"] = body(gzip.compress(markup), Content_Encoding="gzip")
    site.pages["/deflate"] = body(zlib.compress(markup), Content_Encoding="deflate")
    site.pages["/br"] = body(b"xx", Content_Encoding="br")
    assert documents(f"{site.base}/gzip", **LOCAL)[0].raw == markup
    assert documents(f"{site.base}/deflate", **LOCAL)[0].raw == markup
    assert refusal(f"{site.base}/br", **LOCAL) == (
        f"{site.base}/br: its content is encoded as br, which was not asked for."
    )


def test_a_private_address_is_refused_unless_allowed(site: Site) -> None:
    site.pages["/"] = body(page("T", WORDS))
    message = refusal(f"{site.base}/", pause=0.0)
    assert "127.0.0.1 leads to 127.0.0.1, an address of this machine or a local network" in message
    assert site.asked == []


def test_one_private_address_among_many_refuses_the_host() -> None:
    with pytest.raises(ForbiddenAddressError):
        check("mixed.example", 80, allowed=AllowedHosts(), resolver=lambda host, port: ["93.184.216.34", "10.0.0.1"])


def test_a_redirect_is_judged_like_a_first_address(site: Site) -> None:
    """What one host is allowed says nothing of the next: not of another name, another address, another network."""
    port = int(site.base.rsplit(":", 1)[1])
    site.pages["/secret"] = body("secret")
    answers = {"named.example": ["127.0.0.1"], "inside.example": ["127.0.0.2"], "linked.example": ["169.254.169.254"]}
    for allowed in (["named.example"], ["127.0.0.1"], ["127.0.0.1/32", "10.0.0.0/8"]):
        site.asked.clear()
        options = ReadOptions(pause=0.0, ignore_robots=True, allowed=allowed_hosts(allowed))
        for target, refused in (
            ("inside.example", r"inside\.example leads to 127\.0\.0\.2, an address of this machine"),
            ("linked.example", r"169\.254\.169\.254, a link-local address, which is never read"),
        ):
            site.pages["/out"] = redirect(f"http://{target}:{port}/secret")
            with (
                Fetcher(options, resolver=lambda host, port: answers[host]) as fetcher,
                pytest.raises(UnreadableError, match=refused),
            ):
                fetcher.get(f"http://named.example:{port}/out")
        assert site.paths == ["/out", "/out"], allowed


def test_robots_of_a_private_host_are_not_asked_for_either(site: Site) -> None:
    message = fetch_refusal(f"{site.base}/a", allowed=AllowedHosts())
    assert "an address of this machine or a local network" in message
    assert site.asked == []


def test_a_name_that_answers_differently_later_leads_to_the_address_that_was_checked(site: Site) -> None:
    port = int(site.base.rsplit(":", 1)[1])
    site.pages["/"] = body("checked")
    answers = iter([["127.0.0.1"], ["127.0.0.9"]])
    options = ReadOptions(**LOCAL, ignore_robots=True)
    with Fetcher(options, resolver=lambda host, port: next(answers)) as fetcher:
        answer = fetcher.get(f"http://rebinding.example:{port}/")
    assert answer.content == b"checked"
    assert next(answers) == ["127.0.0.9"], "the name was resolved once"
    assert site.asked[0][1]["host"] == f"rebinding.example:{port}"


@pytest.mark.parametrize(
    "target",
    ["file:///etc/passwd", "ftp://x.example/", "javascript:alert(1)", "http://user:pw@x.example/", "http://[::1"],
)
def test_redirects_to_anything_but_plain_addresses_are_refused(site: Site, target: str) -> None:
    site.pages["/out"] = redirect(target)
    message = fetch_refusal(f"{site.base}/out")
    assert "no http or https address" in message or "user name or password" in message or "to no address" in message
    assert site.paths == ["/robots.txt", "/out"]


def test_redirects_without_end_are_left(site: Site) -> None:
    site.pages["/a"] = redirect("/b")
    site.pages["/b"] = redirect("/a")
    assert refusal(f"{site.base}/a", **LOCAL) == f"{site.base}/a: it redirects more than 10 times."


def test_a_body_without_end_is_left(site: Site) -> None:
    def endless(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        while not site.closing.is_set():
            handler.wfile.write(b"x" * 65_536)

    site.pages["/endless"] = endless
    assert "it is larger than 1.0 MB" in fetch_refusal(f"{site.base}/endless", limits=Limits(download=1_000_000))


def test_a_packed_bomb_is_left(site: Site) -> None:
    site.pages["/bomb"] = body(gzip.compress(bytes(50_000_000)), Content_Encoding="gzip")
    assert "it is larger than 1.0 MB" in fetch_refusal(f"{site.base}/bomb", limits=Limits(download=1_000_000))
    site.pages["/stated"] = body(bytes(2_000_000))
    assert "it is 2.0 MB large" in fetch_refusal(f"{site.base}/stated", limits=Limits(download=1_000_000))


def test_a_server_that_drips_is_left_at_the_deadline(site: Site) -> None:
    """Each single read is quick enough; only the whole takes too long."""

    def drip(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while not site.closing.wait(0.02):
            handler.wfile.write(b"X-Slow: 1\r\n")

    site.pages["/drip"] = drip
    message = fetch_refusal(f"{site.base}/drip", limits=Limits(fetch_seconds=0.3))
    assert message == "it did not answer in full within 0.3 seconds"


@pytest.mark.parametrize(("status", "words"), [(404, "404 Not Found"), (503, "503 Service Unavailable"), (299, "299")])
def test_errors_of_the_server_are_told(site: Site, status: int, words: str) -> None:
    site.pages["/x"] = body("no", status=status)
    assert fetch_refusal(f"{site.base}/x") == f"the server answers {words}"


def test_garbage_and_silence_are_told(site: Site) -> None:
    def garbage(handler: Handler) -> None:
        handler.wfile.write(b"\x00\xff this is no HTTP\r\n\r\n")
        handler.close_connection = True

    def hang_up(handler: Handler) -> None:
        handler.close_connection = True

    site.pages["/garbage"] = garbage
    site.pages["/hang-up"] = hang_up
    assert (
        fetch_refusal(f"{site.base}/garbage") == "its answer is no proper HTTP, breaks off, or redirects to no address"
    )
    assert (
        fetch_refusal(f"{site.base}/hang-up") == "its answer is no proper HTTP, breaks off, or redirects to no address"
    )
    free = "http://127.0.0.1:1/"
    assert fetch_refusal(free, ignore_robots=True).startswith("it cannot be reached")


def test_a_host_without_an_address_is_told() -> None:
    def nowhere(host: str, port: int) -> list[str]:
        raise OSError("Name or service not known")

    options = ReadOptions(ignore_robots=True)
    with Fetcher(options, resolver=nowhere) as fetcher, pytest.raises(UnreadableError, match="the host nowhere"):
        fetcher.get("https://nowhere.example/")


def test_robots_are_kept_to(site: Site) -> None:
    site.pages["/robots.txt"] = body("User-agent: *\nDisallow: /private/\nCrawl-delay: 7\n", content_type="text/plain")
    site.pages["/private/a"] = body("secret")
    site.pages["/a"] = body("open", content_type="text/plain")
    assert fetch_refusal(f"{site.base}/private/a") == "the site's robots.txt asks robots not to read it"
    assert "/private/a" not in site.paths
    waited: list[float] = []
    with Fetcher(ReadOptions(**LOCAL), sleep=waited.append, clock=lambda: 100.0, asked={}) as fetcher:
        fetcher.get(f"{site.base}/a")
        fetcher.get(f"{site.base}/a")
    assert waited == [7.0]
    (document,) = documents(f"{site.base}/private/a", ignore_robots=True, **LOCAL)
    assert document.text == "secret"


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("User-agent: *\nDisallow: /*.pdf$", "/report.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/report.pdf?page=1", True),
        ("User-agent: *\nDisallow: /private*/draft", "/private-2/draft", False),
        ("User-agent: *\nDisallow: /\nAllow: /open/", "/open/a", True),
        ("User-agent: *\nAllow: /open\nDisallow: /open/not", "/open/not", False),
        ("User-agent: Claim-Workbench\nDisallow: /a\n\nUser-agent: *\nDisallow: /", "/b", True),
        ("User-agent: other\nUser-agent: claim-workbench\nDisallow: /a", "/a", False),
        ("User-agent: other\nDisallow: /a", "/a", True),
        ("\ufeffUser-agent: *\nDisallow: /a", "/a", False),
        ("user agent *\ndisallow /a", "/a", False),
        ("User-agent: bench\nDisallow: /a", "/a", True),
    ],
)
def test_robots_rules_are_read_as_the_standard_says(site: Site, rules: str, path: str, allowed: bool) -> None:
    site.pages["/robots.txt"] = body(rules, content_type="text/plain")
    site.pages[path] = body("open")
    if allowed:
        with Fetcher(ReadOptions(**LOCAL)) as fetcher:
            assert fetcher.get(f"{site.base}{path}").content == b"open"
    else:
        assert fetch_refusal(f"{site.base}{path}") == "the site's robots.txt asks robots not to read it"


def test_a_robots_file_that_is_too_long_counts_as_far_as_it_is_read(site: Site) -> None:
    rules = "User-agent: *\nDisallow: /a\n" + "# x\n" * 200_000
    site.pages["/robots.txt"] = body(rules, content_type="text/plain")
    site.pages["/a"] = body("open")
    assert fetch_refusal(f"{site.base}/a") == "the site's robots.txt asks robots not to read it"
    site.pages["/robots.txt"] = body(gzip.compress(rules.encode()), Content_Encoding="gzip")
    assert fetch_refusal(f"{site.base}/a") == "the site's robots.txt asks robots not to read it"


def test_rules_for_thousands_of_other_robots_are_not_kept() -> None:
    """Each rule would be kept once a robot: 25,000 of them and 15,000 rules fit into what is read of one file."""
    group = "".join(f"user-agent: {number:x}z\n" for number in range(20_000)) + "allow: /\n" * 15_000
    rules = Robots(f"{group}user-agent: *\ndisallow: /a", "claim-workbench")
    assert not rules.allows("https://post.example/a")
    assert len(rules._rules._user_agents) == 2


def test_a_site_whose_robots_file_fails_is_left_alone(site: Site) -> None:
    site.pages["/robots.txt"] = body("", status=500)
    site.pages["/a"] = body("open")
    assert "robots.txt cannot be read" in fetch_refusal(f"{site.base}/a")


def test_two_questions_to_a_host_keep_a_pause(site: Site) -> None:
    site.pages["/a"] = body("open")
    waited: list[float] = []
    options = ReadOptions(allowed=LOOPBACK, pause=1.5)
    with Fetcher(options, sleep=waited.append, clock=lambda: 5.0, asked={}) as fetcher:
        fetcher.get(f"{site.base}/a")
        fetcher.get(f"{site.base}/a")
    assert waited == [1.5]


def test_the_pause_holds_from_one_reading_to_the_next(site: Site) -> None:
    site.pages["/a"] = body("open")
    waited: list[float] = []
    options = ReadOptions(allowed=LOOPBACK, pause=1.5)
    asked: dict[str, float] = {}
    for _ in range(2):
        with Fetcher(options, sleep=waited.append, clock=lambda: 5.0, asked=asked) as fetcher:
            fetcher.get(f"{site.base}/a")
    assert waited == [1.5]


def test_a_conditional_request_comes_back_unchanged(site: Site) -> None:
    def conditional(handler: Handler) -> None:
        if handler.headers.get("If-None-Match") == '"1"':
            handler.give(b"", status=304)
        else:
            handler.give(b"new", ETag='"1"')

    site.pages["/feed"] = conditional
    with Fetcher(ReadOptions(**LOCAL)) as fetcher:
        first = fetcher.get(f"{site.base}/feed")
        again = fetcher.get(f"{site.base}/feed", etag=first.headers["etag"], modified="x")
    assert (first.status, first.content, again.status, again.content) == (200, b"new", 304, b"")


def test_fact_checks_of_a_page_come_with_the_page_itself(site: Site) -> None:
    review = (
        '<script type="application/ld+json">{"@type": "ClaimReview", "claimReviewed": "A million took the ferry.", '
        '"reviewRating": {"alternateName": "False"}, "url": "https://check.example/1"}</script>'
    )
    site.pages["/check"] = body(page("Did a million take the ferry?", WORDS, review))
    check_document, page_document = [d for d in everything(f"{site.base}/check", **LOCAL) if isinstance(d, Document)]
    assert (check_document.kind.value, check_document.text) == ("fact_check", "A million took the ferry.")
    assert check_document.id != page_document.id
    assert page_document.kind.value == "document"
    (article,) = documents(f"{site.base}/check", as_evidence=False, **LOCAL)
    assert article.fact_check is None


def test_files_of_an_archive_at_an_address_are_not_taken_for_versions_of_each_other(site: Site, tmp_path: Path) -> None:
    """The address is the archive's: each file in it is told by its name."""
    archive = make_zip(tmp_path / "notes.zip", {"a.txt": f"One. {WORDS}", "b.txt": f"Two. {WORDS}"})
    site.pages["/notes.zip"] = body(archive.read_bytes(), content_type="application/zip")
    found = documents(f"{site.base}/notes.zip", **LOCAL)
    assert [document.url for document in found] == [None, None]
    assert [document.origin for document in found] == [f"{site.base}/notes.zip, {name}.txt" for name in "ab"]
    assert all("retrieved" in document.found for document in found)


def test_a_packed_answer_that_is_cut_short_is_refused_and_one_in_several_pieces_is_whole(site: Site) -> None:
    """Half a page must never be taken for the page."""
    markup = page("Ferry returns", WORDS).encode()
    packed = gzip.compress(markup)
    site.pages["/cut"] = body(packed[: len(packed) // 2], Content_Encoding="gzip")
    assert "breaks off" in fetch_refusal(f"{site.base}/cut")
    site.pages["/pieces"] = body(gzip.compress(markup[:100]) + gzip.compress(markup[100:]), Content_Encoding="gzip")
    site.pages["/filled"] = body(packed + b"\0\0\n", Content_Encoding="gzip")
    site.pages["/huge"] = body(gzip.compress(b"a" * 3_000_000), Content_Encoding="gzip")
    with Fetcher(ReadOptions(**LOCAL)) as fetcher:
        assert fetcher.get(f"{site.base}/pieces").content == markup
        assert fetcher.get(f"{site.base}/filled").content == markup
        assert fetcher.get(f"{site.base}/huge").content == b"a" * 3_000_000


def test_a_page_that_only_leads_on_is_followed(site: Site) -> None:
    target = site.base
    site.pages["/old"] = body(
        "<html><head><meta http-equiv='refresh' content='0; url=/new'></head><body>Moved</body></html>"
    )
    site.pages["/new"] = body(page("Pears sell well", WORDS))
    (found,) = documents(f"{target}/old", **LOCAL)
    assert (found.title, found.url) == ("Pears sell well", f"{target}/new")
    site.pages["/loop"] = body('<meta http-equiv="refresh" content="0;URL=/loop2">')
    site.pages["/loop2"] = body('<meta http-equiv="refresh" content="0;URL=/loop">')
    assert "it only leads on to" in refusal(f"{target}/loop", **LOCAL)
