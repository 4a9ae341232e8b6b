"""Whatever blocks a page is made of, every sentence of its article is read, no figure changed and nothing glued."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, given, settings

from tests.ingest.whole_pages import WholePage, whole_pages
from workbench.ingest.fields import Fields
from workbench.ingest.html import page_text
from workbench.ingest.options import ReadOptions
from workbench.ingest.text import normalise

_TAG = re.compile(r"<sup>.*?</sup>|</?(?:b|a|span|font)\b[^>]*>")
"""Markup within a word or beside it: a note mark goes, the rest changes nothing."""
_ANY_TAG = re.compile(r"<[^>]*>")


def words_shown(markup: str) -> set[str]:
    """The words of a page as a reader sees them, one by one."""
    bare = _ANY_TAG.sub(" ", _TAG.sub("", markup)).replace("&nbsp;", " ")
    return {word.strip("-|") for word in bare.split()}


@settings(max_examples=80, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(whole_pages())
def test_every_sentence_of_an_article_is_read_unchanged(page: WholePage) -> None:
    text, _, _ = page_text(page.markup, None, Fields(ReadOptions()))
    words = re.sub(r"\s+", " ", normalise(text))
    for part in page.parts:
        for sentence in part.seen:
            assert sentence in words, part.kind
    for other in page.around:
        assert other not in words
    assert {word.strip("-|") for word in words.split()} - {""} <= words_shown(page.markup)
