# ruff: noqa: E501 - pages stand as the systems write them
"""Pages of ministries, agencies and papers in many languages, old pages in tables, and pages full of other days.

Places and people are invented.
"""

from __future__ import annotations

from tests.ingest.cms_pages import ONE, OTHER, PARAGRAPHS, REMARK, TEXT, THREE, TITLE, TWO, linked, page
from tests.ingest.odd_pages import Odd

NEWS = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE}

AUTHORITIES = (
    Odd(
        "ministry: press release with number and place",
        page(
            '<meta name="DCTERMS.issued" content="2024-05-06"><meta name="DCTERMS.modified" content="2024-06-01"><meta name="dc.publisher" content="Ministry of Ports">',
            f"""<body><div class="skip"><a href="#main">Skip to main content</a></div><header><p>Ministry of Ports</p><nav><ul><li>Ministry</li><li>Topics</li><li>Press</li></ul></nav></header>
<main id="main"><nav class="breadcrumb"><ol><li>Home</li><li>Press</li><li>Press releases</li></ol></nav><h1>{TITLE}</h1><p class="press-meta">Press release No. 41/2024 | 6 May 2024</p>
<div class="richtext">{PARAGRAPHS}</div><h2>Contact</h2><p>Press office, Quay Street 3, Orsund</p></main><footer><p>Date of printing: 3 March 2025</p></footer></body>""",
            title=f"Ministry of Ports - {TITLE}",
        ),
        has=TEXT,
        lacks=("Skip to main content", "Date of printing"),
        title=TITLE,
        author="",
        published="2024-05-06",
    ),
    Odd(
        "government publishing page: metadata in a definition list",
        page(
            '<meta name="govuk:first-published-at" content="2024-05-06T09:30:00+01:00"><meta name="govuk:updated-at" content="2024-05-20T09:30:00+01:00">',
            f"""<body><div class="govuk-width-container"><main class="govuk-main-wrapper" id="content"><span class="govuk-caption-xl">Press release</span><h1 class="gem-c-heading__text">{TITLE}</h1>
<div class="gem-c-metadata"><dl><dt>From:</dt><dd><a>Department of Harbours</a></dd><dt>Published</dt><dd>6 May 2024</dd><dt>Last updated</dt><dd>20 May 2024 — <a>See all updates</a></dd></dl></div>
<div class="govspeak">{PARAGRAPHS}</div><div class="app-c-published-dates"><h2>Updates to this page</h2>Published 6 May 2024<br>Last updated 20 May 2024 <a>+ show all updates</a></div></main></div></body>""",
            lang="en-GB",
            title=f"{TITLE} - GOV.OR",
        ),
        has=TEXT,
        title=TITLE,
        published="2024-05-06",
    ),
    Odd(
        "statistics office: release day and next release day",
        page(
            "",
            f"""<body><main><h1>{TITLE}</h1><div class="release"><p>Release date: 6 May 2024</p><p>Next release: 5 June 2024</p></div>{PARAGRAPHS}</main></body>""",
        ),
        has=TEXT,
        title=TITLE,
        published="2024-05-06",
    ),
    Odd(
        "council site: last modified beside the day of the notice, meetings to come",
        page(
            "",
            f"""<body><div id="wrapper"><div id="left"><ul><li>Council</li><li>Services</li></ul><h3>Calendar</h3><p>14 May 2024 Council meeting</p><p>28 May 2024 Planning meeting</p></div>
<div id="content"><h1>{TITLE}</h1><p class="date">Monday 6 May 2024</p>{PARAGRAPHS}<p class="small">Last modified: 30 May 2024</p></div></div></body>""",
            lang="en-GB",
        ),
        has=TEXT,
        title=TITLE,
        published="2024-05-06",
    ),
    Odd(
        "university press office: embargo, contact, notes to editors",
        page(
            '<meta name="citation_publication_date" content="2024/05/06">',
            f"""<body><main><article><h1>{TITLE}</h1><p class="byline">By Ellen Varga, Press Office</p>{PARAGRAPHS}</article></main></body>""",
        ),
        has=TEXT,
        author="Ellen Varga",
        published="2024-05-06",
    ),
)

