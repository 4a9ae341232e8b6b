# ruff: noqa: E501 - pages stand as the systems write them
"""Pages as the systems write them that newsrooms and ministries publish with: WordPress, Drupal, Arc, Ghost, and others.

Each has what such pages have around the article: menus, other articles with days of their own, comments, events.
Places and people are invented.
"""

from __future__ import annotations

import json

from tests.ingest.odd_pages import Odd

ONE = "The port of Orsund handled 48,200 containers in April, nine per cent more than a year earlier, its office said."
TWO = "Two cranes stood still for eleven days because a part had to come from abroad, and ships waited up to 30 hours."
THREE = "The city owns 60 per cent of the port; its council will decide in June whether to sell a tenth of it."
TEXT = (ONE, TWO, THREE)
OTHER = "A new roof for the fish hall will cost two million crowns"
REMARK = "I waited 40 hours with my lorry and nobody said a word about it"
PARAGRAPHS = "\n".join(f"<p>{words}</p>" for words in TEXT)
TITLE = "Port of Orsund handles more containers"


def linked(*data: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(one)}</script>' for one in data)


def page(head: str, body: str, *, lang: str = "en", title: str = TITLE, more: str = "") -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}"{more}>\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f"{head}\n</head>\n{body}\n</html>"
    )


WORDPRESS = (
    Odd(
        "WordPress, block theme with comments",
        page(
            '<meta name="generator" content="WordPress 6.4.3"><link rel="canonical" href="https://orsundpost.example/port/">',
            f"""<body class="post-template-default single single-post postid-4711">
<div class="wp-site-blocks"><header class="wp-block-template-part"><p class="wp-block-site-title"><a href="/">Orsund Post</a></p>
<nav class="wp-block-navigation"><ul><li><a href="/town">Town</a></li><li><a href="/sea">Sea</a></li></ul></nav></header>
<main class="wp-block-group"><h1 class="wp-block-post-title">{TITLE}</h1>
<div class="wp-block-group"><div class="wp-block-post-date"><time datetime="2024-05-06T21:40:00+02:00"><a href="/port/">May 6, 2024</a></time></div>
<div class="wp-block-post-author"><div class="wp-block-post-author__content"><p class="wp-block-post-author__byline">Written by</p>
<p class="wp-block-post-author__name">Ellen Varga</p></div></div></div>
<div class="entry-content wp-block-post-content">{PARAGRAPHS}</div>
<div class="wp-block-comments"><h2>2 responses</h2><ol class="wp-block-comment-template"><li><div class="wp-block-comment-author-name">Tor Hagel</div>
<div class="wp-block-comment-date"><time datetime="2024-05-09T08:00:00+02:00">May 9, 2024</time></div>
<div class="wp-block-comment-content"><p>{REMARK}.</p></div></li></ol></div></main>
<footer class="wp-block-template-part"><p>Published with WordPress</p></footer></div></body>""",
            title=f"{TITLE} &#8211; Orsund Post",
        ),
        has=TEXT,
        lacks=(REMARK, "Published with WordPress", "Written by"),
        title=TITLE,
        author="Ellen Varga",
        published="2024-05-06",
    ),
    Odd(
        "WordPress, classic theme: entry-meta, share buttons, related posts",
        page(
            '<meta property="og:site_name" content="The Quay"><meta property="og:updated_time" content="2024-06-01T10:00:00+00:00">',
            f"""<body class="single"><div id="page"><div id="content" class="site-content"><article id="post-12" class="post-12 post type-post hentry">
<header class="entry-header"><h1 class="entry-title">{TITLE}</h1><div class="entry-meta"><span class="posted-on">Posted on <a href="#" rel="bookmark">
<time class="entry-date published" datetime="2024-05-06T09:00:00+00:00">May 6, 2024</time><time class="updated" datetime="2024-06-01T10:00:00+00:00">June 1, 2024</time></a></span>
<span class="byline"> by <span class="author vcard"><a class="url fn n" href="/author/ev/">Ellen Varga</a></span></span></div></header>
<div class="entry-content">{PARAGRAPHS}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a>Click to share on Twitter (Opens in new window)</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3><p class="jp-relatedposts-post-title"><a>{OTHER}</a></p><p>March 2, 2023</p></div></div>
<footer class="entry-footer"><span class="cat-links">Posted in <a>Harbour</a></span></footer></article>
<aside class="widget-area"><section class="widget widget_recent_entries"><h2>Recent Posts</h2><ul><li>{OTHER} <span class="post-date">May 20, 2024</span></li></ul></section></aside>
</div></div></body>""",
            title=f"{TITLE} | The Quay",
        ),
        has=TEXT,
        lacks=(OTHER, "Click to share", "Share this"),
        title=TITLE,
        author="Ellen Varga",
        published="2024-05-06",
    ),
    Odd(
        "WordPress with Yoast: one graph, people by reference",
        page(
            linked(
                {
                    "@context": "https://schema.org",
                    "@graph": [
                        {
                            "@type": "WebPage",
                            "@id": "https://q.example/p/",
                            "name": f"{TITLE} - The Quay",
                            "datePublished": "2024-05-06T20:30:00+00:00",
                            "dateModified": "2024-05-08T07:00:00+00:00",
                            "breadcrumb": {"@id": "#b"},
                        },
                        {
                            "@type": "Article",
                            "@id": "#a",
                            "isPartOf": {"@id": "https://q.example/p/"},
                            "author": [{"@id": "#p1"}, {"@id": "#p2"}],
                            "headline": TITLE,
                            "datePublished": "2024-05-06T20:30:00+00:00",
                            "dateModified": "2024-05-08T07:00:00+00:00",
                            "publisher": {"@id": "#o"},
                        },
                        {"@type": "Organization", "@id": "#o", "name": "The Quay"},
                        {"@type": "Person", "@id": "#p1", "name": "Ellen Varga"},
                        {"@type": "Person", "@id": "#p2", "name": "Jon Moe"},
                        {"@type": "WebSite", "@id": "#w", "name": "The Quay", "datePublished": "2010-01-01"},
                    ],
                }
            ),
            f"<body><article><h1>{TITLE}</h1><div class=post-content>{PARAGRAPHS}</div></article></body>",
            title=f"{TITLE} - The Quay",
        ),
        has=TEXT,
        title=TITLE,
        author="Ellen Varga, Jon Moe",
        published="2024-05-06",
    ),
)

