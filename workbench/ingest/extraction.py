"""The article of a page: what trafilatura takes for it, read from the page itself, and what it provably lost.

The extractor says *which* text is the article; the words are then taken from the page's own blocks. So nothing is glued
together or reordered, and a heading, caption or line between two parts of the article is not lost.
"""

from __future__ import annotations

from bisect import bisect_left
from copy import deepcopy
from itertools import islice
from typing import Any

from workbench.domain.unforeseen import ours, went_on
from workbench.ingest.lost_blocks import with_lost_blocks
from workbench.ingest.markup_blocks import SENTENCE, Blocks, MarkupBlock, ancestors, tree_blocks
from workbench.ingest.put_right import lost_corrections
from workbench.ingest.surplus_blocks import without_edges, without_streams
from workbench.ingest.thread_parts import is_remark

ANCHOR = 40
"""Letters and figures of a text that is long enough to be known by its words alone."""
MANY_PARTS = 4_000
"""Paragraphs and divisions from which a page is extracted without a second opinion: that takes their square."""
_PARTS = ("p", "div", "li", "td", "th", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "section")
_OWN_TAGS = {"row": "tr", "cell": "td", "list": "ul", "item": "li", "head": "h2", "quote": "blockquote", "lb": "br"}
"""The extractor's own names of elements."""
_RUN = 12
_MATCHED = 0.8
_KEPT = 0.5


def word_key(text: str) -> str:
    """The letters and figures of a text, which stay whatever blanks and marks become."""
    return "".join(filter(str.isalnum, text)).lower()


def extracted_body(tree: Any, address: str | None) -> Any | None:
    """What trafilatura takes for the article, None where it finds none."""
    import logging

    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        # Its second opinion looks through all paragraphs for each of them.
        many = sum(1 for _ in islice(tree.iter(*_PARTS), MANY_PARTS)) == MANY_PARTS
        whole = deepcopy(tree) if not many and _holds_remarks(tree) else None
        extracted = bare_extraction(tree, url=address, include_comments=False, include_tables=True, fast=many)
        if whole is not None and not _has_sentences(getattr(extracted, "body", None)):
            # a page of remarks on something elsewhere: they are all that it says
            discussed = bare_extraction(whole, url=address, include_comments=True, include_tables=True)
            for body in (getattr(discussed, "body", None), getattr(discussed, "commentsbody", None)):
                if _has_sentences(body):
                    return body
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, AssertionError, RecursionError) as fault:
        if ours(fault):
            went_on(fault)
        return None  # a page the extractor trips over is still read whole
    return getattr(extracted, "body", None)


def _holds_remarks(tree: Any) -> bool:
    """Whether a page without an article or a paragraph of some length has parts that are called comments."""
    if tree.find(".//article") is not None or any(
        len("".join(one.itertext()).strip()) >= ANCHOR and not any(map(is_remark, ancestors(one)))
        for one in tree.iter("p")
    ):
        return False
    return any(is_remark(element) for element in tree.iter("div", "td", "li"))


def _has_sentences(body: Any) -> bool:
    """Whether an extracted text has more than titles and lines of links."""
    if body is None:
        return False
    return any(len(block.words) >= ANCHOR and SENTENCE.search(block.words) for block in tree_blocks(body))


