"""The lines above a plain text that name its fields: "Title: …", "Date: …", "Publisher: …", "Author: …"."""

from __future__ import annotations

import re

from workbench.ingest.dates import parse_date
from workbench.ingest.fields import Fields, web_address

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
    for _ in range(MOST):
        ended = text.find("\n", place)
        ended = len(text) if ended < 0 else ended
        line = text[place:ended].strip()
        found = _PAIR.fullmatch(text[place:ended].rstrip())
        name = _FIELD.get(found[1].lower()) if found else None
        if found is None and (line or not pairs):
            break
        if name is None:
            between.append(line)
        elif found is not None:
            if name in dict(pairs) or not _can_be(name, value := found[2].strip("*_ \t")):
                break
            pairs.append((name, value))
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
            fields.offer_date(value, how)
        else:
            fields.offer(name, value, how)
    if words := re.sub(r"\n{3,}", "\n\n", "\n".join(kept).strip("\n")):  # paragraphs as they were, without the fields
        rest = f"{words}\n\n{rest}"
    title = named.get("title")
    if title is None or rest.partition("\n")[0].strip() == title:
        return rest
    return f"{title}\n\n{rest}"


def _can_be(name: str, value: str) -> bool:
    match name:
        case "published":
            return parse_date(value) is not None
        case "url":
            return web_address(value) is not None
        case "language":
            return bool(_CODE.fullmatch(value))
        case "title":
            return True
    return len(value) <= 120 and not value.endswith(("!", "?"))
