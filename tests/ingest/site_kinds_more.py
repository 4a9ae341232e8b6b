# ruff: noqa: E501 - pages stand as people write them
"""More pages that are no news: shops, boards, help pages, staff, law, landing pages, with what hides and what stands.

Places and people are invented. A field that is empty must stay unknown.
"""

from __future__ import annotations

from tests.ingest.odd_pages import Odd, linked

THIRD = (
    Odd(
        "a product of a large shop",
        """<!doctype html><html lang="en-us"><head><title>Brimble Garden Fork, 4 Tines, Ash Handle : Patio, Lawn &amp; Garden</title><meta name="description" content="Brimble Garden Fork, 4 Tines, Ash Handle"></head><body><div id="nav-belt"><a href="/">Everything Shop</a><form><input name="k"></form></div><div id="dp-container"><div id="wayfinding-breadcrumbs_container"><ul><li><a href="/g">Patio, Lawn &amp; Garden</a></li></ul></div><div id="centerCol"><div id="title_feature_div"><h1 id="title"><span id="productTitle">Brimble Garden Fork, 4 Tines, Ash Handle</span></h1></div><div id="averageCustomerReviews"><span>4.6 out of 5 stars</span> <a href="#r">1,204 ratings</a></div><div id="feature-bullets"><h2>About this item</h2><ul class="a-unordered-list"><li><span class="a-list-item">Tines of forged boron steel that bend back after 200 pounds of load</span></li><li><span class="a-list-item">Handle of English ash, 28 inches long</span></li><li><span class="a-list-item">Weighs 4.3 pounds</span></li></ul></div></div><div id="rightCol"><div id="buybox"><span>$49.95</span><p>Ships tomorrow if ordered within 3 hours</p><input type="submit" value="Add to Cart"></div></div><div id="productDescription_feature_div"><h2>Product Description</h2><div id="productDescription"><p>Brimble has made forks in one valley since 1923. Every head is hammered from a single bar, so that no weld can break.</p></div></div><div id="similar"><h2>Customers also bought</h2><ul><li><a href="/p/2">Brimble Spade, Ash Handle</a> $54.00</li><li><a href="/p/3">Brimble Hoe</a> $31.00</li></ul></div></div><div id="navFooter"><a href="/help">Help</a></div></body></html>""",
        has=(
            "Tines of forged boron steel that bend back after 200 pounds of load",
            "Handle of English ash, 28 inches long",
            "Every head is hammered from a single bar, so that no weld can break.",
        ),
        lacks=("Brimble Spade", "Ships tomorrow"),
        title="Brimble Garden Fork, 4 Tines, Ash Handle",
        published="",
    ),
    Odd(
        "answers that open when they are asked",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Frequently asked questions - Varen Tram</title></head><body><header><a href="/">Varen Tram</a><nav><a href="/lines">Lines</a></nav></header><main><h1>Frequently asked questions</h1><div class="accordion"><div class="accordion-item"><h2 class="accordion-header"><button class="accordion-button collapsed" aria-expanded="false">Can I take a bicycle?</button></h2><div class="accordion-collapse collapse"><div class="accordion-body"><p>Yes, outside of the hours from 7 to 9 and 16 to 18, for 2.50 crowns.</p></div></div></div><div class="accordion-item"><h2 class="accordion-header"><button class="accordion-button collapsed">What does a lost ticket cost?</button></h2><div class="accordion-collapse collapse" style="display:none"><div class="accordion-body"><p>A lost pass of a year is replaced for 12 crowns, once.</p></div></div></div><div class="accordion-item"><h2 class="accordion-header"><button class="accordion-button collapsed">When does the last tram run?</button></h2><div class="accordion-collapse collapse" style="display:none"><div class="accordion-body"><p>At 0.42 from the harbour, at 0.55 from the hospital.</p></div></div></div></div></main><footer>Varen Tram, 4 Depot Street</footer></body></html>""",
        has=(
            "Yes, outside of the hours from 7 to 9 and 16 to 18, for 2.50 crowns.",
            "A lost pass of a year is replaced for 12 crowns, once.",
            "At 0.42 from the harbour, at 0.55 from the hospital.",
        ),
        lacks=("4 Depot Street",),
        author="",
    ),
    Odd(
        "a company that tells about itself and its people",
        """<!DOCTYPE html><html lang="en-US"><head><meta charset="UTF-8"><title>About us &#8211; Halloran Pipe Organs</title></head><body class="page-template-default page elementor-page"><header id="masthead" class="site-header"><a class="custom-logo-link" href="/">Halloran</a><ul id="menu"><li><a href="/about">About</a></li></ul></header><div data-elementor-type="wp-page" class="elementor elementor-12"><section class="elementor-section elementor-top-section"><div class="elementor-container"><div class="elementor-column"><div class="elementor-widget-wrap"><div class="elementor-element elementor-widget elementor-widget-heading"><div class="elementor-widget-container"><h1 class="elementor-heading-title">About us</h1></div></div><div class="elementor-element elementor-widget elementor-widget-text-editor"><div class="elementor-widget-container"><p>We build and repair pipe organs in a former brewery, and have finished 84 of them since 1979.</p></div></div></div></div></div></section><section class="elementor-section"><div class="elementor-container"><div class="elementor-column elementor-col-50"><div class="elementor-widget-wrap"><div class="elementor-widget elementor-widget-image-box"><div class="elementor-image-box-content"><h3 class="elementor-image-box-title">Nora Halloran</h3><p class="elementor-image-box-description">Voices the pipes and has perfect pitch, which she calls a curse.</p></div></div></div></div><div class="elementor-column elementor-col-50"><div class="elementor-widget-wrap"><div class="elementor-widget elementor-widget-image-box"><div class="elementor-image-box-content"><h3 class="elementor-image-box-title">Tomas Weir</h3><p class="elementor-image-box-description">Carves the cases. He came for six weeks in 1996.</p></div></div></div></div></div></section></div><footer id="colophon"><p>Proudly powered by WordPress</p></footer></body></html>""",
        has=(
            "have finished 84 of them since 1979.",
            "Voices the pipes and has perfect pitch, which she calls a curse.",
            "He came for six weeks in 1996.",
            "Tomas Weir",
        ),
        lacks=("Proudly powered",),
        author="",
        published="",
    ),
    Odd(
        "a board in German with dates between points",
        """<!DOCTYPE html><html lang="de-DE"><head><meta charset="UTF-8"><title>Moped springt warm nicht an - Zweitakt-Stammtisch</title><meta name="generator" content="SMF 2.0"></head><body><div id="wrapper"><div id="header"><h1 class="forumtitle"><a href="/index.php">Zweitakt-Stammtisch</a></h1></div><div id="main_menu"><ul class="dropmenu"><li><a href="/">Übersicht</a></li><li><a href="?action=help">Hilfe</a></li></ul></div><div id="main_content_section"><div class="navigate_section"><ul><li><a href="/">Zweitakt-Stammtisch</a> &#187;</li><li><a href="?board=3">Technik</a></li></ul></div><div id="forumposts"><div class="cat_bar"><h3 class="catbg">Thema: Moped springt warm nicht an &nbsp;(Gelesen 2214 mal)</h3></div><div class="windowbg"><div class="post_wrapper"><div class="poster"><h4><a href="?u=8">Kickstarter</a></h4><ul class="reset smalltext"><li class="membergroup">Mitglied</li><li class="postcount">Beiträge: 41</li></ul></div><div class="postarea"><div class="keyinfo"><h5><a href="#msg1">Moped springt warm nicht an</a></h5><div class="smalltext">&#171; am: 03. Mai 2012, 19:22:10 &#187;</div></div><div class="post"><div class="inner" id="msg_1">Kalt kommt sie beim ersten Tritt, nach 20 Kilometern geht gar nichts mehr.<br />Kerze ist neu, Vergaser gereinigt.</div></div></div></div></div><div class="windowbg2"><div class="post_wrapper"><div class="poster"><h4><a href="?u=2">Oelfinger</a></h4><ul class="reset smalltext"><li class="postcount">Beiträge: 3107</li></ul></div><div class="postarea"><div class="keyinfo"><h5><a href="#msg2">Re: Moped springt warm nicht an</a></h5><div class="smalltext">&#171; <strong>Antwort #1 am:</strong> 04. Mai 2012, 07:40:55 &#187;</div></div><div class="post"><div class="inner" id="msg_2">Miss die Zündspule warm. Unter 4,5 Kiloohm ist sie hin, das kostet keine 30 Euro.</div></div></div></div></div></div></div><div id="footer_section"><a href="http://www.simplemachines.org">SMF 2.0.15</a></div></div></body></html>""",
        has=(
            "Kalt kommt sie beim ersten Tritt, nach 20 Kilometern geht gar nichts mehr.",
            "Kerze ist neu, Vergaser gereinigt.",
            "Unter 4,5 Kiloohm ist sie hin, das kostet keine 30 Euro.",
        ),
        lacks=("Übersicht", "SMF 2.0.15", "Beiträge: 41"),
        title="Moped springt warm nicht an",
        published="2012-05-03",
    ),
    Odd(
        "a thread of links and remarks",
        """<html lang="en" op="item"><head><meta name="referrer" content="origin"><title>A lock that cannot be picked, 1851 | Tinker News</title></head><body><center><table id="hnmain" border="0" cellpadding="0" width="85%" bgcolor="#f6f6ef"><tr><td bgcolor="#ff6600"><table><tr><td><span class="pagetop"><b class="hnname"><a href="news">Tinker News</a></b> <a href="newest">new</a> | <a href="threads">threads</a></span></td></tr></table></td></tr><tr><td><table class="fatitem"><tr class="athing submission" id="11"><td class="title"><span class="titleline"><a href="https://locks.example/1851">A lock that cannot be picked, 1851</a></span></td></tr><tr><td class="subtext"><span class="score">212 points</span> by <a href="user?id=wardpin" class="hnuser">wardpin</a> <span class="age" title="2020-05-09T07:12:44 1589008364"><a href="item?id=11">on May 9, 2020</a></span> | <a href="hide">hide</a> | <a href="item?id=11">2 comments</a></td></tr></table><br><table class="comment-tree"><tr class="athing comtr" id="12"><td><table><tr><td class="default"><div><span class="comhead"><a href="user?id=key9" class="hnuser">key9</a> <span class="age" title="2020-05-09T08:00:01 1589011201"><a href="item?id=12">on May 9, 2020</a></span></span></div><div class="comment"><div class="commtext c00">It was picked in 51 hours by an American who had brought his own tools and a month of patience.</div></div></td></tr></table></td></tr><tr class="athing comtr" id="13"><td><table><tr><td class="default"><div><span class="comhead"><a href="user?id=mole" class="hnuser">mole</a> <span class="age" title="2020-05-10T11:30:00 1589110200"><a href="item?id=13">on May 10, 2020</a></span></span></div><div class="comment"><div class="commtext c00">The prize was 200 guineas, and they paid. The lock stayed in the shop window until 1872 all the same.</div></div></td></tr></table></td></tr></table></td></tr></table></center></body></html>""",
        has=(
            "It was picked in 51 hours by an American who had brought his own tools and a month of patience.",
            "The lock stayed in the shop window until 1872 all the same.",
        ),
        title="A lock that cannot be picked, 1851",
        published="2020-05-09",
    ),
    Odd(
        "a help page of a desk",
        """<!DOCTYPE html><html dir="ltr" lang="en-US"><head><meta charset="utf-8"><title>Resetting the boiler after a power cut &ndash; Kettle Help Center</title><meta name="description" content="Hold the button"></head><body><header class="header"><a href="/hc">Kettle Help Center</a><a href="/hc/requests/new">Submit a request</a></header><main role="main"><div class="container"><nav class="sub-nav"><ol class="breadcrumbs"><li><a href="/hc">Kettle</a></li><li><a href="/hc/s">Boilers</a></li></ol></nav><div class="article-container" id="article-container"><aside class="article-sidebar"><h3 class="collapsible-sidebar-title">Articles in this section</h3><ul><li><a href="/a/1">Bleeding a radiator</a></li><li><a href="/a/2">Error 14 on the display</a></li></ul></aside><article class="article"><header class="article-header"><h1 class="article-title">Resetting the boiler after a power cut</h1><div class="article-author"><div class="article-meta"><a href="/u/1">Jo Marsh</a><ul class="meta-group"><li class="meta-data"><time datetime="2018-11-05T16:03:55Z" title="2018-11-05T16:03:55Z" data-datetime="relative">November 05, 2018 16:03</time></li><li class="meta-data">Updated</li></ul></div></div></header><section class="article-info"><div class="article-content"><div class="article-body"><p>If the display shows 88, the boiler has lost its settings.</p><ol><li>Turn the red switch off and wait 30 seconds.</li><li>Hold the round button and turn it on again.</li><li>Let go when you hear two beeps.</li></ol><p><strong>Note:</strong> models built before 2011 have no beeper.</p></div></div></section><footer><div class="article-votes"><span class="article-votes-question">Was this article helpful?</span><span class="article-votes-count">12 out of 15 found this helpful</span></div><div class="article-more-questions">Have more questions? <a href="/r">Submit a request</a></div></footer><section class="related-articles"><h3>Related articles</h3><ul><li><a href="/a/7">Noises in the pipes</a></li></ul></section><div class="article-comments"><section class="comments"><h2>Comments</h2><p>0 comments</p><p>Please <a href="/signin">sign in</a> to leave a comment.</p></section></div></article></div></div></main></body></html>""",
        has=(
            "If the display shows 88, the boiler has lost its settings.",
            "Turn the red switch off and wait 30 seconds.",
            "Let go when you hear two beeps.",
            "models built before 2011 have no beeper.",
        ),
        lacks=("Bleeding a radiator", "Noises in the pipes", "found this helpful", "to leave a comment"),
        title="Resetting the boiler after a power cut",
        published="2018-11-05",
    ),
    Odd(
        "a repository with its first page",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>GitHoard - nordlys/tidegate: Opens a sluice by the height of the tide</title><meta property="og:title" content="nordlys/tidegate: Opens a sluice by the height of the tide"><meta property="og:site_name" content="GitHoard"></head><body class="logged-out"><header><a href="/">GitHoard</a><a href="/login">Sign in</a></header><main id="js-repo-pjax-container"><div class="repohead"><a href="/nordlys">nordlys</a> / <strong><a href="/nordlys/tidegate">tidegate</a></strong><ul><li><a href="?watch">Watch</a> 4</li><li><a href="?star">Star</a> 31</li></ul></div><table class="files"><tr><td><a href="b/main.c">main.c</a></td><td><a href="/c">Keep the log small</a></td><td><time-ago datetime="2019-08-20T11:02:00Z">Aug 20, 2019</time-ago></td></tr></table><div id="readme" class="Box"><div class="Box-header"><h2>README.md</h2></div><article class="markdown-body entry-content"><h1>tidegate</h1><p>Tidegate reads a float in the harbour and opens a sluice when the water inside stands 20 cm higher.</p><h2>Wiring</h2><p>The float is joined to pin 7, the motor to pins 9 and 10. Never run both at 12 volts.</p><pre><code>make upload PORT=/dev/ttyUSB0
</code></pre><h2>License</h2><p>Free for all who keep their feet dry.</p></article></div></main><footer>&copy; 2024 GitHoard, Inc.</footer></body></html>""",
        has=(
            "Tidegate reads a float in the harbour and opens a sluice when the water inside stands 20 cm higher.",
            "Never run both at 12 volts.",
            "make upload PORT=/dev/ttyUSB0",
            "Free for all who keep their feet dry.",
        ),
        lacks=("Sign in", "© 2024"),
    ),
    Odd(
        "a person of a university",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Dr Sunniva Hald - Department of Soils - University of Brask</title></head><body><div id="banner"><a href="/">University of Brask</a></div><div id="leftnav"><ul><li><a href="/people">People</a></li><li><a href="/teaching">Teaching</a></li></ul></div><div id="main"><h1>Dr Sunniva Hald</h1><table class="contact"><tr><td>Room</td><td>4.117</td></tr><tr><td>Phone</td><td>+47 555 0134</td></tr></table><h2>Research</h2><p>I study how peat shrinks when it is drained. Our plots have sunk by 31 cm since 2004.</p><h2>Publications</h2><ul><li>Hald, S. and Nygaard, P. (2016) Peat under cows. Soils of the North 12, 44-59.</li><li>Hald, S. (2011) A ruler for bogs. Field Notes 3, 7-9.</li></ul><h2>Teaching</h2><p>SOIL201 (spring), SOIL340 (autumn)</p></div><div id="footer">Page maintained by the department. Last updated: 14/09/2017</div></body></html>""",
        has=(
            "Our plots have sunk by 31 cm since 2004.",
            "Hald, S. and Nygaard, P. (2016) Peat under cows. Soils of the North 12, 44-59.",
            "A ruler for bogs.",
        ),
        lacks=("Page maintained",),
        title="Dr Sunniva Hald",
        author="",
    ),
    Odd(
        "a law in numbered parts",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Dog Control (Harbour Areas) Act 1996</title><meta name="DC.Date.Valid" content="2010-01-01"><meta name="DC.Date.Created" content="1996-07-18"></head><body><div id="layout1"><div id="top"><a href="/">Acts of Varen</a></div><div id="viewLegContents"><div class="LegSnippet"><h1 class="LegTitle">Dog Control (Harbour Areas) Act 1996</h1><p class="LegNo">1996 CHAPTER 12</p><p class="LegLongTitle">An Act to keep dogs from quays at which fish is landed.</p><p class="LegDateOfEnactment">[18th July 1996]</p><h2 class="LegP1GroupTitle">1 Dogs on quays</h2><p class="LegP1Para"><span class="LegP2No">(1)</span> A person must not take a dog onto a quay between 4 a.m. and 10 a.m.</p><p class="LegP2Para"><span class="LegP2No">(2)</span> This does not apply to a dog that</p><p class="LegP3"><span>(a)</span> is worked by a police officer, or</p><p class="LegP3"><span>(b)</span> leads a blind person.</p><h2 class="LegP1GroupTitle">2 Penalty</h2><p class="LegP1Para">A person guilty of an offence is liable to a fine of 80 crowns.</p></div></div><div id="footer"><ul><li><a href="/help">Help</a></li></ul></div></div></body></html>""",
        has=(
            "An Act to keep dogs from quays at which fish is landed.",
            "A person must not take a dog onto a quay between 4 a.m. and 10 a.m.",
            "leads a blind person.",
            "liable to a fine of 80 crowns.",
        ),
        lacks=("Help",),
        title="Dog Control (Harbour Areas) Act 1996",
        published="1996-07-18",
        author="",
    ),
    Odd(
        "a page that lands customers",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Rosterly: rotas for small kitchens</title></head><body class="antialiased"><header class="sticky"><a href="/">Rosterly</a><a href="/pricing">Pricing</a><a href="/login">Log in</a></header><main><section class="pt-24"><div class="mx-auto"><h1 class="text-5xl">Rotas for small kitchens</h1><p class="mt-6 text-xl">Rosterly plans the week of a kitchen of up to 30 people in under four minutes.</p><div class="mt-8"><a class="btn" href="/signup">Start free trial</a></div></div></section><section class="py-16"><div class="grid grid-cols-3"><div><h3 class="font-bold">Swap by text message</h3><p>Cooks swap shifts by text message, and the chef only has to say yes.</p></div><div><h3 class="font-bold">Knows the law</h3><p>No one is planned for more than 48 hours or without 11 hours of rest.</p></div><div><h3 class="font-bold">Counts the cost</h3><p>Every rota shows what it costs before it is sent out.</p></div></div></section><section class="testimonials"><blockquote><p>"We used to lose a whole Sunday on this."</p><footer>Berit, The Blue Pot</footer></blockquote></section><section class="pricing"><h2>Pricing</h2><div class="plan"><h3>Small</h3><p>19 euros a month for up to 10 people</p></div><div class="plan"><h3>Large</h3><p>39 euros a month for up to 30 people</p></div></section></main><footer><a href="/terms">Terms</a><p>&copy; 2025 Rosterly</p></footer></body></html>""",
        has=(
            "plans the week of a kitchen of up to 30 people in under four minutes.",
            "Cooks swap shifts by text message, and the chef only has to say yes.",
            "No one is planned for more than 48 hours or without 11 hours of rest.",
            "Every rota shows what it costs before it is sent out.",
            "We used to lose a whole Sunday on this.",
        ),
        lacks=("© 2025", "Log in"),
        author="",
        published="",
    ),
    Odd(
        "a list of films",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>10 films set on ferries | Reel Notes</title><meta property="article:published_time" content="2019-02-17T08:00:00+00:00"><meta name="author" content="Maud Ferrier"></head><body class="single"><header><a href="/">Reel Notes</a></header><main><article><h1>10 films set on ferries</h1><p class="byline">By Maud Ferrier on February 17, 2019</p><p>A ferry is a room that no one can leave for an hour.</p><ol class="film-list"><li><h3>The Crossing (1954)</h3><p>Two brothers share a cabin and one ticket.</p></li><li><h3>Car Deck (1971)</h3><p>Shot in nine days, with real lorry drivers.</p></li><li><h3>Last Boat (1988)</h3><p>Nobody has found the end of the third reel.</p></li><li><h3>Spray (2003)</h3><p>Forty minutes of weather and one good line.</p></li></ol><p>Which ones have I missed?</p><div class="sharing"><a href="#">Share on Facebook</a></div></article><div class="post-navigation"><a href="/a">Previous: Five films with clocks</a></div></main></body></html>""",
        has=(
            "A ferry is a room that no one can leave for an hour.",
            "The Crossing (1954)",
            "Two brothers share a cabin and one ticket.",
            "Shot in nine days, with real lorry drivers.",
            "Nobody has found the end of the third reel.",
            "Forty minutes of weather and one good line.",
        ),
        lacks=("Five films with clocks", "Share on"),
        title="10 films set on ferries",
        author="Maud Ferrier",
        published="2019-02-17",
    ),
    Odd(
        "a Chinese blog",
        """<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>旧书店的最后一天 - 林间笔记</title></head><body><div class="header"><h1 class="logo"><a href="/">林间笔记</a></h1><ul class="nav"><li><a href="/">首页</a></li><li><a href="/about">关于</a></li></ul></div><div class="container"><div class="post"><h2 class="post-title">旧书店的最后一天</h2><div class="post-meta"><span>发表于：2016-08-21</span> <span>分类：<a href="/c/life">生活</a></span> <span>阅读(1532)</span></div><div class="post-content"><p>河边的旧书店开了三十四年，今天关门。老板说，去年只卖出两千一百本书。</p><p>最后一位客人买走了一本一九七八年的地图，付了十五元。</p><p>门上贴着一张纸：谢谢大家。</p></div><div class="post-tags">标签：<a href="/t/book">书店</a></div></div><div class="comments"><h3>3条评论</h3><p>小周 2016-08-22：我在那里买过字典。</p></div></div><div class="footer">© 2016 林间笔记</div></body></html>""",
        has=(
            "去年只卖出两千一百本书。",
            "最后一位客人买走了一本一九七八年的地图，付了十五元。",
            "门上贴着一张纸：谢谢大家。",
        ),
        lacks=("我在那里买过字典", "阅读(1532)"),
        title="旧书店的最后一天",
        published="2016-08-21",
    ),
    Odd(
        "an encyclopedia's list of things",
        """<!DOCTYPE html><html lang="en"><head><meta charset="UTF-8"><title>List of lighthouses in Varen - Freepedia</title><meta name="generator" content="MediaWiki 1.35"></head><body class="mediawiki ltr sitedir-ltr ns-0"><div id="mw-page-base"></div><div id="content" class="mw-body" role="main"><h1 id="firstHeading" class="firstHeading">List of lighthouses in Varen</h1><div id="bodyContent"><div id="siteSub">From Freepedia, the free encyclopedia</div><div id="mw-content-text"><div class="mw-parser-output"><p>This is a <b>list of lighthouses in Varen</b>, of which 17 are still lit.</p><table class="wikitable sortable"><tbody><tr><th>Name</th><th>Built</th><th>Height</th></tr><tr><td><a href="/w/Ness">Ness Point</a></td><td>1867</td><td>31 m</td></tr><tr><td><a href="/w/Gull">Gull Rock</a></td><td>1902</td><td>12 m</td></tr></tbody></table><h2><span class="mw-headline" id="Lost">Lost lights</span></h2><ul><li><a href="/w/Old_Ness">Old Ness</a>, swept away in 1839</li><li><a href="/w/Holm">Holm Mole</a>, sold in 1990 and now a café</li></ul><div class="navbox"><table><tr><td><a href="/w/L">Lighthouses of the world</a></td></tr></table></div></div></div><div id="catlinks"><a href="/w/Cat">Categories</a>: <ul><li><a href="/c">Lighthouses</a></li></ul></div></div></div><div id="mw-navigation"><h2>Navigation menu</h2><ul><li><a href="/w/Main">Main page</a></li></ul></div><div id="footer"><ul><li id="footer-info-lastmod"> This page was last edited on 12 April 2021, at 10:15 (UTC).</li></ul></div></body></html>""",
        has=(
            "of which 17 are still lit.",
            "Ness Point | 1867 | 31 m",
            "Old Ness, swept away in 1839",
            "Holm Mole, sold in 1990 and now a café",
        ),
        lacks=("Main page", "Lighthouses of the world"),
        title="List of lighthouses in Varen",
        author="",
        published="2021-04-12",
    ),
    Odd(
        "an object of a museum",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Sextant, about 1790 | Collections | Maritime Museum of Holm</title></head><body><header><a href="/">Maritime Museum of Holm</a></header><main class="object"><h1>Sextant, about 1790</h1><p class="object-lead">Brass sextant with a scale of silver, made for a ship that never came home.</p><dl class="object-data"><dt>Maker</dt><dd>Jonas Rede, Holm</dd><dt>Material</dt><dd>Brass, silver, glass</dd><dt>Size</dt><dd>Radius 254 mm</dd><dt>Acquired</dt><dd>Given by the Rede family, 12 May 1931</dd><dt>Number</dt><dd>1931.44</dd></dl><div class="object-text"><p>The scale was divided by hand and is wrong by less than a fiftieth of a degree.</p></div><div class="related-objects"><h2>More like this</h2><ul><li><a href="/o/2">Octant</a></li><li><a href="/o/3">Ship's bell</a></li></ul></div></main><footer>Open daily 10 to 17</footer></body></html>""",
        has=(
            "Brass sextant with a scale of silver, made for a ship that never came home.",
            "Jonas Rede, Holm",
            "Radius 254 mm",
            "is wrong by less than a fiftieth of a degree.",
        ),
        lacks=("Octant", "Open daily"),
        title="Sextant, about 1790",
        published="",
    ),
    Odd(
        "what only a page without scripts shows",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Bus 12 gets night service</title></head><body><div id="app"><div class="spinner">Loading</div></div><noscript><article><h1>Bus 12 gets night service</h1><p>From 1 October bus 12 will run all night, every 40 minutes, the transport board said.</p><p>The service costs 220,000 crowns a year and is tried out until 2026.</p></article></noscript><script>window.__DATA__={"x":1}</script></body></html>""",
        has=(
            "From 1 October bus 12 will run all night, every 40 minutes, the transport board said.",
            "The service costs 220,000 crowns a year and is tried out until 2026.",
        ),
        title="Bus 12 gets night service",
    ),
    Odd(
        "a shelf of a shop",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Rainwear - Nordlund Outdoor</title></head><body><header><a href="/">Nordlund</a><nav><ul><li><a href="/men">Men</a></li><li><a href="/women">Women</a></li></ul></nav></header><main><h1>Rainwear</h1><div class="category-description"><p>Our coats are sewn in Brask from cloth that holds back a column of water of 20 metres. All of them can be mended for life, at cost.</p></div><div class="filters"><label>Size</label><select><option>S</option><option>M</option></select></div><ul class="product-grid"><li class="product-item"><a href="/p/1"><h3>Fjord coat</h3></a><span class="price">189 EUR</span></li><li class="product-item"><a href="/p/2"><h3>Skerry jacket</h3></a><span class="price">149 EUR</span></li><li class="product-item"><a href="/p/3"><h3>Tarn trousers</h3></a><span class="price">99 EUR</span></li></ul></main><footer>Nordlund Outdoor</footer></body></html>""",
        has=(
            "sewn in Brask from cloth that holds back a column of water of 20 metres.",
            "All of them can be mended for life, at cost.",
        ),
        published="",
        author="",
    ),
    Odd(
        "a page with its text in paragraphs of list and table",
        """<HTML><HEAD><TITLE>Minutes of the Beekeepers' Club, 9 March 2001</TITLE></HEAD><BODY><H2>Minutes of the Beekeepers' Club, 9 March 2001</H2><TABLE BORDER=0><TR><TD WIDTH=120><B>Present</B></TD><TD>23 members, Mrs Oake in the chair</TD></TR><TR><TD><B>Apologies</B></TD><TD>Mr Lund, who was stung</TD></TR></TABLE><OL><LI>The minutes of the last meeting were read and signed.<LI>The treasurer reported 412 pounds in the bank, 38 less than a year before.<LI>It was agreed to buy a second extractor for not more than 150 pounds.<LI>Mr Hale showed a queen that is seven years old.</OL><P>The meeting closed at 9.40.<HR><A HREF="index.html">Back</A></BODY></HTML>""",
        has=(
            "23 members, Mrs Oake in the chair",
            "Mr Lund, who was stung",
            "The treasurer reported 412 pounds in the bank, 38 less than a year before.",
            "not more than 150 pounds.",
            "The meeting closed at 9.40.",
        ),
        title="Minutes of the Beekeepers' Club, 9 March 2001",
        author="",
    ),
    Odd(
        "a page in which every line is a division",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Why the clock on the town hall runs backwards</title></head><body><div class="p1"><div class="p2"><div class="t1">Why the clock on the town hall runs backwards</div><div class="t2">14.08.2020</div><div class="b">The clock on the town hall of Tarnau has run backwards since Tuesday.</div><div class="b">A gear was put in the wrong way round after cleaning, the clockmaker said.</div><div class="b">He will come back in two weeks. Until then 9,000 people tell the time by the church.</div></div></div></body></html>""",
        has=(
            "The clock on the town hall of Tarnau has run backwards since Tuesday.",
            "A gear was put in the wrong way round after cleaning, the clockmaker said.",
            "Until then 9,000 people tell the time by the church.",
        ),
        title="Why the clock on the town hall runs backwards",
        published="2020-08-14",
    ),
    Odd(
        "a newspaper of a school with boxes between",
        """<!DOCTYPE html><html lang="en-US"><head><meta charset="utf-8"><title>Cafeteria bans trays &#8211; The Hilltop</title></head><body><div id="hometop"><a href="/">The Hilltop</a></div><div id="storypage"><h1 class="storyheadline">Cafeteria bans trays</h1><div class="storydetails"><span class="storybyline"><a class="creditline" href="/staff_name/dee-oyelaran/">Dee Oyelaran</a>, Copy Editor</span><span class="storydate"><span class="time-wrapper">October 11, 2018</span></span></div><div class="storycontent"><p>Since Monday no student may carry more than one plate and one glass.</p><div class="pullquote left"><div class="largequote">We wash 1,100 trays a day.</div></div><p>"We wash 1,100 trays a day, and half of them come back with food on them," said head cook Ana Reyes.</p><div class="related relatedvert"><h5>Related stories</h5><p><a href="/s/1">Vending machines leave</a></p></div><p>The school hopes to save 12,000 gallons of water by June.</p></div><div class="snotags"><p>Tags: <a href="/t/food">food</a></p></div><div class="storymetabottom"><p>About the Contributor</p><p>Dee Oyelaran is a junior who runs cross country.</p></div></div><div id="footer">&copy; 2024 The Hilltop</div></body></html>""",
        has=(
            "Since Monday no student may carry more than one plate and one glass.",
            "said head cook Ana Reyes.",
            "The school hopes to save 12,000 gallons of water by June.",
        ),
        lacks=("Vending machines leave", "© 2024"),
        title="Cafeteria bans trays",
        author="Dee Oyelaran",
        published="2018-10-11",
    ),
    Odd(
        "a description of a place to stay",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Keeper's Cottage, Ness Point - Lighthouse Stays</title>"""
        + linked(
            {
                "@context": "https://schema.org",
                "@type": "LodgingBusiness",
                "name": "Keeper's Cottage",
                "review": [
                    {
                        "@type": "Review",
                        "author": {"@type": "Person", "name": "Holly"},
                        "datePublished": "2022-08-14",
                        "reviewBody": "Windy!",
                    }
                ],
            }
        )
        + """</head><body><header><a href="/">Lighthouse Stays</a></header><main><h1>Keeper's Cottage, Ness Point</h1><ul class="facts"><li>Sleeps 4</li><li>2 bedrooms</li><li>Dogs welcome</li></ul><section id="description"><h2>The cottage</h2><p>The cottage stands 40 metres from the tower, and the lamp passes the bedroom window every 15 seconds.</p><p>It was the home of three keepers until the light was automated in 1986.</p></section><section id="rates"><h2>Rates</h2><table><tr><th>Season</th><th>Week</th></tr><tr><td>October to March</td><td>480 euros</td></tr><tr><td>April to September</td><td>790 euros</td></tr></table></section><section id="reviews"><h2>Reviews</h2><div class="review"><h4>Holly, August 2022</h4><p>Windy!</p></div></section></main><footer><p>Call us on 555 0199</p></footer></body></html>""",
        has=(
            "the lamp passes the bedroom window every 15 seconds.",
            "It was the home of three keepers until the light was automated in 1986.",
            "October to March | 480 euros",
        ),
        lacks=("Call us",),
        title="Keeper's Cottage, Ness Point",
        author="",
        published="",
    ),
)

