# ruff: noqa: E501 - pages stand as people write them
"""Pages as odd as the web has them, each with what a reader sees on it: words that stand there and words that do not.

Places and people are invented.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

ONE = (
    "The water board of Varen spent 14 million euros on new pumps last year, twice as much as in the year before, "
    "its treasurer told the council."
)
TWO = (
    "About 3,200 households were cut off for two days in January, when a main burst under the market and the cellars "
    "of the town hall filled with water."
)
THREE = (
    "Repairs will take until the autumn, the engineer in charge said, because the pipes for the old part of the town "
    "have to be made by hand."
)
PARAGRAPHS = f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>"


@dataclass(frozen=True, slots=True)
class Odd:
    """A page and what is right about it; a field that is None may be anything, an empty one must be unknown."""

    name: str
    html: str
    has: tuple[str, ...] = (ONE, TWO, THREE)
    lacks: tuple[str, ...] = ()
    title: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    address: str | None = None


def page(body: str, head: str = "", *, lang: str = "en", title: str = "Pumps for Varen") -> str:
    return f'<!doctype html><html lang="{lang}"><head><title>{title}</title>{head}</head><body>{body}</body></html>'


def article(body: str, head: str = "", *, lang: str = "en", title: str = "Pumps for Varen") -> str:
    return page(f"<article><h1>{title}</h1>{body}</article>", head, lang=lang, title=title)


def linked(data: object, before: str = "", after: str = "") -> str:
    return f'<script type="application/ld+json">{before}{json.dumps(data)}{after}</script>'


NEWS = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Pumps for Varen",
    "datePublished": "2021-03-04T08:00:00+01:00",
    "author": {"@type": "Person", "name": "Mira Tolland"},
}

SHAPES = (
    Odd(
        "nested paragraphs by line breaks",
        page(f"<div class=main><h1>Pumps for Varen</h1><font size=2>{ONE}<br><br>{TWO}<br> <br>{THREE}</font></div>"),
    ),
    Odd(
        "line breaks within a span within a cell",
        page(
            "<table width=600><tr><td width=120><a href=/>Home</a><br><a href=/b>Business</a></td>"
            f"<td><span>{ONE}<br/><br/>{TWO}<br/><br/>{THREE}</span></td></tr></table>"
        ),
        lacks=("Home", "Business"),
    ),
    Odd("paragraphs that are never closed", page(f"<h1>Pumps for Varen</h1><p>{ONE}<p>{TWO}<p>{THREE}")),
    Odd(
        "text straight behind headings and paragraphs",
        page(
            f'<div class="article-body"><h1>Pumps for Varen</h1>{ONE}<p>{TWO}</p>Loose: 40 pumps came by ship.'
            f"<h2>Autumn</h2>Tight: 9 of them leaked.<p>{THREE}</p></div>"
        ),
        has=(ONE, TWO, THREE, "Loose: 40 pumps came by ship.", "Tight: 9 of them leaked."),
    ),
    Odd(
        "a gallery before the article",
        page(
            '<div class="gallery">'
            + "".join(
                f'<figure><img src="{n}.jpg"><figcaption><p>Picture {n} of the burst main in Varen, seen from the tower '
                f"of the church on the morning after the flood, with {n} boats.</p></figcaption></figure>"
                for n in range(1, 16)
            )
            + f"</div><article><h1>Pumps for Varen</h1>{PARAGRAPHS}</article>"
        ),
        lacks=("Picture 7 of the burst main",),
    ),
    Odd(
        "a slideshow without a name of one",
        page(
            "<article><h1>Pumps for Varen</h1><ul class=slider>"
            + "".join(f"<li><img src={n}.jpg><p>Photo {n}: boats in the square.</p></li>" for n in range(9))
            + f"</ul>{PARAGRAPHS}</article>"
        ),
    ),
    Odd(
        "note marks and exponents",
        article(
            f"<p>{ONE}</p><p>The board has 14<sup>2</sup> pumps and 120<sup><a href='#fn3'>3</a></sup> kilometres of "
            "pipes, its tank holds 10<sup>6</sup> litres, the cellar has 40 m<sup>2</sup>, and the loss is 2"
            "<sup>nd</sup> only to that of 1998.<a href='#fn4' class='footnote-ref'>[4]</a></p>"
            f"<p>{TWO}</p>"
        ),
        has=("14 pumps", "120 kilometres", "10^6 litres", "40 m²", "2nd only", "that of 1998."),
        lacks=("142", "1203", "106 litres", "[4]"),
    ),
    Odd(
        "note marks in brackets without markup",
        article(
            f"<p>{ONE}</p><p>The board owns 120 kilometres of pipes[41] and 14 pumps,[42][43] more than Sund.[note 2] "
            f"It was founded in 1921[44].</p><p>{TWO}</p>"
        ),
        has=("kilometres of pipes and 14 pumps, more than Sund.", "founded in 1921."),
        lacks=("[41]", "[42]", "[43]", "[44]", "[note 2]"),
    ),
    Odd(
        "words that an editor put in brackets",
        article(
            f"<p>{ONE}</p><p>“They [the pumps] were bought in [20]19 for [EUR] 14 million [sic]”, he wrote, and "
            f"array[0] is the first.</p><p>{TWO}</p>"
        ),
        has=("They [the pumps] were bought in [20]19 for [EUR] 14 million [sic]",),
    ),
    Odd(
        "struck out words",
        article(
            f"<p>{ONE}</p><p>The pumps cost <del>12</del> <ins>14</ins> million, <s>ninety</s> eighty of them work, "
            "<strike>all</strike> most are new, <span style='text-decoration: line-through'>777</span> 700 are old."
            f"</p><p>{TWO}</p>"
        ),
        has=("cost 14 million, eighty of them work, most are new, 700 are old",),
        lacks=("12", "ninety", "777"),
    ),
    Odd(
        "hidden words",
        article(
            f"<p>{ONE}</p><p hidden>Draft: 991 pumps were bought by the board last year, says a hidden line.</p>"
            "<p style='DISPLAY:none!important'>Draft: 992 pumps were bought by the board last year.</p>"
            "<div style='color:red; visibility: hidden'><p>Draft: 993 pumps were bought by the board.</p></div>"
            "<p class='visually-hidden'>Draft: 994 pumps were bought by the board last year.</p>"
            "<p class='d-none'>Draft: 995 pumps were bought by the board last year.</p>"
            "<p aria-hidden='true' style='opacity:0'>Draft: 996 pumps were bought by the board last year.</p>"
            "<template><p>Draft: 997 pumps were bought by the board last year.</p></template>"
            "<p style='font-size:0'>Draft: 998 pumps were bought by the board last year.</p>"
            "<p style='position:absolute;left:-9999px'>Draft: 989 pumps were bought by the board last year.</p>"
            f"<p>{TWO}</p><p>{THREE}</p>"
        ),
        lacks=("991", "992", "993", "994", "995", "996", "997", "998", "989", "Draft"),
    ),
    Odd(
        "ligatures, full-width figures and soft hyphens",
        article(f"<p>The ﬁrst ﬂood cost １４ million eu&shy;ros and ﬁve days, the of&shy;ﬁce wrote.</p>{PARAGRAPHS}"),
        has=("The first flood cost 14 million euros and five days, the office wrote.", ONE),
    ),
    Odd(
        "blocks side by side",
        article(
            f"<p>{ONE}</p><ul><li><h3>Pumps</h3><p>Forty are new.</p><span>Harbour Agency</span></li>"
            f"<li>Pipes<div>Nine leaked in March.</div><em>Photo</em></li></ul><p>{TWO}</p><p>{THREE}</p>"
        ),
        has=(ONE, TWO, THREE, "Forty are new.", "Nine leaked in March."),
        lacks=("PumpsForty", "new.Harbour", "PipesNine", "March.Photo"),
    ),
    Odd(
        "a caption with a credit in spans",
        article(
            f"<p>{ONE}</p><figure><img src=a.jpg><figcaption><span class='caption__text'>Nine pumps of the board stand "
            "in the yard behind the market.</span><span class='caption__credit'>Photo: Mira Tolland/Harbour Agency"
            f"</span></figcaption></figure><p>{TWO}</p><p>{THREE}</p>"
        ),
        has=(ONE, TWO, THREE, "Nine pumps of the board stand in the yard behind the market."),
        lacks=("Harbour Agency",),
    ),
    Odd(
        "image source and caption as broadcasters write them",
        article(
            f"<p>{ONE}</p><figure><img src=a.jpg><span>Image source, Harbour Agency</span><figcaption><span>Image caption,"
            f"</span><p>Nine pumps stand in the yard behind the market hall</p></figcaption></figure><p>{TWO}</p><p>{THREE}</p>"
        ),
        has=(ONE, TWO, THREE, "Nine pumps stand in the yard behind the market hall"),
        lacks=("Image source", "Image caption"),
    ),
    Odd(
        "a table and little else",
        page(
            "<h1>Pumps by year</h1><table><tr><th>Year</th><th>Pumps</th></tr><tr><td>2019</td><td>14</td></tr>"
            "<tr><td>2020</td><td>17</td></tr><tr><td>2021</td><td>23</td></tr></table>"
        ),
        has=("Year | Pumps", "2019 | 14", "2020 | 17", "2021 | 23"),
    ),
    Odd(
        "a table in an article",
        article(
            f"<p>{ONE}</p><table><caption>Pumps bought</caption><tr><th>Year</th><th>Pumps</th></tr><tr><td>2019</td>"
            f"<td>14</td></tr><tr><td>2020</td><td>17</td></tr></table><p>{TWO}</p><p>{THREE}</p>"
        ),
        has=(ONE, TWO, THREE, "2019 | 14", "2020 | 17"),
    ),
    Odd(
        "a definition list",
        article(
            f"<p>{ONE}</p><dl><dt>Pump</dt><dd>A machine that lifted 900 litres a minute in the test of 2020.</dd>"
            f"<dt>Main</dt><dd>A pipe of 60 centimetres that was laid in 1921.</dd></dl><p>{TWO}</p><p>{THREE}</p>"
        ),
        has=(ONE, TWO, THREE, "A machine that lifted 900 litres a minute", "A pipe of 60 centimetres"),
    ),
    Odd(
        "quotations in blocks",
        article(
            f"<p>{ONE}</p><blockquote><p>We lost 40 per cent of our water on the way, and nobody had told us for nine years."
            f"</p><cite>Mira Tolland, treasurer</cite></blockquote><p>{TWO}</p><p>{THREE}</p>"
        ),
        has=(ONE, TWO, THREE, "We lost 40 per cent of our water on the way"),
        lacks=("years.Mira",),
    ),
    Odd(
        "numbered steps",
        article(
            f"<p>{ONE}</p><ol><li>The board buys 14 pumps in spring.</li><li>The main is dug up in May, over 300 metres."
            f"</li><li>Water flows again in September.</li></ol><p>{TWO}</p><p>{THREE}</p>"
        ),
        has=(ONE, TWO, THREE, "The board buys 14 pumps in spring.", "over 300 metres."),
    ),
    Odd(
        "a live blog",
        page(
            "<main><h1>Flood in Varen: live</h1>"
            + "".join(
                f'<article class="post"><time datetime="2021-03-04T{hour}:10:00Z">{hour}:10</time><h2>Entry of {hour}</h2>'
                f"<p>At {hour} the water stood {height} centimetres high in the market square, the fire brigade reported from "
                "the bridge.</p></article>"
                for hour, height in (("11", 41), ("10", 37), ("09", 22), ("08", 12))
            )
            + "</main>",
            title="Flood in Varen: live",
        ),
        has=("41 centimetres", "37 centimetres", "22 centimetres", "12 centimetres"),
        published="2021-03-04",
    ),
    Odd(
        "an AMP page",
        '<!doctype html><html amp lang="en"><head><title>Pumps for Varen</title><link rel="canonical" href="/pumps">'
        "<style amp-boilerplate>body{visibility:hidden}</style></head><body><amp-sidebar id=s layout=nodisplay><ul>"
        "<li><a href=/>Front page</a></li></ul></amp-sidebar><article><h1>Pumps for Varen</h1><amp-img src=a.jpg></amp-img>"
        f"{PARAGRAPHS}<amp-ad type=x></amp-ad></article></body></html>",
        lacks=("Front page",),
        url="https://news.example/pumps",
        address="https://news.example/amp/pumps",
    ),
    Odd(
        "a page saved by a word processor",
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">'
        "<title>Pumps for Varen</title><!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>Mira</o:Author>"
        "</o:DocumentProperties></xml><![endif]--><style>p.MsoNormal{margin:0}</style></head><body lang=EN-GB><div "
        f"class=WordSection1><p class=MsoTitle>Pumps for Varen</p><p class=MsoNormal>{ONE}<o:p></o:p></p><p class="
        f"MsoNormal><![if !supportEmptyParas]>&nbsp;<![endif]><o:p></o:p></p><p class=MsoNormal><span lang=EN-GB>{TWO}"
        f"</span></p><p class=MsoNormal>{THREE}</p></div></body></html>",
        lacks=("supportEmptyParas", "MsoNormal"),
    ),
    Odd(
        "a page of 1998",
        "<HTML><HEAD><TITLE>Pumps for Varen</TITLE></HEAD><BODY BGCOLOR=#FFFFFF><CENTER><TABLE BORDER=0 WIDTH=600><TR>"
        "<TD VALIGN=TOP WIDTH=130><FONT SIZE=1><A HREF=index.html>Index</A><BR><A HREF=guest.html>Guestbook</A></FONT>"
        f"</TD><TD><FONT FACE=Arial><B>Pumps for Varen</B><P>{ONE}<P>{TWO}<P>{THREE}<HR><I>Last changed: 12 May 1998</I>"
        "</FONT></TD></TR></TABLE></CENTER></BODY></HTML>",
        lacks=("Guestbook",),
    ),
    Odd(
        "layout tables in each other",
        page(
            "<table><tr><td><table><tr><td><a href=/>Home</a></td><td><a href=/s>Sport</a></td></tr></table></td></tr><tr>"
            f"<td><table><tr><td><h1>Pumps for Varen</h1><div>{ONE}</div><div>{TWO}</div></td><td><div>{THREE}</div></td>"
            "</tr></table></td></tr></table>"
        ),
        lacks=("Sport",),
    ),
    Odd(
        "a frame set with words for those without frames",
        "<html><head><title>Pumps for Varen</title></head><frameset cols='20%,80%'><frame src=menu.html><frame src=text.html>"
        f"<noframes><body><h1>Pumps for Varen</h1>{PARAGRAPHS}</body></noframes></frameset></html>",
    ),
    Odd(
        "the only words in a noscript",
        page(f"<div id=app></div><noscript><article><h1>Pumps for Varen</h1>{PARAGRAPHS}</article></noscript>"),
    ),
    Odd(
        "pictures that a script loads later",
        article(
            f"<p>{ONE}</p><figure><img data-src=a.jpg><noscript><img src=a.jpg alt='x'></noscript><figcaption>Nine pumps of "
            f"the board stand behind the market.</figcaption></figure><p>{TWO}</p><p>{THREE}</p>"
        ),
        has=(ONE, TWO, THREE, "Nine pumps of the board stand behind the market."),
        lacks=("<img",),
    ),
    Odd(
        "furniture around an article",
        page(
            "<header><nav><a href=/>Home</a> | <a href=/w>World</a> | <a href=/p>Politics</a> | <a href=/c>Contact us</a>"
            f"</nav></header><article><h1>Pumps for Varen</h1><p>Posted on Tuesday 9 March 2021 at 09:11 by Mira Tolland</p>"
            f"{PARAGRAPHS}<p class=contrib>Jon Sedge in Sund contributed to this report.</p><div class=share>Share on "
            "Facebook</div></article><aside class=related><h3>Related</h3><ul><li><a href=/1>Nine facts on water</a></li>"
            "</ul></aside><footer>© 2021 Varen Post. All rights reserved.</footer>"
        ),
        lacks=("Contact us", "Share on Facebook", "Nine facts on water", "All rights reserved"),
        published="2021-03-09",
        author="Mira Tolland",
    ),
    Odd(
        "comments below",
        page(
            f"<article><h1>Pumps for Varen</h1>{PARAGRAPHS}</article><section id=comments class=comments><h2>3 comments</h2>"
            + "".join(
                f"<div class=comment><p>Reader {n}: I do not believe a word of it, my cellar was full of water for nine days."
                "</p></div>"
                for n in range(3)
            )
            + "</section>"
        ),
        lacks=("Reader 1",),
    ),
    Odd(
        "an article of one paragraph",
        article(f"<p>{ONE}</p>"),
        has=(ONE,),
    ),
    Odd(
        "divisions for paragraphs",
        page(
            "<div class=story><h1>Pumps for Varen</h1><div class=t>"
            + f"<div>{ONE}</div><div>{TWO}</div><div>{THREE}</div></div></div>"
        ),
    ),
    Odd(
        "letters of a drop cap apart",
        article(f"<p><span class=dropcap>T</span>{ONE[1:]}</p><p>{TWO}</p><p>{THREE}</p>"),
    ),
    Odd(
        "advertisements between the paragraphs",
        article(
            f"<p>{ONE}</p><div class='ad-slot'><span>Advertisement</span></div><p>{TWO}</p><aside class=newsletter><p>Sign up "
            f"for our newsletter and get the news every morning.</p></aside><p>{THREE}</p>"
        ),
        lacks=("Advertisement", "Sign up"),
    ),
    Odd(
        "a text from right to left",
        article(
            "<p>أنفق مجلس المياه في فارن 14 مليون يورو على مضخات جديدة في العام الماضي، أي ضعف ما أنفقه في العام الذي سبقه.</p>"
            "<p>وانقطعت المياه عن 3200 منزل لمدة يومين في يناير عندما انفجر أنبوب تحت السوق وغمرت المياه الأقبية.</p>",
            lang="ar",
            title="مضخات لمدينة فارن",
        ).replace("<body>", "<body dir=rtl>"),
        has=("14 مليون يورو", "3200 منزل"),
        title="مضخات لمدينة فارن",
    ),
    Odd(
        "a page in Japanese",
        article(
            "<p>ファーレンの水道局は昨年、新しいポンプに1400万ユーロを使った。これは前年の2倍に当たると会計係が議会で述べた。</p>"
            "<p>1月には市場の下で本管が破裂し、約3200世帯が2日間断水した。修理は秋までかかる見込みだという。</p>"
            "<p class=date>2021年3月4日</p>",
            lang="ja",
            title="ファーレンのポンプ",
        ),
        has=("1400万ユーロを使った", "約3200世帯"),
        title="ファーレンのポンプ",
        published="2021-03-04",
    ),
    Odd(
        "a page in Chinese",
        article(
            "<div class=info>2021年03月04日 08:30 来源：港口日报</div>"
            "<p>瓦伦市自来水公司去年在新水泵上花费了1400万欧元，是前一年的两倍，财务主管在议会上表示。</p>"
            "<p>一月份市场下面的主管道破裂，约3200户居民停水两天，市政厅的地下室也进了水。</p>",
            lang="zh",
            title="瓦伦市的水泵",
        ),
        has=("1400万欧元", "约3200户居民"),
        published="2021-03-04",
    ),
)
