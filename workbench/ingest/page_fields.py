"""What a page says about itself: title, publisher, author, date, address, language."""

from __future__ import annotations

import re
from html import unescape
from itertools import islice
from typing import Any
from urllib.parse import urljoin

from workbench.ingest import jsonld
from workbench.ingest.author_marks import marked_authors
from workbench.ingest.bylines import listed_names, without_houses
from workbench.ingest.copyright_lines import houses_of_copyright
from workbench.ingest.day_order import order_of_page
from workbench.ingest.fields import Fields
from workbench.ingest.page_dates import offer_page_date
from workbench.ingest.page_titles import (
    SIGNS,
    as_headed,
    flat,
    heading_below_section,
    is_of_section,
    is_site_alone,
    line_in_large,
    named_headings,
    near_words,
    own_heading,
    same_words,
    set_in_large,
    without_site,
)
from workbench.ingest.sight import is_unseen, never_shown

ARTICLES = frozenset(
    [
        "Article",
        "NewsArticle",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "OpinionNewsArticle",
        "BackgroundNewsArticle",
        "ReviewNewsArticle",
        "AskPublicNewsArticle",
        "BlogPosting",
        "LiveBlogPosting",
        "Report",
        "ScholarlyArticle",
        "TechArticle",
        "SocialMediaPosting",
        "DiscussionForumPosting",
        "AdvertiserContentArticle",
        "FAQPage",
        "JobPosting",
        "SatiricalArticle",
        "WebPage",
    ]
)
_REVIEWS = frozenset(("Review", "CriticReview"))
_OTHER_WORKS = frozenset(("VideoObject", "AudioObject", "PodcastEpisode", "RadioEpisode", "Recipe", "Dataset"))
_TITLE_META = (
    "dc:title",
    "dcterm:title",
    "og:title",
    "dc.title",
    "dcterms.title",
    "citation_title",
    "twitter:title",
    "parsely-title",
)
_PUBLISHER_META = ("og:site_name", "article:publisher", "dc.publisher", "citation_journal_title", "application-name")
_AUTHOR_META = (
    *("dc:creator", "dcterm:creator", "author", "article:author", "article:author_name", "og:article:author"),
    *("og:author",),
    *("dc.creator", "dcterms.creator", "citation_author", "parsely-author", "sailthru.author", "byl"),
)
_OF_LIBRARIES = ("citation_author", "dc.creator", "dcterms.creator", "dc:creator", "dcterm:creator")
_FAMILY_FIRST = re.compile(r"((?:[a-z]{1,4}['’ ]\s?){0,2}[^\W\d_][\w'’-]{1,40}), ([^\W\d_][\w.'’ -]{0,40})")
_TITLE_CLASS = re.compile(
    r"(?:^|\s)(?:post|entry|article|story|news|topic|thread|video)-?_?(?:title|headline)(?:$|\s)", re.IGNORECASE
)
_LONGEST_HEADING = 300
_FIRST, _SECOND = 100, 20
"""Headings of the first and the second rank that are looked at."""
_AROUND = 4
"""Elements around a heading that may hide it; a page has few, and one made to be slow has thousands."""


def metas(tree: Any) -> dict[str, list[str]]:
    """The meta tags of a page by name in small letters; a property may name several."""
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        content = (meta.get("content") or "").strip()
        names = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if names and content:
            for name in names.lower().split():
                found.setdefault(name, []).append(content)
    return found


def language_code(code: str | None) -> str | None:
    """The language of a tag like "en-GB"."""
    match = re.match(r"([A-Za-z]{2,3})(?:[-_]|$)", code.strip()) if code else None
    return match.group(1).lower() if match else None


