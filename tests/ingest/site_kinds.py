# ruff: noqa: E501 - pages stand as people write them
"""Pages that are no news: threads, products, services, documentation, lists, pages with little text.

Places and people are invented. A field that is empty must stay unknown.
"""

from __future__ import annotations

from tests.ingest.odd_pages import Odd, linked

FIRST = (
    Odd(
        "a thread of a phpBB board",
        """<!DOCTYPE html><html dir="ltr" lang="en-gb"><head><meta charset="utf-8"><title>Rear hub squeals in the wet - Tandem Riders Board</title><link rel="canonical" href="https://board.tandemriders.example/viewtopic.php?t=4411"></head>
<body id="phpbb" class="nojs notouch section-viewtopic ltr"><div id="wrap" class="wrap"><div id="page-header"><div class="headerbar"><div class="inner"><div id="site-description"><h1>Tandem Riders Board</h1><p>For riders of long bicycles</p></div></div></div><div class="navbar"><ul id="nav-main" class="nav-main linklist"><li><a href="./app.php/help/faq">FAQ</a></li><li><a href="./ucp.php?mode=login">Login</a></li></ul><ul class="linklist navlinks"><li class="breadcrumbs"><a href="./index.php">Board index</a> <a href="./viewforum.php?f=3">Workshop</a></li></ul></div></div>
<div id="page-body" class="page-body"><h2 class="topic-title"><a href="./viewtopic.php?t=4411">Rear hub squeals in the wet</a></h2><div class="action-bar bar-top"><a href="./posting.php" class="button">Post Reply</a><div class="pagination">3 posts &bull; Page <strong>1</strong> of <strong>1</strong></div></div>
<div id="p901" class="post has-profile bg2"><div class="inner"><dl class="postprofile"><dt><a href="./u55" class="username">oldgear</a></dt><dd class="profile-posts"><strong>Posts:</strong> 214</dd><dd class="profile-joined"><strong>Joined:</strong> Tue Mar 04, 2008 9:12 pm</dd></dl><div class="postbody"><h3 class="first"><a href="#p901">Rear hub squeals in the wet</a></h3><p class="author"><a class="unread" href="./p901">Post</a> by <strong><a href="./u55" class="username">oldgear</a></strong> &raquo; <time datetime="2019-10-21T18:04:00+00:00">Mon Oct 21, 2019 6:04 pm</time></p><div class="content">Since the clocks went back my rear hub squeals whenever the road is wet.<br>It has done 11,000 km and was greased in 2017. Any ideas?</div><div id="sig901" class="signature">Life is too short for small gears.</div></div></div></div>
<div id="p902" class="post has-profile bg1"><div class="inner"><dl class="postprofile"><dt><a href="./u9" class="username">Marta K</a></dt><dd class="profile-posts"><strong>Posts:</strong> 1802</dd><dd class="profile-joined"><strong>Joined:</strong> Sat Jan 13, 2007 8:00 am</dd></dl><div class="postbody"><h3><a href="#p902">Re: Rear hub squeals in the wet</a></h3><p class="author">by <strong><a href="./u9" class="username">Marta K</a></strong> &raquo; <time datetime="2019-10-21T20:40:00+00:00">Mon Oct 21, 2019 8:40 pm</time></p><div class="content"><blockquote><div><cite>oldgear wrote:</cite>was greased in 2017</div></blockquote>That is the answer. Mine needs new grease every 4,000 km.</div></div></div></div>
<div id="p903" class="post has-profile bg2"><div class="inner"><dl class="postprofile"><dt><a href="./u55" class="username">oldgear</a></dt></dl><div class="postbody"><h3><a href="#p903">Re: Rear hub squeals in the wet</a></h3><p class="author">by <strong>oldgear</strong> &raquo; <time datetime="2019-10-24T07:15:00+00:00">Thu Oct 24, 2019 7:15 am</time></p><div class="content">Cleaned it last night, two bearings were cracked. Silent now.</div></div></div></div>
<div class="action-bar bar-bottom"><a class="jumpbox-return" href="./viewforum.php?f=3">Return to &ldquo;Workshop&rdquo;</a></div><div class="stat-block online-list"><h3>Who is online</h3><p>Users browsing this forum: No registered users and 7 guests</p></div></div><div id="page-footer"><div class="copyright">Powered by phpBB&reg; Forum Software &copy; phpBB Limited</div></div></div></body></html>""",
        has=(
            "my rear hub squeals whenever the road is wet.",
            "It has done 11,000 km and was greased in 2017.",
            "Mine needs new grease every 4,000 km.",
            "two bearings were cracked. Silent now.",
        ),
        lacks=("Who is online", "Powered by phpBB", "Board index", "7 guests"),
        title="Rear hub squeals in the wet",
        published="2019-10-21",
    ),
    Odd(
        "a product of a WooCommerce shop",
        """<!doctype html><html lang="en-US"><head><meta charset="UTF-8"><title>Felt slippers &#8211; Woolhouse</title><meta property="og:type" content="product"><meta property="og:title" content="Felt slippers"><meta property="og:site_name" content="Woolhouse">"""
        + linked(
            {
                "@context": "https://schema.org/",
                "@type": "Product",
                "name": "Felt slippers",
                "description": "Slippers of grey felt.",
                "sku": "441",
                "offers": [
                    {"@type": "Offer", "price": "39.00", "priceValidUntil": "2027-12-31", "priceCurrency": "EUR"}
                ],
            }
        )
        + """</head><body class="product-template-default single single-product postid-441 woocommerce"><header class="site-header"><a href="/">Woolhouse</a><ul class="menu"><li><a href="/shop">Shop</a></li><li><a href="/cart">Cart</a></li></ul></header><nav class="woocommerce-breadcrumb"><a href="/">Home</a> / <a href="/shoes">Shoes</a> / Felt slippers</nav>
<div id="primary" class="content-area"><main id="main" class="site-main"><div class="woocommerce-notices-wrapper"></div><div id="product-441" class="product type-product post-441"><div class="woocommerce-product-gallery images"><img src="a.jpg" alt=""></div><div class="summary entry-summary"><h1 class="product_title entry-title">Felt slippers</h1><p class="price"><span class="woocommerce-Price-amount amount"><bdi>39,00<span class="woocommerce-Price-currencySymbol">&euro;</span></bdi></span></p><div class="woocommerce-product-details__short-description"><p>Slippers of grey felt that keep feet warm on stone floors.</p></div><form class="cart"><label>Quantity</label><input type="number"><button type="submit">Add to cart</button></form><div class="product_meta"><span class="sku_wrapper">SKU: <span class="sku">441</span></span> <span class="posted_in">Category: <a href="/shoes">Shoes</a></span></div></div>
<div class="woocommerce-tabs wc-tabs-wrapper"><ul class="tabs wc-tabs"><li><a href="#tab-description">Description</a></li><li><a href="#tab-reviews">Reviews (1)</a></li></ul><div class="woocommerce-Tabs-panel panel entry-content wc-tab" id="tab-description"><h2>Description</h2><p>Each pair is pressed by hand from the wool of 400 sheep that graze above Tarnau. The sole is of natural rubber, 5 mm thick.</p><ul><li>100 % wool, free of dyes</li><li>Washable at 30 &deg;C</li></ul></div><div class="woocommerce-Tabs-panel panel entry-content wc-tab" id="tab-additional_information"><h2>Additional information</h2><table class="woocommerce-product-attributes shop_attributes"><tr><th>Weight</th><td><p>0.4 kg</p></td></tr><tr><th>Sizes</th><td><p>36 to 46</p></td></tr></table></div></div>
<section class="related products"><h2>Related products</h2><ul class="products columns-4"><li class="product"><a href="/felt-hat"><h2 class="woocommerce-loop-product__title">Felt hat</h2><span class="price">29,00&euro;</span></a><a href="?add" class="button">Add to cart</a></li><li class="product"><a href="/mittens"><h2 class="woocommerce-loop-product__title">Mittens</h2></a></li></ul></section></div></main></div><footer><p>&copy; Woolhouse 2023</p></footer></body></html>""",
        has=(
            "Slippers of grey felt that keep feet warm on stone floors.",
            "Each pair is pressed by hand from the wool of 400 sheep that graze above Tarnau.",
            "100 % wool, free of dyes",
            "Washable at 30 °C",
            "0.4 kg",
        ),
        lacks=("Felt hat", "Mittens", "Add to cart", "© Woolhouse"),
        title="Felt slippers",
        author="",
    ),
    Odd(
        "a service page of cards",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Our services | Brandt Chimney Sweeps</title><meta name="description" content="Sweeping, inspection and repair of chimneys."><link href="/bootstrap.min.css" rel="stylesheet"></head><body><nav class="navbar navbar-expand-lg"><a class="navbar-brand" href="/">Brandt</a><ul class="navbar-nav"><li class="nav-item"><a class="nav-link" href="/services">Services</a></li><li class="nav-item"><a class="nav-link" href="/contact">Contact</a></li></ul></nav>
<section class="hero py-5"><div class="container"><h1>Our services</h1><p class="lead">We have swept the chimneys of Lower Varen since 1954, about 6,000 a year.</p><a href="/book" class="btn btn-primary">Book a visit</a></div></section>
<section class="services"><div class="container"><div class="row"><div class="col-md-4"><div class="card h-100"><div class="card-body"><h3 class="card-title">Sweeping</h3><p class="card-text">A sweep takes 40 minutes and costs 85 euros, dust sheets included.</p></div></div></div><div class="col-md-4"><div class="card h-100"><div class="card-body"><h3 class="card-title">Inspection</h3><p class="card-text">With a camera we look at every joint and write a report within two days.</p></div></div></div><div class="col-md-4"><div class="card h-100"><div class="card-body"><h3 class="card-title">Repair</h3><p class="card-text">We line old flues with steel and give ten years of warranty on the work.</p></div></div></div></div></div></section>
<section class="faq"><div class="container"><h2>Questions people ask</h2><details><summary>How often must a chimney be swept?</summary><p>Wood stoves need it three times a year, gas boilers once.</p></details><details><summary>Do you come on Saturdays?</summary><p>Yes, from October to March.</p></details></div></section>
<footer class="bg-dark"><div class="container"><p>Brandt Chimney Sweeps, 12 Mill Lane, Varen</p><p>&copy; 2022 Brandt</p></div></footer></body></html>""",
        has=(
            "We have swept the chimneys of Lower Varen since 1954, about 6,000 a year.",
            "A sweep takes 40 minutes and costs 85 euros, dust sheets included.",
            "With a camera we look at every joint and write a report within two days.",
            "We line old flues with steel and give ten years of warranty on the work.",
            "Wood stoves need it three times a year, gas boilers once.",
            "Yes, from October to March.",
        ),
        lacks=("© 2022 Brandt", "Book a visit"),
        title="Our services",
        author="",
    ),
    Odd(
        "a question with answers",
        """<!DOCTYPE html><html itemscope itemtype="https://schema.org/QAPage" class="html__responsive" lang="en"><head><title>carpentry - Why do my dovetails split? - Workshop Exchange</title><meta property="og:type" content="website"><meta name="twitter:title" property="og:title" itemprop="name" content="Why do my dovetails split?"></head><body class="question-page"><header class="s-topbar"><a href="/">Workshop Exchange</a><form><input name="q"></form></header>
<div class="container"><div id="left-sidebar"><ol class="nav-links"><li><a href="/">Home</a></li><li><a href="/tags">Tags</a></li></ol></div><div id="content"><div class="inner-content" itemprop="mainEntity" itemscope itemtype="https://schema.org/Question"><div id="question-header"><h1 itemprop="name"><a href="/questions/88/why" class="question-hyperlink">Why do my dovetails split?</a></h1><a href="/ask" class="s-btn">Ask Question</a></div><div class="d-flex"><div title="2016-02-09 14:22:10Z"><span>Asked</span> <time itemprop="dateCreated" datetime="2016-02-09T14:22:10">8 years ago</time></div><div><span>Modified</span> <a href="?lastactivity" title="2020-06-16 09:05:59Z">4 years ago</a></div><div>Viewed 12k times</div></div>
<div id="mainbar"><div class="question"><div class="votecell"><div class="js-vote-count" itemprop="upvoteCount">17</div></div><div class="postcell"><div class="s-prose js-post-body" itemprop="text"><p>I cut dovetails into 12 mm ash and the ends split when I tap them home.</p><p>The chisel is sharp. What am I doing wrong?</p></div><div class="post-taglist"><ul><li><a href="/t/joinery">joinery</a></li></ul></div><div class="post-signature owner"><div class="user-info"><div class="user-action-time">asked <span title="2016-02-09 14:22:10Z" class="relativetime">Feb 9, 2016 at 14:22</span></div><div class="user-details" itemprop="author" itemscope itemtype="https://schema.org/Person"><a href="/users/4/ilka">Ilka Rohn</a><span class="d-none" itemprop="name">Ilka Rohn</span></div></div></div></div></div>
<div id="answers"><div id="answers-header"><h2 class="answers-subheader">2 Answers <span itemprop="answerCount">2</span></h2></div><div id="answer-90" class="answer accepted-answer" itemprop="acceptedAnswer" itemscope itemtype="https://schema.org/Answer"><div class="answercell"><div class="s-prose js-post-body" itemprop="text"><p>Ash splits along the grain. Leave the pins a tenth of a millimetre loose and cut a chamfer on the inner edge.</p></div><div class="user-action-time">answered <span title="2016-02-10 08:01:00Z" class="relativetime">Feb 10, 2016 at 8:01</span></div></div></div><div id="answer-91" class="answer" itemprop="suggestedAnswer" itemscope itemtype="https://schema.org/Answer"><div class="answercell"><div class="s-prose js-post-body" itemprop="text"><p>Your wood is too dry. At 6 per cent of moisture it breaks, at 10 it bends.</p><pre class="lang-none"><code>moisture = (wet - dry) / dry</code></pre></div></div></div></div><form id="post-form" action="/questions/88/answer/submit" method="post" class="js-add-answer-component post-form"><h2 class="space">Your Answer</h2><div class="d-none js-draft-saved"></div><aside class="s-notice"><p>Thanks for contributing an answer to Workshop Exchange!</p></aside></form></div>
<div id="sidebar"><div class="module sidebar-related"><h4>Related</h4><div class="spacer"><a href="/q/12">How to sharpen a gouge without a wheel?</a></div></div></div></div></div></div><footer>site design / logo &copy; 2024</footer></body></html>""",
        has=(
            "I cut dovetails into 12 mm ash and the ends split when I tap them home.",
            "What am I doing wrong?",
            "Leave the pins a tenth of a millimetre loose and cut a chamfer on the inner edge.",
            "At 6 per cent of moisture it breaks, at 10 it bends.",
            "moisture = (wet - dry) / dry",
        ),
        lacks=("How to sharpen a gouge", "Thanks for contributing", "Ask Question"),
        title="Why do my dovetails split?",
        published="2016-02-09",
    ),
    Odd(
        "documentation with definition lists",
        """<!DOCTYPE html><html class="writer-html5" lang="en"><head><meta charset="utf-8"><title>Options &mdash; tidepool 2.4 documentation</title><link rel="next" title="Errors" href="errors.html"></head><body class="wy-body-for-nav"><div class="wy-grid-for-nav"><nav data-toggle="wy-nav-shift" class="wy-nav-side"><div class="wy-menu wy-menu-vertical"><p class="caption"><span class="caption-text">Guide</span></p><ul><li class="toctree-l1"><a href="install.html">Installing</a></li><li class="toctree-l1 current"><a class="current" href="#">Options</a></li></ul></div></nav>
<section class="wy-nav-content-wrap"><div class="wy-nav-content"><div class="rst-content"><div role="navigation" aria-label="Page navigation"><ul class="wy-breadcrumbs"><li><a href="index.html">Docs</a> &raquo;</li><li>Options</li><li class="wy-breadcrumbs-aside"><a href="_sources/options.rst.txt">View page source</a></li></ul></div><div role="main" class="document" itemscope itemtype="http://schema.org/Article"><div itemprop="articleBody"><section id="options"><h1>Options<a class="headerlink" href="#options" title="Permalink">&para;</a></h1><p>The station reads its options from <code class="docutils literal">tide.conf</code> at start.</p><dl class="std option"><dt class="sig sig-object std" id="interval"><span class="sig-name">--interval</span><span class="sig-prename"> SECONDS</span><a class="headerlink" href="#interval">&para;</a></dt><dd><p>How often the level is read. The default is 360.</p></dd><dt class="sig" id="datum"><span class="sig-name">--datum</span></dt><dd><p>The height that counts as zero, in metres above the chart.</p></dd></dl><div class="admonition warning"><p class="admonition-title">Warning</p><p>Below 5 seconds the float has no time to settle.</p></div><div class="highlight-ini notranslate"><div class="highlight"><pre><span></span><span class="k">[station]</span>
<span class="na">interval</span> <span class="o">=</span> <span class="s">60</span>
</pre></div></div></section></div></div><footer><div class="rst-footer-buttons"><a href="errors.html" class="btn">Next</a></div><hr><div role="contentinfo"><p>&copy; Copyright 2021, Tidepool makers. <span class="lastupdated">Last updated on Mar 14, 2021.</span></p></div>Built with <a href="#">Sphinx</a></footer></div></div></section></div></body></html>""",
        has=(
            "The station reads its options from tide.conf at start.",
            "--interval SECONDS",
            "How often the level is read. The default is 360.",
            "The height that counts as zero, in metres above the chart.",
            "Below 5 seconds the float has no time to settle.",
            "interval = 60",
        ),
        lacks=("Installing", "Built with", "¶"),
        author="",
    ),
    Odd(
        "a page of 2003 laid out in tables",
        """<HTML><HEAD><TITLE>The Mole Bridge Preservation Trust - History</TITLE><META NAME="keywords" CONTENT="bridge, history"></HEAD><BODY BGCOLOR="#FFFFFF" TEXT="#000000"><CENTER><TABLE WIDTH=760 BORDER=0 CELLPADDING=0><TR><TD COLSPAN=2><IMG SRC="banner.gif" WIDTH=760 HEIGHT=90 ALT="Mole Bridge"></TD></TR><TR><TD WIDTH=140 VALIGN=top BGCOLOR="#CCCC99"><FONT FACE="Verdana" SIZE=1><A HREF="index.htm">Home</A><BR><A HREF="history.htm">History</A><BR><A HREF="visit.htm">Visiting</A><BR><A HREF="links.htm">Links</A></FONT></TD><TD VALIGN=top><FONT FACE="Verdana" SIZE=4><B>History of the bridge</B></FONT><BR><BR><FONT FACE="Verdana" SIZE=2>The bridge over the Mole was built in 1782 by two brothers from Harden who had never built one before. It cost 640 pounds, of which the parish paid half.<BR><BR>In the flood of 1829 the middle arch fell. For eleven years people crossed by a ferry that took six at a time.<BR><BR><IMG SRC="arch.jpg" ALIGN=left>The present arch is of 1840. When it was measured last, in 1998, it had sunk by 14 centimetres.<P>The Trust has 230 members. <A HREF="join.htm">Joining</A> costs 8 pounds a year.</FONT></TD></TR><TR><TD COLSPAN=2 ALIGN=center><HR><FONT SIZE=1>Page last updated 17 August 2003 by the webmaster. You are visitor number 10482.</FONT></TD></TR></TABLE></CENTER></BODY></HTML>""",
        has=(
            "It cost 640 pounds, of which the parish paid half.",
            "For eleven years people crossed by a ferry that took six at a time.",
            "it had sunk by 14 centimetres.",
            "The Trust has 230 members. Joining costs 8 pounds a year.",
        ),
        lacks=("Visiting", "visitor number"),
        published="2003-08-17",
        author="",
    ),
    Odd(
        "a guide of a government",
        """<!DOCTYPE html><html lang="en" class="govuk-template"><head><meta charset="utf-8"><title>Keeping bees in a town: What you need - GOV.VN</title><meta name="govuk:first-published-at" content="2015-06-01T10:00:00+00:00"><meta name="govuk:updated-at" content="2023-02-17T09:11:00+00:00">"""
        + linked(
            {
                "@context": "http://schema.org",
                "@type": "FAQPage",
                "headline": "Keeping bees in a town",
                "datePublished": "2015-06-01T10:00:00+00:00",
                "dateModified": "2023-02-17T09:11:00+00:00",
                "publisher": {"@type": "Organization", "name": "GOV.VN"},
                "mainEntity": [],
            }
        )
        + """</head><body class="govuk-template__body"><div id="global-cookie-message"><h2>Cookies on GOV.VN</h2><p>We use some essential cookies to make this website work.</p><button>Accept additional cookies</button></div><header class="govuk-header"><a href="/">GOV.VN</a></header><div class="govuk-breadcrumbs"><ol><li><a href="/">Home</a></li><li><a href="/animals">Animals</a></li></ol></div><main role="main" id="content" class="guide"><div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="gem-c-heading govuk-heading-xl">Keeping bees in a town</h1><nav class="gem-c-contents-list" role="navigation"><h2>Contents</h2><ol><li>What you need</li><li><a href="/bees/apply">How to apply</a></li></ol></nav><h1 class="part-title">What you need</h1><div class="gem-c-govspeak govuk-govspeak"><p>You need a licence if you keep more than 2 hives within 50 metres of a school.</p><p>You must have:</p><ul><li>a fence of 1.8 metres</li><li>a source of water</li><li>the written consent of your neighbours</li></ul><div class="application-notice info-notice"><p>A licence costs 46 crowns and lasts 3 years.</p></div><h2 id="fines">Fines</h2><p>You can be fined up to 500 crowns for each hive without a licence.</p></div><ul class="gem-c-pagination"><li><a href="/bees/apply">Next: How to apply</a></li></ul><a href="/bees/print" class="print-link">View a printable version of the whole guide</a></div><div class="govuk-grid-column-one-third"><div class="gem-c-related-navigation"><h2>Related content</h2><ul><li><a href="/wasps">Report a nest of wasps</a></li></ul></div></div></div></main><div class="gem-c-feedback"><h2>Is this page useful?</h2><p>Maybe</p></div><footer>All content is available under the Open Licence</footer></body></html>""",
        has=(
            "You need a licence if you keep more than 2 hives within 50 metres of a school.",
            "a fence of 1.8 metres",
            "the written consent of your neighbours",
            "A licence costs 46 crowns and lasts 3 years.",
            "You can be fined up to 500 crowns for each hive without a licence.",
        ),
        lacks=("essential cookies", "nest of wasps", "Is this page useful"),
        title="Keeping bees in a town",
        published="2015-06-01",
        author="",
    ),
    Odd(
        "an abstract of a paper",
        """<!DOCTYPE html><html lang="en"><head><title>[1807.04417] Counting bats by the heat of their wings</title><meta name="citation_title" content="Counting bats by the heat of their wings"/><meta name="citation_author" content="Sorel, Anke"/><meta name="citation_author" content="Ndiaye, Moussa"/><meta name="citation_date" content="2018/07/12"/><meta name="citation_online_date" content="2019/01/30"/><meta name="citation_arxiv_id" content="1807.04417"/></head><body class="with-cu-identity"><header><a href="/">arXive</a><a href="/login">Login</a></header><main><div id="content"><div id="abs-outer"><div class="leftcolumn"><div class="subheader"><h1>Quantitative Biology &gt; Populations</h1></div><div id="content-inner"><div id="abs"><div class="dateline">[Submitted on 12 Jul 2018 (<a href="/abs/1807.04417v1">v1</a>), last revised 30 Jan 2019 (this version, v3)]</div><h1 class="title mathjax"><span class="descriptor">Title:</span>Counting bats by the heat of their wings</h1><div class="authors"><span class="descriptor">Authors:</span><a href="/a/sorel">Anke Sorel</a>, <a href="/a/nd">Moussa Ndiaye</a></div><blockquote class="abstract mathjax"><span class="descriptor">Abstract:</span>We count bats that leave a cave with a thermal camera. Over 31 evenings the count differs from that of observers by 4 per cent, and by 19 per cent in rain.</blockquote><div class="metatable"><table summary="Additional metadata"><tr><td class="tablecell label">Comments:</td><td class="tablecell comments mathjax">9 pages, 4 figures</td></tr><tr><td class="tablecell label">Subjects:</td><td class="tablecell subjects">Populations (q-bio.PE)</td></tr></table></div></div></div></div><div class="extra-services"><h2>Access Paper:</h2><ul><li><a href="/pdf/1807.04417">View PDF</a></li></ul><div class="bookmarks"><h3>Bookmark</h3></div></div></div></div></main><footer><a href="/about">About</a></footer></body></html>""",
        has=(
            "We count bats that leave a cave with a thermal camera.",
            "Over 31 evenings the count differs from that of observers by 4 per cent, and by 19 per cent in rain.",
        ),
        lacks=("View PDF", "Login"),
        title="Counting bats by the heat of their wings",
        author="Anke Sorel, Moussa Ndiaye",
        published="2018-07-12",
    ),
    Odd(
        "a post of Blogger",
        """<!DOCTYPE html><html class='v2' dir='ltr' lang='en-GB'><head><meta content='text/html; charset=UTF-8' http-equiv='Content-Type'/><meta content='blogger' name='generator'/><link href='https://hedgenotes.blogspot.example/2011/11/first-redwings.html' rel='canonical'/><meta content='First redwings' property='og:title'/><title>Notes from a hedge: First redwings</title></head><body class='loading'><div class='body-fauxcolumns'></div><div class='content'><div class='content-outer'><div class='header section'><h1 class='title'><a href='/'>Notes from a hedge</a></h1></div><div class='main-outer'><div class='column-center-inner'><div class='main section' id='main'><div class='widget Blog' id='Blog1'><div class='blog-posts hfeed'><div class="date-outer"><h2 class='date-header'><span>Sunday, 6 November 2011</span></h2><div class="date-posts"><div class='post-outer'><div class='post hentry'><a name='771'></a><h3 class='post-title entry-title'>First redwings</h3><div class='post-header'></div><div class='post-body entry-content' id='post-body-771'>The first redwings came in on Friday night, eleven days later than last year.<br /><br />I counted 43 in the big holly before breakfast. By noon there was not a berry left on it.<br /><div class="separator" style="clear: both;"><a href="x.jpg"><img src="x.jpg" /></a></div>A blackbird tried to chase them off and gave up.<div style='clear: both;'></div></div><div class='post-footer'><div class='post-footer-line post-footer-line-1'><span class='post-author vcard'>Posted by <span class='fn'><span>Hedgeman</span></span></span> <span class='post-timestamp'>at <a class='timestamp-link' href='#' rel='bookmark'><abbr class='published' title='2011-11-06T09:30:00Z'>09:30</abbr></a></span></div><div class='post-footer-line post-footer-line-2'><span class='post-labels'>Labels: <a href='/search/label/birds' rel='tag'>birds</a></span></div></div></div><div class='comments' id='comments'><h4>2 comments:</h4><dl id='comments-block'><dt class='comment-author'>Wren said...</dt><dd class='comment-body'><p>We still have none here in the valley.</p></dd><dd class='comment-footer'><span class='comment-timestamp'>7 November 2011 at 18:22</span></dd></dl></div></div></div></div></div><div class='blog-pager'><a href='/newer'>Newer Post</a><a href='/older'>Older Post</a></div></div></div></div><div class='column-right-outer'><div class='widget BlogArchive'><h2>Blog Archive</h2><ul><li><a href='#'>2012</a> (31)</li><li><a href='#'>2011</a> (88)</li></ul></div></div></div></div></div></body></html>""",
        has=(
            "The first redwings came in on Friday night, eleven days later than last year.",
            "By noon there was not a berry left on it.",
            "A blackbird tried to chase them off and gave up.",
        ),
        lacks=("none here in the valley", "Blog Archive", "Newer Post"),
        title="First redwings",
        author="Hedgeman",
        published="2011-11-06",
    ),
    Odd(
        "a German WordPress blog",
        """<!DOCTYPE html><html lang="de-DE"><head><meta charset="UTF-8"/><title>Warum die Fähre nicht mehr fährt | Elbnotizen</title><meta name="generator" content="WordPress 3.8.1"/></head><body class="single single-post postid-1207"><div id="page" class="hfeed"><header id="branding"><hgroup><h1 id="site-title"><span><a href="/" rel="home">Elbnotizen</a></span></h1><h2 id="site-description">Beobachtungen am Fluss</h2></hgroup><nav id="access"><ul class="menu"><li><a href="/">Startseite</a></li><li><a href="/impressum">Impressum</a></li></ul></nav></header><div id="main"><div id="primary"><div id="content" role="main"><nav id="nav-single"><h3 class="assistive-text">Beitrags-Navigation</h3><span class="nav-previous"><a href="/p">&larr; Zurück</a></span></nav><article id="post-1207" class="post-1207 post type-post hentry category-verkehr"><header class="entry-header"><h1 class="entry-title">Warum die Fähre nicht mehr fährt</h1><div class="entry-meta"><span class="sep">Veröffentlicht am </span><a href="/2014/03/02/faehre" title="20:14" rel="bookmark"><time class="entry-date" datetime="2014-03-02T20:14:33+00:00">2. März 2014</time></a><span class="by-author"> <span class="sep"> von </span> <span class="author vcard"><a class="url fn n" href="/author/gesine" rel="author">Gesine Harms</a></span></span></div></header><div class="entry-content"><p>Seit dem 1. Februar liegt die Fähre am Südufer fest. Der Betreiber sagt, der Motor sei schuld.</p><p>Die Gemeinde hat im vergangenen Jahr 62.000 Euro für die Überholung bezahlt, also fast so viel, wie ein neuer Motor kostet.</p><p>Bis zum Sommer soll ein Ersatz fahren, der 20 Personen fasst.</p><div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Teilen mit:</h3><ul><li><a href="#">Twitter</a></li><li><a href="#">Facebook</a></li></ul></div></div><footer class="entry-meta">Dieser Beitrag wurde unter <a href="/c/verkehr" rel="category tag">Verkehr</a> abgelegt und mit <a href="/t/elbe" rel="tag">Elbe</a> verschlagwortet. Setze ein Lesezeichen auf den <a href="#">Permalink</a>.</footer></article><div id="comments"><h2 id="comments-title">Ein Gedanke zu &bdquo;Warum die Fähre nicht mehr fährt&ldquo;</h2><ol class="commentlist"><li class="comment"><article><footer class="comment-meta"><div class="comment-author vcard"><span class="fn">Jens</span> sagte am <a href="#"><time datetime="2014-03-05T08:00:00+00:00">5. März 2014 um 08:00</time></a> :</div></footer><div class="comment-content"><p>Der Motor war schon 2011 hin, das weiß jeder.</p></div></article></li></ol><div id="respond"><h3 id="reply-title">Hinterlasse eine Antwort</h3><p class="comment-notes">Deine E-Mail-Adresse wird nicht veröffentlicht.</p></div></div></div></div><div id="secondary" class="widget-area"><aside class="widget widget_recent_entries"><h3>Neueste Beiträge</h3><ul><li><a href="/deich">Der Deich bei Ort</a></li></ul></aside></div></div><footer id="colophon"><a href="http://wordpress.org">Stolz präsentiert von WordPress</a></footer></div></body></html>""",
        has=(
            "Seit dem 1. Februar liegt die Fähre am Südufer fest.",
            "Die Gemeinde hat im vergangenen Jahr 62.000 Euro für die Überholung bezahlt",
            "Bis zum Sommer soll ein Ersatz fahren, der 20 Personen fasst.",
        ),
        lacks=("Teilen mit", "schon 2011 hin", "Hinterlasse eine Antwort", "verschlagwortet", "Der Deich bei Ort"),
        title="Warum die Fähre nicht mehr fährt",
        author="Gesine Harms",
        published="2014-03-02",
    ),
    Odd(
        "a picture with one sentence",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Fog over Lake Tarn, 2018 - Ulla Berg Photography</title><meta property="og:type" content="article"></head><body><header><a href="/" class="logo">Ulla Berg Photography</a><nav><a href="/portfolio">Portfolio</a><a href="/prints">Prints</a></nav></header><main><figure class="photo"><img src="fog.jpg" alt="Fog"><figcaption>Fog over Lake Tarn on the coldest morning of the year.</figcaption></figure><h1>Fog over Lake Tarn, 2018</h1><ul class="tags"><li><a href="/t/fog">fog</a></li></ul></main><footer>&copy; Ulla Berg 2010-2024</footer></body></html>""",
        has=("Fog over Lake Tarn on the coldest morning of the year.",),
        lacks=("Portfolio",),
        title="Fog over Lake Tarn, 2018",
    ),
    Odd(
        "a page of frames",
        """<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Frameset//EN"><html><head><title>Parish of Holm: the organ</title></head><frameset cols="20%,80%"><frame src="menu.html" name="menu"><frame src="organ.html" name="main"><noframes><body><h1>The organ</h1><p>The organ of Holm has 1,148 pipes, the largest of them 4.8 metres long.</p><p>It was last restored in 1991 by a firm from Lund for 300,000 crowns.</p><p><a href="menu.html">Menu</a></p></body></noframes></frameset></html>""",
        has=(
            "The organ of Holm has 1,148 pipes, the largest of them 4.8 metres long.",
            "It was last restored in 1991 by a firm from Lund for 300,000 crowns.",
        ),
        published="",
        author="",
    ),
    Odd(
        "an event with its own day",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Open day at the pumping station | Varen Water</title>"""
        + linked(
            {
                "@context": "https://schema.org",
                "@graph": [
                    {
                        "@type": "Event",
                        "name": "Open day at the pumping station",
                        "startDate": "2024-06-15T10:00",
                        "endDate": "2024-06-15T16:00",
                    },
                    {
                        "@type": "WebPage",
                        "name": "Open day at the pumping station",
                        "datePublished": "2024-04-29T07:30:00+00:00",
                        "dateModified": "2024-05-20T07:30:00+00:00",
                    },
                ],
            }
        )
        + """</head><body class="single-event"><header><nav><ul><li><a href="/">Home</a></li><li><a href="/events">Events</a></li></ul></nav></header><main><h1>Open day at the pumping station</h1><div class="event-details"><p><strong>Date:</strong> <time datetime="2024-06-15">Saturday 15 June 2024</time></p><p><strong>Time:</strong> 10 am to 4 pm</p><p><strong>Where:</strong> 3 Lock Road</p></div><div class="event-description"><p>See the two engines that have raised water to the hill since 1911. The larger one lifts 900 litres a minute.</p><p>Children under 12 come in free; others pay 3 euros.</p></div><h2>Other events</h2><ul class="event-list"><li><a href="/e/1">Night walk along the weir</a> <time datetime="2024-07-02">2 July 2024</time></li><li><a href="/e/2">Talk: a century of lead pipes</a> <time datetime="2024-07-09">9 July 2024</time></li></ul></main><footer>Varen Water</footer></body></html>""",
        has=(
            "See the two engines that have raised water to the hill since 1911.",
            "Children under 12 come in free; others pay 3 euros.",
            "10 am to 4 pm",
            "3 Lock Road",
        ),
        lacks=("century of lead pipes",),
        title="Open day at the pumping station",
        published="2024-04-29",
        author="",
    ),
    Odd(
        "a recipe of a food blog",
        """<!DOCTYPE html><html lang="en-US"><head><meta charset="UTF-8"><title>Barley soup with smoked trout - The Copper Ladle</title><meta property="article:published_time" content="2020-11-08T05:00:00+00:00"><meta property="article:modified_time" content="2023-01-15T05:00:00+00:00"><meta name="author" content="Petra Lund"></head><body class="single-post"><header class="site-header"><p class="site-title"><a href="/">The Copper Ladle</a></p></header><main class="content"><article class="post entry"><header class="entry-header"><h1 class="entry-title">Barley soup with smoked trout</h1><p class="entry-meta">November 8, 2020 by <span class="entry-author">Petra Lund</span> <a href="#comments">14 Comments</a></p></header><div class="entry-content"><div class="wprm-recipe-snippet"><a href="#recipe" class="wprm-jump">Jump to Recipe</a></div><p>My grandmother made this soup every Friday, with whatever fish the boats brought in.</p><p>The barley must soak for six hours, or it will still be hard when the trout goes in.</p><div id="recipe" class="wprm-recipe-container"><div class="wprm-recipe"><h2 class="wprm-recipe-name">Barley soup with smoked trout</h2><div class="wprm-recipe-details"><span class="wprm-recipe-servings-label">Servings: </span><span>4</span></div><div class="wprm-recipe-ingredients-container"><h3>Ingredients</h3><ul class="wprm-recipe-ingredients"><li class="wprm-recipe-ingredient"><span class="amount">200</span> <span class="unit">g</span> <span class="name">pearl barley</span></li><li class="wprm-recipe-ingredient"><span class="amount">2</span> <span class="name">smoked trout</span></li><li class="wprm-recipe-ingredient"><span class="amount">1</span> <span class="unit">l</span> <span class="name">stock of vegetables</span></li></ul></div><div class="wprm-recipe-instructions-container"><h3>Instructions</h3><ol class="wprm-recipe-instructions"><li><div class="wprm-recipe-instruction-text">Soak the barley for six hours and drain it.</div></li><li><div class="wprm-recipe-instruction-text">Simmer it in the stock for 40 minutes.</div></li><li><div class="wprm-recipe-instruction-text">Flake the trout into the soup and serve.</div></li></ol></div></div></div></div><footer class="entry-footer"><p>Filed Under: <a href="/soups">Soups</a></p></footer></article><section class="entry-comments" id="comments"><h3>Comments</h3><ol class="comment-list"><li><p class="comment-meta">Dora says: November 9, 2020</p><p>Made it twice already, lovely.</p></li></ol></section></main><aside class="sidebar"><h2>About me</h2><p>I am Petra and I cook by the sea.</p></aside></body></html>""",
        has=(
            "My grandmother made this soup every Friday",
            "200 g pearl barley",
            "1 l stock of vegetables",
            "Soak the barley for six hours and drain it.",
            "Simmer it in the stock for 40 minutes.",
            "Flake the trout into the soup and serve.",
        ),
        lacks=("Made it twice", "I cook by the sea", "Jump to Recipe"),
        title="Barley soup with smoked trout",
        author="Petra Lund",
        published="2020-11-08",
    ),
    Odd(
        "an advertised post",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Lock keeper (m/f/d) - Canal Authority of Tarnau - Careers</title>"""
        + linked(
            {
                "@context": "https://schema.org/",
                "@type": "JobPosting",
                "title": "Lock keeper (m/f/d)",
                "datePosted": "2022-09-14",
                "validThrough": "2022-10-31T00:00",
                "hiringOrganization": {"@type": "Organization", "name": "Canal Authority of Tarnau"},
            }
        )
        + """</head><body><header><a href="/">Canal Authority of Tarnau</a></header><div class="job-page"><div class="job-header"><h1>Lock keeper (m/f/d)</h1><ul class="job-facts"><li>Tarnau</li><li>Full time</li></ul></div><div class="job-section"><h2>What you will do</h2><ul><li>Work the lock at Nether Mill, about 30 boats a day</li><li>Keep the log of levels and gates</li></ul></div><div class="job-section"><h2>What you bring</h2><ul><li>A boat licence of class B</li><li>Readiness to work every second weekend</li></ul></div><div class="job-section"><h2>What we offer</h2><p>A house at the lock, 2,900 crowns a month and 30 days of leave.</p></div><a class="apply" href="/apply">Apply now</a></div><footer><a href="/privacy">Privacy</a></footer></body></html>""",
        has=(
            "Work the lock at Nether Mill, about 30 boats a day",
            "Keep the log of levels and gates",
            "A boat licence of class B",
            "A house at the lock, 2,900 crowns a month and 30 days of leave.",
        ),
        lacks=("Privacy",),
        title="Lock keeper (m/f/d)",
        published="2022-09-14",
        author="",
    ),
    Odd(
        "a list of what a house collects",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Clocks | Museum of Small Machines</title></head><body><div id="header"><ul><li><a href="/">Home</a></li><li><a href="/visit">Visit</a></li></ul></div><div id="content"><h1>Clocks</h1><p class="intro">The museum keeps 212 clocks, most of them from the valley.</p><div class="collection"><div class="item"><h2><a href="/c/1">Turret clock of Holm</a></h2><p>Made in 1694 of wrought iron. It lost four minutes a day until 1920.</p></div><div class="item"><h2><a href="/c/2">Clock of a night watchman</a></h2><p>It prints the hour on a strip of paper whenever a key is turned.</p></div><div class="item"><h2><a href="/c/3">Water clock</a></h2><p>A copy of 1961 after a drawing of the 11th century.</p></div><div class="item"><h2><a href="/c/4">Pigeon clock</a></h2><p>Used in races from 1930; it holds the rings of 15 birds.</p></div></div><p class="pages">Page 1 of 9</p></div><div id="footer"><p>Open Tuesday to Sunday</p></div></body></html>""",
        has=(
            "The museum keeps 212 clocks, most of them from the valley.",
            "It lost four minutes a day until 1920.",
            "It prints the hour on a strip of paper whenever a key is turned.",
            "A copy of 1961 after a drawing of the 11th century.",
            "it holds the rings of 15 birds.",
            "Turret clock of Holm",
        ),
        published="",
        author="",
    ),
    Odd(
        "a topic of Discourse without scripts",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Sourdough rises only on one side - Baking - Loaf Forum</title><meta property="og:title" content="Sourdough rises only on one side"><meta property="og:site_name" content="Loaf Forum"><meta property="article:published_time" content="2021-02-18T11:47:20+00:00"><meta name="generator" content="Discourse 2.7">"""
        + linked(
            {
                "@context": "http://schema.org",
                "@type": "DiscussionForumPosting",
                "headline": "Sourdough rises only on one side",
                "datePublished": "2021-02-18T11:47:20.123Z",
                "author": {"@type": "Person", "name": "crumb"},
                "comment": [
                    {
                        "@type": "Comment",
                        "text": "Turn the stone",
                        "author": {"@type": "Person", "name": "Ovenmaster"},
                        "datePublished": "2021-02-18T13:00:00Z",
                    }
                ],
            }
        )
        + """</head><body class="crawler"><header><a href="/">Loaf Forum</a></header><div id="main-outlet" class="wrap"><div id="topic-title"><h1><a href="/t/9">Sourdough rises only on one side</a></h1><div class="topic-category"><a href="/c/baking">Baking</a></div></div><div itemscope itemtype="http://schema.org/DiscussionForumPosting"><div id="post_1" class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator"><a href="/u/crumb"><span itemprop="name">crumb</span></a></span> <span class="crawler-post-infos"><time class="post-time" datetime="2021-02-18T11:47:20Z">February 18, 2021, 11:47am</time><span itemprop="position">1</span></span></div><div class="post" itemprop="articleBody"><p>For three weeks my loaves have risen on the left side only. I bake at 240 degrees with steam.</p></div><div class="crawler-linkback-list"></div></div><div id="post_2" itemprop="comment" itemscope itemtype="http://schema.org/Comment" class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator"><span itemprop="name">Ovenmaster</span></span><time class="post-time" datetime="2021-02-18T13:00:00Z">February 18, 2021, 1:00pm</time></div><div class="post" itemprop="text"><p>Turn the stone. Ovens of that make are up to 30 degrees hotter at the back.</p></div><div class="post-likes">3 Likes</div></div><div id="post_3" itemprop="comment" itemscope itemtype="http://schema.org/Comment" class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator"><span itemprop="name">crumb</span></span><time class="post-time" datetime="2021-02-21T08:30:00Z">February 21, 2021, 8:30am</time></div><div class="post" itemprop="text"><p>That was it, thank you. The crust is even on all sides now.</p></div></div></div><div id="related-topics" class="more-topics__list"><h3>Related topics</h3><table class="topic-list"><tr><td><a href="/t/4">Which flour for rye bread?</a></td><td>12</td><td>May 2019</td></tr></table></div></div><footer class="container"><a href="/about">About</a> <a href="/tos">Terms</a></footer></body></html>""",
        has=(
            "For three weeks my loaves have risen on the left side only. I bake at 240 degrees with steam.",
            "Ovens of that make are up to 30 degrees hotter at the back.",
            "The crust is even on all sides now.",
        ),
        lacks=("Which flour for rye bread",),
        title="Sourdough rises only on one side",
        author="crumb",
        published="2021-02-18",
    ),
    Odd(
        "a newsletter of Substack",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The price of salt - by Ove Strand - Coastal Ledger</title><meta property="og:type" content="article"><meta property="og:title" content="The price of salt"><meta name="author" content="Ove Strand">"""
        + linked(
            {
                "@context": "https://schema.org",
                "@type": "NewsArticle",
                "headline": "The price of salt",
                "description": "What a tax did",
                "datePublished": "2023-08-02T10:01:16+00:00",
                "dateModified": "2023-08-02T10:01:16+00:00",
                "isAccessibleForFree": True,
                "author": [{"@type": "Person", "name": "Ove Strand", "url": "https://substack.example/@ove"}],
                "publisher": {"@type": "Organization", "name": "Coastal Ledger"},
            }
        )
        + """</head><body><div id="entry"><div class="main-menu"><button>Subscribe</button><button>Sign in</button></div><div class="single-post-container"><article class="newsletter-post post"><div class="post-header"><h1 class="post-title published">The price of salt</h1><h3 class="subtitle">What a tax did to three harbours</h3><div class="byline-wrapper"><a href="#">Ove Strand</a><div class="meta">Aug 02, 2023</div></div><div class="post-ufi"><button>12</button><button>Share</button></div></div><div class="available-content"><div class="body markup"><p>In 1768 the crown put a tax of two shillings on every bushel of salt.</p><p>Within five years the herring fleet of Holm had shrunk from 60 boats to 22.<a class="footnote-anchor" id="fn-anchor-1" href="#fn-1">1</a></p><div class="subscription-widget-wrap"><div class="subscription-widget"><div class="preamble"><p>Coastal Ledger is a reader-supported publication. To receive new posts, consider becoming a free or paid subscriber.</p></div><form><input type="email"><button>Subscribe</button></form></div></div><p>Smuggling paid better than fishing, and everybody knew who did it.</p><div class="footnote"><a id="fn-1" href="#fn-anchor-1">1</a><div class="footnote-content"><p>The count is that of the customs house and leaves out boats under 20 feet.</p></div></div></div></div><div class="post-footer"><button>Share</button></div></article><div class="comments-page"><h4>Discussion about this post</h4><div class="comment"><p>My family were smugglers there!</p></div></div></div></div></body></html>""",
        has=(
            "In 1768 the crown put a tax of two shillings on every bushel of salt.",
            "had shrunk from 60 boats to 22.",
            "Smuggling paid better than fishing, and everybody knew who did it.",
            "leaves out boats under 20 feet.",
        ),
        lacks=("reader-supported", "My family were smugglers", "to 22.1"),
        title="The price of salt",
        author="Ove Strand",
        published="2023-08-02",
    ),
    Odd(
        "an old page of a university with preformatted text",
        """<html><head><title>Tide tables for Port Ellen</title></head><body><h1>Tide tables for Port Ellen</h1><hr><pre>
These tables were computed with the harmonic method from
readings of 1988 to 1996.  Heights are in metres.

  Date        High   Low
  1 May       3.2    0.4
  2 May       3.1    0.5

The gauge was moved by 40 metres in 1993, so that earlier
readings are 2 centimetres too high.
</pre><hr><address>Last modified: Tue Apr 22 14:03:11 MET DST 1997 / <a href="mailto:x@y.example">T. Garrod</a></address></body></html>""",
        has=("Heights are in metres.", "1 May 3.2 0.4", "readings are 2 centimetres too high."),
        title="Tide tables for Port Ellen",
        published="1997-04-22",
    ),
    Odd(
        "a wiki of a fan",
        """<!DOCTYPE html><html lang="en" dir="ltr"><head><meta charset="UTF-8"><title>Ironmoor Castle | Emberlands Wiki | Fandom</title><meta property="og:site_name" content="Emberlands Wiki"><meta property="og:title" content="Ironmoor Castle"></head><body class="skin-fandomdesktop mediawiki ns-0"><div class="global-navigation"><a href="/explore">Explore properties</a></div><div class="page"><main class="page__main"><header class="page-header"><div class="page-header__categories">in: <a href="/c">Castles</a></div><h1 class="page-header__title" id="firstHeading"><span class="mw-page-title-main">Ironmoor Castle</span></h1><div class="page-header__actions"><a href="?action=edit">Edit</a></div></header><div id="content" class="page-content"><div id="mw-content-text" class="mw-body-content"><div class="mw-parser-output"><aside role="region" class="portable-infobox"><h2 class="pi-item pi-title">Ironmoor Castle</h2><div class="pi-item pi-data"><h3 class="pi-data-label">Founded</h3><div class="pi-data-value">Year 212</div></div></aside><p><b>Ironmoor Castle</b> is the seat of the Wardens in the north of the Emberlands. It has nine towers and is never lit at night.</p><div id="toc" class="toc"><h2>Contents</h2><ul><li><a href="#History">1 History</a></li></ul></div><h2><span class="mw-headline" id="History">History</span><span class="mw-editsection">[<a href="?edit">edit</a>]</span></h2><p>The castle was besieged for 40 days in the year 388 and fell only when its well ran dry.<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup></p><dl><dt>The well</dt><dd>It is 70 fathoms deep and tastes of iron.</dd></dl><div class="mw-references-wrap"><ol class="references"><li id="cite_note-1">Third book, chapter 9</li></ol></div></div></div></div></main><aside class="page__right-rail"><section class="rail-module"><h2>Popular pages</h2><a href="/w/Ash">Ash Queen of the south</a></section></aside></div><footer class="global-footer"><p>Community content is available under CC-BY-SA.</p></footer></body></html>""",
        has=(
            "It has nine towers and is never lit at night.",
            "fell only when its well ran dry.",
            "It is 70 fathoms deep and tastes of iron.",
        ),
        lacks=("Ash Queen", "Explore properties", "dry.[1]", "Community content"),
        title="Ironmoor Castle",
        author="",
        published="",
    ),
)

SECOND = (
    Odd(
        "a post of Ghost",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>How we lost the orchard</title><meta name="generator" content="Ghost 3.0"><meta property="og:site_name" content="Slow Acres"></head><body class="post-template tag-farm"><div class="site-wrapper"><header class="site-header"><nav class="site-nav"><a class="site-nav-logo" href="/">Slow Acres</a><ul class="nav"><li><a href="/about/">About</a></li></ul></nav></header><main id="site-main" class="site-main outer"><article class="post-full post tag-farm no-image"><header class="post-full-header"><section class="post-full-tags"><a href="/tag/farm/">Farm</a></section><h1 class="post-full-title">How we lost the orchard</h1><p class="post-full-custom-excerpt">A frost in May took all but nine of our 140 trees.</p><div class="post-full-byline"><section class="post-full-byline-content"><ul class="author-list"><li class="author-list-item"><div class="author-card"><div class="basic-info"><h2>Ruth Amsel</h2><p>Grows apples and writes about it.</p></div></div></li></ul><div class="post-full-byline-meta"><h4 class="author-name"><a href="/author/ruth/">Ruth Amsel</a></h4><div class="byline-meta-content"><time class="byline-meta-date" datetime="2019-04-02">2 Apr 2019</time><span class="byline-reading-time"><span class="bull">&bull;</span> 4 min read</span></div></div></section></div></header><section class="post-full-content"><div class="post-content"><p>The night of the 4th was clear and still, and at three in the morning it was six below.</p><figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://weather.example/frost"><div class="kg-bookmark-content"><div class="kg-bookmark-title">Frost records of the county</div><div class="kg-bookmark-description">All readings since 1901.</div></div></a></figure><p>We lit straw between the rows, as my father did in 1981, but there were only two of us.</p><h3 id="what-now">What now?</h3><p>New trees will bear in seven years. Until then we will sell hay.</p></div></section></article></main><aside class="read-next outer"><div class="inner"><div class="read-next-feed"><article class="post-card post"><div class="post-card-content"><h2 class="post-card-title">Why bees hate Mondays</h2><section class="post-card-excerpt"><p>A note on habits.</p></section><footer class="post-card-meta"><time datetime="2019-06-11">11 Jun 2019</time></footer></div></article></div></div></aside><footer class="site-footer"><section class="copyright">Slow Acres &copy; 2024</section></footer></div></body></html>""",
        has=(
            "A frost in May took all but nine of our 140 trees.",
            "at three in the morning it was six below.",
            "as my father did in 1981, but there were only two of us.",
            "New trees will bear in seven years.",
        ),
        lacks=("Why bees hate Mondays", "A note on habits", "4 min read"),
        title="How we lost the orchard",
        author="Ruth Amsel",
        published="2019-04-02",
    ),
    Odd(
        "an article of Arc with a change",
        """<!DOCTYPE html><html lang="en"><head><title>County sells its last ferry - The Port Ledger</title><meta property="og:title" content="County sells its last ferry"></head><body><div id="fusion-app"><nav data-qa="nav"><a href="/">The Port Ledger</a></nav><main id="main-content"><header class="w-100"><div data-qa="kicker"><a href="/local">Local</a></div><h1 data-qa="headline"><span data-qa="headline-opinion-text">County sells its last ferry</span></h1><div class="author-name-wrapper"><div data-qa="author-byline">By <a href="/people/lena-ortiz/" rel="author" data-qa="author-name">Lena Ortiz</a></div></div><div class="display-date" data-qa="display-date">Updated March 4, 2022 at 10:12 a.m. EST|Published March 3, 2022 at 6:00 a.m. EST</div></header><div data-qa="subscribe-promo"><p>Get the full experience. Choose your plan</p></div><article data-qa="main"><div class="article-body"><p data-el="text">The county has sold the Marigold, its last ferry, to a diving school for $1.</p><p data-el="text">The ship, built in 1967, cost $310,000 a year to keep.</p><div data-qa="article-body-ad">ADVERTISEMENT</div><p data-el="text">From June it will lie 24 meters under water off Gull Point.</p></div><div data-qa="comments-btn"><a href="#comments">Comments 88</a></div></article><aside><h2>Most read</h2><ol><li><a href="/1">Snow closes three passes</a></li></ol></aside></main></div></body></html>""",
        has=(
            "The county has sold the Marigold, its last ferry, to a diving school for $1.",
            "The ship, built in 1967, cost $310,000 a year to keep.",
            "From June it will lie 24 meters under water off Gull Point.",
        ),
        lacks=("ADVERTISEMENT", "Get the full experience", "Snow closes"),
        title="County sells its last ferry",
        author="Lena Ortiz",
        published="2022-03-03",
    ),
    Odd(
        "a node of Drupal 7 in the American order",
        """<!DOCTYPE html><html lang="en" dir="ltr"><head><meta charset="utf-8"><meta name="Generator" content="Drupal 7 (http://drupal.org)"><title>Trail 14 reopens after slide | Friends of Mount Sorrow</title></head><body class="html not-front node-type-story"><div id="page"><div id="header"><div id="name-and-slogan"><div id="site-name"><strong><a href="/" rel="home">Friends of Mount Sorrow</a></strong></div></div></div><div id="main"><div id="content" class="column"><div class="section"><h1 class="title" id="page-title">Trail 14 reopens after slide</h1><div class="tabs"></div><div class="region region-content"><div id="block-system-main" class="block"><div class="content"><div id="node-88" class="node node-story"><div class="meta submitted"><span property="dc:date dc:created">Submitted by admin on Tue, 05/06/2014 - 14:22</span></div><div class="content"><div class="field field-name-body"><div class="field-items"><div class="field-item even"><p>Volunteers moved 60 tons of rock by hand, and the trail is open again.</p><p>The bridge at mile 3 will stay closed to horses until it has been weighed with 2 tons.</p></div></div></div></div><ul class="links inline"><li class="comment-add"><a href="/user/login">Log in</a> to post comments</li></ul></div></div></div></div></div></div><div id="sidebar-second" class="column sidebar"><div class="block"><h2>Recent posts</h2><ul><li><a href="/n/91">Moose on the access road</a> 05/19/2014</li></ul></div></div></div><div id="footer">&copy; 2016 Friends of Mount Sorrow</div></div></body></html>""",
        has=(
            "Volunteers moved 60 tons of rock by hand, and the trail is open again.",
            "The bridge at mile 3 will stay closed to horses until it has been weighed with 2 tons.",
        ),
        lacks=("Moose on the access", "Log in"),
        title="Trail 14 reopens after slide",
        author="",
        published="2014-05-06",
    ),
    Odd(
        "an article of Joomla in German",
        """<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="de-de" lang="de-de"><head><base href="https://www.tsv-moorhaus.example/aktuelles/88" /><meta http-equiv="content-type" content="text/html; charset=utf-8" /><meta name="author" content="Super User" /><meta name="generator" content="Joomla! - Open Source Content Management" /><title>Turnhalle bleibt bis Ostern zu</title></head><body class="site com_content view-article"><div class="body"><div class="container"><header class="header"><a class="brand" href="/"><span class="site-title">TSV Moorhaus</span></a></header><nav class="navigation"><ul class="nav menu"><li><a href="/">Start</a></li><li><a href="/verein">Verein</a></li></ul></nav><div class="row-fluid"><main id="content" class="span9"><div class="item-page" itemscope itemtype="https://schema.org/Article"><div class="page-header"><h2 itemprop="headline">Turnhalle bleibt bis Ostern zu</h2></div><dl class="article-info muted"><dt class="article-info-term">Details</dt><dd class="createdby" itemprop="author" itemscope itemtype="https://schema.org/Person">Geschrieben von <span itemprop="name">Heiko Brand</span></dd><dd class="category-name">Kategorie: <a href="/aktuelles">Aktuelles</a></dd><dd class="published"><time datetime="2017-02-12T18:00:00+01:00" itemprop="datePublished">Veröffentlicht: 12. Februar 2017</time></dd><dd class="hits">Zugriffe: 803</dd></dl><div itemprop="articleBody"><p>Im Dach der Turnhalle wurden an 14 Stellen Risse gefunden.</p><p>Die Gemeinde rechnet mit Kosten von 230.000 Euro; der Verein weicht solange nach Ahrendorf aus.</p></div><ul class="pager pagenav"><li class="previous"><a href="/87">Zurück</a></li><li class="next"><a href="/89">Weiter</a></li></ul></div></main><div id="aside" class="span3"><div class="well"><h3>Termine</h3><p>Hauptversammlung am 24.03.2017</p></div></div></div></div></div></body></html>""",
        has=(
            "Im Dach der Turnhalle wurden an 14 Stellen Risse gefunden.",
            "Die Gemeinde rechnet mit Kosten von 230.000 Euro; der Verein weicht solange nach Ahrendorf aus.",
        ),
        lacks=("Hauptversammlung", "Zugriffe"),
        title="Turnhalle bleibt bis Ostern zu",
        author="Heiko Brand",
        published="2017-02-12",
    ),
    Odd(
        "a note of TYPO3 with a short year",
        """<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><meta name="generator" content="TYPO3 CMS"><title>Neue Messstelle an der Ruhne - Wasserverband Ruhne</title></head><body id="p12"><header><a href="/">Wasserverband Ruhne</a></header><div id="breadcrumb">Sie sind hier: <a href="/">Start</a> &gt; <a href="/news">Meldungen</a></div><div id="content"><div id="c88" class="frame frame-type-list"><div class="news news-single"><div class="article"><div class="header"><h1>Neue Messstelle an der Ruhne</h1></div><div class="footer"><p><span class="news-list-date">09.07.18</span> <span class="news-list-category">Gewässer</span></p></div><div class="teaser-text"><p>Seit Montag misst der Verband den Pegel alle fünf Minuten statt einmal am Tag.</p></div><div class="news-text-wrap"><p>Die Anlage steht 300 Meter unterhalb der Mühle und hat 41.000 Euro gekostet. Davon trägt das Land die Hälfte.</p><p>Die Werte sind für jeden abrufbar.</p></div><div class="news-related-wrap"><h4>Verwandte Nachrichten</h4><ul><li>02.05.18 <a href="/n/3">Hecken am Oberlauf</a></li></ul></div><div class="news-backlink-wrap"><a href="/news">Zurück</a></div></div></div></div></div><footer><p>Stand: 2024</p></footer></body></html>""",
        has=(
            "Seit Montag misst der Verband den Pegel alle fünf Minuten statt einmal am Tag.",
            "Die Anlage steht 300 Meter unterhalb der Mühle und hat 41.000 Euro gekostet.",
            "Die Werte sind für jeden abrufbar.",
        ),
        lacks=("Hecken am Oberlauf", "Sie sind hier"),
        title="Neue Messstelle an der Ruhne",
        author="",
        published="2018-07-09",
    ),
    Odd(
        "a French paper that shows two days",
        """<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Le phare de Kervor change de mains - Le Courrier des Îles</title></head><body><header class="header"><a href="/" class="logo">Le Courrier des Îles</a><span class="today">jeudi 6 juin 2024</span></header><main><article class="article"><h1 class="article__title">Le phare de Kervor change de mains</h1><p class="article__chapo">L'État a vendu le phare pour un euro à une association de 40 habitants.</p><div class="article__infos"><span class="article__author">Par Claire Morin</span><span class="article__date">Publié le 12/03/2018 à 18h22, mis à jour le 13/03/2018 à 07h10</span></div><div class="article__body"><p>Construit en 1864, il n'a plus de gardien depuis 1993. La toiture laisse passer l'eau depuis six hivers.</p><p class="read-also"><strong>À lire aussi :</strong> <a href="/x">La criée ferme le lundi</a></p><p>Les travaux coûteront 280 000 euros, dont un tiers viendra de la région.</p></div><div class="article__tags"><a href="/t/phare">phare</a></div></article><section class="comments"><h2>Commentaires</h2><p class="comment__meta">Yann, le 14/03/2018 à 09h00</p><p>Enfin une bonne nouvelle.</p></section></main><footer>&copy; Le Courrier des Îles 2024 - Mentions légales</footer></body></html>""",
        has=(
            "L'État a vendu le phare pour un euro à une association de 40 habitants.",
            "Construit en 1864, il n'a plus de gardien depuis 1993.",
            "Les travaux coûteront 280 000 euros, dont un tiers viendra de la région.",
        ),
        lacks=("La criée ferme", "Enfin une bonne nouvelle", "Mentions légales"),
        title="Le phare de Kervor change de mains",
        author="Claire Morin",
        published="2018-03-12",
    ),
    Odd(
        "a Spanish paper with short months",
        """<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>El último molino cierra | El Faro de Ultra</title><meta property="og:site_name" content="El Faro de Ultra"></head><body><header><a href="/">El Faro de Ultra</a></header><article><header><h1>El último molino cierra</h1><h2 class="a_st">La harina costaba el doble que la de fuera</h2><div class="a_md"><div class="a_md_a"><a href="/autor/ines-roca/">Inés Roca</a></div><span class="a_md_f">Puerto Ultra - <a href="/hemeroteca/2020-01-12/"><time>12 ene 2020 - 05:00 CET</time></a></span></div></header><div class="a_c"><p>El molino de la calle Real ha molido trigo durante 212 años. El viernes se paró.</p><p>Su dueña, de 79 años, no encontró a nadie que quisiera seguir. "Se levanta uno a las tres", dijo.</p><p>El edificio será una biblioteca en 2022, según el ayuntamiento.</p></div><div class="a_tags"><h3>Archivado en:</h3><a href="/noticias/molinos">Molinos</a></div></article><aside><h3>Lo más visto</h3><ol><li><a href="/2">Treinta perros y un alcalde</a></li></ol></aside></body></html>""",
        has=(
            "El molino de la calle Real ha molido trigo durante 212 años.",
            "no encontró a nadie que quisiera seguir.",
            "El edificio será una biblioteca en 2022, según el ayuntamiento.",
        ),
        lacks=("Treinta perros", "Archivado en"),
        title="El último molino cierra",
        author="Inés Roca",
        published="2020-01-12",
    ),
    Odd(
        "a small-town paper with assets around",
        """<!DOCTYPE html><html lang="en"><head><meta charset="UTF-8"><title>Council delays vote on water rates | News | dunmoreherald.example</title><meta property="og:title" content="Council delays vote on water rates"><meta name="author" content="PAT QUIGLEY pquigley@dunmoreherald.example"></head><body><div id="site-navbar-container"><a href="/">Dunmore Herald</a></div><main class="container"><div class="row"><section id="main-page-container" class="main-content"><article class="asset"><header class="asset-header"><h1 class="headline"><span itemprop="headline">Council delays vote on water rates</span></h1><div class="meta"><span><ul class="list-inline"><li class="hidden-print"><span itemprop="author" class="tnt-byline">PAT QUIGLEY pquigley@dunmoreherald.example</span></li><li class="hidden-print"><time datetime="2016-08-30T13:45:00-05:00" class="tnt-date asset-date text-muted">Aug 30, 2016</time></li><li class="visible-print"><a href="#comments">0</a></li></ul></span></div></header><div class="asset-content"><div id="article-body" class="asset-body"><div class="subscriber-preview"><p>The council put off a vote on higher water rates for the third time Monday.</p></div><div class="subscriber-only"><p>Under the plan a household would pay $4.10 more a month from January.</p><p>Three of the seven members said they had not seen the figures.</p></div></div><div class="tncms-region"><div class="card-panel"><h3>Watch now: Related Video</h3></div></div></div><div class="card related-content"><article class="tnt-asset-type-article"><h3 class="tnt-headline"><a href="/x">Pool to open late</a></h3><time datetime="2016-09-02T08:00:00-05:00" class="tnt-date asset-date">Sep 2, 2016</time></article></div></article></section></div></main><footer>&copy; Copyright 2023 Dunmore Herald, 1 Main St. Dunmore</footer></body></html>""",
        has=(
            "The council put off a vote on higher water rates for the third time Monday.",
            "Under the plan a household would pay $4.10 more a month from January.",
            "Three of the seven members said they had not seen the figures.",
        ),
        lacks=("Pool to open late", "pquigley@"),
        title="Council delays vote on water rates",
        author="PAT QUIGLEY",
        published="2016-08-30",
    ),
    Odd(
        "figures in the British order",
        """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Allotment waiting list reaches 400</title></head><body><div class="masthead"><a href="/">Stoke Parish Council</a></div><div class="content"><h2>Allotment waiting list reaches 400</h2><p class="newsdate">03/04/2013</p><p>More than 400 people are waiting for one of the parish's 62 plots.</p><p>At the present rate the last of them will get one in 2041, the clerk said.</p></div><div class="side"><h3>Next meeting</h3><p>11/04/2013 at 7pm</p></div></body></html>""",
        has=(
            "More than 400 people are waiting for one of the parish's 62 plots.",
            "At the present rate the last of them will get one in 2041, the clerk said.",
        ),
        title="Allotment waiting list reaches 400",
        author="",
        published="2013-04-03",
    ),
    Odd(
        "a day in the address alone",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A short history of the left-handed spoon</title></head><body><div id="wrap"><div id="head"><h1><a href="/">Kitchen Oddities</a></h1></div><div id="content"><div class="post"><h2 class="storytitle"><a href="/2009/11/20/left-handed-spoon/">A short history of the left-handed spoon</a></h2><div class="storycontent"><p>The first spoon with a lip on the right was sold in Sheffield in 1884 for ninepence.</p><p>About 3,000 were made. The museum there has two.</p></div></div><h2 id="comments">2 Comments</h2><ol id="commentlist"><li id="comment-1"><p>I still use my aunt's.</p><p><cite>Comment by Nell &#8212; November 23, 2009 @ <a href="#comment-1">10:02 pm</a></cite></p></li><li id="comment-2"><p>Mine broke.</p><p><cite>Comment by Ida &#8212; January 5, 2010 @ <a href="#comment-2">1:15 pm</a></cite></p></li></ol></div><div id="menu"><ul><li>Archives:<ul><li><a href="/2010/01/">January 2010</a></li></ul></li></ul></div></div></body></html>""",
        has=(
            "The first spoon with a lip on the right was sold in Sheffield in 1884 for ninepence.",
            "About 3,000 were made. The museum there has two.",
        ),
        lacks=("my aunt's", "January 2010"),
        title="A short history of the left-handed spoon",
        author="",
        published="2009-11-20",
        address="https://kitchenoddities.example/2009/11/20/left-handed-spoon/",
    ),
    Odd(
        "no day but those of comments and rights",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Knots for wet rope</title></head><body><header><a href="/">Bosun's corner</a></header><article><h1>Knots for wet rope</h1><p>A bowline slips in wet nylon after about 200 pulls; a double one holds.</p><p>We tried eleven knots in a bath of salt water. Four came undone.</p></article><div class="comments-area"><div class="comment"><b>Rolf</b> <span class="date">June 8, 2015</span><p>Try polyester.</p></div></div><footer>&copy; 2012-2020 Bosun's corner</footer></body></html>""",
        has=("A bowline slips in wet nylon after about 200 pulls; a double one holds.", "Four came undone."),
        lacks=("Try polyester",),
        title="Knots for wet rope",
        author="",
        published="",
    ),
    Odd(
        "a story of Medium without data",
        """<!doctype html><html lang="en"><head><title>What a lighthouse taught me about deadlines | by Sena Adler | The Slow Desk | Medium</title><meta property="og:title" content="What a lighthouse taught me about deadlines"><meta name="author" content="Sena Adler"></head><body><div id="root"><div class="a b"><nav><a href="/">Open in app</a><a href="/signin">Sign in</a></nav><article><div><section><h1 class="pw-post-title">What a lighthouse taught me about deadlines</h1><div><a href="/@sena"><p>Sena Adler</p></a><button>Follow</button><div><span>6 min read</span><span>·</span><span>Jul 3, 2018</span></div></div><div><button>--</button><button>Listen</button><button>Share</button></div><p class="pw-post-body-paragraph">The keeper of Ness Point climbs 214 steps every evening, whether a ship is due or not.</p><p class="pw-post-body-paragraph">In 38 years he was late once, by four minutes, and wrote it in the log.</p><blockquote><p>"A light that comes on later is a rock."</p></blockquote><p class="pw-post-body-paragraph">I have kept a log of my own since March.</p></section></div></article><div><a href="/tag/work">Work</a></div><div><h2>Written by Sena Adler</h2><p>Writes on small habits. 1.2K Followers</p></div><div><h2>More from Sena Adler and The Slow Desk</h2><article><a href="/x"><h2>Ten chairs I have owned</h2></a><span>Jan 9, 2021</span></article></div></div></div></body></html>""",
        has=(
            "The keeper of Ness Point climbs 214 steps every evening, whether a ship is due or not.",
            "In 38 years he was late once, by four minutes, and wrote it in the log.",
            "A light that comes on later is a rock.",
            "I have kept a log of my own since March.",
        ),
        lacks=("Ten chairs", "1.2K Followers", "6 min read"),
        title="What a lighthouse taught me about deadlines",
        author="Sena Adler",
        published="2018-07-03",
    ),
    Odd(
        "a post of Tumblr",
        """<!DOCTYPE html><html><head><title>glass and rain — The bakery on Orchard Street had a...</title><meta property="og:type" content="tumblr-feed:tumblelog"></head><body class="permalink"><div id="header"><h1><a href="/">glass and rain</a></h1><div id="description">pictures of a small town</div></div><div id="content"><div class="post text"><div class="body"><p>The bakery on Orchard Street had a line of 60 people this morning, in the snow.</p><p>It closes for good on Saturday, after 91 years.</p></div><div class="footer">Posted 5 years ago on <a href="/post/31">March 2, 2011</a> with <a href="#notes">34 notes</a></div></div><ol class="notes"><li class="note like">winterling liked this</li><li class="note reblog">saltmarsh reblogged this from glassandrain</li></ol></div></body></html>""",
        has=(
            "The bakery on Orchard Street had a line of 60 people this morning, in the snow.",
            "It closes for good on Saturday, after 91 years.",
        ),
        lacks=("winterling liked", "saltmarsh reblogged"),
        author="",
        published="2011-03-02",
    ),
    Odd(
        "a Japanese paper",
        """<!DOCTYPE html><html lang="ja"><head><meta charset="UTF-8"><title>浜野の渡し船、48年で幕 - 浜野新聞</title></head><body><header><a href="/">浜野新聞</a><ul><li><a href="/news">ニュース</a></li></ul></header><main><article><h1>浜野の渡し船、48年で幕</h1><p class="date">2021年5月6日 15時04分</p><p>浜野市は6日、渡し船の運航を今月末で終えると発表した。1日の利用者は12人だった。</p><p>市によると、年間の費用は2300万円に上る。代わりに小型バスを走らせる。</p><p>船は1973年に造られた。</p></article><section><h2>関連ニュース</h2><ul><li><a href="/n/2">港の倉庫で火事</a> 2021年5月9日</li></ul></section></main><footer>Copyright 浜野新聞 2024</footer></body></html>""",
        has=("1日の利用者は12人だった。", "年間の費用は2300万円に上る。", "船は1973年に造られた。"),
        lacks=("港の倉庫で火事",),
        title="浜野の渡し船、48年で幕",
        published="2021-05-06",
    ),
    Odd(
        "a Polish portal",
        """<!DOCTYPE html><html lang="pl"><head><meta charset="utf-8"><title>Most na Wirnie zamknięty do wiosny - Kurier Wirneński</title></head><body><div class="top"><a href="/">Kurier Wirneński</a></div><div class="news"><h1>Most na Wirnie zamknięty do wiosny</h1><div class="news-info"><span>Dodano: 14 lutego 2016, 10:12</span> <span>Aktualizacja: 15 lutego 2016, 08:00</span> <span>Autor: Ewa Zaręba</span></div><div class="news-text"><p><b>Inspektorzy znaleźli pęknięcia w trzech z ośmiu przęseł.</b></p><p>Objazd prowadzi przez Lipiny i jest dłuższy o 22 kilometry. Naprawa ma kosztować 4 miliony złotych.</p><p>Ostatni raz most zamknięto w 1997 roku, po powodzi.</p></div></div><div class="komentarze"><h3>Komentarze</h3><p>~gość 16.02.2016: A nie mówiłem?</p></div><div class="stopka">© 2016 Kurier Wirneński</div></body></html>""",
        has=(
            "Inspektorzy znaleźli pęknięcia w trzech z ośmiu przęseł.",
            "Naprawa ma kosztować 4 miliony złotych.",
            "Ostatni raz most zamknięto w 1997 roku, po powodzi.",
        ),
        lacks=("A nie mówiłem",),
        title="Most na Wirnie zamknięty do wiosny",
        author="Ewa Zaręba",
        published="2016-02-14",
    ),
    Odd(
        "a post of Wix",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Three mistakes with clay</title><meta property="og:site_name" content="Potter Lane"></head><body><div id="SITE_CONTAINER"><header id="SITE_HEADER"><a href="/">Potter Lane</a></header><main id="PAGES_CONTAINER"><div class="post-page" data-hook="post"><article><div data-hook="post-header"><ul><li><span data-hook="user-name" class="user-name" title="Greta Voss">Greta Voss</span></li><li><span data-hook="time-ago" class="post-metadata__date time-ago" title="Sep 12, 2020">Sep 12, 2020</span></li><li><span data-hook="time-to-read" title="3 min read">3 min read</span></li></ul></div><h1 data-hook="post-title"><span class="blog-post-title-font">Three mistakes with clay</span></h1><p data-hook="post-last-updated">Updated: <span data-hook="time-ago">Oct 3, 2020</span></p><div class="post-content__body"><div data-id="rich-content-viewer"><p id="v1"><span>I fired my first forty bowls too fast, and 31 of them cracked.</span></p><p id="v2"><span>Clay from the river has to rest for at least two winters.</span></p><p id="v3"><span>And never glaze a pot that has been on the radiator.</span></p></div></div></article><footer><div><button>Share</button><span>112 views</span><span>0 comments</span></div></footer></div><div data-hook="recent-posts"><h2>Recent Posts</h2><div><a href="/post/2"><h2>Wheels I have known</h2></a></div></div></main></div></body></html>""",
        has=(
            "I fired my first forty bowls too fast, and 31 of them cracked.",
            "Clay from the river has to rest for at least two winters.",
            "And never glaze a pot that has been on the radiator.",
        ),
        lacks=("Wheels I have known", "112 views"),
        title="Three mistakes with clay",
        author="Greta Voss",
        published="2020-09-12",
    ),
    Odd(
        "a post of Squarespace that shows no year",
        """<!DOCTYPE html><html lang="en-US"><head><meta charset="utf-8"><title>Opening the north wing &mdash; Haldane House</title><meta property="og:site_name" content="Haldane House"><meta property="og:title" content="Opening the north wing &mdash; Haldane House"><meta itemprop="datePublished" content="2021-03-25T09:00:00-0400"><meta itemprop="dateModified" content="2021-04-02T10:00:00-0400"><meta itemprop="author" content="Haldane House"></head><body class="view-item collection-type-blog"><header id="header"><a href="/">Haldane House</a></header><main id="page"><article class="h-entry entry"><div class="blog-item-inner-wrapper"><div class="blog-item-title"><h1 class="entry-title p-name">Opening the north wing</h1></div><div class="blog-item-meta-wrapper"><time class="dt-published blog-meta-item" datetime="Mar 25">Mar 25</time> <a href="/blog?author=1" class="blog-author-name">Written By <span>Ira Kemble</span></a></div><div class="blog-item-content e-content"><div class="sqs-layout"><div class="sqs-block html-block"><div class="sqs-block-content"><p>After nine years of work the north wing opens on May 1. It was closed in 1942.</p></div></div><div class="sqs-block html-block"><div class="sqs-block-content"><p>Visitors will see 14 rooms, among them the nursery with its painted ceiling.</p></div></div></div></div></div></article><section id="itemPagination"><a href="/blog/next"><h2>A clock comes home</h2></a></section></main><footer id="footer">Haldane House, open daily</footer></body></html>""",
        has=(
            "After nine years of work the north wing opens on May 1. It was closed in 1942.",
            "Visitors will see 14 rooms, among them the nursery with its painted ceiling.",
        ),
        lacks=("A clock comes home",),
        title="Opening the north wing",
        author="Ira Kemble",
        published="2021-03-25",
    ),
    Odd(
        "a thread of vBulletin",
        """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"><html dir="ltr" lang="en-US"><head><meta name="generator" content="vBulletin 3.6.8"/><title>Carburetor icing at idle - Radial Owners Forum</title></head><body><table class="tborder" width="100%"><tr><td class="alt1"><span class="navbar"><a href="index.php">Radial Owners Forum</a></span> &gt; <a href="f.php?f=2">Engines</a> <strong>Carburetor icing at idle</strong></td></tr></table>
<div id="posts"><table id="post700" class="tborder" cellpadding="6" width="100%"><tr><td class="thead">12-04-2007, 08:15 PM</td><td class="thead" align="right">#<a href="showpost.php?p=700">1</a></td></tr><tr valign="top"><td class="alt2" width="175"><div id="postmenu_700"><a class="bigusername" href="member.php?u=9">flatspin</a></div><div class="smallfont">Senior Member</div><div class="smallfont"><div>Join Date: Mar 2004</div><div>Posts: 389</div></div></td><td class="alt1" id="td_post_700"><div class="smallfont"><strong>Carburetor icing at idle</strong></div><hr size="1"/><div id="post_message_700">My engine coughs at 900 rpm whenever it is between 2 and 6 degrees outside.<br/><br/>The heat box was rebuilt in October. What else can I check?</div></td></tr></table>
<table id="post701" class="tborder" cellpadding="6" width="100%"><tr><td class="thead">12-05-2007, 06:40 AM</td><td class="thead" align="right">#<a href="showpost.php?p=701">2</a></td></tr><tr valign="top"><td class="alt2" width="175"><a class="bigusername" href="member.php?u=12">Wilma R</a><div class="smallfont">Junior Member</div></td><td class="alt1" id="td_post_701"><div id="post_message_701">Look at the gasket under the carburetor. On mine it was split for 3 inches, and no light showed through.</div></td></tr></table></div>
<div class="smallfont" align="center">All times are GMT -4. The time now is 11:02 AM.</div><div align="center">Powered by vBulletin&reg; Version 3.6.8</div></body></html>""",
        has=(
            "My engine coughs at 900 rpm whenever it is between 2 and 6 degrees outside.",
            "The heat box was rebuilt in October. What else can I check?",
            "On mine it was split for 3 inches, and no light showed through.",
        ),
        lacks=("All times are GMT", "Powered by vBulletin", "Senior Member"),
        title="Carburetor icing at idle",
        published="2007-12-04",
    ),
    Odd(
        "a release with its day in the dateline",
        """<html><head><title>Sorel Optics opens plant in Brask</title></head><body><div id="nav"><a href="/">Sorel Optics</a> <a href="/press">Press</a></div><div id="main"><h1>Sorel Optics opens plant in Brask</h1><p>BRASK, 3 March 2015 &ndash; Sorel Optics today opened a plant that will make 40,000 lenses a day, the company said.</p><p>It has invested 18 million crowns and taken on 95 people. A second line is to follow in 2017.</p><p>About Sorel Optics</p><p>Sorel Optics was founded in 1958 and employs 1,300 people.</p></div><div id="foot">&copy; 2015 Sorel Optics</div></body></html>""",
        has=(
            "opened a plant that will make 40,000 lenses a day, the company said.",
            "It has invested 18 million crowns and taken on 95 people.",
            "Sorel Optics was founded in 1958 and employs 1,300 people.",
        ),
        title="Sorel Optics opens plant in Brask",
        author="",
        published="2015-03-03",
    ),
    Odd(
        "a post of Jekyll with notes",
        """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Counting trains with a microphone | nils builds things</title><meta name="generator" content="Jekyll v3.6.0"/><meta property="og:title" content="Counting trains with a microphone"/><meta name="author" content="Nils Aker"/></head><body><header class="site-header" role="banner"><a class="site-title" href="/">nils builds things</a></header><main class="page-content"><div class="wrapper"><article class="post" itemscope itemtype="http://schema.org/BlogPosting"><header class="post-header"><h1 class="post-title" itemprop="name headline">Counting trains with a microphone</h1><p class="post-meta"><time datetime="2017-10-19T00:00:00+00:00" itemprop="datePublished">Oct 19, 2017</time></p></header><div class="post-content" itemprop="articleBody"><p>A freight train at 400 metres is 11 decibels louder than the road.<sup id="fnref:1"><a href="#fn:1" class="footnote">1</a></sup></p><figure class="highlight"><pre><code class="language-python">peaks = [t for t in level if t &gt; 62]
print(len(peaks))</code></pre></figure><p>In one week I counted 163 trains; the timetable has 160.</p><div class="footnotes"><ol><li id="fn:1"><p>Measured at night, without wind. <a href="#fnref:1" class="reversefootnote">&#8617;</a></p></li></ol></div></div></article><div class="related"><h2>Related Posts</h2><ul class="related-posts"><li><h3><a href="/2017/12/02/door">A door that knows me <small>02 Dec 2017</small></a></h3></li></ul></div></div></main><footer class="site-footer">nils builds things</footer></body></html>""",
        has=(
            "A freight train at 400 metres is 11 decibels louder than the road.",
            "peaks = [t for t in level if t > 62]",
            "In one week I counted 163 trains; the timetable has 160.",
            "Measured at night, without wind.",
        ),
        lacks=("A door that knows me", "road.1"),
        title="Counting trains with a microphone",
        author="Nils Aker",
        published="2017-10-19",
    ),
)
