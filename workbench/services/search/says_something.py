"""Whether a passage says something of a statement, from four things: whether the stance model takes it to settle the
statement, how like the statement it is, how like with the names of the statement taken out of both, and whether it
holds any of them.

Names make all that is told of one harbour or one firm alike, so that likeness alone calls close what only names the
same. How the numbers were found, and what they are worth, stands in docs/quality.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from math import log

from workbench.comparison.outcomes import Outcome, claimed
from workbench.domain.documents import SourceKind
from workbench.domain.evidence import Hit, StanceSuggestion
from workbench.language.grammar.irregular_verbs import PASTS, SAME
from workbench.language.grammar.verbs import has_finite
from workbench.language.text.stemmers import ENGLISH
from workbench.language.text.tokenizer import Word, word_set, words
from workbench.services.search.best_sentences import vectors_of
from workbench.services.search.close_elsewhere import shares_words
from workbench.services.search.explaining import facts_of
from workbench.services.search.thresholds import holds

ALWAYS, READING, BARE, WHOLE, UNNAMED = -8.1, 1.0, 4.5, 8.2, -1.5
"""A constant, and what the log-odds of settling the statement, the likeness without names, that with names (of the page
or of what is read closely), and that a passage and its title hold none of the statement's names, add to it."""

CLOSE = 0.1
"""Probability from which a passage is called close; low, for to deny what was found is the worse error."""

_LEAST = log(CLOSE / (1 - CLOSE))
MOST_SENTENCES = 8
"""Of a passage; the vector of each takes time."""
READ_CLOSELY = 10
"""Passages that are read so, the first ones: as many as a desk reads at once."""
_LEAST_WORDS = 5
_CERTAIN = 1e-3
_BEGINNING = 4

_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n+")
_ASKED = re.compile(r"[?？؟]")
_ASKING = word_set(
    """
    who whose what which when where why how is are was were do does did has have had can could will would should
    """
)
_FIRST_NAMES = frozenset({"Will", "Can", "May"})
_WRITTEN_AS_SENTENCE = re.compile(r"[.!…][\"'”’»)]*$")
_WORD = re.compile(r"[^\W\d_]\w*")
_JOINS = frozenset(" '’-")
_GAP = re.compile(r"\s+")


def is_statement(text: str) -> bool:
    """Whether words of one's own are written as a sentence that can be true or false: no question, no keywords."""
    said = text.strip()
    if _ASKED.search(said) is not None:
        return False
    if _WRITTEN_AS_SENTENCE.search(said) is not None:
        return True
    found = words(said)
    if len(said.split()) < _LEAST_WORDS or (found[0].lower in _ASKING and not _names_somebody(found)):
        return False
    begins = said.lstrip("\"'“„«(")[:1]
    return not begins.islower() and has_finite(found, 0, len(found))


def _names_somebody(found: Sequence[Word]) -> bool:
    """Whether what may ask is a first name, by the past tense behind the name: "Will Smith founded the firm"."""
    if found[0].text not in _FIRST_NAMES:
        return False
    behind = next((word for word in found[1:] if not word.text[:1].isupper()), None)
    past = behind is not None and (behind.lower in PASTS - SAME or behind.lower.endswith("ed"))
    return past and behind is not found[1]


