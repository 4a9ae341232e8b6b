# ruff: noqa: E501 - pages stand as people write them
"""Pages in forms that few systems have: live pages, interviews, minutes, old texts, other scripts, e-mails of writers.

Places and people are invented. A field that is empty must stay unknown: a name beside a day may be that of a place, a house
or a photographer.
"""

from __future__ import annotations

from tests.ingest.odd_pages import Odd, article, linked, page

TITLE = "Harbour of Selvik closes for the storm"
L1 = "The last ferry left Selvik at 15:40 with 212 passengers, the harbour master said."
L2 = "Wind of 31 metres a second was measured at the lighthouse, the most since January 2005."
L3 = "Some 1,450 homes on the eastern shore are without power, the grid company Nordlys says."
L4 = "All 9 schools of the municipality stay closed on Friday, the mayor decided in the evening."

LIVE = "".join(
    f'<article class="live-entry" id="e{number}"><time datetime="2024-02-01T{clock}:00+01:00">{clock}</time><h3>{head}</h3><p>{words}</p></article>'
    for number, (clock, head, words) in enumerate(
        (
            ("21:15", "Schools closed", L4),
            ("19:02", "Homes without power", L3),
            ("17:30", "Wind of 31 metres", L2),
            ("15:48", "Last ferry", L1),
        )
    )
)

I1 = "Professor Vahl, your report counts 340 wells that are too salty to drink from. Is that a surprise?"
I2 = "No. We warned in 2016 that pumping 12 million cubic metres a year was more than the ground could give."
I3 = "What should the island do now?"
I4 = "It has to stop 60 of its 95 pumps before the summer, or the water below the town is lost for decades."

S1 = "The bridge over the Orm was closed to lorries on Monday after inspectors found 27 cracks in its girders."
S2 = "It was built in 1968 for 4,000 vehicles a day; today 21,500 cross it, the roads office counts."
S3 = "A new bridge would cost 182 million euros and take six years, the minister told parliament."
S4 = "Hauliers reckon with a detour of 48 kilometres, which costs them 95,000 euros a week."
QUOTE = "“We have no plan for the winter,” the haulier says."
FACT = "The bridge has 14 spans and is 612 metres long."

R1 = "Brenn Turbines will build a plant for rotor blades in Olmstad, with 640 jobs from 2027, the company said today."
R2 = "The investment of 215 million euros is the largest in the history of the company."
R3 = "Brenn Turbines was founded in 1981 and had 3,120 employees at the end of last year."
R4 = "Figures are unaudited and refer to the year that ended on 30 September."

M1 = "Councillor Aske moved that the fee for parking be raised from 2.50 to 3.20 euros an hour."
M2 = "The motion was carried by 17 votes to 12, with 2 abstentions."
M3 = "The treasurer reported that the debt stood at 48.3 million euros on 31 December."
M4 = "There being no further business, the meeting closed at 21.35."

H1 = "To ask the Secretary of State how many of the 412 flood barriers promised in 2018 have been built."
H2 = "By the end of March, 187 had been completed and a further 56 were under construction."
H3 = "That is fewer than half. Will the Minister tell the House why the other 169 have not been begun?"
H4 = "I am grateful to the hon. Member; the costs have risen by 38 per cent since then."

T1 = "Unemployment fell to 5.4 per cent in the second quarter, 0.3 points less than in the first."
T2 = "Among people under 25 it stood at 11.9 per cent, the lowest since records began in 1995."

