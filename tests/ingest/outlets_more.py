# ruff: noqa: E501 - pages stand as the systems write them
"""Further pages as large outlets, wires, courts, forums and old sites deliver them.

Places and people are invented. A field that is empty must stay unknown.
"""

from __future__ import annotations

from tests.ingest.odd_pages import Odd
from tests.ingest.outlets import paragraphs

A = "The port of Vell handled 1.2 million containers last year, 8 percent fewer than in 2021, the authority said on Thursday."
B = "Dredging of the outer channel, which was to be finished in May, will cost $94 million instead of the planned $61 million."
C = "“The ships have grown faster than our budget,” the authority’s director, Pauline Astor, told reporters."
D = "Dockworkers blame the losses on a crane that has stood idle since it was hit by lightning in August."
E = "The union says 140 of its 900 members have been sent home without pay since the autumn."
F = "The city council will decide on March 4 whether to lend the port $20 million."
BODY = (A, B, C, D, E, F)

CABLE = Odd(
    "a news channel: components with data-uri, source line, ad feedback, paid partner links",
    f"""<html lang="en"><head><title>Port of Vell loses containers as dredging costs soar | KNV Business</title><meta property="og:title" content="Port of Vell loses containers as dredging costs soar"><meta property="article:published_time" content="2023-02-09T16:02:27.123Z"><meta property="article:modified_time" content="2023-02-10T02:11:00Z"><meta name="author" content="Imani Cole, Stefan Rudd, KNV"><meta property="og:site_name" content="KNV"></head><body class="layout"><div class="ad-feedback__modal"><div>Ad Feedback</div><div>How relevant is this ad to you?</div><div>Did you encounter any technical issues?</div><button>Submit</button></div><header><nav>Markets Tech Media</nav></header>
<section class="layout__main"><h1 class="headline__text">Port of Vell loses containers as dredging costs soar</h1><div class="byline" data-editable="settings"><div class="byline__names">By <a href="/profiles/imani-cole"><span class="byline__name">Imani Cole</span></a> and <span class="byline__name">Stefan Rudd</span>, KNV</div></div><div class="timestamp">3 minute read<br>Updated 9:11 PM EST, Thu February 9, 2023</div>
<div class="article__content" itemprop="articleBody"><div class="image"><picture></picture><div class="image__caption">The idle crane at Vell</div><div class="image__credit">Lou Brandt/Wire Images</div></div><cite class="source__cite"><span class="source__text">KNV</span>&nbsp;&mdash;&nbsp;</cite>{paragraphs(A, B, name="paragraph inline-placeholder")}<div class="related-content"><div class="related-content__headline">Related article <a href="/x"><span>The town that bought its own ferry</span></a></div></div>{paragraphs(C, D, name="paragraph inline-placeholder")}<div class="ad-slot"><span>Advertisement</span></div><h2 class="subheader">Men sent home</h2>{paragraphs(E, F, name="paragraph inline-placeholder")}<p class="paragraph"><em>KNV’s Theo Marsh contributed to this report.</em></p></div></section>
<div class="zone"><h2>More from KNV</h2><ul><li><a href="/y">Fish prices at a ten-year high</a></li><li><a>Why rope is scarce</a></li></ul><h2>Paid Partner Content</h2><a>10 credit cards you should know</a></div><footer>© 2024 Knv Network, Inc. All Rights Reserved.</footer></body></html>""",
    has=(*BODY, "Men sent home"),
    lacks=("Did you encounter", "bought its own ferry", "Fish prices", "credit cards", "All Rights Reserved"),
    title="Port of Vell loses containers as dredging costs soar",
    author="Imani Cole, Stefan Rudd",
    published="2023-02-09",
)

