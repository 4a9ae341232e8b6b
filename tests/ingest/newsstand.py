# ruff: noqa: E501 - pages stand as people write them
"""Pages as outlets, offices and firms publish them, each with more than one day on it, and with what a reader takes.

Places and people are invented. A field that is empty must stay unknown.
"""

from __future__ import annotations

import json

from tests.ingest.odd_pages import Odd

BUILT = {
    "props": {
        "pageProps": {
            "article": {
                "headline": "Ferry to Lonnay runs again after eleven days",
                "publishedAt": "2022-11-09T06:30:00Z",
                "updatedAt": "2023-02-01T10:00:00Z",
                "author": {"name": "Ines Corrado"},
            },
            "buildDate": "2023-05-05",
        }
    }
}

FIRST = (
    Odd(
        "WordPress of an agency with a day of change first",
        """<!DOCTYPE html><html lang="en-GB"><head><meta charset="UTF-8"><title>Council to sell the swimming baths | Stourley Echo</title><meta property="article:modified_time" content="2023-09-30T08:12:44+00:00"><meta property="og:site_name" content="Stourley Echo"></head><body class="single single-post"><header class="site-header"><a href="/">Stourley Echo</a><ul class="menu"><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></header><main><article class="post-881 post type-post"><header class="entry-header"><h1 class="entry-title">Council to sell the swimming baths</h1><div class="entry-meta"><span class="posted-on"><time class="updated" datetime="2023-09-30T09:12:44+01:00">30 September 2023</time> <time class="entry-date published" datetime="2023-06-14T17:02:00+01:00">14 June 2023</time></span><span class="byline"> by <span class="author vcard"><a class="url fn n" href="/author/petra">Petra Olding</a></span></span></div></header><div class="entry-content"><p>The baths in Mill Lane, shut since 2019, are to be sold for £1.2m to a firm that wants to build 34 flats.</p><p>Councillors voted 9 to 6 on Tuesday night. The leader said the roof alone would cost £780,000.</p><h2>What campaigners say</h2><p>Friends of the Baths gathered 4,117 signatures. “It is the only pool for 20 miles,” its chair said.</p></div></article><section id="comments"><h2>2 comments</h2><ol><li><cite>Dave</cite> <time datetime="2023-06-15">15 June 2023</time><p>Disgrace, total disgrace.</p></li></ol></section></main><aside><h2>Related</h2><ul><li><a href="/a">Library hours cut from 1 January 2024</a></li></ul></aside><footer>© 2024 Stourley Echo</footer></body></html>""",
        has=(
            "are to be sold for £1.2m",
            "Councillors voted 9 to 6 on Tuesday night.",
            "What campaigners say",
            "gathered 4,117 signatures.",
        ),
        lacks=("total disgrace", "Library hours cut"),
        title="Council to sell the swimming baths",
        author="Petra Olding",
        published="2023-06-14",
    ),
    Odd(
        "Next.js whose state has the fields",
        f"""<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/><title>Ferry to Lonnay runs again after eleven days</title><meta name="next-head-count" content="3"/></head><body><div id="__next"><div class="Layout_root__2Xk"><nav class="Nav_bar__a1"><a href="/">Home</a><a href="/islands">Islands</a></nav><main class="Article_main__9f"><h1 class="Article_h1__77">Ferry to Lonnay runs again after eleven days</h1><p class="Byline_b__3c">Ines Corrado</p><p class="Stamp_s__1x">Updated <!-- -->1 February 2023</p><div class="Body_b__0p"><p>The ferry “Merle” left at 6.10 with 143 passengers and 27 cars, the operator said.</p><p>It had been in dock since a shaft broke on 29 October. Repairs cost €410,000.</p></div></main><div class="Teasers_t__44"><h2>Most read</h2><a href="/x"><h3>Storm took the pier at Quill</h3><span>3 November 2021</span></a></div></div></div><script id="__NEXT_DATA__" type="application/json">{json.dumps(BUILT)}</script></body></html>""",
        has=("left at 6.10 with 143 passengers and 27 cars", "Repairs cost €410,000."),
        lacks=("Storm took the pier", "Islands"),
        title="Ferry to Lonnay runs again after eleven days",
        author="Ines Corrado",
        published="2022-11-09",
    ),
    Odd(
        "AMP page of an Italian daily",
        """<!doctype html><html ⚡ lang="it"><head><meta charset="utf-8"><title>Bollette, il comune rimborsa 2.300 famiglie - Il Corriere di Valgrana</title><link rel="canonical" href="https://www.corrierevalgrana.example/cronaca/bollette-rimborsi.html"></head><body><amp-sidebar id="sb" layout="nodisplay"><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></amp-sidebar><header>Il Corriere di Valgrana</header><article><h1>Bollette, il comune rimborsa 2.300 famiglie</h1><div class="autore">di <span>Carla Benzi</span></div><div class="data">Pubblicato il 7 marzo 2022 alle 18:45 - Ultimo aggiornamento: 9 marzo 2022</div><amp-img src="a.jpg" width="600" height="300" alt="il municipio"></amp-img><p>Il comune restituirà 86 euro a famiglia per l'acqua fatturata due volte nel 2021.</p><p>L'errore è costato 197.800 euro, ha detto l'assessora al bilancio.</p><amp-ad width="300" height="250" type="x"></amp-ad><p>I rimborsi arriveranno entro il 30 giugno 2022.</p></article><amp-list><div>Leggi anche: Scuole chiuse il 4 aprile</div></amp-list><footer>P.IVA 0123 © 2024</footer></body></html>""",
        has=("Il comune restituirà 86 euro a famiglia", "L'errore è costato 197.800 euro", "entro il 30 giugno 2022."),
        lacks=("P.IVA", "Leggi anche"),
        title="Bollette, il comune rimborsa 2.300 famiglie",
        author="Carla Benzi",
        published="2022-03-07",
    ),
    Odd(
        "live blog with entries by the hour",
        """<!DOCTYPE html><html lang="en-GB"><head><title>Flood in Ambry: as it happened | The Northern Courier</title><script type="application/ld+json">{"@context":"https://schema.org","@type":"LiveBlogPosting","headline":"Flood in Ambry: as it happened","datePublished":"2021-10-31T05:58:00Z","dateModified":"2021-11-01T00:10:00Z","coverageStartTime":"2021-10-31T05:58:00Z","author":[{"@type":"Person","name":"Lewis Marr"},{"@type":"Person","name":"Oona Field"}],"liveBlogUpdate":[{"@type":"BlogPosting","headline":"Bridge closed","datePublished":"2021-10-31T07:20:00Z","articleBody":"The bridge is closed."}]}</script></head><body><header><nav><a href="/">Home</a></nav></header><main><h1>Flood in Ambry: as it happened</h1><p class="byline">Lewis Marr and Oona Field</p><ul class="key-events"><li>Bridge closed since 7.20</li></ul><div class="block" id="b3"><time datetime="2021-11-01T00:10:00Z">00.10</time><h2>Goodnight</h2><p>We are closing for the night. The river stands at 3.94 metres, down from 4.61.</p></div><div class="block" id="b2"><time datetime="2021-10-31T12:31:00Z">12.31</time><h2>Evacuation</h2><p>The fire service has brought 212 people out of Weir Street, its chief says.</p></div><div class="block" id="b1"><time datetime="2021-10-31T07:20:00Z">07.20</time><h2>Bridge closed</h2><p>The Old Bridge is closed to all traffic, the council has announced.</p></div></main><footer>Terms</footer></body></html>""",
        has=(
            "The river stands at 3.94 metres, down from 4.61.",
            "has brought 212 people out of Weir Street",
            "The Old Bridge is closed to all traffic",
            "Goodnight",
        ),
        lacks=("Terms",),
        title="Flood in Ambry: as it happened",
        author="Lewis Marr, Oona Field",
        published="2021-10-31",
    ),
    Odd(
        "gallery whose captions are the article",
        """<!DOCTYPE html><html lang="en-US"><head><title>In pictures: the last day of the Hartwell mill - Tri-County News</title><meta property="og:title" content="In pictures: the last day of the Hartwell mill"><meta property="article:published_time" content="2019-03-29T23:40:00-05:00"></head><body><div class="top"><a href="/">Tri-County News</a></div><div class="gallery-wrap"><h1>In pictures: the last day of the Hartwell mill</h1><p class="dek">The mill closed on Friday after 112 years. Our photographer spent its last shift there.</p><div class="slides"><figure class="slide"><img src="1.jpg"><figcaption>Roy Abel, 61, shuts the valve of boiler No. 2, which burned 40 tons of coal a day. <span class="credit">Dana Whit/Tri-County News</span></figcaption></figure><figure class="slide"><img src="2.jpg"><figcaption>The 186 workers gather in the yard at 2:30 p.m. <span class="credit">Dana Whit/Tri-County News</span></figcaption></figure><figure class="slide"><img src="3.jpg"><figcaption>The gate is locked for good. The town loses $3.1 million a year in taxes. <span class="credit">Dana Whit/Tri-County News</span></figcaption></figure></div></div><div class="more"><h3>More galleries</h3><a href="/g2">Fair opens Aug. 3, 2024</a></div></body></html>""",
        has=(
            "The mill closed on Friday after 112 years.",
            "which burned 40 tons of coal a day.",
            "The 186 workers gather in the yard",
            "The town loses $3.1 million a year in taxes.",
        ),
        lacks=("Fair opens",),
        title="In pictures: the last day of the Hartwell mill",
        published="2019-03-29",
    ),
    Odd(
        "council site with last reviewed and events",
        """<!DOCTYPE html><html lang="en-GB"><head><title>Bin collections to change in the autumn - Marlow Vale District Council</title><meta name="DC.date.modified" content="2024-02-02"><meta name="DC.title" content="Bin collections to change in the autumn"></head><body><a href="#c">Skip to content</a><header><a href="/">Marlow Vale District Council</a><form><label>Search</label><input></form></header><nav aria-label="breadcrumb"><ol><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ol></nav><main id="c"><h1>Bin collections to change in the autumn</h1><p class="news-date">Published: Thursday, 6th July 2023</p><p>From 2 October 2023 grey bins will be emptied every three weeks, green ones every two.</p><p>The change saves £246,000 a year. About 38,000 homes are affected.</p><table><caption>New dates</caption><tr><th>Area</th><th>Day</th><th>First round</th></tr><tr><td>North</td><td>Monday</td><td>2 October</td></tr><tr><td>South</td><td>Wednesday</td><td>4 October</td></tr></table><p>Last reviewed: 2 February 2024</p></main><aside><h2>Events</h2><ul><li>Open day, 12 May 2025</li></ul></aside><footer><p>Marlow Vale District Council, Civic Centre, High Road. © 2025</p></footer></body></html>""",
        has=(
            "From 2 October 2023 grey bins will be emptied every three weeks, green ones every two.",
            "The change saves £246,000 a year.",
            "North | Monday | 2 October",
            "Area | Day | First round",
        ),
        lacks=("Open day", "Civic Centre"),
        title="Bin collections to change in the autumn",
        author="",
        published="2023-07-06",
    ),
    Odd(
        "university press office with contact and embargo",
        """<!DOCTYPE html><html lang="en"><head><title>Bees find their way by polarised moonlight | University of Aldmoor</title></head><body><div id="masthead"><a href="/"><img alt="University of Aldmoor"></a></div><div class="content"><div class="pr-kicker">Press release</div><h1>Bees find their way by polarised moonlight</h1><div class="pr-meta">Issued: 18/05/2022 | Embargo: 00:01 on 17/05/2022 | Ref: 22/094</div><p>Night-flying bees steer by the pattern of polarised light around the moon, a team at Aldmoor has shown in 1,140 flights.</p><p>The bees kept within 4.2 degrees of their course under a clear sky and strayed by 31 degrees under a filter.</p><p>“It is a compass that works at a ten-thousandth of daylight,” said Professor Hanne Lyd.</p><h3>Notes for editors</h3><p>The paper, “Lunar polarisation compass in a bee”, appears in Insect Senses.</p><p>Contact: Press Office, +44 1234 567890, press@aldmoor.example</p></div><div class="side"><h4>Upcoming</h4><p>Open day 21 September 2024</p></div></body></html>""",
        has=(
            "a team at Aldmoor has shown in 1,140 flights.",
            "The bees kept within 4.2 degrees of their course",
            "appears in Insect Senses.",
        ),
        lacks=("Open day",),
        title="Bees find their way by polarised moonlight",
    ),
    Odd(
        "archive of a paper with a printed line only",
        """<html><head><title>Star-Ledger Archive: story</title></head><body bgcolor="#ffffff"><table width="760"><tr><td colspan="2"><img src="logo.gif" alt="archive"></td></tr><tr><td valign="top" width="140"><a href="/">Front page</a><br><a href="/sports">Sports</a><br><a href="/classified">Classified</a></td><td valign="top"><font size="5"><b>Dam at Cold Fork is unsafe, state report says</b></font><br><font size="2">By JOANNE PRITCH<br>Staff Writer<br>Monday, November 12, 2001<br>Page A1</font><p>COLD FORK -- The dam above this town of 8,400 could fail in a flood that comes once in 50 years, a state report says.</p><p>Mending it would cost $11.6 million, four times what the county has set aside.</p><p>The dam was built in 1938.</p></td></tr></table><center><font size="1">Copyright 2001-2014 Interior Newspapers Inc.</font></center></body></html>""",
        has=(
            "The dam above this town of 8,400 could fail",
            "Mending it would cost $11.6 million, four times what the county has set aside.",
            "The dam was built in 1938.",
        ),
        lacks=("Classified",),
        title="Dam at Cold Fork is unsafe, state report says",
        author="JOANNE PRITCH",
        published="2001-11-12",
    ),
    Odd(
        "ministry in German with Stand",
        """<!DOCTYPE html><html lang="de"><head><title>Ministerium für Verkehr - Pressemitteilungen - Brücke bei Altenrode wird gesperrt</title></head><body><div class="header"><a href="/">Ministerium für Verkehr</a></div><ul class="navi"><li><a href="/presse">Presse</a></li></ul><div id="content"><p class="dachzeile">Pressemitteilung Nr. 112/2022</p><h1>Brücke bei Altenrode wird gesperrt</h1><p class="datum">Datum 24.08.2022</p><p>Die Brücke wird vom 1. September an für Fahrzeuge über 3,5 Tonnen gesperrt, teilte das Ministerium mit.</p><p>Rund 9.700 Fahrzeuge am Tag müssen einen Umweg von 14 Kilometern nehmen.</p><p>Der Neubau kostet voraussichtlich 27,3 Millionen Euro und soll 2026 fertig sein.</p></div><div class="fuss">Stand: 11.01.2024 | <a href="/impressum">Impressum</a></div></body></html>""",
        has=("für Fahrzeuge über 3,5 Tonnen gesperrt", "Rund 9.700 Fahrzeuge am Tag", "27,3 Millionen Euro"),
        lacks=("Impressum",),
        title="Brücke bei Altenrode wird gesperrt",
        author="",
        published="2022-08-24",
    ),
    Odd(
        "ministry in French, communiqué",
        """<!DOCTYPE html><html lang="fr"><head><title>Communiqué | Ministère de la Santé</title><meta property="og:site_name" content="Ministère de la Santé"></head><body><header role="banner"><a href="/">Accueil</a></header><main role="main"><p class="fr-tag">Communiqué de presse</p><h1>Grippe : 1 264 passages aux urgences en une semaine</h1><p class="fr-text">Publié le mercredi 11 janvier 2023 (mis à jour le 20 mars 2023)</p><p>Les services d'urgence ont reçu 1 264 patients grippés, soit 18 % de moins que la semaine précédente.</p><p>La ministre appelle les plus de 65 ans à se faire vacciner avant le 31 janvier.</p></main><section class="alire"><h2>À lire aussi</h2><p><a href="/b">Canicule : le plan 2024 est prêt</a> 3 juin 2024</p></section></body></html>""",
        has=("ont reçu 1 264 patients grippés, soit 18 % de moins", "avant le 31 janvier."),
        lacks=("Canicule",),
        title="Grippe : 1 264 passages aux urgences en une semaine",
        published="2023-01-11",
    ),
    Odd(
        "ministry in Spanish, nota de prensa",
        """<!DOCTYPE html><html lang="es"><head><title>El embalse de Torrelodar alcanza el 71,4 % de su capacidad</title><meta name="last-modified" content="2023-04-30"></head><body><div class="cabecera"><a href="/">Ministerio de Aguas</a><a href="/prensa">Prensa</a></div><div class="nota"><h2 class="titulo">El embalse de Torrelodar alcanza el 71,4 % de su capacidad</h2><p class="fecha">Madrid, 03/02/2022.-</p><p class="entradilla">Hace un año estaba al 38 %.</p><p>El embalse almacena 412 hectómetros cúbicos, según los datos del ministerio.</p><p>La confederación mantiene el recorte del 15 % para el riego hasta mayo.</p></div><div class="pie">Última actualización: 30 de abril de 2023</div></body></html>""",
        has=("Hace un año estaba al 38 %.", "412 hectómetros cúbicos", "el recorte del 15 % para el riego hasta mayo."),
        title="El embalse de Torrelodar alcanza el 71,4 % de su capacidad",
        published="2022-02-03",
    ),
    Odd(
        "ministry in Polish",
        """<!DOCTYPE html><html lang="pl"><head><title>Nowe zasady dopłat do kotłów - Ministerstwo Klimatu - Portal</title></head><body><header><a href="/">Portal</a></header><main><article><h2>Nowe zasady dopłat do kotłów</h2><p class="event-date">14.09.2021</p><div class="editor-content"><p>Od 1 stycznia 2022 roku dopłata do nowego kotła wyniesie 4 500 zł, o 900 zł mniej niż dotąd.</p><p>Wnioski złożyło 61 tysięcy osób, poinformowało ministerstwo.</p></div><div class="metryczka"><h3>Informacje o publikacji dokumentu</h3><div>Ostatnia modyfikacja: <span>02.12.2022 10:14</span> administrator</div><div>Pierwsza publikacja: <span>14.09.2021 13:02</span> administrator</div></div></article></main><footer>Strony dostępne w domenie</footer></body></html>""",
        has=("dopłata do nowego kotła wyniesie 4 500 zł, o 900 zł mniej niż dotąd.", "Wnioski złożyło 61 tysięcy osób"),
        lacks=("Strony dostępne",),
        title="Nowe zasady dopłat do kotłów",
        author="",
        published="2021-09-14",
    ),
    Odd(
        "ministry in Portuguese",
        """<!DOCTYPE html><html lang="pt-br"><head><title>Vacinação chega a 92% das crianças de Serra Alta — Secretaria da Saúde</title></head><body><div id="portal-header"><a href="/">Secretaria da Saúde</a></div><div id="content"><h1 class="documentFirstHeading">Vacinação chega a 92% das crianças de Serra Alta</h1><div class="documentByLine"><span class="documentPublished"><span>Publicado em</span> <span class="value">05/10/2022 09h32</span></span> <span class="documentModified"><span>Atualizado em</span> <span class="value">11/11/2022 16h20</span></span></div><div id="content-core"><p>A campanha aplicou 18.640 doses em 42 postos, informou a secretaria.</p><p>A meta era de 90% até o fim de setembro.</p></div></div><div id="viewlet-below"><a href="#">Compartilhe</a></div></body></html>""",
        has=("A campanha aplicou 18.640 doses em 42 postos", "A meta era de 90% até o fim de setembro."),
        title="Vacinação chega a 92% das crianças de Serra Alta",
        published="2022-10-05",
    ),
    Odd(
        "forum thread in US order, phpBB",
        """<!DOCTYPE html><html lang="en-us"><head><title>Anyone else's well gone dry? - Dry Creek Homeowners</title></head><body id="phpbb" class="section-viewtopic"><div id="wrap"><div id="page-header"><h1>Dry Creek Homeowners</h1><a href="#start_here">Skip to content</a></div><div id="page-body"><h2 class="topic-title"><a href="./viewtopic.php?t=17">Anyone else's well gone dry?</a></h2><div class="action-bar"><a>Post Reply</a><div class="pagination">3 posts • Page 1 of 1</div></div><div id="p91" class="post"><div class="inner"><dl class="postprofile"><dt><a class="username">mesquite_al</a></dt><dd>Posts: 208</dd><dd>Joined: 02/11/2009</dd></dl><div class="postbody"><h3>Anyone else's well gone dry?</h3><p class="author">by <strong><a class="username">mesquite_al</a></strong> » 07/08/2018 9:14 pm</p><div class="content">Ours is 240 feet deep and quit on the Fourth. The driller wants $19,500 to go to 400.</div></div></div></div><div id="p92" class="post"><div class="inner"><dl class="postprofile"><dt><a class="username">rita b</a></dt><dd>Posts: 12</dd></dl><div class="postbody"><h3>Re: Anyone else's well gone dry?</h3><p class="author">by <strong><a class="username">rita b</a></strong> » 07/13/2018 7:02 am</p><div class="content">Four of the nine on our road are dry since May.</div><div class="signature">Life is short, eat dessert.</div></div></div></div></div><div id="page-footer">Powered by phpBB</div></div></body></html>""",
        has=(
            "Ours is 240 feet deep and quit on the Fourth.",
            "The driller wants $19,500 to go to 400.",
            "Four of the nine on our road are dry since May.",
        ),
        lacks=("Powered by", "Posts: 208"),
        title="Anyone else's well gone dry?",
        published="2018-07-08",
    ),
    Odd(
        "company newsroom with boilerplate",
        """<!DOCTYPE html><html lang="en"><head><title>Newsroom | Velltec</title><meta property="og:title" content="Velltec to close plant in Orsby, cutting 430 jobs"></head><body><header><nav><a href="/products">Products</a><a href="/investors">Investors</a></nav></header><main><div class="release"><span class="cat">Corporate</span><span class="date">Oct 4, 2023</span><h1>Velltec to close plant in Orsby, cutting 430 jobs</h1><p><strong>ORSBY, October 4, 2023 /PRWire/</strong> – Velltec Inc. (VLT) said today it will shut its Orsby plant by June 30, 2024.</p><p>The plant made 1.9 million valves in 2022, 12 percent of the company's output.</p><h3>About Velltec</h3><p>Velltec was founded in 1971 and employs 11,200 people in 14 countries.</p></div></main><section><h2>Recent releases</h2><ul><li>Dec 1, 2024 <a href="/r/9">Velltec names new chief</a></li></ul></section></body></html>""",
        has=(
            "it will shut its Orsby plant by June 30, 2024.",
            "The plant made 1.9 million valves in 2022, 12 percent",
            "employs 11,200 people in 14 countries.",
        ),
        lacks=("names new chief",),
        title="Velltec to close plant in Orsby, cutting 430 jobs",
        published="2023-10-04",
    ),
    Odd(
        "Substack post with share counts",
        """<!DOCTYPE html><html lang="en"><head><title>The harbour that nobody counted</title><meta property="og:title" content="The harbour that nobody counted"><meta name="author" content="Tess Varrow"><meta property="og:site_name" content="Low Tide"></head><body><div id="entry"><div class="topbar"><a href="/">Low Tide</a><a class="subscribe">Subscribe</a><a>Sign in</a></div><article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title published">The harbour that nobody counted</h1><h3 class="subtitle">How 3,100 containers went missing on paper</h3><div class="byline-wrapper"><a href="/@tess">Tess Varrow</a><div class="pencraft">Feb 17, 2022</div></div><div class="post-ufi"><a>48</a><a>11</a><a>Share</a></div></div><div class="available-content"><div class="body markup"><p>In 2020 the port said it had handled 212,400 containers. The customs office counted 209,300.</p><p>I asked both for their lists.<a class="footnote-anchor" href="#fn1" id="a1">1</a> Only one answered.</p><div class="subscription-widget-wrap"><p>Low Tide is a reader-supported publication. To receive new posts and support my work, consider becoming a subscriber.</p></div><p>The gap is worth €5.2 million in duties.</p><div class="footnote"><a class="footnote-number">1</a><div class="footnote-content"><p>On 3 January 2022, by letter.</p></div></div></div></div></article><div class="comments"><h4>Discussion</h4><p>Great work! 18 Feb 2022</p></div></div></body></html>""",
        has=(
            "In 2020 the port said it had handled 212,400 containers.",
            "I asked both for their lists. Only one answered.",
            "The gap is worth €5.2 million in duties.",
            "How 3,100 containers went missing on paper",
        ),
        lacks=("consider becoming a subscriber", "Great work!"),
        title="The harbour that nobody counted",
        author="Tess Varrow",
        published="2022-02-17",
    ),
    Odd(
        "Medium story",
        """<!DOCTYPE html><html lang="en"><head><title>We measured the noise of 60 cafés. Here is what we found | by Idris Cole | City Ears | Medium</title><meta property="og:title" content="We measured the noise of 60 cafés. Here is what we found"><meta name="author" content="Idris Cole"><meta property="article:published_time" content="2020-12-08T14:03:22.118Z"><meta property="og:site_name" content="Medium"></head><body><div id="root"><div><a href="/">Open in app</a><a>Sign up</a></div><article><section><h1 class="pw-post-title">We measured the noise of 60 cafés. Here is what we found</h1><div><a href="/@idris">Idris Cole</a><a>Follow</a><span>6 min read</span><span>Dec 8, 2020</span></div><button>Listen</button><p class="pw-post-body-paragraph">The loudest café reached 88 decibels at noon, the quietest 51.</p><figure><img src="c.png"><figcaption>Noise by hour of day</figcaption></figure><p class="pw-post-body-paragraph">Carpets took off 4 decibels, plants nothing at all.</p></section></article><div><p>142</p><p>Written by Idris Cole</p><p>2.3K Followers</p></div><div><h2>More from City Ears</h2><a href="/y">How silent is snow? Jan 3, 2024</a></div></div></body></html>""",
        has=(
            "The loudest café reached 88 decibels at noon, the quietest 51.",
            "Carpets took off 4 decibels, plants nothing at all.",
        ),
        lacks=("How silent is snow", "2.3K Followers"),
        title="We measured the noise of 60 cafés. Here is what we found",
        author="Idris Cole",
        published="2020-12-08",
    ),
    Odd(
        "MediaWiki article",
        """<!DOCTYPE html><html lang="en" dir="ltr"><head><title>Tarn Viaduct - Railwiki</title><meta name="generator" content="MediaWiki 1.39.1"></head><body class="mediawiki ns-0"><div id="content" class="mw-body"><div class="mw-indicators"></div><h1 id="firstHeading" class="firstHeading">Tarn Viaduct</h1><div id="siteSub">From Railwiki</div><div id="mw-content-text"><div class="mw-parser-output"><table class="infobox"><caption>Tarn Viaduct</caption><tr><th>Length</th><td>412 m</td></tr><tr><th>Opened</th><td>3 May 1871</td></tr></table><p>The <b>Tarn Viaduct</b> carries a single track over the river Tarn.<sup id="cite_ref-1" class="reference"><a href="#n1">[1]</a></sup> It has 24 arches.</p><div id="toc" class="toc"><h2>Contents</h2><ul><li><a href="#History">1 History</a></li></ul></div><h2><span class="mw-headline" id="History">History</span><span class="mw-editsection">[<a>edit</a>]</span></h2><p>It was built for £61,000 between 1868 and 1871; nine men died.<sup class="reference"><a href="#n2">[2]</a></sup></p><h2><span class="mw-headline">References</span></h2><ol class="references"><li id="n1">Marsh, <i>Lines of the North</i>, p. 14.</li></ol></div></div><div id="catlinks">Categories: Viaducts</div></div><div id="mw-navigation"><a href="/r">Random page</a></div><div id="footer"><ul><li id="footer-info-lastmod"> This page was last edited on 8 August 2022, at 11:20.</li></ul></div></body></html>""",
        has=(
            "carries a single track over the river Tarn. It has 24 arches.",
            "It was built for £61,000 between 1868 and 1871; nine men died.",
            "412 m",
        ),
        lacks=("Random page", "[edit]", "Categories: Viaducts"),
        title="Tarn Viaduct",
        author="",
    ),
    Odd(
        "landing page of a government report",
        """<!DOCTYPE html><html lang="en-GB" class="govuk-template"><head><title>Rural bus services: annual statistics 2021 - GOV</title><meta name="govuk:first-published-at" content="2022-03-24T09:30:00+00:00"><meta name="govuk:public-updated-at" content="2022-12-15T09:30:00+00:00"></head><body class="govuk-template__body"><header role="banner"><a href="/">GOV</a></header><main role="main"><div class="gem-c-title"><span class="gem-c-title__context">Official Statistics</span><h1 class="gem-c-title__text">Rural bus services: annual statistics 2021</h1></div><p class="gem-c-lead-paragraph">Figures on journeys, routes and support for buses outside towns.</p><div class="gem-c-metadata"><dl><dt>From:</dt><dd><a href="/dept">Department of Roads</a></dd><dt>Published</dt><dd>24 March 2022</dd><dt>Last updated</dt><dd>15 December 2022</dd></dl></div><section><h2>Documents</h2><div class="attachment"><h3><a href="/r.pdf">Rural bus services 2021</a></h3><p>PDF, 1.4 MB, 38 pages</p></div></section><section><h2>Details</h2><div class="govspeak"><p>Journeys fell by 41% to 96 million in the year to March 2021.</p><p>Support per journey rose from £1.08 to £2.37.</p></div></section><div class="app-history"><h2>Updates to this page</h2><ol><li><time datetime="2022-12-15">15 December 2022</time><p>Corrected table 4.</p></li><li><time datetime="2022-03-24">24 March 2022</time><p>First published.</p></li></ol></div></main><footer>Crown copyright</footer></body></html>""",
        has=(
            "Journeys fell by 41% to 96 million in the year to March 2021.",
            "Support per journey rose from £1.08 to £2.37.",
            "Figures on journeys, routes and support for buses outside towns.",
        ),
        lacks=("Crown copyright",),
        title="Rural bus services: annual statistics 2021",
        published="2022-03-24",
    ),
    Odd(
        "page of tables only with a short lead",
        """<!DOCTYPE html><html lang="en-CA"><head><title>Harbour traffic, March 2023 | Port of Selby</title></head><body><nav><a href="/">Port of Selby</a><a href="/stats">Statistics</a></nav><main><h1>Harbour traffic, March 2023</h1><p>Released April 12, 2023</p><table><thead><tr><th>Kind</th><th>Ships</th><th>Tonnes</th><th>Change</th></tr></thead><tbody><tr><th>Bulk</th><td>41</td><td>612,300</td><td>-3.1%</td></tr><tr><th>Containers</th><td>28</td><td>204,750</td><td>+12.4%</td></tr><tr><th>Ferries</th><td>186</td><td>9,020</td><td>0.0%</td></tr></tbody><tfoot><tr><th>Total</th><td>255</td><td>826,070</td><td>+0.6%</td></tr></tfoot></table><p>Figures for March 2022 were revised on January 9, 2023.</p></main><footer><p>Next release: May 11, 2023</p></footer></body></html>""",
        has=(
            "Kind | Ships | Tonnes | Change",
            "Containers | 28 | 204,750 | +12.4%",
            "Total | 255 | 826,070 | +0.6%",
            "were revised on January 9, 2023.",
        ),
        title="Harbour traffic, March 2023",
        published="2023-04-12",
    ),
    Odd(
        "news in UK order below a US declared template",
        """<!DOCTYPE html><html lang="en-US"><head><title>Tram crash: driver was not speeding | Leadport Live</title></head><body><header><a href="/">Leadport Live</a></header><article><h1>Tram crash: driver was not speeding</h1><div class="meta">By Colm Ashby | Published 25/03/2021 at 14:20 | Updated 02/04/2021</div><p>The tram was doing 34 km/h in a zone of 40 when it left the rails on 5 March, investigators said.</p><p>Nineteen people were hurt, two of them badly.</p><div class="readmore">READ MORE: Fares go up from 01/05/2021</div><p>The rail had cracked over 80 cm.</p></article></body></html>""",
        has=(
            "The tram was doing 34 km/h in a zone of 40",
            "Nineteen people were hurt, two of them badly.",
            "The rail had cracked over 80 cm.",
        ),
        lacks=("Fares go up",),
        title="Tram crash: driver was not speeding",
        author="Colm Ashby",
        published="2021-03-25",
    ),
    Odd(
        "Drupal node of an association with submitted by",
        """<!DOCTYPE html><html lang="nl" dir="ltr"><head><title>Ledental stijgt naar 5.812 | Bond van Imkers</title><meta name="Generator" content="Drupal 9"><link rel="canonical" href="https://imkers.example/nieuws/ledental"></head><body class="path-node page-node-type-article"><div class="dialog-off-canvas-main-canvas"><header role="banner"><a href="/">Bond van Imkers</a></header><main role="main"><div class="region region-content"><h1 class="page-header"><span class="field field--name-title">Ledental stijgt naar 5.812</span></h1><article class="node node--type-article"><footer class="node__meta"><div class="author">Geplaatst door <span class="field--name-uid"><span lang="" typeof="schema:Person">redactie</span></span> op <span class="field--name-created">wo, 09/02/2022 - 11:27</span></div></footer><div class="node__content"><div class="field--name-body"><p>De bond telde eind 2021 5.812 leden, 340 meer dan een jaar eerder.</p><p>De contributie stijgt van 32,50 naar 35 euro.</p></div></div></article></div></main><aside><h2>Agenda</h2><p>Studiedag 14 oktober 2023</p></aside></div></body></html>""",
        has=(
            "De bond telde eind 2021 5.812 leden, 340 meer dan een jaar eerder.",
            "De contributie stijgt van 32,50 naar 35 euro.",
        ),
        lacks=("Studiedag",),
        title="Ledental stijgt naar 5.812",
        published="2022-02-09",
    ),
    Odd(
        "interview on a magazine with a day in the address only",
        """<!DOCTYPE html><html lang="en"><head><title>“I never wanted to run a railway”</title></head><body><div class="site"><a href="/">Quarterly Rails</a></div><div class="story"><h1>“I never wanted to run a railway”</h1><p class="standfirst">Maud Elling ran the Dale line for 22 years. She tells Quarterly Rails what it cost her.</p><p class="who">Interview: Piet Haag</p><p><b>Why did you stay?</b></p><p>Because in 1998 we carried 90,000 people and the county wanted to close us. Last year it was 417,000.</p><p><b>Would you do it again?</b></p><p>No. Not for £30,000 a year.</p></div><div>© 2018–2025 Quarterly Rails Ltd</div></body></html>""",
        has=("Because in 1998 we carried 90,000 people", "Why did you stay?", "Not for £30,000 a year."),
        title="“I never wanted to run a railway”",
        published="2019-06-21",
        address="https://rails.example/2019/06/21/maud-elling",
    ),
    Odd(
        "Japanese local paper",
        """<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>駅前の空き店舗、3割超える：北浜新聞</title><link rel="alternate" hreflang="x-default" href="/"></head><body><header><a href="/">北浜新聞</a><ul><li><a href="/s">スポーツ</a></li></ul></header><main><h1>駅前の空き店舗、3割超える</h1><p class="date">2022年6月18日 05時00分（6月20日 10時12分更新）</p><div class="body"><p>北浜市は17日、駅前の商店街の空き店舗が112店のうち37店に達したと発表した。</p><p>10年前は14店だった。市は家賃の半額を補助する。</p></div></main><aside><h2>関連記事</h2><p>バス路線廃止へ 2024年1月5日</p></aside><footer>© 北浜新聞社</footer></body></html>""",
        has=("空き店舗が112店のうち37店に達したと発表した。", "10年前は14店だった。"),
        lacks=("バス路線廃止へ",),
        title="駅前の空き店舗、3割超える",
        published="2022-06-18",
    ),
)
