"""The wording of what somebody said: the speaker for the pronoun, and who says "I"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.domain.articles import Attribution, Resolution
from workbench.language.grammar.clause_candidates import ClauseCandidate
from workbench.language.text.quotations import QuotationMap

FIRST_PERSON = re.compile(r"\b(?:(?<!War )(?<!Type )(?<!Phase )(?<!Part )I(?![.-])|[Ww]e|[Mm]y|[Oo]ur|us|me)\b(?!-)")
"""How a speaker speaks of themself."""
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_SMALL_INSIDE = frozenset({"The", "A", "An", "His", "Her", "Their", "Its", "He", "She", "They", "Our", "My"})
_OF_SOURCES = frozenset({"him", "her"})


def speaker_named(text: str, candidate: ClauseCandidate, quotes: QuotationMap) -> Resolution | None:
    """The name of the speaker for the pronoun beside the verb of saying ("She said …", "…, he said")."""
    alias = (candidate.speaker_alias or "").lower()
    if not candidate.said or candidate.speaker is None or alias not in _PRONOUNS | _OF_SOURCES:
        return None
    if alias in _OF_SOURCES:
        source = re.search(rf"(?i:\baccording\s+to)\s+({alias})\b", text[candidate.start : candidate.end])
        if source is None or quotes.at(candidate.start + source.start(1)) is not None:
            return None
        begin, end = candidate.start + source.start(1), candidate.start + source.end(1)
        return Resolution(begin, end, source.group(1), candidate.speaker, "the speaker, named before", 0.75)
    verb = re.escape(candidate.attribution_verb or "said")
    beside = re.compile(
        rf"\b({candidate.speaker_alias})\b(?=(?:\s+[a-z]+){{0,3}}?\s+{verb}\b)|(?<={verb}\s)({candidate.speaker_alias})\b"
        if not verb.endswith("ing")
        else rf"(?<=,\s)({candidate.speaker_alias})\b"  # "Announcing she would leave, she said": the second one speaks
    )
    for match in beside.finditer(text, candidate.start, candidate.end):
        if quotes.at(match.start()) is None:
            name = candidate.speaker
            if match.start() > candidate.start and name.split()[0] in _SMALL_INSIDE:
                name = name[0].lower() + name[1:]
            return Resolution(match.start(), match.end(), match.group(), name, "the speaker, named before", 0.75)
    return None


def is_the_speakers(text: str, start: int, end: int, verb: str) -> bool:
    """Whether the pronoun at a place is who says something: "|she| told them", "said |he|", "according to |her|"."""
    saying = re.escape(verb)
    if re.search(rf"(?i:\baccording\s+to|\b{saying})\s+$", text[max(0, start - 40) : start]):
        return True
    return re.match(rf"(?:\s+[a-z]+){{0,3}}?\s+{saying}\b", text[end : end + 80]) is not None


_MARKS = {"“": ("“", "”"), "‘": ("‘", "’"), "'": ("'", "'")}
_SINGLE = "'‘"


def first_person(text: str, candidate: ClauseCandidate, quotes: QuotationMap) -> list[Resolution]:
    """Who says "I" or "we" in a claim that is somebody's own words: their name in front, the words in marks."""
    if candidate.said or candidate.speaker is None or candidate.attribution is not Attribution.DIRECT:
        return []
    quotation = quotes.at(candidate.start)
    if (
        quotation is None
        or quotation.end < candidate.end
        or not FIRST_PERSON.search(text, candidate.start, candidate.end)
    ):
        return []
    mark = text[quotation.start]
    opening, closing = _MARKS.get(mark, ('"', '"'))
    first = candidate.start + (text[candidate.start] == mark)
    last = candidate.end - (text[candidate.end - 1] in '"”' or (mark in _SINGLE and candidate.end == quotation.end))
    if first >= last:
        return []
    front = f"{candidate.speaker[0].upper() + candidate.speaker[1:]} said: {opening}{text[first].upper()}"
    back = ("" if text[last - 1] in ".!?…" else ".") + closing
    reason = "somebody's own words"
    return [
        Resolution(candidate.start, first + 1, text[candidate.start : first + 1], front, reason, 0.8),
        Resolution(last, candidate.end, text[last : candidate.end], back, reason, 0.8),
    ]


def without_clashes(first: Sequence[Resolution], others: Sequence[Resolution]) -> list[Resolution]:
    """All of `first`, and those of `others` that touch none of their words."""
    kept = list(first)
    kept.extend(other for other in others if all(other.end <= one.start or other.start >= one.end for one in first))
    return kept


_OBJECTS = frozenset({"them", "it", "him", "he", "she", "his", "her"})


def without_reflexes(resolutions: Sequence[Resolution]) -> list[Resolution]:
    """Drop a pronoun's resolution to the very subject that is put back before its verb.

    "it" is then another thing; "he" can be nobody else ("Ann Example told jurors she had left").
    """
    subjects = {one.replacement.strip().casefold() for one in resolutions if one.replacement.endswith(" ")}
    return [
        one for one in resolutions
        if not (one.original.lower() in _OBJECTS and one.replacement.removesuffix("’s").casefold() in subjects)
    ]  # fmt: skip
