"""Days in figures: which is the day and which the month says the page, and where nothing says it none is taken."""

from __future__ import annotations

import pytest

from tests.ingest.beside import ours
from tests.ingest.odd_pages import PARAGRAPHS, Odd


def published(lang: str, stamp: str, *, address: str | None = None, beside: str = "") -> str:
    html = (
        f'<!doctype html><html lang="{lang}"><head><title>Pumps for Varen</title></head><body><article>'
        f"<h1>Pumps for Varen</h1>{stamp}{PARAGRAPHS}</article>{beside}</body></html>"
    )
    return ours(Odd("", html, address=address))["published"]


STAMPS = (
    '<p class="date">05/06/2023</p>',
    "<p>Published 05/06/2023</p>",
    "<time>05/06/2023</time>",
    '<div class="meta">By Mira Tolland | 05/06/2023 | News</div>',
    "<p>Posted by Mira Tolland &raquo; 05/06/2023 9:14 pm</p>",
)


@pytest.mark.parametrize("stamp", STAMPS)
@pytest.mark.parametrize(
    ("lang", "right"),
    [("en-US", "2023-05-06"), ("en-us", "2023-05-06"), ("en-GB", "2023-06-05"), ("fr", "2023-06-05")],
)
def test_figures_are_read_in_the_order_of_the_page(lang: str, right: str, stamp: str) -> None:
    assert published(lang, stamp) == right


@pytest.mark.parametrize("stamp", STAMPS)
@pytest.mark.parametrize("lang", ["en", ""])
def test_where_nothing_says_the_order_there_is_no_day(lang: str, stamp: str) -> None:
    assert published(lang, stamp) == ""


@pytest.mark.parametrize(
    ("lang", "address", "right"),
    [
        ("en", "https://www.varen.example.co.uk/pumps", "2023-06-05"),
        ("", "https://pumps.varen.ie/", "2023-06-05"),
        ("en", "https://www.varen.gov/pumps", "2023-05-06"),
        ("en", "https://varen.gov.au/pumps", "2023-06-05"),
        ("en-US", "https://varen.gov.au/pumps", ""),  # a system writes "en-US" wherever it is used
        ("en-US", "https://varen.example/pumps", "2023-05-06"),
        ("de", "https://varen.us/pumps", "2023-06-05"),
    ],
)
def test_the_address_tells_the_order_where_it_is_in_a_country(lang: str, address: str, right: str) -> None:
    assert published(lang, STAMPS[0], address=address) == right


@pytest.mark.parametrize(
    ("lang", "beside", "right"),
    [
        ("en", "<div><a href=/x>Roads</a> <span>25/05/2023</span></div>", "2023-06-05"),
        ("en", "<div><a href=/x>Roads</a> <span>05/25/2023</span></div>", "2023-05-06"),
        ("en-GB", "<p>Updated 25/06/2023</p>", "2023-06-05"),
        ("en-US", "<p>Updated 25/06/2023</p>", ""),
        # what readers and tables say is not the page's own
        ("en-GB", "<div class=comment>Comment by bob 12/31/2022</div>", "2023-06-05"),
        ("en", "<ol class=commentlist><li><span class=date>12/31/2022</span> So?</li></ol>", ""),
        ("en", "<table><tr><th>Year</th><th>Cost</th></tr><tr><td>03/25/2021</td><td>4</td></tr></table>", ""),
        # both orders on one page say nothing
        ("en", "<div><span>25/05/2023</span> <span>05/25/2023</span></div>", ""),
        # what a sentence tells may be quoted from elsewhere
        ("en", f"<p>A letter of 25/05/2023 says that {'the pumps are old and ' * 3} loud.</p>", ""),
    ],
)
def test_dates_that_are_one_in_one_order_alone_tell_it(lang: str, beside: str, right: str) -> None:
    assert published(lang, STAMPS[0], beside=beside) == right


@pytest.mark.parametrize(
    "label", ["Joined: 02/11/2009", "Member since 2 November 2009", "Last visit: 11/02/2009", "Registriert: 02.11.2009"]
)
def test_the_day_on_which_a_member_joined_is_no_day_of_a_thread(label: str) -> None:
    posts = f"<dl class=postprofile><dt>mesquite</dt><dd>{label}</dd></dl><p class=author>by mesquite » 07/08/2018</p>"
    assert published("en-US", posts) == "2018-07-08"


@pytest.mark.parametrize(
    "heading",
    [
        "Battle of Holm, 14 June 2012",
        "The treaty of 3 May 1921",
        "The fire of 3 May 2011",
        "What happened on 3 May 2011",
        "Trial of the miller, 3 May 2011",
        "Ports Act of 4 March 1998",
        "The mill, opened 3 May 2001",
        "3 May 2011: the night of the flood",
    ],
)
@pytest.mark.parametrize("tag", ["h1", "h2"])
def test_the_day_that_a_heading_tells_of_is_not_that_of_the_page(heading: str, tag: str) -> None:
    title = heading if tag == "h1" else "Varen"
    html = f"<html lang=en><head><title>{title}</title></head><body><{tag}>{heading}</{tag}>{PARAGRAPHS}</body></html>"
    assert ours(Odd("", html))["published"] == ""
    dated = html.replace(f"</{tag}>", f"</{tag}><p class=date>9 July 2022</p>")
    assert ours(Odd("", dated))["published"] == "2022-07-09"


@pytest.mark.parametrize(
    "heading",
    ["Minutes of the council, 3 May 2021", "Press release, 3 May 2021", "3 May 2021", "Published on 3 May 2021"],
)
def test_the_day_with_which_a_document_is_headed_is_its_own(heading: str) -> None:
    html = f"<html lang=en><head><title>Varen</title></head><body><h1>{heading}</h1>{PARAGRAPHS}</body></html>"
    assert ours(Odd("", html))["published"] == "2021-05-03"
