"""What a page says about itself: title, author, date, address; a guess is told as one, and nothing wrong is said."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.making import documents
from workbench.domain.documents import Document
from workbench.ingest.bylines import is_byline, line_authors, names_in

TEXT = (
    "<p>The orchard of Varen sold 310 tonnes of pears last autumn, the growers said on Friday, the most since 1998.</p>"
    "<p>Its cold store was built in 1974 and will be replaced by a larger one within three years, the growers said.</p>"
)
DAY = date(2021, 3, 4)


def read(
    tmp_path: Path, head: str = "", top: str = "", *, lang: str = "en", title: str = "Pears sell well"
) -> Document:
    path = tmp_path / "page.html"
    path.write_text(
        f'<html lang="{lang}"><head><title>{title}</title>{head}</head><body><article>'
        f"<h1>Pears sell well</h1>{top}{TEXT}</article></body></html>",
        encoding="utf-8",
    )
    return documents(path, as_evidence=False)[0]


def data(**fields: Any) -> str:
    kind = {"@context": "https://schema.org", "@type": "NewsArticle"}
    return json.dumps({**kind, "headline": "Pears sell well", **fields})


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        *(("", ""), ("//<![CDATA[\n", "\n//]]>"), ("<!--", "-->")),
        *(("/*<![CDATA[*/", "/*]]>*/"), ("\n<![CDATA[", "]]>"), ("", ";")),
    ],
)
def test_linked_data_in_any_wrapping_is_read(tmp_path: Path, before: str, behind: str) -> None:
    stated = data(
        datePublished="2021-03-04T09:00:00Z",
        dateModified="2024-01-01",
        author=[{"@type": "Person", "name": "Ann Lee"}, {"name": "Tom Roe"}],
        publisher={"name": "Varen Post"},
    )
    found = read(tmp_path, f'<script type="application/ld+json">{before}{stated}{behind}</script>')
    assert (found.published, found.author, found.publisher) == (DAY, "Ann Lee, Tom Roe", "Varen Post")
    assert "published" not in found.guessed


def test_a_title_that_is_the_sites_name_or_a_description_is_none(tmp_path: Path) -> None:
    site = "Varen Post - Latest News"
    head = f'<meta property="og:title" content="{site}"><meta name="application-name" content="{site}">'
    found = read(tmp_path, head, title=site)
    assert (found.title, found.publisher) == ("Pears sell well", "Varen Post")
    described = data(headline="small town in the hills", name="Pears sell well", description="small town in the hills")
    found = read(tmp_path, f'<script type="application/ld+json">{described}</script>')
    assert found.title == "Pears sell well"


@pytest.mark.parametrize(
    ("top", "author"),
    [
        ("<p class='byline'>by <a rel='author' href='/a'><span itemprop='author'>Ann Lee</span></a> and "
         "<a rel='author' href='/t'>Tom Roe</a></p>", "Ann Lee, Tom Roe"),
        ("<p>By Ann Lee and Tom Roe</p>", "Ann Lee, Tom Roe"),
        ("<div class='meta'><span>March 4, 2021</span><span>By Ann Lee</span></div>", "Ann Lee"),
        ("<div class='article__author'>Von Ann Lee, Tom Roe | 4. März 2021</div>", "Ann Lee, Tom Roe"),
        ("<div itemprop='author' itemscope><span itemprop='name'>Ann Lee</span><span>Reporter of the year</span></div>",
         "Ann Lee"),
        ("<div class='comment'><span class='author'>Ann Lee</span></div>", None),
        ("<p>By the time the store opened, pears were dear.</p>", None),
    ],
)  # fmt: skip
def test_authors_are_found_where_people_write_them(tmp_path: Path, top: str, author: str | None) -> None:
    assert read(tmp_path, top=top).author == author


def test_a_by_line_is_no_text_of_the_article(tmp_path: Path) -> None:
    assert "Tom Roe" not in read(tmp_path, top="<p>By Ann Lee and Tom Roe</p>").text
    assert is_byline("Von Ann Lee")
    assert not is_byline("By 2030 all will be well")
    assert not is_byline("By boat.")
    assert names_in("By Ann Lee, PhD, for the Varen Post, 3 May 2021") == ["Ann Lee"]


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("김민준 기자", "김민준"),
        ("입력 2023.11.14 | 남궁민 기자", "남궁민"),
        ("이준 기자 lee@varen.example", "이준"),
        *(
            (f"{word} 기자", None)
            for word in ("홍길동 선임", "의학 전문", "최하나 수습", "정치부", "한국 인턴", "현장 취재", "사진")
        ),
        ("의학 전문 기자 김민준", None),
        ("记者：李明", "李明"),
        ("（文：李明）", "李明"),
        ("文／李明", "李明"),
        ("本文作者：李明", "李明"),
        *(
            (line, None)
            for line in ("论文：气候变化", "原文：人民日报", "全文：总统讲话", "作者：佚名", "合作者：王小明")
        ),
        ("Text: Ann Lee", "Ann Lee"),
        ("Story by Ann Lee", "Ann Lee"),
        *((f"{word}: Harbour Ferry Returns", None) for word in ("Story", "Words", "Reportage")),
    ],
)
def test_offices_subjects_and_titles_are_no_authors(line: str, author: str | None) -> None:
    assert line_authors([line]) == author


def test_a_line_that_only_looks_like_a_by_line_stays(tmp_path: Path) -> None:
    found = read(tmp_path, top="<p>Story: Harbour Ferry Returns</p>")
    assert found.author is None
    assert "Story: Harbour Ferry Returns" in found.text


@pytest.mark.parametrize(
    ("lines", "whole", "published"),
    [
        ("The firm opened on<br>3 May 2019<br>in the old mill of Holm.", True, None),
        ("The firm opened in the mill,<br>3 May 2019<br>and in the store.", True, None),
        ("The firm opened on<br>3 May 2019<br>The mill is older.", True, None),
        ("The mill was founded<br>by Ann Lee<br>in the old town of Holm.", True, None),
        ("Mill burns down<br>3 May 2019<br>The fire took four hours.", False, "2019-05-03"),
        ("Mill burns down in town<br>3 May 2019<br>by the staff of the Post<br>The fire is out.", False, "2019-05-03"),
        ("Published on<br>3 May 2019<br>The fire took four hours.", False, "2019-05-03"),
        ("published on<br>3 May 2019<br>by admin<br>The fire took four hours.", False, "2019-05-03"),
        ("It opened on<br>3 May 2019<br>in the old mill of Holm.", True, None),
        ("The mill burns.<br>3 May 2019<br>it is old.", False, "2019-05-03"),
        ("Mill burns down<br>3 May 2019<br>by Ann Lee<br>The fire took four hours.", False, "2019-05-03"),
    ],
)
def test_a_line_in_the_middle_of_a_sentence_is_no_head(
    tmp_path: Path, lines: str, whole: bool, published: str | None
) -> None:
    """A day or a name stands alone in a line where an old page broke its lines by hand, too."""
    found = read(tmp_path, top=f"<div>{lines}</div>")
    assert (re.sub(r"\s*<br>\s*", " ", lines) in found.text) is whole
    assert str(found.published) == str(published)
    assert not whole or found.author is None


@pytest.mark.parametrize(
    ("head", "top", "lang"),
    [
        ('<meta name="publishdate" content="03/04/2021 09:49:00">', "", "en-US"),
        ('<meta name="date" content="04/03/2021">', "", "fr"),
        ('<meta property="article:published_time" content="2021-03-04T23:30:00-05:00">', "", "en"),
        ("", '<time datetime="2021-03-04T08:00" pubdate>today</time>', "en"),
        ("", '<span itemprop="datePublished" content="2021-03-04">4/3</span>', "en"),
        ("", '<p class="info">Varen, 4. März 2021</p>', "de"),
        ("", '<p class="entry-date">04.03.21</p>', "de"),
        ("", "<p>Publicado el 4 de marzo de 2021</p>", "es"),
        ("", "<p>Updated 6 March 2021</p><p>Published 4 March 2021</p>", "en"),
        ('<link rel="canonical" href="https://varen.example/2021/03/04/pears">', "", "en"),
    ],
)
def test_the_day_of_publication_is_found(tmp_path: Path, head: str, top: str, lang: str) -> None:
    assert read(tmp_path, head, top, lang=lang).published == DAY


def test_an_evening_stays_on_its_day_where_the_page_shows_it(tmp_path: Path) -> None:
    stated = f'<script type="application/ld+json">{data(datePublished="2021-03-05T03:28:35Z")}</script>'
    assert read(tmp_path, stated, "<time>March 4, 2021 10:28 p.m. ET</time>").published == DAY
    assert read(tmp_path, stated, "<time>March 5, 2021</time>").published == date(2021, 3, 5)
    assert read(tmp_path, stated).published == date(2021, 3, 5)


def test_no_day_is_made_of_a_year_and_none_that_lies_ahead_is_guessed(tmp_path: Path) -> None:
    ahead = datetime.now(UTC).date() + timedelta(days=900)
    assert read(tmp_path, top=f"<p class='date'>Valid until {ahead.isoformat()}</p>").published is None
    assert read(tmp_path, top="<footer>© 2019 Varen Post</footer>").published is None
    assert read(tmp_path, top="<p class='date'>March 2019</p>").published is None


def test_an_encyclopedia_is_as_of_its_last_change(tmp_path: Path) -> None:
    head = f'<script type="application/ld+json">{data(datePublished="2003-02-28", dateModified="2021-03-04")}</script>'
    assert read(tmp_path, head, '<div id="mw-content-text"></div>').published == DAY


def test_a_relative_canonical_address_is_one_of_the_page(tmp_path: Path) -> None:
    head = '<base href="https://varen.example/news/"><link rel="canonical" href="pears">'
    assert read(tmp_path, head).url == "https://varen.example/news/pears"
    assert read(tmp_path, '<link rel="canonical" href="/pears">').url is None


@pytest.mark.parametrize("hour", ["00:00:00", "23:59:59"])
@pytest.mark.parametrize("zone", ["Z", "+00:00", "-00:00", "+14:00", "-12:00", ""])
@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "1000-01-01", "1449-12-31"])
def test_a_day_that_stands_for_none_is_none_and_loses_no_page(tmp_path: Path, day: str, hour: str, zone: str) -> None:
    stated = f"{day}T{hour}{zone}"
    for head in (
        f'<meta property="article:published_time" content="{stated}">',
        f'<script type="application/ld+json">{data(datePublished=stated, dateModified=stated)}</script>',
    ):
        found = read(tmp_path, head, f"<time datetime='{stated}'>10:00, 5 May 2021</time>")
        assert found.published in (None, date(2021, 5, 5))
        assert "310 tonnes" in found.text


COMMENTED = '"comment":[{"author":{"name":"Troll Smith"},"datePublished":"2011-01-01","headline":"Fake!"}]'


@pytest.mark.parametrize(
    "fields",
    [
        f'"description":"he said "hi" and",{COMMENTED},"author":{{"name":"Ann Lee"}},"datePublished":"2021-03-04"',
        f'"description":"he said "hi" and","author":{{"name":"Ann Lee"}},"datePublished":"2021-03-04",{COMMENTED}',
    ],
)
def test_of_broken_linked_data_only_the_articles_own_fields_are_taken(tmp_path: Path, fields: str) -> None:
    found = read(tmp_path, f'<script type="application/ld+json">{{"@type":"NewsArticle",{fields}}}</script>')
    assert (found.author, found.published) == ("Ann Lee", DAY)


@pytest.mark.parametrize(
    "stated",
    [
        f'{{"@type":"NewsArticle","description":"so "it" is",{COMMENTED}}}',
        '{"@type":"NewsArticle","description":"so "it" is","author":{"name":"Ann Lee","mainEntityOfPage":{"@type":'
        '"Article","headline":"Fake!","datePublished":"2011-01-01","author":{"name":"Troll Smith"}}}}',
        '{"@type":"NewsArticle","comment":[{"text":"a "b" :-}]","author":{"name":"Troll Smith"},"datePublished":'
        '"2011-01-01"}],"headline":"Pears sell well"}',
        '{"@type":"WebPage","description":"so "it" is","hasPart":[{"@type":"NewsArticle","datePublished":"2011-01-01",'
        '"author":{"name":"Troll Smith"}}]}',
        '{"@type":"NewsArticle","description":"so "it" is","author":{"name":"Troll Smith"},"author":{"name":"Ann"}}',
    ],
)
def test_of_broken_linked_data_nothing_is_taken_from_nested_objects(tmp_path: Path, stated: str) -> None:
    found = read(tmp_path, f'<script type="application/ld+json">{stated}</script>')
    assert found.author in (None, "Ann Lee")
    assert (found.published, found.title) == (None, "Pears sell well")


def test_the_title_of_a_drawing_is_not_that_of_the_page(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        "<html><body><article><svg><title>Icon of arrow</title></svg>"
        f"<h2>Pears sell well</h2>{TEXT}</article></body></html>",
        encoding="utf-8",
    )
    assert documents(path, as_evidence=False)[0].title == "Pears sell well"
    path.write_text(
        f"<html><body><article><h1><svg><title>Icon</title></svg>Pears sell well</h1>{TEXT}</article></body></html>",
        encoding="utf-8",
    )
    assert documents(path, as_evidence=False)[0].title == "Pears sell well"


@pytest.mark.parametrize(
    "heading",
    [
        "<h1 style='opacity:0'>Aliens landed in Kent</h1>",
        "<h1 style='font-size:0px'>Aliens landed in Kent</h1>",
        "<h1 hidden>Aliens landed in Kent</h1>",
        "<div style='display:none'><h1>Aliens landed in Kent</h1></div>",
    ],
)
def test_a_heading_that_nobody_sees_is_no_title(tmp_path: Path, heading: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        f"<html><head><title>x</title></head><body><article>{heading}<h1>Pears sell well this year</h1>{TEXT}"
        "</article></body></html>",
        encoding="utf-8",
    )
    found = documents(path, as_evidence=False)[0]
    assert found.title == "Pears sell well this year"
    assert "Aliens" not in found.text


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("<p>Read what <a rel='author' href='/x'>Joe Bell</a> said of it.</p>", None),
        ("<p>Read what <a rel='author' href='/x'>Joe Bell</a> said of it in 2021 when he came to town</p>", None),
        ("<p>By <a rel='author' href='/x'>Joe Bell</a>, 4 March 2021</p>", "Joe Bell"),
        ("<p>Written by <a rel='author' href='/x'>Joe Bell</a> and published on 4 March 2021</p>", "Joe Bell"),
        ("<p>Posted by <a rel='author' href='/x'>Joe Bell</a> on 4 March 2021.</p>", "Joe Bell"),
        ("<a rel='author' href='/x'>Joe Bell</a>", "Joe Bell"),
    ],
)
def test_who_is_named_in_a_sentence_is_no_author(tmp_path: Path, line: str, author: str | None) -> None:
    assert read(tmp_path, top=line).author == author


@pytest.mark.parametrize(
    ("box", "found"),
    [
        *(
            (f"<table><tr><th>{label}</th><td>3 May 2022</td></tr></table>", True)
            for label in ("Date", "Fecha", "Data:", "Dato", "Дата", "Date published", "Publicado", "Stand")
        ),
        ("<dl><dt>Fecha</dt><dd>3 May 2022</dd></dl>", True),
        ("<dl><dt>3 May 2022</dt><dd>By Ann Berg</dd></dl>", True),
        ("<dl><dt>3 May 2022</dt><dd>By Ann Berg</dd><dt>Topic</dt><dd>Pears</dd></dl>", True),
        ("<dl><dt>2 May 2019</dt><dd>It opened.</dd><dt>3 May 2022</dt><dd>It closed.</dd></dl>", False),
        *(
            (f"<table><tr><th>{label}</th><td>3 May 2022</td></tr></table>", False)
            for label in ("Opened", "Born", "Date of birth", "Geburtsdatum", "Event date", "Start date", "When")
        ),
    ],
)
def test_the_head_of_a_row_says_whose_day_it_is(tmp_path: Path, box: str, found: bool) -> None:
    assert read(tmp_path, top=box).published == (date(2022, 5, 3) if found else None)


def checked(claim: str, url: str, author: Any) -> dict[str, Any]:
    """The linked data of a fact check."""
    rating = {"@type": "Rating", "alternateName": "False"}
    return {"@type": "ClaimReview", "url": url, "claimReviewed": claim, "author": author, "reviewRating": rating}


HOUSE = {"@type": "Organization", "name": "Orchard Checks"}


@pytest.mark.parametrize(
    ("reviews", "head", "told"),
    [
        ([("https://a.example/pears#claim-1", HOUSE)], "", ("Orchard Checks", "https://a.example/pears")),
        (
            [("https://a.example/pears#claim-1", HOUSE), ("https://a.example/pears#claim-2", HOUSE)],
            "",
            ("Orchard Checks", "https://a.example/pears"),
        ),
        (
            [("https://a.example/pears", {"@type": "NewsMediaOrganization", "name": "Orchard Checks"})],
            '<meta property="og:site_name" content="Varen Post"><link rel="canonical" href="https://b.example/p">',
            ("Varen Post", "https://b.example/p"),
        ),
        ([("https://a.example/1", HOUSE), ("https://b.example/2", HOUSE)], "", (None, None)),
        (
            [
                ("https://a.example/1", HOUSE),
                ("https://a.example/1", {"@type": "Organization", "name": "Other Checks"}),
            ],
            "",
            (None, None),
        ),
        ([("https://a.example/1", {"@type": "Person", "name": "Ann Lee"})], "", ("a.example", "https://a.example/1")),
        ([("", HOUSE)], "", ("Orchard Checks", None)),
    ],
)
def test_a_page_that_carries_its_fact_check_is_of_whoever_made_that(
    tmp_path: Path, reviews: list[tuple[str, Any]], head: str, told: tuple[str | None, str | None]
) -> None:
    """Saved from a browser, with no other markup, it had neither publisher nor address; a round-up has not either."""
    stated = json.dumps([checked("Pears sell badly.", url, author) for url, author in reviews])
    found = read(tmp_path, f'{head}<script type="application/ld+json">{stated}</script>')
    assert (found.publisher, found.url) == told
