"""The head of a paper of science: a title of two lines, and its authors, above the line "Abstract"."""

from __future__ import annotations

import re

from workbench.domain.first_names import MEN, WOMEN
from workbench.ingest.bylines import is_name
from workbench.ingest.own_days import is_house
from workbench.ingest.text import one_line

_ABSTRACT = re.compile(
    r"(?:abstract|summary|zusammenfassung|kurzfassung|résumé|resumen|resumo|riassunto|sommario|samenvatting|"
    r"streszczenie|sammanfattning|аннотация|анотація)\s?(?:[.:—–-].{0,400})?",
    re.IGNORECASE,
)
_ABOVE = 14
"""Lines among which it stands."""
_LONGEST = 500
_OF_TITLE = 3
"""Lines of a title at most."""
_INITIALS = 6
_MARKS = r"(?:\s?(?:\d{1,2}|[*†‡§¶∗])(?:(?:\s?,\s?)?(?:\d{1,2}|[*†‡§¶∗])){0,6})"
_PERSON = (
    r"(?:(?:[A-ZÀ-ÞŁŚŻ]\.[\s-]?){1,3}|[A-ZÀ-ÞŁŚŻ](?:[^\W\d_]|['’-]){1,20}\s)(?:(?:[A-ZÀ-ÞŁŚŻ]\.\s?|(?:van|von|de|der|da|di|del|al|el)\s){0,3})"
    r"[A-ZÀ-ÞŁŚŻ](?:[^\W\d_]|['’-]){1,24}(?:\s[A-ZÀ-ÞŁŚŻ](?:[^\W\d_]|['’-]){1,24})?"
)
_AND = r"(?:\s?,\s(?:and\s)?|\s(?:and|und|et|y|e|&)\s)"
_PEOPLE = re.compile(rf"(?P<people>{_PERSON}{_MARKS}?(?:{_AND}{_PERSON}{_MARKS}?){{0,11}})")
_PARTED = re.compile(_AND)
_MARK_BEHIND = re.compile(rf"{_MARKS}$")
_AFFILIATION = re.compile(r"\s?(?:\d{1,2}|[*†‡§¶∗])\s?[A-ZÀ-Þ].{3,}")


def paper_head(text: str) -> tuple[str, str]:
    """The title and the authors of a paper; "" for what does not stand out.

    Authors are one line of names alone that carry the marks of their institutes or stand above an address; else one of
    them has a common first name or initials, and they are several or stand above an institute.
    """
    lines = [line for raw in text[:6_000].split("\n") if (line := one_line(raw, _LONGEST))]
    end = next((at for at, line in enumerate(lines[1 : _ABOVE + 1], start=1) if _ABSTRACT.fullmatch(line)), 0)
    if end < 2:
        return "", ""
    for at in range(1, end):
        found = _PEOPLE.match(lines[at])
        if found is None:
            continue
        rest = lines[at][found.end() :]
        if rest.strip() and not _AFFILIATION.fullmatch(rest):
            continue
        parts = [_MARK_BEHIND.sub("", part).strip() for part in _PARTED.split(found["people"])]
        below = lines[at + 1] if at + 1 < end else ""
        marked = _MARK_BEHIND.search(found["people"]) is not None or bool(rest.strip())
        if any(is_house(part) or not is_name(part) for part in parts):
            continue
        known = any(_is_of_people(part.split()[0]) for part in parts)
        if marked or "@" in below or (known and (len(parts) > 1 or is_house(below))):
            title = " ".join(lines[:at]) if at <= _OF_TITLE else ""
            return title, ", ".join(dict.fromkeys(parts))
    return "", ""


def _is_of_people(first: str) -> bool:
    return first.lower() in MEN | WOMEN or (len(first) <= _INITIALS and "." in first)
