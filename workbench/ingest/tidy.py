"""The markup of a page brought to what a reader sees, before anything is read out of it.

What is hidden or struck out goes, raised note marks and exponents become what they mean, and loose lines of text become
the paragraphs they are shown as.
"""

from __future__ import annotations

import re
from typing import Any

from workbench.ingest.formulas import words_of_formulas
from workbench.ingest.loose_text import BLOCKS, loose_paragraphs, page_title
from workbench.ingest.raised import lowered, raised
from workbench.ingest.sight import has_letters_of_its_ground, is_named, is_unseen, never_shown, sheet_of
from workbench.ingest.tex import settle_formulas
from workbench.ingest.thread_parts import parts_of_threads

_STRUCK_STYLE = re.compile(r"(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]{0,40}\bline-through\b", re.IGNORECASE)
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|element-invisible|assistive-text|a11y-hidden|vh)(?:\s|$)",
    re.IGNORECASE,
)
_NO_DISPLAY = re.compile(r"(?:^|\s)(?:d-none|hidden|hide|is-hidden|display-none|u-hidden)(?:\s|$)")
_SHOWN_ELSEWHERE = re.compile(
    r"(?:^|\s)(?:[\w-]+:|d-(?:\w+-)?|visible-\w*-?)(?:block|flex|inline|inline-block|grid|table\S*|visible|contents)(?:\s|$)"
)
_PANEL = re.compile(
    r"(?:^|[\s_-])(?:tab-?(?:pane|panel|content)s?|tabpanel|panel-?(?:body|collapse|content)|accordion[\w-]*|collapse|"
    r"collapsible[\w-]*|faq[\w-]*|answers?|toggle-?(?:content|body|panel)|expand(?:able|er)?-?(?:content|body))(?:$|[\s_-])",
    re.IGNORECASE,
)
_PANELS = ("div", "section", "dd", "li", "article", "p")
_NOTE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:noteref|footnote-?ref|footnote-?(?:anchor|link)|fnref|cite_ref|reference|doc-noteref)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NOTE_LINK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[*†‡§]{1,3}|note \d{1,3}|n \d{1,3})[\])]?", re.IGNORECASE)
_OF_EDITORS = re.compile(r"(?:^|\s)mw-(?:editsection|cite-backlink)(?:\s|$)")
"""What encyclopedias offer to those who write them, at their headings and sources."""
_OF_ENCYCLOPEDIAS = frozenset(("toc", "catlinks", "siteSub", "contentSub", "jump-to-nav", "mw-navigation"))
"""What an encyclopedia puts around an entry: its contents, the lists in which it stands."""
_PAGE_OF_NOTE = re.compile(r":\s?(?:pp?\.\s?)?[\divxlc]{1,6}(?:\s?[–,-]\s?[\divxlc]{1,6}){0,4}")
"""The page of a source, raised behind its mark: "[2]: 14"."""
_DELETED = ("del", "s", "strike")
_READINGS = ("rt", "rp", "rtc")
"""How characters are read, in small letters above them: the word a second time."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_PLAYER = re.compile(
    r"(?:^|\s)(?:video-js|vjs-[\w-]+|jwplayer|jw-player|yvp-[\w-]+|plyr|video-?player|media-?player|player-\w+)(?:\s|$)",
    re.I,
)
_GALLERY = re.compile(
    r"(?:^|[\s_-])(?:full-)?(?:gallery|galleries|slideshow|carousel|slider)(?:$|[\s_-])", re.IGNORECASE
)
_CREDIT = re.compile(
    r"(?:^|[\s_-])(?:credits?|copyright|photo-?credit|photographer|attribution|source)(?:$|[\s_-])", re.IGNORECASE
)
_PICTURE_SOURCE = re.compile(
    r"(?:image|picture|photo|media|video) (?:source|credit|copyright|caption)s?\s?[,:]?|"
    r"(?:image|picture|photo|media|video) (?:source|credit|copyright)s?\s?[,:]?\s[^.!?]{1,80}|"
    r"(?:bildquelle|bildrechte|bildnachweis|crédit photo|crédits?|foto|fotoquelle|photo)\s?:\s?[^.!?]{1,60}",
    re.IGNORECASE,
)
_LONGEST_SOURCE = 110
_COMMENTS = re.compile(r"(?:^|[\s_-])comments?(?:$|[\s_-])", re.IGNORECASE)
_ASIDES = frozenset(("aside", "footer", "nav", "form"))
_PICTURES = 4
_PARAGRAPH = 80
"""Characters of a paragraph that is a part of an article, and of a player that holds none."""
_PARAGRAPHS = 3
_NEAR = 8
"""Pieces of text before a raised one that are looked at."""
_NOTE_WORDS = 16
_LONGEST_RAISED = 60
_SHARE_SHOWN = 0.8
"""Where more of a page than this is hidden, a script shows it: then nothing counts as hidden."""
_SHARE_SWITCHED = 0.4
"""The same for what a class alone hides, or fades out: scripts show such text more often."""

_LISTED = 4
"""Characters of elements of one class side by side that are no letters of a word, set apart by style."""
_SIDE_BY_SIDE = frozenset(("a", "cite", "small", "span", "time"))


def tidy(tree: Any, language: str | None = None) -> None:
    """Bring a page's tree to what a reader sees; it is changed in place."""
    settle_formulas(tree)
    words_of_formulas(tree)
    for element in tree.iter():
        if isinstance(element.tag, str) and "-" in element.tag and (told := element.tag.rpartition("-")[2]) in _ASIDES:
            element.tag = told  # "site-footer", an element of the page's own
    _remove_hidden(tree)
    _remove_players(tree)
    for element in [one for one in tree.iter("span") if _named(one, _OF_EDITORS)]:
        _empty(element)
    if tree.find(".//*[@id='mw-content-text']") is not None:
        for element in [one for one in tree.iter("div", "table") if one.get("id") in _OF_ENCYCLOPEDIAS]:
            _empty(element)
    for element in parts_of_threads(tree):
        _empty(element)
    _remove_galleries(tree)
    _remove_credits(tree)
    struck = [element for element in tree.iter("span", "font", "p", "a") if _is_struck(element)]
    _remove_readings(tree)
    for element in [*tree.iter(*_DELETED), *struck]:
        _empty(element, " " if _apart(element) else "")
    _replace_raised(tree, language)
    loose_paragraphs(tree, page_title(tree))
    _part_neighbours(tree)


