"""Paragraphs out of loose text: between blocks, around line breaks, and at the head of an article of an old page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from workbench.ingest.bylines import is_byline, undated
from workbench.ingest.dates import dates_in

_HOLDERS = (
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "div",
    "figcaption",
    "li",
    "main",
    "section",
    "td",
)
_INLINE_HOLDERS = ("p", "span", "font")
BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
        "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table "
        "tbody td tfoot th thead title tr ul",
    )
)
_HEAD_LINES = 8
"""Lines of a block among which a title, a by-line and a day stand, each for itself."""
_LONGEST_LINE = 120
_LABELS = 4
"""Words beside a day that say what it is: "First published on Friday"."""
_TITLE_WORDS = 3
_WORD = re.compile(r"\w+")
_GOES_ON = re.compile(
    r"(?:^|\s)(?:on|in|of|at|the|since|from|until|till|by|and|to|before|after|between|during|am|vom|seit|bis|im|der|den|dem|"
    r"le|du|depuis|en|et|el|del|al|desde|de|il|dal|da|em|från|til|fra|på|op|sinds|van|od|do|dnia|w)$"
)
"""A line that ends so goes on in the next one."""
_LABEL = 3
"""A line of so few words, as "Published on" and "posted by admin", is no part of a sentence."""
_WHO = re.compile(r"(?:by|von|par|por|di|da|door|av|af|przez|posted|published|written|filed|updated)\b")
_STOPS = (".", "!", "?", ":", "…", '"', "”", "»")

Run = tuple[str, list[Any]]
"""Inline text in front of elements, and these with what follows each."""


def page_title(tree: Any) -> list[str]:
    """The words of the page's title in small letters."""
    title = next((one for one in tree.iter("title") if next(one.iterancestors("svg"), None) is None), None)
    return [] if title is None else _WORD.findall((title.text or "").lower())


def loose_paragraphs(tree: Any, title: list[str]) -> None:
    """Put a paragraph around text that stands loose between blocks, or that line breaks divide.

    Two breaks in a row divide paragraphs, and one does where a line beside it is the page's title, a by-line or a day.
    """
    for element in list(tree.iter(*_HOLDERS, *_INLINE_HOLDERS)):
        children = list(element)
        divided = _double_breaks(element)
        heads = _head_breaks(element, title)
        if element.tag in _INLINE_HOLDERS:
            if not divided and not heads:
                continue
            element.tag = "div"
        elif not divided and not heads and not any(child.tag in BLOCKS for child in children):
            continue
        _wrap(element, divided, heads)


def _double_breaks(element: Any) -> bool:
    previous = False
    for child in element:
        if child.tag == "br" and previous:
            return True
        previous = child.tag == "br" and not (child.tail or "").strip()
    return False


def _lines(element: Any) -> Iterator[tuple[str, Any]]:
    """The lines of an element's own text up to its first block, each with the break behind it (or None)."""
    line = element.text or ""
    for child in element:
        if child.tag == "br":
            yield line, child
            line = child.tail or ""
        elif child.tag in BLOCKS:
            break
        else:
            line += "".join(child.itertext()) + (child.tail or "")
    yield line, None


def _is_head(line: str, title: list[str]) -> bool:
    """Whether a line is the page's title, says who wrote the text, or on which day, and nothing else."""
    if not line or len(line) > _LONGEST_LINE:
        return False
    words = _WORD.findall(line.lower())
    if len(words) >= _TITLE_WORDS and words == title[: len(words)]:
        return True
    bare = undated(line)
    tells_when = any(dates_in(line)) or _digits(bare) < _digits(line)
    labelled = len(bare.split()) <= _LABELS and not line.endswith((".", "!", "?"))
    return is_byline(bare) or (tells_when and labelled)


def _digits(line: str) -> int:
    return sum(map(str.isdigit, line))


def _head_breaks(element: Any, title: list[str]) -> set[Any]:
    """The single breaks of an element beside a line that is a head of its own."""
    if not any(child.tag == "br" for child in element):
        return set()
    found: set[Any] = set()
    lines: list[tuple[str, Any]] = []
    seen = 0
    for line, behind in _lines(element):
        lines.append((" ".join(line.split()), behind))
        if lines[-1][0] and (seen := seen + 1) > _HEAD_LINES:
            break
    looked_at = lines[:-1] if seen > _HEAD_LINES else lines
    beside = [("", None), *lines, ("", None)]
    for (before, above), (line, below), (after, _) in zip(beside, looked_at, beside[2:], strict=False):
        around = ("" if _is_head(one, title) else one for one in (before, after))
        if _is_head(line, title) and not in_sentence(*around):
            found |= {one for one in (above, below) if one is not None}
    return found


def in_sentence(before: str, behind: str) -> bool:
    """Whether a sentence goes on from one line over the next to a third; "" is a line that is a head, or none.

    Args:
        before: The first one, without blanks around it.
        behind: The third one, without blanks around it.
    """
    if not before or before.endswith(_STOPS):
        return False
    goes_on = _GOES_ON.search(before) is not None and len(before.split()) > _LABEL
    follows = behind[:1].islower() and len(behind.split()) > _LABEL and _WHO.match(behind) is None
    return goes_on or follows


def _wrap(element: Any, divided: bool, heads: set[Any]) -> None:
    """Put each run of inline text below an element into a paragraph of its own."""
    runs: list[Run] = [(element.text or "", [])]
    layout: list[Any] = []
    children = list(element)
    element.text = None
    for number, child in enumerate(children):
        element.remove(child)
        tail, child.tail = child.tail or "", None
        following = children[number + 1] if number + 1 < len(children) else None
        if child.tag in BLOCKS:
            layout.append(_paragraph(element, *runs.pop()))
            layout.append(child)
            runs.append((tail, []))
        elif child in heads or (divided and child.tag == "br" and _breaks(tail, following, runs[-1])):
            layout.append(_paragraph(element, *runs.pop()))
            runs.append((tail, []))
        else:
            child.tail = tail
            runs[-1][1].append(child)
    layout.append(_paragraph(element, *runs.pop()))
    for entry in layout:
        if isinstance(entry, list):
            element.extend(entry)
        elif entry is not None:
            element.append(entry)


def _breaks(tail: str, following: Any, run: Run) -> bool:
    """Whether a line break is one of several in a row, which divide paragraphs."""
    if not tail.strip() and following is not None and following.tag == "br":
        return True
    text, elements = run
    return not text.strip() and not elements


def _paragraph(holder: Any, text: str, elements: list[Any]) -> Any:
    """A paragraph of loose text; without words the elements themselves (a picture, an empty link)."""
    words = text + "".join("".join(entry.itertext()) + (entry.tail or "") for entry in elements)
    if not any(character.isalnum() for character in words):
        return elements if elements else None
    paragraph = holder.makeelement("p", {})
    paragraph.text = text
    paragraph.extend(elements)
    return paragraph