NEXT = Odd(
    "a broadcaster on Next.js: class names of letters, data-component blocks, byline block, related topics",
    f"""<!DOCTYPE html><html lang="en-GB"><head><title>Vell port traffic falls as costs rise - NBN News</title><meta property="og:title" content="Vell port traffic falls as costs rise"/><script type="application/ld+json">{{"@context":"http://schema.org","@type":"ReportageNewsArticle","url":"https://nbn.example/news/articles/c0abc","publisher":{{"@type":"NewsMediaOrganization","name":"NBN News"}},"datePublished":"2024-02-08T23:40:02.000Z","dateModified":"2024-02-09T00:10:02.000Z","headline":"Vell port traffic falls as costs rise","author":[{{"@type":"Person","name":"Dougie Pell"}}]}}</script></head><body><div id="__next"><div class="sc-df0290d6-0"><header><nav><a>Home</a><a>News</a></nav></header><main id="main-content"><article class="sc-f1 kRvx"><div data-component="headline-block"><h1 class="sc-518485e5-0 bWszMR">Vell port traffic falls as costs rise</h1></div><div data-component="byline-block"><div class="sc-1"><time datetime="2024-02-08T23:40:02.000Z" class="sc-2">8 February 2024</time><div><span class="sc-3">Dougie Pell</span><div><span class="sc-4">Business reporter, Vell</span></div></div></div></div><div data-component="image-block"><figure><img alt="x"/><span>Getty-like Images</span><figcaption>The crane has stood idle since August</figcaption></figure></div>
<div data-component="text-block"><p class="sc-a"><b>{A}</b></p></div><div data-component="text-block"><p>{B}</p><p>{C}</p></div><div data-component="links-block"><ul><li><a href="/a">How big can a ship become?</a></li><li><a href="/b">Crane driver, 61, retires after 40 years</a></li></ul></div><div data-component="subheadline-block"><h2>“No pay since autumn”</h2></div><div data-component="text-block"><p>{D}</p><p>{E}</p><p>{F}</p></div><div data-component="topic-list"><a>Vell</a><a>Shipping</a></div></article></main><div data-component="related"><h2>Related</h2><div><a href="/c"><h3>Lighthouse keeper’s cottage sold</h3></a><span>3 days ago</span><span>Vell</span></div></div><footer>Copyright © 2024 NBN. The NBN is not responsible for the content of external sites.</footer></div></div><script id="__NEXT_DATA__" type="application/json">{{"props":{{"pageProps":{{"page":"news"}}}}}}</script></body></html>""",
    has=(*BODY, "No pay since autumn"),
    lacks=("How big can a ship", "Crane driver, 61", "Lighthouse keeper", "not responsible for the content"),
    title="Vell port traffic falls as costs rise",
    author="Dougie Pell",
    published="2024-02-08",
)

WIRE = Odd(
    "a wire: dateline with the wire's name, copyright at the foot, bullet links",
    f"""<html lang="en"><head><title>Vell port reports fewer containers, costlier dredging | CP News</title><meta property="og:title" content="Vell port reports fewer containers, costlier dredging"><meta property="article:published_time" content="2023-02-09T17:30:00"><meta property="og:site_name" content="CP News"></head><body><div class="Page-header">CP Menu World U.S. Politics</div><div class="Page-content"><h1 class="Page-headline">Vell port reports fewer containers, costlier dredging</h1><div class="Page-byline"><div class="Page-authors">BY <a class="Link" href="/author/rosa-lindqvist">ROSA LINDQVIST</a></div><div class="Page-dateModified"><span>Published 12:30 PM EST, February 9, 2023</span></div></div><div class="RichTextStoryBody RichTextBody"><p>VELL, Maine (CP) — {A}</p>{paragraphs(B, C)}<div class="FreeStar">Ad</div><div class="HTMLModuleEnhancement"><ul><li><a href="/z">Port of Carn adds a second terminal</a></li></ul></div>{paragraphs(D, E, F)}<p>___</p><p>Follow CP’s shipping coverage at https://cpnews.example/hub/ships</p></div></div><div class="PageList"><div class="PageList-header-title">MORE FROM CP</div><div class="PagePromo"><h3 class="PagePromo-title">Snow closes the pass at Carn</h3><div>Forecasters expect two feet.</div></div></div><footer>Copyright 2023 The Central Press. All Rights Reserved.</footer></body></html>""",
    has=("VELL, Maine (CP) — The port of Vell handled", *BODY[1:]),
    lacks=("Port of Carn adds", "Follow CP’s", "Snow closes the pass", "All Rights Reserved"),
    title="Vell port reports fewer containers, costlier dredging",
    author="ROSA LINDQVIST",
    published="2023-02-09",
)

RELEASE = Odd(
    "a press wire: news provided by, place and day in the text, About, contact, source, share",
    """<html lang="en"><head><title>Astor Marine Wins Contract for Vell Channel</title><meta name="author" content="Astor Marine, Inc."><meta name="date" content="2022-06-14T08:00:00-04:00"><meta property="og:title" content="Astor Marine Wins Contract for Vell Channel"></head><body><header>Products Contact Us Send a Release</header><article class="news-release"><header class="container release-header"><h1>Astor Marine Wins Contract for Vell Channel</h1><div class="row detail-headline"><p class="meta">News provided by</p><a href="/news/astor-marine"><strong>Astor Marine, Inc.</strong></a><p class="mb-no">Jun 14, 2022, 08:00 ET</p></div><div class="share-buttons">Share this article <a>Share toX</a></div></header><section class="release-body container"><p><span class="legendSpanClass">VELL, Maine</span>, <span class="legendSpanClass">June 14, 2022</span> /NewsLine/ -- Astor Marine, Inc. (NYSQ: ASTM) today said it had won a contract of $58 million to dredge the outer channel of the port of Vell.</p><p>Work begins in September and employs 120 people for 20 months.</p><p>"We know this water," said Paul Grieve, chief executive of Astor Marine.</p><p><b>About Astor Marine</b></p><p>Founded in 1971, Astor Marine runs 14 dredgers on three coasts.</p><p><b>Media contact:</b><br>Jo Hale<br>+1 555 0100<br><a>press@astor.example</a></p><p>SOURCE Astor Marine, Inc.</p></section></article><section class="more"><h2>More Releases From This Source</h2><div class="card"><h3><small>May 2, 2022, 09:00 ET</small>Astor Marine Reports First Quarter</h3><p>Revenue grew by 4 percent.</p></div></section><footer>Terms of Use Privacy Policy Cookie Settings</footer></body></html>""",
    has=("a contract of $58 million", "employs 120 people for 20 months", "We know this water", "runs 14 dredgers"),
    lacks=("Reports First Quarter", "Revenue grew", "Cookie Settings", "Send a Release"),
    title="Astor Marine Wins Contract for Vell Channel",
    published="2022-06-14",
)

