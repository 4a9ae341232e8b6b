# ruff: noqa: E501 - pages stand as the systems write them
"""Kinds of page that the others do not have: wires, forums, live blogs, exports, by-lines with offices, days in many zones.

Places and people are invented. A field that is empty must stay unknown: a wrong day or author is worse than none.
"""

from __future__ import annotations

import json

from tests.ingest.cms_pages import linked
from tests.ingest.cms_pages import page as any_page
from tests.ingest.odd_pages import Odd

TITLE = "Kelm raises the fee for parking at the harbour"
ONE = "The town of Kelm will charge 3.20 euros an hour for parking at the harbour from June, 60 cents more than today."
TWO = "The council expects 410,000 euros a year from it, and wants to spend half of that on 26 new racks for bicycles."
THREE = (
    "Of 1,140 people who answered a survey in February, 58 per cent were against the fee and 31 per cent were for it."
)
FOUR = "The fishermen's union, which counts 74 members, said that nobody had asked those who work at the quay at night."
TEXT = (ONE, TWO, THREE, FOUR)
PARAGRAPHS = "\n".join(f"<p>{words}</p>" for words in TEXT)
ELSE = "Choir of Kelm looks for tenors after forty years"
SECOND = "Road to Brandal shut for eleven days this spring"


def page(head: str, body: str, *, lang: str = "en", title: str = TITLE) -> str:
    return any_page(head, body, lang=lang, title=title)


