# ruff: noqa: E501 - pages stand as people write them
"""More pages in rare forms: files that other programs wrote, court and company papers, threads, transcripts, old markup.

Places and people are invented. A field that is empty must stay unknown.
"""

from __future__ import annotations

import json

from tests.ingest.odd_pages import Odd, article, linked, page

A = "The dairy of Fjellby took back 18,400 cartons of milk on Tuesday after 12 people had fallen ill."
B = "The cartons carry the dates from 3 to 9 March 2023 and were sold in 61 shops, the food office said."
C = "Tests showed 250 bacteria in a millilitre, five times what the rules of 2006 allow."
D = "The dairy expects the recall to cost it 1.7 million crowns, a tenth of what it earned last year."
ALL = (A, B, C, D)
TITLE = "Dairy recalls milk in 61 shops"
PARAS = f"<p>{A}</p><p>{B}</p><p>{C}</p><p>{D}</p>"

PAGES = (
    Odd(
        "what Word saves as a page",
        f'<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta charset="utf-8"><meta name=Generator content="Microsoft Word 15"><title>{TITLE}</title><!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>Typist</o:Author><o:Created>2010-01-01T00:00:00Z</o:Created></o:DocumentProperties></xml><![endif]--><style>p.MsoNormal{{margin:0}}</style></head><body lang=EN-GB><div class=WordSection1><p class=MsoTitle>{TITLE}<o:p></o:p></p><p class=MsoNormal>Published 10 March 2023<o:p>&nbsp;</o:p></p><p class=MsoNormal>By Astrid Nygaard</p><p class=MsoNormal>{A}<span style="mso-spacerun:yes">  </span></p><p class=MsoNormal>{B}<o:p></o:p></p><p class=MsoListParagraph><![if !supportLists]><span style="mso-list:Ignore">1.<span>   </span></span><![endif]>{C}</p><p class=MsoNormal>{D}</p></div></body></html>',
        has=ALL,
        title=TITLE,
        author="Astrid Nygaard",
        published="2023-03-10",
    ),
    Odd(
        "a page of lines that stand where they were printed",
        page(
            "".join(
                f'<div class="t m0 y{number}">{words}<span class="_ _0"> </span></div>'
                for number, words in enumerate(
                    (
                        "The dairy of Fjellby took back 18,400 cartons of milk",
                        "on Tuesday after 12 people had fallen ill. The cartons",
                        "carry the dates from 3 to 9 March 2023 and were sold in",
                        "61 shops, the food office said.",
                    )
                )
            ),
            title="recall.pdf",
        ),
        has=(
            "took back 18,400 cartons of milk on Tuesday after 12 people had fallen ill.",
            "were sold in 61 shops, the food office said.",
        ),
        author="",
        published="",
    ),
    Odd(
        "figures in pieces of their own",
        article(
            '<p>The dairy of Fjellby took back <span>18</span>,<span>400</span> cartons on Tuesday, and <span class="num">1.<wbr>7</span> million crowns are lost.</p><p><span class="dropcap">T</span>he cartons carry the dates from <data value="3">3</data> to <time datetime="2023-03-09">9 March 2023</time> and were sold in 61&thinsp;shops for 12&#8239;500 crowns.</p><p>Of 1&nbsp;234 tests, <b>2</b>50 showed bacteria, and <meter value="0.2">one in five</meter> too many.</p>',
            title=TITLE,
        ),
        has=(
            "took back 18,400 cartons on Tuesday, and 1.7 million crowns",
            "The cartons carry the dates from 3 to 9 March 2023 and were sold in 61 shops for 12 500 crowns.",
            "Of 1 234 tests, 250 showed bacteria",
        ),
        title=TITLE,
    ),
    Odd(
        "a component with the article in a shadow of its own",
        page(
            f'<main><news-story><template shadowrootmode="open"><article><h1>{TITLE}</h1>{PARAS}</article></template></news-story></main>',
            title=TITLE,
        ),
        has=ALL,
        title=TITLE,
    ),
    Odd(
        "a judgment in numbered paragraphs",
        page(
            f'<div class="judgment"><p class="court">COURT OF APPEAL OF FJELLBY</p><p>Case No 2023/114</p><h1>Nordmelk v Food Office</h1><p>Date of judgment: 14 November 2023</p><p>Before: Judges Rud, Sletten and Wiik</p><ol><li value="1">{A}</li><li value="2">{B}<ol type="a"><li>{C}</li></ol></li><li value="3">{D}</li></ol><p>Judge Rud</p></div>',
            title="Nordmelk v Food Office [2023] FCA 114",
        ),
        has=(*ALL, "Before: Judges Rud, Sletten and Wiik"),
        author="",
        published="2023-11-14",
    ),
    Odd(
        "a report to the exchange in nested tables",
        page(
            f"<table width=100%><tr><td><b>UNITED EXCHANGE OFFICE</b></td></tr><tr><td>FORM 8-K</td></tr><tr><td>Date of Report: March 10, 2023</td></tr></table><p>{A}</p><hr><p align=center>2</p><p>{B}</p><table><tr><td></td><td>2022</td><td>2021</td></tr><tr><td>Net sales</td><td>$</td><td>17,214</td><td>$</td><td>(1,306</td><td>)</td></tr></table><p>{C}</p><p>{D}</p>",
            title="8-K",
        ),
        has=(*ALL, "17,214", "(1,306"),
        author="",
        published="2023-03-10",
    ),
    Odd(
        "the transcript of a programme",
        article(
            f'<p class="air">Aired March 10, 2023 5:00 AM ET</p><div class="transcript"><p>ASTRID NYGAARD, HOST:</p><p>{A}</p><p>(SOUNDBITE OF COW)</p><p>PER RUD: {B}</p><p>NYGAARD: {C}</p><p>RUD: {D}</p></div><p class="disclaimer">Transcripts are created on a rush deadline.</p>',
            title=TITLE,
        ),
        has=(*ALL, "ASTRID NYGAARD, HOST:"),
        title=TITLE,
        published="2023-03-10",
    ),
    Odd(
        "a thread whose first post is the text",
        page(
            f'<div id="thread"><h1>{TITLE}</h1><div class="post op"><span class="username">kari_m</span> <span class="date">10 Mar 2023, 08:14</span><div class="message">{A}<br><br>{B}<br><br>{C}</div></div><div class="post reply"><span class="username">olav77</span> <span class="date">11 Mar 2023, 19:40</span><div class="message">{D}</div></div></div>',
            title=f"{TITLE} - Fjellby Forum",
        ),
        has=(A, B, C),
        published="2023-03-10",
    ),
    Odd(
        "a page of the first years",
        f"<HTML><HEAD><TITLE>{TITLE}</TITLE></HEAD><BODY BGCOLOR=#FFFFFF><CENTER><FONT SIZE=5><B>{TITLE}</B></FONT><BR><FONT SIZE=2>by Astrid Nygaard, March 10, 1997</FONT></CENTER><HR><FONT FACE=Arial>{A}<P>{B}<P>{C}<P>{D}</FONT><HR><A HREF=index.html>Back</A> | <A HREF=mailto:a@b.example>Mail</A></BODY></HTML>",
        has=ALL,
        lacks=("Back |",),
        title=TITLE,
        author="Astrid Nygaard",
        published="1997-03-10",
    ),
    Odd(
        "a timeline with its years",
        article(
            f'<p>{A}</p><dl class="timeline"><dt>2019</dt><dd>The dairy buys a second tank for 4.2 million crowns.</dd><dt>2021</dt><dd>Inspectors find 3 leaks and close it for 9 days.</dd><dt>7 March 2023</dt><dd>The recall begins in 61 shops.</dd></dl><p>{D}</p>',
            title=TITLE,
        ),
        has=(
            A,
            D,
            "2019",
            "The dairy buys a second tank for 4.2 million crowns.",
            "2021",
            "Inspectors find 3 leaks and close it for 9 days.",
            "7 March 2023",
        ),
        title=TITLE,
        published="",
    ),
    Odd(
        "text only in the page's data",
        f'<!doctype html><html lang="en"><head><title>{TITLE}</title></head><body><div id="__next"></div><script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": TITLE, "datePublished": "2023-03-10", "author": {"name": "Astrid Nygaard"}, "articleBody": " ".join(ALL)})}</script></body></html>',
        has=ALL,
        title=TITLE,
        author="Astrid Nygaard",
        published="2023-03-10",
    ),
    Odd(
        "comments as articles within the article",
        article(
            f'<div class="by">By Astrid Nygaard</div><time datetime="2023-03-10">10 March 2023</time>{PARAS}<section id="comments"><article class="comment"><p class="author">Jens Bakke</p><time datetime="2023-03-12">12 March 2023</time><p>I bought two of these cartons on Monday and drank them both.</p></article></section>',
            title=TITLE,
        ),
        has=ALL,
        lacks=("I bought two",),
        title=TITLE,
        author="Astrid Nygaard",
        published="2023-03-10",
    ),
    Odd(
        "a correction above and one below",
        article(
            f'<div class="correction"><p>Correction (12 March 2023): An earlier version said 16,400 cartons.</p></div><p class="dek">What buyers must know</p><p class="date">Published 10 March 2023</p>{PARAS}<p><em>This article was corrected on 13 March 2023: the dates ran to 9 March, not 8 March.</em></p>',
            title=TITLE,
        ),
        has=(*ALL, "An earlier version said 16,400 cartons.", "the dates ran to 9 March, not 8 March."),
        title=TITLE,
        published="2023-03-10",
    ),
    Odd(
        "the day of an event is none of the page",
        article(
            f"<p>When: Saturday 18 March 2023, 14:00</p><p>Where: Town hall of Fjellby, room 12</p><p>{A}</p><p>{B}</p><p>Tickets cost 150 crowns; 240 of 300 are sold.</p>",
            title="Meeting on the milk",
        ),
        has=(A, B, "Tickets cost 150 crowns; 240 of 300 are sold."),
        author="",
        published="",
    ),
    Odd(
        "a life, with the days of birth and death",
        article(
            "<p>Born 4 June 1931, died 2 March 2023</p><p>Solveig Rud, who led the dairy of Fjellby for 22 years, has died at the age of 91.</p><p>She took over in 1964 with 14 workers and left 310 behind her when she retired.</p><p>Under her the dairy paid farmers 8 per cent more than its rivals did, a study found.</p>",
            title="Solveig Rud, 91, led the dairy for 22 years",
        ),
        has=(
            "Solveig Rud, who led the dairy of Fjellby for 22 years, has died at the age of 91.",
            "She took over in 1964 with 14 workers and left 310 behind her when she retired.",
            "Under her the dairy paid farmers 8 per cent more than its rivals did, a study found.",
        ),
        author="",
        published="",
    ),
    Odd(
        "a note to buyers in a table of two columns",
        page(
            f"<main><h1>{TITLE}</h1><table><tr><th>Product</th><td>Whole milk, 1 l</td></tr><tr><th>Best before</th><td>9 March 2023</td></tr><tr><th>Batches</th><td>114-A, 114-B, 115-A</td></tr><tr><th>Published</th><td>7 March 2023</td></tr></table>{PARAS}</main>",
            title=TITLE,
        ),
        has=(*ALL, "114-A, 114-B, 115-A", "Whole milk, 1 l"),
        title=TITLE,
        author="",
        published="2023-03-07",
    ),
    Odd(
        "best before is not when it came out",
        page(
            f"<main><h1>{TITLE}</h1><table><tr><th>Product</th><td>Whole milk, 1 l</td></tr><tr><th>Best before</th><td>9 March 2023</td></tr></table>{PARAS}</main>",
            title=TITLE,
        ),
        has=ALL,
        title=TITLE,
        author="",
        published="",
    ),
    Odd(
        "a Persian page with its own calendar",
        page(
            "<article><h1>فراخوان شیر در ۶۱ فروشگاه</h1><p class='author'>نویسنده: مریم کاوه</p><p>شرکت لبنیات فیلبی روز سه‌شنبه ۱۸٬۴۰۰ بسته شیر را پس از بیماری ۱۲ نفر جمع‌آوری کرد.</p><p>اداره غذا گفت این بسته‌ها در ۶۱ فروشگاه فروخته شده‌اند و ۲۵۰ باکتری در هر میلی‌لیتر داشته‌اند.</p></article>",
            lang="fa",
            title="فراخوان شیر در ۶۱ فروشگاه",
        ),
        has=("۱۸٬۴۰۰", "اداره غذا گفت", "۲۵۰ باکتری"),
        title="فراخوان شیر در ۶۱ فروشگاه",
        author="مریم کاوه",
    ),
    Odd(
        "Chinese, source and author in one line",
        page(
            "<div class='main'><h1>乳企召回六十一家商店的牛奶</h1><div class='info'>2023-03-10 08:14　来源：山城日报　作者：林晓岚</div><div class='content'><p>山城乳业周二召回一万八千四百盒牛奶，此前有12人患病。</p><p>食品局说，这些牛奶在61家商店出售，每毫升含细菌250个，是2006年标准的五倍。</p></div></div>",
            lang="zh",
            title="乳企召回六十一家商店的牛奶_山城网",
        ),
        has=(
            "山城乳业周二召回一万八千四百盒牛奶，此前有12人患病。",
            "食品局说，这些牛奶在61家商店出售，每毫升含细菌250个，是2006年标准的五倍。",
        ),
        author="林晓岚",
        published="2023-03-10",
    ),
    Odd(
        "an answer to a question marked as such",
        page(
            f'<main itemscope itemtype="https://schema.org/QAPage"><div itemprop="mainEntity" itemscope itemtype="https://schema.org/Question"><h1 itemprop="name">Is the milk of Fjellby safe?</h1><div itemprop="acceptedAnswer" itemscope itemtype="https://schema.org/Answer"><div itemprop="text">{PARAS}</div><span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Astrid Nygaard</span></span> <time itemprop="dateCreated" datetime="2023-03-10">10 March 2023</time></div></div></main>',
            title="Is the milk of Fjellby safe?",
        ),
        has=ALL,
        title="Is the milk of Fjellby safe?",
    ),
    Odd(
        "data of a film beside an article of another day",
        article(
            f'<p class="byline">By Astrid Nygaard</p><p class="date">10 March 2023</p>{PARAS}',
            linked(
                {
                    "@type": "VideoObject",
                    "name": "Cows of the valley",
                    "uploadDate": "2019-05-01",
                    "author": {"name": "Film Office"},
                }
            ),
            title=TITLE,
        ),
        has=ALL,
        title=TITLE,
        author="Astrid Nygaard",
        published="2023-03-10",
    ),
    Odd(
        "a caption, a credit and a figure beside the text",
        article(
            f'<p>{A}</p><figure><img alt="x"><figcaption>The tank of 1964 holds 30,000 litres. <span class="credit">Photo: Jens Bakke</span></figcaption></figure><p>{B}</p><div class="big-number"><strong>61</strong> shops sold the milk</div><p>{C}</p><p>{D}</p>',
            title=TITLE,
        ),
        has=(*ALL, "The tank of 1964 holds 30,000 litres.", "61 shops sold the milk"),
        lacks=("Jens Bakke",),
        title=TITLE,
        author="",
        published="",
    ),
)
