"""The lines above a plain text that name its fields: "Title: …", "Date: …", "Publisher: …", "Author: …"."""

from __future__ import annotations

import re

from workbench.ingest.dates import DAY_MONTH, dates_in, ends_with_weekday, parse_date
from workbench.ingest.fields import Fields, web_address
from workbench.ingest.own_days import is_house

_NAMES = {
    "title": "title headline titel überschrift schlagzeile titre título titular titolo rubrik otsikko tytuł заголовок "
    "العنوان शीर्षक タイトル 見出し 标题 標題",
    "published": "date published dated datum veröffentlicht fecha data publié publicado pubblicato gepubliceerd "
    "publicerad дата التاريخ दिनांक तारीख 日付 日期",
    "publisher": "publisher source publication outlet site newspaper quelle medium verlag herausgeber zeitung fuente "
    "medio éditeur editore editora uitgever utgivare wydawca издатель видавець fonte bron källa źródło источник "
    "джерело المصدر स्रोत 出典 来源 來源 testata giornale jornal krant gazeta dziennik tidning periódico diario "
    "видання الناشر الصحيفة प्रकाशक अखबार 発行元 媒体",
    "author": "author authors by byline autor autorin autoren von auteur auteurs autore autores författare door автор "
    "الكاتب लेखक 著者 作者",
    "url": "url link address canonical lien enlace länk ссылка посилання الرابط 链接",
    "language": "language lang sprache langue idioma lingua taal språk język язык мова",
}
_FIELD = {name: field for field, names in _NAMES.items() for name in names.split()}
_MARK = r"(?:\*\*|__)?"
_PAIR = re.compile(
    rf"[ \t]{{0,8}}{_MARK}([^\s:*_\uff1a]{{2,20}}){_MARK}[ \t\u00a0\u202f]{{0,3}}(?::{_MARK}[ \t]|\uff1a)[ \t]{{0,8}}"
    r"(\S[^\n]{0,400})"
)
_PUBLISHED_BY = re.compile(
    r"(?:published|issued|veröffentlicht|herausgegeben|publié|publicado|editado|pubblicato|uitgegeven|utgiven|"
    r"wydan[ye])\s"
    r"(?:by|von|par|por|da|door|av|przez)\s?:\s",
    re.IGNORECASE,
)
_OF_MORE = ("medium", "site", "medio")
_PERHAPS_PERSONS = ("herausgeber",)
_NAME = re.compile(
    r"[^\W_a-zß-ÿ][\w.'’&-]{0,40}(?:\s(?:[^\W_a-zß-ÿ][\w.'’&-]{0,40}|of|for|the|and|&|de|des|du|la|für|und|der)){0,8}"
)
_PERSON = re.compile(r"(?:(?:Dr|Prof)\.\s)?[^\W\d_a-zß-ÿ][^\W\d_]{1,20}(?:\s[^\W\d_a-zß-ÿ][\w.'’-]{0,20}){1,2}")
_ALONE = ("title", "published")
"""What one line may name by itself: "By: …" alone may be anything."""
AT_TOP = "a line at its top"
"""How such fields are found."""
MOST = 12
"""Lines that the head of a text may have."""
_CODE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{2})?")


