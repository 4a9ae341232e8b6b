"""The blocks of a page: what stands on lines of its own, in reading order, with the pieces of text it is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import islice
from typing import Any

from workbench.ingest.fields import clean
from workbench.ingest.loose_text import BLOCKS
from workbench.ingest.raised import raised

Blocks = list[tuple[str, bool]]

UNSEEN = frozenset(
    (
        *("head", "noscript", "script", "style", "svg", "template", "title", "iframe", "object", "select", "textarea"),
        *("audio", "video", "canvas", "math", "datalist", "map"),
    )
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_STRUCK = frozenset(("del", "s", "strike"))
_VOID = frozenset(re.findall(r"\w+", "area base br col embed hr img input link meta param source track wbr"))
_COMMENTS = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b)[^.]{0,60}\b(?:19|20)\d\d\b[^.]{0,60}\.?", re.IGNORECASE)
SENTENCE = re.compile(r"[.!?…:;。！？؟]['\"’”»)\]]*$")
_SPACE = re.compile(r"\s+")
_WORDY = re.compile(r"[^\W_]")


@dataclass(slots=True)
class MarkupBlock:
    """A block of a page: its nearest block element, and its pieces as they follow each other in it.

    A piece is a text and the element it stands in. `item` marks the first block of a list's entry, `row` a row of a
    table.
    """

    element: Any
    pieces: list[tuple[str, Any]] = field(default_factory=list)
    heading: bool = False
    item: bool = False
    row: bool = False
    pre: bool = False

    @property
    def words(self) -> str:
        """Its words on one line; of preformatted text, on its lines."""
        text = "".join(text for text, _ in self.pieces)
        if self.row:
            cells = [_SPACE.sub(" ", cell).strip() for cell in text.split("\x00")]
            while cells and not cells[-1]:
                cells.pop()
            return clean(" | ".join(cells)) if any(cells) else ""
        return clean(text if self.pre else _SPACE.sub(" ", text))

    @property
    def shown(self) -> str:
        """Its words as they go into the text: entries of lists begin with a dash."""
        words = self.words
        return f"- {words}" if self.item and words and not self.heading else words


def _is_row(element: Any) -> bool:
    """Whether a table's row holds cells of a few words, and no layout; behind a head a cell may be one paragraph."""
    if element.tag != "tr":
        return False
    inner = [
        below for below in islice(element.iter(), 1, None) if below.tag in BLOCKS and below.tag not in ("td", "th")
    ]
    if not inner:
        return True
    cells = [below.getparent() for below in inner]
    return (
        element.find("th") is not None
        and all(below.tag == "p" for below in inner)
        and all(cell.tag in ("td", "th") for cell in cells)
        and len(set(cells)) == len(cells)
    )


class _Walk:
    """Collects blocks on the way through a tree."""

    def __init__(self) -> None:
        self.blocks: list[MarkupBlock] = []
        self._current: MarkupBlock | None = None
        self._row: Any = None
        self._item = False

    def _flush(self) -> None:
        block, self._current = self._current, None
        if block is not None and any(_WORDY.search(text) for text, _ in block.pieces):
            if self._item and not block.heading:
                block.item, self._item = True, False
            self.blocks.append(block)

    def text(self, text: str | None, element: Any) -> None:
        if not text:
            return
        if self._current is None:
            holder = element
            while holder.tag not in BLOCKS and holder.getparent() is not None:
                holder = holder.getparent()
            if self._row is not None:
                holder = self._row
            heading = next((True for up in (holder, *holder.iterancestors()) if up.tag in HEADINGS), False)
            self._current = MarkupBlock(holder, heading=heading, row=self._row is not None, pre=holder.tag == "pre")
        self._current.pieces.append((text, element))

    def start(self, element: Any) -> None:
        tag = element.tag
        if self._row is not None:
            if tag in ("td", "th") and self._current is not None:
                self.text("\x00", self._row)
        elif tag in BLOCKS:
            self._flush()
            if tag == "li":
                self._item = True
            if _is_row(element):
                self._row = element
        if tag == "br":
            self.text(" ", element.getparent())

    def end(self, element: Any) -> None:
        if element is self._row:
            self._flush()
            self._row = None
        elif self._row is None and element.tag in BLOCKS:
            self._flush()
            if element.tag == "li":
                self._item = False

    def finish(self) -> None:
        self._flush()


