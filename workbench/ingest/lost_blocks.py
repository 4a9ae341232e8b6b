"""What an extractor provably lost of an article: what stands between its parts, in the same holder."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any

from workbench.ingest.markup_blocks import COPYRIGHT, SENTENCE, MarkupBlock, ancestors, linked_share, name_of

_ASIDE_TAGS = frozenset(("aside", "button", "footer", "form", "label", "nav"))
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:ad|ads|advert\w*|banner|breadcrumbs?|byline|comments?|cookie\w*|credits?|disclaimer|download|"
    r"embed|"
    r"follow|footer|gallery|hidden|login|menu|meta|more|nav\w*|newsletter\w*|outbrain|pagination|paywall|popup|print|"
    r"promo\w*|rating|read-?more|recirc\w*|recommend\w*|related\w*|sharing|share\w*|sidebar|signup|slideshow|social\w*|"
    r"sponsor\w*|subscri\w*|taboola|tags?|teasers?|toc|toolbar|trending|video-?player|widget\w*)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"(?:^|[\s_-])(?:credits?|copyright|photographer|source)(?:$|[\s_-])|Credit\b", re.IGNORECASE)
_CAPTION = re.compile(r"(?:^|[\s_-])(?:wp-caption-text|caption|figcaption|image-caption)(?:$|[\s_-])", re.IGNORECASE)
LEDE = re.compile(
    r"(?:^|[\s_-])(?:teaser(?:-?text)?|lead|lede|intro\w*|ingress|vorspann|standfirst|chapo|chapeau|summary|excerpt|"
    r"sub-?title|"
    r"sub-?head\w*|deck?|dek|sommario|entradilla|bajada|subtitulo|synopsis)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LEDE_LENGTH = 40
_FACTS = re.compile(
    r"(?:^|[\s_-])(?:fact-?box|fact-?file|key-?facts|fakten-?(?:box|kasten)|info-?kasten|fakta(?:boks|ruta)?)(?:$|"
    r"[\s_-])",
    re.IGNORECASE,
)
"""A box within an article that tells facts of it."""
_SET_APART = frozenset(
    ("blockquote", "dd", "dl", "dt", "li", "ol", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul")
)
"""Elements that set a part of a text apart without taking it out."""
_HOLDING = frozenset(("article", "main", "td"))
"""Elements that hold the article itself, whatever its parts stand in."""
_OF_A_LINK = 0.3
_LINE = 25
_CONTAINED = 0.9
_EDGE = 60
_ENTRIES = 2
_CHAIN = 8
_PARTS = 6
"""Elements around a block that may be one of several parts of the same name: cards, panels."""
_LINKED = 0.5


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
    return (
        element.tag in _ASIDE_TAGS or role in ("navigation", "complementary") or bool(_ASIDE.search(name_of(element)))
    )


def _kinds(element: Any) -> Iterator[tuple[Any, str, str]]:
    """The named parts in which an element stands, each as where it is, its tag and its class."""
    for above in islice(element.iterancestors(), _PARTS):
        if (name := above.get("class")) and above.tag in ("div", "section", "article"):
            yield above.getparent(), above.tag, name


def _chains(element: Any) -> Iterator[tuple[Any, tuple[tuple[str, str], ...]]]:
    """What an element stands in, from each named part of the page down to it: the part's holder, tags and classes."""
    chain: list[tuple[str, str]] = []
    start = element if element.get("class") or element.getparent() is None else element.getparent()
    for above in islice(ancestors(start), _CHAIN):
        name = above.get("class") or ""
        chain.append((above.tag, name))
        if name and len(chain) > 1 and above.tag in ("div", "section", "article", "li", "tr"):
            yield above.getparent(), tuple(chain)


class _Page:
    """The blocks of a page and which of them are the article."""

    def __init__(self, blocks: list[MarkupBlock], kept: list[bool]) -> None:
        self.blocks = blocks
        self.kept = kept
        self.container = _container(blocks, kept)
        self.parents = {
            above
            for block, keep in zip(blocks, kept, strict=True)
            if keep and not block.heading
            for above in _holders(block.element)
        }
        if self.container is not None and self.container.tag in _HOLDING:
            self.parents.add(self.container)
        self.opening = next(
            (
                number
                for number, (block, keep) in enumerate(zip(blocks, kept, strict=True))
                if keep and not block.heading and len(block.words) > _EDGE
            ),
            0,
        )
        self.headed = {
            above
            for block in blocks
            if block.element.tag == "h1"
            for above in islice(block.element.iterancestors(), 3)
            if above.tag != "body"
        }
        # "elementor-widget" is what holds every paragraph there
        self._own_names = {
            name
            for block, keep in zip(blocks, kept, strict=True)
            if keep and not block.heading
            for above in block.element.iterancestors()
            if (name := name_of(above))
        }
        self._alike = {
            kind
            for block, keep in zip(blocks, kept, strict=True)
            if keep and not block.heading and not block.item and not block.row
            for kind in _kinds(block.element)
        }
        self._twins = {
            chain
            for block, keep in zip(blocks, kept, strict=True)
            if keep and not block.heading and not block.item and len(block.words) > _EDGE / 2
            for chain in _chains(block.element)
        }
        self.headings_at = next((at for at, block in enumerate(blocks) if block.element.tag == "h1"), len(blocks))
        self._lists: dict[Any, bool] = {}
        self._asides: dict[Any, bool] = {}

    def tells_facts(self, entries: Any) -> bool:
        """Whether a list has several entries of some words each and hardly a link: it is text and no menu."""
        if entries not in self._lists:
            own = [block for block in self.blocks if block.item and entries in block.element.iterancestors("ul", "ol")]
            long = [block for block in own if len(block.words) >= _LINE and linked_share(block) <= _OF_A_LINK]
            self._lists[entries] = len(long) >= _ENTRIES and 2 * len(long) >= len(own)
        return self._lists[entries]

    def beside_alike(self, element: Any) -> bool:
        """Whether an element stands in a part of the page beside another one of the same name that is of the text."""
        return any(kind in self._alike for kind in _kinds(element))

    def is_twin(self, block: MarkupBlock) -> bool:
        """Whether a block stands in all as one of the text does, in another part beside: a reply in a thread."""
        if block.heading or block.item or not SENTENCE.search(block.words) or len(block.words) < _LINE:
            return False
        return linked_share(block) <= _OF_A_LINK and any(chain in self._twins for chain in _chains(block.element))

    def aside(self, element: Any) -> bool:
        """Whether an element lies outside the article, or in a part of it that is not part of its text."""
        path = []
        verdict = True
        for above in ancestors(element):
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
                or (bool(_ASIDE.search(name := name_of(above))) and name not in self._own_names)
                or above.get("role") in ("navigation", "complementary")
            )
            verdict = verdict or outside
            self._asides[above] = verdict
        return verdict


