# ruff: noqa: E501 - pages stand as the systems write them
"""Blogs, papers and offices of twenty years, written after the rules that the others led to, so that they tell how far these carry.

Places and people are invented. A field that is empty must stay unknown.
"""

from __future__ import annotations

from tests.ingest.cms_pages import linked
from tests.ingest.cms_pages import page as any_page
from tests.ingest.odd_pages import Odd

TITLE = "Tarn counts fewer herons for the third year running"
ONE = "Volunteers in Tarn counted 214 pairs of herons this spring, 37 fewer than last year and the fewest since 1991."
TWO = "The society blames two dry summers, and asks the county for 85,000 euros to open 12 ditches that were filled in."
THREE = (
    "Farmers near the marsh say that the water stands 40 centimetres higher than in 2005 and ruins their best fields."
)
FOUR = "The county's own office counted 230 pairs, but on a day in March when some of the birds had not yet arrived."
TEXT = (ONE, TWO, THREE, FOUR)
PARAGRAPHS = "\n".join(f"<p>{words}</p>" for words in TEXT)
GERMAN = "In Tarn wurden in diesem Frühjahr 214 Reiherpaare gezählt, 37 weniger als im Vorjahr und so wenige wie seit 1991 nicht."
GERMAN_TWO = "Der Verein macht zwei trockene Sommer verantwortlich und bittet den Kreis um 85.000 Euro, um zwölf Gräben zu öffnen."
GERMAN_TITLE = "Tarn zählt zum dritten Mal weniger Reiher"
ELSE = "Old mill of Tarn is to become a school for bakers"
SECOND = "Bus to the marsh runs on Sundays again from April"


def page(head: str, body: str, *, lang: str = "en", title: str = TITLE) -> str:
    return any_page(head, body, lang=lang, title=title)


def german(body: str, head: str = "") -> str:
    return any_page(head, body, lang="de", title=f"{GERMAN_TITLE} | Tarner Bote")


