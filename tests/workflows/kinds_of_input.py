# ruff: noqa: E501 - pages and files stand as people write them
"""One small input of our own for each kind of page, text, table, feed, transcript and fact check, and what is right of it.

The name of a case is the kind it stands for. Places and people are invented.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Kind:
    """An input, and what must be found: claims (or sources) in order, each by a part of its words and its fields."""

    name: str
    file: str
    content: str | bytes | Callable[[], bytes]
    found: tuple[tuple[str, dict[str, Any]], ...] = ()
    never: tuple[str, ...] = ()
    """Words that stand in no claim (or source)."""
    fields: dict[str, Any] = field(default_factory=dict)
    """Fields of the article."""
    options: tuple[str, ...] = ()
    count: int | None = None
    """How many claims or sources there are, where that matters."""

    @property
    def data(self) -> bytes:
        made = self.content() if callable(self.content) else self.content
        return made.encode("utf-8") if isinstance(made, str) else made


LAMP = (
    "The lighthouse on Skarv was lit again on Thursday after nine weeks without power, the keeper of the island said."
)
COST = (
    "Its new lamp cost 64,000 crowns and uses a third of the electricity of the old one, according to the coast office."
)
DAYS = (
    "Ships had to pass the rocks by day alone, and two of them ran aground in the fog of the first week of the winter."
)
PARTS = f"<p>{LAMP}</p><p>{COST}</p><p>{DAYS}</p>"
NEWS = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Skarv is lit again",
    "datePublished": "2019-11-15T09:00:00+01:00",
    "author": {"@type": "Person", "name": "Runa Tveit"},
    "publisher": {"@type": "Organization", "name": "Coast Letter"},
}


def page(body: str, head: str = "", *, title: str = "Skarv is lit again", lang: str = "en") -> str:
    return f'<!doctype html><html lang="{lang}"><head><title>{title}</title>{head}</head><body>{body}</body></html>'


def article(body: str, head: str = "", **how: str) -> str:
    return page(f"<article><h1>{how.get('title', 'Skarv is lit again')}</h1>{body}</article>", head, **how)


def _sheet() -> bytes:
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    for name, row in (
        ("First", ("The quarry sold 310 tonnes of slate.", "Runa Tveit", "2021-05-03", "https://coast.example/1")),
        ("Second", ("Its owner paid off 22 people.", "Odd Lie", "2021-05-04", "https://coast.example/2")),
    ):
        sheet = book.create_sheet(name)
        sheet.append(["claim", "speaker", "date", "url"])
        sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _open_document() -> bytes:
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        f"<?xml version='1.0'?><office:document-content xmlns:office='{space}office:1.0' xmlns:text='{space}text:1.0'>"
        "<office:body><office:text><text:p>The quarry sold 310 tonnes of slate in May.</text:p></office:text></office:body>"
        "</office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        container.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        container.writestr("content.xml", content)
    return out.getvalue()


def _word(parts: list[tuple[str, str]]) -> bytes:
    import docx

    document = docx.Document()
    line = document.add_paragraph()
    for words, style in parts:
        run = line.add_run(words)
        run.font.superscript = style == "raised" or None
        run.font.strike = style == "struck" or None
        run.font.hidden = style == "hidden" or None
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _raised_word() -> bytes:
    return _word([("The yard had 27", ""), ("4", "raised"), (" lorries in 2018.", "")])


def _struck_word() -> bytes:
    return _word(
        [
            *(("The rent fell from ", ""), ("95 ", "struck"), ("70 crowns, and ", ""), ("777 ", "hidden")),
            *(("the pit holds 10", ""), ("7", "raised"), (" litres.", "")),
        ]
    )


PAGES = (
    Kind("a plain page", "a.html", article(f"<p>{LAMP}</p>"), ((LAMP[:40], {"speaker": "the keeper of the island"}),)),
    Kind(
        "headings, entries and links in a list are blocks of their own",
        "a.html",
        article(
            "<p>The council of Skarv published its plan for the lighthouse on Thursday, after a year of talks with the "
            "fishermen and the owners of the boats.</p><ul><li><h3>Lamp</h3>The coast office will spend 64,000 crowns on "
            'a lamp.<a href="/lamp">About the lamp</a></li><li>Boat fares rose by 6 per cent in October.'
            "<div>Skarv Press</div></li></ul><p>The plan was approved by 9 of the 13 members of the council, and it takes "
            "effect in January, the mayor said after the meeting on Thursday evening.</p>",
            '<meta property="article:published_time" content="2019-11-15">',
        ),
        (
            ("The council of Skarv published its plan for the lighthouse on 14 November 2019", {}),
            ("The coast office will spend 64,000 crowns on a lamp.", {}),
            ("Boat fares rose by 6 per cent in October 2019.", {}),
            ("9 of the 13 members", {}),
        ),
        ("LampThe", "October.Skarv", "Skarv Press"),
    ),
    Kind(
        "a caption in spans, and its credit",
        "a.html",
        article(
            f"<p>{LAMP}</p><figure><img src=a.jpg><figcaption><span>Salt had eaten 16 of the lamp's 20 mirrors, a diver "
            f'said.</span><span class="credit"><b>Credit</b>Runa Tveit</span></figcaption></figure><p>{COST}</p>'
        ),
        (("16 of the lamp's 20 mirrors", {}),),
        ("Credit", "Runa Tveit"),
    ),
    Kind(
        "linked data inside CDATA",
        "a.html",
        article(
            PARTS + "<p>Last updated: March 3, 2024</p>",
            f'<script type="application/ld+json">//<![CDATA[\n{json.dumps(NEWS)}\n//]]></script>',
        ),
        (("The lighthouse on Skarv was lit again on 14 November 2019", {}),),
        fields={"published": "2019-11-15", "author": "Runa Tveit", "publisher": "Coast Letter"},
    ),
    Kind(
        "linked data inside a comment",
        "a.html",
        article(
            PARTS + "<p>Last updated: March 3, 2024</p>",
            f'<script type="application/ld+json"><!--\n{json.dumps(NEWS)}\n--></script>',
        ),
        fields={"published": "2019-11-15", "author": "Runa Tveit", "publisher": "Coast Letter"},
    ),
    Kind(
        "an encyclopedia: a short description is no title, the first day of the page not that of its text",
        "a.html",
        page(
            f'<h1>Skarv</h1><div id="mw-content-text"><p>Skarv is an island of 3 square kilometres with 41 people in 2020.</p><p>{LAMP}</p></div>',
            '<meta name="generator" content="MediaWiki 1.42"><script type="application/ld+json">'
            + json.dumps(
                {
                    "@context": "https://schema.org",
                    "@type": "Article",
                    "name": "Skarv",
                    "headline": "island on the west coast",
                    "datePublished": "2004-06-01T00:00:00Z",
                    "dateModified": "2023-08-09T10:00:00Z",
                }
            )
            + "</script>",
            title="Skarv - Free Encyclopedia",
        ),
        fields={"title": "Skarv", "published": "2023-08-09"},
    ),
    Kind(
        "figures of a day whose order is certain",
        "a.html",
        article(PARTS, '<meta name="date" content="10/27/2009 07:15:00">'),
        fields={"published": "2009-10-27"},
    ),
    Kind(
        "note marks, exponents and deleted text of a page",
        "a.html",
        article(
            '<p>The yard had 27<sup><a href="#n4">4</a></sup> lorries in 2018, and it employed 310<sup>[2]</sup> people, the owner wrote '
            "to his bank in the spring of the next year.</p><p>The pit holds 10<sup>7</sup> litres, and the rent fell from "
            "<del>95</del> 90 crowns to <s>75</s> 70 crowns within a year, the owner told the paper.</p><p>Profit was 2.4"
            '<sup><a href="#n2">2</a></sup> million crowns, the report says.</p>'
        ),
        (("27 lorries", {}), ("310 people", {}), ("10^7 litres", {}), ("2.4 million crowns", {})),
        ("274", "3102", "107", "2.42", "95", "75"),
    ),
    Kind(
        "text straight after a heading or the end of a paragraph",
        "a.html",
        page(
            f"<div class=t><h1>Skarv is lit again</h1><p>{LAMP}</p><h2>Boat</h2>The boat carried 73 people on Friday, its first day at sea."
            f"<p>{COST}</p>The pier was shut by the police at 3 p.m.<p>{DAYS}</p></div>"
        ),
        (("The boat carried 73 people on Friday", {}), ("The pier was shut by the police at 3 p.m.", {})),
    ),
    Kind(
        "a gallery that crowds the article out",
        "a.html",
        page(
            f"<h1>Skarv is lit again</h1><div class=story>{PARTS}</div><div class=gallery><ul>"
            + "".join(
                f"<li><figure><img src={n}.jpg><figcaption>Picture {n}: boats of 19{n} in the harbour of Skarv, seen from the old pier on 2 May 2013</figcaption></figure></li>"
                for n in range(10, 32)
            )
            + "</ul></div>"
        ),
        ((LAMP[:40], {}), ("64,000 crowns", {}), ("ran aground", {})),
        fields={"published": None},
    ),
    Kind(
        "a transcript with line breaks for paragraphs",
        "a.html",
        page(
            "<h1>CTV Transcripts</h1><p>COAST TODAY<br><br>Lamp Lit; Pier Shut. Aired 7-8a CT<br><br>Aired May 4, 2021 - 07:00 CT<br><br>"
            "[07:00:10] RUNA TVEIT, CTV ANCHOR: The price of cod fell to 31 crowns in April, the lowest since 1988.<br><br>"
            "DR. ODD LIE, BIOLOGIST: Nine whales have died so far this year.<br><br>TVEIT: Right.<br><br>"
            "LIE: One in six seals is ill.</p>",
            title="CTV Transcripts",
        ),
        (
            ("The price of cod fell to 31 crowns", {"speaker": "Runa Tveit"}),
            ("Nine whales have died so far in 2021", {"speaker": "Odd Lie"}),
            ("One in six seals is ill", {"speaker": "Odd Lie"}),
        ),
        ("Aired", "COAST TODAY", "Right"),
    ),
    Kind(
        "a day far ahead in the text",
        "a.html",
        article(f"<p>{LAMP}</p><p>{COST}</p><p>Runs until: 31.12.2098</p>", lang="de"),
        fields={"published": None},
    ),
    Kind(
        "spans that only a style sheet sets apart",
        "a.html",
        article(
            f'<div class="meta"><span>November 15, 2019</span><span>By <a rel="author" href="/r">Runa Tveit</a></span></div><div><span>{LAMP}</span></div><p>{COST}</p>'
        ),
        ((LAMP[:25], {}),),
        ("2019By", "Runa Tveit"),
        fields={"author": "Runa Tveit", "published": "2019-11-15"},
    ),
    Kind(
        "an evening in the page's own zone",
        "a.html",
        article(
            f"<p class=stamp>November 15, 2019 9:40 p.m. ET</p><p>The keeper said tonight that the lamp had burned for 40 hours, longer than any other on the coast.</p><p>{COST}</p>",
            '<meta property="article:published_time" content="2019-11-16T02:40:00Z">',
        ),
        (("The keeper said on the night of 15 November 2019", {}),),
        fields={"published": "2019-11-15"},
    ),
    Kind(
        "a title that is the site's name",
        "a.html",
        article(
            PARTS,
            '<meta property="og:title" content="Coast Letter - News of the Coast &amp; Isles"><meta property="og:site_name" content="Coast Letter - News of the Coast &amp; Isles">',
            title="Coast Letter - News of the Coast &amp; Isles",
        ).replace("<h1>Coast Letter - News of the Coast &amp; Isles", "<h1>Skarv is lit again after nine weeks"),
        fields={"title": "Skarv is lit again after nine weeks", "publisher": "Coast Letter"},
    ),
    Kind(
        "a by-line in the text's markup",
        "a.html",
        article(
            f'<p class="byline">By <span itemprop="author">Runa Tveit</span> and <span itemprop="author">Odd Lie</span></p>{PARTS}'
        ),
        ((LAMP[:40], {}),),
        ("Runa Tveit", "By "),
        fields={"author": "Runa Tveit, Odd Lie"},
    ),
    Kind(
        "paragraphs that nobody sees",
        "a.html",
        article(
            f'<p>{LAMP}</p><p hidden>The storm killed 611 people on the coast, an official said.</p><p style="display:none">The storm killed 622 people on the coast, an official said.</p><p class="sr-only">The storm killed 633 people on the coast, an official said.</p><p>{COST}</p>'
        ),
        ((LAMP[:40], {}), ("64,000", {})),
        ("611", "622", "633"),
    ),
)

TEXTS = (
    Kind(
        "an apposition that is only punctuation",
        "a.txt",
        "Lamps of the coast\n\nThe yard was founded in 1888, the archive of the town says.\n\nIn Tveit, Runa (ed.).\n\nIslands of the West (3rd ed.).\n",
        (("The yard was founded in 1888", {}),),
        ("(ed.)",),
        count=1,
    ),
    Kind(
        "lines on who posted what, and menus",
        "a.txt",
        "Boats of Skarv\n\nPosted on Friday 15 November 2019 at 09:11 by Runa B. Tveit\n\nThe boat came back on Thursday with 73 people on board.\n\n"
        "Runa Tveit in Skarv and Odd Lie in Bremnes contributed to this report.\n\nRuna Tveit is a reporter for the Coast Letter covering fisheries.\n\n"
        "Follow her on Twitter @runatveit\n\nShare on Facebook\n\nHome | Coast | Isles | Contact us | Search\n\nLoading Comments\n",
        (("The boat came back on 14 November 2019 with 73 people on board.", {}),),
        ("Posted", "contributed", "reporter", "Follow", "Share", "Home", "Loading"),
        {"author": "Runa B. Tveit", "published": "2019-11-15"},
        count=1,
    ),
    Kind(
        "abbreviations within sentences, and sentences without a blank between",
        "a.txt",
        "Coast report\n\nLie et al. [2011] counted seals at 9 places and found that they had fallen by 12 per cent.\n\n"
        "The Dept. of Fish. & Agr. spent 3 million crowns on the pier in 2018.\n\nThe first pier was opened in May.The second pier will cost 8 million crowns.\n",
        (
            ("Lie et al. [2011] counted seals at 9 places.", {}),
            ("fallen by 12 per cent", {}),
            ("The Dept. of Fish. & Agr. spent 3 million crowns", {}),
            ("The first pier was opened in May", {}),
            ("The second pier will cost 8 million crowns.", {}),
        ),
        count=5,
    ),
    Kind(
        "a quotation over several sentences",
        "a.txt",
        "Pier shut\n\nRuna Tveit, the mayor, shut the pier on Friday.\n\nTveit told reporters: “The pier was built in 1911. It was never mended. Nine of the 30 posts are rotten.”\n",
        (
            ("The pier was built in 1911", {"speaker": "Runa Tveit"}),
            ("never mended", {"speaker": "Runa Tveit"}),
            ("Nine of the 30 posts", {"speaker": "Runa Tveit"}),
        ),
    ),
    Kind(
        "ligatures and letters of full width",
        "a.txt",
        "Office note\n\nThe ofﬁce said on Monday that ﬁve boats had sunk and ﬁfty were damaged in the ﬂood.\n\nProﬁt fell by １５ per cent, the ofﬁce said.\n",
        (("five boats had sunk", {}), ("ifty were damaged", {}), ("Profit fell by 15 per cent", {})),
        ("ﬁ", "１"),
    ),
    Kind(
        "stops that end no sentence, and numbers of a list",
        "a.txt",
        "Court note\n\nThe case of Lie v. Board of Fisheries was decided in 1964.\n\nApprox. 18 people (incl. 3 children) died.\n\n1. The pier was built in 1911.\n\n2. It was shut in 2018.\n",
        (
            ("The case of Lie v. Board of Fisheries was decided in 1964.", {}),
            ("Approx. 18 people (incl. 3 children) died.", {}),
            ("The pier was built in 1911.", {"quantities": ()}),
            ("shut in 2018.", {"quantities": ()}),
        ),
    ),
    Kind(
        "what was said on a weekday lies before the day of publication",
        "a.txt",
        "Pier report\n\nThe pier will be rebuilt next year, the company said on Tuesday.\n\nThe council will vote on Tuesday, the mayor said on Thursday.\n\nThe town sold its boat on Monday.\n",
        (
            ("The pier will be rebuilt in 2022, the company said on 2 November 2021.", {}),
            ("the mayor said on 4 November 2021.", {}),
            ("The town sold its boat on 1 November 2021.", {}),
        ),
        ("9 November", "11 November"),
        options=("--published", "2021-11-06"),
    ),
    Kind(
        "it is what it stands for, or is left as it is",
        "a.txt",
        "Pier report\n\nThe boat came back on Monday, the harbour pilot said. It carried 73 people.\n\nThe council met in May. The town sold its pier in June.\n",
        (("carried 73 people", {}), ("sold", {})),
        ("The harbour pilot carried", "the council's pier", "The council sold"),
    ),
    Kind(
        "Chinese and Japanese sentences",
        "a.txt",
        "島の報告\n\n市長昨天說：「渡船載了73人。」碼頭是1911年建成的。\n\n港は5月4日に再開した。費用は3100万円だった。\n",
        (
            ("「渡船載了73人。」", {}),
            ("碼頭是1911年建成的", {}),
            ("港は5月4日に再開した", {}),
            ("費用は3100万円だった", {}),
        ),
        ("。.",),
    ),
    Kind(
        "Russian sentences",
        "a.txt",
        "Маяк\n\nКатер перевёз 73 человека 4 мая 2021 г. на остров. Причал построен в 1911 г. Он стоил 2 млн руб. и был закрыт.\n",
        (
            ("Катер перевёз 73 человека 4 мая 2021 г. на остров.", {}),
            ("Причал построен в 1911 г", {}),
            ("2 млн руб. и был закрыт", {}),
        ),
        count=3,
    ),
    Kind(
        "Arabic sentences",
        "a.txt",
        "المنارة\n\nنقل القارب 73 شخصا يوم الخميس. هل بني الرصيف عام 1911؟ بلغت التكلفة 2 مليون يورو.\n",
        (("نقل القارب 73 شخصا", {}), ("بلغت التكلفة 2 مليون يورو", {})),
        ("؟ بلغت",),
    ),
    Kind(
        "idioms that are no times, and times with an end or a beginning",
        "a.txt",
        "Pier report\n\nThe crossing was called off at the last minute.\n\nThe town owed 2 million crowns at the end of May.\n\nThe yard had 90 workers at the beginning of April.\n",
        (
            ("called off at the last minute.", {}),
            ("at the end of May 2021", {}),
            ("at the beginning of April 2021", {}),
        ),
        options=("--published", "2021-11-06"),
    ),
    Kind(
        "a transcript of television",
        "a.txt",
        "COAST TODAY\n\nAired May 4, 2021 - 20:00 ET\n\nTHIS IS A RUSH TRANSCRIPT. THIS COPY MAY NOT BE IN ITS FINAL FORM AND MAY BE UPDATED.\n\n"
        "RUNA TVEIT, CTV ANCHOR (voice-over): The price of cod fell to 31 crowns in April. (END VIDEOTAPE)\n\nDR. ODD LIE, BIOLOGIST: Nine whales have died so far this year.\n\n"
        "(CROSSTALK)\n\nUNIDENTIFIED MALE: We built 90 boats in two years.\n\nSEN. ELI MO (D-SK): The pier cost 8 million crowns.\n",
        (
            ("The price of cod fell to 31 crowns", {"speaker": "Runa Tveit"}),
            ("Nine whales", {"speaker": "Odd Lie"}),
            ("We built 90 boats", {"speaker": None}),
            ("The pier cost 8 million crowns.", {"speaker": "Eli Mo"}),
        ),
        ("Aired", "RUSH", "CROSSTALK", "COAST TODAY"),
        count=4,
    ),
    Kind(
        "subtitles with numbers, times and tags",
        "a.srt",
        "1\n00:00:01,000 --> 00:00:03,000\n<i>Good evening. The price of cod fell</i>\n\n2\n00:00:03,000 --> 00:00:06,000\nto 31.5 crowns in April.\n\n3\n00:00:06,000 --> 00:00:09,000\nTVEIT: We have built 90 boats in two years.\n",
        (
            ("The price of cod fell to 31.5 crowns in April", {"time": "00:00:01–00:00:06"}),
            ("We have built 90 boats in two years.", {"speaker": "Tveit", "time": "00:00:06–00:00:09"}),
        ),
        ("<i>", "-->", "00:00"),
        count=2,
    ),
    Kind(
        "web captions with voices, notes and styles",
        "a.vtt",
        "WEBVTT - Council\n\nNOTE 44 lines were typed by hand\n\nSTYLE\n::cue { color: red }\n\n00:01.000 --> 00:04.500\n<v Runa Tveit>The price of cod fell to 31.5 crowns in April.\n\n00:05.000 --> 00:08.000\n<v Odd Lie>We have built 90 boats in two years.\n",
        (
            ("The price of cod fell to 31.5 crowns", {"speaker": "Runa Tveit", "time": "00:00:01–00:00:04"}),
            ("We have built 90 boats", {"speaker": "Odd Lie", "time": "00:00:05–00:00:08"}),
        ),
        ("44 lines", "color", "-->"),
        count=2,
    ),
    Kind(
        "a workbook with two sheets, as articles",
        "a.xlsx",
        _sheet,
        (("The quarry sold 310 tonnes", {}), ("paid off 22 people", {})),
        count=2,
    ),
    Kind("an open document, as an article", "a.odt", _open_document, (("310 tonnes of slate", {}),), count=1),
    Kind(
        "rich text, as an article",
        "a.rtf",
        r"{\rtf1\ansi The quarry sold 310 tonnes of slate in May.\par The quarry was opened in 1931.\par}",
        (("310 tonnes of slate", {}), ("opened in 1931", {})),
        count=2,
    ),
)

TWEET = {
    "id_str": "71",
    "full_text": "The price of cod fell to 31 crowns in April &amp; that is the lowest since 1988.",
    "created_at": "Tue May 04 19:00:00 +0000 2021",
    "lang": "en",
}
CHECK = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://check.example/7",
    "datePublished": "2021-05-06",
    "author": {"@type": "Organization", "name": "Coast Check"},
    "claimReviewed": "The price of cod fell to 31 crowns.",
    "reviewRating": {"@type": "Rating", "alternateName": "False"},
}
SHEET = "id;text;date;publisher\n1;„Der Hafen wächst“, heißt es: um 4,1 Prozent – mehr als 2019.;03.05.2021;Küstenbrief\n2;Der Kai kostet 8.000 Kronen.;04.05.2021;Küstenbrief\n"
DATES = {
    "29.05.2022": "2022-05-29",
    "05/29/2022": "2022-05-29",
    "29. Mai 2022": "2022-05-29",
    "17-Aug-19": "2019-08-17",
    "sab 07 gen 2023": "2023-01-07",
    "2014年3月9日": "2014-03-09",
    "3.dez.2017 às 08h05": "2017-12-03",
    "4 мая 2021": "2021-05-04",
    "Sunday 9th of May 2021": "2021-05-09",
    "Tue Mar 10 08:00:00 EST 2015": "2015-03-10",
    "2021-05": None,
    "2021": None,
}

SOURCES = (
    Kind(
        "a workbook with two sheets",
        "a.xlsx",
        _sheet,
        (
            ("310 tonnes", {"author": "Runa Tveit", "published": "2021-05-03", "url": "https://coast.example/1"}),
            ("22 people", {"author": "Odd Lie", "published": "2021-05-04", "url": "https://coast.example/2"}),
        ),
        count=2,
    ),
    Kind(
        "an open document", "a.odt", _open_document, (("310 tonnes of slate in May.", {}),), ("opendocument",), count=1
    ),
    Kind("rich text", "a.rtf", r"{\rtf1\ansi Sold: 310 tonnes.\par}", (("Sold: 310 tonnes.", {}),), ("rtf1",), count=1),
    Kind(
        "semicolons in an older encoding",
        "a.csv",
        SHEET.encode("cp1252"),
        (
            ("heißt es: um 4,1 Prozent – mehr", {"published": "2021-05-03"}),
            ("Der Kai kostet 8.000", {"published": "2021-05-04"}),
        ),
        count=2,
    ),
    Kind(
        "a first line that names the separator",
        "a.csv",
        b"sep=;\r\n" + SHEET.encode("cp1252"),
        (("um 4,1 Prozent", {"published": "2021-05-03"}), ("8.000", {"published": "2021-05-04"})),
        ("sep=",),
        count=2,
    ),
    Kind(
        "days as people write them",
        "a.csv",
        "text,date\n" + "".join(f'Boat number {n} sailed.,"{day}"\n' for n, day in enumerate(DATES)),
        tuple((f"Boat number {n} sailed.", {"published": day}) for n, day in enumerate(DATES.values())),
        count=len(DATES),
    ),
    Kind(
        "a feed with entities and days of another language",
        "a.xml",
        '<?xml version="1.0"?><rss version="2.0"><channel><title>La Costa &amp;#8211; Notizie</title>'
        "<item><title>Prima</title><link>https://costa.example/1</link><pubDate>sab, 07 gen 2023 10:00:00 +0100</pubDate><description>&lt;p&gt;The boat carried 73 people.&lt;/p&gt;</description></item>"
        "<item><title>Second</title><link>https://costa.example/2</link><pubDate>Tue, 4 May 2021 08:00:00 GMT</pubDate><description>The pier cost 8 million crowns.</description></item></channel></rss>",
        (
            ("The boat carried 73 people.", {"published": "2023-01-07", "publisher": "La Costa – Notizie"}),
            ("The pier cost 8 million crowns.", {"published": "2021-05-04"}),
        ),
        count=2,
    ),
    Kind(
        "an entry of two authors",
        "a.xml",
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Coast</title><entry><id>https://coast.example/1</id><title>Lit again</title><updated>2021-05-04T08:00:00Z</updated>'
        '<author><name>Runa Tveit</name></author><author><name>Odd Lie</name></author><content type="text">The boat carried 73 people.</content></entry></feed>',
        (("The boat carried 73 people.", {"author": "Runa Tveit, Odd Lie", "published": "2021-05-04"}),),
        count=1,
    ),
    Kind(
        "a JSON feed",
        "a.json",
        json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "title": "Coast",
                "items": [
                    {
                        "id": "1",
                        "url": "https://coast.example/1",
                        "title": "Lit again",
                        "content_html": "<p>The boat carried 73 people.</p><p>It is new.</p>",
                        "date_published": "2021-05-04T08:00:00Z",
                        "authors": [{"name": "Runa Tveit"}],
                    }
                ],
            }
        ),
        (
            (
                "The boat carried 73 people.\n\nIt is new.",
                {"author": "Runa Tveit", "published": "2021-05-04", "publisher": "Coast"},
            ),
        ),
        count=1,
    ),
    Kind("a raised note mark in Word", "a.docx", _raised_word, (("The yard had 27 lorries in 2018.", {}),), ("274",)),
    Kind(
        "struck and hidden words, and an exponent, in Word",
        "a.docx",
        _struck_word,
        (("The rent fell from 70 crowns, and the pit holds 10^7 litres.", {}),),
        ("95", "777", "107"),
    ),
    Kind(
        "a fact check of several claims",
        "a.json",
        json.dumps(
            [
                {key: value for key, value in CHECK.items() if key != "claimReviewed"}
                | {
                    "itemReviewed": [
                        {"@type": "Claim", "name": "Cod fell by 9 per cent."},
                        {"@type": "Claim", "name": "Boats rose by 4 per cent.", "datePublished": "2021-04-01"},
                    ],
                }
            ]
        ),
        (("Cod fell by 9 per cent.", {"kind": "fact_check"}), ("Boats rose by 4 per cent.", {"kind": "fact_check"})),
        count=2,
    ),
    Kind(
        "a fact check marked in a page's elements",
        "a.html",
        article(
            '<div itemscope itemtype="https://schema.org/ClaimReview"><meta itemprop="datePublished" content="2021-05-06"><span itemprop="claimReviewed">The pier cost 3 million crowns.</span>'
            '<div itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating"><meta itemprop="alternateName" content="False"></div></div>'
            f"<p>{COST}</p>"
        ),
        (("The pier cost 3 million crowns.", {"kind": "fact_check", "published": "2021-05-06"}),),
    ),
    Kind(
        "an archive of posts as a script",
        "tweets.js",
        "window.YTD.tweet.part0 = "
        + json.dumps(
            [
                {"tweet": TWEET},
                {
                    "tweet": TWEET
                    | {
                        "id_str": "72",
                        "full_text": "RT @lie: We built 90 boats",
                        "created_at": "Wed May 05 19:00:00 +0000 2021",
                    }
                },
            ]
        ),
        (
            ("in April & that is the lowest", {"published": "2021-05-04"}),
            ("We built 90 boats", {"published": "2021-05-05", "author": "@lie"}),
        ),
        ("window", "&amp;"),
        count=2,
    ),
    Kind(
        "posts as JSON",
        "a.json",
        json.dumps([TWEET | {"user": {"name": "Runa Tveit", "screen_name": "runa"}}]),
        (("in April & that is the lowest", {"published": "2021-05-04", "author": "Runa Tveit"}),),
        count=1,
    ),
    Kind(
        "an outbox of a server of notes",
        "outbox.json",
        json.dumps(
            {
                "@context": "https://www.w3.org/ns/activitystreams",
                "type": "OrderedCollection",
                "orderedItems": [
                    {
                        "type": "Create",
                        "published": "2021-05-04T08:00:00Z",
                        "object": {
                            "type": "Note",
                            "id": "https://social.example/1",
                            "url": "https://social.example/@runa/1",
                            "published": "2021-05-04T08:00:00Z",
                            "content": "<p>Cod fell to 31 crowns.</p><p>It was 40 in 2019.</p>",
                        },
                    }
                ],
            }
        ),
        (
            (
                "Cod fell to 31 crowns.\n\nIt was 40 in 2019.",
                {"published": "2021-05-04", "url": "https://social.example/@runa/1"},
            ),
        ),
        count=1,
    ),
)
