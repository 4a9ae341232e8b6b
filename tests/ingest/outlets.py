# ruff: noqa: E501 - pages stand as the systems write them
"""Pages as papers, offices, blogs and agencies of many lands deliver them today, whole, with all that stands around.

Places and people are invented. A field that is empty must stay unknown.
"""

from __future__ import annotations

from tests.ingest.odd_pages import Odd

A = "The Orrin Valley school board voted 6 to 1 on Monday to close two elementary schools at the end of the term."
B = "Enrollment in the district has fallen from 4,310 pupils in 2014 to 3,120 this year, according to state figures."
C = "“We looked at every other way to save $2.4 million, and there was none left,” said the board’s chair, Marta Kell."
D = "Parents who filled the gymnasium said that the board had given them only nine days to read a report of 180 pages."
E = "The buildings, which date from 1958 and 1963, will be offered to the county first and then sold at auction."
F = "A petition against the closings had 1,950 signatures by Tuesday morning, its organizers said."
BODY = (A, B, C, D, E, F)
TITLE = "Orrin Valley board votes to close two schools"


def paragraphs(*words: str, name: str = "") -> str:
    given = f' class="{name}"' if name else ""
    return "\n".join(f"<p{given}>{one}</p>" for one in words)


WORDPRESS = Odd(
    "WordPress with Newspack: byline, share row, donation box, related posts, author box",
    f"""<!DOCTYPE html><html lang="en-US"><head><meta charset="UTF-8"><title>{TITLE} - Orrin Valley Beacon</title>
<link rel="canonical" href="https://orrinbeacon.example/2024/03/12/orrin-valley-board-votes-to-close-two-schools/">
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="Orrin Valley Beacon">
<meta property="og:description" content="Enrollment has fallen by a quarter in ten years.">
<script type="application/ld+json" class="yoast-schema-graph">{{"@context":"https://schema.org","@graph":[{{"@type":"NewsArticle","headline":"{TITLE}","datePublished":"2024-03-12T11:04:19+00:00","dateModified":"2024-03-13T08:00:00+00:00","author":{{"@id":"https://orrinbeacon.example/#/schema/person/1"}},"isPartOf":{{"@id":"https://orrinbeacon.example/x/"}}}},{{"@type":"WebSite","name":"Orrin Valley Beacon"}},{{"@type":"Person","@id":"https://orrinbeacon.example/#/schema/person/1","name":"Dana Whitlow"}}]}}</script></head>
<body class="post-template-default single single-post"><a class="skip-link screen-reader-text" href="#main">Skip to content</a>
<header id="masthead"><div class="site-title"><a href="/">Orrin Valley Beacon</a></div><nav><ul><li><a href="/news">News</a></li><li><a href="/sports">Sports</a></li><li><a href="/donate">Donate</a></li></ul></nav></header>
<main id="main"><header class="entry-header"><span class="cat-links"><a href="/education">Education</a></span><h1 class="entry-title">{TITLE}</h1><div class="newspack-post-subtitle">Enrollment has fallen by a quarter in ten years.</div>
<div class="entry-meta"><span class="author-avatar"><img src="a.jpg" alt="Avatar photo"></span><span class="byline"><span>by</span> <span class="author vcard"><a class="url fn n" href="/author/dana">Dana Whitlow</a></span></span><span class="posted-on"><time class="entry-date published" datetime="2024-03-12T07:04:19-04:00">March 12, 2024</time><time class="updated" datetime="2024-03-13T04:00:00-04:00">March 13, 2024</time></span></div>
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a>Click to share on Facebook (Opens in new window)</a></li><li><a>Click to email a link to a friend (Opens in new window)</a></li></ul></div></header>
<article><div class="entry-content"><figure class="wp-block-image"><img src="b.jpg"><figcaption>The gymnasium of Orrin High on Monday. Credit: Lou Brandt / Orrin Valley Beacon</figcaption></figure>
{paragraphs(A, B)}<div class="newspack-inline-popup"><p class="has-text-align-center"><strong>Sign up for our free newsletter</strong></p><p>Get the valley’s news in your inbox every Thursday.</p><form><input type="email" placeholder="Email"><button>Sign Up</button></form></div>{paragraphs(C, D)}<h2>What happens to the buildings</h2>{paragraphs(E, F)}
<p><em>Have a story to tell? Write to <a href="mailto:tips@orrinbeacon.example">tips@orrinbeacon.example</a>.</em></p>
<div class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Related</em></h3><div class="jp-relatedposts-items"><div class="jp-relatedposts-post"><h4><a href="/x">Bus drivers strike for a second week</a></h4><p>Forty drivers have walked off the job since the first of the month.</p><span>January 9, 2024</span></div></div></div></div>
<div class="author-bio"><h2><a href="/author/dana">Dana Whitlow</a></h2><p>Dana Whitlow has covered education for the Beacon since 2019.</p><a>More by Dana Whitlow</a></div></article>
<div id="comments"><h2>Join the Conversation</h2><ol><li><p>Closing schools never saved anyone a dime.</p></li></ol><form><label>Leave a comment</label></form></div></main>
<aside><h2>Most read</h2><ul><li><a>Creamery on Main Street to reopen in June</a></li></ul></aside><footer><p>© 2024 Orrin Valley Beacon. Powered by Newspack</p></footer></body></html>""",
    has=(*BODY, "What happens to the buildings"),
    lacks=(
        "Get the valley’s news",
        "Click to share",
        "Bus drivers strike",
        "has covered education",
        "never saved anyone",
        "Creamery on Main",
        "Powered by",
    ),
    title=TITLE,
    author="Dana Whitlow",
    published="2024-03-12",
)