SYSTEMS = (
    Odd(
        "newspaper theme: boxes with days above, views, share counts",
        page(
            '<meta name="generator" content="WordPress 6.1.1"><meta property="og:title" content="' + TITLE + '"/>',
            f"""<body class="post-template-default single tdb-template td-full-layout"><div class="td-trending-now-wrapper"><a href="/1">{ELSE}</a><time class="entry-date updated td-module-date" datetime="2024-03-10T08:00:00+00:00">March 10, 2024</time></div>
<article id="post-881" class="post type-post"><div class="td-post-header"><ul class="td-category"><li><a>Town</a></li></ul><header class="td-post-title"><h1 class="entry-title">{TITLE}</h1>
<div class="td-module-meta-info"><div class="td-post-author-name"><div class="td-author-by">By</div> <a href="/author/liv">Liv Sandal</a><div class="td-author-line"> - </div></div><span class="td-post-date"><time class="entry-date updated td-module-date" datetime="2024-03-07T08:15:00+00:00">March 7, 2024</time></span><div class="td-post-views"><i class="td-icon-views"></i><span>1804</span></div></div></header></div>
<div class="td-post-content">{PARAGRAPHS}</div><footer><div class="td-block-title-wrap"><h4>RELATED ARTICLES</h4></div><div class="td_module_mx5"><h3><a href="/2">{SECOND}</a></h3><time class="entry-date" datetime="2024-02-28T08:00:00+00:00">February 28, 2024</time></div></footer></article></body>""",
            title=f"{TITLE} - Kelm Courier",
        ),
        has=TEXT,
        lacks=(ELSE, SECOND, "1804"),
        title=TITLE,
        author="Liv Sandal",
        published="2024-03-07",
    ),
    Odd(
        "a plugin that puts the day of the last change first",
        page(
            "",
            f"""<body><main><article class="post"><h1 class="entry-title">{TITLE}</h1><p class="post-modified-info">Last Updated on March 19, 2024 by <a class="post-modified-info" href="#">Desk Kelm</a></p>
<div class="post-meta"><span class="posted-on">Posted on <a href="/p"><time class="entry-date published" datetime="2024-03-07T07:15:00+01:00">7 March 2024</time><time class="updated" datetime="2024-03-19T07:15:00+01:00">19 March 2024</time></a></span> <span class="byline">by <span class="author vcard"><a class="url fn n" href="/author/liv">Liv Sandal</a></span></span></div>
<div class="entry-content">{PARAGRAPHS}</div></article></main></body>""",
        ),
        has=TEXT,
        title=TITLE,
        author="Liv Sandal",
        published="2024-03-07",
    ),
    Odd(
        "Drupal 10: teasers as articles with days before the page's own",
        page(
            '<meta name="Generator" content="Drupal 10 (https://www.drupal.org)" />',
            f"""<body class="path-node page-node-type-news"><div class="region region-featured"><div class="views-row"><article class="node node--type-news node--view-mode-teaser"><h2><a href="/n/3">{ELSE}</a></h2><div class="field field--name-field-date"><time datetime="2024-03-11T12:00:00Z">11 March 2024</time></div></article></div>
<div class="views-row"><article class="node node--type-news node--view-mode-teaser"><h2><a href="/n/4">{SECOND}</a></h2><div class="field field--name-field-date"><time datetime="2024-03-09T12:00:00Z">9 March 2024</time></div></article></div></div>
<main role="main"><div class="region region-content"><article class="node node--type-news node--view-mode-full"><h1><span class="field field--name-title">{TITLE}</span></h1>
<div class="node__content"><div class="field field--name-field-date field--type-datetime field--label-hidden field__item"><time datetime="2024-03-07T12:00:00Z">7 March 2024</time></div><div class="field field--name-field-author field__item">Liv Sandal</div>
<div class="clearfix text-formatted field field--name-body field__item">{PARAGRAPHS}</div></div></article></div></main></body>""",
            title=f"{TITLE} | Municipality of Kelm",
        ),
        has=TEXT,
        lacks=(ELSE, SECOND),
        title=TITLE,
        author="Liv Sandal",
        published="2024-03-07",
    ),
    Odd(
        "Ghost: two authors, a time to read, a card of a newsletter",
        page(
            '<meta property="article:published_time" content="2024-03-07T06:15:00.000Z"><meta property="article:modified_time" content="2024-03-12T06:15:00.000Z">'
            '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Liv Sandal, Tom Rask"><meta name="generator" content="Ghost 5.79">',
            f"""<body class="post-template"><header class="gh-head"><a href="/">The Quay</a></header><main class="gh-main"><article class="gh-article post"><header class="gh-article-header"><a class="gh-article-tag" href="/tag/town">Town</a><h1 class="gh-article-title">{TITLE}</h1>
<div class="gh-article-meta"><div class="gh-author-name-list"><a href="/author/liv/">Liv Sandal</a>, <a href="/author/tom/">Tom Rask</a></div><time class="gh-article-meta-date" datetime="2024-03-07">Mar 7, 2024</time> <span class="gh-article-meta-length">— 4 min read</span></div></header>
<div class="gh-content">{PARAGRAPHS}<div class="kg-card kg-signup-card"><h2>The Quay by post</h2><p>Join 4,000 readers who get our letter every Friday.</p></div></div></article></main></body>""",
            title=TITLE,
        ),
        has=TEXT,
        lacks=("4 min read",),
        title=TITLE,
        author="Liv Sandal, Tom Rask",
        published="2024-03-07",
    ),
    Odd(
        "a broadcaster's page: names of classes that are noise, role behind the name",
        page(
            '<meta name="description" content="The fee rises in June.">',
            f"""<body><div id="__next"><header class="ssrcss-1o5f7ft"><nav><ul><li>Home</li><li>News</li></ul></nav></header><main id="main-content"><article class="ssrcss-pv1rh6-ArticleWrapper"><h1 id="main-heading" class="ssrcss-15xko80">{TITLE}</h1>
<div data-component="byline-block"><div class="sc-b42e7a8f"><time datetime="2024-03-07T06:02:41.000Z">7 March 2024</time></div><div class="sc-f1fd3c4d"><span class="sc-8b5a">Liv Sandal</span><div class="sc-3a4e">Political editor, North</div></div></div>
{"".join(f'<div data-component="text-block"><p class="sc-eb7bd5f6-0">{one}</p></div>' for one in TEXT)}
<div data-component="links-block"><h2>More on this story</h2><ul><li><a href="/n/3">{ELSE}</a> <span>Published 2 March</span></li></ul></div></article></main></div></body>""",
            lang="en-GB",
            title=f"{TITLE} - KBC News",
        ),
        has=TEXT,
        lacks=(ELSE,),
        title=TITLE,
        author="Liv Sandal",
        published="2024-03-07",
    ),
    Odd(
        "a network's page: updated line with clock and zone alone",
        page(
            "",
            f"""<body class="layout"><section class="body"><div class="headline headline--has-lowertext"><h1 class="headline__text inline-placeholder" id="maincontent">{TITLE}</h1></div>
<div class="headline__sub-text"><div class="byline" data-editable="settings"><div class="byline__names">By <a class="byline__link" href="/profiles/liv"><span class="byline__name">Liv Sandal</span></a> and <span class="byline__name">Tom Rask</span>, KNN</div></div><div class="headline__sub-description"><div class="timestamp vossi-timestamp">Updated
        3:01 PM EST, Thu March 7, 2024</div></div></div>
<main class="article__main"><div class="article__content"><cite class="source__cite"><span class="source__location">Kelm</span><span class="source__text">KNN</span> — </cite>{PARAGRAPHS}</div></main></section>
<aside class="zone"><div class="card"><span class="container__headline-text">{ELSE}</span></div></aside></body>""",
            title=f"{TITLE} | KNN",
        ),
        has=TEXT,
        lacks=(ELSE,),
        title=TITLE,
        author="Liv Sandal, Tom Rask",
        published="2024-03-07",
    ),
    Odd(
        "an agency's page: by-line by test ids, updated in words",
        page(
            "",
            f"""<body><div id="fusion-app"><main class="regular-article-layout__main__1tzD8"><article><header class="article-header__heading__15OpQ"><h1 data-testid="Heading">{TITLE}</h1>
<div class="info-content"><div data-testid="AuthorNameSection">By <a rel="author" data-testid="AuthorNameLink" href="/authors/liv/">Liv Sandal</a> and <a rel="author" data-testid="AuthorNameLink" href="/authors/tom/">Tom Rask</a></div>
<time data-testid="Body" datetime="2024-03-07T21:15:09Z"><span data-testid="DateLineText">March 7, 2024</span><span class="date-line__date___kNbY">9:15 PM UTC</span><span class="date-line__date___kNbY">Updated 2 days ago</span></time></div></header>
<div class="article-body__content__17Yit">{"".join(f'<p data-testid="paragraph-{n}" class="text__text__1FZLe">{one}</p>' for n, one in enumerate(TEXT))}<div class="article-body__element"><p class="sign-off">Reporting by Liv Sandal and Tom Rask; Editing by Ida Moe</p></div><p>Our Standards: The Trust Principles.</p></div></article></main></div></body>""",
        ),
        has=TEXT,
        title=TITLE,
        author="Liv Sandal, Tom Rask",
        published="2024-03-07",
    ),
    Odd(
        "an app shell: the article stands in the linked data alone",
        page(
            linked(
                {
                    "@context": "https://schema.org",
                    "@type": "NewsArticle",
                    "headline": TITLE,
                    "articleBody": "\n\n".join(TEXT),
                    "datePublished": "2024-03-07T07:15:00+01:00",
                    "author": [{"@type": "Person", "name": "Liv Sandal"}],
                }
            ),
            '<body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript><script src="/main.js"></script></body>',
        ),
        has=TEXT,
        title=TITLE,
        author="Liv Sandal",
        published="2024-03-07",
    ),
    Odd(
        "Next.js: days of teasers as times, the page's own as plain words",
        page(
            "",
            f"""<body><div id="__next"><main><ul class="css-1x2"><li><a href="/a"><h3>{ELSE}</h3></a><time datetime="2024-03-12">12 Mar</time></li><li><a href="/b"><h3>{SECOND}</h3></a><time datetime="2024-03-11">11 Mar</time></li></ul>
<article class="css-9z1"><h1>{TITLE}</h1><div class="css-0"><p>Liv Sandal</p><p>Published: 7 March 2024, 08:15</p></div>{PARAGRAPHS}</article></main></div>
<script id="__NEXT_DATA__" type="application/json">{json.dumps({"props": {"pageProps": {"article": {"title": TITLE, "created": "2024-03-05T10:00:00Z"}}}, "buildId": "a1"})}</script></body>""",
        ),
        has=TEXT,
        lacks=(ELSE, SECOND),
        title=TITLE,
        published="2024-03-07",
    ),
    Odd(
        "AMP with a sidebar and a time ago",
        page(
            '<link rel="canonical" href="https://kelmcourier.example/parking"><style amp-boilerplate>body{visibility:hidden}</style>',
            f"""<body><amp-sidebar id="sb" layout="nodisplay"><ul><li><a>Town</a></li><li><a>Sport</a></li></ul></amp-sidebar><article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{TITLE}</h1>
<div class="amp-wp-meta amp-wp-byline"><span class="amp-wp-author author vcard">Liv Sandal</span></div><div class="amp-wp-meta amp-wp-posted-on"><amp-timeago layout="fixed" datetime="2024-03-07T07:15:00+01:00" locale="en"><time datetime="2024-03-07T07:15:00+01:00">2 weeks ago</time></amp-timeago></div></header>
<div class="amp-wp-article-content">{PARAGRAPHS}<amp-ad type="x"><div placeholder>Advertisement</div></amp-ad></div></article></body>""",
            title=f"{TITLE} - Kelm Courier",
        ),
        has=TEXT,
        lacks=("Advertisement", "Sport"),
        title=TITLE,
        author="Liv Sandal",
        published="2024-03-07",
    ),
    Odd(
        "Blogger, newer theme: by NAME - day, popular posts with days",
        page(
            '<meta content="blogger" name="generator"/>',
            f"""<body class="item-view"><div class="centered"><main class="main"><div class="widget Blog" id="Blog1"><div class="blog-posts hfeed"><article class="post-outer-container"><div class="post"><h3 class="post-title entry-title">{TITLE}</h3><div class="post-header"><div class="post-header-line-1"><span class="byline post-author vcard"><span class="post-author-label">By</span> <span class="fn"><a class="g-profile" href="/p" title="author profile">Liv Sandal</a></span></span><span class="byline post-timestamp"> - <a class="timestamp-link" href="/2024/03/parking.html" rel="bookmark"><time class="published" datetime="2024-03-07T08:15:00+01:00">March 07, 2024</time></a></span></div></div>
<div class="post-body entry-content">{ONE}<br /><br />{TWO}<br /><br />{THREE}<br /><br />{FOUR}</div></div></article></div></div></main>
<aside><div class="widget PopularPosts"><h3>Popular posts</h3><article><h3><a>{ELSE}</a></h3><time class="published" datetime="2023-11-02T08:15:00+01:00">November 02, 2023</time></article></div></aside></div></body>""",
            title=TITLE,
        ),
        has=TEXT,
        lacks=(ELSE,),
        title=TITLE,
        author="Liv Sandal",
        published="2024-03-07",
    ),
    Odd(
        "Medium: publication, follow, minutes and day in a row of spans",
        page(
            '<meta property="article:author" content="https://medium.example/@liv"><meta data-rh="true" name="author" content="Liv Sandal">',
            f"""<body><div class="ab"><article><section><div><h1 class="pw-post-title" data-testid="storyTitle">{TITLE}</h1><div class="speechify-ignore"><a href="/@liv">Liv Sandal</a><span>·</span><button>Follow</button><p>Published in</p><a>Harbour Notes</a><span>·</span><span data-testid="storyReadTime">3 min read</span><span>·</span><span data-testid="storyPublishDate">Mar 7, 2024</span></div><div><button>--</button><button>12</button></div></div>
{"".join(f'<p class="pw-post-body-paragraph">{one}</p>' for one in TEXT)}</section></article><footer><h2>More from Liv Sandal</h2><div><h2>{ELSE}</h2><span>Jan 3, 2024</span></div></footer></div></body>""",
            title=f"{TITLE} | by Liv Sandal | Harbour Notes | Mar, 2024 | Medium",
        ),
        has=TEXT,
        lacks=(ELSE, "3 min read"),
        title=TITLE,
        author="Liv Sandal",
        published="2024-03-07",
    ),
    Odd(
        "Webflow: a collection page without any data",
        page(
            '<meta content="Webflow" name="generator">',
            f"""<body><div class="nav_component w-nav"><a class="w-nav-link">Blog</a></div><div class="section_blogpost2-header"><div class="breadcrumb-link">All posts</div><h1 class="heading-style-h2">{TITLE}</h1><div class="blogpost2-header_title-bottom"><div class="blogpost2-header_author-wrapper"><div class="text-size-small text-weight-semibold">Liv Sandal</div></div><div class="blogpost2-header_date-wrapper"><div>Published on</div><div>7 Mar 2024</div></div></div></div>
<div class="blogpost2_content-wrapper"><div class="text-rich-text w-richtext">{PARAGRAPHS}</div></div><div class="section_blog37"><h2>Latest posts</h2><div class="w-dyn-item"><h3>{ELSE}</h3><div>11 Mar 2024</div></div></div></body>""",
        ),
        has=TEXT,
        lacks=(ELSE,),
        title=TITLE,
        published="2024-03-07",
    ),
    Odd(
        "Wix, newer blog: hooks, day in the title of a span, updated beside",
        page(
            '<meta name="generator" content="Wix.com Website Builder"/>',
            f"""<body><div id="SITE_CONTAINER"><article data-hook="post"><h1 data-hook="post-title" class="blog-post-title-font"><span class="post-title__text"><span class="blog-post-title-font">{TITLE}</span></span></h1><ul class="wRbjp"><li class="UZa2X"><span class="tQ0Q1A user-name" title="Liv Sandal">Liv Sandal</span></li><li><span title="Mar 7, 2024" class="post-metadata__date time-ago" data-hook="time-ago">Mar 7, 2024</span></li><li><span class="post-metadata__readTime" data-hook="time-to-read">2 min read</span></li></ul><p><span data-hook="last-updated">Updated: <span class="time-ago" title="Mar 20, 2024">Mar 20, 2024</span></span></p>
<section data-hook="post-description">{"".join(f'<p class="mm8Nw"><span class="B2EFF"><span>{one}</span></span></p>' for one in TEXT)}</section></article><section data-hook="recent-posts"><h2>Recent Posts</h2><a>{ELSE}</a></section></div></body>""",
            title=TITLE,
        ),
        has=TEXT,
        lacks=(ELSE, "2 min read"),
        title=TITLE,
        author="Liv Sandal",
        published="2024-03-07",
    ),
    Odd(
        "Plone: by NAME — last modified",
        page(
            '<meta name="DC.date.created" content="2024-03-07T08:15:00+01:00"><meta name="DC.date.modified" content="2024-03-20T08:15:00+01:00"><meta name="generator" content="Plone - https://plone.org/">',
            f"""<body><div id="content"><h1 class="documentFirstHeading">{TITLE}</h1><div class="documentByLine" id="plone-document-byline"><span class="documentAuthor">by <a href="/author/liv">Liv Sandal</a> — </span><span class="documentPublished"><span>published</span> Mar 07, 2024 08:15 AM,</span> <span class="documentModified"><span>last modified</span> Mar 20, 2024 08:15 AM</span></div><div id="content-core">{PARAGRAPHS}</div></div></body>""",
            title=f"{TITLE} — Kelm",
        ),
        has=TEXT,
        title=TITLE,
        author="Liv Sandal",
        published="2024-03-07",
    ),
)

