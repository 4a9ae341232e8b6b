"""HTML pages: the words of the article, and what the page says about itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from itertools import islice
from typing import Any

from workbench.domain.documents import Section
from workbench.ingest import jsonld
from workbench.ingest.dates import date_in_words
from workbench.ingest.fields import Fields, clean, digest
from workbench.ingest.item import Found, Item
from workbench.ingest.options import UnreadableError
from workbench.ingest.plain import fields_of, join_blocks, notices, offer_name_date
from workbench.ingest.text import Decoded, decode, is_binary, one_line

Blocks = list[tuple[str, bool]]

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-:.]{2,40})", re.IGNORECASE)
_COMMENTS = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
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
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form h1 "
        "h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody tfoot thead title tr ul",
    )
)
_UNSEEN = frozenset(
    ("head", "noscript", "script", "style", "svg", "template", "title", "iframe", "object", "select", "textarea")
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


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
    text = _DECLARATION.sub("", text.replace("\x00", ""), count=1)
    try:
        tree = lxml.html.document_fromstring(text, parser=parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return None
    if any("RESOURCE_LIMIT" in entry.type_name for entry in parser.error_log):
        return None
    return tree


class _Words(HTMLParser):
    """Collects the words of a page as they come, without a tree: works for any nesting."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: Blocks = []
        self._words: list[str] = []
        self._unseen = 0
        self._heading = False

    def _break(self) -> None:
        if words := clean(re.sub(r"\s+", " ", "".join(self._words))):
            self.blocks.append((words, self._heading))
        self._words.clear()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in _BLOCKS:
            self._break()
            self._heading = tag in _HEADINGS
        elif tag == "br":
            self._words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _BLOCKS:
            self._break()
            self._heading = False

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._words.append(data)

    def close(self) -> None:
        super().close()
        self._break()


def all_blocks(text: str) -> Blocks:
    """Every word of a page but scripts and styles, block by block, menus included."""
    words = _Words()
    # The library looks for the end of every comment to the end of the page: thousands of open ones would take minutes.
    words.feed(_COMMENTS.sub(" ", text))
    words.close()
    return words.blocks


def _flat(element: Any) -> str:
    """The words of an element on one line; a line break in it stands between words."""
    pieces: list[str] = []
    for event, node in _walk(element):
        if event == "start":
            pieces.append(" " if node.tag in ("lb", "br") else "")
            pieces.append(node.text or "")
        elif node is not element:
            pieces.append(node.tail or "")
    return clean(re.sub(r"\s+", " ", "".join(pieces)))


def _walk(element: Any) -> Iterator[tuple[str, Any]]:
    from lxml.etree import iterwalk

    for event, node in iterwalk(element, events=("start", "end")):
        if isinstance(node.tag, str):
            yield event, node


def _keep_captions(tree: Any) -> None:
    """Put the caption of a picture behind it as a paragraph: captions make claims, and extractors drop them."""
    for caption in list(tree.iter("figcaption")):
        figure = next(caption.iterancestors("figure"), None)
        if figure is not None and figure.getparent() is not None:
            caption.tag = "p"
            caption.tail = None
            figure.addnext(caption)


def _main_blocks(body: Iterable[Any]) -> Iterator[tuple[str, bool]]:
    """The blocks of what trafilatura holds for the article."""
    for element in body:
        tag = element.tag
        if tag == "head":
            yield _flat(element), True
        elif tag == "list":
            yield from ((f"- {words}", False) for entry in element if (words := _flat(entry)))
        elif tag == "table":
            for row in element.iter("row"):
                if any(cells := [_flat(cell) for cell in row]):
                    yield " | ".join(cells), False
        elif tag == "quote" and len(element):
            if element.text and element.text.strip():
                yield clean(element.text), False
            for child in element:
                yield _flat(child), False
                if child.tail and child.tail.strip():
                    yield clean(child.tail), False
        elif tag == "div":
            yield from _main_blocks(element)
        elif isinstance(tag, str):
            yield _flat(element), False


def article_blocks(tree: Any, address: str | None) -> Blocks:
    """The article of a page without menus, comments and advertisements; empty where none is found."""
    import logging

    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    _keep_captions(tree)
    try:
        extracted = bare_extraction(tree, url=address, include_comments=False, include_tables=True)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, AssertionError, RecursionError):
        return []  # a page the extractor trips over is still read whole
    body = getattr(extracted, "body", None)
    if body is None:
        return []
    return [(words, heading) for words, heading in _main_blocks(body) if words]


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
        text, sections = join_blocks(all_blocks(markup))
        return text, sections, []
    entries = linked_data(tree)
    offer_page_fields(fields, tree, entries, address)
    blocks = article_blocks(tree, address)
    how = "the article of the page"
    if not blocks:
        how = "all words of the page: no article stands out in it"
        blocks = all_blocks(markup)
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