ARC = Odd(
    "Arc: state in a script, article-body, interstitial links, promo list, no JSON-LD author",
    f"""<!DOCTYPE html><html lang="en"><head><title>Orrin Valley board votes to close two schools – The Kessock Tribune</title><meta name="description" content="The vote ends a year of argument."/>
<meta property="og:title" content="Orrin Valley board votes to close two schools"/><meta property="article:modified_time" content="2024-03-14T09:12:00Z"/>
<script type="application/javascript">window.Fusion=window.Fusion||{{}};Fusion.globalContent={{"type":"story","first_publish_date":"2024-03-12T21:40:11.2Z","display_date":"2024-03-12T21:40:10Z","publish_date":"2024-03-14T09:12:00Z","credits":{{"by":[{{"name":"Piet Sandoval","type":"author"}}]}},"headlines":{{"basic":"Orrin Valley board votes to close two schools"}}}};</script></head>
<body><div id="fusion-app"><header class="masthead"><button>Sections</button><a>Subscribe</a><a>Sign In</a></header>
<article class="article-layout"><div class="headline-container"><h1 class="headline">Orrin Valley board votes to close two schools</h1><h2 class="sub-headline">The vote ends a year of argument.</h2></div>
<div class="byline-container"><div class="ts-byline"><span>By </span><a href="/author/piet-sandoval/">Piet Sandoval</a></div><div class="ts-date"><time dateTime="2024-03-12T21:40:10Z">March 12, 2024 at 5:40 p.m. EDT</time></div></div>
<div class="share-bar"><button>Copy link</button><button>Facebook</button></div>
<section class="article-body">{paragraphs(A, B)}<div class="arcad-feature"><span>ADVERTISEMENT</span></div><p class="interstitial-link"><a href="/x">Read more: Teachers in Kessock accept a 3% raise</a></p>{paragraphs(C, D, E)}<div class="story-list"><h3>More from the Tribune</h3><ul><li><a href="/a">What the new bus routes mean for you</a></li><li><a href="/b">The diner that refused to move</a></li></ul></div>{paragraphs(F)}</section>
<div class="author-card"><p>Piet Sandoval covers schools. Reach him at psandoval@tribune.example.</p></div></article>
<div class="most-popular"><h2>Most Popular</h2><ol><li><a>Storm knocks out power to 12,000</a></li></ol></div><footer>Copyright 2024 The Kessock Tribune</footer></div></body></html>""",
    has=BODY,
    lacks=("Teachers in Kessock", "ADVERTISEMENT", "refused to move", "Reach him", "Storm knocks"),
    title=TITLE,
    author="Piet Sandoval",
    published="2024-03-12",
)

DRUPAL = Odd(
    "Drupal of a ministry: release date in a field, contacts and boilerplate at the foot",
    """<!DOCTYPE html><html lang="en" dir="ltr"><head><title>Minister opens flood barrier at Tarbet | Ministry of Works</title><meta name="Generator" content="Drupal 10 (https://www.drupal.org)"/><link rel="shortlink" href="https://works.gov.example/node/4211"/></head>
<body class="path-node page-node-type-press-release"><div class="visually-hidden focusable skip-link">Skip to main content</div><header role="banner"><div class="region region-header"><nav aria-labelledby="m"><h2 class="visually-hidden" id="m">Main navigation</h2><ul class="menu"><li><a>About us</a></li><li><a>Press</a></li></ul></nav></div></header>
<main role="main"><div class="region region-breadcrumb"><nav class="breadcrumb"><ol><li><a>Home</a></li><li><a>Press releases</a></li></ol></nav></div><div class="block-page-title-block"><h1 class="page-title"><span class="field field--name-title">Minister opens flood barrier at Tarbet</span></h1></div>
<article class="node node--type-press-release node--view-mode-full"><div class="node__content"><div class="field field--name-field-release-date field--type-datetime field--label-inline"><div class="field__label">Release date</div><div class="field__item"><time datetime="2023-10-05T12:00:00Z">5 October 2023</time></div></div>
<div class="field field--name-body field--type-text-with-summary">
<p>The Minister of Works, Alan Pryce, today opened the flood barrier at Tarbet, which protects 3,400 homes along the lower Esker.</p><p>The barrier cost 61 million pounds and took four years to build. It can be closed in 12 minutes.</p><p>Mr Pryce said: “Nobody in Tarbet should have to carry sandbags again.”</p><h3>Background</h3><ul><li>The flood of January 2016 damaged 870 houses.</li><li>Work on the barrier began in June 2019.</li></ul><h3>Notes to editors</h3><p>Photographs are available from the press office.</p></div>
<div class="field field--name-field-media-contact"><div class="field__label">Media contact</div><div class="field__item">press@works.gov.example, 0300 555 0199</div></div></div></article></main>
<aside class="region region-sidebar"><h2>Latest press releases</h2><ul><li><a>New bridge for Calder</a> <time datetime="2024-02-01T12:00:00Z">1 February 2024</time></li><li><a>Roads budget approved</a> <time datetime="2024-01-20T12:00:00Z">20 January 2024</time></li></ul></aside><footer><p>Page last updated: 3 January 2024</p></footer></body></html>""",
    has=(
        "which protects 3,400 homes",
        "It can be closed in 12 minutes.",
        "carry sandbags again",
        "damaged 870 houses",
        "began in June 2019",
    ),
    lacks=("New bridge for Calder", "Page last updated", "Skip to main"),
    title="Minister opens flood barrier at Tarbet",
    author="",
    published="2023-10-05",
)

GHOST = Odd(
    "Ghost: cards, reading time, subscribe call",
    f"""<!DOCTYPE html><html lang="en"><head><title>The valley is running out of children</title><meta property="og:site_name" content="Slow Valley"><meta property="og:title" content="The valley is running out of children"><meta property="article:published_time" content="2024-03-15T06:00:12.000Z"><meta property="article:modified_time" content="2024-03-18T06:00:12.000Z"><meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ines Corbel"><meta name="generator" content="Ghost 5.80"></head>
<body class="post-template"><div class="gh-site"><header class="gh-head"><a class="gh-head-logo">Slow Valley</a><a class="gh-head-link" href="#/portal/signin">Sign in</a><a class="gh-head-button" href="#/portal/signup">Subscribe</a></header>
<main class="gh-main"><article class="gh-article post"><header class="gh-article-header gh-canvas"><a class="gh-article-tag" href="/tag/schools/">Schools</a><h1 class="gh-article-title">The valley is running out of children</h1><p class="gh-article-excerpt">And nobody wants to say why.</p><div class="gh-article-meta"><h4 class="gh-author-name"><a href="/author/ines/">Ines Corbel</a></h4><div class="byline-meta-content"><time class="byline-meta-date" datetime="2024-03-15">Mar 15, 2024</time><span class="byline-reading-time"><span class="bull">•</span> 4 min read</span></div></div></header>
<section class="gh-content gh-canvas">{paragraphs(A, B)}<div class="kg-card kg-callout-card"><div class="kg-callout-emoji">💡</div><div class="kg-callout-text">A classroom costs about $140,000 a year, whoever sits in it.</div></div>{paragraphs(C, D)}<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://else.example"><div class="kg-bookmark-content"><div class="kg-bookmark-title">County plan for 2030</div><div class="kg-bookmark-description">All you need to know.</div></div></a></figure><div class="kg-card kg-cta-card kg-signup-card"><h2>Never miss a letter</h2><p>Free, every Friday.</p></div>{paragraphs(E, F)}</section></article>
<section class="gh-subscribe"><h3>Sign up for more like this.</h3><form><input placeholder="Enter your email"></form></section><aside class="read-more-wrap"><div class="read-more"><article class="post-card"><h2 class="post-card-title">Who owns the river?</h2><div class="post-card-excerpt">A tale in three deeds.</div><time datetime="2024-04-02">Apr 2, 2024</time></article></div></aside></main><footer class="gh-foot">Slow Valley © 2024. Powered by Ghost</footer></div></body></html>""",
    has=(*BODY, "costs about $140,000 a year"),
    lacks=("Who owns the river", "Sign up for more", "Powered by Ghost", "Free, every Friday"),
    title="The valley is running out of children",
    author="Ines Corbel",
    published="2024-03-15",
)