FOURTH = (
    Odd(
        "a blog that says who and when at its foot",
        """<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Radlerfrust » Die Brücke, die keiner wollte</title></head><body><div id="page"><div id="header"><h1><a href="/">Radlerfrust</a></h1><div class="description">Vom Leben auf zwei Rädern</div></div><div id="content" class="narrowcolumn"><div class="navigation"><div class="alignleft">&laquo; <a href="/1">Bremsen im Regen</a></div></div><div class="post" id="post-77"><h2>Die Brücke, die keiner wollte</h2><div class="entry"><p>Seit Juli steht am Nordkanal eine Brücke, über die im Schnitt 31 Räder am Tag fahren.</p><p>Gekostet hat sie 1,9 Millionen Euro. Das Geld kam zu 80 Prozent aus Brüssel.</p><p class="postmetadata alt"><small>Dieser Eintrag wurde geschrieben am Mittwoch, 12. September 2012 um 21:04 und abgelegt unter <a href="/c/wege" rel="category">Wege</a>. Du kannst die Kommentare verfolgen durch den <a href="/feed">RSS 2.0</a> Feed.</small></p></div></div><h3 id="comments">2 Reaktionen</h3><ol class="commentlist"><li id="comment-4"><cite>Udo</cite> sagt: <small class="commentmetadata">13. September 2012 um 08:11</small><p>Ich bin die 31.</p></li></ol><h3 id="respond">Schreib einen Kommentar</h3></div><div id="footer"><p>Radlerfrust läuft mit WordPress</p></div></div></body></html>""",
        has=("über die im Schnitt 31 Räder am Tag fahren.", "Das Geld kam zu 80 Prozent aus Brüssel."),
        lacks=("Ich bin die 31", "Bremsen im Regen", "Schreib einen Kommentar"),
        title="Die Brücke, die keiner wollte",
        author="",
        published="2012-09-12",
    ),
    Odd(
        "a board of XenForo",
        """<!DOCTYPE html><html id="XF" lang="en-US" class="has-no-js template-thread_view"><head><meta charset="utf-8"><title>Winter tomatoes under glass | Glasshouse Growers</title><meta property="og:site_name" content="Glasshouse Growers"><meta property="og:title" content="Winter tomatoes under glass"></head><body><div class="p-pageWrapper"><header class="p-header"><a href="/">Glasshouse Growers</a></header><div class="p-navSticky"><nav class="p-nav"><a href="/login">Log in</a></nav></div><div class="p-body"><div class="p-body-header"><div class="p-title"><h1 class="p-title-value">Winter tomatoes under glass</h1></div><div class="p-description"><ul class="listInline"><li>Thread starter <a href="/m/1" class="username">Brandywine</a></li><li>Start date <time class="u-dt" datetime="2021-11-02T19:40:11-0500">Nov 2, 2021</time></li></ul></div></div><div class="block block--messages"><article class="message message--post" data-author="Brandywine" id="js-post-1"><div class="message-inner"><div class="message-cell message-cell--user"><section class="message-user"><h4 class="message-name"><a href="/m/1">Brandywine</a></h4><h5 class="userTitle">Member</h5><dl class="pairs"><dt>Joined</dt><dd>May 4, 2016</dd></dl><dl class="pairs"><dt>Messages</dt><dd>412</dd></dl></section></div><div class="message-cell message-cell--main"><header class="message-attribution"><time class="u-dt" datetime="2021-11-02T19:40:11-0500">Nov 2, 2021</time></header><div class="message-content"><article class="message-body"><div class="bbWrapper">My house keeps 14 degrees at night with one heater of 2 kW.<br><br>Is that enough for fruit before March?</div></article></div><footer class="message-footer"><div class="reactionsBar">Rosso and 2 others</div></footer></div></div></article><article class="message message--post" data-author="Rosso" id="js-post-2"><div class="message-inner"><div class="message-cell message-cell--user"><section class="message-user"><h4 class="message-name">Rosso</h4></section></div><div class="message-cell message-cell--main"><header class="message-attribution"><time class="u-dt" datetime="2021-11-03T06:12:00-0500">Nov 3, 2021</time></header><div class="message-content"><article class="message-body"><div class="bbWrapper">Warmth is not the trouble, light is. With less than 8 hours they only make leaves.</div></article></div></div></div></article></div><div class="block"><h3 class="block-header">Similar threads</h3><ul><li><a href="/t/2">Slugs in November</a></li></ul></div></div><footer class="p-footer">Community platform by XenForo</footer></div></body></html>""",
        has=(
            "My house keeps 14 degrees at night with one heater of 2 kW.",
            "Is that enough for fruit before March?",
            "With less than 8 hours they only make leaves.",
        ),
        lacks=("Slugs in November", "Community platform"),
        title="Winter tomatoes under glass",
        published="2021-11-02",
    ),
    Odd(
        "a service of a hospital with tabs",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Hip replacement - St Brannoc's Hospital</title></head><body><header><a href="/">St Brannoc's Hospital</a><ul><li><a href="/visit">Visiting</a></li></ul></header><main><h1>Hip replacement</h1><p class="lead">We replace about 420 hips a year, most of them under a spinal block.</p><ul class="nav nav-tabs" role="tablist"><li role="presentation"><a href="#before">Before</a></li><li role="presentation"><a href="#after">After</a></li></ul><div class="tab-content"><div role="tabpanel" class="tab-pane active" id="before"><p>You will see a nurse two weeks before. Do not eat after midnight on the day before the operation.</p></div><div role="tabpanel" class="tab-pane" id="after" style="display: none"><p>Most patients walk with a frame on the first day and go home on the third.</p><p>You may drive after six weeks.</p></div></div></main><footer><p>Tel. 555 0100</p></footer></body></html>""",
        has=(
            "We replace about 420 hips a year, most of them under a spinal block.",
            "You will see a nurse two weeks before.",
            "Most patients walk with a frame on the first day and go home on the third.",
            "You may drive after six weeks.",
        ),
        lacks=("Tel. 555",),
        author="",
        published="",
    ),
    Odd(
        "an Italian paper that writes the day in words",
        """<!DOCTYPE html><html lang="it"><head><meta charset="utf-8"><title>Il faro si spegne dopo 160 anni - Corriere della Riva</title></head><body><div class="testata"><a href="/">Corriere della Riva</a> <span class="oggi">Lunedì 3 Giugno 2024</span></div><div class="articolo"><h1>Il faro si spegne dopo 160 anni</h1><div class="firma">di Marta Bellini</div><div class="data">Martedì 9 Maggio 2017, 08:30</div><div class="testo"><p>La lampada della punta sarà spenta il 30 giugno, ha deciso la capitaneria.</p><p>Il guardiano, 61 anni, resterà nella casa. Paga 90 euro di affitto al mese.</p></div></div><div class="correlati"><h3>Articoli correlati</h3><a href="/2">Il molo chiuso per lavori</a></div><div class="commenti"><h3>Commenti</h3><p>Peccato, era bello.</p><span>10 Maggio 2017</span></div></body></html>""",
        has=(
            "La lampada della punta sarà spenta il 30 giugno, ha deciso la capitaneria.",
            "Paga 90 euro di affitto al mese.",
        ),
        lacks=("Il molo chiuso", "Peccato, era bello"),
        title="Il faro si spegne dopo 160 anni",
        author="Marta Bellini",
        published="2017-05-09",
    ),
    Odd(
        "a tender of a ministry",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Dredging of the Outer Basin: Invitation to tender | Ministry of Ports</title><meta name="DCTERMS.issued" content="2019-09-30"><meta name="DCTERMS.modified" content="2019-11-04"></head><body><div class="header"><a href="/">Ministry of Ports</a></div><div class="main"><h1>Dredging of the Outer Basin: Invitation to tender</h1><table class="details"><tr><th>Reference</th><td>MP/2019/118</td></tr><tr><th>Closing date</th><td>15 December 2019</td></tr><tr><th>Value</th><td>4.2 to 5 million crowns</td></tr></table><h2>Scope</h2><p>The contractor shall remove 380,000 cubic metres of silt to a depth of 9.5 metres below chart datum.</p><h2>How to bid</h2><p>Bids must reach the ministry on paper, in two copies.</p></div><div class="foot">Last updated 4 November 2019</div></body></html>""",
        has=(
            "MP/2019/118",
            "4.2 to 5 million crowns",
            "380,000 cubic metres of silt",
            "Bids must reach the ministry on paper, in two copies.",
        ),
        title="Dredging of the Outer Basin: Invitation to tender",
        author="",
        published="2019-09-30",
    ),
    Odd(
        "a review with its own data",
        """<!DOCTYPE html><html lang="en-US"><head><meta charset="utf-8"><title>Kettle K2 review: loud but honest - Boil Weekly</title>"""
        + linked(
            {
                "@context": "https://schema.org",
                "@type": "Review",
                "headline": "Kettle K2 review: loud but honest",
                "datePublished": "2023-05-16",
                "author": {"@type": "Person", "name": "Otis Marlow"},
                "itemReviewed": {"@type": "Product", "name": "Kettle K2", "releaseDate": "2022-10-01"},
                "reviewRating": {"@type": "Rating", "ratingValue": "3.5"},
            }
        )
        + """</head><body><nav><a href="/">Boil Weekly</a></nav><main><h1>Kettle K2 review: loud but honest</h1><p class="dek">It boils a litre in 2 minutes 11 seconds and lets the house know.</p><div class="specs"><ul><li>Power: 3,000 watts</li><li>Volume: 1.7 litres</li><li>Price: $64</li></ul></div><p>At 78 decibels the K2 is the loudest of the nine kettles we have tried this year.</p><h2>Verdict</h2><p>Buy it if your kitchen has a door.</p><div class="pros-cons"><h3>For</h3><ul><li>Fast</li><li>Easy to clean</li></ul><h3>Against</h3><ul><li>Loud</li></ul></div></main><aside><h3>Best kettles</h3><a href="/best">The five best kettles</a></aside></body></html>""",
        has=(
            "It boils a litre in 2 minutes 11 seconds and lets the house know.",
            "Power: 3,000 watts",
            "loudest of the nine kettles we have tried this year.",
            "Buy it if your kitchen has a door.",
            "Easy to clean",
        ),
        lacks=("The five best kettles",),
        title="Kettle K2 review: loud but honest",
        author="Otis Marlow",
        published="2023-05-16",
    ),
    Odd(
        "a page of verses in lines",
        """<HTML><HEAD><TITLE>Songs of the Net Menders: The Tar Pot</TITLE></HEAD><BODY><H3>The Tar Pot</H3><P>My father stirred the tar for the nets<BR>and so did his before him;<BR>it took nine winters to clean his hands<BR>when the war had passed and ended.</P><P>Collected from Mrs. E. Rudd, aged 84, at Holm in 1936.</P><P><I>Words: traditional.</I></P><A HREF="songs.htm">All songs</A></BODY></HTML>""",
        has=(
            "My father stirred the tar for the nets",
            "it took nine winters to clean his hands",
            "Collected from Mrs. E. Rudd, aged 84, at Holm in 1936.",
        ),
        author="",
        published="",
    ),
    Odd(
        "a Russian portal",
        """<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>Паром в Заречье встал на ремонт — Вести Заречья</title></head><body><div class="top"><a href="/">Вести Заречья</a></div><div class="news-detail"><h1>Паром в Заречье встал на ремонт</h1><span class="news-date-time">18.10.2018 11:25</span><div class="news-text"><p>Единственный паром района не ходит с понедельника, сообщила администрация.</p><p>Ремонт обойдётся в 3,4 млн рублей и продлится до 1 декабря.</p><p>До города теперь 96 километров вместо 12.</p></div><div class="tags">Теги: <a href="/t">паром</a></div></div><div class="news-list"><h3>Другие новости</h3><p><span class="news-date-time">20.10.2018</span> <a href="/3">Школа получила автобус</a></p></div><div class="footer">© 2018 Вести Заречья</div></body></html>""",
        has=(
            "Единственный паром района не ходит с понедельника",
            "Ремонт обойдётся в 3,4 млн рублей и продлится до 1 декабря.",
            "До города теперь 96 километров вместо 12.",
        ),
        lacks=("Школа получила автобус",),
        title="Паром в Заречье встал на ремонт",
        author="",
        published="2018-10-18",
    ),
    Odd(
        "a talk page whose text is in frames of its own markup",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ferries and fog: notes from the 2016 harbour conference</title><meta name="author" content="web"></head><body><custom-shell><custom-header><a href="/">Harbour Conference</a></custom-header><custom-main><h1>Ferries and fog: notes from the 2016 harbour conference</h1><custom-byline>by Ingrid Vale, posted 9 June 2016</custom-byline><custom-text><p>Nine harbours told of 212 days of fog in the last year, a third more than in 2010.</p><p>Only two of them have a second radar, and neither of these is manned at night.</p></custom-text></custom-main><custom-footer><p>Harbour Conference, Quay 4</p></custom-footer></custom-shell></body></html>""",
        has=(
            "Nine harbours told of 212 days of fog in the last year, a third more than in 2010.",
            "neither of these is manned at night.",
        ),
        lacks=("Quay 4",),
        title="Ferries and fog: notes from the 2016 harbour conference",
        author="Ingrid Vale",
        published="2016-06-09",
    ),
    Odd(
        "a column of a magazine with a first and a later day",
        """<!DOCTYPE html><html lang="en-US"><head><meta charset="utf-8"><title>Why my village has no mayor</title></head><body><header><a href="/">The Long Table</a></header><article><div class="rubric">Letter from Tarnau</div><h1>Why my village has no mayor</h1><div class="byline">BY ODA MERTENS</div><div class="pubdate">Originally published: 04/11/2016. Last updated: 07/02/2018</div><p>No one has stood since 2009, when the last one resigned over a hedge.</p><p>The clerk signs for 640 people. She is paid for nine hours a week.</p><p class="bio"><em>Oda Mertens lives in Tarnau and keeps geese.</em></p></article><footer>&copy; 2018 The Long Table</footer></body></html>""",
        has=(
            "No one has stood since 2009, when the last one resigned over a hedge.",
            "She is paid for nine hours a week.",
        ),
        title="Why my village has no mayor",
        author="ODA MERTENS",
        published="2016-04-11",
    ),
    Odd(
        "a bug with remarks",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>4471 – Pump stops at midnight on the last day of February</title></head><body><div id="header"><a href="/">Sluicezilla</a></div><h1>Bug 4471: Pump stops at midnight on the last day of February</h1><table id="bug"><tr><th>Status:</th><td>FIXED</td></tr><tr><th>Reported:</th><td>2012-03-01 07:12 UTC by <span class="fn">Dagmar Roth</span></td></tr><tr><th>Modified:</th><td>2012-03-09 10:00 UTC</td></tr></table><div class="bz_comment bz_first_comment" id="c0"><div class="bz_comment_head"><span class="bz_comment_user">Dagmar Roth</span> <span class="bz_comment_time">2012-03-01 07:12:40 UTC</span></div><pre class="bz_comment_text">The pump stopped at 00:00 on 29 February and started again on 1 March.
11 cellars were under water by then.</pre></div><div class="bz_comment" id="c1"><div class="bz_comment_head"><span class="bz_comment_user">Per Lind</span> <span class="bz_comment_time">2012-03-02 15:30:02 UTC</span></div><pre class="bz_comment_text">The table of days had 28 for every year. Corrected in 2.1.4.</pre></div></body></html>""",
        has=(
            "The pump stopped at 00:00 on 29 February and started again on 1 March.",
            "11 cellars were under water by then.",
            "The table of days had 28 for every year.",
        ),
        published="2012-03-01",
    ),
    Odd(
        "a category of posts with what each begins with",
        """<!DOCTYPE html><html lang="en-US"><head><meta charset="utf-8"><title>Harbour | The Holm Observer</title></head><body class="archive category"><header><a href="/" rel="home">The Holm Observer</a></header><main id="main"><header class="page-header"><h1 class="page-title">Category: Harbour</h1></header><article class="post"><h2 class="entry-title"><a href="/a">Crane two back in service</a></h2><div class="entry-meta"><time datetime="2022-03-04T08:00:00+00:00">March 4, 2022</time></div><div class="entry-summary"><p>Crane two lifted its first box in eleven months on Thursday, and 30 people came to watch.</p></div></article><article class="post"><h2 class="entry-title"><a href="/b">Seals on the slipway</a></h2><div class="entry-meta"><time datetime="2022-02-20T08:00:00+00:00">February 20, 2022</time></div><div class="entry-summary"><p>Six seals have moved onto the slipway of the sailing club and will not be moved.</p></div></article><article class="post"><h2 class="entry-title"><a href="/c">Dues to rise by 8 per cent</a></h2><div class="entry-meta"><time datetime="2022-02-02T08:00:00+00:00">February 2, 2022</time></div><div class="entry-summary"><p>Boat owners will pay 8 per cent more from April, the harbour board decided.</p></div></article><nav class="posts-navigation"><a href="/p2">Older posts</a></nav></main></body></html>""",
        has=(
            "Crane two lifted its first box in eleven months on Thursday, and 30 people came to watch.",
            "Six seals have moved onto the slipway of the sailing club and will not be moved.",
            "Boat owners will pay 8 per cent more from April, the harbour board decided.",
        ),
        lacks=("Older posts",),
    ),
    Odd(
        "a post of a network that was saved",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Mira Tolland on Clatter: "The 14:05 ferry has 212 people on board and 180 life jackets."</title><meta property="og:title" content="Mira Tolland on Clatter"><meta property="og:description" content="The 14:05 ferry has 212 people on board and 180 life jackets."><meta property="og:type" content="article"></head><body><div id="react-root"><main><article role="article"><div data-testid="User-Name"><a href="/miratolland"><span>Mira Tolland</span></a> <a href="/miratolland">@miratolland</a></div><div data-testid="tweetText" lang="en"><span>The 14:05 ferry has 212 people on board and 180 life jackets.</span></div><a href="/miratolland/status/9"><time datetime="2019-07-21T12:11:00.000Z">2:11 PM · Jul 21, 2019</time></a><div role="group"><span>41 Reposts</span></div></article></main></div></body></html>""",
        has=("The 14:05 ferry has 212 people on board and 180 life jackets.",),
        published="2019-07-21",
    ),
    Odd(
        "a glossary",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Glossary of tides</title></head><body><div class="nav"><a href="/">Tide Office</a></div><h1>Glossary of tides</h1><dl><dt>Neap tide</dt><dd>The tide of the smallest range, about 7 days after a spring tide.</dd><dt>Chart datum</dt><dd>The level to which depths are referred; in Varen 2.94 m below the harbour mark.</dd><dt>Set</dt><dd>The direction in which a current runs.</dd></dl><p>Words in this list follow the handbook of 1998.</p></body></html>""",
        has=(
            "Neap tide",
            "The tide of the smallest range, about 7 days after a spring tide.",
            "in Varen 2.94 m below the harbour mark.",
            "The direction in which a current runs.",
        ),
        title="Glossary of tides",
        author="",
        published="",
    ),
    Odd(
        "a Dutch blog in the order of months",
        """<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Wie telt de meeuwen? - Achter de Dijk</title></head><body><div class="site-header"><p class="site-title"><a href="/">Achter de Dijk</a></p></div><div class="content"><article class="post"><h1 class="entry-title">Wie telt de meeuwen?</h1><p class="entry-meta">Geplaatst op 6 november 2014 door <span class="author">Joost Meeuwis</span> | <a href="#respond">Laat een reactie achter</a></p><div class="entry-content"><p>Vrijwilligers telden zondag 4.112 meeuwen langs de haven, bijna duizend minder dan vorig jaar.</p><p>De gemeente betaalt 15 cent per meeuw, maar alleen als er een foto bij is.</p></div></article><div class="author-box"><h4>Over Joost Meeuwis</h4><p>Joost schrijft over alles wat nat is.</p></div><div class="related-posts"><h3>Gerelateerde berichten</h3><ul><li><a href="/x">De sluis van 1911</a></li></ul></div></div></body></html>""",
        has=(
            "Vrijwilligers telden zondag 4.112 meeuwen langs de haven",
            "De gemeente betaalt 15 cent per meeuw, maar alleen als er een foto bij is.",
        ),
        lacks=("De sluis van 1911", "Laat een reactie"),
        title="Wie telt de meeuwen?",
        author="Joost Meeuwis",
        published="2014-11-06",
    ),
    Odd(
        "a schedule with text around",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ferry timetable, winter 2023/24 | Holm Line</title></head><body><header><a href="/">Holm Line</a></header><main><h1>Ferry timetable, winter 2023/24</h1><p>Valid from 1 November 2023 to 31 March 2024. No ferry runs on 25 December.</p><table><caption>Holm to Skerry</caption><thead><tr><th>Leaves</th><th>Arrives</th><th>Days</th></tr></thead><tbody><tr><td>06.10</td><td>07.35</td><td>Mon to Fri</td></tr><tr><td>17.45</td><td>19.10</td><td>daily</td></tr></tbody></table><p>Cars must be at the ramp 20 minutes before. Dogs travel free.</p></main><footer>Holm Line, 2 Ramp Road</footer></body></html>""",
        has=(
            "No ferry runs on 25 December.",
            "06.10 | 07.35 | Mon to Fri",
            "Cars must be at the ramp 20 minutes before.",
        ),
        lacks=("2 Ramp Road",),
        title="Ferry timetable, winter 2023/24",
        author="",
        published="",
    ),
    Odd(
        "an old paper's archive without marks",
        """<html><head><title>The Vale Courier: Archive</title></head><body bgcolor=white><table width=600><tr><td><a href=/><img src=logo.gif></a></td></tr><tr><td><font size=2>Published on Thursday, July 22, 1999</font><br><font size=5><b>Hailstones as large as plums break 2,000 panes</b></font><br><font size=2>By WALTER INNES<br>Courier staff</font><p><font size=3>A storm of eleven minutes broke more than 2,000 panes at the glasshouses of Upper Vale on Tuesday.<p>Nobody was hurt, but growers put the loss at 90,000 pounds. Many of them are not insured against hail.<p>"It sounded like a train," said grower Edith Pell.</font></td></tr><tr><td align=center><font size=1>Copyright 1999 The Vale Courier. <a href=/mail>Write to us</a></font></td></tr></table></body></html>""",
        has=(
            "broke more than 2,000 panes at the glasshouses of Upper Vale on Tuesday.",
            "growers put the loss at 90,000 pounds.",
            "said grower Edith Pell.",
        ),
        lacks=("Write to us",),
        author="WALTER INNES",
        published="1999-07-22",
    ),
    Odd(
        "a page that lists what changed",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Release notes - Sluice Control</title></head><body><aside class="sidebar"><ul><li><a href="/install">Install</a></li></ul></aside><main><h1>Release notes</h1><h2>3.2 <small>2021-06-14</small></h2><ul><li>Gates close 4 seconds faster in frost</li><li>The log no longer grows beyond 2 GB</li></ul><h2>3.1 <small>2021-01-30</small></h2><ul><li>New option to ignore one broken sensor of three</li></ul></main></body></html>""",
        has=(
            "Gates close 4 seconds faster in frost",
            "The log no longer grows beyond 2 GB",
            "New option to ignore one broken sensor of three",
        ),
        lacks=("Install",),
        author="",
    ),
    Odd(
        "a statement of a club below a picture",
        """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Club statement | Varen Rovers</title><meta property="og:image" content="x.jpg"></head><body><nav class="main"><a href="/">Varen Rovers</a><a href="/tickets">Tickets</a></nav><div class="hero"><h1>Club statement</h1><span class="tag">Club</span><span class="ago">28th December 2020</span></div><div class="body-copy"><p>Varen Rovers can confirm that four players have tested positive and that Saturday's match is off.</p><p>Tickets stay valid. The club will pay back 3,100 fares of the coach trip by 15 January.</p></div><div class="sponsors"><h4>Our partners</h4><ul><li><a href="//s1">Mole Brewery</a></li><li><a href="//s2">Harden Tyres</a></li></ul></div><div class="latest-news"><h3>Latest news</h3><div class="card"><a href="/n/1">Keeper signs until 2023</a><span>30th December 2020</span></div></div></body></html>""",
        has=(
            "four players have tested positive and that Saturday's match is off.",
            "The club will pay back 3,100 fares of the coach trip by 15 January.",
        ),
        lacks=("Harden Tyres", "Keeper signs"),
        title="Club statement",
        author="",
        published="2020-12-28",
    ),
    Odd(
        "a report of a weather office",
        """<!DOCTYPE html><html lang="en-US"><head><meta charset="utf-8"><title>Area forecast discussion</title></head><body><div id="top"><a href="/">Weather Office Brask</a></div><div id="local-product"><h2>Area Forecast Discussion</h2><pre class="glossaryProduct">
FXUS62 KBRK 141830
AFDBRK

National Weather Office Brask
230 PM EDT Fri Sep 14 2018

.SYNOPSIS...
A storm near the coast will bring 6 to 8 inches of rain through
Sunday. Winds will fall below 40 mph by Saturday night.

.MARINE...
Seas of 12 feet are expected off Ness Point.
</pre></div></body></html>""",
        has=(
            "will bring 6 to 8 inches of rain through Sunday.",
            "Winds will fall below 40 mph by Saturday night.",
            "Seas of 12 feet are expected off Ness Point.",
        ),
        published="2018-09-14",
    ),
)