COURT = Odd(
    "a court: judgment page in tables with case number, neutral citation and numbered paragraphs",
    """<html><head><title>Harl Water Ltd v Commissioner of Rivers [2021] EXHC 114 (6 May 2021)</title></head><body><table width="100%"><tr><td><a href="/">Home</a> <a>Search</a> <a>Help</a></td></tr></table><h2>Harl Water Ltd v Commissioner of Rivers [2021] EXHC 114 (6 May 2021)</h2><p>Last Updated: 10 May 2021</p><table border="0"><tr><td>IN THE HIGH COURT</td></tr><tr><td>CASE NO: 2020/1183</td></tr></table><p><b>Date of judgment:</b> 6 May 2021<br><b>Before:</b> Lindgren J</p><ol><li><p>The applicant, a company that supplies water to 41,000 households in Harl, asks the court to set aside a fine of £120,000.</p></li><li><p>The fine was imposed on 3 November 2019 after 11 discharges of sewage into the river Sele between March and August of that year.</p></li><li><p>The Commissioner submits that the company knew of nine of the eleven discharges within a day.</p></li><li><p>I find that the notice was served in time. The application is dismissed with costs of £38,500.</p></li></ol><hr><p><small>Legal Information Office: Copyright Policy | Disclaimers | Feedback</small></p></body></html>""",
    has=(
        "supplies water to 41,000 households",
        "11 discharges of sewage",
        "nine of the eleven discharges",
        "costs of £38,500",
    ),
    lacks=("Disclaimers",),
    published="2021-05-06",
)

TABLES = Odd(
    "a paper of 2003: tables within tables, spacer pictures, fonts, a line of links between strokes",
    f"""<html><head><title>The Vell Examiner Online - Port loses a tenth of its trade</title></head><body bgcolor="#FFFFFF"><table width="760" cellpadding="0"><tr><td colspan="3"><img src="logo.gif" alt="The Vell Examiner Online"><br><font size="1">Friday, February 14, 2003</font></td></tr><tr><td width="120" bgcolor="#CCCCCC" valign="top"><font face="Arial" size="1"><a href="/">Front Page</a><br><a>Sports</a><br><a>Weather</a><br><a>Classifieds</a></font></td><td width="480" valign="top"><font face="Times" size="5"><b>Port loses a tenth of its trade</b></font><br><font size="2"><b>By WALT HENNING</b><br><i>Examiner Staff Writer</i></font><br><br><font size="3">{A}<br><br>{B}<br><br>{C}<br><br>{D}<br><br>{E}<br><br>{F}</font><br><br><font size="1"><a>E-mail this story</a> | <a>Printer-friendly version</a></font></td><td width="160" valign="top"><font size="1"><b>RELATED STORIES</b><br><a>Pilot runs ferry aground</a> (2/3/03)<br><a>Mayor's boat sinks at pier</a> (1/20/03)</font></td></tr><tr><td colspan="3"><font size="1">Copyright 2003 The Vell Examiner. All rights reserved.</font></td></tr></table></body></html>""",
    has=BODY,
    lacks=("Pilot runs ferry", "Classifieds", "Printer-friendly", "All rights reserved"),
    title="Port loses a tenth of its trade",
    author="WALT HENNING",
    published="2003-02-14",
)