def _articles(entries: list[dict[str, Any]], titles: list[str]) -> list[tuple[str, dict[str, Any]]]:
    """The objects that are articles, those that say when they were published first; a WebPage is the last resort.

    Where some have the title of the page, those that have another one tell of other pages.
    """
    found = [(min(kinds), entry) for entry in entries if (kinds := jsonld.types(entry) & ARTICLES)]
    found += [  # the page is a review; one on a page about something else has no heading of that
        (min(kinds), entry)
        for entry in entries
        if (kinds := jsonld.types(entry) & _REVIEWS)
        and any(near_words(unescape(jsonld.value(entry, "headline", "name") or ""), title) for title in titles)
    ]
    heads = [unescape(jsonld.value(entry, "headline") or "") for _, entry in found]
    own = [any(near_words(head, title) for title in titles) for head in heads]
    if any(own):
        found = [entry for entry, head, is_own in zip(found, heads, own, strict=True) if is_own or not head]
    return sorted(found, key=lambda entry: (entry[0] == "WebPage", "datePublished" not in entry[1]))


def _recordings(entries: list[dict[str, Any]], titles: list[str]) -> list[dict[str, Any]]:
    """The film, sound or set of data that the page itself is about: it has the page's title."""
    return [
        entry
        for entry in entries
        if jsonld.types(entry) & _OTHER_WORKS
        and any(near_words(unescape(jsonld.value(entry, "name", "headline") or ""), title) for title in titles)
    ]


def _site_names(entries: list[dict[str, Any]], stated: dict[str, list[str]], publisher: str | None) -> list[str]:
    names = [*stated.get("og:site_name", ()), *stated.get("application-name", ())]
    names += [
        name
        for entry in entries
        if jsonld.types(entry) & {"WebSite", "NewsMediaOrganization", "Organization"}
        if (name := jsonld.value(entry, "name"))
    ]
    return [name for name in (*names, publisher) if name]


def _is_out_of_sight(heading: Any) -> bool:
    """Whether styles hide a heading, by itself or with what stands around it but no paragraph (scripts show those)."""
    return any(
        (never_shown(above) or is_unseen(above)) and above.find(".//p") is None
        for above in (heading, *islice(heading.iterancestors(), _AROUND))
    )


def _title_element(tree: Any) -> Any:
    """The page's title; a drawing has one of its own."""
    return next((one for one in tree.iter("title") if next(one.iterancestors("svg"), None) is None), None)


def sites_in_title(tree: Any) -> list[str]:
    """What stands last behind a sign in the page's title, most often the name of its house."""
    element = _title_element(tree)
    title = "" if element is None else flat(element)
    return [tail for sign in SIGNS if (tail := title.rpartition(sign)[2]) != title]


def _headings(tree: Any) -> list[str]:
    """The headings of the first rank; without any what a class calls the title, or else the first of the second."""
    first = islice(tree.iter("h1"), _FIRST)
    found = [words for heading in first if not _is_out_of_sight(heading) and (words := flat(heading))]
    if not found:
        named = (
            one for one in tree.iter("h2", "h3", "div", "p", "span") if _TITLE_CLASS.search(one.get("class") or "")
        )
        found = [words for one in named if (words := flat(one)) and len(words) <= _LONGEST_HEADING][:1]
    return found


