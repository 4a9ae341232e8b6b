# ruff: noqa: E501 - pages stand as the systems write them
"""By-lines, days and furniture once more, written after all the rules before, so that they tell how far these carry.

Places and people are invented. A field that is empty must stay unknown.
"""

from __future__ import annotations

from tests.ingest.cms_pages import linked
from tests.ingest.cms_pages import page as any_page
from tests.ingest.odd_pages import Odd

TITLE = "Brua hospital puts off a third of its operations"
ONE = (
    "The hospital of Brua put off 412 of 1,230 operations in April because 61 of its nurses were ill at the same time."
)
TWO = "Patients now wait 19 weeks for a new knee, six weeks longer than in the year before, says the county's register."
THREE = (
    "The county pays 2.7 million crowns for 14 nurses from an agency, who are to stay until the middle of September."
)
FOUR = "Two wards with 38 beds stay closed over the summer, and the emergency room sends some of its patients to Tolga."
TEXT = (ONE, TWO, THREE, FOUR)
PARAGRAPHS = "\n".join(f"<p>{words}</p>" for words in TEXT)
ELSE = "School choir of Brua wins in Tolga for the first time"
SECOND = "Ice on the lake breaks eleven days early this year"


def page(head: str, body: str, *, lang: str = "en", title: str = TITLE) -> str:
    return any_page(head, body, lang=lang, title=title)


def article(top: str, *, lang: str = "en", head: str = "", behind: str = "", title: str = TITLE) -> str:
    return page(
        head,
        f"<body><main><article><h1>{TITLE}</h1>{top}{PARAGRAPHS}{behind}</article></main></body>",
        lang=lang,
        title=title,
    )


