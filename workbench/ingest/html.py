"""HTML pages: the words of the article, and what the page says about itself."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import Any

from workbench.domain.documents import Document, Section
from workbench.ingest import jsonld
from workbench.ingest.bylines import LONGEST, is_byline, line_authors, without_houses
from workbench.ingest.extraction import article_blocks
from workbench.ingest.fields import Fields, clean, digest
from workbench.ingest.item import Found, Item
from workbench.ingest.left_out import counted, left_out
from workbench.ingest.markup_blocks import SENTENCE, Blocks, tree_blocks, words_without_tree
from workbench.ingest.microdata import marked_objects
from workbench.ingest.options import UnreadableError
from workbench.ingest.page_fields import offer_page_fields, sites_in_title
from workbench.ingest.plain import fields_of, join_blocks, offer_name_date, whole_file
from workbench.ingest.saved_pages import saved, without_pictures
from workbench.ingest.sheets_beside import Sheets, in_folder, put_in
from workbench.ingest.stand_ins import forwarding, is_offer, paywalled, stand_in
from workbench.ingest.text import Decoded, decode, is_binary, one_line
from workbench.ingest.text_heads import offer_day
from workbench.ingest.tidy import tidy

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-:.]{2,40})", re.IGNORECASE)
_DECLARATION = re.compile(r"<\?xml[^>]{0,200}\?>")
TOP_BLOCKS = 8
"""Blocks at the top of an article among which its by-line stands."""
LINES_BEFORE, LINES_BEHIND = 2, 6
"""Blocks before and behind a page's title among which its by-line stands."""
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


def linked_data(tree: Any) -> list[dict[str, Any]]:
    """The objects of the page's JSON-LD blocks; of a broken one what is surely the article's, and it is emptied.

    Whoever looks for a day in the tree later would find that of a comment in it.
    """
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            stated = jsonld.load_script(script.text or "")
            if stated is None:
                stated, script.text = jsonld.load_broken(script.text or ""), None
            found.extend(jsonld.objects(stated))
    return found


def _around_title(tree: Any) -> list[str]:
    """The lines next to the page's first heading of the first rank, whether or not they are part of the article."""
    blocks = tree_blocks(tree)
    at = next((number for number, block in enumerate(blocks) if block.heading and block.element.tag == "h1"), None)
    if at is None:
        return []
    around = blocks[max(0, at - LINES_BEFORE) : at + LINES_BEHIND]
    short = [block for block in around if len(block.words) <= LONGEST and not SENTENCE.search(block.words)]
    pieces = [one_line(text, LONGEST) for block in short for text, _ in block.pieces]
    return [*(block.words for block in around), *(piece for piece in pieces if is_byline(piece))]


def page_text(
    markup: str, address: str | None, fields: Fields, sheets: Sheets | None = None
) -> tuple[str, tuple[Section, ...], list[dict[str, Any]]]:
    """Text, sections and linked data of a page; its fields are offered to `fields`."""
    tree = parse(markup)
    if tree is not None and sheets is not None:
        put_in(tree, sheets)
    if tree is None:
        fields.note("text", "all words of the page: its markup is broken, too large or nested too deep for more")
        text, sections = join_blocks(words_without_tree(markup))
        return text, sections, []
    entries = linked_data(tree)
    if not any(jsonld.types(entry) == {"ClaimReview"} for entry in entries):
        entries += marked_objects(tree, "ClaimReview")
    house = offer_page_fields(fields, tree, entries, address)
    tidy(tree, fields.values.get("language"))
    blocks, beside = article_blocks(tree, address)
    how = "the article of the page"
    if not blocks:
        how = "all words of the page: no article stands out in it"
        blocks, beside = [(words, block.heading) for block in tree_blocks(tree) if (words := block.shown)], None
    fields.note("text", how)
    if beside:
        fields.note("left_out", counted(beside))
    top = [words for words, _ in blocks[:TOP_BLOCKS]]
    houses = [fields.values.get("publisher", ""), *sites_in_title(tree)]
    fields.offer("author", without_houses(line_authors(top), houses), "by-line in its text")
    fields.offer("author", without_houses(line_authors(_around_title(tree)), houses), "by-line beside its title")
    if house is not None:
        fields.offer("author", *house)
    if "published" not in fields.values:
        offer_day("\n".join(words for words, _ in blocks[: 2 * TOP_BLOCKS]), fields, lines_alone=False)
    # Who wrote it is kept as its author, and is not part of its claims.
    blocks = [(words, heading) for words, heading in blocks if words not in top or not is_byline(words)]
    if paywalled(entries, markup, " ".join(words for words, _ in blocks)):
        blocks = [(words, heading) for words, heading in blocks if not is_offer(words)]
    text, sections = join_blocks(blocks)
    return text, sections, entries


def read_html(item: Item, sheets: Sheets | None = None) -> Found:
    """A page as an article or evidence; with ClaimReview in it, evidence gets the fact checks too.

    `sheets` gives the style sheets that were saved with it; of a file those that lie beside it.
    """
    if sheets is None and item.path is not None:
        sheets = in_folder(item.path.parent)
    data = without_pictures(item)
    if is_binary(data):
        raise UnreadableError("it is a binary file, not a page")
    decoded = decode_page(data, item.charset)
    page = saved(decoded.text)
    item = replace(item, address=item.address or page.address, retrieved=item.retrieved or page.retrieved)
    fields = fields_of(item)
    fields.note("encoding", decoded.how)
    text, sections, entries = page_text(decoded.text, item.address, fields, sheets)
    offer_name_date(item, fields)
    if target := forwarding(decoded.text, item.address):
        raise UnreadableError(f"it only leads on to {one_line(target, 300)}; read that")
    if reason := stand_in(fields.values.get("title", ""), text):
        raise UnreadableError(f"{reason}; open the address in a browser and save the page")
    if item.as_evidence:
        from workbench.ingest.claimreview import fact_checks

        checks = list(fact_checks(entries, item, digest(data), page=fields))
        yield from checks
        if checks and not text:
            return
    behind = []
    if paywalled(entries, decoded.text, text):
        behind.append("it is not free to read: what stands behind the paywall is not in it")
    tree = parse(decoded.text) if item.options.left_out else None
    if tree is not None and sheets is not None:
        put_in(tree, sheets)
    rest = () if tree is None else left_out(tree, text, fields.values.get("language"))
    for entry in whole_file(item, fields, text, digest(data), sections=sections, left_out=behind):
        yield replace(entry, left_out=rest) if isinstance(entry, Document) else entry