KINDS = (
    Odd(
        "tables of 2003: title, by-line and day joined by single breaks in one cell",
        page(
            "",
            f"""<body bgcolor="#FFFFFF"><table width="760" cellspacing="0"><tr><td width="140" valign="top"><font size="1"><a href="a.htm">Town</a><br><a href="b.htm">Sport</a><br><a href="c.htm">Weather</a></font></td><td width="620"><font face="Arial" size="4"><b>{TITLE}</b></font><br><font size="1">By Liv Sandal</font><br><font size="1">March 7, 2003</font><br><br><font size="2">{ONE}<br><br>{TWO}<br><br>{THREE}<br><br>{FOUR}</font></td></tr></table></body>""",
            title=TITLE,
        ),
        has=TEXT,
        lacks=(f"{TITLE} By Liv", "Sandal March"),
        title=TITLE,
        author="Liv Sandal",
        published="2003-03-07",
    ),
    Odd(
        "a department of justice: for immediate release, weekday, number, updated at the foot",
        page(
            "",
            f"""<body><section class="usa-banner"><p>An official website of the government</p></section><main><div class="node-press-release"><div class="node-release-label">Press Release</div><h1 class="page-title"><span>{TITLE}</span></h1><div class="node-date"><div class="field__item"><time datetime="2024-03-07T12:00:00Z">Thursday, March 7, 2024</time></div></div><div class="field--name-field-release">For Immediate Release</div><div class="field--name-field-office">Office of Harbours</div><div class="field-formatter--text-default">{PARAGRAPHS}</div><div class="node-updated-date">Updated March 8, 2024</div><div class="pr-fields"><div>Topic</div><div>Harbours</div><div>Press Release Number: 24-312</div></div></div></main></body>""",
            lang="en-US",
            title=f"Office of Harbours | {TITLE} | Department of Kelm",
        ),
        has=TEXT,
        title=TITLE,
        author="",
        published="2024-03-07",
    ),
    Odd(
        "a press-release wire: dateline in the text, news provided by",
        page(
            "",
            f"""<body><main><article class="news-release inline-gallery-template"><header class="release-header"><h1>{TITLE}</h1><div class="row"><div class="col-lg-8"><p class="prntac"><strong>News provided by</strong></p><a href="/news/kelm"><strong>Town of Kelm</strong></a></div><p class="mb-no">Mar 07, 2024, 08:15 ET</p></div></header>
<section class="release-body"><p class="prntac"><i>Fee pays for racks</i></p><p><span class="legendSpanClass"><span class="xn-location">KELM</span></span>, <span class="legendSpanClass"><span class="xn-chron">March 7, 2024</span></span> /NWWire/ -- {ONE}</p><p>{TWO}</p><p>{THREE}</p><p>{FOUR}</p><p>SOURCE Town of Kelm</p></section></article><div class="related-releases"><h3>More Releases From This Source</h3><a>{ELSE}</a><small>Feb 12, 2024, 09:00 ET</small></div></main></body>""",
            lang="en-US",
        ),
        has=TEXT,
        lacks=(ELSE,),
        title=TITLE,
        published="2024-03-07",
    ),
    Odd(
        "a university: day, by-line and office in one line with strokes",
        page(
            "",
            f"""<body><header><a>University of Kelm</a></header><main><div class="breadcrumbs"><a>News</a> / <a>Town</a></div><h1>{TITLE}</h1><p class="news-meta">March 7, 2024 | By Liv Sandal | Office of Communications</p><div class="story">{PARAGRAPHS}<hr><p><em>Media contact: Ida Moe, 555 0142, ida@kelm.example</em></p></div></main><aside><h3>Upcoming events</h3><p>March 21, 2024: {ELSE}</p></aside></body>""",
            title=f"{TITLE} | University of Kelm News",
        ),
        has=TEXT,
        lacks=(ELSE,),
        title=TITLE,
        author="Liv Sandal",
        published="2024-03-07",
    ),
    Odd(
        "a forum: the first post and answers with days of their own",
        page(
            "",
            f"""<body id="phpbb"><div id="wrap"><h2 class="topic-title"><a href="./t1">{TITLE}</a></h2><div id="p1" class="post bg2"><div class="inner"><dl class="postprofile" id="profile1"><dt><a href="./u2" class="username">livs</a></dt><dd class="profile-joined"><strong>Joined:</strong> Sat Jan 05, 2019 9:02 pm</dd></dl><div class="postbody"><p class="author">by <strong><a href="./u2" class="username">livs</a></strong> » Thu Mar 07, 2024 8:15 am</p><div class="content">{ONE}<br><br>{TWO}<br><br>{THREE}</div></div></div></div>
<div id="p2" class="post bg1"><div class="inner"><div class="postbody"><p class="author">by <strong><a href="./u3" class="username">rask</a></strong> » Fri Mar 08, 2024 7:01 pm</p><div class="content">{FOUR}</div></div></div></div></div></body>""",
            title=f"{TITLE} - Kelm Board",
        ),
        has=(ONE, TWO, THREE),
        title=TITLE,
        published="2024-03-07",
    ),
    Odd(
        "an export of a PDF: a division a line, a line's end within sentences",
        page(
            '<meta name="generator" content="pdf2htmlEX"/>',
            f"""<body><div id="page-container"><div id="pf1" class="pf"><div class="pc"><div class="t m0 x1 h2 y1 ff1 fs0">{TITLE}</div><div class="t m0 x1 h3 y2 ff2 fs1">Kelm, 7 March 2024</div>"""
            + "".join(
                f'<div class="t m0 x1 h3 y{n}{half} ff2 fs1">{part}</div>'
                for n, one in enumerate(TEXT)
                for half, part in enumerate((one[: one.index(" ", 55)], one[one.index(" ", 55) + 1 :]))
            )
            + "</div></div></div></body>",
            title=TITLE,
        ),
        has=tuple(part for one in TEXT for part in (one[: one.index(" ", 55)], one[one.index(" ", 55) + 1 :])),
        title=TITLE,
        published="2024-03-07",
    ),
    Odd(
        "a day with the month's short name in the address alone",
        page(
            "",
            f"""<body><main><article><h1>{TITLE}</h1><div class="dcr-1">Liv Sandal in Kelm</div><div id="maincontent">{PARAGRAPHS}</div></article></main></body>""",
            title=f"{TITLE} | Harbour | The Kelm Guard",
        ),
        has=TEXT,
        title=TITLE,
        published="2024-03-07",
        address="https://guard.example/harbour/2024/mar/07/kelm-raises-the-fee",
    ),
    Odd(
        "a live blog: clock times, newest first, data without a day of its own",
        page(
            linked(
                {
                    "@context": "https://schema.org",
                    "@type": "LiveBlogPosting",
                    "headline": TITLE,
                    "coverageStartTime": "2024-03-07T07:00:00+01:00",
                    "coverageEndTime": "2024-03-09T20:00:00+01:00",
                    "liveBlogUpdate": [
                        {
                            "@type": "BlogPosting",
                            "headline": "Vote is over",
                            "datePublished": "2024-03-09T19:00:00+01:00",
                        },
                        {"@type": "BlogPosting", "headline": "It begins", "datePublished": "2024-03-07T07:05:00+01:00"},
                    ],
                }
            ),
            f"""<body><main><h1>{TITLE}</h1><p class="live-status">Live <span>Last updated 19:02</span></p><div class="live-feed"><article class="live-post"><div class="live-post__time"><time datetime="2024-03-09T19:00:00+01:00">19:00</time></div><h3>Vote is over</h3><p>{FOUR}</p></article><article class="live-post"><time datetime="2024-03-08T10:32:00+01:00">10:32</time><p>{TWO}</p></article><article class="live-post"><time datetime="2024-03-07T07:05:00+01:00">07:05</time><h3>It begins</h3><p>{ONE}</p></article></div></main></body>""",
        ),
        has=(ONE, TWO, FOUR),
        title=TITLE,
        published="2024-03-07",
    ),
    Odd(
        "a video's page: its data, a few words, other videos with days",
        page(
            linked(
                {
                    "@context": "https://schema.org",
                    "@type": "VideoObject",
                    "name": TITLE,
                    "uploadDate": "2024-03-07T08:15:00+01:00",
                    "duration": "PT2M11S",
                    "description": ONE,
                }
            ),
            f"""<body><main><div class="video-page"><div class="player-wrap"><video></video></div><h1 class="video-title">{TITLE}</h1><div class="video-description"><p>{ONE}</p><p>{TWO}</p></div></div><section class="up-next"><h2>Up next</h2><ul><li><a>{ELSE}</a><span class="date">March 9, 2024</span></li><li><a>{SECOND}</a><span class="date">March 8, 2024</span></li></ul></section></main></body>""",
        ),
        has=(ONE, TWO),
        lacks=(ELSE,),
        title=TITLE,
        published="2024-03-07",
    ),
    Odd(
        "only hours ago: no day is known, and none of the teasers' is taken",
        page(
            "",
            f"""<body><main><article><h1>{TITLE}</h1><div class="meta"><span class="author">Liv Sandal</span><span class="time">3 hours ago</span></div>{PARAGRAPHS}</article><section class="more"><h2>More news</h2><div class="item"><h3><a>{ELSE}</a></h3><span>5 March 2024</span></div><div class="item"><h3><a>{SECOND}</a></h3><span>4 March 2024</span></div></section></main></body>""",
        ),
        has=TEXT,
        lacks=(ELSE,),
        author="Liv Sandal",
        published="",
    ),
)

