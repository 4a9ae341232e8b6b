# ruff: noqa: E501 - pages stand as people write them
"""Pages whose title, authors, day or address stand in odd places; places and people are invented."""

from __future__ import annotations

from tests.ingest.odd_pages import NEWS, PARAGRAPHS, Odd, article, linked, page


def dated(line: str, day: str, *, lang: str = "en") -> Odd:
    """A page with a line below its heading that says the day."""
    html = article(f"<p class=date>{line}</p>{PARAGRAPHS}", lang=lang)
    return Odd(f"date in words: {line}", html, has=(), published=day)


def stated(value: str, day: str, *, lang: str = "en", name: str = "article:published_time") -> Odd:
    """A page whose head states the day."""
    html = article(PARAGRAPHS, f'<meta property="{name}" content="{value}">', lang=lang)
    return Odd(f"date stated: {value} ({lang})", html, has=(), published=day)


WORDS = (
    dated("March 4, 2021", "2021-03-04"),
    dated("Thursday, 4th of March 2021", "2021-03-04"),
    dated("Published: 4 Mar 2021, 10:12 pm", "2021-03-04"),
    dated("Varen, 4. März 2021", "2021-03-04", lang="de"),
    dated("Donnerstag, 04.03.2021, 18:05 Uhr", "2021-03-04", lang="de"),
    dated("Publié le 4 mars 2021 à 08h15", "2021-03-04", lang="fr"),
    dated("Publié le 1er mars 2021", "2021-03-01", lang="fr"),
    dated("4 de marzo de 2021", "2021-03-04", lang="es"),
    dated("Giovedì 4 marzo 2021", "2021-03-04", lang="it"),
    dated("4 de março de 2021 às 12h55", "2021-03-04", lang="pt"),
    dated("4 maart 2021 om 08:00", "2021-03-04", lang="nl"),
    dated("4 marca 2021", "2021-03-04", lang="pl"),
    dated("4. března 2021", "2021-03-04", lang="cs"),
    dated("4 марта 2021, 18:30", "2021-03-04", lang="ru"),
    dated("4 березня 2021 р.", "2021-03-04", lang="uk"),
    dated("4 Mart 2021 Perşembe", "2021-03-04", lang="tr"),
    dated("4 mars 2021", "2021-03-04", lang="sv"),
    dated("4. maaliskuuta 2021", "2021-03-04", lang="fi"),
    dated("2021. március 4.", "2021-03-04", lang="hu"),
    dated("4 martie 2021", "2021-03-04", lang="ro"),
    dated("4 Μαρτίου 2021", "2021-03-04", lang="el"),
    dated("2021년 3월 4일", "2021-03-04", lang="ko"),
    dated("2021年3月4日", "2021-03-04", lang="ja"),
    dated("4 Maret 2021", "2021-03-04", lang="id"),
    dated("4 tháng 3, 2021", "2021-03-04", lang="vi"),
    dated("4 مارس 2021", "2021-03-04", lang="ar"),
    dated("4 मार्च 2021", "2021-03-04", lang="hi"),
    dated("4 במרץ 2021", "2021-03-04", lang="he"),
)
FIGURES = (
    stated("2021-03-04T10:00:00Z", "2021-03-04"),
    stated("03/04/2021", "2021-03-04", lang="en-US"),
    stated("04/03/2021", "2021-03-04", lang="en-GB"),
    stated("04/03/2021", "2021-03-04", lang="fr"),
    stated("05/29/2007 09:49:00", "2007-05-29"),
    stated("29.05.2022", "2022-05-29", lang="de"),
    stated("2021-03-04 10:00:00", "2021-03-04"),
    stated("20210304", "2021-03-04"),
    stated("Thu, 04 Mar 2021 23:30:00 -0800", "2021-03-04"),
    stated("2021-03-04T23:59:59-05:00", "2021-03-04"),
    stated("2021-03-05T00:10:00+09:00", "2021-03-05"),
    stated("1614852000", "2021-03-04"),
    stated("2021-03-04", "2021-03-04", name="dc.date.issued"),
)
FIELDS = (
    Odd(
        "data in a CDATA section",
        article(PARAGRAPHS, linked(NEWS, "\n//<![CDATA[\n", "\n//]]>\n")),
        has=(),
        published="2021-03-04",
        author="Mira Tolland",
    ),
    Odd(
        "data in a comment",
        article(PARAGRAPHS, linked(NEWS, "<!--\n", "\n-->")),
        has=(),
        published="2021-03-04",
        author="Mira Tolland",
    ),
    Odd(
        "data in a graph that names persons by their id",
        article(
            PARAGRAPHS,
            linked(
                {
                    "@context": "https://schema.org",
                    "@graph": [
                        {"@type": "WebSite", "@id": "/#site", "name": "Varen Post"},
                        {"@type": "Person", "@id": "/#mira", "name": "Mira Tolland"},
                        {**NEWS, "author": {"@id": "/#mira"}},
                    ],
                }
            ),
        ),
        has=(),
        published="2021-03-04",
        author="Mira Tolland",
    ),
    Odd(
        "several authors in data",
        article(PARAGRAPHS, linked({**NEWS, "author": [{"name": "Mira Tolland"}, {"name": "Jon Sedge"}]})),
        has=(),
        author="Mira Tolland, Jon Sedge",
    ),
    Odd(
        "data that breaks off in a comma",
        article(
            PARAGRAPHS,
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-03-04",}</script>',
        ),
        has=(),
        published="2021-03-04",
    ),
    Odd(
        "the name of the site for a title",
        page(
            f"<article><h1>Pumps for Varen cost twice as much</h1>{PARAGRAPHS}</article>",
            '<meta property="og:title" content="Varen Post"><meta property="og:site_name" content="Varen Post">',
            title="Varen Post",
        ),
        has=(),
        title="Pumps for Varen cost twice as much",
    ),
    Odd(
        "a title with the name of the site behind it",
        page(
            f"<article><h1>Pumps for Varen cost twice as much</h1>{PARAGRAPHS}</article>",
            '<meta property="og:site_name" content="Varen Post">',
            title="Pumps for Varen cost twice as much - Varen Post",
        ),
        has=(),
        title="Pumps for Varen cost twice as much",
    ),
    Odd(
        "a title with the section and a site that is named nowhere",
        page(
            f"<article><h1>Pumps for Varen cost twice as much</h1>{PARAGRAPHS}</article>",
            title="Pumps for Varen cost twice as much | Local news | The Varen Post",
        ),
        has=(),
        title="Pumps for Varen cost twice as much",
    ),
    Odd(
        "a heading that is a logo",
        page(
            f"<header><h1 class=logo><a href=/>Varen Post</a></h1></header><article><h2>Pumps for Varen cost twice as much</h2>"
            f"{PARAGRAPHS}</article>",
            title="Pumps for Varen cost twice as much | Varen Post",
        ),
        has=(),
        title="Pumps for Varen cost twice as much",
    ),
    Odd(
        "authors in links",
        article(
            f"<p class=byline>By <a rel=author href=/m>Mira Tolland</a> and <a rel=author href=/j>Jon Sedge</a></p>{PARAGRAPHS}"
        ),
        has=(),
        author="Mira Tolland, Jon Sedge",
    ),
    Odd(
        "an author as a property",
        article(f"<span itemprop=author itemscope><span itemprop=name>Mira Tolland</span></span>{PARAGRAPHS}"),
        has=(),
        author="Mira Tolland",
    ),
    Odd(
        "a by-line with an office and a day",
        article(f"<p>By Mira Tolland, Environment Correspondent</p><p>4 March 2021</p>{PARAGRAPHS}"),
        has=(),
        author="Mira Tolland",
        published="2021-03-04",
    ),
    Odd(
        "a by-line in capitals",
        article(f"<div class=meta>BY MIRA TOLLAND AND JON SEDGE</div>{PARAGRAPHS}"),
        has=(),
        author="MIRA TOLLAND, JON SEDGE",
    ),
    Odd(
        "a by-line in German", article(f"<p>Von Mira Tolland</p>{PARAGRAPHS}", lang="de"), has=(), author="Mira Tolland"
    ),
    Odd(
        "a by-line in French", article(f"<p>Par Mira Tolland</p>{PARAGRAPHS}", lang="fr"), has=(), author="Mira Tolland"
    ),
    Odd(
        "words that only look like a by-line",
        article(f"<p>By the river, nine pumps stood idle for the whole of the winter.</p>{PARAGRAPHS}"),
        has=("By the river, nine pumps stood idle for the whole of the winter.",),
        author="",
    ),
    Odd(
        "an author who is an address",
        article(PARAGRAPHS, '<meta name=author content="https://post.example/staff/7">'),
        has=(),
        author="",
    ),
    Odd(
        "a relative canonical link",
        article(PARAGRAPHS, '<link rel=canonical href="../2021/pumps.html">'),
        has=(),
        address="https://post.example/news/a/b.html",
        url="https://post.example/news/2021/pumps.html",
    ),
    Odd(
        "a canonical link without a scheme",
        article(PARAGRAPHS, '<link rel=canonical href="//post.example/pumps">'),
        has=(),
        address="https://m.post.example/pumps",
        url="https://post.example/pumps",
    ),
    Odd(
        "a day far ahead",
        article(f"<p>Valid until 31 December 2099.</p>{PARAGRAPHS}"),
        has=(),
        published="",
    ),
    Odd(
        "no day but a year in the foot",
        page(f"<article><h1>Pumps for Varen</h1>{PARAGRAPHS}</article><footer>© 2019 Varen Post</footer>"),
        has=(),
        published="",
    ),
    Odd(
        "an evening told in UTC",
        article(
            f"<time>4 March 2021 10:28 p.m. ET</time>{PARAGRAPHS}",
            linked({**NEWS, "datePublished": "2021-03-05T03:28:00Z"}),
        ),
        has=(),
        published="2021-03-04",
    ),
    Odd(
        "a morning in the east told in UTC",
        article(
            f"<time>2021年3月5日 07:30</time>{PARAGRAPHS}",
            linked({**NEWS, "datePublished": "2021-03-04T22:30:00Z"}),
            lang="ja",
        ),
        has=(),
        published="2021-03-05",
    ),
    Odd(
        "first published and changed",
        article(
            f"<p class=dates>Updated 9 May 2022 · First published 4 March 2021</p>{PARAGRAPHS}",
            '<meta property="article:modified_time" content="2022-05-09T08:00:00Z">',
        ),
        has=(),
        published="2021-03-04",
    ),
    Odd(
        "days of other articles beside",
        page(
            "<aside class=latest><ul><li>9 May 2022 <a href=/1>Other news</a></li><li>8 May 2022 <a href=/2>More</a></li></ul>"
            f"</aside><article><h1>Pumps for Varen</h1><div class=meta>4 March 2021</div>{PARAGRAPHS}</article>"
        ),
        has=(),
        published="2021-03-04",
    ),
    Odd(
        "the day in the address alone",
        article(PARAGRAPHS),
        has=(),
        address="https://post.example/2021/03/04/pumps",
        published="2021-03-04",
    ),
    Odd(
        "a day of an event and the day of publication",
        article(
            f"<p class=meta>Posted 4 March 2021</p>{PARAGRAPHS}<div class=event>The meeting is on 17 June 2021.</div>"
        ),
        has=(),
        published="2021-03-04",
    ),
)