def without_named_lines(text: str, fields: Fields) -> str:
    """Take the fields that the first lines of a text name; gives the text without them, its title as first line.

    A line that names nothing known stays, also between two that do, and so does one whose day or address cannot be
    read. Blank lines may part them.
    """
    after = place = len(text) - len(text.lstrip())
    pairs: list[tuple[str, str]] = []
    kept: list[str] = []
    between: list[str] = []
    order: str | None = None
    for _ in range(MOST):
        ended = text.find("\n", place)
        ended = len(text) if ended < 0 else ended
        line = text[place:ended].strip()
        found = _PAIR.fullmatch(text[place:ended].rstrip())
        name = _FIELD.get(found[1].lower()) if found else None
        value = found[2].strip("*_ \t") if found else ""
        if name == "published" and found is not None and _is_two_days(value, _order(found[1])):
            name = None
        if name == "publisher" and found is not None and not _publishes(found[1].lower(), value):
            name = None
        if found is None and (line or not pairs):
            break
        if name is None:
            between.append(line)
        elif found is not None:
            if name in dict(pairs) or not _can_be(name, value):
                break
            pairs.append((name, value))
            order = order or (_order(found[1]) if name == "published" else None)
            kept, between = [*kept, *between], []
            after = min(ended + 1, len(text))
        place = min(ended + 1, len(text))
    named = dict(pairs)
    rest = text[after:].lstrip("\n")
    if not rest.strip() or not (len(named) > 1 or named.keys() & set(_ALONE)):
        return text
    for name, value in pairs:
        how = f"{AT_TOP}: {value[:60]}"
        if name == "published":
            fields.offer_date(value, how, order=order)
        else:
            fields.offer(name, value, how)
    if words := re.sub(r"\n{3,}", "\n\n", "\n".join(kept).strip("\n")):  # paragraphs as they were, without the fields
        rest = f"{words}\n\n{rest}"
    title = named.get("title")
    if title is None or rest.partition("\n")[0].strip() == title:
        return rest
    return f"{title}\n\n{rest}"


_HOUR = re.compile(
    r"\b\d{1,2}(?:[:.h]\d\d){1,2}(?:\.\d{1,6})?(?:\s?(?:uhr|h|[ap]\.?m\.?))?|\b(?:at|um|à|kl|om|o)\b", re.IGNORECASE
)
_FEW = 4
"""Words beside a day that may still be where and when: "Holm, Monday, 4 March 2024, 10:00 GMT"."""


def _order(label: str) -> str | None:
    """In which order figures stand behind a label for the day: English ones may stand in either."""
    return None if label.lower() in ("date", "dated", "published") else DAY_MONTH


def _is_two_days(value: str, order: str | None) -> bool:
    """Whether figures are one day or another: "03/04/2024" behind "Date"; such a line stays as it is."""
    return parse_date(value, order) is None and parse_date(value, DAY_MONTH) is not None


def _publishes(label: str, value: str) -> bool:
    """Whether what stands behind a label is a publisher: "Medium: Oil on canvas" and "Herausgeber: Ann Muster" are "
    "none.

    Labels that say other things as well need a name in capitals behind them, or an address; who edits may be a person.
    """
    if label in _OF_MORE:
        return bool(_NAME.fullmatch(value) or re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", value))
    return label not in _PERHAPS_PERSONS or not _PERSON.fullmatch(value) or bool(is_house(value))


def labelled_publisher(line: str) -> str | None:
    """The publisher that a line of a text's head names, a name in capitals: "Source: Office for Island Transport"."""
    by = _PUBLISHED_BY.match(line)
    if by is not None:
        return line[by.end() :] if _NAME.fullmatch(line, by.end()) else None
    found = _PAIR.fullmatch(line)
    if (
        found is None
        or _FIELD.get(found[1].lower()) != "publisher"
        or not _can_be("publisher", value := found[2].strip())
    ):
        return None
    if found[1].lower() in _OF_MORE and not re.search(r"[ .]", value):
        return None  # "Site: Holm" is a place where a work stands
    return value if _NAME.fullmatch(value) and _publishes(found[1].lower(), value) else None


def _tells_more(value: str) -> bool:
    """Whether more than hour, zone or place stands beside a day: "4 March 2024 was chosen for the vote"."""
    for start, end, _ in dates_in(value, DAY_MONTH):
        beside = f"{value[: ends_with_weekday(value[:start])]} {_HOUR.sub(' ', value[end:])}"
        return sum(word[0].islower() for word in re.findall(r"[^\W\d_]{2,}", beside)) > 1 or len(beside.split()) > _FEW
    return False


def _can_be(name: str, value: str) -> bool:
    match name:
        case "published":
            return parse_date(value, DAY_MONTH) is not None and not _tells_more(value)
        case "url":
            return web_address(value) is not None
        case "language":
            return bool(_CODE.fullmatch(value))
        case "title":
            return True
    return len(value) <= 120 and not value.endswith(("!", "?"))
