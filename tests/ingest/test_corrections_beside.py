"""A correction that a page prints outside of its article is read with it."""

from __future__ import annotations

import pytest

from tests.ingest.odd_pages import PARAGRAPHS
from workbench.ingest.fields import Fields
from workbench.ingest.html import page_text
from workbench.ingest.options import ReadOptions

SAID = "Correction: the number of pumps is 900, not 9,000."
LAYOUTS = (
    "<article>{text}<aside class=correction><p>{said}</p></aside></article>",
    "<article>{text}</article><aside class=correction><p>{said}</p></aside>",
    "<article>{text}</article><aside><p>{said}</p></aside>",
    "<article>{text}</article><footer><p>{said}</p></footer>",
    "<article>{text}</article><div class=sidebar><p>{said}</p></div>",
    "<article>{text}<footer><p>{said}</p></footer></article>",
    "<article>{text}</article><div class=note><h3>Correction</h3><p>the number of pumps is 900, not 9,000.</p></div>",
    "<main>{text}</main><section><p>{said}</p></section>",
)


def text_of(body: str) -> str:
    page = f"<html lang=en><head><title>Pumps for Varen</title></head><body>{body}</body></html>"
    text, _, _ = page_text(page, None, Fields(ReadOptions()))
    return text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_correction_outside_of_the_article_is_read(layout: str) -> None:
    text = text_of(layout.format(text=f"<h1>Pumps for Varen</h1>{PARAGRAPHS}", said=SAID))
    assert "the number of pumps is 900, not 9,000." in text


@pytest.mark.parametrize(
    "beside",
    [
        "<footer><a href=/c>Corrections</a> <a href=/t>Terms</a></footer>",
        "<div class=comments><p>Correction: it is 800, you fools.</p></div>",
        "<aside>" + "".join(f"<p>Correction: story {n} named the wrong town.</p>" for n in range(6)) + "</aside>",
        "<aside class=related><p>Correction: the <a href=/x>story on the dam</a> named the wrong town.</p></aside>",
        "<aside><p>Correction: the <a href=/x>story on the dam</a> named the wrong town.</p></aside>",
        "<aside><p>Corrections officers strike for 9 days.</p></aside>",
    ],
)
def test_what_corrects_something_else_is_not(beside: str) -> None:
    text = text_of(f"<article><h1>Pumps for Varen</h1>{PARAGRAPHS}</article>{beside}")
    assert "orrection" not in text
