"""What an extractor provably lost of an article: what stands between its parts, in the same holder."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
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
_FACTS = re.compile(
    r"(?:^|[\s_-])(?:fact-?box|fact-?file|key-?facts|fakten-?(?:box|kasten)|info-?kasten|fakta(?:boks|ruta)?)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""A box within an article that tells facts of it."""
_SENTENCE = re.compile(r"[.!?…:;。！？؟]['\"’”»)\]]*$")
_SET_APART = frozenset(
    ("blockquote", "dd", "dl", "dt", "li", "ol", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul")
)
"""Elements that set a part of a text apart without taking it out."""
_HOLDING = frozenset(("article", "main", "td"))
"""Elements that hold the article itself, whatever its parts stand in."""
_LABEL = re.compile(
    r"advertise?ments?(?:\s?[-–—:]\s?.{0,40})?|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|reklame?|advertentie|"
    r"(?:article|story) continues (?:below|after)(?: (?:this |the )?(?:ad|advertisement))?",
    re.IGNORECASE,
)
_READ_ALSO = re.compile(
    r"(?:(?:à )?lire (?:aussi|également)|read (?:also|next)|also read|see also|lesen sie auch|lies auch|"
    r"mehr zum thema|lea también|lee también|leggi anche|leia (?:também|mais)|lees ook|les også|læs også|"
    r"läs (?:också|även)|czytaj (?:też|także|również)|читайте также|читайте також)\s{0,3}:",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b)[^.]{0,60}\b(?:19|20)\d\d\b[^.]{0,60}\.?", re.IGNORECASE)
_READING_TIME = re.compile(r"\d{1,3}[ -]min(?:ute)?s?\.? read\b", re.IGNORECASE)
_LINKING = re.compile(
    r"(?:^|[\s_-])(?:promo\w*|read-?more|recirc\w*|recommend\w*|related\w*|newsletter\w*|sign-?up|teasers?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_TOP = 4
_LINKING_SHARE = 0.15
"""Share of an article up to which a part with such a name is taken for an offer of other articles."""
_LINE = 25
_ARTICLE = 800
"""Characters in one holder that make an article for certain."""
_PARAGRAPHS = 4
_ENTRIES = 5
_CONTAINED = 0.9
_EDGE = 60
_ALL_LINKS = 0.9
"""Share of a block's words in links from which it leads elsewhere."""
_LINKED = 0.5
_DAY = 5
"""Words beside the link of an entry that may be the day of the article it leads to."""


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
            above
            for block, keep in zip(blocks, kept, strict=True)
            if keep and not block.heading
            for above in _holders(block.element)
        }
        if self.container is not None and self.container.tag in _HOLDING:
            self.parents.add(self.container)
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


def _leads_elsewhere(block: MarkupBlock) -> bool:
    """Whether a block is a link to another page, with its day at most: "Ferry returns, 3 May"."""
    linked = _linked(block)
    if linked >= _ALL_LINKS:
        return True
    beside = " ".join(
        text for text, element in block.pieces if not any(above.tag == "a" for above in _ancestors(element)[:4])
    )
    return block.item and linked >= _LINKED and len(beside.split()) <= _DAY and bool(re.search(r"\d", beside))


def is_caption(block: MarkupBlock) -> bool:
    """Whether a block says what a picture shows."""
    return any(above.tag == "figcaption" or _CAPTION.search(_name(above)) for above in _ancestors(block.element)[:4])


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
        if _FACTS.search(_name(above)):
            holder = path[number + 1]
            return (holder is page.container or holder in page.parents) and not page.aside(holder)
    return False


def _belongs(page: _Page, number: int, first: int, last: int) -> bool:
    """Whether a block that was left out is a part of the article all the same."""
    block = page.blocks[number]
    if first < number < last and _in_facts(page, block):
        return _linked(block) <= _LINKED
    if page.aside(block.element) or _linked(block) > 0.5:
        return False
    words = block.words
    if is_caption(block):
        return len(words) >= _LINE
    sibling = any(above in page.parents for above in _holders(block.element))
    inside = first < number < last
    if block.heading:
        return inside and number + 1 < len(page.blocks) and page.kept[number + 1]
    if block.row and any(above.find(".//th") is not None for above in block.element.iterancestors("table")):
        return sibling  # a table with a header is one of figures, and none of the page's layout
    if block.item or block.row:
        return sibling and (inside or (len(words) >= _LINE and bool(_SENTENCE.search(words))))
    ends = bool(_SENTENCE.search(words)) and not _COPYRIGHT.fullmatch(words)
    if len(words) < _LINE:  # a short sentence where it holds a figure
        return sibling and ends and block.element.tag == "p" and any(map(str.isdigit, words))
    return sibling and (inside or ends)


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


def _is_reading_time(words: str) -> bool:
    """Whether a line at the top tells how long the text takes to read, beside who wrote it and when."""
    return len(words) <= 2 * _EDGE and bool(_READING_TIME.search(words)) and not _SENTENCE.search(words)


def _leads_on(block: MarkupBlock) -> bool:
    """Whether a block only offers another article: "Read also: …"."""
    return len(block.words) <= 2 * _EDGE and bool(_READ_ALSO.match(block.words)) and _linked(block) > 0


def _offers(blocks: list[MarkupBlock], numbers: list[int]) -> set[int]:
    """The blocks whose holder within an article is named as one for other articles, where they are a small part."""
    kept = {number: len(blocks[number].words) for number in numbers}
    holders: dict[Any, list[int]] = {}
    for number in numbers:
        for above in _ancestors(blocks[number].element):
            if above.tag in ("body", "main", "article"):
                break
            if _LINKING.search(_name(above)):
                holders.setdefault(above, []).append(number)
    most = _LINKING_SHARE * sum(kept.values())
    return {number for inside in holders.values() if sum(kept[one] for one in inside) <= most for number in inside}


def without_edges(blocks: list[MarkupBlock], kept: list[bool]) -> list[bool]:
    """Leave out what stands before and behind an article and is nothing but links, or names a picture's source."""
    numbers = [number for number, keep in enumerate(kept) if keep]
    left = set()
    for number in numbers:
        words = blocks[number].words
        if is_picture_source(words) or _LABEL.fullmatch(words) or _leads_on(blocks[number]):
            left.add(number)
    left |= {number for number in numbers[:_TOP] if _is_reading_time(blocks[number].words)}
    left |= _offers(blocks, numbers)
    for order in (numbers, numbers[::-1]):
        for number in order:
            block = blocks[number]
            if number in left:
                continue
            if block.heading and order is not numbers and left and number + 1 in left:
                left.add(number)  # the heading of what was left out
                continue
            if block.heading or len(block.words) > 2 * _EDGE or (len(block.words) > _EDGE and not block.item):
                break
            if not _leads_elsewhere(block) and not _COPYRIGHT.fullmatch(block.words):
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
