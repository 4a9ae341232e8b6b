"""What on a page stands in the card of another article: a linked heading with a day and a name of its own."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from workbench.ingest.dates import dates_in

_WORD = re.compile(r"\w+")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_PARAGRAPH = 80
"""Characters of a paragraph of an article; what a card tells of its own is one such at most."""
_LARGEST = 80
"""Elements of a card; what holds more is a part of the page."""
_LINKED = 0.5
"""Share of a card's words in one link."""
_LINK_WORDS = 4
_MACHINERY = frozenset(
    ("view", "show", "all", "posts", "articles", "by", "comment", "comments", "reply", "share", "print", "email")
)
"""Words of links that belong to an article's own head: "View all posts by …", "Leave a comment"."""
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:es|en|i)?|auteurs?|autore|profiles?|people|staff|reporters?|contributors?|by|user|journalist\w{0,3})/"
    r"[^/?#]+/?$",
    re.IGNORECASE,
)
_LONGEST = 2_000
"""Characters of an element in which days are looked for."""
_LOOKED_AT = 20
"""Headings, and paragraphs of a holder, that are looked at."""


def _words(element: Any) -> list[str]:
    """The words of an element, its days left out."""
    text = " ".join(element.itertext()).lower()
    for start, end, _ in reversed(list(dates_in(text[:_LONGEST]))):
        text = f"{text[:start]} {text[end:]}"
    return _WORD.findall(text)


def _is_one_of_several(element: Any) -> bool:
    """Whether an element is an entry of a list: one by its kind, or beside another that is named as it is."""
    if element.tag in ("li", "article"):
        return True
    named = element.get("class")
    beside = (element.getprevious(), element.getnext())
    return any(one is not None and one.tag == element.tag and named and one.get("class") == named for one in beside)


def is_of_an_author(link: Any) -> bool:
    """Whether a link leads to who wrote the page, and not to another one."""
    return "author" in (link.get("rel") or "").split() or bool(_AUTHOR_PAGE.search(link.get("href") or ""))


def _is_long(paragraph: Any) -> bool:
    return len(" ".join("".join(paragraph.itertext()).split())) >= _PARAGRAPH


def _share(words: list[str], others: set[str]) -> bool:
    return bool(words) and len(others & set(words)) > 0.5 * min(len(others), len(set(words)))


class Teasers:
    """The cards of other articles on a page, told by where its own heading stands."""

    def __init__(self, tree: Any) -> None:
        body = tree.find("body")
        element = next((one for one in tree.iter("title") if next(one.iterancestors("svg"), None) is None), None)
        stated = [
            meta.get("content") or "" for meta in tree.iter("meta") if meta.get("property") in ("og:title", "headline")
        ]
        self._title = set(_WORD.findall(" ".join([*stated[:1], "" if element is None else element.text or ""]).lower()))
        self.heading = None if body is None else self._main_heading(body)
        above = [] if self.heading is None else list(self.heading.iterancestors())
        self._around = set(above)
        self.own = {one for one in above if any(map(_is_long, islice(one.iter("p"), _LOOKED_AT)))}
        """What holds both the page's heading and a paragraph: nothing in it belongs elsewhere by this holder's name."""
        self._own_words = self._title | (set() if self.heading is None else set(_words(self.heading)))
        self._cards: dict[Any, bool | None] = {}

    def _main_heading(self, body: Any) -> Any:
        """The heading that has most of the page's title; without one, the first of the highest rank."""
        for rank in ("h1", "h2"):
            found = list(islice(body.iter(rank), _LOOKED_AT))
            if found:
                return next((one for one in found if _share(_words(one), self._title)), found[0])
        return None

    def holds(self, element: Any) -> bool:
        """Whether an element stands in the card of another article."""
        if self.heading is None:
            return False
        for above in (element, *element.iterancestors()):
            if above in self._around or above.tag in ("body", "html"):
                return False
            if above not in self._cards:
                self._cards[above] = self._is_card(above)
            verdict = self._cards[above]
            if verdict is not None:
                return verdict
        return False

    def _is_card(self, above: Any) -> bool | None:
        """True for a card, False for a part of the page that is larger than one, None where neither shows."""
        inside = list(islice(above.iter(), _LARGEST))
        if len(inside) == _LARGEST or sum(map(_is_long, above.iter("p"))) > 1:
            return False
        whole = len(_words(above))
        for link in above.iter("a"):
            if is_of_an_author(link):
                continue
            heading = next((one for one in link.iterancestors() if one.tag in _HEADINGS), None)
            if heading is None:
                heading = next(link.iter(*_HEADINGS), None)
            words = _words(link if heading is None else heading)
            if _share(words, self._own_words):
                continue  # a page links itself from its own heading
            if heading is not None and len(words) > 1:
                return True
            machinery = not _MACHINERY.isdisjoint(words) and not _is_one_of_several(above)
            if len(words) >= max(_LINK_WORDS, _LINKED * whole) and not machinery:
                return True
        return None