PHPBB = Odd(
    "a forum: posts in boxes, who joined when, signatures",
    """<html lang="en-gb"><head><title>Vell Boaters • View topic - Channel closed again?</title></head><body id="phpbb" class="section-viewtopic"><div id="page-header"><h1>Vell Boaters</h1><p>A place for those who sail</p></div><div id="page-body"><h2 class="topic-title"><a>Channel closed again?</a></h2><div class="pagination">3 posts • Page 1 of 1</div><div id="p1" class="post has-profile bg2"><div class="inner"><dl class="postprofile"><dt><a class="username">skipper_jo</a></dt><dd><strong>Posts:</strong> 412</dd><dd><strong>Joined:</strong> Tue Mar 03, 2009 8:12 am</dd></dl><div class="postbody"><h3 class="first"><a>Channel closed again?</a></h3><p class="author">by <strong><a>skipper_jo</a></strong> » Sat Oct 12, 2019 7:14 pm</p><div class="content">The harbour office told me this morning that the outer channel is closed until Tuesday because a dredger lost an anchor there. Does anybody know more? I have 12 guests booked for Monday and cannot tell them anything.</div><div class="signature">Fair winds!</div></div></div></div><div id="p2" class="post bg1"><div class="inner"><dl class="postprofile"><dt><a class="username">oldtar</a></dt><dd><strong>Joined:</strong> Fri Jan 02, 2004</dd></dl><div class="postbody"><p class="author">by <strong><a>oldtar</a></strong> » Sun Oct 13, 2019 9:01 am</p><div class="content">They found it at 8 metres and will lift it tomorrow. The north channel is open for anything that draws less than 3 metres.</div></div></div></div></div><div id="page-footer">Powered by phpBB © phpBB Group</div></body></html>""",
    has=("closed until Tuesday because a dredger lost an anchor", "12 guests booked for Monday"),
    lacks=("Powered by phpBB",),
    title="Channel closed again?",
    published="2019-10-12",
)

CHORUS = Odd(
    "a magazine: dek, byline with an Updated, pull quotes, a request for money in the text",
    f"""<html lang="en"><head><title>The port that could not grow - Ledger</title><meta property="og:title" content="The port that could not grow"><meta name="parsely-pub-date" content="2024-01-30T12:00:00+00:00"><meta property="og:site_name" content="Ledger"><meta name="parsely-author" content="Noor Haddadi"></head><body><header>Ledger Give</header><main><article><div class="c-entry-hero"><h1 class="c-page-title">The port that could not grow</h1><p class="c-entry-summary p-dek">Why Vell lost its containers, and who pays for the channel.</p><div class="c-byline">by <span class="c-byline__item"><a href="/authors/noor">Noor Haddadi</a></span> <span class="c-byline__item"><time>Updated Feb 2, 2024, 9:15 AM EST</time></span></div></div><div class="c-entry-content">{paragraphs(A, B)}<aside><q>The ships have grown faster than our budget</q></aside>{paragraphs(C, D)}<div class="contribution-callout"><h3>You’ve read 1 article in the last month</h3><p>Here at Ledger, we believe in helping everyone understand our complicated world. Support our journalism by becoming a member today.</p><a>Join now</a></div>{paragraphs(E, F)}</div><div class="c-bio"><p><em>Noor Haddadi is a senior correspondent.</em></p></div></article><section><h2>Most Popular</h2><a>The case for slow ferries</a></section></main></body></html>""",
    has=BODY,
    lacks=("in the last month", "becoming a member", "slow ferries"),
    title="The port that could not grow",
    author="Noor Haddadi",
    published="2024-01-30",
)

SQUARESPACE = Odd(
    "Squarespace: blog item, dates in a meta line, summary blocks below",
    f"""<html lang="en-US"><head><title>A channel too shallow &mdash; Vell Matters</title><meta property="og:title" content="A channel too shallow &mdash; Vell Matters"><meta itemprop="name" content="A channel too shallow"><meta itemprop="datePublished" content="2021-10-05T10:22:00-0400"><meta itemprop="author" content="June Okafor"><meta property="og:site_name" content="Vell Matters"></head><body class="view-item"><header class="Header"><a>Vell Matters</a><nav><a>About</a><a>Blog</a></nav></header><main><article class="BlogItem hentry"><div class="Blog-meta BlogItem-meta"><time class="Blog-meta-item Blog-meta-item--date" datetime="2021-10-05">October 5, 2021</time><span class="Blog-meta-item--author">June Okafor</span></div><h1 class="BlogItem-title">A channel too shallow</h1><div class="sqs-layout"><div class="sqs-block html-block"><div class="sqs-block-content">{paragraphs(A, B, C)}</div></div><div class="sqs-block image-block"><img alt=""></div><div class="sqs-block html-block"><div class="sqs-block-content">{paragraphs(D, E, F)}</div></div><div class="sqs-block summary-v2-block"><div class="summary-item"><a class="summary-title-link">Ten years of the fish market</a><div class="summary-excerpt"><p>It began with a cart.</p></div></div></div></div></article><div class="BlogItem-pagination"><a>Newer Post</a><a>Older Post</a></div></main><footer>Made with Squarespace</footer></body></html>""",
    has=BODY,
    lacks=("It began with a cart", "Older Post", "Made with"),
    title="A channel too shallow",
    author="June Okafor",
    published="2021-10-05",
)