def told_close(
    statement: str, hits: Sequence[Hit], said: Sequence[StanceSuggestion], among: Sequence[Hit]
) -> list[Hit]:
    """The hits, each told as close where it says something of the statement.

    The claim of an earlier fact check stays as the search found it, and what holds the very words is close.

    Args:
        statement: What is asserted.
        hits: Passages found for it.
        said: How the shipped stance model reads each, and which part of it.
        among: All that was found: a name that begins the statement is known by it.
    Raises:
        ModelUnavailableError: The encoder is not here.
    """
    names = _names(statement, among)
    bare, begun = _bare(statement, _any_of(names)), _begins(names)
    whole = [_titled(hit, hit.passage.text) for hit in hits]
    best = [
        _titled(hit, " ".join(span.of(hit.passage.text) for span in one.read)) if one.read else page
        for hit, page, one in zip(hits, whole, said, strict=True)
    ]
    parts = [_parts(hit.passage.text, _any_of(names)) for hit in hits]
    vectors = vectors_of([bare, statement, *whole, *best, *chain.from_iterable(parts)])

    def like(one: str, other: str) -> float:
        return float(vectors[one] @ vectors[other])

    when = frozenset(one.text for one in facts_of(statement, None).times)
    found = []
    for hit, one, page, some, pieces in zip(hits, said, whole, best, parts, strict=True):
        if hit.source.kind is not SourceKind.FACT_CHECK:
            odds = ALWAYS + READING * _log_odds(1 - one.neutral)
            odds += BARE * max(like(bare, piece) for piece in pieces)
            odds += WHOLE * max(like(statement, page), like(statement, some))
            odds += UNNAMED * bool(begun and not begun.search(page))
            # the network and the encoder read English: elsewhere words and amounts alone tell
            in_english = (hit.source.language or ENGLISH) == ENGLISH
            close = odds >= _LEAST if in_english else shares_words(hit, statement)
            hit = replace(hit, close=close or holds(hit, statement) or _is_compared(one.comparison, when))
        found.append(replace(hit, read=one.read))
    return found


def _is_compared(comparison: str, when: frozenset[str]) -> bool:
    """Whether something of the statement beside its times is told as the same, or as another, by the comparison."""
    agrees = claimed(comparison, Outcome.AGREEMENT)
    apart = (claimed(comparison, outcome) for outcome in (Outcome.CONFLICT, Outcome.OPPOSITE, Outcome.SWAPPED))
    return any(words not in when for words in agrees) or any(apart)


def _titled(hit: Hit, words: str) -> str:
    return ": ".join(filter(None, (hit.source.title, words)))


def _log_odds(probability: float) -> float:
    inside = min(max(probability, _CERTAIN), 1 - _CERTAIN)
    return log(inside / (1 - inside))


def _names(statement: str, hits: Sequence[Hit]) -> list[str]:
    """The names of a statement and their words, the longest first; its first word is one where a passage has it within
    a sentence.
    """
    parts = set[str]()
    for start, name in _capitalised(statement):
        if start > 0 or " " in name or any(_is_within(name, hit) for hit in hits):
            parts.update((name, *name.split()))
    return sorted((part for part in parts if len(part) > 1), key=lambda part: (-len(part), part))


def _capitalised(text: str) -> Iterator[tuple[int, str]]:
    """Words with a capital, those that follow each other together, each with where it begins."""
    start = end = -1
    for word in _WORD.finditer(text):
        if not word.group()[0].isupper():
            continue
        if start >= 0 and text[end : word.start()] not in _JOINS:
            yield start, text[start:end]
            start = -1
        start, end = word.start() if start < 0 else start, word.end()
    if start >= 0:
        yield start, text[start:end]


def _any_of(names: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b") if names else None


def _begins(names: Sequence[str]) -> re.Pattern[str] | None:
    """Where a word of the names stands, with whatever ending: "Tarvie's", "Westbahnen"."""
    words = [re.escape(word[: max(_BEGINNING, len(word) - 1)]) for word in names if len(word) > 2 and " " not in word]
    return re.compile(rf"\b(?:{'|'.join(words)})", re.IGNORECASE) if words else None


def _is_within(name: str, hit: Hit) -> bool:
    inner = re.compile(rf"(?<=[\w,] ){re.escape(name)}\b")
    return inner.search(f"{hit.source.title}. {hit.passage.text}") is not None


def _bare(text: str, names: re.Pattern[str] | None) -> str:
    """A text without names; one that is nothing else stays whole."""
    left = _GAP.sub(" ", names.sub("", text) if names else text).strip()
    return left if any(character.isalnum() for character in left) else text


def _parts(passage: str, names: re.Pattern[str] | None) -> tuple[str, ...]:
    """The passage and its sentences without names: a short page about six things is like none of them."""
    sentences = islice(filter(str.strip, _SENTENCE_END.split(passage)), MOST_SENTENCES)
    return tuple(dict.fromkeys(_bare(text, names) for text in (passage, *sentences)))
