"""How a source is named in a line: nothing of it is said twice."""

from __future__ import annotations

from datetime import date


def dated(name: str, day: date | None, words: str) -> str:
    """A name with its day as `words`; the name alone where it tells the day itself ("Minutes, 12 March 2024")."""
    if day is None or not words:
        return name
    shapes = (
        f"{day.day} {day:%B} {day.year}",
        f"{day.day} {day:%b} {day.year}",
        f"{day:%B} {day.day}, {day.year}",
        f"{day:%b} {day.day}, {day.year}",
        day.isoformat(),
        f"{day:%d.%m.%Y}",
        f"{day:%d/%m/%Y}",
    )
    said = name.casefold()
    return name if any(_stands_in(shape.casefold(), said) for shape in shapes) else f"{name}, {words}"


LONG = 5
"""Letters of a word in capitals that is hardly an acronym."""
_SHORT_WORDS = "OF THE AND FOR IN ON AT DE DER DES DIE DU DA DO LA LE LES EL Y E ET UND VON"
_SHORT = frozenset(_SHORT_WORDS.split())


def unshouted(name: str) -> str:
    """A name of several words, all in capitals, as it is written in a sentence; as it stands where that is not sure.

    A letterhead shouts ("HARTWELL BOROUGH COUNCIL"). One word, or a short one, may be an acronym ("UNICEF", "NHS
    ENGLAND"): nothing is changed then.
    """
    words = name.split()
    long = [word for word in words if word not in _SHORT]
    if len(long) < 2 or not all(word.isalpha() and word.isupper() and len(word) >= LONG for word in long):
        return name
    return " ".join(word.lower() if at and word in _SHORT else word.capitalize() for at, word in enumerate(words))


def _stands_in(shape: str, name: str) -> bool:
    """Whether the day stands there whole: "2 March 2024" does not stand in "12 March 2024"."""
    at = name.find(shape)
    return at >= 0 and not name[at - 1 : at].isdigit() and not name[at + len(shape) :][:1].isdigit()


def place_within(title: str, locator: str | None) -> str:
    """Where in a source a passage stands; "" where that is the title again, as the first heading of a page is."""
    place = " ".join((locator or "").split())
    return "" if place.casefold() == " ".join(title.split()).casefold() else place