NYT = Odd(
    "a metropolitan daily: sections, StoryBodyCompanion, newsletter promos, correction, print date",
    f"""<html lang="en"><head><title>Port of Vell Struggles as Dredging Costs Rise - The Metropolitan</title><meta property="og:title" content="Port of Vell Struggles as Dredging Costs Rise"><meta name="byl" content="By Anton Ferrer"><meta property="article:published_time" content="2023-02-10T01:05:33.000Z"><meta name="pdate" content="20230209"></head><body><div id="app"><header><a>Skip to content</a><a>Log in</a></header><main><article id="story"><header><h1 data-testid="headline">Port of Vell Struggles as Dredging Costs Rise</h1><p id="article-summary">The authority lost a tenth of its trade while a crane stood idle.</p><div><p>By <span class="css-1baulvz last-byline" itemprop="name">Anton Ferrer</span></p></div><time datetime="2023-02-09T20:05:33-05:00">Feb. 9, 2023</time></header><section name="articleBody"><div class="StoryBodyCompanionColumn"><div>{paragraphs(A, B, C)}</div></div><div class="css-promo" data-testid="inline-newsletter"><h2>Sign up for the Harbor Dispatch newsletter.</h2><p>Ships, tides and the people who live by them. <a>Get it sent to your inbox.</a></p></div><div class="StoryBodyCompanionColumn"><div>{paragraphs(D, E, F)}</div></div></section><div class="bottom-of-article"><p>A correction was made on Feb. 10, 2023: An earlier version of this article misstated the number of dockworkers. It is 900, not 800.</p><p>When we learn of a mistake, we acknowledge it with a correction. If you spot an error, please let us know at mail@metro.example.<a>Learn more</a></p><p>A version of this article appears in print on Feb. 10, 2023, Section B, Page 4 of the city edition with the headline: Costs Rise for a Port. <a>Order Reprints</a> | <a>Today’s Paper</a> | <a>Subscribe</a></p></div></article></main><footer>© 2023 The Metropolitan Company</footer></div></body></html>""",
    has=(*BODY, "It is 900, not 800."),
    lacks=("Ships, tides and the people", "Order Reprints"),
    title="Port of Vell Struggles as Dredging Costs Rise",
    author="Anton Ferrer",
    published="2023-02-09",
)

CHINESE = Odd(
    "a Chinese portal: source and time in a line, editor in brackets at the foot, hot list",
    """<html lang="zh-CN"><head><meta charset="utf-8"><title>云港去年吞吐量下降8%_东湖网</title></head><body><div class="nav"><a>首页</a><a>国内</a><a>财经</a></div><div class="main-content"><h1 class="main-title">云港去年吞吐量下降8%</h1><div class="top-bar-inner"><span class="date">2023年02月09日 16:20</span><span class="source">来源：东湖日报</span><span class="comment">评论 12</span></div><div class="article" id="article"><p>　　云港管理局9日表示，去年港口集装箱吞吐量为120万个，比2021年下降8%。</p><p>　　外航道疏浚工程费用将从6100万元增加到9400万元。</p><p>　　管理局局长方敏说：“船长得比我们的预算快。”</p><p>　　工会表示，自去年秋天以来，900名会员中有140人被停薪。</p><p class="article-editor">责任编辑：陆远</p></div></div><div class="hot"><h2>热点新闻</h2><ul><li><a>老渔市开业十周年</a></li></ul></div><div class="footer">Copyright © 1998-2023 东湖网 版权所有</div></body></html>""",
    has=("吞吐量为120万个", "增加到9400万元", "船长得比我们的预算快", "140人被停薪"),
    lacks=("老渔市开业", "版权所有", "财经"),
    published="2023-02-09",
)

KOREAN = Odd(
    "a Korean portal: entered and corrected, reporter's mail, no redistribution",
    """<html lang="ko"><head><title>벨항 작년 물동량 8% 감소 | 한빛일보</title><meta property="og:title" content="벨항 작년 물동량 8% 감소"><meta property="og:article:author" content="한빛일보"></head><body><nav>정치 경제 사회</nav><main><h2 id="title_area" class="media_end_head_headline">벨항 작년 물동량 8% 감소</h2><div class="media_end_head_info"><span class="media_end_head_info_datestamp_time _ARTICLE_DATE_TIME" data-date-time="2023-02-09 16:20:11">2023.02.09. 오후 4:20</span><em>수정</em><span class="_ARTICLE_MODIFY_DATE_TIME" data-modify-date-time="2023-02-10 09:00:00">2023.02.10. 오전 9:00</span><em class="media_end_head_journalist_name">박지연 기자</em></div><article id="dic_area">벨항만공사는 9일 지난해 컨테이너 물동량이 120만 개로 2021년보다 8% 줄었다고 밝혔다.<br><br>외항 준설 비용은 당초 6100만 달러에서 9400만 달러로 늘어난다.<br><br>노조는 가을 이후 조합원 900명 중 140명이 무급 휴직 상태라고 말했다.<br><br>박지연 기자 jypark@hanbit.example</article><p class="copyright">Copyright ⓒ 한빛일보. All rights reserved. 무단 전재 및 재배포 금지.</p></main><div class="ranking"><h3>많이 본 뉴스</h3><a>어시장 10주년</a></div></body></html>""",
    has=("120만 개로 2021년보다 8% 줄었다", "9400만 달러로", "900명 중 140명이"),
    lacks=("어시장 10주년", "재배포 금지"),
    title="벨항 작년 물동량 8% 감소",
    author="박지연",
    published="2023-02-09",
)