SUBSTACK = Odd(
    "Substack: pencraft names, subscribe widgets within the text, likes and a discussion below",
    f"""<!DOCTYPE html><html lang="en"><head><title>Nine days to read 180 pages - by Joss Arden</title><meta property="og:title" content="Nine days to read 180 pages"><meta name="author" content="Joss Arden"><meta property="og:description" content="How a board closes a school"><script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle","url":"https://arden.letters.example/p/nine-days","headline":"Nine days to read 180 pages","description":"How a board closes a school","datePublished":"2024-03-14T10:01:02+00:00","dateModified":"2024-03-14T10:01:02+00:00","author":[{{"@type":"Person","name":"Joss Arden"}}],"publisher":{{"@type":"Organization","name":"Arden's Letters"}}}}</script></head>
<body><div id="entry"><div class="main-menu"><a>Arden's Letters</a><button>Subscribe</button><button>Sign in</button></div><div class="single-post-container"><article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title published">Nine days to read 180 pages</h1><h3 class="subtitle">How a board closes a school</h3><div class="pencraft byline-wrapper"><div class="pencraft"><a href="https://x.example/@joss">Joss Arden</a></div><div class="pencraft">Mar 14, 2024</div></div><div class="post-ufi"><a>♡ 41</a><a>12</a><button>Share</button></div></div>
<div class="available-content"><div class="body markup">{paragraphs(A, B)}<div class="subscription-widget-wrap"><div class="subscription-widget show-subscribe"><div class="preamble"><p>Arden's Letters is a reader-supported publication. To receive new posts, become a free or paid subscriber.</p></div><form><button>Subscribe</button></form></div></div>{paragraphs(C, D)}<div><hr></div><blockquote><p>The report weighed more than my youngest.</p></blockquote>{paragraphs(E, F)}<p class="button-wrapper"><a class="button primary" href="/share"><span>Share</span></a></p></div></div></article></div>
<div id="discussion"><h4>Discussion about this post</h4><div class="comment"><a>Theo Marsh</a><span>Mar 15</span><p>Same here in Calder, we had four days.</p></div></div><div class="footer-terms"><span>© 2024 Joss Arden</span><a>Privacy</a> ∙ <a>Terms</a></div></div></body></html>""",
    has=(*BODY, "weighed more than my youngest"),
    lacks=("reader-supported publication", "Same here in Calder", "Privacy"),
    title="Nine days to read 180 pages",
    author="Joss Arden",
    published="2024-03-14",
)

MEDIUM = Odd(
    "like Medium: no article data but meta, names of classes without meaning, claps and a follow button",
    f"""<!doctype html><html lang="en"><head><title>What I learned from a school board | by Remy Oduya | Small Rooms | Medium</title><meta property="og:title" content="What I learned from a school board"><meta property="og:site_name" content="Medium"><meta property="article:published_time" content="2023-11-02T14:22:31.120Z"><meta name="author" content="Remy Oduya"></head>
<body><div id="root"><div class="a b c"><div class="d e"><a>Open in app</a><a>Sign up</a><a>Sign in</a><a>Write</a></div><main class="f g"><article><section><div class="ch bg"><h1 id="ab12" class="pw-post-title hb hc">What I learned from a school board</h1><div class="hd he"><a href="/@remy">Remy Oduya</a><button>Follow</button><p class="be b">Published in</p><a>Small Rooms</a><span>5 min read</span><span>Nov 2, 2023</span></div><div class="hf"><p class="be">--</p><p>7</p><button>Listen</button><button>Share</button></div>
{"".join(f'<p id="p{n}" class="pw-post-body-paragraph mx my">{words}</p>' for n, words in enumerate(BODY))}</div></section></article></main>
<div class="i j"><h2>Written by Remy Oduya</h2><p>312 Followers · Writer for Small Rooms</p></div><div class="k"><h2>More from Remy Oduya and Small Rooms</h2><article><h2>Why I left the choir</h2><p>It was never about the singing.</p><span>Jan 7</span></article></div><h2>Recommended from Medium</h2><div>Help Status About Careers</div></div></div></body></html>""",
    has=BODY,
    lacks=("312 Followers", "Why I left the choir", "Careers", "Open in app"),
    title="What I learned from a school board",
    author="Remy Oduya",
    published="2023-11-02",
)

