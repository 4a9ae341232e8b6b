"""What stands on every page of a document and is no part of its text: running heads, feet and page numbers of PDFs.

Only lines at the edges of pages that come back: the same words, or the same but for one number that rises by one from
page to page. Of words that come back the first stays, as a paragraph of its own: it may be the title.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

_NUMBER = re.compile(r"\d{1,6}")
_AT_END = re.compile(r"^(?P<first>\d{1,4}) (?P<rest>[^\d ].*)$|^(?P<start>.*[^\d ]) (?P<last>\d{1,4})$")
_LONE = re.compile(
    r"(?:page|seite|página|pagina|sida|side|strona|strana|sivu|стр\.?|сторінка)\s1\s?(?:/|of|von|de|di|sur|van|av|af|z|из|з)\s?1",
    re.IGNORECASE,
)
"""The foot of a document of one page."""
_ENDS = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_EDGE = 2
"""Lines at the head and at the foot of a page."""
_HEAD = 8
"""Lines of the first page among which title and authors stand."""
_LONGEST = 120
_OFTEN = 3
"""Pages on which the same words are no chance."""
_NEAR = 2
"""How far a number that stands alone may be from the page it is on, where there are but two pages."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line at an edge: the page, its place among the page's lines, and the numbers in it."""

    page: int
    at: int
    numbers: tuple[int, ...]
    words: str


def without_running_lines(pages: Sequence[str]) -> list[str]:
    """The texts of a document's pages without the heads, feet and numbers that come back from page to page.

    Args:
        pages: All of its pages, lines as they stand on them, one without text as an empty one.
    """
    split = [page.split("\n") for page in pages]
    written = sum(1 for page in pages if page.strip())
    gone: set[tuple[int, int]] = set()
    apart: set[tuple[int, int]] = set()
    if written == 1:
        for page, lines in enumerate(split):
            last = _written(lines)[-1:]
            gone |= {(page, at) for at in last if _LONE.fullmatch(lines[at].strip())}
    opening = next((lines for lines in split if any(line.strip() for line in lines)), [])
    titles = {" ".join(opening[at].split()) for at in _written(opening)[:_HEAD]}
    for head, group in _groups(split):
        if len({line.page for line in group}) < 2:
            continue
        moving = _moving(group)
        if moving is None:
            continue
        exact = bool(moving) and all(line.numbers[moving[0]] == line.page + 1 for line in group)
        often = len(group) >= _OFTEN or len(group) == written or (head and exact)
        if moving and often and _numbers_pages(group, moving[0], len(pages), titles, head=head):
            gone |= {(line.page, line.at) for line in group}
        elif not moving and often and any(sign.isalpha() for sign in group[0].words):
            years = all(_YEARS[0] <= number <= _YEARS[1] for number in group[0].numbers)
            if _ENDS.search(group[0].words) or (group[0].numbers and not (head and years and len(group) == written)):
                continue  # "Total 300 votes" may stand below each list
            first = min(group, key=lambda line: line.page)
            apart.add((first.page, first.at))
            gone |= {(line.page, line.at) for line in group if line is not first}
    gone |= _with_a_title(split)
    if any(str(page + 1) in _NUMBER.findall(split[page][at]) for page, at in gone):
        gone |= {
            (page, at)
            for page, lines in enumerate(split)
            for at in (*_written(lines)[:1], *_written(lines)[-1:])
            if lines[at].strip() == str(page + 1)
        }
    return ["\n".join(_kept(lines, page, gone, apart)) for page, lines in enumerate(split)]


def _kept(lines: list[str], page: int, gone: set[tuple[int, int]], apart: set[tuple[int, int]]) -> list[str]:
    kept = []
    for at, line in enumerate(lines):
        if (page, at) in apart:
            kept += ["", line, ""]
        elif (page, at) not in gone:
            kept.append(line)
    return kept


def _written(lines: list[str]) -> list[int]:
    return [at for at, line in enumerate(lines) if line.strip()]