LANGUAGES = (
    Odd(
        "French: publié and mis à jour in one line",
        page(
            '<meta property="og:site_name" content="Le Quai">',
            """<body><main><article><h1>Le port d'Orsund traite davantage de conteneurs</h1><p class="meta__author">Par <a rel="author" href="/a/hv">Hélène Varga</a></p>
<p class="meta__date">Mis à jour le 8 mai 2024 à 18h03, publié le 6 mai 2024 à 21h15</p>
<p>Le port d'Orsund a traité 48 200 conteneurs en avril, soit neuf pour cent de plus qu'un an plus tôt.</p><p>Deux grues sont restées à l'arrêt pendant onze jours, et des navires ont attendu jusqu'à 30 heures.</p>
<p class="lire-aussi">Lire aussi : <a>Un nouveau toit pour la halle aux poissons</a></p></article></main></body>""",
            lang="fr-FR",
            title="Le port d'Orsund traite davantage de conteneurs - Le Quai",
        ),
        has=("48 200 conteneurs en avril", "Deux grues sont restées"),
        lacks=("Un nouveau toit",),
        title="Le port d'Orsund traite davantage de conteneurs",
        author="Hélène Varga",
        published="2024-05-06",
    ),
    Odd(
        "Spanish: day as words, redacción",
        page(
            "",
            """<body><div class="cabecera">Portada | Economía | Deportes</div><article><h1>El puerto de Orsund mueve más contenedores</h1><div class="firma">Por Elena Varga</div><div class="fecha">Lunes, 6 de mayo de 2024 | 21:15 h</div>
<p>El puerto de Orsund movió 48.200 contenedores en abril, un nueve por ciento más que un año antes.</p><p>Dos grúas estuvieron paradas once días, y los barcos esperaron hasta 30 horas.</p></article>
<div class="relacionadas"><h4>Noticias relacionadas</h4><p>12 de mayo de 2024: Un techo nuevo para la lonja</p></div></body>""",
            lang="es",
            title="El puerto de Orsund mueve más contenedores",
        ),
        has=("48.200 contenedores en abril", "Dos grúas estuvieron paradas"),
        lacks=("Portada | Economía",),
        author="Elena Varga",
        published="2024-05-06",
    ),
    Odd(
        "Italian: di NAME, giorno abbreviated",
        page(
            "",
            """<body><article><h1>Il porto di Orsund movimenta più container</h1><span class="autore">di Elena Varga</span> <span class="data">06 mag 2024</span>
<p>Il porto di Orsund ha movimentato 48.200 container in aprile, il nove per cento in più di un anno prima.</p><p>Due gru sono rimaste ferme undici giorni e le navi hanno atteso fino a 30 ore.</p></article></body>""",
            lang="it",
            title="Il porto di Orsund movimenta più container",
        ),
        has=("48.200 container in aprile",),
        author="Elena Varga",
        published="2024-05-06",
    ),
    Odd(
        "Norwegian: Publisert and Sist oppdatert in time elements",
        page(
            "",
            """<body><main><h1>Havna i Orsund håndterer flere containere</h1><div class="byline"><a rel="author">Elin Varga</a> <span>Journalist</span></div>
<div class="dates"><time datetime="2024-05-08T07:00:00+02:00">Sist oppdatert 8. mai 2024</time><time datetime="2024-05-06T21:00:00+02:00">Publisert 6. mai 2024</time></div>
<p>Havna i Orsund håndterte 48 200 containere i april, ni prosent flere enn året før.</p><p>To kraner sto stille i elleve dager, og skip ventet i opptil 30 timer.</p></main></body>""",
            lang="nb",
            title="Havna i Orsund håndterer flere containere",
        ),
        has=("48 200 containere i april",),
        author="Elin Varga",
        published="2024-05-06",
    ),
    Odd(
        "Polish",
        page(
            "",
            """<body><article><h1>Port w Orsund obsługuje więcej kontenerów</h1><p class="author">Autor: Ewa Varga</p><p class="date">6 maja 2024, 21:15</p>
<p>Port w Orsund obsłużył w kwietniu 48 200 kontenerów, o dziewięć procent więcej niż rok wcześniej.</p><p>Dwa dźwigi stały jedenaście dni, a statki czekały do 30 godzin.</p></article></body>""",
            lang="pl",
            title="Port w Orsund obsługuje więcej kontenerów",
        ),
        has=("48 200 kontenerów",),
        author="Ewa Varga",
        published="2024-05-06",
    ),
    Odd(
        "Russian",
        page(
            "",
            """<body><article><h1>Порт Орсунд обработал больше контейнеров</h1><div class="article__author">Автор: Елена Варга</div><div class="article__date">6 мая 2024, 21:15</div>
<p>Порт Орсунд обработал в апреле 48 200 контейнеров, на девять процентов больше, чем годом ранее.</p><p>Два крана стояли одиннадцать дней, суда ждали до 30 часов.</p></article></body>""",
            lang="ru",
            title="Порт Орсунд обработал больше контейнеров",
        ),
        has=("48 200 контейнеров",),
        author="Елена Варга",
        published="2024-05-06",
    ),
    Odd(
        "Chinese: day and source in one line",
        page(
            "",
            """<body><div class="article"><h1>奥松港四月吞吐量上升</h1><div class="info">2024年05月06日 21:15 来源：港口新闻 作者：李明</div>
<p>奥松港办公室表示，四月份港口处理了48,200个集装箱，比去年同期增长百分之九。</p><p>两台起重机停工十一天，船只最多等待30小时。</p></div></body>""",
            lang="zh-CN",
            title="奥松港四月吞吐量上升-港口新闻",
        ),
        has=("48,200个集装箱",),
        title="奥松港四月吞吐量上升",
        published="2024-05-06",
    ),
    Odd(
        "Japanese: published and renewed",
        page(
            "",
            """<body><main><h1>オルスンド港の取扱量が増加</h1><p class="date">公開日：2024年5月6日 更新日：2024年5月20日</p>
<p>オルスンド港は四月に48,200個のコンテナを取り扱い、前年より九パーセント多かった。</p><p>二台のクレーンが十一日間止まり、船は最大30時間待った。</p></main></body>""",
            lang="ja",
            title="オルスンド港の取扱量が増加",
        ),
        has=("48,200個のコンテナ",),
        published="2024-05-06",
    ),
    Odd(
        "Arabic, right to left",
        page(
            "",
            """<body dir="rtl"><article><h1>ميناء أورسوند يتعامل مع حاويات أكثر</h1><span class="date">6 مايو 2024</span><p>تعامل ميناء أورسوند مع 48200 حاوية في أبريل، بزيادة تسعة في المئة عن العام السابق.</p><p>توقفت رافعتان أحد عشر يوما وانتظرت السفن حتى 30 ساعة.</p></article></body>""",
            lang="ar",
            title="ميناء أورسوند يتعامل مع حاويات أكثر",
        ),
        has=("48200 حاوية",),
        published="2024-05-06",
    ),
    Odd(
        "Portuguese: Atualizado first, then the day it was published",
        page(
            '<meta property="article:published_time" content="2024-05-07T01:40:00+00:00">',
            """<body><article><h1>Porto de Orsund movimenta mais contêineres</h1><p class="content-publication-data__from" title="Helena Varga">Por Helena Varga — Orsund</p>
<p class="content-publication-data__updated"><time itemprop="datePublished">06/05/2024 22h40</time> <span class="content-publication-data__updated-relative">Atualizado 07/05/2024</span></p>
<p>O porto de Orsund movimentou 48.200 contêineres em abril, nove por cento a mais que um ano antes.</p><p>Dois guindastes ficaram parados onze dias.</p></article></body>""",
            lang="pt-BR",
            title="Porto de Orsund movimenta mais contêineres",
        ),
        has=("48.200 contêineres",),
        author="Helena Varga",
        published="2024-05-06",
    ),
    Odd(
        "Turkish",
        page(
            "",
            """<body><article><h1>Orsund limanı daha fazla konteyner elleçledi</h1><div class="date">Yayınlanma: 06.05.2024 - 21:15 Güncelleme: 08.05.2024 - 09:00</div>
<p>Orsund limanı nisan ayında 48.200 konteyner elleçledi; bu bir yıl öncesine göre yüzde dokuz fazla.</p><p>İki vinç on bir gün durdu.</p></article></body>""",
            lang="tr",
            title="Orsund limanı daha fazla konteyner elleçledi",
        ),
        has=("48.200 konteyner",),
        published="2024-05-06",
    ),
    Odd(
        "Dutch: door NAME, op day",
        page(
            "",
            """<body><article><h1>Haven van Orsund verwerkt meer containers</h1><p class="intro-meta">Door Els Varga op 6 mei 2024 om 21:15</p><p>De haven van Orsund verwerkte in april 48.200 containers, negen procent meer dan een jaar eerder.</p><p>Twee kranen stonden elf dagen stil.</p></article></body>""",
            lang="nl",
            title="Haven van Orsund verwerkt meer containers",
        ),
        has=("48.200 containers",),
        author="Els Varga",
        published="2024-05-06",
    ),
)