BLOGGER = Odd(
    "Blogger: date as a heading, timestamp link, labels, comments, archive",
    f"""<html lang="en"><head><title>Orrin Notes: Two schools fewer</title><meta content="blogger" name="generator"/><link href="https://orrinnotes.example/2013/03/two-schools-fewer.html" rel="canonical"/></head>
<body><div id="header-inner"><div class="titlewrapper"><h1 class="title"><a href="/">Orrin Notes</a></h1></div><div class="descriptionwrapper"><p class="description"><span>What happens in the valley</span></p></div></div>
<div class="blog-posts hfeed"><div class="date-outer"><h2 class="date-header"><span>Tuesday, 12 March 2013</span></h2><div class="date-posts"><div class="post-outer"><div class="post hentry"><h3 class="post-title entry-title">Two schools fewer</h3><div class="post-header"></div><div class="post-body entry-content">{A}<br/><br/>{B}<br/><br/>{C}<br/><br/>{D}<br/><br/>{E}<div style="clear: both;"></div></div><div class="post-footer"><div class="post-footer-line"><span class="post-author vcard">Posted by <span class="fn">Hattie Roe</span></span> <span class="post-timestamp">at <a class="timestamp-link" href="x"><abbr class="published" title="2013-03-12T19:22:00-04:00">19:22</abbr></a></span> <span class="post-labels">Labels: <a>schools</a>, <a>county</a></span></div></div></div>
<div class="comments" id="comments"><h4>2 comments:</h4><dl><dt class="comment-author">Anonymous said...</dt><dd class="comment-body"><p>Shame on the board.</p></dd><dd class="comment-footer">13 March 2013 at 08:10</dd></dl></div></div></div></div></div>
<div class="blog-pager"><a>Newer Post</a><a>Older Post</a><a>Home</a></div><div class="sidebar"><h2>Blog Archive</h2><ul><li>▼ 2013 (14)<ul><li>March (3)</li></ul></li></ul><h2>About Me</h2><p>I live by the river.</p></div></body></html>""",
    has=BODY[:5],
    lacks=("Shame on the board", "Blog Archive", "I live by the river", "Newer Post"),
    title="Two schools fewer",
    author="Hattie Roe",
    published="2013-03-12",
)

GOVUK = Odd(
    "like GOV.UK: publishing metadata, govspeak, documents, updates at the foot",
    """<!DOCTYPE html><html lang="en" class="govuk-template"><head><title>Bridge inspections: findings for 2022 - GOV.EX</title><meta name="govuk:first-published-at" content="2023-02-16T09:30:00.000+00:00"><meta name="govuk:public-updated-at" content="2023-06-30T10:00:00.000+00:00"><meta name="govuk:format" content="publication"></head>
<body class="govuk-template__body"><div class="gem-c-cookie-banner"><h2>Cookies on GOV.EX</h2><p>We use some essential cookies to make this website work.</p><button>Accept additional cookies</button></div><header class="govuk-header">GOV.EX</header><nav class="govuk-breadcrumbs"><ol><li>Home</li><li>Transport</li></ol></nav>
<main id="content"><div class="govuk-grid-row"><span class="govuk-caption-xl">Research and analysis</span><h1 class="gem-c-title__text">Bridge inspections: findings for 2022</h1></div><div class="gem-c-metadata"><dl><dt class="gem-c-metadata__term">From:</dt><dd><a>Office for Roads</a></dd><dt>Published</dt><dd>16 February 2023</dd><dt>Last updated</dt><dd>30 June 2023 — <a href="#history">See all updates</a></dd></dl></div>
<div class="gem-c-govspeak govuk-govspeak"><p>Inspectors examined 2,118 bridges in 2022, 140 more than in the year before.</p><h2 id="findings">Findings</h2><p>One bridge in nine was in poor condition; 23 were closed at once.</p><ul><li>Concrete bridges: 1,240 examined, 96 in poor condition</li><li>Steel bridges: 610 examined, 118 in poor condition</li></ul><p>The backlog of repairs is estimated at £410 million.</p></div>
<div class="app-c-published-dates" id="history"><div>Published 16 February 2023<br>Last updated 30 June 2023 <a>+ show all updates</a></div><ol><li><time>30 June 2023</time><p>Corrected the table of steel bridges.</p></li><li><time>16 February 2023</time><p>First published.</p></li></ol></div></main>
<div class="gem-c-feedback"><h3>Is this page useful?</h3><button>Yes this page is useful</button></div><footer class="govuk-footer"><p>All content is available under the Open Licence, except where otherwise stated</p></footer></body></html>""",
    has=("2,118 bridges in 2022", "23 were closed at once", "1,240 examined, 96", "estimated at £410 million"),
    lacks=("essential cookies", "Is this page useful", "Open Licence"),
    title="Bridge inspections: findings for 2022",
    published="2023-02-16",
)

AGENCY = Odd(
    "an international agency: place and day above the text, share links, contacts",
    """<!DOCTYPE html><html lang="en"><head><title>Measles cases rise for a third year, agency warns</title><meta property="og:type" content="article"><meta property="og:title" content="Measles cases rise for a third year, agency warns"></head><body><div class="sf-nav"><a>Health topics</a><a>Countries</a><a>Newsroom</a></div>
<section class="content"><div class="sf-detail-header"><h1>Measles cases rise for a third year, agency warns</h1><div class="sf-item-header-wrapper"><span class="timestamp">17 November 2022</span> <span class="sf-tags-list-item">Joint News Release</span> <span class="locations">Geneva/Nairobi</span> <span class="reading-time">Reading time: 3 min (812 words)</span></div></div>
<article class="sf-detail-body-wrapper"><div><p>Measles cases rose by 18% in 2021 to an estimated 9 million, and 128 000 people died of it, the agency said today.</p><p>Nearly 40 million children missed a dose of the vaccine in that year, more than ever before.</p><blockquote>“The paradox of the pandemic is that one vaccine was made in record time while the routine ones were forgotten,” said Dr Amara Tesfai, who heads the programme.</blockquote><p>Twenty-two countries saw large outbreaks. In the African Region 41% of children got the second dose.</p></div><div class="related"><h3>Media Contacts</h3><p>Media team</p><p>media@agency.example</p></div></article></section>
<section><h3>Related</h3><ul><li><a>Fact sheet on measles</a></li><li><a>Immunization dashboard</a></li></ul><div>News <a>Polio: last case in the region</a> 3 January 2023</div></section><footer>© Agency 2023</footer></body></html>""",
    has=("rose by 18% in 2021", "Nearly 40 million children", "routine ones were forgotten", "41% of children"),
    lacks=("Polio: last case", "Fact sheet on measles", "Countries"),
    title="Measles cases rise for a third year, agency warns",
    author="",
    published="2022-11-17",
)

