"""What an extractor provably lost of an article: what stands between its parts, in the same holder."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from workbench.ingest.markup_blocks import MarkupBlock
from workbench.ingest.tidy import is_picture_source

_ASIDE_TAGS = frozenset(("aside", "button", "footer", "form", "label", "nav"))
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:ad|ads|advert\w*|banner|breadcrumbs?|byline|comments?|cookie\w*|credits?|disclaimer|download|embed|"
    r"follow|footer|gallery|hidden|login|menu|meta|more|nav\w*|newsletter\w*|outbrain|pagination|paywall|popup|print|"
    r"promo\w*|rating|read-?more|recirc\w*|recommend\w*|related\w*|sharing|share\w*|sidebar|signup|slideshow|social\w*|"
    r"sponsor\w*|subscri\w*|taboola|tags?|teasers?|toc|toolbar|trending|video-?player|widget\w*)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"(?:^|[\s_-])(?:credits?|copyright|photographer|source)(?:$|[\s_-])|Credit\b", re.IGNORECASE)
_CAPTION = re.compile(r"(?:^|[\s_-])(?:wp-caption-text|caption|figcaption|image-caption)(?:$|[\s_-])", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?…:;。！？؟]['\"’”»)\]]*$")
_LINE = 25
_ARTICLE = 800
"""Characters in one holder that make an article for certain."""
_PARAGRAPHS = 4
_ENTRIES = 5
_CONTAINED = 0.9
_EDGE = 60
_ALL_LINKS = 0.9
"""Share of a block's words in links from which it leads elsewhere."""


def _name(element: Any) -> str:
    return " ".join(filter(None, (element.get("class"), element.get("id"))))


def _ancestors(element: Any) -> list[Any]:
    return [element, *element.iterancestors()]


def _container(blocks: list[MarkupBlock], kept: list[bool]) -> Any:
    """The innermost element that holds nearly all of what was kept."""
    lengths: Counter[Any] = Counter()
    total = 0
    innermost = None
    for block, keep in zip(blocks, kept, strict=True):
        if keep:
            size = len(block.words)
            total += size
            for element in block.element.iterancestors():
                lengths[element] += size
    best = 0
    for element, size in lengths.items():
        if size >= _CONTAINED * total and (depth := sum(1 for _ in element.iterancestors())) >= best:
            innermost, best = element, depth
    return innermost


def _is_aside(element: Any) -> bool:
    role = element.get("role")
    return element.tag in _ASIDE_TAGS or role in ("navigation", "complementary") or bool(_ASIDE.search(_name(element)))


class _Page:
    """The blocks of a page and which of them are the article."""

    def __init__(self, blocks: list[MarkupBlock], kept: list[bool]) -> None:
        self.blocks = blocks
        self.kept = kept
        self.container = _container(blocks, kept)
        self.parents = {
            block.element.getparent() for block, keep in zip(blocks, kept, strict=True) if keep and not block.heading
        }
        self._asides: dict[Any, bool] = {}

    def aside(self, element: Any) -> bool:
        """Whether an element lies outside the article, or in a part of it that is not part of its text."""
        path = []
        verdict = True
        for above in _ancestors(element):
            if above in self._asides:
                verdict = self._asides[above]
                break
            path.append(above)
            if above is self.container:
                verdict = False
                break
        for above in reversed(path):
            outside = above is not self.container and (
                above.tag in _ASIDE_TAGS
                or bool(_ASIDE.search(_name(above)))
                or above.get("role") in ("navigation", "complementary")
            )
            verdict = verdict or outside
            self._asides[above] = verdict
        return verdict


def _linked(block: MarkupBlock) -> float:
    """The share of a block's words that are links."""
    whole = linked = 0
    for text, element in block.pieces:
        size = len(text.strip())
        whole += size
        if any(above.tag in ("a", "button") for above in _ancestors(element)[:4]):
            linked += size
    return linked / whole if whole else 1.0


def is_caption(block: MarkupBlock) -> bool:
    """Whether a block says what a picture shows."""
    return any(above.tag == "figcaption" or _CAPTION.search(_name(above)) for above in _ancestors(block.element)[:4])


def _belongs(page: _Page, number: int, first: int, last: int) -> bool:
    """Whether a block that was left out is a part of the article all the same."""
    block = page.blocks[number]
    if page.aside(block.element) or _linked(block) > 0.5:
        return False
    words = block.words
    if is_caption(block):
        return len(words) >= _LINE
    sibling = block.element.getparent() in page.parents
    inside = first < number < last
    if block.heading:
        return inside and number + 1 < len(page.blocks) and page.kept[number + 1]
    if block.item or block.row:
        return inside and sibling
    return sibling and len(words) >= _LINE and (inside or bool(_SENTENCE.search(words)))


def without_streams(blocks: list[MarkupBlock], kept: list[bool]) -> list[bool]:
    """Leave out lists of other articles: entries with links, outside of what holds the text of this one."""
    lengths: Counter[Any] = Counter()
    counts: Counter[Any] = Counter()
    for block, keep in zip(blocks, kept, strict=True):
        if keep and not block.item and not block.row and not block.heading:
            lengths[block.element.getparent()] += len(block.words)
            counts[block.element.getparent()] += 1
    if not lengths:
        return kept
    main, length = lengths.most_common(1)[0]
    if length < _ARTICLE or counts[main] < _PARAGRAPHS:
        return kept
    own = set(_ancestors(main))
    lists: dict[Any, bool] = {}
    return [
        keep and not (main not in block.element.iterancestors() and _in_stream(block.element, own, lists))
        for block, keep in zip(blocks, kept, strict=True)
    ]


def without_edges(blocks: list[MarkupBlock], kept: list[bool]) -> list[bool]:
    """Leave out what stands before and behind an article and is nothing but links, or names a picture's source."""
    numbers = [number for number, keep in enumerate(kept) if keep]
    left = set()
    for number in numbers:
        if is_picture_source(blocks[number].words):
            left.add(number)
    for order in (numbers, numbers[::-1]):
        for number in order:
            block = blocks[number]
            if number in left:
                continue
            if block.heading or len(block.words) > _EDGE or _linked(block) < _ALL_LINKS:
                break
            left.add(number)
    if len(left) == len(numbers):
        return kept
    return [keep and number not in left for number, keep in enumerate(kept)]


def _in_stream(element: Any, own: set[Any], lists: dict[Any, bool]) -> bool:
    """Whether an element stands in a list of several entries, most of them with a link, that lies beside the text."""
    for above in element.iterancestors():
        if above in own:
            return False
        if above.tag == "ul":
            if above not in lists:
                entries = above.findall("li")
                linked = sum(entry.find(".//a[@href]") is not None for entry in entries)
                lists[above] = len(entries) >= _ENTRIES and linked > 0.8 * len(entries)
            if lists[above]:
                return True
    return False


def with_lost_blocks(blocks: list[MarkupBlock], kept: list[bool]) -> list[bool]:
    """Mark what belongs between the blocks that are the article, in the same holder."""
    numbers = [number for number, keep in enumerate(kept) if keep]
    if not numbers:
        return kept
    page = _Page(blocks, kept)
    return [keep or _belongs(page, number, numbers[0], numbers[-1]) for number, keep in enumerate(kept)]