def _offer_title(
    fields: Fields,
    tree: Any,
    articles: list[tuple[str, dict[str, Any]]],
    stated: dict[str, list[str]],
    sites: list[str],
) -> None:
    """Take the title: what an article's data or the page's head say, unless it is the site's name or a description."""
    headings = _headings(tree)
    element = _title_element(tree)
    shown = flat(element) if element is not None else ""
    entry_of = tree.find(".//h1[@id='firstHeading']")  # an encyclopedia's name is the longer part of many titles
    if entry_of is not None and shown.startswith(words := flat(entry_of)):
        fields.offer("title", words, "first heading")
    offers = [
        (words, f"JSON-LD {kind}: {key}")
        for kind, entry in articles
        for key in ("headline", "name", "title")
        if kind != "WebPage" and (words := unescape(jsonld.value(entry, key) or ""))
    ]
    offers += [(unescape(stated[key][0]), f"meta tag {key}") for key in _TITLE_META if key in stated]
    offers += [(unescape(words), "itemprop headline") for words in stated.get("headline", ())[:1]]
    if shown:
        if not headings and (words := set_in_large(tree, shown)):
            offers.append((words, "title element, as it stands above the text"))
        elif not headings and tree.find(".//h2") is None and (words := line_in_large(tree, shown, sites)):
            fields.offer("title", words, "a line in large letters above the text")
        elif not headings and (words := heading_below_section(tree, shown, sites)):
            fields.offer("title", words, "the heading of its text")
        offers.append((shown, "title element"))
    descriptions = [*stated.get("description", ()), *stated.get("og:description", ())]
    descriptions += filter(None, (jsonld.value(entry, "description") for _, entry in articles))
    others = [words for words, _ in offers] + headings
    # where the heading of the first rank is the site's name in the title, the article's is one of the second
    site_first = any(shown.endswith(heading) or shown.startswith(heading) for heading in headings)
    lesser = [flat(heading) for heading in islice(tree.iter("h2", "h3"), _SECOND)]
    second = lesser if site_first or not headings else []
    for words, how in offers:
        title = words
        if how != "title element":
            title = without_site(words, sites, known=True)
        elif (title := as_headed(words, headings + second, sites, own_heading(tree))) == words:
            title = without_site(words, sites)
        if any(same_words(title, site) or same_words(words, site) for site in sites) and headings:
            continue
        if is_site_alone(title, headings) and not any(same_words(title, heading) for heading in lesser):
            continue
        if how == "title element" and is_of_section(title, tree):
            continue
        if any(same_words(title, description) for description in descriptions) and headings:
            continue
        # What neither the page's head nor its headings repeat is no title of it.
        supported = sum(near_words(title, other) for other in others) > 1
        if not supported and len(others) > 2 and any(near_words(heading, shown) for heading in headings):
            continue
        fields.offer("title", title, how)
        break
    if headings:
        main = next((heading for heading in headings if shown and near_words(heading, shown)), headings[0])
        fields.offer("title", main, "first heading")
    for words, how in offers:
        fields.offer("title", words, how)


def _as_spoken(key: str, name: str) -> str:
    """A name with the family's first, as libraries state it ("Lee, Ann"), in the order in which it is spoken."""
    if match := (_FAMILY_FIRST.fullmatch(name.strip()) if key in _OF_LIBRARIES else None):
        return f"{match[2]} {match[1]}"
    return name


def _offer_authors(
    fields: Fields,
    tree: Any,
    entries: list[dict[str, Any]],
    articles: list[tuple[str, dict[str, Any]]],
    stated: dict[str, list[str]],
    sites: list[str],
) -> tuple[str, str] | None:
    """Take who wrote it; the house itself, which many pages name instead, is given back for want of a person."""
    houses = jsonld.names_by_id(entries)
    offers: list[tuple[str, str]] = []
    for kind, entry in articles:
        if kind != "WebPage":
            named = jsonld.all_words(jsonld.named(entry.get("author"), houses))
            names = [listed for name in named if (listed := listed_names(unescape(name)))]
            offers.append((", ".join(dict.fromkeys(names)), f"JSON-LD {kind}: author"))
    for key in _AUTHOR_META:
        names = [listed for name in stated.get(key, ()) if (listed := listed_names(_as_spoken(key, unescape(name))))]
        offers.append((", ".join(dict.fromkeys(names)), f"meta tag {key}"))
    for joined, how in offers:
        if not any(same_words(joined, site) for site in sites if site):
            fields.offer("author", without_houses(joined, sites), how)
    if "author" not in fields.values and (found := marked_authors(tree, sites)):
        fields.offer("author", without_houses(found[0], sites), found[1])
    return next((offer for offer in offers if offer[0]), None)


def _offer_publisher(
    fields: Fields,
    entries: list[dict[str, Any]],
    articles: list[tuple[str, dict[str, Any]]],
    stated: dict[str, list[str]],
) -> None:
    houses = jsonld.names_by_id(entries)
    for kind, entry in articles:
        name = jsonld.words(jsonld.named(entry.get("publisher"), houses)) or jsonld.value(entry, "publisher") or ""
        fields.offer("publisher", unescape(name), f"JSON-LD {kind}: publisher")
    for key in _PUBLISHER_META:
        name = unescape(stated.get(key, [""])[0])
        if not name.startswith(("http://", "https://")):
            for sign in SIGNS:  # "Harbour News - Latest headlines": what stands behind is no name
                name = name.split(sign, 1)[0]
            fields.offer("publisher", name, f"meta tag {key}")


