"""HTML pages: the words of the article, and what the page says about itself."""

from __future__ import annotations

import re
from html import unescape
from itertools import islice
from typing import Any

from workbench.domain.documents import Section
from workbench.ingest import jsonld
from workbench.ingest.dates import date_in_words
from workbench.ingest.extraction import article_blocks
from workbench.ingest.fields import Fields, clean, digest
from workbench.ingest.item import Found, Item
from workbench.ingest.markup_blocks import Blocks, tree_blocks, words_without_tree
from workbench.ingest.options import UnreadableError
from workbench.ingest.plain import fields_of, join_blocks, notices, offer_name_date
from workbench.ingest.text import Decoded, decode, is_binary, one_line
from workbench.ingest.tidy import tidy

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-:.]{2,40})", re.IGNORECASE)
_DECLARATION = re.compile(r"<\?xml[^>]{0,200}\?>")
_ARTICLES = frozenset(
    ("Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BlogPosting")
) | frozenset(("BackgroundNewsArticle", "LiveBlogPosting", "Report", "ScholarlyArticle", "WebPage"))
_TITLE_META = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "parsely-title")
_PUBLISHER_META = ("og:site_name", "article:publisher", "dc.publisher", "citation_journal_title", "application-name")
_AUTHOR_META = ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author", "byl")
_DATE_META = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "citation_publication_date",
    "citation_date",
)


TOP_TEXTS = 40
"""Pieces of text at the top of a page in which a date is taken for the day of publication."""
ELEMENTS = 300_000
"""Pages of more elements are read without a tree: building and searching one would take memory and minutes."""


def decode_page(data: bytes, charset: str | None) -> Decoded:
    """Decode a page: the header's charset wins, then the page's own, then what the bytes look like."""
    match = _META_CHARSET.search(data[:8_192])
    hint = charset or (match.group(1).decode("ascii") if match else None)
    return decode(data, hint)


