"""How the workbench and the plain libraries read our own pages, side by side: `python -m tests.ingest.beside`."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Sequence

from tests.ingest import (
    cms_again,
    cms_held,
    cms_kinds,
    cms_more,
    cms_pages,
    cms_traps,
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
from tests.ingest.odd_pages import Odd
from workbench.ingest.fields import Fields
from workbench.ingest.html import page_text
from workbench.ingest.options import ReadOptions
from workbench.ingest.text import normalise

NAMES = ("title", "author", "published")
FIRST = (
    *(*cms_pages.WORDPRESS, *cms_pages.DRUPAL, *cms_pages.LARGE),
    *(*cms_traps.AUTHORITIES, *cms_traps.LANGUAGES, *cms_traps.OLD, *cms_traps.LINKED),
    *(*cms_traps.DAYS, *cms_traps.HEADS),
)


def ours(odd: Odd) -> dict[str, str]:
    """What the workbench makes of a page."""
    fields = Fields(ReadOptions())
    text, _, _ = page_text(odd.html, odd.address, fields)
    return {"text": normalise(text), **{name: str(fields.values.get(name, "")) for name in NAMES}}


def theirs(odd: Odd) -> dict[str, str]:
    """What trafilatura and htmldate make of it."""
    from htmldate import find_date
    from trafilatura import extract, extract_metadata

    said = extract_metadata(odd.html)
    return {
        "text": extract(odd.html, url=odd.address, include_comments=False, include_tables=True) or "",
        "title": (said and said.title) or "",
        "author": ((said and said.author) or "").replace("; ", ", "),
        "published": find_date(odd.html, original_date=True, url=odd.address) or "",
    }


def main() -> None:
    """Print how many are right, and how many authors and days are wrong, which is worse than none."""
    logging.disable(logging.CRITICAL)
    pages: dict[str, Sequence[Odd]] = {
        "first": FIRST,
        "further": cms_more.PAGES,
        "kinds": (*cms_kinds.SYSTEMS, *cms_kinds.KINDS, *cms_kinds.SIGNS),
        "world": cms_world.LANGUAGES,
        "again": cms_again.PAGES,
        "held": cms_held.PAGES,
        "outlets": (*outlets.PAGES, *outlets_more.PAGES),
        "rare": (*rare_pages.PAGES, *rare_more.PAGES),
        "plain sight, first": plain_sight.FIRST,
        "plain sight, second": plain_sight.SECOND,
        "newsstand": (*newsstand.FIRST, *newsstand_more.SECOND),
        "site kinds": (*site_kinds.FIRST, *site_kinds.SECOND, *site_kinds_more.THIRD, *site_kinds_more.FOURTH),
        "offices abroad": offices_abroad.PAGES,
    }
    print("| pages | reader | text | title | author | day |\n| --- | --- | --- | --- | --- | --- |")
    for name, odds in pages.items():
        for reader in (ours, theirs):
            right: Counter[str] = Counter()
            wrong: Counter[str] = Counter()
            for odd in odds:
                found = reader(odd)
                words = re.sub(r"\s+", " ", found["text"])
                right["text"] += all(one in words for one in odd.has) and not any(one in words for one in odd.lacks)
                asked = [key for key in NAMES if getattr(odd, key) is not None]
                right.update(key for key in asked if found[key] == getattr(odd, key))
                wrong.update(key for key in asked if found[key] and found[key] != getattr(odd, key))
            stated = {key: sum(getattr(odd, key) is not None for odd in odds) for key in NAMES}
            cells = [f"{right[key]} of {stated.get(key, len(odds))}" for key in ("text", *NAMES)]
            cells[2:] = [f"{cell}, {wrong[key]} wrong" for cell, key in zip(cells[2:], NAMES[1:], strict=True)]
            print(f"| {name} | {reader.__name__} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
