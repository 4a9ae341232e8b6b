"""The dates that a page shows, each with what speaks for its being the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice, pairwise
from typing import Any

from workbench.ingest.dates import dates_in, ends_with_weekday, parse_date, short_dates_in
from workbench.ingest.letterheads import is_release
from workbench.ingest.loose_text import in_sentence
from workbench.ingest.publication_words import BY_WORD, DAY_LABEL, tells_of_a_day
from workbench.ingest.teasers import Teasers
from workbench.ingest.telling import tells_of_its_day

_PUBLISHED = re.compile(BY_WORD.pattern + r"|\bvom\b|\bam\b|\bon\b|\ble\b|date|datum|stand", re.IGNORECASE)
_CHANGED = re.compile(
    r"updat|modif|chang|revis|aktualis|geändert|bearbeitet|mis à jour|actualiz|atualiz|aggiorn|bijgewerkt|edited|"
    r"oppdater|uppdater|opdater|päivitetty|güncelle|zaktualiz|обновлено|оновлено|更新|수정|업데이트|"
    r"frissít|actualizat|ažur|diperbarui|cập nhật|ενημερ|"
    r"تحديث|تعديل|به‌روز|עודכן|अपडेट|อัปเดต|แก้ไข|changed|print|gedruckt|accessed|retrieved|abgerufen",
    re.IGNORECASE,
)
_DATED_NAME = re.compile(
    r"date|datum|fecha|publi|posted|by-?line|dateline|(?:^|[\s_-])(?:data|dato|times?|meta|entry-meta|timestamp|created|"
    r"info)(?:$|[\s_-])",
    re.I,
)
PUBLISHED_NAME = re.compile(
    r"entry-date|(?:^|[\s_-])published|pub-?date|publish|post-?date|article-?date|date-?publi", re.I
)
_CHANGED_NAME = re.compile(r"updated|modified|lastmod", re.I)
_ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|comment-\w+|respond|related\w*|sidebar|side|widget(?!\sBlog\b)\w*|"
    r"recommend\w*|teasers?|promo|"
    r"popular|latest|recent\w*|(?:customer-|user-|product-)?reviews|testimonials?|ratings|archives?|(?:current|today)s?-?(?:date|day)|today|oggi|heute|hoy|hoje|aujourd-?hui|masthead|site-header|gallery|slideshow|"
    r"carousel|calendar|nav\w*|menu|footer|newsletter|events?|ticker)(?:$|[\s_-])",
    re.IGNORECASE,
)
_POSTED = re.compile(
    r"(?:posted|published|written|geschrieben|veröffentlicht|erstellt|eingestellt|publiée?|publicad[oa]|postad[oa]|pubblicat[oa]|geplaatst|"
    r"dodano|опубликовано)\b",
    re.IGNORECASE,
)
_BESIDE = 3
"""Elements behind a foot that are looked at."""
_SIGNED = re.compile(r"\s{0,80}(?:written|reported|edited|posted)?\s?by\b", re.IGNORECASE)
"""How a list of links begins that says who wrote the page, and when."""
_UNSEEN = ("script", "style", "noscript", "template", "svg", "select", "option", "textarea")
_FRONTED = re.compile(
    r"\s{0,20}(?:on|in|by|since|after|before|until|from|am|im|seit|nach|vor|bis|vom|le|du|depuis|el|desde|il|dal|em|"
    r"op|den|sinds)\s",
    re.IGNORECASE,
)
"""Words with which a sentence opens that tells of a day: "On 2 March 2021 the county …"."""
_AS_OF = re.compile(r"\bas (?:of|at)\s{1,3}$", re.IGNORECASE)
"""Words before a day of which figures are, which is not the one on which they came out."""
_SPAN = re.compile(
    r"\s{0,3}(?:to|until|till|through|thru|and|[–—-]|bis(?: zum)?|au|al|até|a|tot|til|till|do|по|до)\s{0,3}(?:the\s)?"
    r"(?:[^\W\d_]{3,12},?\s)?",
    re.IGNORECASE,
)
"""What stands between the first and the last day of something."""
_LASTING = re.compile(
    r"[\s,|–-]{1,4}(?:from |von |de |dalle |van )?\d{1,2}(?:[:.h]\d\d)?\s?(?:[ap]\.?m\.?|uhr|h)?\s?"
    r"(?:to|till|until|bis|–|-|à|a|alle|tot|do)\s?\d{1,2}(?:[:.h]\d\d|\s?(?:[ap]\.?m\b|uhr|h\b))",
    re.IGNORECASE,
)
"""From when to when something lasts on a day: "3 June, 10 am to 4 pm"."""
_OF_A_LIFE = re.compile(
    r"\b(?:born|died|when|starts|begins|opens|closes|deadline|expires|valid (?:from|until|to)|best before|use by|due|"
    r"effective|join(?:ed)?(?: date)?|registered|member since|last (?:visit|seen|active|login)|dabei seit|"
    r"mitglied seit|"
    r"registriert(?: seit)?|beigetreten|inscrite?|membre depuis|registrado|miembro desde|iscritto|membro desde|"
    r"geregistreerd|lid sinds|dołączył|zarejestrowany|зарегистрирован|"
    r"geboren|gestorben|wann|beginn|mindestens haltbar bis|née?|morte?|décédée?|quand|nacid[oa]|cuándo|"
    r"(?:born|died|founded|married|geboren|gestorben|née?|nacid[oa]|nat[oa]) (?:in|at|à|en|a) [^\W\d_]{2,24})"
    r"\s?[:(]?\s?(?:on\s|am\s|le\s|el\s)?(?:[^\W\d_]{3,12},?\s)?$",
    re.IGNORECASE,
)
"""Words before the day of something else: of a birth, an event, the end of a term."""
_LABEL_ELSE = re.compile(
    r"birth|death|event|start|\bend|due|deadline|opening|launch|expir|hearing|incident|accident|meeting|geburt|"
    r"sterbe|termin|"
    r"nacimiento|naissance|nascita|nascimento|inicio|début|inizio|início|födelse|fødsel|geboorte|urodzenia|рождения",
    re.IGNORECASE,
)
"""Words of a head beside which "date" is the one of something else."""
_LONG_WORD, _LONG_WORDS = 4, 4
"""Letters of the small words of a sentence, and how many of them a line has that is a part of one."""
UTC_TIME = re.compile(r"T?\d{1,2}:\d\d.{0,60}(?:Z|[+-]00:?00|UTC|GMT)$", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}(?:[:.h]\d\d|\s?[ap]\.?m\b)", re.IGNORECASE)
NEAR_TITLE = 30
"""Pieces of text behind the title in which a date is most likely the day of publication."""
_PIECES = 6_000
_LINE = 60
_LABEL_LENGTH = 40
_SENTENCE = 80
_LONGEST = 2_000
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_HEADS = 40
"""Heads of a list that are looked at."""
_BOX, _BOX_PARTS, _BOX_TEXTS = 24, (2, 6), 14
"""Characters, elements and texts of a box that shows a day in parts."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date that a page shows: where, in which words, and how much speaks for it."""

    place: int
    day: date
    score: int
    apart: bool
    """Whether it stands with a comment or another article."""
    told: bool
    """Whether it stands in a sentence, and may be the day of anything."""
    labelled: bool = False
    """Whether the words before it say that the page came out or was changed then."""
    kind: tuple[str, str] | None = None
    """The tag and class of the element that holds it and little else."""


