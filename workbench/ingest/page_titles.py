"""The title of a page without what many hang on it: the name of the site, sections, signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from workbench.ingest.fields import clean
from workbench.ingest.insets import asks_to_subscribe
from workbench.ingest.loose_text import BLOCKS
from workbench.ingest.own_days import is_house
from workbench.ingest.thread_parts import is_permalink

SIGNS = (" | ", " - ", " – ", " — ", " · ", " » ", " « ", " : ", " :: ")
_SELDOM = (" \u2014 ", "\uff1a", "\uff5c")
_BARE_SIGNS = ("\uff1a", "\uff5c", "|", "_", "-", "\u2013", ":")
"""Signs without blanks around them, as scripts without blanks have them."""
_HEAD_SIGN = re.compile(r"|.{1,60}[|–—·•»:_\uff1a\uff5c\]-]\s{0,3}")
_TAIL_SIGN = re.compile(r"|\s{0,3}[|–—·•»«:_\uff1a\uff5c-].{1,80}")
_PARTS = 2
"""Signs in what is cut off from which it is the lesser part, however long: sections of a site."""
_PARTING = re.compile(r"\s(?:[|–—·•»:-]|::)\s|:\s")
_HOST = re.compile(r"(?:www\.)?[a-z0-9-]{1,60}(?:\.[a-z0-9-]{2,30}){1,3}", re.IGNORECASE)
_WORDS_OF_TITLE = 4
_WORD = re.compile(r"\w+")
_SHORT_TITLE, _LONG_HEADING = 3, 4
"""Words of a title that may only be the name of the site, and of a heading that tells more."""
_OF_SITE = re.compile(
    r"(?:^|[\s_-])(?:logo|brand\w*|masthead|site-?(?:title|name|header|branding)|banner|nav\w*|blog-?(?:title|name))(?:$|[\s_-])",
    re.I,
)
_AROUND = 4
"""Elements around a heading that tell whether it is the site's."""
_HOME = re.compile(
    r"(?:https?://[^/]{1,200})?(?:/|\./|\.\./|(?:/|\./)?index\.(?:php|cgi|aspx?)(?:\?s=\w{0,64})?)?", re.I
)
_FEW = 5
_LINES = 2_000
"""Elements of a page that are looked at for its title."""


def flat(element: Any) -> str:
    """The words of an element on one line; parts of a word that are set apart by style alone stay one word."""
    return clean(re.sub(r"\s+", " ", "".join(_pieces(element))))


