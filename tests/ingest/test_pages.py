"""Pages: everything a reader sees of the article, unchanged, and nothing that no reader sees."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.making import documents
from tests.ingest.odd_pages import PARAGRAPHS
from workbench.ingest.fields import Fields
from workbench.ingest.html import page_text
from workbench.ingest.markup_blocks import words_without_tree
from workbench.ingest.options import ReadOptions

FIRST = "The orchard of Varen sold 310 tonnes of pears last autumn, the growers said on Friday, the most since 1998."
LAST = "Its cold store was built in 1974 and will be replaced by a larger one within three years, the growers said."


def page_of(tmp_path: Path, body: str, head: str = "") -> list[str]:
    path = tmp_path / "page.html"
    path.write_text(
        f'<!DOCTYPE html><html lang="en"><head><title>Pears</title>{head}</head><body>{body}</body></html>',
        encoding="utf-8",
    )
    return documents(path, as_evidence=False)[0].text.split("\n\n")


def test_note_marks_deleted_and_hidden_figures_are_not_read(tmp_path: Path) -> None:
    text = "\n".join(
        page_of(
            tmp_path,
            f"<article><h1>Pears</h1><p>{FIRST}</p>"
            "<p>The yard had 27<sup>4</sup> lorries and 310<sup><a href='#n2'>[2]</a></sup> workers in the year 2021"
            "<a href='#n3'>3</a>, and 1.7<sup>1</sup> million trees, its book says<sup>a</sup>.</p>"
            "<p>A litre held 10<sup>9</sup> cells and the field is 12 km<sup>2</sup> large; CO<sub>2</sub> fell "
            "by 3 per cent.</p>"
            "<p>It sold <del>9,000</del> <ins>8,000</ins> boxes; the price fell from <s>70</s> 60 to 50 euros "
            "in one week.</p>"
            "<p hidden>Draft: 555 lorries.</p><p style='color:red; display : none'>Old: 666 lorries were there.</p>"
            "<div style='visibility:hidden'><p>Old: 777 lorries were there.</p></div>"
            "<p><span class='visually-hidden'>888 </span>Nobody was hurt when the old store burned down in 2003.</p>"
            f"<p>{LAST}</p></article>",
        )
    )
    assert "had 27 lorries and 310 workers in the year 2021, and 1.7 million trees, its book says." in text
    assert "10^9 cells and the field is 12 km² large; CO2 fell" in text
    assert "It sold 8,000 boxes; the price fell from 60 to 50 euros" in text
    assert not any(number in text for number in ("555", "666", "777", "888", "9,000", "70"))


def test_a_page_that_a_script_shows_is_read_though_its_markup_hides_it(tmp_path: Path) -> None:
    assert FIRST in page_of(
        tmp_path, f"<div style='visibility: hidden'><h1>Pears</h1><p>{FIRST}</p><p>{LAST}</p></div>"
    )


def test_text_straight_after_a_heading_or_a_paragraph_is_read(tmp_path: Path) -> None:
    blocks = page_of(
        tmp_path,
        f"<div class='story'><h1>Pears</h1><p>{FIRST}</p><h2>Plums</h2>\nThe plums of 40 farms were lost to frost in "
        f"one night in April.<br><br><p>{LAST}</p>The mayor did not want to comment on the 14 complaints.<h2>Nuts</h2>"
        "Nuts cost 3 euros a kilo at noon.\n<p>They cost 2 euros a kilo in the evening, a trader told reporters.</p>"
        "</div>",
    )
    assert blocks[1:] == [
        FIRST,
        "Plums",
        "The plums of 40 farms were lost to frost in one night in April.",
        LAST,
        "The mayor did not want to comment on the 14 complaints.",
        "Nuts",
        "Nuts cost 3 euros a kilo at noon.",
        "They cost 2 euros a kilo in the evening, a trader told reporters.",
    ]


@pytest.mark.parametrize("holder", ["p", "div", "td", "font", "span"])
def test_two_line_breaks_part_paragraphs(tmp_path: Path, holder: str) -> None:
    row = ("<table><tr>", "</tr></table>") if holder == "td" else ("", "")
    blocks = page_of(
        tmp_path,
        f"<h1>Pears</h1>{row[0]}<{holder}>{FIRST}<br><br>\n{LAST}<br/> <br/>Nobody<br>was hurt when the store burned "
        f"down in 2003, and nobody was fined for it.<br></{holder}>{row[1]}",
    )
    assert blocks[-3:] == [
        FIRST,
        LAST,
        "Nobody was hurt when the store burned down in 2003, and nobody was fined for it.",
    ]


def test_headings_entries_and_links_of_a_list_are_not_glued_together(tmp_path: Path) -> None:
    blocks = page_of(
        tmp_path,
        f"<article><h1>Pears</h1><p>{FIRST}</p><ul><li><h3>New store</h3><p>The growers will spend 4 million euros on "
        "a store.</p><a href='/s'>Read about the store</a></li><li>Two trials are running:<ul><li>A market on the quay"
        "</li><li>Free boxes in 12 streets</li></ul></li><li><p>Pears cost 8 per cent more in March.</p><span>Orchard "
        f"Pictures</span></li></ul><p>{LAST}</p></article>",
    )
    assert blocks[2:-1] == [
        "New store",
        "- The growers will spend 4 million euros on a store.",
        "Read about the store",
        "- Two trials are running:",
        "- A market on the quay",
        "- Free boxes in 12 streets",
        "- Pears cost 8 per cent more in March.",
        "Orchard Pictures",
    ]


def test_a_paragraph_that_stands_twice_is_read_twice(tmp_path: Path) -> None:
    assert page_of(tmp_path, f"<article><h1>Pears</h1><p>{FIRST}</p><p>{FIRST}</p><p>{LAST}</p></article>")[1:] == [
        FIRST,
        FIRST,
        LAST,
    ]


def test_spans_that_only_a_style_sheet_sets_apart_are_not_one_word(tmp_path: Path) -> None:
    text = "\n".join(
        page_of(
            tmp_path,
            f"<article><h1>Pears</h1><p>{FIRST}</p><p>A box of 12<span> kilos</span> costs<b> 30</b> euros in "
            f"North<em>port</em>, the shop says.</p><p>{LAST}</p><div><span>4 March 2021</span><span>Varen Press</span>"
            "</div></article>",
        )
    )
    assert "A box of 12 kilos costs 30 euros in Northport, the shop says." in text
    assert "2021Varen" not in text


def test_pages_too_large_for_a_tree_keep_their_numbers_too() -> None:
    assert words_without_tree(
        "<p>It had 27<sup>4</sup> lorries, 10<sup>9</sup> cells and 12 km<sup>2</sup>.</p><p hidden>555</p>"
        "<div hidden><div>666</div>777</div><p>From <s>70</s> 60 euros</p>"
    ) == [("It had 27 lorries, 10^9 cells and 12 km².", False), ("From 60 euros", False)]


def test_a_caption_is_read_and_the_credit_in_it_is_not(tmp_path: Path) -> None:
    blocks = page_of(
        tmp_path,
        f"<article><h1>Pears</h1><p>{FIRST}</p><figure><img src='a.jpg'><figcaption><span class='caption-text'>Frost "
        "broke 12 trees on Mill Lane, a grower said.</span><span class='credit'><span>Credit</span><span>Ann Lee for "
        f"Varen Post</span></span></figcaption></figure><p>{LAST}</p></article>",
    )
    assert blocks == ["Pears", FIRST, "Frost broke 12 trees on Mill Lane, a grower said.", LAST]


def test_a_gallery_does_not_crowd_the_article_out(tmp_path: Path) -> None:
    slides = "".join(
        f"<div class='slide'><figure><img src='{n}.jpg'><figcaption><h3>In pictures {n} May 2020</h3><p>A stall at the "
        f"market of Varen where {n} people bought pears while waves crashed over the wall of the harbour</p>"
        "</figcaption></figure></div>"
        for n in range(1, 25)
    )
    third = "Two of the 40 growers did not sell a single box of pears in the spring, the office of the mayor wrote."
    gallery = f"<h1>Pears</h1><article class='gallery'>{slides}</article>"
    page = f"{gallery}<div><p>{FIRST}</p><p>{third}</p><p>{LAST}</p></div>"
    assert page_of(tmp_path, page)[-3:] == [FIRST, third, LAST]
    assert "12 people" in "".join(page_of(tmp_path, gallery))


def test_lists_of_other_articles_and_buttons_of_players_are_not_read(tmp_path: Path) -> None:
    stream = "".join(
        f"<li><div><h3><a href='/{n}'>Story {n}</a></h3><p>The council of Sund will vote on story {n} and on another "
        "one in the coming week, it said on Friday.</p></div></li>"
        for n in range(8)
    )
    text = "\n".join(
        page_of(
            tmp_path,
            f"<div class='body'><h1>Pears</h1>{f'<p>{FIRST}</p><p>{LAST}</p>' * 4}<div class='video-js vjs-paused'>"
            f"<p>This is a modal window.</p></div></div><div><ul>{stream}</ul></div>",
        )
    )
    assert text.count(LAST) == 4
    assert "Sund" not in text
    assert "modal" not in text


UNSEEN = "<p {}>The mayor stole 555 lorries in 2018, it says where nobody reads it.</p>"
LONG = "".join(f"<p>{FIRST} {LAST}</p><p>{LAST} {FIRST}</p>" for _ in range(2))


@pytest.mark.parametrize(
    "style",
    [
        *("display:none!important", "DISPLAY:/**/none", "color:red;display:none;", "visibility:collapse"),
        *("height:0;overflow:hidden", "max-height:0px;overflow:hidden", "width:0;overflow-x:clip", "scale:0"),
        *("clip-path:inset(100%)", "clip-path: circle(0)", "clip:rect(0, 0, 0, 0);position:absolute"),
        *("clip:rect(1px,1px,1px,1px)", "transform:scale(0)", "transform:translate(3px) scaleY(0.0)"),
        *(
            "position:absolute;left:-100vw",
            "left:-9999px",
            "text-indent:-999em",
            "opacity:0",
            "opacity:.0",
            "font-size:0",
        ),
        "content-visibility:hidden",
        *("color:#fff;background:white", "background-color:rgb(0, 0, 0);color:#000", "color:transparent"),
        *("color:rgba(10,10,10,0)", "color:#12345600", "font-size:1px", "font-size:0.5pt"),
    ],
)
@pytest.mark.parametrize("around", [False, True])
def test_what_a_style_keeps_from_sight_is_not_read(tmp_path: Path, style: str, around: bool) -> None:
    mark = f"style='{style}'"
    hidden = f"<div {mark}>{UNSEEN.format('')}</div>" if around else UNSEEN.format(mark)
    blocks = page_of(tmp_path, f"<article><h1>Pears</h1>{LONG}{hidden}<p>{LAST}</p></article>")
    assert not any("555" in block for block in blocks)
    assert blocks[-1] == LAST


@pytest.mark.parametrize(
    "style",
    [
        *("display:none;display:block", "opacity:1", "opacity:0.5", "height:0", "overflow:hidden", "left:-10px"),
        *("clip-path:inset(0)", "transform:scale(0.9)", "transform:scale(1)", "font-size:0.8em", "/*display:none*/"),
        *("color:#fff;background:#000", "color:white", "color:#ffe;background:#fff", "font-size:10px", "color:inherit"),
        *("color:transparent;background-clip:text", "color:transparent;text-shadow:0 0 0 #000"),
        *("color:transparent;-webkit-text-fill-color:#000", "color:transparent;-webkit-text-stroke:1px #000"),
        *("color:#fff;background-color:#fff;background-image:url(x)", "color:#fff;background:#fff url(x)"),
        "color:#fff;background-color:#fff;background-image:linear-gradient(#000,#111)",
    ],
)
def test_what_a_style_shows_is_read(tmp_path: Path, style: str) -> None:
    shown = UNSEEN.format(f"style='{style}'")
    assert any("555" in block for block in page_of(tmp_path, f"<article>{LONG}{shown}<p>{LAST}</p></article>"))


def test_what_has_a_colour_of_its_own_within_such_a_style_is_read(tmp_path: Path) -> None:
    shown = f"<div style='color:#fff;background:#fff'><p style='color:#222'>{LAST}</p></div>"
    assert LAST in page_of(tmp_path, f"<article>{LONG}{shown}</article>")


@pytest.mark.parametrize("size", ["0", "1px"])
@pytest.mark.parametrize(
    ("head", "mark", "seen"),
    [
        ("", "style='font-size:16px'", True),
        ("", "style='color:red;font-size:small'", True),
        ("", "style='font-size:1em'", False),
        ("", "style='font-size:0px'", False),
        ("<style>.q{font-size:16px}</style>", "class='q'", True),
        ("<style>div .q p{font-size:16px}</style>", "class='q'", True),
        ("<style>.r{font-size:16px}</style>", "class='q'", False),
        ("<style>.q{font-size:1em}</style>", "class='q'", False),
        ("<style>p{font:16px serif}</style>", "", True),
    ],
)
def test_letters_of_a_size_of_their_own_within_tiny_ones_are_read(
    tmp_path: Path, size: str, head: str, mark: str, seen: bool
) -> None:
    shown = f"<div style='font-size:{size}'>{UNSEEN.format(mark)}</div>"
    blocks = page_of(tmp_path, f"<article>{LONG}{shown}<p>{LAST}</p></article>", head)
    assert any("555" in block for block in blocks) is seen


@pytest.mark.parametrize(
    ("head", "seen"),
    [
        ("<style>.q{background:linear-gradient(red,blue);background-clip:text}</style>", True),
        ("<style>main .q { -webkit-text-fill-color: #000 }</style>", True),
        ("<style>.q{background-image:url(x.png)}</style>", True),
        ("<style>.q .r{background-image:url(x.png)} .q{margin:0}</style>", False),
        ("", False),
    ],
)
@pytest.mark.parametrize("style", ["color:transparent", "color:#fff;background-color:#fff"])
def test_letters_that_a_sheet_fills_are_read(tmp_path: Path, head: str, seen: bool, style: str) -> None:
    shown = UNSEEN.format(f"class='q' style='{style}'")
    blocks = page_of(tmp_path, f"<article>{LONG}{shown}<p>{LAST}</p></article>", head)
    assert any("555" in block for block in blocks) is seen


@pytest.mark.parametrize(
    ("head", "seen"),
    [
        ("<style>.q{display:none}</style>", False),
        ("<style>/* .q {} */ @import url(x); p{color:red} .a, .q { visibility: hidden }</style>", False),
        ("<style>#z{display:none}</style>", False),
        ("<style>.q{display:none} .open .q{display:block}</style>", True),
        ("<style>.q{display:none} @media (min-width:600px){.q{display:block}}</style>", True),
        ("<style>@media print{.q{display:none}}</style>", True),
        ("<style media='print'>.q{display:none}</style>", True),
        ("<noscript><style>.q{display:none}</style></noscript>", True),
        ("<style>.q{display:block}</style>", True),
        ("<style>.qq{display:none} nav .q{display:none}</style>", True),
        ("<style>.q{display:none</style>", True),
    ],
)
def test_a_class_that_the_pages_own_sheet_only_hides_is_not_read(tmp_path: Path, head: str, seen: bool) -> None:
    hidden = UNSEEN.format("class='q' id='z'")
    blocks = page_of(tmp_path, f"<article>{LONG}{hidden}<p>{LAST}</p></article>", head)
    assert any("555" in block for block in blocks) is seen


@pytest.mark.parametrize(
    ("ruby", "line"),
    [
        ("<rb>漢<rt>kan<rb>字<rt>ji", "漢字"),
        ("漢<rp>(<rt>kan<rp>)<rb>字<rp>(<rt>ji<rp>)", "漢字"),
        ("<rb>漢<rb>字<rb>語<rt>kan<rt>ji<rt>go", "漢字語"),
        ("<rb>漢</rb><rt>kan</rt><rb>字</rb><rt>ji</rt>", "漢字"),
        ("<rb>漢<rt>kan<rb>字<rt>ji<rb>語<rt>go", "漢字語"),
        ("漢<rt>kan</rt>字<rt>ji</rt>", "漢字"),
    ],
)
def test_characters_stay_and_their_readings_go(tmp_path: Path, ruby: str, line: str) -> None:
    read = page_of(tmp_path, f"<article>{LONG}<p>The sign says <ruby>{ruby}</ruby> twice.</p><p>{LAST}</p></article>")
    assert f"The sign says {line} twice." in read


def test_a_dialog_that_is_not_open_is_not_read(tmp_path: Path) -> None:
    blocks = page_of(tmp_path, f"<article>{LONG}<dialog>{UNSEEN.format('')}</dialog><p>{LAST}</p></article>")
    assert not any("555" in block for block in blocks)


def test_a_page_that_a_script_fades_in_piece_by_piece_is_read(tmp_path: Path) -> None:
    faded = "".join(f"<p style='opacity:0'>{number}: {FIRST}</p>" for number in range(6))
    blocks = page_of(tmp_path, f"<article><h1>Pears</h1>{faded}</article>")
    assert f"5: {FIRST}" in blocks


TOLD_BEHIND_A_LABEL = (
    "Police reported: two dead on 3 May 2021",
    "Republic of Velmark: 3 May 2021 vote lost by 12",
    "Public debt: 3 million euros on 3 May 2021",
    "Created: 40 jobs on 3 May 2021",
    "Released: 12 hostages, 3 May 2021",
    "Asked by police: 40 witnesses since 3 May 2021",
    "Delivered: 40 cranes by 3 May 2021",
    "Written on 3 May 2021: the will of the founder",
    "Published: 3 May 2021 was the first issue",
)


@pytest.mark.parametrize("line", TOLD_BEHIND_A_LABEL)
def test_what_is_told_behind_a_label_stays(line: str) -> None:
    assert line in odd_pages_text(f"<p>{line}</p>")


@pytest.mark.parametrize(
    "line",
    [
        "Published: 3 May 2021",
        "Posted on: Monday, 3 May 2021, 14:07",
        "Дата публікації: 12.05.2021 | Переглядів: 1 204",
        "发布时间：2022-08-24 10:30　来源：市交通局　浏览次数：1204",
        "Veröffentlicht: 3. Mai 2021 um 14:07 Uhr · Aufrufe: 40",
    ],
)
def test_when_a_page_came_out_is_no_part_of_its_text(line: str) -> None:
    assert line[:9] not in odd_pages_text(f"<p>{line}</p>")


def odd_pages_text(line: str) -> str:
    """The text of a page on which a line stands above the paragraphs."""
    head = "<head><title>Pumps for Varen</title></head>"
    html = f"<html>{head}<body><h1>Pumps for Varen</h1>{line}{PARAGRAPHS}</body></html>"
    text, _, _ = page_text(html, None, Fields(ReadOptions()))
    return " ".join(text.split())


@pytest.mark.parametrize("line", ["Last updated 3 May 2021. Visitors: 40,112", "Last updated: 3 May 2021. Hits: 12."])
def test_a_counter_behind_the_last_change_is_no_text(line: str) -> None:
    html = f"<html><body><main><h1>Pumps</h1>{PARAGRAPHS}<p>{line}</p></main></body></html>"
    text, _, _ = page_text(html, None, Fields(ReadOptions()))
    assert "Last updated" not in text


def test_what_is_told_behind_the_last_change_stays() -> None:
    line = "Last updated: 3 May 2021. Visitors paid: 40,112 crowns in all."
    html = f"<html><body><main><h1>Pumps</h1>{PARAGRAPHS}<p>{line}</p></main></body></html>"
    text, _, _ = page_text(html, None, Fields(ReadOptions()))
    assert "40,112 crowns" in text
