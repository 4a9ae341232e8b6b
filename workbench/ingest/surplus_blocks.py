"""What an extractor took for parts of an article by mistake: lists of other articles, offers, menus at its edges."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import Any

from workbench.ingest.dates import dates_in, ends_with_weekday
from workbench.ingest.insets import (
    LONGEST,
    asks_to_subscribe,
    box_around,
    boxes_of_fields,
    is_machinery,
    is_of_reactions,
    leads_on,
)
from workbench.ingest.lost_blocks import LEDE
from workbench.ingest.markup_blocks import COPYRIGHT, SENTENCE, MarkupBlock, ancestors, linked_share, name_of
from workbench.ingest.page_titles import is_home
from workbench.ingest.publication_words import says_published
from workbench.ingest.put_right import put_right
from workbench.ingest.teasers import Teasers
from workbench.ingest.telling import tells
from workbench.ingest.thread_parts import is_of_board
from workbench.ingest.tidy import is_picture_source

_LABEL = re.compile(
    r"advertise?ments?(?:\s?[-–—:]\s?.{0,40})?|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|reklame?|"
    r"advertentie|"
    r"(?:article|story) continues (?:below|after)(?: (?:this |the )?(?:ad|advertisement))?",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|ⓒ|copyright\b).{0,120}(?:all rights reserved|alle rechte|tous droits|derechos reservados|"
    r"direitos reservados|"
    r"riservat[ai]|版权所有|版權所有|無断転載|무단|reproduction (?:interdite|prohibited)).{0,60}|"
    r"[©ⓒ]\s?riproduzione riservata.{0,40}",
    re.IGNORECASE,
)
_MENU = re.compile(r"[^|.!?]{2,60}(?:\s\|\s[^|.!?]{2,40}){2,12}")
"""Words of a page's foot between strokes."""
_ONE_LINK = 0.95
"""Share of a paragraph's words in its link from which it is nothing else."""
_DATED_RIGHTS = re.compile(r"(?:©|\(c\)|copyright)\W{0,3}(?:©|\(c\))?\s{0,3}(?:19|20)\d\d\b", re.IGNORECASE)
_LAST_CHANGED = re.compile(
    r"(?:this |the )?(?:web ?)?(?:page|site|document|article|entry)?\s?(?:was )?"
    r"(?P<what>last (?:updated|modified|revised|changed|reviewed|edited)|"
    r"(?:diese )?(?:seite )?(?:zuletzt|letzte) "
    r"(?:geändert|aktualisiert|bearbeitet|änderung|aktualisierung)|"
    r"(?:page |site )?(?:dernière (?:mise à jour|modification)|mise? à jour le)|"
    r"(?:última (?:actualización|modificación|atualização)|"
    r"ultim[oa] (?:aggiornamento|modifica)))\b.{0,140}",
    re.IGNORECASE,
)
"""A line at the foot of a page that tells when it was changed."""
_FILED = re.compile(
    r"(?:this (?:entry|post|article) (?:was |is )?)?(?:posted|published) (?P<when>.{0,120})\b(?:filed under|tagged|"
    r"bookmark the permalink)\b"
    r".{0,80}",
    re.IGNORECASE,
)
"""A line at the foot of a post that tells when and by whom it was posted, and among what."""
_COUNTER = re.compile(
    r"\b(?:visitors?|visits?|hits?|page ?views|besucher|visites|visitas|visite)\s?:\s?[\d.,’ ]{1,12}$", re.I
)
_SAYS = re.compile(r"(?:\b[^\W\d_A-ZÀ-Þ]{3,}\s+(?:[^\W\d_A-ZÀ-Þ]{1,2}\s+){0,2}){3}[^\W\d_A-ZÀ-Þ]{3,}")
"""Four words after one another, without a name or a figure: something is told, and no day or section alone."""
_GOES_ON = re.compile(
    r"(?<![ap]\.m)[.;!?:]\s+"
    r"(?!©|(?:you are|your|visit\w*|hits?|copyright|contact|webmaster|maintained|this page)\b)"
    r"(?:(?:[^\s\d]+\s+){3}|[^\d]{0,80}\d)",
    re.IGNORECASE,
)
"""A second sentence behind a day, or words behind its colon."""
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|zip|csv)(?:$|[?#])", re.IGNORECASE)
_TITLE_WORDS = (4, 25)
_OF_A_LINK, _LINKED = 0.3, 0.5
_READING_TIME = re.compile(r"\d{1,3}[ -]min(?:ute)?s?\.? read\b", re.IGNORECASE)
_LINKING = re.compile(
    r"(?:^|[\s_-])(?:promo\w*|read-?more|recirc\w*|recommend\w*|related\w*|newsletter\w*|sign-?up|teasers?|"
    r"contribut(?:e|ion)-?(?:box|callout|prompt)|donat\w*|"
    r"subscri(?:be|ption)(?!r)[\w-]*)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:asides?|side-?bars?|side-?(?:col|column|content|panel|box)|widget-?area|(?:right|left)-?(?:col|"
    r"column|rail|bar)|"
    r"randspalte|seitenleiste|marginal\w*|komentarz\w*|kommentare?n?|commentaires?|comentarios?|comentários?|commenti|"
    r"reacties|komment\w*|koment[aá]\w*|yorumlar|diskuse)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Parts of a page beside its text, and the places of its readers in languages that the extractor does not know."""
_LESSER = 0.4
_DATA = re.compile(
    r"(?:^|[\s_-])(?:meta\w*|byline|dateline|entry-?info|post-?info|article-?info|news-?info|submitted)(?:$|[\s_-])",
    re.I,
)
_PATH = re.compile(r"(?:^|[\s_-])bread-?crumbs?(?:$|[\s_-])", re.IGNORECASE)
_HOUR = re.compile(
    r"^[\s,]{0,3}(?:(?:at|um|à|alle|om|o|в|о)\s)?\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?:\s?(?:[ap]\.?m\b\.?|uhr|h\b))?", re.I
)
_VALUE = re.compile(r"[^\W\d_]{1,20}(?:\s[^\W\d_]{1,20}){0,2}\s?[:：]")
"""A further label, with its colon."""
_LABEL_LENGTH = 24
"""Characters of a label that says what the day behind it is: "Date of publication: …"."""
_TOP, _LINKING_SHARE = 4, 0.15
"""Lines at an edge; share of an article up to which a part with such a name is taken for an offer of other articles."""
_WITH_LINK = 0.3
"""The same for a part that holds a link or a button."""
_ARTICLE = 800
"""Characters in one holder that make an article for certain."""
_PARAGRAPHS, _ENTRIES, _EDGE = 4, 5, 60
_ALL_LINKS = 0.9
"""Share of a block's words in links from which it leads elsewhere."""
_DAY = 5
"""Words beside the link of an entry that may be the day of the article it leads to."""


def _leads_elsewhere(block: MarkupBlock) -> bool:
    """Whether a block is a link to another page, with its day at most: "Ferry returns, 3 May"."""
    linked = linked_share(block)
    if linked >= _ALL_LINKS:
        return True
    beside = " ".join(
        text for text, element in block.pieces if not any(above.tag == "a" for above in ancestors(element)[:4])
    )
    dated = bool(re.search(r"\d", beside)) if block.item else any(dates_in(beside))
    return linked >= _LINKED and len(beside.split()) <= _DAY and dated


def _leads_home(block: MarkupBlock) -> bool:
    """Whether a heading is one link to the first page of its site, and so the name of that."""
    links = list(islice(block.element.iter("a"), 2))
    return len(links) == 1 and linked_share(block) >= _ALL_LINKS and is_home(links[0])


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
    own = set(ancestors(main))
    lists: dict[Any, bool] = {}
    return [
        keep and not (main not in block.element.iterancestors() and _in_stream(block.element, own, lists))
        for block, keep in zip(blocks, kept, strict=True)
    ]


def _is_reading_time(words: str) -> bool:
    """Whether a line at the top tells how long the text takes to read, beside who wrote it and when."""
    return len(words) <= 2 * _EDGE and bool(_READING_TIME.search(words)) and not SENTENCE.search(words)


def _tells_when(words: str) -> bool:
    """Whether a line at a page's foot tells when the page was changed, and nothing of what it is about."""
    words = _COUNTER.sub("", words)
    changed = _LAST_CHANGED.fullmatch(words)
    day = max((end for _, end, _ in dates_in(words)), default=0)
    if changed is None or not day or _GOES_ON.search(words, day):
        return False
    return not _SAYS.search(words, changed.end("what"))


def _is_filed(words: str) -> bool:
    """Whether a line at a post's foot tells when it was posted and among what, and nothing before that."""
    filed = _FILED.fullmatch(words)
    return filed is not None and not _SAYS.search(filed["when"])


def _is_line_of_data(block: MarkupBlock) -> bool:
    """Whether a line under the title tells day, section and readers, in a part that is named for it."""
    words = block.words
    if block.heading or block.row or len(words) > 2 * _EDGE or SENTENCE.search(words) or not any(dates_in(words)):
        return False
    if tells(words):
        return False
    if _is_stamp(words):
        return True
    return bool(_DATA.search(f"{name_of(block.element)} {name_of(block.element.getparent())}"))


def _is_stamp(words: str) -> bool:
    """Whether a line is when a page came out, behind a label, and beside it at most more values with their labels."""
    label, sign, rest = (part.strip() for part in words.partition("：" if "：" in words else ":"))
    if not sign or len(label) > _LABEL_LENGTH or any(map(str.isdigit, label)) or not says_published(label):
        return False
    for start, end, _ in dates_in(rest):
        behind = _HOUR.sub("", rest[end:]).strip(" ,|·•-–")
        beside = _VALUE.match(behind)
        return not rest[: min(start, ends_with_weekday(rest[:start]))].strip(" ,") and (
            not behind or beside is not None
        )
    return False


def _is_path(block: MarkupBlock) -> bool:
    """Whether a block says where in its site a page stands: "Home / News"."""
    return any(_PATH.search(name_of(above)) for above in ancestors(block.element)[:3] if above.tag != "body")


def _is_one_link(block: MarkupBlock) -> bool:
    """Whether a paragraph is the title of another article, with its link: between paragraphs it is no part of them."""
    words = block.words
    if block.item or block.row or block.heading or SENTENCE.search(words) or linked_share(block) < _ONE_LINK:
        return False
    links = [link.get("href") or "" for link in block.element.iter("a")]
    figures = sum(any(map(str.isdigit, word)) for word in words.split())
    if 3 * figures > len(words.split()):
        return False
    to_pages = all(not link.startswith("#") and not _FILE.search(link) for link in links)
    return to_pages and _TITLE_WORDS[0] <= len(words.split()) <= _TITLE_WORDS[1] and words[0].isupper()


def _cards_behind(blocks: list[MarkupBlock], numbers: list[int], main: Any, root: Any) -> set[int]:
    """The cards of other articles behind the last part of the text."""
    if root is None:
        return set()
    teasers = Teasers(root)
    own = set() if main is None else set(ancestors(main))
    found: set[int] = set()
    for number in reversed(numbers[1:]):
        block = blocks[number]
        if block.element.getparent() in own or not teasers.holds(block.element):
            break
        found.add(number)
    names = {name_of(blocks[number].element.getparent()) for number in numbers if number not in found}
    alike = any(name_of(blocks[number].element.getparent()) in names - {""} for number in found)  # turns of a debate
    return set() if alike or all(blocks[number].heading for number in found) else found


def _in_other_cells(blocks: list[MarkupBlock], numbers: list[int], main: Any) -> set[int]:
    """The blocks of a page laid out in tables that stand in other cells than the text, most of them links."""
    cell = None if main is None else next((one for one in ancestors(main) if one.tag == "td"), None)
    if cell is None:
        return set()
    own = set(ancestors(cell))
    cells: dict[Any, list[int]] = {}
    for number in numbers:
        path = ancestors(blocks[number].element)
        other = next((one for one in path if one.tag == "td"), None)
        if other is not None and other not in own and cell not in path and not blocks[number].row:
            cells.setdefault(other, []).append(number)
    found = set()
    for inside in cells.values():
        sizes = [len(blocks[number].words) for number in inside]
        linked = sum(size * linked_share(blocks[number]) for size, number in zip(sizes, inside, strict=True))
        if linked >= _LINKED * sum(sizes):
            found.update(inside)
    return found


def _insets(blocks: list[MarkupBlock], numbers: list[int]) -> set[int]:
    """The blocks within an article that offer another one, ask for the reader's address, or belong to a button."""
    sizes: Counter[Any] = Counter()
    direct: Counter[Any] = Counter()
    for number in numbers:
        size = len(blocks[number].words)
        if (parent := blocks[number].element.getparent()) is not None and not _LINKING.search(name_of(parent)):
            direct[parent] += size
        for above in ancestors(blocks[number].element):
            sizes[above] += size
    whole = sum(len(blocks[number].words) for number in numbers)
    main = direct.most_common(1)[0][0] if direct else None
    root = blocks[0].element.getroottree().getroot() if blocks else None
    fields = set() if root is None else boxes_of_fields(root)
    boxes = {box for field in fields if (box := box_around(field, sizes, whole)) is not None}
    found = _cards_behind(blocks, numbers, main, root)
    found |= _in_other_cells(blocks, numbers, main)
    for place, number in enumerate(numbers):
        block = blocks[number]
        words = block.words
        if boxes and not boxes.isdisjoint(ancestors(block.element)):
            found.add(number)
        elif len(words) <= 2 * LONGEST:
            apart = block.heading or main is not block.element.getparent() or linked_share(block) > _OF_A_LINK
            between = 0 < place < len(numbers) - 1
            if (
                (leads_on(words, linked_share(block)) and not block.heading)
                or is_machinery(words)
                or is_of_board(words)
                or asks_to_subscribe(words, apart=apart)
                or (between and main is block.element.getparent() and _is_one_link(block))
            ):
                found.add(number)
    for place, number in enumerate(numbers):
        behind = numbers[place + 1] if place + 1 < len(numbers) else None
        if blocks[number].heading and leads_on(blocks[number].words, 1.0) and (behind is None or behind in found):
            found.add(number)
    return found


def _offers(blocks: list[MarkupBlock], numbers: list[int]) -> set[int]:
    """The blocks whose holder within an article is named as one for other articles, where they are a small part."""
    kept = {number: len(blocks[number].words) for number in numbers}
    holders: dict[Any, list[int]] = {}
    for number in numbers:
        for above in ancestors(blocks[number].element):
            if above.tag in ("body", "main", "article"):
                break
            if _LINKING.search(name_of(above)):
                holders.setdefault(above, []).append(number)
    whole = sum(kept.values())
    sizes = {holder: sum(kept[one] for one in inside) for holder, inside in holders.items()}
    alike: Counter[str] = Counter()
    for holder, size in sizes.items():
        alike[name_of(holder)] += size  # parts of one name that hold the text itself are many, and each is small
    found = set()
    opening = set(numbers[:_TOP])
    for holder, inside in holders.items():
        share = _WITH_LINK if next(holder.iter("a", "button", "form", "input"), None) is not None else _LINKING_SHARE
        lede = share < _WITH_LINK and LEDE.search(name_of(holder)) and opening.issuperset(inside)
        if alike[name_of(holder)] <= share * whole and not lede:
            found.update(inside)
        found.update(one for one in inside if leads_on(blocks[one].words, 1.0))
    return found


def _beside(blocks: list[MarkupBlock], numbers: list[int]) -> set[int]:
    """The blocks that stand in a part named as one beside the text, where it is the lesser part of what was kept."""
    parts: dict[Any, list[int]] = {}
    corrections = put_right(blocks, numbers)
    for number in numbers:
        for above in ancestors(blocks[number].element):
            if above.tag in ("body", "main", "article") or number in corrections:
                break
            if _BESIDE.search(name_of(above)):
                parts.setdefault(above, []).append(number)
    whole = sum(len(blocks[number].words) for number in numbers)
    lesser = (one for one in parts.values() if sum(len(blocks[number].words) for number in one) <= _LESSER * whole)
    return {number for one in lesser for number in one}


def without_edges(blocks: list[MarkupBlock], kept: list[bool]) -> list[bool]:
    """Leave out what stands before and behind an article and is nothing but links, or names a picture's source."""
    numbers = [number for number, keep in enumerate(kept) if keep]
    left = set()
    for number in numbers:
        words = blocks[number].words
        if is_picture_source(words) or _LABEL.fullmatch(words) or _RIGHTS.fullmatch(words):
            left.add(number)
    left |= _insets(blocks, numbers)
    left |= {number for number in numbers[:_TOP] if _is_reading_time(blocks[number].words)}
    left |= {at for at in numbers[: 2 * _TOP] if _is_line_of_data(blocks[at]) or _is_path(blocks[at])}
    left |= {at for at in (*numbers[: 2 * _TOP], *numbers[-2 * _TOP :]) if is_of_reactions(blocks, at)}
    left |= _offers(blocks, numbers) | _beside(blocks, numbers)
    for order in (numbers, numbers[::-1]):
        for number in order:
            block = blocks[number]
            if number in left:
                continue
            if block.heading and order is not numbers and left and number + 1 in left:
                left.add(number)  # the heading of what was left out
                continue
            menu = not block.row and _MENU.fullmatch(block.words) and not any(map(str.isdigit, block.words))
            changed = order is not numbers and (
                _tells_when(block.words)
                or _is_filed(block.words)
                or (len(block.words) <= 2 * _EDGE and COPYRIGHT.match(block.words) and _DATED_RIGHTS.match(block.words))
            )
            long = len(block.words) > 2 * _EDGE or (len(block.words) > _EDGE and not block.item and not menu)
            long = long and not changed
            if order is numbers and block.heading and _leads_home(block):
                left.add(number)
                continue
            if block.heading or long:
                break
            if not (_leads_elsewhere(block) or COPYRIGHT.fullmatch(block.words) or menu or changed):
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
