"""Who has issued a press release: asked where its claims are given to somebody, and where that one is told of."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_ABOUT = re.compile(r"^About (?P<who>[A-ZÀ-ÞŠŽ][\w'’&.-]*(?: (?:[A-ZÀ-ÞŠŽ][\w'’&-]*|of|and|the|for|&)){0,6})(?:[.:]|$)")
"""The paragraph at the end of a release that says who has issued it."""
_DATELINE = re.compile(r"^[A-ZÀ-ÞŠŽ][^\n.]{1,60}?\s[-–—]{1,2}\s")
_ANNOUNCES = re.compile(
    r"\btoday (?:announce[sd]|report(?:s|ed)|launche[sd]|release[sd]|publishe[sd]|unveil(?:s|ed)|confirm(?:s|ed)|"
    r"opene?d?|signed|completed)\b|"
    r"\b(?:announce[sd]|report(?:s|ed)|launche[sd]|release[sd]|publishe[sd]|unveil(?:s|ed)|confirm(?:s|ed)) today\b"
)
"""How a release begins; a paper names the day of the week."""
_OPENING = 200
_OF_A_PERSON = re.compile(r"\b(?:s?he|his|hers?|him)\b", re.IGNORECASE)
_HEAD_LINES = 6
_TAIL_LINES = 24
_LONGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who has issued a press release.

    Attributes:
        name: As the paragraph at its end has it.
        person: Whether that paragraph tells of a person: "She leads …".
        announces: Whether the first sentence is that of a release: "… today announced".
    """

    name: str
    person: bool
    announces: bool = False


def issuer(text: str, title: str = "") -> Issuer | None:
    """Who has issued a press release, where three places agree, else None.

    Its heading and the sentence behind its dateline begin with the name, and a paragraph at its end is "About" it.
    """
    if "About " not in text:
        return None
    lines = [line for found in _LINE.finditer(text, 0, _LONGEST) if (line := found[0].strip())]
    for place in range(len(lines) - 1, max(-1, len(lines) - 1 - _TAIL_LINES), -1):
        if about := _ABOUT.match(lines[place]):
            break
    else:
        return None
    name = about["who"]
    if not any(_begins(heading.strip(), name) for heading in (title, lines[0])):
        return None
    sentences = (line[match.end() :] for line in lines[:_HEAD_LINES] if (match := _DATELINE.match(line)))
    opening = next((words for words in sentences if _begins(words, name)), None)
    if opening is None:
        return None
    person = bool(_OF_A_PERSON.search(" ".join(lines[place : place + 2])))
    return Issuer(name, person, bool(_ANNOUNCES.search(opening[:_OPENING])))


def _begins(words: str, name: str) -> bool:
    """Whether words begin with a whole name, with or without the article."""
    rest = words.removeprefix("The ").removeprefix("the ")
    return rest.startswith(name) and not rest[len(name) : len(name) + 1].isalnum()