def _groups(split: list[list[str]]) -> list[tuple[bool, list[_Line]]]:
    """The lines at the same edge that are alike but for their numbers, or for a number at either end of them."""
    alike: dict[tuple[bool, str], list[_Line]] = defaultdict(list)
    ended: dict[tuple[bool, str], list[_Line]] = defaultdict(list)
    for page, lines in enumerate(split):
        places = _written(lines)
        heads, feet = places[:_EDGE], places[_EDGE:][-_EDGE:]
        for at in (*heads, *feet):
            words = " ".join(lines[at].split())
            if len(words) > _LONGEST:
                continue
            numbers = tuple(int(number) for number in _NUMBER.findall(words))
            alike[at in heads, _NUMBER.sub("#", words)].append(_Line(page, at, numbers, words))
            end = _AT_END.match(words)
            if end is not None:
                rest = end["rest"] or end["start"]
                number = int(end["first"] or end["last"])
                ended[at in heads, rest].append(_Line(page, at, (number,), words))
    mixed = [
        (head, group) for (head, _), group in ended.items() if len({_NUMBER.sub("#", line.words) for line in group}) > 1
    ]
    return [*((head, group) for (head, _), group in alike.items()), *mixed]


def _with_a_title(split: list[list[str]]) -> set[tuple[int, int]]:
    """Heads that are a page's number and the words of a line that another page begins with: the title."""
    heads = [
        (page, at, " ".join(lines[at].split())) for page, lines in enumerate(split) for at in _written(lines)[:_EDGE]
    ]
    found = set()
    for page, at, words in heads:
        end = _AT_END.match(words)
        if end is None or int(end["first"] or end["last"]) - page - 1 not in range(-_NEAR, _NEAR + 1):
            continue
        rest = end["rest"] or end["start"]
        if any(other != page and rest == title for other, _, title in heads):
            found.add((page, at))
    return found


def _moving(group: list[_Line]) -> list[int] | None:
    """The places of the numbers that rise by one a page; None where another number differs."""
    first = group[0]
    moving = []
    for place in range(len(first.numbers)):
        steps = {line.numbers[place] - line.page for line in group}
        if len(steps) == 1:
            moving.append(place)
        elif len({line.numbers[place] for line in group}) > 1:
            return None
    return moving if len(moving) < 2 else None


def _numbers_pages(group: list[_Line], place: int, pages: int, titles: set[str], *, head: bool) -> bool:
    """Whether a rising number is that of the page.

    By a word for it, by the number of all pages behind it, or alone; beside other words only where these stand as a
    line of their own on the first page. "Ward 1 gave the plan 300 votes", "Question 2" are parts of a text.
    """
    first = group[0]
    number = first.numbers[place]
    exact = all(line.numbers[place] == line.page + 1 for line in group)
    near = abs(number - first.page - 1) <= _NEAR
    if _ENDS.search(first.words) or _YEARS[0] <= number <= _YEARS[1] or (len(group) < _OFTEN and not near):
        return False
    total = _TOTAL.search(first.words)
    words = re.findall(r"[^\W\d_]+", first.words)
    if len(first.numbers) > 1:
        named = [word for word in words if word.casefold() not in _PAGES | _OF]
        plain = not named or (not head and " / " in first.words)
        return total is not None and len(first.numbers) == 2 and exact and int(total["all"]) == pages and plain
    if not words or (len(words) <= 1 and words[0].casefold() in _PAGES):
        return True
    end = _AT_END.match(first.words)
    return end is not None and exact and (end["rest"] or end["start"]).strip(" -–—|·") in titles


_YEARS = (1800, 2100)
_PAGES = frozenset(
    ("page", "pages", "p", "pg", "seite", "s", "página", "pág", "pagina", "pag", "sida", "side", "strona", "str",
     "sivu", "стр", "стор", "сторінка")
)  # fmt: skip
_OF = frozenset(("of", "von", "de", "di", "sur", "van", "av", "af", "z", "из", "з"))
_TOTAL = re.compile(r"\d\s?(?:/|(?:of|von|de|di|sur|van|av|af|z|из|з)\s)\s?(?P<all>\d{1,5})")
