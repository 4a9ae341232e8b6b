"""Who wrote a page, as its markup names them: marked elements, links to authors, elements named as a by-line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from workbench.ingest.bylines import (
    LONGEST,
    NAMES,
    POSTED_BY,
    TOGETHER,
    is_byline,
    joined,
    line_authors,
    names_in,
    undated,
)
from workbench.ingest.teasers import Teasers, is_of_an_author
from workbench.ingest.text import one_line

_LINKS = 100
"""Links to authors that are looked at."""
_SMALL_WORDS = 6
"""Words in small letters that a by-line holds at most: "written by … and published on … at …"."""
_AUTHOR_CLASS = re.compile(
    r"byline|(?:^|[\s_-])(?:by-line|authors?|author-?names?|auteurs?|autor(?:es|en|in)?|writer|muhabir|yazar|article-author\w*|"
    r"author__name|author-?url|post-author|entry-author|contributor-?name|reporter|firma|submitted(?:-by)?|user-name)(?:$|"
    r"[\s_-])",
    re.IGNORECASE,
)
_FOOT = re.compile(r"(?:post|entry|article)[-_]?(?:foot|meta|info)", re.IGNORECASE)
"""Elements of an article that say who posted it, and when."""
_AUTHOR_BOX = re.compile(r"author-?(?:follow|more|list|card|bio|box|social|widget|teaser|promo)|follow", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|comment-\w+|respond|reply|related|sidebar|widget(?!\sBlog\b)|"
    r"recommend\w*|teasers?|promo|popular|latest|"
    r"more-from|(?<!post-)(?<!entry-)(?<!article-)footer|nav|menu)(?:$|[\s_-])",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"(?:^|\s)(?:comment|reply)(?:\s|$)", re.IGNORECASE)
_META_FOOTER = re.compile(r"(?:^|[\s_-])(?:meta|submitted|byline)(?:$|[\s_-])", re.IGNORECASE)
"""A foot that stands at the head of its article and says who wrote it, and when."""


def _apart(element: Any, outside: tuple[str, ...] = ("footer", "aside", "nav", "figure", "label", "form")) -> bool:
    """Whether an element belongs to a comment, a picture or another article."""
    for above in (element, *element.iterancestors()):
        if above.tag == "article" and _COMMENT.search(above.get("class") or ""):
            return True
        # an article within an article is a comment on it, another one, or a part of it
        if above.tag in ("body", "main") or (
            above.tag == "article" and next(above.iterancestors("article"), None) is None
        ):
            return False
        name = " ".join(filter(None, (above.get("class"), above.get("id"))))
        if above.tag == "footer" and _META_FOOTER.search(name):
            continue
        if above.tag in outside or (name and _ELSEWHERE.search(name)):
            return True
    return False


def _in_prose(link: Any) -> bool:
    """Whether a link stands in a sentence of a text, which tells of somebody, and not in a by-line."""
    paragraph = next(link.iterancestors("p", "li", "blockquote", "dd"), None)
    if paragraph is None:
        return False
    words = _words(paragraph)
    small = sum(word[0].islower() for word in words.split())
    return small > _SMALL_WORDS or (small > 2 and words.endswith((".", "!", "?", "…", "”", '"')))


def _words(element: Any) -> str:
    return one_line(" ".join(text for text in element.itertext() if text.strip()), 400)


_NAMED_BY = ("class", "id", "data-component", "data-testid", "data-hook")
"""Attributes in which systems say what an element is for."""


def _called(element: Any) -> str:
    return " ".join(filter(None, (element.get(name) for name in _NAMED_BY)))


_LABEL = re.compile(r"^[^\W\d_]{2,12}\s?:\s{0,3}(?=\S)")
_NO_NAME = re.compile(r"\S{0,6}(?:記事|部|支局|委員|記者|取材班|特派員|本報|本报|编辑|編輯)$")
_HANDLE = re.compile(r"[\w.-]{2,40}")
_BOARDS = ("DiscussionForumPosting", "SocialMediaPosting", "Question", "QAPage")
_EASTERN_NAME = re.compile(r"[\u3005\u4e00-\u9fff]{2,5}|[\uac00-\ud7a3]{2,4}")
_ONLY_BY = re.compile(
    r"(?:(?:written|reported|posted|edited|published|story|words|text) )?(?:by|von|par|por|di|da|door|av|af)\s?:?",
    re.IGNORECASE,
)
_ELEMENTS = 4_000
_SHORT = 40


def _only_names(words: str) -> str:
    """Words of an author's element without what it says that it holds: "Haber: Deniz Kaya", "有料記事 佐々木由美"."""
    parts = words.split()
    if any(map(_EASTERN_NAME.fullmatch, parts)):
        return " ".join(part for part in parts if not _NO_NAME.fullmatch(part))
    return _LABEL.sub("", words, count=1)