def _remove_readings(tree: Any) -> None:
    """Readings go; characters that stand in one because its end tag was left out ("漢<rt>kan<rb>字") stay."""
    for base in list(tree.iter("rb")):
        above = [element for element in base.iterancestors(*_READINGS, "ruby")]
        inner = [element.tag for element in above]
        deep = inner.index("ruby") if "ruby" in inner else len(inner)
        if not deep:
            continue
        reading = above[deep - 1]
        base.tail, reading.tail = reading.tail, None
        reading.addnext(base)
    for element in list(tree.iter(*_READINGS)):
        _empty(element)


def _is_struck(element: Any) -> bool:
    style = element.get("style")
    return bool(style and _STRUCK_STYLE.search(style))


def _part_neighbours(tree: Any) -> None:
    """Put a blank between elements that a style sheet sets apart: a date and "By …" in spans of their own."""
    for element in tree.iter(*_SIDE_BY_SIDE):
        following = element.getnext()
        if element.tail or following is None or following.tag not in _SIDE_BY_SIDE:
            continue
        left, right = _text(element)[-1:], _text(following)[:1]
        listed = element.get("class") and element.get("class") == following.get("class")
        if listed and min(len(_text(element)), len(_text(following))) >= _LISTED:
            element.tail = " "  # entries of one kind: a name, a day, a section
        elif (left.islower() and (right.isupper() or right.isdigit())) or (left.isdigit() and right.isupper()):
            element.tail = " "


