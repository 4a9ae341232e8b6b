# ruff: noqa: E501 - pages stand as the systems write them
"""Further pages of many systems, written after the rules that the others led to, so that they tell how far these carry."""

from __future__ import annotations

from tests.ingest.cms_pages import linked
from tests.ingest.cms_pages import page as any_page
from tests.ingest.odd_pages import Odd

TITLE = "Holm closes two schools for want of pupils"
ONE = "The county of Holm will close two of its 14 schools next summer, because only 212 children are left in them."
TWO = "Parents had collected 3,900 signatures against the plan, which saves 2.4 million crowns a year, the county said."
THREE = "The pupils will go by bus to Nordby, 18 kilometres away, and the trip takes about 25 minutes each way."
TEXT = (ONE, TWO, THREE)


def page(head: str, body: str, *, lang: str = "en", title: str = TITLE) -> str:
    return any_page(head, body, lang=lang, title=title)


PARAGRAPHS = "".join(f"<p>{one}</p>" for one in TEXT)
ELSE = "Swimming hall opens after repairs of three years"

PAGES = (
    Odd(
        "Joomla: details as a list, next and previous",
        page(
            '<meta name="generator" content="Joomla! - Open Source Content Management">',
            f"""<body class="site com_content view-article"><div class="container"><main><div class="com-content-article item-page" itemscope itemtype="https://schema.org/Article"><div class="page-header"><h1 itemprop="headline">{TITLE}</h1></div>
<dl class="article-info text-muted"><dd class="createdby" itemprop="author" itemscope itemtype="https://schema.org/Person">Written by: <span itemprop="name">Nora Bakke</span></dd><dd class="published"><time datetime="2023-11-14T06:10:00+01:00" itemprop="datePublished">Published: 14 November 2023</time></dd><dd class="modified"><time datetime="2023-11-20T06:10:00+01:00" itemprop="dateModified">Last Updated: 20 November 2023</time></dd><dd class="hits">Hits: 1204</dd></dl>
<div itemprop="articleBody" class="com-content-article__body">{PARAGRAPHS}</div><nav class="pagenavigation"><a href="/p">Previous article: {ELSE}</a></nav></div></main></div></body>""",
            title=f"{TITLE} - Holm Post",
        ),
        has=TEXT,
        lacks=(ELSE,),
        title=TITLE,
        author="Nora Bakke",
        published="2023-11-14",
    ),
    Odd(
        "Squarespace",
        page(
            '<meta itemprop="name" content="Holm Post"><meta itemprop="datePublished" content="2023-11-14T06:10:00+0100"><meta itemprop="dateModified" content="2023-11-20T06:10:00+0100"><meta itemprop="headline" content="'
            + TITLE
            + '"><meta itemprop="author" content="Nora Bakke"><meta property="og:site_name" content="Holm Post">',
            f"""<body><article class="BlogItem"><div class="blog-item-top-wrapper"><h1 class="entry-title">{TITLE}</h1><div class="blog-item-meta"><time class="dt-published" datetime="Nov 14, 2023">Nov 14</time></div></div><div class="blog-item-content">{PARAGRAPHS}</div><section class="item-pagination"><a><h2>{ELSE}</h2><time>Nov 2</time></a></section></article></body>""",
            title=f"{TITLE} — Holm Post",
        ),
        has=TEXT,
        title=TITLE,
        author="Nora Bakke",
        published="2023-11-14",
    ),
    Odd(
        "Jekyll: date and author in one line",
        page(
            '<meta name="generator" content="Jekyll v4.3.2" />',
            f"""<body><header class="site-header"><a class="site-title" href="/">holm notes</a></header><main><article class="post h-entry"><header class="post-header"><h1 class="post-title p-name">{TITLE}</h1><p class="post-meta"><time class="dt-published" datetime="2023-11-14T00:00:00+00:00">Nov 14, 2023</time> • <span><span class="p-author h-card">Nora Bakke</span></span></p></header><div class="post-content e-content">{PARAGRAPHS}</div></article></main><footer class="site-footer">rss</footer></body>""",
            title=f"{TITLE} | holm notes",
        ),
        has=TEXT,
        title=TITLE,
        author="Nora Bakke",
        published="2023-11-14",
    ),
    Odd(
        "agency: dateline with place and day, byline below",
        page(
            "",
            f"""<body><div class="wrap"><h1>{TITLE}</h1><div class="story"><p>HOLM, Nov. 14, 2023 (NBT) – {ONE}</p><p>{TWO}</p><p>{THREE}</p><p class="signature">Reporting by Nora Bakke; editing by Per Lund</p></div></div></body>""",
            lang="en-US",
        ),
        has=(ONE, TWO, THREE),
        title=TITLE,
        published="2023-11-14",
    ),
    Odd(
        "AEM: components with long class names, date by attribute",
        page(
            '<meta name="template" content="article-page"><meta property="cq:lastmodified" content="2024-02-01">',
            f"""<body><div class="root responsivegrid"><div class="title cmp-title"><h1 class="cmp-title__text">{TITLE}</h1></div><div class="articlemeta"><span class="cmp-articlemeta__date">14 November 2023</span><span class="cmp-articlemeta__author">Nora Bakke</span></div><div class="text parbase"><div class="cmp-text">{PARAGRAPHS}</div></div><div class="teaserlist cmp-teaser"><h2 class="cmp-teaser__title">{ELSE}</h2><p class="cmp-teaser__date">20 November 2023</p></div></div></body>""",
            lang="en-GB",
            title=f"{TITLE} | County of Holm",
        ),
        has=TEXT,
        title=TITLE,
        author="Nora Bakke",
        published="2023-11-14",
    ),
    Odd(
        "German: Von NAME, dpa; Stand",
        page(
            '<meta property="article:published_time" content="2023-11-14T05:10:00+01:00">',
            """<body><article><h1>Holm schließt zwei Schulen</h1><div class="author-line">Von <a href="/autor/nb">Nora Bakke</a>, Holm</div><div class="article-date">14.11.2023, 05:10 Uhr (Stand: 15.11.2023, 08:00 Uhr)</div><p>Der Kreis Holm schließt im Sommer zwei seiner 14 Schulen, weil nur noch 212 Kinder dort lernen.</p><p>Eltern hatten 3.900 Unterschriften gegen den Plan gesammelt.</p><aside class="infobox"><h3>Mehr zum Thema</h3><a>Schwimmhalle öffnet</a></aside></article></body>""",
            lang="de",
            title="Holm: Kreis schließt zwei Schulen - Holmer Post",
        ),
        has=("zwei seiner 14 Schulen", "3.900 Unterschriften"),
        lacks=("Schwimmhalle",),
        author="Nora Bakke",
        published="2023-11-14",
    ),
    Odd(
        "Czech",
        page(
            "",
            """<body><article><h1>Holm zavře dvě školy</h1><p class="info">Autor: Nora Bakková, 14. listopadu 2023 6:10</p><p>Kraj Holm zavře v létě dvě ze svých 14 škol, protože v nich zůstalo jen 212 dětí.</p><p>Rodiče sebrali 3 900 podpisů proti plánu.</p></article></body>""",
            lang="cs",
            title="Holm zavře dvě školy",
        ),
        has=("dvě ze svých 14 škol",),
        author="Nora Bakková",
        published="2023-11-14",
    ),
    Odd(
        "Korean",
        page(
            "",
            """<body><div class="article_view"><h3 class="tit_view">홀름, 학교 두 곳 폐교</h3><div class="info_view"><span class="txt_info">김민준 기자</span><span class="txt_info">입력 2023. 11. 14. 06:10</span><span class="txt_info">수정 2023. 11. 15. 08:00</span></div><div class="article_body"><p>홀름 군은 내년 여름 14개 학교 가운데 두 곳을 닫는다고 밝혔다. 남은 학생은 212명이다.</p><p>학부모들은 계획에 반대하는 서명 3,900건을 모았다.</p></div></div></body>""",
            lang="ko",
            title="홀름, 학교 두 곳 폐교",
        ),
        has=("14개 학교",),
        published="2023-11-14",
    ),
    Odd(
        "Greek",
        page(
            "",
            """<body><article><h1>Το Χολμ κλείνει δύο σχολεία</h1><div class="meta">14 Νοεμβρίου 2023, 06:10</div><p>Ο νομός Χολμ θα κλείσει δύο από τα 14 σχολεία του, επειδή έμειναν μόνο 212 παιδιά.</p><p>Γονείς μάζεψαν 3.900 υπογραφές.</p></article></body>""",
            lang="el",
            title="Το Χολμ κλείνει δύο σχολεία",
        ),
        has=("14 σχολεία",),
        published="2023-11-14",
    ),
    Odd(
        "a page of a party with an event after the text",
        page(
            "",
            f"""<body><main><h1>{TITLE}</h1><p class="post-date">14.11.2023</p>{PARAGRAPHS}<section><h2>Next meetings</h2><ul><li>4 December 2023: Nordby</li><li>8 January 2024: Holm</li></ul></section></main></body>""",
            lang="en-GB",
        ),
        has=TEXT,
        title=TITLE,
        published="2023-11-14",
    ),
    Odd(
        "linked data with a list of types, and an author that is only an address",
        page(
            linked(
                {
                    "@context": "https://schema.org",
                    "@type": ["NewsArticle", "Article"],
                    "headline": TITLE,
                    "datePublished": "2023-11-14",
                    "author": {"@type": "Person", "name": "https://holm.example/u/nb"},
                }
            ),
            f'<body><article><h1>{TITLE}</h1><p class="byline">By <b>Nora Bakke</b></p>{PARAGRAPHS}</article></body>',
        ),
        has=TEXT,
        title=TITLE,
        author="Nora Bakke",
        published="2023-11-14",
    ),
    Odd(
        "a table of 2003 with spans and single breaks",
        f"""<html><head><title>Holm Online - News</title></head><body><table><tr><td class="menu"><a href=1>Home</a><br><a href=2>News</a><br><a href=3>Sport</a></td><td><span class="headline">{TITLE}</span><br><span class="dateline">Friday, November 14, 2003</span><br><span class="byline">by Nora Bakke</span><br><br>{ONE}<br><br>{TWO}<br><br>{THREE}</td></tr></table></body></html>""",
        has=TEXT,
        lacks=("Sport",),
        author="Nora Bakke",
        published="2003-11-14",
    ),
    Odd(
        "a figure's credit with a day, and a print date",
        page(
            "",
            f"""<body><article><h1>{TITLE}</h1><p class="byline">Nora Bakke</p><time>14 Nov 2023</time><figure><img src=a><figcaption>The school of Nordby, seen on 3 March 2019. <span class="credit">Photo: Tor Hagel</span></figcaption></figure>{PARAGRAPHS}<p class="print-only">Printed on 6 June 2024</p></article></body>""",
        ),
        has=TEXT,
        lacks=("Photo: Tor Hagel",),
        author="Nora Bakke",
        published="2023-11-14",
    ),
    Odd(
        "no day at all but the copyright",
        page(
            "",
            f"<body><article><h1>{TITLE}</h1>{PARAGRAPHS}</article><footer>© 2024 Holm Post. All rights reserved.</footer></body>",
        ),
        has=TEXT,
        lacks=("All rights reserved",),
        published="",
    ),
    Odd(
        "a day ahead: a notice of closing",
        page(
            "",
            f"<body><article><h1>{TITLE}</h1><p>{ONE}</p><p>{TWO}</p><p>The last day of school is 20 June 2024.</p></article></body>",
        ),
        has=(ONE, TWO),
        published="",
    ),
    Odd(
        "a site whose heading of the first rank is its name",
        page(
            "",
            f"""<body><header><h1>The Holm Post and Advertiser</h1></header><article><h2 class="headline">{TITLE}</h2><p class="by">By Nora Bakke, November 14, 2023</p>{PARAGRAPHS}</article></body>""",
            title=f"{TITLE} - The Holm Post and Advertiser",
        ),
        has=TEXT,
        title=TITLE,
        author="Nora Bakke",
        published="2023-11-14",
    ),
)
