"""Another event that a passage recalls: "lessons of the Halm fire … Six people died in that fire"."""

from __future__ import annotations

import re

_THAT = re.compile(r"\b(?:[Tt]hat|[Tt]he\s(?:earlier|previous|former|old|other|first))\s(?P<what>[a-z]{3,20})\b")
_SENTENCE_END = re.compile(r"[.!?]\s")


_SINCE = re.compile(
    r"\b(?:since|than|like|unlike|recall(?:s|ed|ing)?|remember(?:s|ed|ing)?|follow(?:s|ed|ing)?|after|before)\s(?:(?:the|that)\s)?"
    r"(?P<what>(?:[\w’'-]{1,20}\s){1,3}of\s(?P<year>(?:1[5-9]|20)\d\d)),?\s(?:which|that|when|in\swhich|where|who)\b"
)
"""Another one of another year, by which the claim's is measured: "the worst since the flood of 1953, which"."""
_CLOSED = re.compile(r"[;]|,\s(?:and|but)\s")
_ALIKE = ("fire blaze inferno", "quake earthquake", "crash accident", "flood floods flooding", "blast explosion")


def _called(what: str) -> tuple[str, ...]:
    """What an event is called, and by which other words."""
    return next((tuple(words.split()) for words in _ALIKE if what in words.split()), (what,))


_ARTICLES = frozenset({"The", "A", "An", "In", "After", "Since"})


def recalled(claim: str, passage: str, start: int) -> str | None:
    """The name of another event that an amount at `start` of a passage is told of; None where none is named before.

    "The inquiry … lessons of the Halm House fire. Six people died in that fire.": the fire of Halm House, whatever fire
    the claim tells of.
    """
    ends = [match.end() for match in _SENTENCE_END.finditer(passage, 0, start)]
    begin = ends[-1] if ends else 0
    measured = _SINCE.search(passage, begin, start)
    if measured is not None and measured["year"] not in claim and not _CLOSED.search(passage, measured.end(), start):
        return measured["what"]
    following = _SENTENCE_END.search(passage, start)
    found = _THAT.search(passage, begin, following.start() + 1 if following else len(passage))
    if found is None or not any(re.search(rf"\b{word}\b", claim, re.I) for word in _called(found["what"])):
        return None
    named = list(
        re.finditer(rf"(?P<name>(?:[A-Z][\w’'-]{{1,20}}\s){{1,3}}){found['what']}\b", passage[: found.start()])
    )
    if not named:
        return None
    name = [word for word in named[-1]["name"].split() if word not in _ARTICLES]
    if not name or any(re.search(rf"\b{re.escape(word)}\b", claim) for word in name):
        return None
    return f"{' '.join(name)} {found['what']}"