def is_caption(block: MarkupBlock) -> bool:
    """Whether a block says what a picture shows."""
    return any(above.tag == "figcaption" or _CAPTION.search(name_of(above)) for above in ancestors(block.element)[:4])


def _holders(element: Any) -> Iterator[Any]:
    """What holds a block: the lists, quotations and tables that it is a part of, and what these stand in."""
    for above in element.iterancestors():
        yield above
        if above.tag not in _SET_APART:
            return


def _in_facts(page: _Page, block: MarkupBlock) -> bool:
    """Whether a block stands in a box of facts between the parts of the article."""
    path = list(block.element.iterancestors())
    for number, above in enumerate(path[:-1]):
        if above is page.container:
            return False
        if _FACTS.search(name_of(above)):
            holder = path[number + 1]
            return (holder is page.container or holder in page.parents) and not page.aside(holder)
    return False


def _is_lede(page: _Page, block: MarkupBlock) -> bool:
    """Whether a block is the opening of the article under its heading, though named as that of another one is."""
    element = block.element
    own = element if element.tag == "p" and name_of(element) else element.getparent()
    if (
        own is None
        or not LEDE.search(name_of(own))
        or linked_share(block) > _OF_A_LINK
        or len(block.words) < _LEDE_LENGTH
    ):
        return False
    if not SENTENCE.search(block.words) or own.getparent() is None:
        return False
    return own.getparent() is page.container or own.getparent() in page.headed


def _in_list_of_facts(page: _Page, block: MarkupBlock) -> bool:
    """Whether an entry stands in a list of such between the page's heading and the end of its text."""
    entries = next(block.element.iterancestors("ul", "ol"), None)
    return entries is not None and linked_share(block) <= _OF_A_LINK and page.tells_facts(entries)


def _is_under_title(page: _Page, block: MarkupBlock) -> bool:
    """Whether a block is a paragraph of sentences in the holder of the page's heading, above the rest of the text."""
    words = block.words
    return (
        block.element.tag == "p"
        and block.element.getparent() in page.headed
        and len(words) >= _LEDE_LENGTH
        and bool(SENTENCE.search(words))
        and linked_share(block) <= _OF_A_LINK
        and not COPYRIGHT.fullmatch(words)
    )


def _belongs(page: _Page, number: int, first: int, last: int) -> bool:
    """Whether a block that was left out is a part of the article all the same."""
    block = page.blocks[number]
    if first < number < last and _in_facts(page, block):
        return linked_share(block) <= _LINKED
    if page.is_twin(block):
        return True
    if page.aside(block.element) or linked_share(block) > 0.5:
        return number < page.opening and _is_lede(page, block)
    words = block.words
    if number < page.opening and _is_under_title(page, block):
        return True
    if is_caption(block):
        return len(words) >= _LINE
    sibling = any(above in page.parents for above in _holders(block.element)) or page.beside_alike(block.element)
    inside = first < number < last
    if block.heading:
        return inside and number + 1 < len(page.blocks) and page.kept[number + 1]
    if block.row and any(above.find(".//th") is not None for above in block.element.iterancestors("table")):
        return sibling  # a table with a header is one of figures, and none of the page's layout
    if block.item and page.headings_at < number < last and _in_list_of_facts(page, block):
        return True
    if block.item or block.row:
        return sibling and (inside or (len(words) >= _LINE and bool(SENTENCE.search(words))))
    ends = bool(SENTENCE.search(words)) and not COPYRIGHT.fullmatch(words)
    if len(words) < _LINE:  # a short sentence where it holds a figure
        return sibling and ends and block.element.tag == "p" and any(map(str.isdigit, words))
    return sibling and (inside or ends)


def with_lost_blocks(blocks: list[MarkupBlock], kept: list[bool]) -> list[bool]:
    """Mark what belongs between the blocks that are the article, in the same holder."""
    numbers = [number for number, keep in enumerate(kept) if keep]
    if not numbers:
        return kept
    page = _Page(blocks, kept)
    found = [keep or _belongs(page, number, numbers[0], numbers[-1]) for number, keep in enumerate(kept)]
    for number, block in enumerate(blocks[:-1]):
        if block.heading and found[number + 1] and not kept[number + 1] and not page.aside(block.element):
            found[number] = found[number] or linked_share(block) <= _LINKED
    return found