OLD = (
    Odd(
        "tables of 1999: menu, text and adverts side by side",
        f"""<HTML><HEAD><TITLE>The Orsund Post: {TITLE}</TITLE></HEAD><BODY BGCOLOR=#FFFFFF><TABLE WIDTH=760><TR><TD COLSPAN=3><IMG SRC=logo.gif ALT="The Orsund Post"></TD></TR>
<TR><TD WIDTH=120 VALIGN=TOP><A HREF=/>Front page</A><BR><A HREF=/town>Town</A><BR><A HREF=/sea>Sea</A><BR><A HREF=/weather>Weather</A></TD>
<TD WIDTH=480 VALIGN=TOP><FONT SIZE=5><B>{TITLE}</B></FONT><BR><FONT SIZE=2>By ELLEN VARGA<BR>May 6, 1999</FONT><P>{ONE}<P>{TWO}<P>{THREE}</TD>
<TD WIDTH=160 VALIGN=TOP><B>Also today</B><BR><A HREF=/roof>{OTHER}</A></TD></TR><TR><TD COLSPAN=3><FONT SIZE=1>Copyright 1999 The Orsund Post</FONT></TD></TR></TABLE></BODY></HTML>""",
        has=TEXT,
        lacks=("Front page", "Copyright 1999"),
        published="1999-05-06",
    ),
    Odd(
        "frames of divs from an old system: line breaks, no paragraphs",
        f"""<html><head><title>{TITLE}</title></head><body><div id=nav><a href=/1>News</a> | <a href=/2>Sports</a> | <a href=/3>Classifieds</a></div><div id=story><h2>{TITLE}</h2>
<span class=date>05/16/2006</span><br><span class=writer>Ellen Varga</span><br><br>{ONE}<br /><br />{TWO}<br /><br />{THREE}<br></div><div id=footer>Send us news</div></body></html>""",
        has=TEXT,
        lacks=("Classifieds", "Send us news"),
        title=TITLE,
        author="Ellen Varga",
        published="2006-05-16",
    ),
    Odd(
        "printer-friendly page",
        f"""<html><head><title>Print: {TITLE}</title></head><body onload="window.print()"><p>The Orsund Post - Monday, May 6, 2002</p><h1>{TITLE}</h1><p>By Ellen Varga</p>{PARAGRAPHS}<p>Printed from http://orsundpost.example/port.html on March 3, 2005</p></body></html>""",
        has=TEXT,
        title=TITLE,
        author="Ellen Varga",
        published="2002-05-06",
    ),
)