PAGES: tuple[Odd, ...] = (
    Odd(
        "a live page, each entry an article with its time",
        page(
            f'<main><h1>{TITLE}</h1><p class="byline">By Tuva Hauge</p><p class="stamp">Published 1 February 2024, 15:20</p><div class="live-feed">{LIVE}</div></main>',
            title=TITLE,
        ),
        has=(L1, L2, L3, L4, "Homes without power"),
        title=TITLE,
        author="Tuva Hauge",
        published="2024-02-01",
    ),
    Odd(
        "a LiveBlogPosting in its data, entries by several people",
        page(
            f'<main><h1>{TITLE}</h1><div class="posts">{LIVE}</div></main>',
            linked(
                {
                    "@context": "https://schema.org",
                    "@type": "LiveBlogPosting",
                    "headline": TITLE,
                    "datePublished": "2024-02-01T15:20:00+01:00",
                    "coverageStartTime": "2024-02-01T15:20:00+01:00",
                    "coverageEndTime": "2024-02-02T08:00:00+01:00",
                    "author": [{"@type": "Person", "name": "Tuva Hauge"}],
                    "liveBlogUpdate": [
                        {
                            "@type": "BlogPosting",
                            "headline": "Schools closed",
                            "datePublished": "2024-02-01T21:15:00+01:00",
                            "articleBody": L4,
                            "author": {"@type": "Person", "name": "Odd Rimstad"},
                        },
                        {
                            "@type": "BlogPosting",
                            "headline": "Last ferry",
                            "datePublished": "2024-02-01T15:48:00+01:00",
                            "articleBody": L1,
                            "author": {"@type": "Person", "name": "Tuva Hauge"},
                        },
                    ],
                }
            ),
            title=f"{TITLE} – live",
        ),
        has=(L1, L2, L3, L4),
        title=TITLE,
        author="Tuva Hauge",
        published="2024-02-01",
    ),
    Odd(
        "a LiveBlogPosting without a day of its own, only those of its entries",
        page(
            f'<main><h1>{TITLE}</h1><div class="posts">{LIVE}</div></main>',
            linked(
                {
                    "@type": "LiveBlogPosting",
                    "headline": TITLE,
                    "coverageStartTime": "2024-02-01T15:20:00+01:00",
                    "liveBlogUpdate": [
                        {"@type": "BlogPosting", "datePublished": "2024-02-02T07:15:00+01:00", "articleBody": L4},
                    ],
                }
            ),
            title=TITLE,
        ),
        has=(L1, L2, L3, L4),
        title=TITLE,
        author="",
    ),
    Odd(
        "an interview in a list of terms",
        article(
            f"<p>Interview: Kaja Lund</p><dl><dt>{I1}</dt><dd>{I2}</dd><dt>{I3}</dt><dd>{I4}</dd></dl>",
            title="“The water is lost for decades”",
        ),
        has=(I1, I2, I3, I4),
        title="“The water is lost for decades”",
        author="",  # who asked or who answered
    ),
    Odd(
        "an interview in bold questions and line breaks",
        page(
            f"<div id=content><h2>The water is lost</h2><b>{I1}</b><br>{I2}<br><br><b>{I3}</b><br>{I4}<br><br><i>The questions were asked by Kaja Lund on 4 June 2023.</i></div>",
            title="The water is lost",
        ),
        has=(I1, I2, I3, I4),
        title="The water is lost",
    ),
    Odd(
        "several sections, pull quotes and a box of facts",
        article(
            f'<p>Sven Arp, 6 May 2024</p><section><p>{S1}</p><blockquote class="pullquote">{QUOTE}</blockquote></section><section><h2>Built for less</h2><p>{S2}</p></section><aside class="factbox"><h3>The Orm bridge</h3><ul><li>{FACT}</li></ul></aside><section><h2>No plan</h2><p>{S3}</p><p>{S4}</p></section>',
            title="Bridge closed to lorries",
        ),
        has=(S1, S2, S3, S4, FACT),
        title="Bridge closed to lorries",
        author="",
        published="2024-05-06",
    ),
    Odd(
        "a page that loads more, with what comes next below",
        page(
            f'<main><article><h1>Bridge closed to lorries</h1><p class="meta">7 May 2024 | Sven Arp</p><div class="content"><p>{S1}</p><p>{S2}</p><div class="more" id="part2"><p>{S3}</p><p>{S4}</p></div></div><button>Load more</button><nav class="pages"><a href="?p=1">1</a> <a href="?p=2">2</a> <a rel="next" href="?p=2">Next page</a></nav></article><section class="up-next"><h2>Up next</h2><article><h3><a href="/x">Mayor of Tovik resigns over boat</a></h3><p>The mayor of Tovik resigned on Tuesday over a boat that the town had paid for.</p></article></section></main>',
            title="Bridge closed to lorries",
        ),
        has=(S1, S2, S3, S4),
        lacks=("Load more", "Mayor of Tovik", "Next page"),
        title="Bridge closed to lorries",
        author="",
        published="2024-05-07",
    ),
    Odd(
        "a press release with notes to editors",
        page(
            f'<div class="container"><div class="release"><p>FOR IMMEDIATE RELEASE</p><p>12 March 2025</p><h1>Brenn to build in Olmstad</h1><p>OLMSTAD, 12 March 2025 – {R1}</p><p>{R2}</p><p>-ENDS-</p><h4>Notes to editors</h4><p>{R3}</p><p>{R4}</p><h4>Contact</h4><p>Press office, +00 555 0142, press@brenn.example</p></div></div>',
            title="Brenn to build in Olmstad | Brenn Turbines",
        ),
        has=(R1, R2, R3, R4),
        title="Brenn to build in Olmstad",
        author="",
        published="2025-03-12",
    ),
    Odd(
        "minutes of a council",
        page(
            f'<div class="document"><h1>Minutes of the council meeting held on Tuesday 14 January 2025</h1><p>Present: Councillors Aske, Birk (Chair), Dam and Holm</p><p>Apologies: Councillor Lyng</p><h2>3. Parking</h2><ol type="a"><li>{M1}</li><li>{M2}</li></ol><h2>4. Accounts</h2><p>{M3}</p><p>{M4}</p></div>',
            title="Minutes 14 January 2025",
        ),
        has=(M1, M2, M3, M4, "Present: Councillors Aske, Birk (Chair), Dam and Holm", "Apologies: Councillor Lyng"),
        author="",
    ),
    Odd(
        "a debate in parliament with speakers and columns",
        page(
            f'<main><h1>Flood Barriers</h1><div class="date">Volume 712: debated on Wednesday 5 June 2019</div><div class="debate"><div class="contribution"><h2><a href="/m/1">Ruth Talbot (Eastmoor) (Ind)</a></h2><p>{H1}</p></div><div class="contribution"><h2><a href="/m/2">The Minister for Water (Neil Ashe)</a></h2><p>{H2}</p></div><span class="column-number">Column 214</span><div class="contribution"><h2><a href="/m/1">Ruth Talbot</a></h2><p>{H3}</p></div><div class="contribution"><h2><a href="/m/2">Neil Ashe</a></h2><p>{H4}</p></div></div></main>',
            title="Flood Barriers - Hansard",
        ),
        has=(H1, H2, H3, H4, "Ruth Talbot (Eastmoor) (Ind)", "The Minister for Water (Neil Ashe)"),
        title="Flood Barriers",
        author="",
        published="2019-06-05",
    ),
    Odd(
        "a statistics release of tables",
        page(
            f"<main><h1>Labour market, second quarter of 2024</h1><p>Release date: 15 August 2024</p><p>Next release: 14 November 2024</p><p>{T1}</p><p>{T2}</p><table><caption>Table 1: Unemployed people, thousands</caption><thead><tr><th rowspan=2>Age</th><th colspan=2>2023</th><th colspan=2>2024</th></tr><tr><th>Q1</th><th>Q2</th><th>Q1</th><th>Q2</th></tr></thead><tbody><tr><th>15–24</th><td>41.2</td><td>40.8</td><td>39.9</td><td>38.1</td></tr><tr><th>25–64</th><td>102.6</td><td>101.9</td><td>1,001.4</td><td>98.7</td></tr></tbody><tfoot><tr><th>Total</th><td>143.8</td><td>142.7</td><td>1,041.3</td><td>136.8</td></tr></tfoot></table><h2>Methods</h2><p>The survey asked 12,400 households; the margin of error is 0.2 points.</p></main>",
            title="Labour market, second quarter of 2024",
        ),
        has=(
            T1,
            T2,
            "Table 1: Unemployed people, thousands",
            "38.1",
            "1,001.4",
            "1,041.3",
            "The survey asked 12,400 households; the margin of error is 0.2 points.",
        ),
        title="Labour market, second quarter of 2024",
        author="",
        published="2024-08-15",
    ),
    Odd(
        "Arabic news, right to left",
        page(
            '<main><article><h1>إغلاق ميناء السلام بسبب العاصفة</h1><div class="byline">بقلم: سلمى حداد</div><div class="date">١٢ مارس ٢٠٢٤</div><p>أغلقت سلطات الميناء جميع الأرصفة البالغ عددها ٢٣ رصيفاً مساء الثلاثاء بسبب رياح بلغت سرعتها ٩٥ كيلومتراً في الساعة.</p><p>وقال مدير الميناء إن ١٬٤٥٠ حاوية تنتظر التفريغ، أي ضعف العدد المعتاد في هذا الوقت من السنة.</p></article></main>',
            lang="ar",
            title="إغلاق ميناء السلام بسبب العاصفة",
        ),
        has=(
            "أغلقت سلطات الميناء جميع الأرصفة البالغ عددها ٢٣ رصيفاً مساء الثلاثاء بسبب رياح بلغت سرعتها ٩٥ كيلومتراً في الساعة.",
            "وقال مدير الميناء إن ١٬٤٥٠ حاوية تنتظر التفريغ، أي ضعف العدد المعتاد في هذا الوقت من السنة.",
        ),
        title="إغلاق ميناء السلام بسبب العاصفة",
        author="سلمى حداد",
        published="2024-03-12",
    ),
    Odd(
        "Hebrew news, right to left",
        page(
            '<article dir="rtl"><h1>הנמל נסגר בשל הסערה</h1><p class="author">מאת: נועה ברק</p><p class="date">12 במרץ 2024</p><p>רשות הנמל סגרה ביום שלישי בערב את כל 23 הרציפים בשל רוחות שמהירותן הגיעה ל-95 קילומטרים בשעה.</p><p>לדברי מנהל הנמל, 1,450 מכולות ממתינות לפריקה, כפול מהמספר הרגיל בתקופה זו של השנה.</p></article>',
            lang="he",
            title="הנמל נסגר בשל הסערה",
        ),
        has=(
            "רשות הנמל סגרה ביום שלישי בערב את כל 23 הרציפים בשל רוחות שמהירותן הגיעה ל-95 קילומטרים בשעה.",
            "לדברי מנהל הנמל, 1,450 מכולות ממתינות לפריקה, כפול מהמספר הרגיל בתקופה זו של השנה.",
        ),
        title="הנמל נסגר בשל הסערה",
        author="נועה ברק",
        published="2024-03-12",
    ),
    Odd(
        "Japanese news with readings above the characters",
        page(
            '<article><h1>台風で港が閉鎖</h1><p class="date">2024年9月3日 18時20分</p><p><ruby>瀬戸口<rp>(</rp><rt>せとぐち</rt><rp>)</rp></ruby>港は3日夜、台風10号のため23の<ruby>岸壁<rt>がんぺき</rt></ruby>をすべて閉鎖した。</p><p>市によると、約1450世帯が停電し、最大瞬間風速は31メートルを記録した。</p></article>',
            lang="ja",
            title="台風で港が閉鎖",
        ),
        has=(
            "港は3日夜、台風10号のため23の",
            "をすべて閉鎖した。",
            "市によると、約1450世帯が停電し、最大瞬間風速は31メートルを記録した。",
            "瀬戸口",
        ),
        lacks=("瀬戸口せとぐち", "岸壁がんぺき"),
        title="台風で港が閉鎖",
        author="",
        published="2024-09-03",
    ),
    Odd(
        "German with low quotation marks and footnotes",
        page(
            '<article><h1>„Wir zahlen das Dreifache“</h1><p class="autor">Von Jonas Wiebe</p><p>Stand: 03.04.2024, 17:45 Uhr</p><p>„Wir zahlen heute 38,50 Euro je Tonne, das Dreifache von 2019“, sagte der Kämmerer von Uhlenau.<sup><a href="#fn1">1</a></sup></p><p>Die Gebühr stieg zum 1. Januar auf 212,40 Euro im Jahr; 4.300 Haushalte legten Widerspruch ein.<sup>2</sup></p><div class="footnotes"><ol><li id="fn1">Haushaltsplan der Stadt Uhlenau, Seite 112.</li><li id="fn2">Auskunft der Stadtwerke vom 28. März.</li></ol></div></article>',
            lang="de",
            title="„Wir zahlen das Dreifache“",
        ),
        has=(
            "„Wir zahlen heute 38,50 Euro je Tonne, das Dreifache von 2019“, sagte der Kämmerer von Uhlenau.",
            "Die Gebühr stieg zum 1. Januar auf 212,40 Euro im Jahr; 4.300 Haushalte legten Widerspruch ein.",
        ),
        lacks=("Uhlenau.1", "ein.2"),
        title="„Wir zahlen das Dreifache“",
        author="Jonas Wiebe",
        published="2024-04-03",
    ),
    Odd(
        "an accelerated page",
        '<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><link rel="canonical" href="https://post.example/bridge"><style amp-boilerplate>body{-webkit-animation:-amp-start 8s steps(1,end) 0s 1 normal both;visibility:hidden}@keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}</style><noscript><style amp-boilerplate>body{animation:none}</style></noscript><title>Bridge closed to lorries - Post</title></head><body>'
        f'<amp-sidebar id="s" layout="nodisplay"><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></amp-sidebar><article><h1>Bridge closed to lorries</h1><div class="byline">By <a rel="author" href="/a">Sven Arp</a> · <amp-timeago datetime="2024-05-06T08:00:00Z">6 May 2024</amp-timeago></div><amp-img src="x.jpg" alt="The bridge"></amp-img><p>{S1}</p><amp-ad type="x"><div>Advertisement</div></amp-ad><p>{S2}</p><amp-accordion><section><h4>More about the costs</h4><p>{S3}</p></section></amp-accordion><p>{S4}</p></article></body></html>',
        has=(S1, S2, S3, S4),
        lacks=("Advertisement", "Sport"),
        title="Bridge closed to lorries",
        author="Sven Arp",
        published="2024-05-06",
    ),
    Odd(
        "a bulletin in preformatted lines",
        page(
            "<pre>WEATHER OFFICE OF SELVIK\nISSUED 1 FEBRUARY 2024 AT 0600\n\nThe storm reached the outer islands at 0420 with gusts of 31 metres\na second. It moves east at 45 kilometres an hour.\n\nWATER LEVEL\n  Selvik     +142 cm\n  Tovik       +98 cm\n\nThe level in Selvik will fall below 100 cm on Friday, the office\nexpects.\n</pre>",
            title="Bulletin 14",
        ),
        has=(
            "The storm reached the outer islands at 0420 with gusts of 31 metres a second.",
            "It moves east at 45 kilometres an hour.",
            "+142 cm",
            "The level in Selvik will fall below 100 cm on Friday, the office expects.",
        ),
        author="",
        published="2024-02-01",
    ),
    Odd(
        "a letter of a writer, as its e-mail shows it",
        f'<html><head><title>What the bridge costs</title></head><body><div style="display:none;max-height:0;overflow:hidden">27 cracks and no plan</div><table role="presentation" width="100%"><tr><td><table role="presentation" class="post"><tr><td><h1 class="post-title"><a href="https://letters.example/p/bridge">What the bridge costs</a></h1><h3 class="subtitle">A letter about 612 metres of steel</h3></td></tr><tr><td><table><tr><td>Sven Arp</td></tr><tr><td>May 6, 2024</td></tr></table></td></tr><tr><td><p>{S1}</p><p>{S2}</p><blockquote><p>{QUOTE}</p></blockquote><p>{S3}</p><p>{S4}</p></td></tr><tr><td><a href="#">Like</a> <a href="#">Comment</a> <a href="#">Restack</a></td></tr><tr><td>© 2024 Sven Arp<br>548 Quay Street, Selvik<br><a href="#">Unsubscribe</a></td></tr></table></td></tr></table></body></html>',
        has=(S1, S2, S3, S4, QUOTE),
        lacks=("Unsubscribe", "Restack"),
        title="What the bridge costs",
        author="",
        published="2024-05-06",
    ),
    Odd(
        "an encyclopedia with a box, marks and a list of sources",
        page(
            '<h1 id="firstHeading">Orm Bridge</h1><div id="mw-content-text"><div class="mw-parser-output"><table class="infobox"><caption>Orm Bridge</caption><tr><th>Opened</th><td>12 June 1968</td></tr><tr><th>Length</th><td>612 m</td></tr></table><p>The <b>Orm Bridge</b> is a girder bridge that is 612 metres long and carries 21,500 vehicles a day.<sup class="reference"><a href="#c1">[1]</a></sup> It was built for 4,000.<sup class="noprint Template-Fact">[<i><a href="/cn">citation needed</a></i>]</sup></p><div class="mw-heading"><h2>History</h2><span class="mw-editsection">[<a href="/e">edit</a>]</span></div><p>In 2024 inspectors found 27 cracks in its girders.<sup class="reference">[2]</sup><sup>: 14 </sup> Lorries were banned from 6 May.</p><h2>References</h2><ol class="references"><li><span class="mw-cite-backlink">^</span> Roads office (2023), p. 9.</li></ol></div></div>',
            '<meta name="generator" content="MediaWiki 1.43">',
            title="Orm Bridge - Encyclopedia",
        ),
        has=(
            "The Orm Bridge is a girder bridge that is 612 metres long and carries 21,500 vehicles a day. It was built for 4,000.",
            "In 2024 inspectors found 27 cracks in its girders.",
            "Lorries were banned from 6 May.",
            "12 June 1968",
            "612 m",
        ),
        lacks=("[1]", "citation needed", "edit", "[2]"),
        title="Orm Bridge",
        author="",
    ),
    Odd(
        "questions that are folded away",
        article(
            f"<p>Updated on 2 May 2024</p><details><summary>{I3}</summary><p>{S1}</p></details><details open><summary>What does it cost?</summary><p>{S3}</p><p>{S4}</p></details><details><summary>Who uses it?</summary>{S2}</details>",
            title="The bridge: questions and answers",
        ),
        has=(S1, S2, S3, S4, "What does it cost?"),
        title="The bridge: questions and answers",
        author="",
    ),
    Odd(
        "formulas",
        article(
            '<p class="authors">Lena Ostrow and Piet Haan</p><p>Received 3 January 2023; accepted 9 May 2023; published 22 May 2023</p><p>The load of a girder falls with <math><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow></math> along its 38 metres, as the measurements of 2022 show.</p><p>We measured a mean strain of <math><mrow><mn>1.4</mn><mo>×</mo><msup><mn>10</mn><mrow><mo>−</mo><mn>4</mn></mrow></msup></mrow></math> in 27 of 112 girders, more than the norm of 2015 allows.</p>',
            title="Strain in the girders of an old bridge",
        ),
        has=(
            "along its 38 metres, as the measurements of 2022 show.",
            "in 27 of 112 girders, more than the norm of 2015 allows.",
        ),
        lacks=("104", "x2 along", "10−4 in"),
        title="Strain in the girders of an old bridge",
        author="Lena Ostrow, Piet Haan",
        published="2023-05-22",
    ),
    Odd(
        "a figure that is as of a day, and when the page appeared",
        article(
            f'<p class="note">Data as of 31 December 2023</p><p>{T1}</p><p>{T2}</p><p>About 12,400 households were asked between October and December 2023.</p><footer><p>First published: 9 February 2024</p></footer>',
            title="Who is out of work",
        ),
        has=(T1, T2, "Data as of 31 December 2023"),
        author="",
        published="2024-02-09",
    ),
    Odd(
        "a day that only the figures are of",
        article(f"<p>Figures as of 31 December 2023.</p><p>{T1}</p><p>{T2}</p>", title="Who is out of work"),
        has=(T1, T2),
        author="",
        published="",
    ),
    Odd(
        "a dateline with its day and agency",
        article(f"<p>SELVIK, Norway, Feb. 1, 2024 (Wire) — {L1}</p><p>{L2}</p><p>{L3}</p>", title=TITLE),
        has=(L1, L2, L3),
        title=TITLE,
        published="2024-02-01",
    ),
)