RUSSIAN = Odd(
    "a Russian outlet: time before the day, read-also box, share row",
    """<html lang="ru"><head><title>Порт Велл потерял 8% контейнеров: Экономика: Волга.ру</title><meta property="og:title" content="Порт Велл потерял 8% контейнеров"><meta property="og:site_name" content="Волга.ру"></head><body><div class="header"><a>Россия</a><a>Мир</a></div><div class="topic-page"><span class="topic-header__time">16:20, 9 февраля 2023</span><a class="topic-header__rubric">Экономика</a><h1 class="topic-body__title">Порт Велл потерял 8% контейнеров</h1><div class="topic-authors"><a class="topic-authors__author"><span class="topic-authors__name">Ольга Строева</span> <span class="topic-authors__job">(корреспондент)</span></a></div><div class="topic-body__content"><p class="topic-body__content-text">Порт Велл обработал в прошлом году 1,2 миллиона контейнеров, на 8 процентов меньше, чем в 2021 году, сообщило управление порта.</p><p class="topic-body__content-text">Углубление внешнего канала обойдётся в 94 миллиона долларов вместо 61 миллиона.</p><div class="box-inline-topic"><span>Материалы по теме:</span><a>Паром сел на мель</a><span>3 февраля 2023</span></div><p class="topic-body__content-text">По данным профсоюза, 140 из 900 рабочих с осени не получают зарплату.</p></div><div class="share">Поделиться</div></div><div class="last24"><h3>Последние новости</h3><a>17:02 Рыбный рынок отметил юбилей</a></div><footer>© 1999–2023 ООО «Волга.ру»</footer></body></html>""",
    has=("1,2 миллиона контейнеров", "94 миллиона долларов", "140 из 900 рабочих"),
    lacks=("Паром сел на мель", "Рыбный рынок", "ООО"),
    title="Порт Велл потерял 8% контейнеров",
    author="Ольга Строева",
    published="2023-02-09",
)

ITALIAN = Odd(
    "an Italian daily: di, day with time, follow us on, reserved reproduction",
    """<html lang="it"><head><title>Porto di Vella, meno container e dragaggio più caro - Il Molo</title><meta property="og:title" content="Porto di Vella, meno container e dragaggio più caro"></head><body><header>Il Molo Abbonati Accedi</header><main><div class="story"><h1 class="story__title">Porto di Vella, meno container e dragaggio più caro</h1><em class="story__author">di <a href="/autori/rossi">Carla Bernasca</a></em><div class="story__summary">L’autorità ha perso un decimo dei traffici mentre una gru era ferma.</div><time class="story__date">09 Febbraio 2023 alle 16:20</time><span class="story__reading">2 minuti di lettura</span><div class="story__text"><p>Il porto di Vella ha movimentato lo scorso anno 1,2 milioni di container, l’8% in meno del 2021.</p><p>Il dragaggio del canale costerà 94 milioni di euro invece dei 61 previsti.</p><p><strong>Leggi anche: <a>Il traghetto è tornato</a></strong></p><p>«Le navi sono cresciute più del nostro bilancio», ha detto la direttrice Paola Astori.</p><p>Per il sindacato 140 dei 900 iscritti sono a casa senza paga dall’autunno.</p><p>© Riproduzione riservata</p></div></div><aside><h3>I più letti</h3><a>Il mercato del pesce compie dieci anni</a></aside></main><footer>Privacy Cookie Policy Pubblicità</footer></body></html>""",
    has=(
        "1,2 milioni di container",
        "94 milioni di euro invece dei 61",
        "più del nostro bilancio",
        "140 dei 900 iscritti",
    ),
    lacks=("Il traghetto è tornato", "Il mercato del pesce", "Cookie Policy"),
    title="Porto di Vella, meno container e dragaggio più caro",
    author="Carla Bernasca",
    published="2023-02-09",
)