LINKED = (
    Odd(
        "JSON-LD that is broken by unescaped quotation marks",
        page(
            '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "'
            + TITLE
            + '", "description": "The office calls it a "record" month", "datePublished": "2024-05-06T09:00:00+02:00", "dateModified": "2024-05-08T09:00:00+02:00", "author": {"@type": "Person", "name": "Ellen Varga"}}</script>',
            f"<body><article><h1>{TITLE}</h1>{PARAGRAPHS}</article></body>",
        ),
        has=TEXT,
        title=TITLE,
        author="Ellen Varga",
        published="2024-05-06",
    ),
    Odd(
        "an author with markup in the linked data",
        page(
            linked(
                {
                    **NEWS,
                    "datePublished": "2024-05-06",
                    "author": {
                        "@type": "Person",
                        "name": 'By <a href="/ev">Ellen Varga</a>, Jon Moe and <a href="/tl">Tora Lund</a>, OPN',
                    },
                }
            ),
            f"<body><article><h1>{TITLE}</h1>{PARAGRAPHS}</article></body>",
        ),
        has=TEXT,
        author="Ellen Varga, Jon Moe, Tora Lund",
        published="2024-05-06",
    ),
    Odd(
        "many authors in one text",
        page(
            '<meta name="author" content="Ellen Varga, Jon Moe, Tora Lund, Samuel Achterberg, Katarina Vollmer, Ingeborg Sandvik, Maximilian Oberhauser">',
            f"<body><article><h1>{TITLE}</h1><p>May 6, 2024</p>{PARAGRAPHS}</article></body>",
        ),
        author="Ellen Varga, Jon Moe, Tora Lund, Samuel Achterberg, Katarina Vollmer, Ingeborg Sandvik, Maximilian Oberhauser",
        has=TEXT,
    ),
    Odd(
        "linked data of the related articles beside the page's own",
        page(
            linked(
                {**NEWS, "headline": OTHER, "datePublished": "2024-05-30T09:00:00Z", "author": "Tor Hagel"},
                {**NEWS, "datePublished": "2024-05-06T09:00:00Z", "author": "Ellen Varga"},
            ),
            f"<body><article><h1>{TITLE}</h1>{PARAGRAPHS}</article></body>",
        ),
        has=TEXT,
        title=TITLE,
        author="Ellen Varga",
        published="2024-05-06",
    ),
    Odd(
        "an event in the linked data",
        page(
            linked(
                {"@context": "https://schema.org", "@type": "Event", "name": "Harbour day", "startDate": "2024-07-01"},
                {**NEWS, "datePublished": "2024-05-06T09:00:00Z"},
            ),
            f"<body><article><h1>{TITLE}</h1>{PARAGRAPHS}</article></body>",
        ),
        has=TEXT,
        title=TITLE,
        published="2024-05-06",
    ),
    Odd(
        "comments in the linked data",
        page(
            linked(
                {
                    **NEWS,
                    "datePublished": "2024-05-06",
                    "comment": [
                        {
                            "@type": "Comment",
                            "datePublished": "2024-05-11",
                            "author": {"name": "Tor Hagel"},
                            "text": REMARK,
                        }
                    ],
                }
            ),
            f"<body><article><h1>{TITLE}</h1>{PARAGRAPHS}</article></body>",
        ),
        has=TEXT,
        lacks=(REMARK,),
        published="2024-05-06",
        author="",
    ),
    Odd(
        "open graph author",
        page(
            '<meta property="og:author" content="Ellen Varga"><meta name="DC.Issued" content="2024-05-06">',
            f"<body><article><h1>{TITLE}</h1>{PARAGRAPHS}</article></body>",
        ),
        has=TEXT,
        author="Ellen Varga",
        published="2024-05-06",
    ),
)

