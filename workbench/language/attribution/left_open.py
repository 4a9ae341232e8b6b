"""Words that are somebody's and whose layout does not tell whose: they are nobody's, and never the outlet's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from workbench.domain.anchors import Span
from workbench.domain.articles import Attribution
from workbench.language.grammar.clause_candidates import ClauseCandidate
from workbench.language.text.quotations import QuotationMap

_OWN = re.compile(
    r"\b(?:(?<!War )(?<!Type )(?<!Phase )(?<!Part )I(?![.\w-])|[Mm]y(?!\s[A-Z])|"
    r"(?<!told )(?<!tells )(?<!showed )(?<!shows )me|myself)\b(?!-)"
)
"""How one person speaks of themself; "we" may be a paper's readers, or mankind."""
_LABELLED = re.compile(r"[A-ZÀ-ÞŠŽ][\w.'’-]{0,24}(?:\s[A-ZÀ-ÞŠŽ][\w.'’-]{0,24}){0,3}:\s")
_LETTER = re.compile(r"(?:SIR|Sir|MADAM|Madam|Dear\s(?:Sir|Madam|Editor))\s?[–—,:-]\s")
"""How a reader's letter begins on a page of them: whose it is, is told below it."""
_ADDRESSES = re.compile(r"\b(?:we|our|us|you|your)\b", re.IGNORECASE)
"""How somebody speaks whose label was not read as one: "Stone: We lost 40 boats."."""
_PARAGRAPH = re.compile(r"[^\s\n][^\n]*")
_MARKS = frozenset('"“”«»„')
_LONGEST, _TALK = 45, 2
"""Words of a question that is a paragraph; answers in the first person, and questions, that a talk has at least."""
_SOME_WORDS, _HALF, _LEAST = 8, 0.5, 2
"""Words of a paragraph that counts; the share of those in the first person from which all of a text is somebody's."""


def left_open(
    text: str, candidates: Sequence[ClauseCandidate], spans: Sequence[Span], quotes: QuotationMap
) -> list[ClauseCandidate]:
    """The candidates with those left open that are somebody's own words, though nothing tells whose.

    So it is with a paragraph in the first person ("I borrowed for it in 2017"), the lines of a message that is answered
    ("> We lost 30"), readers' letters, all of a talk whose questions and answers have no labels, and all of a text of
    which half the paragraphs say "I".

    Args:
        text: The article.
        candidates: Its candidate claims, with who said them.
        spans: Its sentences.
        quotes: Its quotations.
    """
    talk = _talk_from(text, quotes)
    if talk is None and is_all_told(text, quotes):
        talk = 0
    return [
        replace(one, attribution=Attribution.DIRECT) if _is_open(text, one, spans, quotes, talk) else one
        for one in candidates
    ]


def speaks_of_self(text: str, span: Span, quotes: QuotationMap) -> bool:
    """Whether a stretch of the text says "I" or "my" outside quotation marks."""
    return any(quotes.at(match.start()) is None for match in _OWN.finditer(text, span.start, span.end))


def _is_open(
    text: str, candidate: ClauseCandidate, spans: Sequence[Span], quotes: QuotationMap, talk: int | None
) -> bool:
    if candidate.speaker is not None or candidate.attribution is not Attribution.OUTLET or candidate.by_turn:
        return False
    if talk is not None and candidate.start >= talk:
        return True
    sentence = spans[candidate.sentence]
    begin, end = text.rfind("\n", 0, sentence.start + 1) + 1, text.find("\n", sentence.end)
    paragraph = Span(begin, end if end >= 0 else len(text))
    line = paragraph.of(text).lstrip()
    if line.startswith(">") or _LETTER.match(line):
        return True
    labelled = _LABELLED.match(line) is not None and _ADDRESSES.search(sentence.of(text)) is not None
    return labelled or speaks_of_self(text, paragraph, quotes)


def is_all_told(text: str, quotes: QuotationMap) -> bool:
    """Whether half the paragraphs of a text are in the first person: views and answers, whoever gives them."""
    paragraphs = [Span(match.start(), match.end()) for match in _PARAGRAPH.finditer(text)]
    long = [one for one in paragraphs if len(one.of(text).split()) >= _SOME_WORDS]
    own = sum(speaks_of_self(text, one, quotes) for one in long)
    return own >= _LEAST and own >= _HALF * len(long)


def _talk_from(text: str, quotes: QuotationMap) -> int | None:
    """Where a talk without labels begins: at the first of its questions, each a paragraph before an answer."""
    paragraphs = [Span(match.start(), match.end()) for match in _PARAGRAPH.finditer(text)]
    asked = [one for one, after in pairwise(paragraphs) if _asks(text, one) and not _asks(text, after)]
    answers = [after for one, after in pairwise(paragraphs) if _asks(text, one) and not _asks(text, after)]
    own = sum(speaks_of_self(text, answer, quotes) for answer in answers)
    return asked[0].start if len(asked) > _TALK and own >= _TALK else None


def _asks(text: str, paragraph: Span) -> bool:
    words = paragraph.of(text).rstrip()
    return words.endswith("?") and len(words.split()) <= _LONGEST and not _MARKS & set(words)
