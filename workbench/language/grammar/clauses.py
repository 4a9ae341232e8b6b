"""Pieces of a sentence by word patterns alone: the first instant, other languages and texts without trees."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.domain.anchors import Span
from workbench.language.grammar.clause_candidates import trimmed
from workbench.language.grammar.lexicon import CONNECTIVES, SAYING, SUBORDINATORS
from workbench.language.grammar.verbs import has_finite, is_finite
from workbench.language.text.tokenizer import Word, word_set, words

_RELATIVES = word_set("who which whose where when")
_KEPT = word_set("as after before until once because since if unless")
"""What a time, a cause or a condition opens stays with what it belongs to."""
_SUBJECT_START = word_set(
    """
    the a an this that these those he she it they we i you his her its their our my your there some many most
    all no several one two three other both each
    """
)
_SHORT = 3
"""A cut that would leave fewer words than this on one side is not made."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch cut out of a sentence; `subject` is what its wording needs in front, `rule` how it was found."""

    start: int
    end: int
    rule: str
    subject: Span | None = None


def _depths(tokens: Sequence[Word]) -> list[bool]:
    """For each word, whether it lies inside brackets or a closed quotation: no cuts are made there."""
    inside, depth, quoted = [], 0, False
    closers = [i for i, t in enumerate(tokens) if t.text in '"”»']
    last_closer = closers[-1] if closers else -1
    for i, token in enumerate(tokens):
        if token.text in "([":
            depth += 1
        elif token.text in ")]":
            depth = max(0, depth - 1)
        elif token.text in '"“”«»':
            quoted = not quoted and i < last_closer
        inside.append(depth > 0 or quoted)
    return inside


def _subject_of(tokens: Sequence[Word], start: int, end: int) -> Span | None:
    """The words before the first finite verb, taken for the subject."""
    for i in range(start, end):
        if is_finite(tokens, i):
            if i == start:
                return None
            for j in range(start + 1, i - 1):
                if tokens[j].text == "," and tokens[j + 1].lower in {"who", "which"}:
                    return Span(tokens[start].start, tokens[j - 1].end) if j - start <= 12 else None
            begin = start
            for j in range(i - 1, start, -1):
                if tokens[j].text == ",":
                    # A fronted adverbial ends at its comma; an apposition (comma at the verb) belongs to the subject.
                    begin = j + 1 if j < i - 1 else start
                    break
            if begin < i and i - begin <= 12:
                return Span(tokens[begin].start, tokens[i - 1].end)
            return None
    return None


def _cuts(tokens: Sequence[Word]) -> list[tuple[int, str]]:
    """Places where a new clause begins: (word number, rule)."""
    inside = _depths(tokens)
    found: list[tuple[int, str]] = []
    for i in range(1, len(tokens) - 1):
        if inside[i]:
            continue
        token, before = tokens[i], tokens[i - 1]
        following = tokens[i + 1]
        ahead = range(i + 1, min(len(tokens), i + 9))
        if token.lower in _RELATIVES and before.text == "," and has_finite(tokens, i + 1, min(len(tokens), i + 10)):
            found.append((i, "relative"))
            if token.lower in {"who", "which"} and (end := _relative_end(tokens, inside, i)) is not None:
                found.append((end, "resumed"))
        elif token.lower in {"and", "but", "while", "so", "yet"}:
            if is_finite(tokens, i + 1) or (
                following.lower in {"also", "then", "later", "now", "has", "never", "took"}
                and i + 2 < len(tokens)
                and is_finite(tokens, i + 2)
            ):
                found.append((i, "shared subject"))
            elif (following.lower in _SUBJECT_START or following.capital or before.text == ",") and _clause_follows(
                tokens, ahead
            ):
                found.append((i, "coordinated"))
        elif token.lower in SUBORDINATORS - _KEPT and _clause_follows(tokens, ahead):
            found.append((i, "subordinate"))
        elif token.text == ";" or (
            token.text == ":"
            and following.text not in '"“'
            and before.lower not in SAYING
            and has_finite(tokens, i + 1, len(tokens))
        ):
            found.append((i, "semicolon"))
        elif (
            before.text == ","
            and token.lower.endswith("ing")
            and len(token.lower) > 5
            and token.lower
            not in {
                "including",
                "according",
                "following",
                "during",
                "something",
                "nothing",
                "everything",
                "morning",
                "evening",
            }
        ):
            found.append((i, "participle"))
    return sorted(found)