DRUPAL = (
    Odd(
        "Drupal: submitted by, node fields, a block of upcoming events",
        page(
            '<meta name="Generator" content="Drupal 10 (https://www.drupal.org)">',
            f"""<body class="path-node page-node-type-article"><div class="dialog-off-canvas-main-canvas"><main role="main"><div class="layout-content">
<div class="region region-content"><h1 class="page-title"><span class="field field--name-title">{TITLE}</span></h1>
<article class="node node--type-article node--view-mode-full"><footer class="node__meta"><div class="node__submitted">Submitted by
<span class="field field--name-uid"><span typeof="schema:Person" property="schema:name">Ellen Varga</span></span> on <span class="field field--name-created">Mon, 05/06/2024 - 09:15</span></div></footer>
<div class="node__content"><div class="field field--name-body field--type-text-with-summary field__item">{PARAGRAPHS}</div></div></article></div></div>
<aside class="layout-sidebar-second"><div class="block block-views block-events"><h2>Upcoming events</h2><div class="views-row"><span class="date-display-single">12 June 2024</span> Harbour day</div></div></aside>
</main></div></body>""",
            title=f"{TITLE} | Orsund Harbour",
        ),
        has=TEXT,
        lacks=("Harbour day", "Submitted by"),
        title=TITLE,
        author="Ellen Varga",
        published="2024-05-06",
    ),
    Odd(
        "Drupal 7 with RDFa",
        page(
            '<meta about="/node/7" property="sioc:num_replies" content="1" datatype="xsd:integer">',
            f"""<body class="html not-front node-type-story"><div id="main"><h1 class="title" id="page-title">{TITLE}</h1>
<div id="node-7" class="node node-story" about="/node/7" typeof="sioc:Item foaf:Document"><div class="meta submitted">
<span property="dc:date dc:created" content="2012-05-06T09:15:00+02:00" datatype="xsd:dateTime" rel="sioc:has_creator">Submitted by <span class="username" xml:lang="" about="/user/3" typeof="sioc:UserAccount" property="foaf:name">Ellen Varga</span> on Sun, 05/06/2012 - 09:15</span></div>
<div class="content clearfix"><div class="field field-name-body"><div class="field-item even" property="content:encoded">{PARAGRAPHS}</div></div></div>
<div id="comments" class="comment-wrapper"><h2 class="title">Comments</h2><div class="comment"><span property="dc:date dc:created" content="2012-05-08T10:00:00+02:00">Submitted by <span class="username">Tor Hagel</span> on Tue, 05/08/2012 - 10:00</span><p>{REMARK}.</p></div></div></div></div></body>""",
            title=f"{TITLE} | Orsund Harbour",
        ),
        has=TEXT,
        lacks=(REMARK, "Submitted by"),
        title=TITLE,
        author="Ellen Varga",
        published="2012-05-06",
    ),
)