DAYS = (
    Odd(
        "modified after published, both in the head, other order",
        page(
            '<meta property="article:modified_time" content="2024-05-20T10:00:00Z"><meta property="article:published_time" content="2024-05-06T10:00:00Z">',
            f"<body><article><h1>{TITLE}</h1>{PARAGRAPHS}</article></body>",
        ),
        has=TEXT,
        published="2024-05-06",
    ),
    Odd(
        "a day in the address alone",
        page("", f"<body><article><h1>{TITLE}</h1>{PARAGRAPHS}</article></body>"),
        has=TEXT,
        address="https://orsundpost.example/news/2024/05/06/port",
        published="2024-05-06",
    ),
    Odd(
        "a day written together in the address",
        page("", f"<body><article><h1>{TITLE}</h1>{PARAGRAPHS}</article></body>"),
        has=TEXT,
        address="https://orsundpost.example/article/20240506-port-of-orsund",
        published="2024-05-06",
    ),
    Odd(
        "an evening in its own zone, UTC in the data",
        page(
            linked({**NEWS, "datePublished": "2024-05-07T03:20:00Z"}),
            f'<body><article><h1>{TITLE}</h1><p class="published">Published 8:20 p.m. PDT, May 6, 2024</p>{PARAGRAPHS}</article></body>',
            lang="en-US",
        ),
        has=TEXT,
        published="2024-05-06",
    ),
    Odd(
        "an evening in its own zone, the address says it",
        page(
            linked({**NEWS, "datePublished": "2024-05-07T03:20:00Z"}),
            f"<body><article><h1>{TITLE}</h1>{PARAGRAPHS}</article></body>",
        ),
        address="https://orsundpost.example/2024/05/06/port/",
        has=TEXT,
        published="2024-05-06",
    ),
    Odd(
        "a morning in the east, still the day before in UTC",
        page(
            linked({**NEWS, "datePublished": "2024-05-05T22:30:00Z"}),
            f'<body><article><h1>{TITLE}</h1><div class="byline">6 May 2024 8:30am AEST</div>{PARAGRAPHS}</article></body>',
            lang="en-AU",
        ),
        has=TEXT,
        published="2024-05-06",
    ),
    Odd(
        "milliseconds since 1970",
        page(
            linked({**NEWS, "datePublished": 1714986000000}),
            f"<body><article><h1>{TITLE}</h1>{PARAGRAPHS}</article></body>",
        ),
        has=TEXT,
        published="2024-05-06",
    ),
    Odd(
        "only the days of comments and of other articles",
        page(
            "",
            f"""<body><article><h1>{TITLE}</h1>{PARAGRAPHS}</article><section class="comments"><div class="comment"><time datetime="2024-05-09">9 May 2024</time><p>{REMARK}.</p></div></section>
<aside class="related"><h2>Related</h2><ul><li><a>{OTHER}</a> <time datetime="2024-04-01">1 April 2024</time></li></ul></aside></body>""",
        ),
        has=TEXT,
        lacks=(REMARK, OTHER),
        published="",
    ),
    Odd(
        "only the day of an event that the article tells of",
        page(
            "",
            f"<body><article><h1>{TITLE}</h1><p>{ONE}</p><p>{TWO}</p><p>The fair opens on 14 September 2024 and lasts three days; the first one was held on 2 June 1987.</p></article></body>",
        ),
        has=(ONE, TWO, "The fair opens on 14 September 2024"),
        published="",
    ),
    Odd(
        "today's day in the head of the page",
        page(
            "",
            f"""<body><header><div class="masthead"><span class="current-date">Tuesday, March 4, 2025</span><a>The Orsund Post</a></div></header><article><h1>{TITLE}</h1><p class="byline">By Ellen Varga | May 6, 2024</p>{PARAGRAPHS}</article></body>""",
        ),
        has=TEXT,
        author="Ellen Varga",
        published="2024-05-06",
    ),
    Odd(
        "a year of two figures behind a month's name",
        page(
            "",
            f'<body><article><h1>{TITLE}</h1><p class="date">06 May 24</p>{PARAGRAPHS}</article></body>',
            lang="en-GB",
        ),
        has=TEXT,
        published="2024-05-06",
    ),
    Odd(
        "a correction and an editor's note with days of their own",
        page(
            "",
            f"""<body><article><h1>{TITLE}</h1><div class="entry-meta"><span class="date">May 6, 2024</span></div><p><em>Editor's note, May 8, 2024: an earlier version gave a wrong number of cranes.</em></p>{PARAGRAPHS}<p><em>Correction, May 9, 2024: the share of the city is 60 per cent.</em></p></article></body>""",
        ),
        has=TEXT,
        published="2024-05-06",
    ),
    Odd(
        "a live blog: entries from newest to oldest",
        page(
            linked(
                {
                    "@context": "https://schema.org",
                    "@type": "LiveBlogPosting",
                    "headline": TITLE,
                    "datePublished": "2024-05-06T06:00:00+02:00",
                    "coverageEndTime": "2024-05-08T20:00:00+02:00",
                    "liveBlogUpdate": [
                        {
                            "@type": "BlogPosting",
                            "headline": "Crane runs again",
                            "datePublished": "2024-05-08T19:00:00+02:00",
                        }
                    ],
                }
            ),
            f"""<body><main><h1>{TITLE}</h1><div class="lb"><article><time datetime="2024-05-08T19:00:00+02:00">8 May 2024, 19:00</time><h2>Crane runs again</h2><p>{TWO}</p></article><article><time datetime="2024-05-06T07:00:00+02:00">6 May 2024, 07:00</time><p>{ONE}</p></article></div></main></body>""",
        ),
        has=(ONE, TWO),
        title=TITLE,
        published="2024-05-06",
    ),
)

