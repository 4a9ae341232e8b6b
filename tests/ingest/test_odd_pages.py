"""Pages as odd as the web has them are read whole, unchanged and without what is no part of them."""

from __future__ import annotations

import re

import pytest

from tests.ingest import (
    cms_again,
    cms_held,
    cms_kinds,
    cms_world,
    newsstand,
    newsstand_more,
    offices_abroad,
    outlets,
    outlets_more,
    plain_sight,
    rare_more,
    rare_pages,
    site_kinds,
    site_kinds_more,
)
from tests.ingest.cms_more import PAGES as MORE
from tests.ingest.cms_pages import DRUPAL, LARGE, WORDPRESS
from tests.ingest.cms_traps import AUTHORITIES, DAYS, HEADS, LANGUAGES, LINKED, OLD
from tests.ingest.odd_fields import FIELDS, FIGURES, WORDS
from tests.ingest.odd_pages import SHAPES, Odd
from workbench.ingest.fields import Fields
from workbench.ingest.html import page_text
from workbench.ingest.options import ReadOptions
from workbench.ingest.text import normalise

PAGES = (*SHAPES, *WORDS, *FIGURES, *FIELDS)
PUBLISHED = (*WORDPRESS, *DRUPAL, *LARGE, *AUTHORITIES, *LANGUAGES, *OLD, *LINKED, *DAYS, *HEADS, *MORE)
FURTHER = (
    *cms_kinds.SYSTEMS,
    *cms_kinds.KINDS,
    *cms_kinds.SIGNS,
    *cms_world.LANGUAGES,
    *cms_again.PAGES,
    *cms_held.PAGES,
    *outlets.PAGES,
    *outlets_more.PAGES,
    *rare_pages.PAGES,
    *rare_more.PAGES,
    *site_kinds.FIRST,
    *site_kinds.SECOND,
    *site_kinds_more.THIRD,
    *site_kinds_more.FOURTH,
    *offices_abroad.PAGES,
    *plain_sight.FIRST,
    *plain_sight.SECOND,
    *newsstand.FIRST,
    *newsstand_more.SECOND,
)


@pytest.mark.parametrize("odd", [*PAGES, *PUBLISHED, *FURTHER], ids=lambda odd: odd.name)
def test_odd_page(odd: Odd) -> None:
    fields = Fields(ReadOptions())
    text, _, _ = page_text(odd.html, odd.address, fields)
    words = re.sub(r"\s+", " ", normalise(text))
    for expected in odd.has:
        assert expected in words
    for unexpected in odd.lacks:
        assert unexpected not in words
    for name in ("title", "author", "published", "url"):
        right = getattr(odd, name)
        if right is not None:
            assert str(fields.values.get(name, "")) == right, name