SIGNS = (
    Odd(
        "the day within the by-line alone",
        page(
            "",
            f"<body><div id=c><h1>{TITLE}</h1><p>By Liv Sandal, Friday 8 March 2024</p>{PARAGRAPHS}</div></body>",
        ),
        has=TEXT,
        author="Liv Sandal",
        published="2024-03-08",
    ),
    Odd(
        "an evening in the far west, UTC in the attribute of the time",
        page(
            "",
            f"""<body><article><h1>{TITLE}</h1><p class="dateline">Published <time datetime="2024-03-08T03:30:00Z">March 7, 2024 7:30 p.m. PST</time></p>{PARAGRAPHS}</article></body>""",
            lang="en-US",
        ),
        has=TEXT,
        published="2024-03-07",
    ),
    Odd(
        "an evening in the far west, UTC in the data, clock and day in the text",
        page(
            '<meta property="article:published_time" content="2024-03-08T03:30:00Z">',
            f"""<body><article><h1>{TITLE}</h1><p class="stamp">7:30 PM PST Thu, Mar 7, 2024</p>{PARAGRAPHS}</article></body>""",
            lang="en-US",
        ),
        has=TEXT,
        published="2024-03-07",
    ),
    Odd(
        "published and updated in one line, updated first, months abbreviated with points",
        page(
            "",
            f"""<body><article><h1>{TITLE}</h1><div class="dates">Updated Mar. 19, 2024 6:02 a.m. | Originally published Mar. 7, 2024 8:15 a.m.</div>{PARAGRAPHS}</article></body>""",
        ),
        has=TEXT,
        published="2024-03-07",
    ),
    Odd(
        "by three people, a place behind them",
        page(
            "",
            f"""<body><article><h1>{TITLE}</h1><p class="byline">By Liv Sandal, Tom Rask and Ida Moe in Kelm</p><time datetime="2024-03-07">7 March 2024</time>{PARAGRAPHS}</article></body>""",
        ),
        has=TEXT,
        author="Liv Sandal, Tom Rask, Ida Moe",
        published="2024-03-07",
    ),
    Odd(
        "by STAFF: nobody is named",
        page(
            "",
            f"""<body><article><h1>{TITLE}</h1><p class="byline">By STAFF</p><p class="date">7 March 2024</p>{PARAGRAPHS}</article></body>""",
        ),
        has=TEXT,
        author="",
        published="2024-03-07",
    ),
    Odd(
        "by staff reporters: nobody is named",
        page(
            "",
            f"""<body><article><h1>{TITLE}</h1><div class="author-name">Staff Reporter</div><p class="date">7 March 2024</p>{PARAGRAPHS}</article></body>""",
        ),
        has=TEXT,
        author="",
        published="2024-03-07",
    ),
    Odd(
        "name, office and handle parted by strokes",
        page(
            "",
            f"""<body><article><h1>{TITLE}</h1><div class="byline">Liv Sandal | Political editor | @livsandal</div><div class="pubdate">07 Mar 2024 08:15</div>{PARAGRAPHS}</article></body>""",
        ),
        has=TEXT,
        author="Liv Sandal",
        published="2024-03-07",
    ),
    Odd(
        "capitals in the by-line, an office of the house behind it",
        page(
            "",
            f"""<body><article><h1>{TITLE}</h1><p>BY LIV SANDAL</p><p>KELM BUREAU CHIEF</p><p>MARCH 7, 2024</p>{PARAGRAPHS}</article></body>""",
        ),
        has=TEXT,
        author="LIV SANDAL",
        published="2024-03-07",
    ),
    Odd(
        "the author's box at the foot, with her other articles and their days",
        page(
            "",
            f"""<body><article><h1>{TITLE}</h1><div class="entry-date">7 March 2024</div>{PARAGRAPHS}<div class="author-box"><h4>About the author</h4><a class="author-name" rel="author">Liv Sandal</a><p>She has written about Kelm since 2011.</p><ul><li>{ELSE}, 2 February 2024</li></ul></div></article></body>""",
        ),
        has=TEXT,
        author="Liv Sandal",
        published="2024-03-07",
    ),
)