UNIVERSITY = Odd(
    "a university's press office: contact box, journal reference, share icons, tags",
    """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Bees sleep longer in cold hives | News | University of Marden</title><meta property="og:title" content="Bees sleep longer in cold hives"><meta property="og:image" content="x.jpg"></head><body><div class="header-bar">Students Staff Alumni A–Z</div>
<div class="news-article"><h1 class="news-title">Bees sleep longer in cold hives</h1><p class="news-meta"><strong>Date:</strong> 9 May 2019 &nbsp;|&nbsp; <strong>Author:</strong> Communications Office</p><p class="news-intro"><strong>Honeybees sleep up to 40 minutes longer when the hive is cooler than 15 degrees, researchers at Marden have found.</strong></p>
<div class="rich-text"><p>The team filmed 1,200 bees in 14 hives over two winters. A program that they wrote told sleeping bees from resting ones.</p><p>“Sleep seems to be cheaper than shivering,” says Dr. Lena Abadi, who led the work.</p><p>The study appeared in <em>Journal of Insect Rest</em> on 7 May and was paid for by the Marden Trust with 310,000 pounds.</p></div>
<div class="reference"><h2>Reference</h2><p>Abadi L., Stone P. (2019): Sleep and temperature in hives. Journal of Insect Rest 12, 44–51.</p></div><div class="contact-box"><h3>Contact for the media</h3><p>Dr. Lena Abadi, Institute of Zoology, Tel. +44 20 5550 1234</p></div><ul class="tags"><li><a>Biology</a></li></ul></div>
<div class="more-news"><h2>More news</h2><a>New library opens in the autumn</a><span>12 May 2019</span></div><footer>University of Marden, Charter Road</footer></body></html>""",
    has=("sleep up to 40 minutes longer", "filmed 1,200 bees in 14 hives", "cheaper than shivering", "310,000 pounds"),
    lacks=("New library opens", "Charter Road", "Students Staff"),
    title="Bees sleep longer in cold hives",
    published="2019-05-09",
)

BLOX = Odd(
    "a local paper on BLOX: asset body, inline offers, tncms blocks, byline with the paper and a mail address",
    f"""<!DOCTYPE html><html lang="en"><head><title>Board votes to close two schools | Local News | dalercurrent.example</title><meta name="author" content="Sue Maddern"><meta property="og:title" content="Board votes to close two schools"><meta itemprop="datePublished" content="2022-08-30T17:05:00-05:00"><meta property="og:site_name" content="Daler Current"></head><body class="page-article"><div id="site-navbar-container"><a>Home</a><a>e-Edition</a><a>Obituaries</a></div>
<article class="asset article"><header class="asset-header"><h1 class="headline"><span>Board votes to close two schools</span></h1><div class="meta"><span><span itemprop="author" class="tnt-byline">By SUE MADDERN smaddern@dalercurrent.example</span></span><ul class="list-inline"><li><time datetime="2022-08-30T17:05:00-05:00" class="tnt-date asset-date">Aug 30, 2022</time></li><li class="text-muted">Updated <time datetime="2022-08-31T08:15:00-05:00">Aug 31, 2022</time></li></ul></div></header>
<div class="asset-content"><div class="social-share-links"><a>Facebook</a><a>Twitter</a><a>WhatsApp</a><a>Print</a></div><div id="article-body" class="asset-body"><div class="subscriber-preview"><p>{A}</p></div><div class="subscriber-preview"><p>{B}</p></div><div class="inline-asset promo-design-blur"><h4>People are also reading…</h4><ul><li><a>Grain elevator burns in Pell</a></li><li><a>Fair opens with a parade</a></li></ul></div><div class="subscriber-only"><p>{C}</p></div><div class="subscriber-only"><p>{D}</p></div><div class="tncms-block"><div class="email-signup"><h3>Get local news delivered to your inbox!</h3><p>Subscribe to our Daily Headlines newsletter.</p><p>* I understand and agree that registration on or use of this site constitutes agreement to its user agreement.</p></div></div><div class="subscriber-only"><p>{E}</p></div><div class="subscriber-only"><p>{F}</p></div></div><div class="asset-tagline"><p>Contact Sue Maddern at 555-0110. Follow her on Twitter @smaddern.</p></div><div class="asset-tags"><h4>Tags</h4><a>Schools</a></div></div></article>
<div id="comments"><p>Be the first to know</p></div><footer>Daler Current, 12 Mill Street</footer></body></html>""",
    has=BODY,
    lacks=("Grain elevator burns", "delivered to your inbox", "constitutes agreement", "12 Mill Street"),
    title="Board votes to close two schools",
    author="Sue Maddern",
    published="2022-08-30",
)

TABLOID = Odd(
    "a tabloid: bullets on top, galleries and video boxes in the text, share buttons, comments",
    f"""<html lang="en"><head><title>Fury as school board shuts TWO schools after nine days' notice | Daily Gannet Online</title><meta property="og:title" content="Fury as school board shuts TWO schools after nine days' notice"><meta name="author" content="Kit Larrabee For Daily Gannet Online"><meta property="article:published_time" content="2021-06-08T22:47:10+0100"></head><body><div id="nav-bar">Home News Sport Showbiz</div>
<div id="js-article-text" class="article-text wide"><h2>Fury as school board shuts TWO schools after nine days' notice</h2><ul class="mol-bullets-with-font"><li><strong>Orrin Valley’s board voted six to one</strong></li><li><strong>Parents got 180 pages to read</strong></li></ul><p class="author-section byline-plain">By <a class="author">Kit Larrabee For Daily Gannet Online</a></p><p class="byline-section"><span class="article-timestamp article-timestamp-published"><span class="article-timestamp-label">Published:</span> <time datetime="2021-06-08T22:47:10+0100">22:47, 8 June 2021</time></span> | <span class="article-timestamp article-timestamp-updated"><span>Updated:</span> <time datetime="2021-06-09T09:03:44+0100">09:03, 9 June 2021</time></span></p>
<div id="shareLinkTop"><ul><li>e-mail</li><li>41 shares</li></ul></div><div itemprop="articleBody"><p class="mol-para-with-font">{A}</p><p class="mol-para-with-font">{B}</p><div class="artSplitter mol-img-group"><div class="mol-img"><img alt=""></div><p class="imageCaption">Packed: the gymnasium on Monday night</p></div><div class="mol-article-ipost"><a class="rel-link">READ MORE: Dad builds treehouse for 30 pupils</a></div><p class="mol-para-with-font">{C}</p><div class="moduleFull mol-video"><div class="vjs-video-container"><p>Loaded: 0% Progress: 0%</p><p>LIVE 0:00 Previous Play Skip Mute</p></div></div><p class="mol-para-with-font">{D}</p><p class="mol-para-with-font">{E}</p><p class="mol-para-with-font">{F}</p></div></div>
<div id="external-source-links"></div><div id="most-watched-videos-wrapper"><h2>Most watched News videos</h2><ul><li>Moment lorry ploughs into bus stop</li></ul></div><div class="comments"><h3>Share what you think</h3><p>The comments below have been moderated in advance.</p><p>About time somebody closed something.</p></div></body></html>""",
    has=BODY,
    lacks=("Dad builds treehouse", "Loaded: 0%", "Moment lorry", "About time somebody", "moderated in advance"),
    title="Fury as school board shuts TWO schools after nine days' notice",
    author="Kit Larrabee",
    published="2021-06-08",
)