def _pieces(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        apart = " " if child.tag in BLOCKS or child.tag == "br" else ""
        yield apart
        yield from _pieces(child) if _is_read(child) else ()
        yield apart + (child.tail or "")


def _is_read(element: Any) -> bool:
    return isinstance(element.tag, str) and element.tag != "svg" and not is_permalink(element)


def same_words(one: str, other: str) -> bool:
    """Whether two titles have the same words."""
    return _WORD.findall(one.lower()) == _WORD.findall(other.lower())


def near_words(one: str, other: str) -> bool:
    """Whether two titles share most of the words of the shorter one."""
    words, others = set(_WORD.findall(one.lower())), set(_WORD.findall(other.lower()))
    return bool(words and others) and len(words & others) > 0.5 * min(len(words), len(others))


def without_site(title: str, sites: list[str], *, known: bool = False) -> str:
    """The title without the name of the site that many pages hang on it, before or behind.

    `known` is for a title that the page states for others: it is left as it is but for signs that no title has.
    """
    for sign in _SELDOM if known else (*SIGNS, *_BARE_SIGNS):
        head, _, tail = title.rpartition(sign)
        if head and any(same_words(tail, site) for site in sites):
            return head.strip()
        head, _, tail = title.partition(sign)
        if tail and any(same_words(head, site) for site in sites):
            return tail.strip()
    head, _, tail = title.rpartition(" | ")
    return head.strip() if not known and len(head.split()) >= _WORDS_OF_TITLE else title


def as_headed(title: str, headings: list[str], sites: list[str], own: str = "") -> str:
    """The title as a heading of the page has it, where signs part it from sections and the name of a site.

    `own` is the page's one heading of the first rank where nothing around it says that it is the site's: what
    stands behind it is the site's then, however long; a heading of a few words says more with it.
    """
    for heading in headings:
        head, found, tail = title.partition(heading)
        if not (found and _HEAD_SIGN.fullmatch(head) and _TAIL_SIGN.fullmatch(tail)):
            continue
        long = len(_WORD.findall(heading)) > _WORDS_OF_TITLE
        if not head and long and heading == own and not any(same_words(heading, site) for site in sites):
            return heading
        # What is cut off must be the lesser part: a heading may be the name of the site itself.
        if len(heading) > len(head) + len(tail) or _is_no_site(heading, head + tail, headings, sites):
            return heading
    for part in (titled := _PARTING.split(title))[:1] + titled[-1:]:
        # "<h1>Rail 48 stations rebuilt": a kicker stands in the heading itself
        if len(titled) > 1 and len(_WORD.findall(part)) >= _SHORT_TITLE and own.endswith(f" {part}"):
            return part
    parts = title.split(" | ")
    for length in range(len(parts) - 1, 0, -1):
        part = " | ".join(parts[:length])
        if len(_WORD.findall(part)) > 1 and any(same_words(part, heading) for heading in headings):
            return part.strip()
    return title


_HOME_LINKS, _SITE_NAME = 10, 80
"""Links at the top of a page among which the one to its first page is, and characters of the name it has."""


def is_home(link: Any) -> bool:
    """Whether a link leads to the first page of its site."""
    target = (link.get("href") or "").strip()
    return "home" in (link.get("rel") or "").lower().split() or bool(_HOME.fullmatch(target))


def named_headings(tree: Any) -> list[str]:
    """The names of the site that stand in headings and links which lead to its first page."""
    found = [
        heading for heading in islice(tree.iter("h1"), _FEW) for link in islice(heading.iter("a"), 1) if is_home(link)
    ]
    found += [link for link in islice(tree.iter("a"), _HOME_LINKS) if link.get("href") and is_home(link)]
    return [words for one in found if (words := flat(one)) and len(words) <= _SITE_NAME]


def own_heading(tree: Any) -> str:
    """The only heading of the first rank, where it leads nowhere and stands in nothing that is named as the site's."""
    found = list(islice(tree.iter("h1"), 2))
    if len(found) != 1 or any(not is_permalink(one) for one in islice(found[0].iter("a", "img", "svg"), _AROUND)):
        return ""
    for above in (found[0], *islice(found[0].iterancestors(), _AROUND)):
        name = " ".join(filter(None, (above.get("class"), above.get("id"))))
        if above.tag in ("a", "nav") or (above.tag != "body" and _OF_SITE.search(name)):
            return ""
    return flat(found[0])


def _is_no_site(heading: str, rest: str, headings: list[str], sites: list[str]) -> bool:
    """Whether a heading that is the lesser part of a title is the article's: nothing else of it is a heading."""
    if len(_WORD.findall(heading)) < _SHORT_TITLE or any(same_words(heading, site) for site in sites):
        return False
    if len(_PARTING.findall(rest)) < _PARTS:
        return False
    others = [one for one in headings if one != heading]
    return not any(len(_WORD.findall(one)) >= _SHORT_TITLE and one in rest for one in others)


def set_in_large(tree: Any, title: str) -> str:
    """The part of a title that stands alone in a line of its own on a page without headings: "PAPER - Port closes"."""
    parts = [part for part in _PARTING.split(title) if len(_WORD.findall(part)) >= _SHORT_TITLE]
    if len(parts) < 2 and not _PARTING.search(title):
        return ""
    for element in islice(tree.iter("b", "strong", "font", "big", "span", "td", "p", "div"), _LINES):
        text = element.text or ""
        if text.strip() and len(element) == 0 and any(same_words(text, part) for part in parts):
            return flat(element)
    return ""


_LARGE_SIZE = re.compile(r"\+[1-4]|[4-7]")
_FEW_OF_TITLE = 4
"""Words of a title that tells the archive or the site and no article: a longer one is a headline."""
_HEADLINE = (4, 25)
"""Words of a line in large letters that is a heading."""


def line_in_large(tree: Any, title: str, sites: list[str]) -> str:
    """The first line in large letters on a page without headings, where its title is a few words of other things.

    Pages that were laid out in tables had their headings so. It must stand on a line of its own, lead nowhere, and be
    no name of the site.
    """
    if len(_WORD.findall(title)) > _FEW_OF_TITLE:
        return ""
    for element in islice(tree.iter("font", "big"), _LINES):
        if element.tag == "font" and not _LARGE_SIZE.fullmatch((element.get("size") or "").strip()):
            continue
        words = flat(element)
        if not _HEADLINE[0] <= len(_WORD.findall(words)) <= _HEADLINE[1] or words.endswith((".", ":", ",", ";")):
            continue
        if next(element.iter("a"), None) is not None or next(element.iterancestors("a"), None) is not None:
            continue
        if (element.tail or "").strip() and element.tag not in BLOCKS:
            continue  # it goes on in small letters
        if near_words(words, title):
            return ""
        if not asks_to_subscribe(words, apart=True) and not any(same_words(words, site) for site in sites):
            return words
    return ""


def is_site_alone(title: str, headings: list[str]) -> bool:
    """Whether a title is an address, or a word or two that none of the page's long headings shares."""
    if not headings:
        return False
    if _HOST.fullmatch(title):
        return True
    few = len(_WORD.findall(title)) <= _SHORT_TITLE
    return few and all(len(_WORD.findall(one)) >= _LONG_HEADING and not near_words(one, title) for one in headings)


_SECTIONS = re.compile(
    r"(?:(?:latest |all )?(?:press|news|media)(?: ?room)?"
    r"(?: (?:releases?|notices?|statements?|centre|(?:information )?(?:desk|bureau|office)))?|"
    r"(?:press )?notices|publications|aktuelles|presse\w*|nachrichten|meldungen|actualités?|"
    r"communiqués?(?: de presse)?|"
    r"noticias|prensa|(?:notas|sala) de prensa|comunicados|actualidad|comunicati(?: stampa)?|notizie|novità|"
    r"notícias|imprensa|nieuws(?:berichten)?|persberichten|nyheter|aktualności|komunikaty|новини|новости|"
    r"haberler|duyurular|新闻(?:中心)?|お知らせ|ニュース|الأخبار|समाचार)",
    re.IGNORECASE,
)
_BEGUN = 60
"""Characters of a paragraph that is the text itself."""


def heading_below_section(tree: Any, title: str, sites: list[str]) -> str:
    """The one heading of the second rank above the text of a page whose title names a section and a house alone.

    "Press Releases | Health Directorate" stands above every release of the house.
    """
    parts = [part.strip() for part in _PARTING.split(title) if part.strip()]
    houses = [part for part in parts if not _SECTIONS.fullmatch(part)]
    if len(parts) < 2 or houses == parts or tree.find(".//h1") is not None:
        return ""
    known = [*sites, *(image.get("alt") or "" for image in islice(tree.iter("img"), _FEW))]
    if not all(is_house(house) or any(same_words(house, one) for one in known) for house in houses):
        return ""  # "Ferry strike ends | News"
    found: list[Any] = []
    for element in tree.iter("h2", "h3", "p"):
        if element.tag == "p" and len("".join(element.itertext()).strip()) >= _BEGUN:
            break
        if element.tag != "p" and next(element.iterancestors("nav", "aside", "footer", "header"), None) is None:
            found.append(element)
    words = flat(found[0]) if len(found) == 1 and found[0].find(".//a") is None else ""
    return words if len(_WORD.findall(words)) > _SHORT_TITLE and not near_words(words, title) else ""


_OF_ARTICLE = re.compile(
    r"(?:^|[\s_-])(?:headline|(?:post|entry|article|news|story)-?title[\w-]*|article|news-(?:single|detail))(?:$|[\s_-])",
    re.I,
)
_ATTRIBUTES = ("class", "id", "itemprop", "data-hook", "data-testid")


def is_of_section(title: str, tree: Any) -> bool:
    """Whether a title tells the section of a site alone: the one heading, marked as an article's, has other words.

    "Gemeinde Muster: Pressemitteilungen" stands above every release of the place.
    """
    own = own_heading(tree)
    if len(_WORD.findall(own)) < _SHORT_TITLE or near_words(own, title):
        return False
    heading = next(tree.iter("h1"))
    near = (heading, *islice(heading.iter("span"), _AROUND), *islice(heading.iterancestors(), _AROUND))
    return any(_OF_ARTICLE.search(one.get(key) or "") for one in near for key in _ATTRIBUTES)