def _relative_end(tokens: Sequence[Word], inside: Sequence[bool], start: int) -> int | None:
    """The verb that a subject with a relative clause between two commas goes on with."""
    if has_finite(tokens, 0, start):
        return None
    for i in range(start + 2, len(tokens) - 2):
        if tokens[i].text == "," and not inside[i] and is_finite(tokens, i + 1):
            return i + 1
    return None


def _clause_follows(tokens: Sequence[Word], ahead: range) -> bool:
    """Whether a subject and a finite verb come within the next words, before the next comma."""
    for n, i in enumerate(ahead):
        if tokens[i].text in {",", ";", ":"} and n > 0:
            return False
        if is_finite(tokens, i):
            return n > 0
    return False


def clauses(text: str, start: int, end: int) -> list[Clause]:
    """Cut one sentence into the stretches that can be true or false on their own.

    Returns:
        Clauses in order, not overlapping; at least one unless the sentence has no word.
    """
    tokens = words(text, start, end)
    if not any(token.is_word for token in tokens):
        return []
    if len(tokens) > 400:
        low, high = trimmed(text, start, end)
        return [Clause(low, high, "whole sentence")] if low < high else []
    edges: list[tuple[int, str]] = [(0, "main")]
    for at, rule in _cuts(tokens):
        shortest = _SHORT - 1 if edges[-1][1] == "resumed" else _SHORT
        if at - edges[-1][0] >= shortest and len(tokens) - at >= _SHORT:
            edges.append((at, rule))
    edges.append((len(tokens), ""))
    main_subject = _subject_of(tokens, 0, edges[1][0])
    found: list[Clause] = []
    relative: Span | None = None
    for (low, rule), (high, following) in itertools.pairwise(edges):
        first = low
        while first < high and (tokens[first].lower in CONNECTIVES or tokens[first].text in ",;:-–—"):
            first += 1
        if rule in {"subordinate", "coordinated"} and first < high and tokens[first].lower in SUBORDINATORS:
            first += 1
        if first >= high:
            continue
        begin, stop = trimmed(text, tokens[first].start, tokens[high - 1].end)
        if begin >= stop:
            continue
        subject = None
        if rule == "shared subject" or rule == "participle":
            subject = main_subject
        elif rule == "relative" and tokens[low].lower in {"who", "which"}:
            subject = relative = _noun_before(tokens, low - 1)
        elif rule == "resumed":
            subject, rule = relative, "shared subject"
        if rule == "main" and following == "relative" and not has_finite(tokens, first, high):
            continue
        found.append(Clause(begin, stop, rule, subject))
    return found or [Clause(*trimmed(text, start, end), "whole sentence")]


def _noun_before(tokens: Sequence[Word], comma: int) -> Span | None:
    """The noun phrase right before a relative clause."""
    begin = comma
    while begin > 0 and comma - begin < 8:
        before = tokens[begin - 1]
        if (
            before.text in ",;:"
            or before.lower in CONNECTIVES
            or (before.lower in {"in", "on", "at", "by", "to", "with", "for", "from", "of"})
        ):
            break
        if is_finite(tokens, begin - 1):
            break
        begin -= 1
    return Span(tokens[begin].start, tokens[comma - 1].end) if begin < comma else None


def leading_subject(text: str, start: int, end: int) -> Span | None:
    """The words before the first finite verb of a sentence, taken for its subject; None where that fails."""
    tokens = words(text, start, min(end, start + 400))
    while tokens and (tokens[0].text in "\"“”'‘" or tokens[0].lower in CONNECTIVES or tokens[0].text == ","):
        tokens = tokens[1:]
    return _subject_of(tokens, 0, len(tokens))