LIVE = Odd(
    "a live blog: key points, entries with times, newest first",
    """<html lang="en-GB"><head><title>Storm Odile: thousands without power as winds reach 98mph – as it happened | Weather | The Warden</title><meta property="og:title" content="Storm Odile: thousands without power as winds reach 98mph – as it happened"><meta property="article:published_time" content="2024-01-21T15:10:44.000Z"><meta property="article:modified_time" content="2024-01-22T00:40:02.000Z"><meta property="article:author" content="https://warden.example/profile/nell-brand,https://warden.example/profile/omar-siddle"><script type="application/ld+json">[{"@type":"LiveBlogPosting","headline":"Storm Odile: thousands without power as winds reach 98mph – as it happened","datePublished":"2024-01-21T15:10:44.000Z","coverageStartTime":"2024-01-21T15:10:44.000Z","author":[{"@type":"Person","name":"Nell Brand"},{"@type":"Person","name":"Omar Siddle"}],"liveBlogUpdate":[{"@type":"BlogPosting","headline":"Bridge closed","datePublished":"2024-01-21T21:00:00.000Z","articleBody":"The Kells bridge is closed to all traffic."}]}]</script></head>
<body><header><nav>News Opinion Sport</nav></header><main><div data-gu-name="headline"><h1>Storm Odile: thousands without power as winds reach 98mph – as it happened</h1></div><div data-gu-name="standfirst"><p>The storm brought gusts of 98mph to Cape Sorrel; <a>this blog is closed</a></p></div><div data-gu-name="meta"><address aria-label="Contributor info"><a rel="author">Nell Brand</a> (now) and <a rel="author">Omar Siddle</a> (earlier)</address><details><summary>Mon 22 Jan 2024 00.40 GMT</summary>First published on Sun 21 Jan 2024 15.10 GMT</details></div>
<div id="liveblog-body"><article class="block" id="block-3"><header><time datetime="2024-01-22T00:40:02.000Z">00.40 GMT</time><h2>Summary of the day</h2></header><p>About 41,000 homes were without power at midnight, the network operator said.</p><p>Two people were hurt when a tree fell on a bus near Tarn.</p><footer><a>Share</a></footer></article><article class="block" id="block-2"><header><time datetime="2024-01-21T21:00:00.000Z">21.00 GMT</time><h2>Bridge closed</h2></header><p>The Kells bridge is closed to all traffic after a lorry was blown over.</p><footer>Updated at 21.14 GMT</footer></article><article class="block" id="block-1"><header><time datetime="2024-01-21T15:10:44.000Z">15.10 GMT</time></header><p>The weather service has issued a red warning for the whole of the north coast until 5am.</p></article></div></main>
<div class="most-viewed"><h2>Most viewed</h2><ol><li>The last fish shop of Carn</li></ol></div></body></html>""",
    has=(
        "About 41,000 homes were without power",
        "Two people were hurt",
        "after a lorry was blown over",
        "red warning for the whole",
    ),
    lacks=("last fish shop", "News Opinion"),
    title="Storm Odile: thousands without power as winds reach 98mph – as it happened",
    author="Nell Brand, Omar Siddle",
    published="2024-01-21",
)

AMP = Odd(
    "AMP: boilerplate, amp elements, sidebar, date in a plain span",
    f"""<!doctype html><html amp lang="en"><head><meta charset="utf-8"><title>{TITLE}</title><link rel="canonical" href="https://kessock.example/news/schools-12345"><style amp-boilerplate>body{{-webkit-animation:-amp-start 8s steps(1,end) 0s 1 normal both}}@keyframes -amp-start{{from{{visibility:hidden}}to{{visibility:visible}}}}</style><style amp-custom>.byline{{color:#333}}.hide{{display:none}}</style></head>
<body><amp-sidebar id="sidebar" layout="nodisplay"><ul><li><a>News</a></li><li><a>Weather</a></li></ul></amp-sidebar><header class="top"><button on="tap:sidebar.toggle">☰</button>Kessock Now</header><article><h1>{TITLE}</h1><div class="byline">By Lara Finch, Kessock Now</div><div class="date">Published 7:12 PM EST, Thu December 7, 2023</div><amp-img src="a.jpg" width="16" height="9" layout="responsive"></amp-img><p class="caption">The high school gymnasium</p><amp-social-share type="twitter"></amp-social-share>{paragraphs(A, B)}<amp-ad width="300" height="250"><div fallback>Advertisement</div></amp-ad>{paragraphs(C, D, E, F)}</article><section class="related"><h3>Related stories</h3><amp-list><div>See all</div></amp-list><a href="/x">Snow closes the pass at Carn</a></section><amp-consent id="c" layout="nodisplay"><div id="ui">We value your privacy<button>Accept</button></div></amp-consent><footer>© 2024 Kessock Now</footer></body></html>""",
    has=BODY,
    lacks=("We value your privacy", "Snow closes the pass", "Advertisement"),
    title=TITLE,
    author="Lara Finch",
    published="2023-12-07",
)