_WORDS = {
    "fr": (
        "Le pont fermé aux camions",
        "Publié le 6 mai 2024 à 8 h 15 par Claire Morvan",
        "Le pont sur l’Orme a été fermé lundi aux camions après la découverte de 27 fissures dans ses poutres.",
        "Construit en 1968 pour 4 000 véhicules par jour, il en porte aujourd’hui 21 500, selon le service des routes.",
    ),
    "es": (
        "El puente se cierra a los camiones",
        "Por Marta Aldea, 6 de mayo de 2024",
        "El puente sobre el Orme se cerró el lunes a los camiones después de que se hallaran 27 grietas en sus vigas.",
        "Se construyó en 1968 para 4.000 vehículos al día; hoy lo cruzan 21.500, según la oficina de carreteras.",
    ),
    "it": (
        "Ponte chiuso ai camion",
        "di Paola Renzi, 6 maggio 2024",
        "Il ponte sull’Orme è stato chiuso lunedì ai camion dopo la scoperta di 27 crepe nelle travi.",
        "Fu costruito nel 1968 per 4.000 veicoli al giorno; oggi lo attraversano in 21.500, conta l’ufficio strade.",
    ),
    "pt": (
        "Ponte fechada a camiões",
        "Por Rui Tavira | 6 de maio de 2024",
        "A ponte sobre o Orme foi fechada na segunda-feira aos camiões depois de se acharem 27 fissuras nas vigas.",
        "Foi construída em 1968 para 4.000 veículos por dia; hoje passam 21.500, segundo o serviço de estradas.",
    ),
    "nl": (
        "Brug dicht voor vrachtwagens",
        "Door Anke Visbeek op 6 mei 2024 om 08.15 uur",
        "De brug over de Orm ging maandag dicht voor vrachtwagens nadat er 27 scheuren in de liggers waren gevonden.",
        "Ze werd in 1968 gebouwd voor 4.000 voertuigen per dag; nu rijden er 21.500 over, telt de wegendienst.",
    ),
    "pl": (
        "Most zamknięty dla ciężarówek",
        "Autor: Hanna Brzoza, 6 maja 2024 r.",
        "Most na Ormie zamknięto w poniedziałek dla ciężarówek, gdy w dźwigarach znaleziono 27 pęknięć.",
        "Zbudowano go w 1968 roku dla 4000 pojazdów dziennie; dziś przejeżdża nim 21 500, liczy zarząd dróg.",
    ),
    "sv": (
        "Bron stängs för lastbilar",
        "Av Elin Strand, den 6 maj 2024",
        "Bron över Orm stängdes i måndags för lastbilar sedan man hade funnit 27 sprickor i balkarna.",
        "Den byggdes 1968 för 4 000 fordon om dagen; i dag kör 21 500 över den, räknar vägverket.",
    ),
    "ru": (
        "Мост закрыли для грузовиков",
        "Автор: Нина Ольхова, 6 мая 2024 года",
        "Мост через Орму закрыли в понедельник для грузовиков, после того как в балках нашли 27 трещин.",
        "Его построили в 1968 году для 4000 машин в день; сегодня по нему проезжают 21 500, считает дорожная служба.",
    ),
}
PAGES += tuple(
    Odd(
        f"day in words in the by-line ({lang})",
        page(f"<div class=txt><h1>{title}</h1><p>{byline}</p><p>{one}</p><p>{two}</p></div>", lang=lang, title=title),
        has=(one, two),
        title=title,
        author={
            "fr": "Claire Morvan",
            "es": "Marta Aldea",
            "it": "Paola Renzi",
            "pt": "Rui Tavira",
            "nl": "Anke Visbeek",
            "pl": "Hanna Brzoza",
            "sv": "Elin Strand",
            "ru": "Нина Ольхова",
        }[lang],
        published="2024-05-06",
    )
    for lang, (title, byline, one, two) in _WORDS.items()
)
