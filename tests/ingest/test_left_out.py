"""What of a page is not in its text is told whole: nothing a reader sees is in neither."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import HealthCheck, given, settings

from tests.ingest.whole_pages import WholePage, whole_pages
from workbench.domain.documents import LeftOut
from workbench.ingest.fields import Fields
from workbench.ingest.html import page_text, parse
from workbench.ingest.left_out import counted, left_out
from workbench.ingest.options import ReadOptions

PAGE = """<html><head><title>Ferry stops</title><style>.gone {display: none}</style></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Ferry stops</h1>
<p>The ferry between Arlen and Sund stopped on Monday<sup>[1]</sup>, and <s>40</s> 60 people were taken ashore by
boats of the coast guard.</p>
<p>Nobody was hurt in the accident, the operator said on Tuesday; the ship
will be towed to the yard at Varen this week.</p>
<p class="gone">Only subscribers read this line about the engine, which is not shown to anybody.</p></article>
<div class="comments"><p>It was 600 people at least, I was there with my brother and we counted them!</p></div>
<footer>Harbour Post, all rights reserved</footer><script>var a = "no words";</script></body></html>"""


def parts_of(markup: str) -> tuple[str, tuple[LeftOut, ...], Fields]:
    fields = Fields(ReadOptions())
    text, _, _ = page_text(markup, None, fields)
    return text, left_out(parse(markup), text), fields


def test_menus_comments_and_what_is_hidden_or_struck_out_are_told_in_order() -> None:
    text, parts, fields = parts_of(PAGE)
    assert "60 people" in text
    assert [(part.words, part.hidden) for part in parts] == [
        ("Home News", False),
        ("40", True),
        ("Only subscribers read this line about the engine, which is not shown to anybody.", True),
        ("It was 600 people at least, I was there with my brother and we counted them!", False),
        ("Harbour Post, all rights reserved", False),
    ]
    assert fields.found["left_out"] == "3 parts of the page, 1 of them a whole sentence"


def test_a_page_that_is_all_article_has_nothing_left_out() -> None:
    one = "The council of Varen bought the harbour in the spring, more than a year after it had been offered."
    text, parts, fields = parts_of(f"<html><body><article><h1>Harbour</h1><p>{one}</p></article></body></html>")
    assert one in text
    assert parts == ()
    assert "left_out" not in fields.found


def test_the_number_of_parts_is_a_clause() -> None:
    assert counted(["Home"]) == "1 part of the page"
    assert counted(["Home", "a" * 60 + "."]) == "2 parts of the page, 1 of them a whole sentence"
    assert counted(["Short."] * 1_200) == "1,200 parts of the page"


@settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(whole_pages())
def test_every_word_of_a_page_is_in_its_text_or_told_as_left_out(page: WholePage) -> None:
    text, parts, _ = parts_of(page.markup)
    told = " ".join(part.words for part in parts)
    for other in page.around:
        assert other not in page.markup or other in told
    for part in page.parts:
        for sentence in part.seen:
            assert sentence not in told
    letters = Counter(filter(str.isalnum, re.sub(r"<[^>]*>|&nbsp;", " ", page.markup.partition("<body")[2])))
    assert not Counter(filter(str.isalnum, text + told)) - letters