LARGE = (
    Odd(
        "Arc: data attributes, a by-line in parts, an updated line",
        page(
            '<meta property="article:modified_time" content="2024-05-07T15:00:00Z"><meta property="article:published_time" content="2024-05-07T02:10:00Z"><meta property="og:site_name" content="The Varga Times">',
            f"""<body><div id="fusion-app"><header class="b-header-nav-chain"><nav><a>Sections</a><a>Subscribe</a></nav></header>
<article class="b-article-body"><h1 class="b-headline">{TITLE}</h1><p class="b-subheadline">Two cranes stood still.</p>
<div class="b-byline"><span class="b-byline__by">By</span><span class="b-byline__names"><a href="/author/ellen-varga/">Ellen Varga</a> and <a href="/author/jon-moe/">Jon Moe</a></span></div>
<time class="b-date" datetime="2024-05-07T02:10:00Z">May 06, 2024 at 10:10 pm EDT</time>
{PARAGRAPHS}<div class="b-ads-block">Advertisement</div><div class="b-promo"><h2>More coverage</h2><p>{OTHER}.</p></div></article></div></body>""",
            lang="en-US",
        ),
        has=TEXT,
        lacks=(OTHER, "Advertisement"),
        title=TITLE,
        author="Ellen Varga, Jon Moe",
        published="2024-05-06",
    ),
    Odd(
        "Ghost with cards of a newsletter",
        page(
            '<meta name="generator" content="Ghost 5.80"><meta property="article:published_time" content="2024-05-06T07:00:00.000Z"><meta property="article:modified_time" content="2024-05-10T07:00:00.000Z"><meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ellen Varga">'
            + linked(
                {
                    "@context": "https://schema.org",
                    "@type": "Article",
                    "publisher": {"@type": "Organization", "name": "Quay Notes"},
                    "author": {"@type": "Person", "name": "Ellen Varga", "sameAs": []},
                    "headline": TITLE,
                    "datePublished": "2024-05-06T07:00:00.000Z",
                }
            ),
            f"""<body class="post-template"><div class="gh-viewport"><main class="gh-main"><article class="gh-article post"><header class="gh-article-header"><h1 class="gh-article-title">{TITLE}</h1></header>
<section class="gh-content gh-canvas">{PARAGRAPHS}<div class="kg-card kg-signup-card"><h2>Sign up for Quay Notes</h2><p>Harbour news in your inbox every week, no spam.</p></div></section></article>
<section class="gh-container"><h2 class="gh-container-title">Read more</h2><div class="gh-feed"><article class="gh-card post"><h3 class="gh-card-title">{OTHER}</h3><time datetime="2024-05-30">May 30, 2024</time></article></div></section></main></div></body>""",
        ),
        has=TEXT,
        lacks=(OTHER,),
        title=TITLE,
        author="Ellen Varga",
        published="2024-05-06",
    ),
    Odd(
        "Blogger: post-title h3, date header above, archive of years beside",
        page(
            '<meta content="blogger" name="generator"><link href="http://quay.example/2024/05/port.html" rel="canonical">',
            f"""<body><div class="content-outer"><div class="main section" id="main"><div class="widget Blog" id="Blog1"><div class="blog-posts hfeed"><div class="date-outer">
<h2 class="date-header"><span>Monday, May 6, 2024</span></h2><div class="date-posts"><div class="post-outer"><div class="post hentry"><h3 class="post-title entry-title" itemprop="name">{TITLE}</h3>
<div class="post-body entry-content" id="post-body-1">{ONE}<br><br>{TWO}<br><br>{THREE}<div style="clear: both;"></div></div>
<div class="post-footer"><div class="post-footer-line"><span class="post-author vcard">Posted by <span class="fn" itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">Ellen Varga</span></span></span>
<span class="post-timestamp">at <a class="timestamp-link"><abbr class="published" itemprop="datePublished" title="2024-05-06T09:00:00+02:00">9:00 AM</abbr></a></span></div></div></div></div></div></div></div></div></div>
<div class="sidebar section"><div class="widget BlogArchive"><h2>Blog Archive</h2><ul><li>2024 (12)</li><li>2023 (40)</li></ul></div></div></div></body>""",
            title=f"Quay Notes: {TITLE}",
        ),
        has=TEXT,
        lacks=("Blog Archive", "Posted by"),
        title=TITLE,
        author="Ellen Varga",
        published="2024-05-06",
    ),
    Odd(
        "TYPO3 news in German",
        page(
            '<meta name="generator" content="TYPO3 CMS"><meta name="date" content="2024-05-06">',
            """<body><div class="page"><nav class="navbar"><ul><li>Startseite</li><li>Aktuelles</li></ul></nav><div class="news news-single"><div class="article" itemscope itemtype="http://schema.org/Article">
<div class="header"><h1 itemprop="headline">Hafen von Orsund schlägt mehr Container um</h1></div><div class="footer"><p><span class="news-list-date"><time itemprop="datePublished" datetime="2024-05-06">06.05.2024</time></span>
<span class="news-list-author">Von Elke Varga</span></p></div><div class="news-text-wrap" itemprop="articleBody"><p>Der Hafen von Orsund hat im April 48.200 Container umgeschlagen, neun Prozent mehr als im Vorjahr.</p>
<p>Zwei Kräne standen elf Tage still, weil ein Teil aus dem Ausland kommen musste; Schiffe warteten bis zu 30 Stunden.</p></div>
<div class="news-backlink-wrap"><a href="/aktuelles">Zurück</a></div></div></div><footer>Stand: 01.06.2024</footer></div></body>""",
            lang="de",
            title="Stadt Orsund: Hafen von Orsund schlägt mehr Container um",
        ),
        has=("Der Hafen von Orsund hat im April 48.200 Container", "Zwei Kräne standen elf Tage still"),
        lacks=("Zurück",),
        title="Hafen von Orsund schlägt mehr Container um",
        author="Elke Varga",
        published="2024-05-06",
    ),
    Odd(
        "Wix: spans in spans, a day without a year elsewhere",
        page(
            linked(
                {
                    "@context": "https://schema.org",
                    "@type": "BlogPosting",
                    "headline": TITLE,
                    "author": {"@type": "Person", "name": "Ellen Varga"},
                    "datePublished": "2024-05-06T18:25:43.511Z",
                    "dateModified": "2024-05-12T09:00:00.000Z",
                }
            ),
            f"""<body><div id="SITE_CONTAINER"><div data-hook="post"><div data-hook="post-description"><ul><li><span data-hook="user-name" title="Ellen Varga">Ellen Varga</span></li><li><span data-hook="time-ago">May 6</span></li><li><span data-hook="time-to-read">2 min read</span></li></ul>
<h1 data-hook="post-title"><span>{TITLE}</span></h1></div><div data-hook="rcv-block"><p class="d5aRD"><span class="x"><span>{ONE}</span></span></p><p class="d5aRD"><span>{TWO}</span></p><p><span>{THREE}</span></p></div>
<div data-hook="recent-posts-widget"><h2>Recent Posts</h2><div>{OTHER}</div></div></div></div></body>""",
        ),
        has=TEXT,
        title=TITLE,
        author="Ellen Varga",
        published="2024-05-06",
    ),
    Odd(
        "AMP",
        page(
            '<script async src="https://cdn.ampproject.org/v0.js"></script>'
            + linked(
                {
                    "@context": "http://schema.org",
                    "@type": "NewsArticle",
                    "mainEntityOfPage": "https://q.example/port",
                    "headline": TITLE,
                    "datePublished": "2024-05-06T09:00:00+0200",
                    "dateModified": "2024-05-06T11:00:00+0200",
                    "author": {"@type": "Person", "name": "ELLEN VARGA"},
                    "publisher": {"@type": "Organization", "name": "The Quay"},
                }
            ),
            f"""<body><amp-sidebar id="s"><ul><li>Menu</li></ul></amp-sidebar><article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{TITLE}</h1></header>
<amp-img src="a.jpg" width="600" height="400"></amp-img><div class="amp-wp-article-content">{PARAGRAPHS}<amp-ad type="x"><div placeholder>Advertisement</div></amp-ad></div></article>
<amp-consent id="c"><div>We value your privacy and use cookies to improve this site.</div></amp-consent></body>""",
            more=" ⚡",
        ),
        has=TEXT,
        lacks=("Advertisement", "We value your privacy"),
        title=TITLE,
        published="2024-05-06",
    ),
    Odd(
        "Next.js: the page's data as a script, day in a time element alone",
        page(
            "",
            f"""<body><div id="__next"><header><a href="/">quay</a></header><main><article><h1 class="Headline_root__x1">{TITLE}</h1><div class="Meta_root__k2"><a class="Meta_author__p3" href="/people/ellen-varga">Ellen Varga</a><time datetime="2024-05-06T09:00:00.000Z">6 May 2024</time></div>
<div class="Body_root__z9">{PARAGRAPHS}</div></article><section class="Related_root__r4"><h2>Related stories</h2><a><h3>{OTHER}</h3><time datetime="2024-05-19">19 May 2024</time></a></section></main></div>
<script id="__NEXT_DATA__" type="application/json">{{"props":{{"date":"2019-01-01"}}}}</script></body>""",
        ),
        has=TEXT,
        lacks=(OTHER,),
        title=TITLE,
        author="Ellen Varga",
        published="2024-05-06",
    ),
    Odd(
        "Substack",
        page(
            linked(
                {
                    "@context": "https://schema.org",
                    "@type": "NewsArticle",
                    "headline": TITLE,
                    "datePublished": "2024-05-06T11:00:42+00:00",
                    "dateModified": "2024-05-06T11:00:42+00:00",
                    "isAccessibleForFree": True,
                    "author": [{"@type": "Person", "name": "Ellen Varga"}],
                    "publisher": {"@type": "Organization", "name": "Quay Notes"},
                }
            ),
            f"""<body><div class="single-post"><article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title published">{TITLE}</h1><h3 class="subtitle">Two cranes stood still</h3>
<div class="byline-wrapper"><a href="/@ev">Ellen Varga</a><div class="pencraft">May 06, 2024</div></div></div><div class="available-content"><div class="body markup">{PARAGRAPHS}
<div class="subscription-widget-wrap"><p>Quay Notes is a reader-supported publication. To receive new posts, consider becoming a subscriber.</p></div></div></div></article>
<div class="comments-page"><div class="comment"><span>Tor</span><div class="comment-body"><p>{REMARK}.</p></div></div></div></div></body>""",
        ),
        has=TEXT,
        lacks=(REMARK, "reader-supported"),
        title=TITLE,
        author="Ellen Varga",
        published="2024-05-06",
    ),
    Odd(
        "Medium: no marks but classes of letters",
        page(
            '<meta property="article:published_time" content="2024-05-06T09:31:06.044Z"><meta property="article:author" content="https://medium.example/@ellen"><meta name="author" content="Ellen Varga"><meta property="og:site_name" content="Medium">',
            f"""<body><div class="l c"><article><div class="am an"><h1 class="ht hu">{TITLE}</h1><div class="bm"><a class="af" href="/@ellen">Ellen Varga</a><span>Follow</span><span>3 min read</span><span>May 6, 2024</span></div><div class="pw"><span>--</span></div>
<p class="pw-post-body-paragraph">{ONE}</p><p class="pw-post-body-paragraph">{TWO}</p><p class="pw-post-body-paragraph">{THREE}</p></div></article></div></body>""",
            title=f"{TITLE} | by Ellen Varga | May, 2024 | Medium",
        ),
        has=TEXT,
        lacks=("min read",),
        title=TITLE,
        author="Ellen Varga",
        published="2024-05-06",
    ),
)