BRAZILIAN = Odd(
    "a Brazilian portal: por name with the house and a place, day and h, read more blocks, WhatsApp call",
    """<html lang="pt-br"><head><title>Porto de Velha perde contêineres e dragagem encarece | Economia | R1</title><meta property="og:title" content="Porto de Velha perde contêineres e dragagem encarece"><meta property="og:site_name" content="R1"></head><body><header>menu R1 economia</header><main><div class="title"><h1 class="content-head__title" itemprop="headline">Porto de Velha perde contêineres e dragagem encarece</h1></div><div class="subtitle"><h2 class="content-head__subtitle">Autoridade perdeu um décimo do movimento.</h2></div><div class="content-publication-data"><p class="content-publication-data__from" title="Beatriz Nunes">Por Beatriz Nunes, R1 Velha</p><p class="content-publication-data__updated"><time itemprop="datePublished" datetime="2023-02-09T19:20:11.224Z">09/02/2023 16h20</time> <span>Atualizado <time itemprop="dateModified" datetime="2023-02-10T12:00:00.000Z">há um dia</time></span></p></div><article itemprop="articleBody"><div class="mc-column"><p class="content-text__container">O porto de Velha movimentou no ano passado 1,2 milhão de contêineres, 8% menos que em 2021.</p></div><div class="mc-column"><p class="content-text__container">A dragagem do canal vai custar R$ 94 milhões em vez de R$ 61 milhões.</p></div><div class="mc-column"><ul class="content-unordered-list"><li><strong><a>Participe do canal do R1 Velha no WhatsApp</a></strong></li></ul></div><div class="mc-column"><p class="content-text__container">"Os navios cresceram mais que o orçamento", disse a diretora Paula Astor.</p></div><div class="mc-column"><p class="content-text__container">O sindicato diz que 140 dos 900 filiados estão sem salário desde a primavera.</p></div></article><div class="post-mais-lidas"><h3>Mais lidas</h3><a>Mercado de peixe faz dez anos</a></div></main><footer>© Copyright 2000-2023 Globulo Comunicação</footer></body></html>""",
    has=("1,2 milhão de contêineres", "R$ 94 milhões em vez de", "mais que o orçamento", "140 dos 900 filiados"),
    lacks=("canal do R1", "Mercado de peixe", "Comunicação"),
    title="Porto de Velha perde contêineres e dragagem encarece",
    author="Beatriz Nunes",
    published="2023-02-09",
)

DUTCH = Odd(
    "a Dutch site: day with time, read also, cookie wall text",
    """<html lang="nl"><head><title>Haven van Velle verliest containers | NHD</title><meta property="og:title" content="Haven van Velle verliest containers"></head><body><div class="cookie-consent"><p>Wij gebruiken cookies om je de beste ervaring te geven.</p><button>Akkoord</button></div><main><article><header><h1>Haven van Velle verliest containers</h1><div class="article-meta">Door <span>Joris van Dam</span> <span class="date">9 feb 2023 om 16:20</span> <span>Update: 10 feb 2023 om 09:00</span></div></header><div class="block-text"><p>De haven van Velle verwerkte vorig jaar 1,2 miljoen containers, 8 procent minder dan in 2021.</p></div><div class="block-link"><a href="/x">Lees ook: Veer vaart weer naar de eilanden</a></div><div class="block-text"><p>Het baggeren van de vaargeul kost 94 miljoen euro in plaats van 61 miljoen.</p><p>Volgens de vakbond zitten 140 van de 900 leden sinds de herfst zonder loon thuis.</p></div></article><section class="more"><h2>Lees meer over</h2><a>Havens</a></section></main></body></html>""",
    has=("1,2 miljoen containers", "94 miljoen euro in plaats van", "140 van de 900 leden"),
    lacks=("beste ervaring", "Veer vaart weer"),
    title="Haven van Velle verliest containers",
    author="Joris van Dam",
    published="2023-02-09",
)

POLISH = Odd(
    "a Polish portal: day of figures with time, agency sign, read also links",
    """<html lang="pl"><head><title>Port w Wielu traci kontenery - Wiadomości - Onyks</title><meta property="og:title" content="Port w Wielu traci kontenery"></head><body><main><h1>Port w Wielu traci kontenery</h1><div class="meta"><span class="author">oprac. Marta Zielna</span><span class="date">9 lutego 2023, 16:20</span></div><div class="article-body"><p class="lead">Port w Wielu przeładował w ubiegłym roku 1,2 mln kontenerów, o 8 proc. mniej niż w 2021 roku.</p><p>Pogłębianie toru wodnego będzie kosztować 94 mln zamiast 61 mln złotych.</p><ul class="links"><li><a>Czytaj także: Prom wrócił na wyspy</a></li></ul><p>Według związku 140 z 900 członków od jesieni nie dostaje pensji.</p><p>Źródło: PAK</p></div></main><aside>Najpopularniejsze <a>Targ rybny ma dziesięć lat</a></aside><footer>© Onyks S.A.</footer></body></html>""",
    has=("1,2 mln kontenerów", "94 mln zamiast 61 mln", "140 z 900 członków"),
    lacks=("Prom wrócił", "Targ rybny"),
    title="Port w Wielu traci kontenery",
    author="Marta Zielna",
    published="2023-02-09",
)