HEADS = (
    Odd(
        "a heading with a letter in a span of its own",
        page(
            "",
            f'<body><article><h1><span class="dropcap">P</span>ort of Or<b>sund</b> handles more containers</h1>{PARAGRAPHS}</article></body>',
            title="The Quay",
        ),
        has=TEXT,
        title=TITLE,
    ),
    Odd(
        "no h1: the post's title in a div with its class, sidebar headings before",
        page(
            "",
            f'<body><div class=side><h2>Menu of the day</h2></div><div class="post"><div class="post-title">{TITLE}</div><div class="post-body">{PARAGRAPHS}</div></div></body>',
            title="",
        ),
        has=TEXT,
        title=TITLE,
    ),
    Odd(
        "the title element is the address",
        page("", f"<body><article><h1>{TITLE}</h1>{PARAGRAPHS}</article></body>", title="orsundpost.example"),
        has=TEXT,
        title=TITLE,
    ),
    Odd(
        "headline marked in the head alone",
        page(
            f'<meta itemprop="headline" content="{TITLE}">', f"<body><article>{PARAGRAPHS}</article></body>", title=""
        ),
        has=TEXT,
        title=TITLE,
    ),
    Odd(
        "an office in an element within the author's",
        page(
            "",
            f'<body><article><h1>{TITLE}</h1><a class="author">Ellen Varga <div class="role">Editor</div></a>{PARAGRAPHS}</article></body>',
        ),
        has=TEXT,
        author="Ellen Varga",
    ),
    Odd(
        "an author by id",
        page(
            "", f'<body><article><h1>{TITLE}</h1><span id="author-name">Ellen Varga</span>{PARAGRAPHS}</article></body>'
        ),
        has=TEXT,
        author="Ellen Varga",
    ),
    Odd(
        "an author in a component's name",
        page(
            "",
            f'<body><article><h1>{TITLE}</h1><div data-component="Byline">Ellen Varga</div>{PARAGRAPHS}</article></body>',
        ),
        has=TEXT,
        author="Ellen Varga",
    ),
    Odd(
        "commenters have names and links, the article has none",
        page(
            "",
            f'<body><article><h1>{TITLE}</h1>{PARAGRAPHS}</article><div id="comments"><div class="comment"><span class="comment-author vcard"><cite class="fn">Tor Hagel</cite></span> says: <p>{REMARK}.</p></div></div></body>',
        ),
        has=TEXT,
        lacks=(REMARK,),
        author="",
    ),
)