def _names_by_class(element: Any, words: str) -> Iterator[list[str]]:
    """The names in an element that is named as the author's: of its links, of its pieces, of all its words."""
    whole = names_in(_only_names(words))
    pieces = [piece for text in element.itertext() if (piece := _only_names(undated(one_line(text, LONGEST))))]
    linked = [found for link in element.iter("a") for found in names_in(link.text or _words(link))]
    for names in (linked, names_in(_only_names(element.text or "")), *map(names_in, pieces[:NAMES])):
        full = [name for name in names if len(name.split()) > 1]
        # "By <a>Ann Lee</a> and Tom Roe": one of them has no page of his own
        yield whole if full and set(full) < set(whole) and TOGETHER.search(words) else full
    yield whole


def _behind_by(tree: Any, teasers: Teasers) -> str | None:
    """The name in the element that follows the word "by" in a short line: "Written by: <a>Ann Lee</a> Cities"."""
    for element in islice(tree.iter("a", "span", "strong", "b"), _ELEMENTS):
        previous = element.getprevious()
        parent = element.getparent()
        if parent is None or parent.tag in ("head", "html"):
            continue
        before = (parent.text if previous is None else previous.tail) or ""
        if len(before) > _SHORT or not _ONLY_BY.fullmatch(before.strip()):
            continue
        name = _words(element)
        if is_byline(f"By {name}") and not _in_prose(element) and not _apart(element, ("footer", "aside", "figure")):
            if teasers.holds(element):
                continue
            return joined(names_in(f"By {name}"))
    return None


def _linked_author(tree: Any, teasers: Teasers) -> str | None:
    """The name in the first link that leads to an author's page and is no part of a sentence or a card."""
    for link in islice(tree.iter("a"), _ELEMENTS):
        if not is_of_an_author(link) or _in_prose(link) or _apart(link) or teasers.holds(link):
            continue
        if is_byline(f"By {(name := _words(link))}"):
            return joined(names_in(f"By {name}"))
    return None


def _is_of_board(element: Any) -> bool:
    """Whether an element stands in what is marked as a post, whose writers have names of their own making."""
    return any((above.get("itemtype") or "").endswith(_BOARDS) for above in element.iterancestors())


def marked_authors(tree: Any, houses: Iterable[str] = ()) -> tuple[str, str] | None:
    """The authors that markup names, and which markup it was; the site itself only where nobody else is."""
    teasers = Teasers(tree)
    sites = {house.lower() for house in houses}
    found: list[str] = []
    for element in tree.iter():
        marked = isinstance(element.tag, str) and "author" in (element.get("itemprop") or "").split()
        if marked and not _apart(element, ("footer", "figure")) and not teasers.holds(element):
            inner = next((below for below in element.iter() if below.get("itemprop") == "name"), None)
            chosen = element if inner is None else inner
            words = chosen.get("content") or _words(chosen)
            named_so = names_in(words) if len(words) <= LONGEST else []
            if not (named_so or found) and inner is not None and _HANDLE.fullmatch(words) and _is_of_board(element):
                named_so = [words]
            found += named_so
    links = (link for link in tree.iter("a") if "author" in (link.get("rel") or "").lower().split())
    linked = [
        name
        for link in islice(links, _LINKS)
        if not _apart(link) and not _in_prose(link) and not teasers.holds(link)
        for name in names_in(_words(link))
    ]
    people = [name for name in found if name.lower() not in sites]
    if people and not set(people) <= set(linked) and (names := joined(people)):
        return names, "itemprop author"
    if names := joined(linked):
        return names, "link rel=author"
    named = [
        (bool(_AUTHOR_BOX.search(name)), number, element)
        for number, element in enumerate(tree.iter())
        if isinstance(element.tag, str)
        and (name := _called(element))
        and len(name) < 300
        and _AUTHOR_CLASS.search(name)
        and element.tag not in ("body", "html", "article")
    ]
    for _, _, element in sorted(named, key=lambda entry: entry[:2]):
        if _apart(element) or teasers.holds(element):
            continue
        words = _words(element)
        if not words or len(words) > LONGEST:
            continue
        card = element.find(".//*[@class='fn']") is not None  # a business card: a name of one word is one there
        for people in _names_by_class(element, words):
            full = [name for name in people if card or len(name.split()) > 1 or _EASTERN_NAME.fullmatch(name)]
            if names := joined(full):
                return names, "by-line"
    if found_names := _behind_by(tree, teasers):
        return found_names, "by-line"
    if found_names := _linked_author(tree, teasers):
        return found_names, "link to an author's page"
    feet = (one for one in tree.iter() if isinstance(one.tag, str) and _FOOT.search(one.get("class") or ""))
    for element in islice(feet, _LINKS):
        words = "" if _apart(element) or teasers.holds(element) else _words(element)
        if POSTED_BY.match(words) and (found_names := line_authors([words])):
            return found_names, "by-line"
    return (names, "itemprop author") if (names := joined(found)) else None