def _is_of_the_article(element: Any) -> bool:
    """Whether a foot or an aside is that of the page's one article."""
    article = next(element.iterancestors("article"), None)
    return article is not None and len(list(islice(article.getroottree().iter("article"), 2))) == 1


def _stands_above_text(element: Any) -> bool:
    """Whether a paragraph follows an element in its holder: what is called a foot is the head of a text then."""
    following = islice(element.itersiblings(), _BESIDE)
    return any(len("".join(one.itertext()).strip()) >= _SENTENCE for one in following if isinstance(one.tag, str))


def _tells_when_posted(element: Any) -> bool:
    """Whether the first words of a foot say that something was posted: it is the foot of a post."""
    return bool(_POSTED.match("".join(islice(element.itertext(), 4)).strip()))


def elsewhere(element: Any, teasers: Teasers, *, marked: bool = False) -> bool:
    """Whether an element belongs to a comment, a list of other articles or the foot of the page.

    What is marked as the day of publication may stand in an aside of the page's one article.
    """
    if teasers.holds(element):
        return True
    for above in (element, *element.iterancestors()):
        if above.tag == "body" or above in teasers.own:
            return False
        name = " ".join(filter(None, (above.get("class"), above.get("id"))))
        if above.tag == "footer" and (_DATED_NAME.search(name) or _is_of_the_article(above)):
            continue
        if above.tag == "aside" and marked and not _ELSEWHERE.search(name) and _is_of_the_article(above):
            continue
        if above.tag == "nav" and _SIGNED.match("".join(islice(above.itertext(), 4))):
            continue
        named = _ELSEWHERE.search(name) if name and len(name) < 200 else None
        is_foot = above.tag == "footer" or (named is not None and named[0].strip(" _-").lower() == "footer")
        if is_foot and (_stands_above_text(above) or _tells_when_posted(above)):
            continue
        if above.tag in ("aside", "nav", "footer", "figure", "figcaption") or named:
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of the text of a page: its element, and the day that this states beside it."""

    text: str
    element: Any
    stated: str | None = None


def _box(element: Any) -> str:
    """The words of an element whose parts hold day, month and year each for itself ("07", "Mar", "2012")."""
    if not _BOX_PARTS[0] <= len(element) <= _BOX_PARTS[1]:
        return ""
    parts = [part.strip() for part in islice(element.itertext(), _BOX_TEXTS) if part.strip()]
    if not 3 <= len(parts) <= 5 or sum(map(len, parts)) > _BOX:
        return ""
    words = " ".join(parts)
    return words if any(dates_in(words)) and not any(any(dates_in(part)) for part in parts) else ""


def _pieces(body: Any, heading: Any) -> tuple[list[_Piece], int | None]:
    """The text of a page piece by piece, and where its heading stands among them."""
    pieces: list[_Piece] = []
    title_at: int | None = None
    for element in body.iter():
        if len(pieces) > _PIECES:
            break
        seen = isinstance(element.tag, str) and element.tag not in _UNSEEN
        if seen:
            if element is heading:
                title_at = len(pieces)
            if box := _box(element):
                pieces.append(_Piece(box, element))
            stated = {"time": "datetime", "abbr": "title"}.get(element.tag)
            value = element.get(stated) if stated else None
            if value or (element.text and element.text.strip()):
                pieces.append(_Piece(element.text or "", element, value))
        if element.tail and element.tail.strip():
            pieces.append(_Piece(element.tail, element.getparent()))
    return pieces, title_at


def mentions(tree: Any, order: str | None, teasers: Teasers) -> list[DateMention]:
    """The dates a page shows, each with what speaks for its being the day of publication."""
    body = tree.find("body")
    if body is None:
        return []
    pieces, title_at = _pieces(body, teasers.heading)
    found: list[DateMention] = []
    for place, piece in enumerate(pieces):
        torn = _is_torn(
            *(pieces[other] if 0 <= other < len(pieces) else None for other in (place - 1, place, place + 1))
        )
        for day, before, told in _days(piece, pieces[place - 1] if place else None, order):
            apart = elsewhere(piece.element, teasers)
            score = _score(place, piece.text, before, piece.element, title_at) + (2 if piece.stated else 0)
            labelled = not piece.stated and (
                _is_of_something_else(_label(piece.element)) or is_of_figures(piece.element)
            )
            labelled = labelled or _is_told_in_heading(piece.element)
            kind = (piece.element.tag, piece.element.get("class") or "") if len(piece.text.strip()) <= _LINE else None
            said = bool(BY_WORD.search(before[-40:]) or _CHANGED.search(before[-40:]))
            found.append(DateMention(place, day, score, apart, told or torn or labelled, said, kind))
    return found


def _is_told_in_heading(element: Any) -> bool:
    """Whether an element stands in a heading that tells of a day: "Battle of Holm, 14 June 2012"."""
    heading = next((one for one in (element, *islice(element.iterancestors(), 2)) if one.tag in _HEADINGS), None)
    return heading is not None and tells_of_a_day("".join(heading.itertext()))


def _label(element: Any) -> str:
    """What the head of its row says of a cell ("Opened", "Born")."""
    cell = next((one for one in (element, *islice(element.iterancestors(), 3)) if one.tag in ("td", "dd")), None)
    if cell is None:
        return ""
    head = cell.getprevious()
    return " ".join("".join(head.itertext()).split()) if head is not None and head.tag in ("th", "dt") else ""


def _is_of_something_else(label: str) -> bool:
    """Whether the head of a row gives the day beside it to something else than the page."""
    if not label or DAY_LABEL.fullmatch(label) or BY_WORD.search(label):
        return False
    return not _PUBLISHED.search(label) or bool(_LABEL_ELSE.search(label))


def is_of_figures(element: Any) -> bool:
    """Whether an element stands in a row of a table whose columns have heads: of what that tells, not of the page."""
    row = next((one for one in (element, *islice(element.iterancestors(), 4)) if one.tag == "tr"), None)
    if row is None or row.find("th") is not None:
        return False
    table = next(row.iterancestors("table"), None)
    first = None if table is None else next(table.iter("tr"), None)
    return first is not None and first is not row and len(first.findall("th")) > 1


def _is_listed(element: Any) -> bool:
    """Whether an element is one head of several with figures in a list: the days of what happened."""
    if element.tag != "dt":
        return False
    around = element.getparent()
    heads = () if around is None else islice(around.iter("dt"), _HEADS)
    return sum(any(map(str.isdigit, "".join(head.itertext()))) for head in heads) > 1


def _is_torn(before: _Piece | None, piece: _Piece | None, behind: _Piece | None) -> bool:
    """Whether a piece is a line of a sentence that line breaks tear."""
    if before is None or piece is None or before.element is not piece.element or piece.stated:
        return False
    following = behind.text.strip() if behind is not None and behind.element is piece.element else ""
    return in_sentence(before.text.strip(), following)


def _days(piece: _Piece, previous: _Piece | None, order: str | None) -> Iterator[tuple[date, str, bool]]:
    """The days of a piece of text, each with the words before it and whether a sentence tells it."""
    text = piece.text
    if piece.stated and (day := parse_date(piece.stated, order)):
        shown = next(dates_in(text, order), None)
        beside = shown is not None and abs(shown[2] - day) == timedelta(days=1)
        if shown and beside and UTC_TIME.search(piece.stated.strip()) and _CLOCK.search(text):
            day = shown[2]  # the evening or morning of the page's own zone, with its clock
        yield day, text[: shown[0]] if shown else text, False
        return
    if not any(map(str.isdigit, text)) or len(text) > _LONGEST:
        return
    if len(text.strip()) <= _LINE:
        for day in short_dates_in(text, order):
            yield day, "", False
    behind = 0
    found = list(dates_in(text, order))
    spans = [bool(_SPAN.fullmatch(text[one[1] : other[0]])) for one, other in pairwise(found)]
    for number, (start, end, day) in enumerate(found):
        of_a_span = any(spans[max(0, number - 1) : number + 1])
        before, behind = text[behind:start], end  # "Updated 9 May · First published 4 March": each its own words
        # "The fair opens on …"; a dateline ("OSLO (NTB), 6 May 2024 – …") has names alone before its day
        small = sum(map(str.islower, text[:start].split()))
        prose = bool(_FRONTED.match(text) and len(text.strip()) > _SENTENCE and text.rstrip().endswith((".", "!", "?")))
        prose = (
            prose
            or (small > 1 and len(text.strip()) > _SENTENCE)
            or (small > 2 and text.rstrip().endswith((".", "!", "?")))
            or _is_amid_a_sentence(text)
            or tells_of_its_day(text)
        )
        if start == len(before) and len(before.strip()) < 3 and previous:
            before = previous.text[-40:] + before
        other = bool(_AS_OF.search(before)) and not _CHANGED.search(before[-40:])
        other = (
            other
            or of_a_span
            or (bool(_LASTING.match(text, end)) and not BY_WORD.search(before[-40:]))
            or bool(_OF_A_LIFE.search(before[-60:]))
            or (start == len(before) and _names_something_else(before.strip()))
            or _is_listed(piece.element)
        )
        yield day, before[-100:], other or (prose and not BY_WORD.search(before[-40:]))


def _names_something_else(before: str) -> bool:
    """Whether a label before a day gives it to something else: "Hearing dates: 2 and 3 March 2021"."""
    label, sign, _ = before.partition(":")
    return bool(sign) and len(label) <= _LABEL_LENGTH and not BY_WORD.search(label) and bool(_LABEL_ELSE.search(label))


def _is_weekday_and_day(text: str) -> bool:
    """Whether a line is a weekday and a day, and nothing more."""
    for start, end, _ in dates_in(text):
        before = text[:start].strip()
        return bool(before) and ends_with_weekday(before) == 0 and not text[end:].strip(" .,")
    return False


def _is_amid_a_sentence(text: str) -> bool:
    """Whether a line goes on with a sentence that began on another one."""
    words = text.split()
    return text.lstrip()[:1].islower() and (
        sum(word.islower() and len(word) >= _LONG_WORD for word in words) >= _LONG_WORDS
    )


def _score(place: int, text: str, before: str, element: Any, title_at: int | None) -> int:
    score = 0
    for above in (element, *list(element.iterancestors())[:2]):
        name = " ".join(filter(None, (above.get("class"), above.get("id"), above.get("itemprop"))))
        if not name or above.tag == "body" or len(name) > 200:
            continue
        if _CHANGED_NAME.search(name) and not PUBLISHED_NAME.search(name):
            score -= 0 if "publi" in name.lower() else 2  # "publication-data__updated" says both
            break
        if _DATED_NAME.search(name):
            score += 3 if PUBLISHED_NAME.search(name) else 2
            break
    if _CHANGED.search(before):
        score -= 2
    elif _PUBLISHED.search(before[-40:]):
        score += 2
    length = len(text.strip())
    if length <= _LINE and is_release(" ".join(text.split())):
        score += 3
    score += 1 if length <= _LINE else -2 if length > 200 else 0
    if title_at is None and length <= _LINE and _is_weekday_and_day(text):
        score += 1  # "Friday, February 14, 2003" on a line of its own, on a page without any heading
    if title_at is not None:
        behind = place - title_at
        score += 2 if -6 <= behind <= NEAR_TITLE else 0
    return score