JAPANESE = Odd(
    "a Japanese paper: era-free day with time, related articles, membership note",
    """<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>折野市、小学校２校を閉校へ　児童数が３割減：山川新聞デジタル</title><meta property="og:title" content="折野市、小学校２校を閉校へ　児童数が３割減：山川新聞デジタル"><meta property="og:site_name" content="山川新聞デジタル"></head><body><header><a>山川新聞デジタル</a><nav><ul><li>速報</li><li>社会</li><li>経済</li></ul></nav></header>
<main><article><div class="ArticleTitle"><h1>折野市、小学校２校を閉校へ　児童数が３割減</h1></div><div class="Meta"><span class="Reporter">佐野真紀</span><span class="UpdateDate"><time datetime="2024-02-06T18:30">2024年2月6日 18時30分</time></span></div><div class="ArticleText"><p>折野市教育委員会は５日、市内の小学校２校を来年３月末で閉校すると決めた。</p><p>市内の児童数は２０１４年の４３１０人から今年は３１２０人に減った。</p><p>教育長の森田勝氏は「２億４千万円を節約する方法はほかになかった」と述べた。</p><p>保護者からは、１８０ページの報告書を読む時間が９日しかなかったとの声が上がっている。</p></div><div class="paywall"><p>この記事は有料記事です。残り420文字</p><a>ログインして続きを読む</a></div></article><section class="Related"><h2>関連記事</h2><ul><li><a>バスの運転手不足、地方で深刻に</a><time>2024年2月1日</time></li></ul></section></main><footer>Copyright © 2024 山川新聞社. All rights reserved. 無断転載を禁じます。</footer></body></html>""",
    has=("来年3月末で閉校すると決めた", "4310人から今年は3120人に", "節約する方法はほかになかった", "9日しかなかった"),
    lacks=("バスの運転手不足", "無断転載"),
    title="折野市、小学校2校を閉校へ 児童数が3割減",
    author="佐野真紀",
    published="2024-02-06",
)

GERMAN = Odd(
    "a German regional paper: Stand, agency sign, newsletter, audio, subscription",
    """<!DOCTYPE html><html lang="de"><head><title>Kreis Ohrau schließt zwei Grundschulen - Ohrauer Tageblatt</title><meta property="og:title" content="Kreis Ohrau schließt zwei Grundschulen"><meta name="date" content="2023-09-19T17:48:00+02:00"><meta name="last-modified" content="2023-09-20T06:00:00+02:00"></head><body><nav class="hauptnavigation">Lokales Sport Kultur Abo</nav>
<article class="artikel"><header><span class="dachzeile">Bildung</span><h1>Kreis Ohrau schließt zwei Grundschulen</h1><div class="artikel-meta"><span class="autor">Von Jutta Brehm</span> <time>19.09.2023, 17:48 Uhr</time> | Stand: 20.09.2023, 06:00 Uhr | Lesedauer: 3 Minuten</div></header><div class="audio-player">Artikel anhören <span>04:12</span></div><p class="teaser">Der Kreistag hat mit 31 zu 14 Stimmen beschlossen, zwei Grundschulen zum Sommer zu schließen.</p><div class="artikel-text"><p>Ohrau. Die Zahl der Schüler ist seit 2014 von 4.310 auf 3.120 gesunken, wie aus Zahlen des Landes hervorgeht.</p><div class="newsletter-box"><h4>Newsletter</h4><p>Jeden Morgen die wichtigsten Nachrichten aus Ohrau. Jetzt kostenlos anmelden!</p></div><p>„Wir sparen damit 2,4 Millionen Euro im Jahr“, sagte Landrätin Hanne Ulrich (parteilos).</p><p class="lesen-sie-auch"><strong>Lesen Sie auch:</strong> <a href="/x">Busfahrer streiken in der zweiten Woche</a></p><p>Eltern kritisierten, sie hätten nur neun Tage Zeit gehabt, einen Bericht von 180 Seiten zu lesen.</p><p class="quelle">© dpa-infocom, dpa:230919-99-258147/3</p></div></article><section class="mehr"><h3>Mehr aus Ohrau</h3><a>Freibad öffnet eine Woche länger</a></section><footer>Impressum Datenschutz AGB</footer></body></html>""",
    has=(
        "mit 31 zu 14 Stimmen beschlossen",
        "von 4.310 auf 3.120 gesunken",
        "2,4 Millionen Euro im Jahr",
        "einen Bericht von 180 Seiten",
    ),
    lacks=("Jetzt kostenlos anmelden", "Busfahrer streiken", "Freibad öffnet", "Impressum"),
    title="Kreis Ohrau schließt zwei Grundschulen",
    author="Jutta Brehm",
    published="2023-09-19",
)

FRENCH = Odd(
    "a French regional paper: Publié le, Temps de lecture, article for subscribers",
    """<!DOCTYPE html><html lang="fr"><head><title>Aubrac-sur-Sorne. Le conseil ferme deux écoles. Info - Sorne.maville.example</title><meta property="og:title" content="Le conseil d’Aubrac ferme deux écoles à la rentrée"></head><body><header>Menu Se connecter S’abonner</header><main><nav aria-label="fil d'ariane">Accueil &gt; Sorne &gt; Aubrac</nav><h1>Le conseil d’Aubrac ferme deux écoles à la rentrée</h1><p class="chapo">Les élus ont voté par 24 voix contre 7, après un débat de cinq heures.</p><div class="infos"><span class="media">La Sorne</span> <span class="auteur">Margaux Tellier</span> <span class="date">Publié le 14/06/2023 à 18h42</span> <span>Modifié le 15/06/2023 à 07h10</span> <span>Temps de lecture : 2 min</span></div><button>Partager</button>
<div class="corps"><p>Le nombre d’élèves est passé de 4 310 en 2014 à 3 120 cette année, selon le rectorat.</p><p>« Nous économisons 2,4 millions d’euros par an », a dit le maire, Luc Bastide.</p><aside class="encart"><p>À lire aussi</p><a>Grève des cars : deuxième semaine</a></aside><p>Les parents disent n’avoir eu que neuf jours pour lire un rapport de 180 pages.</p></div><div class="tags">Aubrac-sur-Sorne École</div></main><section><h2>Les plus lus</h2><ol><li>Un renard dans la boulangerie</li></ol></section><footer>Mentions légales Gestion des cookies</footer></body></html>""",
    has=("par 24 voix contre 7", "à 3 120 cette année", "2,4 millions d’euros par an", "un rapport de 180 pages"),
    lacks=("Grève des cars", "Un renard dans", "Mentions légales"),
    title="Le conseil d’Aubrac ferme deux écoles à la rentrée",
    author="Margaux Tellier",
    published="2023-06-14",
)

