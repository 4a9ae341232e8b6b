# ruff: noqa: E501 - pages stand as people write them
"""More pages of outlets, offices and firms, in other systems and layouts than those of `newsstand`.

Places and people are invented. A field that is empty must stay unknown.
"""

from __future__ import annotations

import json

from tests.ingest.odd_pages import Odd, linked

REDUX = {
    "article": {
        "byline": [{"name": "Sofie Ald"}, {"name": "Karl Nym"}],
        "firstPublicationDate": "2023-03-28T04:15:00+02:00",
        "body": [{"type": "p", "text": "…"}],
    },
    "related": [{"firstPublicationDate": "2024-01-02T04:15:00+01:00"}],
}

SECOND = (
    Odd(
        "regional broadcaster with a stamp of stand",
        """<!DOCTYPE html><html lang="de"><head><title>Pegel der Orla steigt weiter | Rundfunk Orla</title><meta property="og:title" content="Pegel der Orla steigt weiter"></head><body><header><a href="/">Rundfunk Orla</a><nav><ul><li><a href="/wetter">Wetter</a></li></ul></nav></header><main><article><div class="kicker">Hochwasser</div><h1><span class="kick">Hochwasser:</span> <span class="head">Pegel der Orla steigt weiter</span></h1><p class="lead">Der Pegel in Altenrode lag am Morgen bei 5,12 Metern, 40 Zentimeter über der Marke für Alarmstufe 2.</p><p class="time">Stand: 28.12.2023 | 09:41 Uhr</p><div class="text"><p>Rund 140 Helfer füllen Sandsäcke. Bis zum Abend sollen es 22.000 sein, sagte der Landrat.</p><h3>Schule geschlossen</h3><p>Die Grundschule bleibt bis zum 8. Januar zu.</p></div><div class="sendung">Sendung: Orla aktuell, 28.12.2023, 6 Uhr</div></article></main><footer>© Rundfunk Orla 2026</footer></body></html>""",
        has=(
            "lag am Morgen bei 5,12 Metern, 40 Zentimeter über der Marke",
            "Bis zum Abend sollen es 22.000 sein, sagte der Landrat.",
            "Die Grundschule bleibt bis zum 8. Januar zu.",
        ),
        lacks=("Wetter",),
        published="2023-12-28",
    ),
    Odd(
        "state in a script and a by-line of two",
        f"""<!DOCTYPE html><html lang="no"><head><title>Ferja står etter grunnstøyting</title></head><body><div id="app"><main><h1>Ferja står etter grunnstøyting</h1><div class="byline">Av Sofie Ald og Karl Nym</div><div class="dates"><span>Publisert 28. mars 2023</span><span>Oppdatert 30. mars 2023</span></div><div class="body"><p>Ferja «Merle» gikk på grunn med 143 passasjerer mandag kveld.</p><p>Reparasjonen vil koste 12,4 millioner kroner, sier rederiet.</p></div></main></div><script>window.__STATE__ = {json.dumps(REDUX)};</script></body></html>""",
        has=("gikk på grunn med 143 passasjerer mandag kveld.", "vil koste 12,4 millioner kroner"),
        title="Ferja står etter grunnstøyting",
        author="Sofie Ald, Karl Nym",
        published="2023-03-28",
    ),
    Odd(
        "tabloid with the date in a list under the headline",
        """<!DOCTYPE html><html lang="en-GB"><head><title>Gran, 81, stops lorry with umbrella - Daily Quill</title><meta name="author" content="Daily Quill"></head><body class="article"><div class="masthead"><a href="/"><img alt="Daily Quill"></a><span class="today">Monday, Dec 1st 2025</span></div><div class="content"><h1>Gran, 81, stops lorry with umbrella</h1><ul class="mol-bullets"><li><strong>Lorry had rolled 60 yards down Church Hill</strong></li><li><strong>Driver was buying a pasty</strong></li></ul><p class="author-section">By <a class="author" href="/p/1">Nell Crabbe</a> and <a class="author" href="/p/2">Guy Orr</a></p><p class="byline-section"><span class="article-timestamp"><span class="label">Published:</span> 18:22, 3 February 2022</span> | <span class="article-timestamp"><span class="label">Updated:</span> 09:10, 4 February 2022</span></p><div><p>A grandmother of nine wedged her umbrella under the wheel of a runaway lorry.</p><p>The lorry weighed 7.5 tonnes and was loaded with 3,000 bricks, police said.</p></div><div class="shareArticles"><a>Share</a></div></div><div class="femail"><h3>MORE HEADLINES</h3><ul><li><a href="/a">Dog eats wedding cake</a></li></ul></div></body></html>""",
        has=(
            "Lorry had rolled 60 yards down Church Hill",
            "A grandmother of nine wedged her umbrella",
            "loaded with 3,000 bricks, police said.",
        ),
        lacks=("Dog eats wedding cake",),
        title="Gran, 81, stops lorry with umbrella",
        author="Nell Crabbe, Guy Orr",
        published="2022-02-03",
    ),
    Odd(
        "statistics office with release and next release",
        """<!DOCTYPE html><html lang="en-AU"><head><title>Dwelling approvals, June 2022 | Bureau of Figures</title><meta name="dcterms.modified" content="2023-11-01"></head><body><main><h1>Dwelling approvals, June 2022</h1><dl class="release"><dt>Reference period</dt><dd>June 2022</dd><dt>Released</dt><dd>2/08/2022</dd><dt>Next release</dt><dd>1/09/2022</dd><dt>First release</dt><dd>1/07/1965</dd></dl><h2>Key statistics</h2><p>In June, seasonally adjusted:</p><ul><li>Total dwellings approved fell 0.7% to 17,222.</li><li>Private houses fell 0.5%.</li></ul><table><caption>Approvals by state</caption><thead><tr><th></th><th>No.</th><th>% change</th></tr></thead><tbody><tr><th>North</th><td>4,201</td><td>-2.3</td></tr><tr><th>South</th><td>1,118</td><td>4.0</td></tr></tbody></table></main></body></html>""",
        has=(
            "Total dwellings approved fell 0.7% to 17,222.",
            "Private houses fell 0.5%.",
            "North | 4,201 | -2.3",
            "No. | % change",
        ),
        title="Dwelling approvals, June 2022",
        published="2022-08-02",
    ),
    Odd(
        "fact check with a rating box",
        """<!DOCTYPE html><html lang="en"><head><title>No, the dam does not hold 31 million cubic metres - CheckIt</title></head><body><header><a href="/">CheckIt</a></header><article><h1>No, the dam does not hold 31 million cubic metres</h1><div class="who">By Ravi Toll<br>Posted: Apr 11, 2022 | Modified: Apr 13, 2022</div><div class="claim-box"><div>Claim</div><p>“The Cold Fork dam holds 31 million cubic metres of water.”</p><div>Rating</div><p>False</p></div><p>The dam was built for 3.1 million cubic metres, as the register of the state shows.</p><p>A post of 9 April 2022 that was shared 41,000 times is ten times too high.</p><h2>Sources</h2><ul><li>Register of dams, accessed April 10, 2022</li></ul></article></body></html>""",
        has=(
            "The Cold Fork dam holds 31 million cubic metres of water.",
            "The dam was built for 3.1 million cubic metres",
            "was shared 41,000 times",
        ),
        title="No, the dam does not hold 31 million cubic metres",
        author="Ravi Toll",
        published="2022-04-11",
    ),
    Odd(
        "sports report with line-up, score and kick-off",
        """<!DOCTYPE html><html lang="es"><head><title>El Torrelodar golea (4-0) y sigue líder - Diario del Valle</title><meta property="og:site_name" content="Diario del Valle"><meta name="DC.date.issued" content="2023-02-19T21:10:00+01:00"></head><body><header><a href="/">Diario del Valle</a></header><div class="cuerpo"><h1>El Torrelodar golea (4-0) y sigue líder</h1><h2>Tres goles de Pardo en 18 minutos ante 6.204 espectadores</h2><div class="firma"><strong>Nuria Salvo</strong> Torrelodar 19/02/2023 a las 21:10h.</div><p>El Torrelodar ganó su noveno partido seguido y suma 54 puntos.</p><div class="ficha"><p><b>4</b> Torrelodar: Ruiz; Pardo (Gil, m.70).</p><p><b>0</b> Valdeón: Sanz.</p></div><p>El próximo partido será el 26 de febrero de 2023.</p></div><div class="masleido"><h3>Lo más leído</h3><ol><li><a href="/1">Cortes de agua el lunes</a></li></ol></div></body></html>""",
        has=(
            "ganó su noveno partido seguido y suma 54 puntos.",
            "Tres goles de Pardo en 18 minutos ante 6.204 espectadores",
            "será el 26 de febrero de 2023.",
        ),
        lacks=("Cortes de agua",),
        title="El Torrelodar golea (4-0) y sigue líder",
        author="Nuria Salvo",
        published="2023-02-19",
    ),
    Odd(
        "parliament record with speakers",
        """<!DOCTYPE html><html lang="en-CA"><head><title>Hansard - No. 41 - House of Lonnay</title></head><body><header><a href="/">House of Lonnay</a></header><main><h1>Hansard</h1><p class="sitting">Sitting No. 41, Tuesday, May 9, 2023</p><h2>Oral Questions</h2><p><strong>Hon. Maud Elling (Dale):</strong> Mr. Speaker, how many wells are dry?</p><p><strong>Hon. P. Orr (Minister of Water):</strong> Mr. Speaker, 9 of 212 wells are dry, down from 14 in 2021.</p><p>Some hon. members: Oh, oh!</p></main></body></html>""",
        has=(
            "how many wells are dry?",
            "9 of 212 wells are dry, down from 14 in 2021.",
            "Hon. P. Orr (Minister of Water):",
        ),
        author="",
        published="2023-05-09",
    ),
    Odd(
        "court decision",
        """<!DOCTYPE html><html lang="en"><head><title>Quist v Holm Mills Ltd [2021] LNCA 14</title></head><body><div class="nav"><a href="/">Courts</a></div><div class="judgment"><h1>Quist v Holm Mills Ltd</h1><p>[2021] LNCA 14</p><p>Hearing dates: 2 and 3 March 2021</p><p>Judgment delivered: 14 May 2021</p><p>ELLING J:</p><p>1. The appellant lost two fingers on 9 June 2017 in a press that had no guard.</p><p>2. The judge awarded 84,000 crowns. The mill appeals against that sum.</p><p>3. I would dismiss the appeal.</p></div></body></html>""",
        has=(
            "1. The appellant lost two fingers on 9 June 2017",
            "2. The judge awarded 84,000 crowns.",
            "I would dismiss the appeal.",
        ),
        published="2021-05-14",
    ),
    Odd(
        "science journal abstract with citation tags",
        """<!DOCTYPE html><html lang="en"><head><title>Lunar polarisation compass in a bee | Insect Senses</title><meta name="citation_title" content="Lunar polarisation compass in a bee"><meta name="citation_author" content="Lyd, Hanne"><meta name="citation_author" content="Orr, Pia"><meta name="citation_online_date" content="2022/05/17"><meta name="citation_publication_date" content="2022/06/01"><meta name="citation_journal_title" content="Insect Senses"></head><body><main><h1>Lunar polarisation compass in a bee</h1><ul class="authors"><li>Hanne Lyd<sup>1</sup></li><li>Pia Orr<sup>1,2</sup></li></ul><p>Received 4 January 2022; accepted 2 May 2022; published 17 May 2022</p><section><h2>Abstract</h2><p>Bees kept within 4.2° of their course (n = 1,140, P < 0.001) under light of 10<sup>−4</sup> lux.</p></section></main></body></html>""",
        has=("Bees kept within 4.2° of their course (n = 1,140, P < 0.001) under light of 10^-4 lux.",),
        title="Lunar polarisation compass in a bee",
        author="Hanne Lyd, Pia Orr",
    ),
    Odd(
        "blog of WordPress in Dutch with month archive beside",
        """<!DOCTYPE html><html lang="nl-NL"><head><title>De brug die niemand wilde – Kanaalblog</title><meta name="generator" content="WordPress 6.2"></head><body class="single"><header id="masthead"><p class="site-title"><a href="/">Kanaalblog</a></p></header><article class="post hentry"><h1 class="entry-title">De brug die niemand wilde</h1><div class="entry-meta">Geplaatst op <a href="/x" rel="bookmark"><time class="entry-date published updated" datetime="2020-11-05T20:13:00+01:00">5 november 2020</time></a> door <span class="author vcard"><a class="url fn n" href="/author/jet">Jet van Dam</a></span></div><div class="entry-content"><p>De brug over het kanaal kostte 3,8 miljoen euro en staat sinds 2018 open.</p><p>Er fietsen 41 mensen per dag over.</p><p class="sd-title">Delen:</p></div></article><aside><h2>Archieven</h2><ul><li><a href="/2024/01">januari 2024</a></li></ul></aside></body></html>""",
        has=("kostte 3,8 miljoen euro en staat sinds 2018 open.", "Er fietsen 41 mensen per dag over."),
        lacks=("januari 2024",),
        title="De brug die niemand wilde",
        author="Jet van Dam",
        published="2020-11-05",
    ),
    Odd(
        "agency report with dateline and slug",
        """<!DOCTYPE html><html lang="fr"><head><title>Le port de Lonnay rouvre après onze jours | Agence Océane</title></head><body><div class="story"><span class="slug">TRANSPORT-MER</span><h1>Le port de Lonnay rouvre après onze jours</h1><time>09.11.2022 - 07h42</time><p>LONNAY, 9 nov 2022 (AO) - Le port de Lonnay a rouvert mercredi après onze jours de fermeture, a annoncé sa direction.</p><p>Quelque 27 navires attendaient au large, pour 61.000 tonnes de marchandises.</p><p>cd/ml</p></div><footer>Mentions légales</footer></body></html>""",
        has=("a rouvert mercredi après onze jours de fermeture", "27 navires attendaient au large, pour 61.000 tonnes"),
        lacks=("Mentions légales",),
        title="Le port de Lonnay rouvre après onze jours",
        published="2022-11-09",
    ),
    Odd(
        "recipe of a magazine whose day stands at its end",
        """<!DOCTYPE html><html lang="en"><head><title>Nettle soup | Field Kitchen</title></head><body><nav><a href="/">Field Kitchen</a></nav><main><h1>Nettle soup</h1><p>Pick 400 g of young tops before they flower; it feeds four.</p><h2>Method</h2><ol><li>Boil for 3 minutes.</li><li>Blend with 1.2 litres of stock.</li></ol><p class="fine">Words: Oona Field. First published in the spring of 2019.</p></main></body></html>""",
        has=(
            "Pick 400 g of young tops before they flower; it feeds four.",
            "Boil for 3 minutes.",
            "Blend with 1.2 litres of stock.",
        ),
        title="Nettle soup",
        published="",
    ),
    Odd(
        "Russian regional news with the time first",
        """<!DOCTYPE html><html lang="ru"><head><title>В Заречье закрыли мост через Тарн — Новости Заречья</title></head><body><div class="top"><a href="/">Новости Заречья</a></div><div class="article"><div class="article__date">14:07, 6 октября 2022</div><h1>В Заречье закрыли мост через Тарн</h1><p>Мост закрыли на 40 дней, сообщили в администрации.</p><p>Ремонт обойдётся в 27,3 млн рублей.</p><div class="article__author">Автор: Ольга Лис</div></div><div class="more"><a href="/2">Открыта запись на ярмарку 12 декабря 2025 года</a></div></body></html>""",
        has=("Мост закрыли на 40 дней, сообщили в администрации.", "Ремонт обойдётся в 27,3 млн рублей."),
        lacks=("Открыта запись",),
        title="В Заречье закрыли мост через Тарн",
        author="Ольга Лис",
        published="2022-10-06",
    ),
    Odd(
        "Ukrainian city council",
        """<!DOCTYPE html><html lang="uk"><head><title>Міська рада | Новини | Лікарня отримала 14 апаратів</title></head><body><div class="header">Міська рада</div><div class="breadcrumbs"><a href="/">Головна</a> / <a href="/news">Новини</a></div><h1>Лікарня отримала 14 апаратів</h1><div class="info">Дата публікації: 12.05.2021 | Переглядів: 1 204</div><div class="content"><p>Місто придбало 14 апаратів за 9,8 мільйона гривень.</p><p>Їх встановлять до 1 червня.</p></div></body></html>""",
        has=("Місто придбало 14 апаратів за 9,8 мільйона гривень.", "Їх встановлять до 1 червня."),
        lacks=("Переглядів",),
        title="Лікарня отримала 14 апаратів",
        published="2021-05-12",
    ),
    Odd(
        "Chinese municipal notice",
        """<!DOCTYPE html><html lang="zh-CN"><head><title>关于封闭塔恩大桥的通知_北滨市人民政府</title><meta name="PubDate" content="2022-08-24 10:30"><meta name="ContentSource" content="市交通局"></head><body><div class="head"><a href="/">北滨市人民政府</a></div><div class="con"><h1>关于封闭塔恩大桥的通知</h1><div class="xx">发布时间：2022-08-24 10:30　来源：市交通局　浏览次数：1204</div><div class="TRS_Editor"><p>塔恩大桥自9月1日起禁止3.5吨以上车辆通行。</p><p>维修费用约2730万元，预计2026年完工。</p></div></div></body></html>""",
        has=("塔恩大桥自9月1日起禁止3.5吨以上车辆通行。", "维修费用约2730万元，预计2026年完工。"),
        lacks=("浏览次数",),
        title="关于封闭塔恩大桥的通知",
        published="2022-08-24",
    ),
    Odd(
        "Arabic news site",
        """<!DOCTYPE html><html lang="ar" dir="rtl"><head><title>إغلاق جسر تارن أربعين يوما | صحيفة الميناء</title></head><body><header><a href="/">صحيفة الميناء</a></header><article><h1>إغلاق جسر تارن أربعين يوما</h1><div class="meta"><span class="author">كتب: سامي الحداد</span> <span class="date">الخميس 6 أكتوبر 2022 - 14:07</span></div><p>أغلقت البلدية جسر تارن أربعين يوما بسبب أعمال الصيانة التي تكلف 27.3 مليون.</p><p>وتعبر الجسر 9700 سيارة كل يوم.</p></article></body></html>""",
        has=("بسبب أعمال الصيانة التي تكلف 27.3 مليون.", "وتعبر الجسر 9700 سيارة كل يوم."),
        title="إغلاق جسر تارن أربعين يوما",
        published="2022-10-06",
    ),
    Odd(
        "product recall of an agency with a summary table",
        """<!DOCTYPE html><html lang="en-US"><head><title>Brimble Recalls Garden Heaters Due to Fire Hazard | Safety Commission</title><meta name="dcterms.created" content="2021-09-16"><meta name="dcterms.modified" content="2022-01-03"></head><body><header><a href="/">Safety Commission</a></header><main><h1>Brimble Recalls Garden Heaters Due to Fire Hazard</h1><div class="recall"><div><b>Name of Product:</b> Garden heaters</div><div><b>Hazard:</b> The hose can leak.</div><div><b>Recall Date:</b> September 16, 2021</div><div><b>Units:</b> About 18,300</div></div><p>Brimble has received 14 reports of leaks, two of them with burns.</p><p>Sold at: hardware stores from March 2019 through July 2021 for between $120 and $180.</p></main></body></html>""",
        has=(
            "About 18,300",
            "Brimble has received 14 reports of leaks, two of them with burns.",
            "from March 2019 through July 2021 for between $120 and $180.",
        ),
        title="Brimble Recalls Garden Heaters Due to Fire Hazard",
        published="2021-09-16",
    ),
    Odd(
        "old page in frames' style with font tags and Spanish date",
        """<html><head><title>El Eco del Valle</title></head><body><table width="100%"><tr><td bgcolor="#ccccff"><font face="Arial" size="2"><a href="portada.htm">Portada</a> | <a href="local.htm">Local</a></font></td></tr></table><p><font face="Arial" size="1">Martes, 12 de marzo de 2002</font></p><p><font face="Arial" size="5">Una fuga deja sin agua a 3.200 vecinos</font></p><p><font face="Arial" size="2">J. PARDO, Torrelodar</font></p><p><font face="Arial" size="2">Una fuga en la calle Mayor dejó ayer sin agua a 3.200 vecinos durante nueve horas.</font></p><p><font face="Arial" size="2">La reparación costará 41.000 euros, según el ayuntamiento.</font></p></body></html>""",
        has=("dejó ayer sin agua a 3.200 vecinos durante nueve horas.", "La reparación costará 41.000 euros"),
        lacks=("Portada",),
        title="Una fuga deja sin agua a 3.200 vecinos",
        published="2002-03-12",
    ),
    Odd(
        "podcast page with notes and transcript",
        """<!DOCTYPE html><html lang="en"><head><title>Episode 41: Who owns the weir? - Low Water Podcast</title><script type="application/ld+json">{"@context":"https://schema.org","@type":"PodcastEpisode","name":"Episode 41: Who owns the weir?","datePublished":"2023-06-08"}</script></head><body><header><a href="/">Low Water Podcast</a></header><main><h1>Episode 41: Who owns the weir?</h1><audio controls src="41.mp3"></audio><p>Tess Varrow talks to the engineer who has measured the weir since 1994.</p><h2>Transcript</h2><p><b>Tess:</b> How much water goes over it?</p><p><b>Guest:</b> About 14 cubic metres a second, in a dry June 6.</p></main></body></html>""",
        has=("has measured the weir since 1994.", "About 14 cubic metres a second, in a dry June 6."),
        title="Episode 41: Who owns the weir?",
        published="2023-06-08",
    ),
    Odd(
        "crowd-funded page where an event in the future leads",
        """<!DOCTYPE html><html lang="en-GB"><head><title>Save the Mill Lane baths</title><meta property="og:updated_time" content="2024-05-01T09:00:00Z"></head><body><main><h1>Save the Mill Lane baths</h1><div class="event"><b>Next meeting</b>: 14 November 2031, 7pm, Church Hall</div><p class="posted">Posted by Petra Olding on 2 July 2023</p><p>We need £780,000 for the roof and have £61,204 from 1,118 people.</p><p>The council will decide in October.</p></main></body></html>""",
        has=(
            "We need £780,000 for the roof and have £61,204 from 1,118 people.",
            "The council will decide in October.",
        ),
        title="Save the Mill Lane baths",
        author="Petra Olding",
        published="2023-07-02",
    ),
    Odd(
        "long read with drop cap and pulled quote",
        """<!DOCTYPE html><html lang="en-US"><head><title>The Last Cooper of Selby - The Tidewater Review</title><meta name="parsely-author" content="Idris Cole"><meta name="parsely-pub-date" content="2018-10-22T05:00:00Z"></head><body><article><header><p class="rubric">Letter from Selby</p><h1>The Last Cooper of Selby</h1><p class="dek">He has made 11,000 barrels, and nobody wants the next.</p><p>By Idris Cole</p><p>October 22, 2018</p></header><div class="body"><p class="has-dropcap"><span class="dropcap">A</span>t six in the morning Tom Weir lights the fire, as he has done since 1961.</p><aside class="pullquote"><p>“A barrel is a promise.”</p></aside><p>He made 11,000 barrels. “A barrel is a promise,” he says, and spits.</p></div><footer><p class="tagline">Published in the print edition of the October 29, 2018, issue.</p></footer></article></body></html>""",
        has=(
            "At six in the morning Tom Weir lights the fire, as he has done since 1961.",
            "He made 11,000 barrels. “A barrel is a promise,” he says, and spits.",
            "He has made 11,000 barrels, and nobody wants the next.",
        ),
        title="The Last Cooper of Selby",
        author="Idris Cole",
        published="2018-10-22",
    ),
    Odd(
        "police appeal with reference and times of an offence",
        """<!DOCTYPE html><html lang="en-GB"><head><title>Appeal after lead stolen from church roof | Valley Police</title></head><body><header><a href="/">Valley Police</a></header><main><h1>Appeal after lead stolen from church roof</h1><div class="article-meta"><span>News</span> <span>12:48 08/03/2023</span></div><p>Thieves took lead worth £9,000 from St Anne's between 11pm on 04/03/2023 and 6am on 05/03/2023.</p><p>Anyone with information can call 101 and quote 44230090211.</p></main><footer>Cookies</footer></body></html>""",
        has=(
            "Thieves took lead worth £9,000 from St Anne's between 11pm on 04/03/2023 and 6am on 05/03/2023.",
            "quote 44230090211.",
        ),
        lacks=("Cookies",),
        title="Appeal after lead stolen from church roof",
        published="2023-03-08",
    ),
    Odd(
        "linked data of a graph with modified and breadcrumb",
        f"""<!DOCTYPE html><html lang="sv-SE"><head><title>Bron stängs i sommar - Hamnposten</title>{linked({"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "@id": "#w", "datePublished": "2019-01-01T00:00:00+00:00"}, {"@type": "BreadcrumbList", "itemListElement": []}, {"@type": "NewsArticle", "headline": "Bron stängs i sommar", "datePublished": "2022-05-18T06:00:00+02:00", "dateModified": "2022-06-01", "author": [{"@type": "Person", "name": "Elsa Nyman"}], "publisher": {"@type": "Organization", "name": "Hamnposten"}}]})}</head><body><main><h1>Bron stängs i sommar</h1><p>Bron stängs från den 1 juni i elva veckor, säger kommunen.</p><p>Omvägen är 14 kilometer och berör 9 700 bilar om dagen.</p></main></body></html>""",
        has=("Bron stängs från den 1 juni i elva veckor", "berör 9 700 bilar om dagen."),
        title="Bron stängs i sommar",
        author="Elsa Nyman",
        published="2022-05-18",
    ),
    Odd(
        "question and answer board with votes",
        """<!DOCTYPE html><html lang="en"><head><title>mechanics - Why does a steel hull rust below the waterline? - Boat Building Answers</title></head><body class="question-page"><header><a href="/">Boat Building Answers</a></header><div id="content"><div id="question-header"><h1><a href="/q/17">Why does a steel hull rust below the waterline?</a></h1></div><div>Asked <time itemprop="dateCreated" datetime="2016-09-02T11:20:33">7 years ago</time> Modified <a>2 years ago</a> Viewed 4k times</div><div id="question" class="question"><div class="votecell">12</div><div class="postcell"><div class="s-prose"><p>Mine lost 2 mm in three winters, all of it within 30 cm of the zinc.</p></div><div class="user-info"><div class="user-action-time">asked <span title="2016-09-02 11:20:33Z">Sep 2, 2016 at 11:20</span></div><div class="user-details"><a href="/u/1">tarbrush</a></div></div></div></div><div id="answers"><div class="answer"><div class="votecell">31</div><div class="answercell"><div class="s-prose"><p>Your zinc is too small: a hull of 12 metres needs 9 kg, and you have 2.</p></div><div class="user-info"><div>answered <span title="2016-09-03 07:00:00Z">Sep 3, 2016 at 7:00</span></div></div></div></div></div></div><div id="hot-network-questions"><h4>Hot Network Questions</h4><ul><li><a href="/h">Can a keel be glued?</a></li></ul></div></body></html>""",
        has=(
            "Mine lost 2 mm in three winters, all of it within 30 cm of the zinc.",
            "a hull of 12 metres needs 9 kg, and you have 2.",
        ),
        lacks=("Can a keel be glued?",),
        title="Why does a steel hull rust below the waterline?",
        published="2016-09-02",
    ),
)