PARLIAMENT = Odd(
    "a parliament's page of an answer: question and answer, days of both, no author",
    """<html lang="en"><head><title>Port of Vell: Dredging - Question for Department of Ports - Written questions - Parliament</title></head><body><header><nav>Parliamentary business Members Visit</nav></header><main><h1>Port of Vell: Dredging</h1><p class="lead">Question for Department of Ports</p><p>UIN 138220, tabled on 1 February 2023</p><div class="card"><h2>Question</h2><div class="question-text">To ask the Secretary of State for Ports, how much the dredging of the outer channel at Vell has cost so far.</div></div><div class="card"><h2>Answer</h2><p>Answered on 9 February 2023</p><div class="answer-text"><p>The Department had spent £41.3 million by 31 January. The forecast for the whole of the work is £94 million.</p><p>Of the £41.3 million, £6.1 million was paid in compensation to fishers.</p></div></div></main><footer>© Parliamentary copyright</footer></body></html>""",
    has=("has cost so far", "spent £41.3 million by 31 January", "compensation to fishers"),
    title="Port of Vell: Dredging",
    author="",
)

TYPO3 = Odd(
    "a German town on TYPO3: day above the heading, text with headings and a list, contact, service column",
    """<html lang="de-DE"><head><meta name="generator" content="TYPO3 CMS"><title>Stadt Ohrau - Hafen verliert Container</title><meta name="date" content="2023-02-09"></head><body><div id="header"><a>Startseite</a><a>Rathaus</a></div><div id="content"><div class="news-single"><div class="article"><div class="news-header"><span class="news-list-date"><time datetime="2023-02-09">09.02.2023</time></span><h1>Hafen verliert Container</h1></div><div class="teaser-text"><p>Der Hafen hat im vergangenen Jahr 1,2 Millionen Container umgeschlagen, acht Prozent weniger als 2021.</p></div><div class="news-text-wrap"><p>Das Ausbaggern der Fahrrinne kostet 94 statt 61 Millionen Euro.</p><h3>Was die Stadt vorhat</h3><ul><li>Darlehen von 20 Millionen Euro an die Hafengesellschaft</li><li>Ein neuer Kran bis Ende 2024</li></ul><p>Rückfragen beantwortet die Pressestelle unter 05555 1234.</p></div><div class="news-backlink-wrap"><a>Zurück</a></div></div></div></div><div id="right"><h3>Öffnungszeiten</h3><p>Montag bis Freitag von 8 bis 12 Uhr</p></div><div id="footer">Impressum Datenschutz Barrierefreiheit</div></body></html>""",
    has=(
        "1,2 Millionen Container",
        "94 statt 61 Millionen Euro",
        "Darlehen von 20 Millionen",
        "neuer Kran bis Ende 2024",
    ),
    lacks=("Montag bis Freitag", "Barrierefreiheit"),
    title="Hafen verliert Container",
    author="",
    published="2023-02-09",
)

JOOMLA = Odd(
    "Joomla: article-info with details, hits, category, written by, created on",
    f"""<html lang="en-gb"><head><title>Port loses containers</title><meta name="generator" content="Joomla! - Open Source Content Management"><meta name="author" content="Super User"></head><body><div class="moduletable"><h3>Main Menu</h3><ul><li><a>Home</a></li></ul></div><div class="item-page"><div class="page-header"><h2 itemprop="headline">Port loses containers</h2></div><dl class="article-info"><dt class="article-info-term">Details</dt><dd class="createdby">Written by <span itemprop="name">Hal Brixton</span></dd><dd class="category-name">Category: <a>Harbour</a></dd><dd class="published"><time datetime="2018-02-09T16:20:00+00:00" itemprop="datePublished">Published: 09 February 2018</time></dd><dd class="hits">Hits: 412</dd></dl><div itemprop="articleBody">{paragraphs(A, B, C, D)}</div><ul class="pager"><li><a>Prev</a></li><li><a>Next</a></li></ul></div></body></html>""",
    has=BODY[:4],
    lacks=("Hits: 412", "Main Menu"),
    title="Port loses containers",
    author="Hal Brixton",
    published="2018-02-09",
)

PAGES = (
    *(CABLE, NEXT, WIRE, RELEASE, COURT, TABLES, PHPBB, CHORUS, SQUARESPACE, NYT, CHINESE, KOREAN, RUSSIAN, ITALIAN),
    *(BRAZILIAN, DUTCH, POLISH, PARLIAMENT, TYPO3, JOOMLA),
)