SPANISH = Odd(
    "a Spanish paper: signature and place in a line, day with dashes and time zone",
    """<!DOCTYPE html><html lang="es"><head><title>El consejo de Valdorra cierra dos escuelas pese a las protestas | Educación | EL CORREDOR</title><meta property="og:title" content="El consejo de Valdorra cierra dos escuelas pese a las protestas"><script type="application/ld+json">{"@type":"NewsArticle","headline":"El consejo de Valdorra cierra dos escuelas pese a las protestas","datePublished":"2024-04-09T22:15:00+02:00","author":[{"@type":"Person","name":"Nuria Cabal"}],"publisher":{"@type":"NewsMediaOrganization","name":"EL CORREDOR"}}</script></head><body><header>EL CORREDOR Suscríbete Iniciar sesión</header><article id="main-content"><header class="a_e"><a>Educación</a><h1 class="a_t">El consejo de Valdorra cierra dos escuelas pese a las protestas</h1><h2 class="a_st">La matrícula ha caído un 28% en diez años</h2></header><div class="a_md"><div class="a_md_a"><a>Nuria Cabal</a></div><div><a>Valdorra</a> - <a><time datetime="2024-04-09T20:15:00.000Z">09 ABR 2024 - 22:15 CEST</time></a></div><div class="a_ei">Compartir en Whatsapp Compartir en Facebook</div></div>
<div class="a_c clearfix"><p>El consejo escolar de Valdorra decidió este martes, por 19 votos a 4, cerrar dos escuelas al final del curso.</p><p>La matrícula ha bajado de 4.310 alumnos en 2014 a 3.120 este año, según la consejería.</p><section class="more_info"><h3>Más información</h3><div><a>Los conductores de autobús, en huelga</a></div></section><p>“Ahorramos 2,4 millones de euros al año”, aseguró la alcaldesa, Inés Montero.</p><p>Las familias denuncian que tuvieron nueve días para leer un informe de 180 páginas.</p></div><div class="a_nl"><p>Recibe cada mañana la newsletter de Educación</p></div><div class="a_archive"><h3>Archivado en</h3><ul><li>Educación</li><li>Valdorra</li></ul></div></article><footer>© Ediciones EL CORREDOR</footer></body></html>""",
    has=("por 19 votos a 4", "a 3.120 este año", "2,4 millones de euros al año", "un informe de 180 páginas"),
    lacks=("Los conductores de autobús", "Recibe cada mañana", "Compartir en"),
    title="El consejo de Valdorra cierra dos escuelas pese a las protestas",
    author="Nuria Cabal",
    published="2024-04-09",
)

ARABIC = Odd(
    "an Arabic outlet: day in the head of the text, related boxes, topics",
    """<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>مجلس وادي النور يقرر إغلاق مدرستين | صحيفة الضفة</title><meta property="og:title" content="مجلس وادي النور يقرر إغلاق مدرستين"><meta property="og:site_name" content="صحيفة الضفة"></head><body><nav>الرئيسية سياسة اقتصاد رياضة</nav><main><article><h1>مجلس وادي النور يقرر إغلاق مدرستين</h1><div class="article-info"><span class="author">كتبت: سلمى حداد</span><span class="date">الثلاثاء، 12 مارس 2024 09:40 م</span></div><div class="articleBody"><p>قرر مجلس التعليم في وادي النور يوم الاثنين إغلاق مدرستين ابتدائيتين في نهاية العام الدراسي.</p><p>وانخفض عدد التلاميذ من 4310 في عام 2014 إلى 3120 هذا العام، بحسب أرقام الوزارة.</p><div class="related-box"><h4>اقرأ أيضا</h4><a>سائقو الحافلات يواصلون الإضراب</a></div><p>وقالت رئيسة المجلس إن القرار يوفر 2.4 مليون دولار في السنة.</p><p>واشتكى الأهالي من أن تسعة أيام لا تكفي لقراءة تقرير من 180 صفحة.</p></div></article></main><aside><h3>الأكثر قراءة</h3><ul><li>إعادة فتح المخبز القديم</li></ul></aside><footer>جميع الحقوق محفوظة © 2024</footer></body></html>""",
    has=("إغلاق مدرستين ابتدائيتين", "إلى 3120 هذا العام", "يوفر 2.4 مليون دولار", "تقرير من 180 صفحة"),
    lacks=("سائقو الحافلات", "إعادة فتح المخبز", "جميع الحقوق"),
    title="مجلس وادي النور يقرر إغلاق مدرستين",
    author="سلمى حداد",
    published="2024-03-12",
)

INDIAN = Odd(
    "an Indian outlet: written by, updated in IST, agency, also-read lines, follow us",
    f"""<!DOCTYPE html><html lang="en-IN"><head><title>Two Schools In Orrin To Close After Board Vote</title><meta property="og:title" content="Two Schools In Orrin To Close After Board Vote"><meta property="og:site_name" content="Bharani Times"></head><body><div class="nav">India World Cities Cricket</div><div class="sp-ttl-wrp"><h1 itemprop="headline" class="sp-ttl">Two Schools In Orrin To Close After Board Vote</h1><h2 class="sp-descp">Enrollment has fallen by a quarter in ten years.</h2><nav class="pst-by"><span class="pst-by_li">Written by: <a><span itemprop="name">Ritu Anand</span></a></span><span class="pst-by_li">Cities</span><span class="pst-by_lnk">Mar 12, 2024 19:08 pm IST</span></nav></div>
<div class="content_text"><div itemprop="articleBody" class="sp-cn ins_storybody"><p><b class="place_cont">Orrin: </b>{A}</p><p>{B}</p><p><b><a>Also Read | Bus Drivers Continue Strike In Kessock</a></b></p><p>{C}</p><div class="ad_lbl">Advertisement - Scroll to continue</div><p>{D}</p><p>{E}</p><p><i>(Except for the headline, this story has not been edited by Bharani Times staff and is published from a syndicated feed.)</i></p></div><div class="follow">Follow us on Google News. Get latest updates.</div><div class="topics">Orrin Schools, Board Vote</div></div><div class="trending"><h3>Trending</h3><a>10 Photos Of The Moon Festival</a></div></body></html>""",
    has=(A, B, C, D, E),
    lacks=("Bus Drivers Continue", "Scroll to continue", "10 Photos Of", "Get latest updates"),
    title="Two Schools In Orrin To Close After Board Vote",
    author="Ritu Anand",
    published="2024-03-12",
)

PAGES = (
    *(WORDPRESS, ARC, DRUPAL, GHOST, SUBSTACK, MEDIUM, BLOGGER, GOVUK, AGENCY, UNIVERSITY, BLOX, TABLOID, LIVE, AMP),
    *(JAPANESE, GERMAN, FRENCH, SPANISH, ARABIC, INDIAN),
)