PAGES = (
    Odd(
        "two authors in entries of a list, each with a role",
        article(
            '<ul class="authors"><li><a href="/a">Ingrid Moen</a><span>Health reporter</span></li><li><a href="/b">Pål Dahl</a><span>Data editor</span></li></ul><time datetime="2023-05-04T06:00:00+02:00">4 May 2023</time>'
        ),
        has=TEXT,
        author="Ingrid Moen, Pål Dahl",
        published="2023-05-04",
    ),
    Odd(
        "by-line with a portrait, the name twice",
        article(
            '<div class="author-info"><img alt="Ingrid Moen"><span class="author-name">Ingrid Moen</span><span class="author-title">Reporter</span></div><div class="pub">Published May 4, 2023</div>'
        ),
        has=TEXT,
        author="Ingrid Moen",
        published="2023-05-04",
    ),
    Odd(
        "words by, pictures by",
        article("<p>Words by Ingrid Moen</p><p>Pictures by Pål Dahl</p><p>4 May 2023</p>"),
        has=TEXT,
        author="Ingrid Moen",
        published="2023-05-04",
    ),
    Odd(
        "the agency is who wrote it",
        article('<div class="byline">By The United Wire</div><div class="date">May 4, 2023</div>'),
        has=TEXT,
        author="The United Wire",
        published="2023-05-04",
    ),
    Odd(
        "name, comma, house",
        article(
            '<p class="byline">By Ingrid Moen, Brua Bulletin</p><p class="date">Thursday, May 4, 2023</p>',
            title=f"{TITLE} | Brua Bulletin",
        ),
        has=TEXT,
        author="Ingrid Moen",
        published="2023-05-04",
    ),
    Odd(
        "name for the house, in one line with the day",
        article('<p class="credit-line">Ingrid Moen for Brua Bulletin • May 4, 2023 • 6 min read</p>'),
        has=TEXT,
        published="2023-05-04",
    ),
    Odd(
        "a name with particles and a hyphen",
        article(
            '<span class="byline">By Anne-Marie van der Meer</span><span class="date">04.05.2023</span>', lang="en-GB"
        ),
        has=TEXT,
        author="Anne-Marie van der Meer",
        published="2023-05-04",
    ),
    Odd(
        "a by-line with an address behind the name",
        article(
            '<p class="author">Ingrid Moen <a href="mailto:ingrid@brua.example">ingrid@brua.example</a></p><p>Posted May 4, 2023</p>'
        ),
        has=TEXT,
        lacks=(),
        author="Ingrid Moen",
        published="2023-05-04",
    ),
    Odd(
        "guest post by",
        article("<p><em>Guest post by Ingrid Moen, a nurse in Brua</em></p><p>May 4, 2023</p>"),
        has=TEXT,
        author="Ingrid Moen",
        published="2023-05-04",
    ),
    Odd(
        "an opinion: by NAME, Opinion contributor",
        article(
            '<div class="kicker">Opinion</div><div class="contrib">By Ingrid Moen, opinion contributor</div><div>05/04/23 6:00 AM ET</div>',
            lang="en-US",
        ),
        has=TEXT,
        author="Ingrid Moen",
        published="2023-05-04",
    ),
    Odd(
        "nobody is named, but somebody is thanked in the text",
        article(
            '<div class="date">4 May 2023</div>',
            behind="<p>The paper thanks the nurse Ingrid Moen for her time.</p>",
            lang="en-GB",
        ),
        has=TEXT,
        author="",
        published="2023-05-04",
    ),
    Odd(
        "the photographer is no author",
        article(
            '<figure><img src=a.jpg><figcaption>A ward in Brua. <span class="byline">Photo: Pål Dahl</span></figcaption></figure><div class="date">4 May 2023</div>',
            lang="en-GB",
        ),
        has=TEXT,
        author="",
        published="2023-05-04",
    ),
    Odd(
        "data with a person and the house, the house second",
        article(
            "",
            head=linked(
                {
                    "@context": "https://schema.org",
                    "@type": "NewsArticle",
                    "headline": TITLE,
                    "datePublished": "2023-05-04T04:00:00Z",
                    "dateModified": "2023-05-06T04:00:00Z",
                    "author": [
                        {"@type": "Person", "name": "Ingrid Moen"},
                        {"@type": "Organization", "name": "Brua Bulletin"},
                    ],
                    "publisher": {"@type": "Organization", "name": "Brua Bulletin"},
                }
            ),
        ),
        has=TEXT,
        author="Ingrid Moen",
        published="2023-05-04",
    ),
    Odd(
        "authors in the data as one string with and",
        article(
            "",
            head=linked(
                {
                    "@context": "https://schema.org",
                    "@type": "Article",
                    "headline": TITLE,
                    "datePublished": "2023-05-04",
                    "author": "Ingrid Moen and Pål Dahl",
                }
            ),
        ),
        has=TEXT,
        author="Ingrid Moen, Pål Dahl",
        published="2023-05-04",
    ),
    Odd(
        "a day in the head that is that of the change, the page shows both",
        article(
            '<p class="meta">First published 4 May 2023. Last updated 9 May 2023.</p>',
            head='<meta name="last-modified" content="2023-05-09">',
            lang="en-GB",
        ),
        has=TEXT,
        published="2023-05-04",
    ),
    Odd(
        "filed under, comments, day in the middle of a line",
        article(
            '<div class="entry-meta">Filed under: Health — Ingrid Moen @ 6:12 am, May 4, 2023 — Comments (3)</div>'
        ),
        has=TEXT,
        published="2023-05-04",
    ),
    Odd(
        "a weekday and day without a year beside the copyright's year: no day",
        article('<div class="date">Thursday 4 May</div>', behind="").replace(
            "</main>", "</main><footer>© 2024 Brua Bulletin</footer>"
        ),
        has=TEXT,
        published="",
    ),
    Odd(
        "the days of what happened in the first words of paragraphs",
        article(
            "",
            behind="<p>On 2 March 2021 the county closed the ward for children, and on 7 June 2022 the one for eyes.</p>",
        ),
        has=TEXT,
        published="",
    ),
    Odd(
        "a time in the east of the world, day by words and by attribute",
        article('<time datetime="2023-05-03T21:30:00Z">Thu, 4 May 2023 07:30 AEST</time>', lang="en-AU"),
        has=TEXT,
        published="2023-05-04",
    ),
    Odd(
        "a shop of links below: most read with numbers and days",
        article('<p class="pubdate">4 May 2023</p>').replace(
            "</article>",
            f'</article><section class="most-read"><h2>Most read</h2><ol><li><a href="/1">{ELSE}</a> <time>3 May 2023</time></li><li><a href="/2">{SECOND}</a> <time>2 May 2023</time></li></ol></section>',
        ),
        has=TEXT,
        lacks=(ELSE, SECOND),
        published="2023-05-04",
    ),
    Odd(
        "cards in a grid, marked as articles with authors of their own",
        article('<p class="byline">Ingrid Moen</p><p class="date">4 May 2023</p>').replace(
            "</main>",
            f'</main><div class="grid"><article><h3><a href="/1">{ELSE}</a></h3><span class="author">Tor Berg</span><time datetime="2023-05-03">3 May</time></article><article><h3><a href="/2">{SECOND}</a></h3><span class="author">Eli Rud</span><time datetime="2023-05-02">2 May</time></article></div>',
        ),
        has=TEXT,
        lacks=(ELSE,),
        author="Ingrid Moen",
        published="2023-05-04",
    ),
    Odd(
        "a card above the article with author and day",
        page(
            "",
            f'<body><div class="top-story"><h3><a href="/1">{ELSE}</a></h3><span class="author">Tor Berg</span><time class="published" datetime="2023-05-07">7 May 2023</time></div><main><article><h1>{TITLE}</h1><div class="sig">Ingrid Moen, 4 May 2023</div>{PARAGRAPHS}</article></main></body>',
        ),
        has=TEXT,
        author="",
        published="2023-05-04",
    ),
    Odd(
        "German: (red.), Uhr, aktualisiert",
        page(
            "",
            "<body><article><h1>Klinik in Brua verschiebt Operationen</h1><p class=info>04.05.2023, 06:12 Uhr | aktualisiert 09.05.2023, 10:00 Uhr | Ingrid Moen, dpa</p><p>Die Klinik in Brua hat im April 412 von 1.230 Operationen verschoben, weil 61 Pflegekräfte krank waren.</p><p>Der Kreis zahlt 2,7 Millionen Kronen für 14 Pflegekräfte einer Agentur.</p></article></body>",
            lang="de",
            title="Klinik in Brua verschiebt Operationen",
        ),
        has=("412 von 1.230 Operationen", "2,7 Millionen Kronen"),
        published="2023-05-04",
    ),
    Odd(
        "Norwegian: av, tekst og foto, publisert with clock",
        page(
            "",
            "<body><article><h1>Sykehuset i Brua utsetter operasjoner</h1><div class=byline>Tekst og foto: Ingrid Moen</div><div>Publisert: 04.05.2023 06:12 Oppdatert: 09.05.2023 10:00</div><p>Sykehuset i Brua utsatte 412 av 1230 operasjoner i april fordi 61 sykepleiere var syke.</p><p>Fylket betaler 2,7 millioner kroner for 14 vikarer.</p></article></body>",
            lang="no",
            title="Sykehuset i Brua utsetter operasjoner",
        ),
        has=("412 av 1230", "2,7 millioner"),
        author="Ingrid Moen",
        published="2023-05-04",
    ),
    Odd(
        "Italian: redazione, data with the month short",
        page(
            "",
            "<body><article><h1>L'ospedale di Brua rinvia un terzo degli interventi</h1><p class=firma>di Redazione</p><p>04 mag 2023 - 06:12</p><p>L'ospedale di Brua ha rinviato 412 dei 1.230 interventi di aprile perché 61 infermieri erano malati.</p><p>La contea paga 2,7 milioni di corone.</p></article></body>",
            lang="it",
            title="L'ospedale di Brua rinvia un terzo degli interventi",
        ),
        has=("412 dei 1.230", "2,7 milioni"),
        author="",
        published="2023-05-04",
    ),
    Odd(
        "Russian: author behind the day, by a colon",
        page(
            "",
            "<body><article><h1>Больница Бруа откладывает операции</h1><div class=info>4 мая 2023, 06:12 Автор: Ингрид Моен</div><p>Больница Бруа отложила 412 из 1230 операций в апреле, потому что болели 61 медсестра.</p><p>Округ платит 2,7 млн крон.</p></article></body>",
            lang="ru",
            title="Больница Бруа откладывает операции",
        ),
        has=("412 из 1230",),
        author="Ингрид Моен",
        published="2023-05-04",
    ),
    Odd(
        "Catalan and Basque days",
        page(
            "",
            "<body><article><h1>L'hospital de Brua ajorna operacions</h1><p>4 de maig de 2023</p><p>L'hospital de Brua va ajornar 412 de les 1.230 operacions d'abril perquè 61 infermeres estaven malaltes.</p><p>El comtat paga 2,7 milions de corones.</p></article></body>",
            lang="ca",
            title="L'hospital de Brua ajorna operacions",
        ),
        has=("412 de les 1.230",),
        published="2023-05-04",
    ),
    Odd(
        "a note to the editor's desk above, boilerplate below",
        article(
            "<p>FOR IMMEDIATE RELEASE</p><p>May 4, 2023</p><p>Contact: Pål Dahl, 555-0142</p>",
            behind="<p>###</p><p>About Brua Health: Brua Health runs three hospitals with 2,100 staff.</p>",
        ),
        has=TEXT,
        author="",
        published="2023-05-04",
    ),
    Odd(
        "a page of questions and answers in paragraphs with strong openers",
        article(
            '<p class="date">4 May 2023</p>',
            behind="<p><strong>How long will it last?</strong><br>Until the middle of September, says the county, but 11 posts are still open.</p>",
        ),
        has=(*TEXT, "How long will it last?", "but 11 posts are still open."),
        published="2023-05-04",
    ),
    Odd(
        "text in tables of layout with nested cells and a date cell",
        page(
            "",
            f"<body><table><tr><td colspan=2><b>{TITLE}</b></td></tr><tr><td>4 May 2003</td><td>By Ingrid Moen</td></tr><tr><td colspan=2><table><tr><td><p>{ONE}</p><p>{TWO}</p></td></tr></table><p>{THREE}</p></td></tr></table></body>",
            lang="en-GB",
        ),
        has=(ONE, TWO, THREE),
        published="2003-05-04",
    ),
)