def _empty(element: Any, instead: str = "") -> None:
    """Take the content of an element out and put words in its place; what follows it stays where it is."""
    if element.tag not in BLOCKS:
        element.tag = "span"
    element.clear(keep_tail=True)
    element.text = instead or None


def _length(element: Any) -> int:
    return sum(len(text) for text in element.itertext() if not text.isspace())


def _is_hidden(element: Any) -> bool:
    if never_shown(element):
        return True
    if element.tag in _HEADINGS:
        return False  # headings for screen readers are headings
    name = element.get("class")
    return bool(name and (_HIDDEN_CLASS.search(name) or _is_switched_off(name)))


def _is_switched_off(name: str) -> bool:
    """Whether classes of the common style sheets take an element from every screen, and not from some sizes only."""
    return bool(_NO_DISPLAY.search(name)) and not _SHOWN_ELSEWHERE.search(name)


def _opens(element: Any) -> bool:
    """Whether a part that is not shown at first is one that readers open: the panel of a tab, an answer in a list."""
    if element.tag not in _PANELS or (element.get("aria-hidden") == "true" and element.get("role") is None):
        return False
    name = " ".join(filter(None, (element.get("class"), element.get("id"), element.get("role"))))
    return bool(name and len(name) < 300 and _PANEL.search(name))


def _remove_hidden(tree: Any) -> None:
    sheet = sheet_of(tree)
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    found = [element for element in elements if _is_hidden(element)]
    unseen = [
        element
        for element in elements
        if is_unseen(element, sheet.sized)
        or has_letters_of_its_ground(element, sheet.dressed)
        or is_named(element, sheet.taken_away)
    ]
    if not found and not unseen:
        return
    body = tree.find("body")
    whole = _words_in_paragraphs(tree if body is None else body)
    paragraphs = {paragraph for element in unseen for paragraph in element.iter("p")}
    if sum(map(_length, paragraphs)) > _SHARE_SWITCHED * whole:
        unseen = []  # a script will show it, piece by piece
    for element in found:
        if _opens(element):
            continue
        share = _SHARE_SWITCHED if _is_switched_off(element.get("class") or "") else _SHARE_SHOWN
        if not whole or _words_in_paragraphs(element) <= share * whole:  # else a script will show it
            unseen.append(element)
    for element in unseen:
        if element.tag not in ("html", "body") and element.getparent() is not None:
            _empty(element, " ")


def _named(element: Any, pattern: re.Pattern[str]) -> bool:
    name = element.get("class")
    return bool(name and len(name) < 300 and pattern.search(name))


def _remove_players(tree: Any) -> None:
    """The buttons and messages of video players are no words of the page."""
    for element in list(tree.iter("div", "section", "figure")):
        if _named(element, _PLAYER) and _words_in_paragraphs(element) < _PARAGRAPH:
            _empty(element)


def _remove_credits(tree: Any) -> None:
    """Who took a picture is no part of what its caption says, and "Image caption" only says that it is one."""
    for figure in tree.iter("figure", "figcaption"):
        for element in list(figure.iter("span", "small", "cite", "div", "p", "em", "i")):
            if is_picture_source(_text(element)):
                _empty(element, " ")
    for caption in tree.iter("figcaption"):
        left = len(_text(caption).strip())
        for element in list(caption.iter("span", "small", "cite", "div", "p", "em", "i")):
            if _named(element, _CREDIT) and (length := len(_text(element).strip())) < left:
                _empty(element, " ")
                left -= length


def is_picture_source(words: str) -> bool:
    """Whether a line only says where a picture is from, or that its caption follows."""
    return len(words) <= _LONGEST_SOURCE and bool(_PICTURE_SOURCE.fullmatch(" ".join(words.split())))