class Alignment:
    """Which pieces of a page's blocks stand in a text; each stretch of the text is used once, in order."""

    def __init__(self, blocks: list[MarkupBlock], text: str) -> None:
        self.text = text
        found = [
            (number, key, piece, element)
            for number, block in enumerate(blocks)
            for piece, element in block.pieces
            if (key := word_key(piece))
        ]
        self.pieces = [(number, key) for number, key, _, _ in found]
        self.words = [(piece, element) for _, _, piece, element in found]
        self.places: list[int | None] = [None] * len(self.pieces)
        self._anchors()
        self._between()

    def _anchors(self) -> None:
        """Long pieces are found by their words; of those out of order, the fewest are given up."""
        found: list[tuple[int, int]] = []
        cursor = 0
        for index, (_, key) in enumerate(self.pieces):
            if len(key) < ANCHOR:
                continue
            place = self.text.find(key, cursor)
            if place < 0:
                place = self.text.find(key)
            if place >= 0:
                found.append((index, place))
                cursor = place + len(key)
        # longest increasing run of places (patience sorting)
        tails: list[int] = []
        ends: list[int] = []
        back: list[int] = []
        for number, (_, place) in enumerate(found):
            spot = bisect_left(tails, place)
            back.append(ends[spot - 1] if spot else -1)
            if spot == len(tails):
                tails.append(place)
                ends.append(number)
            else:
                tails[spot] = place
                ends[spot] = number
        number = ends[-1] if ends else -1
        while number >= 0:
            index, place = found[number]
            self.places[index] = place
            number = back[number]

    def _between(self) -> None:
        """Short pieces must follow where the text stands: between the long ones before and behind them."""
        limits = [len(self.text)] * (len(self.pieces) + 1)
        for index in range(len(self.pieces) - 1, -1, -1):
            place = self.places[index]
            limits[index] = limits[index + 1] if place is None else place
        cursor = 0
        for index, (_, key) in enumerate(self.pieces):
            if (place := self.places[index]) is not None:
                cursor = place + len(key)
                continue
            end = limits[index + 1]
            place = self.text.find(key, cursor, end)
            if place < 0:
                continue
            gap = place - cursor
            if gap == 0 or len(key) >= _RUN or (len(key) >= 4 and gap <= 40):
                self.places[index] = place
                cursor = place + len(key)

    @property
    def matched(self) -> float:
        """The share of the text that was found in the page."""
        found = sum(len(key) for (_, key), place in zip(self.pieces, self.places, strict=True) if place is not None)
        return found / len(self.text) if self.text else 0.0

    def shares(self, count: int) -> list[float]:
        """For each block the share of its letters and figures that stand in the text."""
        whole, inside = [0] * count, [0] * count
        for (number, key), place in zip(self.pieces, self.places, strict=True):
            whole[number] += len(key)
            inside[number] += len(key) if place is not None else 0
        return [part / total if total else 0.0 for part, total in zip(inside, whole, strict=True)]


def _plain_blocks(body: Any) -> Blocks:
    """The words of the extractor's own tree, where they cannot be found in the page (a script's data, say)."""
    for element in body.iter(*_OWN_TAGS):
        element.tag = _OWN_TAGS[element.tag]
    return [(words, block.heading) for block in tree_blocks(body) if (words := block.words)]


def _out_of_order(blocks: list[MarkupBlock], text: str) -> list[bool]:
    """The blocks that stand somewhere in a text, whatever their order: extractors move tables and lists."""
    keys = [word_key(block.words) for block in blocks]
    kept = [len(key) >= _RUN and key in text for key in keys]
    found = sum(len(key) for key, keep in zip(keys, kept, strict=True) if keep)
    return kept if found >= _KEPT * len(text) else []


def article_blocks(tree: Any, address: str | None) -> tuple[Blocks, list[str] | None]:
    """The article of a tidied page without menus, comments and advertisements; empty where none is found.

    With it the words of the blocks that were left out; None where the page's blocks could not be told apart.
    """
    body = extracted_body(tree, address)
    if body is None:
        return [], None
    blocks = tree_blocks(tree)
    alignment = Alignment(blocks, word_key("".join(body.itertext())))
    kept = [share >= _KEPT for share in alignment.shares(len(blocks))]
    if alignment.matched < _MATCHED:
        kept = _out_of_order(blocks, alignment.text)
        if not kept:
            return _plain_blocks(body), None
    kept = without_streams(blocks, with_lost_blocks(blocks, without_streams(blocks, kept)))
    kept = without_edges(blocks, kept)
    corrections = lost_corrections(blocks, kept)
    kept = [keep or number in corrections for number, keep in enumerate(kept)]
    chosen = [
        (words, block.heading) for block, keep in zip(blocks, kept, strict=True) if keep and (words := block.shown)
    ]
    return chosen, [words for block, keep in zip(blocks, kept, strict=True) if not keep and (words := block.words)]