def _offer_address(fields: Fields, tree: Any, stated: dict[str, list[str]], address: str | None) -> None:
    base = tree.find(".//base[@href]")
    own = stated.get("og:url", [""])[0]
    start = urljoin(address or own or "", base.get("href") if base is not None else "")
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower() and (target := (link.get("href") or "").strip()):
            try:
                target = urljoin(start, target)
            except ValueError:
                continue
            if target.startswith(("http://", "https://")):
                fields.offer("url", target, "canonical link")
    if own.startswith(("http://", "https://")):
        fields.offer("url", own, "meta tag og:url")


def _offer_of_fact_check(fields: Fields, entries: list[dict[str, Any]]) -> None:
    """Who published the fact checks that a page carries, and where: it is that house's page, where it says no more.

    A round-up of others' checks has several houses, or addresses of several pages; it belongs to no one of them.
    """
    reviews = [entry for entry in entries if "ClaimReview" in jsonld.types(entry)]
    houses, pages = set(), set()
    for review in reviews:
        author = review.get("author")
        is_house = isinstance(author, dict) and any(kind.endswith("Organization") for kind in jsonld.types(author))
        houses.add((jsonld.value(author, "name") if is_house else None) or "")
        pages.add((jsonld.value(review, "url") or "").partition("#")[0])
    if len(houses) == len(pages) == 1:
        (house,), (page,) = houses, pages
        if page.startswith(("http://", "https://")):
            fields.offer("url", page, "JSON-LD ClaimReview: url")
        fields.offer("publisher", unescape(house), "JSON-LD ClaimReview: author")


def offer_page_fields(
    fields: Fields, tree: Any, entries: list[dict[str, Any]], address: str | None
) -> tuple[str, str] | None:
    """Take what the page says about itself, the surest statements first; each keeps how it was found.

    Args:
        fields: Where they go.
        tree: The page as it came, nothing removed.
        entries: Its linked data.
        address: Where it was read from.

    Returns:
        The house that the page names as its author, and where, for a page whose text names nobody either.
    """
    stated = metas(tree)
    element = _title_element(tree)
    titles = [*_headings(tree), *stated.get("og:title", ()), *([flat(element)] if element is not None else ())]
    articles = _articles(entries, titles)
    _offer_address(fields, tree, stated, address)
    _offer_publisher(fields, entries, articles, stated)
    sites = [*_site_names(entries, stated, fields.values.get("publisher")), *houses_of_copyright(tree)]
    own = own_heading(tree)
    sites += [name for name in named_headings(tree) if not (own and same_words(name, own))]
    _offer_title(fields, tree, articles, stated, sites)
    house = _offer_authors(fields, tree, entries, articles, stated, [*sites, *sites_in_title(tree)])
    tagged = [(jsonld.value(entry, "inLanguage"), f"JSON-LD {kind}: inLanguage") for kind, entry in articles]
    tagged += [(tree.get(name), "lang attribute") for name in ("lang", "{http://www.w3.org/XML/1998/namespace}lang")]
    for key in ("og:locale", "content-language", "language"):
        tagged += [(tag, f"meta tag {key}") for tag in stated.get(key, ())]
    for tag, how in tagged:
        fields.offer("language", language_code(tag), how)
    placed = next((tag for tag, _ in tagged if tag and re.match(r"[A-Za-z]{2,3}[-_][A-Za-z]{2}\b", tag)), None)
    if "published" not in fields.values:
        order = order_of_page(tree, placed or fields.values.get("language"), fields.values.get("url") or address)
        works = [entry for _, entry in articles] or _recordings(entries, titles)
        offer_page_date(fields, tree, works, stated, address, order, entries)
    _offer_of_fact_check(fields, entries)
    if host := re.match(r"https?://(?:www\.)?([^/:]+)", fields.values.get("url", "")):
        fields.offer("publisher", host.group(1), "host of the address", guessed=True)
    return house