def _remove_galleries(tree: Any) -> None:
    """A gallery beside an article is not part of it, and would pass for the article by its many captions."""
    galleries = [
        element
        for element in tree.iter("div", "section", "article", "ul", "aside")
        if _named(element, _GALLERY) and sum(1 for _ in element.iter("img", "figure", "li")) >= _PICTURES
    ]
    if not galleries:
        return
    inside = {below for gallery in galleries for below in gallery.iter("p")}
    outside = [
        paragraph
        for paragraph in tree.iter("p")
        if paragraph not in inside
        and len(_text(paragraph).strip()) >= _PARAGRAPH
        and not any(above.tag in _ASIDES or _named(above, _COMMENTS) for above in paragraph.iterancestors())
    ]
    if len(outside) >= _PARAGRAPHS:
        holders = {above for paragraph in outside for above in paragraph.iterancestors()}
        for gallery in galleries:
            if gallery not in holders:
                _empty(gallery)


def _words_in_paragraphs(element: Any) -> int:
    return sum(_length(paragraph) for paragraph in element.iter("p"))


def _text(element: Any) -> str:
    return "".join(element.itertext())


def _before(element: Any) -> str:
    """The words that stand before an element within its block, the last of them."""
    pieces: list[str] = []
    length = 0
    node = element
    steps = 0
    while length < 40 and (steps := steps + 1) < _NEAR:
        previous = node.getprevious()
        if previous is not None:
            if not isinstance(previous.tag, str):
                pieces.append(previous.tail or "")
            elif previous.tag in BLOCKS or previous.tag == "br":
                pieces.append(previous.tail or "")
                break
            else:
                pieces.append(_text(previous) + (previous.tail or ""))
            length += len(pieces[-1])
            node = previous
            continue
        parent = node.getparent()
        if parent is None:
            break
        pieces.append(parent.text or "")
        length += len(pieces[-1])
        if parent.tag in BLOCKS:
            break
        node = parent
    return "".join(reversed(pieces))[-40:]


def _after(element: Any) -> str:
    following = element.tail or ""
    if not following.strip() and (node := element.getnext()) is not None and node.tag not in BLOCKS:
        following += _text(node)
    return following[:20]


def _apart(element: Any) -> bool:
    """Whether blanks must stand where an element was: letters or figures on both sides of it."""
    return _before(element)[-1:].isalnum() and (element.tail or "")[:1].isalnum()


def _is_note(element: Any) -> bool:
    """Whether an element only points to a note."""
    tag = element.tag
    if tag == "a":
        target = element.get("href")
        if target is None or "#" not in target:
            return str(element.get("role")) == "doc-noteref"
        words = _text(element).strip()
        if len(words) > _NOTE_WORDS or not _NOTE_LINK.fullmatch(words):
            return False
        before = _before(element)
        return words.startswith(("[", "(")) or bool(before and not before[-1].isspace() and not before.endswith(".."))
    if not len(element.attrib):
        return False
    name = " ".join(filter(None, (element.get("class"), element.get("id"), element.get("role"))))
    if tag == "sub" or not name or not _NOTE_CLASS.search(name):
        return False
    words = _text(element).strip()
    return len(words) <= _NOTE_WORDS and bool(_NOTE_LINK.fullmatch(words))


def _points_to_note(element: Any, words: str) -> bool:
    """Whether raised words are the page of a note, or its number with a link to it."""
    if _PAGE_OF_NOTE.fullmatch(words):
        return not _before(element)[-1:].isdigit()
    return bool(_NOTE_LINK.fullmatch(words)) and any("#" in (link.get("href") or "") for link in element.iter("a"))


def _replace_raised(tree: Any, language: str | None) -> None:
    for element in list(tree.iter("sup", "sub", "a", "span")):
        if _is_note(element):
            _empty(element)
            continue
        if element.tag not in ("sup", "sub") or any(child.tag in BLOCKS for child in element):
            continue
        words = _text(element)
        if not words.strip() or len(words) > _LONGEST_RAISED:
            continue
        if element.tag == "sub":
            _empty(element, lowered(_before(element), words))
        elif _points_to_note(element, words.strip()):
            _empty(element)
        else:
            _empty(element, raised(_before(element), words, _after(element), language))