def parse(text: str) -> Any | None:
    """The tree of a page, or None where it is larger or nested deeper than people write, or is no HTML at all.

    Nothing is fetched and no entity is expanded from outside.
    """
    import lxml.etree
    import lxml.html

    if text.count("<") > ELEMENTS:
        return None
    parser = lxml.html.HTMLParser(recover=True, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    text = text.replace("\x00", "").lstrip()
    if declaration := _DECLARATION.match(text):
        text = text[declaration.end() :]
    try:
        tree = lxml.html.document_fromstring(text, parser=parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return None
    if any("RESOURCE_LIMIT" in entry.type_name for entry in parser.error_log):
        return None
    return tree


def all_blocks(text: str) -> Blocks:
    """Every word of a page or of a piece of markup but scripts and styles, block by block, menus included."""
    if "<" not in text:
        return [(words, False)] if (words := clean(re.sub(r"\s+", " ", unescape(text)))) else []
    tree = parse(text)
    if tree is None:
        return words_without_tree(text)
    tidy(tree)
    return [(words, block.heading) for block in tree_blocks(tree) if (words := block.shown)]


def _flat(element: Any) -> str:
    """The words of an element on one line."""
    return clean(re.sub(r"\s+", " ", " ".join(element.itertext())))


def linked_data(tree: Any) -> list[dict[str, Any]]:
    """The objects of the page's JSON-LD blocks; broken blocks are passed over."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            found.extend(jsonld.objects(jsonld.load((script.text or "").strip().rstrip(";"))))
    return found


def _metas(tree: Any) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if name and (content := (meta.get("content") or "").strip()):
            metas.setdefault(name.lower(), content)
    return metas


def _offer_linked(fields: Fields, entries: list[dict[str, Any]]) -> None:
    for entry in entries:
        if not (kinds := jsonld.types(entry) & _ARTICLES):
            continue
        where = f"JSON-LD {min(kinds)}"
        if "WebPage" not in kinds:
            fields.offer("title", jsonld.value(entry, "headline", "name"), f"{where}: headline")
            authors = ", ".join(dict.fromkeys(one_line(name, 100) for name in jsonld.all_words(entry.get("author"))))
            fields.offer("author", authors, f"{where}: author")
        fields.offer("publisher", jsonld.value(entry, "publisher"), f"{where}: publisher")
        fields.offer("language", _language(jsonld.value(entry, "inLanguage")), f"{where}: inLanguage")
        fields.offer_date(jsonld.value(entry, "datePublished"), f"{where}: datePublished")


def _without_site(title: str, publisher: str | None) -> str:
    """The title without the name of the site that many pages hang on it."""
    for sign in (" - ", " | ", " – ", " — ", " · "):
        head, _, tail = title.rpartition(sign)
        if head and publisher and tail.strip().lower() == publisher.lower():
            return head
    return title


def _language(code: str | None) -> str | None:
    match = re.match(r"([A-Za-z]{2,3})(?:[-_]|$)", code.strip()) if code else None
    return match.group(1).lower() if match else None


def offer_page_fields(fields: Fields, tree: Any, entries: list[dict[str, Any]], address: str | None) -> None:
    """Take what the page says about itself, the surest statements first; each keeps how it was found."""
    _offer_linked(fields, entries)
    metas = _metas(tree)
    for name, keys in (("title", _TITLE_META), ("publisher", _PUBLISHER_META), ("author", _AUTHOR_META)):
        for key in keys:
            stated = metas.get(key, "")
            if not stated.startswith(("http://", "https://")):  # "article:author" is often a profile's address
                fields.offer(name, stated, f"meta tag {key}")
    for key in _DATE_META:
        if key in metas:
            fields.offer_date(metas[key], f"meta tag {key}")
    for element in tree.iter("time"):
        stated = element.get("datetime")
        if stated and (element.get("pubdate") is not None or element.get("itemprop") == "datePublished"):
            fields.offer_date(stated, "time element")
    title = tree.find(".//title")
    if title is not None:
        fields.offer("title", _without_site(_flat(title), fields.values.get("publisher")), "title element")
    if (heading := tree.find(".//h1")) is not None:
        fields.offer("title", _flat(heading), "first heading")
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower():
            fields.offer("url", link.get("href"), "canonical link")
    fields.offer("url", metas.get("og:url"), "meta tag og:url")
    fields.offer("language", _language(tree.get("lang")), "lang attribute")
    fields.offer("language", _language(metas.get("og:locale")), "meta tag og:locale")
    _guess_date(fields, tree, address)
    if host := re.match(r"https?://(?:www\.)?([^/:]+)", fields.values.get("url", "")):
        fields.offer("publisher", host.group(1), "host of the address", guessed=True)


def _guess_date(fields: Fields, tree: Any, address: str | None) -> None:
    """Let htmldate look through the markup and the address, then take a whole date near the top of the text.

    htmldate's own search of the text is not used: it makes the first of January out of any year that is mentioned.
    """
    if "published" in fields.values:
        return
    import logging

    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = find_date(tree, extensive_search=False, original_date=True, url=fields.values.get("url") or address)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError, RecursionError):
        found = None
    fields.offer_date(found, "dates in the page's markup or address", guessed=True)
    body = tree.find("body")
    if "published" not in fields.values and body is not None:
        top = " ".join(islice((text for text in body.itertext() if text.strip()), TOP_TEXTS))
        fields.offer_date(date_in_words(top), "the first date in its text", guessed=True)


def page_text(
    markup: str, address: str | None, fields: Fields
) -> tuple[str, tuple[Section, ...], list[dict[str, Any]]]:
    """Text, sections and linked data of a page; its fields are offered to `fields`."""
    tree = parse(markup)
    if tree is None:
        fields.note("text", "all words of the page: its markup is broken, too large or nested too deep for more")
        text, sections = join_blocks(words_without_tree(markup))
        return text, sections, []
    entries = linked_data(tree)
    offer_page_fields(fields, tree, entries, address)
    tidy(tree, fields.values.get("language"))
    blocks = article_blocks(tree, address)
    how = "the article of the page"
    if not blocks:
        how = "all words of the page: no article stands out in it"
        blocks = [(words, block.heading) for block in tree_blocks(tree) if (words := block.shown)]
    fields.note("text", how)
    text, sections = join_blocks(blocks)
    return text, sections, entries


def read_html(item: Item) -> Found:
    """A page as an article or evidence; with ClaimReview in it, evidence gets the fact checks too."""
    data = item.content(item.options.limits.page)
    if is_binary(data):
        raise UnreadableError("it is a binary file, not a page")
    decoded = decode_page(data, item.charset)
    fields = fields_of(item)
    fields.note("encoding", decoded.how)
    text, sections, entries = page_text(decoded.text, item.address, fields)
    offer_name_date(item, fields)
    if item.as_evidence:
        from workbench.ingest.claimreview import fact_checks

        checks = list(fact_checks(entries, item, digest(data), page=fields))
        yield from checks
        if checks and not text:
            return
    yield fields.document(
        text,
        origin=item.origin,
        sha256=digest(data),
        limit=item.limit,
        retrieved=item.retrieved,
        sections=sections,
    )
    yield from notices(item, fields)
