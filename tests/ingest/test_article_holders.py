"""Parts of articles and their furniture, by where they stand: ledes, titles of sections, counts, feet of letters."""

from __future__ import annotations

import pytest

from tests.ingest.beside import ours
from tests.ingest.odd_pages import ONE, PARAGRAPHS, THREE, Odd

LEDE = "The council will vote on the loan in the month of June."
NEWS = (
    '<html lang="en"><head><title>{title}</title></head><body><div class="news-single"><div class="article">'
    '<div class="header"><h1 {heading}>Pump costs double</h1></div>{lede}<div class="news-text-wrap">{text}</div>'
    "{behind}</div></div></body></html>"
)


def _read(title: str = "Pump costs double", heading: str = "", lede: str = "", behind: str = "") -> dict[str, str]:
    page = NEWS.format(title=title, heading=heading, lede=lede, text=PARAGRAPHS, behind=behind)
    return ours(Odd("page", page))


def test_a_lede_without_a_link_stays() -> None:
    assert LEDE in _read(lede=f'<div class="teaser-text"><p>{LEDE}</p></div>')["text"]


def test_a_teaser_that_leads_elsewhere_goes() -> None:
    behind = '<div class="teaser-text"><p><a href="/x">Ferry back after nine weeks.</a></p></div>'
    assert "Ferry" not in _read(behind=behind)["text"]


@pytest.mark.parametrize(
    ("title", "heading", "right"),
    [
        ("Town of Varen: press releases", 'itemprop="headline"', "Pump costs double"),
        ("Varen pumps | Friends of the Water", 'data-hook="post-title"', "Pump costs double"),
        ("Town of Varen: press releases", "", "Town of Varen: press releases"),
        ("Costs of a pump double, Varen says", 'itemprop="headline"', "Costs of a pump double, Varen says"),
    ],
)
def test_the_title_of_a_section_is_not_the_articles(title: str, heading: str, right: str) -> None:
    page = NEWS.format(title=title, heading=heading, lede="", text=PARAGRAPHS, behind="").replace(
        'class="article"', 'class="box"'
    )
    page = page.replace('class="news-single"', 'class="page"')
    assert ours(Odd("page", page))["title"] == right


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("<p>141 views 0 comments</p>", False),
        ("<p>12 likes · 3 comments</p>", False),
        ("<p>The post had 141 views and 12 comments.</p>", True),
        ("<p>12 ships and 3 ferries.</p>", True),
    ],
)
def test_counts_of_reactions_are_no_text(line: str, stays: bool) -> None:
    words = line.removeprefix("<p>").removesuffix("</p>")
    assert (words in _read(behind=line)["text"]) is stays


def test_the_foot_of_a_letter_goes_and_the_text_stays() -> None:
    foot = (
        "<div><p>Our mailing address is: 12 Mill Lane, Varen. "
        'You can <a href="/u">unsubscribe from this list</a>.</p></div>'
    )
    text = _read(behind=foot)["text"]
    assert "Mill Lane" not in text
    assert ONE in text
    assert THREE in text


def test_what_is_told_of_letters_and_shares_stays() -> None:
    told = "Readers can unsubscribe at any time, the firm said, after 40 had complained."
    text = _read(behind=f"<p>{told}</p><p>The bank sold:</p><p>4,000 shares</p>")["text"]
    assert told in text
    assert "4,000 shares" in text
