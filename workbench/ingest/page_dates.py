"""When a page was published: what it states, what its address and its visible lines say, and htmldate's finding.

What several signs say wins over what one says, and a date that stands nowhere in full (a year from a copyright line) is
none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from workbench.ingest import jsonld
from workbench.ingest.date_mentions import (
    PUBLISHED_NAME,
    UTC_TIME,
    DateMention,
    elsewhere,
    mentions,
)
from workbench.ingest.dates import DAY_MONTH, address_date, dates_in, parse_date, turned_about
from workbench.ingest.day_order import days_in_doubt
from workbench.ingest.fields import Fields
from workbench.ingest.publication_words import tells_of_a_day
from workbench.ingest.teasers import Teasers

_DATE_META = (
    *("article:published_time", "article:published", "og:published_time", "og:article:published_time", "datepublished"),
    *(
        "article:post_date",
        "article.published",
        "article:publicationdate",
        "originalpublicationdate",
        "publication_date",
    ),
    *("publishdate", "publish_date", "publish-date", "published_date", "published-date", "publisheddate", "pubdate"),
    *(
        "parsely-pub-date",
        "sailthru.date",
        "bt:pubdate",
        "rbpubdate",
        "cxenseparse:recs:publishtime",
        "displaydate",
        "pdate",
    ),
    *(
        "dcterms.issued",
        "dc.issued",
        "govuk:first-published-at",
        "dc.date.issued",
        "dcterms.created",
        "dc.date.created",
        "dc.created",
        "datecreated",
        "date_created",
    ),
    *(
        "dc.date",
        "dcterms.date",
        "dc:date",
        "citation_publication_date",
        "citation_date",
        "date",
        "created",
        "og:regdate",
    ),
)
_OTHERS = frozenset(
    (
        "Review",
        "UserReview",
        "Comment",
        "UserComments",
        "Answer",
        "Event",
        "Offer",
        "Person",
        "ImageObject",
        "Organization",
    )
)
_DAYS_OF_OTHERS = frozenset(
    (
        "startDate",
        "endDate",
        "validFrom",
        "validThrough",
        "priceValidUntil",
        "availabilityStarts",
        "foundingDate",
        "birthDate",
    )
)
SURE = 5
ENOUGH = 2
CLEARLY = 2


def _today() -> date:
    return datetime.now(UTC).date()


def stated_date(
    entries: list[dict[str, Any]], metas: dict[str, list[str]], tree: Any, order: str | None, teasers: Teasers
) -> tuple[object, str, date | None] | None:
    """What the page's data, head or marked elements state: the value, where, and the day, if it can be read."""
    unread: tuple[object, str, date | None] | None = None
    for value, how in _statements(entries, metas, tree, teasers):
        day = parse_date(value, order)
        if day is not None:
            return value, how, day
        if unread is None and re.search(r"\d", str(value)):
            unread = value, how, None
    return unread


def _statements(
    entries: list[dict[str, Any]], metas: dict[str, list[str]], tree: Any, teasers: Teasers
) -> Iterator[tuple[str, str]]:
    whole = [entry for entry in entries if "WebPage" not in jsonld.types(entry)]
    for entry in whole:
        if stated := jsonld.value(entry, "datePublished"):
            yield stated, f"JSON-LD {min(jsonld.types(entry))}: datePublished"
    for key in _DATE_META:
        if key in metas:
            yield metas[key][0], f"meta tag {key}"
    for element in tree.iter():
        if isinstance(element.tag, str) and "datepublished" in (element.get("itemprop") or "").lower().split():
            stated = element.get("content") or element.get("datetime") or element.text or ""
            if stated.strip() and not elsewhere(element, teasers, marked=True):
                yield stated.strip(), "itemprop datePublished"
    for element in tree.iter("time", "abbr"):
        marked = element.get("pubdate") is not None or PUBLISHED_NAME.search(element.get("class") or "")
        stated = element.get("datetime") or element.get("title")
        if stated and marked and not elsewhere(element, teasers):
            yield stated.strip(), f"{element.tag} element"
    for entry in whole:
        for key in ("dateCreated", "uploadDate", "coverageStartTime", "datePosted"):
            if stated := jsonld.value(entry, key):
                yield stated, f"JSON-LD {min(jsonld.types(entry))}: {key}"
    for entry in entries:
        if "WebPage" in jsonld.types(entry) and (stated := jsonld.value(entry, "datePublished")):
            yield stated, "JSON-LD WebPage: datePublished"


def _local_day(stated: object, day: date, others: list[date]) -> date:
    """The day in the page's own zone: a time in UTC is a day early or late where the page itself shows the next one."""
    words = str(stated).strip()
    if not UTC_TIME.search(words):
        return day
    hour = re.search(r"[T\s](\d{1,2}):\d\d", words)
    if hour is None:
        return day
    beside = day - timedelta(days=1) if int(hour[1]) < 13 else day + timedelta(days=1)
    return beside if beside in others and day not in others else day


def _htmldate(tree: Any, address: str | None, *, extensive: bool) -> date | None:
    import logging

    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = find_date(tree, extensive_search=extensive, original_date=True, url=address)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError, RecursionError):
        return None
    day = parse_date(found) if found else None
    return day if day is not None and _stands_in(tree, day) else None


def _stands_in(tree: Any, day: date) -> bool:
    """Whether the year of a day stands in a page: of "05/03/2026 06h00" the finder reads "05/03/20"."""
    import lxml.html

    year = re.compile(rf"(?<!\d){day.year}|[./\s'’-]{day.year % 100:02}(?!\d)")
    return year.search(lxml.html.tostring(tree, encoding="unicode")) is not None