PAGES = (
    Odd(
        "a box of the day: figure, month and year in spans of their own",
        german(
            f"""<body><div id="content"><div class="post"><div class="datebox"><span class="day">07</span><span class="month">Mär</span><span class="year">2012</span></div><h2 class="post-title"><a href="/reiher">{GERMAN_TITLE}</a></h2><div class="entry"><p>{GERMAN}</p><p>{GERMAN_TWO}</p></div></div><h3>Kommentare</h3><ol class="commentlist"><li>Tom Rask sagt: <small>9. März 2012 um 10:00</small><p>Schade um die Vögel.</p></li></ol></div></body>"""
        ),
        has=(GERMAN, GERMAN_TWO),
        published="2012-03-07",
    ),
    Odd(
        "a blog of 2012: posted on a weekday in a sentence at the foot",
        page(
            "",
            f"""<body><div id="page"><div id="content"><div class="post" id="post-12"><h2>{TITLE}</h2><div class="entry">{PARAGRAPHS}<p class="postmetadata alt"><small>This entry was posted on Wednesday, March 7th, 2012 at 8:15 am and is filed under <a>Birds</a>. You can follow any responses to this entry through the <a>RSS 2.0</a> feed.</small></p></div></div><h3 id="comments">1 Response</h3><ol class="commentlist"><li>Tom says: <a>March 9th, 2012 at 10:00 am</a><p>Pity.</p></li></ol></div><div id="sidebar"><h2>Archives</h2><ul><li>April 2012</li><li>March 2012</li></ul></div></div></body>""",
            title=f"Marsh Notes » Blog Archive » {TITLE}",
        ),
        has=TEXT,
        lacks=("April 2012",),
        title=TITLE,
        published="2012-03-07",
    ),
    Odd(
        "German blog: geschrieben am, um, von",
        german(
            f"""<body><div class="post"><h1>{GERMAN_TITLE}</h1><p class="info">Geschrieben am 07.03.2012 um 08:15 Uhr von Liv Sandal</p><p>{GERMAN}</p><p>{GERMAN_TWO}</p></div><div class="kommentar"><b>Tom</b> schrieb am 09.03.2012 um 10:00 Uhr: Schade.</div></body>"""
        ),
        has=(GERMAN, GERMAN_TWO),
        title=GERMAN_TITLE,
        author="Liv Sandal",
        published="2012-03-07",
    ),
    Odd(
        "a blog with the day as a heading above its entries",
        german(
            f"""<body><div id="content"><h3 class="serendipity_date">Mittwoch, 7. März 2012</h3><h4 class="serendipity_title"><a href="#">{GERMAN_TITLE}</a></h4><div class="serendipity_entry"><div class="serendipity_entry_body"><p>{GERMAN}</p><p>{GERMAN_TWO}</p></div><div class="serendipity_entryFooter">Geschrieben von <a>Liv Sandal</a> in <a>Natur</a> um <a>08:15</a> | Kommentare (3)</div></div></div><div id="right"><h3>Kalender</h3><table><caption>April 2012</caption><tr><td>1</td><td>2</td></tr></table></div></body>"""
        ),
        has=(GERMAN, GERMAN_TWO),
        published="2012-03-07",
    ),
    Odd(
        "date header, entry header, posted by NAME on DAY at the foot",
        page(
            "",
            f"""<body><div id="alpha"><h2 class="date-header">March 07, 2012</h2><div class="entry"><h3 class="entry-header">{TITLE}</h3><div class="entry-content"><div class="entry-body">{PARAGRAPHS}</div></div><div class="entry-footer"><p class="entry-footer-info"><span class="post-footers">Posted by Liv Sandal on March 07, 2012 at 08:15 AM in <a>Birds</a></span> | <a>Permalink</a> | <a>Comments (2)</a></p></div></div></div><div id="beta"><h2>Recent Posts</h2><ul><li><a>{ELSE}</a></li></ul></div></body>""",
            title=f"Marsh Notes: {TITLE}",
        ),
        has=TEXT,
        lacks=(ELSE,),
        title=TITLE,
        author="Liv Sandal",
        published="2012-03-07",
    ),
    Odd(
        "a paper of 2008: clock and zone run together before the day",
        page(
            "",
            f"""<body><div class="story"><h1>{TITLE}</h1><div class="cl"></div><p class="bylineBody">By Liv Sandal, Nature Correspondent</p><p class="publishedDate">Published: 12:01AM GMT 07 Mar 2008</p>{PARAGRAPHS}</div></body>""",
            lang="en-GB",
            title=f"{TITLE} - Tarn Telegram",
        ),
        has=TEXT,
        title=TITLE,
        author="Liv Sandal",
        published="2008-03-07",
    ),
    Odd(
        "a paper of 2008 that only says when it was last updated",
        page(
            "",
            f"""<body><div class="article"><h1>{TITLE}</h1><p>By <a class="author">Liv Sandal</a><br>Last updated at 12:23 AM on 07th March 2008</p>{PARAGRAPHS}</div></body>""",
            lang="en-GB",
        ),
        has=TEXT,
        author="Liv Sandal",
        published="2008-03-07",
    ),
    Odd(
        "capitals, published, and a note on the print edition of the next day",
        page(
            "",
            f"""<body><div id="article"><h1 class="articleHeadline">{TITLE}</h1><h6 class="byline">By LIV SANDAL</h6><h6 class="dateline">Published: March 7, 2008</h6><div class="articleBody">{PARAGRAPHS}</div><p class="articleFootnote">A version of this article appeared in print on March 8, 2008, on page A4 of the national edition.</p></div></body>""",
            lang="en-US",
        ),
        has=TEXT,
        author="LIV SANDAL",
        published="2008-03-07",
    ),
    Odd(
        "day, clock with Uhr and the author behind a dash",
        german(
            f"""<body><article><p class="kicker">Natur</p><h1>{GERMAN_TITLE}</h1><p class="meta-line">07.03.2012 08:15 Uhr – Liv Sandal</p><p>{GERMAN}</p><p>{GERMAN_TWO}</p></article></body>"""
        ),
        has=(GERMAN, GERMAN_TWO),
        title=GERMAN_TITLE,
        published="2012-03-07",
    ),
    Odd(
        "Austrian: Jänner",
        german(
            f"""<body><div id="c"><h1>{GERMAN_TITLE}</h1><h6>7. Jänner 2012, 08:15</h6><p>{GERMAN}</p><p>{GERMAN_TWO}</p></div></body>"""
        ),
        has=(GERMAN, GERMAN_TWO),
        published="2012-01-07",
    ),
    Odd(
        "heute um: no day is known",
        german(
            f"""<body><article><h1>{GERMAN_TITLE}</h1><p class="time">Publiziert heute um 08:15 Uhr</p><p>{GERMAN}</p><p>{GERMAN_TWO}</p></article><div class="mehr"><h3><a>Alte Mühle wird eine Schule für Bäcker</a></h3><span>05.03.2012</span></div></body>"""
        ),
        has=(GERMAN, GERMAN_TWO),
        published="",
    ),
    Odd(
        "French: publié le … à …, mis à jour le …, par NAME avec AFP",
        any_page(
            "",
            """<body><article><h1>Tarn compte moins de hérons</h1><p class="auteur">Par Liv Sandal avec AFP</p><p class="dates">Publié le 07/03/2012 à 08h15 • Mis à jour le 09/03/2012 à 10h00</p><p>Les bénévoles de Tarn ont compté 214 couples de hérons ce printemps, 37 de moins que l'an dernier.</p><p>L'association demande 85 000 euros au département pour rouvrir douze fossés.</p></article></body>""",
            lang="fr",
            title="Tarn compte moins de hérons",
        ),
        has=("214 couples", "85 000 euros"),
        author="Liv Sandal",
        published="2012-03-07",
    ),
    Odd(
        "French: le DAY par NAME in one line",
        any_page(
            "",
            """<body><div class="article"><h1>Tarn compte moins de hérons</h1><p class="infos">Le 7 mars 2012 à 08h15 par Liv Sandal</p><p>Les bénévoles de Tarn ont compté 214 couples de hérons ce printemps, 37 de moins que l'an dernier.</p><p>L'association demande 85 000 euros au département pour rouvrir douze fossés.</p></div></body>""",
            lang="fr",
            title="Tarn compte moins de hérons",
        ),
        has=("214 couples", "85 000 euros"),
        author="Liv Sandal",
        published="2012-03-07",
    ),
    Odd(
        "a station in the country: posted and updated with zones, by with a colon",
        page(
            "",
            f"""<body><main><article><h1 class="article-title">{TITLE}</h1><div class="article-meta"><p class="article-authors">by: <a href="/author/liv">Liv Sandal</a></p><p>Posted: <time datetime="2012-03-07T08:15:00-0600">Mar 7, 2012 / 08:15 AM CST</time></p><p>Updated: <time datetime="2012-03-09T10:00:00-0600">Mar 9, 2012 / 10:00 AM CST</time></p></div><div class="article-content">{PARAGRAPHS}</div></article></main></body>""",
            lang="en-US",
            title=f"{TITLE} | KTRN",
        ),
        has=TEXT,
        title=TITLE,
        author="Liv Sandal",
        published="2012-03-07",
    ),
    Odd(
        "by NAME, Staff Writer; the day on a line below",
        page(
            "",
            f"""<body><div class="body"><h1>{TITLE}</h1><div>by Liv Sandal, Staff Writer</div><div>March 7, 2012 at 8:15 a.m.</div>{PARAGRAPHS}</div></body>""",
        ),
        has=TEXT,
        lacks=("Staff Writer",),
        author="Liv Sandal",
        published="2012-03-07",
    ),
    Odd(
        "the site as author in the head, a person in the by-line",
        page(
            '<meta name="author" content="Tarn Telegram"><meta property="og:site_name" content="Tarn Telegram"><meta property="article:published_time" content="2012-03-07T08:15:00+01:00">',
            f"""<body><article><h1>{TITLE}</h1><p class="byline">By Liv Sandal</p>{PARAGRAPHS}</article></body>""",
            title=f"{TITLE} | Tarn Telegram",
        ),
        has=TEXT,
        title=TITLE,
        author="Liv Sandal",
        published="2012-03-07",
    ),
    Odd(
        "an author in the head with By before the name",
        page(
            '<meta name="author" content="By Liv Sandal"><meta name="pubdate" content="20120307">',
            f"<body><article><h1>{TITLE}</h1>{PARAGRAPHS}</article></body>",
        ),
        has=TEXT,
        author="Liv Sandal",
        published="2012-03-07",
    ),
    Odd(
        "an author in the head with an address",
        page(
            '<meta name="author" content="liv.sandal@tarn.example (Liv Sandal)">',
            f"""<body><article><h1>{TITLE}</h1><span class="date">Wed, 07 Mar 2012 08:15:00 +0100</span>{PARAGRAPHS}</article></body>""",
        ),
        has=TEXT,
        author="Liv Sandal",
        published="2012-03-07",
    ),
    Odd(
        "comments marked with days of publication, the article with plain words",
        page(
            "",
            f"""<body><div class="wrap"><h1>{TITLE}</h1><p>Wednesday 7 March 2012</p>{PARAGRAPHS}<section id="comments"><div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><time itemprop="datePublished" datetime="2012-03-09T10:00:00Z">9 March</time><span itemprop="author">Tom Rask</span><p itemprop="text">Pity.</p></div></section></div></body>""",
            lang="en-GB",
        ),
        has=TEXT,
        author="",
        published="2012-03-07",
    ),
    Odd(
        "months of an archive, years of a copyright, no day",
        page(
            "",
            f"""<body><div class="main"><h1>{TITLE}</h1>{PARAGRAPHS}</div><div class="side"><h3>Archive</h3><ul><li><a>April 2012 (4)</a></li><li><a>March 2012 (12)</a></li></ul></div><div id="foot">© 2009–2012 Marsh Notes</div></body>""",
        ),
        has=TEXT,
        lacks=("March 2012 (12)",),
        published="",
    ),
    Odd(
        "as of a month: no day",
        german(
            f"""<body><main><h1>{GERMAN_TITLE}</h1><p>{GERMAN}</p><p>{GERMAN_TWO}</p><p class="stand">Stand: März 2012</p></main></body>"""
        ),
        has=(GERMAN, GERMAN_TWO),
        published="",
    ),
    Odd(
        "the day of an evening that is announced, and that of the notice",
        german(
            f"""<body><main><h1>{GERMAN_TITLE}</h1><dl><dt>Beginn</dt><dd>21.03.2012, 19:00 Uhr</dd><dt>Ort</dt><dd>Alte Mühle</dd></dl><p>{GERMAN}</p><p>{GERMAN_TWO}</p><p class="klein">erstellt am 07.03.2012</p></main></body>"""
        ),
        has=(GERMAN, GERMAN_TWO),
        published="2012-03-07",
    ),
    Odd(
        "a talk: who led it is who wrote it",
        german(
            f"""<body><article><h1>{GERMAN_TITLE}</h1><p class="autor">Interview: Liv Sandal</p><time datetime="2012-03-07">7. März 2012</time><p>{GERMAN}</p><p>{GERMAN_TWO}</p></article></body>"""
        ),
        has=(GERMAN, GERMAN_TWO),
        author="Liv Sandal",
        published="2012-03-07",
    ),
    Odd(
        "German: von NAME und NAME, place in brackets",
        german(
            f"""<body><article><h1>{GERMAN_TITLE}</h1><p>Von Liv Sandal und Tom Rask (Tarn)</p><p>7.3.2012</p><p>{GERMAN}</p><p>{GERMAN_TWO}</p></article></body>"""
        ),
        has=(GERMAN, GERMAN_TWO),
        author="Liv Sandal, Tom Rask",
        published="2012-03-07",
    ),
    Odd(
        "an address element with link and office",
        page(
            "",
            f"""<body><article><h1>{TITLE}</h1><address>By <a rel="author" href="/liv">Liv Sandal</a>, nature editor</address><p class="entry-info">Filed 7 March 2012</p>{PARAGRAPHS}</article></body>""",
        ),
        has=TEXT,
        author="Liv Sandal",
        published="2012-03-07",
    ),
    Odd(
        "a title whose entities were written twice",
        page(
            f'<meta property="og:title" content="Tarn&amp;#8217;s herons: fewer &amp;amp; fewer">{linked({"@context": "https://schema.org", "@type": "Article", "headline": "Tarn&#8217;s herons: fewer &amp; fewer", "datePublished": "2012-03-07"})}',
            f"<body><article><h1>Tarn’s herons: fewer &amp; fewer</h1>{PARAGRAPHS}</article></body>",
            title="Tarn’s herons: fewer &amp; fewer",
        ),
        has=TEXT,
        title="Tarn’s herons: fewer & fewer",
        published="2012-03-07",
    ),
    Odd(
        "a banner for consent before the article, text size and print buttons",
        page(
            "",
            f"""<body><div id="cc-window" role="dialog"><h2>We value your privacy</h2><p>We and our 812 partners store and read information on a device, such as cookies, and process personal data for advertising.</p><button>Accept all</button></div><div class="content"><h1>{TITLE}</h1><div class="tools"><a>Print</a> <a>Email</a> Text size: <a>A</a> <a>A</a></div><p class="date">7 March 2012</p>{PARAGRAPHS}</div></body>""",
        ),
        has=TEXT,
        lacks=("812 partners", "Text size"),
        published="2012-03-07",
    ),
    Odd(
        "paragraphs as divisions, offers of other articles between them",
        page(
            "",
            f"""<body><article><h1>{TITLE}</h1><div class="when">7 Mar 2012</div><div class="txt">{ONE}</div><div class="inline-related"><b>Read more:</b> <a href="/m">{ELSE}</a></div><div class="txt">{TWO}</div><div class="txt">{THREE}</div><div class="ad-slot">Advertisement</div><div class="txt">{FOUR}</div></article></body>""",
        ),
        has=TEXT,
        lacks=(ELSE, "Advertisement"),
        published="2012-03-07",
    ),
    Odd(
        "headings, a table with a header, and a folded answer",
        page(
            "",
            f"""<body><main><h1>{TITLE}</h1><p>{ONE}</p><h2>By year</h2><table><thead><tr><th>Year</th><th>Pairs</th></tr></thead><tbody><tr><td>2010</td><td>262</td></tr><tr><td>2011</td><td>251</td></tr><tr><td>2012</td><td>214</td></tr></tbody></table><p>{TWO}</p><details><summary>Who counts?</summary><p>{FOUR}</p></details></main></body>""",
        ),
        has=(ONE, TWO, FOUR, "Year | Pairs", "2011 | 251"),
    ),
    Odd(
        "an entry of a social network",
        page(
            '<meta property="og:type" content="article">',
            f"""<body><article data-testid="tweet"><div><a href="/liv">Liv Sandal</a> <a href="/liv">@liv</a></div><div lang="en">{ONE}</div><div><a href="/liv/status/1"><time datetime="2012-03-07T07:15:00.000Z">8:15 AM · Mar 7, 2012</time></a></div></article><article><div>{FOUR}</div><time datetime="2012-03-08T07:15:00.000Z">Mar 8, 2012</time></article></body>""",
            title=f'Liv Sandal: "{ONE}"',
        ),
        has=(ONE,),
        published="2012-03-07",
    ),
    Odd(
        "Spanish: por NAME, place and day in a line, updated in brackets",
        any_page(
            "",
            """<body><article><h1>Tarn cuenta menos garzas</h1><p class="firma">Por <strong>Lidia Sandal</strong></p><p class="fecha">Tarn, 7 de marzo de 2012 (Actualizado 9 de marzo de 2012, 10:00)</p><p>Los voluntarios de Tarn contaron 214 parejas de garzas esta primavera, 37 menos que el año pasado.</p><p>La asociación pide 85.000 euros para abrir doce acequias.</p></article></body>""",
            lang="es",
            title="Tarn cuenta menos garzas | La Marisma",
        ),
        has=("214 parejas", "85.000 euros"),
        title="Tarn cuenta menos garzas",
        author="Lidia Sandal",
        published="2012-03-07",
    ),
    Odd(
        "Korean: 입력 and 수정, the reporter behind her name",
        any_page(
            "",
            """<body><div class="article"><h3 class="tit_view">타른, 왜가리 수 3년째 감소</h3><div class="info_view"><span class="txt_info">김하나 기자</span><span class="txt_info">입력 2012.03.07. 08:15</span><span class="txt_info">수정 2012.03.09. 10:00</span></div><p>타른의 자원봉사자들은 올봄 왜가리 214쌍을 세었는데, 이는 지난해보다 37쌍 적은 수다.</p><p>협회는 도랑 열두 곳을 여는 데 8만 5천 유로를 요청했다.</p></div></body>""",
            lang="ko",
            title="타른, 왜가리 수 3년째 감소",
        ),
        has=("214쌍",),
        author="김하나",
        published="2012-03-07",
    ),
    Odd(
        "Chinese: 记者 in brackets, day with clock and seconds",
        any_page(
            "",
            """<body><div class="main"><h1>塔恩苍鹭数量连续第三年下降</h1><div class="header-time">2012-03-07 08:15:00</div><p>塔恩的志愿者今年春天数到214对苍鹭，比去年少37对，是1991年以来最少的。</p><p>协会请求县里拨款8.5万欧元疏通12条水渠。</p><p>（记者：李明）</p></div></body>""",
            lang="zh",
            title="塔恩苍鹭数量连续第三年下降",
        ),
        has=("214对苍鹭",),
        published="2012-03-07",
    ),
)
