"""A claim's words by position: edges that sit on words, and the wording that the known repairs give."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.domain.articles import Resolution
from workbench.domain.errors import BadInputError

# Marks that belong to the sentence, not to the word beside them; signs of money and per cent belong to the number.
_WORD = re.compile(r"\S+")
_BEFORE = "\"'“‘„«‹([{¿¡–—-…"
_AFTER = "\"'”’»›)]}.,;:!?…–—-"


def words_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words of `text[start:end]` without the marks around them, as (start, end) in code points of `text`."""
    found = []
    for match in _WORD.finditer(text, start, end):
        first, last = match.span()
        while first < last and text[first] in _BEFORE:
            first += 1
        while last > first and text[last - 1] in _AFTER:
            last -= 1
        if first < last:
            found.append((first, last))
    return found


def trimmed_span(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span without spaces and commas at its edges, None when no word is left."""
    while start < end and (text[start].isspace() or text[start] in ",;"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    return (start, end) if any(character.isalnum() for character in text[start:end]) else None


def word_edges(text: str, start: int, end: int, edge: str, words: int) -> tuple[int, int]:
    """Where the span ends up when one edge moves by so many words (negative: towards the beginning).

    Raises:
        BadInputError: The text ends there, or no word would be left.
    """
    low, high = _around(text, start, end, abs(words))
    if edge == "start":
        starts = [first for first, _ in words_of(text, low, end)]
        places = [first for first in starts if first > start]
        if words < 0:
            places = [first for first in reversed(starts) if first < start]
        moved = (places[abs(words) - 1], end) if 0 < abs(words) <= len(places) else None
    else:
        ends = [last for _, last in words_of(text, start, high)]
        places = [last for last in ends if last > end]
        if words < 0:
            places = [last for last in reversed(ends) if last < end]
        moved = (start, places[abs(words) - 1]) if 0 < abs(words) <= len(places) else None
    if moved is None or moved[0] >= moved[1]:
        raise BadInputError(f"the {edge} of the claim cannot move by {words} words: there are not so many.")
    return moved


def _around(text: str, start: int, end: int, words: int) -> tuple[int, int]:
    """The stretch of a long text that is enough to find so many words on either side of a span."""
    reach = 1000 * (words + 1)
    low, high = max(0, start - reach), min(len(text), end + reach)
    while low > 0 and not text[low - 1].isspace():
        low -= 1
    while high < len(text) and not text[high].isspace():
        high += 1
    return low, high


def standalone(text: str, start: int, end: int, resolutions: Sequence[Resolution]) -> str:
    """The words of the span with every applied repair inside it carried out, spaces evened out."""
    parts, at = [], start
    for repair in sorted(resolutions, key=lambda r: (r.start, r.end)):
        if repair.applied and at <= repair.start and repair.end <= end:
            parts += [text[at : repair.start], repair.replacement]
            if repair.start == repair.end:
                parts.append(" ")
            at = repair.end
    parts.append(text[at:end])
    return " ".join("".join(parts).split())