def name_of(element: Any) -> str:
    """The classes and the id of an element."""
    return " ".join(filter(None, (element.get("class"), element.get("id"))))


def ancestors(element: Any) -> list[Any]:
    """An element and all that it stands in."""
    return [element, *element.iterancestors()]


def linked_share(block: MarkupBlock) -> float:
    """The share of a block's words that are links."""
    whole = linked = 0
    for text, element in block.pieces:
        size = len(text.strip())
        whole += size
        if any(above.tag in ("a", "button") for above in ancestors(element)[:4]):
            linked += size
    return linked / whole if whole else 1.0


def tree_blocks(tree: Any) -> list[MarkupBlock]:
    """Every block of a page's tree but scripts and styles."""
    body = tree if tree.tag == "body" else tree.find("body")
    root = tree if body is None else body
    walk = _Walk()
    # Without recursion: a tree may be deep.
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        element, leaving = stack.pop()
        if leaving:
            walk.end(element)
            if element is not root:
                walk.text(element.tail, element.getparent())
            continue
        if not isinstance(element.tag, str) or element.tag in UNSEEN:
            walk.text(element.tail, element.getparent())
            continue
        walk.start(element)
        walk.text(element.text, element)
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))
    walk.finish()
    return walk.blocks


class _Words(HTMLParser):
    """Collects the words of a page as they come, without a tree: works for any nesting."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: Blocks = []
        self._words: list[str] = []
        self._unseen = 0
        self._skipped = ("", 0)
        self._heading = False
        self._raised: list[str] | None = None

    def _break(self) -> None:
        self._settle("")
        if words := clean(_SPACE.sub(" ", "".join(self._words))):
            self.blocks.append((words, self._heading))
        self._words.clear()

    def _settle(self, after: str) -> None:
        """Put raised text in its place, now that what follows it is known."""
        if self._raised is not None:
            text, self._raised = "".join(self._raised), None
            self._words.append(raised("".join(self._words[-5:])[-40:], text, after[:20]))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        skipped, depth = self._skipped
        if depth:
            if tag == skipped:
                self._skipped = (skipped, depth + 1)
            return
        if tag not in _VOID and (tag in _STRUCK or any(name == "hidden" for name, _ in attrs)):
            self._skipped = (tag, 1)
        elif tag in UNSEEN:
            self._unseen += 1
        elif tag in BLOCKS:
            self._break()
            self._heading = tag in HEADINGS
        elif tag == "br":
            self._words.append(" ")
        elif tag == "sup":
            self._settle("")
            self._raised = []
            self._in_raised = True

    _in_raised = False

    def handle_endtag(self, tag: str) -> None:
        skipped, depth = self._skipped
        if depth:
            if tag == skipped:
                self._skipped = (skipped, depth - 1)
            return
        if tag in UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag == "sup":
            self._in_raised = False
        elif tag in BLOCKS:
            self._break()
            self._heading = False

    def handle_data(self, data: str) -> None:
        if self._unseen or self._skipped[1]:
            return
        if self._in_raised and self._raised is not None:
            self._raised.append(data)
        else:
            self._settle(data)
            self._words.append(data)

    def close(self) -> None:
        super().close()
        self._break()


def words_without_tree(text: str) -> Blocks:
    """Every word of a page but scripts and styles, block by block, however large or deep it is."""
    words = _Words()
    # The library looks for the end of every comment to the end of the page: thousands of open ones would take minutes.
    words.feed(_COMMENTS.sub(" ", text))
    words.close()
    return words.blocks