def _is_encyclopedia(tree: Any, metas: dict[str, list[str]]) -> bool:
    return any("mediawiki" in name.lower() for name in metas.get("generator", ())) or (
        tree.find(".//*[@id='mw-content-text']") is not None
    )


def offer_page_date(
    fields: Fields,
    tree: Any,
    entries: list[dict[str, Any]],
    metas: dict[str, list[str]],
    address: str | None,
    order: str | None,
    data: list[dict[str, Any]],
) -> None:
    """Take the day of publication; one that no statement names is a guess, and no guess lies ahead of today."""
    own = fields.values.get("url") or address
    path = address_date(own)
    teasers = Teasers(tree)
    shown = mentions(tree, order, teasers)
    if _is_encyclopedia(tree, metas):
        changed = next(filter(None, (jsonld.value(entry, "dateModified") for entry in entries)), None)
        if changed is None and (line := tree.find(".//*[@id='footer-info-lastmod']")) is not None:
            changed = next((day.isoformat() for _, _, day in dates_in("".join(line.itertext()), order)), None)
        if changed and parse_date(changed, order):
            fields.offer_date(changed, "when the entry was changed last: the text is as of then", order=order)
            return
    stated = stated_date(entries, metas, tree, order, teasers)
    value, how, day = stated or (None, "", None)
    if day is not None:
        later = {parse_date(jsonld.value(entry, "dateModified"), order) for entry in entries}
        visible = [
            mention.day
            for mention in shown
            if mention.score >= ENOUGH and not mention.told and not mention.apart and mention.day not in later - {day}
        ]
        local = _local_day(value, day, [path] if path else visible)
        if path is not None and path < day - timedelta(days=1):
            fields.offer_date(path, f"the address; {how} says {day.isoformat()}")
            return
        fields.offer_date(local if local != day else value, how, order=order)
        return
    fields.offer_date(value, how, order=order)  # tells that it cannot be read
    latest = _today()
    if path is not None and path <= latest:
        fields.offer_date(path, "the address", guessed=True)
        return
    doubted = days_in_doubt(tree) if order is None else set()
    if doubted:
        # what stands lower than figures that may be two days is not the day that these are
        unsure = [one for one in mentions(tree, DAY_MONTH, teasers) if one.day in doubted and one not in shown]
        top = max((one.score for one in unsure if not one.told and not one.apart), default=0)
        shown = [replace(one, apart=one.apart or one.score <= top) for one in shown]
    found = _guess(tree, own, shown, latest, set(days_of_others(data, order)) | doubted)
    if found is not None:
        fields.offer_date(found[0], found[1], guessed=True)


def days_of_others(data: Any, order: str | None, depth: int = jsonld.DEPTH) -> Iterator[date]:
    """The days that a page's data state of something else: of a review, a remark, an event, an offer, a person."""
    if depth <= 0:
        return
    if isinstance(data, list):
        for one in data:
            yield from days_of_others(one, order, depth - 1)
    elif isinstance(data, dict):
        apart = bool(jsonld.types(data) & _OTHERS)
        for key, inner in data.items():
            if isinstance(inner, dict | list):
                yield from days_of_others(inner, order, depth - 1)
            elif (apart or key in _DAYS_OF_OTHERS) and (day := parse_date(inner, order)):
                yield day


def _first_of_thread(shown: list[DateMention]) -> date | None:
    """The first day of a thread: lines of one kind, each of them a day, that follow each other as time does."""
    bare = [mention for mention in shown if mention.kind is not None and not mention.told and not mention.apart]
    days = [mention.day for mention in bare]
    alike = len(bare) > 1 and len({mention.kind for mention in bare}) == 1
    return days[0] if alike and days == sorted(days) else None


def _guess(
    tree: Any, address: str | None, shown: list[DateMention], latest: date, stated_apart: set[date]
) -> tuple[date, str] | None:
    """The likeliest day among those shown and htmldate's."""
    shown = [mention for mention in shown if mention.day <= latest]
    own = [mention for mention in shown if not mention.told]
    best = max(
        (mention for mention in own if not mention.apart),
        key=lambda mention: (mention.score, -mention.place),
        default=None,
    )
    if best is not None and best.score >= SURE:
        return best.day, "a date at the head of its text"
    marked = _htmldate(tree, address, extensive=False)
    others = {mention.day for mention in shown} - {mention.day for mention in own if not mention.apart}
    if best is not None and best.score >= ENOUGH:
        # a day that the page shows with less to speak for it, as that of a change, is not the one of publication
        others |= {mention.day for mention in own} - {
            mention.day for mention in own if mention.score > best.score - CLEARLY
        }
    title = "".join(one.itertext()) if (one := tree.find(".//head/title")) is not None else ""
    if tells_of_a_day(title):
        others |= {day for _, _, day in dates_in(title)} - {mention.day for mention in own if not mention.apart}
    others |= stated_apart - {mention.day for mention in own if not mention.apart}
    # figures that the finder takes for day and month where the page's own language has them turned about
    others |= {turned for mention in shown if (turned := turned_about(mention.day))} - {one.day for one in shown}
    if marked is not None and marked <= latest and marked not in others:
        return marked, "dates in the page's markup"
    if best is not None and best.score >= ENOUGH:
        return best.day, "a date at the head of its text"
    searched = _htmldate(tree, address, extensive=True)
    # A year or month alone becomes its first day there: only what the page shows in full is a date.
    if searched is not None and searched <= latest and any(one.day == searched and not one.apart for one in own):
        return searched, "a date in its text"
    if first := _first_of_thread(own):
        return first, "the first of the days in its posts"
    days = {mention.day for mention in own}
    if len(days) == 1 and len(own) == len(shown) and all(mention.labelled and not mention.apart for mention in own):
        return days.pop(), "the only date it shows"
    return None
